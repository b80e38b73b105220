"""The tab where lists are imported: a queue of files, each led through four steps; all by calls."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from digicommune.errors import UserError
from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.page import Desk
from digicommune.ui.pages.intake_letters import offer_copy, offer_form
from digicommune.ui.pages.intake_lines import bankless
from digicommune.ui.pages.intake_mend import joined
from digicommune.ui.pages.intake_queue import Entry, QueuePanel
from digicommune.ui.pages.intake_reading import Reading
from digicommune.ui.pages.intake_saving import Saving
from digicommune.ui.pages.intake_stack import BACK, StepStack
from digicommune.ui.pages.intake_steps import StepBar
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.progress import ProgressPanel

if TYPE_CHECKING:
    from digicommune.domain.progress import Progress
    from digicommune.operations.imports import Undone
    from digicommune.operations.intake import ImportDone, Preview
    from digicommune.operations.intake_rows import Decisions
    from digicommune.operations.senders import Sender
    from digicommune.ui.pages.intake_look import LookCalls
    from digicommune.ui.pages.intake_preview import PreviewPanel

READ_AGAIN = ("registers_changed", "list_file_changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCalls:
    """What the tab asks."""

    look: LookCalls
    commit: Callable[[Preview, Decisions, Progress], ImportDone]
    undo: Callable[[int], Undone]
    senders: Callable[[], tuple[Sender, ...]]
    error_copy: Callable[[Preview, Path], int]
    template: Callable[[str, Path], None]


class ListTab(QWidget):
    """``stepped`` when another step is on screen."""

    stepped = Signal()

    def __init__(self, desk: Desk, calls: ListCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self._period: str | None = None
        self._banks: dict[str, str] = {}
        self._villages: tuple[str, ...] = ()
        self.entries: list[Entry] = []
        self.current: Entry | None = None
        self.steps = StepStack(desk)
        self.progress = ProgressPanel()
        self.queue = QueuePanel()
        self.bar = StepBar()
        self._reading = Reading(self, desk, calls.look, self.progress)
        self._saving = Saving(self, desk, (calls.commit, calls.undo), self.progress)
        self._lay_out()
        self._connect()
        self.show_entry(None)

    @property
    def step(self) -> QWidget | None:
        """Where the import stands."""
        return self.steps.currentWidget()

    # --- what the page asks

    def refresh(self, period: str | None) -> None:
        """The registers or the period may have changed: what was judged is judged again."""
        self._period = period
        for one in self.entries:
            if one.open and one.look is not None and one.state != "saving":
                one.request = replace(one.request, period=period)
                one.stale = True
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.senders(),
                done=self._know_senders,
                owner=self,
                topic="senders",
            )
        )
        self._refresh_current()

    def show_known(
        self,
        villages: Sequence[str],
        banks: dict[str, str],
        campaigns: tuple[tuple[str, str], ...],
    ) -> None:
        """The names there are to choose from."""
        late = banks != self._banks  # a list may have been read before the banks were known
        self._banks = banks
        self.steps.columns.settings.show_banks(banks)
        self.steps.columns.settings.show_campaigns(campaigns)
        self._villages = tuple(villages)
        if self.steps.whole:
            self.steps.preview.show_known(villages, banks)
        if late and self.step is self.steps.columns:
            self.show_entry(self.current)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Puts files into the queue and shows the first of them unless one is being worked at."""
        added = [self._added(path) for path in dict.fromkeys(paths)]
        working = self.current is not None and self.current.open
        if added and (not working or len(added) == 1):
            self.show_entry(added[0])
        self._read_next()

    def choose_file(self) -> None:
        """Opens the file dialog beside the window."""
        dialog = QFileDialog(self, tr("Chọn danh sách"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                tr("Danh sách (*.xlsx *.xls *.xlsb *.xlsm *.ods *.csv *.html *.htm)"),
                tr("Mọi tệp (*)"),
            ]
        )
        dialog.filesSelected.connect(lambda names: self.take_files([Path(one) for one in names]))
        dialog.open()

    def start_search(self) -> None:
        """Ctrl+F."""
        if self.steps.at(self.current) == "check":
            if not self.steps.preview.search.isVisible():
                self.steps.preview.choose("all")
            self.steps.preview.search.setFocus()

    # --- the queue

    def show_entry(self, entry: Entry | None) -> None:
        """Shows a file at the step where it stands; None: the place to drop files."""
        self.current = entry
        if entry is not None and entry.stale and entry.state in ("needs", "ready"):
            self._ask_again(entry)
            return
        self.steps.show_entry(entry, self._left())
        self._tell_steps()
        self._tell_queue()
        self.stepped.emit()

    def _added(self, path: Path) -> Entry:
        for one in self.entries:
            if one.path == path and one.open:
                return one
        from digicommune.operations.intake import IntakeRequest

        made = Entry(path, IntakeRequest(period=self._period))
        self.entries.append(made)
        return made

    def _remove(self, entry: Entry | None) -> None:
        """Takes a file out of the queue; nothing of it was written."""
        if entry is None:
            return
        if entry.state == "reading":
            self._reading.stop()
        if entry in self.entries:
            self.entries.remove(entry)
        if entry is self.current:
            self._go_on()

    def _go_on(self) -> None:
        """The next file that is not done, else the place to drop."""
        left = [one for one in self.entries if one.open]
        if not left:
            self.entries = []
        self.show_entry(left[0] if left else None)
        self._read_next()

    def _clear_done(self) -> None:
        self.entries = [one for one in self.entries if one.open]
        if self.current not in self.entries:
            self._go_on()
        self._tell_queue()

    def _left(self) -> int:
        return sum(one.open for one in self.entries)

    # --- reading

    def read(self, entry: Entry) -> None:
        """A file was read: it is shown where it stands on screen."""
        waits = entry.look is not None and bankless(entry.look.preview)
        entry.state = "ready" if entry.settled and not waits else "needs"
        if entry is self.current:
            self.show_entry(entry)
        self._read_next()

    def refused(self, entry: Entry, error: Exception) -> None:
        """A file could not be read: it says so, and the others go on."""
        entry.error, entry.look = error, None
        mendable = isinstance(error, UserError) and error.code in (
            "password_required", "wrong_password", "no_header", "sheet_missing",
        )  # fmt: skip
        entry.state = "needs" if mendable else "failed"
        if not isinstance(error, UserError):
            self._desk.alert(error)
        if entry is self.current:
            self.show_entry(entry)
        self._read_next()

    def stopped(self, entry: Entry) -> None:
        """Reading was stopped by the officer: what was known before stands."""
        if entry.state == "waiting":
            pass
        elif entry.look is None:
            self._remove(entry)
        else:
            entry.request = entry.look.preview.request
            entry.state = "ready" if entry.settled else "needs"
            self.show_entry(self.current)
        self._read_next()

    def _ask_again(self, entry: Entry) -> None:
        """Reads a file again, as its request says now; decisions made so far are kept."""
        entry.state, entry.stale, entry.error = "waiting", False, None
        self._reading.restart(entry)
        if entry is self.current:
            self.show_entry(entry)
        self._read_next()

    def _refresh_current(self) -> None:
        entry = self.current
        if entry is not None and entry.stale and entry.settled and not entry.typed:
            self.show_entry(entry)  # columns being chosen, or cells being typed, are left in peace

    # --- what the officer does

    def _unblock(self) -> None:
        entry = self.current
        if entry is None:
            return
        entry.request = self.steps.blocked.request(entry.request)
        self._ask_again(entry)

    def _read_otherwise(self) -> None:
        request, entry = self.steps.columns.request(), self.current
        if request is not None and entry is not None:
            entry.request = request
            self._ask_again(entry)

    def _accept_columns(self) -> None:
        request, entry = self.steps.columns.request(), self.current
        if request is None or entry is None or entry.look is None:
            return
        before = entry.look.preview.request
        entry.request, entry.settled = request, True
        alike = replace(
            request, sender=before.sender, campaign=before.campaign, session=before.session
        )
        if alike == before and not entry.stale:  # what was read stands, whoever sent it
            entry.look = replace(entry.look, preview=replace(entry.look.preview, request=request))
            self.read(entry)
        else:
            self._ask_again(entry)

    def _back_to(self, step: str) -> None:
        entry = self.current
        if step == "columns" and entry is not None and entry.look is not None:
            entry.settled = False
            entry.state = "needs"
            self.show_entry(entry)
        elif step == "file":
            self.show_entry(None)

    def _mend(self, mends: Mapping[int, Mapping[str, str]]) -> None:
        entry = self.current
        if entry is None or entry.look is None:
            return
        kind = entry.look.preview.kind
        entry.request = replace(
            entry.request, kind=kind, mended=joined(entry.request.mended, mends)
        )
        self._ask_again(entry)

    # --- saving

    def unsaved(self, entry: Entry) -> None:
        """Saving has ended, one way or the other."""
        self.steps.preview.enable(True)
        if entry is self.current:
            self._tell_steps()
        self._tell_queue()

    def saved(self, entry: Entry, done: ImportDone) -> None:
        """A file is in the registers."""
        entry.state, entry.done, entry.look = "saved", done, None
        if entry is self.current:
            self.show_entry(entry)
        self._tell_queue()
        self._desk.say(done.message)

    def not_saved(self, entry: Entry, error: Exception) -> None:
        """A file was not saved; where the registers have moved on it is judged again by itself."""
        if isinstance(error, UserError) and error.code in READ_AGAIN:
            entry.notice = self._desk.word(error)[0]
            entry.changed = error.code == "list_file_changed"
            self._ask_again(entry)
        else:
            self._desk.alert(error)

    def taken_back(self, undone: Undone) -> None:
        """The import just saved was undone."""
        self.steps.done.show_undone(undone.message)

    def _save(self) -> None:
        entry = self.current
        if entry is None:
            return
        entry.notice = ""
        self.steps.preview.enable(False)
        self._saving.save(entry)
        self._tell_steps()
        self._tell_queue()

    def _cancel(self) -> None:
        if not self._saving.stop():
            self._reading.stop()

    # --- inside

    def _know_senders(self, known: tuple[Sender, ...]) -> None:
        self.steps.senders = tuple(dict.fromkeys(one.name for one in known))

    def _tell_queue(self) -> None:
        self.queue.show_entries(self.entries, self.current)
        self.steps.done.show_left(self._left())

    def _read_next(self) -> None:
        self._reading.go_on(self.entries, self.current)
        self._tell_queue()

    def _tell_steps(self) -> None:
        at = self.steps.at(self.current)
        self.bar.show_step(at, BACK.get(at, ()))

    def _copy(self) -> None:
        if self.steps.preview.preview is not None:
            offer_copy(self, self._desk, self._calls.error_copy, self.steps.preview.preview)

    def _form(self, kind: str) -> None:
        offer_form(self, self._desk, self._calls.template, kind)

    def _connect(self) -> None:
        self.steps.first.zone.dropped.connect(self.take_files)
        self.steps.first.zone.asked.connect(self.choose_file)
        self.steps.first.forms.asked.connect(self._form)
        self.queue.chosen.connect(lambda place: self.show_entry(self.entries[place]))
        self.queue.cleared.connect(self._clear_done)
        self.bar.asked.connect(self._back_to)
        self.steps.blocked.again.connect(self._unblock)
        self.steps.columns.accepted.connect(self._accept_columns)
        self.steps.columns.asked.connect(self._read_otherwise)
        self.steps.preview_made.connect(self._take_preview)
        self.progress.cancelled.connect(self._cancel)
        self.steps.done.again.connect(self._go_on)
        self.steps.done.undone.connect(self._saving.undo)
        for panel in (self.steps.blocked, self.steps.columns):
            panel.left.connect(lambda: self._remove(self.current))

    def _take_preview(self, preview: PreviewPanel) -> None:
        preview.show_known(self._villages, self._banks)
        preview.saved.connect(self._save)
        preview.mended.connect(self._mend)
        preview.copy_asked.connect(self._copy)
        preview.columns_asked.connect(lambda: self._back_to("columns"))
        preview.left.connect(lambda: self._remove(self.current))

    def _lay_out(self) -> None:
        right = column(self.progress, gap=12)
        right.addWidget(self.steps, 1)
        whole = row(self.queue, gap=16)
        whole.addLayout(right, 1)
        self.setLayout(whole)
        plain.named(self.bar, tr("Các bước nhập danh sách"))
