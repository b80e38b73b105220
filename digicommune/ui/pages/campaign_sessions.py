"""The sessions of a campaign by week or month, with what cannot be at once; it saves nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from digicommune.domain.campaign_calendar import week_of
from digicommune.settings import today
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages import campaign_words
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.table import Column, Table

if TYPE_CHECKING:
    from digicommune.domain.campaign_views import CampaignView, SessionLine
    from digicommune.ui.style import Tone

SPANS = ("all", "month", "week")


class SessionsTab(QWidget):
    """``add_asked``, ``edit_asked``, ``told_asked``: the session, or nothing for a new one."""

    add_asked = Signal()
    edit_asked = Signal(object)
    told_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._view: CampaignView | None = None
        self._span = "all"
        self._day = today()
        self.spans = self._make_spans()
        self.back, self.next = plain.button("‹"), plain.button("›")
        self.back.clicked.connect(lambda _checked: self._move(-1))
        self.next.clicked.connect(lambda _checked: self._move(1))
        plain.named(self.back, tr("Trước"))
        plain.named(self.next, tr("Sau"))
        self._when = plain.label("", "strong")
        self.table = Table(self._columns(), tr("Các buổi"))
        self.table.doubleClicked.connect(lambda _at: self._tell(self.edit_asked))
        self.clashes = plain.label("", "notice", wrap=True)
        self.add = plain.button(tr("Thêm buổi"), "main")
        self.edit = plain.button(tr("Sửa buổi"))
        self.told = plain.button(tr("Số ngân hàng báo"))
        self.add.clicked.connect(lambda _checked: self.add_asked.emit())
        self.edit.clicked.connect(lambda _checked: self._tell(self.edit_asked))
        self.told.clicked.connect(lambda _checked: self._tell(self.told_asked))
        head = row(*self.spans.values(), self.back, self._when, self.next, 1)
        for one in (self.told, self.edit, self.add):
            head.addWidget(one)
        layout = column(head, gap=12)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.clashes)
        self.setLayout(layout)

    def show_view(self, view: CampaignView) -> None:
        """Shows a campaign's sessions."""
        other = self._view is None or self._view.campaign.code != view.campaign.code
        self._view = view
        if other and view.sessions:
            days = [one.session.held_on for one in view.sessions]
            coming = [day for day in days if day >= today()]
            self._day = coming[0] if coming else days[-1]
        said = "\n".join(campaign_words.clash_said(one, view) for one in view.clashes)
        self.clashes.setText(plain.cut(said))
        self.clashes.setVisible(bool(said))
        self._show()

    def open_span(self, span: str) -> None:
        """Shows all sessions, those of a month or of a week."""
        self._span = span
        self.spans[span].setChecked(True)
        self._show()

    def _show(self) -> None:
        if self._view is None:
            return
        start, end = self._ends()
        inside = [
            one
            for one in self._view.sessions
            if self._span == "all" or start <= one.session.held_on <= end
        ]
        self.table.show_rows(inside)
        moving = self._span != "all"
        for part in (self.back, self.next, self._when):
            part.setVisible(moving)
        self._when.setText(
            tr("Tháng {month}/{year}").format(month=start.month, year=start.year)
            if self._span == "month"
            else f"{words.day(start)} – {words.day(end)}"
        )
        if inside and self.table.current() is None:
            self.table.selectRow(0)
        for button in (self.edit, self.told):
            button.setEnabled(bool(inside))

    def _ends(self) -> tuple[date, date]:
        if self._span == "month":
            first = self._day.replace(day=1)
            return first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        monday = week_of(self._day)
        return monday, monday + timedelta(days=6)

    def _move(self, step: int) -> None:
        start, end = self._ends()
        self._day = end + timedelta(days=1) if step > 0 else start - timedelta(days=1)
        self._show()

    def _tell(self, signal: object) -> None:
        line = self.table.current()
        if line is not None:
            signal.emit(line)  # type: ignore[attr-defined]  # one of the signals above

    def _make_spans(self) -> dict[str, QPushButton]:
        group = QButtonGroup(self)
        made = {}
        for key, name in zip(SPANS, (tr("Tất cả"), tr("Tháng"), tr("Tuần")), strict=True):
            made[key] = plain.button(name, "choice")
            made[key].setCheckable(True)
            made[key].clicked.connect(partial(self._open_clicked, key))
            group.addButton(made[key])
        made["all"].setChecked(True)
        return made

    def _open_clicked(self, key: str, _checked: bool = False) -> None:
        self.open_span(key)

    def _columns(self) -> tuple[Column[SessionLine], ...]:
        return (
            Column(tr("Ngày"), _day, sort=lambda one: one.session.held_on, width=128),
            Column(tr("Giờ"), lambda one: one.session.starts_at or "–", width=72),
            Column(tr("Thôn"), lambda one: one.village or "–", width=112),
            Column(tr("Nơi"), lambda one: one.session.place, least=120),
            Column(tr("Ngân hàng"), lambda one: one.bank or "–", width=124),
            Column(tr("Cán bộ"), lambda one: one.session.officers or "–", least=100),
            _count(tr("Dự kiến"), lambda one: one.session.expected),
            _count(tr("Đến"), lambda one: one.session.attendance, 60),
            _count(tr("Tài khoản"), lambda one: one.accounts or None, 88),
            Column(tr("Nhắc"), self._remark, tone=self._tone, width=100),
        )

    def _remark(self, one: SessionLine) -> str:
        if self._clashing(one):
            return tr("! Trùng lịch")
        if one.session.held_on < today() and not one.lists and self._by_session(one):
            return tr("Chờ tệp")
        return ""

    def _by_session(self, one: SessionLine) -> bool:
        """Whether this bank sends a list a session: one list of the whole campaign is no delay."""
        if self._view is None:
            return False
        bank = one.session.bank_bin
        sends = any(each.lists for each in self._view.sessions if each.session.bank_bin == bank)
        whole = any(each.accounts for each in self._view.shares.banks if each.bank == bank)
        return sends or not whole

    def _tone(self, one: SessionLine) -> Tone | None:
        if not self._remark(one):
            return None
        return "warn" if self._clashing(one) else "muted"

    def _clashing(self, one: SessionLine) -> bool:
        found = self._view.clashes if self._view else ()
        return any(one.session.session_id in (each.first, each.second) for each in found)


def _day(one: SessionLine) -> str:
    return f"{campaign_words.weekday(one.session.held_on)} {words.day(one.session.held_on)}"


def _count(
    heading: str, value: Callable[[SessionLine], int | None], width: int = 72
) -> Column[SessionLine]:
    def text(one: SessionLine) -> str:
        found = value(one)
        return "–" if found is None else words.count(found)

    return Column(heading, text, number=True, width=width)
