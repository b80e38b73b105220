"""The same list again is nothing new; three changed cells are three updates, whatever the cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from digicommune.db.store import Store
from digicommune.errors import UserError
from digicommune.operations import imports, intake
from digicommune.operations.intake import IntakeRequest
from tests.operations.lists import (
    ACCOUNT,
    BANK,
    BORN,
    CCCD,
    NAME,
    NOTE,
    OPENED,
    PHONE,
    VILLAGE,
    bank_list,
    changed,
    rows,
    village_list,
)  # fmt: skip

LIST = IntakeRequest("bank-accounts")
NEW_VALUES = {
    NAME: ("ho_ten", "Nguyễn Thị Phượng Hoàng"),
    BORN: ("ngay_sinh", "17/11/1961"),
    PHONE: ("dien_thoai", "0977777777"),
    ACCOUNT: ("so_tai_khoan", "3599999999999"),
    BANK: ("ngan_hang", "BIDV"),
    OPENED: ("ngay_mo", "06/03/2026"),
    VILLAGE: ("thon", "Hổ Thôn"),
    NOTE: ("ghi_chu", "đổi thẻ"),
}


def taken(store: Store, folder: Path, count: int = 30) -> list[list[object]]:
    """An office that has two villages and a list of people in it."""
    intake.take(store, village_list(folder / "thon.xlsx", "Duyên Hy", "Hổ Thôn"),
                IntakeRequest("villages"))  # fmt: skip
    listed = rows(count)
    done = intake.take(store, bank_list(folder / "a.xlsx", listed), LIST)[1]
    assert (done.created, done.facts, done.updated) == (count, count, 0)
    return listed


def test_the_same_file_renamed_brings_nothing(any_store: Store, tmp_path: Path) -> None:
    listed = taken(any_store, tmp_path)
    same = (tmp_path / "a.xlsx").rename(tmp_path / "a (1).xlsx")
    seen, done = intake.take(any_store, same, LIST)
    assert done.import_id is None
    assert "đã nhập ngày" in done.message
    assert {one.verdict for one in seen.rows} == {"known"}
    assert not any(one.changes for one in seen.rows)
    # The same content saved anew by Excel is another file, and brings nothing either.
    other = bank_list(tmp_path / "b.xlsx", [*listed, ["", "Tổng cộng", 30]])
    again = intake.take(any_store, other, LIST)[1]
    assert (again.created, again.facts, again.updated) == (0, 0, 0)


def test_known_rows_say_where_the_fact_came_from(store: Store, tmp_path: Path) -> None:
    listed = taken(store, tmp_path, 5)
    doubled = bank_list(tmp_path / "b.xlsx", [*listed[:2], *rows(1, first=90), *rows(1, first=90)])
    seen = intake.preview(store, doubled, LIST)
    told = {one.row: one.seen_in for one in seen.rows}
    assert told[2] == "tệp a.xlsx, dòng 2"
    assert told[3] == "tệp a.xlsx, dòng 3"
    assert told[4] == ""


@pytest.mark.parametrize("column", list(NEW_VALUES))
def test_one_changed_cell_is_one_update(store: Store, tmp_path: Path, column: int) -> None:
    listed = taken(store, tmp_path)
    field, value = NEW_VALUES[column]
    place = 0
    value = f"{listed[0][NAME]}g" if column == NAME else value
    before = listed[place][column]
    corrected = bank_list(tmp_path / "b.xlsx", changed(listed, (place, column, value)))
    seen, done = intake.take(store, corrected, LIST)
    assert (done.created, done.facts, done.updated) == (0, 0, 1)
    changes = [one for row in seen.rows for one in row.changes]
    assert [one.field for one in changes] == [field]
    assert changes[0].before is not None
    assert changes[0].before != changes[0].after
    if column not in (BORN, OPENED):
        assert (changes[0].before, changes[0].after) == (before, value)
    with store.glance() as unit:
        assert (unit.people.count(), unit.accounts.count()) == (30, 30)
    # What was written is what stands: the corrected list again brings nothing.
    again = intake.preview(
        store, bank_list(tmp_path / "c.xlsx", changed(listed, (place, column, value))), LIST
    )
    assert again.brings_nothing


def test_three_changed_cells_on_both_databases(any_store: Store, tmp_path: Path) -> None:
    listed = taken(any_store, tmp_path)
    cells = ((3, ACCOUNT, "3500000000001"), (7, PHONE, "0977777777"), (9, VILLAGE, "Hổ Thôn"))
    corrected = bank_list(tmp_path / "b.xlsx", changed(listed, *cells))
    seen, done = intake.take(any_store, corrected, LIST)
    assert (done.created, done.facts, done.updated) == (0, 0, 3)
    assert seen.counts["known"] == 30
    kept = imports.rows_of(any_store, done.import_id or 0)
    told = {one.row: one.changes[0] for one in kept if one.changes}
    assert {row: (one.field, one.after) for row, one in told.items()} == {
        5: ("so_tai_khoan", "3500000000001"),
        9: ("dien_thoai", "0977777777"),
        11: ("thon", "Hổ Thôn"),
    }
    assert told[5].before == listed[3][ACCOUNT]
    with any_store.glance() as unit:
        assert unit.accounts.count() == 30
        newest = unit.journal.entries(1)[0]
    assert "0977777777" in (newest.after or "")
    assert str(listed[7][PHONE]) in (newest.before or "")


def test_a_second_account_is_no_correction(store: Store, tmp_path: Path) -> None:
    listed = taken(store, tmp_path)
    april = changed(listed[:2], (0, ACCOUNT, "3500000000001"), (0, OPENED, "10/04/2026"))
    done = intake.take(store, bank_list(tmp_path / "b.xlsx", april[:1]), LIST)[1]
    assert (done.created, done.facts, done.updated) == (0, 1, 0)
    # Both numbers in one list: two accounts, whatever else is equal.
    bare = changed(listed[1:2], (0, CCCD, None))
    both = [*bare, *changed(bare, (0, ACCOUNT, "3500000000002"))]
    done = intake.take(store, bank_list(tmp_path / "c.xlsx", both), LIST)[1]
    assert (done.facts, done.updated) == (1, 0)


def test_another_bank_is_another_account_unless_the_list_is_a_copy(
    store: Store, tmp_path: Path
) -> None:
    listed = taken(store, tmp_path)
    elsewhere = [changed([row], (0, BANK, "BIDV"), (0, ACCOUNT, None))[0] for row in listed[:5]]
    done = intake.take(store, bank_list(tmp_path / "b.xlsx", elsewhere), LIST)[1]
    assert (done.created, done.facts, done.updated) == (0, 5, 0)


def test_a_number_completes_an_account_without_one(store: Store, tmp_path: Path) -> None:
    listed = rows(3)
    bare = [changed([row], (0, ACCOUNT, None))[0] for row in listed]
    intake.take(store, bank_list(tmp_path / "a.xlsx", bare), LIST)
    done = intake.take(store, bank_list(tmp_path / "b.xlsx", listed), LIST)[1]
    assert (done.created, done.facts, done.updated) == (0, 0, 3)


def test_marks_left_out_take_nothing_away_and_added_marks_are_kept(
    store: Store, tmp_path: Path
) -> None:
    listed = changed(rows(2), (0, NAME, "NGUYEN THI HUONG"), (1, NAME, "Lê Đức Hải"))
    intake.take(store, bank_list(tmp_path / "a.xlsx", listed), LIST)
    better = changed(listed, (0, NAME, "Nguyễn Thị Hường"), (1, NAME, "LE DUC HAI"))
    seen, done = intake.take(store, bank_list(tmp_path / "b.xlsx", better), LIST)
    assert done.updated == 1
    assert [one.after for row in seen.rows for one in row.changes] == ["Nguyễn Thị Hường"]


def test_without_a_personal_number_the_account_knows_the_person(
    store: Store, tmp_path: Path
) -> None:
    listed = [changed([row], (0, CCCD, None), (0, PHONE, None))[0] for row in rows(10)]
    intake.take(store, bank_list(tmp_path / "a.xlsx", listed), LIST)
    corrected = changed(listed, (4, BORN, "17/11/1961"))
    seen, done = intake.take(store, bank_list(tmp_path / "b.xlsx", corrected), LIST)
    assert seen.counts["doubtful"] == 0
    assert (done.created, done.facts, done.updated) == (0, 0, 1)


def test_a_file_changed_after_the_preview_is_not_saved(store: Store, tmp_path: Path) -> None:
    path = bank_list(tmp_path / "a.xlsx", rows(3))
    seen = intake.preview(store, path, LIST)
    bank_list(path, rows(4))
    with pytest.raises(UserError) as refused:
        intake.commit(store, seen, {})
    assert refused.value.code == "list_file_changed"
    assert intake.history(store) == ()
