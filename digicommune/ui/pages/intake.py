"""Campaigns and lists: a list is dropped, previewed and saved; nothing is saved unseen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QFileDialog, QPushButton, QStackedWidget, QWidget

from digicommune.errors import UserError
from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.page import Desk
from digicommune.ui.pages.campaigns import CampaignCalls, CampaignPanel
from digicommune.ui.pages.dropzone import DropZone, ListChoices
from digicommune.ui.pages.intake_done import DonePanel
from digicommune.ui.pages.intake_history import HistoryPanel
from digicommune.ui.pages.intake_preview import PreviewPanel
from digicommune.ui.tasks import Task, Ticket
from digicommune.ui.views.frames import column, holder, page_layout, row
from digicommune.ui.views.progress import ProgressPanel

if TYPE_CHECKING:
    from digicommune.domain.progress import Progress
    from digicommune.operations.intake import (
        Decision,
        ImportDone,
        IntakeRequest,
        Preview,
    )
    from digicommune.ui.pages.past_calls import PastCalls

TABS = ("list", "campaigns", "history")


@dataclass(frozen=True, slots=True)
class IntakeCalls:
    """What the page asks."""

    preview: Callable[[Path, IntakeRequest, Progress], Preview]
    commit: Callable[[Preview, Mapping[int, Decision], Progress], ImportDone]
    past: PastCalls
    campaigns: CampaignCalls


class IntakePage(QWidget):
    """Three tabs: a list, the campaigns, what was imported before."""

    def __init__(self, desk: Desk, calls: IntakeCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self._period: str | None = None
        self._path: Path | None = None
        self._bank: str | None = None  # said of this one list, where it names none
        self._secret: str | None = None  # of this one file
        self._ticket: Ticket | None = None
        self.choices = ListChoices()
        self.zone = DropZone()
        self.preview = PreviewPanel()
        self.done = DonePanel(desk)
        self.progress = ProgressPanel()
        self.campaigns = CampaignPanel(desk, calls.campaigns)
        self.history = HistoryPanel(desk, calls.past)
        self._steps = QStackedWidget()
        self._tabs = QStackedWidget()
        self.tabs = self._tab_buttons()
        self._lay_out()
        self._connect()

    # --- what the window asks

    def refresh(self, period: str | None) -> None:
        """Asks campaigns, banks and history; a preview on screen stays."""
        self._period = period
        self.campaigns.refresh(self._show_choices)
        self.history.refresh()

    def open_place(self, place: str) -> None:
        """Leads to a place of this page: "waiting", the rows that wait for a decision."""
        if place == "waiting":
            self.open_tab("history")
            self.history.open_waiting()

    def take_file(self, path: Path) -> None:
        """Reads and judges a list."""
        self.open_tab("list")
        self._path, self._bank, self._secret = path, None, None
        self.choices.ask_password(False)
        self._read(sheet=None)

    def choose_file(self) -> None:
        """Ctrl+O: opens the file dialog beside the window."""
        dialog = QFileDialog(self, tr("Chọn danh sách"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [tr("Danh sách (*.xlsx *.xls *.xlsb *.xlsm *.ods)"), tr("Mọi tệp (*)")]
        )
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.open()

    def start_search(self) -> None:
        """Ctrl+F."""
        if self._tabs.currentWidget() is self.history:
            self.history.start_search()
        else:
            self.preview.search.setFocus()

    def open_tab(self, key: str) -> None:
        """Shows a tab."""
        self.tabs[key].setChecked(True)
        self._tabs.setCurrentIndex(TABS.index(key))

    @property
    def step(self) -> QWidget | None:
        """Where the import stands: dropping, previewing or done."""
        return self._steps.currentWidget()

    # --- reading

    def _read(self, sheet: str | None) -> None:
        path = self._path
        if path is None:
            return
        request = self._request(sheet)
        self.progress.start(tr("Đang đọc {file}").format(file=path.name))
        self._ticket = self._desk.run(
            Task(
                call=lambda progress: self._calls.preview(path, request(), progress),
                done=self._show_preview,
                owner=self,
                topic="list",
                failed=self._refuse,
                progress=self.progress.advance,
                ended=self.progress.hide,
            )
        )

    def _read_of(self, bank: str) -> None:
        """Judges the list anew as one of this bank."""
        self._bank = bank
        self._read(self.preview.sheets.currentText() or None)

    def _request(self, sheet: str | None) -> Callable[[], IntakeRequest]:
        self._secret = self.choices.password.text() or self._secret
        values = {
            "kind": self.choices.kind.currentData(),
            "sheet": sheet,
            "password": self._secret,
            "bank_bin": self._bank or self.choices.bank.currentData(),
            "campaign": self.choices.campaign.currentData(),
            "period": self._period,
        }

        def make() -> IntakeRequest:
            from digicommune.operations.intake import IntakeRequest

            return IntakeRequest(**values)

        return make

    def _show_preview(self, preview: Preview) -> None:
        self.choices.ask_password(False)
        self.preview.enable(True)
        self.preview.show_preview(preview)
        self._steps.setCurrentWidget(self.preview)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, UserError) and "password" in error.code:
            self.choices.ask_password(True)
        self._steps.setCurrentIndex(0)
        self._desk.alert(error)

    # --- saving

    def _save(self) -> None:
        preview, decisions = self.preview.preview, dict(self.preview.decisions)
        if preview is None:
            return
        self.preview.enable(False)
        self.progress.start(tr("Đang lưu {file}").format(file=preview.file))
        self._ticket = self._desk.run(
            Task(
                call=lambda progress: self._calls.commit(preview, decisions, progress),
                done=partial(self._show_done, preview.file),
                owner=self,
                topic="list",
                progress=self.progress.advance,
                ended=self._ended_saving,
                writes=True,
            )
        )

    def _ended_saving(self) -> None:
        self.progress.hide()
        self.preview.enable(True)

    def _show_done(self, file: str, done: ImportDone) -> None:
        self.done.show_done(file, done)
        self._steps.setCurrentWidget(self.done)
        self._desk.say(done.message)

    def _start_over(self) -> None:
        self._path = None
        self._steps.setCurrentIndex(0)

    def _cancel(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()

    def _show_choices(self) -> None:
        self.choices.show_banks(self.campaigns.banks)
        self.preview.show_banks(self.campaigns.banks)
        self.choices.show_campaigns(
            tuple((one.campaign.code, one.campaign.name) for one in self.campaigns.lines)
        )

    def _connect(self) -> None:
        self.zone.dropped.connect(self.take_file)
        self.zone.asked.connect(self.choose_file)
        self.choices.again.clicked.connect(lambda: self._read(None))
        self.choices.password.returnPressed.connect(lambda: self._read(None))
        self.preview.saved.connect(self._save)
        self.preview.left.connect(self._start_over)
        self.preview.sheet_chosen.connect(self._read)
        self.preview.bank_chosen.connect(self._read_of)
        self.progress.cancelled.connect(self._cancel)
        self.done.again.connect(self._start_over)

    def _tab_buttons(self) -> dict[str, QPushButton]:
        names = (tr("Nhập danh sách"), tr("Chiến dịch"), tr("Đã nhập"))
        group = QButtonGroup(self)
        made = {}
        for key, name in zip(TABS, names, strict=True):
            made[key] = plain.button(name, "tab")
            made[key].setCheckable(True)
            made[key].clicked.connect(partial(self._open_clicked, key))
            group.addButton(made[key])
        return made

    def _open_clicked(self, key: str, _checked: bool = False) -> None:
        self.open_tab(key)

    def _lay_out(self) -> None:
        first = holder(column(self.choices, self.zone, 1, gap=16))
        for step in (first, self.preview, self.done):
            self._steps.addWidget(step)
        lists = column(self.progress, gap=12)
        lists.addWidget(self._steps, 1)
        for tab in (holder(lists), self.campaigns, self.history):
            self._tabs.addWidget(tab)
        layout = page_layout(self, gap=12)
        layout.addWidget(plain.label(tr("Chiến dịch & nhập danh sách"), "title"))
        layout.addLayout(row(*self.tabs.values(), 1, gap=20))
        layout.addWidget(self._tabs, 1)
        self.open_tab("list")
