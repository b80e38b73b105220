"""Shops that are perhaps entered twice, side by side; the officer decides, group after group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.intake_lines import shown_value
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.side_by_side import NUMBERS, Side, SideBySide, Wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digicommune.domain.merchant_cards import Twins
    from digicommune.domain.rows import Value
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.merchant_calls import MerchantCalls

ORDER = (
    "ten_ho_kd", "ho_ten", "ma_so_thue", "cccd", "dien_thoai", "thon", "dia_chi", "nganh_hang",
    "ngan_hang", "ngay_cap_ma", "ghi_chu",
)  # fmt: skip
MASKED = NUMBERS | {"dien_thoai"}  # of the register: a look at them is noted elsewhere


class MerchantTwinsDialog(QDialog):
    """Goes from group to group; "same" makes the chosen entry one with the first."""

    def __init__(self, parent: QWidget, desk: Desk, calls: MerchantCalls) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Hộ có thể bị ghi hai lần"))
        self.resize(880, 600)
        self._desk, self._calls = desk, calls
        self._left: list[Twins] = []
        self._rows: Mapping[int, Mapping[str, Value]] = {}
        self._count = plain.label(tr("Đang tìm…"), "heading", wrap=True)
        legend = tr("= giống   ≠ khác   + chỉ phiếu bên trái có   – chỉ phiếu bên phải có")
        self.sides = SideBySide(Wording(_heading, shown_value, ORDER, MASKED, legend))
        self.sides.decided.connect(self._decide)
        self.sides.hide()
        close = plain.button(tr("Đóng"))
        close.clicked.connect(self.close)
        layout = column(self._count, gap=12)
        layout.addWidget(self.sides, 1)
        layout.addStretch(0)
        layout.addLayout(row(1, close))
        layout.setContentsMargins(24, 24, 24, 16)
        self.setLayout(layout)
        self._ask()

    @property
    def groups(self) -> list[Twins]:
        """The groups still to be decided, the one shown first."""
        return self._left

    def _ask(self) -> None:
        def call(_progress: object) -> tuple[list[Twins], Mapping[int, Mapping[str, Value]]]:
            groups = list(self._calls.twins())
            return groups, self._calls.as_rows(n for one in groups for n in one.numbers)

        self._desk.run(Task(call=call, done=self._show, owner=self, topic="twins"))

    def _show(self, found: tuple[list[Twins], Mapping[int, Mapping[str, Value]]]) -> None:
        self._left, self._rows = found
        self._next()

    def _next(self) -> None:
        self.sides.setVisible(bool(self._left))
        if not self._left:
            self._count.setText(tr("Không còn hộ nào trùng mã số thuế, điện thoại hay tên."))
            return
        group = self._left[0]
        self._count.setText(
            tr("Còn {count} nhóm. Nhóm này cùng {shared}: có phải một hộ không?").format(
                count=words.count(len(self._left)),
                shared=", ".join(_clue(one) for one in group.shared),
            )
        )
        first, *others = (self._side(number) for number in group.numbers)
        self.sides.show_sides(first, others)

    def _side(self, number: int) -> Side:
        fields = self._rows.get(number, {})
        values = {key: str(fields[key]) for key in ORDER if fields.get(key)}
        note = tr("Phiếu số {number}").format(number=number)
        return Side(number, values.get("ten_ho_kd", ""), note, values)

    def _decide(self, decision: str, other: object) -> None:
        if not self._left:
            return
        if decision != "same" or not isinstance(other, int):
            self._left.pop(0)
            self._next()
            return
        keep = self._left[0].numbers[0]

        self._desk.run(
            Task(
                call=lambda _progress: self._calls.merge(keep, other),
                done=lambda _done: self._ask(),
                owner=self,
                topic="merge",
                writes=True,
            )
        )


def _clue(code: str) -> str:
    known = {
        "tax_code": tr("mã số thuế"),
        "phone": tr("điện thoại"),
        "name": tr("tên hộ, chủ hộ và thôn"),
    }
    return known.get(code, code)


def _heading(key: str) -> str:
    return tr("Chủ hộ") if key == "ho_ten" else words.field_name(key)
