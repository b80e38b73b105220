"""What campaigns brought: accounts with who else their holders bank with, codes, told numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import and_, func, or_, select

from digicommune.db import schema
from digicommune.db.books.merchants import kept_merchants
from digicommune.db.books.people import kept_people
from digicommune.db.desk import Desk
from digicommune.domain.campaign_shares import Opening, share_table
from digicommune.domain.campaigns import CampaignResult, Tally, Told
from digicommune.domain.figures import TraceRow
from digicommune.domain.people import mask_tail


class CampaignResultBook:
    """Counts what hangs on a campaign; people in the trash are nobody's result."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def openings(self, campaign_id: int, until: date | None = None) -> tuple[Opening, ...]:
        """Every account of everybody who has one of the campaign.

        ``until``: accounts opened after that day are not there yet; undated ones are.
        """
        desk, table, people = self._desk, schema.accounts, schema.residents
        sessions = schema.import_sessions
        mine = table.alias("mine")
        holders = select(mine.c.resident_id).where(
            mine.c.commune_id == desk.commune_id, mine.c.campaign_id == campaign_id
        )
        joined = table.join(
            people,
            and_(
                people.c.commune_id == table.c.commune_id,
                people.c.resident_id == table.c.resident_id,
            ),
        ).outerjoin(
            sessions,
            and_(
                sessions.c.commune_id == table.c.commune_id,
                sessions.c.import_id == table.c.source_import,
            ),
        )
        columns = (
            table.c.resident_id, table.c.bank_bin, table.c.opened_on, table.c.campaign_id,
            table.c.account_id, people.c.village_id, sessions.c.session_id,
        )  # fmt: skip
        query = (
            select(*columns)
            .select_from(joined)
            .where(desk.mine(table), kept_people(), table.c.resident_id.in_(holders))
            .order_by(table.c.account_id)
        )
        if until is not None:
            query = query.where(or_(table.c.opened_on.is_(None), table.c.opened_on <= until))
        found = [_opening(row, campaign_id) for row in desk.all(query)]
        holding = {one.resident_id for one in found if one.inside}
        return tuple(one for one in found if one.resident_id in holding)

    def result(self, campaign_id: int, until: date | None = None) -> CampaignResult:
        """Accounts and people of a campaign, and whose first account it was."""
        openings = self.openings(campaign_id, until)
        inside = [one for one in openings if one.inside]
        people: dict[int, set[int]] = defaultdict(set)
        for one in inside:
            people[one.village_id].add(one.resident_id)
        table = share_table(openings, ())
        return CampaignResult(
            campaign_id=campaign_id,
            accounts=table.accounts,
            people=table.people,
            people_first_account=table.people_first,
            by_bank=dict(Counter(one.bank for one in inside)),
            by_village={village: len(found) for village, found in people.items()},
        )

    def codes(self, campaign_id: int, until: date | None = None) -> dict[int, int]:
        """Village (0: not known) -> shops whose code a list of the campaign brought."""
        table, imports = schema.merchants, schema.imports
        desk = self._desk
        query = (
            select(table.c.village_id, func.count())
            .select_from(
                table.join(
                    imports,
                    and_(
                        imports.c.commune_id == table.c.commune_id,
                        imports.c.import_id == table.c.qr_import,
                    ),
                )
            )
            .where(
                desk.mine(table),
                kept_merchants(),
                imports.c.campaign_id == campaign_id,
                table.c.qr_state.in_(("issued", "in_use")),
            )
            .group_by(table.c.village_id)
        )
        if until is not None:
            query = query.where(or_(table.c.qr_on.is_(None), table.c.qr_on <= until))
        return {row[0] or 0: row[1] for row in desk.all(query)}

    def lists(self, campaign_id: int) -> dict[int, int]:
        """Active lists of a campaign -> the session each belongs to, 0 where to none."""
        imports, tied = schema.imports, schema.import_sessions
        query = (
            select(imports.c.import_id, tied.c.session_id)
            .select_from(
                imports.outerjoin(
                    tied,
                    and_(
                        tied.c.commune_id == imports.c.commune_id,
                        tied.c.import_id == imports.c.import_id,
                    ),
                )
            )
            .where(
                self._desk.mine(imports),
                imports.c.campaign_id == campaign_id,
                imports.c.state == "active",
            )
            .order_by(imports.c.import_id)
        )
        return {row[0]: row[1] or 0 for row in self._desk.all(query)}

    def tie(self, import_id: int, session_id: int) -> None:
        """The list came from this session."""
        values = {"import_id": import_id, "session_id": session_id}
        self._desk.put(schema.import_sessions, "import_id", [values])

    # --- numbers the banks told ---

    def tallies(self, campaign_id: int) -> tuple[Tally, ...]:
        """What was told of the campaign's sessions."""
        table, sessions = schema.session_tallies, schema.campaign_sessions
        joined = table.join(
            sessions,
            and_(
                sessions.c.commune_id == table.c.commune_id,
                sessions.c.session_id == table.c.session_id,
            ),
        )
        columns = (table.c.session_id, table.c.bank_bin, table.c.outcome, table.c.people)
        query = (
            select(*columns)
            .select_from(joined)
            .where(self._desk.mine(table), sessions.c.campaign_id == campaign_id)
            .order_by(*columns[:3])
        )
        return tuple(Tally(*row) for row in self._desk.all(query))

    def set_told(self, told: Told) -> None:
        """Puts this in the place of what the bank told of the session; zeros are left out."""
        table = schema.session_tallies
        here = table.c.session_id == told.session_id, table.c.bank_bin == told.bank_bin
        self._desk.remove(table, *here)
        rows = [
            Tally(told.session_id, told.bank_bin, code, people)._asdict()
            for code, people in told.people.items()
            if people
        ]
        self._desk.add_some(table, rows)

    # --- the way back ---

    def trace(self, campaign_id: int, people: Iterable[int], bank: str | None) -> list[TraceRow]:
        """Each of these people with the account of the campaign and the row it came from."""
        wanted = frozenset(people)
        table, residents = schema.accounts, schema.residents
        villages, banks, imports = schema.villages, schema.banks, schema.imports
        joined = (
            table.join(residents, _same(table, residents, "resident_id"))
            .outerjoin(villages, _same(residents, villages, "village_id"))
            .outerjoin(
                banks,
                and_(banks.c.commune_id == table.c.commune_id, banks.c.bin == table.c.bank_bin),
            )
            .outerjoin(
                imports,
                and_(
                    imports.c.commune_id == table.c.commune_id,
                    imports.c.import_id == table.c.source_import,
                ),
            )
        )
        columns = (
            residents.c.resident_id, residents.c.full_name, villages.c.name.label("village"),
            imports.c.file, imports.c.sheet, table.c.source_row, table.c.source_import,
            table.c.bank_bin, banks.c.short_name, table.c.number, table.c.opened_on,
        )  # fmt: skip
        query = (
            select(*columns)
            .select_from(joined)
            .where(self._desk.mine(table), table.c.campaign_id == campaign_id)
            .order_by(villages.c.position, residents.c.village_id, residents.c.name_key)
            .order_by(residents.c.resident_id, table.c.account_id)
        )
        if bank is not None:
            query = query.where(func.coalesce(table.c.bank_bin, "") == bank)
        seen: dict[int, TraceRow] = {}
        for row in self._desk.all(query):
            if row.resident_id in wanted:
                seen[row.resident_id] = _traced(row, seen.get(row.resident_id))
        return list(seen.values())


def _same(one: Any, other: Any, column: str) -> Any:
    return and_(one.c.commune_id == other.c.commune_id, one.c[column] == other.c[column])


def _opening(row: Any, campaign_id: int) -> Opening:
    inside = row.campaign_id == campaign_id
    return Opening(
        row.resident_id,
        row.bank_bin or "",
        row.opened_on,
        inside,
        row.account_id,
        row.village_id or 0,
        (row.session_id or 0) if inside else 0,
    )


def _traced(row: Any, before: TraceRow | None) -> TraceRow:
    """A person's row; accounts at more banks are told in the same one."""
    day = "" if row.opened_on is None else f"mở ngày {row.opened_on:%d/%m/%Y}"
    told = (row.short_name or row.bank_bin or "", mask_tail(row.number), day)
    detail = " · ".join(one for one in told if one)
    if before is not None:
        return replace(before, detail=f"{before.detail}; {detail}")
    return TraceRow(
        f"person:{row.resident_id}", row.full_name, row.village, row.file, row.sheet,
        row.source_row, row.source_import, detail,
    )  # fmt: skip
