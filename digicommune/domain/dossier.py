"""A village's dossier on its way to recognition, step by step, as typed values; it judges nothing.

The steps are the habit of communes (domain notes, "Smart villages"), none of them is law. A blank
text, ``None`` and an empty tuple mean "not known yet": they stay blank on paper.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date, time
from typing import Final, Literal

StepCode = Literal[
    "registration",
    "self_assessment",
    "meeting",
    "opinions",
    "appraisal",
    "submission",
    "decision",
]
DossierState = Literal[
    "none",  # not registered
    "registered",
    "self_assessed",
    "met",  # the village has voted
    "appraised",
    "submitted",
    "recognised",
]
MemberRole = Literal["leader", "deputy", "secretary", "member"]
Appraised = Literal["", "met", "not_met"]

# What a tờ trình may enclose, in the order of the dossier.
ATTACHMENTS: Final = (
    "registration",
    "self_assessment",
    "meeting",
    "opinions",
    "appraisal",
    "proofs",
)


@dataclass(frozen=True, slots=True)
class DossierKey:
    """Which dossier: a village, by a set, in a year or another period."""

    set_code: str
    period: str
    village_id: int


@dataclass(frozen=True, slots=True)
class Registration:
    """The village registers (đăng ký); a village's paper seldom bears a number."""

    number: str = ""
    dated: date | None = None
    signed_by: str = ""  # the village head's full name
    reasons: str = ""  # the village's conditions, line by line
    plan: str = ""  # what it will do until when, line by line


@dataclass(frozen=True, slots=True)
class CriterionRemark:
    """What the village itself says of one criterion."""

    criterion: str
    said: str


@dataclass(frozen=True, slots=True)
class SelfAssessment:
    """The village's own report (báo cáo tự đánh giá); results come from the judging."""

    number: str = ""
    dated: date | None = None
    signed_by: str = ""
    situation: str = ""  # I. đặc điểm tình hình
    direction: str = ""  # III. công tác chỉ đạo, tuyên truyền
    resources: str = ""  # V. huy động nguồn lực
    weaknesses: str = ""  # VII. tồn tại
    upkeep: str = ""  # VII. giải pháp duy trì
    remarks: tuple[CriterionRemark, ...] = ()

    def remark(self, criterion: str) -> str:
        """What is said of a criterion; empty where nothing is."""
        return next((one.said for one in self.remarks if one.criterion == criterion), "")


@dataclass(frozen=True, slots=True)
class Meeting:
    """The minutes of the village meeting; every represented household votes once."""

    held_on: date | None = None
    begins: time | None = None
    ends: time | None = None
    place: str = ""
    chair: str = ""
    secretary: str = ""
    households: int | None = None  # invited
    represented: int | None = None
    absent: int | None = None
    absent_why: str = ""
    discussion: tuple[str, ...] = ()
    agree: int | None = None
    disagree: int | None = None
    other: int | None = None  # another opinion, or none
    conclusion: str = ""
    copies: int | None = None
    recipients: tuple[str, ...] = ()  # empty: those of the wording


@dataclass(frozen=True, slots=True)
class OpinionLine:
    """Ballots of a group of households (the whole village, or each of its groups)."""

    group: str
    households: int | None = None
    issued: int | None = None
    collected: int | None = None
    valid: int | None = None
    agree: int | None = None
    disagree: int | None = None
    other: int | None = None


@dataclass(frozen=True, slots=True)
class Opinions:
    """The summary of opinions (tổng hợp ý kiến)."""

    dated: date | None = None
    compiled_by: str = ""
    lines: tuple[OpinionLine, ...] = ()
    remarks: str = ""  # other opinions in words

    def total(self, name: str) -> int | None:
        """The sum of a column over all lines; None where a line has not given it."""
        given: list[int | None] = [getattr(one, name) for one in self.lines]
        if not given or any(one is None for one in given):
            return None
        return sum(one for one in given if one is not None)


@dataclass(frozen=True, slots=True)
class TeamPerson:
    """A member of the appraisal team, in the order they are listed and sign."""

    name: str
    office: str = ""
    role: MemberRole = "member"


@dataclass(frozen=True, slots=True)
class AppraisalResult:
    """What the commune's team finds of one criterion, beside the village's own result."""

    criterion: str
    result: Appraised = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Appraisal:
    """The minutes of the commune's appraisal (biên bản thẩm định)."""

    number: str = ""
    held_on: date | None = None
    begins: time | None = None
    ends: time | None = None
    place: str = ""
    members: tuple[TeamPerson, ...] = ()
    grounds: str = ""  # what the head of the team said at the beginning
    visited_from: date | None = None
    visited_to: date | None = None
    results: tuple[AppraisalResult, ...] = ()
    issued: int | None = None
    collected: int | None = None
    valid: int | None = None
    agree: int | None = None
    disagree: int | None = None
    conclusion: str = ""
    asks: str = ""  # what is to be added or corrected, line by line
    recipients: tuple[str, ...] = ()  # empty: those of the wording

    def result(self, criterion: str) -> AppraisalResult:
        """What was found of a criterion; blank where nothing was."""
        found = (one for one in self.results if one.criterion == criterion)
        return next(found, AppraisalResult(criterion))

    def person(self, role: MemberRole) -> str:
        """The first member of a role; empty where there is none."""
        return next((one.name for one in self.members if one.role == role), "")


@dataclass(frozen=True, slots=True)
class Submission:
    """The tờ trình; ``attachments`` are codes of ``ATTACHMENTS``, ``others`` lines of their own."""

    number: str = ""
    dated: date | None = None
    signer: str = "chairman"
    addressee: str = ""  # empty: the recognising body of the office's settings
    process: str = ""  # 1. quá trình thực hiện
    proposal: str = ""
    attachments: tuple[str, ...] = ATTACHMENTS
    others: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()  # empty: those of the wording


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision that recognises the village; it goes into the register when it is complete."""

    number: str = ""
    dated: date | None = None
    authority: str = ""  # empty: the recognising body of the office's settings
    level: str = ""  # "commune", "province", …: a code of the recognition pack
    signer: str = "chairman"
    valid_until: date | None = None
    recheck_on: date | None = None
    support: str = ""  # reward or support, where a regulation provides it
    note: str = ""
    recipients: tuple[str, ...] = ()  # empty: those of the wording


Step = Registration | SelfAssessment | Meeting | Opinions | Appraisal | Submission | Decision

STEP_TYPES: Final[dict[StepCode, type[Step]]] = {
    "registration": Registration,
    "self_assessment": SelfAssessment,
    "meeting": Meeting,
    "opinions": Opinions,
    "appraisal": Appraisal,
    "submission": Submission,
    "decision": Decision,
}
STEPS: Final = tuple(STEP_TYPES)
STEP_NAMES: Final[dict[StepCode, str]] = {
    "registration": "Đăng ký",
    "self_assessment": "Báo cáo tự đánh giá",
    "meeting": "Biên bản họp thôn",
    "opinions": "Tổng hợp ý kiến",
    "appraisal": "Biên bản thẩm định",
    "submission": "Tờ trình",
    "decision": "Quyết định công nhận",
}
STATE_NAMES: Final[dict[DossierState, str]] = {
    "none": "Chưa đăng ký",
    "registered": "Đã đăng ký",
    "self_assessed": "Đã tự đánh giá",
    "met": "Đã họp thôn",
    "appraised": "Đã thẩm định",
    "submitted": "Đã trình",
    "recognised": "Đã công nhận",
}
ROLE_NAMES: Final[dict[MemberRole, str]] = {
    "leader": "Tổ trưởng",
    "deputy": "Tổ phó",
    "secretary": "Thư ký",
    "member": "Thành viên",
}


@dataclass(frozen=True, slots=True)
class Kept:
    """Who kept a step last, when (UTC, ISO 8601), and which version; 0: it was never kept."""

    version: int = 0
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """All steps of one dossier; one nobody has touched is blank."""

    key: DossierKey
    registration: Registration = Registration()
    self_assessment: SelfAssessment = SelfAssessment()
    meeting: Meeting = Meeting()
    opinions: Opinions = Opinions()
    appraisal: Appraisal = Appraisal()
    submission: Submission = Submission()
    decision: Decision = Decision()
    kept: dict[StepCode, Kept] = field(default_factory=dict)

    def step(self, code: StepCode) -> Step:
        """The step of a code."""
        found: Step = getattr(self, code)
        return found

    def version(self, code: StepCode) -> int:
        """The version of a step; 0 where it was never kept."""
        return self.kept.get(code, Kept()).version


def code_of(step: Step) -> StepCode:
    """Which step a value is."""
    return next(code for code, kind in STEP_TYPES.items() if isinstance(step, kind))


def is_blank(step: Step) -> bool:
    """Whether nothing has been entered into a step."""
    return step == type(step)()


def blank_fields(step: Step, names: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the named fields that say nothing yet."""
    known = {one.name for one in fields(step)}
    empty = ("", None, ())
    return tuple(one for one in names if one in known and getattr(step, one) in empty)


def state_of(dossier: Dossier) -> DossierState:
    """How far a dossier has come: the last step that has happened, none skipped in words.

    A step counts as done once its day is known; a decision needs its number too.
    """
    done: tuple[tuple[DossierState, bool], ...] = (
        ("recognised", bool(dossier.decision.number and dossier.decision.dated)),
        ("submitted", dossier.submission.dated is not None),
        ("appraised", dossier.appraisal.held_on is not None),
        ("met", dossier.meeting.held_on is not None),
        ("self_assessed", dossier.self_assessment.dated is not None),
        ("registered", not is_blank(dossier.registration)),
    )
    return next((state for state, reached in done if reached), "none")
