"""The populations of a village: each with its day and who says so; typed ones are handed on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from digicommune.domain.dates import DateError, read_date
from digicommune.domain.numbers import vi_int
from digicommune.domain.villages import PopulationFigure
from digicommune.settings import today
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.views.frames import column, empty_layout, row
from digicommune.ui.views.steady_box import SteadyBox

if TYPE_CHECKING:
    from digicommune.domain.village_cards import VillageCard


class PopulationBox(QWidget):
    """``typed`` tells a ``PopulationFigure`` to be kept, ``removed`` one to be taken out."""

    typed = Signal(object)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._card: VillageCard | None = None
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self.base_box = SteadyBox(tr("Cơ sở tính"), 190)
        self.value, self.day, self.source = QLineEdit(), QLineEdit(), QLineEdit()
        self.problem = plain.label("", "bad", wrap=True)
        self.problem.hide()
        self.keep = plain.button(tr("Ghi"))
        self.keep.clicked.connect(lambda _checked: self._keep())
        self._lay_out()

    def show_card(self, card: VillageCard) -> None:
        """Shows the figures of record, then the others."""
        self._card = card
        empty_layout(self._grid)
        for at, one in enumerate((*card.population, *card.population_before)):
            self._add(at, one, "" if one in card.population else "soft")
        chosen = self.base_box.currentData()
        self.base_box.clear()
        for code, name in card.base_names.items():
            self.base_box.addItem(plain.cut(words.base_name(code, {code: name})), code)
        self.base_box.setCurrentIndex(max(0, self.base_box.findData(chosen)))

    def _add(self, at: int, one: PopulationFigure, kind: str) -> None:
        names = self._card.base_names if self._card else {}
        cells = (
            words.base_name(one.base, names),
            vi_int(one.value),
            words.day(one.as_of),
            one.source,
        )
        for place, text in enumerate(cells):
            label = plain.label(
                text, "strong" if place == 1 and not kind else kind, wrap=place == 3
            )
            if place == 1:
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(label, at, place)
        gone = plain.button("×", "flat", tr("Bỏ số liệu này"))
        gone.setFixedWidth(32)
        plain.named(gone, tr("Bỏ số liệu này"))
        gone.clicked.connect(partial(self._remove, one))
        self._grid.addWidget(gone, at, 4)
        self._grid.setColumnStretch(3, 1)

    def _remove(self, one: PopulationFigure, _checked: bool = False) -> None:
        self.removed.emit(one)

    def _keep(self) -> None:
        self.problem.hide()
        digits = "".join(one for one in self.value.text() if one.isdigit())
        try:
            day = read_date(self.day.text().strip()).iso
        except DateError:
            day = None
        if self._card is None or not digits or day is None:
            self.refuse(tr("Ghi số người (chỉ gồm chữ số) và ngày đủ ngày/tháng/năm."))
            return
        from datetime import date

        number, base = self._card.village.village_id, self.base_box.currentData()
        made = PopulationFigure(
            number, base, date.fromisoformat(day), int(digits), self.source.text().strip()
        )
        self.typed.emit(made)

    def refuse(self, said: str) -> None:
        """Tells what is wrong with what was typed."""
        self.problem.setText(plain.cut(said))
        self.problem.show()

    def _lay_out(self) -> None:
        self.value.setPlaceholderText(tr("Số"))
        self.value.setFixedWidth(88)
        self.day.setText(words.day(today()))
        self.day.setFixedWidth(104)
        self.source.setPlaceholderText(tr("Nguồn: Công an xã, niên giám…"))
        for line, name in (
            (self.value, tr("Số")),
            (self.day, tr("Ngày")),
            (self.source, tr("Nguồn")),
        ):
            line.setAcceptDrops(False)
            line.setMaxLength(120)
            plain.named(line, name)
        add = row(self.base_box, self.value, self.day, gap=8)
        layout = column(self._grid, add, row(self.source, self.keep, gap=8), self.problem, gap=8)
        layout.setStretch(0, 0)
        self.setLayout(layout)
