"""Story 6, and what the check step is for: types told, mistakes mended, doubts settled by key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from digicommune.app import House
from digicommune.db.store import Store
from digicommune.domain.rows import Value
from digicommune.operations import imports, intake
from digicommune.operations.intake import Chosen, IntakeRequest
from digicommune.ui.pages.intake import IntakePage
from tests.cli.lists import write_list
from tests.journeys.bank_desk import HEADS, commune, person, press, type_in_place
from tests.journeys.conftest import WAIT, look_at, settled

__all__ = ["commune"]


def fields_of(page: IntakePage) -> dict[int, dict[str, Value]]:
    """What was read, by row."""
    seen = page.preview.preview
    assert seen is not None
    return {one.row: dict(one.fields) for one in seen.rows}


def row_text(page: IntakePage, number: int) -> str:
    """All that the table of all rows shows of one row."""
    page.preview.choose("all")
    page.preview.table.choose(lambda one: one.row == number)
    at = page.preview.table.currentIndex().row()
    rows = page.preview.table.rows
    return " | ".join(rows.index(at, each).data() for each in range(rows.columnCount()))


def test_types_are_told_in_the_check_step(
    qtbot: QtBot, open_house: Callable[[str], House], commune: str, tmp_path: Path
) -> None:
    rows = [
        person(1, "Nguyễn Văn An", cccd=38_072_001_234, born="05/03/1972"),
        person(2, "Nguyễn Văn Ba", cccd="3,8072E+10"),
        person(3, "Nguyễn Văn Chi", born=32_937),
        person(4, "Nguyễn Văn Du", born="31/02/1990"),
        person(5, "Nguyễn Văn Em", opened="09/01/2025"),
        person(6, "Nguyễn Văn Giang", phone=912_345_678),
    ]
    house = open_house(commune)
    page = look_at(qtbot, house, write_list(tmp_path / "kieu.xlsx", HEADS, rows))
    read = fields_of(page)
    assert read[2]["cccd"] == "038072001234"
    assert "đã thêm số 0 ở đầu" in row_text(page, 2)
    assert "✗ Sai" in row_text(page, 3)
    assert "Ô D3 có “3,8072E+10”: Excel đã làm mất" in row_text(page, 3)
    assert read[4]["ngay_sinh"] == "1990-03-05"
    assert "05/03/1990" in row_text(page, 4)
    assert "Ô C5 có “31/02/1990” không phải ngày có thật" in row_text(page, 5)
    assert read[6]["ngay_mo"] == "2025-01-09"
    assert read[7]["dien_thoai"] == "0912345678"
    assert "0912345678" in row_text(page, 7)
    assert [page.preview.filters[code].text().split()[-1] for code in ("new", "rejected")] == [
        "4", "2",
    ]  # fmt: skip


def test_wrong_cells_are_mended_in_place_and_many_at_once(
    qtbot: QtBot, open_house: Callable[[str], House], commune: str, tmp_path: Path
) -> None:
    rows = [person(1, "Trần Văn An", born="31/02/1990"), person(2, "Trần Văn Ba", cccd="3807")]
    rows += [person(at, f"Trần Thị Số {at}", born="31/02/1990") for at in (3, 4, 5)]
    house = open_house(commune)
    page = look_at(qtbot, house, write_list(tmp_path / "sai.xlsx", HEADS, rows))
    page.preview.filters["rejected"].click()
    assert page.preview.mends.table.rows.rowCount() == 5
    type_in_place(qtbot, page, 3, "038080009999")
    type_in_place(qtbot, page, 2, "28/02/1990")
    assert not page.preview.save.isEnabled()  # what was typed is not judged yet
    assert "(3)" in page.preview.mends.same.text()
    qtbot.mouseClick(page.preview.mends.same, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.preview.mends.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: settled(house, page.preview.filters["new"].text().endswith("5")), timeout=WAIT
    )
    read = fields_of(page)
    assert read[3]["cccd"] == "038080009999"
    assert {read[at]["ngay_sinh"] for at in (2, 4, 5, 6)} == {"1990-02-28"}
    qtbot.mouseClick(page.preview.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: settled(house, page.step is page.done), timeout=WAIT)
    assert "5 dòng mới" in page.done.message.text()


def test_a_misspelt_village_is_put_right_for_all_its_rows(
    qtbot: QtBot, open_house: Callable[[str], House], commune: str, tmp_path: Path
) -> None:
    rows = [person(at, f"Đỗ Văn Số {at}", home="Hỗ Thôn ạ") for at in range(1, 5)]
    house = open_house(commune)
    page = look_at(qtbot, house, write_list(tmp_path / "thon_la.xlsx", HEADS, rows))
    page.preview.filters["names"].click()
    box = page.preview.names.boxes["Hỗ Thôn ạ"]
    assert box.itemText(1) == "Hổ Thôn"  # the likeliest first
    box.setCurrentIndex(1)
    mend = next(
        one for one in page.preview.names.findChildren(QPushButton) if one.text() == "Sửa 4 dòng"
    )
    qtbot.mouseClick(mend, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: settled(house, page.preview.filters["names"].isHidden()), timeout=WAIT)
    assert {one["thon"] for one in fields_of(page).values()} == {"Hổ Thôn"}


def buttons(home: QWidget) -> list[QWidget]:
    from PySide6.QtWidgets import QPushButton

    return list(home.findChildren(QPushButton))


def test_doubts_are_settled_by_one_key_each(
    qtbot: QtBot, open_house: Callable[[str], House], commune: str, tmp_path: Path
) -> None:
    rows = [
        person(1, "Lê Văn Hải", born="1970", cccd=None, phone=None),
        person(2, "Lê Thị Mai", born="1971", cccd=None, phone=None),
        person(3, "Lê Văn Long", born="1972", cccd=None, phone=None),
    ]
    house = open_house(commune)
    page = look_at(qtbot, house, write_list(tmp_path / "nghi.xlsx", HEADS, rows))
    house.window.activateWindow()
    qtbot.waitUntil(house.window.isActiveWindow)
    doubts = page.preview.doubts
    page.preview.filters["doubtful"].click()
    assert doubts.left.text() == "Còn 3"
    press(qtbot, Qt.Key.Key_1)
    assert doubts.left.text() == "Còn 2"
    assert doubts.row is not None
    assert doubts.row.row == 3  # the next came by itself
    press(qtbot, Qt.Key.Key_2, Qt.Key.Key_Z)
    assert doubts.row.row == 3
    assert page.preview.decisions == {2: "same"}
    press(qtbot, Qt.Key.Key_2, Qt.Key.Key_3)
    assert page.preview.decisions == {2: "same", 3: "new", 4: "later"}
    assert doubts.left.text() == "✓ Đã xem hết"
    qtbot.mouseClick(page.preview.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: settled(house, page.step is page.done), timeout=WAIT)
    last = page.lists.entries[-1].done
    assert last is not None
    assert (last.created, last.counts["doubtful"]) == (1, 1)
    assert last.import_id is not None
    ends = {one.row: one.verdict for one in imports.rows_of(house.office.store(), last.import_id)}
    assert ends[4] == "doubtful"


def test_decisions_stay_when_a_mended_list_is_judged_again(
    qtbot: QtBot, open_house: Callable[[str], House], commune: str, tmp_path: Path
) -> None:
    rows = [
        person(1, "Lê Văn Hải", born="1970", cccd=None, phone=None),
        person(2, "Trần Văn Ba", cccd="3807"),
    ]
    house = open_house(commune)
    page = look_at(qtbot, house, write_list(tmp_path / "ca_hai.xlsx", HEADS, rows))
    page.preview.doubts.sides.decide("new")
    page.preview.filters["rejected"].click()
    type_in_place(qtbot, page, 3, "038080009999")
    page.preview.mends.again.click()
    qtbot.waitUntil(
        lambda: settled(house, page.preview.filters["new"].text().endswith("1")), timeout=WAIT
    )
    assert page.preview.decisions == {2: "new"}
    assert "2 dòng" in page.preview.save.text()


def test_arrows_choose_among_those_a_row_may_mean(
    qtbot: QtBot, open_house: Callable[[str], House], commune: str, tmp_path: Path
) -> None:
    twin = write_list(tmp_path / "b.xlsx", HEADS, [person(44, "Lê Văn Hải", born="05/05/1970")])
    with Store.open(commune) as store:
        seen = intake.preview(store, twin, IntakeRequest())
        intake.commit(store, seen, {2: "new"})  # two people of one name and year
    house = open_house(commune)
    rows = [person(1, "Lê Văn Hải", born="1970", cccd=None, phone=None)]
    page = look_at(qtbot, house, write_list(tmp_path / "nghi.xlsx", HEADS, rows))
    house.window.activateWindow()
    qtbot.waitUntil(house.window.isActiveWindow)
    page.preview.filters["doubtful"].click()
    row = page.preview.doubts.row
    assert row is not None
    assert len(row.candidates) == 2
    press(qtbot, Qt.Key.Key_Right, Qt.Key.Key_1)
    assert page.preview.decisions == {2: Chosen(row.candidates[1].resident_id)}
    qtbot.mouseClick(page.preview.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: settled(house, page.step is page.done), timeout=WAIT)
    done = page.lists.entries[-1].done
    assert done is not None
    assert done.targets[2] == f"person:{row.candidates[1].resident_id}"
