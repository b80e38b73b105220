"""One campaign in four tabs: at a glance, sessions, banks, papers; it saves by its calls alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from digicommune.errors import UserError
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages import campaign_words
from digicommune.ui.pages.campaign_form import CampaignForm
from digicommune.ui.pages.campaign_overview import OverviewTab
from digicommune.ui.pages.campaign_paper_work import PaperWork
from digicommune.ui.pages.campaign_papers import PapersTab
from digicommune.ui.pages.campaign_results import ResultsTab
from digicommune.ui.pages.campaign_session_form import SessionForm, ToldForm
from digicommune.ui.pages.campaign_sessions import SessionsTab
from digicommune.ui.tasks import Task
from digicommune.ui.views.chips import chip, set_chip
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.trace import TraceDialog

if TYPE_CHECKING:
    from digicommune.domain.campaign_views import CampaignView, SessionLine, VillageProgress
    from digicommune.domain.villages import VillageLine
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.campaign_calls import CampaignCalls

TABS = ("overview", "sessions", "results", "papers")


class CampaignPage(QWidget):
    """``left``: back to all campaigns; ``saved``: somebody changed the campaign here."""

    left = Signal()
    saved = Signal()

    def __init__(self, desk: Desk, calls: CampaignCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self._code, self._period = "", None  # type: tuple[str, str | None]
        self.view: CampaignView | None = None
        self.banks: dict[str, str] = {}
        self.villages: tuple[VillageLine, ...] = ()
        self.overview, self.sessions = OverviewTab(desk), SessionsTab()
        self.results, self.papers = ResultsTab(), PapersTab()
        self._desk_work = PaperWork(self, desk, calls)
        self._stack = QStackedWidget()
        self.tabs = self._tab_buttons()
        self._name = plain.label("", "heading")
        self._state = chip("", "muted")
        self._about = plain.label("", "soft")
        self.back = plain.button(tr("‹ Mọi chiến dịch"), "link")
        self.edit = plain.button(tr("Sửa chiến dịch"))
        self._connect()
        self._lay_out()

    def open(self, code: str, period: str | None) -> None:
        """Asks a campaign, up to the end of a period for what it covers."""
        if code != self._code:
            self.open_tab("overview")
        self._code, self._period = code, period

        self._desk.run(
            Task(
                call=lambda _progress: self._calls.view(code, period),
                done=self._show,
                owner=self,
                topic="campaign",
            )
        )

    def open_tab(self, key: str) -> None:
        """Shows a tab."""
        self.tabs[key].setChecked(True)
        self._stack.setCurrentIndex(TABS.index(key))

    def _show(self, view: CampaignView) -> None:
        self.view = view
        campaign = view.campaign
        self._name.setText(plain.cut(campaign.name))
        set_chip(self._state, *campaign_words.state(campaign.state))
        start, end = words.day(campaign.start), words.day(campaign.end)
        banks = ", ".join(view.bank(one) for one in campaign.banks)
        told = [campaign.code, f"{start} – {end}", banks, campaign.note]
        self._about.setText(plain.cut(" · ".join(one for one in told if one)))
        self.tabs["sessions"].setText(
            tr("Các buổi ({count})").format(count=words.count(len(view.sessions)))
        )
        for tab in (self.overview, self.sessions, self.results, self.papers):
            tab.show_view(view)
        self._desk_work.refresh()

    # --- forms

    def open_edit(self) -> CampaignForm | None:
        """The form of the campaign."""
        if self.view is None:
            return None
        form = CampaignForm(self, self.banks, self.villages, self.view.campaign)
        form.filled.connect(partial(self._keep, form, self._calls.save))
        form.open()
        return form

    def open_session(self, line: SessionLine | None = None) -> SessionForm | None:
        """The form of a session; of a new one where none is told."""
        if self.view is None:
            return None
        names = {one.village.village_id: one.village.name for one in self.villages}
        session = line.session if line else None
        form = SessionForm(self, self.view.campaign, (names, self.banks), session)
        form.filled.connect(partial(self._keep, form, self._calls.save))
        form.open()
        return form

    def open_told(self, line: SessionLine) -> ToldForm | None:
        """The form of what the session's bank told."""
        if self.view is None:
            return None
        form = ToldForm(self, self.view, line)
        code = self.view.campaign.code
        form.filled.connect(partial(self._keep, form, partial(self._calls.tell, code)))
        form.open()
        return form

    def _keep(self, form: Any, keep: Callable[[Any], Any], made: Any) -> None:
        def failed(error: Exception) -> None:
            if isinstance(error, UserError):
                form.refuse(*self._desk.word(error))
            else:
                form.reject()
                self._desk.alert(error)

        def done(saved: Any) -> None:
            form.accept()
            self._code = getattr(saved, "code", self._code)
            self._desk.say(tr("Đã lưu."))
            self.saved.emit()

        self._desk.run(
            Task(
                call=lambda _progress: keep(made),
                done=done,
                failed=failed,
                owner=self,
                topic="save campaign",
                writes=True,
            )
        )

    @property
    def code(self) -> str:
        """The campaign on screen."""
        return self._code

    @property
    def period(self) -> str | None:
        """The period whose end is looked at."""
        return self._period

    # --- the way back

    def show_people(self, bank: str | None, standing: Any) -> QDialog | None:
        """The names behind a number of the fair table."""
        view = self.view
        if view is None:
            return None
        from digicommune.operations.campaigns import WhoRequest

        asked = WhoRequest(self._code, bank, standing, period=self._period)
        whose = view.bank(bank) if bank is not None else tr("Cả chiến dịch")
        return self._trace(asked, whose)

    def show_village(self, village: VillageProgress | None) -> None:
        """The names of a village."""
        if village is None:
            return
        from digicommune.operations.campaigns import WhoRequest

        asked = WhoRequest(self._code, village_id=village.village_id, period=self._period)
        self._trace(asked, village.name)

    def show_refused(self) -> None:
        """Who refused when a team called."""
        code, period = self._code, self._period
        self._open_trace(tr("Từ chối khi tổ đến nhà"), lambda: self._calls.refused(code, period))

    def _trace(self, asked: Any, whose: str) -> TraceDialog:
        return self._open_trace(whose, lambda: self._calls.who(asked))

    def _open_trace(self, whose: str, call: Callable[[], Any]) -> TraceDialog:
        assert self.view is not None
        dialog = TraceDialog(self, self.view.campaign.name, whose)
        self._desk.run(
            Task(
                call=lambda _progress: call(),
                done=dialog.show_rows,
                owner=dialog,
                topic="trace",
                writes=True,
            )
        )
        dialog.show()
        return dialog

    # --- laying out

    def _connect(self) -> None:
        self.back.clicked.connect(lambda _checked: self.left.emit())
        self.edit.clicked.connect(lambda _checked: self.open_edit())
        self.overview.village_asked.connect(self.show_village)
        self.results.people_asked.connect(self.show_people)
        self.results.refused_asked.connect(self.show_refused)
        self.results.copy_asked.connect(self._desk_work.copy_message)
        self._desk_work.connect_tab(self.papers)
        self.sessions.add_asked.connect(self.open_session)
        self.sessions.edit_asked.connect(self.open_session)
        self.sessions.told_asked.connect(self.open_told)

    def _tab_buttons(self) -> dict[str, QPushButton]:
        group = QButtonGroup(self)
        names = (tr("Tổng quan"), tr("Các buổi"), tr("Theo ngân hàng"), tr("Giấy tờ"))
        made = {}
        for key, name in zip(TABS, names, strict=True):
            made[key] = plain.button(name, "choice")
            made[key].setCheckable(True)
            made[key].clicked.connect(partial(self._open_clicked, key))
            group.addButton(made[key])
        return made

    def _open_clicked(self, key: str, _checked: bool = False) -> None:
        self.open_tab(key)

    def _lay_out(self) -> None:
        for tab in (self.overview, self.sessions, self.results, self.papers):
            self._stack.addWidget(tab)
        head = row(self.back, self._name, self._state, 1, self.edit, gap=8)
        self._about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        under = row(gap=8)
        under.addWidget(self._about, 1)
        for button in self.tabs.values():
            under.addWidget(button)
        layout = column(head, under, gap=4)
        layout.addSpacing(4)
        layout.addWidget(self._stack, 1)
        self.setLayout(layout)
        self.open_tab("overview")
