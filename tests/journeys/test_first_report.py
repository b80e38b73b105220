"""A clerk drops the village list and a bank's list on the window, and prints the first report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from digicommune.app import House
from digicommune.operations import figures
from digicommune.settings import resources
from tests.journeys.conftest import WAIT, look_at, print_report, save_list, settled

DEMO = resources() / "demo"


def test_from_dropped_lists_to_the_printed_report(
    qtbot: QtBot, open_house: Callable[[str], House], where: str
) -> None:
    house = open_house(where)
    save_list(qtbot, house, DEMO / "01_danh_sach_thon.xlsx")
    page = look_at(qtbot, house, DEMO / "03_mo_tai_khoan_agribank.xlsx")
    seen = page.preview.preview
    assert seen is not None
    assert (seen.counts["new"], seen.counts["rejected"]) == (260, 2)
    qtbot.mouseClick(page.preview.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: settled(house, page.step is page.done), timeout=WAIT)

    text = print_report(qtbot, house)
    code = house.window.period
    assert code is not None
    found = figures.show(house.office.store(), code).of("TKNH")
    assert found is not None
    assert found.commune is not None
    counted = f"{found.commune.numerator}/{found.commune.denominator:,}".replace(",", ".")
    for words in ("ỦY BAN NHÂN DÂN", "XÃ HOẰNG MẪU", "CỘNG HÒA XÃ HỘI", "45/BC-UBND", counted):
        assert words in text
    for village in ("Duyên Hy", "Vệ Thôn", "Hổ Thôn", "Đồng Tình"):
        assert village in text
    rows = figures.trace(house.office.store(), code, "TKNH")
    assert len(rows) == found.commune.numerator
    assert {one.file for one in rows} == {"03_mo_tai_khoan_agribank.xlsx"}


def test_the_same_file_dropped_again_says_so(
    qtbot: QtBot, open_house: Callable[[str], House], where: str, tmp_path: Path
) -> None:
    house = open_house(where)
    save_list(qtbot, house, DEMO / "01_danh_sach_thon.xlsx")
    renamed = tmp_path / "01_danh_sach_thon (1).xlsx"
    renamed.write_bytes((DEMO / "01_danh_sach_thon.xlsx").read_bytes())
    page = look_at(qtbot, house, renamed)
    said = " ".join(one.text() for one in page.preview.findChildren(QLabel) if one.isVisible())
    assert "Tệp này đã nhập ngày" in said
    assert "Không có gì mới" in said
    assert not page.preview.save.isEnabled()
