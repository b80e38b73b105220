"""How issued papers are told at the command line, in words and as JSON; it asks nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from digicommune.operations.issue_register import PaperTies

_STATES = {
    "waiting": "phát hành điện tử, chờ số",
    "issued": "đã phát hành",
    "replaced": "đã bị thay thế",
    "withdrawn": "đã thu hồi",
}


def named(ties: PaperTies) -> str:
    """ "05/BC-UBND ngày 05/04/2026", or that it waits."""
    paper = ties.paper
    if paper.number is None:
        return f"{paper.full_number} (chờ số)"
    return f"{paper.full_number} ngày {paper.issued_on:%d/%m/%Y}"


def state_of(ties: PaperTies) -> str:
    """How a paper stands and what other papers did to it."""
    gone = ties.paper.withdrawn
    told = [_STATES[ties.paper.standing]]
    if gone is not None:
        by = f" theo {ties.withdrawn_how}" if ties.withdrawn_how else ""
        told = [f"đã thu hồi ngày {gone.withdrawn_on:%d/%m/%Y}{by}, lý do: {gone.reason}"]
    if ties.replaced_by is not None:
        told.append(f"bản thay thế: {ties.replaced_by.full_number}")
    told += [f"đính chính bởi {one.full_number}" for one in ties.corrected_by]
    if ties.replaces is not None:
        told.append(f"thay thế {ties.replaces.full_number}")
    told += [f"đính chính {one.full_number}" for one in ties.corrects]
    return "; ".join(told)


def data_of(ties: PaperTies) -> dict[str, Any]:
    """A paper as programs read it; number and date are null while it waits."""
    paper = ties.paper
    waits = paper.number is None
    return {
        "id": paper.issue_id,
        "document_id": paper.document_id,
        "kind": paper.kind,
        "period": paper.period,
        "title": paper.title,
        "number": None if waits else paper.full_number,
        "date": None if waits else paper.issued_on,
        "symbol": paper.symbol,
        "electronic": paper.electronic,
        "check_code": paper.check_code,
        "state": paper.standing,
        "replaces": paper.replaces,
        "replaced_by": ties.replaced_by.issue_id if ties.replaced_by else None,
        "corrects": [one.issue_id for one in ties.corrects],
        "corrected_by": [one.issue_id for one in ties.corrected_by],
        "withdrawn": _withdrawn(ties),
        "pdf_sha256": paper.pdf_sha256,
        "issued_at": paper.issued_at,
    }


def _withdrawn(ties: PaperTies) -> dict[str, Any] | None:
    gone = ties.paper.withdrawn
    if gone is None:
        return None
    return {
        "date": gone.withdrawn_on,
        "reason": gone.reason,
        "by": ties.withdrawn_how,
        "by_id": gone.by_issue,
        "who": gone.who,
        "at": gone.at,
    }
