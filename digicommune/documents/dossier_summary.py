"""Bảng tổng hợp thôn thông minh: villages × criteria of a period, with who stands recognised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.documents import figure_words
from digicommune.documents.description import (
    Align,
    Block,
    Column,
    Document,
    DocumentNumber,
    Metadata,
    Orientation,
    Row,
    RowKind,
    SignatureBlock,
    Table,
    Title,
    note,
    paragraph,
)
from digicommune.documents.dossier_telling import lower_first
from digicommune.documents.figure_words import day, decimal_words
from digicommune.documents.telling import agency_of, head_of, signed_by
from digicommune.domain.criteria_words import clauses
from digicommune.domain.numbers import vi_int, vi_percent

if TYPE_CHECKING:
    from digicommune.documents.dossier_wording import DossierWords
    from digicommune.domain.criteria import Criterion, VillageVerdict
    from digicommune.domain.dossier_snapshot import SummarySnapshot

SYMBOL = "BTH-UBND"
_MARKS = {"met": "Đ", "not_met": "C", "no_evidence": "M", "no_data": ""}
_DECIMALS = 1


@dataclass(frozen=True, slots=True)
class _Told:
    """The snapshot with its words."""

    snapshot: SummarySnapshot
    words: DossierWords

    def say(self, sentence: str, **places: object) -> str:
        """A sentence of the summary."""
        return self.words.say("summary", sentence, **places)

    @property
    def in_points(self) -> bool:
        """Whether the set counts points."""
        return self.snapshot.criteria.passing.kind == "points"


def summary(snapshot: SummarySnapshot, words: DossierWords) -> Document:
    """A landscape table with two signatures, as a list that is no annex has (documents §2)."""
    told, office = _Told(snapshot, words), snapshot.office
    (left,) = words.lines("summary", "signs")
    number = DocumentNumber(SYMBOL, snapshot.number) if snapshot.number else None
    return Document(
        header=head_of(office.commune_kind, office.commune_name),
        number=number,
        title=Title(
            told.say("kind"), words.lines("summary", "subject", period=office.period_title)
        ),
        blocks=tuple(_blocks(told)),
        date=snapshot.dated,
        year=int(office.period_code[:4]),
        signatures=(
            SignatureBlock((left,)),
            signed_by(snapshot.signer),
        ),
        orientation=Orientation.LANDSCAPE,
        language=words.language,
        metadata=Metadata(
            agency_of(office.commune_kind, office.commune_name),
            (snapshot.kind, office.period_code),
        ),
        outline=told.say("title"),
    )


def _blocks(told: _Told) -> list[Block]:
    snapshot = told.snapshot
    criteria, end = snapshot.criteria, day(snapshot.office.counted_to)
    opening = told.say(
        "told",
        criteria=lower_first(criteria.title),
        passed=sum(one.passed for one in snapshot.verdicts),
        villages=len(snapshot.villages),
        recognised=len(snapshot.recognised.recognised),
        end=end,
    )
    named = "; ".join(
        told.say("told_criterion", code=one.code, name=one.name) for one in criteria.standing
    )
    blocks: list[Block] = [paragraph(opening), _table(told), note(told.say("marks", end=end))]
    return [*blocks, note(f"{named}.")] if named else blocks


def _table(told: _Told) -> Table:
    verdicts = {one.village_id: one for one in told.snapshot.verdicts}
    labels = figure_words.village_labels(told.snapshot.villages)
    rows = []
    for place, village in enumerate(told.snapshot.villages, start=1):
        people = [
            figure_words.number(village.population.get(one)) for one in ("so_ho", "nhan_khau")
        ]
        number = village.village_id
        rest = _standing(told, verdicts.get(number), number)
        rows.append(Row((str(place), labels[number], *people, *rest)))
    return Table(_columns(told), (*rows, _total(told)), numbered=True)


def _columns(told: _Told) -> tuple[Column, ...]:
    centre, say = Align.CENTER, told.say
    return (
        Column(told.words.say("table", "place"), centre, 0.5),
        Column(say("village"), Align.LEFT, 1.7),
        Column(say("households"), Align.RIGHT, 0.8),
        Column(say("residents"), Align.RIGHT, 0.9),
        *(Column(_heading(one), centre, 0.6) for one in told.snapshot.criteria.standing),
        Column(say("met"), centre, 0.8),
        Column(say("percent"), centre, 0.8),
        *((Column(say("points"), centre, 0.9),) if told.in_points else ()),
        Column(say("verdict"), centre, 0.9),
        Column(say("recognised"), Align.LEFT, 1.8),
        Column(say("note"), Align.LEFT, 4.5),
    )


def _heading(one: Criterion) -> str:
    return one.code if one.mandatory else f"{one.code} (+)"


def _standing(told: _Told, verdict: VillageVerdict | None, village: int) -> tuple[str, ...]:
    snapshot = told.snapshot
    decided = snapshot.decisions.get(village)
    decision = ""
    if decided is not None:
        symbol = told.words.say("decision", "symbol")
        number = decided.number if "/" in decided.number else f"{decided.number}/{symbol}"
        decision = told.say("decided", number=number, day=day(decided.dated))
    codes = [one.code for one in snapshot.criteria.standing]
    if verdict is None:
        blank = len(codes) + 3 + int(told.in_points)
        return (*("" for _ in range(blank)), decision, "")
    results = {one.code: one.verdict for one in verdict.criteria}
    points: tuple[str, ...] = ()
    if told.in_points:
        points = (f"{_points(verdict.points)}/{_points(verdict.points_of)}",)
    return (
        *(_MARKS[results[code]] if code in results else "" for code in codes),
        f"{verdict.met}/{verdict.of}",
        vi_percent(verdict.met, verdict.of, _DECIMALS),
        *points,
        told.say("passed" if verdict.passed else "failed"),
        decision,
        _remark(told, verdict),
    )


def _points(value: str | None) -> str:
    return decimal_words(value or "0")


def _remark(told: _Told, verdict: VillageVerdict) -> str:
    risk = told.snapshot.recognised.risks.get(verdict.village_id)
    if risk is not None:
        return told.say("risk", clauses="; ".join(risk.clauses))
    lacks = clauses(told.snapshot.criteria, verdict)
    return told.say("lacks", clauses="; ".join(lacks)) if lacks else ""


def _total(told: _Told) -> Row:
    snapshot = told.snapshot
    verdicts, of = snapshot.verdicts, len(snapshot.villages)
    people = [
        figure_words.number(figure_words.population(snapshot.villages, one))
        for one in ("so_ho", "nhan_khau")
    ]
    met = [
        sum(
            each.verdict == "met"
            for one in verdicts
            for each in one.criteria
            if each.code == criterion.code
        )
        for criterion in snapshot.criteria.standing
    ]
    passed = told.say("of_villages", count=vi_int(sum(one.passed for one in verdicts)), of=of)
    stand = told.say("of_villages", count=len(snapshot.recognised.recognised), of=of)
    cells = ("", told.say("total"), *people, *(f"{one}/{of}" for one in met), "", "")
    points = ("",) if told.in_points else ()
    return Row((*cells, *points, passed, stand, ""), RowKind.TOTAL)
