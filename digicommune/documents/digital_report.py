"""Báo cáo kết quả thực hiện chuyển đổi số và xây dựng thôn thông minh, from a frozen snapshot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.documents import figure_words as words
from digicommune.documents.description import (
    Annex,
    Block,
    Document,
    Metadata,
    Orientation,
    Table,
    Title,
    bullet,
    paragraph,
)
from digicommune.documents.letter_page import (
    ADDRESSEES,
    RECIPIENTS,
    SUBJECT,
    page_sections,
    paged,
)
from digicommune.documents.phrases import roman
from digicommune.documents.report_annexes import criteria_annex, indicators_annex, villages_annex
from digicommune.documents.report_changes import plan_table
from digicommune.documents.report_papers import PAPERS, listed_papers, papers_annex
from digicommune.documents.report_parts import Part, Section, body_of, written
from digicommune.documents.report_results import results
from digicommune.documents.telling import Telling, names
from digicommune.documents.wording import MARKS
from digicommune.domain.numbers import vi_int
from digicommune.domain.periods import following_title, parse_period

if TYPE_CHECKING:
    from digicommune.documents.wording import Wording
    from digicommune.domain.snapshot import ReportSnapshot, SnapshotCampaign, SnapshotTeams


def compose(snapshot: ReportSnapshot, wording: Wording) -> Document:
    """The report with its annexes; every figure comes from the snapshot and from nowhere else."""
    telling = Telling(snapshot, wording)
    annexes = _annexes(telling)
    made = Document(
        header=telling.head,
        number=telling.number,
        title=Title(wording.kind, _subject(telling)),
        blocks=body_of(_parts(telling, annexes), snapshot.sections),
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
    return paged(telling, made)


def sections(snapshot: ReportSnapshot, wording: Wording) -> tuple[Section, ...]:
    """The sections an officer may write, as generated, in the order they are printed."""
    telling = Telling(snapshot, wording)
    parts = _parts(telling, _annexes(telling))
    around = {
        SUBJECT: _subject(telling),
        ADDRESSEES: snapshot.addressees,
        RECIPIENTS: snapshot.recipients,
        **dict.fromkeys(MARKS, ()),
    }
    return (*written(parts), *page_sections(telling, around))


def _subject(telling: Telling) -> tuple[str, ...]:
    period = parse_period(telling.snapshot.period_code)
    place = {"period": telling.snapshot.period_title, "next": following_title(period)}
    lines = telling.wording.subjects.get(period.kind, telling.wording.subject)
    return tuple(line.format_map(place) for line in lines)


def _parts(telling: Telling, annexes: tuple[Annex, ...]) -> tuple[Part, ...]:
    heading = telling.wording.headings
    pointer = Section("pointer", "", (_pointer(telling, annexes),), fixed=True)
    said = telling.wording.say(
        "closing", commune=telling.commune, period=telling.snapshot.period_title
    )
    return (
        Part("", _opening(telling)),
        Part(heading["direction"], _direction(telling)),
        Part(heading["results"], (*results(telling), pointer)),
        Part(heading["assessment"], _assessment(telling), on_demand=telling.short),
        Part(_tasks_heading(telling), _tasks(telling)),
        Part(
            heading["proposals"],
            (_words(telling, "proposals"),),
            on_demand=telling.short,
        ),
        Part("", (_section(telling, "closing", paragraph(said)),)),
    )


def _section(telling: Telling, code: str, *told: Block, heading: str = "") -> Section:
    """A section with figures in it: what was typed over them is not offered again."""
    return Section(code, telling.wording.section_titles[code], told, heading)


def _words(telling: Telling, code: str, *, heading: str = "", silent: bool = False) -> Section:
    """A section of words: the plain sentence of the pack, unless ``silent``."""
    plain = paragraph(telling.wording.otherwise(code, telling.snapshot.commune_kind))
    title = telling.wording.section_titles[code]
    return Section(code, title, () if silent else (plain,), heading, words=True)


def _opening(telling: Telling) -> tuple[Section, ...]:
    snapshot, say = telling.snapshot, telling.wording.say
    opening = say(
        "opening",
        commune=telling.commune,
        period=snapshot.period_title,
        start=words.day(snapshot.period_start),
        end=words.day(snapshot.counted_to),
    )
    found = [_section(telling, "opening", paragraph(opening))]
    replaced = snapshot.sections.get("replaces", "").strip() or telling.replaced
    if replaced:
        told = paragraph(say("replaces", replaced=replaced))
        found.insert(0, Section("replaced", "", (told,), fixed=True))
    return tuple(found)


def _direction(telling: Telling) -> tuple[Section, ...]:
    """Steering, teams, campaigns; numbered only where there is more than one of them."""
    headings, snapshot = telling.wording.headings, telling.snapshot
    several = snapshot.teams is not None or bool(snapshot.campaigns)
    steering = headings["steering"] if several else ""
    found = [
        _section(telling, "scope", *_scope(telling), heading=steering),
        _words(telling, "direction", heading=steering),
    ]
    found += _papers(telling, steering)
    if snapshot.teams is not None:
        told_of = _teams(telling, snapshot.teams)
        found.append(_section(telling, "teams", *told_of, heading=headings["teams"]))
    if snapshot.campaigns:
        lines = [bullet(_campaign(telling, one)) for one in snapshot.campaigns]
        found.append(_section(telling, "campaigns", *lines, heading=headings["campaigns"]))
    return tuple(found)


def _papers(telling: Telling, heading: str) -> list[Section]:
    """How many papers the annex lists, and the place to type those the register does not know."""
    if telling.short:
        return []
    listed = listed_papers(telling)
    said = telling.wording.say("papers", count=words.quantity(len(listed)))
    told = (paragraph(said),) if listed else ()
    title = telling.wording.section_titles[PAPERS]
    return [
        Section("papers_told", "", told, heading, fixed=True),
        Section(PAPERS, title, (), heading, elsewhere=True),
    ]


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


def _teams(telling: Telling, teams: SnapshotTeams) -> list[Block]:
    """How many teams and members stand, what they walked and learnt within the period."""
    say, count = telling.wording.say, words.quantity
    standing = say(
        "teams",
        kind=telling.snapshot.commune_kind,
        teams=count(teams.teams),
        members=count(teams.members),
    )
    if teams.rounds:
        walked = say(
            "teams_rounds",
            rounds=count(teams.rounds),
            households=count(teams.households),
            people=count(teams.people),
        )
    else:
        walked = say("teams_idle")
    blocks: list[Block] = [paragraph(f"{standing} {walked}")]
    if teams.trainings:
        learnt = {"trainings": count(teams.trainings), "attended": count(teams.attended)}
        sentence = "trainings_attended" if teams.attended else "trainings"
        blocks.append(paragraph(say(sentence, **learnt)))
    return blocks


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


def _assessment(telling: Telling) -> tuple[Section, ...]:
    judged = [(one.name, words.target_gap(one)) for one in telling.snapshot.indicators]
    met = [name for name, gap in judged if gap == 0]
    missed = [name for name, gap in judged if gap]
    headings = telling.wording.headings
    return (
        *_judged(telling, ("targets_met", "strengths"), headings["strengths"], met),
        *_judged(telling, ("targets_missed", "difficulties"), headings["difficulties"], missed),
        Section(
            "causes",
            telling.wording.section_titles["causes"],
            (),
            headings["causes"],
            words=True,
        ),
    )


def _judged(
    telling: Telling, codes: tuple[str, str], heading: str, indicators: list[str]
) -> tuple[Section, ...]:
    """The indicators on this side of their targets, then the officer's own words."""
    found, own = codes
    if not indicators:
        known = any(words.counted(one.total) for one in telling.snapshot.indicators)
        silent = own == "strengths" and not known  # nothing is praised where nothing is known
        return (_words(telling, own, heading=heading, silent=silent),)
    told = paragraph(telling.wording.say(found, names=names(indicators, "; ")))
    judged = _section(telling, found, told, heading=heading)
    return (judged, _words(telling, own, heading=heading, silent=True))


def _tasks_heading(telling: Telling) -> str:
    """ "PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ II NĂM 2026"; after a free period no time is named."""
    following = following_title(parse_period(telling.snapshot.period_code))
    if not following:
        return telling.wording.headings["tasks"]
    return telling.wording.headings["tasks_next"].format_map({"next": following.upper()})


def _tasks(telling: Telling) -> tuple[Section, ...]:
    """What is to be done; a year's report adds the targets of the next."""
    period = parse_period(telling.snapshot.period_code)
    table: Table | None = plan_table(telling) if period.kind == "year" else None
    if table is None:
        return (_words(telling, "tasks"),)
    said = paragraph(telling.wording.say("plan", next=following_title(period)))
    plan = Section("plan", "", (said,), stays=(table,), fixed=True)
    return (_words(telling, "tasks"), plan)


def _pointer(telling: Telling, annexes: tuple[Annex, ...]) -> Block:
    """The main text must point to its annexes (Decree 30/2020, Annex I)."""
    numbered = [f"Phụ lục {annex.number}".strip() for annex in annexes]
    return paragraph(telling.wording.say("annexes", annexes=names(numbered)))


def _annexes(telling: Telling) -> tuple[Annex, ...]:
    """The short form has the first alone; the list of papers stands third where there are any."""
    headings, criteria = telling.wording.headings, telling.snapshot.criteria
    told = [(headings["indicators_annex"], indicators_annex(telling))]
    if telling.snapshot.villages and not telling.short:
        told.append((telling.wording.headed("villages_annex"), villages_annex(telling)))
    if listed_papers(telling) and not telling.short:
        told.append((headings["papers_annex"], papers_annex(telling)))
    if criteria is not None and telling.snapshot.verdicts and not telling.short:
        told.append((telling.wording.headed("criteria_annex"), criteria_annex(telling, criteria)))
    return tuple(
        Annex(
            roman(place) if len(told) > 1 else "",
            (title,),
            telling.reference,
            blocks,
            Orientation.LANDSCAPE,
        )
        for place, (title, blocks) in enumerate(told, start=1)
    )
