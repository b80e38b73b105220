"""Campaigns and lists: three tabs; what a tab does is its own, this page only holds them.

The first step of a list is made with the page, the rest a moment later, part by part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QWidget

from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.later import one_by_one
from digicommune.ui.page import Desk
from digicommune.ui.pages.intake_list import ListCalls, ListTab
from digicommune.ui.views.frames import page_layout, row

if TYPE_CHECKING:
    from digicommune.ui.pages.campaign_calls import CampaignCalls
    from digicommune.ui.pages.campaigns import CampaignPanel
    from digicommune.ui.pages.dropzone import DropZone
    from digicommune.ui.pages.intake_columns import ColumnsPanel
    from digicommune.ui.pages.intake_done import DonePanel
    from digicommune.ui.pages.intake_history import HistoryPanel
    from digicommune.ui.pages.intake_preview import PreviewPanel
    from digicommune.ui.pages.past_calls import PastCalls

TABS = ("list", "campaigns", "history")
OTHERS_AFTER = 60  # milliseconds: the first tab is painted by then


@dataclass(frozen=True, slots=True)
class IntakeCalls:
    """What the page asks."""

    lists: ListCalls
    past: PastCalls
    campaigns: CampaignCalls


class IntakePage(QWidget):
    """Three tabs: lists, the campaigns, what was imported before."""

    def __init__(self, desk: Desk, calls: IntakeCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self._period: str | None = None
        self._asked = False  # a tab made after the page was asked asks by itself
        self.lists = ListTab(desk, calls.lists)
        self._campaigns: CampaignPanel | None = None
        self._history: HistoryPanel | None = None
        self._tabs = QStackedWidget()
        self.tabs = self._tab_buttons()
        self._lay_out()
        rest = (lambda: self.campaigns, lambda: self.preview, lambda: self.history)
        one_by_one(self, rest, OTHERS_AFTER)

    @property
    def whole(self) -> bool:
        """Whether every part has been made."""
        made = self._campaigns is not None and self._history is not None
        return made and self.lists.steps.whole

    @property
    def campaigns(self) -> CampaignPanel:
        """The tab of campaigns."""
        if self._campaigns is None:
            from digicommune.ui.pages.campaigns import CampaignPanel

            self._campaigns = CampaignPanel(self._desk, self._calls.campaigns)
            self._tabs.addWidget(self._campaigns)
            self._ask_campaigns()
        return self._campaigns

    @property
    def history(self) -> HistoryPanel:
        """The tab of what was imported before."""
        if self._history is None:
            from digicommune.ui.pages.intake_history import HistoryPanel

            self._history = HistoryPanel(self._desk, self._calls.past)
            self._tabs.addWidget(self._history)
            self._ask_history()
        return self._history

    # --- what the window asks

    def refresh(self, period: str | None) -> None:
        """Asks campaigns, banks and history; a list on screen keeps what was decided of it."""
        self._period, self._asked = period, True
        self._ask_campaigns()
        self.lists.refresh(period)
        self._ask_history()

    def open_place(self, place: str) -> None:
        """Leads to a place of this page: "waiting", the rows that wait for a decision."""
        if place == "waiting":
            self.open_tab("history")
            self.history.open_waiting()

    def take_files(self, paths: Sequence[Path]) -> None:
        """Reads and judges lists, one after the other."""
        self.open_tab("list")
        self.lists.take_files(paths)

    def choose_file(self) -> None:
        """Ctrl+O: opens the file dialog beside the window."""
        self.open_tab("list")
        self.lists.choose_file()

    def start_search(self) -> None:
        """Ctrl+F."""
        if self._tabs.currentWidget() is self._history:
            self.history.start_search()
        else:
            self.lists.start_search()

    def open_tab(self, key: str) -> None:
        """Shows a tab."""
        self.tabs[key].setChecked(True)
        self._tabs.setCurrentWidget(self._tab(key))
        self.lists.bar.setVisible(key == "list")

    # --- where the import stands

    @property
    def step(self) -> QWidget | None:
        """The step on screen: dropping, columns, check or done."""
        return self.lists.step

    @property
    def zone(self) -> DropZone:
        """Where files are dropped."""
        return self.lists.steps.first.zone

    @property
    def columns(self) -> ColumnsPanel:
        """The step of the columns."""
        return self.lists.steps.columns

    @property
    def preview(self) -> PreviewPanel:
        """The step where rows are checked."""
        return self.lists.steps.preview

    @property
    def done(self) -> DonePanel:
        """What saving did."""
        return self.lists.steps.done

    # --- inside

    def _tab(self, key: str) -> QWidget:
        if key == "list":
            return self.lists
        return self.campaigns if key == "campaigns" else self.history

    def _ask_campaigns(self) -> None:
        if self._asked and self._campaigns is not None:
            self._campaigns.refresh(self._show_known, self._period)

    def _ask_history(self) -> None:
        if self._asked and self._history is not None:
            self._history.refresh()

    def _show_known(self) -> None:
        from digicommune.ui.pages.campaigns import campaign_choices

        campaigns = campaign_choices(self.campaigns)
        self.lists.show_known(self.campaigns.village_names, self.campaigns.banks, campaigns)

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
        self._tabs.addWidget(self.lists)
        layout = page_layout(self, gap=12)
        layout.addWidget(plain.label(tr("Chiến dịch & nhập danh sách"), "title"))
        layout.addLayout(row(*self.tabs.values(), 1, self.lists.bar, gap=20))
        layout.addWidget(self._tabs, 1)
        self.open_tab("list")
