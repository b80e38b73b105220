"""Shops made by hand for the window's tests; what is kept is tested on a real office."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from digicommune.domain.merchant_cards import (
    MerchantCard,
    MerchantFigure,
    MerchantRegister,
    findable_of,
    line_of,
)
from digicommune.domain.merchants import Merchant
from digicommune.domain.villages import Village
from digicommune.ui.pages.merchant_calls import MerchantCalls


def _nobody(*_given: Any) -> Any:
    raise AssertionError("nothing was to be asked")


def merchant_calls(
    shops: tuple[Merchant, ...], villages: tuple[Village, ...], export: Callable[[Path], None]
) -> MerchantCalls:
    """Lists these shops and shows their cards."""
    names = {one.village_id: one.name for one in villages}
    places = {one.merchant_id: (one.village_id or 0) for one in shops}
    known = {one.merchant_id: one for one in shops}
    register = MerchantRegister(
        tuple(
            line_of(one, (places[one.merchant_id], names[places[one.merchant_id]]), "Agribank")
            for one in shops
        ),
        tuple(findable_of(one) for one in shops),
        tuple(names.items()),
        (("970405", "Agribank"),),
    )
    figure = MerchantFigure("HKDQR", "Nhận thanh toán QR", 1, 2, "hộ có mã", "hộ hoạt động", False)
    none: dict[str, Any] = dict.fromkeys(MerchantCalls.__slots__, _nobody)
    none.update(
        register=lambda: register,
        figures=lambda _period: (figure,),
        card=lambda number: MerchantCard(
            known[number], names[places[number]], "Agribank", (), (), {}
        ),
        export=export,
    )
    return MerchantCalls(**none)
