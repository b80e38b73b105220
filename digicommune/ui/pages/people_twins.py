"""People who are perhaps entered twice: of one name and one day of birth; it merges none itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.ui import words
from digicommune.ui.language import tr
from digicommune.ui.pages.intake_sides import ORDER
from digicommune.ui.pages.register_twins import RegisterTwinsDialog, TwinEntries

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from digicommune.ui.page import Desk
    from digicommune.ui.pages.people_calls import PeopleCalls


class TwinsDialog(RegisterTwinsDialog):
    """Groups of people."""

    def __init__(self, parent: QWidget, desk: Desk, calls: PeopleCalls) -> None:
        entries = TwinEntries(
            title=tr("Người có thể bị ghi hai lần"),
            none_left=tr("Không còn ai cùng họ tên, cùng ngày sinh phải xem lại."),
            order=ORDER,
            heading=words.field_name,
            question=_question,
            groups=calls.twins,
            numbers=lambda group: [one.number for one in group],
            rows=calls.as_rows,
            merge=calls.merge,
        )
        super().__init__(parent, desk, entries)


def _question(_group: object, left: int) -> str:
    said = tr("Còn {count} nhóm cùng họ tên, cùng ngày sinh. Có phải một người không?")
    return said.format(count=words.count(left))
