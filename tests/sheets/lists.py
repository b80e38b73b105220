"""Builds workbooks as offices send them and reads them, for the tests of this room."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl

from digicommune.domain.banks import BankDirectory
from digicommune.domain.rows import ListReading
from digicommune.packs.packs import load_banks
from digicommune.settings import resources
from digicommune.sheets.child import Job, read_job
from digicommune.sheets.messages import Outcome

HEAD = ["STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Điện thoại", "Ghi chú"]


@cache
def banks() -> BankDirectory:
    """The banks this program ships."""
    return BankDirectory(load_banks(resources() / "packs" / "banks.toml").banks())


def outcome(path: Path, kind: str = "auto", sheet: str | None = None) -> Outcome:
    """What the reader makes of a file, in this process."""
    return read_job(Job(str(path), kind, sheet, None, banks().banks))


def read(path: Path, kind: str = "auto", sheet: str | None = None) -> ListReading:
    """The reading of the chosen sheet, in this process."""
    return outcome(path, kind, sheet).reading


def workbook(path: Path, rows: Sequence[Any], merges: Sequence[str] = ()) -> Path:
    """An .xlsx with these rows from A1 on; text starting with = stays text."""
    book = openpyxl.Workbook()
    sheet = book.active
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value is not None:
                cell = sheet.cell(number, column, value)
                if isinstance(value, str):
                    cell.data_type = "s"
    for merge in merges:
        sheet.merge_cells(merge)
    book.save(path)
    return path


def person(number: int, name: str = "Nguyễn Văn Hải", **other: Any) -> list[Any]:
    """A clean row under ``HEAD``; ``cccd`` and the like replace its cells."""
    cells = {
        "born": f"{number % 28 + 1:02d}/05/1980",
        "cccd": f"0380800{number:05d}",
        "phone": f"09{number:08d}",
        "note": None,
        **other,
    }
    return [number, name, *cells.values()]


def codes(reading: ListReading) -> dict[int, list[str]]:
    """Row → the codes for which it was refused."""
    return {one.row: [p.code for p in one.problems] for one in reading.rejected}


def kinds(reading: ListReading) -> dict[int, str]:
    """Row → why it is no record."""
    return {one.row: one.kind for one in reading.skipped}


def warnings(reading: ListReading) -> dict[int, tuple[str, ...]]:
    """Row → warnings of the records that have any."""
    return {one.row: one.warnings for one in reading.records if one.warnings}
