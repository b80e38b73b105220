"""Teams with their members, trainings and rounds; it knows no list they walk by."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Table

from digicommune.db import schema
from digicommune.db.desk import Desk
from digicommune.domain.teams import Helped, Round, Team, TeamMember, Training


class TeamBook:
    """Community digital teams."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> tuple[Team, ...]:
        """Every team, by village and number."""
        table = schema.teams
        members = self._members()
        rows = self._desk.all(
            self._desk.rows_of(table).order_by(table.c.village_id, table.c.team_id)
        )
        return tuple(_team(row, tuple(members[row.team_id])) for row in rows)

    def get(self, team_id: int) -> Team | None:
        """A team by its number."""
        return next((one for one in self.all() if one.team_id == team_id), None)

    def _members(self) -> dict[int, list[TeamMember]]:
        table = schema.team_members
        found: dict[int, list[TeamMember]] = defaultdict(list)
        query = self._desk.rows_of(table).order_by(table.c.team_id, table.c.position)
        for row in self._desk.all(query):
            found[row.team_id].append(
                TeamMember(row.member_id, row.full_name, row.role, row.phone, row.body, row.left_on)
            )
        return found

    def save(self, team: Team) -> Team:
        """Adds (``team_id`` 0) or changes a team with its members; raises ``changed_meanwhile``."""
        values = {
            "village_id": team.village_id,
            "name": team.name,
            "decision_number": team.decision_number,
            "decided_on": team.decided_on,
            "active_from": team.active_from,
            "active_to": team.active_to,
            "note": team.note,
        }
        number, version = self._keep("teams", "team_id", team, values)
        members = tuple(
            one if one.member_id else replace(one, member_id=self._new("team_members"))
            for one in team.members
        )
        self._write_members(number, members)
        return replace(team, team_id=number, members=members, version=version)

    def _write_members(self, team_id: int, members: tuple[TeamMember, ...]) -> None:
        table = schema.team_members
        self._desk.remove(table, table.c.team_id == team_id)
        self._desk.add_some(
            table,
            [
                {
                    "team_id": team_id,
                    "position": position,
                    **{name: getattr(one, name) for name in TeamMember.__slots__},
                }
                for position, one in enumerate(members)
            ],
        )

    # --- trainings and rounds ---

    def trainings(self, start: date, end: date) -> tuple[Training, ...]:
        """The trainings of all teams between two days, newest first."""
        return tuple(
            Training(*(getattr(row, name) for name in Training.__slots__))
            for row in self._between(schema.team_trainings, start, end)
        )

    def save_training(self, training: Training) -> Training:
        """Adds (``training_id`` 0) or changes a training; raises ``changed_meanwhile``."""
        names = ("team_id", "held_on", "subject", "place", "present", "note")
        values = {name: getattr(training, name) for name in names}
        number, version = self._keep("team_trainings", "training_id", training, values)
        return replace(training, training_id=number, version=version)

    def remove_training(self, training_id: int) -> None:
        """Takes a training out."""
        table = schema.team_trainings
        self._desk.remove(table, table.c.training_id == training_id)

    def rounds(self, start: date, end: date) -> tuple[Round, ...]:
        """The rounds of all teams between two days, newest first."""
        return tuple(_round(row) for row in self._between(schema.team_rounds, start, end))

    def round(self, round_id: int) -> Round | None:
        """A round by its number."""
        table = schema.team_rounds
        row = self._desk.first(self._desk.rows_of(table, table.c.round_id == round_id))
        return None if row is None else _round(row)

    def save_round(self, one: Round) -> Round:
        """Adds (``round_id`` 0) or changes a round; raises ``changed_meanwhile``."""
        values = {
            "team_id": one.team_id,
            "held_on": one.held_on,
            "place": one.place,
            "households": one.households,
            "members": json.dumps(one.members),
            "helped": json.dumps([[each.service, each.people] for each in one.helped]),
            "sheet_id": one.sheet_id,
            "note": one.note,
        }
        number, version = self._keep("team_rounds", "round_id", one, values)
        return replace(one, round_id=number, version=version)

    def remove_round(self, round_id: int) -> None:
        """Takes a round out; its results must be gone by then."""
        table = schema.team_rounds
        self._desk.remove(table, table.c.round_id == round_id)

    def _between(self, table: Table, start: date, end: date) -> Any:
        first = next(iter(table.primary_key.columns.values()[1:]))
        query = self._desk.rows_of(table, table.c.held_on.between(start, end))
        return self._desk.all(query.order_by(table.c.held_on.desc(), first.desc()))

    def _new(self, name: str) -> int:
        return self._desk.ids(name, 1)[0]

    def _keep(
        self, name: str, key: str, one: Team | Training | Round, values: dict[str, object]
    ) -> tuple[int, int]:
        """Adds a row, or changes it where its version still stands; its number and version."""
        table = schema.metadata.tables[name]
        number = int(getattr(one, key))
        if number:
            self._desk.edit_or_refuse(table, {key: number}, values, one.version)
            return number, one.version + 1
        number = self._new(name)
        self._desk.add(table, {key: number, **values, "version": 1})
        return number, 1


def _team(row: Any, members: tuple[TeamMember, ...]) -> Team:
    return Team(
        row.team_id,
        row.village_id,
        row.name,
        row.decision_number,
        row.decided_on,
        row.active_from,
        row.active_to,
        members,
        row.note,
        row.version,
    )


def _round(row: Any) -> Round:
    return Round(
        row.round_id,
        row.team_id,
        row.held_on,
        row.place,
        row.households,
        tuple(json.loads(row.members)),
        tuple(Helped(service, people) for service, people in json.loads(row.helped)),
        row.sheet_id,
        row.note,
        row.version,
    )
