"""A map file of the superior's workbook into a checked map; it opens no workbook."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from digicommune.domain.superior_books import BookMap, CellItem, MappedCell, VillageBlock, item_of
from digicommune.packs.reading import bad_pack, line_in, read_pack

if TYPE_CHECKING:
    from pathlib import Path

_CELL = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")
_LETTERS = re.compile(r"[A-Z]{1,3}")


@dataclass(frozen=True, slots=True)
class _Cell:
    sheet: str
    at: str
    takes: str
    village: str | None = None


@dataclass(frozen=True, slots=True)
class _Block:
    sheet: str
    names: str
    first: int
    last: int
    columns: dict[str, str]


@dataclass(frozen=True, slots=True)
class _MapFile:
    cell: tuple[_Cell, ...] = ()
    block: tuple[_Block, ...] = field(default_factory=tuple)


def load_map(path: Path) -> BookMap:
    """Reads and checks a map file; raises ``UserError`` ``bad_pack``."""
    told = read_pack(path, _MapFile)
    if not told.cell and not told.block:
        raise bad_pack(path, "chưa chỉ ô nào", None)
    cells = tuple(_cell(path, place, one) for place, one in enumerate(told.cell))
    return BookMap(cells, tuple(_block(path, place, one) for place, one in enumerate(told.block)))


def _cell(path: Path, place: int, one: _Cell) -> MappedCell:
    at = one.at.upper().replace("$", "")
    if not _CELL.fullmatch(at):
        raise bad_pack(path, f"“{one.at}” không phải địa chỉ ô", line_in(path, f"cell[{place}].at"))
    return MappedCell(one.sheet, at, _item(path, f"cell[{place}].takes", one.takes), one.village)


def _block(path: Path, place: int, one: _Block) -> VillageBlock:
    where = f"block[{place}]"
    if not 1 <= one.first <= one.last:
        raise bad_pack(path, "first phải từ 1 và không quá last", line_in(path, f"{where}.first"))
    letters = [one.names, *one.columns]
    wrong = [each for each in letters if not _LETTERS.fullmatch(each)]
    if wrong:
        reason = f"“{wrong[0]}” không phải tên cột"
        raise bad_pack(path, reason, line_in(path, f"{where}.names"))
    columns = {
        letter: _item(path, f"{where}.columns", takes) for letter, takes in one.columns.items()
    }
    return VillageBlock(one.sheet, one.names, one.first, one.last, columns)


def _item(path: Path, where: str, text: str) -> CellItem:
    try:
        return item_of(text)
    except ValueError as error:
        raise bad_pack(path, str(error), line_in(path, where)) from error
