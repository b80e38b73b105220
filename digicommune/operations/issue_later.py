"""What the office enters of papers issued before: numbers that came back, withdrawals.

The stored bytes are never touched, and a number once given stays used.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digicommune.domain.issued import IssuedPaper, Withdrawal, series_of
from digicommune.errors import UserError
from digicommune.operations.issue_numbers import find, holder_of, refuse_taken
from digicommune.operations.issued_back import tell_dossier
from digicommune.settings import today

if TYPE_CHECKING:
    from datetime import date

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit

MOST = 99_999


@dataclass(frozen=True, slots=True)
class NumberGiven:
    """What the office's e-document system gave; ``reason`` where it puts an earlier entry right."""

    number: int
    dated: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawRequest:
    """Why a paper is withdrawn, since when, and by what: a paper of the register or another."""

    reason: str
    withdrawn_on: date
    by_issue: int | None = None
    by_text: str = ""


# --- electronic papers ---


def give_number(store: Store, issue_id: int, given: NumberGiven) -> IssuedPaper:
    """Enters number and day of an electronic paper; its stored bytes keep their blanks.

    A dossier's step is told, as when a numbered paper is issued. Raises ``UserError``
    ``issued_unknown``, ``number_printed`` of a paper issued with its number, ``number_taken``,
    ``number_not_valid``, ``number_other_year``, ``number_given`` where another one is in without a
    reason for the change, and what a dossier refuses (``dossier_order``).
    """
    with store.unit() as unit:
        paper = find(unit, issue_id)
        _refuse_given(paper, given)
        holder = holder_of(unit, paper.symbol, given.dated.year, given.number)
        if holder is not None and holder.issue_id != issue_id:
            refuse_taken(unit, paper.symbol, given.dated.year, given.number)
        entered = replace(
            paper, series=series_of(paper.symbol), number=given.number, issued_on=given.dated
        )
        unit.issued.give_number(entered)
        _tell(unit, entered)
        before = None if paper.number is None else _noted(paper)
        after = {**_noted(entered), **({"reason": given.reason.strip()} if before else {})}
        unit.journal.note("issue_number", f"issued:{issue_id}", before, after)
        return entered


def _refuse_given(paper: IssuedPaper, given: NumberGiven) -> None:
    name = paper.full_number
    if not paper.electronic:
        raise UserError(
            "number_printed",
            f"Văn bản số {name} đã in số và ngày khi phát hành.",
            "Chỉ văn bản phát hành điện tử mới ghi số sau; sai sót thì đính chính hoặc thay thế.",
            number=name,
        )
    if not 1 <= given.number <= MOST:
        raise UserError(
            "number_not_valid",
            f"Số văn bản {given.number} không hợp lệ.",
            f"Ghi một số từ 1 đến {MOST}.",
            number=given.number,
        )
    if given.dated.year != paper.year:
        raise UserError(
            "number_other_year",
            f"Văn bản in sẵn “năm {paper.year}” nhưng ngày ghi thuộc năm {given.dated.year}.",
            f"Ghi ngày trong năm {paper.year}, hoặc lập và phát hành lại trong năm mới.",
            printed=paper.year,
            year=given.dated.year,
        )
    same = (paper.number, paper.issued_on) == (given.number, given.dated)
    if paper.number is not None and not same and not given.reason.strip():
        raise UserError(
            "number_given",
            f"Văn bản này đã ghi số {name} ngày {paper.issued_on:%d/%m/%Y}.",
            "Muốn sửa số hoặc ngày đã ghi thì nêu lý do.",
            number=name,
        )


def _tell(unit: Unit, paper: IssuedPaper) -> None:
    """The document's line and, of a dossier's paper, its step; never the snapshot."""
    if paper.document_id is None:
        return
    unit.documents.numbered(paper.document_id, str(paper.number), paper.issued_on)
    record = unit.documents.get(paper.document_id)
    if record is not None:
        tell_dossier(unit, record, paper)


def _noted(paper: IssuedPaper) -> dict[str, object]:
    return {"number": paper.full_number, "day": paper.issued_on.isoformat()}


# --- withdrawals ---


def withdraw(store: Store, issue_id: int, request: WithdrawRequest) -> IssuedPaper:
    """A paper is withdrawn (thu hồi): it stays in the register, its number stays used.

    Raises ``UserError`` ``issued_unknown``, ``withdrawal_without_reason``, ``withdrawn_already``,
    ``withdrawn_before_issue``, ``withdrawn_ahead``, ``withdrawn_by_itself``.
    """
    reason = _reason(request.reason)
    with store.unit() as unit:
        paper = find(unit, issue_id)
        _refuse_withdrawal(paper, request)
        by = None if request.by_issue is None else find(unit, request.by_issue)
        withdrawal = Withdrawal(
            issue_id, reason, request.withdrawn_on, request.by_issue, request.by_text.strip()
        )
        unit.after_issue.withdraw(withdrawal)
        told = by.full_number if by else withdrawal.by_text
        after = {"day": request.withdrawn_on.isoformat(), "reason": reason, "by": told}
        unit.journal.note("withdraw", f"issued:{issue_id}", {"number": paper.full_number}, after)
        return find(unit, issue_id)


def take_back_withdrawal(store: Store, issue_id: int, reason: str) -> IssuedPaper:
    """A withdrawal entered by mistake is taken back; the journal keeps both.

    Raises ``UserError`` ``issued_unknown``, ``not_withdrawn``, ``withdrawal_without_reason``.
    """
    why = _reason(reason)
    with store.unit() as unit:
        paper = find(unit, issue_id)
        if paper.withdrawn is None:
            raise UserError(
                "not_withdrawn",
                f"Văn bản số {paper.full_number} chưa bị thu hồi.",
                "Xem sổ phát hành rồi chọn văn bản đã thu hồi.",
                number=paper.full_number,
            )
        unit.after_issue.take_back(issue_id, why)
        before = {
            "day": paper.withdrawn.withdrawn_on.isoformat(),
            "reason": paper.withdrawn.reason,
        }
        unit.journal.note("withdraw_back", f"issued:{issue_id}", before, {"reason": why})
        return find(unit, issue_id)


def _reason(typed: str) -> str:
    reason = " ".join(typed.split()).rstrip(". ")
    if not reason:
        raise UserError(
            "withdrawal_without_reason",
            "Thu hồi văn bản cần nêu lý do.",
            "Ghi vì sao, ví dụ “ban hành nhầm số liệu quý II”.",
        )
    return reason


def _refuse_withdrawal(paper: IssuedPaper, request: WithdrawRequest) -> None:
    name, day = paper.full_number, request.withdrawn_on
    if paper.withdrawn is not None:
        raise UserError(
            "withdrawn_already",
            f"Văn bản số {name} đã thu hồi ngày {paper.withdrawn.withdrawn_on:%d/%m/%Y}.",
            "Nếu ghi nhầm thì bỏ việc thu hồi, nêu lý do, rồi ghi lại.",
            number=name,
        )
    if day < paper.issued_on:
        raise UserError(
            "withdrawn_before_issue",
            f"Ngày thu hồi {day:%d/%m/%Y} trước ngày phát hành {paper.issued_on:%d/%m/%Y}.",
            "Ghi lại ngày thu hồi.",
            day=f"{day:%d/%m/%Y}",
            issued=f"{paper.issued_on:%d/%m/%Y}",
        )
    if day > max(today(), paper.issued_on):
        raise UserError(
            "withdrawn_ahead",
            f"Ngày thu hồi {day:%d/%m/%Y} chưa đến.",
            "Ghi việc thu hồi từ ngày nó có hiệu lực.",
            day=f"{day:%d/%m/%Y}",
        )
    if request.by_issue == paper.issue_id:
        raise UserError(
            "withdrawn_by_itself",
            "Một văn bản không thể tự thu hồi chính nó.",
            "Chọn văn bản khác, hoặc để trống.",
        )
