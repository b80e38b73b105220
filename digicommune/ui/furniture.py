"""What stands in the main window: left bar, head, alerts, place of the pages; it moves nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFrame, QMainWindow, QStackedWidget

from digicommune.ui import plain
from digicommune.ui.alerts import AlertBar
from digicommune.ui.bar import LeftBar
from digicommune.ui.language import tr
from digicommune.ui.views.frames import column, holder, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digicommune.ui.page import Heading, PageEntry
    from digicommune.ui.window import WindowOptions


class Furniture:
    """The window's parts, made together after the shell is on screen."""

    def __init__(self, pages: Sequence[PageEntry], options: WindowOptions) -> None:
        self.alerts = AlertBar(options.log_path, *([options.wording] if options.wording else []))
        self.bar = LeftBar(pages)
        self.stack = QStackedWidget()
        self.periods = QComboBox()
        self.office = plain.label(options.office, "office")
        self.note = plain.label("", "head_note")
        self.busy = plain.label(tr("Đang làm việc…"), "small")

    def stand_in(self, window: QMainWindow) -> None:
        """Lays the parts out in the window."""
        self.stack.setObjectName("pages")
        self.stack.setProperty("focusPolicy", plain.BY_CLICK)
        right = column(self._head(), self.alerts, gap=0)
        right.addWidget(self.stack, 1)
        whole = row(self.bar, gap=0)
        whole.addLayout(right, 1)
        window.setCentralWidget(holder(whole))
        self.busy.hide()
        self.busy.setContentsMargins(0, 0, 16, 0)
        window.statusBar().setSizeGripEnabled(False)
        window.statusBar().setContentsMargins(18, 0, 0, 0)
        window.statusBar().addPermanentWidget(self.busy)

    def show_heading(self, heading: Heading) -> None:
        """The office's name and the periods to choose from."""
        self.office.setText(plain.cut(heading.office))
        self.note.setText(plain.cut(heading.note))
        self.periods.blockSignals(True)
        self.periods.clear()
        for code, title in heading.periods:
            self.periods.addItem(plain.cut(title), code)
        self.periods.setCurrentIndex(max(0, self.periods.findData(heading.period)))
        self.periods.setEnabled(self.periods.count() > 0)
        self.periods.blockSignals(False)

    def _head(self) -> QFrame:
        made = QFrame()
        made.setObjectName("head")
        self.periods.setObjectName("period")
        self.periods.setEnabled(False)
        plain.named(self.periods, tr("Kỳ báo cáo"))
        plain.set_tip(self.periods, tr("Kỳ báo cáo của mọi trang"))
        names = column(self.office, self.note, gap=0)
        layout = row(names, 1, plain.label(tr("Kỳ báo cáo"), "soft"), self.periods, gap=12)
        layout.setContentsMargins(24, 10, 24, 10)
        made.setLayout(layout)
        return made
