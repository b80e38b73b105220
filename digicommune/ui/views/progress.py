"""Shows how far slow work has come and lets one stop it; it starts nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar

from digicommune.domain.numbers import vi_int
from digicommune.domain.progress import SCALE
from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.views.frames import column, row
from digicommune.ui.words_progress import stage_name


class ProgressPanel(QFrame):
    """A bar, a line of words and a button; ``cancelled`` when the button was pressed."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._what = plain.label(kind="strong")
        self._count = plain.label(kind="small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = plain.button(tr("Dừng lại"))
        self._stop.clicked.connect(self._ask_stop)
        words = column(row(self._what, 1, self._count), self._bar, gap=10)
        layout = row(words, self._stop, gap=24)
        layout.setContentsMargins(16, 16, 16, 16)
        self.setLayout(layout)
        self.hide()

    def start(self, what: str, *, stoppable: bool = True) -> None:
        """Shows that work has begun whose length is not yet known."""
        self._stop.setVisible(stoppable)
        self._what.setText(plain.cut(what))
        self._count.clear()
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        plain.named(self, what)
        self.show()

    def advance(self, done: int, total: int, what: str) -> None:
        """``done`` of ``total`` steps are done."""
        self._what.setText(plain.cut(stage_name(what)))
        self._bar.setRange(0, max(total, 0))
        self._bar.setValue(min(done, total))
        self._count.setText(_counted(done, total))

    def _ask_stop(self) -> None:
        self._stop.setEnabled(False)
        self._what.setText(tr("Đang dừng, chưa có gì được ghi…"))
        self.cancelled.emit()


def _counted(done: int, total: int) -> str:
    """Steps as they are counted; work of several stages has no steps and is told in percent."""
    if total == SCALE:
        return f"{100 * done // SCALE}%"
    return f"{vi_int(done)} / {vi_int(total)}" if total > 0 else ""
