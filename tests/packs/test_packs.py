"""Shipped packs load and hold together; a bad one names file, line and reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from digicommune.errors import UserError
from digicommune.packs.packs import load_banks, load_criteria, load_indicators, load_office
from digicommune.settings import resources

PACKS = resources() / "packs"
CRITERIA = PACKS / "criteria" / "thanh-hoa-35-2022.toml"


def test_the_seed_indicators_are_all_there() -> None:
    codes = {one.code for one in load_indicators(PACKS / "indicators.toml").indicator}
    assert {
        "CCCD", "VNEID2", "CKS", "TKNH", "TTKDTM", "VSSID", "HSSK", "ASXH", "BHXH", "DVC",
        "HKDQR", "HKDGD", "KNS", "DTTM", "CAPQUANG", "DIENNUOC", "DCSO", "HSTT",
    } <= codes  # fmt: skip


def test_thirty_five_has_six_mandatory_criteria_with_its_thresholds() -> None:
    found = load_criteria(CRITERIA)
    assert [one.code for one in found.criteria] == [f"TC{n}" for n in range(1, 7)]
    assert all(one.mandatory for one in found.criteria)
    assert {one.code: one.threshold for one in found.criteria if one.kind == "ratio"} == {
        "TC4": "70",
        "TC5": "50",
        "TC6": "100",
    }
    assert found.legal_basis
    assert not found.verified


def test_criteria_use_indicators_and_bases_that_exist() -> None:
    pack = load_indicators(PACKS / "indicators.toml")
    indicators, bases = {one.code for one in pack.indicator}, {one.code for one in pack.base}
    for path in (PACKS / "criteria").glob("*.toml"):
        for one in load_criteria(path).criteria:
            assert one.indicator is None or one.indicator in indicators
            assert one.base is None or one.base in bases


def test_overview_shows_indicators_that_exist() -> None:
    codes = {one.code for one in load_indicators(PACKS / "indicators.toml").indicator}
    assert set(load_office(PACKS / "office.toml").overview) <= codes


def test_banks_are_the_sixty_four_of_the_shared_table() -> None:
    banks = {one.bin: one.code for one in load_banks(PACKS / "banks.toml").banks()}
    assert len(banks) == 64
    assert (banks["970405"], banks["970436"], banks["970441"]) == ("VBA", "VCB", "VIB")


@pytest.mark.parametrize(
    ("old", "new", "line_of", "reason"),
    [
        ('threshold = "70"', 'thresold = "70"', "thresold", "không có mục tên thresold"),
        ('threshold = "70"', "threshold = 70", "threshold = 70", "cần kiểu"),
        ('kind = "count"', 'kind = "counted"', "counted", "counted"),
        ('legal_basis = "Quyết', "legal_basis = Quyết", "legal_basis", "TOML"),
    ],
)
def test_a_bad_pack_names_file_line_and_reason(
    tmp_path: Path, old: str, new: str, line_of: str, reason: str
) -> None:
    text = CRITERIA.read_text(encoding="utf-8").replace(old, new, 1)
    path = tmp_path / "sai.toml"
    path.write_text(text, encoding="utf-8")
    line = next(n for n, one in enumerate(text.splitlines(), 1) if line_of in one)
    with pytest.raises(UserError) as refused:
        load_criteria(path)
    assert refused.value.code == "bad_pack"
    assert f"sai.toml, dòng {line} " in refused.value.message
    assert reason in refused.value.message


def test_a_missing_field_and_twins_are_told(tmp_path: Path) -> None:
    text = CRITERIA.read_text(encoding="utf-8")
    path = tmp_path / "sai.toml"
    path.write_text(text.replace('code = "TC2"', 'code = "TC1"'), encoding="utf-8")
    with pytest.raises(UserError, match="trùng mã TC1"):
        load_criteria(path)
    path.write_text(text.replace('name = "Kỹ năng số"\n', ""), encoding="utf-8")
    with pytest.raises(UserError, match="thiếu mục name"):
        load_criteria(path)
    with pytest.raises(UserError, match="không mở được tệp"):
        load_criteria(tmp_path / "none.toml")
