"""Put what the officer typed in place of wrong cells, by the same rules; it changes no file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from digicommune.domain.grids import Grid, Marks
from digicommune.domain.list_plans import Plan

# By 0-based row: what was typed for fields that have no column of their own.
Extras = dict[int, tuple[tuple[str, str], ...]]
_NAME_PARTS: Final = ("ho_dem", "dem", "ten")


def apply_mends(
    grid: Grid, header_end: int, plan: Plan, mended: Mapping[int, Mapping[str, str]]
) -> tuple[Grid, Extras]:
    """The grid with the typed texts in their cells, and those for which there is no cell.

    Rows up to the header and rows the sheet does not have are left alone.
    """
    extras: Extras = {}
    touched: set[tuple[int, int]] = set()
    for number, cells in mended.items():
        index = number - 1
        if header_end < index < len(grid.rows):
            homeless: list[tuple[str, str]] = []
            for key, text in cells.items():
                if not _placed(grid.rows[index], plan, (key, text)):
                    homeless.append((key, text))
                touched.update((index, column) for column in _columns(plan, key))
            extras[index] = tuple(homeless)
    marks = _without(grid.marks, touched) if touched else grid.marks
    return replace(grid, marks=marks), extras


def _columns(plan: Plan, key: str) -> list[int]:
    found = plan.columns_of(key)
    if key == "ho_ten" and not found:
        found = [column for part in _NAME_PARTS for column in plan.columns_of(part)]
    return found


def _placed(row: list[object], plan: Plan, typed: tuple[str, str]) -> bool:
    """Write the text over the cell it replaces; whether there was one that can hold it."""
    key, text = typed
    found = _columns(plan, key)
    holds = bool(found) and (key != "gioi_tinh" or not _is_ticked(plan, found[0]))
    holds = holds and (key != "ho_ten" or bool(plan.columns_of(key)))
    filled = [column for column in found if row[column] != ""]
    for column in found:
        row[column] = ""
    if holds:
        row[(filled or found)[0]] = text
    return holds


def _is_ticked(plan: Plan, column: int) -> bool:
    """Whether the gender is told by which column is ticked: no text can be typed there."""
    return ":" in plan.columns.get(column, "")


def _without(marks: Marks, touched: set[tuple[int, int]]) -> Marks:
    return replace(
        marks,
        struck=marks.struck - touched,
        uncomputed=marks.uncomputed - touched,
        errors={at: error for at, error in marks.errors.items() if at not in touched},
    )
