"""What a commune's villages are called in a sentence, and who heads them; it renames no village."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from digicommune.documents.wording import read_words
from digicommune.settings import resources

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class VillageUnit:
    """One kind of village: "thôn", "tổ dân phố"; ``commune_kinds`` is where it is the usual one."""

    name: str
    head: str
    heads: str
    named: str
    commune_kinds: tuple[str, ...] = ()

    @property
    def places(self) -> dict[str, str]:
        """What any sentence of a paper may name."""
        name = self.name
        capital = f"{name[:1].upper()}{name[1:]}"
        return {"unit": name, "Unit": capital, "UNIT": name.upper(), "heads": self.heads}


@dataclass(frozen=True, slots=True)
class VillageUnits:
    """The pack of them."""

    code: str
    title: str
    unit: tuple[VillageUnit, ...]
    verified: bool = False


@cache
def shipped_units() -> tuple[VillageUnit, ...]:
    """The kinds that come with the program; raises ``UserError`` ``bad_pack``."""
    path = resources() / "packs" / "wording" / "village_units.toml"
    return read_words(path, VillageUnits).unit


def unit_of(commune_kind: str, villages: Iterable[str]) -> VillageUnit:
    """What most names say themselves ("Tổ dân phố 3"), else what is usual in such a commune."""
    known = shipped_units()
    names = [one.casefold() for one in villages]
    usual = next((one for one in known if commune_kind in one.commune_kinds), known[0])
    said = Counter(one.name for name in names for one in known if name.startswith(f"{one.name} "))
    most = said.most_common(1)
    if not most or most[0][1] * 2 <= len(names):
        return usual
    return next(one for one in known if one.name == most[0][0])
