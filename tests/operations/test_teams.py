"""Teams, their diary, the lists they walk by, and results typed back in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from digicommune.db.store import Store
from digicommune.domain.teams import Helped, Round, Team, TeamMember, Training
from digicommune.errors import UserError
from digicommune.operations import (
    figures,
    intake,
    people,
    people_edits,
    registers,
    team_papers,
    team_results,
    team_walks,
    teams,
)
from digicommune.operations.intake import IntakeRequest
from digicommune.operations.team_results import Mark, Walked
from digicommune.operations.team_walks import SheetRequest
from tests.documents.reading import pages
from tests.operations.lists import bank_list, rows, village_list

DAY = date(2026, 3, 1)
MEMBERS = (
    TeamMember(0, "Lê Văn Mẫu", "leader", "0912 345 678", "Trưởng thôn"),
    TeamMember(0, "Phạm Thị Mẫu", "deputy", None, "Hội Phụ nữ"),
    TeamMember(0, "Trần Văn Thử", body="Đoàn Thanh niên"),
    TeamMember(0, "Đỗ Thị Thử"),
)


def office(store: Store, folder: Path) -> tuple[int, Team]:
    """A village of 20 people, and its team."""
    intake.take(store, village_list(folder / "thon.xlsx", "Duyên Hy"), IntakeRequest("villages"))
    intake.take(store, bank_list(folder / "a.xlsx", rows(20)), IntakeRequest("bank-accounts"))
    village = registers.villages(store)[0].village.village_id
    team = Team(0, village, "Tổ CNSCĐ thôn Duyên Hy", "12/QĐ-UBND", DAY, DAY, members=MEMBERS)
    return village, teams.save(store, team)


def test_a_team_is_kept_with_its_members_and_its_story(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    _, team = office(store, tmp_path)
    assert [one.member_id for one in team.members] == [1, 2, 3, 4]
    assert team.members[0].phone == "0912345678"
    changed = teams.save(store, replace(team, members=team.members[:3]))
    assert teams.card(store, team.team_id).line.remarks == (
        "Tổ có 3 thành viên; hướng dẫn là từ 4 đến 7.",
    )
    with pytest.raises(UserError) as refused:
        teams.save(store, replace(team, name="Tổ khác"))
    assert refused.value.code == "changed_meanwhile"
    assert teams.reveal(store, team.team_id, 1) == "0912345678"
    history = teams.card(store, team.team_id).history
    assert [one.action for one in history] == ["team", "team"]
    assert changed.version == 2


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": "  "}, "team_nameless"),
        ({"members": (TeamMember(0, " 12 "),)}, "member_nameless"),
        ({"members": (TeamMember(0, "Lê Văn A", phone="123"),)}, "phone_wrong"),
        ({"active_to": date(2020, 1, 1)}, "team_days"),
    ],
)
def test_a_team_half_told_is_refused(
    store: Store, tmp_path: Path, change: dict[str, object], code: str
) -> None:
    _, team = office(store, tmp_path)
    with pytest.raises(UserError) as refused:
        teams.save(store, replace(team, **change))  # type: ignore[arg-type]
    assert refused.value.code == code


def test_the_diary_is_summed_by_period(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    _, team = office(store, tmp_path)
    for day, houses, helped in ((DAY, 12, 5), (date(2026, 3, 2), 8, 4), (date(2026, 8, 1), 9, 9)):
        teams.save_round(
            store, Round(0, team.team_id, day, "Ngõ 1", houses, helped=(Helped("CKS", helped),))
        )
    teams.save_training(store, Training(0, team.team_id, DAY, "Chữ ký số", present=4))
    (found,) = teams.sums(store, "2026-Q1")
    assert (found.rounds, found.households, found.helped, found.trainings) == (2, 20, {"CKS": 9}, 1)
    said = team_papers.message(store, "2026-Q1")
    assert "- Duyên Hy: 2 lượt đi, 20 lượt hộ, giúp 9 lượt người (Chữ ký số: 9)" in said
    text = "".join(one.text for one in pages(team_papers.summary(store, "2026-Q1").pdf))
    assert "01 tổ" in text or "1 tổ" in text
    with pytest.raises(UserError) as refused:
        teams.save_round(store, Round(0, team.team_id, DAY, "Ngõ 1"))
    assert refused.value.code == "round_of_nothing"
    with pytest.raises(UserError) as refused:
        teams.save_round(store, Round(0, team.team_id, date(2999, 1, 1), households=1))
    assert refused.value.code == "day_to_come"


def test_a_team_given_up_keeps_what_it_did_and_is_counted_no_more(
    any_store: Store, tmp_path: Path
) -> None:
    store = any_store
    _, team = office(store, tmp_path)
    teams.save_round(store, Round(0, team.team_id, DAY, "Ngõ 1", 12, helped=(Helped("CKS", 5),)))
    gone = replace(team.members[3], left_on=date(2026, 3, 5))
    saved = teams.save(store, replace(team, members=(*team.members[:3], gone)))
    assert teams.lines(store)[0].members == 3
    teams.save(store, replace(saved, active_to=date(2026, 3, 10)))
    (found,) = teams.sums(store, "2026")
    assert (found.rounds, found.people, found.members) == (1, 5, 0)
    text = "".join(one.text for one in pages(team_papers.summary(store, "2026").pdf))
    assert "1 tổ" not in text
    assert teams.sums(store, "2027") == ()


def test_a_list_walked_by_moves_the_figure_and_leads_back(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    village, team = office(store, tmp_path)
    numbers = [one.number for one in people.findable(store)]
    people_edits.set_fact(store, numbers[0], "CKS", DAY)
    made = team_papers.new_sheet(store, SheetRequest(village, "2026-Q1", ("CKS", "VNEID2")))
    shown = team_walks.view(store, made.sheet_id)
    assert (made.people, len(shown.lines)) == (20, 20)
    text = "".join(one.text for one in pages(made.document.pdf))
    assert f"Danh sách số {made.sheet_id}" in text
    assert "VNeID" in text  # the head of its column
    only_vneid = next(one for one in shown.lines if one.person.number == numbers[0])
    assert only_vneid.lacking == ("VNEID2",)
    lines = [one for one in shown.lines if len(one.lacking) == 2]
    marks = (
        Mark(lines[0].position, "CKS", "done"),
        Mark(lines[1].position, "CKS", "had_already"),
        Mark(lines[2].position, "CKS", "absent"),
        Mark(lines[2].position, "VNEID2", "refused"),
    )
    kept = team_results.save(store, Walked(made.sheet_id, team.team_id, DAY, marks))
    assert kept.helped == (Helped("CKS", 1),)
    counted = figures.show(store, "2026-Q1").of("CKS")
    assert counted is not None
    traced = figures.trace(store, "2026-Q1", "CKS", None)
    assert len(traced) == 3
    assert sum(f"danh sách số {made.sheet_id}" in one.detail for one in traced) == 2
    again = team_results.Walked(made.sheet_id, team.team_id, DAY, marks[:1])
    with pytest.raises(UserError) as refused:
        team_results.save(store, again)
    assert refused.value.code == "mark_stands"


def test_a_round_taken_back_leaves_what_was_changed_since(store: Store, tmp_path: Path) -> None:
    village, team = office(store, tmp_path)
    made = team_papers.new_sheet(store, SheetRequest(village, "2026-Q1", ("CKS",)))
    first, second, *_ = team_walks.view(store, made.sheet_id).lines
    marks = (Mark(first.position, "CKS", "done"), Mark(second.position, "CKS", "done"))
    kept = team_results.save(store, Walked(made.sheet_id, team.team_id, DAY, marks))
    people_edits.set_fact(store, first.person.number, "CKS", date(2026, 2, 1))
    undone = team_results.undo(store, kept.round_id)
    assert (undone.facts, undone.kept) == (1, (first.person.name,))
    assert len(figures.trace(store, "2026-Q1", "CKS", None)) == 1
    assert teams.card(store, team.team_id).rounds == ()
    team_results.save(store, Walked(made.sheet_id, team.team_id, DAY, marks[1:]))


def test_marks_outside_the_list_are_refused_whole(store: Store, tmp_path: Path) -> None:
    village, team = office(store, tmp_path)
    made = team_papers.new_sheet(store, SheetRequest(village, "2026-Q1", ("CKS",)))
    marks = (Mark(1, "CKS", "done"), Mark(99, "CKS", "done"))
    with pytest.raises(UserError) as refused:
        team_results.save(store, Walked(made.sheet_id, team.team_id, DAY, marks))
    assert refused.value.code == "mark_misplaced"
    assert figures.trace(store, "2026-Q1", "CKS", None) == ()
    assert teams.card(store, team.team_id).rounds == ()
