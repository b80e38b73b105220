"""The register of recognised villages: what a recognition is and when it stands; it judges none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from digicommune.domain.periods import Period
from digicommune.domain.village_changes import Succession

RecognitionState = Literal["standing", "recheck_soon", "at_risk", "revoked", "expired", "coming"]

STATE_WORDS: Final[dict[RecognitionState, str]] = {
    "standing": "Còn hiệu lực",
    "recheck_soon": "Sắp đến hạn thẩm định lại",
    "at_risk": "Nguy cơ thu hồi",
    "revoked": "Đã thu hồi",
    "expired": "Hết hạn",
    "coming": "Chưa có hiệu lực",
}
RECHECK_DAYS: Final = 60  # a re-check due is told two months before


@dataclass(frozen=True, slots=True)
class Revocation:
    """A recognition taken back by another decision; it stands no more from ``on``."""

    number: str
    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Recognition:
    """A village recognised by a decision, of this office's dossier or made elsewhere."""

    recognition_id: int  # 0: not in the register yet
    village_id: int
    set_code: str
    number: str  # "145/QĐ-UBND", as it stands on the decision
    dated: date
    authority: str
    level: str  # a code of the recognition pack: "commune", "province", …
    set_sha: str = ""  # SHA-256 of the set as it was; empty: not known
    period: str = ""  # of the dossier it came from; empty: entered by hand
    valid_until: date | None = None
    recheck_on: date | None = None
    revoked: Revocation | None = None
    note: str = ""
    version: int = 0

    def stands_on(self, day: date) -> bool:
        """Whether it is in force on a day, the last day included."""
        begun = self.dated <= day and (self.valid_until is None or day <= self.valid_until)
        return begun and (self.revoked is None or day < self.revoked.on)

    def state_on(self, day: date) -> RecognitionState:
        """How it stands on a day, by its dates alone."""
        if self.revoked is not None and self.revoked.on <= day:
            return "revoked"
        if self.valid_until is not None and self.valid_until < day:
            return "expired"
        if self.dated > day:
            return "coming"
        due = self.recheck_on is not None and (self.recheck_on - day).days <= RECHECK_DAYS
        return "recheck_soon" if due else "standing"


@dataclass(frozen=True, slots=True)
class Risk:
    """A recognised village that fails its set in a period, with the clauses as they were judged."""

    clauses: tuple[str, ...]
    met: int
    of: int
    set_changed: bool = False  # the set was changed since the village was recognised by it


@dataclass(frozen=True, slots=True)
class RecognitionLine:
    """A recognition as the register shows it on a day, for a period."""

    recognition: Recognition
    village: str  # the village's own name
    now_in: int | None  # the village of the period it counts for; None: cannot be told
    state: RecognitionState
    risk: Risk | None = None
    unjudged: bool = False  # the period has not all the figures to judge the village by


@dataclass(frozen=True, slots=True)
class RecognisedSum:
    """How many villages of a period stand recognised at its end, for the report."""

    recognised: tuple[int, ...]  # village ids, in the order of the villages
    of: int
    risks: dict[int, Risk]  # by village id
    unplaced: tuple[str, ...] = ()  # villages since split, whose recognition has no place


def standing_villages(
    villages: Sequence[int], successions: Iterable[Succession], recognised: Iterable[int]
) -> tuple[int, ...]:
    """The villages of a period that stand recognised; ``recognised`` are those decisions name.

    A merged or renamed village stands where a decision names it, or where all it was made of
    stood: half of it is no recognition. Of a split village nobody is guessed.
    """
    named = set(recognised)
    made_of: dict[int, list[int]] = {}
    for one in successions:
        if one.kind != "split":
            made_of.setdefault(one.to_id, []).append(one.from_id)

    def stands(number: int, seen: frozenset[int]) -> bool:
        parts = made_of.get(number, [])
        if number in named or not parts or number in seen:
            return number in named
        return all(stands(one, seen | {number}) for one in parts)

    return tuple(one for one in villages if stands(one, frozenset()))


def with_state(line: RecognitionLine, risk: Risk | None, *, unjudged: bool) -> RecognitionLine:
    """The line with what the judging of a period says; only a standing one can be at risk."""
    if line.state not in {"standing", "recheck_soon"}:
        return line
    state: RecognitionState = "at_risk" if risk is not None else line.state
    return replace(line, state=state, risk=risk, unjudged=unjudged and risk is None)


@dataclass(frozen=True, slots=True)
class RegisterView:
    """The register on a day, and how many villages of a period stand recognised at its end."""

    lines: tuple[RecognitionLine, ...]
    period: Period
    counted: RecognisedSum

    @property
    def at_risk(self) -> tuple[RecognitionLine, ...]:
        """The lines in danger of being taken back."""
        return tuple(one for one in self.lines if one.state == "at_risk")
