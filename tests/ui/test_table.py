"""The table's model under Qt's own tester: order, search, selection, plain text, speed."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from digicommune.ui.views.chips import CHIP_ROLE
from digicommune.ui.views.table import Column, Table, TableModel
from tests.ui.offices import HOSTILE


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    age: int | None


COLUMNS: tuple[Column[Person], ...] = (
    Column("Tên", lambda one: one.name, heading_tip="<b>họ & tên</b>"),
    Column(
        "Tuổi",
        lambda one: "" if one.age is None else str(one.age),
        sort=lambda one: one.age,
        number=True,
        width=80,
    ),
    Column("Kết luận", lambda one: "✓ Đạt", tone=lambda one: "good", width=100),
)
PEOPLE = (Person("Đặng Văn Hải", 40), Person("Lê Thị Hài", None), Person("Nguyễn Văn Hải", 9))


@pytest.fixture
def model(qtbot: QtBot) -> TableModel:
    made = TableModel(COLUMNS)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tester.setParent(made)
    made.show_rows(PEOPLE)
    return made


def names(model: TableModel) -> list[str]:
    return [model.index(at, 0).data() for at in range(model.rowCount())]


def test_numbers_sort_as_numbers_and_blanks_stand_last(model: TableModel) -> None:
    model.sort(1)
    assert [model.row_of(model.index(at, 1)).age for at in range(3)] == [9, 40, None]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert [model.row_of(model.index(at, 1)).age for at in range(3)] == [40, 9, None]
    model.sort(-1)
    assert names(model) == [one.name for one in PEOPLE]


def test_search_knows_neither_case_nor_marks(model: TableModel) -> None:
    model.search("HAI nguyen")
    assert names(model) == ["Nguyễn Văn Hải"]
    model.search("dang")
    assert names(model) == ["Đặng Văn Hải"]
    model.search("")
    assert model.rowCount() == 3


def test_the_selected_row_follows_its_person_when_sorted(model: TableModel) -> None:
    kept = QPersistentModelIndex(model.index(2, 0))
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert model.row_of(kept) == PEOPLE[2]
    assert kept.row() == 1


def test_changes_under_the_tester(model: TableModel) -> None:
    model.search("le")
    model.show_rows(PEOPLE * 3)
    assert model.rowCount() == 3
    model.sort(0)
    model.set_columns(COLUMNS[:1])
    assert (model.rowCount(), model.columnCount()) == (0, 1)
    model.show_rows(())
    assert model.row_of(QModelIndex()) is None


def test_cells_tell_tone_alignment_and_plain_tips(model: TableModel) -> None:
    model.show_rows((Person(HOSTILE, 1),))
    cell = model.index(0, 0)
    assert cell.data() == HOSTILE
    assert "<img" not in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(0, 2).data(CHIP_ROLE) == "good"
    tip = model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in tip
    right = model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole)
    assert right & Qt.AlignmentFlag.AlignRight


def test_fifty_thousand_rows_are_found_and_sorted(qtbot: QtBot) -> None:
    made = TableModel(COLUMNS)
    rows = tuple(Person(f"Nguyễn Văn {number}", number) for number in range(50_000))
    made.show_rows(rows)
    made.search("nguyen 49999")
    assert names(made) == ["Nguyễn Văn 49999"]
    made.search("")
    made.sort(1, Qt.SortOrder.DescendingOrder)
    assert made.row_of(made.index(0, 0)).age == 49_999


def test_a_long_text_is_cut_before_it_is_laid_out(model: TableModel) -> None:
    model.show_rows((Person("x" * 100_000, 1),))
    assert len(model.index(0, 0).data()) == 2_000


def test_columns_without_a_width_share_what_is_left(qtbot: QtBot) -> None:
    table = Table(COLUMNS, "Bảng")
    qtbot.addWidget(table)
    table.show_rows(PEOPLE)
    table.resize(600, 300)
    table.show()
    head = table.horizontalHeader()
    assert head.sectionSize(1) == 80
    assert head.sectionSize(0) == table.viewport().width() - 180
    table.resize(200, 300)
    assert head.sectionSize(0) == COLUMNS[0].least


def test_the_place_is_kept_when_rows_come_anew(qtbot: QtBot) -> None:
    table = Table(COLUMNS, "Bảng")
    qtbot.addWidget(table)
    table.show_rows(PEOPLE)
    with qtbot.waitSignal(table.chosen) as told:
        table.choose(lambda one: one.age == 9)
    assert told.args == [PEOPLE[2]]
    table.show_rows(PEOPLE)
    assert table.current() == PEOPLE[2]


def test_a_cell_is_changed_in_place_by_whoever_owns_the_rows(qtbot: QtBot) -> None:
    columns = (
        Column[Person]("Tên", lambda one: one.name),
        Column[Person](
            "Tuổi", lambda one: str(one.age), typed=lambda one: None if one.age is None else "x"
        ),
    )
    made = TableModel(columns)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tester.setParent(made)
    made.show_rows(PEOPLE)
    editable = [
        (at, each)
        for at in range(3)
        for each in range(2)
        if made.flags(made.index(at, each)) & Qt.ItemFlag.ItemIsEditable
    ]
    assert editable == [(0, 1), (2, 1)]  # nobody may type where the row has nothing to type
    with qtbot.waitSignal(made.edited) as told:
        assert made.setData(made.index(0, 1), "41")
    assert told.args == [PEOPLE[0], "41"]
    with qtbot.assertNotEmitted(made.edited):
        made.setData(made.index(0, 1), "x")  # the same text is no change
    assert made.rows[0] == PEOPLE[0]
    made.refresh_row(PEOPLE[0], Person("Đặng Văn Hải", 41))
    assert made.index(0, 1).data() == "41"


def test_a_search_takes_the_text_that_was_made_beforehand(model: TableModel) -> None:
    model.folded_by = lambda one: f"nguoi {one.age}"
    model.show_rows(PEOPLE)
    model.search("nguoi 9")
    assert names(model) == ["Nguyễn Văn Hải"]
