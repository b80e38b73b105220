"""Takes pictures of every step of importing lists, on a copy of an office; for the eye alone.

``python tests/ui/screenshots_intake.py --db office.db --out DIR [--scale 2] LIST…``
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]

if TYPE_CHECKING:
    from digicommune.operations.intake import PreviewRow
    from digicommune.ui.pages.intake import IntakePage
    from digicommune.ui.tasks import Tasks
    from digicommune.ui.window import MainWindow


def _is_of(verdict: str, one: PreviewRow) -> bool:
    return one.verdict == verdict


def options() -> argparse.Namespace:
    """What was typed."""
    parser = argparse.ArgumentParser(description="Pictures of importing lists")
    parser.add_argument("lists", nargs="+", type=Path)
    parser.add_argument("--db", required=True)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--scale", default="1")
    parser.add_argument("--lang", default="vi")
    parser.add_argument("--width", type=int, default=1366)
    parser.add_argument("--height", type=int, default=768)
    return parser.parse_args()


def main() -> int:
    """Opens a copy of the office and walks one import through its steps."""
    asked = options()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = asked.scale
    sys.path.insert(0, str(ROOT))
    from PySide6.QtWidgets import QApplication

    from digicommune.app import build
    from digicommune.ui import style
    from digicommune.ui.language import use_language

    app = QApplication([])
    style.dress(app)
    use_language(asked.lang)
    asked.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        house = build(str(shutil.copy(asked.db, Path(folder) / "office.db")), asked.lang, None)
        house.window.resize(asked.width, asked.height)
        house.window.show()
        Walk(house.window, house.tasks, asked).through()
        house.tasks.shut_down()
        house.office.close()
    return 0


class Walk:
    """One import from dropping to done; every step leaves a picture."""

    def __init__(self, window: MainWindow, tasks: Tasks, asked: argparse.Namespace) -> None:
        self._window, self._tasks, self._asked = window, tasks, asked

    @property
    def page(self) -> IntakePage:
        """The page of lists."""
        from digicommune.ui.pages.intake import IntakePage

        found = self._window.page("intake")
        assert isinstance(found, IntakePage)
        return found

    def through(self) -> None:
        """All steps in their order."""
        self._settle()
        self._window.open_page("intake")
        self._shoot("1-file")
        self._window.take_files([self._asked.lists[0]])
        self._shoot("2-columns")
        self._columns()
        self._check()
        self._doubts()
        self._mend()
        self._save()
        self._queue()

    def _columns(self) -> None:
        page = self.page
        bank = page.columns.settings.bank
        if not page.columns.go.isEnabled():
            bank.setCurrentIndex(max(0, bank.findText("Agribank")))
            bank.activated.emit(bank.currentIndex())
        page.columns.sender_name.setText("Agribank Hoằng Hóa")
        page.columns.go.click()
        self._settle()

    def _check(self) -> None:
        self._shoot("3-check")
        preview = self.page.preview
        preview.choose("known")
        preview.table.selectRow(0)
        self._shoot("3-check-row")
        for code in ("doubtful", "rejected"):
            preview.choose(code if code == "all" else "all")
            preview.table.choose(partial(_is_of, code))
            self._shoot(f"3-check-{code}")

    def _doubts(self) -> None:
        preview = self.page.preview
        preview.choose("doubtful")
        self._shoot("4-doubts")
        if preview.doubts.row is not None:
            preview.doubts.sides.decide("same")
            preview.doubts.sides.decide("new")
            preview.doubts.step(-1)
            self._shoot("4-doubts-decided")

    def _mend(self) -> None:
        preview = self.page.preview
        preview.choose("rejected")
        self._shoot("5-wrong")
        table = preview.mends.table
        if table.rows.rowCount():
            place = table.rows.place_of(lambda one: one.field == "ngay_sinh")
            cell = table.rows.index(max(0, place.row()), 4)
            table.setCurrentIndex(cell)
            table.rows.setData(cell, "28/02/1990")
            self._shoot("5-mended")
            preview.mends.same.click()
            preview.mends.ask()
            self._settle()
            self._shoot("5-judged-again")
        if not preview.filters["names"].isHidden():
            preview.choose("names")
            self._shoot("5-names")

    def _save(self) -> None:
        self.page.preview.save.click()
        self._shoot("6-saving", settled=False)
        self._settle()
        self._shoot("6-done")

    def _queue(self) -> None:
        if len(self._asked.lists) > 1:
            self._window.take_files(self._asked.lists[1:])
            self._shoot("7-queue-reading", settled=False)
            self._settle()
            self._shoot("7-queue")
            entries = self.page.lists.entries
            failed = [one for one in entries if one.error is not None]
            for at, one in enumerate(failed):
                self.page.lists.show_entry(one)
                self._shoot(f"7-queue-refused-{at}")

    def _settle(self) -> None:
        from tests.ui.screenshots import settle

        settle(self._tasks)

    def _shoot(self, name: str, *, settled: bool = True) -> None:
        if settled:
            self._settle()
        suffix = "" if self._asked.scale == "1" else f"@{self._asked.scale}x"
        suffix += "" if self._asked.lang == "vi" else f".{self._asked.lang}"
        self._window.grab().save(str(self._asked.out / f"{name}{suffix}.png"))


if __name__ == "__main__":
    sys.exit(main())
