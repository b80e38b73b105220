"""What stands behind one cell: typed beside counted, its past, its note, who changed it when."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QWidget

from digicommune.domain.numbers import percentage
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.views.frames import card, column, empty_layout, row, scrolled
from digicommune.ui.views.past_bars import PastBars
from digicommune.ui.words_entry import refused

if TYPE_CHECKING:
    from digicommune.domain.entry_sheet import CellStory, CellVerdict, EntryCell, EntryColumn

WIDTH = 316
CHANGES = 6  # lines of history shown


class CellPanel(QFrame):
    """``noted`` tells the note one wrote; ``traced`` that one wants the rows behind."""

    noted = Signal(str)
    traced = Signal()
    dropped = Signal()  # what was refused is given up

    def __init__(self) -> None:
        super().__init__()
        self._name = plain.label("", "heading", wrap=True)
        self._place = plain.label("", "soft", wrap=True)
        self.trouble = plain.label("", "notice", wrap=True)
        self._drop = plain.button(tr("Bỏ số vừa gõ"), "link")
        self._drop.clicked.connect(lambda _checked: self.dropped.emit())
        self._facts = QGridLayout()
        self.note = QLineEdit()
        self.note.setMaxLength(300)
        self.note.setAcceptDrops(False)  # a dropped file is a list to import, not a text
        self.note.setPlaceholderText(tr("Ghi chú, lý do sửa…"))
        plain.named(self.note, tr("Ghi chú của ô"))
        self.note.returnPressed.connect(self._keep_note)
        self.keep = plain.button(tr("Ghi"), "", tr("Lưu ghi chú (Enter)"))
        self.keep.clicked.connect(lambda _checked: self._keep_note())
        self.rows = plain.button(tr("Xem các dòng đứng sau"), "link")
        self.rows.clicked.connect(lambda _checked: self.traced.emit())
        self.bars = PastBars()
        self._history = column(gap=6)
        self.setFixedWidth(WIDTH)
        self._lay_out()

    def show_cell(
        self, place: str, column_of: EntryColumn, cell: EntryCell, target: str | None
    ) -> None:
        """Shows a cell as it is kept, with what it aims at; its story follows."""
        one = column_of.indicator
        self._name.setText(plain.cut(one.name))
        self._place.setText(plain.cut(place))
        empty_layout(self._facts)
        for line, (name, value, kind) in enumerate(_facts(column_of, cell, target)):
            told = plain.label(value, kind, wrap=True)
            told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(plain.label(name, "soft"), line, 0)
            self._facts.addWidget(told, line, 1)
        if not self.note.hasFocus():
            self.note.setText(cell.typed.note)

    def show_trouble(self, verdict: CellVerdict | None) -> None:
        """Says why what was typed is not kept."""
        self.trouble.setVisible(verdict is not None)
        self._drop.setVisible(verdict is not None)
        if verdict is not None:
            self.trouble.setText(plain.cut(refused(verdict)))

    def show_story(self, story: CellStory) -> None:
        """Shows the last periods and who changed the cell."""
        self.bars.show_past(story.past)
        empty_layout(self._history)
        for one in story.history[:CHANGES]:
            when = plain.label(f"{words.moment(one.at)} · {one.who}", "small", wrap=True)
            told = f"{one.before or tr('trống')} → {one.after or tr('trống')}"
            self._history.addLayout(column(plain.label(told, wrap=True), when, gap=0))
        if not story.history:
            self._history.addWidget(plain.label(tr("Chưa ai nhập tay ô này."), "small"))

    def set_editable(self, editable: bool) -> None:
        """A closed period takes no note."""
        self.note.setEnabled(editable)
        self.keep.setEnabled(editable)

    def _keep_note(self) -> None:
        self.noted.emit(self.note.text().strip())

    def _lay_out(self) -> None:
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(4)
        self._facts.setColumnStretch(1, 1)
        inside = QWidget()
        content = column(
            column(self._name, self._place, gap=2),
            column(self.trouble, row(1, self._drop), gap=0),
            self._facts,
            row(self.rows, 1),
            row(self.note, self.keep),
            plain.label(tr("12 kỳ gần nhất"), "caps"),
            self.bars,
            plain.label(tr("Ai đã sửa"), "caps"),
            self._history,
            1,
            gap=12,
        )
        content.setContentsMargins(0, 0, 8, 0)
        inside.setLayout(content)
        self.setLayout(column(card(scrolled(inside), edge=14), gap=0))
        self.show_trouble(None)


def _facts(
    column_of: EntryColumn, cell: EntryCell, target: str | None
) -> list[tuple[str, str, str]]:
    """Lines of name, value and look."""
    typed, counted = cell.typed, cell.counted
    said = {
        "blank": tr("chưa nhập"),
        "not_applicable": tr("không áp dụng"),
        "value": words.count(typed.numerator),
    }[typed.status]
    found = [(tr("Nhập tay"), said, "strong" if typed.status != "blank" else "soft")]
    if counted is not None and counted.numerator is not None:
        name = tr("Cộng các thôn") if counted.village_id is None else tr("Đếm từ sổ")
        found.append((name, words.count(counted.numerator), ""))
    if cell.difference is not None:
        found.append((tr("Chênh lệch"), _signed(cell.difference), "bad" if cell.difference else ""))
    if counted is not None and counted.numerator_in_period is not None:
        inside = tr("{inside} trong kỳ, {all} lũy kế").format(
            inside=words.count(counted.numerator_in_period), all=words.count(counted.numerator)
        )
        found.append((tr("Trong sổ"), inside, ""))
    found.append((tr("Mẫu số"), f"{words.count(cell.denominator)} {column_of.base_name}", ""))
    found.append((tr("Tỷ lệ"), _share(column_of, cell), "strong"))
    if target is not None:
        found.append((tr("Mục tiêu"), words.percent(Decimal(target)), ""))
    found.append((tr("Kỳ trước"), words.count(cell.before), ""))
    return found


def _signed(value: int) -> str:
    sign = "+" if value > 0 else ("−" if value < 0 else "")
    return f"{sign}{words.count(abs(value))}"


def _share(column_of: EntryColumn, cell: EntryCell) -> str:
    if cell.numerator is None or not cell.denominator:
        return "–"
    share = percentage(cell.numerator, cell.denominator, column_of.indicator.decimals)
    return words.percent(share)
