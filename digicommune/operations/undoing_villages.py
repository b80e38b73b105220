"""Takes back what an import brought of villages: themselves, their population, typed figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from digicommune.domain.figures import FigureKey, TypedFigure
from digicommune.domain.villages import PopulationFigure
from digicommune.operations.intake_villages import figure_parts
from digicommune.operations.undoing import IN_USE, VALUE_CHANGED, Counted, changes_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digicommune.domain.registers import ImportRowRecord
    from digicommune.domain.villages import Village
    from digicommune.operations.undoing import Undoing


def counted_villages(work: Undoing) -> Iterator[Counted]:
    """Population is the base of every figure."""
    if any(one.target_id for one in work.rows):
        yield Counted()


def counted_figures(work: Undoing) -> Iterator[Counted]:
    """Typed figures count in their own period."""
    for _, period in work.beside("period"):
        yield Counted(period=period)


def undo_villages(work: Undoing) -> None:
    """Population figures first, then the villages nothing speaks of any more."""
    villages = {one.village_id: one for one in work.unit.villages.all()}
    for row in work.rows:
        village = villages.get(row.target_id or 0)
        if village is not None:
            _undo_population(work, village, row)
    for row in work.rows:
        village = villages.get(row.target_id or 0)
        if village is not None and row.verdict == "new":
            _remove(work, village)


def _undo_population(work: Undoing, village: Village, row: ImportRowRecord) -> None:
    fields = msgspec.json.decode(row.fields)
    changed = {one.field: one for one in changes_in(row)}
    source = f"tệp {work.record.file}, dòng {row.row}"
    found = {
        one.base: one
        for one in work.unit.villages.population_of(village.village_id)
        if one.source == source
    }
    for base, value in fields.items():
        brought = row.verdict == "new" or base in changed
        if not brought or not isinstance(value, int) or isinstance(value, bool):
            continue
        figure = found.get(base)
        if figure is None or figure.value != value:
            if base in changed:
                work.keep(village.name, VALUE_CHANGED.format(what=base))
            continue
        work.unit.villages.remove_population(figure)
        if base in changed:
            work.restored += 1
            _bring_back(work, figure, changed[base].before)


def _bring_back(work: Undoing, gone: PopulationFigure, before: str | None) -> None:
    """An older figure stands again by itself, unless it was one of the same day."""
    if before is None:
        return
    now = work.unit.villages.population(gone.as_of).get(gone.village_id, {}).get(gone.base)
    if now != int(before):
        source = f"khôi phục khi hoàn tác lần nhập {work.record.import_id}"
        figure = PopulationFigure(gone.village_id, gone.base, gone.as_of, int(before), source)
        work.unit.villages.add_population([figure])


def _remove(work: Undoing, village: Village) -> None:
    if village.version > 1 or work.unit.villages.is_used(village.village_id):
        work.keep(village.name, IN_USE)
        return
    work.unit.villages.remove(village.village_id)
    work.removed += 1


def undo_figures(work: Undoing) -> None:
    """Every figure that still stands as the form brought it goes, or is what it was before."""
    periods = {row.row: str(period) for row, period in work.beside("period")}
    before = {row.row: kept for row, kept in work.beside("figures")}
    names = {one.village_id: one.name for one in work.unit.villages.all()}
    for row in work.rows:
        if row.target_id is None or row.row not in periods:
            continue
        old = {kept[0]: kept for kept in before.get(row.row, [])}
        for code in figure_parts(msgspec.json.decode(row.fields)):
            key = FigureKey(periods[row.row], code, row.target_id)
            if not _undo_figure(work, key, old.get(code)):
                what = VALUE_CHANGED.format(what=code)
                work.keep(names.get(row.target_id, ""), what)


def _undo_figure(work: Undoing, key: FigureKey, old: list[Any] | None) -> bool:
    now = work.unit.figures.at(key)
    if now is None or now.source_import != work.record.import_id:
        return False
    if old is None:
        work.unit.figures.delete(key)
        work.removed += 1
        return True
    _, numerator, denominator, status, note, (source, line) = old
    work.unit.figures.set(TypedFigure(key, numerator, denominator, status, note, source, line))
    work.restored += 1
    return True
