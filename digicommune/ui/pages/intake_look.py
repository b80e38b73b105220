"""One look at a list: read, judged, compared with its sender and made ready to show; a worker's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from digicommune.domain.text import clean, fold
from digicommune.errors import UserError
from digicommune.ui.pages.intake_lines import Line, lines_of, notices

if TYPE_CHECKING:
    from digicommune.domain.progress import Progress
    from digicommune.domain.rows import ListReading, Value
    from digicommune.operations.intake import IntakeRequest, Preview, PreviewRow
    from digicommune.operations.senders import Sender

MOST_GROUPS = 40
ACCOUNT_KINDS = ("bank-accounts", "merchant-qr")


@dataclass(frozen=True, slots=True, kw_only=True)
class LookCalls:
    """What looking at a list asks; everything runs on the worker."""

    preview: Callable[[Path, IntakeRequest, Progress], Preview]
    judge_again: Callable[[Preview, IntakeRequest, Progress], Preview]
    remembered: Callable[[object], Sender | None]  # a path or a reading
    people: Callable[[list[int]], dict[int, dict[str, Value]]]


@dataclass(frozen=True, slots=True)
class NameGroup:
    """Rows that give the same name of a village or bank which nobody knows."""

    field: str  # "thon" or "ngan_hang"
    name: str
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """A list as the window shows it."""

    preview: Preview
    lines: tuple[Line, ...]
    people: Mapping[int, Mapping[str, Value]] = field(default_factory=dict)  # candidates by id
    groups: tuple[NameGroup, ...] = ()
    sender: Sender | None = None  # who was known by the headings
    keys: frozenset[str] = frozenset()  # the fields its rows have
    counts: Mapping[str, int] = field(default_factory=dict)  # lines by verdict
    notices: tuple[str, ...] = ()

    def of(self, verdict: str) -> list[Line]:
        """The lines of one verdict."""
        return [one for one in self.lines if one.verdict == verdict]

    def row(self, number: int) -> PreviewRow | None:
        """The row of a row number."""
        return next((one for one in self.preview.rows if one.row == number), None)


def first_look(calls: LookCalls, path: Path, request: IntakeRequest, progress: Progress) -> Look:
    """Reads a list nobody has said anything of; a known sender's is read as remembered."""
    try:
        seen = calls.preview(path, request, progress)
    except UserError as error:
        sender = calls.remembered(path) if error.code == "no_header" else None
        if sender is None:
            raise
        return made_look(calls, calls.preview(path, _as_sent(sender, request), progress), sender)
    sender = calls.remembered(seen.reading)
    if sender is None:
        return made_look(calls, seen, None)
    wanted = _as_sent(sender, request, seen.sheets)
    if _read_otherwise(seen.reading, sender, wanted):
        return made_look(calls, calls.preview(path, wanted, progress), sender)
    if wanted.bank_bin is None:
        return made_look(calls, replace(seen, request=wanted), sender)
    return made_look(calls, calls.judge_again(seen, wanted, progress), sender)


def look_again(
    calls: LookCalls, before: Preview, request: IntakeRequest, progress: Progress
) -> Look:
    """Judges a list as the officer has settled it; reads its file only where that matters."""
    from digicommune.operations.intake import reads_alike

    if reads_alike(before, request):
        return made_look(calls, calls.judge_again(before, request, progress), None)
    return made_look(calls, calls.preview(before.path, request, progress), None)


def look_told(calls: LookCalls, path: Path, request: IntakeRequest, progress: Progress) -> Look:
    """Reads a list of which the officer has said where its header stands."""
    return made_look(calls, calls.preview(path, request, progress), None)


def _as_sent(sender: Sender, request: IntakeRequest, sheets: tuple[str, ...] = ()) -> IntakeRequest:
    from digicommune.operations.senders import request_of

    sheet = sender.sheet if sender.sheet in sheets else None
    asked = request_of(sender)
    return replace(asked, sheet=sheet, password=request.password, period=request.period)


def _read_otherwise(reading: ListReading, sender: Sender, wanted: IntakeRequest) -> bool:
    """Whether the sender's list has to be read and judged again to be taken as remembered."""
    if reading.kind != wanted.kind or wanted.sheet not in (None, reading.sheet):
        return True
    return any(
        key != reading.columns.get(letters, "")
        for letters, heading in reading.headings.items()
        if (key := sender.headings.get(fold(clean(heading)))) is not None
    )


def made_look(calls: LookCalls, preview: Preview, sender: Sender | None) -> Look:
    """A preview with everything its widgets show."""
    ids = {one.resident_id for row in preview.rows for one in row.candidates}
    ids |= {row.target or 0 for row in preview.rows if row.verdict == "doubtful"}
    wanted = sorted(one for one in ids if one > 0)
    people: dict[int, Mapping[str, Value]] = dict(calls.people(wanted)) if wanted else {}
    people |= {-row.row: row.fields for row in preview.rows if -row.row in ids}
    lines = lines_of(preview)
    return Look(
        preview,
        lines,
        people,
        groups_of(preview),
        sender,
        frozenset({key for one in preview.rows for key in one.fields}),
        Counter([one.verdict for one in lines]),
        tuple(notices(preview)),
    )


def groups_of(preview: Preview) -> tuple[NameGroup, ...]:
    """Names of villages and banks that nobody knows, the most frequent first."""
    found: dict[tuple[str, str], list[int]] = {}
    for one in preview.rows:
        village = one.fields.get("thon")
        unknown = any(code == "village_unknown" for _, code, _ in one.problems)
        placed = preview.kind not in ("villages", "village-figures") and one.verdict != "rejected"
        if village and (unknown or (placed and one.village_id is None)):
            found.setdefault(("thon", str(village)), []).append(one.row)
        bank = one.fields.get("ngan_hang")
        if preview.kind in ACCOUNT_KINDS and bank and not one.fields.get("ngan_hang_bin"):
            found.setdefault(("ngan_hang", str(bank)), []).append(one.row)
    counted = Counter({key: len(rows) for key, rows in found.items()})
    return tuple(
        NameGroup(key[0], key[1], tuple(found[key])) for key, _ in counted.most_common(MOST_GROUPS)
    )
