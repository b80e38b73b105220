"""Lists are taken in whole or not at all, and never on what nobody has seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from digicommune.db.store import Store
from digicommune.domain.registers import PeopleQuery
from digicommune.errors import Cancelled, UserError
from digicommune.operations import figures, intake
from digicommune.operations.intake import IntakeRequest, Preview
from digicommune.settings import resources
from tests.cli.lists import BANK_HEADS, VILLAGE_HEADS, people, write_list

BANK = IntakeRequest("bank-accounts")


def villages(store: Store, folder: Path) -> None:
    rows = [
        [1, "Duyên Hy", 300, 1_700, 1_250, 1_000, 300],
        [2, "Hổ Thôn", 90, 400, 300, 200, 90],
    ]
    listed = write_list(folder / "thon.xlsx", VILLAGE_HEADS, rows)
    intake.take(store, listed, IntakeRequest("villages"))


def test_the_main_line_on_both_databases(any_store: Store, tmp_path: Path) -> None:
    villages(any_store, tmp_path)
    listed = write_list(tmp_path / "a.xlsx", BANK_HEADS, people(1, 50, "Agribank"))
    _seen, done = intake.take(any_store, listed, BANK)
    assert (done.created, done.facts) == (50, 50)
    found = figures.show(any_store, "2026").of("TKNH")
    assert found is not None
    assert found.commune is not None
    assert (found.commune.numerator, found.commune.denominator) == (50, 1_550)
    rows = figures.trace(any_store, "2026", "TKNH", "Duyên Hy")
    assert sorted(one.row or 0 for one in rows) == list(range(2, 52))
    assert figures.trace(any_store, "2026", "TKNH", "Hổ Thôn") == ()
    assert all(line.ok for line in any_store.check()), any_store.check()


def test_every_bundled_list_is_taken_as_what_it_is(any_store: Store) -> None:
    kinds = {}
    for path in sorted((resources() / "demo").glob("*.xlsx")):
        seen, _done = intake.take(any_store, path, IntakeRequest("auto", period="2026"))
        kinds[path.name[:2]] = seen.kind
    assert kinds == {
        "01": "villages",
        "02": "residents",
        "03": "bank-accounts",
        "04": "bank-accounts",
        "05": "merchants",
        "06": "merchant-qr",
        "07": "village-figures",
    }
    shown = figures.show(any_store, "2026").of("HKDQR")
    assert shown is not None
    assert shown.commune is not None
    assert (shown.commune.numerator, shown.commune.denominator) == (119, 124)


def seen_list(store: Store, folder: Path, count: int = 30) -> Preview:
    listed = write_list(folder / "a.xlsx", BANK_HEADS, people(1, count, "Agribank"))
    return intake.preview(store, listed, BANK)


def test_saving_what_was_seen(store: Store, tmp_path: Path) -> None:
    seen = seen_list(store, tmp_path)
    done = intake.commit(store, seen, {})
    assert done.created == 30
    again = intake.commit(store, intake.preview(store, tmp_path / "a.xlsx", BANK), {})
    assert (again.import_id, again.created) == (None, 0)


def test_what_changed_since_the_preview_is_not_saved_unseen(store: Store, tmp_path: Path) -> None:
    seen = seen_list(store, tmp_path)
    other = write_list(tmp_path / "b.xlsx", BANK_HEADS, people(5, 3, "Agribank"))
    intake.take(store, other, BANK)
    with pytest.raises(UserError) as refused:
        intake.commit(store, seen, {})
    assert refused.value.code == "registers_changed"
    assert len(intake.history(store)) == 1


def test_an_unrelated_change_does_not_stand_in_the_way(store: Store, tmp_path: Path) -> None:
    seen = seen_list(store, tmp_path)
    villages(store, tmp_path)
    done = intake.commit(store, seen, {})
    assert done.created == 30
    with store.glance() as unit:
        assert all(one.village_id for one in unit.people.list(PeopleQuery()))


@pytest.mark.parametrize("stop_at", ["Đối chiếu lại với sổ", "Ghi sổ", "Ghi nhật ký"])
def test_a_cancelled_import_leaves_nothing(store: Store, tmp_path: Path, stop_at: str) -> None:
    def stop(done: int, total: int, what: str) -> None:
        if what == stop_at:
            raise Cancelled

    seen = seen_list(store, tmp_path)
    with pytest.raises(Cancelled):
        intake.commit(store, seen, {}, stop)
    with store.glance() as unit:
        assert (unit.people.count(), unit.accounts.count()) == (0, 0)
    assert intake.history(store) == ()


def doubtful_list(store: Store, folder: Path) -> Preview:
    """A list whose one row has the name and year of somebody known, and no number."""
    known = [[1, "Nguyễn Văn Hải", "05/03/1990", "038090000001", "Agribank", None, None]]
    intake.take(store, write_list(folder / "a.xlsx", BANK_HEADS, known), BANK)
    asked = [[1, "NGUYỄN VĂN HẢI", "1990", None, "Vietcombank", None, None]]
    return intake.preview(store, write_list(folder / "b.xlsx", BANK_HEADS, asked), BANK)


@pytest.mark.parametrize(
    ("decision", "persons", "accounts"), [("same", 1, 2), ("new", 2, 2), ("later", 1, 1)]
)
def test_the_officer_decides_doubtful_rows(
    store: Store, tmp_path: Path, decision: intake.Decision, persons: int, accounts: int
) -> None:
    seen = doubtful_list(store, tmp_path)
    assert [one.verdict for one in seen.rows] == ["doubtful"]
    assert "Nguyễn Văn Hải" in seen.rows[0].problems[0][2]
    intake.commit(store, seen, {seen.rows[0].row: decision})
    with store.glance() as unit:
        assert (unit.people.count(), unit.accounts.count()) == (persons, accounts)
        assert unit.imports.open_rows() == (1 if decision == "later" else 0)


def test_a_village_nobody_knows_is_kept_apart_and_told(store: Store, tmp_path: Path) -> None:
    listed = write_list(tmp_path / "a.xlsx", BANK_HEADS, people(1, 4, "Agribank", "Thôn Lạ"))
    intake.take(store, listed, BANK)
    found = figures.show(store, "2026").of("TKNH")
    assert found is not None
    assert set(found.villages) == {0}
    assert found.villages[0].numerator == 4


def test_a_form_of_figures_refuses_a_locked_period(store: Store, tmp_path: Path) -> None:
    villages(store, tmp_path)
    with store.unit() as unit:
        unit.periods.set_state("2026-Q1", "locked", "")
    heads = ("Thôn", "KNS tử số", "KNS mẫu số")
    form = write_list(tmp_path / "so_lieu.xlsx", heads, [["Duyên Hy", 700, 1_000]])
    with pytest.raises(UserError) as refused:
        intake.take(store, form, IntakeRequest("village-figures", period="2026-Q1"))
    assert refused.value.code == "period_locked"
    taken = intake.take(store, form, IntakeRequest("village-figures", period="2026-Q2"))[1]
    assert taken.facts == 1
    row = figures.trace(store, "2026-Q2", "KNS")[0]
    assert (row.file, row.row) == ("so_lieu.xlsx", 2)


def test_villages_of_one_name_are_told_apart_by_their_former_communes(
    any_store: Store, tmp_path: Path
) -> None:
    store = any_store
    heads = ("STT", "Tên thôn", "Xã cũ", "Số hộ")
    listed = [[n, "Thôn 1", commune, 100] for n, commune in enumerate(("Hoằng A", "Hoằng B"), 1)]
    path = write_list(tmp_path / "thon.xlsx", heads, listed)
    assert intake.take(store, path, IntakeRequest("villages"))[1].created == 2
    again, _ = intake.take(store, path, IntakeRequest("villages", again=True))
    assert again.counts["known"] == 2
    people = ("Họ và tên", "Ngày sinh", "Số CCCD", "Thôn", "Xã cũ")
    one = ["Lê Thị Mai", "01/02/1980", "038180000001", "Thôn 1", "Xã Hoằng B"]
    intake.take(store, write_list(tmp_path / "a.xlsx", people, [one]), IntakeRequest("residents"))
    with store.glance() as unit:
        (person,) = unit.people.list(PeopleQuery())
        second = next(v for v in unit.villages.all() if v.former_commune == "Hoằng B")
    assert person.village_id == second.village_id
