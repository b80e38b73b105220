"""Chooses whom a team is to visit: services and lanes, with how many people each has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import column, empty_layout, holder, row, scrolled

if TYPE_CHECKING:
    from digicommune.operations.team_papers import MadeSheet
    from digicommune.operations.team_walks import SheetRequest
    from digicommune.operations.teams import TeamPack
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.team_calls import TeamCalls


class SheetDialog(QDialog):
    """``made`` tells a ``MadeSheet``: the list is kept and can be printed."""

    made = Signal(object)

    def __init__(self, parent: QWidget, desk: Desk, calls: TeamCalls, asked: SheetRequest) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Danh sách đi từng nhà"))
        self.resize(640, 560)
        self._desk, self._calls, self._asked = desk, calls, asked
        self.services: dict[str, QCheckBox] = {}
        self.lanes: dict[str, QCheckBox] = {}
        self._lane_box = column(gap=4)
        self.count = plain.label(tr("Chọn việc cần giúp người dân."), "soft", wrap=True)
        self.make = plain.button(tr("Lập và in danh sách"), "main")
        self.make.setEnabled(False)
        self.make.clicked.connect(lambda _checked: self._make())
        self._service_box = column(gap=4)
        self._lay_out()

    def offer(self, pack: TeamPack) -> None:
        """Shows the services the registers can tell of people."""
        for one in pack.service:
            if one.indicator is None:
                continue
            tick = plain.check(one.name)
            tick.toggled.connect(lambda _on: self._ask_lanes())
            self.services[one.code] = tick
            self._service_box.addWidget(tick)
        self._service_box.addStretch(1)

    def request(self) -> SheetRequest:
        """What is chosen; all lanes ticked means the whole village."""
        services = tuple(code for code, tick in self.services.items() if tick.isChecked())
        ticked = tuple(name for name, tick in self.lanes.items() if tick.isChecked())
        lanes = () if len(ticked) == len(self.lanes) else ticked
        return replace(self._asked, services=services, lanes=lanes)

    def _ask_lanes(self) -> None:
        asked = self.request()
        whole = replace(asked, lanes=())
        if not asked.services:
            self._show_lanes({})
            return
        self.count.setText(tr("Đang tìm…"))
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.lanes(whole),
                done=self._show_lanes,
                owner=self,
                topic="lanes",
            )
        )

    def _show_lanes(self, found: dict[str, int]) -> None:
        before = {name: tick.isChecked() for name, tick in self.lanes.items()}
        empty_layout(self._lane_box)
        self.lanes.clear()
        for name, count in found.items():
            said = tr("{lane}: {count} người").format(
                lane=name or tr("Chưa ghi ngõ, xóm"), count=words.count(count)
            )
            tick = plain.check(said)
            tick.setChecked(before.get(name, True))
            tick.toggled.connect(lambda _on: self._sum(found))
            self.lanes[name] = tick
            self._lane_box.addWidget(tick)
        self._lane_box.addStretch(1)
        self._sum(found)

    def _sum(self, found: dict[str, int]) -> None:
        chosen = sum(count for name, count in found.items() if self.lanes[name].isChecked())
        self.make.setEnabled(chosen > 0)
        if not found:
            asked = bool(self.request().services)
            none = tr("Không còn ai trong sổ thiếu các việc này.")
            self.count.setText(none if asked else tr("Chọn việc cần giúp người dân."))
            return
        self.count.setText(tr("Danh sách sẽ có {count} người.").format(count=words.count(chosen)))

    def _make(self) -> None:
        request = self.request()
        self.make.setEnabled(False)
        self._desk.run(
            Task(
                call=lambda progress: self._calls.new_sheet(request, progress),
                done=self._done,
                owner=self,
                topic="sheet",
                ended=lambda: self.make.setEnabled(True),
                writes=True,
            )
        )

    def _done(self, made: MadeSheet) -> None:
        self.made.emit(made)
        self.close()

    def _lay_out(self) -> None:
        close = plain.button(tr("Bỏ"))
        close.clicked.connect(self.close)
        left = column(plain.label(tr("Việc cần giúp"), "caps"), gap=8)
        left.addWidget(scrolled(holder(self._service_box)), 1)
        right = column(plain.label(tr("Ngõ, xóm"), "caps"), gap=8)
        right.addWidget(scrolled(holder(self._lane_box)), 1)
        body = row(gap=24)
        body.addLayout(left, 1)
        body.addLayout(right, 1)
        layout = column(gap=16)
        layout.addLayout(body, 1)
        layout.addWidget(self.count)
        layout.addLayout(row(1, close, self.make))
        layout.setContentsMargins(24, 24, 24, 16)
        self.setLayout(layout)
