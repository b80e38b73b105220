"""Bank account-opening campaigns and their sessions in the villages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Session:
    """One session at a village: who came and where."""

    session_id: int
    campaign_id: int
    village_id: int | None
    held_on: date
    place: str
    bank_bin: str | None = None
    officers: str = ""
    attendance: int | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """What a campaign sets out to reach in one village."""

    village_id: int
    accounts: int | None = None
    qr_codes: int | None = None


@dataclass(frozen=True, slots=True)
class Campaign:
    """An account-opening and QR campaign of the commune with one or more banks."""

    campaign_id: int
    code: str
    name: str
    start: date
    end: date
    banks: tuple[str, ...] = ()  # BINs
    targets: tuple[Target, ...] = ()
    sessions: tuple[Session, ...] = ()
    version: int = 1


@dataclass(frozen=True, slots=True)
class CampaignResult:
    """What the imports of a campaign brought: accounts, people, people without one before."""

    campaign_id: int
    accounts: int
    people: int
    people_first_account: int
    by_bank: dict[str, int]  # BIN (or "") -> accounts
    by_village: dict[int, int]  # village id (0 = unknown) -> people
