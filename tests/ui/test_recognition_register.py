"""The register of recognised villages in the window: entered, put right, revoked."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from digicommune.domain.recognition import Revocation
from digicommune.operations import recognitions
from digicommune.ui.pages.recognition_forms import RegisterDialog
from digicommune.ui.pages.recognitions import RecognitionsPage
from digicommune.ui.tasks import Tasks
from tests.ui.recognition_pages import YEAR, Opened, at_rest, opened

__all__ = ["opened"]


def dialog(page: RecognitionsPage) -> RegisterDialog:
    return next(one for one in page.register.findChildren(RegisterDialog) if one.isVisible())


def fill(form: RegisterDialog, qtbot: QtBot, **typed: str) -> None:
    """Types into a dialog of the register and saves it."""
    for key, said in typed.items():
        box = form.form.field(key).box
        if isinstance(box, QLineEdit):
            box.setText(said)
        else:
            box.setPlainText(said)
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)


def entered(opened: Opened, qtbot: QtBot, tasks: Tasks) -> RecognitionsPage:
    """The register with one decision made elsewhere, chosen."""
    _, page, _ = opened
    page.open_tab("register")
    page.register.enter_new()
    fill(dialog(page), qtbot, number="12/QĐ-UBND", dated="01/03/2025")
    at_rest(qtbot, tasks)
    assert page.register.table.current().recognition.number == "12/QĐ-UBND"
    return page


def test_a_decision_without_day_or_number_is_refused_at_its_field(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    _, page, office = opened
    page.open_tab("register")
    page.register.enter_new()
    form = dialog(page)
    fill(form, qtbot)
    assert form.form.field("dated").fault.isVisible()
    fill(form, qtbot, dated="01/03/2025")
    at_rest(qtbot, tasks)
    assert form.form.field("number").fault.isVisible()  # refused by the operation
    assert recognitions.register(office.store(), YEAR).lines == ()


def test_a_decision_made_elsewhere_is_entered_and_put_right(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    page = entered(opened, qtbot, tasks)
    page.register.correct_line()
    form = dialog(page)
    assert form.form.field("dated").typed == "01/03/2025"
    fill(form, qtbot, number="21/QĐ-UBND", valid_until="01/01/2025")
    at_rest(qtbot, tasks)
    assert form.isVisible()  # it cannot end before it begins
    fill(form, qtbot, valid_until="01/03/2030")
    at_rest(qtbot, tasks)
    (line,) = recognitions.register(opened[2].store(), YEAR).lines
    assert (line.recognition.number, line.recognition.valid_until) == (
        "21/QĐ-UBND",
        date(2030, 3, 1),
    )


def test_a_recognition_is_revoked_with_number_day_and_reason(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    page = entered(opened, qtbot, tasks)
    page.register.revoke_line()
    form = dialog(page)
    fill(form, qtbot)
    assert form.form.field("number").fault.isVisible()
    fill(form, qtbot, number="77/QĐ-UBND", on="03/01/2026", reason="Không giữ được")
    at_rest(qtbot, tasks)
    (line,) = recognitions.register(opened[2].store(), YEAR).lines
    assert line.recognition.revoked == Revocation("77/QĐ-UBND", date(2026, 1, 3), "Không giữ được")
    assert page.register.table.current().state == "revoked"
    assert not page.register.card.revoke.isVisible()
