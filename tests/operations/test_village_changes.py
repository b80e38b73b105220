"""Story 16: two villages merge on a day; papers of before have two lines, those after have one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from digicommune.db.store import Store
from digicommune.domain.registers import PeopleQuery
from digicommune.errors import UserError
from digicommune.operations import (
    figures,
    intake,
    people,
    people_filters,
    periods,
    registers,
    trends,
    village_changes,
)
from digicommune.operations.intake import IntakeRequest
from digicommune.operations.village_changes import NewVillage
from tests.operations.lists import OPENED, VILLAGE, bank_list, changed, rows, village_list

DAY = date(2026, 7, 1)


def office(store: Store, folder: Path) -> dict[str, int]:
    """Three villages of 1,250 people from 15; 30 with accounts in the first, 20 in the next."""
    listed = village_list(folder / "thon.xlsx", "Duyên Hy", "Hổ Thôn", "Vệ Thôn")
    intake.take(store, listed, IntakeRequest("villages"))
    listed_people = rows(50)
    cells = [(n, VILLAGE, "Hổ Thôn") for n in range(30, 50)]
    moved = changed(listed_people, *cells, *((n, OPENED, "05/03/2026") for n in range(50)))
    intake.take(store, bank_list(folder / "a.xlsx", moved), IntakeRequest("bank-accounts"))
    return {one.village.name: one.village.village_id for one in registers.villages(store)}


def counted(store: Store, period: str) -> dict[str, tuple[int | None, int | None]]:
    """Village -> people with an account, and of how many."""
    sheet = figures.show(store, period)
    names = {one.village_id: one.name for one in sheet.villages} | {0: "?"}
    of = sheet.of("TKNH")
    assert of is not None
    return {names[key]: (one.numerator, one.denominator) for key, one in of.villages.items()}


def test_two_villages_become_one(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    known = office(store, tmp_path)
    june = counted(store, "2026-06")
    merged = village_changes.merge(
        store, [known["Duyên Hy"], known["Hổ Thôn"]], NewVillage("Đồng Tình"), DAY
    )
    assert counted(store, "2026-06") == june
    assert june == {"Duyên Hy": (30, 1_250), "Hổ Thôn": (20, 1_250), "Vệ Thôn": (0, 1_250)}
    assert counted(store, "2026-07") == {"Đồng Tình": (50, 2_500), "Vệ Thôn": (0, 1_250)}
    traced = figures.trace(store, "2026-07", "TKNH", merged.village_id)
    assert (len(traced), {one.village for one in traced}) == (50, {"Đồng Tình"})
    assert len(figures.trace(store, "2026-06", "TKNH", "Hổ Thôn")) == 20


def test_the_trend_adds_the_parts(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    known = office(store, tmp_path)
    figures.set_figure(store, figures.NewFigure("2026-06", "KNS", "Duyên Hy", 600, 1_000))
    figures.set_figure(store, figures.NewFigure("2026-06", "KNS", "Hổ Thôn", 300, 1_000))
    merged = village_changes.merge(
        store, [known["Duyên Hy"], known["Hổ Thôn"]], NewVillage("Đồng Tình"), DAY
    )
    figures.set_figure(store, figures.NewFigure("2026-07", "KNS", "Đồng Tình", 1_000, 2_000))
    found = trends.trend(store, "KNS", "2026-07", merged.village_id, 3)
    told = [
        (one.period.code, one.figure and (one.figure.numerator, one.figure.denominator))
        for one in found.points
    ]
    assert told == [("2026-05", None), ("2026-06", (900, 2_000)), ("2026-07", (1_000, 2_000))]
    accounts = trends.trend(store, "TKNH", "2026-07", merged.village_id, 2).points
    assert [one.figure and one.figure.numerator for one in accounts] == [50, 50]
    whole = trends.trend(store, "TKNH", "2026-07", None, 2).points
    assert [one.figure and one.figure.denominator for one in whole] == [3_750, 3_750]


def test_who_is_entered_later_counts_where_they_are(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    known = office(store, tmp_path)
    village_changes.merge(store, list(known.values())[:2], NewVillage("Đồng Tình"), DAY)
    later = changed(rows(3, 900), *((n, VILLAGE, "Đồng Tình") for n in range(3)),
                    *((n, OPENED, "05/07/2026") for n in range(3)))  # fmt: skip
    intake.take(store, bank_list(tmp_path / "b.xlsx", later), IntakeRequest("bank-accounts"))
    assert counted(store, "2026-07")["Đồng Tình"] == (53, 2_500)
    assert sum(one or 0 for one, _ in counted(store, "2026-06").values()) == 50


def test_a_renamed_village_is_the_same_people(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    known = office(store, tmp_path)
    village_changes.rename(store, known["Hổ Thôn"], NewVillage("Hổ Phú"), DAY)
    assert counted(store, "2026-07")["Hổ Phú"] == (20, 1_250)
    assert "Hổ Phú" not in counted(store, "2026-06")
    # A bank that still writes the old name brings its people to the same village.
    old = changed(rows(1, 800), (0, VILLAGE, "Hổ Thôn"), (0, OPENED, "05/07/2026"))
    intake.take(store, bank_list(tmp_path / "b.xlsx", old), IntakeRequest("bank-accounts"))
    assert counted(store, "2026-07")["Hổ Phú"] == (21, 1_250)


def test_of_a_split_village_nobody_is_guessed(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    known = office(store, tmp_path)
    north, _ = village_changes.split(
        store, known["Hổ Thôn"], [NewVillage("Hổ Bắc"), NewVillage("Hổ Nam")], DAY
    )
    assert counted(store, "2026-07")["?"][0] == 20
    assert counted(store, "2026-06")["Hổ Thôn"] == (20, 1_250)
    with store.unit() as unit:
        from dataclasses import replace

        hers = [
            one for one in unit.people.list(PeopleQuery()) if one.village_id == known["Hổ Thôn"]
        ]
        unit.people.update_many([replace(one, village_id=north.village_id) for one in hers[:12]])
    july = counted(store, "2026-07")
    assert (july["Hổ Bắc"][0], july["?"][0]) == (12, 8)
    assert counted(store, "2026-06")["Hổ Thôn"] == (20, 1_250)


def test_what_cannot_be_is_refused(store: Store, tmp_path: Path) -> None:
    known = office(store, tmp_path)
    for code, call in (
        ("villages_too_few", lambda: village_changes.merge(
            store, [known["Hổ Thôn"]], NewVillage("Đồng Tình"), DAY)),
        ("village_not_standing", lambda: village_changes.rename(store, 99, NewVillage("X"), DAY)),
        ("village_exists", lambda: village_changes.rename(
            store, known["Hổ Thôn"], NewVillage("Vệ Thôn"), DAY)),
    ):  # fmt: skip
        with pytest.raises(UserError) as refused:
            call()
        assert refused.value.code == code
    periods.lock(store, "2026-Q3")
    with pytest.raises(UserError) as refused:
        village_changes.rename(store, known["Hổ Thôn"], NewVillage("Hổ Phú"), DAY)
    assert (refused.value.code, refused.value.facts["period"]) == ("period_locked", "2026-Q3")
    assert len(registers.villages(store)) == 3


def test_people_are_shown_under_the_village_of_today(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = office(store, tmp_path)
    both = [known["Duyên Hy"], known["Hổ Thôn"]]
    village_changes.merge(store, both, NewVillage("Đồng Tình"), DAY)
    numbers = [one.number for one in people.findable(store)]
    for day, names in (
        ("2026-06-30", {"Duyên Hy", "Hổ Thôn"}),
        ("2026-07-01", {"Đồng Tình"}),
    ):
        monkeypatch.setenv("DIGICOMMUNE_TODAY", day)
        assert {one.village for one in people.lines(store, numbers)} == names
        assert people.card(store, numbers[0]).village in names
        found = people_filters.load(store)
        standing = {one.village_id: one.name for one in found.villages}
        assert {standing[number] for number in found.in_village} == names
