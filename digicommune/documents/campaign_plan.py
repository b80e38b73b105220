"""Kế hoạch phối hợp với ngân hàng mở tài khoản, cấp mã QR, from a frozen snapshot (§5.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.documents.campaign_tables import needs_table, planned_table
from digicommune.documents.campaign_telling import CampaignTelling
from digicommune.documents.description import (
    Annex,
    Block,
    Document,
    Heading,
    Metadata,
    Orientation,
    Title,
    note,
)
from digicommune.documents.phrases import roman
from digicommune.documents.telling import head_of
from digicommune.domain.numbers import vi_int

if TYPE_CHECKING:
    from digicommune.documents.campaign_wording import CampaignWords, PlanWords
    from digicommune.domain.campaign_snapshot import CampaignSnapshot

KIND = "ke-hoach-chien-dich"


def compose(snapshot: CampaignSnapshot, words: CampaignWords) -> Document:
    """The plan with its schedule and its targets by village."""
    told = words.plan
    telling = CampaignTelling(snapshot, words, told.symbol, told.named)
    return Document(
        header=head_of(snapshot.commune_kind, snapshot.commune_name),
        number=telling.number,
        title=Title(told.kind, tuple(telling.fill(one) for one in told.subject)),
        blocks=_body(telling, told),
        date=snapshot.dated,
        year=snapshot.view.campaign.start.year,
        signature=telling.signature,
        recipients=snapshot.recipients,
        annexes=_annexes(telling, told),
        language=words.language,
        metadata=Metadata(telling.agency, (KIND, snapshot.view.campaign.code)),
    )


def _body(telling: CampaignTelling, told: PlanWords) -> tuple[Block, ...]:
    parts: tuple[tuple[str, list[Block]], ...] = (
        (told.purpose, _lines(telling, told.purpose_lines)),
        (told.who, _lines(telling, told.who_lines)),
        (told.goals, [_goal(telling, told), telling.say(told.how)]),
        (told.money, list(telling.section("money", told.money_line))),
        (told.organise, _lines(telling, told.organise_lines)),
    )
    blocks: list[Block] = [telling.say(told.opening)]
    for place, (title, listed) in enumerate(parts, start=1):
        blocks += [Heading(f"{roman(place)}. {title}"), *listed]
    return (*blocks, telling.say(told.closing))


def _lines(telling: CampaignTelling, lines: tuple[str, ...]) -> list[Block]:
    return [telling.say(one) for one in lines]


def _goal(telling: CampaignTelling, told: PlanWords) -> Block:
    campaign = telling.snapshot.view.campaign
    codes = [one.qr_codes for one in campaign.targets if one.qr_codes is not None]
    accounts = campaign.target_accounts
    if accounts is None:
        return telling.say(told.no_goal)
    return telling.say(told.goal, accounts=vi_int(accounts), codes=vi_int(sum(codes)))


def _annexes(telling: CampaignTelling, told: PlanWords) -> tuple[Annex, ...]:
    snapshot, heads = telling.snapshot, telling.words.columns
    parts: list[tuple[str, tuple[Block, ...]]] = [
        (told.schedule, (planned_table(snapshot.view, heads),)),
        (told.needs, (needs_table(snapshot, heads), note(telling.fill(told.needs_note)))),
    ]
    return tuple(
        Annex(roman(place), (title,), telling.reference, blocks, Orientation.LANDSCAPE)
        for place, (title, blocks) in enumerate(parts, start=1)
    )
