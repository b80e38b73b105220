"""An import taken back: what it brought goes, what was touched since stays and is named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from digicommune.db.store import Store
from digicommune.domain.people import SourceRow
from digicommune.domain.registers import PeopleQuery
from digicommune.errors import UserError
from digicommune.operations import figures, imports, intake, periods
from digicommune.operations.intake import IntakeRequest
from tests.cli.lists import write_list
from tests.operations.lists import (
    ACCOUNT,
    BANK,
    NAME,
    OPENED,
    PHONE,
    VILLAGE,
    bank_list,
    changed,
    rows,
    village_list,
)  # fmt: skip

LIST = IntakeRequest("bank-accounts")


def take(store: Store, path: Path, kind: str = "bank-accounts", **more: object) -> int:
    done = intake.take(store, path, IntakeRequest(kind, **more))[1]  # type: ignore[arg-type]
    assert done.import_id is not None
    return done.import_id


def villages(store: Store, folder: Path) -> int:
    return take(store, village_list(folder / "thon.xlsx", "Duyên Hy", "Hổ Thôn"), "villages")


def everything(store: Store) -> tuple[object, ...]:
    """The registers as they stand, but for versions."""
    with store.glance() as unit:
        people = unit.people.list(PeopleQuery(limit=5_000))
        ids = [one.resident_id for one in people]
        return (
            tuple(replace(one, version=1) for one in people),
            tuple(sorted(unit.accounts.of_many(ids), key=lambda one: one.account_id)),
            tuple(replace(one, version=1) for one in unit.merchants.all()),
            unit.villages.all(),
            tuple(unit.villages.population_of(one.village_id) for one in unit.villages.all()),
        )


def test_story_five(store: Store, tmp_path: Path) -> None:
    villages(store, tmp_path)
    number = take(store, bank_list(tmp_path / "a.xlsx", rows(1_102)))
    with store.unit() as unit:
        edited = unit.people.list(PeopleQuery(limit=5))
        for one in edited:
            unit.people.update(replace(one, address="Ngõ 3"))
    with store.glance() as unit:
        entries = len(unit.journal.entries(10_000))
    done = imports.undo(store, number)
    assert (done.removed, len(done.kept)) == (1_097, 5)
    assert {one.label for one in done.kept} == {one.full_name for one in edited}
    assert "giữ lại" in done.message
    with store.glance() as unit:
        assert {one.resident_id for one in unit.people.list(PeopleQuery())} == {
            one.resident_id for one in edited
        }
        assert unit.accounts.count() == 5  # whoever is edited stays with the row's account
        noted = unit.journal.entries(10_000)
        assert len(noted) == entries + 1
        assert (noted[0].action, noted[0].subject) == ("undo", f"import:{number}")
        assert edited[0].full_name in (noted[0].after or "")
    line = next(one for one in intake.history(store) if one.import_id == number)
    assert (line.state, line.counts["new"]) == ("undone", 1_102)
    assert len(imports.rows_of(store, number)) == 1_102
    assert all(one.ok for one in store.check())


def test_all_is_as_before_on_both_databases(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    villages(store, tmp_path)
    listed = rows(40)
    take(store, bank_list(tmp_path / "a.xlsx", listed[:30]))
    before = everything(store)
    cells = (
        (0, NAME, f"{listed[0][NAME]}g"), (1, PHONE, "0977777777"), (2, ACCOUNT, "3500000000001"),
        (3, OPENED, "06/03/2026"), (4, VILLAGE, "Hổ Thôn"), (5, BANK, "BIDV"),
    )  # fmt: skip
    number = take(store, bank_list(tmp_path / "b.xlsx", changed(listed, *cells)))
    assert everything(store) != before
    done = imports.undo(store, number)
    assert (done.removed, done.facts, done.kept) == (10, 10, ())
    assert done.restored == 6
    assert everything(store) == before
    with pytest.raises(UserError) as refused:
        imports.undo(store, number)
    assert refused.value.code == "import_undone"


def test_what_is_undone_was_not_imported(store: Store, tmp_path: Path) -> None:
    path = bank_list(tmp_path / "a.xlsx", rows(10))
    imports.undo(store, take(store, path))
    seen, done = intake.take(store, path, LIST)
    assert seen.imported_before is None
    assert done.created == 10


def test_people_of_later_lists_stay(store: Store, tmp_path: Path) -> None:
    listed = rows(10)
    first = take(store, bank_list(tmp_path / "a.xlsx", listed))
    elsewhere = changed(listed[:3], *((n, BANK, "BIDV") for n in range(3)),
                        *((n, ACCOUNT, f"99{n}0000000") for n in range(3)))  # fmt: skip
    take(store, bank_list(tmp_path / "b.xlsx", elsewhere))
    done = imports.undo(store, first)
    assert (done.removed, done.facts, len(done.kept)) == (7, 10, 3)
    with store.glance() as unit:
        assert (unit.people.count(), unit.accounts.count()) == (3, 3)


def test_what_a_later_list_says_too_stays_and_is_its(store: Store, tmp_path: Path) -> None:
    listed = rows(10)
    first = take(store, bank_list(tmp_path / "a.xlsx", listed))
    again = changed(listed[2:], (0, PHONE, "0977777777"))
    second = take(store, bank_list(tmp_path / "b.xlsx", again))
    done = imports.undo(store, first)
    assert (done.removed, done.facts, len(done.kept)) == (2, 2, 8)
    with store.glance() as unit:
        assert (unit.people.count(), unit.accounts.count()) == (8, 8)
        assert len(unit.accounts.from_import(second)) == 8
        entered = unit.accounts.from_import(second)
    told = {one.row: one.fields["so_tai_khoan"] for one in imports.rows_of(store, second)}
    assert all(told[one.source.row] == one.number for one in entered if one.source)
    assert imports.undo(store, second).facts == 8


def test_a_value_changed_since_is_left_and_named(store: Store, tmp_path: Path) -> None:
    listed = rows(5)
    take(store, bank_list(tmp_path / "a.xlsx", listed))
    second = take(store, bank_list(tmp_path / "b.xlsx", changed(listed, (1, PHONE, "0977777777"))))
    with store.unit() as unit:
        one = next(p for p in unit.people.list(PeopleQuery()) if p.phone == "0977777777")
        unit.people.update(replace(one, phone="0988888888"))
    done = imports.undo(store, second)
    assert done.restored == 0
    assert [kept.label for kept in done.kept] == [one.full_name]
    with store.glance() as unit:
        assert unit.people.get([one.resident_id])[one.resident_id].phone == "0988888888"


def test_undone_in_turn_two_lists_leave_nothing(store: Store, tmp_path: Path) -> None:
    listed = rows(5)
    first = take(store, bank_list(tmp_path / "a.xlsx", listed))
    second = take(store, bank_list(tmp_path / "b.xlsx", changed(listed, (1, PHONE, "0977777777"))))
    imports.undo(store, second)
    done = imports.undo(store, first)
    assert (done.removed, done.kept) == (5, ())
    with store.glance() as unit:
        assert (unit.people.count(), unit.accounts.count()) == (0, 0)


def test_a_lock_forbids_it_and_is_named(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    number = take(store, bank_list(tmp_path / "a.xlsx", rows(5)))  # opened on 5 March 2026
    periods.lock(store, "2026-02")
    periods.lock(store, "2026-Q1")
    with pytest.raises(UserError) as refused:
        imports.undo(store, number)
    assert (refused.value.code, refused.value.facts["period"]) == ("undo_locked", "2026-Q1")
    assert "2026-Q1" in refused.value.message
    with store.glance() as unit:
        assert unit.people.count() == 5
    periods.unlock(store, "2026-Q1", "nhập nhầm tệp")
    assert imports.undo(store, number).removed == 5


def test_people_without_facts_are_in_no_locked_figure(store: Store, tmp_path: Path) -> None:
    heads = ("Họ và tên", "Ngày sinh", "Số CCCD")
    listed = [["Lê Thị Mai", "01/02/1980", "038180000001"]]
    number = take(store, write_list(tmp_path / "a.xlsx", heads, listed), "residents")
    periods.lock(store, "2026-Q1")
    assert imports.undo(store, number).removed == 1


def test_shops_and_their_codes(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    villages(store, tmp_path)
    heads = ("Tên hộ kinh doanh", "Chủ hộ", "Mã số thuế", "Số điện thoại", "Thôn")
    shops = [
        ["Tạp hóa Mai", "Lê Thị Mai", "0100047516", "0912345678", "Duyên Hy"],
        ["Sửa xe Hùng", "Trần Văn Hùng", "0100233488", "0912345679", "Hổ Thôn"],
    ]
    first = take(store, write_list(tmp_path / "ho.xlsx", heads, shops), "merchants")
    before = everything(store)
    codes = (*heads, "Mã QR", "Ngày cấp mã")
    given = [
        [*shops[0][:3], "0977777777", "Duyên Hy", "Có", "05/03/2026"],
        ["Quán Phở", "Bùi Văn Phở", "0101243150", "0912345670", "Duyên Hy", "Có", "06/03/2026"],
    ]
    second = take(store, write_list(tmp_path / "qr.xlsx", codes, given), "merchant-qr")
    assert everything(store) != before
    done = imports.undo(store, second)
    assert (done.removed, done.facts, done.restored, done.kept) == (1, 2, 1, ())
    assert everything(store) == before
    assert imports.undo(store, first).removed == 2


def test_a_code_a_later_list_names_too_stays(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    villages(store, tmp_path)
    heads = ("Tên hộ kinh doanh", "Chủ hộ", "Mã số thuế", "Thôn", "Mã QR", "Ngày cấp mã")
    shops = [
        ["Tạp hóa Mai", "Lê Thị Mai", "0100047516", "Duyên Hy", "Có", "05/03/2026"],
        ["Sửa xe Hùng", "Trần Văn Hùng", "0100233488", "Duyên Hy", "Có", "05/03/2026"],
    ]
    first = take(store, write_list(tmp_path / "a.xlsx", heads, shops), "merchant-qr")
    second = take(store, write_list(tmp_path / "b.xlsx", heads, shops[:1]), "merchant-qr")
    done = imports.undo(store, first)
    assert (done.removed, done.facts, [one.label for one in done.kept]) == (1, 1, ["Tạp hóa Mai"])
    with store.glance() as unit:
        (left,) = unit.merchants.all()
    assert (left.qr_state, left.qr_source) == ("in_use", SourceRow(second, 2))


def test_villages_and_population(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    first = villages(store, tmp_path)
    before = everything(store)
    heads = ("STT", "Tên thôn", "Số hộ", "Nhân khẩu")
    listed = [[1, "Duyên Hy", 301, 1_700], [2, "Vệ Thôn", 88, 400]]
    second = take(store, write_list(tmp_path / "b.xlsx", heads, listed), "villages")
    assert everything(store) != before
    done = imports.undo(store, second)
    assert (done.removed, done.restored, done.kept) == (1, 1, ())
    values = {
        (one.village_id, one.base): one.value
        for each in everything(store)[4]  # type: ignore[attr-defined]
        for one in each
    }
    assert values == {
        (one.village_id, one.base): one.value
        for each in before[4]  # type: ignore[attr-defined]
        for one in each
    }
    bank_list(tmp_path / "nguoi.xlsx", rows(1))
    take(store, tmp_path / "nguoi.xlsx")
    done = imports.undo(store, first)
    assert (done.removed, [one.label for one in done.kept]) == (1, ["Duyên Hy"])


def test_typed_figures(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    villages(store, tmp_path)
    figures.set_figure(store, figures.NewFigure("2026-Q1", "KNS", "Duyên Hy", 10, 1_000))
    heads = ("Thôn", "KNS tử số", "KNS mẫu số")
    form = write_list(tmp_path / "so.xlsx", heads, [["Duyên Hy", 700, 1_000], ["Hổ Thôn", 5, 100]])
    number = take(store, form, "village-figures", period="2026-Q1")
    periods.lock(store, "2026-Q1")
    with pytest.raises(UserError) as refused:
        imports.undo(store, number)
    assert refused.value.code == "undo_locked"
    periods.unlock(store, "2026-Q1", "sai số")
    done = imports.undo(store, number)
    assert (done.removed, done.restored, done.kept) == (1, 1, ())
    with store.glance() as unit:
        typed = {one.key.village_id: one.numerator for one in unit.figures.typed("2026-Q1")}
    assert list(typed.values()) == [10]


def test_an_unknown_import_is_said_so(store: Store) -> None:
    for call in (imports.undo, imports.rows_of, imports.original):
        with pytest.raises(UserError) as refused:
            call(store, 99)
        assert refused.value.code == "import_unknown"


def test_the_file_as_it_came(store: Store, tmp_path: Path) -> None:
    path = bank_list(tmp_path / "a.xlsx", rows(3))
    number = take(store, path)
    assert imports.original(store, number) == ("a.xlsx", path.read_bytes())
