"""Whole numbers, accounts, tax codes, ticks and genders."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digicommune.domain.amounts import (
    AmountError,
    read_account,
    read_amount,
    read_gender,
    read_tax_code,
    read_tick,
)


@given(st.integers(0, 10**13), st.sampled_from([".", ",", " ", "\u00a0"]),
       st.sampled_from(["", " đ", " VNĐ", " đồng", "đ"]))  # fmt: skip
def test_grouped_money_reads_back(amount: int, mark: str, unit: str) -> None:
    assert read_amount(f"{amount:,}".replace(",", mark) + unit) == amount
    assert read_amount(float(amount)) == amount


@pytest.mark.parametrize("cell", ["abc", "1.5", "1,25,00", 1.5, float("nan"), 1e16, "", True])
def test_what_is_no_whole_number(cell: object) -> None:
    with pytest.raises(AmountError):
        read_amount(cell)


@pytest.mark.parametrize(
    ("cell", "account", "notes"),
    [
        ("0344865153085", "0344865153085", ()), ("CHUTK2026", "CHUTK2026", ()),
        ("9704 0512-3456", "970405123456", ()), (9343849742968.0, "9343849742968",
        ("account_stored_as_number",)), (1.234567890123457e18, None, ("account_precision_lost",)),
        ("1.23E+15", None, ("account_precision_lost",)), ("12345", None, ("account_invalid",)),
        ("123456789.0", "123456789", ("account_stored_as_number",)),
        ("chưa có", None, ("account_invalid",)),
    ],
)  # fmt: skip
def test_accounts(cell: object, account: str | None, notes: tuple[str, ...]) -> None:
    assert read_account(cell) == (account, notes)


@pytest.mark.parametrize(
    ("cell", "code", "notes"),
    [
        ("0100047516", "0100047516", ()), ("0100233488", "0100233488", ()),
        ("0100233480", "0100233480", ("mst_checksum",)), ("0100047516001", "0100047516-001", ()),
        ("0100047516-001", "0100047516-001", ()), (100047516.0, "0100047516", ()),
        ("038090000001", "038090000001", ()), (38090000001.0, "038090000001", ()),
        ("123", "123", ("mst_checksum",)),
    ],
)  # fmt: skip
def test_tax_codes(cell: object, code: str, notes: tuple[str, ...]) -> None:
    assert read_tax_code(cell) == (code, notes)


@pytest.mark.parametrize("cell", ["x", "X", "Có", "có", "✓", "1", 1.0, True, "Đã cấp 12/5", "v"])
def test_ticks(cell: object) -> None:
    assert read_tick(cell)


@pytest.mark.parametrize("cell", ["", " ", "Không", "chưa", "0", 0.0, False, "-", "ko", "Chưa cấp"])
def test_no_ticks(cell: object) -> None:
    assert not read_tick(cell)


@pytest.mark.parametrize(
    ("cell", "gender"),
    [("Nam", "Nam"), ("NỮ", "Nữ"), ("nu", "Nữ"), ("M", "Nam"), ("F", "Nữ"), ("?", None)],
)
def test_genders(cell: str, gender: str | None) -> None:
    assert read_gender(cell) == gender
