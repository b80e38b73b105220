"""What was judged stays judged: by the set as it was, whatever the set says now; both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digicommune.db.store import Store
from digicommune.domain.criteria import CriteriaSet, Criterion, ManualAnswer, PassRule
from digicommune.domain.figures import FigureKey, TypedFigure
from digicommune.domain.snapshot import from_json
from digicommune.operations import assess, figures, periods, reports
from digicommune.operations.reports import ReportRequest
from tests.db.offices import add_villages

RATIO = Criterion("TC4", "Kỹ năng số", "≥ 70 %", "ratio", "KNS", threshold="70", unit="người")
YES = Criterion("TC1", "Hạ tầng", "có", "yes_no", mandatory=False, weight="10")
SET = CriteriaSet("THU-2026", "Bộ thử", "Văn bản thử", (RATIO, YES))
STRICTER = replace(SET, title="Bộ thử sửa", criteria=(replace(RATIO, threshold="90"), YES))
JANUARY, FEBRUARY = "2026-01", "2026-02"


@pytest.fixture
def office(any_store: Store) -> Store:
    """One village with 80 of 100 skilled in January and 85 in February."""
    with any_store.unit() as unit:
        add_villages(unit, "Hổ Thôn")
        unit.criteria.save_set(SET)
        unit.figures.set_many(
            TypedFigure(FigureKey(period, "KNS", 1), some, 100)
            for period, some in ((JANUARY, 80), (FEBRUARY, 85))
        )
    return any_store


def change_set(store: Store, now: CriteriaSet = STRICTER) -> None:
    with store.unit() as unit:
        unit.criteria.save_set(now)


def passed(store: Store, period: str = JANUARY) -> bool:
    return assess.matrix(store, SET.code, period).verdicts[1].passed


def test_a_changed_set_changes_nothing_that_is_locked(office: Store) -> None:
    before = assess.matrix(office, SET.code, JANUARY)
    periods.lock(office, JANUARY)
    change_set(office)
    locked = assess.matrix(office, SET.code, JANUARY)
    assert (locked.criteria_set, locked.verdicts) == (SET, before.verdicts)
    assert assess.evaluate(office, SET.code, JANUARY).verdicts == before.verdicts
    assert not passed(office, FEBRUARY)  # the open period is judged by the set of now
    periods.unlock(office, JANUARY, "đánh giá lại theo bộ mới")
    assert not passed(office)
    periods.lock(office, JANUARY)
    assert assess.matrix(office, SET.code, JANUARY).criteria_set == STRICTER


def test_a_report_of_a_locked_period_prints_the_set_as_it_was(office: Store) -> None:
    periods.lock(office, JANUARY)
    change_set(office)
    request = ReportRequest("bao-cao-chuyen-doi-so", JANUARY, criteria_set=SET.code)
    made = reports.make(office, request)
    with office.glance() as unit:
        record = unit.documents.get(made.document_id)
    assert record is not None
    kept = from_json(record.snapshot)
    assert kept.criteria == SET
    assert [one.passed for one in kept.verdicts] == [True]


def test_what_evaluate_kept_stays_beside_the_set_it_was_kept_by(office: Store) -> None:
    assess.evaluate(office, SET.code, JANUARY)
    change_set(office)
    assess.evaluate(office, SET.code, JANUARY)
    with office.glance() as unit:
        newest, first = unit.criteria.evaluations(SET.code)
        sets = [unit.criteria.definition(one.set_sha) for one in (first, newest)]
    assert [one.verdicts[0].passed for one in (first, newest)] == [True, False]
    assert sets == [SET, STRICTER]


def test_points_are_kept_with_the_verdicts(office: Store) -> None:
    weighed = replace(SET, criteria=(replace(RATIO, weight="50.5"), YES))
    change_set(office, replace(weighed, passing=PassRule("points", points="60")))
    assess.answer(office, SET.code, JANUARY, ManualAnswer("TC1", 1, answer=True))
    periods.lock(office, JANUARY)
    (found,) = assess.matrix(office, SET.code, JANUARY).verdicts.values()
    assert (found.points, found.points_of, found.passed) == ("60.5", "60", True)


def test_a_set_that_comes_after_the_lock_is_judged_on_the_locked_figures(office: Store) -> None:
    periods.lock(office, JANUARY)
    change_set(office, replace(SET, code="MOI-2026"))
    found = assess.matrix(office, "MOI-2026", JANUARY)
    assert (found.kept_at, found.verdicts[1].criteria[0].numerator) == (None, 80)


def test_periods_are_compared_until_the_set_asks_another_thing(office: Store) -> None:
    periods.lock(office, JANUARY)
    found = assess.comparison(office, SET.code, JANUARY, FEBRUARY)
    assert [one.trend for one in found.villages[1].criteria] == ["better", "not_comparable"]
    assert found.changed == {}
    change_set(office)
    found = assess.comparison(office, SET.code, JANUARY, FEBRUARY)
    assert found.changed == {"TC4": "Bộ tiêu chí đã thay đổi: không so sánh."}
    assert (found.villages[1].trend, found.villages[1].criteria[0].trend) == (
        "set_changed", "set_changed",
    )  # fmt: skip
    assert (found.before.criteria_set, found.after.criteria_set) == (SET, STRICTER)


def test_every_shipped_set_is_judged(office: Store) -> None:
    """Frames too: whoever has no figures or no thresholds is told so, and passes nowhere."""
    for one in assess.sets(office):
        found = assess.evaluate(office, one.code, JANUARY)
        results = [each for village in found.verdicts.values() for each in village.criteria]
        assert len(results) == len(one.criteria)
        if one.code != SET.code:
            assert not any(village.passed for village in found.verdicts.values())
            assert {each.verdict for each in results} <= {"no_data", "met"}
    assert figures.show(office, JANUARY).of("KNS") is not None
