"""Takes pictures of every page of the window for an office file; it writes to no register.

``python tests/ui/screenshots.py --db office.db --out docs/images [--list FILE] [--scale 2]``
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
SIZE = (1366, 768)
WAIT = 30.0  # seconds a page may take to settle

if TYPE_CHECKING:
    from digicommune.ui.tasks import Tasks
    from digicommune.ui.window import MainWindow


def options() -> argparse.Namespace:
    """What was typed."""
    parser = argparse.ArgumentParser(description="Pictures of every page of the window")
    parser.add_argument("--db", required=True)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--period")
    parser.add_argument("--list", type=Path, help="an Excel list to preview")
    parser.add_argument("--scale", default="1")
    parser.add_argument("--lang", default="vi")
    parser.add_argument("--width", type=int, default=SIZE[0])
    parser.add_argument("--height", type=int, default=SIZE[1])
    return parser.parse_args()


def main() -> int:
    """Opens the office, walks through the pages, saves a picture of each."""
    asked = options()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = asked.scale
    sys.path.insert(0, str(ROOT))
    from PySide6.QtWidgets import QApplication

    from digicommune.app import Office, calls_of
    from digicommune.ui import style
    from digicommune.ui.entries import page_entries
    from digicommune.ui.language import use_language
    from digicommune.ui.tasks import Tasks
    from digicommune.ui.window import MainWindow

    app = QApplication([])
    style.dress(app)
    use_language(asked.lang)
    office = Office(asked.db)
    tasks = Tasks()
    window = MainWindow(page_entries(calls_of(office)), tasks)
    window.resize(asked.width, asked.height)
    window.show()
    asked.out.mkdir(parents=True, exist_ok=True)
    _walk(window, tasks, asked)
    window.close()
    office.close()
    return 0


def settle(tasks: Tasks, done: Callable[[], bool] = lambda: True) -> None:
    """Lets the window work until nothing is under way and ``done``."""
    from PySide6.QtCore import QDeadlineTimer, QEventLoop
    from PySide6.QtWidgets import QApplication

    end = QDeadlineTimer(int(WAIT * 1000))
    calm = QDeadlineTimer(400)
    while not calm.hasExpired() and not end.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        if not tasks.idle or not done():
            calm = QDeadlineTimer(400)


def _walk(window: MainWindow, tasks: Tasks, asked: argparse.Namespace) -> None:
    settle(tasks, lambda: window.period is not None)
    if asked.period:
        window.periods.setCurrentIndex(window.periods.findData(asked.period))
        window.periods.activated.emit(window.periods.currentIndex())
        settle(tasks)
    for key in window.bar.buttons:
        window.open_page(key)
        settle(tasks)
        if key == "reports":
            _make_report(window, tasks)
        if key == "intake":
            _intake(window, tasks, asked)
        _save(window, asked, "import" if key == "intake" else key)
    _trace(window, tasks, asked)


def _save(window: MainWindow, asked: argparse.Namespace, name: str) -> None:
    suffix = "" if asked.scale == "1" else f"@{asked.scale}x"
    suffix += "" if asked.lang == "vi" else f".{asked.lang}"
    window.grab().save(str(asked.out / f"{name}{suffix}.png"))


def _make_report(window: MainWindow, tasks: Tasks) -> None:
    from digicommune.ui.pages.reports import ReportsPage

    page = window.page("reports")
    if isinstance(page, ReportsPage) and page.form.make.isEnabled():
        page.form.make.click()
        settle(tasks, lambda: not tasks.writing)
        settle(tasks)


def _intake(window: MainWindow, tasks: Tasks, asked: argparse.Namespace) -> None:
    from digicommune.ui.pages.intake import IntakePage

    page = window.page("intake")
    if not isinstance(page, IntakePage):
        return
    for tab in ("campaigns", "history"):
        page.open_tab(tab)
        settle(tasks)
        _save(window, asked, tab)
    page.open_tab("campaigns")
    _campaign(window, tasks, asked)
    _history(window, tasks, asked)
    page.open_tab("list")
    if asked.list:
        settle(tasks)
        _save(window, asked, "drop")
        window.take_files([asked.list])
        settle(tasks)
        page.columns.go.click()
        settle(tasks)
        page.preview.table.selectRow(0)
        page.preview.table.choose(lambda one: one.verdict == "doubtful")
        settle(tasks)


def _campaign(window: MainWindow, tasks: Tasks, asked: argparse.Namespace) -> None:
    """The page of the newest campaign: at a glance, its sessions, banks and papers."""
    from digicommune.ui.pages.intake import IntakePage

    page = window.page("intake")
    assert isinstance(page, IntakePage)
    if not page.campaigns.lines:
        return
    page.campaigns.open_campaign(page.campaigns.lines[0].campaign.code)
    settle(tasks)
    names = {"overview": "campaign", "sessions": "campaign_sessions", "results": "campaign_banks"}
    for tab in page.campaigns.page.tabs:
        page.campaigns.page.open_tab(tab)
        settle(tasks)
        _save(window, asked, names.get(tab, f"campaign_{tab}"))
    page.campaigns.page.left.emit()


def _history(window: MainWindow, tasks: Tasks, asked: argparse.Namespace) -> None:
    """The rows of an import, the settling of one that waits, what undoing would do."""
    from digicommune.ui.pages.intake import IntakePage

    page = window.page("intake")
    assert isinstance(page, IntakePage)
    waiting = max(page.history.table.rows.rows, key=lambda one: one.open_rows, default=None)
    if waiting is None:
        return
    page.history.open_rows(waiting.import_id)
    settle(tasks)
    page.history.rows.table.choose(lambda one: one.verdict == "new")
    settle(tasks)
    _save(window, asked, "history_rows")
    page.history.open_waiting()
    settle(tasks)
    _save(window, asked, "history_settle")
    page.history.open_undo(waiting.import_id)
    settle(tasks)
    _save(window, asked, "history_undo")
    page.history.undoing.left.emit()


def _trace(window: MainWindow, tasks: Tasks, asked: argparse.Namespace) -> None:
    from PySide6.QtWidgets import QPushButton

    from digicommune.ui.views.trace import TraceDialog

    window.open_page("villages")
    settle(tasks)
    links = [
        one
        for one in window.page("villages").findChildren(QPushButton)
        if one.property("kind") == "link" and one.isVisible()
    ]
    if links:
        links[0].click()
        settle(tasks)
        for dialog in window.findChildren(TraceDialog):
            suffix = "" if asked.scale == "1" else f"@{asked.scale}x"
            dialog.grab().save(str(asked.out / f"trace{suffix}.png"))
            dialog.close()


if __name__ == "__main__":
    sys.exit(main())
