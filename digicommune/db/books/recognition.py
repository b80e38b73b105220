"""Steps of dossiers and the register of recognised villages; it checks nothing, removes nothing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import msgspec

from digicommune.db import schema
from digicommune.domain.dossier import (
    STEP_TYPES,
    Dossier,
    DossierKey,
    Kept,
    Step,
    StepCode,
    code_of,
)
from digicommune.domain.recognition import Recognition, Revocation

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from digicommune.db.desk import Desk


class DossierBook:
    """Dossiers, each step under a version of its own."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def get(self, key: DossierKey) -> Dossier:
        """A dossier as it stands; blank where nobody has entered anything."""
        table = schema.dossier_steps
        here = table.c.village_id == key.village_id
        return self._read(key.set_code, key.period, here).get(key.village_id, Dossier(key))

    def all(self, set_code: str, period: str) -> dict[int, Dossier]:
        """The dossiers of a set in a period, by village."""
        return self._read(set_code, period)

    def _read(self, set_code: str, period: str, *rules: ColumnElement[bool]) -> dict[int, Dossier]:
        table = schema.dossier_steps
        here = [table.c.set_code == set_code, table.c.period == period, *rules]
        found: dict[int, list[Any]] = defaultdict(list)
        for row in self._desk.all(self._desk.rows_of(table, *here)):
            found[row.village_id].append(row)
        return {
            village: _dossier(DossierKey(set_code, period, village), rows)
            for village, rows in found.items()
        }

    def save(self, key: DossierKey, step: Step, version: int) -> Kept:
        """Keeps a step (``version`` 0: it is new); raises ``changed_meanwhile``."""
        table = schema.dossier_steps
        where: dict[str, object] = {name: getattr(key, name) for name in DossierKey.__slots__}
        where["step"] = code_of(step)
        values = {"content": msgspec.json.encode(step).decode(), "who": self._desk.actor.who}
        rules = [table.c[name] == value for name, value in where.items()]
        if version or self._desk.count(table, *rules):
            self._desk.edit_or_refuse(table, where, values, version)
        else:
            self._desk.add(table, {**where, **values, "version": 1})
        return Kept(version + 1, self._desk.actor.who, self._desk.now)


def _dossier(key: DossierKey, rows: list[Any]) -> Dossier:
    steps: dict[str, Any] = {}
    kept: dict[StepCode, Kept] = {}
    for row in rows:
        code: StepCode = row.step
        steps[code] = msgspec.json.decode(row.content, type=STEP_TYPES[code])
        kept[code] = Kept(row.version, row.who, row.updated_at)
    return Dossier(key, **steps, kept=kept)


class RecognitionBook:
    """The register; a recognition is corrected or revoked, never taken out."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> tuple[Recognition, ...]:
        """Every recognition, the oldest decision first."""
        table = schema.recognitions
        query = self._desk.rows_of(table).order_by(table.c.dated, table.c.recognition_id)
        return tuple(_recognition(row) for row in self._desk.all(query))

    def get(self, recognition_id: int) -> Recognition | None:
        """One recognition by its number in the register."""
        table = schema.recognitions
        rule = table.c.recognition_id == recognition_id
        row = self._desk.first(self._desk.rows_of(table, rule))
        return None if row is None else _recognition(row)

    def save(self, one: Recognition) -> Recognition:
        """Adds (``recognition_id`` 0) or changes a recognition; raises ``changed_meanwhile``."""
        table, values = schema.recognitions, _values(one)
        if one.recognition_id:
            key = {"recognition_id": one.recognition_id}
            self._desk.edit_or_refuse(table, key, values, one.version)
            return replace(one, version=one.version + 1)
        number = self._desk.ids("recognitions", 1)[0]
        self._desk.add(table, {"recognition_id": number, **values, "version": 1})
        return replace(one, recognition_id=number, version=1)


_SAME = (
    *("village_id", "set_code", "set_sha", "period", "number", "dated", "authority", "level"),
    *("valid_until", "recheck_on", "note"),
)


def _values(one: Recognition) -> dict[str, object]:
    revoked = one.revoked
    return {
        **{name: getattr(one, name) for name in _SAME},
        "revoked_number": revoked.number if revoked else "",
        "revoked_on": revoked.on if revoked else None,
        "revoked_reason": revoked.reason if revoked else "",
    }


def _recognition(row: Any) -> Recognition:
    revoked = None
    if row.revoked_on is not None:
        revoked = Revocation(row.revoked_number, row.revoked_on, row.revoked_reason)
    return Recognition(
        recognition_id=row.recognition_id,
        **{name: getattr(row, name) for name in _SAME},
        revoked=revoked,
        version=row.version,
    )
