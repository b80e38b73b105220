"""Gives the sample office its digital teams, a training, a walked list and its results."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from digicommune.domain.teams import Helped, Round, Team, TeamMember, Training
from digicommune.operations import registers, team_papers, team_results, team_walks, teams
from digicommune.operations.team_results import Mark, Walked
from digicommune.operations.team_walks import SheetRequest
from digicommune.settings import today

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.domain.walk_results import Outcome

DECIDED, TRAINED, WENT = date(2026, 2, 20), date(2026, 3, 2), date(2026, 10, 17)
SERVICE = "TKNH"
FAMILIES = ("Lê", "Phạm", "Trần", "Đỗ")
OUTCOMES: tuple[Outcome, ...] = ("done", "had_already", "done", "absent", "refused", "done")
WALKED = 18  # lines of the list that something came of


def add_teams(store: Store, period: str) -> None:
    """A team for every village; the last village's goes from house to house by a list."""
    saved = [
        teams.save(store, _team(number, one.village.village_id, one.village.name))
        for number, one in enumerate(registers.villages(store))
    ]
    for team in saved:
        subject = "Hướng dẫn người dân mở tài khoản, cài VNeID"
        training = Training(0, team.team_id, _by(TRAINED), subject, "Nhà văn hóa thôn", 5)
        teams.save_training(store, training)
    for number, team in enumerate(saved[:2]):
        helped = (Helped("VNEID2", 12 + number), Helped("DVCTT", 7))
        present = tuple(one.member_id for one in team.members[:3])
        one = Round(0, team.team_id, _by(WENT), "Nhà văn hóa thôn", 15, present, helped)
        teams.save_round(store, one)
    if saved:
        _walk(store, saved[-1], period)


def _team(number: int, village: int, name: str) -> Team:
    family = FAMILIES[number % len(FAMILIES)]
    members = (
        TeamMember(0, f"{family} Văn Mẫu", "leader", f"091200000{number}", "Trưởng thôn"),
        TeamMember(0, f"{family} Thị Mẫu", "deputy", f"098700000{number}", "Hội Phụ nữ"),
        TeamMember(0, f"{family} Văn Thử", body="Đoàn Thanh niên"),
        TeamMember(0, f"{family} Thị Thử", body="Hội Nông dân"),
        TeamMember(0, f"{family} Minh Mẫu", body="Công an viên"),
    )
    title = f"Tổ công nghệ số cộng đồng {name if name.startswith('Thôn') else f'thôn {name}'}"
    decision, day = f"{25 + number}/QĐ-UBND", _by(DECIDED)
    return Team(0, village, title, decision, day, day, members=members)


def _walk(store: Store, team: Team, period: str) -> None:
    """A list of who has no account, and what came back written on it."""
    made = team_papers.new_sheet(store, SheetRequest(team.village_id, period, (SERVICE,)))
    lines = team_walks.view(store, made.sheet_id).lines[:WALKED]
    marks = tuple(
        Mark(line.position, SERVICE, OUTCOMES[place % len(OUTCOMES)])
        for place, line in enumerate(lines)
    )
    present = tuple(one.member_id for one in team.members[:3])
    walked = Walked(made.sheet_id, team.team_id, _by(WENT), marks, "Từng nhà", present)
    team_results.save(store, walked)


def _by(day: date) -> date:
    """The day, or today where the clock has not reached it: a diary holds what was done."""
    return min(day, today())
