"""What has been read of a list, and what its rows turn out to be once its end is known."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from digicommune.domain import row_kinds
from digicommune.domain.rows import Record, Rejected, Skipped


@dataclass(slots=True)
class Found:
    """What has been read so far."""

    records: list[Record] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    blanks: list[int] = field(default_factory=list)
    first_rows: dict[str, int] = field(default_factory=dict)
    place: row_kinds.Place = field(default_factory=row_kinds.Place)
    section: str = ""
    commune: str = ""
    cmnd_seen: bool = False


def note_skipped(number: int, verdict: row_kinds.Verdict, found: Found) -> None:
    """Keep a row that is no record, and what it means for the rows behind it."""
    place = found.place
    if verdict.kind == row_kinds.SECTION:
        found.section = row_kinds.section_village(verdict.text)
        found.commune = row_kinds.section_commune(verdict.text) or found.commune
        place.sections += 1
        place.after_total = place.signing = False
    elif verdict.kind == row_kinds.TOTAL:
        place.after_total = place.seen_records > 0
    elif verdict.kind == row_kinds.SIGNATURE:
        place.signing = True
    elif verdict.kind == row_kinds.REPEATED_HEADER:
        place.signing = place.after_total = False
    found.skipped.append(Skipped(number, verdict.kind, verdict.text, verdict.declared))


def settle_rows(found: Found) -> None:
    """Once all rows are read: what the last texts, totals and blank rows are, seen from the end."""
    _keep_inner_blanks(found)
    _settle_last_sections(found)
    _settle_totals(found)


def _settle_last_sections(found: Found) -> None:
    """A lone text behind the last record heads nothing, unless it names a village: it is a note."""
    last = _last(found)
    for place, skipped in enumerate(found.skipped):
        section = skipped.kind == row_kinds.SECTION and skipped.row > last
        if section and not row_kinds.names_place(skipped.text):
            found.skipped[place] = replace(skipped, kind=row_kinds.NOTE)


def _settle_totals(found: Found) -> None:
    """A total before the last record is that of a part, if it says so or another stands behind."""
    totals = [place for place, s in enumerate(found.skipped) if s.kind == row_kinds.TOTAL]
    last = _last(found)
    behind = bool(totals) and found.skipped[totals[-1]].row > last
    for place in totals:
        one = found.skipped[place]
        if one.row < last and (behind or row_kinds.is_of_a_part(one.text)):
            found.skipped[place] = replace(one, kind=row_kinds.SUBTOTAL)
    if not totals:
        _find_total(found, last)
    for place, one in enumerate(found.skipped):
        if one.kind == row_kinds.SUBTOTAL:
            found.skipped[place] = replace(one, declared=None)


def _find_total(found: Found, last: int) -> None:
    """The last "cộng" is the total of the list where it counts every row, not its section's."""
    sections = [s.row for s in found.skipped if s.kind == row_kinds.SECTION and s.row < last]
    rows = [*(one.row for one in found.records), *(one.row for one in found.rejected)]
    in_last = sum(1 for row in rows if row > max(sections, default=0))
    for place in reversed(range(len(found.skipped))):
        one = found.skipped[place]
        if one.kind == row_kinds.SUBTOTAL and one.row > last:
            if one.declared == len(rows) != in_last:
                found.skipped[place] = replace(one, kind=row_kinds.TOTAL)
            return


def _keep_inner_blanks(found: Found) -> None:
    """Blank rows count only between records: elsewhere they are layout."""
    ends = [r.row for r in (*found.records[:1], *found.records[-1:])]
    ends += [r.row for r in (*found.rejected[:1], *found.rejected[-1:])]
    if ends:
        inner = [row for row in found.blanks if min(ends) < row < max(ends)]
        found.skipped.extend(Skipped(row, row_kinds.BLANK, "", None) for row in inner)


def _last(found: Found) -> int:
    """The Excel row of the last record, taken or refused; 0 where there is none."""
    ends = [r.row for r in found.records[-1:]] + [r.row for r in found.rejected[-1:]]
    return max(ends, default=0)
