"""How wide the columns of a table become and at which size; it draws nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nsmallest

from digicommune.documents.description import Align, Column, Table
from digicommune.documents.press.texts import bound, clean
from digicommune.documents.press.typefaces import Face, faces

# Wide tables drop to 12 pt (usage, §2); smaller sizes only where the numbers would not fit.
NARROW_SIZE, WIDE_SIZE, SMALLEST = 13.0, 12.0, 8.0
WIDE_FROM = 7
LARGE_SIZE = 14.0  # of lists that are read at arm's length
PAD = 4.0
# Names get room for half of the longest, up to so many ems, or for a third, for which the type
# may shrink a point: lines a name, points less.
_EASY_STEPS = ((2, 0.0), (3, 0.0), (3, 0.5), (3, 1.0))
_EASY_EMS = 12.0
# Words of so many letters stay whole where there is room; what is longer is a code.
_WORD = 14
# Longest numbers measured in a column; the rest are shorter in characters.
_SAMPLED = 40


@dataclass(frozen=True, slots=True)
class Measures:
    """Size of the type and width of each column, padding included, in points."""

    size: float
    widths: tuple[float, ...]

    @property
    def edges(self) -> tuple[float, ...]:
        """Vertical lines, from 0."""
        places = [0.0]
        for width in self.widths:
            places.append(places[-1] + width)
        return tuple(places)


def measure(table: Table, width: float) -> Measures:
    """Columns that fill ``width``: numbers and heading words stay whole, the rest by weight."""
    size = WIDE_SIZE if len(table.columns) >= WIDE_FROM else NARROW_SIZE
    size = LARGE_SIZE if table.large else size
    longest = [_longest(table, index) for index in range(len(table.columns))]
    least = [_least(*pair) for pair in zip(table.columns, longest, strict=True)]
    if table.numbered:
        least = [max(wide, _place(at)) for at, wide in enumerate(least, start=1)]
    names = [_names(*pair) for pair in zip(table.columns, longest, strict=True)]
    words = [_words(*pair) for pair in zip(table.columns, longest, strict=True)]
    for lines, smaller in _EASY_STEPS:
        room = [
            max(min(name / lines, _EASY_EMS), word) for name, word in zip(names, words, strict=True)
        ]
        easy = _padded([max(pair) for pair in zip(least, room, strict=True)], size - smaller)
        if sum(easy) <= width:
            return Measures(size - smaller, _shared(easy, table, width))
    while size > SMALLEST and sum(_padded(least, size)) > width:
        size -= 0.5
    return Measures(size, _shared(_padded(least, size), table, width))


def _padded(least: list[float], size: float) -> list[float]:
    return [unit * size + 2 * PAD + 0.5 for unit in least]


def _least(column: Column, longest: list[str]) -> float:
    """Width at size 1 of what may not be broken in a column."""
    bold = faces().bold
    wide = _widest(clean(column.heading).split(" "), bold)
    if column.align is Align.LEFT:
        return wide
    return max(wide, _widest((word for text in longest for word in _whole(text)), bold))


def _place(at: int) -> float:
    """Width at size 1 of "(11)" in the row of places under the headings."""
    return faces().regular.width(f"({at})", 1)


def _names(column: Column, longest: list[str]) -> float:
    """Width at size 1 of the longest cell of a column of words; 0 for numbers."""
    if column.align is not Align.LEFT:
        return 0.0
    bold = faces().bold
    return max((bold.width(text, 1) for text in longest), default=0.0)


def _words(column: Column, longest: list[str]) -> float:
    """Width at size 1 of the longest word of a column of words: a bank's name stays whole."""
    if column.align is not Align.LEFT:
        return 0.0
    return _widest((word for text in longest for word in text.split(" ")), faces().bold, _WORD)


def _longest(table: Table, index: int) -> list[str]:
    """The longest cells of a column, of equally long ones the first of the alphabet."""
    texts = {row.cells[index] for row in table.rows}
    if len(texts) > _SAMPLED:
        least = sorted(map(len, texts))[-_SAMPLED]
        longer = [text for text in texts if len(text) > least]
        as_long = (text for text in texts if len(text) == least)
        texts = {*longer, *nsmallest(_SAMPLED - len(longer), as_long)}
    return [clean(text) for text in sorted(texts, key=_by_length)]


def _whole(text: str) -> list[str]:
    """The parts of a cell that stay in one piece: a short number with its unit, and each word."""
    return bound(text).split(" ")


def _by_length(text: str) -> tuple[int, str]:
    return -len(text), text


def _widest(words: Iterable[str], face: Face, limit: int = 24) -> float:
    """Width at size 1 of the widest word; words beyond ``limit`` characters may be broken."""
    return max((face.width(word[:limit], 1) for word in words), default=0.0)


def _shared(least: list[float], table: Table, width: float) -> tuple[float, ...]:
    """Each column its weight's share, none below its least width unless all must shrink."""
    if sum(least) >= width:
        return tuple(width * part / sum(least) for part in least)
    widths = [0.0] * len(least)
    open_columns = set(range(len(least)))
    room = width
    while open_columns:
        total = sum(table.columns[i].weight for i in open_columns)
        share = {i: room * table.columns[i].weight / total for i in open_columns}
        short = [i for i in open_columns if share[i] < least[i]]
        for i in short or open_columns.copy():
            widths[i] = least[i] if short else share[i]
            room -= widths[i]
            open_columns.remove(i)
    return tuple(widths)
