"""Every kind of list an office loads: guessed from its columns, read into its own fields."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.lists.demo import make_all
from digicommune.domain.vietqr import read as read_code
from tests.sheets.lists import kinds, read, workbook


def test_village_list(tmp_path: Path) -> None:
    rows = [
        ["TT", "Tên thôn", "Xã cũ", "Tổng số hộ", "Số khẩu", "Từ 18 tuổi trở lên", "Số nhà"],
        [1, "Thôn 1", "Hoằng A", 250, "1.020", 740, 248],
        [2, "Thôn 1", "Hoằng B", 310, 1300, "-", None],
        [None, "Tổng cộng", None, 560, 2320, None, None],
    ]
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert reading.kind == "villages"
    assert [r.fields for r in reading.records] == [
        {"thon": "Thôn 1", "xa_cu": "Hoằng A", "so_ho": 250, "nhan_khau": 1020,
         "nguoi_truong_thanh": 740, "so_nha": 248},
        {"thon": "Thôn 1", "xa_cu": "Hoằng B", "so_ho": 310, "nhan_khau": 1300},
    ]  # fmt: skip
    assert kinds(reading) == {4: "total"}


def test_former_communes_may_head_sections_of_a_village_list(tmp_path: Path) -> None:
    rows = [["STT", "Thôn", "Số hộ"], ["I. Xã Hoằng A"], [1, "Thôn 1", 250], [2, "Thôn 2", 100]]
    reading = read(workbook(tmp_path / "a.xlsx", rows, ["A2:C2"]))
    assert [r.fields["xa_cu"] for r in reading.records] == ["Xã Hoằng A", "Xã Hoằng A"]


def test_figures_with_codes_blank_zero_and_not_applicable(tmp_path: Path) -> None:
    rows = [
        ["STT", "Thôn", "TKNH tử số", "TKNH mẫu số", "HSSK tử số", "HSSK mẫu số"],
        [1, "Thôn Đông", 0, 700, None, 900], [2, "Thôn Tây", 350, "1.020", "không áp dụng", "x"],
        [3, "Thôn Bắc", "-", "abc", 1, 2],
    ]  # fmt: skip
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert reading.kind == "village-figures"
    assert [r.fields for r in reading.records] == [
        {"thon": "Thôn Đông", "TKNH:tu_so": 0, "TKNH:mau_so": 700, "HSSK:mau_so": 900},
        {"thon": "Thôn Tây", "TKNH:tu_so": 350, "TKNH:mau_so": 1020, "HSSK:tu_so": "na",
         "HSSK:mau_so": "na"},
        {"thon": "Thôn Bắc", "TKNH:tu_so": "na", "HSSK:tu_so": 1, "HSSK:mau_so": 2},
    ]  # fmt: skip
    assert reading.records[2].warnings == ("amount_invalid",)


def test_figures_under_a_two_row_header(tmp_path: Path) -> None:
    rows = [
        ["TT", "Thôn", "Hồ sơ sức khỏe điện tử", None, None, "Lương hưu, BHXH qua TK", None],
        [None, None, "Số đạt", "Tổng số", "Tỷ lệ %", "Đã thực hiện", "Tổng số"],
        [1, "Thôn Đông", 90, 100, "90%", 5, 6],
    ]
    merges = ["A1:A2", "B1:B2", "C1:E1", "F1:G1"]
    reading = read(workbook(tmp_path / "a.xlsx", rows, merges))
    assert reading.records[0].fields == {
        "thon": "Thôn Đông", "HSSK:tu_so": 90, "HSSK:mau_so": 100, "BHXH:tu_so": 5,
        "BHXH:mau_so": 6,
    }  # fmt: skip


def test_merchants_and_their_owners(tmp_path: Path) -> None:
    rows = [
        ["STT", "Tên hộ kinh doanh", "Chủ hộ", "MST", "Mặt hàng", "Tình trạng", "Thôn"],
        [1, "Tạp hóa Hải", "Lê Văn Hải", "0100047516", "Tạp hóa", "Đang hoạt động", "Thôn 1"],
        [2, "Cơm phở Lan", None, "0100233480", "Ăn uống", "Đã nghỉ", "Thôn 2"],
        [3, None, None, "0100047517", "Ăn uống", None, "Thôn 2"],
    ]
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert reading.kind == "merchants"
    assert reading.records[0].fields["ho_ten"] == "Lê Văn Hải"
    assert reading.records[1].warnings == ("mst_checksum",)
    assert [r.problems[0].code for r in reading.rejected] == ["missing_name"]


def test_merchant_codes(tmp_path: Path) -> None:
    payload = "00020101021138570010A000000727"
    rows = [
        ["TT", "Tên cửa hàng", "Ngân hàng cấp mã", "Ngày cấp mã QR", "Mã QR", "Có giao dịch"],
        [1, "Tạp hóa Hải", "NH Nông nghiệp", "01/03/2026", payload, "x"],
        [2, "Cơm Lan", "MB", None, None, None],
    ]
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert reading.kind == "merchant-qr"
    first, second = (r.fields for r in reading.records)
    assert (first["qr_text"], first["ma_qr"], first["co_giao_dich"]) == (payload, True, True)
    assert first["ngan_hang_bin"] == "970405"
    assert second["ma_qr"] is False
    assert "co_giao_dich" not in second


def test_residents_with_family_and_given_name_apart(tmp_path: Path) -> None:
    rows = [
        [
            "STT",
            "Họ đệm",
            "Tên",
            "Ngày sinh",
            "Số định danh cá nhân",
            "Số hộ",
            "Quan hệ với chủ hộ",
        ],
        [1, "Lê Văn", "Hải", "01/02/1990", "038090000001", "0012", "Chủ hộ"],
    ]
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert reading.kind == "residents"
    assert reading.records[0].fields["ho_ten"] == "Lê Văn Hải"
    assert reading.records[0].fields["ho_so_ho"] == "0012"


def test_one_heading_over_two_name_columns(tmp_path: Path) -> None:
    rows = [["STT", "Họ và tên", None, "Số CCCD"], [1, "Lê Văn", "Hải", "038090000001"]]
    reading = read(workbook(tmp_path / "a.xlsx", rows, ["B1:C1"]))
    assert reading.records[0].fields["ho_ten"] == "Lê Văn Hải"


def test_the_day_a_card_was_issued_is_not_the_day_of_a_code(tmp_path: Path) -> None:
    rows = [
        ["STT", "Họ và tên", "Số CCCD", "Ngày cấp", "Nơi cấp"],
        [1, "Lê Văn Hải", "038090000001", "01/03/2021", "Cục CS"],
    ]
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert reading.columns == {"A": "stt", "B": "ho_ten", "C": "cccd"}
    assert reading.kind == "residents"


@pytest.mark.parametrize("asked", ["residents", "bank-accounts", "merchants"])
def test_the_kind_asked_for_is_kept(tmp_path: Path, asked: str) -> None:
    rows = [["STT", "Họ và tên", "Số CCCD"], [1, "Lê Văn Hải", "038090000001"]]
    assert read(workbook(tmp_path / "a.xlsx", rows), asked).kind == asked


def test_the_sample_office_reads_as_it_was_made(tmp_path: Path) -> None:
    found = [read(path) for path in make_all(tmp_path)]
    assert [(r.kind, len(r.rejected)) for r in found] == [
        ("villages", 0), ("residents", 0), ("bank-accounts", 2), ("bank-accounts", 0),
        ("merchants", 0), ("merchant-qr", 0), ("village-figures", 0),
    ]  # fmt: skip
    assert [len(r.records) for r in found[-3:]] == [131, 124, 4]
    for reading in found[2:6]:
        assert reading.declared_total == len(reading.records) + len(reading.rejected)
    assert sum(r.fields["ma_qr"] is True for r in found[5].records) == 124
    assert sum(read_code(str(r.fields["qr_text"])).sound for r in found[5].records) == 121
    closed = [r for r in found[4].records if "nghỉ" in str(r.fields["trang_thai"])]
    assert len(closed) == 7
