"""The papers the commune makes of a dossier: appraisal minutes, tờ trình, decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.documents.description import (
    Align,
    Block,
    Column,
    Document,
    DocumentNumber,
    Heading,
    LetterHead,
    Metadata,
    Paragraph,
    Row,
    Run,
    SignatureBlock,
    Table,
    Title,
    article,
    paragraph,
)
from digicommune.documents.dossier_tables import (
    appraised_met,
    appraised_table,
    submitted_table,
)
from digicommune.documents.dossier_telling import told_lines
from digicommune.documents.dossier_village_papers import opinions_told
from digicommune.documents.phrases import padded_number
from digicommune.documents.telling import signed_by
from digicommune.domain.dossier import ATTACHMENTS, ROLE_NAMES
from digicommune.domain.numbers import vi_int

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digicommune.documents.dossier_telling import DossierTelling


def _title(telling: DossierTelling, paper: str) -> Title:
    return Title(telling.say(paper, "kind"), telling.lines(paper, "subject"))


def _metadata(telling: DossierTelling) -> Metadata:
    return Metadata(telling.agency, (telling.snapshot.kind, telling.snapshot.village.name))


def bare_number(given: str, symbol: str) -> DocumentNumber:
    """Number and symbol; a number typed with its own symbol ("145/QĐ-CTUBND") keeps it."""
    number, slash, own = given.strip().partition("/")
    return DocumentNumber(own.strip() if slash and own.strip() else symbol, number.strip() or None)


# --- appraisal ---


def appraisal(telling: DossierTelling) -> Document:
    """Biên bản họp thẩm định: the team, the visit, each criterion, the ballots."""
    step, say = telling.snapshot.dossier.appraisal, telling.say
    begins = {"time": telling.time(step.begins), "when": telling.when(step.held_on)}
    ends = {"time": telling.time(step.ends), "when": telling.when(step.held_on)}
    blocks: list[Block] = [
        paragraph(say("appraisal", "begins", **begins)),
        paragraph(say("appraisal", "place", place=telling.text(step.place).rstrip("."))),
        paragraph(say("appraisal", "members")),
        _members(telling, signed=False),
        paragraph(say("appraisal", "chair", chair=telling.text(step.person("leader")))),
        paragraph(say("appraisal", "secretary", secretary=telling.text(step.person("secretary")))),
        Heading(say("appraisal", "content"), 2),
        *_appraised(telling),
        paragraph(say("appraisal", "ends", **ends)),
        paragraph(say("appraisal", "signatures")),
        _members(telling, signed=True),
    ]
    left, right = telling.lines("appraisal", "signs")
    number = bare_number(step.number, say("appraisal", "symbol")) if step.number else None
    return Document(
        header=telling.commune_head,
        number=number,
        title=_title(telling, "appraisal"),
        blocks=tuple(blocks),
        year=telling.year,
        signatures=(
            telling.hinted(left, step.person("secretary")),
            telling.hinted(right, step.person("leader")),
        ),
        recipients=telling.recipients(telling.snapshot.dossier.appraisal),
        language=telling.words.language,
        metadata=_metadata(telling),
        dated=False,
        outline=say("appraisal", "title"),
    )


def _members(telling: DossierTelling, *, signed: bool) -> Table:
    step, say = telling.snapshot.dossier.appraisal, telling.say
    last = (Column(say("appraisal", "sign"), Align.LEFT, 1.8),) if signed else ()
    columns = (
        Column(say("table", "place"), Align.CENTER, 0.5),
        Column(say("appraisal", "name"), Align.LEFT, 2.4),
        Column(say("appraisal", "office"), Align.LEFT, 3.0),
        Column(say("appraisal", "role"), Align.CENTER, 1.2),
        *last,
    )
    blank = ("",) if signed else ()
    rows = [
        Row((str(place), one.name, one.office, ROLE_NAMES[one.role], *blank))
        for place, one in enumerate(step.members, start=1)
    ]
    rows = rows or [Row((str(place), "", "", "", *blank)) for place in range(1, 6)]
    return Table(columns, tuple(rows), signed=signed)


def _appraised(telling: DossierTelling) -> list[Block]:
    step, say = telling.snapshot.dossier.appraisal, telling.say
    asks = [paragraph(say("appraisal", "asks")), *told_lines(step.asks)] if step.asks else []
    grounds = told_lines(step.grounds) or [paragraph(say("appraisal", "ground"))]
    parts: list[tuple[str, Sequence[Block]]] = [
        ("grounds", grounds),
        ("visit", [paragraph(_visit(telling))]),
        ("results", [appraised_table(telling)]),
        ("ballots", [paragraph(_ballots(telling))]),
        ("conclusion", [*telling.body(step.conclusion), *asks]),
    ]
    blocks: list[Block] = []
    for place, (name, told) in enumerate(parts, start=1):
        blocks += [Heading(f"{place}. {say('appraisal', name)}", 2), *told]
    return blocks


def _visit(telling: DossierTelling) -> str:
    step = telling.snapshot.dossier.appraisal
    once = step.visited_from is not None and step.visited_to in {None, step.visited_from}
    name = "visited_once" if once else "visited"
    days = {"start": telling.day(step.visited_from), "end": telling.day(step.visited_to)}
    return telling.say("appraisal", name, **days)


def _ballots(telling: DossierTelling) -> str:
    step = telling.snapshot.dossier.appraisal
    names = ("issued", "collected", "valid", "agree", "disagree")
    counts = {name: telling.count(getattr(step, name)) for name in names}
    percent = telling.percent(step.agree, step.valid)
    return telling.say("appraisal", "balloted", **counts, percent=percent)


# --- tờ trình ---


def submission(telling: DossierTelling) -> Document:
    """Tờ trình đề nghị công nhận, with what is enclosed numbered."""
    step, authority = telling.snapshot.dossier.submission, telling.snapshot.authority
    say, addressee = telling.say, step.addressee or authority.addressee
    agency = _submitter(telling)
    names = {"addressee": addressee, "agency": agency, "Agency": agency}
    closing = paragraph(say("submission", "closing", **names))
    return Document(
        header=_submitting_head(telling),
        number=bare_number(step.number, authority.symbol or say("submission", "symbol")),
        title=_title(telling, "submission"),
        blocks=(
            paragraph(say("submission", "opening", **names)),
            *_submitted(telling, names),
            *_enclosed(telling),
            closing,
        ),
        date=step.dated,
        year=telling.year,
        addressees=(addressee,),
        bases=_submission_bases(telling),
        signature=_submitting_signature(telling),
        recipients=telling.recipients(telling.snapshot.dossier.submission),
        language=telling.words.language,
        metadata=_metadata(telling),
        outline=say("submission", "title"),
    )


def _submitter(telling: DossierTelling) -> str:
    return telling.snapshot.authority.submitter or telling.agency


def _submitting_head(telling: DossierTelling) -> LetterHead:
    """A section of the commune stands under "UBND XÃ …"; the committee under nobody."""
    head, submitter = telling.commune_head, telling.snapshot.authority.submitter
    if not submitter:
        return head
    return LetterHead((submitter.upper(),), head.place, " ".join(("UBND", *head.agency[1:])))


def _submitting_signature(telling: DossierTelling) -> SignatureBlock:
    capacity = telling.snapshot.authority.capacity
    if capacity:
        return SignatureBlock(capacity)
    return signed_by(telling.snapshot.submission_signer)


def _submission_bases(telling: DossierTelling) -> tuple[str, ...]:
    dossier = telling.snapshot.dossier
    bases = [telling.say("submission", "basis_criteria")]
    if dossier.meeting.held_on is not None:
        when = telling.when(dossier.meeting.held_on)
        bases.append(telling.say("submission", "basis_meeting", when=when))
    if dossier.appraisal.held_on is not None:
        when = telling.when(dossier.appraisal.held_on)
        bases.append(telling.say("submission", "basis_appraisal", when=when))
    return tuple(bases)


def _submitted(telling: DossierTelling, names: dict[str, str]) -> list[Block]:
    step, say = telling.snapshot.dossier.submission, telling.say
    result = say("submission", "result", appraised=appraised_met(telling))
    processed = told_lines(step.process) or [paragraph(say("submission", "processed"))]
    proposed = told_lines(step.proposal) or [paragraph(say("submission", "proposed", **names))]
    parts: list[tuple[str, Sequence[Block]]] = [
        ("process", processed),
        ("results", [paragraph(result), submitted_table(telling)]),
        ("opinions", _asked(telling) or telling.body("")),
        ("proposal", proposed),
    ]
    blocks: list[Block] = []
    for place, (name, told) in enumerate(parts, start=1):
        blocks += [Heading(f"{place}. {say('submission', name)}", 2), *told]
    return blocks


def _asked(telling: DossierTelling) -> list[Block]:
    return [*opinions_told(telling, "submission"), *_team_vote(telling)]


def _team_vote(telling: DossierTelling) -> list[Block]:
    step = telling.snapshot.dossier.appraisal
    if step.agree is None or not step.valid:
        return []
    counts = {"agree": vi_int(step.agree), "valid": vi_int(step.valid)}
    percent = telling.percent(step.agree, step.valid)
    return [paragraph(telling.say("submission", "appraised", **counts, percent=percent))]


def _enclosed(telling: DossierTelling) -> list[Block]:
    """Numbered, in the order of the dossier whatever the order they were ticked in."""
    step = telling.snapshot.dossier.submission
    told = [_attachment(telling, one) for one in ATTACHMENTS if one in step.attachments]
    told += list(step.others)
    if not told:
        return []
    ends = [";"] * (len(told) - 1) + ["."]
    lines = zip(told, ends, strict=True)
    head: Block = Paragraph((Run(telling.say("submission", "enclosed"), bold=True),))
    return [
        head,
        *(
            paragraph(f"{place}. {said.rstrip('.;, ')}{end}")
            for place, (said, end) in enumerate(lines, start=1)
        ),
    ]


def _attachment(telling: DossierTelling, code: str) -> str:
    if code != "proofs":
        return telling.say("attachments", code)
    count = sum(len(one) for one in telling.snapshot.proofs.values())
    if not count:
        return telling.say("attachments", "proofs_none")
    return telling.say("attachments", "proofs", count=vi_int(count))


# --- decision ---


def decision(telling: DossierTelling) -> Document:
    """Quyết định công nhận (Mẫu 1.2); of another body's, the draft that is handed up with it."""
    step, say = telling.snapshot.dossier.decision, telling.say
    valid = ""
    if step.valid_until is not None:
        valid = say("decision", "valid", day=telling.day(step.valid_until))
    recheck = ""
    if step.recheck_on is not None:
        recheck = say("decision", "recheck", day=telling.day(step.recheck_on))
    support = say("decision", "support", support=step.support) if step.support else ""
    appraised = appraised_met(telling)
    articles = (
        f"{say('decision', 'recognise', appraised=appraised)}{valid}",
        f"{say('decision', 'duties', recheck=recheck)}{support}",
        say("decision", "effect"),
    )
    return Document(
        header=_deciding_head(telling),
        number=bare_number(step.number, say("decision", "symbol")),
        title=_title(telling, "decision"),
        blocks=tuple(article(place, said) for place, said in enumerate(articles, start=1)),
        date=step.dated,
        year=telling.year,
        bases=_decision_bases(telling),
        signature=_deciding_signature(telling),
        recipients=telling.recipients(telling.snapshot.dossier.decision),
        language=telling.words.language,
        metadata=_metadata(telling),
        authority=(telling.snapshot.authority.line,),
        enacting=say("decision", "enacting"),
        outline=say("decision", "title"),
    )


def _deciding_head(telling: DossierTelling) -> LetterHead:
    """The commune's own head, or of another committee its two lines and its place."""
    authority = telling.snapshot.authority
    if authority.own:
        return telling.commune_head
    committee, unit = "ỦY BAN NHÂN DÂN", authority.body.upper()
    rest = unit.removeprefix(committee).strip()
    lines = (committee, rest) if unit.startswith(committee) and rest else (unit,)
    return LetterHead(lines, telling.snapshot.office.province)


def _deciding_signature(telling: DossierTelling) -> SignatureBlock:
    """A head's own power is signed without "TM."; of another body nobody is named."""
    signer, authority = telling.snapshot.decision_signer, telling.snapshot.authority
    personal = authority.line.startswith("CHỦ TỊCH")
    capacity = tuple(one for one in signer.capacity if not (personal and one.startswith("TM.")))
    return SignatureBlock(capacity, signer.name if authority.own else "")


def _decision_bases(telling: DossierTelling) -> tuple[str, ...]:
    dossier, say = telling.snapshot.dossier, telling.say
    bases = [*telling.bases(dossier.decision.dated), say("decision", "basis_criteria")]
    if dossier.appraisal.held_on is not None:
        when = telling.when(dossier.appraisal.held_on)
        bases.append(say("decision", "basis_appraisal", when=when))
    submission = dossier.submission
    symbol = telling.snapshot.authority.symbol or say("submission", "symbol")
    told = bare_number(submission.number, symbol)
    number = padded_number(told.number) if told.number else telling.short_blank
    places = {
        "agency": _proposer(telling),
        "number": f"{number}/{told.symbol}",
        "when": telling.when(submission.dated),
    }
    return (*bases, say("decision", "basis_submission", **places))


def _proposer(telling: DossierTelling) -> str:
    """ "Trưởng phòng Văn hóa - Xã hội" of a section; else the committee."""
    submitter = telling.snapshot.authority.submitter
    if submitter.startswith("Phòng "):
        return f"Trưởng phòng {submitter.removeprefix('Phòng ')}"
    return submitter or telling.agency
