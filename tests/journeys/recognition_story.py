"""How an officer fills a dossier at the window: steps typed field by field; shared by story 14."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from digicommune.app import House
from digicommune.domain.dossier import Step, StepCode, code_of
from digicommune.ui.pages.dossier import DossierPanel
from digicommune.ui.pages.dossier_criteria import CriterionRows
from digicommune.ui.pages.dossier_fields import Choice, Field
from digicommune.ui.pages.dossier_rows import RowsEditor
from digicommune.ui.pages.people_paper import PaperDialog
from digicommune.ui.pages.recognitions import RecognitionsPage
from tests.journeys.conftest import WAIT, settled


def page_of(house: House) -> RecognitionsPage:
    """The page of recognition, on screen."""
    house.window.open_page("recognitions")
    page = house.window.page("recognitions")
    assert isinstance(page, RecognitionsPage)
    return page


def at_rest(qtbot: QtBot, house: House) -> None:
    """Waits until nothing is under way; an alert ends the test."""
    qtbot.waitUntil(lambda: settled(house, there=True), timeout=WAIT)


def click(qtbot: QtBot, house: House, button: QPushButton) -> None:
    """Presses a button and waits until what it began is done."""
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    at_rest(qtbot, house)


def open_dossier(qtbot: QtBot, house: House, village: str) -> DossierPanel:
    """Picks a village in the list and opens its dossier."""
    page = page_of(house)
    at_rest(qtbot, house)
    page.list.table.choose(lambda one: one.village.name == village)
    click(qtbot, house, page.list.open)
    assert page.dossier.isVisible()
    return page.dossier


def fill_step(qtbot: QtBot, house: House, panel: DossierPanel, step: Step) -> None:
    """Types a step into its form and saves it."""
    code: StepCode = code_of(step)
    click(qtbot, house, panel.steps.buttons[code])
    for key, part in panel.form.parts.items():
        _fill(part, getattr(step, key))
    click(qtbot, house, panel.save)
    assert not panel.form.dirty


def _fill(part: Any, value: Any) -> None:
    if isinstance(part, Field):
        _type(part.box, "" if value is None else part.spec.kind.write(value))
    elif isinstance(part, Choice):
        part.box.setCurrentIndex(max(0, part.box.findData(value)))
    elif isinstance(part, RowsEditor):
        for at, one in enumerate(value):
            part.add_row()
            for key, box in part.boxes(at).items():
                _put(box, getattr(one, key))
    elif isinstance(part, CriterionRows):
        for one in value:
            boxes = part.boxes_of(one.criterion)
            told = {"said": getattr(one, "said", None) or getattr(one, "reason", "")}
            told["result"] = getattr(one, "result", "")
            for key, box in boxes.items():
                _put(box, told[key])


def _put(box: QLineEdit | QComboBox, value: Any) -> None:
    if isinstance(box, QComboBox):
        box.setCurrentIndex(box.findData(value))
    else:
        _type(box, "" if value is None else str(value))


def _type(box: QLineEdit | QPlainTextEdit, said: str) -> None:
    if isinstance(box, QPlainTextEdit):
        box.setPlainText(said)
    else:
        box.setText(said)


def whole_paper(qtbot: QtBot, house: House, panel: DossierPanel) -> tuple[PaperDialog, str]:
    """Prints the whole dossier on screen; the dialog, and its text as it is printed."""
    click(qtbot, house, panel.papers.whole)
    dialog = next(one for one in panel.findChildren(PaperDialog) if one.isVisible())
    pages = PdfReader(BytesIO(dialog.document.pdf)).pages
    said = " ".join(page.extract_text() for page in pages)
    return dialog, " ".join(said.replace("\xa0", " ").split())
