"""Lists that tell what is known of people: VNeID, signature, health record."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from digicommune.db.store import Store
from digicommune.domain.people_search import PeopleSearch
from digicommune.operations import figures, imports, intake, people
from digicommune.operations.intake import IntakeRequest
from tests.cli.lists import write_list
from tests.operations.lists import bank_list, rows, village_list

HEADS = (
    "STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Thôn", "VNeID mức 2", "Chữ ký số",
    "Sổ sức khỏe điện tử", "Chưa có điện thoại thông minh",
)  # fmt: skip
LISTED = [
    [1, "Lê Thị Mai", "01/02/1980", "038180000001", "Duyên Hy", "x", "05/03/2026", "Có", "x"],
    [2, "Trần Văn Hùng", "03/04/1975", "038075000002", "Duyên Hy", "Không", None, "chưa", None],
    [3, "Bùi Thị Hoa", "11/12/1990", "038190000003", "Duyên Hy", "đã kích hoạt", "-", None, None],
]
RESIDENTS = IntakeRequest("residents")


def counted(store: Store, code: str) -> int | None:
    of = figures.show(store, "2026-Q1").of(code)
    return of.commune.numerator if of and of.commune else None


def test_what_a_list_tells_is_counted_traced_and_undone(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    intake.take(store, village_list(tmp_path / "thon.xlsx", "Duyên Hy"), IntakeRequest("villages"))
    path = write_list(tmp_path / "nk.xlsx", HEADS, LISTED)
    seen, done = intake.take(store, path, RESIDENTS)
    assert seen.reading.columns["F"] == "VNEID2:co"
    assert "I" not in seen.reading.columns  # who has none yet: not what is asked
    assert done.created == 3
    assert (counted(store, "VNEID2"), counted(store, "CKS"), counted(store, "HSSK")) == (2, 1, 1)
    (row,) = figures.trace(store, "2026-Q1", "CKS")
    assert (row.label, row.file, row.row) == ("Lê Thị Mai", "nk.xlsx", 2)
    mai = next(one for one in people.findable(store) if one.name == "Lê Thị Mai")
    facts = {one.fact: one.since for one in people.card(store, mai.number).facts}
    assert facts == {"VNEID2": None, "CKS": date(2026, 3, 5), "HSSK": None}
    assert done.import_id is not None
    imports.undo(store, done.import_id)
    assert counted(store, "VNEID2") is None
    assert people.findable(store) == ()


def test_of_known_people_only_what_is_not_known_is_new(store: Store, tmp_path: Path) -> None:
    intake.take(store, village_list(tmp_path / "thon.xlsx", "Duyên Hy"), IntakeRequest("villages"))
    intake.take(store, write_list(tmp_path / "nk.xlsx", HEADS, LISTED), RESIDENTS)
    later = [list(one) for one in LISTED]
    later[1][5] = "10/03/2026"
    seen, done = intake.take(store, write_list(tmp_path / "lai.xlsx", HEADS, later), RESIDENTS)
    assert (seen.counts["known"], done.created, done.updated) == (3, 0, 1)
    (changed,) = [one for one in seen.rows if one.changes]
    assert [each._asdict() for each in changed.changes] == [
        {"field": "VNEID2:co", "before": None, "after": "2026-03-10"}
    ]
    assert counted(store, "VNEID2") == 3
    assert done.import_id is not None
    undone = imports.undo(store, done.import_id)
    assert (counted(store, "VNEID2"), undone.kept) == (2, ())


def test_a_bank_list_tells_of_signatures_too(store: Store, tmp_path: Path) -> None:
    listed = rows(3)
    intake.take(store, bank_list(tmp_path / "a.xlsx", listed), IntakeRequest("bank-accounts"))
    heads = ("Họ và tên", "Ngày sinh", "Số CCCD", "Ngân hàng", "Số tài khoản", "Cấp chữ ký số")
    again = [[*one[1:4], "BIDV", f"77{n}0000000", "x"] for n, one in enumerate(listed)]
    path = write_list(tmp_path / "b.xlsx", heads, again)
    _, done = intake.take(store, path, IntakeRequest("bank-accounts"))
    assert done.facts == 3
    assert len(figures.trace(store, "2026", "CKS")) == 3


def test_heads_of_households_are_known_and_found_by(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    heads = ("Họ và tên", "Ngày sinh", "Số CCCD", "Số hồ sơ hộ", "Quan hệ với chủ hộ")
    listed = [
        ["Lê Văn Đức", "01/02/1960", "038060000001", "12", "Chủ hộ"],
        ["Trần Thị Hoa", "03/04/1965", "038165000002", "12", "Vợ"],
        ["Bùi Văn Nam", "03/04/1970", "038070000003", "13", "chủ hộ"],
    ]
    path = write_list(tmp_path / "ho.xlsx", heads, listed)
    done = intake.take(store, path, RESIDENTS)[1]
    everyone = people.findable(store)
    assert {one.name: one.household for one in everyone} == {
        "Lê Văn Đức": "Lê Văn Đức", "Trần Thị Hoa": "Lê Văn Đức", "Bùi Văn Nam": "Bùi Văn Nam",
    }  # fmt: skip
    assert set(PeopleSearch(everyone).find("duc").people) == {
        one.number for one in everyone if one.household == "Lê Văn Đức"
    }
    assert done.import_id is not None
    assert imports.undo(store, done.import_id).removed == 3
