"""The tables of campaign papers: banks side by side, villages, sessions; every total as told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from digicommune.documents.description import Align, Column, Row, RowKind, Table
from digicommune.documents.figure_words import NO_DATA, day, number
from digicommune.domain.campaign_shares import STANDINGS
from digicommune.domain.numbers import vi_int, vi_percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digicommune.domain.campaign_shares import Share
    from digicommune.domain.campaign_snapshot import CampaignSnapshot, VillageNeed
    from digicommune.domain.campaign_views import CampaignView, SessionLine, VillageProgress

Heads = "Mapping[str, str]"
DECIMALS = 2
# Columns of the sessions that are left out where they are blank throughout.
OPTIONAL = (5, 6, 7, 8, 9)


def share(part: int, whole: int | None) -> str:
    """A percentage to two decimals, as the report of the period prints it; nothing over nothing."""
    return vi_percent(part, whole, DECIMALS) if whole else ""


def _columns(
    heads: Mapping[str, str], told: Iterable[tuple[str, Align, float]]
) -> tuple[Column, ...]:
    return tuple(Column(heads[key], align, weight) for key, align, weight in told)


def banks_table(view: CampaignView, heads: Mapping[str, str]) -> Table:
    """The fair table; the last line counts each person once."""
    counts = ("accounts", "people", *STANDINGS, "told_had_one", "refused")
    columns = _columns(
        heads, [("bank", Align.LEFT, 1.7), *((key, Align.RIGHT, 1.0) for key in counts)]
    )
    rows = [Row((view.bank(one.bank), *_bank_cells(one))) for one in view.shares.banks]
    shares = view.shares
    whole = (
        shares.accounts,
        shares.people,
        shares.people_first - shares.people_shared,
        shares.people_shared,
    )
    told = sum(one.told_had_one for one in shares.banks)
    refused = sum(one.refused for one in shares.banks)
    cells = (*map(vi_int, whole), "", "", vi_int(told), vi_int(refused))
    rows.append(Row((heads["whole"], *cells), RowKind.TOTAL))
    return Table(columns, tuple(rows))


def _bank_cells(one: Share) -> tuple[str, ...]:
    counts = (one.accounts, one.people, *(one.standings[how] for how in STANDINGS))
    return tuple(map(vi_int, (*counts, one.told_had_one, one.refused)))


def villages_table(view: CampaignView, heads: Mapping[str, str]) -> Table:
    """Villages against their targets, with the sum."""
    columns = _columns(
        heads,
        (
            ("place", Align.CENTER, 0.5),
            ("village", Align.LEFT, 2.2),
            ("people", Align.RIGHT, 1.0),
            ("accounts", Align.RIGHT, 1.0),
            ("target", Align.RIGHT, 1.0),
            ("percent", Align.RIGHT, 0.9),
            ("codes", Align.RIGHT, 0.9),
            ("codes_target", Align.RIGHT, 1.0),
        ),
    )
    rows = [_village(place, one) for place, one in enumerate(view.villages, start=1)]
    accounts, target = view.shares.accounts, view.campaign.target_accounts
    codes = [one.target_codes for one in view.villages if one.target_codes is not None]
    cells = (
        "",
        heads["total"],
        vi_int(view.shares.people),
        vi_int(accounts),
        number(target),
        share(accounts, target) or NO_DATA,
        vi_int(view.codes),
        number(sum(codes) if codes else None),
    )
    return Table(columns, (*rows, Row(cells, RowKind.TOTAL)))


def _village(place: int, one: VillageProgress) -> Row:
    return Row(
        (
            str(place),
            one.name,
            vi_int(one.people),
            vi_int(one.accounts),
            number(one.target_accounts),
            share(one.accounts, one.target_accounts) or NO_DATA,
            vi_int(one.codes),
            number(one.target_codes),
        )
    )


def sessions_table(view: CampaignView, heads: Mapping[str, str]) -> Table:
    """The schedule, with what came of it; blank where nothing is known yet."""
    columns = _columns(
        heads,
        (
            ("place", Align.CENTER, 0.4),
            ("day", Align.CENTER, 1.1),
            ("village", Align.LEFT, 1.3),
            ("hall", Align.LEFT, 1.7),
            ("bank", Align.LEFT, 1.2),
            ("officers", Align.LEFT, 1.9),
            ("contact", Align.LEFT, 1.7),
            ("expected", Align.RIGHT, 0.8),
            ("came", Align.RIGHT, 0.7),
            ("accounts", Align.RIGHT, 0.8),
        ),
    )
    rows = tuple(_session(place, one) for place, one in enumerate(view.sessions, start=1))
    return Table(columns, rows)


def _session(place: int, line: SessionLine) -> Row:
    one = line.session
    when = f"{day(one.held_on)} {one.starts_at}".strip()
    return Row(
        (
            str(place),
            when,
            line.village,
            one.place,
            line.bank,
            one.officers,
            one.contact,
            "" if one.expected is None else vi_int(one.expected),
            "" if one.attendance is None else vi_int(one.attendance),
            vi_int(line.accounts) if line.lists else "",
        )
    )


def planned_table(view: CampaignView, heads: Mapping[str, str]) -> Table:
    """The schedule of a plan: what comes of a session is written into its last column by hand."""
    table = sessions_table(view, heads)
    came = Column(heads["result"], Align.LEFT, 1.3)
    rows = tuple(replace(row, cells=(*row.cells[:-2], "")) for row in table.rows)
    return replace(table, columns=(*table.columns[:-2], came), rows=rows)


def needs_table(snapshot: CampaignSnapshot, heads: Mapping[str, str]) -> Table:
    """What each village starts from and sets out for."""
    columns = _columns(
        heads,
        (
            ("place", Align.CENTER, 0.5),
            ("village", Align.LEFT, 2.0),
            *((key, Align.RIGHT, 1.0) for key in ("base", "having", "lacking", "new_accounts")),
            *((key, Align.RIGHT, 1.0) for key in ("shops", "with_code", "codes_target")),
        ),
    )
    targets = {
        one.village_id: (one.target_accounts, one.target_codes) for one in snapshot.view.villages
    }
    rows = []
    for place, one in enumerate(snapshot.needs, start=1):
        goal = targets.get(one.village_id, (None, None))
        rows.append(Row((str(place), one.name, *_need(one, goal))))
    told = [targets[one.village_id] for one in snapshot.needs if one.village_id in targets]
    goal = (_sum([one[0] for one in told]), _sum([one[1] for one in told]))
    rows.append(Row(("", heads["total"], *_need(_all(snapshot.needs), goal)), RowKind.TOTAL))
    return Table(columns, tuple(rows))


def _need(one: VillageNeed, goal: tuple[int | None, int | None]) -> tuple[str, ...]:
    lacking = None
    if one.people is not None and one.having is not None:
        lacking = max(0, one.people - one.having)
    counts = (one.people, one.having, lacking, goal[0], one.shops, one.with_code, goal[1])
    return tuple(map(number, counts))


def _all(needs: tuple[VillageNeed, ...]) -> VillageNeed:
    from digicommune.domain.campaign_snapshot import VillageNeed

    return VillageNeed(
        0,
        "",
        _sum([one.people for one in needs]),
        _sum([one.having for one in needs]),
        _sum([one.shops for one in needs]),
        _sum([one.with_code for one in needs]),
    )


def _sum(counts: list[int | None]) -> int | None:
    """The sum of what is known; None where nothing is."""
    known = [one for one in counts if one is not None]
    return sum(known) if known else None
