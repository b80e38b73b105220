"""Campaigns and lists: three tabs; what a tab does is its own, this page only holds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QWidget

from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.page import Desk
from digicommune.ui.pages.campaigns import CampaignPanel, campaign_choices
from digicommune.ui.pages.intake_history import HistoryPanel
from digicommune.ui.pages.intake_list import ListCalls, ListTab
from digicommune.ui.views.frames import page_layout, row

if TYPE_CHECKING:
    from digicommune.ui.pages.campaign_calls import CampaignCalls
    from digicommune.ui.pages.dropzone import DropZone
    from digicommune.ui.pages.intake_columns import ColumnsPanel
    from digicommune.ui.pages.intake_done import DonePanel
    from digicommune.ui.pages.intake_preview import PreviewPanel
    from digicommune.ui.pages.past_calls import PastCalls

TABS = ("list", "campaigns", "history")


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
        self.lists = ListTab(desk, calls.lists)
        self.campaigns = CampaignPanel(desk, calls.campaigns)
        self.history = HistoryPanel(desk, calls.past)
        self._tabs = QStackedWidget()
        self.tabs = self._tab_buttons()
        self._lay_out()

    # --- what the window asks

    def refresh(self, period: str | None) -> None:
        """Asks campaigns, banks and history; a list on screen keeps what was decided of it."""
        self.campaigns.refresh(self._show_known, period)
        self.lists.refresh(period)
        self.history.refresh()

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
        if self._tabs.currentWidget() is self.history:
            self.history.start_search()
        else:
            self.lists.start_search()

    def open_tab(self, key: str) -> None:
        """Shows a tab."""
        self.tabs[key].setChecked(True)
        self._tabs.setCurrentIndex(TABS.index(key))
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

    def _show_known(self) -> None:
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
        for tab in (self.lists, self.campaigns, self.history):
            self._tabs.addWidget(tab)
        layout = page_layout(self, gap=12)
        layout.addWidget(plain.label(tr("Chiến dịch & nhập danh sách"), "title"))
        layout.addLayout(row(*self.tabs.values(), 1, self.lists.bar, gap=20))
        layout.addWidget(self._tabs, 1)
        self.open_tab("list")
