"""Many periods at once say what each says alone: whole sheets of figures, locks and typing too."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digicommune.db.store import Store
from digicommune.domain.periods import parse_period
from digicommune.domain.villages import Village
from digicommune.operations import entry, figures, people, people_edits, periods
from digicommune.operations.entry import NewCell
from digicommune.operations.ledger import figure_sheet
from digicommune.operations.ledger_many import figure_sheets, run_of
from tests.operations.lists import rows
from tests.operations.test_locking import office, take_in

LAST = parse_period("2026-06")
P = "2026-03"


def test_sheets_are_those_of_each_period(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    office(store, tmp_path)
    for number in [one.number for one in people.findable(store)][:12]:
        people_edits.set_fact(store, number, "HSSK", date(2026, 1 + number % 6, 20))
        people_edits.set_fact(store, number, "KNS", date(2026, 4, 1))
    village = entry.sheet(store, P).villages[0].village_id
    entry.set_cells(store, P, [NewCell("CAPQUANG", village, "200"), NewCell("CKS", village, "9")])
    periods.lock(store, P)
    take_in(store, tmp_path / "b.xlsx", rows(5, 900))
    with store.glance() as unit:
        run = run_of(LAST, 8)
        assert [one.code for one in run][-2:] == ["2026-05", "2026-06"]
        assert figure_sheets(unit, run) == tuple(figure_sheet(unit, one) for one in run)


def test_periods_that_do_not_join_are_counted_one_by_one(store: Store, tmp_path: Path) -> None:
    office(store, tmp_path)
    chosen = [parse_period(code) for code in ("2025-H1", "2026-H1")]
    with store.glance() as unit:
        assert figure_sheets(unit, chosen) == tuple(figure_sheet(unit, one) for one in chosen)


PARTS = st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)).map(sorted)
CELLS = st.lists(st.one_of(PARTS, st.just("kad"), st.just("")), min_size=4, max_size=4)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(cells=CELLS)
def test_villages_sum_to_the_commune_and_no_figure_is_a_float(
    store: Store, cells: list[list[int] | str]
) -> None:
    with store.unit() as unit:
        known = [one.village_id for one in unit.villages.all()] or [
            unit.villages.save(Village(0, f"Thôn {n}", order=n)).village_id for n in range(4)
        ]
    typed = [
        NewCell("DVC", village, *(map(str, one) if isinstance(one, list) else (one, "")))
        for village, one in zip(known, cells, strict=True)
    ]
    entry.set_cells(store, P, typed)
    found = figures.show(store, P).of("DVC")
    assert found is not None
    counted = [one for one in cells if isinstance(one, list)]
    if not counted:
        assert found.commune is None
        return
    assert found.commune is not None
    sums = tuple(sum(one[at] for one in counted) for at in (0, 1))
    assert (found.commune.numerator, found.commune.denominator) == sums
    for figure in (*found.villages.values(), found.commune):
        for part in (figure.numerator, figure.denominator, figure.numerator_in_period):
            assert part is None or type(part) is int
        share = figure.percentage(found.indicator.decimals)
        assert share is None or type(share) is Decimal
