"""Where the rows of the messy list ended in a file, ours or a pipeline's; it changes nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

Target = int | str | None  # a person of the register, "row 12" for the stranger of row 12, nobody

OURS = (
    "select row, verdict, target_id from import_rows",
    "select resident_id, source_row, full_name, birth_date, cccd, phone, village_id from residents",
    "select resident_id, bank_bin, number, opened_on from accounts",
)
THEIRS = (
    "select row, verdict, target from import_rows",
    "select id, nullif(import_row, 0), name, born, cccd, phone, village from residents",
    "select resident, bank, number, opened from accounts",
)


@dataclass(frozen=True, slots=True)
class Ends:
    """Row -> verdict and target; person -> values; accounts."""

    rows: dict[int, tuple[str, Target]]
    people: dict[Target, tuple[object, ...]]
    accounts: frozenset[tuple[object, ...]]


def ends_in(database: Path, who: str) -> Ends:
    """What a file holds of the list."""
    listed, registered, opened = OURS if who == "ours" else THEIRS
    with closing(sqlite3.connect(database)) as connection:
        people = connection.execute(registered).fetchall()
        named: dict[int | None, Target] = {
            one[0]: one[0] if one[1] is None else f"row {one[1]}" for one in people
        }
        rows = connection.execute(listed).fetchall()
        accounts = connection.execute(opened).fetchall()
    return Ends(
        {row: (verdict, named.get(target)) for row, verdict, target in rows},
        {named[one[0]]: tuple(one[2:]) for one in people},
        frozenset((named[holder], *rest) for holder, *rest in accounts),
    )
