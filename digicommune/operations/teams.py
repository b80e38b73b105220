"""Keeps the community digital teams: members, decision, trainings, diary of rounds, sums."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from digicommune.domain.periods import parse_period
from digicommune.domain.phones import read_phone
from digicommune.domain.teams import Round, Team, TeamMember, TeamSum, Training, summed
from digicommune.domain.text import clean
from digicommune.errors import UserError
from digicommune.packs.teams import TeamPack, shipped_teams
from digicommune.settings import today

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.registers import JournalEntry

__all__ = ["Round", "Team", "TeamPack", "TeamSum", "Training"]

FIRST, LAST = date(1900, 1, 1), date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A team in the list."""

    team: Team
    village: str
    last_round: date | None
    remarks: tuple[str, ...]  # what is worth knowing; none of it forbids anything
    members: int  # in the team today; those who left stay in its story


@dataclass(frozen=True, slots=True)
class TeamCard:
    """Everything kept of one team."""

    line: TeamLine
    trainings: tuple[Training, ...]
    rounds: tuple[Round, ...]
    history: tuple[JournalEntry, ...]


def pack(_store: Store | None = None) -> TeamPack:
    """What teams help with, and how large they are meant to be."""
    return shipped_teams()


def lines(store: Store) -> tuple[TeamLine, ...]:
    """Every team in the order of its village."""
    with store.glance() as unit:
        rounds = unit.teams.rounds(FIRST, LAST)
        order = {one.village_id: place for place, one in enumerate(unit.villages.all())}
        teams = sorted(unit.teams.all(), key=lambda one: order.get(one.village_id, len(order)))
        return tuple(_line(unit, one, rounds) for one in teams)


def _line(unit: Unit, team: Team, rounds: tuple[Round, ...]) -> TeamLine:
    village = next((v.name for v in unit.villages.all() if v.village_id == team.village_id), "")
    last = next((one.held_on for one in rounds if one.team_id == team.team_id), None)
    members = len(team.standing(today()))
    return TeamLine(team, village, last, remarks(team, shipped_teams()), members)


def remarks(team: Team, words: TeamPack) -> tuple[str, ...]:
    """What a team lacks against the guidance."""
    standing = team.standing(today())
    roles = Counter(one.role for one in standing)
    found = []
    if not words.least_members <= len(standing) <= words.most_members:
        found.append(
            f"Tổ có {len(standing)} thành viên; hướng dẫn là từ {words.least_members} đến"
            f" {words.most_members}."
        )
    if roles["leader"] != 1:
        found.append("Tổ chưa có tổ trưởng." if not roles["leader"] else "Tổ có hơn một tổ trưởng.")
    if not team.decision_number:
        found.append("Chưa ghi số quyết định thành lập tổ.")
    return tuple(found)


def card(store: Store, team_id: int) -> TeamCard:
    """A team's card; raises ``UserError`` ``team_unknown``."""
    with store.glance() as unit:
        team = found_team(unit, team_id)
        rounds = tuple(r for r in unit.teams.rounds(FIRST, LAST) if r.team_id == team_id)
        trainings = tuple(t for t in unit.teams.trainings(FIRST, LAST) if t.team_id == team_id)
        history = unit.journal.of(f"team:{team_id}")
        return TeamCard(_line(unit, team, rounds), trainings, rounds, history)


def found_team(unit: Unit, team_id: int) -> Team:
    """A team of the office; raises ``UserError`` ``team_unknown``."""
    found = unit.teams.get(team_id)
    if found is None:
        raise UserError(
            "team_unknown",
            f"Không có tổ công nghệ số số {team_id}.",
            "Xem danh sách tổ rồi chọn lại.",
            team=team_id,
        )
    return found


def save(store: Store, team: Team) -> Team:
    """Keeps a team as edited (number 0: a new one).

    Raises ``UserError`` ``team_nameless``, ``member_nameless``, ``phone_wrong``, ``team_days``,
    ``changed_meanwhile``.
    """
    tidy = _tidy(team)
    with store.unit() as unit:
        before = unit.teams.get(team.team_id) if team.team_id else None
        saved = unit.teams.save(tidy)
        unit.journal.note("team", f"team:{saved.team_id}", _told(before), _told(saved))
    return saved


def _tidy(team: Team) -> Team:
    name = clean(team.name)
    if not name:
        raise UserError("team_nameless", "Tổ chưa có tên.", "Ghi tên tổ rồi lưu lại.")
    if team.active_from and team.active_to and team.active_to < team.active_from:
        raise UserError(
            "team_days", f"{name}: ngày giải thể trước ngày thành lập.", "Sửa lại hai ngày."
        )
    members = tuple(_member(place, one) for place, one in enumerate(team.members, start=1))
    return replace(team, name=name, decision_number=clean(team.decision_number), members=members)


def _member(place: int, member: TeamMember) -> TeamMember:
    name = clean(member.full_name)
    if not any(one.isalpha() for one in name):
        raise UserError(
            "member_nameless",
            f"Thành viên ở dòng {place} chưa có họ tên.",
            "Ghi họ tên, hoặc bỏ dòng ấy.",
            place=place,
        )
    return replace(member, full_name=name, phone=_phone(member), body=clean(member.body))


def _phone(member: TeamMember) -> str | None:
    if not member.phone or not member.phone.strip():
        return None
    number, _ = read_phone(member.phone)
    if number is None:
        raise UserError(
            "phone_wrong",
            f"Số điện thoại “{member.phone.strip()}” không đúng.",
            "Gõ 10 chữ số bắt đầu bằng 0.",
            value=member.phone.strip(),
        )
    return number


def _told(team: Team | None) -> dict[str, object] | None:
    if team is None:
        return None
    return {
        "name": team.name,
        "decision": team.decision_number,
        "members": [f"{one.full_name} ({one.role})" for one in team.members],
    }


def reveal(store: Store, team_id: int, member_id: int) -> str:
    """A member's phone in full; the journal keeps who looked at whose."""
    with store.unit() as unit:
        team = found_team(unit, team_id)
        member = next((one for one in team.members if one.member_id == member_id), None)
        subject = f"team:{team_id}:{member_id}"
        unit.journal.note("reveal", subject, after={"what": "số điện thoại"})
    return (member.phone or "") if member else ""


# --- trainings and rounds ---


def save_training(store: Store, training: Training) -> Training:
    """Keeps a training; raises ``UserError`` ``training_of_nothing``, ``day_to_come``."""
    if not clean(training.subject):
        raise UserError(
            "training_of_nothing", "Buổi tập huấn chưa có nội dung.", "Ghi nội dung rồi lưu lại."
        )
    refuse_day_to_come(training.held_on)
    with store.unit() as unit:
        found_team(unit, training.team_id)
        saved = unit.teams.save_training(training)
        after = {"training": saved.subject, "held_on": saved.held_on}
        unit.journal.note("training", f"team:{training.team_id}", None, after)
    return saved


def remove_training(store: Store, training: Training) -> None:
    """Takes a training out of the diary."""
    with store.unit() as unit:
        unit.teams.remove_training(training.training_id)
        before = {"training": training.subject, "held_on": training.held_on}
        unit.journal.note("training", f"team:{training.team_id}", before, None)


def save_round(store: Store, one: Round) -> Round:
    """Keeps a round of the diary; raises ``UserError`` ``day_to_come``, ``round_of_nothing``."""
    refuse_day_to_come(one.held_on)
    if not one.households and not any(each.people for each in one.helped):
        raise UserError(
            "round_of_nothing",
            "Lượt đi chưa ghi số hộ đã đến hoặc số người được giúp.",
            "Ghi ít nhất một trong hai số rồi lưu lại.",
        )
    with store.unit() as unit:
        found_team(unit, one.team_id)
        before = unit.teams.round(one.round_id) if one.round_id else None
        saved = unit.teams.save_round(one)
        unit.journal.note("round", f"team:{one.team_id}", told_round(before), told_round(saved))
    return saved


def told_round(one: Round | None) -> dict[str, object] | None:
    """A round as the journal keeps it."""
    if one is None:
        return None
    helped = {each.service: each.people for each in one.helped}
    return {"held_on": one.held_on, "households": one.households, "helped": helped}


def refuse_day_to_come(day: date) -> None:
    """Raises ``UserError`` ``day_to_come``: a diary holds what was done."""
    if day > today():
        raise UserError(
            "day_to_come",
            f"Ngày {day:%d/%m/%Y} chưa đến.",
            "Ghi ngày đã thực hiện.",
            day=day.isoformat(),
        )


# --- sums ---


def sums(store: Store, period_code: str) -> tuple[TeamSum, ...]:
    """What each team did in a period, in the order of the villages.

    A team that was given up during the period stands in it with what it did till then.
    """
    period = parse_period(period_code)
    with store.glance() as unit:
        rounds = unit.teams.rounds(period.start, period.end)
        trainings = unit.teams.trainings(period.start, period.end)
        names = {one.village_id: one.name for one in unit.villages.all()}
        place = {number: at for at, number in enumerate(names)}
        busy = {one.team_id for one in rounds} | {one.team_id for one in trainings}
        known = unit.teams.all()
        teams = [one for one in known if one.active(period.end) or one.team_id in busy]
        teams.sort(key=lambda one: place.get(one.village_id, len(place)))
        return tuple(
            TeamSum(
                team,
                names.get(team.village_id, ""),
                len(team.standing(period.end)) if team.active(period.end) else 0,
                sum(one.team_id == team.team_id for one in rounds),
                sum(one.households or 0 for one in rounds if one.team_id == team.team_id),
                summed(each for r in rounds if r.team_id == team.team_id for each in r.helped),
                sum(one.team_id == team.team_id for one in trainings),
            )
            for team in teams
        )
