"""What is known of a person: a tick and a day each, with where it came from; it saves nothing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QWidget

from digicommune.settings import today
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.views.frames import column, empty_layout
from digicommune.ui.views.typed_fields import DayError, day_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digicommune.domain.people import PersonFact
    from digicommune.domain.people_cards import PersonCard
    from digicommune.operations.people_filters import Fact


class FactsBox(QWidget):
    """``ticked`` tells the indicator's code, the day (None: not known) and whether it holds."""

    ticked = Signal(str, object, bool)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self.ticks: dict[str, QCheckBox] = {}
        self.days: dict[str, QLineEdit] = {}
        layout = column(plain.label(tr("Chuyển đổi số"), "caps"), gap=4)
        layout.addLayout(self._grid)
        self.setLayout(layout)

    def show_facts(self, card: PersonCard, facts: Sequence[Fact]) -> None:
        """Shows what is known and what is not."""
        empty_layout(self._grid)
        self.ticks.clear()
        self.days.clear()
        known = {one.fact: one for one in card.facts}
        for one in facts:
            if not one.from_accounts:
                self._add(one, known.get(one.code), card)

    def _add(self, fact: Fact, known: PersonFact | None, card: PersonCard) -> None:
        at = self._grid.rowCount()
        tick = plain.check("")
        tick.setChecked(known is not None)
        plain.named(tick, fact.name)
        name = _Name(fact.name, tick)
        for part in (tick, name):
            plain.set_tip(part, _source(known, card))
        day = QLineEdit(words.day(known.since) if known else "")
        day.setPlaceholderText(tr("chưa rõ ngày"))
        day.setFixedWidth(112)
        day.setAcceptDrops(False)
        day.setVisible(known is not None)
        plain.named(day, tr("Từ ngày: {name}").format(name=fact.name))
        tick.toggled.connect(partial(self._tell_tick, fact.code))
        day.editingFinished.connect(partial(self._tell_day, fact.code, day.text()))
        for place, shown in enumerate((tick, name, day)):
            self._grid.addWidget(shown, at, place)
        self.ticks[fact.code], self.days[fact.code] = tick, day

    def _tell_tick(self, code: str, holds: bool) -> None:
        self.ticked.emit(code, today() if holds else None, holds)

    def _tell_day(self, code: str, before: str) -> None:
        """A day that is none is put back as it was."""
        box = self.days.get(code)
        if box is None or box.text() == before:
            return
        try:
            since = day_in(box.text())
        except DayError:
            box.setText(before)
            return
        self.ticked.emit(code, since, True)


class _Name(QLabel):
    """A name that breaks into lines, which the text of a tick box does not; a click ticks."""

    def __init__(self, text: str, tick: QCheckBox) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(plain.cut(text))
        self.setWordWrap(True)
        self._tick = tick

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """As a click on the box itself."""
        self._tick.toggle()
        event.accept()


def _source(known: PersonFact | None, card: PersonCard) -> str:
    if known is None:
        return tr("Chưa có; đánh dấu nếu người này đã có, rồi sửa ngày nếu cần")
    if known.source is None:
        return known.note or tr("Ghi tay")
    file = card.sources.get(known.source.import_id, "")
    return tr("{file}, dòng {row}").format(file=file, row=known.source.row)
