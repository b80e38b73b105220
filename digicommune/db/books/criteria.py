"""Criteria sets, the commune's answers and the verdicts kept; it judges no village."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import select

from digicommune.db import schema
from digicommune.db.desk import Desk
from digicommune.db.troubles import changed_meanwhile
from digicommune.domain.criteria import (
    CriteriaSet,
    CriterionResult,
    Judged,
    ManualAnswer,
    VillageVerdict,
)
from digicommune.domain.registers import Evaluation


class CriteriaBook:
    """Criteria, answers, evaluations."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def save_set(self, one: CriteriaSet) -> str:
        """Adds or replaces a set; returns the SHA-256 of what was kept."""
        text = msgspec.json.encode(one)
        digest = hashlib.sha256(text).hexdigest()
        place = self._desk.count(schema.criteria_sets)
        row = {"code": one.code, "definition": text.decode(), "sha256": digest, "position": place}
        self._desk.put(schema.criteria_sets, "code", [row])
        self._keep_definition(one.code, text.decode(), digest)
        return digest

    def _keep_definition(self, code: str, text: str, digest: str) -> None:
        """For good: what was judged by it stays readable whatever becomes of the set."""
        table = schema.criteria_definitions
        if not self._desk.count(table, table.c.sha256 == digest):
            self._desk.add(table, {"sha256": digest, "code": code, "definition": text})

    def definition(self, sha256: str) -> CriteriaSet | None:
        """The set as it was when it had this SHA-256; None where nobody kept it."""
        table = schema.criteria_definitions
        query = self._desk.rows_of(table, table.c.sha256 == sha256)
        row = self._desk.first(query)
        return None if row is None else msgspec.json.decode(row.definition, type=CriteriaSet)

    def sets(self) -> tuple[CriteriaSet, ...]:
        """Every set, in the order they came."""
        table = schema.criteria_sets
        rows = self._desk.all(self._desk.rows_of(table).order_by(table.c.position, table.c.code))
        return tuple(msgspec.json.decode(row.definition, type=CriteriaSet) for row in rows)

    def digests(self) -> dict[str, str]:
        """Code -> SHA-256 of each set as it is kept."""
        table = schema.criteria_sets
        return {row.code: row.sha256 for row in self._desk.all(self._desk.rows_of(table))}

    def answers(self, set_code: str, period: str) -> tuple[ManualAnswer, ...]:
        """What was answered for a set in a period."""
        table = schema.manual_answers
        columns = [table.c[name] for name in ManualAnswer.__slots__]
        query = (
            select(*columns)
            .where(self._desk.mine(table), table.c.set_code == set_code, table.c.period == period)
            .order_by(table.c.village_id, table.c.criterion)
        )
        return tuple(ManualAnswer(*row) for row in self._desk.all(query))

    def set_answer(self, set_code: str, period: str, answer: ManualAnswer) -> ManualAnswer:
        """Enters an answer, or changes the one of the same ``version``.

        Raises ``changed_meanwhile`` where the answer standing there is another version.
        """
        table = schema.manual_answers
        key = {
            "set_code": set_code,
            "period": period,
            "village_id": answer.village_id,
            "criterion": answer.criterion,
        }
        values = {name: getattr(answer, name) for name in ("answer", "count", "note", "evidence")}
        if self._desk.edit(table, key, values, answer.version):
            return replace(answer, version=answer.version + 1)
        if self._desk.count(table, *(table.c[name] == value for name, value in key.items())):
            raise changed_meanwhile("Câu trả lời này")
        self._desk.add(table, {**key, **values, "version": 1})
        return replace(answer, version=1)

    def save_evaluation(self, judged: Judged, *, by_lock: bool = False) -> int:
        """Keeps the verdicts of a judging with the set they were judged by; returns its number."""
        text = msgspec.json.encode(judged.criteria_set)
        digest = hashlib.sha256(text).hexdigest()
        code = judged.criteria_set.code
        self._keep_definition(code, text.decode(), digest)
        number = self._desk.ids("evaluations", 1)[0]
        head = {"set_code": code, "period": judged.period, "set_sha256": digest}
        locked = {"locked_at": self._desk.now if by_lock else None}
        self._desk.add(schema.evaluations, {"evaluation_id": number, **head, **locked})
        self._desk.add_some(
            schema.evaluation_results,
            [
                {
                    "evaluation_id": number,
                    "village_id": one.village_id,
                    "passed": one.passed,
                    "met": one.met,
                    "of": one.of,
                    "criteria": msgspec.json.encode(one.criteria).decode(),
                    "position": place,
                    "points": one.points,
                    "points_of": one.points_of,
                }
                for place, one in enumerate(judged.verdicts)
            ],
        )
        return number

    def latest(self, set_code: str, period: str, *, by_lock: bool = False) -> Evaluation | None:
        """The newest judging by a set in a period; ``by_lock``: the newest that a lock kept."""
        table = schema.evaluations
        rules = [table.c.set_code == set_code, table.c.period == period]
        if by_lock:
            rules.append(table.c.locked_at.is_not(None))
        query = self._desk.rows_of(table, *rules).order_by(table.c.evaluation_id.desc())
        row = self._desk.first(query.limit(1))
        return None if row is None else self._evaluation(row)

    def evaluations(self, set_code: str) -> tuple[Evaluation, ...]:
        """Every judging kept of a set, newest first."""
        table = schema.evaluations
        query = self._desk.rows_of(table, table.c.set_code == set_code)
        rows = self._desk.all(query.order_by(table.c.evaluation_id.desc()))
        return tuple(map(self._evaluation, rows))

    def _evaluation(self, row: Any) -> Evaluation:
        results, number = schema.evaluation_results, row.evaluation_id
        query = self._desk.rows_of(results, results.c.evaluation_id == number)
        kept = self._desk.all(query.order_by(results.c.position))
        return Evaluation(
            evaluation_id=number,
            set_code=row.set_code,
            period=row.period,
            set_sha=row.set_sha256,
            made_at=row.created_at,
            verdicts=tuple(_verdict(one) for one in kept),
            locked_at=row.locked_at,
        )


def _verdict(row: Any) -> VillageVerdict:
    criteria = msgspec.json.decode(row.criteria, type=tuple[CriterionResult, ...])
    return VillageVerdict(
        row.village_id, row.passed, row.met, row.of, criteria, row.points, row.points_of
    )
