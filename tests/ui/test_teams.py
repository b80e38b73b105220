"""The page of digital teams on a real office: members, diary, a list walked by and typed back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from digicommune.app import Office, calls_of
from digicommune.domain.teams import Team, TeamMember
from digicommune.operations import people, team_walks, teams
from digicommune.ui.pages.people_paper import PaperDialog
from digicommune.ui.pages.team_diary import DiaryForm
from digicommune.ui.pages.team_form import TeamForm
from digicommune.ui.pages.team_results import ResultsDialog
from digicommune.ui.pages.team_sheet import SheetDialog
from digicommune.ui.pages.teams import TeamsPage
from digicommune.ui.tasks import Tasks
from digicommune.ui.window import MainWindow
from tests.ui.conftest import MakeWindow

SLOW = 60_000  # milliseconds
MEMBERS = (
    TeamMember(0, "Lê Văn Mẫu", "leader", "0912345678", "Trưởng thôn"),
    TeamMember(0, "Phạm Thị Mẫu", "deputy", None, "Hội Phụ nữ"),
    TeamMember(0, "Trần Văn Thử"),
    TeamMember(0, "Đỗ Thị Thử"),
)
Opened = tuple[MainWindow, TeamsPage, Office]
KEPT = (
    "walk_results",
    "walk_sheet_rows",
    "team_rounds",
    "walk_sheets",
    "team_trainings",
    "team_members",
    "teams",
)


@pytest.fixture
def office_without_teams(own_office: Path) -> Path:
    """The sample office before its teams were set up."""
    with closing(sqlite3.connect(own_office)) as connection, connection:
        for table in KEPT:
            connection.execute(f"DELETE FROM {table}")
            connection.execute("DELETE FROM counters WHERE name = ?", (table,))
    return own_office


@pytest.fixture
def opened(
    office_without_teams: Path, open_window: MakeWindow, qtbot: QtBot, tasks: Tasks
) -> Iterator[Opened]:
    office = Office(str(office_without_teams))
    window = open_window(calls_of(office))
    window.periods.setCurrentIndex(window.periods.findData("2026"))
    window.periods.activated.emit(window.periods.currentIndex())
    window.open_page("teams")
    page = window.page("teams")
    assert isinstance(page, TeamsPage)
    qtbot.waitUntil(lambda: window.period == "2026" and tasks.idle, timeout=SLOW)
    yield window, page, office
    tasks.shut_down()
    office.close()


def with_team(opened: Opened, qtbot: QtBot, tasks: Tasks) -> TeamsPage:
    """The page with a team of Hổ Thôn, chosen."""
    _, page, office = opened
    team = Team(0, 3, "Tổ CNSCĐ Hổ Thôn", "12/QĐ-UBND", date(2026, 1, 5), members=MEMBERS)
    teams.save(office.store(), team)
    page.refresh("2026")
    at_rest(qtbot, tasks)
    assert page.table.current().village == "Hổ Thôn"
    return page


def known(office: Office) -> list[str]:
    """What the facts say that the list brought, oldest line first."""
    store = office.store()
    (sheet,) = team_walks.sheets(store)
    lines = team_walks.view(store, sheet.sheet_id).lines
    cards = [people.card(store, one.person.number) for one in lines]
    noted = [fact for one in cards for fact in one.facts if "danh sách số 1" in (fact.note or "")]
    return ["done" if one.since else "had_already" for one in noted]


def at_rest(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)


def test_the_first_team_is_set_up_by_its_form(qtbot: QtBot, opened: Opened, tasks: Tasks) -> None:
    _, page, office = opened
    page.new_team()
    (form,) = page.findChildren(TeamForm)
    form.save.click()
    at_rest(qtbot, tasks)
    assert "chưa có họ tên" in form.problem.text()
    line = form.findChildren(type(form.name))
    next(one for one in line if one.accessibleName() == "Họ và tên").setText("Lê Văn Mẫu")
    form.decided.setText("31/02/2026")
    form.save.click()
    assert "Ngày không đúng" in form.problem.text()
    form.decided.setText("5/1/2026")
    form.save.click()
    at_rest(qtbot, tasks)
    (kept,) = teams.lines(office.store())
    assert (kept.village, kept.team.decided_on) == ("Duyên Hy", date(2026, 1, 5))
    assert "Tổ có 1 thành viên" in " ".join(kept.remarks)
    assert page.table.current().team == kept.team


def test_a_phone_is_masked_until_it_is_asked_for(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    page = with_team(opened, qtbot, tasks)
    ((_, shown),) = page.panel.phones.items()
    assert "•" in shown.text()
    shown.click()
    at_rest(qtbot, tasks)
    ((_, shown),) = page.panel.phones.items()
    assert shown.text() == "0912345678"
    number = page.table.current().team.team_id
    history = teams.card(opened[2].store(), number).history
    assert not any("0912345678" in (one.after or "") for one in history)


def test_the_diary_is_kept_and_told(qtbot: QtBot, opened: Opened, tasks: Tasks) -> None:
    page = with_team(opened, qtbot, tasks)
    page.panel.buttons["round"].click()
    (form,) = page.findChildren(DiaryForm)
    form.save.click()
    at_rest(qtbot, tasks)
    assert "chưa ghi số hộ" in form.problem.text()
    form.fields["day"].setText("05/03/2026")
    form.fields["households"].setText("12")
    form.fields["VNEID2"].setText("9")
    form.save.click()
    at_rest(qtbot, tasks)
    (entry,) = page.panel.diary.rows.rows
    assert "12 hộ" in entry.detail
    assert "Kích hoạt định danh điện tử mức 2: 9" in entry.detail
    page.copy_message()
    at_rest(qtbot, tasks)
    assert "Hổ Thôn: 1 lượt đi, 12 lượt hộ" in QApplication.clipboard().text()
    page.print_summary()
    at_rest(qtbot, tasks)
    (paper,) = page.findChildren(PaperDialog)
    qtbot.waitUntil(lambda: paper.preview.page_count == 1, timeout=SLOW)


def test_a_list_is_printed_walked_and_typed_back_by_single_keys(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    page = with_team(opened, qtbot, tasks)
    page.panel.buttons["sheet"].click()
    (dialog,) = page.findChildren(SheetDialog)
    dialog.services["CKS"].setChecked(True)
    at_rest(qtbot, tasks)
    assert dialog.make.isEnabled(), dialog.count.text()
    dialog.make.click()
    at_rest(qtbot, tasks)
    (paper,) = page.findChildren(PaperDialog)
    qtbot.waitUntil(lambda: paper.preview.page_count > 0, timeout=SLOW)
    page.panel.buttons["results"].click()
    at_rest(qtbot, tasks)
    (form,) = page.findChildren(ResultsDialog)
    for key in (Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_5, Qt.Key.Key_4):
        qtbot.keyClick(form.table, key)
    assert [(at, said) for (at, _), said in form.marks.items()] == [
        (1, "done"),
        (2, "absent"),
        (3, "had_already"),
        (4, "refused"),
    ]
    form.day.setText("05/03/2026")
    form.save.click()
    at_rest(qtbot, tasks)
    assert known(opened[2]) == ["done", "had_already"]
    page.panel.open_tab("diary")
    page.panel.buttons["undo"].click()
    at_rest(qtbot, tasks)
    assert known(opened[2]) == []
    assert page.panel.diary.rows.rowCount() == 0


def test_an_office_without_teams_says_what_they_are(opened: Opened) -> None:
    _, page, _ = opened
    said = "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())
    assert "Chưa có tổ công nghệ số nào" in said
