"""Banks are found by what lists call them, and never one for another."""

from __future__ import annotations

import pytest

from digicommune.domain.banks import Bank, BankDirectory
from tests.sheets.lists import banks


@pytest.mark.parametrize(
    ("text", "bin_"),
    [
        ("MB", "970422"), ("Quân đội", "970422"), ("Ngân hàng TMCP Quân đội (MB)", "970422"),
        ("AGRIBANK", "970405"), ("NHNo&PTNT", "970405"), ("Ngân hàng Nông nghiệp", "970405"),
        ("Agribank - CN Hoằng Hóa", "970405"), ("NH Nông nghiệp và PTNT", None),
        ("VCB", "970436"), ("Ngoại thương", "970436"), ("Vietcombank CN Thanh Hóa", "970436"),
        ("VietinBank", "970415"), ("Công thương", "970415"), ("CTG", "970415"),
        ("Sài Gòn Công Thương", "970400"), ("LienVietPostBank", "970449"), ("970418", "970418"),
        ("Ngân hàng Chính sách xã hội", "999888"), ("ngân hàng lạ", None), ("", None),
    ],
)  # fmt: skip
def test_names(text: str, bin_: str | None) -> None:
    found = banks().find(text)
    assert (found.bin if found else None) == bin_


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SHB", "Shinhan"), ("BVBank", "BaoVietBank"), ("Bản Việt", "Bảo Việt"),
        ("VietBank", "VietABank"), ("Việt Á", "Việt Nam Thương Tín"), ("Nam Á", "Đông Nam Á"),
        ("Sài Gòn Hà Nội", "Sài Gòn"), ("Sài Gòn Thương Tín", "Sài Gòn Công Thương"),
    ],
)  # fmt: skip
def test_banks_that_sound_alike_stay_apart(one: str, other: str) -> None:
    first, second = banks().find(one), banks().find(other)
    assert first is not None
    assert second is not None
    assert first.bin != second.bin


def test_every_bank_is_found_by_each_of_its_own_names() -> None:
    directory = banks()
    for bank in directory.banks:
        for name in (bank.bin, bank.code, bank.short_name, *bank.aliases):
            assert directory.find(name) is bank, name


def test_a_name_two_banks_share_finds_neither() -> None:
    pair = [Bank(f"97000{n}", f"C{n}", f"Bank {n}", ("Chung",), 3, None) for n in (1, 2)]
    assert BankDirectory(pair).find("chung") is None


def test_the_shipped_table_is_the_shared_one() -> None:
    assert len(banks().banks) == 64
    assert sum(bank.sources >= 2 for bank in banks().banks) == 56
