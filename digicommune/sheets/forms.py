"""Write empty forms for lists, with drop-downs and notes, that read back; it knows no register."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from digicommune.domain.grids import column_letters
from digicommune.sheets.plain_tables import Formats, replacing, safe_text, workbook_at

DATA_SHEET: Final = "Danh sách"
NOTES_SHEET: Final = "Hướng dẫn"
ROWS: Final = 500
_HEAD_ROW: Final = 3
_FIRST_CHOICES_COLUMN: Final = 5
_A4: Final = 9
_PAGE_WIDTH: Final = 180  # characters that stay legible across a page of A4


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of a form: its heading, how it is filled in, and what may stand in it.

    ``check`` is "", "cccd", "phone", "count" or "order"; ``group`` is a heading above several.
    """

    heading: str
    note: str = ""
    example: str = ""
    width: float = 16
    choices: tuple[str, ...] = ()
    check: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """An empty list to be filled in: ``filled`` are the first cells of rows known beforehand."""

    title: str
    office: str
    columns: tuple[FormColumn, ...]
    notes: tuple[str, ...] = ()
    filled: tuple[tuple[str, ...], ...] = ()

    @property
    def grouped(self) -> bool:
        """Whether the heading takes two rows."""
        return any(column.group for column in self.columns)


def write_form(form: Form, to: Path) -> None:
    """Write the form as .xlsx: the list on the first sheet, notes and choices on the second."""
    with replacing(to) as part, workbook_at(part) as book:
        formats = Formats(book)
        sheet, notes = book.add_worksheet(DATA_SHEET), book.add_worksheet(NOTES_SHEET)
        first = _HEAD_ROW + (2 if form.grouped else 1)
        _write_head(sheet, form, formats)
        _write_rows(sheet, form, formats, first)
        for place, column in enumerate(form.columns):
            _limit(sheet, form, place, first)
            sheet.set_column(place, place, column.width)
        _set_page(sheet, form, first)
        _write_notes(notes, form, formats)


def _write_head(sheet: Any, form: Form, formats: Formats) -> None:
    sheet.write_string(0, 0, safe_text(form.office.upper()), formats.note)
    sheet.write_string(1, 0, safe_text(form.title.upper()), formats.title)
    done = -1
    for place, column in enumerate(form.columns):
        if not form.grouped:
            sheet.write_string(_HEAD_ROW, place, column.heading, formats.head)
        elif not column.group:
            sheet.merge_range(_HEAD_ROW, place, _HEAD_ROW + 1, place, column.heading, formats.head)
        else:
            if place > done:
                done = _last_of_group(form, place)
                cells = (_HEAD_ROW, place, _HEAD_ROW, done)
                sheet.merge_range(*cells, safe_text(column.group), formats.head)
            sheet.write_string(_HEAD_ROW + 1, place, column.heading, formats.head)


def _last_of_group(form: Form, place: int) -> int:
    group = form.columns[place].group
    while place + 1 < len(form.columns) and form.columns[place + 1].group == group:
        place += 1
    return place


def _write_rows(sheet: Any, form: Form, formats: Formats, first: int) -> None:
    """Empty cells in which numbers stay text, so that no leading zero is lost."""
    for number in range(max(ROWS, len(form.filled))):
        given = form.filled[number] if number < len(form.filled) else ()
        for place, column in enumerate(form.columns):
            cell = (first + number, place)
            if place < len(given):
                text = safe_text(given[place])
                sheet.write_string(*cell, text, formats.of(text))
            else:
                count = column.check in ("count", "order")
                sheet.write_blank(*cell, None, formats.number if count else formats.text)


def _limit(sheet: Any, form: Form, place: int, first: int) -> None:
    """The drop-down or check of a column; a warning only, for lists hold exceptions."""
    column = form.columns[place]
    last = first + max(ROWS, len(form.filled)) - 1
    top = f"{column_letters(place)}{first + 1}"
    rules: dict[str, dict[str, Any]] = {
        "cccd": {"validate": "custom", "value": f"=AND(LEN({top})=12,ISNUMBER(--{top}))"},
        "phone": {"validate": "length", "criteria": "between", "minimum": 10, "maximum": 11},
        "count": {"validate": "integer", "criteria": ">=", "value": 0},
    }
    rule = rules.get(column.check, {"validate": "any"})
    if column.choices:
        rule = {"validate": "list", "source": _choices_range(form, place)}
    if column.note or len(rule) > 1:
        told = {"input_title": column.heading[:32], "input_message": column.note[:255]}
        wrong = {"error_title": "Xem lại ô này", "error_message": column.note[:255]}
        warned = {**told, **wrong, "error_type": "warning"} if len(rule) > 1 else told
        sheet.data_validation(first, place, last, place, {**rule, **warned})


def _choices_range(form: Form, place: int) -> str:
    """Where the choices of a column stand on the sheet of notes."""
    with_choices = [i for i, column in enumerate(form.columns) if column.choices]
    letters = column_letters(_FIRST_CHOICES_COLUMN + with_choices.index(place))
    last = 2 + len(form.columns[place].choices)
    return f"='{NOTES_SHEET}'!${letters}$3:${letters}${last}"


def _set_page(sheet: Any, form: Form, first: int) -> None:
    sheet.set_paper(_A4)
    sheet.set_landscape()
    width = sum(column.width for column in form.columns)
    sheet.fit_to_pages(max(1, round(width / _PAGE_WIDTH)), 0)
    sheet.repeat_rows(_HEAD_ROW, first - 1)
    sheet.repeat_columns(0, 1)
    sheet.freeze_panes(first, 2)
    sheet.set_row(_HEAD_ROW, 80 if form.grouped else 34)
    shown = max(25, len(form.filled))
    sheet.print_area(0, 0, first + shown - 1, len(form.columns) - 1)


def _write_notes(sheet: Any, form: Form, formats: Formats) -> None:
    """How each column is filled in, an example beside it; the choices stand to the right."""
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, len(form.columns) + len(form.notes) + 3, 3)
    sheet.write_string(0, 0, "CÁCH GHI TỪNG CỘT", formats.title)
    for place, text in enumerate(("Cột", "Tiêu đề", "Cách ghi", "Ví dụ (không phải số liệu)")):
        sheet.write_string(1, place, text, formats.head)
    row = 2
    for place, column in enumerate(form.columns):
        if column.group:
            sheet.set_row(row, 48)
        name = f"{column.group}: {column.heading}" if column.group else column.heading
        for at, text in enumerate((column_letters(place), name, column.note, column.example)):
            sheet.write_string(row, at, safe_text(text), formats.wrapped)
        row += 1
    for number, note in enumerate(form.notes, row + 1):
        sheet.write_string(number, 0, safe_text(note), formats.note)
    for place, width in enumerate((6, 34, 60, 28, 3)):
        sheet.set_column(place, place, width)
    _write_choices(sheet, form, formats)


def _write_choices(sheet: Any, form: Form, formats: Formats) -> None:
    with_choices = [(i, column) for i, column in enumerate(form.columns) if column.choices]
    for at, (place, column) in enumerate(with_choices, _FIRST_CHOICES_COLUMN):
        sheet.set_column(at, at, 24)
        sheet.write_string(1, at, f"Chọn cho cột {column_letters(place)}", formats.head)
        for row, choice in enumerate(column.choices, 2):
            sheet.write_string(row, at, safe_text(choice), formats.of(choice))
