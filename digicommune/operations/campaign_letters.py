"""Writes invitation letters in batches and remembers how far they came out of the printer."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from digicommune.documents import campaign_letter, campaign_wording
from digicommune.documents.pdf import render_pdf_many
from digicommune.domain.campaigns import Letter, LetterBatch, LetterSource
from digicommune.domain.progress import Progress, no_progress
from digicommune.domain.registers import PeopleQuery
from digicommune.errors import UserError
from digicommune.operations.campaign_finding import campaign_of, session_of
from digicommune.operations.freezing import letter_for
from digicommune.operations.reports import MadeDocument, file_name
from digicommune.operations.signer_choice import signer_for
from digicommune.packs.packs import shipped_office

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.campaigns import Campaign, Session
    from digicommune.domain.people import Resident

KIND = campaign_letter.KIND
OWN_ACCOUNT_AGE = 15  # years from which one opens an account alone
MOST_PEOPLE = 1_000_000


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """Letters to be written; ``sessions`` empty: to all of the campaign.

    ``source`` "villages": one to each village, "households": one to each house of which somebody
    has no account, "typed": to each of ``addressees``.
    """

    code: str
    source: LetterSource
    sessions: tuple[int, ...] = ()
    addressees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintRequest:
    """Which letters are to be printed: from ``first`` to ``last`` (0: the last there is).

    ``first`` 0: from the one after the last that is known to have been printed.
    """

    batch_id: int
    first: int = 0
    last: int = 0
    number: str | None = None
    dated: date | None = None
    signer: str = "chairman"


def write(store: Store, request: BatchRequest) -> LetterBatch:
    """Writes a batch and keeps whom it is addressed to; prints nothing.

    Raises ``UserError`` ``campaign_unknown``, ``session_unknown``, ``letters_to_nobody``.
    """
    with store.unit() as unit:
        campaign = campaign_of(unit, request.code)
        chosen = [session_of(campaign, one) for one in request.sessions] or campaign.sessions
        told = [(one.session_id, name) for one in chosen for name in _to(unit, one, request)]
        if not told:
            raise UserError(
                "letters_to_nobody",
                "Không có ai để mời.",
                "Thêm buổi có ghi thôn, nhập nhân khẩu của thôn, hoặc gõ tên người mời.",
            )
        letters = [Letter(at, session, name) for at, (session, name) in enumerate(told, start=1)]
        number = unit.letters.add(campaign.campaign_id, request.source, letters)
        after = {"batch": number, "letters": len(letters), "source": request.source}
        unit.journal.note("letters", f"campaign:{campaign.campaign_id}", after=after)
    return _batch(store, number)


def batches(store: Store, code: str) -> tuple[LetterBatch, ...]:
    """A campaign's batches, newest first."""
    with store.glance() as unit:
        return unit.letters.of(campaign_of(unit, code).campaign_id)


def print_letters(
    store: Store, request: PrintRequest, progress: Progress = no_progress
) -> MadeDocument:
    """The letters asked for in one PDF, each with its own pages; the journal keeps the print.

    Raises ``UserError`` ``batch_unknown``, ``letters_all_printed``, ``signer_unknown``.
    """
    batch = _batch(store, request.batch_id)
    first = request.first or batch.printed_to + 1
    last = request.last or len(batch.letters)
    chosen = [one for one in batch.letters if first <= one.position <= last]
    if not chosen:
        raise UserError(
            "letters_all_printed",
            f"Đợt {batch.batch_id} có {len(batch.letters)} thư, không còn thư nào từ số {first}.",
            "Chọn in lại từ một số nhỏ hơn.",
            batch=batch.batch_id,
            letters=len(batch.letters),
            first=first,
        )
    words = campaign_wording.shipped_words().letter
    with store.glance() as unit:
        invitations = _invitations(unit, batch, chosen, request)
    title = f"{words.title} đợt {batch.batch_id} thư {first}-{chosen[-1].position}"
    papers = [campaign_letter.compose(one, words) for one in invitations]
    pdf = render_pdf_many(papers, title, progress)
    with store.unit() as unit:
        after = {"batch": batch.batch_id, "from": first, "to": chosen[-1].position}
        unit.journal.note("print", f"campaign:{batch.campaign_id}", after=after)
    single = papers[0] if len(papers) == 1 else None
    return MadeDocument(0, title, file_name(title), pdf, single, papers=tuple(papers))


def printed(store: Store, batch_id: int, upto: int) -> LetterBatch:
    """Keeps that letters up to this one have left the printer; 0: none has.

    Raises ``UserError`` ``batch_unknown``, ``letter_unknown``.
    """
    batch = _batch(store, batch_id)
    if not 0 <= upto <= len(batch.letters):
        raise UserError(
            "letter_unknown",
            f"Đợt {batch_id} không có thư số {upto}.",
            f"Ghi một số từ 0 đến {len(batch.letters)}.",
            batch=batch_id,
            letter=upto,
            letters=len(batch.letters),
        )
    with store.unit() as unit:
        unit.letters.printed(batch, upto)
        after = {"batch": batch_id, "printed_to": upto}
        before = {"batch": batch_id, "printed_to": batch.printed_to}
        unit.journal.note("letters", f"campaign:{batch.campaign_id}", before, after)
    return _batch(store, batch_id)


def _batch(store: Store, number: int) -> LetterBatch:
    with store.glance() as unit:
        found = unit.letters.get(number)
    if found is None:
        raise UserError(
            "batch_unknown",
            f"Không có đợt giấy mời số {number}.",
            "Xem danh sách đợt giấy mời của chiến dịch rồi chọn lại.",
            batch=number,
        )
    return found


def _invitations(
    unit: Unit, batch: LetterBatch, letters: list[Letter], request: PrintRequest
) -> list[campaign_letter.Invitation]:
    commune, pack = unit.office.commune(), shipped_office()
    campaign = next(one for one in unit.campaigns.all() if one.campaign_id == batch.campaign_id)
    sessions = {one.session_id: one for one in campaign.sessions}
    villages = {one.village_id: one.name for one in unit.villages.all()}
    banks = {one.bin: one.short_name for one in unit.banks.all()}
    signer = signer_for(unit, request.signer)
    recipients = letter_for(unit, pack, KIND).recipients
    return [
        campaign_letter.Invitation(
            commune,
            one.addressee,
            sessions[one.session_id],
            villages.get(sessions[one.session_id].village_id or 0, ""),
            _bank(campaign, sessions[one.session_id], banks),
            signer,
            recipients,
            request.number,
            request.dated,
        )
        for one in letters
    ]


def _bank(campaign: Campaign, session: Session, names: dict[str, str]) -> str:
    """The session's bank; where it has none, those of the campaign."""
    codes = (session.bank_bin,) if session.bank_bin else campaign.banks
    return ", ".join(names.get(one, one) for one in codes)


# --- to whom ---


def _to(unit: Unit, session: Session, request: BatchRequest) -> list[str]:
    words = campaign_wording.shipped_words().letter
    if request.source == "typed":
        return [one.strip() for one in request.addressees if one.strip()]
    if session.village_id is None:
        return []
    if request.source == "villages":
        name = {one.village_id: one.name for one in unit.villages.all()}[session.village_id]
        return [words.village.format_map({"village": _called(name)})]
    return [
        (words.house_at if one.address else words.house).format_map(
            {"name": one.full_name, "address": one.address or ""}
        )
        for one in _heads(unit, session)
    ]


def _called(name: str) -> str:
    """ "thôn Duyên Hy", but "Vệ Thôn", "Tổ dân phố 3" as they are."""
    lower = name.casefold()
    kinds = ("thôn", "bản", "khu phố", "tổ dân phố", "xóm", "làng", "khu", "tổ", "phố")
    named = any(lower.startswith(f"{one} ") or lower.endswith(f" {one}") for one in kinds)
    return name if named else f"thôn {name}"


def _heads(unit: Unit, session: Session) -> list[Resident]:
    """One person of each house in which somebody of age has no account, in the list's order."""
    assert session.village_id is not None
    people = unit.people.list(PeopleQuery(village_id=session.village_id, limit=MOST_PEOPLE))
    holders = {one.resident_id for one in unit.accounts.of_many(one.resident_id for one in people)}
    houses: dict[str, list[Resident]] = defaultdict(list)
    for one in people:
        if one.residence in ("present", "away"):
            houses[one.household or f"#{one.resident_id}"].append(one)
    return [
        _head(living)
        for living in houses.values()
        if any(_lacks(one, holders, session.held_on) for one in living)
    ]


def _lacks(one: Resident, holders: set[int], day: date) -> bool:
    born = one.birth_date.year if one.birth_date else one.birth_year
    old = born is None or day.year - born >= OWN_ACCOUNT_AGE
    return old and one.resident_id not in holders


def _head(living: list[Resident]) -> Resident:
    """The head of the house; where none is known, the eldest."""
    marked = next((one for one in living if one.is_head), None)
    return marked or min(living, key=lambda one: (_born(one), one.resident_id))


def _born(one: Resident) -> int:
    return one.birth_date.year if one.birth_date else one.birth_year or date.max.year
