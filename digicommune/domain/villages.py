"""The commune and its villages, with the population figures counted on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

CommuneKind = Literal["xã", "phường", "đặc khu"]


@dataclass(frozen=True, slots=True)
class Commune:
    """The office's own commune; ``code`` is the 5-digit code of QĐ 19/2025/QĐ-TTg, as text."""

    commune_id: int
    name: str  # the proper name alone: "Hoằng Châu"
    province: str  # "Thanh Hóa"
    kind: CommuneKind = "xã"
    code: str | None = None
    chairman: str | None = None
    version: int = 1

    @property
    def title(self) -> str:
        """Common noun and proper name: "xã Hoằng Châu"."""
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class Village:
    """A village (thôn, bản, khu phố, tổ dân phố) from its start to its end date."""

    village_id: int
    name: str
    former_commune: str | None = None
    start: date | None = None
    end: date | None = None
    order: int = 0
    version: int = 1

    def stands_on(self, day: date) -> bool:
        """Whether the village exists on ``day``."""
        after_start = self.start is None or self.start <= day
        return after_start and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class PopulationFigure:
    """How many units of ``base`` (a base code of the pack) a village had on ``as_of``."""

    village_id: int
    base: str
    as_of: date
    value: int
    source: str  # who says so: "nhập từ tệp …, dòng …", "nhập tay"


@dataclass(frozen=True, slots=True)
class VillageLine:
    """A village with its newest population figures by base code, for lists."""

    village: Village
    population: dict[str, int]
