"""Digital teams: who is in them, what they did, the lists they walk by; it counts nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from digicommune.domain.teams import Team
from digicommune.errors import UserError
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.page import Desk
from digicommune.ui.pages.team_card import TeamPanel
from digicommune.ui.pages.team_form import TeamForm
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import EmptyState, page_layout, row
from digicommune.ui.views.table import Column, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from digicommune.domain.villages import Village, VillageLine
    from digicommune.operations.reports import MadeDocument
    from digicommune.operations.team_walks import SheetView
    from digicommune.operations.teams import TeamCard, TeamLine, TeamPack
    from digicommune.ui.pages.team_calls import TeamCalls


@dataclass(frozen=True, slots=True)
class _Answer:
    lines: tuple[TeamLine, ...]
    villages: tuple[VillageLine, ...]
    pack: TeamPack


class TeamsPage(QWidget):
    """A table of teams on the left; the team one picks on the right."""

    def __init__(self, desk: Desk, calls: TeamCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self._period: str | None = None
        self._answer: _Answer | None = None
        self._keep: int | None = None  # the team to be chosen again
        self.table = Table(_columns(), tr("Các tổ công nghệ số"))
        self.table.setFixedWidth(460)
        self.table.chosen.connect(self._ask_card)
        self.panel = TeamPanel()
        self._sum = plain.label("", "soft")
        self.buttons = self._make_buttons()
        self._empty = EmptyState(
            "people",
            tr("Chưa có tổ công nghệ số nào"),
            tr("Mỗi thôn có một tổ do Chủ tịch UBND xã quyết định thành lập. Cần danh sách thôn."),
        )
        self._empty.offer(tr("Lập tổ đầu tiên"), self.new_team)
        self._connect()
        self._lay_out()

    def refresh(self, period: str | None) -> None:
        """Asks the teams."""
        self._period = period

        def call(_progress: object) -> _Answer:
            return _Answer(self._calls.lines(), self._calls.villages(), self._calls.pack())

        self._desk.run(Task(call=call, done=self._show, owner=self, topic="teams"))

    def _show(self, answer: _Answer) -> None:
        self._answer = answer
        current = self.table.current()
        keep = self._keep or (current.team.team_id if current else None)
        self._keep = None
        self.table.show_rows(answer.lines)
        some = bool(answer.lines)
        self._empty.setVisible(not some)
        for part in (self.table, self.panel, self._sum, *self.buttons.values()):
            part.setVisible(some)
        members = sum(one.members for one in answer.lines)
        self._sum.setText(
            tr("{teams} tổ, {members} thành viên").format(
                teams=words.count(len(answer.lines)), members=words.count(members)
            )
        )
        self.table.choose(lambda one: one.team.team_id == keep)
        if some and self.table.current() is None:
            self.table.selectRow(0)
        elif some:
            self._ask_card(self.table.current())

    def _ask_card(self, line: TeamLine) -> None:
        number = line.team.team_id

        def call(_progress: object) -> tuple[TeamCard, object]:
            return self._calls.card(number), self._calls.sheets(line.team.village_id)

        self._desk.run(Task(call=call, done=self._show_card, owner=self, topic="team"))

    def _show_card(self, found: Any) -> None:
        assert self._answer is not None
        self.panel.show_card(found[0], found[1], self._answer.pack)

    # --- the team itself

    def new_team(self) -> None:
        """A team for the first village that has none."""
        answer = self._answer
        if answer is None or not answer.villages:
            self._desk.open_page("intake")
            return
        having = {one.team.village_id for one in answer.lines}
        free = [one.village for one in answer.villages if one.village.village_id not in having]
        village = (free or [answer.villages[0].village])[0]
        name = tr("Tổ công nghệ số cộng đồng {village}").format(village=village.name)
        self._open_form(Team(0, village.village_id, name))

    def edit_team(self) -> None:
        """The team chosen."""
        line = self.table.current()
        if line is not None:
            self._open_form(line.team)

    def _open_form(self, team: Team) -> None:
        assert self._answer is not None
        villages: tuple[Village, ...] = tuple(one.village for one in self._answer.villages)
        form = TeamForm(self, team, villages)
        form.filled.connect(partial(self._save, form, self._calls.save))
        if not team.team_id:
            form.add_member()
        form.open()

    def _save(self, form: Any, keep: Callable[[Any], Any], made: Any) -> None:
        """Keeps what a form tells: the form is closed, or says what was refused."""

        def failed(error: Exception) -> None:
            if isinstance(error, UserError):
                form.refuse(*self._desk.word(error))
            else:
                form.reject()
                self._desk.alert(error)

        def done(saved: Any) -> None:
            form.accept()
            self._keep = saved.team_id
            self.refresh(self._period)

        self._desk.run(
            Task(
                call=lambda _progress: keep(made),
                done=done,
                failed=failed,
                owner=self,
                topic="save team",
                writes=True,
            )
        )

    # --- diary

    def _open_diary(self, kind: str) -> None:
        from digicommune.ui.pages.team_diary import round_form, training_form

        line = self.table.current()
        if line is None or self._answer is None:
            return
        if kind == "round":
            form = round_form(self, line.team, self._answer.pack.service)
            keep: Callable[[Any], Any] = self._calls.save_round
        else:
            form, keep = training_form(self, line.team), self._calls.save_training
        form.filled.connect(partial(self._save, form, keep))
        form.open()

    def _undo(self, number: int) -> None:
        def done(undone: Any) -> None:
            said = tr("Đã hoàn tác lượt đi, gỡ {count} kết quả.").format(count=undone.facts)
            if undone.kept:
                said += " " + tr("Giữ lại vì đã sửa sau: {names}.").format(
                    names=", ".join(undone.kept)
                )
            self._desk.say(said)
            self.refresh(self._period)

        self._write(lambda: self._calls.undo_round(number), done, "undo round")

    def _reveal(self, member: int) -> None:
        line = self.table.current()
        if line is not None:
            number = line.team.team_id
            show = partial(self.panel.show_phone, member)
            self._write(lambda: self._calls.reveal(number, member), show, f"reveal {member}")

    def _write(self, call: Callable[[], Any], done: Callable[[Any], None], topic: str) -> None:
        self._desk.run(
            Task(call=lambda _progress: call(), done=done, owner=self, topic=topic, writes=True)
        )

    # --- lists

    def _new_sheet(self) -> None:
        from digicommune.operations.team_walks import SheetRequest
        from digicommune.ui.pages.team_sheet import SheetDialog

        line = self.table.current()
        if line is None or self._period is None or self._answer is None:
            return
        asked = SheetRequest(line.team.village_id, self._period, ())
        dialog = SheetDialog(self, self._desk, self._calls, asked)
        dialog.offer(self._answer.pack)
        dialog.made.connect(lambda made: self._show_paper(made.document))
        dialog.made.connect(lambda _made: self.refresh(self._period))
        dialog.show()

    def _print_again(self, sheet_id: int) -> None:
        self._desk.run(
            Task(
                call=lambda progress: self._calls.sheet_again(sheet_id, progress),
                done=self._show_paper,
                owner=self,
                topic="sheet",
                writes=True,
            )
        )

    def _type_results(self, sheet_id: int) -> None:
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.view(sheet_id),
                done=self._open_results,
                owner=self,
                topic="view",
            )
        )

    def _open_results(self, view: SheetView) -> None:
        from digicommune.ui.pages.team_results import ResultsDialog

        line = self.table.current()
        if line is None or self._answer is None:
            return
        form = ResultsDialog(self, line.team, view, self._answer.pack.service)
        form.filled.connect(partial(self._save, form, self._calls.save_results))
        form.open()

    # --- sums

    def print_summary(self) -> None:
        """The sum of all teams in the period, on paper."""
        period = self._period
        if period is None:
            return
        self._desk.run(
            Task(
                call=lambda progress: self._calls.summary(period, progress),
                done=self._show_paper,
                owner=self,
                topic="summary",
            )
        )

    def copy_message(self) -> None:
        """The same sum as a text for the group chat, into the clipboard."""
        period = self._period
        if period is None:
            return

        def done(text: str) -> None:
            QApplication.clipboard().setText(text)
            self._desk.say(tr("Đã chép tin tổng hợp; dán vào nhóm Zalo của các tổ."))

        self._desk.run(
            Task(
                call=lambda _progress: self._calls.message(period),
                done=done,
                owner=self,
                topic="message",
            )
        )

    def _show_paper(self, document: MadeDocument) -> None:
        from digicommune.ui.pages.people_paper import PaperDialog

        dialog: QDialog = PaperDialog(self, self._desk, document, self._calls.write)
        dialog.show()

    # --- laying out

    def _make_buttons(self) -> dict[str, QPushButton]:
        steps = {
            "new": (tr("Lập tổ"), self.new_team),
            "summary": (tr("In tổng hợp kỳ"), self.print_summary),
            "message": (tr("Chép tin Zalo"), self.copy_message),
        }
        made = {}
        for key, (text, step) in steps.items():
            made[key] = plain.button(text)
            made[key].clicked.connect(partial(_call, step))
        return made

    def _connect(self) -> None:
        panel = self.panel
        panel.edit_asked.connect(self.edit_team)
        panel.round_asked.connect(lambda: self._open_diary("round"))
        panel.training_asked.connect(lambda: self._open_diary("training"))
        panel.undo_asked.connect(self._undo)
        panel.phone_asked.connect(self._reveal)
        panel.sheet_asked.connect(self._new_sheet)
        panel.again_asked.connect(self._print_again)
        panel.results_asked.connect(self._type_results)

    def _lay_out(self) -> None:
        layout = page_layout(self)
        title = plain.label(tr("Tổ công nghệ số cộng đồng"), "title")
        layout.addLayout(row(title, self._sum, 1, *self.buttons.values(), gap=12))
        body = row(gap=16)
        body.addWidget(self.table)
        body.addWidget(self.panel, 1)
        layout.addLayout(body, 1)
        layout.addWidget(self._empty, 1)
        for part in (self.table, self.panel, self._empty, *self.buttons.values()):
            part.hide()


def _call(step: Callable[[], None], _checked: bool = False) -> None:
    step()


def _columns() -> tuple[Column[TeamLine], ...]:
    return (
        Column(tr("Thôn"), lambda one: one.village, least=130),
        Column(tr("Thành viên"), lambda one: words.count(one.members), number=True, width=96),
        Column(tr("Lượt đi gần nhất"), lambda one: words.day(one.last_round) or "–", width=132),
        Column(
            tr("Nhắc"),
            lambda one: "! " + words.count(len(one.remarks)) if one.remarks else "",
            tone=lambda one: "warn" if one.remarks else None,
            tip=lambda one: " ".join(one.remarks),
            width=96,
        ),
    )
