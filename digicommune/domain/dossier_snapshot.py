"""Everything the papers of a dossier print, frozen: they are made from this alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import msgspec

from digicommune.domain.criteria import CriteriaSet, VillageVerdict
from digicommune.domain.dossier import Dossier
from digicommune.domain.recognition import RecognisedSum
from digicommune.domain.snapshot import SnapshotSigner, SnapshotVillage

SNAPSHOT_FORMAT = 1


@dataclass(frozen=True, slots=True)
class SnapshotOffice:
    """The commune and the period as they stood."""

    commune_name: str  # "Hoằng Châu"
    commune_kind: str  # "xã"
    province: str
    period_code: str
    period_title: str
    period_end: date
    as_of: date | None = None  # where it was frozen before the period had ended

    @property
    def counted_to(self) -> date:
        """The last day its figures can tell of."""
        return self.as_of or self.period_end


@dataclass(frozen=True, slots=True)
class SnapshotProof:
    """A proof as a list names it; its file stays in the office."""

    name: str
    dated: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class SnapshotAuthority:
    """Who recognises, and who hands it the tờ trình."""

    body: str
    line: str
    addressee: str
    own: bool  # whether it is the commune itself
    submitter: str = ""
    symbol: str = ""
    capacity: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DossierSnapshot:
    """One village's dossier; numbers and days not known stay blank on paper."""

    kind: str
    office: SnapshotOffice
    village: SnapshotVillage
    criteria: CriteriaSet
    verdict: VillageVerdict | None
    dossier: Dossier
    authority: SnapshotAuthority
    submission_signer: SnapshotSigner
    decision_signer: SnapshotSigner
    proofs: dict[str, tuple[SnapshotProof, ...]] = field(default_factory=dict)  # by criterion
    evidence: dict[str, str] = field(default_factory=dict)  # what the answer says of its proof
    base_names: dict[str, str] = field(default_factory=dict)
    format: int = SNAPSHOT_FORMAT


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """The decision a village stands recognised by."""

    number: str
    dated: date


@dataclass(frozen=True, slots=True)
class SummarySnapshot:
    """All villages of a period by one set, with their standing recognitions."""

    kind: str
    office: SnapshotOffice
    criteria: CriteriaSet
    villages: tuple[SnapshotVillage, ...]
    verdicts: tuple[VillageVerdict, ...]
    recognised: RecognisedSum
    decisions: dict[int, DecisionLine]  # by village of the period
    signer: SnapshotSigner
    number: str | None = None
    dated: date | None = None
    format: int = SNAPSHOT_FORMAT


def to_json(snapshot: DossierSnapshot | SummarySnapshot) -> bytes:
    """The snapshot as bytes that are the same for the same content."""
    return msgspec.json.encode(snapshot)


def dossier_from_json(data: bytes) -> DossierSnapshot:
    """Reads a stored dossier back; raises ``msgspec.ValidationError`` on one that is not whole."""
    return msgspec.json.decode(data, type=DossierSnapshot)


def summary_from_json(data: bytes) -> SummarySnapshot:
    """Reads a stored summary back; raises ``msgspec.ValidationError`` likewise."""
    return msgspec.json.decode(data, type=SummarySnapshot)
