"""Campaigns with their banks, targets and sessions; banks of the pack. It counts nobody."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import select

from digicommune.db import schema
from digicommune.db.desk import Desk
from digicommune.domain.banks import Bank
from digicommune.domain.campaigns import Campaign, Session, Target
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
                state=row.state or "running",
                note=row.note or "",
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
            "state": campaign.state,
            "note": campaign.note,
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
        tables = (schema.campaign_banks, schema.campaign_targets)
        for table in tables:
            self._desk.remove(table, table.c.campaign_id == campaign.campaign_id)
        number = {"campaign_id": campaign.campaign_id}
        banks, targets = enumerate(campaign.banks), enumerate(campaign.targets)
        self._desk.add_some(tables[0], [{**number, "bin": one, "position": n} for n, one in banks])
        self._desk.add_some(tables[1], [{**number, **_columns(one, n)} for n, one in targets])
        self._write_sessions(campaign)

    def _write_sessions(self, campaign: Campaign) -> None:
        """Sessions keep their rows: lists, numbers and letters hang on them."""
        table, desk = schema.campaign_sessions, self._desk
        kept = [one.session_id for one in campaign.sessions]
        gone = table.c.session_id.not_in(kept)
        query = select(table.c.session_id).where(
            desk.mine(table), table.c.campaign_id == campaign.campaign_id, gone
        )
        leaving = [row[0] for row in desk.all(query)]
        self._refuse_used(leaving)
        tallies = schema.session_tallies
        desk.remove(tallies, tallies.c.session_id.in_(leaving))
        desk.remove(table, table.c.session_id.in_(leaving))
        desk.put(table, "session_id", [_session_columns(one) for one in campaign.sessions])

    def _refuse_used(self, sessions: list[int]) -> None:
        """A session that a list or letters speak of stays."""
        lists, letters = schema.import_sessions, schema.letter_batch_rows
        used = sum(
            self._desk.count(table, table.c.session_id.in_(sessions)) for table in (lists, letters)
        )
        if used:
            raise UserError(
                "session_in_use",
                "Buổi này đã có danh sách kết quả hoặc giấy mời nên không xóa được.",
                "Giữ buổi lại và sửa ngày, nơi; hoặc hoàn tác lần nhập danh sách trước.",
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
        row.starts_at or "",
        row.contact or "",
        row.expected,
        row.note or "",
    )


def _session_columns(one: Session) -> dict[str, object]:
    return {name: getattr(one, name) for name in Session.__slots__}
