"""Báo cáo kết quả chiến dịch mở tài khoản, from a frozen snapshot; it computes no person."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from digicommune.charts.values import Bar, DayCount, DayLine, VillageBars
from digicommune.documents.campaign_tables import (
    OPTIONAL,
    banks_table,
    sessions_table,
    share,
    villages_table,
)
from digicommune.documents.campaign_telling import CampaignTelling
from digicommune.documents.description import (
    Annex,
    Block,
    Chart,
    Document,
    Metadata,
    Orientation,
    Title,
    note,
)
from digicommune.documents.dossier_telling import lower_first
from digicommune.documents.figure_words import quantity
from digicommune.documents.letter_page import (
    ADDRESSEES,
    RECIPIENTS,
    SUBJECT,
    page_sections,
    paged,
)
from digicommune.documents.report_parts import Part, Section, body_of, written
from digicommune.documents.table_columns import without_empty
from digicommune.documents.telling import head_of
from digicommune.documents.wording import MARKS
from digicommune.domain.numbers import vi_int

if TYPE_CHECKING:
    from digicommune.documents.campaign_wording import CampaignWords, ReportWords
    from digicommune.domain.campaign_shares import ShareTable
    from digicommune.domain.campaign_snapshot import CampaignSnapshot
    from digicommune.domain.campaign_views import CampaignView, Coverage

KIND = "bao-cao-chien-dich"


def compose(snapshot: CampaignSnapshot, words: CampaignWords) -> Document:
    """The report; every figure comes from the snapshot and from nowhere else."""
    told = words.report
    telling = CampaignTelling(snapshot, words, told.symbol, told.named)
    made = Document(
        header=head_of(snapshot.commune_kind, snapshot.commune_name),
        number=telling.number,
        title=Title(told.kind, _subject(telling, told)),
        blocks=body_of(_parts(telling, told), snapshot.sections),
        date=snapshot.dated,
        year=snapshot.period_end.year,
        addressees=snapshot.addressees,
        signature=telling.signature,
        recipients=snapshot.recipients,
        annexes=_annexes(telling, told),
        language=words.language,
        metadata=Metadata(telling.agency, (KIND, snapshot.view.campaign.code)),
    )
    return paged(telling, made)


def sections(snapshot: CampaignSnapshot, words: CampaignWords) -> tuple[Section, ...]:
    """The sections an officer may write, as generated, in the order they are printed."""
    told = words.report
    telling = CampaignTelling(snapshot, words, told.symbol, told.named)
    around = {
        SUBJECT: _subject(telling, told),
        ADDRESSEES: snapshot.addressees,
        RECIPIENTS: snapshot.recipients,
        **dict.fromkeys(MARKS, ()),
    }
    return (*written(_parts(telling, told)), *page_sections(telling, around))


def _subject(telling: CampaignTelling, told: ReportWords) -> tuple[str, ...]:
    return tuple(telling.fill(one) for one in told.subject)


def _parts(telling: CampaignTelling, told: ReportWords) -> tuple[Part, ...]:
    return (
        Part("", (telling.section("opening", telling.say(told.opening)),)),
        Part(
            told.work, (telling.plain("direction"), telling.section("work", *_work(telling, told)))
        ),
        Part(told.results, _results(telling, told)),
        Part(told.assessment, (telling.section("assessment", *_assessment(telling, told)),)),
        Part(told.tasks, (telling.plain("tasks", telling.say(told.tasks_default)),)),
        Part("", (telling.section("closing", telling.say(told.closing)),)),
    )


def _work(telling: CampaignTelling, told: ReportWords) -> list[Block]:
    view = telling.snapshot.view
    if not view.sessions:
        return [telling.say(told.no_sessions)]
    villages = {one.session.village_id for one in view.sessions if one.session.village_id}
    sessions = telling.say(
        told.sessions,
        sessions=quantity(len(view.sessions)),
        villages=quantity(len(villages)),
        annex=told.the_annex,
    )
    came = [one.session.attendance for one in view.sessions if one.session.attendance is not None]
    counted = telling.say(told.attendance, count=quantity(len(came)), people=vi_int(sum(came)))
    return [sessions, *([counted] if came else [])]


def _results(telling: CampaignTelling, told: ReportWords) -> tuple[Section, ...]:
    overall = telling.section("overall", *_overall(telling, told), heading=told.overall)
    banks = Section("banks", "", _banks(telling, told), told.banks_heading, fixed=True)
    reasons = telling.section("reasons", *_refusals(telling, told), heading=told.banks_heading)
    villages = Section("villages", "", _villages(telling, told), told.villages_heading, fixed=True)
    return (replace(overall, stays=_days(telling, told)), banks, reasons, villages)


def _days(telling: CampaignTelling, told: ReportWords) -> tuple[Block, ...]:
    """The sum by day as a picture."""
    view = telling.snapshot.view
    if not view.days:
        return ()
    undated = note(telling.fill(told.undated, count=vi_int(view.undated)))
    chart = Chart(days_line(view, told.days_caption), told.days_caption)
    return (chart, undated) if view.undated else (chart,)


def _banks(telling: CampaignTelling, told: ReportWords) -> tuple[Block, ...]:
    view = telling.snapshot.view
    shared = vi_int(view.shares.people_shared)
    remark = note(telling.fill(told.banks_note, shared=shared))
    return (banks_table(view, telling.words.columns), remark)


def _refusals(telling: CampaignTelling, told: ReportWords) -> list[Block]:
    """Why banks opened none, and how many the teams found who refuse."""
    view, reasons = telling.snapshot.view, _reasons(telling, told)
    blocks: list[Block] = [telling.say(told.reasons, reasons=reasons)] if reasons else []
    if view.refused_known:
        blocks.append(telling.say(told.refused_known, count=quantity(view.refused_known)))
    return blocks


def _villages(telling: CampaignTelling, told: ReportWords) -> tuple[Block, ...]:
    view = telling.snapshot.view
    table = villages_table(view, telling.words.columns)
    if not any(one.target_accounts for one in view.villages):
        return (table,)
    return (table, Chart(_bars(view, told.villages_caption), told.villages_caption))


def _overall(telling: CampaignTelling, told: ReportWords) -> list[Block]:
    view = telling.snapshot.view
    shares, target = view.shares, view.campaign.target_accounts
    blocks: list[Block] = [telling.say(" ".join(_opened(told, shares)), **_people(shares))]
    if view.coverage is not None:
        blocks.append(telling.say(told.coverage, **_rate(view.coverage)))
    if view.commune is not None:
        blocks.append(telling.say(told.commune, **_rate(view.commune)))
    if target:
        percent = share(shares.accounts, target)
        accounts = vi_int(shares.accounts)
        blocks.append(
            telling.say(told.target, target=vi_int(target), accounts=accounts, percent=percent)
        )
    if view.codes:
        blocks.append(telling.say(told.codes, codes=vi_int(view.codes)))
    if telling.snapshot.locked:
        blocks.append(telling.say(told.locked))
    if telling.snapshot.open_rows:
        blocks.append(telling.say(told.open_rows, count=quantity(telling.snapshot.open_rows)))
    return blocks


def _opened(told: ReportWords, shares: ShareTable) -> list[str]:
    """The sentences of accounts and people; of nobody none is told."""
    several = [told.several] if shares.several_banks else []
    return [told.people, *several, *([told.before] if shares.people_before else [])]


def _people(shares: ShareTable) -> dict[str, str]:
    return {
        "accounts": vi_int(shares.accounts),
        "people": vi_int(shares.people),
        "several": quantity(shares.several_banks),
        "first": vi_int(shares.people_first),
        "before": quantity(shares.people_before),
    }


def _rate(one: Coverage) -> dict[str, str]:
    return {
        "people": vi_int(one.people),
        "of": vi_int(one.of),
        "base": one.base_name,
        "percent": share(one.people, one.of),
    }


def _reasons(telling: CampaignTelling, words: ReportWords) -> str:
    view = telling.snapshot.view
    names = {one.code: one.name for one in view.outcomes}
    told: dict[str, int] = {}
    for bank in view.shares.banks:
        for code, people in bank.reasons.items():
            told[code] = told.get(code, 0) + people
    ordered = sorted(told.items(), key=lambda one: (-one[1], one[0]))
    return "; ".join(
        telling.fill(words.reason, name=lower_first(names.get(code, code)), count=quantity(people))
        for code, people in ordered
    )


def _assessment(telling: CampaignTelling, told: ReportWords) -> list[Block]:
    judged = [
        (f"{one.name} ({vi_int(one.accounts)}/{vi_int(one.target_accounts)})", one)
        for one in telling.snapshot.view.villages
        if one.target_accounts is not None
    ]
    met = [name for name, one in judged if one.accounts >= (one.target_accounts or 0)]
    missed = [name for name, one in judged if one.accounts < (one.target_accounts or 0)]
    blocks: list[Block] = []
    if met:
        blocks.append(telling.say(told.reached, names="; ".join(met)))
    if missed:
        blocks.append(telling.say(told.missed, names="; ".join(missed)))
    return blocks or [telling.say(told.no_targets)]


def days_line(view: CampaignView, title: str) -> DayLine:
    """The campaign's sum by day as it is drawn."""
    target = view.campaign.target_accounts
    last = view.days[-1].day if view.days else view.campaign.start
    return DayLine(
        title,
        tuple(DayCount(one.day, one.accounts) for one in view.days),
        view.campaign.start,
        last,
        target,
        f"Chỉ tiêu {vi_int(target)}" if target else "",
    )


def _bars(view: CampaignView, title: str) -> VillageBars:
    bars = tuple(
        Bar(
            one.name,
            Fraction(one.accounts, one.target_accounts),
            f"{share(one.accounts, one.target_accounts)}%",
            one.accounts >= one.target_accounts,
        )
        for one in view.villages
        if one.target_accounts
    )
    return VillageBars(title, bars, Fraction(1), "Chỉ tiêu")


def _annexes(telling: CampaignTelling, told: ReportWords) -> tuple[Annex, ...]:
    view = telling.snapshot.view
    if not view.sessions:
        return ()
    table = without_empty(sessions_table(view, telling.words.columns), OPTIONAL)
    return (Annex("", (told.annex,), telling.reference, (table,), Orientation.LANDSCAPE),)
