"""Commands about the digital teams: teams list, teams message, and the sum as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.cli.answers import Answer
from digicommune.cli.opened import opened
from digicommune.cli.paper_files import write_files
from digicommune.domain.numbers import vi_int
from digicommune.operations import team_papers, teams

if TYPE_CHECKING:
    import argparse


def teams_list(arguments: argparse.Namespace) -> Answer:
    """Every team with its size, last round and what is worth knowing of it."""
    with opened(arguments) as store:
        found = teams.lines(store)
    lines = [_said(one) for one in found]
    data = [
        {
            "id": one.team.team_id,
            "village": one.village,
            "name": one.team.name,
            "decision": one.team.decision_number,
            "members": one.members,
            "last_round": one.last_round,
            "remarks": one.remarks,
        }
        for one in found
    ]
    return Answer(lines or ["Chưa có tổ công nghệ số nào."], {"teams": data})


def _said(one: teams.TeamLine) -> str:
    members = f"{vi_int(one.members)} thành viên"
    last = f", lượt đi gần nhất {one.last_round:%d/%m/%Y}" if one.last_round else ""
    return " ".join((f"{one.village} — {one.team.name}: {members}{last}.", *one.remarks))


def message(arguments: argparse.Namespace) -> Answer:
    """What the teams did in a period, as a text for their group chat."""
    with opened(arguments) as store:
        text = team_papers.message(store, arguments.period)
    return Answer(text.splitlines(), {"period": arguments.period, "text": text})


def summary(arguments: argparse.Namespace) -> Answer:
    """The sum of all teams in a period as PDF."""
    with opened(arguments) as store:
        made = team_papers.summary(store, arguments.period)
    said, files = write_files(made, arguments)
    data = {"kind": team_papers.SUMMARY, "period": arguments.period, "title": made.title}
    return Answer(said, {**data, **files})
