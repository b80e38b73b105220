"""The main window: the left bar, the head, the pages; it shows itself first and asks data after."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QComboBox, QFrame, QMainWindow, QStackedWidget, QWidget

from digicommune.errors import UserError
from digicommune.ui import plain, style
from digicommune.ui.alerts import AlertBar, Wording
from digicommune.ui.bar import LeftBar
from digicommune.ui.language import tr
from digicommune.ui.page import Desk, Heading, Page, PageEntry, Prints, Searches, TakesFiles
from digicommune.ui.tasks import Tasks
from digicommune.ui.views.frames import column, holder, row

NARROW_BELOW = 1100  # pixels of the window: below it the bar shows icons only
INTAKE = "intake"  # the page that takes dropped files


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """What the window needs beside its pages."""

    office: str = "DigiCommune"  # shown until the heading is known
    log_path: Path | None = None
    wording: Wording | None = None  # an error's words in the language on screen


class MainWindow(QMainWindow):
    """Pages are made when first opened and ask their data when they become visible."""

    painted = Signal()  # the shell was drawn for the first time
    opened = Signal(str)  # a page became visible

    def __init__(
        self, pages: Sequence[PageEntry], tasks: Tasks, options: WindowOptions | None = None
    ) -> None:
        super().__init__()
        options = options or WindowOptions()
        self._entries = {one.key: one for one in pages}
        self._tasks = tasks
        self._pages: dict[str, QWidget] = {}
        self._fresh: set[str] = set()
        self._period: str | None = None
        self._begun = False
        self._closing = False
        self.alerts = AlertBar(options.log_path, *([options.wording] if options.wording else []))
        self.bar = LeftBar(pages)
        self._stack = QStackedWidget()
        self.periods = QComboBox()
        self._office = plain.label(options.office, "office")
        self._note = plain.label("", "head_note")
        self._busy = plain.label(tr("Đang làm việc…"), "small")
        self._lay_out(options.office)
        self._connect()

    @property
    def desk(self) -> Desk:
        """What pages may ask of this window."""
        return Desk(
            run=self._tasks.run,
            alert=self.alerts.show_error,
            say=self.say,
            open_page=self.open_page,
            tell_heading=self.show_heading,
        )

    @property
    def period(self) -> str | None:
        """The code of the period chosen; None until one is known."""
        return self._period

    def page(self, key: str) -> QWidget:
        """The page of this key, made now if it was not yet opened."""
        if key not in self._pages:
            made = self._entries[key].make(self.desk)
            self._pages[key] = made
            self._stack.addWidget(made)
        return self._pages[key]

    @property
    def current_key(self) -> str:
        """The key of the page that is visible; empty before the first."""
        shown = self._stack.currentWidget()
        return next((key for key, page in self._pages.items() if page is shown), "")

    def open_page(self, key: str) -> None:
        """Shows a page and lets it ask its data where it has not yet."""
        if key not in self._entries:
            return
        page = self.page(key)
        self._stack.setCurrentWidget(page)
        self.bar.mark(key)
        self.setWindowTitle(f"{self._entries[key].title} – DigiCommune")
        if key not in self._fresh:
            self._refresh(key)
        self.opened.emit(key)

    def show_heading(self, heading: Heading) -> None:
        """The office's name and the periods to choose from."""
        self._office.setText(plain.cut(heading.office))
        self._note.setText(plain.cut(heading.note))
        first = self._period is None
        self._period = heading.period
        self.periods.blockSignals(True)
        self.periods.clear()
        for code, title in heading.periods:
            self.periods.addItem(plain.cut(title), code)
        self.periods.setCurrentIndex(max(0, self.periods.findData(heading.period)))
        self.periods.setEnabled(self.periods.count() > 0)
        self.periods.blockSignals(False)
        if first:
            self._first_period()

    def say(self, text: str) -> None:
        """One line in the status line; it goes after ten seconds."""
        self.statusBar().showMessage(plain.cut(text), 10_000)

    def take_file(self, path: Path) -> None:
        """Leads a list to the page that imports it."""
        if INTAKE not in self._entries:
            return
        self.open_page(INTAKE)
        page = self.page(INTAKE)
        if isinstance(page, TakesFiles):
            page.take_file(path)

    def reload(self) -> None:
        """Asks everything again: the visible page now, the others when opened (F5)."""
        self._fresh.clear()
        if self.current_key:
            self._refresh(self.current_key)

    # --- what Qt tells

    def event(self, event: QEvent) -> bool:
        """Begins to work after the first paint."""
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._begun:
            self._begun = True
            QTimer.singleShot(0, self._begin)
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Folds the bar where the window is narrow."""
        self.bar.set_narrow(event.size().width() < NARROW_BELOW)
        super().resizeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files, wherever on the window they are dropped."""
        if event.mimeData().hasUrls() and INTAKE in self._entries:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Imports the first file; several at once are refused with words."""
        paths = [Path(one.toLocalFile()) for one in event.mimeData().urls() if one.isLocalFile()]
        event.acceptProposedAction()
        if len(paths) == 1:
            self.take_file(paths[0])
        else:
            self.alerts.show_error(
                UserError(
                    "one_file_at_a_time",
                    tr("Mỗi lần chỉ nhập được một tệp nằm trên máy này."),
                    tr("Hãy thả từng tệp một."),
                )
            )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Lets a write under way finish first, then closes by itself."""
        if self._tasks.writing:
            self._closing = True
            self.alerts.say(tr("Đang lưu số liệu, cửa sổ sẽ tự đóng khi lưu xong."))
            event.ignore()
            return
        self._tasks.shut_down()
        super().closeEvent(event)

    # --- inside

    def _begin(self) -> None:
        self.painted.emit()
        self.bar.draw_icons()
        self.setWindowIcon(style.icon("emblem", "main"))
        self._shortcuts()
        self._stack.setFocus()  # else Qt gives it to the first button of the bar
        if self._entries and not self.current_key:
            self.open_page(next(iter(self._entries)))

    def _refresh(self, key: str) -> None:
        page: object = self._pages[key]
        self._fresh.add(key)
        if isinstance(page, Page):
            page.refresh(self._period)

    def _first_period(self) -> None:
        """Pages opened before the period was known ask again."""
        teller = next(iter(self._entries), "")
        self._fresh &= {teller}
        if self.current_key and self.current_key != teller:
            self._refresh(self.current_key)

    def _choose_period(self, place: int) -> None:
        self._period = self.periods.itemData(place)
        self.reload()

    def _rest(self, busy: bool) -> None:
        self._busy.setVisible(busy)
        if self._closing and not busy:
            self.close()

    def _find(self) -> None:
        page: object = self._stack.currentWidget()
        if isinstance(page, Searches):
            page.start_search()

    def _print(self) -> None:
        page: object = self._stack.currentWidget()
        if isinstance(page, Prints):
            page.start_print()

    def _choose_file(self) -> None:
        if INTAKE not in self._entries:
            return
        self.open_page(INTAKE)
        page = self.page(INTAKE)
        if isinstance(page, TakesFiles):
            page.choose_file()

    def _connect(self) -> None:
        self.bar.picked.connect(self.open_page)
        self.periods.activated.connect(self._choose_period)
        self._tasks.changed.connect(self.reload)
        self._tasks.failed.connect(self.alerts.show_error)
        self._tasks.busy.connect(self._rest)

    def _shortcuts(self) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        keys: list[tuple[str, Callable[[], None]]] = [
            ("F5", self.reload),
            ("Ctrl+F", self._find),
            ("Ctrl+O", self._choose_file),
            ("Ctrl+P", self._print),
            ("Esc", self.alerts.hide),
        ]
        for place, entry in enumerate(tuple(self._entries.values())[:9]):
            keys.append((f"Ctrl+{place + 1}", partial(self.open_page, entry.key)))
        for text, step in keys:
            QShortcut(QKeySequence(text), self).activated.connect(step)

    def _lay_out(self, office: str) -> None:
        self.setWindowTitle(office)
        self.setAcceptDrops(True)
        self.resize(1366, 768)
        self.setMinimumSize(720, 520)
        self._stack.setObjectName("pages")
        self._stack.setProperty("focusPolicy", plain.BY_CLICK)
        right = column(self._head(), self.alerts, gap=0)
        right.addWidget(self._stack, 1)
        whole = row(self.bar, gap=0)
        whole.addLayout(right, 1)
        self.setCentralWidget(holder(whole))
        self._busy.hide()
        self._busy.setContentsMargins(0, 0, 16, 0)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setContentsMargins(18, 0, 0, 0)
        self.statusBar().addPermanentWidget(self._busy)

    def _head(self) -> QFrame:
        made = QFrame()
        made.setObjectName("head")
        self.periods.setObjectName("period")
        self.periods.setEnabled(False)
        plain.named(self.periods, tr("Kỳ báo cáo"))
        plain.set_tip(self.periods, tr("Kỳ báo cáo của mọi trang"))
        names = column(self._office, self._note, gap=0)
        layout = row(names, 1, plain.label(tr("Kỳ báo cáo"), "soft"), self.periods, gap=12)
        layout.setContentsMargins(24, 10, 24, 10)
        made.setLayout(layout)
        return made
