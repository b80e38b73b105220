"""The form of a shop: what is refused is told beside its field; it saves nothing itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

from digicommune.domain.merchants import QrKind, QrService, QrState, RevenueBand, Stall
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages import merchant_words
from digicommune.ui.pages.register_form import RegisterForm, number_hint, number_kept
from digicommune.ui.views.steady_box import SteadyBox
from digicommune.ui.views.typed_fields import DayError, day_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from PySide6.QtWidgets import QLineEdit, QWidget

    from digicommune.domain.merchants import Merchant

# Which field an operation's refusal is about.
FIELD_OF = {
    "shop_name_missing": "name",
    "tax_code_wrong": "tax_code",
    "cccd_wrong": "cccd",
    "phone_wrong": "phone",
    "code_missing": "qr_on",
}
NUMBERS = ("tax_code", "cccd", "phone")
TEXTS = ("owner", "address", "line", "provider", "qr_text", "qr_checked_by", "note")
DAYS = ("closed_on", "qr_on", "qr_checked_on")
YES_NO = ("has_transactions", "sound_box", "qr_works")
BOXES = (
    "village_id", "stall", "revenue", "state", "qr_state", "qr_bank_bin", "qr_kind", "qr_service",
)  # fmt: skip


class MerchantForm(RegisterForm):
    """``filled`` tells a ``Merchant``."""

    def __init__(
        self,
        parent: QWidget,
        shop: Merchant,
        villages: Iterable[tuple[int, str]],
        banks: Iterable[tuple[str, str]],
    ) -> None:
        title = tr("Sửa hộ kinh doanh") if shop.merchant_id else tr("Thêm hộ")
        super().__init__(parent, title, 620, FIELD_OF)
        self._shop = shop
        self.boxes: dict[str, SteadyBox] = {}
        self._villages, self._banks = tuple(villages), tuple(banks)
        self._lines()
        self.lay_out()

    def entry(self) -> Merchant | None:
        """The shop as typed."""
        told = {key: one.text().strip() for key, one in self.fields.items()}
        days = {key: self._day(key) for key in DAYS}
        if any(isinstance(one, DayError) for one in days.values()):
            return None
        values: dict[str, Any] = {"name": told["name"], **days}
        values |= {key: self.boxes[key].currentData() for key in (*BOXES, *YES_NO)}
        values |= {key: number_kept(told[key], getattr(self._shop, key)) for key in NUMBERS}
        values |= {key: told[key] or None for key in TEXTS}
        made = replace(self._shop, **values)
        if made.qr_state not in (self._shop.qr_state, "doubtful"):
            made = replace(made, qr_problem=None)  # whoever changes the state has looked at it
        return made

    def _day(self, key: str) -> date | DayError | None:
        """The day of a field; an error is told beside it."""
        try:
            return day_in(self.fields[key].text())
        except DayError as wrong:
            self.tell(key, tr("Ghi đủ ngày/tháng/năm, ví dụ 05/03/2026."))
            self.fields[key].setFocus()
            return wrong

    # --- laying out

    def _lines(self) -> None:
        self.add_head(tr("Hộ kinh doanh"))
        self.add_field("name", tr("Tên hộ, cơ sở"), self._shop.name)
        self._text("owner", tr("Chủ hộ"))
        for key, title in (
            ("tax_code", tr("Mã số thuế")),
            ("cccd", tr("Số CCCD chủ hộ")),
            ("phone", tr("Điện thoại")),
        ):
            self.add_field(key, title, "", number_hint(getattr(self._shop, key)))
        self._box("village_id", tr("Thôn"), [(None, tr("Chưa rõ thôn")), *self._villages])
        self._text("address", tr("Địa chỉ"))
        self._text("line", tr("Ngành hàng"))
        self._box("stall", tr("Nơi bán"), _named(get_args(Stall), merchant_words.stall))
        self._box("revenue", tr("Doanh thu"), _named(get_args(RevenueBand), merchant_words.revenue))
        self._box("state", tr("Tình trạng"), _named(("active", "closed"), words.merchant_state))
        self._date("closed_on", tr("Nghỉ từ ngày"))
        self._text("note", tr("Ghi chú"))
        self._code_lines()

    def _code_lines(self) -> None:
        self.add_head(tr("Mã QR"))
        states = _named(get_args(QrState), lambda code: words.qr_state(code)[0])
        self._box("qr_state", tr("Tình trạng mã"), states)
        self._box("qr_bank_bin", tr("Ngân hàng"), [(None, tr("Chưa rõ ngân hàng")), *self._banks])
        self._text("provider", tr("Ví, đơn vị cung cấp"))
        kinds = _named((None, *get_args(QrKind)), merchant_words.kind)
        self._box("qr_kind", tr("Loại mã"), kinds)
        services = _named((None, *get_args(QrService)), merchant_words.service)
        self._box("qr_service", tr("Cách trả tiền"), services)
        self._date("qr_on", tr("Ngày cấp"))
        self._text("qr_text", tr("Nội dung mã")).setMaxLength(600)
        self._yes_no("has_transactions", tr("Có giao dịch qua mã"))
        self._yes_no("sound_box", tr("Có loa báo"))
        self._date("qr_checked_on", tr("Kiểm tra lần cuối"))
        self._yes_no("qr_works", tr("Lần ấy quét được"))
        self._text("qr_checked_by", tr("Người kiểm tra"))

    def _text(self, key: str, title: str) -> QLineEdit:
        return self.add_field(key, title, getattr(self._shop, key) or "")

    def _date(self, key: str, title: str) -> None:
        self.add_field(key, title, words.day(getattr(self._shop, key)), tr("ngày/tháng/năm"))

    def _yes_no(self, key: str, title: str) -> None:
        self._box(key, title, [(None, tr("Chưa rõ")), (True, tr("Có")), (False, tr("Không"))])

    def _box(self, key: str, title: str, choices: Iterable[tuple[object, str]]) -> None:
        made, own = SteadyBox(title), getattr(self._shop, key)
        for code, text in choices:
            made.addItem(plain.cut(text), code)
        at = next((n for n in range(made.count()) if made.itemData(n) == own), -1)
        if at < 0:  # a village that has changed, a bank no longer listed
            made.addItem(tr("Giữ như đã ghi"), own)
            at = made.count() - 1
        made.setCurrentIndex(at)
        self.boxes[key] = made
        self.add_part(title, made)


def _named(codes: Iterable[Any], name: Callable[[Any], str]) -> list[tuple[object, str]]:
    return [(code, name(code)) for code in codes]
