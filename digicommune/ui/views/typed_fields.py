"""Fields one types a line, a day or a count into, and what was typed; it words no refusal."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QLineEdit

from digicommune.domain.dates import DateError, read_date
from digicommune.ui import plain

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class DayError(ValueError):
    """A field that should hold a day does not."""


def line_field(name: str, text: str = "", most: int = 200) -> QLineEdit:
    """A line of text, named for screen readers."""
    made = QLineEdit(plain.cut(text))
    made.setMaxLength(most)
    made.setAcceptDrops(False)  # a dropped file is a list to import, not a text
    plain.named(made, name)
    return made


def day_in(text: str) -> date | None:
    """The day typed, None where nothing is; raises ``DayError``, also of a year alone."""
    if not text.strip():
        return None
    try:
        found = read_date(text.strip()).iso
    except DateError:
        raise DayError(text) from None
    if found is None:
        raise DayError(text)
    return date.fromisoformat(found)


def day_field(day: date) -> QDateEdit:
    """A field that always holds a day, with a calendar to choose from."""
    made = QDateEdit(qdate(day))
    made.setCalendarPopup(True)
    made.setDisplayFormat("dd/MM/yyyy")
    return made


def qdate(day: date) -> QDate:
    """A day as such a field takes it."""
    return QDate(day.year, day.month, day.day)


def day_of(field: QDateEdit) -> date:
    """The day in such a field."""
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())


def number_field(name: str) -> QLineEdit:
    """A narrow field for a count; empty where none is known."""
    made = QLineEdit()
    made.setMaxLength(7)
    made.setFixedWidth(72)
    made.setAlignment(RIGHT)
    plain.named(made, name)
    return made


def typed(count: int | None) -> str:
    """A count as it stands in a field."""
    return "" if count is None else str(count)


def count_in(text: str) -> int | None:
    """The whole number typed, with or without dots; None where there is none."""
    bare = text.strip().replace(".", "")
    return int(bare) if bare.isascii() and bare.isdecimal() else None
