"""The main window: a bare shell at once, its furniture after the first paint, data after that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow, QWidget

from digicommune.errors import UserError
from digicommune.ui.language import tr
from digicommune.ui.page import (
    Desk,
    HasPlaces,
    Heading,
    Page,
    PageEntry,
    Prints,
    Searches,
    TakesFiles,
    as_written,
)
from digicommune.ui.tasks import Tasks

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox

    from digicommune.ui.alerts import AlertBar, Wording
    from digicommune.ui.bar import LeftBar
    from digicommune.ui.furniture import Furniture

NARROW_BELOW = 1100  # pixels of the window: below it the bar shows icons only
INTAKE = "intake"  # the page that takes dropped files


class WindowOptions(NamedTuple):
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
        self._options = options or WindowOptions()
        self._entries = {one.key: one for one in pages}
        self._tasks = tasks
        self._furniture: Furniture | None = None
        self._pages: dict[str, QWidget] = {}
        self._fresh: set[str] = set()
        self._hidden: tuple[str, ...] = ()
        self._period: str | None = None
        self._begun = False
        self._closing = False
        self.setWindowTitle(self._options.office)
        self.setAcceptDrops(True)
        self.resize(1366, 768)
        self.setMinimumSize(720, 520)

    @property
    def furniture(self) -> Furniture:
        """The bar, the head, the alerts and the place of the pages; made when first needed."""
        if self._furniture is None:
            from digicommune.ui.furniture import Furniture

            self._furniture = Furniture(tuple(self._entries.values()), self._options)
            self._furniture.stand_in(self)
            self._connect()
            self.bar.set_narrow(self.width() < NARROW_BELOW)
        return self._furniture

    @property
    def alerts(self) -> AlertBar:
        """Where errors are shown."""
        return self.furniture.alerts

    @property
    def bar(self) -> LeftBar:
        """The left bar."""
        return self.furniture.bar

    @property
    def periods(self) -> QComboBox:
        """The period chooser."""
        return self.furniture.periods

    @property
    def desk(self) -> Desk:
        """What pages may ask of this window."""
        return Desk(
            run=self._tasks.run,
            alert=self.alerts.show_error,
            say=self.say,
            open_page=self.open_page,
            tell_heading=self.show_heading,
            hide_pages=self.hide_pages,
            open_period=self.open_period,
            word=self._options.wording or as_written,
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
            self.furniture.stack.addWidget(made)
        return self._pages[key]

    @property
    def current_key(self) -> str:
        """The key of the page that is visible; empty before the first."""
        shown = self.furniture.stack.currentWidget()
        return next((key for key, page in self._pages.items() if page is shown), "")

    def open_page(self, where: str) -> None:
        """Shows a page, or "key/place" of it, and lets it ask its data where it has not yet."""
        key, _, place = where.partition("/")
        if key not in self._entries or key in self._hidden:
            return
        page = self.page(key)
        self.furniture.stack.setCurrentWidget(page)
        self.bar.mark(key)
        self.setWindowTitle(f"{self._entries[key].title} – DigiCommune")
        if key not in self._fresh:
            self._refresh(key)
        if place and isinstance(page, HasPlaces):
            page.open_place(place)
        self.opened.emit(key)

    def show_heading(self, heading: Heading) -> None:
        """The office's name and the periods to choose from."""
        first = self._period is None
        self._period = heading.period
        self.furniture.show_heading(heading)
        self.hide_pages(heading.hidden)
        if first:
            self._first_period()

    def open_period(self, code: str, title: str) -> None:
        """Chooses a period for every page, offering it first where it was not offered yet."""
        chooser = self.periods
        if chooser.findData(code) < 0:
            chooser.addItem(title[:1].upper() + title[1:], code)
        chooser.setCurrentIndex(chooser.findData(code))
        self._choose_period(chooser.currentIndex())

    def hide_pages(self, keys: tuple[str, ...]) -> None:
        """Takes the pages the office does not use off the bar; no other page leads to them."""
        self._hidden = keys
        self.bar.hide_pages(keys)

    def say(self, text: str) -> None:
        """One line in the status line; it goes after ten seconds."""
        from digicommune.ui.plain import cut

        self.statusBar().showMessage(cut(text), 10_000)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Leads lists to the page that imports them."""
        if INTAKE not in self._entries:
            return
        self.open_page(INTAKE)
        page = self.page(INTAKE)
        if isinstance(page, TakesFiles):
            page.take_files(paths)

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
        if self._furniture is not None:
            self.bar.set_narrow(event.size().width() < NARROW_BELOW)
        super().resizeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files, wherever on the window they are dropped."""
        if event.mimeData().hasUrls() and INTAKE in self._entries:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Imports the files of this machine, one after the other."""
        paths = [Path(one.toLocalFile()) for one in event.mimeData().urls() if one.isLocalFile()]
        event.acceptProposedAction()
        if paths:
            self.take_files(paths)
        else:
            self.alerts.show_error(
                UserError(
                    "no_local_file",
                    tr("Chưa nhập được: các tệp vừa thả không nằm trên máy này."),
                    tr("Chép tệp về máy rồi thả lại."),
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
        from digicommune.ui import style

        self.bar.draw_icons()
        self.setWindowIcon(style.icon("emblem", "main"))
        self._shortcuts()
        self.furniture.stack.setFocus()  # else Qt gives it to the first button of the bar
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
        self.furniture.busy.setVisible(busy)
        if self._closing and not busy:
            self.close()

    def _find(self) -> None:
        page: object = self.furniture.stack.currentWidget()
        if isinstance(page, Searches):
            page.start_search()

    def _print(self) -> None:
        page: object = self.furniture.stack.currentWidget()
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
        for digit, entry in zip("1234567890", self._entries.values(), strict=False):
            keys.append((f"Ctrl+{digit}", partial(self.open_page, entry.key)))
        for text, step in keys:
            QShortcut(QKeySequence(text), self).activated.connect(step)
