"""Campaigns with their banks, targets and sessions, and what they brought; banks of the pack."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select

from digicommune.db import schema
from digicommune.db.desk import Desk
from digicommune.domain.banks import Bank
from digicommune.domain.campaigns import Campaign, CampaignResult, Session, Target
from digicommune.errors import UserError


class BankBook:
    """The banks as the pack last named them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> tuple[Bank, ...]:
        """Every bank, by code."""
        query = self._desk.rows_of(schema.banks).order_by(schema.banks.c.code, schema.banks.c.bin)
        return tuple(
            Bank(
                row.bin,
                row.code,
                row.short_name,
                tuple(json.loads(row.aliases)),
                row.sources,
                row.vietqr_status,
            )
            for row in self._desk.all(query)
        )

    def replace_all(self, banks: Iterable[Bank]) -> None:
        """Puts these banks in the place of all that were there."""
        self._desk.remove(schema.banks)
        self._desk.add_some(
            schema.banks,
            [
                {
                    "bin": one.bin,
                    "code": one.code,
                    "short_name": one.short_name,
                    "aliases": json.dumps(one.aliases, ensure_ascii=False),
                    "sources": one.sources,
                    "vietqr_status": one.vietqr_status,
                }
                for one in banks
            ],
        )


class CampaignBook:
    """Campaigns."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> tuple[Campaign, ...]:
        """Every campaign, newest first."""
        table = schema.campaigns
        return self._read(self._desk.rows_of(table).order_by(table.c.start_on.desc()))

    def by_code(self, code: str) -> Campaign | None:
        """The campaign of a code."""
        table = schema.campaigns
        found = self._read(self._desk.rows_of(table, table.c.code == code))
        return found[0] if found else None

    def _read(self, query: Any) -> tuple[Campaign, ...]:
        rows = self._desk.all(query)
        banks = self._parts(schema.campaign_banks, "position")
        targets = self._parts(schema.campaign_targets, "position")
        sessions = self._parts(schema.campaign_sessions, "held_on")
        return tuple(
            Campaign(
                campaign_id=row.campaign_id,
                code=row.code,
                name=row.name,
                start=row.start_on,
                end=row.end_on,
                banks=tuple(one.bin for one in banks[row.campaign_id]),
                targets=tuple(map(_target, targets[row.campaign_id])),
                sessions=tuple(map(_session, sessions[row.campaign_id])),
                version=row.version,
            )
            for row in rows
        )

    def _parts(self, table: Any, order: str) -> dict[int, list[Any]]:
        found: dict[int, list[Any]] = defaultdict(list)
        tail = [*table.primary_key.columns]
        for row in self._desk.all(self._desk.rows_of(table).order_by(table.c[order], *tail)):
            found[row.campaign_id].append(row)
        return found

    def save(self, campaign: Campaign) -> Campaign:
        """Adds (``campaign_id`` 0) or changes a campaign with all its parts.

        Raises ``campaign_exists`` where another has its code, ``changed_meanwhile``.
        """
        values = {
            "code": campaign.code,
            "name": campaign.name,
            "start_on": campaign.start,
            "end_on": campaign.end,
        }
        self._refuse_twin(campaign)
        number, version = campaign.campaign_id, campaign.version
        if number:
            key = {"campaign_id": number}
            self._desk.edit_or_refuse(schema.campaigns, key, values, version)
            version += 1
        else:
            number, version = self._desk.ids("campaigns", 1)[0], 1
            self._desk.add(schema.campaigns, {"campaign_id": number, **values, "version": version})
        sessions = tuple(
            replace(one, campaign_id=number, session_id=one.session_id or self._session_id())
            for one in campaign.sessions
        )
        saved = replace(campaign, campaign_id=number, version=version, sessions=sessions)
        self._write_parts(saved)
        return saved

    def _session_id(self) -> int:
        return self._desk.ids("campaign_sessions", 1)[0]

    def _refuse_twin(self, campaign: Campaign) -> None:
        table = schema.campaigns
        rules = (table.c.code == campaign.code, table.c.campaign_id != campaign.campaign_id)
        if self._desk.count(table, *rules):
            raise UserError(
                "campaign_exists",
                f"Đã có chiến dịch mang mã “{campaign.code}”.",
                "Chọn một mã khác, hoặc sửa chiến dịch đã có.",
                campaign=campaign.code,
            )

    def _write_parts(self, campaign: Campaign) -> None:
        tables = (schema.campaign_banks, schema.campaign_targets, schema.campaign_sessions)
        for table in tables:
            self._desk.remove(table, table.c.campaign_id == campaign.campaign_id)
        number = {"campaign_id": campaign.campaign_id}
        banks, targets = enumerate(campaign.banks), enumerate(campaign.targets)
        self._desk.add_some(tables[0], [{**number, "bin": one, "position": n} for n, one in banks])
        self._desk.add_some(tables[1], [{**number, **_columns(one, n)} for n, one in targets])
        self._desk.add_some(tables[2], [_session_columns(one) for one in campaign.sessions])

    # --- what it brought ---

    def result(self, campaign_id: int) -> CampaignResult:
        """Accounts and people of a campaign; "first account" as ``_earlier`` tells it."""
        desk, mine, theirs = self._desk, schema.accounts.alias("mine"), schema.accounts.alias()
        people = schema.residents
        here = and_(mine.c.commune_id == desk.commune_id, mine.c.campaign_id == campaign_id)
        before = select(theirs.c.account_id).where(_earlier(mine, theirs, campaign_id)).exists()
        persons = func.count(mine.c.resident_id.distinct())
        counted = desk.first(select(func.count(), persons).select_from(mine).where(here))
        first = desk.value(select(persons).where(here, ~before))
        banks = select(mine.c.bank_bin, func.count()).where(here).group_by(mine.c.bank_bin)
        joined = and_(
            people.c.commune_id == mine.c.commune_id, people.c.resident_id == mine.c.resident_id
        )
        villages = (
            select(people.c.village_id, persons)
            .select_from(mine.join(people, joined))
            .where(here)
            .group_by(people.c.village_id)
        )
        return CampaignResult(
            campaign_id=campaign_id,
            accounts=counted[0],
            people=counted[1],
            people_first_account=first or 0,
            by_bank={row[0] or "": row[1] for row in desk.all(banks)},
            by_village={row[0] or 0: row[1] for row in desk.all(villages)},
        )


def _earlier(mine: Any, theirs: Any, campaign_id: int) -> ColumnElement[bool]:
    """Whether ``theirs`` is an account the person had from elsewhere before ``mine``.

    By opening day; on the same day, or where one of them is undated, by the order of entry.
    """
    unclear = or_(
        theirs.c.opened_on == mine.c.opened_on,
        theirs.c.opened_on.is_(None),
        mine.c.opened_on.is_(None),
    )
    return and_(
        theirs.c.commune_id == mine.c.commune_id,
        theirs.c.resident_id == mine.c.resident_id,
        theirs.c.campaign_id.is_distinct_from(campaign_id),
        or_(
            theirs.c.opened_on < mine.c.opened_on,
            and_(unclear, theirs.c.account_id < mine.c.account_id),
        ),
    )


def _target(row: Any) -> Target:
    return Target(row.village_id, row.accounts, row.qr_codes)


def _columns(one: Target, position: int) -> dict[str, object]:
    return {
        "village_id": one.village_id,
        "accounts": one.accounts,
        "qr_codes": one.qr_codes,
        "position": position,
    }


def _session(row: Any) -> Session:
    return Session(
        row.session_id,
        row.campaign_id,
        row.village_id,
        row.held_on,
        row.place,
        row.bank_bin,
        row.officers,
        row.attendance,
    )


def _session_columns(one: Session) -> dict[str, object]:
    return {name: getattr(one, name) for name in Session.__slots__}
