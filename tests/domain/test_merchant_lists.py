"""Words of lists about shops: what they tell, and what they leave open."""

from __future__ import annotations

import pytest

from digicommune.domain.merchant_lists import (
    KINDS,
    REVENUES,
    STALLS,
    kind_said,
    revenue_of,
    stall_of,
)


def test_what_is_handed_out_is_read_again() -> None:
    assert {code: stall_of(words) for code, words in STALLS.items()} == {c: c for c in STALLS}
    assert {code: revenue_of(words) for code, words in REVENUES.items()} == {c: c for c in REVENUES}
    assert {code: kind_said(words) for code, words in KINDS.items()} == {c: c for c in KINDS}


@pytest.mark.parametrize(
    ("said", "stall"),
    [
        ("Chợ Bút", "market"),
        ("Ki ốt số 5", "market"),
        ("cố định", "fixed"),
        ("Cửa hàng ở chợ", None),
        ("", None),
        ("khác", None),
    ],
)
def test_where_a_shop_sells(said: str, stall: str | None) -> None:
    assert stall_of(said) == stall


@pytest.mark.parametrize(
    ("said", "band"),
    [
        ("500.000.000", "to_500m"),
        ("500000001 đ", "500m_to_1b"),
        ("1.000.000.000 đồng", "from_1b"),
        ("500", None),  # of millions? nobody says so
        ("nhiều", None),
        ("", None),
    ],
)
def test_bands_of_revenue(said: str, band: str | None) -> None:
    assert revenue_of(said) == band


@pytest.mark.parametrize(
    ("said", "kind"), [("QR tĩnh", "static"), ("động", "dynamic"), ("x", None)]
)
def test_kinds_of_codes(said: str, kind: str | None) -> None:
    assert kind_said(said) == kind
