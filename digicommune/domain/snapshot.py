"""Everything a document prints, frozen: from this alone the paper is made, now and in ten years."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

import msgspec

from digicommune.domain.criteria import CriteriaSet, VillageVerdict
from digicommune.domain.figures import FigureSource, FigureStatus
from digicommune.domain.recognition import RecognisedSum

SNAPSHOT_FORMAT = 1

ReportForm = Literal["short", "full"]


@dataclass(frozen=True, slots=True)
class Part:
    """A numerator over a denominator as it stood; ``in_period`` is the part of the period alone."""

    numerator: int | None
    denominator: int | None
    status: FigureStatus = "value"
    in_period: int | None = None


@dataclass(frozen=True, slots=True)
class SnapshotVillage:
    """A village of the period with its population by base code ("nhan_khau", "so_ho", …)."""

    village_id: int  # 0: "Chưa rõ thôn", present only where something is counted there
    name: str
    former_commune: str | None
    population: dict[str, int]


@dataclass(frozen=True, slots=True)
class SnapshotIndicator:
    """An indicator's figures of the period: commune and villages, and the commune's one before."""

    code: str
    name: str
    unit: str
    base: str
    base_name: str
    decimals: int
    target: str | None  # percent, decimal text
    legal_basis: str
    source: FigureSource
    total: Part
    previous: Part | None
    villages: dict[int, Part]  # by village id; a village without a figure is absent
    missing: tuple[str, ...] = ()  # names of villages that have not given it
    verified: bool = False
    accounts: int | None = None  # the other unit, where people are counted


@dataclass(frozen=True, slots=True)
class SnapshotCampaign:
    """What a campaign brought up to the end of the period."""

    code: str
    name: str
    start: date
    end: date
    banks: tuple[str, ...]
    sessions: int
    accounts: int
    people_first_account: int


@dataclass(frozen=True, slots=True)
class SnapshotTeams:
    """The digital teams at a period's end and what they did within it."""

    teams: int
    members: int
    rounds: int
    households: int  # visits to households
    people: int  # helps given; one person helped with two services is two
    trainings: int
    attended: int = 0  # members present, where that was noted


@dataclass(frozen=True, slots=True)
class SnapshotPaper:
    """A paper issued within the period."""

    number: str  # "45/KH-UBND"
    dated: date
    title: str


@dataclass(frozen=True, slots=True)
class SnapshotOwing:
    """A village that owes figures: the names of what it lacks, of how many asked of it."""

    village: str
    lacks: tuple[str, ...]
    of: int


@dataclass(frozen=True, slots=True)
class SnapshotDue:
    """By when villages send their figures, and who has not; ``late`` is as it was frozen."""

    due: date
    late: bool
    villages: tuple[SnapshotOwing, ...]
    expected: int


@dataclass(frozen=True, slots=True)
class SnapshotSigner:
    """The signature block: capacity lines in capitals, the full name, another office above it."""

    capacity: tuple[str, ...]  # ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    name: str
    office: str = ""  # "CHỦ TỊCH UBND XÃ HOẰNG CHÂU" of the head of a board (box 7b)


@dataclass(frozen=True, slots=True)
class ReportSnapshot:
    """A report's whole content; ``number`` or ``dated`` None leaves its blank on paper."""

    kind: str
    commune_name: str  # "Hoằng Châu"
    commune_kind: str  # "xã"
    province: str
    period_code: str
    period_title: str
    period_start: date
    period_end: date
    villages: tuple[SnapshotVillage, ...]
    indicators: tuple[SnapshotIndicator, ...]
    criteria: CriteriaSet | None
    verdicts: tuple[VillageVerdict, ...]
    campaigns: tuple[SnapshotCampaign, ...]
    signer: SnapshotSigner
    number: str | None = None
    dated: date | None = None
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()  # without dash and end mark, the "Lưu: …" line last
    open_rows: int = 0  # imported rows not yet decided or rejected, not counted
    sections: dict[str, str] = field(default_factory=dict)  # what the officer typed, by section
    criteria_titles: dict[str, str] = field(default_factory=dict)
    base_names: dict[str, str] = field(default_factory=dict)
    replaces_number: str | None = None  # of the report of this period printed before its unlocking
    replaces_dated: date | None = None
    recognised: RecognisedSum | None = None  # None: the office keeps no register of it
    form: ReportForm = "full"  # how much of a periodic report is printed
    teams: SnapshotTeams | None = None  # None: the office keeps no teams
    next_targets: dict[str, str] = field(default_factory=dict)  # of next year, where set
    issued: tuple[SnapshotPaper, ...] = ()
    owing: SnapshotDue | None = None
    late_tasks: tuple[str, ...] = ()  # what somebody was to have done by then
    as_of: date | None = None  # where it was frozen before the period had ended
    format: int = SNAPSHOT_FORMAT

    @property
    def counted_to(self) -> date:
        """The last day its figures can tell of: no day to come is said to be counted."""
        return self.as_of or self.period_end


def to_json(snapshot: ReportSnapshot) -> bytes:
    """The snapshot as bytes that are the same for the same content (dicts keep their order)."""
    return msgspec.json.encode(snapshot)


def from_json(data: bytes) -> ReportSnapshot:
    """Reads a stored snapshot back; raises ``msgspec.ValidationError`` on one that is not whole."""
    return msgspec.json.decode(data, type=ReportSnapshot)
