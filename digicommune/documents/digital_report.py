"""Báo cáo kết quả thực hiện chuyển đổi số và xây dựng thôn thông minh, from a frozen snapshot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.documents import figure_words as words
from digicommune.documents.description import (
    Annex,
    Block,
    Document,
    Heading,
    Metadata,
    Orientation,
    Title,
    bullet,
    paragraph,
)
from digicommune.documents.phrases import roman
from digicommune.documents.report_annexes import criteria_annex, indicators_annex, villages_annex
from digicommune.documents.report_results import results
from digicommune.documents.telling import Telling, names
from digicommune.domain.numbers import vi_int

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digicommune.documents.wording import Wording
    from digicommune.domain.snapshot import ReportSnapshot, SnapshotCampaign


def compose(snapshot: ReportSnapshot, wording: Wording) -> Document:
    """The report with its annexes; every figure comes from the snapshot and from nowhere else."""
    telling = Telling(snapshot, wording)
    annexes = _annexes(telling)
    return Document(
        header=telling.head,
        number=telling.number,
        title=Title(wording.kind, _subject(telling)),
        blocks=_body(telling, annexes),
        date=snapshot.dated,
        year=telling.year,
        addressees=snapshot.addressees,
        bases=tuple(one.text for one in wording.basis if one.holds(snapshot.period_end)),
        signature=telling.signature,
        recipients=snapshot.recipients,
        annexes=annexes,
        language=wording.language,
        metadata=Metadata(telling.agency, (snapshot.period_code, wording.code)),
    )


def _subject(telling: Telling) -> tuple[str, ...]:
    place = {"period": telling.snapshot.period_title}
    return tuple(line.format_map(place) for line in telling.wording.subject)


def _body(telling: Telling, annexes: tuple[Annex, ...]) -> tuple[Block, ...]:
    parts: tuple[tuple[str, Sequence[Block]], ...] = (
        ("direction", _direction(telling)),
        ("results", [*results(telling), _pointer(telling, annexes)]),
        ("assessment", _assessment(telling)),
        ("tasks", list(telling.section_or_default("tasks"))),
        ("proposals", list(telling.section_or_default("proposals"))),
    )
    blocks = _opening(telling)
    for place, (name, told) in enumerate(parts, start=1):
        blocks += [Heading(f"{roman(place)}. {telling.wording.headings[name]}"), *told]
    commune, period = telling.commune, telling.snapshot.period_title
    return (*blocks, paragraph(telling.wording.say("closing", commune=commune, period=period)))


def _opening(telling: Telling) -> list[Block]:
    snapshot, say = telling.snapshot, telling.wording.say
    opening = say(
        "opening",
        commune=telling.commune,
        period=snapshot.period_title,
        start=words.day(snapshot.period_start),
        end=words.day(snapshot.period_end),
    )
    replaced = snapshot.sections.get("replaces", "").strip() or telling.replaced
    before: list[Block] = [paragraph(say("replaces", replaced=replaced))] if replaced else []
    return [*before, paragraph(opening)]


def _direction(telling: Telling) -> list[Block]:
    blocks: list[Block] = [*_scope(telling), *telling.section_or_default("direction")]
    return [*blocks, *(bullet(_campaign(telling, one)) for one in telling.snapshot.campaigns)]


def _scope(telling: Telling) -> list[Block]:
    villages = words.known_villages(telling.snapshot)
    households = words.population(villages, "so_ho")
    residents = words.population(villages, "nhan_khau")
    if households is None or residents is None:
        return []
    scope = telling.wording.say(
        "scope",
        kind=telling.snapshot.commune_kind,
        villages=words.quantity(len(villages)),
        households=vi_int(households),
        residents=vi_int(residents),
    )
    return [paragraph(scope)]


def _campaign(telling: Telling, campaign: SnapshotCampaign) -> str:
    return telling.wording.say(
        "campaign",
        name=campaign.name,
        start=words.day(campaign.start),
        end=words.day(campaign.end),
        banks=names(campaign.banks),
        sessions=words.quantity(campaign.sessions),
        accounts=vi_int(campaign.accounts),
        people=vi_int(campaign.people_first_account),
    )


def _assessment(telling: Telling) -> list[Block]:
    judged = [(one.name, words.target_gap(one)) for one in telling.snapshot.indicators]
    met = [name for name, gap in judged if gap == 0]
    missed = [name for name, gap in judged if gap]
    headings = telling.wording.headings
    return [
        Heading(f"1. {headings['strengths']}", 2),
        *_judged(telling, "strengths", ("targets_met", met)),
        Heading(f"2. {headings['difficulties']}", 2),
        *_judged(telling, "difficulties", ("targets_missed", missed)),
    ]


def _judged(telling: Telling, section: str, found: tuple[str, list[str]]) -> list[Block]:
    """The indicators on this side of their targets, then the officer's own words."""
    sentence, indicators = found
    own: list[Block] = list(telling.section(section))
    if indicators:
        own.insert(0, paragraph(telling.wording.say(sentence, names=names(indicators, "; "))))
    return own or list(telling.section_or_default(section))


def _pointer(telling: Telling, annexes: tuple[Annex, ...]) -> Block:
    """The main text must point to its annexes (Decree 30/2020, Annex I)."""
    numbered = [f"Phụ lục {annex.number}" for annex in annexes]
    return paragraph(telling.wording.say("annexes", annexes=names(numbered)))


def _annexes(telling: Telling) -> tuple[Annex, ...]:
    headings, criteria = telling.wording.headings, telling.snapshot.criteria
    told = [(headings["indicators_annex"], indicators_annex(telling))]
    if telling.snapshot.villages:
        told.append((headings["villages_annex"], villages_annex(telling)))
    if criteria is not None and telling.snapshot.verdicts:
        told.append((headings["criteria_annex"], criteria_annex(telling, criteria)))
    return tuple(
        Annex(roman(place), (title,), telling.reference, blocks, Orientation.LANDSCAPE)
        for place, (title, blocks) in enumerate(told, start=1)
    )
