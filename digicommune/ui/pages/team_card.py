"""The panel of one team: members, diary, lists walked by; it tells what is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QPushButton, QStackedWidget

from digicommune.settings import today
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.team_form import masked, role_name
from digicommune.ui.views.frames import column, empty_layout, holder, row, scrolled
from digicommune.ui.views.table import Column, Table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from digicommune.domain.teams import Round, TeamMember, Training
    from digicommune.domain.walk_results import WalkSheet
    from digicommune.operations.teams import TeamCard, TeamPack


MEMBER_HEIGHT = 34  # pixels: that of a phone's button, so that those without stand as far apart


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the diary."""

    day: date
    what: str
    detail: str
    round_id: int | None


class TeamPanel(QFrame):
    """What is asked for is told by signals; numbers are those of rounds, lists and members."""

    edit_asked = Signal()
    round_asked = Signal()
    training_asked = Signal()
    undo_asked = Signal(int)
    phone_asked = Signal(int)
    sheet_asked = Signal()
    again_asked = Signal(int)
    results_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._name = plain.label("", "heading", wrap=True)
        self._decision = plain.label("", "soft", wrap=True)
        self._remarks = plain.label("", "warn", wrap=True)
        self._members = QGridLayout()
        self._members.setHorizontalSpacing(16)
        self._members.setColumnStretch(1, 1)
        self.phones: dict[int, QPushButton] = {}
        self.diary = Table(_diary_columns(), tr("Nhật ký của tổ"))
        self.sheets = Table(_sheet_columns({}), tr("Danh sách đã in"))
        self.tabs: dict[str, QPushButton] = {}
        self._bodies = QStackedWidget()
        self.buttons = self._make_buttons()
        self._team = 0
        self._revealed: dict[int, str] = {}  # phones asked for since this team was chosen
        self._lay_out()

    def show_card(self, card: TeamCard, sheets: tuple[WalkSheet, ...], pack: TeamPack) -> None:
        """Shows a team."""
        team = card.line.team
        if team.team_id != self._team:
            self._team = team.team_id
            self._revealed.clear()
        self._name.setText(plain.cut(team.name))
        said = tr("Quyết định số {number} ngày {day}").format(
            number=team.decision_number or "…", day=words.day(team.decided_on) or "…"
        )
        self._decision.setText(plain.cut(said))
        self._remarks.setText(plain.cut(" ".join(card.line.remarks)))
        self._remarks.setVisible(bool(card.line.remarks))
        self._show_members(team.standing(today()))
        self.diary.show_rows(_entries(card, pack))
        self.sheets.set_columns(_sheet_columns({one.code: one.short for one in pack.service}))
        self.sheets.show_rows(sheets)
        self.buttons["undo"].setEnabled(bool(card.rounds))
        for key in ("again", "results"):
            self.buttons[key].setEnabled(bool(sheets))
        for table in (self.diary, self.sheets):
            if table.rows.rowCount():
                table.selectRow(0)

    def show_phone(self, member: int, number: str) -> None:
        """A phone in full, in the place of its button's words, until another team is chosen."""
        self._revealed[member] = number
        if member in self.phones:
            self.phones[member].setText(plain.cut(number))

    def _show_members(self, members: tuple[TeamMember, ...]) -> None:
        empty_layout(self._members)
        self.phones.clear()
        for at, one in enumerate(members):
            self._members.setRowMinimumHeight(at, MEMBER_HEIGHT)
            self._members.addWidget(plain.label(role_name(one.role), "soft"), at, 0)
            self._members.addWidget(plain.label(one.full_name, "strong", wrap=True), at, 1)
            self._members.addWidget(plain.label(one.body, wrap=True), at, 2)
            if one.phone:
                said = self._revealed.get(one.member_id) or masked(one)
                shown = plain.button(said, "link", tr("Hiện số; việc xem được ghi lại"))
                plain.named(shown, tr("Hiện số của {name}").format(name=one.full_name))
                shown.clicked.connect(partial(self._ask_phone, one.member_id))
                self.phones[one.member_id] = shown
                self._members.addWidget(shown, at, 3)
        if not members:
            self._members.addWidget(plain.label(tr("Tổ chưa có thành viên."), "soft"), 0, 0)

    def _ask_phone(self, member: int, _checked: bool = False) -> None:
        self.phone_asked.emit(member)

    def open_tab(self, key: str) -> None:
        """Shows members, diary or lists."""
        self.tabs[key].setChecked(True)
        self._bodies.setCurrentIndex(list(self.tabs).index(key))

    # --- what the buttons tell

    def _undo(self) -> None:
        entry = self.diary.current()
        if entry is not None and entry.round_id is not None:
            self.undo_asked.emit(entry.round_id)

    def _again(self) -> None:
        sheet = self.sheets.current()
        if sheet is not None:
            self.again_asked.emit(sheet.sheet_id)

    def _results(self) -> None:
        sheet = self.sheets.current()
        if sheet is not None:
            self.results_asked.emit(sheet.sheet_id)

    def _make_buttons(self) -> dict[str, QPushButton]:
        steps = {
            "edit": (tr("Sửa tổ"), "", self.edit_asked.emit),
            "round": (tr("Ghi lượt đi"), "main", self.round_asked.emit),
            "training": (tr("Ghi buổi tập huấn"), "", self.training_asked.emit),
            "undo": (tr("Hoàn tác lượt đi"), "", self._undo),
            "sheet": (tr("Lập danh sách mới"), "main", self.sheet_asked.emit),
            "results": (tr("Nhập kết quả"), "", self._results),
            "again": (tr("In lại"), "", self._again),
        }
        made = {}
        for key, (text, kind, step) in steps.items():
            made[key] = plain.button(text, kind)
            made[key].clicked.connect(lambda _checked, step=step: step())
        return made

    def _lay_out(self) -> None:
        buttons = self.buttons
        members = column(scrolled(holder(column(self._members, 1))), gap=12)
        members.addLayout(row(buttons["edit"], 1))
        diary = column(gap=12)
        diary.addWidget(self.diary, 1)
        diary.addLayout(row(buttons["round"], buttons["training"], 1, buttons["undo"]))
        sheets = column(gap=12)
        said = tr("Số in ở đầu danh sách dẫn kết quả về đúng người. Làm xong thì nhập kết quả.")
        sheets.addWidget(plain.label(said, "soft", wrap=True))
        sheets.addWidget(self.sheets, 1)
        sheets.addLayout(row(buttons["sheet"], buttons["results"], 1, buttons["again"]))
        bodies = {
            "members": (tr("Thành viên"), members),
            "diary": (tr("Nhật ký"), diary),
            "sheets": (tr("Đi từng nhà"), sheets),
        }
        group = QButtonGroup(self)
        for key, (name, layout) in bodies.items():
            self.tabs[key] = plain.button(name, "tab")
            self.tabs[key].setCheckable(True)
            self.tabs[key].clicked.connect(lambda _checked, key=key: self.open_tab(key))
            group.addButton(self.tabs[key])
            self._bodies.addWidget(holder(layout))
        whole = column(self._name, self._decision, self._remarks, gap=6)
        whole.addLayout(row(*self.tabs.values(), 1, gap=20))
        whole.addWidget(self._bodies, 1)
        whole.setContentsMargins(20, 16, 20, 16)
        self.setLayout(whole)
        self.open_tab("members")


def _entries(card: TeamCard, pack: TeamPack) -> list[_Entry]:
    found = [_round(one, pack) for one in card.rounds]
    found += [_training(one) for one in card.trainings]
    return sorted(found, key=lambda one: one.day, reverse=True)


def _round(one: Round, pack: TeamPack) -> _Entry:
    where = tr("danh sách số {number}").format(number=one.sheet_id) if one.sheet_id else one.place
    what = tr("Đi từng nhà: {place}").format(place=where) if where else tr("Đi từng nhà")
    parts = [f"{pack.name_of(each.service)}: {words.count(each.people)}" for each in one.helped]
    if one.households:
        parts.insert(0, tr("{count} hộ").format(count=words.count(one.households)))
    return _Entry(one.held_on, what, ", ".join(parts), one.round_id)


def _training(one: Training) -> _Entry:
    present = tr("{count} người dự").format(count=words.count(one.present)) if one.present else ""
    return _Entry(
        one.held_on,
        tr("Tập huấn: {subject}").format(subject=one.subject),
        ", ".join(part for part in (one.place, present) if part),
        None,
    )


def _diary_columns() -> tuple[Column[_Entry], ...]:
    return (
        Column(tr("Ngày"), lambda one: words.day(one.day), width=112),
        Column(tr("Việc"), lambda one: one.what, least=170, tip=lambda one: one.what),
        Column(tr("Kết quả"), lambda one: one.detail, least=170, tip=lambda one: one.detail),
    )


def _sheet_columns(names: Mapping[str, str]) -> tuple[Column[WalkSheet], ...]:
    return (
        Column(tr("Số"), lambda one: str(one.sheet_id), number=True, width=64),
        Column(tr("In lúc"), lambda one: words.moment(one.printed_at), width=150),
        Column(
            tr("Việc"),
            lambda one: ", ".join(names.get(each, each) for each in one.services),
            least=150,
        ),
        Column(tr("Ngõ, xóm"), lambda one: ", ".join(one.lanes) or tr("cả thôn"), least=120),
    )
