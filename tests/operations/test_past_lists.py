"""Past imports as the history shows them, on real lists and a real office."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from digicommune.db.store import Store
from digicommune.errors import UserError
from digicommune.operations import imports, outgoing_past, past_lists, periods, registers
from tests.operations.lists import (
    ACCOUNT,
    CCCD,
    NAME,
    bank_list,
    changed,
    rows,
    village_list,
)
from tests.operations.test_undo import everything, take


@pytest.fixture
def doubted(store: Store, tmp_path: Path) -> int:
    """Ten people known; of the second list one row resembles somebody, one is wrong."""
    take(store, village_list(tmp_path / "thon.xlsx", "Duyên Hy"), "villages")
    listed = rows(10)
    take(store, bank_list(tmp_path / "a.xlsx", listed), bank_bin="970405")
    year_only = [*listed[0]]
    year_only[2], year_only[3], year_only[4] = str(year_only[2])[-4:], None, None
    wrong = [*rows(1, 90)[0]]
    wrong[2] = "31/02/1990"
    second = [changed([year_only], (0, ACCOUNT, "3599999999999"))[0], wrong, *rows(2, 50)]
    return take(store, bank_list(tmp_path / "b.xlsx", second))


def test_lines_tell_bank_and_counts(store: Store, doubted: int) -> None:
    newest, first, villages = past_lists.lines(store)
    assert (newest.import_id, newest.bank, newest.open_rows) == (doubted, "", 2)
    assert (first.bank, first.counts["new"]) == ("Agribank", 10)
    assert villages.kind == "villages"
    imports.undo(store, doubted)
    assert past_lists.lines(store)[0].open_rows == 0


def test_how_it_was_read(store: Store, doubted: int) -> None:
    past = past_lists.reading_of(store, doubted)
    assert past.header_rows == (1,)
    assert past.columns["B"] == "ho_ten"
    assert past.declared_total is None


def test_waiting_rows_have_candidates_with_what_is_known_of_them(
    store: Store, doubted: int
) -> None:
    waiting, wrong = past_lists.waiting_rows(store)
    assert (waiting.row.verdict, wrong.row.verdict) == ("doubtful", "rejected")
    found = past_lists.likely(store, [waiting])
    (candidate,) = found[doubted, waiting.row.row]
    assert candidate == imports.candidates(store, doubted, waiting.row.row)[0]
    known = registers.people_as_rows(store, [candidate.resident_id])[candidate.resident_id]
    assert known["ho_ten"] == rows(1)[0][NAME]
    assert known["cccd"] == rows(1)[0][CCCD]
    account = str(rows(1)[0][ACCOUNT])
    assert known["tai_khoan"] == f"Agribank {account[:3]}••••••{account[-4:]} 05/03/2026"
    imports.settle(store, doubted, waiting.row.row, "same")
    now = past_lists.past_row(store, doubted, waiting.row.row)
    assert (now.row.verdict, now.row.target_label) == ("new", candidate.name)
    assert [one.row.verdict for one in past_lists.waiting_rows(store)] == ["rejected"]


def test_a_row_that_is_not_there(store: Store, doubted: int) -> None:
    with pytest.raises(UserError) as refused:
        past_lists.past_row(store, doubted, 999)
    assert refused.value.code == "row_unknown"


def test_foreseeing_changes_nothing_and_is_what_happens(store: Store, doubted: int) -> None:
    before = everything(store)
    with store.glance() as unit:
        entries = unit.journal.entries(10)
    foreseen = past_lists.foresee_undo(store, doubted)
    assert everything(store) == before
    with store.glance() as unit:
        assert unit.journal.entries(10) == entries
    assert foreseen == imports.undo(store, doubted)
    assert foreseen.removed == 2


def test_foreseeing_is_refused_under_a_lock(store: Store, doubted: int) -> None:
    periods.lock(store, "2026-Q1")
    with pytest.raises(UserError) as refused:
        past_lists.foresee_undo(store, doubted)
    assert refused.value.code == "undo_locked"


def test_the_file_goes_out_as_it_came_and_marked(
    store: Store, doubted: int, tmp_path: Path
) -> None:
    outgoing_past.save_original(store, doubted, tmp_path / "goc.xlsx")
    assert (tmp_path / "goc.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    count = outgoing_past.mark_past(store, doubted, tmp_path / "marked.xlsx")
    assert count == 2
    sheet = load_workbook(tmp_path / "marked.xlsx").active
    assert sheet is not None
    told = {
        cell.coordinate: cell.comment.text
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }
    assert sorted(told) == ["B2", "C3"]
    assert "chưa đủ căn cứ" in told["B2"]
    assert "31/02/1990" in told["C3"]


def test_its_rows_go_out_with_their_verdicts(store: Store, doubted: int, tmp_path: Path) -> None:
    outgoing_past.past_rows_to(store, doubted, tmp_path / "rows.xlsx")
    sheet = load_workbook(tmp_path / "rows.xlsx").active
    assert sheet is not None
    told = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert [told.count(word) for word in ("Mới", "Nghi trùng", "Sai")] == [2, 1, 1]


@pytest.mark.parametrize(
    ("file", "parts"),
    [
        ("ds.xlsx", ("ds", ".xlsx")),
        ("a.b.XLS", ("a.b", ".XLS")),
        ("không đuôi", ("không đuôi", "")),
        (".xlsx", (".xlsx", "")),
        ("x.<img src=/etc>", ("x.<img src=/etc>", "")),
    ],
)
def test_a_name_and_its_ending(file: str, parts: tuple[str, str]) -> None:
    assert outgoing_past.name_and_ending(file) == parts


def test_nothing_imported_nothing_waits(store: Store) -> None:
    assert past_lists.lines(store) == ()
    assert past_lists.waiting_rows(store) == ()
    assert past_lists.likely(store, []) == {}
