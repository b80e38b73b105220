"""Shops that are perhaps entered twice, and by which clue; it merges none itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.ui import words
from digicommune.ui.language import tr
from digicommune.ui.pages.register_twins import RegisterTwinsDialog, TwinEntries

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from digicommune.domain.merchant_cards import Twins
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.merchant_calls import MerchantCalls

ORDER = (
    "ten_ho_kd", "ho_ten", "ma_so_thue", "cccd", "dien_thoai", "thon", "dia_chi", "nganh_hang",
    "ngan_hang", "ngay_cap_ma", "ghi_chu",
)  # fmt: skip


class MerchantTwinsDialog(RegisterTwinsDialog):
    """Groups of shops."""

    def __init__(self, parent: QWidget, desk: Desk, calls: MerchantCalls) -> None:
        entries = TwinEntries(
            title=tr("Hộ có thể bị ghi hai lần"),
            none_left=tr("Không còn hộ nào trùng mã số thuế, điện thoại hay tên."),
            order=ORDER,
            heading=_heading,
            question=_question,
            groups=calls.twins,
            numbers=lambda group: group.numbers,
            rows=calls.as_rows,
            merge=calls.merge,
        )
        super().__init__(parent, desk, entries)


def _question(group: Twins, left: int) -> str:
    said = tr("Còn {count} nhóm. Nhóm này cùng {shared}: có phải một hộ không?")
    shared = ", ".join(_clue(one) for one in group.shared)
    return said.format(count=words.count(left), shared=shared)


def _clue(code: str) -> str:
    known = {
        "tax_code": tr("mã số thuế"),
        "phone": tr("điện thoại"),
        "name": tr("tên hộ, chủ hộ và thôn"),
    }
    return known.get(code, code)


def _heading(key: str) -> str:
    return tr("Chủ hộ") if key == "ho_ten" else words.field_name(key)
