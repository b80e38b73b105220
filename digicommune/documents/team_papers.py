"""The papers of the digital teams: the list they walk by, the sum of what they did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from digicommune.documents.description import (
    Align,
    Block,
    Column,
    Document,
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
from digicommune.documents.figure_words import day, quantity
from digicommune.documents.telling import agency_of, commune_of, head_of
from digicommune.documents.wording import read_words
from digicommune.domain.numbers import vi_int
from digicommune.settings import resources

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digicommune.domain.periods import Period
    from digicommune.domain.teams import Service, TeamSum
    from digicommune.domain.villages import Commune
    from digicommune.domain.walk_lists import WalkPerson

SHEET = "danh-sach-to-cnscd"
SUMMARY = "tong-hop-to-cnscd"


@dataclass(frozen=True, slots=True)
class SheetWords:
    """The words of the list."""

    title: str
    kind: str
    subject: tuple[str, ...]
    count: str
    private: str
    lane: str
    house: str
    name: str
    born: str
    cccd: str
    note: str
    tick: str
    none: str
    away: str


@dataclass(frozen=True, slots=True)
class SummaryWords:
    """The words of the sum."""

    title: str
    kind: str
    subject: tuple[str, ...]
    opening: str
    nothing: str
    helped_note: str
    village: str
    team: str
    members: str
    trainings: str
    rounds: str
    households: str
    people: str
    total: str
    signs: tuple[str, ...]
    capacity: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ZaloWords:
    """The words of the message."""

    opening: str
    line: str
    idle: str
    closing: str


@dataclass(frozen=True, slots=True)
class TeamWords:
    """All words of the teams' papers."""

    code: str
    title: str
    language: str
    sheet: SheetWords
    summary: SummaryWords
    zalo: ZaloWords
    verified: bool = False


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """A list to be printed."""

    commune: Commune
    team: str
    village: str
    number: int
    counted_on: date
    printed_on: date
    services: tuple[Service, ...]
    lines: tuple[tuple[int, WalkPerson, tuple[str, ...]], ...]  # position, person, lacking


@dataclass(frozen=True, slots=True)
class PaperSums:
    """What the teams did in a period, to be printed or told."""

    commune: Commune
    period: Period
    sums: tuple[TeamSum, ...]
    services: tuple[Service, ...]
    until: date  # the last day told of: that of the period, or of the print


def shipped_words() -> TeamWords:
    """The words that come with the program; raises ``UserError`` ``bad_pack``."""
    return read_words(resources() / "packs" / "wording" / "team_papers.toml", TeamWords)


def compose_sheet(sheet: PaperSheet, words: TeamWords) -> Document:
    """A landscape list, large print, one column a service; it stays inside the office."""
    said = words.sheet
    commune = sheet.commune
    places: dict[str, object] = {
        "team": sheet.team,
        "sheet": sheet.number,
        "village": sheet.village,
        "day": day(min(sheet.counted_on, sheet.printed_on)),
        "count": vi_int(len(sheet.lines)),
        "kind": commune.kind,
    }
    return Document(
        header=head_of(commune.kind, commune.name),
        number=None,
        title=Title(said.kind, tuple(one.format_map(places) for one in said.subject)),
        blocks=(
            note(said.count.format_map(places)),
            note(said.private.format_map(places)),
            _sheet_table(sheet, said, places),
        ),
        date=sheet.printed_on,
        orientation=Orientation.LANDSCAPE,
        language=words.language,
        metadata=Metadata(agency_of(commune.kind, commune.name), (SHEET, str(sheet.number))),
    )


def _sheet_table(sheet: PaperSheet, said: SheetWords, places: Mapping[str, object]) -> Table:
    columns = (
        Column("TT", Align.CENTER, 0.5),
        Column(said.lane.format_map(places), Align.LEFT, 1.5),
        Column(said.house, Align.LEFT, 2.2),
        Column(said.name, Align.LEFT, 2.4),
        Column(said.born, Align.CENTER, 1.2),
        Column(said.cccd, Align.CENTER, 1.5),
        *(Column(one.short, Align.CENTER, 0.9) for one in sheet.services),
        Column(said.note, Align.LEFT, 1.6),
    )
    rows = tuple(_sheet_row(one, sheet.services, said) for one in sheet.lines)
    return Table(columns, rows, large=True)


def _sheet_row(
    line: tuple[int, WalkPerson, tuple[str, ...]], services: Sequence[Service], said: SheetWords
) -> Row:
    position, person, lacking = line
    house = ", ".join(part for part in (person.house, person.head) if part)
    boxes = (said.tick if one.code in lacking else said.none for one in services)
    away = said.away if person.away else ""
    return Row(
        (str(position), person.lane, house, person.name, person.born, person.cccd, *boxes, away)
    )


def compose_summary(paper: PaperSums, words: TeamWords) -> Document:
    """A landscape table, one row a team, the services that were helped with, a total."""
    said, commune, period = words.summary, paper.commune, paper.period
    subject = period.title[:1].upper() + period.title[1:]
    return Document(
        header=head_of(commune.kind, commune.name),
        number=None,
        title=Title(said.kind, tuple(one.format_map({"period": subject}) for one in said.subject)),
        blocks=_summary_blocks(paper, said),
        year=period.end.year,
        signatures=(
            SignatureBlock(said.signs),
            SignatureBlock(said.capacity, commune.chairman or ""),
        ),
        orientation=Orientation.LANDSCAPE,
        language=words.language,
        metadata=Metadata(agency_of(commune.kind, commune.name), (SUMMARY, period.code)),
    )


def _summary_blocks(paper: PaperSums, said: SummaryWords) -> tuple[Block, ...]:
    commune, period, sums = paper.commune, paper.period, paper.sums
    if not sums:
        return (paragraph(said.nothing.format_map({"kind": commune.kind})),)
    opening = said.opening.format_map(
        {
            "kind": commune.kind,
            "teams": quantity(sum(one.team.active(period.end) for one in sums)),
            "start": day(period.start),
            "end": day(paper.until),
            **{key: quantity(count) for key, count in _totals(sums).items()},
        }
    )
    return (paragraph(opening), _summary_table(paper, said), note(said.helped_note))


def _totals(sums: Sequence[TeamSum]) -> dict[str, int]:
    return {
        "members": sum(one.members for one in sums),
        "rounds": sum(one.rounds for one in sums),
        "households": sum(one.households for one in sums),
        "people": sum(one.people for one in sums),
    }


def _summary_table(paper: PaperSums, said: SummaryWords) -> Table:
    sums = paper.sums
    met = [one for one in paper.services if any(one.code in each.helped for each in sums)]
    number = Align.RIGHT
    columns = (
        Column("TT", Align.CENTER, 0.5),
        Column(said.village, Align.LEFT, 1.8),
        Column(said.members, number, 0.9),
        Column(said.trainings, number, 0.9),
        Column(said.rounds, number, 0.8),
        Column(said.households, number, 0.9),
        *(Column(one.short, number, 0.9) for one in met),
        Column(said.people, number, 1.1),
    )
    codes = [one.code for one in met]
    rows = [
        Row((str(at), one.village, *map(vi_int, _numbers(one, codes))))
        for at, one in enumerate(sums, start=1)
    ]
    added = [sum(each) for each in zip(*(_numbers(one, codes) for one in sums), strict=True)]
    total = Row(("", said.total, *map(vi_int, added)), RowKind.TOTAL)
    return Table(columns, (*rows, total))


def _numbers(one: TeamSum, codes: Sequence[str]) -> tuple[int, ...]:
    helped = (one.helped.get(code, 0) for code in codes)
    return (one.members, one.trainings, one.rounds, one.households, *helped, one.people)


def message(paper: PaperSums, words: TeamWords) -> str:
    """What is put into the teams' group chat: no names of people, numbers only."""
    said, names = words.zalo, {one.code: one.short for one in paper.services}
    commune = commune_of(paper.commune.kind, paper.commune.name)
    opening = said.opening.format_map({"commune": commune, "period": paper.period.title})
    lines = [_message_line(one, said, names) for one in paper.sums]
    added = {key: vi_int(count) for key, count in _totals(paper.sums).items()}
    return "\n".join([opening, *lines, said.closing.format_map(added)])


def _message_line(one: TeamSum, said: ZaloWords, names: Mapping[str, str]) -> str:
    if not one.rounds:
        return said.idle.format_map({"village": one.village})
    helped = ", ".join(f"{names.get(code, code)}: {vi_int(n)}" for code, n in one.helped.items())
    return said.line.format_map(
        {
            "village": one.village,
            "rounds": vi_int(one.rounds),
            "households": vi_int(one.households),
            "people": vi_int(one.people),
            "helped": f" ({helped})" if helped else "",
        }
    )
