"""Takes a list in: reads, judges each row against the registers, and saves all or nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digicommune.domain.banks import BankDirectory
from digicommune.domain.bulk import collection_held
from digicommune.domain.numbers import vi_int
from digicommune.domain.progress import Progress, no_progress
from digicommune.domain.registers import ImportRecord
from digicommune.errors import UserError
from digicommune.operations.campaign_finding import bank_of_session, campaign_of, session_of
from digicommune.operations.intake_facts import with_facts
from digicommune.operations.intake_keeping import content_of, note_import, record_of
from digicommune.operations.intake_kinds import SAVE, Bench, judge_of
from digicommune.operations.intake_rows import (
    Candidate,
    Change,
    Chosen,
    Decision,
    Decisions,
    IntakeRequest,
    Judge,
    Preview,
    PreviewRow,
    Saved,
    Saving,
    Verdict,
    rejected_row,
    stamp_of,
)
from digicommune.operations.intake_sender import sender_of
from digicommune.operations.under_way import under_way
from digicommune.sheets.reader import BookReading, ReadRequest, read_list

if TYPE_CHECKING:
    from pathlib import Path

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.rows import ListReading

__all__ = [
    "BookReading", "Candidate", "Change", "Chosen", "Decision", "Decisions", "ImportDone",
    "ImportLine", "IntakeRequest", "Preview", "PreviewRow", "Verdict", "commit", "history",
    "inspect", "judge_again", "preview", "preview_of_bank", "reads_alike", "take",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class ImportDone:
    """What saving a list did."""

    import_id: int | None  # None: nothing was new, nothing was written
    counts: dict[str, int]
    created: int  # people, merchants or villages
    facts: int  # accounts, QR codes or figures
    updated: int
    message: str  # one sentence for the officer
    targets: dict[int, str]  # row -> "person:12", where the row ended in the registers


@dataclass(frozen=True, slots=True)
class ImportLine:
    """One import in the history."""

    import_id: int
    file: str
    kind: str
    at: str
    who: str
    counts: dict[str, int]
    state: str


def inspect(path: Path, request: IntakeRequest, banks: BankDirectory) -> BookReading:
    """What the reader sees in a file, without any office."""
    return read_list(path, _read_request(request, banks))


def preview(
    store: Store, path: Path, request: IntakeRequest, progress: Progress = no_progress
) -> Preview:
    """Reads and judges a list; nothing is written.

    Where the kind is known the rows are judged while the rest of the file is still being read.
    """
    with store.glance() as unit, collection_held():
        banks = BankDirectory(unit.banks.all())
        bench = Bench(unit, request)
        book = read_list(path, _read_request(request, banks), bench.seated(progress), bench.take)
        judge = bench.judge(_kind(book.reading, path))
        return _judged(unit, path, request, (book, judge))


def preview_of_bank(
    store: Store, path: Path, request: IntakeRequest, progress: Progress = no_progress
) -> Preview:
    """As ``preview``, the list being of the bank its titles speak of where nothing else tells."""
    seen = preview(store, path, request, progress)
    if request.bank_bin:
        return seen
    with store.glance() as unit:
        named = seen.named_bank({one.bin: one.short_name for one in unit.banks.all()})
        bank = named or bank_of_session(unit, request)
    return judge_again(store, seen, replace(request, bank_bin=bank)) if bank else seen


def judge_again(
    store: Store, seen: Preview, request: IntakeRequest, progress: Progress = no_progress
) -> Preview:
    """A list judged as of now, of another bank or period, without reading its file again.

    ``request`` must read the file as ``seen`` was read (``reads_alike``); nothing is written.
    """
    progress(0, 1, "Đối chiếu với sổ")
    book = BookReading(
        seen.file,
        seen.sha256,
        seen.opened,
        None,
        seen.sheets,
        seen.hidden_sheets,
        seen.reading,
        seen.list_sheets,
    )
    with store.glance() as unit, collection_held():
        bank = request.bank_bin or bank_of_session(unit, request)
        request = replace(request, bank_bin=bank)
        judge = judge_of(seen.kind, unit, request)
        assert judge is not None
        return _judged(unit, seen.path, request, (book, judge))


def reads_alike(seen: Preview, request: IntakeRequest) -> bool:
    """Whether a file read for ``request`` would give what is there already."""
    kind = seen.kind if request.kind == "auto" else request.kind
    before = replace(seen.request, kind=seen.kind)
    return replace(
        before,
        bank_bin=request.bank_bin,
        campaign=request.campaign,
        session=request.session,
        period=request.period,
        again=request.again,
        sender=request.sender,
    ) == replace(request, kind=kind)


def _read_request(request: IntakeRequest, banks: BankDirectory) -> ReadRequest:
    return ReadRequest(
        banks,
        request.kind,
        request.sheet,
        request.password,
        request.headings,
        request.header_rows,
        request.mended,
    )


def _judged(
    unit: Unit, path: Path, request: IntakeRequest, found: tuple[BookReading, Judge]
) -> Preview:
    book, judge = found
    reading = book.reading
    rejected = [rejected_row(one) for one in reading.rejected]
    rows = sorted([*with_facts(unit, reading, judge.rows(reading)), *rejected], key=_row_number)
    before = unit.imports.by_sha(book.sha256, reading.kind)
    counted = len(reading.records) + len(reading.rejected)
    return Preview(
        path=path,
        file=book.file,
        sha256=book.sha256,
        opened=book.open,
        kind=reading.kind,
        request=request,
        reading=reading,
        rows=tuple(rows),
        skipped=reading.skipped,
        hidden_sheets=book.hidden_sheets,
        sheets=book.sheets,
        list_sheets=book.list_sheets,
        imported_before=before.import_id if before else None,
        imported_before_on=before.made_at if before else None,
        total_differs=reading.declared_total not in (None, counted),
        counts=_counts(rows, len(reading.skipped)),
        stamp=stamp_of(unit),
    )


def _row_number(one: PreviewRow) -> int:
    return one.row


def _kind(reading: ListReading, path: Path) -> str:
    if reading.kind in SAVE:
        return reading.kind
    raise UserError(
        "list_kind_unknown",
        f"Chưa nhận ra tệp {path.name} là danh sách gì.",
        "Chọn loại danh sách (nhân khẩu, tài khoản, hộ kinh doanh, mã QR, số liệu thôn)"
        " rồi nhập lại.",
        file=path.name,
    )


def _counts(rows: list[PreviewRow], skipped: int) -> dict[str, int]:
    verdicts = Counter(one.verdict for one in rows)
    return {
        "read": len(rows),
        "new": verdicts["new"],
        "known": verdicts["known"],
        "doubtful": verdicts["doubtful"],
        "rejected": verdicts["rejected"],
        "skipped": skipped,
    }


def take(
    store: Store, path: Path, request: IntakeRequest, progress: Progress = no_progress
) -> tuple[Preview, ImportDone]:
    """Reads, judges and saves in one go, as the command line does; doubtful rows wait."""
    with collection_held(), under_way(store, path.name) as token:
        seen = preview_of_bank(store, path, request, progress)
        with store.unit() as unit:
            now = _as_of_now(unit, seen)
            done = _save(unit, now, {}, progress)
            unit.imports.end(token)
    return now, done


def commit(
    store: Store,
    seen: Preview,
    decisions: Decisions,
    progress: Progress = no_progress,
) -> ImportDone:
    """Saves a list the officer has looked at; one transaction, all or nothing.

    Where somebody else changed the registers since, the list is judged again; verdicts nobody has
    seen are not saved (``UserError`` ``registers_changed``).
    """
    with under_way(store, seen.file) as token, collection_held(), store.unit() as unit:
        progress(0, 100, "Đối chiếu lại với sổ")
        now = _as_of_now(unit, seen)
        if [one.verdict for one in now.rows] != [one.verdict for one in seen.rows]:
            raise UserError(
                "registers_changed",
                f"Sổ đã thay đổi sau khi xem trước tệp {seen.file}.",
                "Mở lại tệp để xem kết quả đối chiếu mới rồi lưu.",
                file=seen.file,
            )
        done = _save(unit, now, decisions, progress)
        unit.imports.end(token)
        return done


def _as_of_now(unit: Unit, seen: Preview) -> Preview:
    """The list judged against the registers as they are inside this transaction."""
    stamp = stamp_of(unit)
    if stamp == seen.stamp:
        return seen
    judge = judge_of(seen.kind, unit, seen.request)
    assert judge is not None
    rejected = [rejected_row(one) for one in seen.reading.rejected]
    rows = sorted(
        [*with_facts(unit, seen.reading, judge.rows(seen.reading)), *rejected], key=_row_number
    )
    counts = _counts(rows, len(seen.skipped))
    return replace(seen, rows=tuple(rows), counts=counts, stamp=stamp)


def _save(unit: Unit, judged: Preview, decisions: Decisions, progress: Progress) -> ImportDone:
    if judged.imported_before and judged.brings_nothing and not (decisions or judged.request.again):
        return _nothing_new(judged)
    campaign = _campaign(unit, judged.request)
    judged = replace(judged, counts=_counts_decided(judged, decisions))
    import_id = unit.imports.add(record_of(judged, campaign))
    if campaign is not None and judged.request.session is not None:
        unit.campaign_results.tie(import_id, judged.request.session)
    saving = Saving(unit, import_id, judged, decisions, campaign)
    progress(40, 100, "Ghi sổ")
    saved = SAVE[judged.kind](saving)
    unit.imports.add_rows(import_id, saved.rows)
    progress(90, 100, "Ghi nhật ký")
    unit.imports.keep_file(judged.sha256, content_of(judged))
    note_import(unit, import_id, judged, saved)
    if judged.request.sender:
        unit.senders.save(sender_of(judged, unit.senders.all()))
    return ImportDone(
        import_id,
        judged.counts,
        saved.created,
        saved.facts,
        saved.updated,
        _said(judged, saved),
        {
            one.row: f"{one.target_kind}:{one.target_id}"
            for one in saved.rows
            if one.target_id is not None
        },
    )


def _counts_decided(judged: Preview, decisions: Decisions) -> dict[str, int]:
    """The counts with the doubtful rows where the officer put them."""
    counts = dict(judged.counts)
    for one in judged.rows:
        decision = decisions.get(one.row, "later") if one.verdict == "doubtful" else "later"
        if decision != "later":
            counts["doubtful"] -= 1
            counts["new"] += 1
    return counts


def _campaign(unit: Unit, request: IntakeRequest) -> int | None:
    """The campaign a list belongs to; raises where its session is no session of it."""
    if not request.campaign:
        return None
    found = campaign_of(unit, request.campaign)
    if request.session is not None:
        session_of(found, request.session)
    return found.campaign_id


def _nothing_new(judged: Preview) -> ImportDone:
    day = (judged.imported_before_on or "")[:10]
    written = "/".join(reversed(day.split("-")))
    message = f"Tệp {judged.file} đã nhập ngày {written}, không có gì mới."
    return ImportDone(None, judged.counts, 0, 0, 0, message, {})


def _said(judged: Preview, saved: Saved) -> str:
    new, known, doubtful, rejected = (
        vi_int(judged.counts[key]) for key in ("new", "known", "doubtful", "rejected")
    )
    said = [f"Đã nhập {judged.file}: {new} dòng mới, {known} đã biết"]
    if saved.updated:
        said.append(f"{vi_int(saved.updated)} cập nhật")
    if judged.counts["doubtful"]:
        said.append(f"{doubtful} chờ quyết định")
    if judged.counts["rejected"]:
        said.append(f"{rejected} sai")
    return ", ".join(said) + "."


def history(store: Store) -> tuple[ImportLine, ...]:
    """All imports, newest first."""
    with store.glance() as unit:
        lines = [
            ImportLine(
                one.import_id,
                one.file,
                one.kind,
                one.made_at,
                one.who,
                _kept_counts(one),
                one.state,
            )
            for one in unit.imports.all()
        ]
    return tuple(sorted(lines, key=lambda one: -one.import_id))


def _kept_counts(one: ImportRecord) -> dict[str, int]:
    read = one.new + one.known + one.doubtful + one.rejected
    return {
        "read": read,
        "new": one.new,
        "known": one.known,
        "doubtful": one.doubtful,
        "rejected": one.rejected,
        "skipped": one.skipped,
    }
