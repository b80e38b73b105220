"""A locked period says the same whatever becomes of the registers after it; both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from digicommune.db.store import Store
from digicommune.domain.criteria import ManualAnswer
from digicommune.errors import UserError
from digicommune.operations import assess, figures, imports, intake, people, people_edits, periods
from digicommune.operations.intake import IntakeRequest
from tests.cli.lists import write_list
from tests.operations.lists import OPENED, bank_list, changed, rows, village_list

Q1, Q2 = "2026-Q1", "2026-Q2"
SHOPS = ("Tên hộ kinh doanh", "Chủ hộ", "Mã số thuế", "Thôn", "Mã QR", "Ngày cấp mã")


def office(store: Store, folder: Path) -> list[int]:
    """30 people with accounts, three of them with a signature, and one shop with a code."""
    intake.take(store, village_list(folder / "thon.xlsx", "Duyên Hy"), IntakeRequest("villages"))
    take_in(store, folder / "a.xlsx", rows(30))
    shop = [["Tạp hóa Mai", "Lê Thị Mai", "0100047516", "Duyên Hy", "Có", "05/03/2026"]]
    intake.take(store, write_list(folder / "qr.xlsx", SHOPS, shop), IntakeRequest("merchant-qr"))
    numbers = [one.number for one in people.findable(store)]
    for number in numbers[:3]:
        people_edits.set_fact(store, number, "CKS", date(2026, 3, 1))
    return numbers


def take_in(store: Store, path: Path, listed: list[list[object]]) -> int:
    done = intake.take(store, bank_list(path, listed), IntakeRequest("bank-accounts"))[1]
    assert done.import_id is not None
    return done.import_id


def said(store: Store, period: str) -> dict[str, tuple[int | None, int | None]]:
    """Indicator -> the commune's numerator and denominator."""
    return {
        one.indicator.code: (one.commune.numerator, one.commune.denominator)
        for one in figures.show(store, period).indicators
        if one.commune is not None
    }


def test_whatever_changes_the_locked_period_stands(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    numbers = office(store, tmp_path)
    before = said(store, Q1)
    assert (before["TKNH"], before["CKS"][0], before["HKDQR"]) == ((30, 1_250), 3, (1, 1))
    sources = [(one.target, one.file, one.row) for one in figures.trace(store, Q1, "TKNH")]
    verdicts = assess.matrix(store, "35/2022", Q1).verdicts
    periods.lock(store, Q1)

    take_in(store, tmp_path / "b.xlsx", rows(5, 900))
    people_edits.set_fact(store, numbers[5], "CKS", date(2026, 3, 2))
    people_edits.trash(store, numbers[:1])
    person = people.card(store, numbers[1]).person
    people_edits.save(store, replace(person, full_name="Tên Đã Sửa", residence="deceased"))

    assert said(store, Q1) == before
    traced = figures.trace(store, Q1, "TKNH")
    assert [(one.target, one.file, one.row) for one in traced] == sources
    assert "Tên Đã Sửa" in {one.label for one in traced}
    assert assess.matrix(store, "35/2022", Q1).verdicts == verdicts
    late = figures.show(store, Q1).late
    assert {code: one.units for code, one in late.items()} == {"TKNH": 5, "CKS": 1}
    assert said(store, Q2)["TKNH"] == (33, 1_250)  # 35, less one in the trash and one deceased
    of = figures.show(store, Q2).of("TKNH")
    assert of is not None
    assert of.commune is not None
    assert of.commune.numerator_in_period == 5


def test_an_undone_late_import_is_late_no_more(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    office(store, tmp_path)
    periods.lock(store, Q1)
    late = take_in(store, tmp_path / "b.xlsx", rows(5, 900))
    assert figures.show(store, Q1).late["TKNH"].units == 5
    imports.undo(store, late)
    assert figures.show(store, Q1).late == {}


def test_what_is_of_the_next_period_is_not_late(store: Store, tmp_path: Path) -> None:
    office(store, tmp_path)
    periods.lock(store, Q1)
    later = changed(rows(5, 900), *((n, OPENED, "20/04/2026") for n in range(5)))
    take_in(store, tmp_path / "b.xlsx", later)
    assert figures.show(store, Q1).late == {}


def test_the_way_of_a_period(store: Store, tmp_path: Path) -> None:
    office(store, tmp_path)
    with pytest.raises(UserError) as refused:
        periods.approve(store, Q1)
    assert refused.value.code == "period_out_of_turn"
    periods.submit(store, Q1)
    new = figures.NewFigure(Q1, "KNS", "Duyên Hy", 5)
    with pytest.raises(UserError) as refused:
        figures.set_figure(store, new)
    assert refused.value.code == "period_locked"
    answer = ManualAnswer("TC1", figures.village_of(store, "Duyên Hy").village_id, answer=True)
    with pytest.raises(UserError) as refused:
        assess.answer(store, "35/2022", Q1, answer)
    assert refused.value.code == "period_locked"
    periods.reopen(store, Q1)  # nobody has approved it yet: no reason is asked
    figures.set_figure(store, new)
    for step in (periods.submit, periods.approve):
        step(store, Q1)
    with pytest.raises(UserError) as refused:
        periods.reopen(store, Q1)
    assert refused.value.code == "reason_missing"
    periods.lock(store, Q1)
    line = periods.line(store, Q1)
    assert (line.state, bool(line.locked_at)) == ("locked", True)
    periods.unlock(store, Q1, "gõ nhầm")
    assert periods.line(store, Q1).state == "open"
    with store.glance() as unit:
        done = [one.action for one in reversed(unit.journal.entries(1_000))]
    assert done[-7:] == ["submit", "reopen", "figure", "submit", "approve", "lock", "unlock"]
