"""Clean, fold and sort Vietnamese text; it never changes where a tone mark stands."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_MEMO_LIMIT: Final = 200_000

# Characters that carry no reading: zero-width, soft hyphen, direction marks, byte order mark.
_INVISIBLE: Final = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_DROPPED = re.compile(f"[{_INVISIBLE}\x00-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f\ud800-\udfff]+")
_SPACES = re.compile(r"\s+")
# One search tells a tidy string from one that needs work, which nearly none does.
_UNTIDY = re.compile(rf"^ | $|  |[^\S ]|_x000|[\x00-\x1f\x7f-\x9f{_INVISIBLE}\ud800-\udfff]")
# Excel writes carriage returns and tabs it cannot store as _x000D_ (ECMA-376, ST_Xstring).
_ESCAPED_BREAK = re.compile(r"_x000[9adAD]_")


def clean(text: str) -> str:
    """The text as it is read: NFC, single inner spaces, trimmed, nothing invisible in it."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if _UNTIDY.search(text) is None:
        return text
    text = _DROPPED.sub("", _ESCAPED_BREAK.sub(" ", text))
    return unicodedata.normalize("NFC", _SPACES.sub(" ", text).strip())


class _FoldMemo(dict[str, str]):
    """Folded words by word: names repeat words far more often than they repeat themselves."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MEMO_LIMIT:
            self.clear()
        bare = unicodedata.normalize("NFD", word.casefold()).replace("đ", "d")
        folded = "".join([c for c in bare if not unicodedata.combining(c)])
        self[word] = folded
        return folded


_FOLDED = _FoldMemo()


def fold(text: str) -> str:
    """The text for searching and comparing: casefolded, đ as d, no marks; spaces stay."""
    memo = _FOLDED
    return " ".join([memo[word] for word in text.split(" ")])


def bare_code(text: str) -> str:
    """A code by its letters and digits alone: 35/2022, 35-2022 and 352022 are one."""
    return "".join(one for one in fold(text) if one.isalnum())


# --- sorting (intake.md 5.1): a ă â b c d đ e ê … ; then ngang huyền hỏi ngã sắc nặng ---

_ALPHABET: Final = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK: Final = {letter: bytes([3 + place]) for place, letter in enumerate(_ALPHABET)}
_TONES: Final = {"\u0300": 3, "\u0309": 4, "\u0303": 5, "\u0301": 6, "\u0323": 7}
_FIELD_END: Final = b"\x01"
_NAME_PART_END: Final = b"\x00"


class _TokenKeyMemo(dict[str, bytes]):
    """Sort keys by word of a name."""

    def __missing__(self, token: str) -> bytes:
        if len(self) >= _MEMO_LIMIT:
            self.clear()
        key = _token_key(token)
        self[token] = key
        return key


def _token_key(token: str) -> bytes:
    """Letters of the whole word first, tones only where all letters are equal."""
    letters: list[bytes] = []
    tones = bytearray()
    for char in unicodedata.normalize("NFC", token.lower()):
        letter, tone = _letter_and_tone(char)
        rank = _RANK.get(letter)
        if rank is not None:
            letters.append(rank)
            tones.append(tone)
        elif tone != 2 and tones:
            tones[-1] = tone
    return b"".join(letters) + _FIELD_END + bytes(tones).rstrip(b"\x02")


def _letter_and_tone(char: str) -> tuple[str, int]:
    """A character's alphabet letter and its tone (2 = none)."""
    if char in _RANK:
        return char, 2
    tone, rest = 2, ""
    for part in unicodedata.normalize("NFD", char):
        if part in _TONES:
            tone = _TONES[part]
        else:
            rest += part
    letter = unicodedata.normalize("NFC", rest)
    return (letter if letter in _RANK else rest[:1]), tone


_TOKEN_KEYS = _TokenKeyMemo()


def name_key(full_name: str) -> bytes:
    """A key that sorts people as offices do: given name, family name, middle names, word by word.

    Bytes compare in the right order on every platform, so the key is stored and indexed.
    """
    words = full_name.split()
    if len(words) > 1:
        words.insert(0, words.pop())
    keys = _TOKEN_KEYS
    return _NAME_PART_END.join([keys[word] for word in words])
