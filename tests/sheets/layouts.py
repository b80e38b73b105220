"""Workbooks written down as text, with the reading a careful person makes of them.

A file of ``tests/sheets_from_life/layouts`` holds the sheet (a line a row, cells between bars,
``#`` before a number, ``@`` before a date, a lone dash for an empty row) and below it the reading:
kind, header rows and columns first, then a line for every row that says something.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import openpyxl

from digicommune.domain.rows import ListReading

FOLDER = Path(__file__).resolve().parents[1] / "sheets_from_life" / "layouts"
Cell = str | int | float | datetime | None


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet as text, its merges, the kind asked for, and the reading it must give."""

    rows: list[list[Cell]]
    merges: list[str]
    kind: str
    reading: list[str]


def load(path: Path) -> Layout:
    """The layout written in a file."""
    head, sheet, reading = path.read_text(encoding="utf-8").split("-----\n")
    about = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    return Layout(
        [[] if line == "-" else list(map(_cell, line.split("|"))) for line in sheet.splitlines()],
        about.get("merges", "").split(),
        about.get("kind", "auto"),
        [_in_order(line) for line in reading.splitlines() if line],
    )


def _cell(text: str) -> Cell:
    text = text.strip().replace("\\n", "\n")
    if text.startswith("@"):
        return datetime.fromisoformat(text[1:])
    if text.startswith("#") and text[1:].replace(".", "").replace("-", "").isdecimal():
        return float(text[1:]) if "." in text else int(text[1:])
    return text or None


def _in_order(line: str) -> str:
    """A line of a record with its fields in the order of their names."""
    number, _, said = line.strip().partition(": ")
    if not number.isdecimal() or "=" not in said:
        return line.strip()
    fields, *warnings = said.split(" !")
    parts = sorted(part.strip() for part in fields.split(";"))
    return f"{number}: {'; '.join(parts)}" + "".join(f" !{one.strip()}" for one in sorted(warnings))


def write(layout: Layout, to: Path) -> Path:
    """The layout as an .xlsx; text stays text whatever it starts with."""
    book = openpyxl.Workbook()
    sheet = book.active
    for number, row in enumerate(layout.rows, 1):
        for column, value in enumerate(row, 1):
            if value is not None:
                cell = sheet.cell(number, column, value)
                cell.data_type = "s" if isinstance(value, str) else cell.data_type
    for merge in layout.merges:
        sheet.merge_cells(merge)
    book.save(to)
    return to


def told(reading: ListReading) -> list[str]:
    """A reading as the files write it; a year that only repeats the full date is left out."""
    columns = ", ".join(f"{letters} {key}" for letters, key in reading.columns.items())
    rows = " ".join(map(str, reading.header_rows))
    lines: dict[int, str] = {}
    for record in reading.records:
        fields = dict(record.fields)
        if "ngay_sinh" in fields and str(fields["ngay_sinh"])[:4] == str(fields["nam_sinh"]):
            del fields["nam_sinh"]
        said = "; ".join(f"{key}={value}" for key, value in sorted(fields.items()))
        lines[record.row] = said + "".join(f" !{one}" for one in record.warnings)
    for rejected in reading.rejected:
        codes = " ".join(f"{one.column} {one.code}" for one in rejected.problems)
        lines[rejected.row] = f"rejected {codes}"
    for skipped in reading.skipped:
        count = "" if skipped.declared is None else f" {skipped.declared}"
        lines[skipped.row] = skipped.kind + count
    return [
        f"{reading.kind} | {rows} | {columns}",
        *(f"{n}: {t}" for n, t in sorted(lines.items())),
    ]
