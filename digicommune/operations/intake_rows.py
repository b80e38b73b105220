"""What judging and saving a list have in common, whatever the list holds; it reads no file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

import msgspec

from digicommune.domain.bank_words import BANKED, named_bank
from digicommune.domain.registers import AccountFacts, ImportRowRecord, PersonFacts

if TYPE_CHECKING:
    from digicommune.db.unit import Unit
    from digicommune.domain.people import SourceRow
    from digicommune.domain.rows import ListReading, Record, Rejected, Skipped

Verdict = Literal["new", "known", "doubtful", "rejected"]
Decision = Literal["same", "new", "later"]
FieldValue = str | int | bool


class Chosen(NamedTuple):
    """The decision that a doubtful row is this one of its candidates, and not the likeliest."""

    resident_id: int


Decisions = Mapping[int, Decision | Chosen]


@dataclass(frozen=True, slots=True)
class IntakeRequest:
    """What is to be read, as what; ``kind`` "auto" lets the columns tell.

    ``headings``, ``header_rows`` and ``mended`` mean what they mean to ``sheets.reader``;
    ``sender`` is who sent the list: what was understood of it is remembered under that name.
    """

    kind: str = "auto"
    sheet: str | None = None
    password: str | None = None
    bank_bin: str | None = None
    campaign: str | None = None  # its code
    session: int | None = None  # of that campaign: the day at the hall the list came from
    period: str | None = None  # of village figures; None: the running month
    again: bool = False  # record the import though its content brings nothing new
    headings: Mapping[str, str] = field(default_factory=dict)
    header_rows: tuple[int, ...] | None = None
    mended: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    sender: str | None = None


class Change(NamedTuple):
    """A value of the registers beside the one the list brings."""

    field: str
    before: str | None
    after: str


class Candidate(NamedTuple):
    """Somebody a doubtful row may be; ``resident_id`` below 0 is another row of the same list."""

    resident_id: int
    name: str
    detail: str  # year · village · masked number
    score: int  # 0 to 100


class Ready(NamedTuple):
    """A row made ready for the registers while the rest of the list is being read.

    ``person`` None: of somebody known, of whom the row says nothing new but an account.
    """

    person: PersonFacts | None
    account: AccountFacts | None
    text: bytes  # the fields as the import keeps them; as str they would take twice the memory


class PreviewRow(NamedTuple):
    """One row of the list: its verdict against the registers and why.

    A tuple and not a dataclass: 50,000 of them are made at a time.
    """

    row: int
    verdict: Verdict
    fields: dict[str, FieldValue]
    warnings: tuple[str, ...] = ()
    problems: tuple[tuple[str | None, str, str], ...] = ()  # (field, code, message)
    target: int | None = None  # the person, merchant or village; below 0: new with this list
    target_label: str = ""
    changes: tuple[Change, ...] = ()
    new_target: bool = False  # the person or merchant itself is not yet in the register
    new_fact: bool = False  # it brings an account, QR code or figure not yet recorded
    village_id: int | None = None
    candidates: tuple[Candidate, ...] = ()  # of a doubtful row, likeliest first
    decided: Decision | None = None  # as the officer decided the same row before
    seen_in: str = ""  # where a known fact came from: "tệp …, dòng …"
    account: int | None = None  # the recorded account whose number, bank or day the row corrects
    ready: Ready | None = None  # never of a row an officer decides


@dataclass(frozen=True, slots=True)
class Preview:
    """A list judged but not yet saved."""

    path: Path
    file: str
    sha256: str
    opened: str  # "ok", "html_as_xls"
    kind: str
    request: IntakeRequest
    reading: ListReading
    rows: tuple[PreviewRow, ...]  # records and rejected, by row number
    skipped: tuple[Skipped, ...]
    hidden_sheets: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    list_sheets: tuple[str, ...] = ()  # the visible ones that hold a list like this one
    imported_before: int | None = None  # the import that had the same content
    imported_before_on: str | None = None
    total_differs: bool = False  # the list's own total is not the number of its rows
    stamp: str = ""  # the registers' state it was judged against
    counts: dict[str, int] = field(default_factory=dict)  # read new known doubtful rejected skipped

    @property
    def other_lists(self) -> tuple[str, ...]:
        """The visible sheets that hold a list like this and were not read."""
        return tuple(one for one in self.list_sheets if one != self.reading.sheet)

    def named_bank(self, names: Mapping[str, str]) -> str | None:
        """The bank the titles or the file's name speak of, where no column tells; BIN -> name."""
        if self.kind not in BANKED or "ngan_hang" in self.reading.columns.values():
            return None
        titles = [one.text for one in self.skipped if one.kind == "title"]
        return named_bank([*titles, Path(self.file).stem], names)

    @property
    def brings_nothing(self) -> bool:
        """Whether saving it would write nothing that is not there already."""
        return not any(
            one.verdict != "doubtful" and (one.new_fact or one.new_target or one.changes)
            for one in self.rows
        )


@dataclass(frozen=True, slots=True)
class Saving:
    """What is to be saved: the unit, the import it belongs to, and the officer's decisions."""

    unit: Unit
    import_id: int
    preview: Preview
    decisions: Decisions
    campaign_id: int | None = None

    def decided(self, one: PreviewRow) -> Decision:
        """What becomes of a row: doubtful rows wait unless decided, rejected ones always wait."""
        if one.verdict == "rejected":
            return "later"
        if one.verdict == "doubtful":
            decision = self.decisions.get(one.row, "later")
            return "same" if isinstance(decision, Chosen) else decision
        return "new" if one.new_target else "same"

    def target(self, one: PreviewRow) -> int:
        """Who a row is decided to be: below 0 somebody this list brings."""
        decision = self.decisions.get(one.row) if one.verdict == "doubtful" else None
        if isinstance(decision, Chosen):
            return decision.resident_id
        return -one.row if self.decided(one) == "new" else one.target or 0


@dataclass(slots=True)
class Saved:
    """What saving has done so far."""

    created: int = 0
    facts: int = 0
    rows: list[ImportRowRecord] = field(default_factory=list)
    changed: dict[tuple[str, str], Change] = field(default_factory=dict)  # target, field -> change

    @property
    def updated(self) -> int:
        """How many values of the registers have become others."""
        return len(self.changed)

    def note(self, target: str, changes: Iterable[Change]) -> None:
        """These values of a target are now others; said twice they count once."""
        for one in changes:
            self.changed[target, one.field] = one


class Judge(Protocol):
    """Judges the records of one list; portions may be handed over while the rest is being read."""

    def take(self, records: Sequence[Record]) -> None:
        """Judges what can be judged of these records now."""

    def rows(self, reading: ListReading) -> list[PreviewRow]:
        """The verdict of every record."""


def stamp_of(unit: Unit) -> str:
    """The state of the registers: whatever changes them is noted in the journal."""
    newest = unit.journal.entries(1)
    return newest[0].digest if newest else ""


def rejected_row(one: Rejected) -> PreviewRow:
    """A wrong row as the preview shows it."""
    problems = tuple((each.field, each.code, each.message) for each in one.problems)
    return PreviewRow(one.row, "rejected", one.fields, problems=problems)


def row_record(
    one: PreviewRow, target: tuple[str, int] | None, verdict: str, undo: object = None
) -> ImportRowRecord:
    """A row as the import keeps it for ever; ``undo`` is what undoing it needs beside the values.

    What a row changed is kept as field -> [before, after], and ``undo`` under "@".
    """
    encode = msgspec.json.encode
    before: dict[str, object] = {each.field: [each.before, each.after] for each in one.changes}
    if undo:
        before["@"] = undo
    return ImportRowRecord(
        one.row,
        verdict,
        target[0] if target else None,
        target[1] if target else None,
        (one.ready.text if one.ready else encode(one.fields)).decode(),
        encode(one.warnings).decode() if one.warnings else "[]",
        encode(one.problems).decode() if one.problems else "[]",
        encode(before).decode() if before and target else None,
    )


class Origins:
    """Names the rows of imports that facts came from, asking the register once."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    @cached_property
    def _files(self) -> dict[int, str]:
        return {one.import_id: one.file for one in self._unit.imports.all()}

    def told(self, source: SourceRow | None, of_list: int = 0) -> str:
        """ "tệp …, dòng …"; ``of_list`` is a row of the list in hand, below 0."""
        if of_list < 0:
            return f"tệp này, dòng {-of_list}"
        if source is None or source.import_id not in self._files:
            return ""
        return f"tệp {self._files[source.import_id]}, dòng {source.row}"


def text_or_none(value: object) -> str | None:
    """A field's value as the registers keep it: text, or None for nothing."""
    return None if value is None or value == "" else str(value)


class VillageNames:
    """Finds villages by the names lists give them, asking the register once for each."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._found: dict[tuple[FieldValue, FieldValue | None], int | None] = {}

    def find(self, name: FieldValue | None, former: FieldValue | None = None) -> int | None:
        """The village's id, or None where no village has that name.

        ``former`` is the commune it was of before, where the list tells it.
        """
        if not name:
            return None
        asked = name, former
        if asked not in self._found:
            village = self._unit.villages.find(str(name), str(former) if former else None)
            self._found[asked] = village.village_id if village else None
        return self._found[asked]

    def of(self, fields: Mapping[str, FieldValue]) -> int | None:
        """The village a row names."""
        return self.find(fields.get("thon"), fields.get("xa_cu"))

    @cached_property
    def _names(self) -> dict[int, str]:
        return {one.village_id: one.name for one in self._unit.villages.all()}

    def name(self, village_id: int | None) -> str | None:
        """A village's name; None where it has none."""
        return self._names.get(village_id or 0)

    def change(self, before: int | None, after: int | None) -> tuple[Change, ...]:
        """Another village than before, by name; nothing where the list names none."""
        if not after or after == before:
            return ()
        return (Change("thon", self.name(before), self.name(after) or ""),)
