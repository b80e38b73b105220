"""A campaign as it is looked at: progress by village, by day and by session; it counts nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from digicommune.domain.campaign_calendar import Clash
from digicommune.domain.campaign_shares import ShareTable
from digicommune.domain.campaigns import Campaign, Outcome, Session


@dataclass(frozen=True, slots=True)
class VillageProgress:
    """A village against its target; ``village_id`` 0: people whose village is not known."""

    village_id: int
    name: str
    accounts: int
    people: int
    codes: int
    target_accounts: int | None = None
    target_codes: int | None = None


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session with what its lists brought and what the bank told in numbers."""

    session: Session
    village: str
    bank: str
    accounts: int
    people: int
    lists: int
    told: Mapping[str, int]  # outcome -> people


class DayPoint(NamedTuple):
    """Accounts of the campaign opened up to and including a day."""

    day: date
    accounts: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """People over the base of an indicator; of different bases none is ever compared."""

    people: int
    of: int
    base_name: str


@dataclass(frozen=True, slots=True)
class CampaignView:
    """Everything a campaign's page and papers show, as of ``until``."""

    campaign: Campaign
    bank_names: Mapping[str, str]  # BIN -> short name
    shares: ShareTable
    villages: tuple[VillageProgress, ...]
    sessions: tuple[SessionLine, ...]  # by day and hour
    days: tuple[DayPoint, ...]
    undated: int  # accounts without an opening day: in no point of ``days`` but the last sum
    clashes: tuple[Clash, ...]
    outcomes: tuple[Outcome, ...]
    refused_known: int = 0  # people who refused at home in these days and have no account yet
    until: date | None = None
    coverage: Coverage | None = None  # people of the campaign over the base
    commune: Coverage | None = None  # everybody with an account over the same base

    @property
    def codes(self) -> int:
        """Shops whose code came with the campaign."""
        return sum(one.codes for one in self.villages)

    def bank(self, code: str) -> str:
        """A bank's short name."""
        return self.bank_names.get(code, code) if code else "Không rõ ngân hàng"
