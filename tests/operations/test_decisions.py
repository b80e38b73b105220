"""Doubtful rows: candidates, decisions, what is remembered of them, settling them later."""

from __future__ import annotations

from pathlib import Path

import pytest

from digicommune.db.store import Store
from digicommune.domain.registers import PeopleQuery
from digicommune.errors import UserError
from digicommune.operations import imports, intake
from digicommune.operations.intake import Chosen, IntakeRequest
from tests.operations.lists import bank_list, village_list

LIST = IntakeRequest("bank-accounts")


def row(
    name: str, born: str, cccd: str | None = None, bank: str = "Agribank", **more: str
) -> list[object]:
    return [1, name, born, cccd, more.get("phone"), bank, more.get("number"), None,
            more.get("village", "Duyên Hy"), None]  # fmt: skip


HAI = row("Nguyễn Văn Hải", "05/03/1990", "038090000001")
TWIN = row("Nguyễn Văn Hải", "17/11/1990", "038090555555")
ASKED = row("NGUYỄN VĂN HẢI", "1990", bank="Vietcombank")


def office(store: Store, folder: Path, *people: list[object]) -> None:
    intake.take(store, village_list(folder / "thon.xlsx", "Duyên Hy"), IntakeRequest("villages"))
    intake.take(store, bank_list(folder / "a.xlsx", people), LIST)


def asked(store: Store, folder: Path, name: str = "b.xlsx") -> intake.Preview:
    return intake.preview(store, bank_list(folder / name, [ASKED]), LIST)


def counts(store: Store) -> tuple[int, int, int]:
    with store.glance() as unit:
        return unit.people.count(), unit.accounts.count(), unit.imports.open_rows()


def test_candidates_are_told_apart(store: Store, tmp_path: Path) -> None:
    office(store, tmp_path, HAI, TWIN)
    one = asked(store, tmp_path).rows[0]
    assert one.verdict == "doubtful"
    assert [each.name for each in one.candidates] == ["Nguyễn Văn Hải"] * 2
    assert "1990 · Duyên Hy · 038•••••0001" in {each.detail for each in one.candidates}
    assert all(75 <= each.score <= 100 for each in one.candidates)


def test_the_other_candidate_can_be_chosen(any_store: Store, tmp_path: Path) -> None:
    office(any_store, tmp_path, HAI, TWIN)
    seen = asked(any_store, tmp_path)
    chosen = seen.rows[0].candidates[1]
    intake.commit(any_store, seen, {2: Chosen(chosen.resident_id)})
    with any_store.glance() as unit:
        assert len(unit.accounts.of(chosen.resident_id)) == 2
        assert unit.people.count() == 2
    assert counts(any_store) == (2, 3, 0)


@pytest.mark.parametrize(("decision", "people"), [("same", 1), ("new", 2)])
def test_the_same_row_is_not_asked_again(
    any_store: Store, tmp_path: Path, decision: intake.Decision, people: int
) -> None:
    office(any_store, tmp_path, HAI)
    seen = asked(any_store, tmp_path)
    intake.commit(any_store, seen, {2: decision})
    assert counts(any_store) == (people, 2, 0)
    again = asked(any_store, tmp_path, "c.xlsx")
    assert [(one.verdict, one.decided) for one in again.rows] == [("known", "same")]
    intake.commit(any_store, again, {})
    assert counts(any_store) == (people, 2, 0)


def test_a_new_candidate_is_asked_about(store: Store, tmp_path: Path) -> None:
    office(store, tmp_path, HAI)
    seen = asked(store, tmp_path)
    # Decided to be another person, whose own record then goes with the undone import.
    done = intake.commit(store, seen, {2: "new"})
    imports.undo(store, done.import_id or 0)
    again = asked(store, tmp_path)
    assert [(one.verdict, one.decided) for one in again.rows] == [("new", "new")]
    intake.take(store, bank_list(tmp_path / "c.xlsx", [TWIN]), LIST)
    assert [one.verdict for one in asked(store, tmp_path).rows] == ["doubtful"]


def test_same_only_fills_what_the_register_lacks(store: Store, tmp_path: Path) -> None:
    office(store, tmp_path, HAI)
    other = row("NGUYỄN VĂN HẢI", "1990", bank="Vietcombank", phone="0912345678")
    seen = intake.preview(store, bank_list(tmp_path / "b.xlsx", [other]), LIST)
    done = intake.commit(store, seen, {2: "same"})
    assert done.updated == 1
    with store.glance() as unit:
        one = unit.people.list(PeopleQuery())[0]
    assert (one.phone, str(one.birth_date)) == ("0912345678", "1990-03-05")
    imports.undo(store, done.import_id or 0)
    with store.glance() as unit:
        assert unit.people.list(PeopleQuery())[0].phone is None


def test_another_person_with_the_same_number_gets_none(store: Store, tmp_path: Path) -> None:
    office(store, tmp_path, HAI)
    other = row("Trần Thị Bích Phượng", "01/02/1975", "038090000001", "BIDV")
    seen = intake.preview(store, bank_list(tmp_path / "b.xlsx", [other]), LIST)
    assert [one.verdict for one in seen.rows] == ["doubtful"]
    done = intake.commit(store, seen, {2: "new"})
    with store.glance() as unit:
        held = [one.cccd for one in unit.people.list(PeopleQuery())]
    assert sorted(str(one) for one in held) == ["038090000001", "None"]
    imports.undo(store, done.import_id or 0)
    intake.take(store, bank_list(tmp_path / "c.xlsx", [other]), LIST)
    with store.glance() as unit:
        assert sorted(str(one.cccd) for one in unit.people.list(PeopleQuery())) == sorted(
            str(one) for one in held
        )


@pytest.mark.parametrize(("decision", "people"), [("same", 1), ("new", 2)])
def test_settled_later(
    any_store: Store, tmp_path: Path, decision: intake.Decision, people: int
) -> None:
    store = any_store
    office(store, tmp_path, HAI)
    done = intake.commit(store, asked(store, tmp_path), {})
    number = done.import_id or 0
    assert counts(store) == (1, 1, 1)
    assert [one.name for one in imports.candidates(store, number, 2)] == ["Nguyễn Văn Hải"]
    said = imports.settle(store, number, 2, decision)
    assert "Dòng 2" in said
    assert counts(store) == (people, 2, 0)
    kept = imports.rows_of(store, number)
    assert [(one.verdict, bool(one.target)) for one in kept] == [("new", True)]
    line = next(one for one in intake.history(store) if one.import_id == number)
    assert (line.counts["doubtful"], line.counts["new"]) == (0, 1)
    with pytest.raises(UserError) as refused:
        imports.settle(store, number, 2, "same")
    assert refused.value.code == "row_not_waiting"
    undone = imports.undo(store, number)
    assert (undone.removed, undone.facts, undone.kept) == (people - 1, 1, ())
    assert counts(store) == (1, 1, 0)
    assert all(one.ok for one in store.check())


def test_a_mended_row_is_read_again(store: Store, tmp_path: Path) -> None:
    wrong = row("Lê Thị Mai", "31/02/1990", "038190000001")
    path = bank_list(tmp_path / "a.xlsx", [wrong])
    assert [one.verdict for one in intake.preview(store, path, LIST).rows] == ["rejected"]
    mended = IntakeRequest("bank-accounts", mended={2: {"ngay_sinh": "28/02/1990"}})
    seen, done = intake.take(store, path, mended)
    assert [one.verdict for one in seen.rows] == ["new"]
    assert done.created == 1
