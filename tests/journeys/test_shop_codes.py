"""Scenario 15: 131 shops, 7 closed; three codes fail the checksum, two are of somebody else."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

from digicommune.domain.vietqr_making import QrOrder, build
from tests.cli.lists import VILLAGE_HEADS, write_list
from tests.journeys.command import answer, command

AGRIBANK = "970405"
SHOPS = ("STT", "Tên hộ kinh doanh", "Chủ hộ", "Thôn", "Trạng thái")
CODES = ("STT", "Tên hộ kinh doanh", "Chủ hộ", "Thôn", "Nội dung mã QR")
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Đỗ", "Bùi", "Vũ", "Hoàng", "Đặng", "Lưu", "Mai")
GIVEN = ("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khánh", "Lan", "Minh", "Nga", "Oanh", "Sơn")


def owner(at: int) -> str:
    return f"{FAMILY[at % 11]} Thị {GIVEN[at % 12]}"


def text(at: int, name: str) -> str:
    return build(QrOrder(AGRIBANK, f"34072050{at:05d}", name, "THANH HOA"))


def open_office(where: str, folder: Path) -> Any:
    """The shops, then the bank's list of their codes; what the second import answers."""
    rows = [[1, "Hổ Thôn", 300, 1200, 900, 700, 300]]
    answer(where, "villages", "import", write_list(folder / "thon.xlsx", VILLAGE_HEADS, rows))
    shops = [
        [at, f"Tạp hóa số {at}", owner(at), "Hổ Thôn", "Đã đóng cửa" if at > 124 else "Hoạt động"]
        for at in range(1, 132)
    ]
    answer(where, "import", write_list(folder / "ho.xlsx", SHOPS, shops), "--as", "merchants")
    codes = []
    for at in range(1, 125):
        said = text(at, "Người Khác Hẳn" if at in {40, 41} else owner(at))
        if at in {10, 20, 30}:  # a digit of the account was changed by hand
            said = said.replace(f"34072050{at:05d}", f"34072050{at + 500:05d}")
        codes.append([at, f"Tạp hóa số {at}", owner(at), "Hổ Thôn", said])
    path = write_list(folder / "qr.xlsx", CODES, codes)
    return answer(where, "import", path, "--as", "merchant-qr")


def test_five_codes_have_to_be_seen_again_and_do_not_count(where: str, tmp_path: Path) -> None:
    told = open_office(where, tmp_path)
    problems = [each["code"] for row in told["rows"] for each in row["problems"]]
    assert sorted(problems) == ["crc_wrong"] * 3 + ["other_holder"] * 2
    figures = answer(where, "figures", "show", "--period", "2026")
    text_of = str(figures)
    assert "'HKDQR'" in text_of
    (shown,) = [
        one for one in figures["figures"] if one["indicator"] == "HKDQR" and not one.get("village")
    ]
    assert (shown["numerator"], shown["denominator"]) == (119, 124)
    found = answer(where, "qr", "shops")
    assert (found["shops"], found["closed"], found["active"]) == (131, 7, 124)
    assert (found["in_use"], found["percent"]) == (119, "95.97")
    assert sorted(one["code"] for one in found["review"]) == sorted(problems)
    assert all(one["message"].endswith(".") for one in found["review"])
    said = command(where, "qr", "shops")
    assert (said.returncode, "Cần xem lại: 5" in said.stdout) == (3, True)
    assert "119/124 hộ = 95,97%" in said.stdout


def test_a_stand_printed_and_photographed_gives_the_payload(where: str, tmp_path: Path) -> None:
    open_office(where, tmp_path)
    pdf = tmp_path / "stands.pdf"
    for size, a_page in (("a6", 4), ("a5", 2)):
        made = answer(where, "qr", "stands", "--out", pdf, "--size", size)
        assert made["stands"] == 119
        assert len(made["doubted"]) == 5
        picture = tmp_path / size
        command_line = ["pdftoppm", "-r", "110", "-png", "-f", "1", "-l", "1", pdf, picture]
        subprocess.run([str(one) for one in command_line], check=True)
        (page,) = tmp_path.glob(f"{size}-*.png")
        read = answer(where, "qr", "check", page)
        assert (read["good"], read["bad"]) == (a_page, 0)
        assert {one["text"] for one in read["checked"]} <= {
            text(at, owner(at)) for at in range(1, 125)
        }
    last = answer(where, "qr", "stands", "--out", pdf, "--first", "119")
    assert last["stands"] == 1


def test_a_code_is_mended_by_a_new_list_and_counts_again(where: str, tmp_path: Path) -> None:
    open_office(where, tmp_path)
    mended = [[1, "Tạp hóa số 10", owner(10), "Hổ Thôn", text(10, owner(10))]]
    path = write_list(tmp_path / "lai.xlsx", CODES, mended)
    done = answer(where, "import", path, "--as", "merchant-qr")
    assert answer(where, "qr", "shops")["in_use"] == 120
    answer(where, "imports", "undo", done["batch_id"])
    assert answer(where, "qr", "shops")["in_use"] == 119


def test_pictures_folders_and_lists_are_checked_in_bulk(where: str, tmp_path: Path) -> None:
    folder = tmp_path / "ảnh"
    folder.mkdir()
    for at in (1, 2):
        answer(
            where, "qr", "make", "--bank", "Agribank", "--account", f"34072050{at:05d}",
            "--name", owner(at), "--out", folder / f"{at}.png",
        )  # fmt: skip
    (folder / "3.png").write_bytes(b"no picture at all")
    found = answer(where, "qr", "check", folder)
    assert (found["good"], found["bad"]) == (2, 1)
    assert [one["source"] for one in found["checked"]] == ["1.png", "2.png", "3.png"]
    rows = [[1, "Tạp hóa", owner(1), "Hổ Thôn", text(1, "Người Khác Hẳn")]]
    listed = answer(where, "qr", "check", write_list(tmp_path / "ds.xlsx", CODES, rows))
    assert [one["code"] for one in listed["faults"]] == ["other_holder"]
