"""Kế hoạch phối hợp với ngân hàng mở tài khoản, cấp mã QR, from a frozen snapshot (§5.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.documents.campaign_tables import needs_table, planned_table
from digicommune.documents.campaign_telling import CampaignTelling
from digicommune.documents.description import (
    Annex,
    Block,
    Document,
    Metadata,
    Orientation,
    Title,
    note,
)
from digicommune.documents.letter_page import RECIPIENTS, SUBJECT, page_sections, paged
from digicommune.documents.phrases import roman
from digicommune.documents.report_parts import Part, Section, body_of, written
from digicommune.documents.telling import head_of
from digicommune.documents.wording import MARKS
from digicommune.domain.numbers import vi_int

if TYPE_CHECKING:
    from digicommune.documents.campaign_wording import CampaignWords, PlanWords
    from digicommune.domain.campaign_snapshot import CampaignSnapshot

KIND = "ke-hoach-chien-dich"


def compose(snapshot: CampaignSnapshot, words: CampaignWords) -> Document:
    """The plan with its schedule and its targets by village."""
    told = words.plan
    telling = CampaignTelling(snapshot, words, told.symbol, told.named)
    made = Document(
        header=head_of(snapshot.commune_kind, snapshot.commune_name),
        number=telling.number,
        title=Title(told.kind, _subject(telling, told)),
        blocks=body_of(_parts(telling, told), snapshot.sections),
        date=snapshot.dated,
        year=snapshot.view.campaign.start.year,
        signature=telling.signature,
        recipients=snapshot.recipients,
        annexes=_annexes(telling, told),
        language=words.language,
        metadata=Metadata(telling.agency, (KIND, snapshot.view.campaign.code)),
    )
    return paged(telling, made)


def sections(snapshot: CampaignSnapshot, words: CampaignWords) -> tuple[Section, ...]:
    """The sections an officer may write, as generated, in the order they are printed."""
    told = words.plan
    telling = CampaignTelling(snapshot, words, told.symbol, told.named)
    around = {
        SUBJECT: _subject(telling, told),
        RECIPIENTS: snapshot.recipients,
        **dict.fromkeys(MARKS, ()),
    }
    return (*written(_parts(telling, told)), *page_sections(telling, around))


def _subject(telling: CampaignTelling, told: PlanWords) -> tuple[str, ...]:
    return tuple(telling.fill(one) for one in told.subject)


def _parts(telling: CampaignTelling, told: PlanWords) -> tuple[Part, ...]:
    goals = telling.section("goals", _goal(telling, told), telling.say(told.how))
    return (
        Part("", (telling.section("opening", telling.say(told.opening)),)),
        Part(told.purpose, (telling.plain("purpose", *_lines(telling, told.purpose_lines)),)),
        Part(told.who, (telling.section("who", *_lines(telling, told.who_lines)),)),
        Part(told.goals, (goals,)),
        Part(told.money, (telling.plain("money", telling.say(told.money_line)),)),
        Part(told.organise, (telling.section("organise", *_lines(telling, told.organise_lines)),)),
        Part("", (telling.section("closing", telling.say(told.closing)),)),
    )


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
