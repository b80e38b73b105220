"""Bank account-opening campaigns: planned, changed, followed; it takes in no list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digicommune.domain.campaign_calendar import hour_of
from digicommune.domain.campaign_shares import Standing, people_who
from digicommune.domain.periods import parse_period
from digicommune.errors import UserError
from digicommune.operations.campaign_counting import view_of
from digicommune.operations.campaign_finding import campaign_of, session_of
from digicommune.operations.campaign_places import moved, openings_of, places_on
from digicommune.packs.campaigns import shipped_campaigns
from digicommune.settings import today

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.campaign_views import CampaignView
    from digicommune.domain.campaigns import Campaign, CampaignResult, Outcome, Session, Told
    from digicommune.domain.figures import TraceRow


@dataclass(frozen=True, slots=True)
class CampaignLine:
    """A campaign with its result so far."""

    campaign: Campaign
    result: CampaignResult


def lines(store: Store) -> tuple[CampaignLine, ...]:
    """All campaigns, newest first, with what they brought."""
    with store.glance() as unit:
        where = places_on(unit, today())
        found = [CampaignLine(one, _result(unit, one, where)) for one in unit.campaigns.all()]
    return tuple(sorted(found, key=lambda one: one.campaign.start, reverse=True))


def _result(unit: Unit, campaign: Campaign, where: Mapping[int, int | None]) -> CampaignResult:
    """What a campaign brought, by the villages there are now."""
    found = unit.campaign_results.result(campaign.campaign_id)
    return replace(found, by_village=moved(found.by_village, where))


def view(store: Store, code: str, period: str | None = None) -> CampaignView:
    """A campaign with all that came of it, up to the end of a period where one is named."""
    with store.glance() as unit:
        return view_of(unit, campaign_of(unit, code), parse_period(period) if period else None)


def outcomes() -> tuple[Outcome, ...]:
    """What a bank may tell of people it opened no account for."""
    return shipped_campaigns().outcome


def save(store: Store, campaign: Campaign) -> Campaign:
    """Keeps a campaign with its banks, targets and sessions.

    Raises ``UserError`` ``campaign_dates``, ``campaign_exists``, ``session_hour_unclear``,
    ``session_in_use``, ``changed_meanwhile``.
    """
    if campaign.end < campaign.start:
        raise UserError(
            "campaign_dates",
            f"Chiến dịch {campaign.code}: ngày kết thúc trước ngày bắt đầu.",
            "Sửa lại hai ngày.",
            campaign=campaign.code,
        )
    tidy = replace(campaign, sessions=tuple(_tidy(one) for one in campaign.sessions))
    with store.unit() as unit:
        before = unit.campaigns.by_code(campaign.code) if campaign.campaign_id else None
        saved = unit.campaigns.save(tidy)
        _note(unit, saved, before)
    return saved


def _tidy(one: Session) -> Session:
    hour = hour_of(one.starts_at)
    if hour is None:
        raise UserError(
            "session_hour_unclear",
            f"Buổi ngày {one.held_on:%d/%m/%Y}: chưa hiểu giờ “{one.starts_at}”.",
            "Ghi giờ như 8:00 hoặc 14 giờ 30.",
            hour=one.starts_at,
        )
    return replace(one, starts_at=hour)


def _note(unit: Unit, saved: Campaign, before: Campaign | None) -> None:
    unit.journal.note(
        "campaign",
        f"campaign:{saved.campaign_id}",
        before=_told(before) if before else None,
        after=_told(saved),
    )


def _told(one: Campaign) -> dict[str, object]:
    """What the journal keeps of a campaign: enough to see what was changed."""
    return {
        "code": one.code,
        "name": one.name,
        "start": one.start.isoformat(),
        "end": one.end.isoformat(),
        "state": one.state,
        "banks": list(one.banks),
        "targets": len(one.targets),
        "sessions": len(one.sessions),
    }


def tell(store: Store, code: str, told: Told) -> None:
    """Keeps what a bank told of a session in numbers; it replaces what it told before.

    Raises ``UserError`` ``session_unknown``, ``outcome_unknown``, ``tally_negative``.
    """
    _check(told.people)
    with store.unit() as unit:
        campaign = campaign_of(unit, code)
        session_of(campaign, told.session_id)
        unit.campaign_results.set_told(told)
        unit.journal.note(
            "campaign",
            f"campaign:{campaign.campaign_id}",
            after={"session": told.session_id, "bank": told.bank_bin, "told": dict(told.people)},
        )


def _check(told: Mapping[str, int]) -> None:
    known = {one.code for one in outcomes()}
    for code, people in told.items():
        if code not in known:
            raise UserError(
                "outcome_unknown",
                f"Không có lý do “{code}”.",
                f"Dùng một trong các mã: {', '.join(sorted(known))}.",
                outcome=code,
                known=", ".join(sorted(known)),
            )
        if people < 0:
            raise UserError(
                "tally_negative",
                "Số người không được âm.",
                "Ghi số người là số nguyên từ 0 trở lên.",
            )


@dataclass(frozen=True, slots=True)
class WhoRequest:
    """Whose names stand behind a number of the fair table; None: of any bank, any standing."""

    code: str
    bank: str | None = None
    standing: Standing | None = None
    village_id: int | None = None
    period: str | None = None


def refused(store: Store, code: str, period: str | None = None) -> tuple[TraceRow, ...]:
    """Who refused when a team called during the campaign and has no account; the look is noted."""
    last = parse_period(period).end if period else today()
    with store.glance() as unit:
        campaign = campaign_of(unit, code)
        rows = unit.campaign_refusals.people(campaign.start, min(campaign.end, last))
    with store.unit() as unit:
        unit.journal.note("read", f"campaign:{campaign.campaign_id}", after={"people": len(rows)})
    return rows


def who(store: Store, request: WhoRequest) -> tuple[TraceRow, ...]:
    """The people a number counts, each with the row it came from; the look is noted."""
    until = parse_period(request.period).end if request.period else None
    with store.glance() as unit:
        campaign = campaign_of(unit, request.code)
        openings = openings_of(unit, campaign, until)
        people = people_who(openings, request.bank, request.standing)
        if request.village_id is not None:
            people &= {one.resident_id for one in openings if one.village_id == request.village_id}
        rows = unit.campaign_results.trace(campaign.campaign_id, people, request.bank)
    with store.unit() as unit:
        unit.journal.note("read", f"campaign:{campaign.campaign_id}", after={"people": len(rows)})
    return tuple(rows)
