"""Signed papers in the window: brought back, signed here, looked at; with real certificates."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from digicommune.app import Office
from digicommune.domain.signing_keys import KeyFile
from digicommune.operations import issuing, reports, signed_copies, signing_ways
from digicommune.operations.issuing import IssueRequest
from digicommune.ui.pages.issue_register import RegisterDialog
from digicommune.ui.pages.people_paper import PaperDialog
from digicommune.ui.pages.reports import ReportsPage
from digicommune.ui.pages.signed_copies import SignedCopiesDialog
from digicommune.ui.pages.signing_ways import SigningWaysDialog
from digicommune.ui.tasks import Tasks
from digicommune.ui.window import MainWindow
from tests.documents.certificates import PASSWORD, PERSON, holder, write_root

SLOW = 60_000  # milliseconds


@pytest.fixture
def opened(
    house: tuple[MainWindow, Office], qtbot: QtBot, tasks: Tasks
) -> tuple[SignedCopiesDialog, Office]:
    """The dialog of the first issued paper, reached through the register."""
    window, office = house
    store = office.store()
    draft = reports.make(store, reports.ReportRequest("thong-bao", "2026")).document_id
    issuing.check_draft(store, draft)
    issuing.issue(store, draft, IssueRequest(date(2026, 4, 5)))
    window.open_page("reports")
    page = window.page("reports")
    assert isinstance(page, ReportsPage)
    page.open_register()
    register = page.findChildren(RegisterDialog)[0]
    qtbot.waitUntil(lambda: register.table.rows.rowCount() == 1 and tasks.idle, timeout=SLOW)
    register.open_paper()
    qtbot.waitUntil(lambda: register.paper is not None and tasks.idle, timeout=SLOW)
    assert register.paper is not None
    register.paper.signed.click()
    dialog = register.paper.copies
    assert dialog is not None
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    return dialog, office


def outside(office: Office, folder: Path) -> Path:
    """The paper as another tool would sign it."""
    from digicommune.documents.signing.keys import opened
    from digicommune.documents.signing.making import signed

    stored = issuing.reprint(office.store(), 1).document.pdf
    key = holder(PERSON).write(folder / "khoa.p12")
    with opened(KeyFile(key, PASSWORD)) as one:
        (folder / "ve.pdf").write_bytes(signed(stored, "ChuKy1", one))
    return folder / "ve.pdf"


def test_a_signed_file_is_brought_back_and_looked_at(
    opened: tuple[SignedCopiesDialog, Office], qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    dialog, office = opened
    assert not dialog.sign.isVisible()
    dialog.bring_file(outside(office, tmp_path))
    qtbot.waitUntil(lambda: dialog.table.rows.rowCount() == 1 and tasks.idle, timeout=SLOW)
    assert PERSON in dialog.said.text()
    assert "đúng bản phát hành" in dialog.said.text()
    dialog.look.click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(PaperDialog)) and tasks.idle, timeout=SLOW)
    shown = dialog.findChildren(PaperDialog)[0]
    assert shown.document.pdf == (tmp_path / "ve.pdf").read_bytes()
    dialog.bring_file(tmp_path / "ve.pdf")
    qtbot.waitUntil(lambda: "đã có trong sổ" in dialog.said.text(), timeout=SLOW)


def test_a_file_of_something_else_is_refused_in_words(
    opened: tuple[SignedCopiesDialog, Office], qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    dialog, _ = opened
    (tmp_path / "la.pdf").write_bytes(b"khong phai PDF")
    dialog.bring_file(tmp_path / "la.pdf")
    qtbot.waitUntil(lambda: dialog.said.isVisible() and tasks.idle, timeout=SLOW)
    assert dialog.said.property("kind") == "bad"
    assert dialog.table.rows.rowCount() == 0


def test_the_ways_of_signing_are_kept_at_once(
    opened: tuple[SignedCopiesDialog, Office], qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    dialog, office = opened
    (tmp_path / "goc").mkdir()
    write_root(tmp_path / "goc")
    dialog.ways.click()
    ways = dialog.findChildren(SigningWaysDialog)[0]
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    ways.here.click()
    qtbot.waitUntil(lambda: dialog.sign.isVisible() and tasks.idle, timeout=SLOW)
    ways.trust(str(tmp_path / "goc"))
    ways.seal.setText("5")
    ways.keep_seal()
    qtbot.waitUntil(lambda: ways.problem.isVisible() and tasks.idle, timeout=SLOW)
    assert "không hợp lệ" in ways.problem.text()
    ways.close()
    assert signing_ways.ways(office.store()).trust_folder


def test_a_key_file_signs_here(
    opened: tuple[SignedCopiesDialog, Office], qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    dialog, office = opened
    signing_ways.allow(office.store(), on=True)
    form = dialog.open_sign()
    assert form is not None
    form.sign.click()
    assert form.problem.isVisible()
    form.key.setText(str(holder(PERSON).write(tmp_path / "khoa.p12")))
    form.secret.setText("sai")
    form.sign.click()
    qtbot.waitUntil(lambda: "Sai mật khẩu" in form.problem.text(), timeout=SLOW)
    assert not form.secret.text()
    form.secret.setText(PASSWORD)
    form.sign.click()
    qtbot.waitUntil(lambda: dialog.table.rows.rowCount() == 1 and tasks.idle, timeout=SLOW)
    (copy,) = signed_copies.copies(office.store(), 1)
    assert copy.signatures[0].chain == "unchecked"
    assert PERSON in dialog.about.text()


def test_a_token_asks_for_its_library(
    opened: tuple[SignedCopiesDialog, Office], qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    dialog, office = opened
    signing_ways.allow(office.store(), on=True)
    form = dialog.open_sign()
    assert form is not None
    form.by_token.setChecked(True)
    assert form.module.isVisible()
    assert not form.key.isVisible()
    (tmp_path / "no.so").write_bytes(b"x")
    form.module.setText(str(tmp_path / "no.so"))
    form.secret.setText("1234")
    form.sign.click()
    qtbot.waitUntil(lambda: "thư viện" in form.problem.text(), timeout=SLOW)
    form.reject()
