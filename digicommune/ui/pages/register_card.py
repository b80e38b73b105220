"""The frame of a card beside a register's list: masked numbers, sections, buttons; it asks none."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.views.frames import column, empty_layout, row, scrolled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from digicommune.domain.people import SourceRow

MOST_HISTORY = 30


class NumberLine(NamedTuple):
    """A number on a card; ``masked``: it may be asked for in full."""

    key: str
    title: str
    text: str
    masked: bool = True


class RegisterView(QFrame):
    """Tells what is wanted of the entry shown; whoever made it does it."""

    revealed = Signal(str)  # the key of a number
    edited = Signal()
    trashed = Signal()

    def __init__(self, name: str, edit: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        plain.named(self, name)
        self._numbers = QGridLayout()
        self.shown: dict[str, QLabel] = {}
        self.show_buttons: dict[str, QPushButton] = {}
        self._parts = QVBoxLayout()
        self.edit = plain.button(tr("Sửa…"), "", edit)
        self.edit.clicked.connect(lambda _checked: self.edited.emit())
        self.trash = plain.button(
            tr("Bỏ vào thùng rác"),
            "flat",
            tr("Không tính vào số liệu nữa; lấy lại được lúc nào cũng được"),
        )
        self.trash.clicked.connect(lambda _checked: self.trashed.emit())

    def show_number(self, what: str, number: str) -> None:
        """A number in full, until another entry is shown."""
        self.shown[what].setText(plain.cut(number))
        self.show_buttons[what].hide()

    def show_numbers(self, lines: Iterable[NumberLine]) -> None:
        """The numbers of an entry, masked again."""
        empty_layout(self._numbers)
        self.shown.clear()
        self.show_buttons.clear()
        for at, (key, title, text, masked) in enumerate(lines):
            self._numbers.addWidget(plain.label(title, "soft"), at, 0)
            self.shown[key] = plain.label(text or tr("chưa có"), "" if text else "soft")
            self.shown[key].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._numbers.addWidget(self.shown[key], at, 1)
            if text and masked:
                self._numbers.addWidget(self._show_button(key, title), at, 2)

    def _show_button(self, key: str, title: str) -> QPushButton:
        made = plain.button(tr("Hiện số"), "link", tr("Nhật ký ghi lại ai đã xem số của ai"))
        plain.named(made, f"{tr('Hiện số')}: {title}")
        made.clicked.connect(partial(self._reveal, key))
        self.show_buttons[key] = made
        return made

    def _reveal(self, key: str, _checked: bool = False) -> None:
        self.revealed.emit(key)

    def add_section(self, title: str, lines: Sequence[str]) -> None:
        """Lines under a heading, below those there are."""
        self._parts.addWidget(plain.label(title, "caps"))
        for line in lines:
            self._parts.addWidget(plain.label(line, wrap=True))
        self._parts.addSpacing(8)

    def lay_out(self, head: QLayout, box: QWidget, gap: int) -> None:
        """The head stays; numbers, ``box`` and sections scroll below it."""
        self._numbers.setHorizontalSpacing(12)
        self._numbers.setColumnStretch(1, 1)
        self._parts.setSpacing(4)
        inside = QWidget()
        within = column(self._numbers, box, self._parts, 1, gap=gap)
        within.setContentsMargins(0, 0, 8, 0)
        inside.setLayout(within)
        layout = column(head, scrolled(inside), row(self.edit, 1, self.trash), gap=12)
        layout.setContentsMargins(16, 16, 8, 12)
        self.setLayout(layout)


def where_from(source: SourceRow | None, files: Mapping[int, str]) -> str:
    """The file and row a thing came from."""
    if source is None:
        return ""
    file = files.get(source.import_id, tr("lần nhập {number}").format(number=source.import_id))
    return tr("{file}, dòng {row}").format(file=file, row=source.row)
