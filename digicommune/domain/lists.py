"""Turn a sheet into records, wrong rows and skipped rows, every row accounted for; opens no file.

The policy (what is refused, what is taken with a warning, what is no record) is that of the shared
``samples/README.md`` and the same for every list.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from digicommune.domain import dates, findings, row_kinds
from digicommune.domain.columns import KEY_FIELDS, column_reader
from digicommune.domain.found_rows import Found, note_skipped, settle_rows
from digicommune.domain.grids import Grid, column_letters, is_empty
from digicommune.domain.headers import Header, header_inside
from digicommune.domain.joined_fields import join_birth, join_figure, join_names
from digicommune.domain.list_plans import Plan, Wishes, fits, plan_of
from digicommune.domain.meanings import heading
from digicommune.domain.mends import Extras, apply_mends
from digicommune.domain.progress import Progress, no_progress
from digicommune.domain.rows import ListReading, Problem, Record, Rejected, Skipped, Value
from digicommune.domain.samples import first_values
from digicommune.domain.text import clean

_CARRIED: Final = frozenset({"thon", "xa_cu", "dia_chi", "ngan_hang", "ho_so_ho", "chu_ho"})
_SUM_WORDS: Final = frozenset({"tổng", "cộng", "tong", "cong", "danh"})
_PROGRESS_EVERY: Final = 2_500


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told of the advance, and who may have the records as they come."""

    progress: Progress = no_progress
    take: Callable[[Sequence[Record]], None] = lambda _records: None


UNWATCHED: Final = Watch()


def read_grid(grid: Grid, header: Header, wishes: Wishes, watch: Watch = UNWATCHED) -> ListReading:
    """Read one sheet under its header, as it is wished."""
    found = Found()
    _skip_titles(grid, header.rows[0], found)
    title = " ".join([grid.name, *(one.text for one in found.skipped)])
    plan = plan_of(header, wishes, title)
    if header.columns:
        _fill_down(grid, header.rows[-1], plan.columns)
        grid, mends = apply_mends(grid, header.rows[-1], plan, wishes.mended)
        _settle_title(grid, header.rows[0], plan, found)
        reading_of = _Work(grid, plan, found, mends)
        _read_rows(reading_of, header.rows[-1] + 1, watch)
    return _reading(grid, header, plan, found)


def _fill_down(grid: Grid, header_end: int, columns: dict[int, str]) -> None:
    """Cells merged downwards hold for all their rows where the column tells of a group."""
    for span in grid.spans:
        if span.top <= header_end or columns.get(span.left) not in _CARRIED:
            continue
        if span.left == span.right and span.left < len(grid.rows[span.top]):
            for row in grid.rows[span.top + 1 : span.bottom + 1]:
                row[span.left] = grid.rows[span.top][span.left]


def _skip_titles(grid: Grid, header_top: int, found: Found) -> None:
    for index in range(header_top):
        texts = [clean(str(cell)) for cell in grid.rows[index] if not is_empty(cell)]
        if any(texts):
            text = " ".join(filter(None, texts))
            found.skipped.append(Skipped(index + 1, row_kinds.TITLE, text, None))


def _settle_title(grid: Grid, header_top: int, plan: Plan, found: Found) -> None:
    """A village named right above the header is a section where others follow further down."""
    before = found.skipped[-1] if found.skipped else None
    if before is None or plan.shape.lists_places or "thon" in plan.columns.values():
        return
    if before.row != header_top or not row_kinds.names_place(before.text):
        return
    follow = (row_kinds.filled_cells(row) for row in grid.rows[header_top + 1 :])
    if any(len(cells) == 1 and row_kinds.names_place(cells[0][1]) for cells in follow):
        found.skipped.pop()
        note_skipped(before.row, row_kinds.Verdict(row_kinds.SECTION, before.text), found)


@dataclass(slots=True)
class _Work:
    """A sheet being read: its plan changes where another table begins further down."""

    grid: Grid
    plan: Plan
    found: Found
    mends: Extras
    foreign: bool = False  # inside a table that is not of this list


def _read_rows(work: _Work, first: int, watch: Watch) -> None:
    grid, found = work.grid, work.found
    marked = grid.marks.rows() | work.mends.keys()
    merged = _wide_rows(grid, work.plan)
    total, taken = len(grid.rows), 0
    read_record = _record_reader(work)
    for index in range(first, total):
        row = grid.rows[index]
        if index % _PROGRESS_EVERY == 0:
            watch.progress(index, total, "Đọc danh sách")
            watch.take(found.records[taken:])
            taken = len(found.records)
        if not work.foreign and (_plainly_record(row, work.plan) or _is_told(work, index)):
            found.place.signing = found.place.after_total = False
        else:
            kind = _classified(row, index, merged, work)
            if kind == row_kinds.REPEATED_HEADER and _turns_to(work, index):
                read_record = _record_reader(work)
            if kind != row_kinds.RECORD:
                continue
        found.place.seen_records += 1
        read_record(index, row, index in marked)
    watch.take(found.records[taken:])


def _turns_to(work: _Work, index: int) -> bool:
    """Whether a header inside the list gives the columns another meaning; the plan then turns."""
    header = header_inside(work.grid, index)
    if header is None:
        cells = row_kinds.filled_cells(work.grid.rows[index])
        work.foreign = not row_kinds.repeats_header(cells, work.plan.shape)
        return False
    work.foreign = not fits(work.plan.kind, header)
    known = work.plan.columns
    if work.foreign or all(known.get(i) == key for i, key in header.columns.items()):
        return False
    work.plan = plan_of(header, Wishes(work.plan.kind, work.plan.banks))
    return True


def _wide_rows(grid: Grid, plan: Plan) -> frozenset[int]:
    """Rows whose cells are merged over at least half of the list."""
    half = max(2, len(plan.shape.fields) // 2)
    return frozenset(s.top for s in grid.spans if s.right - s.left + 1 >= half)


def _plainly_record(row: list[object], plan: Plan) -> bool:
    """The fast way: a number in STT and a name are a record whatever the words say."""
    name = row[plan.name]
    if not isinstance(name, str) or len(name) < 4:
        return False
    if plan.order is None:
        return row_kinds.has_evidence(row, plan.shape) and name[:4].lower() not in _SUM_WORDS
    order = row[plan.order]
    if not isinstance(order, int | float) and not (isinstance(order, str) and order.isdigit()):
        return False
    for column in plan.shape.evidence:
        if row[column] != "":
            return not name.isdigit()
    return False


def _classified(row: list[object], index: int, merged: frozenset[int], work: _Work) -> str:
    """What kind of row this is, noted where it is no record."""
    found = work.found
    verdict = row_kinds.classify(row, index in merged, work.plan.shape, found.place)
    if work.foreign and verdict.kind not in (row_kinds.BLANK, row_kinds.REPEATED_HEADER):
        verdict = replace(verdict, kind=row_kinds.SUMMARY, declared=None)
    if verdict.kind == row_kinds.RECORD:
        found.place.signing = False
    elif verdict.kind == row_kinds.BLANK:
        found.blanks.append(index + 1)
    else:
        note_skipped(index + 1, verdict, found)
    return verdict.kind


def _is_told(work: _Work, index: int) -> bool:
    """Whether an error in the name or the officer's hand tells that this row is a record."""
    if index in work.mends:
        return True
    return any((index, i) in work.grid.marks.errors for i, _ in work.plan.names)


def _record_reader(work: _Work) -> Callable[[int, list[object], bool], None]:
    """The reader of one record row, with everything it needs bound once."""
    grid, plan, found = work.grid, work.plan, work.found
    readers = plan.readers

    def read(index: int, row: list[object], marked: bool) -> None:
        fields: dict[str, Value] = {}
        warnings: list[str] = []
        problems: list[Problem] = []
        for column, key, read_cell in readers:
            value = row[column]
            if value != "":
                code = read_cell(value, fields, warnings)
                if code is not None:
                    cell = (column_letters(column), index + 1)
                    problems.append(findings.problem(code, key, cell, value))
        if marked:
            _apply_marks(grid, plan, index, (warnings, problems))
            for key, text in work.mends.get(index, ()):
                _read_typed(plan, (index + 1, key, text), fields, (warnings, problems))
        _finish(index + 1, (plan, found), fields, (warnings, problems))

    return read


def _read_typed(
    plan: Plan,
    typed: tuple[int, str, str],
    fields: dict[str, Value],
    notes: tuple[list[str], list[Problem]],
) -> None:
    """What the officer typed for a field that has no column in this list."""
    row, key, text = typed
    read_cell = column_reader(key, plan.banks)
    code = read_cell(text, fields, notes[0]) if read_cell and text else None
    if code is not None:
        notes[1].append(findings.problem(code, key, ("", row), text))


def _finish(
    number: int,
    work: tuple[Plan, Found],
    fields: dict[str, Value],
    notes: tuple[list[str], list[Problem]],
) -> None:
    """Complete a row and put it among the records or the rejected."""
    plan, found = work
    warnings, problems = notes
    _complete(fields, plan, found)
    if plan.birth_parts and (wrong := join_birth(fields, warnings)) is not None:
        at = (column_letters(plan.birth_parts[-1]), number)
        problems.append(findings.problem(dates.INVALID, "ngay_sinh", at, wrong))
    if not _is_named(fields, plan) and not _name_is_error(plan, problems):
        cell = (column_letters(plan.name), number)
        problems.insert(0, findings.problem(findings.MISSING_NAME, plan.names[0][1], cell))
    cccd = fields.get("cccd")
    if not problems and isinstance(cccd, str):
        first = found.first_rows.setdefault(cccd, number)
        if first != number:
            cell = (plan.column_of("cccd"), number)
            problems.append(findings.duplicate("cccd", cell, cccd, first))
    if problems:
        found.rejected.append(Rejected(number, tuple(problems), fields))
    else:
        noted = tuple(sorted(set(warnings))) if warnings else ()
        found.records.append(Record(number, fields, noted))


def _complete(fields: dict[str, Value], plan: Plan, found: Found) -> None:
    """What the row does not say itself: its section's village, no tick where nothing is ticked."""
    if plan.ticked and "ma_qr" not in fields:
        fields["ma_qr"] = False
    if found.commune:
        fields.setdefault("xa_cu", found.commune)
    if found.section:
        fields.setdefault("xa_cu" if plan.shape.lists_places else "thon", found.section)
    if "cmnd" in fields:
        found.cmnd_seen = True
    if len(plan.names) > 1:
        join_names(fields)
    if "chi_tieu" in fields:
        join_figure(fields)


def _is_named(fields: dict[str, Value], plan: Plan) -> bool:
    if "ho_ten" in fields and not plan.shape.lists_places:
        return True
    if plan.shape.lists_places:
        return any(key in fields for _, key in plan.names)
    return any(key in fields for key in ("ho_ten", "ten_ho_kd", *(key for _, key in plan.names)))


def _name_is_error(plan: Plan, problems: list[Problem]) -> bool:
    keys = {key for _, key in plan.names}
    return any(p.code == findings.ERROR_VALUE and p.field in keys for p in problems)


def _apply_marks(
    grid: Grid, plan: Plan, index: int, notes: tuple[list[str], list[Problem]]
) -> None:
    """Turn what the file shows beside the values into warnings and problems."""
    warnings, problems = notes
    marks = grid.marks
    if index in marks.hidden_rows:
        warnings.append(findings.HIDDEN_ROW)
    if index in marks.decoded_rows:
        warnings.append(findings.LEGACY_DECODED)
    keys = KEY_FIELDS | {key for _, key in plan.names}
    for column, key, _ in plan.readers:
        at = (index, column)
        held = grid.rows[index][column] != ""
        if held and at in marks.struck and findings.STRIKETHROUGH not in warnings:
            warnings.append(findings.STRIKETHROUGH)
        if at in marks.uncomputed:
            warnings.append(findings.UNCOMPUTED)
        if at in marks.errors:
            cell = (column_letters(column), index + 1)
            if key.split(":")[0] in keys:
                problems.append(findings.problem(findings.ERROR_VALUE, key, cell, marks.errors[at]))
            else:
                warnings.append(findings.ERROR_VALUE)


def _reading(grid: Grid, header: Header, plan: Plan, found: Found) -> ListReading:
    settle_rows(found)
    shown = {column_letters(i): key for i, key in plan.columns.items()}
    if found.cmnd_seen and "cmnd" not in shown.values():
        shown = {c: "cccd|cmnd" if key == "cccd" else key for c, key in shown.items()}
    totals = [s.declared for s in found.skipped if s.kind == row_kinds.TOTAL]
    return ListReading(
        sheet=grid.name,
        header_rows=tuple(row + 1 for row in header.rows),
        columns=shown,
        kind=plan.kind,
        records=tuple(found.records),
        rejected=tuple(found.rejected),
        skipped=tuple(sorted(found.skipped, key=lambda s: s.row)),
        declared_total=totals[-1] if totals else None,
        headings={column_letters(i): heading(parts) for i, parts in header.labels.items()},
        samples=first_values(grid, header),
    )
