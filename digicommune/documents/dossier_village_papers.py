"""The papers a village makes: registration, self-assessment, meeting minutes, opinions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.documents.description import (
    Align,
    Annex,
    Block,
    Column,
    Document,
    Heading,
    Metadata,
    Orientation,
    Row,
    RowKind,
    Table,
    Title,
    note,
    paragraph,
)
from digicommune.documents.dossier_tables import (
    assessed_table,
    proof_names,
    registered_table,
    verdict_word,
)
from digicommune.documents.dossier_telling import told_lines
from digicommune.documents.figure_words import decimal_words
from digicommune.documents.phrases import date_phrase, roman
from digicommune.domain.criteria import CriterionResult
from digicommune.domain.criteria_words import reached
from digicommune.domain.numbers import vi_int

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digicommune.documents.dossier_telling import DossierTelling
    from digicommune.domain.criteria import Criterion
    from digicommune.domain.dossier import OpinionLine


def registration(telling: DossierTelling) -> Document:
    """Bản đăng ký xây dựng thôn thông minh."""
    step = telling.snapshot.dossier.registration
    parts: list[tuple[str, list[Block]]] = [
        ("about", [*_people(telling), *told_lines(step.reasons)] or telling.body("")),
        ("criteria", [registered_table(telling)]),
        ("plan", telling.body(step.plan)),
        ("pledge", [paragraph(telling.say("registration", "pledged"))]),
    ]
    blocks: list[Block] = [paragraph(telling.say("registration", "opening"))]
    for place, (name, told) in enumerate(parts, start=1):
        blocks += [Heading(f"{place}. {telling.say('registration', name)}", 2), *told]
    return Document(
        header=telling.village_head,
        number=None,
        title=_title(telling, "registration"),
        blocks=tuple(blocks),
        date=step.dated,
        year=telling.year,
        addressees=(telling.say("registration", "addressee"),),
        signature=telling.hinted(telling.head_title, step.signed_by),
        language=telling.words.language,
        metadata=_metadata(telling),
        outline=telling.say("registration", "title"),
    )


def _title(telling: DossierTelling, paper: str) -> Title:
    return Title(telling.say(paper, "kind"), telling.lines(paper, "subject"))


def _metadata(telling: DossierTelling) -> Metadata:
    return Metadata(telling.agency, (telling.snapshot.kind, telling.snapshot.village.name))


def _people(telling: DossierTelling) -> list[Block]:
    population = telling.snapshot.village.population
    households, residents = population.get("so_ho"), population.get("nhan_khau")
    if households is None or residents is None:
        return []
    counts = {"households": vi_int(households), "residents": vi_int(residents)}
    return [paragraph(telling.say("registration", "people", **counts))]


# --- self-assessment ---


def self_assessment(telling: DossierTelling) -> Document:
    """Báo cáo tự đánh giá, with the criteria table as its annex."""
    step = telling.snapshot.dossier.self_assessment
    parts: list[tuple[str, Sequence[Block]]] = [
        ("situation", [*_people(telling), *told_lines(step.situation)] or telling.body("")),
        ("bases", _grounds(telling)),
        ("direction", telling.body(step.direction)),
        ("results", _results(telling)),
        ("resources", telling.body(step.resources)),
        ("opinions", opinions_told(telling, "self_assessment") or telling.body("")),
        ("weaknesses", _weaknesses(telling)),
        ("conclusion", _conclusion(telling)),
    ]
    blocks: list[Block] = [paragraph(telling.say("self_assessment", "opening"))]
    for place, (name, told) in enumerate(parts, start=1):
        title = telling.say("self_assessment", name)
        blocks += [Heading(f"{roman(place)}. {title}"), *told]
    return Document(
        header=telling.village_head,
        number=None,
        title=_title(telling, "self_assessment"),
        blocks=tuple(blocks),
        date=step.dated,
        year=telling.year,
        addressees=(telling.say("self_assessment", "addressee"),),
        signature=telling.hinted(telling.head_title, step.signed_by),
        annexes=(_annex(telling),),
        language=telling.words.language,
        metadata=_metadata(telling),
        outline=telling.say("self_assessment", "title"),
    )


def _grounds(telling: DossierTelling) -> list[Block]:
    told = [paragraph(telling.say("self_assessment", "basis_criteria"))]
    registered = telling.snapshot.dossier.registration.dated
    if registered is not None:
        said = telling.say("self_assessment", "basis_registered", when=date_phrase(registered))
        told.append(paragraph(said))
    return [*told]


def _results(telling: DossierTelling) -> list[Block]:
    blocks: list[Block] = []
    for place, one in enumerate(telling.snapshot.criteria.standing, start=1):
        blocks.append(Heading(f"{place}. {one.name} ({one.code})", 2))
        blocks += [paragraph(said) for said in _criterion(telling, one)]
    return [*blocks, paragraph(telling.say("self_assessment", "annexes"))]


def _criterion(telling: DossierTelling, one: Criterion) -> list[str]:
    """Requirement, result, how it is counted with its proofs, and the village's own verdict."""
    result = telling.results.get(one.code, CriterionResult(one.code, "no_data"))
    said = reached(one, result)
    remark = telling.snapshot.dossier.self_assessment.remark(one.code).rstrip(". ")
    counted = "; ".join(filter(None, (_counted(telling, result), proof_names(telling, one.code))))
    known = "; ".join(filter(None, (said[:1].lower() + said[1:], remark)))
    places = {
        "requirement": one.requirement.rstrip(". "),
        "reached": known or telling.blank,
        "proofs": counted.rstrip(". ") or telling.blank,
        "verdict": verdict_word(telling, result).lower() or telling.blank,
    }
    names = ("required", "reached", "proven", "judged")
    return [telling.say("self_assessment", name, **places) for name in names]


def _counted(telling: DossierTelling, result: CriterionResult) -> str:
    """ "2.799 chia 4.000 người trong độ tuổi lao động", of a ratio alone."""
    if result.denominator is None or result.numerator is None:
        return ""
    return telling.say(
        "self_assessment",
        "counted",
        numerator=vi_int(result.numerator),
        denominator=vi_int(result.denominator),
        base=telling.snapshot.base_names.get(result.base, result.unit),
    ).rstrip()


def opinions_told(telling: DossierTelling, paper: str) -> list[Block]:
    """What the meeting and the ballots said, as far as they are known."""
    meeting, opinions = telling.snapshot.dossier.meeting, telling.snapshot.dossier.opinions
    told = []
    if meeting.agree is not None and meeting.represented:
        places = {
            "when": telling.when(meeting.held_on),
            "households": telling.number(meeting.households),
            "represented": vi_int(meeting.represented),
            "agree": vi_int(meeting.agree),
            "percent": telling.percent(meeting.agree, meeting.represented),
        }
        told.append(telling.say(paper, "voted", **places))
    agree, valid = opinions.total("agree"), opinions.total("valid")
    if agree is not None and valid:
        shares = {"agree": vi_int(agree), "valid": vi_int(valid)}
        percent = telling.percent(agree, valid)
        told.append(telling.say(paper, "balloted", **shares, percent=percent))
    return [paragraph(one) for one in told]


def _weaknesses(telling: DossierTelling) -> list[Block]:
    step = telling.snapshot.dossier.self_assessment
    return [
        Heading(f"1. {telling.say('self_assessment', 'weak')}", 2),
        *telling.body(step.weaknesses),
        Heading(f"2. {telling.say('self_assessment', 'upkeep')}", 2),
        *telling.body(step.upkeep),
    ]


def _conclusion(telling: DossierTelling) -> list[Block]:
    verdict = telling.snapshot.verdict
    points = ""
    if verdict and verdict.points is not None and verdict.points_of is not None:
        reached_, needed = map(decimal_words, (verdict.points, verdict.points_of))
        points = telling.say("self_assessment", "points", points=reached_, needed=needed)
    passed = verdict is not None and verdict.passed
    asked = telling.say("self_assessment", "asked" if passed else "not_asked")
    return [
        paragraph(telling.say("self_assessment", "concluded", points=points)),
        paragraph(asked),
    ]


def _annex(telling: DossierTelling) -> Annex:
    say = telling.say
    blocks: list[Block] = [assessed_table(telling), note(say("self_assessment", "annex_note"))]
    criteria = telling.snapshot.criteria
    if any(one.kind == "k_of_n" for one in criteria.standing):
        blocks.append(note(say("self_assessment", "parts_note")))
    if not criteria.verified:
        blocks.append(note(say("self_assessment", "unverified")))
    step = telling.snapshot.dossier.self_assessment
    attached = say(
        "papers",
        "attached",
        named=say("self_assessment", "title"),
        when=telling.when(step.dated),
    )
    title = say("self_assessment", "annex_title")
    return Annex("", (title,), f"({attached})", tuple(blocks), Orientation.LANDSCAPE)


# --- the village meeting ---


def meeting(telling: DossierTelling) -> Document:
    """Biên bản họp thôn, with the votes as they were counted."""
    step = telling.snapshot.dossier.meeting
    say = telling.say
    why = say("meeting", "why", why=step.absent_why) if step.absent_why else ""
    counts = {
        "households": telling.number(step.households),
        "represented": telling.number(step.represented),
        "absent": telling.number(step.absent),
    }
    begins = {"time": telling.time(step.begins), "when": telling.when(step.held_on)}
    ends = {"time": telling.time(step.ends), "when": telling.when(step.held_on)}
    copies = telling.short_blank if step.copies is None else f"{step.copies:02d}"
    blocks: list[Block] = [
        paragraph(say("meeting", "begins", **begins)),
        paragraph(say("meeting", "place", place=telling.text(step.place).rstrip("."))),
        paragraph(say("meeting", "attendance", **counts, why=why)),
        paragraph(say("meeting", "chair", chair=telling.text(step.chair))),
        paragraph(say("meeting", "secretary", secretary=telling.text(step.secretary))),
        Heading(say("meeting", "content"), 2),
        *_discussion(telling),
        paragraph(say("meeting", "ends", **ends, copies=copies)),
    ]
    left, right = telling.lines("meeting", "signs")
    return Document(
        header=telling.village_head,
        number=None,
        title=_title(telling, "meeting"),
        blocks=tuple(blocks),
        year=telling.year,
        signatures=(telling.hinted(left, step.secretary), telling.hinted(right, step.chair)),
        recipients=telling.recipients(telling.snapshot.dossier.meeting),
        language=telling.words.language,
        metadata=_metadata(telling),
        dated=False,
        outline=say("meeting", "title"),
    )


def _discussion(telling: DossierTelling) -> list[Block]:
    step, say = telling.snapshot.dossier.meeting, telling.say
    spoken = told_lines("\n".join(f"- {one.lstrip('-+• ')}" for one in step.discussion))
    parts: list[tuple[str, Sequence[Block]]] = [
        ("reported", [paragraph(say("meeting", "report"))]),
        ("discussed", spoken or telling.body("")),
        ("voted", [paragraph(say("meeting", "vote")), _votes(telling)]),
        ("conclusion", telling.body(step.conclusion)),
    ]
    blocks: list[Block] = []
    for place, (name, told) in enumerate(parts, start=1):
        blocks += [Heading(f"{place}. {say('meeting', name)}", 2), *told]
    return blocks


def _votes(telling: DossierTelling) -> Table:
    step, say = telling.snapshot.dossier.meeting, telling.say
    columns = (
        Column(say("meeting", "option"), Align.LEFT, 3.0),
        Column(say("meeting", "count"), Align.RIGHT, 1.2),
        Column(say("meeting", "percent"), Align.RIGHT, 1.2),
    )
    rows = [
        Row(
            (
                say("meeting", name),
                _cell(number),
                telling.percent(number, step.represented) if number is not None else "",
            )
        )
        for name, number in (
            ("agree", step.agree),
            ("disagree", step.disagree),
            ("other", step.other),
        )
    ]
    whole = telling.percent(step.represented, step.represented) if step.represented else ""
    total = Row((say("meeting", "total"), _cell(step.represented), whole), RowKind.TOTAL)
    return Table(columns, (*rows, total))


def _cell(number: int | None) -> str:
    return "" if number is None else vi_int(number)


# --- opinions ---

_BALLOTS = ("households", "issued", "collected", "valid", "agree")
_AFTER = ("disagree", "other")


def opinions(telling: DossierTelling) -> Document:
    """Bảng tổng hợp ý kiến Nhân dân: one line a group, their total."""
    step, say = telling.snapshot.dossier.opinions, telling.say
    blocks: list[Block] = [_opinions_table(telling), note(say("opinions", "note"))]
    if step.remarks:
        blocks += [paragraph(say("opinions", "remarks")), *told_lines(step.remarks)]
    (left,) = telling.lines("opinions", "signs")
    head = telling.snapshot.dossier.registration.signed_by
    head = telling.snapshot.dossier.self_assessment.signed_by or head
    return Document(
        header=telling.village_head,
        number=None,
        title=_title(telling, "opinions"),
        blocks=tuple(blocks),
        date=step.dated,
        year=telling.year,
        signatures=(
            telling.hinted(left, step.compiled_by),
            telling.hinted(telling.head_title, head),
        ),
        orientation=Orientation.LANDSCAPE,
        language=telling.words.language,
        metadata=_metadata(telling),
        outline=say("opinions", "title"),
    )


def _opinions_table(telling: DossierTelling) -> Table:
    step, say = telling.snapshot.dossier.opinions, telling.say
    columns = (
        Column(say("table", "place"), Align.CENTER, 0.5),
        Column(say("opinions", "group"), Align.LEFT, 2.6),
        *(Column(say("opinions", name), Align.RIGHT, 1.0) for name in _BALLOTS),
        Column(say("opinions", "percent"), Align.RIGHT, 1.0),
        *(Column(say("opinions", name), Align.RIGHT, 1.0) for name in _AFTER),
    )
    rows = [
        Row((str(place), one.group, *_ballots(telling, one)))
        for place, one in enumerate(step.lines, start=1)
    ] or [Row(("1", telling.snapshot.village.name, *("" for _ in range(len(columns) - 2))))]
    sums = tuple(_cell(step.total(name)) for name in _BALLOTS)
    agree, valid = step.total("agree"), step.total("valid")
    percent = telling.percent(agree, valid) if agree is not None and valid else ""
    after = tuple(_cell(step.total(name)) for name in _AFTER)
    total = Row(("", say("opinions", "total"), *sums, percent, *after), RowKind.TOTAL)
    return Table(columns, (*rows, total), numbered=True)


def _ballots(telling: DossierTelling, one: OpinionLine) -> tuple[str, ...]:
    known = one.agree is not None and one.valid
    percent = telling.percent(one.agree, one.valid) if known else ""
    return (
        *(_cell(getattr(one, name)) for name in _BALLOTS),
        percent,
        *(_cell(getattr(one, name)) for name in _AFTER),
    )
