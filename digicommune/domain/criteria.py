"""Criteria sets as data, what is answered to them, and the verdicts; it judges nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

CriterionKind = Literal["ratio", "count", "yes_no", "document", "k_of_n"]
PassKind = Literal["all_mandatory", "mandatory_and_optional", "points"]
Verdict = Literal["met", "not_met", "no_data", "no_evidence"]


def _bare(group: str) -> str:
    return " ".join(group.casefold().split())


@dataclass(frozen=True, slots=True)
class GroupThreshold:
    """The threshold for one group of communes or one region, instead of the criterion's own."""

    group: str
    value: str  # decimal text


@dataclass(frozen=True, slots=True)
class PassRule:
    """When a village passes. All kinds ask for every mandatory criterion.

    ``mandatory_and_optional`` asks for ``optional`` of the others too, ``points`` for ``points`` of
    the weights of the criteria that are met.
    """

    kind: PassKind = "all_mandatory"
    optional: int = 0
    points: str | None = None  # decimal text


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion: a ratio or count against ``threshold``, a yes or no, a document, or so many
    of its ``parts``, which are criteria of the set and count only through it."""

    code: str
    name: str
    requirement: str
    kind: CriterionKind
    indicator: str | None = None
    base: str | None = None  # the base the rule names; None: the indicator's own
    threshold: str | None = None  # decimal text: percent of a ratio, least number of a count
    unit: str = ""
    mandatory: bool = True
    evidence: bool = False  # "met" needs a proof on file
    by_group: tuple[GroupThreshold, ...] = ()
    weight: str | None = None  # points it brings when met, decimal text
    parts: tuple[str, ...] = ()  # of ``k_of_n``: codes; ``threshold`` says how many

    def threshold_for(self, group: str) -> str | None:
        """The threshold of a group of communes; the criterion's own where none is set for it.

        Small and capital letters are one: a group is typed by hand in more than one place.
        """
        wanted = _bare(group)
        found = (one.value for one in self.by_group if _bare(one.group) == wanted)
        return next(found, self.threshold)


@dataclass(frozen=True, slots=True)
class CriteriaSet:
    """A dated set of criteria with its legal basis."""

    code: str
    title: str
    legal_basis: str
    criteria: tuple[Criterion, ...]
    region: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    verified: bool = False
    note: str = ""
    passing: PassRule = PassRule()
    follows: str | None = None  # the code of the set it takes the place of
    frame: bool = False  # its text could not be read: thresholds are still to be entered
    proof_months: int | None = None  # a proof nobody looked at for so long is warned of
    checked_by: str = ""  # who read it beside its text, where it is ``verified``
    checked_against: str = ""  # which text that was
    checked_on: date | None = None

    @property
    def standing(self) -> tuple[Criterion, ...]:
        """The criteria that count by themselves: those that are no part of another."""
        parts = {code for one in self.criteria for code in one.parts}
        return tuple(one for one in self.criteria if one.code not in parts)

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of communes the set knows, in their order."""
        named = [each.group for one in self.criteria for each in one.by_group]
        return tuple(dict.fromkeys(named))


@dataclass(frozen=True, slots=True)
class ManualAnswer:
    """What the commune answers for a criterion of one village: yes/no or a count."""

    criterion: str
    village_id: int
    answer: bool | None = None
    count: int | None = None
    note: str = ""
    evidence: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """The verdict of one criterion, with the numbers it was judged on."""

    code: str
    verdict: Verdict
    value: str | None = None  # decimal text, as printed beside the threshold
    threshold: str | None = None
    numerator: int | None = None
    denominator: int | None = None
    short_by: int | None = None
    unit: str = ""
    base: str = ""
    note: str = ""
    proofs: tuple[int, ...] = ()  # numbers of the files on file that it was judged with
    lacks_proof: bool = False  # a proof is asked for and none is there, whatever the verdict


@dataclass(frozen=True, slots=True)
class VillageVerdict:
    """How one village stands against a whole set."""

    village_id: int
    passed: bool
    met: int
    of: int
    criteria: tuple[CriterionResult, ...]
    points: str | None = None  # of a set with points: how many, decimal text
    points_of: str | None = None  # how many it needs


@dataclass(frozen=True, slots=True)
class Judged:
    """What a judging of a period found, with the set as it was."""

    criteria_set: CriteriaSet
    period: str
    verdicts: tuple[VillageVerdict, ...]
