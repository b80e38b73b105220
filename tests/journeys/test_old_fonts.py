"""Story 7: one name in an old font, in pieces and in capitals is one person; Hài is another."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import openpyxl
from openpyxl.styles import Font
from pytestqt.qtbot import QtBot

from digicommune.app import House
from digicommune.db.store import Store
from digicommune.domain.registers import PeopleQuery
from digicommune.ui.pages.intake import IntakePage
from tests.journeys.command import answer, command
from tests.operations.lists import village_list

WAIT = 30_000
BORN = "05/03/1990"


def list_of(path: Path, *people: tuple[str, str], font: str = "Times New Roman") -> Path:
    """A residents' list in a font; names and births as given."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["STT", "Họ và tên", "Ngày sinh", "Thôn"])
    for number, (name, born) in enumerate(people, 1):
        sheet.append([number, name, born, "Duyên Hy"])
        sheet.cell(number + 1, 2).font = Font(name=font)
    book.save(path)
    return path


def taken(where: str, path: Path) -> dict[str, int]:
    """The counts of a list taken in by command."""
    counts: dict[str, int] = answer(where, "import", path, "--as", "residents")["counts"]
    return counts


def test_three_spellings_are_one_person_and_hai_is_asked_about(
    qtbot: QtBot, open_house: Callable[[str], House], where: str, tmp_path: Path
) -> None:
    villages = village_list(tmp_path / "thon.xlsx", "Duyên Hy")
    assert command(where, "villages", "import", villages).returncode == 0
    old = list_of(tmp_path / "vntime.xlsx", ("NguyÔn V¨n H¶i", BORN), font=".VnTime")
    pieces = unicodedata.normalize("NFD", "Nguyễn Văn Hải")
    assert taken(where, old)["new"] == 1
    for name in (pieces, "NGUYỄN VĂN HẢI", "nguyễn  văn hải"):
        counts = taken(where, list_of(tmp_path / f"{len(name)}{name[:1]}.xlsx", (name, BORN)))
        assert (counts["new"], counts["known"], counts["doubtful"]) == (0, 1, 0), name
    counts = taken(where, list_of(tmp_path / "hoa.xlsx", ("Lê Thị Hoà", "01/02/1980")))
    assert counts["new"] == 1
    counts = taken(where, list_of(tmp_path / "hoa2.xlsx", ("Lê Thị Hòa", "01/02/1980")))
    assert (counts["new"], counts["known"]) == (0, 1)
    counts = taken(where, list_of(tmp_path / "hai.xlsx", ("Nguyễn Văn Hài", BORN)))
    assert (counts["new"], counts["known"], counts["doubtful"]) == (0, 0, 1)

    with Store.open(where) as store, store.glance() as unit:
        names = [one.full_name for one in unit.people.list(PeopleQuery())]
    assert sorted(names) == ["Lê Thị Hoà", "Nguyễn Văn Hải"]
    decide_that_hai_is_another(qtbot, open_house(where))

    with Store.open(where) as store, store.glance() as unit:
        for search in ("nguyen van hai", "Hải", "HAI"):
            found = unit.people.list(PeopleQuery(search=search))
            assert sorted(one.full_name for one in found) == ["Nguyễn Văn Hài", "Nguyễn Văn Hải"]


def decide_that_hai_is_another(qtbot: QtBot, house: House) -> None:
    """From the first page to the waiting row, then the key 2."""
    todo = house.window.page("overview").todo  # type: ignore[attr-defined]
    waits = next(
        todo.item(at) for at in range(todo.count()) if "chờ quyết định" in todo.item(at).text()
    )
    todo.itemClicked.emit(waits)
    page = house.window.page("intake")
    assert isinstance(page, IntakePage)
    rows = page.history.rows
    qtbot.waitUntil(lambda: rows.sides.chosen is not None and house.tasks.idle, timeout=WAIT)
    assert page.history.level is rows
    assert rows.sides.chosen.title == "Nguyễn Văn Hải"
    qtbot.keyClicks(rows.search, "nguyen van hai")
    qtbot.waitUntil(lambda: rows.table.rows.rowCount() == 1)
    rows.sides.decide("new")
    qtbot.waitUntil(lambda: rows.waiting == 0 and house.tasks.idle, timeout=WAIT)
