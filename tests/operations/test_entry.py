"""The sheet of figures: typed, pasted, judged, taken back, chased."""

from __future__ import annotations

from datetime import date

import pytest

from digicommune.db.store import Store
from digicommune.domain.entry_rules import Parts
from digicommune.domain.figures import FigureKey
from digicommune.domain.villages import PopulationFigure, Village
from digicommune.errors import UserError
from digicommune.operations import calendar, edits, entry, figures, overview, periods
from digicommune.operations.entry import NewCell

NAMES = ("Duyên Hy", "Vệ Thôn", "Hổ Thôn", "Đồng Tình")
P = "2026-03"


@pytest.fixture
def office(any_store: Store) -> Store:
    """Four villages of 300 households each, in a file and on a server."""
    store = any_store
    with store.unit() as unit:
        made = [unit.villages.save(Village(0, name, order=n)) for n, name in enumerate(NAMES, 1)]
        unit.villages.add_population(
            PopulationFigure(one.village_id, "so_ho", date(2025, 1, 1), 300, "thử") for one in made
        )
    return store


def outcome(store: Store, *cells: NewCell) -> list[str]:
    found = entry.set_cells(store, P, cells)
    return [one.refusal or one.outcome for one in found.verdicts]


def parts(store: Store, indicator: str, village: int | None) -> Parts:
    return entry.sheet(store, P).cell(indicator, village).typed


def test_what_is_typed_stands_and_makes_the_figure(office: Store) -> None:
    assert outcome(office, NewCell("CAPQUANG", 1, "250"), NewCell("DVC", 2, "40", "50")) == [
        "accepted",
        "accepted",
    ]
    sheet = entry.sheet(office, P)
    assert sheet.cell("CAPQUANG", 1).typed == Parts(250, None, "value")
    assert sheet.cell("CAPQUANG", 1).denominator == 300
    columns = {one.indicator.code: one for one in sheet.columns}
    by_hand = [one.indicator.register is None for one in sheet.columns]
    assert by_hand == sorted(by_hand, reverse=True)  # as on the villages' form
    assert not columns["CAPQUANG"].own_base
    assert columns["DVC"].own_base
    shown = figures.show(office, P).of("DVC")
    assert shown is not None
    assert shown.commune is not None
    assert (shown.commune.numerator, shown.commune.denominator) == (40, 50)


def test_blank_zero_and_not_applicable_are_three_things(office: Store) -> None:
    outcome(office, NewCell("CAPQUANG", 1, "0"), NewCell("CAPQUANG", 2, "kad"))
    assert parts(office, "CAPQUANG", 1) == Parts(0, None, "value")
    assert parts(office, "CAPQUANG", 2) == Parts(status="not_applicable")
    assert parts(office, "CAPQUANG", 3) == Parts()
    outcome(office, NewCell("CAPQUANG", 1, ""))
    assert parts(office, "CAPQUANG", 1) == Parts()
    with office.glance() as unit:
        assert unit.figures.at(FigureKey(P, "CAPQUANG", 1)) is None


def test_hard_rules_refuse_a_cell_and_keep_the_others(office: Store) -> None:
    found = outcome(
        office,
        NewCell("CAPQUANG", 1, "301"),
        NewCell("CAPQUANG", 2, "12,5"),
        NewCell("CAPQUANG", 3, "x"),
        NewCell("CAPQUANG", 4, "299"),
        NewCell("DVC", 1, "51", "50"),
        NewCell("NONE", 1, "1"),
        NewCell("CAPQUANG", 99, "1"),
    )
    assert found == [
        "above_base", "not_whole", "not_a_number", "accepted", "above_base", "unknown", "unknown",
    ]  # fmt: skip
    assert parts(office, "CAPQUANG", 4) == Parts(299, None, "value")
    assert parts(office, "CAPQUANG", 1) == Parts()


def test_a_jump_waits_for_a_note(office: Store) -> None:
    entry.set_cells(office, "2026-02", [NewCell("CAPQUANG", 1, "100")])
    assert outcome(office, NewCell("CAPQUANG", 1, "120")) == ["accepted"]
    assert outcome(office, NewCell("CAPQUANG", 1, "121")) == ["needs_note"]
    assert parts(office, "CAPQUANG", 1).numerator == 120
    noted = NewCell("CAPQUANG", 1, "121", note="thêm một nhánh cáp")
    assert outcome(office, noted) == ["accepted"]
    assert parts(office, "CAPQUANG", 1) == Parts(121, None, "value", "thêm một nhánh cáp")


def test_a_denominator_typed_first_is_no_figure_yet(office: Store) -> None:
    assert outcome(office, NewCell("DVC", 1, denominator="50")) == ["accepted"]
    shown = figures.show(office, P).of("DVC")
    assert shown is not None
    assert shown.commune is None
    assert "Duyên Hy" in shown.missing
    assert outcome(office, NewCell("DVC", 1, "20")) == ["accepted"]
    assert parts(office, "DVC", 1) == Parts(20, 50, "value")


def test_two_clerks_do_not_overwrite_each_other(office: Store) -> None:
    outcome(office, NewCell("CAPQUANG", 1, "100", version=0))
    assert outcome(office, NewCell("CAPQUANG", 1, "110", version=0)) == ["changed"]
    seen = entry.sheet(office, P).cell("CAPQUANG", 1).version
    assert outcome(office, NewCell("CAPQUANG", 1, "110", version=seen)) == ["accepted"]


def test_edits_are_taken_back_and_done_again_unless_changed_since(office: Store) -> None:
    outcome(office, NewCell("CAPQUANG", 1, "100"))
    done = entry.set_cells(office, P, [NewCell("CAPQUANG", 1, "110"), NewCell("CAPQUANG", 2, "5")])
    back = edits.undo(office, done.edits)
    assert (len(back.done), back.stale) == (2, ())
    assert parts(office, "CAPQUANG", 1).numerator == 100
    assert parts(office, "CAPQUANG", 2) == Parts()
    edits.apply(office, done.edits)
    assert parts(office, "CAPQUANG", 1).numerator == 110
    outcome(office, NewCell("CAPQUANG", 1, "111"))
    again = edits.undo(office, done.edits)
    assert [one.subject for one in again.stale] == [f"figure:{P}:CAPQUANG:1"]
    assert parts(office, "CAPQUANG", 1).numerator == 111
    assert parts(office, "CAPQUANG", 2) == Parts()
    with office.glance() as unit:
        assert unit.journal.broken_at() is None


def test_a_closed_period_takes_neither_cells_nor_undo(office: Store) -> None:
    done = entry.set_cells(office, P, [NewCell("CAPQUANG", 1, "100")])
    periods.lock(office, P)
    for refused in (
        lambda: entry.set_cells(office, P, [NewCell("CAPQUANG", 1, "1")]),
        lambda: edits.undo(office, done.edits),
    ):
        with pytest.raises(UserError) as error:
            refused()
        assert error.value.code == "period_locked"
    assert parts(office, "CAPQUANG", 1).numerator == 100


def test_the_story_of_a_cell_has_twelve_periods_and_every_change(office: Store) -> None:
    entry.set_cells(office, "2026-02", [NewCell("CAPQUANG", 1, "100")])
    outcome(office, NewCell("CAPQUANG", 1, "110"))
    outcome(office, NewCell("CAPQUANG", 1, "kad"))
    told = entry.story(office, P, "CAPQUANG", 1)
    assert [one.period.code for one in told.past][-2:] == ["2026-02", P]
    assert len(told.past) == 12
    assert told.past[-2].figure is not None
    assert told.past[-2].figure.numerator == 100
    assert [(one.before, one.after) for one in told.history] == [
        ("110", "không áp dụng"),
        ("", "110"),
    ]


def test_villages_that_owe_figures_are_named_and_reminded(
    office: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIGICOMMUNE_TODAY", "2026-03-20")
    asked = [one for one in entry.sheet(office, P).columns if one.indicator.register is None]
    full = [NewCell(one.indicator.code, 1, "10", "20") for one in asked]
    whole = [NewCell("BHXH", None, "59.991", "164.382")]
    entry.set_cells(office, P, [*full, *whole, NewCell("CAPQUANG", 2, "-")])
    owed = entry.missing(office, P)
    assert [one.name for one in owed.villages] == list(NAMES[1:])
    assert owed.late
    assert owed.due == date(2026, 3, 16)
    second = owed.villages[0]
    assert len(second.lacks) == second.of - 1
    assert "Hộ gia đình có internet cáp quang" not in second.lacks
    text = entry.remind(office, P)
    assert "Duyên Hy" not in text
    assert "- Hổ Thôn: chưa gửi số liệu" in text


def test_free_periods_are_kept_and_chosen_again(office: Store) -> None:
    week = calendar.add_free(office, date(2026, 3, 2), date(2026, 3, 8))
    calendar.add_free(office, date(2026, 3, 2), date(2026, 3, 8))
    assert [one for one in calendar.periods(office) if one.kind == "free"] == [week]
    entry.set_cells(office, week.code, [NewCell("CAPQUANG", 1, "100")])
    assert entry.sheet(office, week.code).cell("CAPQUANG", 1).typed.numerator == 100


def test_the_send_by_rule_is_the_offices_own(office: Store) -> None:
    assert not calendar.rule(office).verified
    mine = calendar.SendBy(0, 5, "Công văn số 12", verified=True)
    calendar.set_rule(office, mine)
    assert calendar.rule(office) == mine


def test_a_sheet_on_the_ground_of_the_last_is_the_same_and_never_older(office: Store) -> None:
    seen = entry.sheet(office, P)
    outcome(office, NewCell("CAPQUANG", 1, "100"), NewCell("TKNH", 2, "7"))
    again = entry.sheet(office, P, seen)
    assert again.ground is seen.ground
    fresh = entry.sheet(office, P)
    assert (again.cells, again.missing) == (fresh.cells, fresh.missing)
    entry.set_cells(office, "2026-02", [NewCell("CAPQUANG", 1, "90")])
    later = entry.sheet(office, P, again)
    assert later.ground is not seen.ground
    assert later.cell("CAPQUANG", 1).before == 90
    periods.lock(office, P)
    assert entry.sheet(office, P, later).line.state == "locked"


def test_the_first_page_tells_what_is_late(office: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIGICOMMUNE_TODAY", "2026-03-20")
    told = [one for one in overview.load(office, P).todo if one.page == "entry/calendar"]
    assert "Gửi báo cáo tháng 4 năm 2026 trước 16/04/2026 (còn 27 ngày)" in [o.text for o in told]
    assert "tháng 3 năm 2026" in told[-1].text
    assert told[-1].count == 2  # the month and the quarter
