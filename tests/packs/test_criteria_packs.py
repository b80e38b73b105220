"""A criteria pack written from docs/packs.md is read; a bad one is refused with line and reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from digicommune.errors import UserError
from digicommune.packs.packs import load_criteria
from digicommune.settings import resources
from tests.packs.sets import EVERY_KIND

ROOT = Path(__file__).resolve().parents[2]


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
        (('indicator = "KNS"', ""), 10, "thiếu chỉ tiêu (mục indicator)"),
        (('parts = ["C1", "C2", "C3"]', 'parts = ["C1", "C9"]'), 40, "mã C9 không có trong bộ"),
        (('threshold = "2"', 'threshold = "4"'), 39, "từ 1 đến 3 nội dung"),
        (('points = "60.5"', 'points = "99"'), 8, "cộng lại không đủ"),
        (('weight = "10"', 'weight = "mười"'), 32, "cần số điểm từ 0 trở lên"),
        (('kind = "count"', 'kind = "dem"'), 29, "không có giá trị"),
        (('weight = "10"', 'wieght = "10"'), 32, "không có mục tên wieght"),
        (('code = "C1"', 'code = "A"'), 44, "trùng mã A"),
        (('code = "C1"', 'code = "a"'), 44, "trùng mã a"),
        (('code = "99/2026"', ""), 1, "thiếu mục code"),
        (('code = "99/2026"', 'code = " "'), 2, "còn để trống"),
        (('title = "Bộ thử đủ loại"', "title = 5"), 3, "cần kiểu chữ trong ngoặc kép"),
        (('legal_basis = "Văn bản thử"', 'legal_basis = "Văn bản thử'), 4, "sai cú pháp TOML"),
        (('kind = "points"', 'kind = "marks"'), 7, "không có giá trị"),
        (('points = "60.5"', ""), 6, "cần số điểm phải đạt"),
        (('kind = "points"', 'kind = "mandatory_and_optional"'), 6, "từ 1 đến 1 tiêu chí tự chọn"),
        (('name = "Kỹ năng số"', ""), 10, "thiếu mục name"),
        (('name = "Kỹ năng số"', 'name = ""'), 12, "tiêu chí A còn để trống"),
        (('threshold = "70"', "threshold = 70"), 17, "gặp số nguyên"),
        (('threshold = "70"', 'threshold = "7e1"'), 17, "cần phần trăm"),
        (('value = "50"', 'value = "-50"'), 23, "gặp “-50”"),
        (('value = "50"', ""), 21, "thiếu mục value"),
        (('group = "vùng cao"', 'group = ""'), 22, "tên nhóm để trống"),
        (('kind = "ratio"', 'kind = "yes_no"'), 15, "chỉ dùng cho loại tỷ lệ"),
        (('threshold = "1"', 'threshold = "1.5"'), 30, "cần số nguyên"),
        (('threshold = "1"', ""), 25, "thiếu số ít nhất"),
        (("mandatory = false", 'mandatory = "không"'), 31, "cần kiểu true hoặc false"),
        (('parts = ["C1", "C2", "C3"]', ""), 34, "cần từ hai mã"),
        (('parts = ["C1", "C2", "C3"]', 'parts = ["C1", "C"]'), 40, "nhắc đến chính nó"),
        (('kind = "yes_no"', 'kind = "yes_no"\nthreshold = "1"'), 48, "không có ngưỡng"),
        (('kind = "yes_no"', 'kind = "yes_no"\nparts = ["A", "B"]'), 48, "chỉ dùng cho loại k"),
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


def test_several_packs_in_one_and_files_that_are_none(tmp_path: Path) -> None:
    deep = tmp_path / "sau.toml"
    deep.write_text("a = " + "[" * 5_000 + "]" * 5_000, encoding="utf-8")
    large = tmp_path / "lon.toml"
    large.write_text("# " + "x" * 1_100_000, encoding="utf-8")
    binary = tmp_path / "nhi-phan.toml"
    binary.write_bytes(b"\xff\xfe\x00PK")
    for path, reason in ((deep, "lồng quá nhiều"), (large, "lớn hơn 1024 KB"), (binary, "UTF-8")):
        with pytest.raises(UserError, match=reason) as refused:
            load_criteria(path)
        assert refused.value.code == "bad_pack"


def test_a_file_that_notepad_marked_is_read(tmp_path: Path) -> None:
    path = tmp_path / "bo.toml"
    path.write_text(EVERY_KIND, encoding="utf-8-sig")
    assert load_criteria(path).code == "99/2026"


def test_a_comment_behind_a_head_moves_no_line(tmp_path: Path) -> None:
    text = EVERY_KIND.replace("[[criteria]]", "[[criteria]] # một tiêu chí")
    with pytest.raises(UserError, match="dòng 17 "):
        load_criteria(pack(tmp_path, text.replace('threshold = "70"', 'threshold = "700"', 1)))


def test_a_part_belongs_to_one_whole(tmp_path: Path) -> None:
    text = (
        EVERY_KIND
        + """
[[criteria]]
code = "D"
name = "Nhà văn hóa, lần nữa"
requirement = "Cả hai"
kind = "k_of_n"
threshold = "2"
parts = ["C1", "C2"]
"""
    )
    with pytest.raises(UserError, match="mã C1 đã thuộc tiêu chí khác"):
        load_criteria(pack(tmp_path, text))


def test_the_example_of_the_documentation_is_a_pack(tmp_path: Path) -> None:
    """As somebody copies it who only adds the parts the example speaks of."""
    told = (ROOT / "docs" / "packs.md").read_text(encoding="utf-8")
    example = told.split("## Criteria sets", 1)[1].split("```toml", 1)[1].split("```", 1)[0]
    parts = [
        f'[[criteria]]\ncode = "{code}"\nname = "Wifi"\nrequirement = "Có"\nkind = "yes_no"\n'
        for code in ("TC7a", "TC7b", "TC7c")
    ]
    few = example.replace('points = "80"', 'points = "10"')  # it has one weight, of 10
    found = load_criteria(pack(tmp_path, few + "\n".join(parts)))
    assert [one.kind for one in found.standing] == ["ratio", "k_of_n"]
