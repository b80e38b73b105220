"""Leads from a gap of people to their names and the list one walks with; it finds nobody itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.ui.language import tr
from digicommune.ui.pages.people_lacking import Asked, LackingDialog
from digicommune.ui.tasks import Task

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from digicommune.domain.sheet import FigureSheet
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.criteria_calls import GapCalls


def open_lacking(home: QWidget, desk: Desk, calls: GapCalls, where: tuple[str, str, int]) -> None:
    """Opens the dialog of those an indicator lacks in a period, on a village."""
    period, indicator, village = where

    def show(sheet: FigureSheet) -> None:
        figures = next((one for one in sheet.indicators if one.indicator.code == indicator), None)
        if figures is None or not figures.indicator.counts_people:
            desk.say(tr("Chỉ tiêu này không đếm theo tên người: không có danh sách đi từng nhà."))
        else:
            LackingDialog(home, desk, calls.people, Asked(period, figures, village)).show()

    desk.run(
        Task(call=lambda _progress: calls.figures(period), done=show, owner=home, topic="lacking")
    )
