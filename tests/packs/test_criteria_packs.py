"""A criteria pack written from docs/packs.md is read; a bad one is refused with line and reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from digicommune.errors import UserError
from digicommune.packs.packs import load_criteria
from digicommune.settings import resources

EVERY_KIND = """
code = "99/2026"
title = "Bộ thử đủ loại"
legal_basis = "Văn bản thử"

[passing]
kind = "points"
points = "60.5"

[[criteria]]
code = "A"
name = "Kỹ năng số"
requirement = "Ít nhất 70%"
kind = "ratio"
indicator = "KNS"
base = "lao_dong"
threshold = "70"
unit = "người"
weight = "40.5"

[[criteria.by_group]]
group = "vùng cao"
value = "50"

[[criteria]]
code = "B"
name = "Mô hình"
requirement = "Ít nhất 01 mô hình"
kind = "count"
threshold = "1"
mandatory = false
weight = "10"

[[criteria]]
code = "C"
name = "Nhà văn hóa"
requirement = "Ít nhất hai trong ba nội dung"
kind = "k_of_n"
threshold = "2"
parts = ["C1", "C2", "C3"]
weight = "20"

[[criteria]]
code = "C1"
name = "Wifi"
requirement = "Có wifi"
kind = "yes_no"

[[criteria]]
code = "C2"
name = "Camera"
requirement = "Có camera"
kind = "yes_no"

[[criteria]]
code = "C3"
name = "Quyết định lập tổ"
requirement = "Có quyết định"
kind = "document"
evidence = true
"""


def pack(folder: Path, text: str) -> Path:
    path = folder / "bo.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_kind_of_rule_is_read(tmp_path: Path) -> None:
    found = load_criteria(pack(tmp_path, EVERY_KIND))
    assert [one.kind for one in found.criteria] == [
        "ratio", "count", "k_of_n", "yes_no", "yes_no", "document",
    ]  # fmt: skip
    assert [one.code for one in found.standing] == ["A", "B", "C"]
    assert found.groups == ("vùng cao",)
    assert (found.passing.kind, found.passing.points) == ("points", "60.5")


@pytest.mark.parametrize(
    ("instead", "line", "reason"),
    [
        (('threshold = "70"', 'threshold = "170"'), 17, "cần phần trăm từ 0 đến 100"),
        (('threshold = "70"', 'threshold = "bảy mươi"'), 17, "cần phần trăm"),
        (('indicator = "KNS"', ""), 10, "thiếu indicator"),
        (('parts = ["C1", "C2", "C3"]', 'parts = ["C1", "C9"]'), 40, "mã C9 không có trong bộ"),
        (('threshold = "2"', 'threshold = "4"'), 39, "từ 1 đến 3 nội dung"),
        (('points = "60.5"', 'points = "99"'), 8, "cộng lại không đủ"),
        (('weight = "10"', 'weight = "mười"'), 32, "cần số ở weight"),
        (('kind = "count"', 'kind = "dem"'), 29, "không có giá trị"),
        (('weight = "10"', 'wieght = "10"'), 32, "không có mục tên wieght"),
        (('code = "C1"', 'code = "A"'), None, "trùng mã A"),
    ],
)
def test_a_bad_pack_names_line_and_reason(
    tmp_path: Path, instead: tuple[str, str], line: int | None, reason: str
) -> None:
    assert instead[0] in EVERY_KIND
    with pytest.raises(UserError) as refused:
        load_criteria(pack(tmp_path, EVERY_KIND.replace(*instead, 1)))
    assert refused.value.code == "bad_pack"
    assert reason in refused.value.message
    if line is not None:
        assert f"dòng {line} không" in refused.value.message


def test_shipped_sets_say_how_far_they_were_read() -> None:
    found = [load_criteria(path) for path in (resources() / "packs" / "criteria").glob("*.toml")]
    assert {one.code for one in found} == {"35/2022", "28/2024", "51/2025", "HD01/2023-LAOCAI"}
    assert not any(one.verified for one in found)
    assert [one.code for one in found if not one.frame] == ["35/2022"]
