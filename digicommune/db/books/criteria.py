"""Criteria sets, the commune's answers and the verdicts kept; it judges no village."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import select

from digicommune.db import schema
from digicommune.db.desk import Desk
from digicommune.db.troubles import changed_meanwhile
from digicommune.domain.criteria import CriteriaSet, CriterionResult, ManualAnswer, VillageVerdict
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
        return digest

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

    def save_evaluation(
        self, set_code: str, period: str, verdicts: Sequence[VillageVerdict], set_sha: str
    ) -> int:
        """Keeps the verdicts of a judging; returns its number."""
        number = self._desk.ids("evaluations", 1)[0]
        head = {"set_code": set_code, "period": period, "set_sha256": set_sha}
        self._desk.add(schema.evaluations, {"evaluation_id": number, **head})
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
                }
                for place, one in enumerate(verdicts)
            ],
        )
        return number

    def latest(self, set_code: str, period: str) -> Evaluation | None:
        """The newest judging by a set in a period."""
        table, results = schema.evaluations, schema.evaluation_results
        query = self._desk.rows_of(table, table.c.set_code == set_code, table.c.period == period)
        row = self._desk.first(query.order_by(table.c.evaluation_id.desc()).limit(1))
        if row is None:
            return None
        number = row.evaluation_id
        query = self._desk.rows_of(results, results.c.evaluation_id == number)
        kept = self._desk.all(query.order_by(results.c.position))
        verdicts = tuple(_verdict(one) for one in kept)
        return Evaluation(number, set_code, period, row.set_sha256, row.created_at, verdicts)


def _verdict(row: Any) -> VillageVerdict:
    criteria = msgspec.json.decode(row.criteria, type=tuple[CriterionResult, ...])
    return VillageVerdict(row.village_id, row.passed, row.met, row.of, criteria)
