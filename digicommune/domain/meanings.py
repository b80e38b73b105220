"""What one heading of a list means, whatever office wrote it; it sees no other column."""

from __future__ import annotations

import re
from typing import Final

from digicommune.domain.header_labels import (
    ABBREVIATIONS,
    COUNTED,
    DENOMINATORS,
    EXACT,
    INDICATOR_WORDS,
    MISSING,
    NUMERATORS,
    PATTERNS,
    RATES,
)
from digicommune.domain.text import clean, fold

_NOTED = re.compile(r"\((?:\d+|đồng|vnđ|vnd|đ|%|x|nếu có|\*)\)|\*|₫", re.IGNORECASE)
_PUNCTUATION = re.compile(r"[^\w]+")
_BRACKETS = re.compile(r"\(.*?\)")
_NOT_WORD = re.compile(r"[^a-z0-9%]+")
_BY_SIDE = re.compile(
    r"(?P<what>.+?) (?P<side>tu so|mau so|so dat|da dat|tong so|ts|ms)"
    r"|(?P<side2>tu so|mau so|tong so) (?P<what2>.+)"
)
_SIDES: Final = ("tu_so", "mau_so")
_LONGEST_HEADING: Final = 90
_GENDERS: Final = {"nam": "Nam", "nữ": "Nữ", "nu": "Nữ"}


def folded_label(text: str) -> str:
    """A heading as the tables of labels write it: folded words, no marks, no units."""
    bare = _NOTED.sub(" ", clean(text))
    return _NOT_WORD.sub(" ", fold(bare)).strip()


def heading(parts: tuple[str, ...]) -> str:
    """A heading as one text, upper part first; folded it is the key it is remembered by."""
    return " / ".join(parts)


def meaning(parts: tuple[str, ...]) -> str:
    """The field key a heading stands for (upper part first), or an empty string."""
    folded = [folded_label(part) for part in parts]
    if RATES.search(folded[-1]):
        return ""
    if figure := _figure(folded):
        return figure
    if divided := _gendered(parts) or _birth_part(folded):
        return divided
    lowest, whole, upper = folded[-1], " ".join(folded), folded[-2::-1]
    bare = [folded_label(_BRACKETS.sub(" ", part)) for part in reversed(parts)]
    for wording in (lowest, whole):
        key = EXACT.get(wording, "")
        if key and (key not in _SIDES or wording == whole):
            return key
    for wording in (*bare[: len(upper)], *upper, *bare, lowest, whole):
        key = _field(wording)
        if key and (key not in _SIDES or wording == whole):
            return key
    return ""


def _gendered(parts: tuple[str, ...]) -> str:
    """``ngay_sinh:Nam`` and the like: year or tick stands in the column of the gender.

    Marks decide here: folded, "Nam" (man) and "Năm" (year) are one word.
    """
    words = _PUNCTUATION.sub(" ", clean(" ".join(parts)).lower()).split()
    gender = _GENDERS.get(words[-1]) if words else None
    if gender is None:
        return ""
    if len(words) == 1:
        return f"ngay_sinh:{gender}"
    upper = _field(folded_label(" ".join(words[:-1])))
    return f"{upper}:{gender}" if upper in ("ngay_sinh", "gioi_tinh") else ""


def _birth_part(folded: list[str]) -> str:
    """``ngay_sinh:ngay`` and the like: day, month and year stand in columns of their own."""
    parted = len(folded) > 1 and folded[-1] in ("ngay", "thang", "nam")
    born = parted and _field(" ".join(folded[:-1])) == "ngay_sinh"
    return f"ngay_sinh:{folded[-1]}" if born else ""


def _field(wording: str) -> str:
    if wording in EXACT:
        return EXACT[wording]
    if not wording or len(wording) > _LONGEST_HEADING:
        return ""
    full = _written_out(wording)
    if full in EXACT:
        return EXACT[full]
    return next((key for pattern, key in PATTERNS if pattern.search(full)), "")


def _written_out(wording: str) -> str:
    """A folded heading with its abbreviations written out: "so tk mo moi" → "so tai khoan …"."""
    return " ".join([ABBREVIATIONS.get(word, word) for word in wording.split()])


def _figure(folded: list[str]) -> str:
    """``CODE:tu_so`` or ``CODE:mau_so`` where the heading names an indicator and a side."""
    for what, side in _sides(folded):
        if code := _indicator(what):
            return f"{code}:{side}"
    return ""


def _sides(folded: list[str]) -> list[tuple[str, str]]:
    """What a heading may count, and as which side of a figure."""
    pairs: list[tuple[str, str]] = []
    if len(folded) > 1 and (side := _side(folded[-1])):
        pairs.append((" ".join(folded[:-1]), side))
    whole = " ".join(folded)
    if COUNTED.match(_written_out(whole)):
        pairs.append((whole, "tu_so"))
    match = _BY_SIDE.fullmatch(whole)
    if match is not None:
        side = _side(match["side"] or match["side2"])
        pairs.append((match["what"] or match["what2"], side))
    return pairs


def _side(wording: str) -> str:
    """Which side of a figure a lower heading says: how many, or of how many."""
    if MISSING.search(wording):
        return ""
    if NUMERATORS.search(wording):
        return "tu_so"
    return "mau_so" if DENOMINATORS.search(wording) else ""


def indicator_of(text: str) -> str:
    """The code of the indicator a text names, by code or wording, or nothing."""
    return _indicator(folded_label(text))


def _indicator(wording: str) -> str:
    full = _written_out(wording)
    known = INDICATOR_WORDS.get(wording) or INDICATOR_WORDS.get(full)
    return known or _contained(wording) or _contained(full)


def _contained(wording: str) -> str:
    """The indicator named first in a longer heading, by code or wording, as whole words."""
    padded = f" {wording} "
    found = [
        (-padded.index(f" {words} "), len(words), code)
        for words, code in INDICATOR_WORDS.items()
        if f" {words} " in padded
    ]
    return max(found)[2] if found else ""
