"""A campaign's figures from an open unit: asked by what shows and prints it, itself none."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from digicommune.domain.campaign_calendar import Clash, clashes, in_order
from digicommune.domain.campaign_shares import Opening, ShareTable, share_table
from digicommune.domain.campaign_views import (
    CampaignView,
    Coverage,
    DayPoint,
    SessionLine,
    VillageProgress,
)
from digicommune.operations.campaign_places import moved, openings_of, places_on, targets_in
from digicommune.operations.ledger import figure_sheet
from digicommune.packs.campaigns import shipped_campaigns
from digicommune.settings import today

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from digicommune.db.unit import Unit
    from digicommune.domain.campaigns import Campaign, Outcome, Tally, Target
    from digicommune.domain.periods import Period

HELD_ACCOUNT = "TKNH"  # the indicator of people with an account
UNKNOWN = "Chưa rõ thôn"


def view_of(unit: Unit, campaign: Campaign, period: Period | None = None) -> CampaignView:
    """The campaign up to the end of ``period``, or all of it; raises what the registers raise."""
    until = period.end if period else None
    day = until or today()
    where = places_on(unit, day)
    openings = openings_of(unit, campaign, until)
    tallies = unit.campaign_results.tallies(campaign.campaign_id)
    outcomes = shipped_campaigns().outcome
    banks = {one.bin: one.short_name for one in unit.banks.all()}
    inside = [one for one in openings if one.inside]
    names = {one.village_id: one.name for one in unit.villages.all()}
    shares = shares_of(campaign, openings, tallies, outcomes)
    days, undated = _by_day(inside)
    mine, whole = _coverage(unit, period, shares.people) if period else (None, None)
    return CampaignView(
        campaign,
        banks,
        shares,
        _villages(
            targets_in(campaign, where),
            inside,
            {one.village_id: one.name for one in unit.villages.all(day)},
            moved(unit.campaign_results.codes(campaign.campaign_id, until), where),
        ),
        _sessions(unit, campaign, inside, (names, banks, tallies)),
        days,
        undated,
        _clashes(unit, campaign),
        outcomes,
        len(unit.campaign_refusals.people(campaign.start, min(campaign.end, day))),
        until,
        mine,
        whole,
    )


def shares_of(
    campaign: Campaign,
    openings: Sequence[Opening],
    tallies: Iterable[Tally],
    outcomes: Iterable[Outcome],
) -> ShareTable:
    """The fair table with the numbers banks told."""
    told: dict[str, dict[str, int]] = defaultdict(dict)
    for one in tallies:
        counted = told[one.bank_bin]
        counted[one.outcome] = counted.get(one.outcome, 0) + one.people
    had_one = frozenset(one.code for one in outcomes if one.group == "had_one")
    return share_table(openings, campaign.banks, told, had_one)


def _villages(
    targets: Mapping[int, Target],
    inside: Sequence[Opening],
    names: Mapping[int, str],
    codes: Mapping[int, int],
) -> tuple[VillageProgress, ...]:
    """The villages that have a target or a result, in the register's order; unknown ones last."""
    accounts = Counter(one.village_id for one in inside)
    people: dict[int, set[int]] = defaultdict(set)
    for one in inside:
        people[one.village_id].add(one.resident_id)
    met = accounts.keys() | codes.keys() | targets.keys()
    order = [*(number for number in names if number in met), *([0] if 0 in met else [])]
    return tuple(
        VillageProgress(
            number,
            names.get(number, UNKNOWN),
            accounts[number],
            len(people[number]),
            codes.get(number, 0),
            targets[number].accounts if number in targets else None,
            targets[number].qr_codes if number in targets else None,
        )
        for number in order
    )


def _sessions(
    unit: Unit,
    campaign: Campaign,
    inside: Sequence[Opening],
    known: tuple[Mapping[int, str], Mapping[str, str], Iterable[Tally]],
) -> tuple[SessionLine, ...]:
    names, banks, tallies = known
    lists = Counter(unit.campaign_results.lists(campaign.campaign_id).values())
    accounts = Counter(one.session_id for one in inside)
    people: dict[int, set[int]] = defaultdict(set)
    for one in inside:
        people[one.session_id].add(one.resident_id)
    told: dict[int, dict[str, int]] = defaultdict(dict)
    for each in tallies:
        told[each.session_id][each.outcome] = (
            told[each.session_id].get(each.outcome, 0) + each.people
        )
    return tuple(
        SessionLine(
            one,
            names.get(one.village_id or 0, ""),
            banks.get(one.bank_bin or "", one.bank_bin or ""),
            accounts[one.session_id],
            len(people[one.session_id]),
            lists[one.session_id],
            dict(told[one.session_id]),
        )
        for one in sorted(campaign.sessions, key=in_order)
    )


def _by_day(inside: Sequence[Opening]) -> tuple[tuple[DayPoint, ...], int]:
    """Sums day by day, and how many accounts have no day."""
    counted: Counter[date] = Counter(one.opened_on for one in inside if one.opened_on)
    points, total = [], 0
    for day in sorted(counted):
        total += counted[day]
        points.append(DayPoint(day, total))
    return tuple(points), len(inside) - total


def _clashes(unit: Unit, campaign: Campaign) -> tuple[Clash, ...]:
    """Clashes of this campaign's sessions, with each other and with other campaigns'."""
    every = [one for each in unit.campaigns.all() if _open(each, campaign) for one in each.sessions]
    mine = {one.session_id for one in campaign.sessions}
    return tuple(one for one in clashes(every) if {one.first, one.second} & mine)


def _open(one: Campaign, campaign: Campaign) -> bool:
    return one.state != "closed" or one.campaign_id == campaign.campaign_id


def _coverage(unit: Unit, period: Period, people: int) -> tuple[Coverage | None, Coverage | None]:
    """The campaign's people, and everybody with an account, over the base of the indicator."""
    found = figure_sheet(unit, period).of(HELD_ACCOUNT)
    figure = found.commune if found else None
    if found is None or figure is None or not figure.denominator:
        return None, None
    mine = Coverage(people, figure.denominator, found.base_name)
    if figure.numerator is None:
        return mine, None
    return mine, Coverage(figure.numerator, figure.denominator, found.base_name)
