"""The steps of an import on top of each other; it decides only which fits a file, and does none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from digicommune.ui.language import tr
from digicommune.ui.page import Desk
from digicommune.ui.pages.dropzone import FirstStep
from digicommune.ui.pages.intake_blocked import BlockedPanel
from digicommune.ui.pages.intake_columns import ColumnsPanel
from digicommune.ui.pages.intake_done import DonePanel
from digicommune.ui.pages.intake_queue import Entry
from digicommune.ui.views.frames import EmptyState

if TYPE_CHECKING:
    from digicommune.ui.pages.intake_preview import PreviewPanel

BACK = {"columns": ("file",), "check": ("file", "columns"), "save": ("file",)}


class StepStack(QStackedWidget):
    """One panel a step; a file that is being read or cannot be read has one of its own.

    The largest, where rows are checked, is made when first needed: ``preview_made`` hands it out.
    """

    preview_made = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.senders: tuple[str, ...] = ()
        self._shown: Entry | None = None
        self.first = FirstStep()
        self.wait = EmptyState("clock", tr("Đang đọc tệp"), "")
        self.blocked = BlockedPanel()
        self.columns = ColumnsPanel()
        self._preview: PreviewPanel | None = None
        self.done = DonePanel(desk)
        for step in (self.first, self.wait, self.blocked, self.columns, self.done):
            self.addWidget(step)

    @property
    def preview(self) -> PreviewPanel:
        """The step where rows are checked."""
        if self._preview is None:
            from digicommune.ui.pages.intake_preview import PreviewPanel

            self._preview = PreviewPanel()
            self.addWidget(self._preview)
            self.preview_made.emit(self._preview)
        return self._preview

    @property
    def whole(self) -> bool:
        """Whether every step has been made."""
        return self._preview is not None

    def show_entry(self, entry: Entry | None, left: int) -> None:
        """Shows a file where it stands; ``left`` files are still to be imported."""
        before = (self.currentWidget(), self._shown)
        self.setCurrentWidget(self._panel(entry, left))
        self._shown = entry
        if before != (self.currentWidget(), entry):
            self._focus()

    def _focus(self) -> None:
        """Another step or file is on screen: the keyboard goes to its main button."""
        shown = self.currentWidget()
        if shown is self.columns:
            self.columns.focus_first()
        elif shown is self._preview:
            self.preview.focus_first()
        elif shown is self.first:
            self.first.zone.choose.setFocus()

    def at(self, entry: Entry | None) -> str:
        """The step by its code."""
        if entry is not None and entry.state == "saving":
            return "save"
        codes: dict[QWidget | None, str] = {
            self.columns: "columns",
            self.done: "save",
        }
        if self._preview is not None:
            codes[self._preview] = "check"
        return codes.get(self.currentWidget(), "file")

    def _panel(self, entry: Entry | None, left: int) -> QWidget:
        if entry is None:
            return self.first
        if entry.state == "saved" and entry.done is not None:
            self.done.show_done(entry.path.name, entry.done, left)
            return self.done
        if entry.error is not None:
            self.blocked.show_error(entry.path.name, entry.error, self._desk.word)
            return self.blocked
        return self.wait_for(entry) if entry.look is None else self._read_panel(entry)

    def wait_for(self, entry: Entry) -> QWidget:
        """Says that a file is on its way."""
        self.wait.say(
            tr("Đang đọc {file}").format(file=entry.path.name),
            tr("Chưa có gì được ghi vào sổ. Có thể làm việc khác trong lúc chờ."),
        )
        return self.wait

    def _read_panel(self, entry: Entry) -> QWidget:
        busy = entry.state in ("waiting", "reading", "saving")
        assert entry.look is not None
        if not entry.settled:
            self.columns.show_preview(entry.look.preview, self.senders)
            self.columns.setEnabled(not busy)
            return self.columns
        if busy and not self.preview.shows(entry):
            return self.wait_for(entry)
        if not busy:
            self.preview.show_entry(entry)
        self.preview.enable(not busy)
        return self.preview
