"""Write plain tables of text as .xlsx or .csv in which nothing is a formula; it opens no file.

Large tables go out row by row; a part file becomes the table only when it is whole.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from digicommune.errors import UserError

LONGEST_TEXT: Final = 32_767
OPTIONS: Final = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
# Control characters, lone surrogates and what XML 1.0 does not hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_RISKY = re.compile(r"^[\s\ufeff\u200b]*[=+\-@\t\r]")
_PLAIN_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Table:
    """A table to write: its title, headings, and rows of text."""

    title: str
    headings: Sequence[str]
    rows: Iterable[Sequence[object]]


def safe_text(value: object) -> str:
    """A cell's text without what Excel cannot hold, cut where Excel would cut it unseen."""
    text = "" if value is None else str(value)
    text = _UNWRITABLE.sub("", text)
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"


def is_risky(text: str) -> bool:
    """Whether a spreadsheet might take the text for a formula when it is edited or re-opened."""
    return _RISKY.match(text) is not None


def csv_text(value: object) -> str:
    """A cell of a CSV file: what might be taken for a formula gets an apostrophe in front."""
    text = safe_text(value)
    return "'" + text if is_risky(text) and not _PLAIN_NUMBER.fullmatch(text) else text


@contextmanager
def replacing(to: Path) -> Iterator[Path]:
    """A part file beside ``to`` that takes its place when all went well.

    Raises ``UserError`` ``file_not_written`` where the system does not let it be written.
    """
    part = to.with_name(f".{to.name}.part")
    try:
        yield part
        part.replace(to)
    except OSError as error:
        raise not_written(to) from error
    finally:
        if part.exists():
            part.unlink()


def not_written(to: Path) -> UserError:
    """The file cannot be written there."""
    return UserError(
        "file_not_written",
        f"Không ghi được tệp {to}.",
        "Đóng tệp nếu đang mở, hoặc chọn tên và thư mục khác.",
        file=str(to),
    )


def write_table(table: Table, to: Path) -> None:
    """Write a table as .csv where the name says so, else as .xlsx."""
    with replacing(to) as part:
        (_write_csv if to.suffix.lower() == ".csv" else _write_xlsx)(table, part)


def _write_csv(table: Table, to: Path) -> None:
    with to.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(map(csv_text, table.headings))
        writer.writerows([csv_text(cell) for cell in row] for row in table.rows)


def _write_xlsx(table: Table, to: Path) -> None:
    with workbook_at(to, constant_memory=True) as book:
        sheet = book.add_worksheet("Danh sách")
        formats = Formats(book)
        _lay_out(sheet, table)
        sheet.write_string(0, 0, safe_text(table.title), formats.title)
        for column, heading in enumerate(table.headings):
            sheet.write_string(2, column, safe_text(heading), formats.head)
        for number, row in enumerate(table.rows, 3):
            for column, value in enumerate(row):
                if text := safe_text(value):
                    sheet.write_string(number, column, text, formats.of(text))


@contextmanager
def workbook_at(to: Path, *, constant_memory: bool = False) -> Iterator[Any]:
    """An XlsxWriter workbook in which no text turns into a formula, link or number.

    What it keeps on disk while it works, people's rows among it, goes whatever happens.
    """
    import xlsxwriter
    from xlsxwriter.exceptions import XlsxWriterException

    with TemporaryDirectory(prefix="digicommune-", ignore_cleanup_errors=True) as folder:
        options = {**OPTIONS, "constant_memory": constant_memory, "tmpdir": folder}
        book = xlsxwriter.Workbook(str(to), options)
        try:
            yield book
            book.close()
        except XlsxWriterException as error:
            raise OSError(str(error)) from error
        finally:
            for sheet in book.worksheets():
                if sheet.row_data_fh is not None:
                    sheet.row_data_fh.close()


class Formats:
    """The few formats of an outgoing table; risky texts carry Excel's quote prefix."""

    def __init__(self, book: Any) -> None:
        font = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
        boxed = {**font, "border": 1, "num_format": "@"}
        self.title = book.add_format({**font, "bold": True, "font_size": 14})
        self.note = book.add_format({**font, "italic": True})
        self.text = book.add_format(boxed)
        self.quoted = book.add_format({**boxed, "quote_prefix": True})
        head = {**boxed, "bold": True, "text_wrap": True, "align": "center"}
        self.head = book.add_format({**head, "bg_color": "#E8EEF4"})
        self.wrapped = book.add_format({**boxed, "text_wrap": True, "quote_prefix": True})
        self.number = book.add_format({**boxed, "num_format": "#,##0"})

    def of(self, text: str) -> Any:
        """The format a text needs."""
        return self.quoted if is_risky(text) else self.text


def _lay_out(sheet: Any, table: Table) -> None:
    """A4 across, one page wide, the heading on every page."""
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(2)
    sheet.freeze_panes(3, 0)
    for column, heading in enumerate(table.headings):
        sheet.set_column(column, column, max(8, min(32, len(heading) + 6)))
