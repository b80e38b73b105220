"""The form of one entry of a register: what is refused is told beside its field; saves nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QLineEdit, QWidget

from digicommune.domain.people import mask_tail
from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.views.frames import column, row, scrolled
from digicommune.ui.views.typed_fields import line_field

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_NUMBER = "-"  # typed where a number is to be taken out


class RegisterForm(QDialog):
    """``filled`` tells the entry; whoever saves it closes the form or tells what is wrong.

    ``field_of`` says which field an operation's refusal is about, by its code. A register's own
    form adds its lines, calls ``lay_out`` and reads them back in ``entry``.
    """

    filled = Signal(object)

    def __init__(
        self, parent: QWidget, title: str, width: int, field_of: Mapping[str, str]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(width, 720)
        self.fields: dict[str, QLineEdit] = {}
        self._field_of = field_of
        self._wrong: dict[str, QLabel] = {}
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(16)
        self._below = plain.label("", "bad", wrap=True)
        self._below.hide()
        self.save = plain.button(tr("Lưu"), "main")
        self.save.setDefault(True)
        self.save.clicked.connect(lambda _checked: self._check())

    def entry(self) -> object | None:
        """What is typed; None where a field is wrong, which is told beside it."""
        raise NotImplementedError

    def refuse(self, code: str, title: str, advice: str) -> None:
        """Shows what an operation refused beside the field it is about."""
        field = self._field_of.get(code)
        said = f"{title} {advice}"
        if field is None:
            self._below.setText(plain.cut(said))
            self._below.show()
        else:
            self.tell(field, said)
            self.fields[field].setFocus()
        self.save.setEnabled(True)

    def tell(self, field: str, said: str) -> None:
        """Says beside a field what is wrong with it."""
        self._wrong[field].setText(plain.cut(said))
        self._wrong[field].show()

    def add_head(self, title: str) -> None:
        """A line above the fields of one subject."""
        self._grid.addWidget(plain.label(title, "caps"), self._grid.rowCount(), 0, 1, 2)

    def add_field(self, key: str, title: str, text: str, hint: str = "") -> QLineEdit:
        """A line to type in, with room below it for what is wrong."""
        made = line_field(title, text)
        made.setPlaceholderText(hint)
        self.fields[key] = made
        self._wrong[key] = plain.label("", "bad", wrap=True)
        self._wrong[key].hide()
        self.add_part(title, made)
        self._grid.addWidget(self._wrong[key], self._grid.rowCount(), 1)
        return made

    def add_part(self, title: str, part: QWidget) -> None:
        """Anything else with its name before it."""
        at = self._grid.rowCount()
        self._grid.addWidget(plain.label(title, "soft"), at, 0)
        self._grid.addWidget(part, at, 1)

    def lay_out(self) -> None:
        """Puts the lines and the buttons in place; last, for Tab goes by the order of placing."""
        leave = plain.button(tr("Bỏ"))
        leave.clicked.connect(self.reject)
        inside = QWidget()
        self._grid.setContentsMargins(0, 0, 8, 0)
        inside.setLayout(column(self._grid, 1))
        layout = column(scrolled(inside), self._below, row(1, leave, self.save), gap=16)
        layout.setContentsMargins(24, 24, 16, 16)
        self.setLayout(layout)

    def _check(self) -> None:
        for label in self._wrong.values():
            label.hide()
        self._below.hide()
        made = self.entry()
        if made is not None:
            self.save.setEnabled(False)
            self.filled.emit(made)


def number_hint(number: str | None, head: int = 3, tail: int = 4) -> str:
    """What an empty field says of the number that is known: masked, and how to change it."""
    if not number:
        return ""
    said = tr("{masked} · gõ số mới, hoặc - để bỏ")
    return said.format(masked=mask_tail(number, head, tail))


def number_kept(typed: str, known: str | None) -> str | None:
    """What is to be kept: nothing typed leaves the number as it is."""
    if not typed:
        return known
    return None if typed == NO_NUMBER else typed
