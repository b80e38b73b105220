"""The list a team carries from house to house: large print, tick boxes; it counts nobody itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.documents.description import (
    Align,
    Column,
    Document,
    Metadata,
    Orientation,
    Row,
    Table,
    Title,
    note,
    paragraph,
)
from digicommune.documents.figure_words import day
from digicommune.documents.telling import agency_of, head_of
from digicommune.documents.wording import read_words
from digicommune.domain.numbers import vi_int
from digicommune.settings import resources

if TYPE_CHECKING:
    from digicommune.documents.description import Block
    from digicommune.domain.walk_lists import WalkList, WalkPerson

KIND = "walk-list"
# How a column stands and its share of the width; the order is that of the page.
COLUMNS = {
    "place": (Align.CENTER, 0.5),
    "lane": (Align.LEFT, 1.6),
    "house": (Align.LEFT, 2.4),
    "name": (Align.LEFT, 2.6),
    "born": (Align.CENTER, 1.2),
    "cccd": (Align.CENTER, 1.6),
    "done": (Align.CENTER, 0.7),
    "result": (Align.LEFT, 3.0),
}


@dataclass(frozen=True, slots=True)
class WalkWords:
    """The words of the list; ``lacking`` says of an indicator's code what people are without."""

    code: str
    title: str
    language: str
    kind: str
    subject: tuple[str, ...]
    otherwise: str
    count: str
    nobody: str
    private: str
    away: str
    tick: str
    columns: dict[str, str]
    lacking: dict[str, str]
    verified: bool = False

    def lacks(self, code: str, name: str) -> str:
        """What people who do not count for an indicator are without."""
        return self.lacking.get(code) or self.otherwise.format_map({"name": name})


def shipped_words() -> WalkWords:
    """The words that come with the program; raises ``UserError`` ``bad_pack``."""
    return read_words(resources() / "packs" / "wording" / "walk_list.toml", WalkWords)


def compose(walk: WalkList, words: WalkWords) -> Document:
    """A landscape list without number or signature: it stays inside the office."""
    places = {
        "lacking": words.lacks(walk.indicator, walk.indicator_name),
        "village": walk.village,
        "day": day(min(walk.counted_on, walk.printed_on)),
        "count": vi_int(len(walk.people)),
        "kind": walk.commune_kind,
    }
    return Document(
        header=head_of(walk.commune_kind, walk.commune_name),
        number=None,
        title=Title(words.kind, tuple(line.format_map(places) for line in words.subject)),
        blocks=_blocks(walk, words, places),
        date=walk.printed_on,
        orientation=Orientation.LANDSCAPE,
        language=words.language,
        metadata=Metadata(agency_of(walk.commune_kind, walk.commune_name), (KIND, walk.indicator)),
    )


def _blocks(walk: WalkList, words: WalkWords, places: dict[str, str]) -> tuple[Block, ...]:
    if not walk.people:
        return (paragraph(words.nobody.format_map(places)),)
    columns = tuple(
        Column(words.columns[key].format_map(places), *how) for key, how in COLUMNS.items()
    )
    rows = tuple(_row(place, one, words) for place, one in enumerate(walk.people, start=1))
    return (
        note(words.count.format_map(places)),
        note(words.private.format_map(places)),
        Table(columns, rows, large=True),
    )


def _row(place: int, one: WalkPerson, words: WalkWords) -> Row:
    house = ", ".join(part for part in (one.house, one.head) if part)
    away = words.away if one.away else ""
    return Row((str(place), one.lane, house, one.name, one.born, one.cccd, words.tick, away))
