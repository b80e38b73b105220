"""A decision is issued from its dossier: its number gets into the step and into the register."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from digicommune.operations import dossiers, issuing
from digicommune.ui.pages.issue_sheet import IssuableDialog
from digicommune.ui.tasks import Tasks
from tests.ui.recognition_pages import HO_THON, KEY, SLOW, Opened, at_rest, opened

__all__ = ["opened"]


def test_a_decision_issued_from_the_dossier_is_in_its_step_and_in_the_register(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    _, page, office = opened
    page.open_dossier(HO_THON)
    at_rest(qtbot, tasks)
    panel = page.dossier
    panel.show_step("decision")
    panel.papers.one.click()
    at_rest(qtbot, tasks)
    (dialog,) = panel.findChildren(IssuableDialog)
    strip = dialog.strip
    strip.check.click()
    qtbot.waitUntil(lambda: strip.issue.isVisible() and tasks.idle, timeout=SLOW)
    strip.issue.click()
    qtbot.waitUntil(lambda: strip.form is not None and tasks.idle, timeout=SLOW)
    assert strip.form is not None
    strip.form.number.setText("145")
    strip.form.issue.click()
    qtbot.waitUntil(lambda: strip.form is None and tasks.idle, timeout=SLOW)
    store = office.store()
    (paper,) = issuing.register(store)
    view = dossiers.load(store, KEY)
    assert (paper.full_number, view.dossier.decision.number) == ("145/QĐ-UBND",) * 2
    assert view.dossier.decision.dated == paper.issued_on
    assert view.recognition is not None
    assert view.recognition.number == "145/QĐ-UBND"
    assert panel.forms["decision"].field("number").typed == "145/QĐ-UBND"
