"""One shop beside the list: masked numbers, its code, the round, its history; it asks none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.domain.merchant_cards import PERSONAL_TAX_CODE, shown_tax_code
from digicommune.domain.people import mask_tail
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages import merchant_words
from digicommune.ui.pages.merchant_round import RoundBox
from digicommune.ui.pages.register_card import (
    MOST_HISTORY,
    NumberLine,
    RegisterView,
    where_from,
)
from digicommune.ui.views.chips import chip, set_chip
from digicommune.ui.views.frames import column, empty_layout, row

if TYPE_CHECKING:
    from digicommune.domain.merchant_cards import MerchantCard
    from digicommune.domain.merchants import Merchant, Visit


class MerchantView(RegisterView):
    """A shop; ``revealed`` tells "cccd", "phone" or "tax_code"."""

    def __init__(self) -> None:
        super().__init__(tr("Phiếu hộ kinh doanh"), tr("Sửa tên, số, mã QR của hộ này"))
        self.card: MerchantCard | None = None
        self._name = plain.label("", "heading", wrap=True)
        self._about = plain.label("", "soft", wrap=True)
        self._state, self._code = chip("", "muted"), chip("", "muted")
        self._problem = plain.label("", "bad", wrap=True)
        self.round = RoundBox()
        chips = row(self._state, self._code, 1)
        head = column(self._name, self._about, chips, self._problem, gap=4)
        self.lay_out(head, self.round, 14)

    def show_card(self, card: MerchantCard) -> None:
        """Shows a shop; numbers are masked again."""
        self.card = card
        shop = card.merchant
        self._name.setText(plain.cut(shop.name))
        self._about.setText(plain.cut(_about(card)))
        set_chip(self._state, _state(shop), "good" if shop.state == "active" else "muted")
        set_chip(self._code, *words.qr_state(shop.qr_state))
        self._problem.setText(plain.cut(shop.qr_problem or ""))
        self._problem.setVisible(bool(shop.qr_problem))
        self._show_numbers(shop)
        self.round.show_shop(shop)
        empty_layout(self._parts)
        self.add_section(tr("Mã QR"), _code_lines(card))
        self.add_section(
            tr("Các lượt vận động"),
            [_visit(one) for one in card.visits] or [tr("Chưa ghi lượt nào.")],
        )
        source = where_from(shop.source, card.sources)
        code = where_from(shop.qr_source, card.sources)
        told = [source or tr("Ghi tay")]
        if code and code != source:
            told.append(tr("mã QR: {place}").format(place=code))
        self.add_section(tr("Từ đâu"), told)
        lines = merchant_words.history_lines(card.history[:MOST_HISTORY])
        self.add_section(tr("Lịch sử"), lines or [tr("Chưa có thay đổi nào từ khi nhập.")])

    def _show_numbers(self, shop: Merchant) -> None:
        personal = bool(shop.tax_code) and len(shop.tax_code or "") == PERSONAL_TAX_CODE
        code = shown_tax_code(shop.tax_code)
        self.show_numbers(
            (
                NumberLine("tax_code", tr("Mã số thuế"), code, personal),
                NumberLine("cccd", tr("Số CCCD chủ hộ"), mask_tail(shop.cccd)),
                NumberLine("phone", tr("Điện thoại"), mask_tail(shop.phone, 3, 3)),
            )
        )


def _state(shop: Merchant) -> str:
    if shop.state == "active":
        return tr("✓ Hoạt động")
    day = words.day(shop.closed_on)
    return tr("– Đã nghỉ từ {day}").format(day=day) if day else tr("– Đã nghỉ")


def _about(card: MerchantCard) -> str:
    shop = card.merchant
    stall = merchant_words.stall(shop.stall) if shop.stall != "unknown" else ""
    revenue = merchant_words.revenue(shop.revenue) if shop.revenue != "unknown" else ""
    parts = (
        shop.owner or "",
        card.village or tr("chưa rõ thôn"),
        shop.address or "",
        shop.line or "",
        stall,
        revenue,
        shop.note or "",
    )
    return " · ".join(part for part in parts if part)


def _code_lines(card: MerchantCard) -> list[str]:
    shop = card.merchant
    if shop.qr_state == "none":
        return [tr("Hộ chưa có mã QR.")]
    issued = tr("cấp {day}").format(day=words.day(shop.qr_on)) if shop.qr_on else ""
    kinds = [
        merchant_words.kind(shop.qr_kind) if shop.qr_kind else "",
        merchant_words.service(shop.qr_service) if shop.qr_service else "",
    ]
    first = (card.bank or tr("chưa rõ ngân hàng"), shop.provider or "", issued)
    lines = [" · ".join(part for part in first if part)]
    lines += [told] if (told := " · ".join(part for part in kinds if part)) else []
    traded = {True: tr("Đã có giao dịch"), False: tr("Chưa có giao dịch")}
    sound = {True: tr("có loa báo"), False: tr("không có loa báo")}
    lines.append(
        " · ".join(
            (
                traded.get(bool(shop.has_transactions), "")
                if shop.has_transactions is not None
                else tr("Chưa rõ có giao dịch hay không"),
                sound[shop.sound_box] if shop.sound_box is not None else tr("chưa rõ loa báo"),
            )
        )
    )
    lines.append(_checked(shop))
    return lines


def _checked(shop: Merchant) -> str:
    if shop.qr_checked_on is None:
        return tr("Chưa kiểm tra mã lần nào.")
    works = {True: tr("quét được"), False: tr("không quét được"), None: tr("đã xem")}
    said = tr("Kiểm tra {day}: {result}").format(
        day=words.day(shop.qr_checked_on), result=works[shop.qr_works]
    )
    return f"{said} · {shop.qr_checked_by}" if shop.qr_checked_by else said


def _visit(one: Visit) -> str:
    said = f"{words.day(one.held_on)} · {merchant_words.bare_step(one.state)} · {one.who}"
    return f"{said} · {one.note}" if one.note else said
