"""Gaps are a list of things to do, with who and by when; suppositions stand on the ledger."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from digicommune.db.store import Store
from digicommune.domain.criteria import CriteriaSet, Criterion, ManualAnswer
from digicommune.domain.figures import FigureKey, TypedFigure
from digicommune.domain.recognition import Recognition
from digicommune.errors import UserError
from digicommune.operations import assess, gaps, overview, periods, recognitions, what_if
from digicommune.operations.gaps import GapTask
from digicommune.operations.what_if import Supposed
from tests.db.offices import add_villages

SKILLS = Criterion("TC4", "Kỹ năng số", "≥ 70 %", "ratio", "KNS", threshold="70", unit="người")
SIGNED = Criterion("TC5", "Chữ ký số", "≥ 30 %", "ratio", "CKS", threshold="30", unit="người")
MODELS = Criterion("TC3", "Mô hình", "≥ 1", "count", threshold="1", unit="mô hình")
SET = CriteriaSet("THU-2026", "Bộ thử", "Văn bản thử", (MODELS, SKILLS, SIGNED))
PERIOD = "2026-01"


@pytest.fixture
def office(any_store: Store) -> Store:
    """Three villages: one lacks twelve signatures, one a person and a model, one passes."""
    with any_store.unit() as unit:
        add_villages(unit, "Hổ Thôn", "Vệ Thôn", "Duyên Hy")
        unit.criteria.save_set(SET)
        unit.figures.set_many(
            TypedFigure(FigureKey(PERIOD, code, village), some, of)
            for code, village, some, of in (
                ("KNS", 1, 70, 100), ("KNS", 2, 2_799, 4_000), ("KNS", 3, 100, 100),
                ("CKS", 1, 288, 1_000), ("CKS", 2, 300, 1_000), ("CKS", 3, 300, 1_000),
            )
        )  # fmt: skip
    for village, count in ((1, 1), (2, 0), (3, 2)):
        assess.answer(any_store, SET.code, PERIOD, ManualAnswer("TC3", village, count=count))
    return any_store


def test_the_list_says_what_where_and_how_many(office: Store) -> None:
    sheet = gaps.sheet(office, SET.code, PERIOD)
    told = [(one.village.name, one.gap.criterion, one.gap.short_by) for one in sheet.lines]
    assert told == [("Hổ Thôn", "TC5", 12), ("Vệ Thôn", "TC3", 1), ("Vệ Thôn", "TC4", 1)]
    assert [one.village_id for one in sheet.ranking] == [1, 2]
    assert [one.village_id for one in sheet.passed] == [3]
    assert [one.gap.criterion for one in sheet.of(2)] == ["TC3", "TC4"]


def test_who_does_it_by_when_is_kept(office: Store) -> None:
    line = gaps.sheet(office, SET.code, PERIOD).lines[0]
    task = GapTask("Lê Thị Mai", date(2026, 3, 20), "doing", "đi từng nhà")
    saved = gaps.assign(office, line.place, task)
    again = gaps.sheet(office, SET.code, PERIOD).lines[0]
    assert again.task == saved
    assert (saved.version, saved.overdue(date(2026, 3, 20)), saved.overdue(date(2026, 3, 21))) == (
        1, False, True,
    )  # fmt: skip
    with office.glance() as unit:
        entry = unit.journal.entries(1)[0]
    assert (entry.action, json.loads(entry.after or "")["owner"]) == ("assign", "Lê Thị Mai")
    assert gaps.assign(office, line.place, saved).version == 2
    for stale in (saved, GapTask("Người khác")):
        with pytest.raises(UserError) as refused:
            gaps.assign(office, line.place, stale)
        assert refused.value.code == "changed_meanwhile"


def test_a_locked_period_says_what_was_lacking_then(office: Store) -> None:
    periods.lock(office, PERIOD)
    before = gaps.sheet(office, SET.code, PERIOD)
    with office.unit() as unit:
        unit.criteria.save_set(CriteriaSet("THU-2026", "Bộ thử", "", (MODELS,)))
    after = gaps.sheet(office, SET.code, PERIOD)
    assert (after.kept_at is not None, after.lines) == (True, before.lines)


def test_twelve_signatures_in_one_village(office: Store) -> None:
    on = what_if.footing(office, SET.code, PERIOD, 1)
    found = what_if.suppose(on, what_if.supposed_of(on.criteria_set, {"cks": 12}))
    assert (found.found.before.passed, found.found.after.passed) == (False, True)
    assert (found.least, found.left.gaps) == ({"CKS": 12}, ())
    less = what_if.suppose(on, Supposed(numerators={"CKS": 11}))
    assert [(one.criterion, one.short_by) for one in less.left.gaps] == [("TC5", 1)]
    assert assess.matrix(office, SET.code, PERIOD).verdicts[1].criteria[2].short_by == 12


def test_the_way_is_what_has_to_be_supposed(office: Store) -> None:
    on = what_if.footing(office, SET.code, PERIOD, 2)
    now = what_if.suppose(on, Supposed())
    assert now.closing == Supposed(numerators={"KNS": 1}, counts={"TC3": 1})
    assert what_if.suppose(on, now.closing).found.after.passed


def test_a_code_means_the_indicator_or_the_count(office: Store) -> None:
    on = what_if.footing(office, SET.code, PERIOD, 2)
    asked = what_if.supposed_of(on.criteria_set, {"TC4": 1, "KNS": 2, "tc3": 1})
    assert asked == Supposed(numerators={"KNS": 3}, counts={"TC3": 1})
    with pytest.raises(UserError) as refused:
        what_if.supposed_of(on.criteria_set, {"VNEID2": 1})
    assert refused.value.code == "what_if_unknown"
    assert "TC3, KNS, CKS" in refused.value.advice


def test_what_cannot_be_is_refused(office: Store) -> None:
    on = what_if.footing(office, SET.code, PERIOD, 1)
    with pytest.raises(UserError) as refused:
        what_if.suppose(on, Supposed(numerators={"KNS": 31}))
    assert refused.value.code == "what_if_beyond"
    assert "101/100" in refused.value.message
    with pytest.raises(UserError) as refused:
        what_if.footing(office, SET.code, PERIOD, 9)
    assert refused.value.code == "village_gone"


def test_what_has_no_figure_is_not_felt(office: Store) -> None:
    on = what_if.footing(office, SET.code, "2026-02", 1)
    assert what_if.suppose(on, Supposed(numerators={"CKS": 12})).unfelt == ("CKS",)


def test_the_first_page_tells_of_what_is_overdue(
    office: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told() -> dict[str, int]:
        waiting = overview.load(office, PERIOD).todo
        return {one.text: one.count for one in waiting if one.page == "criteria"}

    monkeypatch.setenv("DIGICOMMUNE_TODAY", "2026-03-21")
    signatures, models, _ = gaps.sheet(office, SET.code, PERIOD).lines
    for line in (signatures, models):
        gaps.assign(office, line.place, GapTask("Lê Thị Mai", date(2026, 3, 20)))
    assert told() == {"việc còn thiếu của thôn đã quá hạn": 2}
    given = assess.matrix(office, SET.code, PERIOD).answers[2, "TC3"]
    assess.answer(office, SET.code, PERIOD, replace(given, count=1))  # closed by now
    assert told() == {"việc còn thiếu của thôn đã quá hạn": 1}
    monkeypatch.setenv("DIGICOMMUNE_TODAY", "2026-03-20")
    assert told() == {}


def test_recognised_villages_stand_apart(office: Store) -> None:
    """Who is recognised by this set and lacks something is no candidate any more."""
    for village, code in ((1, SET.code), (2, "35/2022")):
        decision = Recognition(
            0, village, code, f"{village}/QĐ-UBND", date(2025, 12, 20), "UBND xã", "commune"
        )
        recognitions.enter(office, decision)
    sheet = gaps.sheet(office, SET.code, PERIOD)
    assert [one.village_id for one in sheet.ranking] == [2]
    assert [(one.village_id, one.way) for one in sheet.recognised] == [(1, ("TC5",))]
    assert (sheet.standing, len(sheet.passed)) == (frozenset({1}), 1)
    assert gaps.sheet(office, SET.code, "2025-12").standing == frozenset()
