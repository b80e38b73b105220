"""What a dossier still lacks and why, step by step; it refuses nothing.

A dossier prints whatever it lacks: this list is for the screen, blanks stay blank on paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from digicommune.domain.criteria_words import NO_DATA, VERDICT_WORDS, clause
from digicommune.domain.dossier import (
    STEP_NAMES,
    STEPS,
    Appraisal,
    Dossier,
    Meeting,
    Opinions,
    Step,
    StepCode,
    blank_fields,
)
from digicommune.domain.numbers import vi_int

if TYPE_CHECKING:
    from digicommune.domain.criteria import CriteriaSet, CriterionResult, VillageVerdict

_NEEDED: Final[dict[StepCode, dict[str, str]]] = {
    "registration": {"dated": "ngày đăng ký", "signed_by": "tên trưởng thôn"},
    "self_assessment": {
        "dated": "ngày báo cáo",
        "signed_by": "tên trưởng thôn",
        "situation": "đặc điểm tình hình",
    },
    "meeting": {
        "held_on": "ngày họp",
        "begins": "giờ bắt đầu",
        "ends": "giờ kết thúc",
        "place": "địa điểm",
        "chair": "chủ trì",
        "secretary": "thư ký",
        "households": "số hộ được mời",
        "represented": "số hộ có đại diện",
        "conclusion": "kết luận",
    },
    "opinions": {"dated": "ngày tổng hợp", "compiled_by": "người tổng hợp", "lines": "số phiếu"},
    "appraisal": {
        "held_on": "ngày họp thẩm định",
        "place": "địa điểm",
        "members": "thành viên tổ thẩm định",
        "visited_from": "ngày kiểm tra thực địa",
        "conclusion": "kết luận",
    },
    "submission": {"number": "số tờ trình", "dated": "ngày trình"},
    "decision": {
        "number": "số quyết định",
        "dated": "ngày quyết định",
        "recheck_on": "ngày thẩm định lại",
    },
}


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing a dossier lacks, in words: at which field of a step, or of which criterion.

    Without a field it is a figure, an answer or a proof: mended on the page of criteria.
    """

    step: StepCode
    said: str
    field: str = ""
    criterion: str = ""


@dataclass(frozen=True, slots=True)
class StepCheck:
    """How a step stands."""

    step: StepCode
    name: str
    missing: tuple[Missing, ...]

    @property
    def complete(self) -> bool:
        """Whether nothing is missing in it."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class Checklist:
    """How a whole dossier stands."""

    steps: tuple[StepCheck, ...]

    @property
    def missing(self) -> tuple[Missing, ...]:
        """Everything that is missing, in the order of the steps."""
        return tuple(one for step in self.steps for one in step.missing)

    @property
    def complete(self) -> bool:
        """Whether the dossier is whole."""
        return not self.missing

    def of(self, step: StepCode) -> StepCheck:
        """How one step stands."""
        return next(one for one in self.steps if one.step == step)


def checklist(
    dossier: Dossier, criteria_set: CriteriaSet, verdict: VillageVerdict | None
) -> Checklist:
    """What a dossier lacks; ``verdict`` None where the village is not judged in the period."""
    found: list[StepCheck] = []
    for code in STEPS:
        missing = [*_unsaid(dossier, code)]
        if code == "self_assessment":
            missing += _criteria(criteria_set, verdict)
        elif code == "appraisal":
            missing += _appraised(dossier.appraisal, criteria_set, verdict)
        found.append(StepCheck(code, STEP_NAMES[code], tuple(missing)))
    return Checklist(tuple(found))


def _unsaid(dossier: Dossier, code: StepCode) -> Iterator[Missing]:
    step = dossier.step(code)
    needed = _NEEDED[code]
    for field in blank_fields(step, tuple(needed)):
        yield Missing(code, f"chưa nhập {needed[field]}", field)
    yield from _votes(code, step)


def _votes(code: StepCode, step: Step) -> Iterator[Missing]:
    if isinstance(step, Meeting):
        if None in {step.agree, step.disagree, step.other}:
            yield Missing(code, "chưa nhập đủ số phiếu biểu quyết", "agree")
        elif step.represented is not None and step.agree is not None:
            yield from _majority(code, step.agree, step.represented)
    elif isinstance(step, Opinions):
        columns = ("households", "issued", "collected", "valid", "agree", "disagree", "other")
        if step.lines and any(step.total(one) is None for one in columns):
            yield Missing(code, "chưa nhập đủ số phiếu", "lines")
    elif isinstance(step, Appraisal):
        ballots = {step.issued, step.collected, step.valid, step.agree, step.disagree}
        if None in ballots:
            yield Missing(code, "chưa nhập đủ số phiếu thẩm định", "issued")


def _majority(code: StepCode, agree: int, of: int) -> Iterator[Missing]:
    """No rule says how many must agree: fewer than half is told, and nothing more."""
    if agree * 2 <= of:
        said = f"mới {vi_int(agree)}/{vi_int(of)} hộ đồng ý, chưa quá nửa"
        yield Missing(code, said, "agree")


def _criteria(criteria_set: CriteriaSet, verdict: VillageVerdict | None) -> Iterator[Missing]:
    """Criteria that are not met, in the words they were judged by."""
    if not criteria_set.criteria:
        yield Missing("self_assessment", "bộ tiêu chí mới có khung, chưa nhập tiêu chí nào")
        return
    if verdict is None:
        yield Missing("self_assessment", "thôn chưa được đánh giá trong kỳ này")
        return
    results = {one.code: one for one in verdict.criteria}
    for one in criteria_set.standing:
        result = results.get(one.code)
        if result is None:
            yield Missing("self_assessment", f"{one.code}: {NO_DATA}", criterion=one.code)
        elif result.verdict != "met":
            said = clause(one, result, verdict)
            if result.lacks_proof and result.verdict != "no_evidence":
                said += ", thiếu minh chứng"
            yield Missing("self_assessment", said, criterion=one.code)
    passed = all(one.verdict == "met" for one in _standing(criteria_set, results))
    if passed and not verdict.passed:
        yield Missing("self_assessment", "chưa đủ điều kiện đạt của bộ tiêu chí")


def _standing(
    criteria_set: CriteriaSet, results: dict[str, CriterionResult]
) -> list[CriterionResult]:
    return [results[one.code] for one in criteria_set.standing if one.code in results]


def _appraised(
    appraisal: Appraisal, criteria_set: CriteriaSet, verdict: VillageVerdict | None
) -> Iterator[Missing]:
    """Criteria the team has not spoken of, and those it finds otherwise without a reason."""
    if appraisal.members and not appraisal.person("leader"):
        yield Missing("appraisal", "tổ thẩm định chưa có tổ trưởng", "members")
    if appraisal.members and not appraisal.person("secretary"):
        yield Missing("appraisal", "tổ thẩm định chưa có thư ký", "members")
    own = {one.code: one.verdict for one in verdict.criteria} if verdict else {}
    silent = []
    for one in criteria_set.standing:
        found = appraisal.result(one.code)
        if not found.result:
            silent.append(one.code)
        elif not found.reason and (found.result == "met") != (own.get(one.code) == "met"):
            said = f"{one.code}: kết quả thẩm định khác tự đánh giá, chưa ghi lý do"
            yield Missing("appraisal", said, "results", one.code)
        elif found.result == "not_met":
            said = f"{one.code}: thẩm định {VERDICT_WORDS['not_met'].lower()}"
            yield Missing("appraisal", said, "results", one.code)
    if silent:
        said = f"chưa ghi kết quả thẩm định: {', '.join(silent)}"
        yield Missing("appraisal", said, "results")
