"""The pages of recognition on a real office: a dossier typed step by step, the register kept."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from digicommune.app import Office, calls_of
from digicommune.domain.criteria import CriteriaSet, Criterion
from digicommune.domain.dossier import Decision, DossierKey, Meeting, Registration, TeamPerson
from digicommune.operations import dossiers, recognitions
from digicommune.ui.pages.criteria import CriteriaPage
from digicommune.ui.pages.dossier import DossierPanel
from digicommune.ui.pages.dossier_checklist import LackLink
from digicommune.ui.pages.dossier_rows import RowsEditor
from digicommune.ui.pages.recognitions import RecognitionsPage
from digicommune.ui.tasks import Tasks
from tests.ui.recognition_pages import HO_THON, KEY, SET, SLOW, YEAR, Opened, at_rest, opened

__all__ = ["opened"]


def in_dossier(opened: Opened, qtbot: QtBot, tasks: Tasks) -> DossierPanel:
    """The dossier of Hổ Thôn, opened from the list."""
    _, page, _ = opened
    page.list.table.choose(lambda one: one.village.village_id == HO_THON)
    qtbot.mouseClick(page.list.open, Qt.MouseButton.LeftButton)
    at_rest(qtbot, tasks)
    assert page.dossier.isVisible()
    return page.dossier


def put(panel: DossierPanel, **typed: str) -> None:
    """Types into fields of the step on screen."""
    for key, said in typed.items():
        box = panel.form.field(key).box
        if isinstance(box, QLineEdit):
            box.setText(said)
        else:
            box.setPlainText(said)


def kept(office: Office, step: str) -> object:
    return getattr(dossiers.load(office.store(), KEY).dossier, step)


def test_the_list_says_how_far_each_village_is_and_what_it_lacks(opened: Opened) -> None:
    _, page, _ = opened
    model = page.list.table.rows
    shown = [model.data(model.index(at, place)) for at in range(4) for place in (0, 1)]
    assert shown[::2] == ["Duyên Hy", "Vệ Thôn", "Hổ Thôn", "Đồng Tình"]
    assert set(shown[1::2]) == {"– Chưa đăng ký"}
    lacks = model.data(model.index(2, 3))
    assert "TC5" in lacks
    assert "thiếu" in lacks
    assert model.data(model.index(2, 2)) == "✗ 4/6 tiêu chí"


def test_what_is_typed_is_kept_when_one_goes_to_another_step(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    panel = in_dossier(opened, qtbot, tasks)
    before = len(panel.checklist.links)
    put(panel, dated="03/02/2026", signed_by="Lê Văn Mẫu", reasons="Có nhà văn hóa\nCó wifi")
    assert panel.save.isEnabled()
    qtbot.mouseClick(panel.steps.buttons["meeting"], Qt.MouseButton.LeftButton)
    at_rest(qtbot, tasks)
    found = kept(opened[2], "registration")
    assert found == Registration("", date(2026, 2, 3), "Lê Văn Mẫu", "Có nhà văn hóa\nCó wifi")
    assert len(panel.checklist.links) == before - 2
    assert panel.steps.buttons["registration"].property("tone") == "done"
    assert panel.state.text() == "+ Đã đăng ký"


def test_what_is_typed_is_kept_when_another_page_is_opened(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    window, _, office = opened
    panel = in_dossier(opened, qtbot, tasks)
    put(panel, signed_by="Lê Văn Mẫu")
    window.open_page("overview")
    at_rest(qtbot, tasks)
    assert kept(office, "registration") == Registration(signed_by="Lê Văn Mẫu")


def test_the_window_closes_only_after_what_was_typed_is_kept(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    window, _, office = opened
    panel = in_dossier(opened, qtbot, tasks)
    put(panel, signed_by="Lê Văn Mẫu")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=SLOW)
    assert kept(office, "registration") == Registration(signed_by="Lê Văn Mẫu")


def test_ctrl_s_keeps_a_step_and_a_pause_does_too(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    panel = in_dossier(opened, qtbot, tasks)
    put(panel, signed_by="Lê Văn Mẫu")
    qtbot.keyClick(panel, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: tasks.idle and not panel.form.dirty, timeout=SLOW)
    put(panel, number="5")
    assert panel.form.dirty
    qtbot.waitUntil(lambda: tasks.idle and not panel.form.dirty, timeout=SLOW)
    assert kept(opened[2], "registration") == Registration("5", signed_by="Lê Văn Mẫu")


def test_the_share_of_votes_is_told_while_one_types_and_wrong_sums_stay_unkept(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    panel = in_dossier(opened, qtbot, tasks)
    panel.show_step("meeting")
    put(panel, households="212", represented="190", absent="22")
    put(panel, agree="181", disagree="5", other="9", begins="7:30", ends="19h")
    said = [one.text() for one in panel.form.findChildren(type(panel.form.problem))]
    assert "Đồng ý 181/190 hộ có đại diện = 95,26%" in said
    panel.save_all()
    at_rest(qtbot, tasks)
    fault = panel.form.field("other").fault
    assert fault.isVisible()
    assert fault.text() == (
        "Đồng ý + không đồng ý + ý kiến khác = 195 nhưng số hộ có đại diện là 190"
    )
    assert kept(opened[2], "meeting") == Meeting()
    put(panel, other="4")
    assert not fault.isVisible()
    panel.save_all()
    at_rest(qtbot, tasks)
    found = kept(opened[2], "meeting")
    assert isinstance(found, Meeting)
    assert (found.agree, found.disagree, found.other) == (181, 5, 4)
    assert (found.begins, found.ends) == (time(7, 30), time(19))


@pytest.mark.parametrize(
    ("field", "typed"), [("held_on", "31/02/2026"), ("begins", "25:00"), ("households", "hai")]
)
def test_a_field_that_cannot_be_read_says_so_and_nothing_is_lost(
    qtbot: QtBot, opened: Opened, tasks: Tasks, field: str, typed: str
) -> None:
    panel = in_dossier(opened, qtbot, tasks)
    panel.show_step("meeting")
    put(panel, place="Nhà văn hóa", **{field: typed})
    panel.save_all()
    at_rest(qtbot, tasks)
    assert panel.form.field(field).fault.isVisible()
    assert panel.form.dirty
    assert panel.form.field("place").typed == "Nhà văn hóa"


def test_a_line_of_the_checklist_leads_to_its_field(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    panel = in_dossier(opened, qtbot, tasks)
    link = next(one for one in links(panel) if one.said == "Chưa nhập chủ trì")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert panel.step == "meeting"
    assert opened[0].focusWidget() is panel.form.field("chair").box


def test_a_criterion_that_is_not_met_leads_to_the_page_of_criteria(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    panel = in_dossier(opened, qtbot, tasks)
    link = next(one for one in links(panel) if one.said.startswith("TC5"))
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    at_rest(qtbot, tasks)
    page = opened[0].page("criteria")
    assert isinstance(page, CriteriaPage)
    assert page.isVisible()
    place = page.panel.place
    assert place is not None
    assert (place.village.name, place.criterion.code) == ("Hổ Thôn", "TC5")


def test_a_dossier_by_another_set_leads_to_that_set(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    window, page, office = opened
    own = Criterion("TC9", "Wifi", "Có wifi nhà văn hóa", "yes_no")
    with office.store().unit() as unit:
        unit.criteria.save_set(CriteriaSet("RIENG", "Bộ riêng của xã", "", (own,)))
    window.open_page("criteria")
    at_rest(qtbot, tasks)
    window.open_page("recognitions")
    window.reload()
    at_rest(qtbot, tasks)
    page.sets.setCurrentIndex(page.sets.findData("RIENG"))
    page.sets.activated.emit(page.sets.currentIndex())
    at_rest(qtbot, tasks)
    panel = in_dossier(opened, qtbot, tasks)
    link = next(one for one in links(panel) if one.said.startswith("TC9"))
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    at_rest(qtbot, tasks)
    criteria = window.page("criteria")
    assert isinstance(criteria, CriteriaPage)
    place = criteria.panel.place
    assert criteria.sets.currentData() == "RIENG"
    assert place is not None
    assert (place.village.name, place.criterion.code) == ("Hổ Thôn", "TC9")


def links(panel: DossierPanel) -> list[LackLink]:
    return [one for one in panel.checklist.links if isinstance(one, LackLink)]


def test_a_step_somebody_else_kept_meanwhile_is_not_written_over(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    office = opened[2]
    panel = in_dossier(opened, qtbot, tasks)
    put(panel, signed_by="Lê Văn Mẫu")
    theirs = Registration(signed_by="Phạm Thị Thử")
    dossiers.save(office.store(), KEY, theirs, 0)
    panel.save_all()
    at_rest(qtbot, tasks)
    assert panel.theirs.isVisible()
    assert kept(office, "registration") == theirs
    assert panel.form.field("signed_by").typed == "Lê Văn Mẫu"
    qtbot.mouseClick(panel.theirs, Qt.MouseButton.LeftButton)
    at_rest(qtbot, tasks)
    assert panel.form.field("signed_by").typed == "Phạm Thị Thử"
    assert not panel.theirs.isVisible()


def test_after_a_conflict_one_can_keep_what_one_typed(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    office = opened[2]
    panel = in_dossier(opened, qtbot, tasks)
    put(panel, signed_by="Lê Văn Mẫu")
    dossiers.save(office.store(), KEY, Registration(signed_by="Phạm Thị Thử"), 0)
    panel.save_all()
    at_rest(qtbot, tasks)
    qtbot.mouseClick(panel.mine, Qt.MouseButton.LeftButton)
    at_rest(qtbot, tasks)
    assert kept(office, "registration") == Registration(signed_by="Lê Văn Mẫu")
    assert not panel.form.dirty


def test_members_of_the_team_are_added_ordered_and_taken_out(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    panel = in_dossier(opened, qtbot, tasks)
    panel.show_step("appraisal")
    members = panel.form.parts["members"]
    assert isinstance(members, RowsEditor)
    for at, name in enumerate(("Lê Thị Mẫu", "Trần Văn Thử", "Đỗ Văn Bỏ")):
        members.add_row()
        box = members.boxes(at)["name"]
        assert isinstance(box, QLineEdit)
        box.setText(name)
    members.move_row(1, -1)
    members.remove_row(2)
    panel.save_all()
    at_rest(qtbot, tasks)
    found = dossiers.load(opened[2].store(), KEY).dossier.appraisal
    assert found.members == (TeamPerson("Trần Văn Thử"), TeamPerson("Lê Thị Mẫu"))


def test_the_teams_result_stands_beside_the_villages_own(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    panel = in_dossier(opened, qtbot, tasks)
    panel.show_step("appraisal")
    rows = panel.form.findChild(RowsEditor, options=Qt.FindChildOption.FindChildrenRecursively)
    assert rows is not None
    editor = getattr(panel.form.parts["results"], "editor")  # noqa: B009
    assert isinstance(editor, RowsEditor)
    assert editor.count == 6
    result = editor.boxes(4)["result"]
    result.setCurrentIndex(result.findData("not_met"))
    panel.save_all()
    at_rest(qtbot, tasks)
    found = dossiers.load(opened[2].store(), KEY).dossier.appraisal
    assert [(one.criterion, one.result) for one in found.results] == [("TC5", "not_met")]


def test_a_decision_goes_into_the_register_and_the_head_counts_it(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    _, page, office = opened
    panel = in_dossier(opened, qtbot, tasks)
    panel.show_step("decision")
    put(panel, number="145/QĐ-UBND", dated="30/10/2026", recheck_on="30/10/2027")
    panel.leave()
    at_rest(qtbot, tasks)
    page.open_tab("register")
    line = page.register.table.current()
    assert (line.village, line.recognition.number) == ("Hổ Thôn", "145/QĐ-UBND")
    assert line.state == "at_risk"
    assert page.counted.text() == "! 1/4 thôn được công nhận, 1 nguy cơ thu hồi"
    clauses = [one.text() for one in page.register.card.findChildren(type(page.register.card.said))]
    assert any(one.startswith("✗ TC5") and "thiếu" in one for one in clauses)
    assert recognitions.register(office.store(), YEAR).lines[0].recognition.period == YEAR


def test_the_dossier_of_a_month_offers_the_year(qtbot: QtBot, opened: Opened, tasks: Tasks) -> None:
    window, page, _ = opened
    window.open_period("2026-11", "Tháng 11 năm 2026")
    at_rest(qtbot, tasks)
    assert page.list.year.isVisible()
    qtbot.mouseClick(page.list.year, Qt.MouseButton.LeftButton)
    at_rest(qtbot, tasks)
    assert window.period == YEAR
    assert not page.list.year.isVisible()


def test_an_open_dossier_follows_the_period_and_other_pages_lead_into_it(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    window, page, office = opened
    dossiers.save(office.store(), KEY, Decision(note="năm nay"), 0)
    window.open_page("recognitions/dossier/3")
    at_rest(qtbot, tasks)
    assert page.dossier.forms["decision"].field("note").typed == "năm nay"
    window.open_period("2025", "Năm 2025")
    at_rest(qtbot, tasks)
    assert page.dossier.key == DossierKey(SET, "2025", HO_THON)
    assert page.dossier.forms["decision"].field("note").typed == ""
    window.open_page("recognitions/register")
    assert page.register.isVisible()


def test_a_page_opened_for_a_dossier_shows_it_as_soon_as_it_can(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    window, _, office = opened
    page = RecognitionsPage(window.desk, calls_of(office).recognitions())
    qtbot.addWidget(page)
    page.refresh(YEAR)
    page.open_place("dossier/3")
    at_rest(qtbot, tasks)
    assert page.dossier.view is not None
    assert page.dossier.view.village.name == "Hổ Thôn"
    page.dossier.leave()
    at_rest(qtbot, tasks)
    assert page.list.table.rows.rowCount() == 4
