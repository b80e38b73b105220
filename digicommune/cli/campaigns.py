"""Commands about bank campaigns: planned, followed, told in the fair table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from digicommune.cli.answers import Answer
from digicommune.cli.bank_names import bin_of
from digicommune.cli.opened import opened
from digicommune.domain.campaigns import Campaign, Session, Target, Told
from digicommune.domain.numbers import percentage, vi_int, vi_percent
from digicommune.errors import UserError
from digicommune.operations import campaigns, registers

if TYPE_CHECKING:
    import argparse

    from digicommune.domain.campaign_shares import Share
    from digicommune.domain.campaign_views import (
        CampaignView,
        Coverage,
        SessionLine,
        VillageProgress,
    )
    from digicommune.operations.office import Store

STATES = {"planned": "dự kiến", "running": "đang làm", "closed": "đã kết thúc"}
SHARE_DECIMALS = 1


def campaign_list(arguments: argparse.Namespace) -> Answer:
    """All campaigns with what they brought."""
    with opened(arguments) as store:
        found = campaigns.lines(store)
    said = [
        f"{one.campaign.code} — {one.campaign.name}: {vi_int(one.result.people)} người,"
        f" {vi_int(one.result.accounts)} tài khoản ({STATES[one.campaign.state]})"
        for one in found
    ]
    data = [
        {
            "code": one.campaign.code,
            "name": one.campaign.name,
            "state": one.campaign.state,
            "accounts": one.result.accounts,
            "people": one.result.people,
            "people_first_account": one.result.people_first_account,
        }
        for one in found
    ]
    return Answer(said or ["Chưa có chiến dịch nào."], {"campaigns": data})


def show(arguments: argparse.Namespace) -> Answer:
    """One campaign: the fair table, villages against targets, sessions."""
    with opened(arguments) as store:
        view = campaigns.view(store, arguments.code, arguments.period)
    return Answer(_said(view), _data(view))


def _said(view: CampaignView) -> list[str]:
    shares, campaign = view.shares, view.campaign
    said = [
        f"{campaign.code} — {campaign.name} ({STATES[campaign.state]})",
        f"{vi_int(shares.people)} người, {vi_int(shares.accounts)} tài khoản",
        f"Mở lần đầu: {vi_int(shares.people_first)} người",
    ]
    if view.coverage:
        one = view.coverage
        rate = vi_percent(one.people, one.of, SHARE_DECIMALS)
        said.append(f"{vi_int(one.people)}/{vi_int(one.of)} {one.base_name} = {rate} %")
    said += [_bank_said(view, one) for one in shares.banks]
    said += [
        f"{one.name}: {vi_int(one.accounts)} tài khoản"
        + (f" / chỉ tiêu {vi_int(one.target_accounts)}" if one.target_accounts is not None else "")
        for one in view.villages
    ]
    said += [
        f"Buổi {one.session.session_id}: {one.session.held_on:%d/%m/%Y} {one.session.starts_at}"
        f" {one.village}, {one.bank}: "
        + (f"{vi_int(one.accounts)} tài khoản" if one.lists else "chưa có danh sách của buổi")
        for one in view.sessions
    ]
    said += [
        f"Trùng lịch: buổi {one.first} và buổi {one.second} ({one.what})" for one in view.clashes
    ]
    return said


def _bank_said(view: CampaignView, one: Share) -> str:
    how = one.standings
    return (
        f"{view.bank(one.bank)}: {vi_int(one.accounts)} tài khoản, {vi_int(one.people)} người"
        f" (mới {vi_int(how['first'])}, cùng lúc với ngân hàng khác {vi_int(how['shared'])},"
        f" đã có nơi khác {vi_int(how['elsewhere'])}, đã có ở đây {vi_int(how['same_bank'])});"
        f" báo đã có {vi_int(one.told_had_one)}, không mở được {vi_int(one.refused)}"
    )


def _data(view: CampaignView) -> dict[str, Any]:
    campaign, shares = view.campaign, view.shares
    return {
        "code": campaign.code,
        "name": campaign.name,
        "state": campaign.state,
        "start": campaign.start,
        "end": campaign.end,
        "until": view.until,
        "accounts": shares.accounts,
        "people": shares.people,
        "people_first": shares.people_first,
        "people_shared": shares.people_shared,
        "people_before": shares.people_before,
        "several_banks": shares.several_banks,
        "refused_known": view.refused_known,
        "coverage": _rate(view.coverage),
        "commune": _rate(view.commune),
        "banks": [_bank_data(view, one) for one in shares.banks],
        "villages": [_village_data(one) for one in view.villages],
        "sessions": [_session_data(one) for one in view.sessions],
        "clashes": [
            {"kind": one.kind, "sessions": [one.first, one.second], "what": one.what}
            for one in view.clashes
        ],
    }


def _bank_data(view: CampaignView, one: Share) -> dict[str, Any]:
    return {
        "bank": one.bank,
        "name": view.bank(one.bank),
        "accounts": one.accounts,
        "people": one.people,
        **{str(how): count for how, count in one.standings.items()},
        "told_had_one": one.told_had_one,
        "refused": one.refused,
        "reasons": one.reasons,
    }


def _village_data(one: VillageProgress) -> dict[str, Any]:
    return {
        "village": one.name,
        "accounts": one.accounts,
        "people": one.people,
        "qr_codes": one.codes,
        "target_accounts": one.target_accounts,
        "target_qr_codes": one.target_codes,
    }


def _session_data(one: SessionLine) -> dict[str, Any]:
    return {
        "session": one.session.session_id,
        "date": one.session.held_on,
        "hour": one.session.starts_at,
        "village": one.village,
        "bank": one.session.bank_bin,
        "expected": one.session.expected,
        "attendance": one.session.attendance,
        "accounts": one.accounts,
        "people": one.people,
        "lists": one.lists,
        "told": one.told,
    }


def _rate(one: Coverage | None) -> dict[str, Any] | None:
    if one is None:
        return None
    rate = percentage(one.people, one.of, SHARE_DECIMALS)
    return {"people": one.people, "of": one.of, "base": one.base_name, "percentage": str(rate)}


def add(arguments: argparse.Namespace) -> Answer:
    """A new campaign."""
    with opened(arguments) as store:
        saved = campaigns.save(
            store,
            Campaign(
                0,
                arguments.code,
                arguments.name,
                arguments.start,
                arguments.end,
                tuple(bin_of(one) for one in arguments.bank),
                tuple(_target(store, one) for one in arguments.target),
            ),
        )
    return Answer([f"Đã lập chiến dịch {saved.code}."], {"code": saved.code})


def _target(store: Store, text: str) -> Target:
    name, _, count = text.rpartition("=")
    return Target(_village(store, name), _count(text, count))


def _count(text: str, count: str) -> int:
    if not count.strip().isdecimal():
        raise UserError(
            "count_unclear",
            f"Chưa hiểu “{text}”.",
            "Ghi tên, dấu = rồi số nguyên, ví dụ “Hổ Thôn=50”.",
            text=text,
        )
    return int(count)


def _village(store: Store, name: str) -> int:
    return registers.village_named(store, name).village_id


def session(arguments: argparse.Namespace) -> Answer:
    """One more session of a campaign."""
    with opened(arguments) as store:
        campaign = campaigns.view(store, arguments.code).campaign
        new = Session(
            0,
            campaign.campaign_id,
            _village(store, arguments.village),
            arguments.date,
            arguments.place,
            bin_of(arguments.bank) if arguments.bank else None,
            arguments.officers,
            arguments.attendance,
            arguments.hour,
            arguments.contact,
            arguments.expected,
        )
        saved = campaigns.save(store, replace(campaign, sessions=(*campaign.sessions, new)))
        view = campaigns.view(store, saved.code)
    number = saved.sessions[-1].session_id
    said = [f"Đã thêm buổi số {number} vào chiến dịch {saved.code}."]
    said += [
        f"Trùng lịch với buổi {one.first if one.second == number else one.second}: {one.what}"
        for one in view.clashes
        if number in (one.first, one.second)
    ]
    return Answer(said, {"code": saved.code, "session": number})


def told(arguments: argparse.Namespace) -> Answer:
    """What a bank told of a session in numbers."""
    pairs = [one.rpartition("=") for one in arguments.count]
    people = {code: _count(f"{code}={count}", count) for code, _, count in pairs}
    with opened(arguments) as store:
        bank = bin_of(arguments.bank)
        campaigns.tell(store, arguments.code, Told(arguments.session, bank, people))
    return Answer([f"Đã ghi số của buổi {arguments.session}."], {"session": arguments.session})
