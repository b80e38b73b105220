"""Several clerks at once: edits are not lost, writers wait for one another, nobody reads halves."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from digicommune.db import dialect, engine
from digicommune.db.store import Store
from digicommune.domain.figures import FigureKey, TypedFigure
from digicommune.domain.registers import Actor
from digicommune.errors import UserError
from tests.db.offices import COMMUNE, add_people, add_villages, person

CLERKS, EDITS = 4, 15


def together(work: Callable[[int], None], clerks: int = CLERKS) -> None:
    """Runs ``work`` in several threads that start at once; their errors are raised here."""
    start, failures = threading.Barrier(clerks), []

    def run(number: int) -> None:
        start.wait()
        try:
            work(number)
        except Exception as error:  # noqa: BLE001 (shown by the test, whatever it is)
            failures.append(error)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(clerks)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    if failures:
        raise failures[0]


def test_no_edit_is_lost(store: Store) -> None:
    """Each clerk adds a mark to the same village, reading it first, as often as it is refused."""
    with store.unit() as unit:
        (number,) = add_villages(unit, "Thôn")
    refused = []

    def edit(clerk: int) -> None:
        done = 0
        while done < EDITS:
            with store.glance() as unit:
                (read,) = unit.villages.all()
            try:
                with store.unit() as unit:
                    marked = f"{read.former_commune or ''}{clerk}"
                    unit.villages.save(replace(read, former_commune=marked))
                done += 1
            except UserError as error:
                refused.append(error.code)

    together(edit)
    assert set(refused) <= {"changed_meanwhile"}
    with store.glance() as unit:
        (village,) = unit.villages.all()
    assert village.village_id == number
    assert village.version == 1 + CLERKS * EDITS
    marks = village.former_commune or ""
    assert sorted(marks) == sorted(str(clerk) for clerk in range(CLERKS) for _ in range(EDITS))


def test_numbers_and_the_journal_stay_in_line(store: Store) -> None:
    def work(clerk: int) -> None:
        for turn in range(EDITS):
            with store.unit() as unit:
                add_people(unit, [person(f"Người {clerk}-{turn}")])
                unit.journal.note("resident", f"person:{clerk}-{turn}")

    together(work)
    with store.glance() as unit:
        assert set(unit.people.match_index().names) == set(range(1, CLERKS * EDITS + 1))
        assert unit.journal.broken_at() is None
        assert len(unit.journal.entries(1000)) == CLERKS * EDITS


def test_the_same_figure_typed_at_once_stands_once(store: Store) -> None:
    key = FigureKey("2026-Q1", "DVC", None)

    def work(clerk: int) -> None:
        with store.unit() as unit:
            unit.figures.set(TypedFigure(key, clerk, 10))

    together(work)
    with store.glance() as unit:
        (figure,) = unit.figures.typed("2026-Q1")
    assert figure.version == CLERKS


WRITER = """
import sys
from digicommune.db.store import Store
from tests.db.offices import add_people, person
with Store.open(sys.argv[1]) as store:
    for turn in range(30):
        with store.unit() as unit:
            add_people(unit, [person("Người Mẫu")] * 20)
            unit.journal.note("resident", "people")
"""


def test_two_programs_write_the_same_office(office: str) -> None:
    command = [sys.executable, "-c", WRITER, office]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    with Store.open(office) as store:
        halves = 0
        while any(one.poll() is None for one in running):
            with store.glance() as unit:
                halves += unit.people.count() % 20
        for one in running:
            told = one.communicate()[1]
            assert one.returncode == 0, told
        assert halves == 0, "a reader saw a unit half done"
        with store.glance() as unit:
            assert unit.people.count() == 2 * 30 * 20
        assert all(line.ok for line in store.check())


def test_who_waits_too_long_is_told_so(office: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.2)
    monkeypatch.setattr(dialect, "BUSY_SECONDS", 0.2)
    with Store.open(office) as first, Store.open(office) as second, first.unit() as unit:
        add_villages(unit, "Thôn Một")
        with pytest.raises(UserError) as refused, second.unit() as other:
            add_villages(other, "Thôn Hai")
        assert refused.value.code == "database_busy"
        with second.glance() as reader:
            assert reader.villages.all() == (), "readers do not wait"
    with Store.open(office) as store, store.glance() as unit:
        assert [one.name for one in unit.villages.all()] == ["Thôn Một"]


def test_an_office_made_by_two_at_once_is_made_by_one(tmp_path: Path) -> None:
    made, refused = [], []

    def make(number: int) -> None:
        where = str(tmp_path / "office.db")
        try:
            Store.create(where, replace(COMMUNE, name=f"Xã {number}")).close()
            made.append(number)
        except UserError as error:
            refused.append(error.code)

    together(make)
    assert len(made) == 1
    assert set(refused) == {"database_exists"}
    with Store.open(str(tmp_path / "office.db")) as store, store.glance() as unit:
        assert unit.office.commune().name == f"Xã {made[0]}"
    assert [one.name for one in tmp_path.iterdir()] == ["office.db"]


def test_each_store_has_its_own_actor(office: str) -> None:
    with Store.open(office) as first, Store.open(office) as second:
        first.actor = Actor("lan", "MAY-01")
        second.actor = Actor("nam", "MAY-02")
        for store in (first, second):
            with store.unit() as unit:
                unit.journal.note("open", "office")
        with first.glance() as unit:
            assert [one.who for one in unit.journal.entries()] == ["nam", "lan"]
