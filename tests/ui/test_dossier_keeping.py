"""What is typed into a dossier is neither lost nor put into another one, whatever one does next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from digicommune.domain.dossier import DossierKey, Meeting, Registration
from digicommune.operations import dossiers
from digicommune.ui.pages.dossier import DossierPanel
from digicommune.ui.pages.people_paper import PaperDialog
from digicommune.ui.tasks import Tasks
from tests.ui.recognition_pages import HO_THON, KEY, SET, YEAR, Opened, at_rest, opened

__all__ = ["opened"]

NEXT = DossierKey(SET, YEAR, HO_THON + 1)


def typed(opened: Opened, qtbot: QtBot, tasks: Tasks, step: str, **said: str) -> DossierPanel:
    """The dossier of Hổ Thôn with something typed in a step and not yet kept."""
    _, page, _ = opened
    page.open_dossier(HO_THON)
    at_rest(qtbot, tasks)
    panel = page.dossier
    qtbot.mouseClick(panel.steps.buttons[step], Qt.MouseButton.LeftButton)
    for key, words in said.items():
        box = panel.form.field(key).box
        assert isinstance(box, QLineEdit)
        box.setText(words)
    return panel


def test_another_dossier_shows_nothing_of_the_one_before(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    panel = typed(opened, qtbot, tasks, "registration", signed_by="Lê Văn Mẫu")
    opened[1].open_dossier(HO_THON + 1)
    at_rest(qtbot, tasks)
    assert panel.key == NEXT
    assert panel.form.field("signed_by").typed == ""
    assert not panel.form.dirty
    store = opened[2].store()
    assert dossiers.load(store, KEY).dossier.registration == Registration(signed_by="Lê Văn Mẫu")
    assert dossiers.load(store, NEXT).dossier.registration == Registration()


def test_one_does_not_leave_what_cannot_be_kept(qtbot: QtBot, opened: Opened, tasks: Tasks) -> None:
    window, page, _ = opened
    panel = typed(opened, qtbot, tasks, "meeting", held_on="31/02/2026")
    panel.show_step("decision")
    for go in (panel.leave, lambda: page.open_dossier(HO_THON + 1), window.close):
        go()
        at_rest(qtbot, tasks)
        assert panel.isVisible()
        assert panel.key == KEY
        assert panel.step == "meeting"
        assert panel.form.field("held_on").fault.isVisible()
    window.open_period("2025", "Năm 2025")
    at_rest(qtbot, tasks)
    assert panel.key == KEY
    assert panel.form.field("held_on").typed == "31/02/2026"


def test_dropping_the_changes_sets_one_free(qtbot: QtBot, opened: Opened, tasks: Tasks) -> None:
    _, page, office = opened
    dossiers.save(office.store(), KEY, Meeting(place="Nhà văn hóa"), 0)
    panel = typed(opened, qtbot, tasks, "meeting", place="Đình làng", households="hai")
    panel.leave()
    assert panel.isVisible()
    qtbot.mouseClick(panel.drop, Qt.MouseButton.LeftButton)
    at_rest(qtbot, tasks)
    assert panel.form.field("place").typed == "Nhà văn hóa"
    assert panel.form.field("households").typed == ""
    assert not panel.drop.isVisible()
    panel.leave()
    assert page.list.isVisible()


def test_what_is_typed_while_a_step_is_being_kept_stays_and_is_kept_next(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    panel = typed(opened, qtbot, tasks, "registration", signed_by="Lê")
    panel.save_all()
    box = panel.form.field("signed_by").box
    assert isinstance(box, QLineEdit)
    box.setText("Lê Văn Mẫu")
    at_rest(qtbot, tasks)
    assert panel.form.field("signed_by").typed == "Lê Văn Mẫu"
    panel.save_all()
    at_rest(qtbot, tasks)
    store = opened[2].store()
    assert dossiers.load(store, KEY).dossier.registration.signed_by == "Lê Văn Mẫu"
    assert not panel.form.conflict


def test_the_summary_of_all_villages_is_printed_from_the_list(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    _, page, _ = opened
    qtbot.mouseClick(page.list.print, Qt.MouseButton.LeftButton)
    at_rest(qtbot, tasks)
    (dialog,) = page.findChildren(PaperDialog)
    assert dialog.isVisible()
    assert "tổng hợp" in dialog.document.title.casefold()
    dialog.close()
