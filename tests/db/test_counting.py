"""Counting the registers: exact, by village, and as many rows on the way back as were counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digicommune.db.store import Store
from digicommune.domain.banks import Bank
from digicommune.domain.figures import FigureKey, RegisterCount, TypedFigure
from digicommune.domain.merchants import Merchant
from digicommune.domain.people import Account, Resident, SourceRow
from digicommune.domain.registers import Actor, AgeWindow
from tests.db.offices import (
    account,
    add_accounts,
    add_import,
    add_merchants,
    add_people,
    add_villages,
    person,
)

START, END = date(2025, 12, 15), date(2026, 3, 14)
INSIDE, BEFORE, AFTER = date(2026, 1, 5), date(2024, 5, 1), date(2026, 3, 15)


def test_one_person_with_three_accounts_is_one_person(store: Store) -> None:
    with store.unit() as unit:
        one, two = add_villages(unit, "Thôn Một", "Thôn Hai")
        a, b, c, d, e = add_people(
            unit,
            [person(f"Người {n}", village_id=village) for n, village in enumerate([one] * 3)]
            + [person("Người 4", village_id=two), person("Người 5")],
        )
        add_accounts(
            unit,
            [
                account(a, opened_on=BEFORE),
                account(a, "970436", opened_on=INSIDE),
                account(a, "970418"),
                account(b, opened_on=INSIDE),
                account(c, opened_on=AFTER),  # not yet
                account(d),  # undated: in every period, but in none in particular
                account(e, opened_on=END),
                account(e, "970436"),
            ],
        )
    with store.glance() as unit:
        assert unit.counting.accounts_by_village(START, END) == (
            RegisterCount(one, 2, 1, 4),
            RegisterCount(two, 1, 0, 1),
            RegisterCount(None, 1, 1, 2),
        )


def test_who_moved_away_or_died_is_not_counted_who_works_away_is(store: Store) -> None:
    with store.unit() as unit:
        people = [
            person("A"),
            person("B", residence="away"),
            person("C", residence="moved"),
            person("D", residence="deceased"),
        ]
        add_accounts(unit, [account(number) for number in add_people(unit, people)])
        assert unit.counting.accounts_by_village(START, END) == (RegisterCount(None, 2, 0, 2),)
        traced = unit.tracing.trace_accounts(START, END)
        assert [row.label for row in traced] == ["A", "B"]


# From 15 (born to 14/3/2011), below 61 years 6 months for men and 57 for women (invented figures).
WINDOW = AgeWindow(date(2011, 3, 14), date(1964, 9, 15), date(1969, 3, 15))


@pytest.mark.parametrize(
    ("facts", "counted"),
    [
        ({"birth_date": date(2011, 3, 14)}, True),
        ({"birth_date": date(2011, 3, 15)}, False),
        ({"birth_year": 2011}, True),  # 1 January 2011
        ({"birth_year": 2012}, False),
        ({"birth_date": date(1964, 9, 15), "sex": "Nam"}, True),
        ({"birth_date": date(1964, 9, 14), "sex": "Nam"}, False),
        ({"birth_year": 1964, "sex": "Nam"}, False),  # 1 January is before 15 September
        ({"birth_year": 1965, "sex": "Nam"}, True),
        ({"birth_date": date(1964, 9, 15), "sex": "Nữ"}, False),
        ({"birth_date": date(1969, 3, 15), "sex": "Nữ"}, True),
        ({"birth_date": date(1965, 1, 1)}, False),  # sex unknown: the stricter bound
        ({"birth_date": date(1969, 3, 15)}, True),
        ({}, False),
    ],
)
def test_ages_are_told_by_the_day(store: Store, facts: dict[str, object], *, counted: bool) -> None:
    with store.unit() as unit:
        add_accounts(unit, [account(one) for one in add_people(unit, [person("A", **facts)])])
        found = unit.counting.accounts_by_village(START, END, WINDOW)
        assert found == ((RegisterCount(None, 1, 0, 1),) if counted else ())
        assert len(unit.tracing.trace_accounts(START, END, None, WINDOW)) == int(counted)
        generous = replace(WINDOW, unknown=True)
        assert bool(unit.counting.accounts_by_village(START, END, generous)) == (
            counted or not facts
        )


def test_each_counted_person_leads_back_to_a_row(store: Store) -> None:
    with store.unit() as unit:
        unit.banks.replace_all([Bank("970405", "VBA", "Agribank", (), 3, None)])
        one, two = add_villages(unit, "Thôn Một", "Thôn Hai")
        number = add_import(unit)
        a, b, c = add_people(
            unit,
            [
                person("Lê Văn Bản", village_id=two),
                person("Lê Thị An", village_id=one),
                person("Lê Thị Không"),
            ],
        )
        add_accounts(
            unit,
            [
                account(a, number="3500112233", opened_on=INSIDE, source=SourceRow(number, 12)),
                account(a, "970436", opened_on=BEFORE, source=SourceRow(number, 40)),
                account(b, "970405", number="3500445566", source=SourceRow(number, 13)),
                account(c, "999999"),
            ],
        )
    with store.glance() as unit:
        rows = unit.tracing.trace_accounts(START, END)
        assert [(row.target, row.village, row.row) for row in rows if row.village] == [
            (f"person:{b}", "Thôn Một", 13),
            (f"person:{a}", "Thôn Hai", 40),
        ]
        first = next(row for row in rows if row.target == f"person:{b}")
        assert (first.file, first.sheet) == ("danh sách.xlsx", "DS mở TK")
        assert first.import_id == number
        assert first.detail == "Agribank · 350•••5566"
        hand = next(row for row in rows if row.target == f"person:{c}")
        assert (hand.file, hand.row, hand.village, hand.detail) == (None, None, None, "999999")
        assert [row.target for row in unit.tracing.trace_accounts(START, END, {two})] == [
            f"person:{a}"
        ]
        assert [row.target for row in unit.tracing.trace_accounts(START, END, {0})] == [
            f"person:{c}"
        ]


def test_merchants_with_qr_and_with_transactions_are_two_figures(store: Store) -> None:
    with store.unit() as unit:
        one, _ = add_villages(unit, "Thôn Một", "Thôn Hai")
        number = add_import(unit, kind="merchant-qr")
        shop = Merchant(0, "Quán", village_id=one, qr_state="in_use")
        add_merchants(
            unit,
            [
                replace(shop, name="A", has_transactions=True, qr_on=INSIDE),
                replace(shop, name="B", has_transactions=False, qr_source=SourceRow(number, 9)),
                replace(shop, name="C", qr_on=AFTER, has_transactions=True),
                replace(shop, name="D", qr_state="issued", has_transactions=True),
                replace(shop, name="E", state="closed", closed_on=BEFORE),
                replace(shop, name="G", state="closed", closed_on=AFTER),  # still open at the end
                replace(shop, name="H", qr_state="none", village_id=None),
            ],
        )
    with store.glance() as unit:
        qr = unit.counting.merchants_by_village(END, "qr", START)
        assert qr == (RegisterCount(one, 3, 1, 0, 5), RegisterCount(None, 0, 0, 0, 1))
        used = unit.counting.merchants_by_village(END, "transactions", START)
        assert used == (RegisterCount(one, 1, 0, 0, 3),)
        rows = unit.tracing.trace_merchants(END, "qr")
        assert [(row.label, row.file, row.row) for row in rows] == [
            ("A", None, None),
            ("B", "danh sách.xlsx", 9),
            ("G", None, None),
        ]
        assert [row.label for row in unit.tracing.trace_merchants(END, "transactions", {one})] == [
            "A"
        ]
        assert unit.tracing.trace_merchants(END, "qr", {0}) == ()


def test_a_typed_figure_leads_back_to_who_typed_it(store: Store) -> None:
    store.actor = Actor("lan", "MAY-01")
    with store.unit() as unit:
        one, _ = add_villages(unit, "Thôn Một", "Thôn Hai")
        number = add_import(unit, kind="village-figures", sheet="Biểu 1")
        unit.figures.set(TypedFigure(FigureKey("2026-Q1", "DVC", one), 12, 40, note="tạm"))
        unit.figures.set(
            TypedFigure(
                FigureKey("2026-Q1", "DVC", None), 30, None, source_import=number, source_row=7
            )
        )
        mine, whole = unit.tracing.trace_typed("2026-Q1", "DVC")
        if mine.village is None:
            mine, whole = whole, mine
        assert (mine.village, mine.detail, mine.typed_by) == ("Thôn Một", "12 / 40 · tạm", "lan")
        assert mine.at is not None
        assert (whole.label, whole.file, whole.sheet, whole.row) == (
            "Toàn xã",
            "danh sách.xlsx",
            "Biểu 1",
            7,
        )
        assert len(unit.tracing.trace_typed("2026-Q1", "DVC", one)) == 1
        assert unit.tracing.trace_typed("2026-Q2", "DVC") == ()


days = st.dates(date(2025, 11, 1), date(2026, 4, 30))
people = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(["present", "away", "moved", "deceased"]),
        st.lists(st.none() | days, max_size=3),
    ),
    max_size=12,
)


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(drawn=people)
def test_sql_counts_as_a_person_with_a_pencil_would(
    store: Store, drawn: Sequence[tuple[int, str, list[date | None]]]
) -> None:
    try:
        with store.unit() as unit:
            homes = [*add_villages(unit, "Thôn Một", "Thôn Hai"), None]
            ids = add_people(
                unit,
                [Resident(0, "A", homes[home], residence=how) for home, how, _ in drawn],  # type: ignore[arg-type]
            )
            add_accounts(
                unit,
                [
                    Account(0, number, str(place), opened_on=day)
                    for number, (_, _, opened) in zip(ids, drawn, strict=True)
                    for place, day in enumerate(opened)
                ],
            )
            found = unit.counting.accounts_by_village(START, END)
            traced = unit.tracing.trace_accounts(START, END)
            assert found == _by_hand(drawn, homes)
            assert len(traced) == sum(one.cumulative for one in found)
            raise _RollBack
    except _RollBack:
        pass


class _RollBack(Exception):
    pass


def _by_hand(
    drawn: Sequence[tuple[int, str, list[date | None]]], homes: list[int | None]
) -> tuple[RegisterCount, ...]:
    counts = []
    for place, village in enumerate(homes):
        held = [
            [day for day in opened if day is None or day <= END]
            for home, how, opened in drawn
            if home == place and how in {"present", "away"}
        ]
        held = [days for days in held if days]
        first = [min((day for day in days if day), default=None) for days in held]
        inside = sum(1 for day in first if day and START <= day <= END)
        if held:
            counts.append(RegisterCount(village, len(held), inside, sum(map(len, held))))
    return tuple(counts)
