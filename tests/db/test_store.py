"""Making, opening and closing an office; units are all or nothing, glances change nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.exc import SQLAlchemyError

from digicommune.db import schema
from digicommune.db.engine import APPLICATION_ID
from digicommune.db.store import Store
from digicommune.domain.campaigns import Campaign
from digicommune.domain.figures import FigureKey, TypedFigure
from digicommune.domain.merchants import Merchant
from digicommune.domain.registers import Actor, DocumentRecord, PeopleQuery
from digicommune.domain.villages import PopulationFigure, Village
from digicommune.errors import UserError
from tests.db.offices import (
    COMMUNE,
    add_merchants,
    add_people,
    add_villages,
    import_whole_list,
    person,
)


def test_what_is_made_can_be_opened_again(where: str) -> None:
    with Store.create(where, COMMUNE) as made:
        assert made.created
        with made.unit() as unit:
            add_villages(unit, "Thôn Hồng Kỳ")
    with Store.open(where) as store:
        assert not store.created
        with store.glance() as unit:
            assert unit.office.commune() == replace(COMMUNE, commune_id=1)
            assert [one.name for one in unit.villages.all()] == ["Thôn Hồng Kỳ"]


def test_an_office_is_made_once(file: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(UserError) as refused:
        Store.create(str(file), COMMUNE)
    assert refused.value.code == "database_exists"
    assert file.read_bytes() == before


def test_making_leaves_one_file_and_nothing_beside_it(file: Path) -> None:
    assert [one.name for one in file.parent.iterdir()] == ["office.db"]
    header = file.read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert header[18:20] == b"\x02\x02", "WAL is set in the file itself"


@pytest.mark.postgres
def test_a_server_keeps_many_communes_apart(database: str) -> None:
    with Store.create(database, COMMUNE) as first, first.unit() as unit:
        add_people(unit, [person("Lê Thị Mẫu", cccd="038000000001")])
    other = replace(COMMUNE, name="Hoằng Tiến")
    with Store.create(database, other) as second, second.unit() as unit:
        assert second.commune_id == 2
        assert unit.people.count() == 0
        # the same person may be registered in both
        assert add_people(unit, [person("Lê Thị Mẫu", cccd="038000000001")]) == [1]
    with pytest.raises(UserError) as refused:
        Store.open(database)
    assert refused.value.code == "commune_unclear"
    with Store.open(f"{database}&commune=2") as chosen, chosen.glance() as unit:
        assert unit.office.commune().name == "Hoằng Tiến"
    with pytest.raises(UserError) as refused:
        Store.open(f"{database}&commune=9")
    assert refused.value.code == "commune_missing"


@pytest.mark.postgres
def test_no_book_shows_another_communes_rows(database: str) -> None:
    start, end = date(2025, 12, 15), date(2026, 3, 14)
    with Store.create(database, COMMUNE) as first, first.unit() as unit:
        village, _ = add_villages(unit, "Thôn Một", "Thôn Hai")
        import_whole_list(unit, 10, 10)
        add_merchants(unit, [Merchant(0, "Quán", village_id=village, qr_state="in_use")])
        unit.villages.add_population([PopulationFigure(village, "so_ho", start, 9, "tay")])
        unit.campaigns.save(Campaign(0, "A", "A", start, end))
        unit.figures.set(TypedFigure(FigureKey("2026-Q1", "DVC", village), 1, 2))
        unit.periods.set_state("2026-Q1", "locked")
        unit.office.set_setting("adult_age", "18")
        unit.documents.add(DocumentRecord(0, "bao-cao", "2026-Q1", "Báo cáo", b"{}", "a" * 64))
    with Store.create(database, COMMUNE) as second, second.glance() as unit:
        everything = (
            unit.villages.all(),
            unit.villages.population(end),
            unit.people.list(PeopleQuery()),
            unit.people.match_index().rows,
            unit.people.get(range(20)),
            set(unit.accounts.known()),
            unit.accounts.of(1),
            unit.merchants.all(),
            unit.merchants.match_index().rows,
            unit.campaigns.all(),
            unit.figures.typed("2026-Q1"),
            unit.counting.accounts_by_village(start, end),
            unit.counting.merchants_by_village(end, "qr", start),
            unit.tracing.trace_accounts(start, end),
            unit.tracing.trace_merchants(end, "qr"),
            unit.tracing.trace_typed("2026-Q1", "DVC"),
            unit.periods.list(),
            unit.imports.all(),
            unit.imports.rows(1),
            unit.journal.entries(),
            unit.documents.all(),
            unit.office.setting("adult_age"),
        )
        assert not any(everything), everything
        assert unit.campaign_results.result(1).accounts == 0
        assert unit.imports.open_rows() == 0


def test_a_unit_that_fails_leaves_nothing(store: Store) -> None:
    def half_way() -> None:
        with store.unit() as unit:
            add_villages(unit, "Thôn Một")
            unit.journal.note("village", "village:1")
            raise RuntimeError("half way")

    with pytest.raises(RuntimeError):
        half_way()
    with store.glance() as unit:
        assert unit.villages.all() == ()
        assert unit.journal.entries() == ()
    with store.unit() as unit:
        assert add_villages(unit, "Thôn Hai") == [1], "numbers of a lost unit are given again"


def test_a_glance_does_not_write(store: Store) -> None:
    with pytest.raises((UserError, SQLAlchemyError)), store.glance() as unit:
        unit.villages.save(Village(0, "Thôn Lén"))
    with store.unit() as unit:
        assert unit.villages.all() == ()
        add_villages(unit, "Thôn Thật")


def test_a_glance_does_not_change_while_it_lasts(store: Store) -> None:
    with store.glance() as before:
        assert before.people.count() == 0
        with store.unit() as unit:
            add_people(unit, [person("Lê Thị Mẫu")])
        assert before.people.count() == 0
    with store.glance() as after:
        assert after.people.count() == 1


def test_settings_hold_from_their_day_on(store: Store) -> None:
    with store.unit() as unit:
        unit.office.set_setting("adult_age", "18")
        unit.office.set_setting("adult_age", "16", date(2026, 7, 1))
        unit.office.set_setting("adult_age", "15", date(2026, 7, 1))
    with store.glance() as unit:
        assert unit.office.setting("adult_age", date(2026, 6, 30)) == "18"
        assert unit.office.setting("adult_age", date(2026, 7, 1)) == "15"
        assert unit.office.setting("adult_age") == "15"
        assert unit.office.setting("unknown") is None


def test_the_commune_is_changed_by_one_at_a_time(store: Store) -> None:
    with store.unit() as unit:
        read = unit.office.commune()
        saved = unit.office.save_commune(replace(read, chairman="Trần Thị Mẫu"))
        assert saved == unit.office.commune()
    with pytest.raises(UserError) as refused, store.unit() as unit:
        unit.office.save_commune(replace(read, chairman="Người Khác"))
    assert refused.value.code == "changed_meanwhile"


def test_ids_are_small_and_never_given_twice(store: Store) -> None:
    with store.unit() as unit:
        assert list(unit.ids.block("residents", 3)) == [1, 2, 3]
        assert list(unit.ids.block("accounts", 2)) == [1, 2]
    with store.unit() as unit:
        assert list(unit.ids.block("residents", 2)) == [4, 5]


def test_everything_is_sound_in_a_new_office(store: Store) -> None:
    with store.unit() as unit:
        unit.journal.note("create", "office")
    lines = store.check()
    assert all(line.ok for line in lines), lines
    assert any("1 mục" in line.detail for line in lines)


def test_the_journal_names_who_works(store: Store) -> None:
    store.actor = Actor("lan", "MAY-01")
    with store.unit() as unit:
        unit.journal.note("village", "village:1", before={"name": "a"}, after={"name": "b"})
        entry = unit.journal.entries()[0]
    assert (entry.who, entry.workstation) == ("lan", "MAY-01")
    assert (entry.before, entry.after) == ('{"name": "a"}', '{"name": "b"}')


def test_commune_comes_first_in_every_key() -> None:
    for table in schema.metadata.tables.values():
        assert next(iter(table.primary_key.columns)).name == "commune_id", table.name
        assert {"created_at", "updated_at"} <= set(table.c.keys()), table.name
        for index in table.indexes:
            assert index.columns[0].name == "commune_id", index.name
        for rule in table.constraints:
            assert rule.name, f"a rule of {table.name} has no name"
            columns = list(getattr(rule, "columns", ()))
            if type(rule).__name__ != "CheckConstraint":
                assert columns[0].name == "commune_id", rule.name


def test_no_figure_is_a_float() -> None:
    kinds = {
        type(column.type).__name__
        for table in schema.metadata.tables.values()
        for column in table.c
    }
    assert kinds == {"BigInteger", "Boolean", "Date", "Integer", "LargeBinary", "String", "Text"}
