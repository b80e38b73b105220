"""Past imports by command: their rows, one taken back, a sender's columns known again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook, load_workbook

from digicommune.db.store import Store
from digicommune.domain.banks import BankDirectory
from digicommune.operations import senders
from digicommune.operations.intake import IntakeRequest, inspect
from tests.cli.conftest import Reply
from tests.cli.lists import BANK_HEADS, people, write_list

Office = Callable[..., Reply]


def taken(office: Office, folder: Path, count: int = 6) -> int:
    listed = write_list(folder / "a.xlsx", BANK_HEADS, people(1, count, "Agribank"))
    number: int = office("import", listed, "--as", "bank-accounts", "--json", "-").data["batch_id"]
    return number


def test_the_rows_of_an_import(office: Office, tmp_path: Path) -> None:
    wrong = people(1, 3, "Agribank")
    wrong[1][2] = "31/02/1990"
    listed = write_list(tmp_path / "a.xlsx", BANK_HEADS, wrong)
    number = office("import", listed, "--as", "bank-accounts", "--json", "-").data["batch_id"]
    shown = office("imports", "show", number, "--json", "-")
    assert shown.status == 0
    assert [one["verdict"] for one in shown.data["rows"]] == ["new", "rejected", "new"]
    assert shown.data["rows"][0]["target"].startswith("person:")
    assert shown.data["rows"][0]["label"] == wrong[0][1]
    only = office("imports", "show", number, "--verdict", "rejected", "--json", "-").data["rows"]
    assert [(one["row"], one["problems"][0]["field"]) for one in only] == [(3, "ngay_sinh")]
    assert "Dòng 3 (rejected)" in office("imports", "show", number).out


def test_an_import_taken_back_by_command(office: Office, tmp_path: Path) -> None:
    number = taken(office, tmp_path)
    done = office("imports", "undo", number, "--json", "-")
    assert done.status == 0
    assert (done.data["removed"], done.data["facts"], done.data["kept"]) == (6, 6, [])
    assert "[đã hoàn tác]" in office("imports", "list").out
    again = office("imports", "undo", number)
    assert (again.status, again.out) == (1, "")
    assert "đã được hoàn tác rồi" in again.err


def test_a_lock_stands_before_it(office: Office, tmp_path: Path) -> None:
    number = taken(office, tmp_path)
    assert office("period", "lock", "2026-Q1").status == 0
    refused = office("imports", "undo", number, "--json", "-")
    assert refused.status == 1
    assert refused.data["error"]["code"] == "undo_locked"
    assert "2026-Q1" in refused.data["error"]["message"]
    assert office("period", "unlock", "2026-Q1", "--reason", "nhầm tệp").status == 0
    assert office("imports", "undo", number).status == 0


def test_an_unknown_import_is_said_so(office: Office) -> None:
    for words in (("show", 7), ("undo", 7)):
        refused = office("imports", *words)
        assert refused.status == 1
        assert "Không có lần nhập số 7" in refused.err


def test_other_sheets_with_lists_are_named(office: Office, tmp_path: Path) -> None:
    listed = write_list(tmp_path / "a.xlsx", BANK_HEADS, people(1, 30, "Agribank"))
    book = load_workbook(listed)
    book.active.title = "Đợt 1"
    for title, state in (("Đợt 2", "visible"), ("Nháp", "hidden")):
        sheet = book.create_sheet(title)
        for row in (BANK_HEADS, *people(50, 3, "Agribank")):
            sheet.append(row)
        sheet.sheet_state = state
    book.create_sheet("Hướng dẫn").append(["Điền đủ các cột"])
    book.save(listed)
    told = office("import", listed, "--as", "bank-accounts")
    assert told.status == 0
    assert "Tệp còn danh sách ở trang Đợt 2: nhập riêng bằng --sheet." in told.out
    assert "Trang tính ẩn, không đọc: Nháp." in told.out
    second = office("import", listed, "--as", "bank-accounts", "--sheet", "Đợt 2", "--json", "-")
    assert (second.data["sheet"], second.data["counts"]["new"]) == ("Đợt 2", 3)


def test_a_senders_columns_are_known_again(office: Office, tmp_path: Path) -> None:
    heads = ("STT", "Khách hàng XYZ", "Ngày sinh", "Số CCCD", "Ngân hàng", "Ngày mở", "Thôn")
    listed = write_list(tmp_path / "a.xlsx", heads, people(1, 3, "Agribank"))
    headings = {"Khách hàng XYZ": "ho_ten"}
    with Store.open(str(tmp_path / "office.db")) as store:
        with store.glance() as unit:
            banks = BankDirectory(unit.banks.all())
        request = IntakeRequest("bank-accounts", headings=headings)
        senders.remember(
            store, "Agribank Hoằng Hóa", inspect(listed, request, banks).reading, request
        )
    named = ("--sender", "Agribank Hoằng Hóa", "--json", "-")
    seen = office("import", listed, "--as", "bank-accounts", *named)
    assert seen.data["counts"]["new"] == 3
    assert seen.data["rows"][0]["fields"]["ho_ten"] == people(1, 1, "Agribank")[0][1]


def test_the_bank_of_the_titles_is_the_lists_where_no_column_tells(
    office: Office, tmp_path: Path
) -> None:
    heads = ("STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Số tài khoản", "Ngày mở")
    rows = [[*one[:4], f"35000000{n:05d}", one[5]] for n, one in enumerate(people(1, 5, ""))]

    def listed(name: str, title: str) -> Path:
        book = Workbook()
        for line in ([title], [], heads, *rows):
            book.active.append(list(line))
        book.save(tmp_path / name)
        return tmp_path / name

    ours = listed("a.xlsx", "DANH SÁCH KHÁCH HÀNG MỞ TÀI KHOẢN – AGRIBANK CHI NHÁNH HOẰNG HÓA")
    first = office("import", ours, "--as", "bank-accounts", "--json", "-").data
    assert (first["bank"], first["counts"]["new"]) == ("970405", 5)
    told = office("import", ours, "--as", "bank-accounts", "--dry-run").out
    assert "Ngân hàng lấy theo tiêu đề của danh sách: BIN 970405." in told
    # The same accounts in a list that names no bank are the same accounts.
    nameless = listed("b.xlsx", "DANH SÁCH KHÁCH HÀNG")
    again = office("import", nameless, "--as", "auto", "--json", "-").data
    assert (again["bank"], again["counts"]["known"]) == (None, 5)
