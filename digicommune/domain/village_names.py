"""The village a text means: with or without its common noun, accents, or former commune."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from digicommune.domain.text import clean, fold
from digicommune.domain.villages import Village

_COMMON_NOUNS = (
    ("to", "dan", "pho"),
    ("khu", "dan", "cu"),
    ("khu", "pho"),
    ("tieu", "khu"),
    ("tdp",),
    ("thon",),
    ("ban",),
    ("xom",),
    ("lang",),
    ("khu",),
    ("pho",),
    ("kp",),
)
_WITH_COMMUNE = re.compile(
    r"(?P<name>.+?)\s*(?:\((?P<commune>[^()]+)\)|[-–,]\s*(?P<place>[^-–,]+))", re.IGNORECASE
)


def bare_village_name(name: str) -> tuple[str, str]:
    """Name without its common noun, accented in lower case and folded: "Thôn 01" -> "1", "1"."""
    words = [word.lstrip("0") or "0" if word.isdigit() else word for word in name.split()]
    folded = fold(" ".join(words)).split(" ")
    for noun in _COMMON_NOUNS:
        if len(folded) > len(noun) and tuple(folded[: len(noun)]) == noun:
            words, folded = words[len(noun) :], folded[len(noun) :]
            break
    return " ".join(words).casefold(), " ".join(folded)


def _commune(name: str | None) -> str:
    """A former commune by its bare folded name: "Xã Hoằng Phong cũ" -> "hoang phong"."""
    words = fold(clean(name or "")).strip(" .,;()").removesuffix(" cu").split()
    if len(words) > 1 and words[0] in {"xa", "phuong"}:
        words = words[1:]
    return " ".join(words)


def _of_commune(villages: list[Village], former: str) -> list[Village]:
    """Those of a former commune; where none is noted to be of it, those of which none is noted."""
    asked = _commune(former)
    exact = [one for one in villages if _commune(one.former_commune) == asked]
    return exact or [one for one in villages if not one.former_commune]


class VillageFinder:
    """Finds the village a text means; it never guesses between two that fit equally."""

    def __init__(self, villages: Iterable[Village]) -> None:
        self._levels: list[dict[str, list[Village]]] = [defaultdict(list) for _ in range(4)]
        self._memo: dict[tuple[str, str | None], Village | None] = {}
        for village in villages:
            for level, key in enumerate(self._keys(village.name)):
                self._levels[level][key].append(village)

    @staticmethod
    def _keys(name: str) -> tuple[str, str, str, str]:
        whole = clean(name)
        accented, folded = bare_village_name(whole)
        return whole.casefold(), accented, fold(whole), folded

    def find(self, name: str, former: str | None = None) -> Village | None:
        """By the name as written, then without "thôn" …, then without accents, then neither.

        Of several, the one of the former commune is meant, said apart or behind the name ("Thôn 1
        (Hoằng Phong)", "Thôn 1 - xã Hoằng Phong"); else the only one that still stands; else none.
        """
        asked = name, former
        if asked not in self._memo:
            self._memo[asked] = self._search(name, former) or self._of_both(name)
        return self._memo[asked]

    def _search(self, name: str, former: str | None) -> Village | None:
        for level, key in zip(self._levels, self._keys(name), strict=True):
            found = level.get(key, [])
            if former:
                found = _of_commune(found, former)
            if len(found) > 1:
                found = [one for one in found if one.end is None]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def _of_both(self, name: str) -> Village | None:
        """Name and former commune written as one."""
        both = _WITH_COMMUNE.fullmatch(clean(name))
        if both is None:
            return None
        former = both["commune"] or both["place"]
        found = self._search(both["name"], former)
        agreed = found is not None and _commune(found.former_commune) == _commune(former)
        return found if agreed else None
