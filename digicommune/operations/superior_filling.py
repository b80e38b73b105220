"""Fills the superior's workbook from a period's figures, only the cells shown; it keeps no map."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from digicommune.documents import figure_words
from digicommune.domain.numbers import vi_decimal
from digicommune.domain.periods import parse_period
from digicommune.domain.superior_books import (
    BookFill,
    CellItem,
    MappedCell,
    SuperiorBook,
    VillageBlock,
)
from digicommune.domain.text import clean
from digicommune.domain.village_names import VillageFinder
from digicommune.errors import UserError
from digicommune.operations.freezing import freeze
from digicommune.operations.reports import ReportRequest
from digicommune.operations.superior_books import read_file
from digicommune.sheets.filled_cells import At, Value, cell_name
from digicommune.sheets.filling import cell_at, check_book, fill_book, texts_in

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.snapshot import Part, ReportSnapshot, SnapshotIndicator

KIND = "bao-cao-chuyen-doi-so"  # whose annexes the cells must equal


@dataclass(frozen=True, slots=True)
class FilledCell:
    """A cell that was filled, with its value as the annex prints it."""

    sheet: str
    cell: str
    text: str


@dataclass(frozen=True, slots=True)
class FillDone:
    """What filling did, and what it left alone and why."""

    path: Path
    sha256: str
    cells: tuple[FilledCell, ...]
    empty: tuple[str, ...]  # cells whose figure nobody has given; they stay as they were
    unknown_rows: tuple[str, ...]  # names in the workbook that are no village of the period
    missing_rows: tuple[str, ...]  # villages that have no row in the workbook


@dataclass(slots=True)
class _Filling:
    """The values found so far, and what was left out."""

    values: dict[str, dict[At, Value]] = field(default_factory=lambda: defaultdict(dict))
    told: list[FilledCell] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def put(self, sheet: str, at: At, value: Value | None) -> None:
        """Takes a value, or notes that there is none."""
        if value is None:
            self.empty.append(f"{sheet}!{cell_name(at)}")
            return
        self.values[sheet][at] = value
        self.told.append(FilledCell(sheet, cell_name(at), _shown(value)))


def _shown(value: Value) -> str:
    return vi_decimal(value) if isinstance(value, Decimal) else str(value)


@dataclass(frozen=True, slots=True)
class _Figures:
    """Where values come from: the period as a report freezes it."""

    snapshot: ReportSnapshot
    chairman: str
    finder: VillageFinder

    def village_of(self, name: str) -> int | None:
        """The village of the period a name means."""
        found = self.finder.find(name)
        known = {one.village_id for one in self.snapshot.villages}
        return found.village_id if found is not None and found.village_id in known else None

    def value(self, item: CellItem, village: int | None) -> Value | None:
        """What a cell takes, of a village or (None) the commune; None: nobody has given it."""
        if item.source == "text":
            return self._text(item.code)
        if item.source == "population":
            villages = [v for v in self.snapshot.villages if village in (None, v.village_id)]
            return figure_words.population(villages, item.code)
        one = next((each for each in self.snapshot.indicators if each.code == item.code), None)
        if one is None:
            raise UserError(
                "book_item_unknown",
                f"Biểu cần chỉ tiêu {item.code} nhưng kỳ này không có chỉ tiêu ấy.",
                "Sửa phần đã chỉ của biểu, hoặc thêm chỉ tiêu.",
                indicator=item.code,
            )
        return _figure(one, item.part, village)

    def _text(self, code: str) -> str:
        snapshot = self.snapshot
        texts = {
            "commune": snapshot.commune_name,
            "province": snapshot.province,
            "period": snapshot.period_title,
            "end": figure_words.day(snapshot.period_end),
            "chairman": self.chairman,
        }
        return texts[code]


def _figure(one: SnapshotIndicator, part: str, village: int | None) -> Value | None:
    whole = village is None
    told = one.total if village is None else one.villages.get(village)
    if part == "previous":
        return _percent(one.previous, one) if whole else None
    if told is None or not figure_words.counted(told):
        return None
    if part == "percent":
        return _percent(told, one)
    found: int | None = getattr(told, part)
    return found


def _percent(part: Part | None, one: SnapshotIndicator) -> Decimal | None:
    """The percentage with the very decimals the annex prints."""
    text = figure_words.percent(part, one)
    return Decimal(text.replace(".", "").replace(",", ".")) if text else None


def fill(
    store: Store, name: str, period_code: str, to: Path, source: Path | None = None
) -> FillDone:
    """Fills a workbook of a period; ``source``: a newer copy of it with the same layout.

    The values are those the annexes print. Raises ``UserError`` ``book_unknown``,
    ``book_over_original``, ``book_item_unknown`` and those of ``fill_book``.
    """
    _refuse_original(source, to)
    period = parse_period(period_code)
    with store.glance() as unit:
        book = _found(unit, name)
        data = read_file(source) if source else unit.superior_books.content(book.book_id)
        snapshot = freeze(unit, period, ReportRequest(KIND, period.code), (None, ()))
        chairman = unit.office.commune().chairman or ""
        figures = _Figures(snapshot, chairman, VillageFinder(unit.villages.all()))
    filling = _filling(book, data, figures)
    done = fill_book(data, book.file, filling.values, to)
    source_sha = hashlib.sha256(data).hexdigest()
    with store.unit() as unit:
        note = BookFill(0, book.book_id, period.code, source_sha, done.sha256, done.cells, "", "")
        unit.superior_books.note_fill(note)
        after = {"period": period.code, "sha256": done.sha256, "cells": done.cells}
        unit.journal.note("fill", f"superior-book:{book.book_id}", None, after)
    left = tuple(filling.empty), tuple(filling.unknown), tuple(filling.missing)
    return FillDone(to, done.sha256, tuple(filling.told), *left)


def _refuse_original(source: Path | None, to: Path) -> None:
    if source is not None and to.exists() and source.exists() and to.samefile(source):
        raise UserError(
            "book_over_original",
            f"Biểu đã điền không được ghi đè lên tệp gốc {to.name}.",
            "Chọn tên khác cho biểu đã điền.",
            file=to.name,
        )


def _filling(book: SuperiorBook, data: bytes, figures: _Figures) -> _Filling:
    filling = _Filling()
    for one in book.map.cells:
        _fill_cell(filling, one, figures)
    if book.map.blocks:
        check_book(data, book.file)
        for block in book.map.blocks:
            _fill_block(filling, block, (data, book.file), figures)
    return filling


def _fill_cell(filling: _Filling, one: MappedCell, figures: _Figures) -> None:
    at = cell_at(one.cell)
    assert at is not None, one.cell  # a map is checked when it is kept
    village = None
    if one.village is not None:
        village = figures.village_of(one.village)
        if village is None:
            filling.unknown.append(one.village)
            return
    filling.put(one.sheet, at, figures.value(one.item, village))


def _fill_block(
    filling: _Filling, block: VillageBlock, book: tuple[bytes, str], figures: _Figures
) -> None:
    met = set()
    for row, name in _named_rows(block, book):
        village = figures.village_of(name)
        if village is None:
            filling.unknown.append(name)
            continue
        met.add(village)
        for letters, item in block.columns.items():
            at = cell_at(f"{letters}{row}")
            assert at is not None, letters
            filling.put(block.sheet, at, figures.value(item, village))
    real = figure_words.known_villages(figures.snapshot)
    filling.missing += [one.name for one in real if one.village_id not in met]


def _named_rows(block: VillageBlock, book: tuple[bytes, str]) -> Iterator[tuple[int, str]]:
    """Row of Excel and what stands in the column of names, of rows that hold something there."""
    first = cell_at(f"{block.names}1")
    assert first is not None, block.names
    texts = texts_in(*book, block.sheet)
    for row in range(block.first, block.last + 1):
        name = clean(texts.get((row - 1, first[1]), ""))
        if name:
            yield row, name


def _found(unit: Unit, name: str) -> SuperiorBook:
    known = unit.superior_books.all()
    for one in known:
        if one.name.casefold() == clean(name).casefold():
            return one
    names = ", ".join(one.name for one in known)
    raise UserError(
        "book_unknown",
        f"Chưa có biểu nào tên “{name}”.",
        f"Dùng một trong các biểu: {names}." if names else "Thêm biểu bằng lệnh superior add.",
        name=name,
    )
