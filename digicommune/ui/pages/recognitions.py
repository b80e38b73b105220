"""Recognition of villages: the dossiers that lead to it, and the register of what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QWidget

from digicommune.domain.dossier import DossierKey
from digicommune.domain.periods import parse_period
from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.pages.dossier import DossierPanel
from digicommune.ui.pages.dossier_list import DossierTable
from digicommune.ui.pages.recognition_register import RegisterPanel
from digicommune.ui.tasks import Task
from digicommune.ui.views.chips import chip, set_chip
from digicommune.ui.views.frames import page_layout, row
from digicommune.ui.views.steady_box import SteadyBox

if TYPE_CHECKING:
    from digicommune.domain.criteria import CriteriaSet
    from digicommune.domain.recognition import RegisterView
    from digicommune.operations.dossiers import DossierList
    from digicommune.operations.reports import MadeDocument
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.recognition_calls import RecognitionCalls

TABS = ("dossiers", "register")
SUMMARY = "bang-tong-hop-thon-thong-minh"


@dataclass(frozen=True, slots=True)
class _Answer:
    sets: tuple[CriteriaSet, ...]
    found: DossierList | None


class RecognitionsPage(QWidget):
    """Two tabs; a dossier stands in the place of the list it was opened from."""

    def __init__(self, desk: Desk, calls: RecognitionCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self._period: str | None = None
        self._asked_village: int | None = None  # by another page, until the sets are known
        self.sets = SteadyBox(tr("Bộ tiêu chí"), 320)
        self.sets.activated.connect(lambda _at: self._choose_set())
        self.counted = chip("", "muted")
        self.counted.hide()
        self.list = DossierTable()
        self.list.opened.connect(self.open_dossier)
        self.list.year_asked.connect(self._open_year)
        self.list.summary_asked.connect(self.print_summary)
        self.list.villages_asked.connect(partial(desk.open_page, "intake"))
        self._dossier: DossierPanel | None = None
        self.register = RegisterPanel(desk, calls)
        self.register.told.connect(self._tell_counted)
        self.register.summary_asked.connect(self.print_summary)
        self._dossiers = QStackedWidget()
        self._tabs = QStackedWidget()
        self.tabs = self._tab_buttons()
        self._lay_out()

    @property
    def dossier(self) -> DossierPanel:
        """The dossier; its many fields are made when the first one is opened."""
        if self._dossier is None:
            self._dossier = DossierPanel(self._desk, self._calls.dossiers)
            self._dossier.left.connect(self._back)
            self._dossiers.addWidget(self._dossier)
        return self._dossier

    @property
    def in_dossier(self) -> bool:
        """Whether a dossier stands in the place of the list."""
        return self._dossier is not None and self._dossiers.currentWidget() is self._dossier

    # --- what the window asks

    def refresh(self, period: str | None) -> None:
        """Asks the dossiers and the register of the period; an open dossier follows the period."""
        moved = period != self._period
        self._period = period
        self.register.refresh(period)
        if not self.in_dossier:
            self._ask_list()
        elif moved and self.dossier.key is not None:
            self.open_dossier(self.dossier.key.village_id)
        else:
            self.dossier.refresh()

    def _ask_list(self) -> None:
        """Asks the dossiers of all villages; while one is open nobody sees them."""
        period, chosen = self._period, self.sets.currentData()

        def call(_progress: object) -> _Answer:
            sets = self._calls.dossiers.sets()
            codes = [one.code for one in sets]
            code = chosen if chosen in codes else (codes[0] if codes else None)
            if code is None or period is None:
                return _Answer(sets, None)
            return _Answer(sets, self._calls.dossiers.listed(code, period))

        self._desk.run(Task(call=call, done=self._show, owner=self, topic="dossiers"))

    def open_place(self, place: str) -> None:
        """Leads to "register", "register/at_risk" (a state) or "dossier/<village's number>"."""
        tab, _, rest = place.partition("/")
        if tab == "dossier" and rest.isdigit():
            self.open_tab("dossiers")
            self.open_dossier(int(rest))
        elif tab in TABS:
            self.open_tab(tab)
            if tab == "register" and rest:
                self.register.choose_state(rest)

    def start_print(self) -> None:
        """Ctrl+P: the paper of what is on screen."""
        if self._tabs.currentWidget() is self.register:
            self.print_summary()
        elif self.in_dossier:
            self.dossier.papers.one.click()

    # --- going

    def open_tab(self, key: str) -> None:
        """Shows a tab."""
        self.tabs[key].setChecked(True)
        self._tabs.setCurrentIndex(TABS.index(key))
        self.sets.setVisible(key == "dossiers")

    def open_dossier(self, village: int) -> None:
        """Shows the dossier of a village by the set chosen."""
        code = self.sets.currentData()
        if code is None or self._period is None:
            self._asked_village = village
            return
        self._asked_village = None
        self.dossier.open_dossier(DossierKey(code, parse_period(self._period).code, village))
        self._dossiers.setCurrentWidget(self.dossier)

    def _back(self) -> None:
        self._dossiers.setCurrentWidget(self.list)
        self._ask_list()

    def _choose_set(self) -> None:
        shown = self.dossier.key if self.in_dossier else None
        if shown is not None and not self.dossier.let_go():
            self.sets.setCurrentIndex(self.sets.findData(shown.set_code))
            return
        self._back()

    def _open_year(self, code: str) -> None:
        self._desk.open_period(code, parse_period(code).title)

    # --- showing

    def _show(self, answer: _Answer) -> None:
        codes = [self.sets.itemData(at) for at in range(self.sets.count())]
        if [one.code for one in answer.sets] != codes:
            self.sets.clear()
            for one in answer.sets:
                self.sets.addItem(plain.cut(f"{one.code}: {one.title}"), one.code)
        if answer.found is not None:
            self.sets.setCurrentIndex(self.sets.findData(answer.found.criteria_set.code))
            self.list.show_list(answer.found)
        if self._asked_village is not None:
            self.open_dossier(self._asked_village)

    def _tell_counted(self, view: RegisterView) -> None:
        counted = view.counted
        self.counted.setVisible(counted.of > 0)
        number = len(counted.recognised)
        told = tr("{count}/{of} thôn được công nhận").format(count=number, of=counted.of)
        risks = len(counted.risks)
        if risks:
            told += tr(", {count} nguy cơ thu hồi").format(count=risks)
        sign = "!" if risks else "✓" if number else "–"
        set_chip(self.counted, f"{sign} {told}", "warn" if risks else "good" if number else "muted")

    def print_summary(self) -> None:
        """The table of villages and criteria, on paper."""
        code, period = self.sets.currentData(), self._period
        if code is None or period is None:
            return
        from digicommune.operations.dossier_papers import PaperRequest

        request = PaperRequest(SUMMARY, period, code)
        self._desk.run(
            Task(
                call=lambda progress: self._calls.dossiers.paper(request, progress),
                done=self._show_paper,
                owner=self,
                topic="summary",
                writes=True,
            )
        )

    def _show_paper(self, made: MadeDocument) -> None:
        from digicommune.ui.pages.people_paper import PaperDialog

        PaperDialog(self, self._desk, made, self._calls.dossiers.write).show()

    # --- laying out

    def _tab_buttons(self) -> dict[str, QPushButton]:
        group = QButtonGroup(self)
        names = {"dossiers": tr("Hồ sơ công nhận"), "register": tr("Sổ công nhận")}
        made = {}
        for key, name in names.items():
            made[key] = plain.button(name, "tab")
            made[key].setCheckable(True)
            made[key].clicked.connect(partial(self._pick_tab, key))
            group.addButton(made[key])
        made["dossiers"].setChecked(True)
        return made

    def _pick_tab(self, key: str, _checked: bool = False) -> None:
        self.open_tab(key)

    def _lay_out(self) -> None:
        self._dossiers.addWidget(self.list)
        self._tabs.addWidget(self._dossiers)
        self._tabs.addWidget(self.register)
        layout = page_layout(self, gap=10)
        layout.addLayout(row(plain.label(tr("Công nhận thôn"), "title"), self.counted, 1, gap=16))
        layout.addLayout(row(*self.tabs.values(), 1, self.sets, gap=16))
        layout.addWidget(self._tabs, 1)
