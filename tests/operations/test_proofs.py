"""Proofs on record: what counts when, what is told twice, what a lock keeps; both databases."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from digicommune.db.store import Store
from digicommune.domain.criteria import CriteriaSet, Criterion, ManualAnswer
from digicommune.errors import UserError
from digicommune.operations import (
    assess,
    imports,
    intake,
    overview,
    periods,
    proofs,
    village_changes,
)
from digicommune.operations.intake import IntakeRequest
from digicommune.operations.office import create as create_office
from digicommune.operations.office import open_office
from digicommune.operations.proof_ages import MONTHS
from digicommune.operations.proofs import Proof, ProofPlace, ProofQuery, ProofWords
from digicommune.operations.village_changes import NewVillage
from tests.db.offices import add_villages
from tests.operations.conftest import NEW
from tests.operations.lists import village_list
from tests.operations.proof_files import photo, scan

SET = CriteriaSet(
    "THU-2026",
    "Bộ thử",
    "Văn bản thử",
    (
        Criterion("TC1", "Hạ tầng", "có", "yes_no", evidence=True),
        Criterion("TC2", "Quyết định lập tổ", "có", "document", evidence=True),
    ),
)
FEBRUARY, MARCH = "2026-02", "2026-03"  # to 14 February, to 14 March
HERE = ProofPlace("THU-2026", "TC1", 1)


@pytest.fixture
def office(any_store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A village that says yes to the first criterion and has no proof of anything."""
    monkeypatch.setenv("DIGICOMMUNE_TODAY", "2026-03-10")
    with any_store.unit() as unit:
        add_villages(unit, "Hổ Thôn")
        unit.criteria.save_set(SET)
    for period in (FEBRUARY, MARCH):
        assess.answer(any_store, SET.code, period, ManualAnswer("TC1", 1, answer=True))
    return any_store


def verdicts(store: Store, period: str = MARCH) -> dict[str, str]:
    (village,) = assess.matrix(store, "THU-2026", period).verdicts.values()
    return {one.code: one.verdict for one in village.criteria}


def brought(store: Store, path: Path, dated: date | None = None, code: str = "TC1") -> Proof:
    place = ProofPlace("THU-2026", code, 1)
    return proofs.add(store, place, proofs.read_file(path), ProofWords(dated))


def test_numbers_without_proof_then_the_scan_comes(office: Store, tmp_path: Path) -> None:
    assert verdicts(office) == {"TC1": "no_evidence", "TC2": "no_data"}
    brought(office, photo(tmp_path))
    brought(office, scan(tmp_path), code="TC2")
    assert verdicts(office) == {"TC1": "met", "TC2": "met"}
    matrix = assess.matrix(office, SET.code, MARCH)
    assert [one.name for one in matrix.proofs[1, "TC2"]] == ["Quyết định 12.pdf"]
    assert matrix.verdicts[1].passed
    # Without a day of its own it speaks from the day it came.
    assert verdicts(office, FEBRUARY)["TC1"] == "no_evidence"


def test_a_dated_proof_counts_from_its_day(office: Store, tmp_path: Path) -> None:
    brought(office, photo(tmp_path), date(2026, 2, 14))
    assert verdicts(office, FEBRUARY)["TC1"] == "met"
    (line,) = proofs.listed(office, ProofQuery(SET.code, period="2026-01"))
    assert (line.counts, line.warning[:16]) == (False, "Có từ 14/02/2026")


def test_the_same_file_twice_is_told(office: Store, tmp_path: Path) -> None:
    first = brought(office, photo(tmp_path))
    copy = tmp_path / "khác tên.jpg"
    copy.write_bytes((tmp_path / "anh-40.jpg").read_bytes())
    with pytest.raises(UserError) as refused:
        brought(office, copy)
    assert refused.value.code == "proof_twice"
    assert "anh-40.jpg" in refused.value.message
    brought(office, copy, code="TC2")  # another criterion may be proven by the same photo
    proofs.remove(office, first)
    assert brought(office, copy).name == "khác tên.jpg"


def test_one_file_is_kept_once_and_comes_out_as_it_was(office: Store, tmp_path: Path) -> None:
    first = brought(office, photo(tmp_path))
    second = brought(office, photo(tmp_path), code="TC2")
    assert first.sha256 == second.sha256
    kept = proofs.content(office, first.proof_id)
    out = proofs.save(office, second.proof_id, tmp_path / "ra.jpg")
    assert out.read_bytes() == kept
    assert not list(tmp_path.glob("*.part"))
    with pytest.raises(UserError) as refused:
        proofs.save(office, first.proof_id, tmp_path / "không có" / "ra.jpg")
    assert refused.value.code == "file_not_written"
    with pytest.raises(UserError) as refused:
        proofs.content(office, 99)
    assert refused.value.code == "proof_unknown"


def test_looking_at_an_old_proof_makes_it_fresh(office: Store, tmp_path: Path) -> None:
    old = brought(office, photo(tmp_path), date(2025, 1, 10))
    asked = ProofQuery(SET.code, village_id=1, criterion="TC1", period=MARCH)
    (line,) = proofs.listed(office, asked)
    assert (line.counts, line.warning) == (True, "Minh chứng đã 14 tháng, cần kiểm tra lại.")
    assert verdicts(office)["TC1"] == "met"
    seen = proofs.verify(office, old)
    assert (seen.verified_on, seen.verified_by) == (date(2026, 3, 10), seen.added_by)
    assert proofs.listed(office, asked)[0].warning == ""
    with pytest.raises(UserError) as refused:
        proofs.edit(office, old, ProofWords(date(2025, 1, 9)))
    assert refused.value.code == "changed_meanwhile"


def test_how_old_is_a_matter_of_the_set_then_of_the_office(office: Store, tmp_path: Path) -> None:
    brought(office, photo(tmp_path), date(2025, 10, 1))  # five months
    (line,) = proofs.listed(office, ProofQuery(SET.code))
    assert line.warning == ""
    with office.unit() as unit:
        unit.office.set_setting(MONTHS, "5")
    (line,) = proofs.listed(office, ProofQuery(SET.code))
    assert line.warning == "Minh chứng đã 5 tháng, cần kiểm tra lại."


def test_a_removed_proof_can_come_back(office: Store, tmp_path: Path) -> None:
    gone = proofs.remove(office, brought(office, photo(tmp_path)), "ảnh nhầm thôn")
    assert verdicts(office)["TC1"] == "no_evidence"
    assert proofs.listed(office, ProofQuery(SET.code)) == ()
    with office.glance() as unit:
        entry = unit.journal.of(f"proof:{gone.proof_id}")[0]
    assert (entry.action, json.loads(entry.after or "")["removed_why"]) == (
        "proof_remove", "ảnh nhầm thôn",
    )  # fmt: skip
    back = proofs.put_back(office, gone)
    assert verdicts(office)["TC1"] == "met"
    proofs.remove(office, back)
    brought(office, photo(tmp_path))
    with pytest.raises(UserError) as refused:
        proofs.put_back(office, proofs.find(office, gone.proof_id))
    assert refused.value.code == "proof_twice"


def test_what_comes_or_goes_after_the_lock_changes_nothing(office: Store, tmp_path: Path) -> None:
    kept = brought(office, photo(tmp_path))
    periods.lock(office, MARCH)
    locked = assess.matrix(office, SET.code, MARCH)
    assert locked.kept_at is not None
    proofs.remove(office, kept)
    brought(office, scan(tmp_path), date(2026, 3, 1), "TC2")
    again = assess.matrix(office, SET.code, MARCH)
    assert again.verdicts == locked.verdicts
    assert [one.name for one in again.proofs[1, "TC1"]] == ["anh-40.jpg"]
    assert (1, "TC2") not in again.proofs
    assert proofs.content(office, kept.proof_id)
    periods.unlock(office, MARCH, "bổ sung minh chứng")
    assert verdicts(office) == {"TC1": "no_evidence", "TC2": "met"}


@pytest.mark.parametrize(
    ("place", "code"),
    [
        (ProofPlace("THU-2026", "TC9", 1), "criterion_unknown"),
        (ProofPlace("THU-2026", "TC1", 9), "village_gone"),
        (ProofPlace("KHONG-CO", "TC1", 1), "criteria_unknown"),
    ],
)
def test_a_place_that_is_not_there(
    store: Store, tmp_path: Path, place: ProofPlace, code: str
) -> None:
    with store.unit() as unit:
        add_villages(unit, "Hổ Thôn")
        unit.criteria.save_set(SET)
    with pytest.raises(UserError) as refused:
        proofs.add(store, place, proofs.read_file(scan(tmp_path)), ProofWords())
    assert refused.value.code == code


def test_a_day_to_come_and_a_file_that_is_gone(office: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        brought(office, scan(tmp_path), date(2026, 3, 11))
    assert refused.value.code == "proof_date"
    with pytest.raises(UserError) as refused:
        proofs.read_file(tmp_path / "không có.pdf")
    assert refused.value.code == "proof_not_read"


def test_a_village_keeps_its_proofs_under_its_new_name(office: Store, tmp_path: Path) -> None:
    brought(office, photo(tmp_path), date(2026, 2, 1))
    new = NewVillage("Thôn Hổ Mới")
    renamed = village_changes.rename(office, 1, new, date(2026, 3, 1)).village_id
    assert list(assess.matrix(office, SET.code, MARCH).proofs) == [(renamed, "TC1")]
    assert list(assess.matrix(office, SET.code, FEBRUARY).proofs) == [(1, "TC1")]
    (line,) = proofs.listed(office, ProofQuery(SET.code, village_id=renamed))
    assert line.proof.name == "anh-40.jpg"


def test_what_is_proven_of_a_part_is_not_proven_of_the_whole(office: Store, tmp_path: Path) -> None:
    with office.unit() as unit:
        add_villages(unit, "Vệ Thôn")
    brought(office, photo(tmp_path), date(2026, 2, 1))
    village_changes.merge(office, (1, 2), NewVillage("Hổ Vệ"), date(2026, 3, 1))
    assert assess.matrix(office, SET.code, MARCH).proofs == {}
    assert list(assess.matrix(office, SET.code, FEBRUARY).proofs) == [(1, "TC1")]


def test_a_file_that_is_another_by_now_is_found_by_the_check(office: Store, tmp_path: Path) -> None:
    kept = brought(office, photo(tmp_path))
    (line,) = [one for one in office.check() if one.name == "Minh chứng"]
    assert (line.ok, line.detail) == (True, "1 tệp, còn nguyên")
    with office._engine.connect() as connection:
        connection.execute(text("UPDATE proof_files SET content = :other"), {"other": b"khac"})
        connection.commit()
    (line,) = [one for one in office.check() if one.name == "Minh chứng"]
    assert (line.ok, line.detail) == (False, "1/1 tệp không còn như lúc đưa vào")
    with pytest.raises(UserError) as refused:
        proofs.content(office, kept.proof_id)
    assert refused.value.code == "proof_spoilt"


def test_the_first_page_tells_of_old_proofs(office: Store, tmp_path: Path) -> None:
    brought(office, photo(tmp_path), date(2025, 1, 10))
    brought(office, scan(tmp_path), date(2026, 1, 10), "TC2")
    waiting = {one.text: one.count for one in overview.load(office, MARCH).todo}
    assert waiting["minh chứng cần kiểm tra lại"] == 1


def test_what_was_put_in_by_mistake_is_erased_for_good(office: Store, tmp_path: Path) -> None:
    kept = brought(office, photo(tmp_path))
    other = brought(office, photo(tmp_path), code="TC2")
    periods.lock(office, MARCH)
    with pytest.raises(UserError) as refused:
        proofs.erase(office, kept, " ")
    assert refused.value.code == "erase_reason_missing"
    with pytest.raises(UserError) as refused:
        proofs.erase(office, kept, "ảnh chụp căn cước")
    assert refused.value.code == "proof_in_use"
    proofs.remove(office, other)
    gone = proofs.erase(office, proofs.find(office, kept.proof_id), "ảnh chụp căn cước")
    with pytest.raises(UserError) as refused:
        proofs.content(office, gone.proof_id)
    assert refused.value.code == "proof_erased"
    assert "ảnh chụp căn cước" in refused.value.message
    assert all(line.ok for line in office.check())
    with pytest.raises(UserError) as refused:
        proofs.put_back(office, gone)
    assert refused.value.code == "proof_erased"
    # The locked period still says what it was judged with; brought again, the file is whole again.
    (named,) = assess.matrix(office, SET.code, MARCH).proofs[1, "TC1"]
    assert named.name == "anh-40.jpg"
    again = brought(office, photo(tmp_path))
    assert proofs.content(office, again.proof_id)


def test_a_village_that_has_a_proof_stays_when_its_list_is_taken_back(
    office: Store, tmp_path: Path
) -> None:
    path = village_list(tmp_path / "thon.xlsx", "Vệ Thôn", "Duyên Hy")
    taken = intake.take(office, path, IntakeRequest("villages"))[1]
    assert taken.import_id is not None
    file = proofs.read_file(photo(tmp_path))
    proofs.add(office, ProofPlace("THU-2026", "TC1", 2), file, ProofWords())
    with office.unit() as unit:
        for figure in unit.villages.population_of(2):
            unit.villages.remove_population(figure)
    done = imports.undo(office, taken.import_id)
    assert [one.label for one in done.kept] == ["Vệ Thôn"]
    assert proofs.listed(office, ProofQuery(SET.code, village_id=2))


def test_what_is_erased_is_not_in_the_file_any_more(tmp_path: Path) -> None:
    where = tmp_path / "office.db"
    with create_office(str(where), NEW) as store:
        with store.unit() as unit:
            add_villages(unit, "Hổ Thôn")
            unit.criteria.save_set(SET)
        kept = brought(store, photo(tmp_path))
        trace = proofs.content(store, kept.proof_id)[200:264]
        gone = proofs.remove(store, kept)
    assert trace in where.read_bytes()
    with open_office(str(where)) as store:
        proofs.erase(store, gone, "ảnh chụp căn cước")
    assert trace not in where.read_bytes()
    assert not list(tmp_path.glob("office.db-*"))


def test_one_file_in_two_villages_is_pointed_at(office: Store, tmp_path: Path) -> None:
    with office.unit() as unit:
        add_villages(unit, "Vệ Thôn")
    file = proofs.read_file(photo(tmp_path))
    for village in (1, 2):
        proofs.add(office, ProofPlace("THU-2026", "TC1", village), file, ProofWords())
    brought(office, scan(tmp_path))
    warnings = [one.warning for one in proofs.listed(office, ProofQuery(SET.code, village_id=1))]
    assert warnings == ["Cùng một tệp dùng cho nhiều thôn, cần xem lại.", ""]
