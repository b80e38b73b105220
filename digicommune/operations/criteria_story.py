"""What happened to one criterion of one village: answers, proofs, tasks, verdicts, as told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from digicommune.domain.numbers import vi_decimal_text
from digicommune.domain.periods import parse_period
from digicommune.domain.proofs import ProofPlace
from digicommune.operations.judging import find_set

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.criteria import CriterionResult
    from digicommune.domain.registers import JournalEntry

MOST = 60
_VERDICTS = {
    "met": "Đạt",
    "not_met": "Chưa đạt",
    "no_data": "Chưa có số liệu",
    "no_evidence": "Đủ số liệu, thiếu minh chứng",
}
_PROOFS = {
    "proof_add": "Thêm minh chứng “{name}”",
    "proof_edit": "Sửa minh chứng “{name}”",
    "proof_verify": "Kiểm tra lại minh chứng “{name}”",
    "proof_remove": "Bỏ minh chứng “{name}”",
    "proof_put_back": "Đưa lại minh chứng “{name}”",
    "proof_erase": "Xóa hẳn minh chứng “{name}”",
}
_STATES = {"open": "chưa làm", "doing": "đang làm", "done": "báo đã xong"}


@dataclass(frozen=True, slots=True)
class StoryLine:
    """Who did what when; ``at`` is UTC in ISO 8601, ``who`` empty of a verdict."""

    at: str
    who: str
    text: str


def story(
    store: Store, set_code: str, period_code: str, village_id: int, criterion: str
) -> tuple[StoryLine, ...]:
    """Everything kept of a criterion of a village, newest first."""
    period = parse_period(period_code)
    with store.glance() as unit:
        place = ProofPlace(find_set(unit, set_code).code, criterion, village_id)
        lines = [
            *_answers(unit, place, period.code),
            *_tasks(unit, place, period.code),
            *_proofs(unit, place),
            *_verdicts(unit, place),
        ]
    return tuple(sorted(lines, key=lambda one: one.at, reverse=True)[:MOST])


def _answers(unit: Unit, place: ProofPlace, period: str) -> Iterator[StoryLine]:
    subject = f"answer:{place.set_code}:{period}:{place.village_id}:{place.criterion}"
    for one in unit.journal.of(subject, MOST):
        yield StoryLine(one.at, one.who, f"Trả lời: {_answered(_after(one))}")


def _answered(told: dict[str, Any]) -> str:
    said = {True: "có", False: "không", None: "chưa trả lời"}[told.get("answer")]
    if told.get("count") is not None:
        said = str(told["count"])
    evidence = told.get("evidence")
    return f"{said}; dẫn chứng: {evidence}" if evidence else said


def _tasks(unit: Unit, place: ProofPlace, period: str) -> Iterator[StoryLine]:
    subject = f"gap:{place.set_code}:{period}:{place.village_id}:{place.criterion}"
    for one in unit.journal.of(subject, MOST):
        told = _after(one)
        who, due = told.get("owner") or "chưa giao", told.get("due_on")
        parts = [f"Giao việc: {who}", f"hạn {_day(due)}" if due else "không hạn"]
        parts.append(_STATES.get(str(told.get("state")), ""))
        yield StoryLine(one.at, one.who, ", ".join(part for part in parts if part))


def _proofs(unit: Unit, place: ProofPlace) -> Iterator[StoryLine]:
    for proof in unit.proofs.at(place):
        for one in unit.journal.of(f"proof:{proof.proof_id}", MOST):
            if one.action in _PROOFS:
                said = _after(one)
                why = said.get("removed_why") or said.get("why")
                text = _PROOFS[one.action].format(name=proof.name)
                yield StoryLine(one.at, one.who, f"{text}: {why}" if why else text)


def _verdicts(unit: Unit, place: ProofPlace) -> Iterator[StoryLine]:
    """The newest judging kept of each period."""
    seen: set[str] = set()
    for kept in unit.criteria.evaluations(place.set_code):
        result = next(
            (
                one
                for each in kept.verdicts
                if each.village_id == place.village_id
                for one in each.criteria
                if one.code == place.criterion
            ),
            None,
        )
        if result is not None and kept.period not in seen:
            seen.add(kept.period)
            locked = ", chốt khi khóa sổ" if kept.locked_at else ""
            title = parse_period(kept.period).title
            yield StoryLine(kept.made_at, "", f"Đánh giá {title}: {_said(result)}{locked}")


def _said(result: CriterionResult) -> str:
    said = _VERDICTS[result.verdict]
    if result.value is None:
        return said
    sign = "%" if result.denominator is not None else f" {result.unit}".rstrip()
    return f"{said} ({vi_decimal_text(result.value)}{sign})"


def _after(one: JournalEntry) -> dict[str, Any]:
    told = json.loads(one.after) if one.after else {}
    return told if isinstance(told, dict) else {}


def _day(text: str) -> str:
    return "/".join(reversed(str(text)[:10].split("-")))
