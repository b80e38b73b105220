"""Stories 1, 8 and 9: figures typed into the sheet of the window come out of the printer exact."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from digicommune.app import House
from tests.journeys.conftest import print_report
from tests.journeys.entry_desk import four_villages, open_sheet, saved, type_at

MARCH = ("2026-03", "tháng 3 năm 2026")


def test_known_figures_print_as_the_press_has_them(
    qtbot: QtBot, open_house: Callable[[str], House], where: str
) -> None:
    house = open_house(where)
    four_villages(house.office.store(), "so_ho", (300, 310, 320, 330))
    page = open_sheet(qtbot, house, *MARCH)
    known = {
        "ASXH": ("45.158", "53.571"),
        "BHXH": ("59.991", "164.382"),
        "DVC": ("265.588", "450.684"),
    }
    for code, (numerator, denominator) in known.items():
        type_at(page, qtbot, (code, None), numerator, denominator)
    saved(qtbot, house, page)
    text = print_report(qtbot, house)
    for printed in ("84,3", "36,49", "58,93", *(one for pair in known.values() for one in pair)):
        assert printed in text, printed


def test_one_person_short_of_the_threshold_is_printed_short(
    qtbot: QtBot, open_house: Callable[[str], House], where: str
) -> None:
    house = open_house(where)
    first, *others = four_villages(house.office.store(), "lao_dong", (4_000, 10, 10, 10))
    page = open_sheet(qtbot, house, *MARCH)
    type_at(page, qtbot, ("KNS", first), "2.799")
    for village in others:
        type_at(page, qtbot, ("KNS", village), "10")
    saved(qtbot, house, page)
    text = print_report(qtbot, house)
    assert "69,98" in text
    assert "thiếu 1 người" in " ".join(text.split())


def test_the_commune_is_a_ratio_of_sums(
    qtbot: QtBot, open_house: Callable[[str], House], where: str
) -> None:
    house = open_house(where)
    first, second, *others = four_villages(house.office.store(), "so_ho", (520, 480, 1, 1))
    page = open_sheet(qtbot, house, *MARCH)
    type_at(page, qtbot, ("CAPQUANG", first), "412")
    type_at(page, qtbot, ("CAPQUANG", second), "388")
    for village in others:
        type_at(page, qtbot, ("CAPQUANG", village), "-")
    saved(qtbot, house, page)
    assert page.grid.cells.place(("CAPQUANG", None)).data() == "800"
    text = print_report(qtbot, house)
    assert "800/1.000" in text
    assert "80,00" in text
