"""The trash of people: whom one put away, and putting them back; it removes nobody for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.ui.language import tr
from digicommune.ui.pages.register_trash import RegisterTrashDialog, Trash
from digicommune.ui.views.table import Column

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from digicommune.domain.people_cards import PersonLine
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.people_calls import PeopleCalls


class TrashDialog(RegisterTrashDialog):
    """People, one a row."""

    def __init__(self, parent: QWidget, desk: Desk, calls: PeopleCalls) -> None:
        trash = Trash(
            title=tr("Người đã bỏ vào thùng rác"),
            table=tr("Người trong thùng rác"),
            take=tr("Lấy lại người đang chọn"),
            count=tr("{count} người; không ai trong đây được tính vào số liệu."),
            columns=_columns(),
            rows=calls.in_trash,
            number=lambda one: one.number,
            restore=calls.restore,
        )
        super().__init__(parent, desk, trash)


def _columns() -> tuple[Column[PersonLine], ...]:
    return (
        Column(tr("Họ và tên"), lambda one: one.name),
        Column(tr("Sinh"), lambda one: one.born, width=104),
        Column(tr("Thôn"), lambda one: one.village, width=132),
        Column(tr("Số CCCD"), lambda one: one.cccd, width=140),
    )
