"""Payment codes in the window: pasted, dropped, pictured, of all shops; stands as paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from digicommune.app import Office, calls_of
from digicommune.domain.vietqr_making import QrOrder, build
from digicommune.operations import qr_codes
from digicommune.operations.qr_codes import QrWish
from digicommune.ui.pages.merchants import MerchantsPage
from digicommune.ui.pages.qr_check import QrCheckDialog
from digicommune.ui.pages.qr_stands import QrStandsDialog
from digicommune.ui.tasks import Tasks
from tests.cli.lists import write_list
from tests.ui.conftest import MakeWindow

SLOW = 60_000  # milliseconds
GOOD = build(QrOrder("970405", "3407205000001", "Lê Thị An", "THANH HOA"))
Opened = tuple[MerchantsPage, Office]


@pytest.fixture
def opened(
    own_office: Path, open_window: MakeWindow, qtbot: QtBot, tasks: Tasks
) -> Iterator[Opened]:
    office = Office(str(own_office))
    window = open_window(calls_of(office))
    window.open_page("merchants")
    page = window.page("merchants")
    assert isinstance(page, MerchantsPage)
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    yield page, office
    tasks.shut_down()
    office.close()


def pressed(page: MerchantsPage, name: str) -> None:
    (button,) = [one for one in page.findChildren(QPushButton) if one.accessibleName() == name]
    button.click()


def checking(page: MerchantsPage) -> QrCheckDialog:
    pressed(page, "Kiểm tra mã QR…")
    (dialog,) = page.findChildren(QrCheckDialog)
    return dialog


def at_rest(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)


def test_a_text_is_told_in_words(qtbot: QtBot, opened: Opened, tasks: Tasks) -> None:
    dialog = checking(opened[0])
    data = QMimeData()
    data.setText(GOOD)
    dialog.text.insertFromMimeData(data)
    dialog.look.click()
    assert not dialog.look.isEnabled()
    at_rest(qtbot, tasks)
    assert dialog.look.isEnabled()
    (line,) = dialog.table.rows.rows
    assert (line.good, line.bank, line.holder) == (True, "Agribank", "LE THI AN")
    assert line.account.endswith("0001")
    assert "•" in line.account
    dialog.text.setPlainText(GOOD[:-1] + "0")
    dialog.look.click()
    at_rest(qtbot, tasks)
    assert "cần xem lại: 1" in dialog.said.text()
    assert "Số kiểm tra" in dialog.why.text()


def test_files_and_a_pasted_picture_are_read(
    qtbot: QtBot, opened: Opened, tasks: Tasks, tmp_path: Path
) -> None:
    picture = tmp_path / "ma.png"
    qr_codes.make(QrWish("Agribank", "3407205000001", "Lê Thị An"), picture)
    broken = tmp_path / "hong.jpg"
    broken.write_bytes(b"none")
    heads = ("STT", "Tên hộ kinh doanh", "Nội dung mã QR")
    listed = write_list(tmp_path / "ds.xlsx", heads, [[1, "Quán A", GOOD], [2, "Quán B", "hỏng"]])
    dialog = checking(opened[0])
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in (picture, broken, listed)])
    assert dialog.text.canInsertFromMimeData(data)
    dialog.text.insertFromMimeData(data)
    at_rest(qtbot, tasks)
    assert [one.good for one in dialog.table.rows.rows] == [False, False, True, True]
    assert "Dùng được 2/4 mã, cần xem lại: 2" in dialog.said.text()
    pasted = QMimeData()
    pasted.setImageData(QImage(str(picture)))
    dialog.text.insertFromMimeData(pasted)
    at_rest(qtbot, tasks)
    (line,) = dialog.table.rows.rows
    assert (line.good, line.where) == (True, "Ảnh đã dán.png")


def test_the_register_is_looked_through_and_stands_are_printed(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    page = opened[0]
    dialog = checking(page)
    dialog.shops.click()
    at_rest(qtbot, tasks)
    assert "119/124" in dialog.said.text()
    assert "cần xem lại: 5" in dialog.said.text()
    lines = dialog.table.rows.rows
    assert [one.why[:11] for one in lines].count("Số kiểm tra") == 3
    assert [one.why[:7] for one in lines].count("Mã đứng") == 2
    dialog.close()
    pressed(page, "In biển QR…")
    (stands,) = page.findChildren(QrStandsDialog)
    at_rest(qtbot, tasks)
    assert stands.village.count() > 1
    stands.first.setValue(120)
    stands.make.click()
    at_rest(qtbot, tasks)
    assert "Chỉ có 119 biển" in stands.said.text()
    stands.first.setValue(110)
    stands.large.setChecked(True)
    stands.make.click()
    at_rest(qtbot, tasks)
    assert stands.dialog is not None
    assert stands.dialog.preview.page_count == 5
    assert "Đã làm 10 biển" in stands.said.text()
    assert "không in" in stands.said.text()
