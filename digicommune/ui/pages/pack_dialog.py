"""The window of criteria sets: the list, and the editor of one of them; it only holds both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from digicommune.ui.language import tr
from digicommune.ui.pages.pack_criterion_form import Choices
from digicommune.ui.pages.pack_editor import PackEditor
from digicommune.ui.pages.pack_list import PackList
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import column

if TYPE_CHECKING:
    from digicommune.domain.criteria import CriteriaSet
    from digicommune.domain.indicator_cards import IndicatorCards
    from digicommune.operations.criteria_packs import PackNews
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.criteria_calls import PackCalls
    from digicommune.ui.pages.pack_draft import PackDraft


class PackDialog(QDialog):
    """Stands beside the page without blocking it."""

    def __init__(self, parent: QWidget, desk: Desk, calls: PackCalls, period: str | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Bộ tiêu chí"))
        self.resize(1180, 680)
        self._desk, self._calls, self._period = desk, calls, period
        self.list = PackList(desk, calls)
        self.editor = PackEditor(desk, calls)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.editor)
        self.list.opened.connect(self._edit)
        self.list.kept.connect(lambda news: self._ask(news.pack.code))
        self.editor.saved.connect(self._saved)
        self.editor.left.connect(lambda: self.stack.setCurrentIndex(0))
        layout = column(self.stack)
        layout.setContentsMargins(24, 20, 24, 16)
        self.setLayout(layout)
        self._ask(None)

    def reject(self) -> None:
        """Esc and the cross: with something unsaved only at the second asking."""
        if self.stack.currentIndex() == 1:
            self.editor.leave()
        else:
            super().reject()

    def closeEvent(self, event: Any) -> None:
        """The cross of the window, the same way."""
        if self.stack.currentIndex() == 1 and self.editor.unsaved:
            event.ignore()
            self.editor.leave()
            return
        super().closeEvent(event)

    def _ask(self, code: str | None) -> None:
        calls, period = self._calls, self._period

        def call(_progress: object) -> tuple[tuple[CriteriaSet, ...], IndicatorCards]:
            return calls.sets(), calls.indicators(period)

        def show(answer: tuple[tuple[CriteriaSet, ...], IndicatorCards]) -> None:
            self.list.show_sets(answer[0], code)
            self.editor.offer(_choices(answer[1]))

        self._desk.run(Task(call=call, done=show, owner=self, topic="packs"))

    def _edit(self, draft: PackDraft) -> None:
        self.editor.open_on(draft)
        self.stack.setCurrentIndex(1)

    def _saved(self, news: PackNews) -> None:
        self._ask(news.pack.code)


def _choices(cards: IndicatorCards) -> Choices:
    return Choices(
        indicators={
            one.indicator.code: f"{one.indicator.name} ({one.indicator.code})"
            for one in cards.cards
        },
        bases={one.code: one.name for one in cards.bases},
        units={one.indicator.code: one.indicator.unit for one in cards.cards},
    )
