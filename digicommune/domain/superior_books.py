"""Which cell of the superior's workbook takes which figure, shown once; it reads no workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Source = Literal["figure", "population", "text"]
PARTS: Final = ("numerator", "denominator", "percent", "in_period", "previous")
TEXTS: Final = ("commune", "province", "period", "end", "chairman")


@dataclass(frozen=True, slots=True)
class CellItem:
    """What a cell takes: an indicator's part, a village's population on a base, or a text.

    Written "TKNH.numerator", "population.so_ho", "text.period".
    """

    source: Source
    code: str
    part: str = ""

    @property
    def written(self) -> str:
        """As map files write it."""
        return (
            f"{self.code}.{self.part}" if self.source == "figure" else f"{self.source}.{self.code}"
        )


@dataclass(frozen=True, slots=True)
class MappedCell:
    """One cell; ``village`` by its name, None for the whole commune."""

    sheet: str
    cell: str  # "D5"
    item: CellItem
    village: str | None = None


@dataclass(frozen=True, slots=True)
class VillageBlock:
    """Rows of villages: their names stand in one column, each other column takes one item."""

    sheet: str
    names: str  # the letters of the column with the villages' names
    first: int  # rows as Excel counts them
    last: int
    columns: dict[str, CellItem]  # by letters


@dataclass(frozen=True, slots=True)
class BookMap:
    """Everything shown of one workbook."""

    cells: tuple[MappedCell, ...] = ()
    blocks: tuple[VillageBlock, ...] = ()


@dataclass(frozen=True, slots=True)
class SuperiorBook:
    """A workbook of the superior's, kept empty as it came, with its map."""

    book_id: int  # 0: new
    name: str
    file: str
    sha256: str
    map: BookMap
    version: int = 1


@dataclass(frozen=True, slots=True)
class BookFill:
    """One filling: of which period, from which bytes to which, by whom and when."""

    fill_id: int
    book_id: int
    period: str
    source_sha256: str
    result_sha256: str
    cells: int
    who: str
    at: str


def item_of(text: str) -> CellItem:
    """An item as map files write it; raises ``ValueError`` naming what is wrong."""
    first, _, second = text.strip().partition(".")
    if not first or not second:
        raise ValueError(f"“{text}” không có dạng MÃ.phần, ví dụ TKNH.numerator")
    if first == "population":
        return CellItem("population", second)
    if first == "text":
        if second not in TEXTS:
            raise ValueError(f"không có chữ “{second}”; dùng một trong {', '.join(TEXTS)}")
        return CellItem("text", second)
    if second not in PARTS:
        raise ValueError(f"không có phần “{second}”; dùng một trong {', '.join(PARTS)}")
    return CellItem("figure", first, second)


@dataclass(frozen=True, slots=True)
class SheetLook:
    """A sheet as it is looked at while cells are shown; rows and columns count from 0 here."""

    name: str
    hidden: bool
    rows: tuple[tuple[str, ...], ...]
    locked: frozenset[tuple[int, int]]  # formulas, and cells a merged one covers
    names: str = ""  # letters of the column that holds the villages' names, if one does
    first: int = 0  # Excel rows of the first and last village found there
    last: int = 0


@dataclass(frozen=True, slots=True)
class BookLook:
    """A workbook as it is looked at; ``map`` is what was shown of it before."""

    path: str
    name: str
    sheets: tuple[SheetLook, ...]
    map: BookMap
