"""A clerk drops the village list and a bank's list on the window, and prints the first report."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from digicommune.app import House
from digicommune.operations import figures
from digicommune.settings import resources
from digicommune.ui.pages.intake import IntakePage
from digicommune.ui.pages.reports import ReportsPage
from tests.journeys.conftest import drop

DEMO = resources() / "demo"
WAIT = 30_000


def import_dropped(qtbot: QtBot, house: House, path: Path, kind: str) -> IntakePage:
    """Drops a list, looks at the preview, saves it."""
    page = look_at(qtbot, house, path, kind)
    qtbot.mouseClick(page.preview.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: settled(house, page.step is page.done), timeout=WAIT)
    return page


def look_at(qtbot: QtBot, house: House, path: Path, kind: str) -> IntakePage:
    """Drops a list and waits for its preview."""
    page = house.window.page("intake")
    assert isinstance(page, IntakePage)
    page.choices.kind.setCurrentIndex(page.choices.kind.findData(kind))
    drop(house.window, path)
    qtbot.waitUntil(lambda: settled(house, page.step is page.preview), timeout=WAIT)
    assert house.window.current_key == "intake"
    return page


def settled(house: House, there: bool) -> bool:
    """Whether the window is where it should be and at rest; an alert ends the wait at once."""
    assert not house.window.alerts.isVisible(), house.window.alerts.title
    return there and house.tasks.idle


def test_from_dropped_lists_to_the_printed_report(
    qtbot: QtBot, open_house: Callable[[str], House], where: str
) -> None:
    house = open_house(where)
    import_dropped(qtbot, house, DEMO / "01_danh_sach_thon.xlsx", "villages")
    page = import_dropped(qtbot, house, DEMO / "03_mo_tai_khoan_agribank.xlsx", "bank-accounts")
    seen = page.preview.preview
    assert seen is not None
    assert (seen.counts["new"], seen.counts["rejected"]) == (260, 2)

    house.window.open_page("reports")
    reports = house.window.page("reports")
    assert isinstance(reports, ReportsPage)
    qtbot.waitUntil(lambda: reports.form.kind.count() > 0 and house.tasks.idle, timeout=WAIT)
    reports.form.number.setText("45")
    qtbot.mouseClick(reports.form.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: reports.document is not None and house.tasks.idle, timeout=WAIT)

    document = reports.document
    assert document is not None
    text = " ".join(part.extract_text() for part in PdfReader(BytesIO(document.pdf)).pages)
    text = text.replace("\xa0", " ")
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
    import_dropped(qtbot, house, DEMO / "01_danh_sach_thon.xlsx", "villages")
    renamed = tmp_path / "01_danh_sach_thon (1).xlsx"
    renamed.write_bytes((DEMO / "01_danh_sach_thon.xlsx").read_bytes())
    page = look_at(qtbot, house, renamed, "villages")
    said = " ".join(one.text() for one in page.preview.findChildren(QLabel) if one.isVisible())
    assert "Tệp này đã nhập ngày" in said
    assert "Không có gì mới" in said
    assert not page.preview.save.isEnabled()
