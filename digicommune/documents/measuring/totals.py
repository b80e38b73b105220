"""Faults of sums: a "Tổng cộng" that is not what stands above it; what is not whole is left alone.

Only columns of whole numbers that stand one below the other in every numbered row are added up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from digicommune.documents.measuring.lines import Line
from digicommune.documents.measuring.sheets import Seen
from digicommune.domain.paper_faults import PaperFault

_WHOLE = re.compile(r"\d{1,3}(\.\d{3})*|\d+")
_PLACE = 50.0  # mm: no column but that of the places begins further left
_NEAR = 0.5
# A table may say of itself that a figure of its last row is no sum.
_NO_SUM = "không phải tổng"


@dataclass(slots=True)
class _Table:
    """What stands in a table so far: how many numbered rows, whole numbers by their right edge."""

    rows: int = 0
    columns: dict[int, list[int]] = field(default_factory=dict)

    def take(self, line: Line) -> None:
        """One number of a row."""
        self.columns.setdefault(_edge(line), []).append(_value(line))

    def above(self, line: Line) -> list[int]:
        """The numbers of the column a sum stands in; the edge may differ by a hair."""
        edge = _edge(line)
        return [one for at in (edge - 1, edge, edge + 1) for one in self.columns.get(at, [])]


def total_faults(seen: list[Seen]) -> Iterator[PaperFault]:
    """Sums that do not add up, table by table; a new document or annex begins anew."""
    table = _Table()
    for one in seen:
        if one.begins:
            table = _Table()
        excused = any(_NO_SUM in line.plain for line in one.lines)
        for row in _rows(one):
            if row[0].bold and row[0].plain == "Tổng cộng":
                if not excused:
                    yield from _judged(one, table, row[1:])
                table = _Table()
            elif row[0].left < _PLACE and _is_whole(row[0]) and not row[0].bold:
                table = _Table() if _value(row[0]) == 1 else table
                table.rows += 1
                for line in filter(_is_whole, row[1:]):
                    table.take(line)


def _rows(one: Seen) -> Iterator[list[Line]]:
    """Lines of one height, from the left."""
    row: list[Line] = []
    for line in one.lines:
        if row and abs(row[0].baseline - line.baseline) > _NEAR:
            yield sorted(row, key=lambda each: each.left)
            row = []
        row.append(line)
    if row:
        yield sorted(row, key=lambda each: each.left)


def _judged(one: Seen, table: _Table, sums: list[Line]) -> Iterator[PaperFault]:
    for line in filter(_is_whole, sums):
        parts = table.above(line)
        if table.rows > 1 and len(parts) == table.rows and sum(parts) != _value(line):
            said = f"Tổng cộng ghi {line.plain} nhưng các dòng trên cộng lại là {sum(parts)}."
            yield PaperFault("total_sum", one.place, said)


def _is_whole(line: Line) -> bool:
    return _WHOLE.fullmatch(line.plain) is not None


def _value(line: Line) -> int:
    return int(line.plain.replace(".", ""))


def _edge(line: Line) -> int:
    return round(line.right * 2)
