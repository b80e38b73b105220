"""All campaigns with what their lists brought, and the page of one; it imports nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QStackedWidget, QWidget

from digicommune.errors import UserError
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.page import Desk
from digicommune.ui.pages.campaign_form import CampaignForm
from digicommune.ui.pages.campaign_page import CampaignPage
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import (
    EmptyState,
    card,
    column,
    empty_layout,
    row,
    scrolled,
)
from digicommune.ui.views.table import Column, Table

if TYPE_CHECKING:
    from digicommune.domain.campaigns import Campaign
    from digicommune.domain.villages import VillageLine
    from digicommune.operations.campaigns import CampaignLine
    from digicommune.ui.pages.campaign_calls import CampaignCalls


@dataclass(frozen=True, slots=True)
class _Answer:
    lines: tuple[CampaignLine, ...]
    banks: dict[str, str]
    villages: tuple[VillageLine, ...]


class CampaignPanel(QWidget):
    """A table; the campaign one picks beside it, by bank and by village."""

    def __init__(self, desk: Desk, calls: CampaignCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self.lines: tuple[CampaignLine, ...] = ()
        self.banks: dict[str, str] = {}
        self._villages: tuple[VillageLine, ...] = ()
        self._period: str | None = None
        self.table = Table(self._columns(), tr("Chiến dịch"))
        self.table.chosen.connect(self._show_line)
        self._name = plain.label("", "heading", wrap=True)
        self._when = plain.label("", "soft", wrap=True)
        self._result = QGridLayout()
        self.open = plain.button(tr("Mở chiến dịch"))
        self.open.clicked.connect(lambda _checked: self._open_current())
        self._panel = self._detail()
        self.page = CampaignPage(desk, calls)
        self.page.left.connect(self._back)
        self.page.saved.connect(self._changed)
        self._stack = QStackedWidget()
        self._then: Callable[[], None] = lambda: None
        self.table.doubleClicked.connect(lambda _at: self._open_current())
        self.add = plain.button(tr("Thêm chiến dịch"), "main")
        self.add.clicked.connect(self.open_form)
        self._empty = EmptyState(
            "bank",
            tr("Chưa có chiến dịch nào"),
            tr("Một chiến dịch gom các buổi mở tài khoản, cấp mã QR của xã với ngân hàng."),
        )
        self._lay_out()

    @property
    def known_villages(self) -> tuple[VillageLine, ...]:
        """The villages as last asked."""
        return self._villages

    @property
    def village_names(self) -> tuple[str, ...]:
        """The villages there are."""
        return tuple(one.village.name for one in self._villages)

    def refresh(self, then: Callable[[], None], period: str | None = None) -> None:
        """Asks campaigns and banks, then calls ``then``."""
        self._then, self._period = then, period

        def call(_progress: object) -> _Answer:
            calls = self._calls
            return _Answer(calls.lines(), calls.banks(), calls.villages())

        def done(answer: _Answer) -> None:
            self._show(answer)
            then()

        self._desk.run(Task(call=call, done=done, owner=self, topic="campaigns"))

    def open_form(self) -> CampaignForm:
        """Opens the form of a new campaign beside the window."""
        form = CampaignForm(self, self.banks, self._villages)
        form.filled.connect(partial(self._save, form))
        form.open()
        return form

    def open_campaign(self, code: str) -> None:
        """Shows the page of one campaign."""
        self.page.open(code, self._period)
        self._stack.setCurrentWidget(self.page)

    def _back(self) -> None:
        self._stack.setCurrentIndex(0)

    def _changed(self) -> None:
        self.refresh(self._then, self._period)

    def _open_current(self) -> None:
        line = self.table.current()
        if line is not None:
            self.open_campaign(line.campaign.code)

    def _save(self, form: CampaignForm, campaign: Campaign) -> None:
        def failed(error: Exception) -> None:
            if isinstance(error, UserError):
                form.refuse(*self._desk.word(error))
            else:
                form.reject()
                self._desk.alert(error)

        def done(_saved: object) -> None:
            form.accept()
            self._desk.say(tr("Đã lưu chiến dịch {name}").format(name=campaign.name))
            self._changed()

        self._desk.run(
            Task(
                call=lambda _progress: self._calls.save(campaign),
                done=done,
                failed=failed,
                owner=self,
                topic="save",
                writes=True,
            )
        )

    def _show(self, answer: _Answer) -> None:
        self.lines, self.banks, self._villages = answer.lines, answer.banks, answer.villages
        self.page.banks, self.page.villages = answer.banks, answer.villages
        if self._stack.currentWidget() is self.page:
            self.page.open(self.page.code, self._period)
        self.table.show_rows(answer.lines)
        for part in (self.table, self._panel):
            part.setVisible(bool(answer.lines))
        self._empty.setVisible(not answer.lines)
        if answer.lines and self.table.current() is None:
            self.table.selectRow(0)
        elif answer.lines:
            self._show_line(self.table.current())

    def _show_line(self, line: CampaignLine) -> None:
        self._name.setText(plain.cut(line.campaign.name))
        start, end = words.day(line.campaign.start), words.day(line.campaign.end)
        told = (line.campaign.code, f"{start} – {end}", self._banks_of(line))
        self._when.setText(plain.cut(" · ".join(one for one in told if one)))
        empty_layout(self._result)
        by_bank = [
            (self.banks.get(one, one) or tr("Không rõ ngân hàng"), number)
            for one, number in line.result.by_bank.items()
        ]
        names = {one.village.village_id: one.village.name for one in self._villages}
        by_village = [
            (names.get(one, tr("Không rõ thôn")), number)
            for one, number in line.result.by_village.items()
        ]
        at = self._group(0, tr("Tài khoản theo ngân hàng"), by_bank)
        self._group(at, tr("Người theo thôn"), by_village)

    def _group(self, at: int, title: str, pairs: list[tuple[str, int]]) -> int:
        self._result.addWidget(plain.label(title, "caps"), at, 0, 1, 2)
        for name, number in sorted(pairs, key=lambda one: -one[1]):
            at += 1
            self._result.addWidget(plain.label(name), at, 0)
            counted = plain.label(words.count(number), "strong")
            counted.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._result.addWidget(counted, at, 1)
        if not pairs:
            at += 1
            self._result.addWidget(plain.label(tr("Chưa có danh sách nào."), "soft"), at, 0)
        return at + 1

    def _detail(self) -> QFrame:
        self._result.setColumnStretch(0, 1)
        self._result.setVerticalSpacing(8)
        self._result.setContentsMargins(0, 0, 8, 0)
        inside = QWidget()
        inside.setLayout(column(self._result, 1))
        made = card(column(self._name, self._when, gap=2), scrolled(inside), self.open, gap=16)
        made.setFixedWidth(312)
        return made

    def _columns(self) -> tuple[Column[CampaignLine], ...]:
        return (
            Column(tr("Chiến dịch"), lambda one: one.campaign.name, least=280),
            Column(
                tr("Bắt đầu"),
                lambda one: words.day(one.campaign.start),
                sort=lambda one: one.campaign.start,
                width=104,
            ),
            _number(tr("Tài khoản"), lambda one: one.result.accounts),
            _number(tr("Người"), lambda one: one.result.people),
            _number(tr("Mở lần đầu"), lambda one: one.result.people_first_account, 104),
        )

    def _banks_of(self, one: CampaignLine) -> str:
        return ", ".join(self.banks.get(code, code) for code in one.campaign.banks)

    def _lay_out(self) -> None:
        body = row(gap=16)
        body.addWidget(self.table, 1)
        body.addWidget(self._panel)
        layout = column(row(1, self.add), gap=12)
        layout.addLayout(body, 1)
        layout.addWidget(self._empty, 1)
        first = QWidget()
        first.setLayout(layout)
        self._stack.addWidget(first)
        self._stack.addWidget(self.page)
        self.setLayout(column(self._stack))
        for part in (self.table, self._panel):
            part.hide()


def _number(
    heading: str, value: Callable[[CampaignLine], int], width: int = 88
) -> Column[CampaignLine]:
    return Column(
        heading, lambda one: words.count(value(one)), sort=value, number=True, width=width
    )


def campaign_choices(panel: CampaignPanel) -> tuple[tuple[str, str], ...]:
    """The campaigns a list may belong to, each followed by its sessions: place and words.

    A place is a campaign's code, or code and session with a tab between.
    """
    names = {one.village.village_id: one.village.name for one in panel.known_villages}
    found: list[tuple[str, str]] = []
    for line in panel.lines:
        campaign = line.campaign
        if campaign.state == "closed":
            continue
        found.append((campaign.code, campaign.name))
        for one in campaign.sessions:
            bank = panel.banks.get(one.bank_bin or "", "")
            said = [words.day(one.held_on), names.get(one.village_id or 0, ""), bank]
            text = "    " + " · ".join(part for part in said if part)
            found.append((f"{campaign.code}\t{one.session_id}", text))
    return tuple(found)
