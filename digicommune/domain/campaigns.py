"""Bank account-opening campaigns, their sessions in the villages and what came of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

CampaignState = Literal["planned", "running", "closed"]
STATES: tuple[CampaignState, ...] = ("planned", "running", "closed")


@dataclass(frozen=True, slots=True)
class Session:
    """One session at a village: when, where, who comes from the bank and how many came."""

    session_id: int
    campaign_id: int
    village_id: int | None
    held_on: date
    place: str
    bank_bin: str | None = None
    officers: str = ""  # names with phones, several by ";" or ","
    attendance: int | None = None  # people who came
    starts_at: str = ""  # "08:00"; empty where not yet agreed
    contact: str = ""  # who in the village is asked
    expected: int | None = None  # people awaited
    note: str = ""


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
    state: CampaignState = "running"
    note: str = ""

    @property
    def target_accounts(self) -> int | None:
        """Accounts all villages together set out to open; None where none has a target."""
        known = [one.accounts for one in self.targets if one.accounts is not None]
        return sum(known) if known else None


@dataclass(frozen=True, slots=True)
class CampaignResult:
    """What the imports of a campaign brought: accounts, people, people without one before."""

    campaign_id: int
    accounts: int
    people: int
    people_first_account: int
    by_bank: dict[str, int]  # BIN (or "") -> accounts
    by_village: dict[int, int]  # village id (0 = unknown) -> people


class Tally(NamedTuple):
    """How many people a bank told of with one outcome at one session; it names nobody."""

    session_id: int
    bank_bin: str
    outcome: str  # code of the pack of campaigns
    people: int


@dataclass(frozen=True, slots=True)
class Told:
    """What a bank told of a session: outcome -> people."""

    session_id: int
    bank_bin: str
    people: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Why a bank opened no account, as the pack words it.

    ``group`` "had_one": the person has an account elsewhere already; "refused": no account came.
    """

    code: str
    name: str
    group: Literal["had_one", "refused"]


LetterSource = Literal["villages", "households", "typed"]


@dataclass(frozen=True, slots=True)
class Letter:
    """One invitation letter: to whom, to which session."""

    position: int  # counted from 1 within its batch
    session_id: int
    addressee: str


@dataclass(frozen=True, slots=True)
class LetterBatch:
    """Letters written together; ``printed_to``: the last that is known to have left the printer."""

    batch_id: int
    campaign_id: int
    source: LetterSource
    letters: tuple[Letter, ...]
    printed_to: int = 0
    who: str = ""
    made_at: str = ""  # UTC, ISO 8601; the book writes it
    version: int = 1
