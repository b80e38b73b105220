"""Decode TCVN3 (.VnTime) and VNI text into Unicode; whether to decode is told by the cell's font.

It must see the text before any cleaning: ư of TCVN3 is the soft hyphen, and NFKC or lower-casing
destroys other letters. Tables: TCVN 5712-1 and VNI-Windows, as in the shared intake.md 5.4.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

TCVN3: Final = "TCVN3"
VNI: Final = "VNI"

_TCVN3_TABLE: Final = (
    "à B5 á B8 ả B6 ã B7 ạ B9 ă A8 ằ BB ắ BE ẳ BC ẵ BD ặ C6 â A9 ầ C7 ấ CA ẩ C8 ẫ C9 ậ CB đ AE "
    "è CC é D0 ẻ CE ẽ CF ẹ D1 ê AA ề D2 ế D5 ể D3 ễ D4 ệ D6 ì D7 í DD ỉ D8 ĩ DC ị DE ò DF ó E3 "
    "ỏ E1 õ E2 ọ E4 ô AB ồ E5 ố E8 ổ E6 ỗ E7 ộ E9 ơ AC ờ EA ớ ED ở EB ỡ EC ợ EE ù EF ú F3 ủ F1 "
    "ũ F2 ụ F4 ư AD ừ F5 ứ F8 ử F6 ữ F7 ự F9 ỳ FA ý FD ỷ FB ỹ FC ỵ FE Ă A1 Â A2 Ê A3 Ô A4 Ơ A5 "
    "Ư A6 Đ A7"
)


def _by_code_page(byte: int) -> set[str]:
    """The characters one byte may have become on computers with code page 1252 or 1258."""
    raw = bytes([byte])
    return {raw.decode(page, "replace") for page in ("latin-1", "cp1252", "cp1258")} - {"\ufffd"}


def _tcvn3_map() -> dict[int, str]:
    words = _TCVN3_TABLE.split()
    pairs = list(zip(words[::2], words[1::2], strict=True))
    table: dict[int, str] = {}
    for page in (1, 0):
        for letter, code in pairs:
            chars = _by_code_page(int(code, 16)) if page else {bytes.fromhex(code).decode("cp1252")}
            table.update({ord(char): letter for char in chars})
    return table


_TCVN3: Final = _tcvn3_map()

# VNI-Windows: a base letter and a mark behind it; seven letters are single characters.
_VNI_SINGLE: Final = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư",
                      "ñ": "đ", "î": "ỵ"}  # fmt: skip
_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_VNI_MARKS: Final = {
    "ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "â": _CIRCUMFLEX, "á": _CIRCUMFLEX + _ACUTE, "à": _CIRCUMFLEX + _GRAVE,
    "å": _CIRCUMFLEX + _HOOK, "ã": _CIRCUMFLEX + _TILDE, "ä": _CIRCUMFLEX + _DOT,
    "ê": _BREVE, "é": _BREVE + _ACUTE, "è": _BREVE + _GRAVE, "ú": _BREVE + _HOOK,
    "ü": _BREVE + _TILDE, "ë": _BREVE + _DOT,
}  # fmt: skip
_VNI_PAIR = re.compile(f"([aeouyAEOUYôöÔÖ])([{''.join(_VNI_MARKS)}{''.join(_VNI_MARKS).upper()}])")


def _vni_pair(match: re.Match[str]) -> str:
    base, mark = match.groups()
    letter = _VNI_SINGLE.get(base.lower(), base)
    letter = letter.upper() if base.isupper() else letter
    return unicodedata.normalize("NFC", letter + _VNI_MARKS[mark.lower()])


def _from_vni(text: str) -> str:
    parts: list[str] = []
    last = 0
    for match in _VNI_PAIR.finditer(text):
        parts += [_vni_singles(text[last : match.start()]), _vni_pair(match)]
        last = match.end()
    return "".join([*parts, _vni_singles(text[last:])])


def _vni_singles(text: str) -> str:
    return "".join([_vni_single(char) for char in text])


def _vni_single(char: str) -> str:
    letter = _VNI_SINGLE.get(char.lower(), char)
    return letter.upper() if char.isupper() else letter


def font_encoding(font: str) -> str | None:
    """The legacy encoding a font name stands for (.VnTime → TCVN3, VNI-Times → VNI), or none."""
    name = font.strip().lower()
    if name.startswith((".vn", "vntime")):
        return TCVN3
    return VNI if name.startswith("vni") else None


def decode(text: str, encoding: str, font: str = "") -> str:
    """The text in Unicode; TCVN3 fonts ending in H show small codes as capitals."""
    if encoding == VNI:
        return _from_vni(text)
    decoded = text.translate(_TCVN3)
    capitals = font.strip().upper().endswith("H") and font.strip().lower().startswith(".vn")
    return decoded.upper() if capitals else decoded


# --- where no font is known: decode only what reads far better afterwards ---

_TONES: Final = _ACUTE + _GRAVE + _HOOK + _TILDE + _DOT
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    r"(?:uyê|uya|iê|yê|ươ|uô|oa|oă|oe|uâ|uê|uơ|uy|ưa|ia|ua|[aăâeêioôơuưy])"
    r"(?:ng|nh|ch|[cmnptiuyo])?"
)


# A soft hyphen is ư in TCVN3 and belongs to the word.
_WORDS = re.compile(r"[^\s,.;:()/\-\d]+")


def _reads_well(word: str) -> bool:
    if "ñ" in word or "Ñ" in word:
        return False
    bare = "".join(
        c
        for c in unicodedata.normalize("NFD", word.lower())
        if c not in "\u0301\u0300\u0309\u0303\u0323"
    )
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)) is not None


def guess_encoding(texts: list[str]) -> str | None:
    """The legacy encoding in which most odd words turn into Vietnamese syllables, if any does.

    Only words with letters beyond ASCII are judged: plain Latin reads the same either way.
    """
    words = [w for text in texts for w in text.split() if not w.isascii()]
    if len(words) < 3:
        return None
    before = sum(map(_reads_well, words))
    scores = {e: sum(_reads_well(decode(w, e)) for w in words) for e in (TCVN3, VNI)}
    best = max(scores, key=lambda encoding: scores[encoding])
    return best if scores[best] >= 0.8 * len(words) and before <= 0.35 * len(words) else None


def reads_better(text: str, encoding: str) -> bool:
    """Whether decoding turns more words of this text into Vietnamese syllables."""
    words = [word for word in text.split() if not word.isascii()]
    after = sum(_reads_well(decode(word, encoding)) for word in words)
    return after > sum(map(_reads_well, words))


def reads_well(text: str) -> bool:
    """Whether every word with letters beyond ASCII is a Vietnamese syllable as it stands."""
    return all(map(_reads_well, _odd_words(text)))


def reads_only_decoded(text: str, encoding: str) -> bool:
    """Whether a text reads as Vietnamese in this encoding, and not as it stands."""
    words = _odd_words(text)
    unicode = any("\u1e00" <= char <= "\u1eff" for char in text)
    if unicode or not words or all(map(_reads_well, words)):
        return False
    return all(_reads_well(word) for word in _odd_words(decode(text, encoding)))


def _odd_words(text: str) -> list[str]:
    return [word for word in _WORDS.findall(text) if not word.isascii()]
