"""Commands that issue papers: issue, reprint, issued list, verify, numbering, code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from digicommune.cli.answers import Answer
from digicommune.cli.opened import opened
from digicommune.cli.paper_files import check_places, write_files
from digicommune.domain.numbers import vi_int
from digicommune.errors import UserError
from digicommune.operations import campaign_papers, dossier_papers, issuing, kept_papers, reports
from digicommune.settings import today

if TYPE_CHECKING:
    import argparse

    from digicommune.db.store import Store
    from digicommune.domain.issued import IssuedPaper

_STATES = {"issued": "đã phát hành", "replaced": "đã bị thay thế"}
_NUMBERINGS = {"per_type": "mỗi loại văn bản một dãy số", "common": "một dãy số chung"}


def issue(arguments: argparse.Namespace) -> Answer:
    """Draft, check and issue at once, as one person at the keyboard does."""
    check_places(arguments)
    with opened(arguments) as store:
        draft = _draft(store, arguments)
        issuing.check_draft(store, draft, "Phát hành từ dòng lệnh")
        request = issuing.IssueRequest(
            arguments.date or today(), arguments.number, arguments.replaces
        )
        done = issuing.issue(store, draft, request)
    said, files = write_files(done.document, arguments)
    paper = done.paper
    said[0] = (
        f"Đã phát hành “{paper.title}” số {paper.full_number} ngày {paper.issued_on:%d/%m/%Y},"
        f" thứ tự {paper.issue_id}, mã kiểm tra {paper.check_code}: {arguments.out}"
    )
    return Answer(said, {**_told(paper), **files})


def _draft(store: Store, arguments: argparse.Namespace) -> int:
    """A new draft without number, of the kind asked for; refused before anything is kept."""
    kind, period = arguments.kind, arguments.period
    signer = arguments.signer or "chairman"
    if kind in dossier_papers.KINDS:
        of_dossier = dossier_papers.PaperRequest(
            kind, period, arguments.criteria_set, arguments.village, signer=arguments.signer
        )
        return dossier_papers.make(store, of_dossier).document_id
    symbol = kept_papers.symbol_of(kind)
    issuing.refuse_taken(store, symbol, arguments.date or today(), arguments.number)
    if kind in campaign_papers.KINDS:
        if not arguments.campaign:
            raise UserError(
                "paper_of_which_campaign",
                "Văn bản này cần biết chiến dịch nào.",
                "Ghi thêm --campaign và mã chiến dịch.",
            )
        of_campaign = campaign_papers.PaperRequest(kind, arguments.campaign, period, signer=signer)
        return campaign_papers.make(store, of_campaign).document_id
    request = reports.ReportRequest(
        kind, period, signer=signer, criteria_set=arguments.criteria_set
    )
    return reports.make(store, request).document_id


def reprint(arguments: argparse.Namespace) -> Answer:
    """The stored bytes of an issued paper."""
    reports.check_place(arguments.out)
    with opened(arguments) as store:
        done = issuing.reprint(store, arguments.id)
    reports.write(done.document, arguments.out)
    paper = done.paper
    said = (
        f"Đã in lại văn bản số {paper.full_number}, nguyên vẹn như khi phát hành: {arguments.out}"
    )
    return Answer([said], {**_told(paper), "pdf": str(arguments.out), "intact": True})


def listed(arguments: argparse.Namespace) -> Answer:
    """The register, newest first."""
    with opened(arguments) as store:
        found = issuing.register(store, arguments.year)
    lines = [
        f"{one.issue_id}. {one.full_number} ngày {one.issued_on:%d/%m/%Y} — {one.title}"
        f" ({_STATES[one.state]}; mã {one.check_code})"
        for one in found
    ]
    said = [*lines, f"{vi_int(len(found))} văn bản."] if found else ["Chưa phát hành văn bản nào."]
    return Answer(said, {"issued": [_told(one) for one in found]})


def verify(arguments: argparse.Namespace) -> Answer:
    """The paper of a check code, or of a file compared byte for byte."""
    path = Path(arguments.told)
    by_file = path.suffix.lower() == ".pdf" or path.is_file()
    told = _content(path) if by_file else arguments.told
    with opened(arguments) as store:
        paper = issuing.verify(store, told)
    what = "Tệp trùng từng byte với" if by_file else "Mã này in trên"
    said = (
        f"{what} văn bản số {paper.full_number} ngày {paper.issued_on:%d/%m/%Y}:"
        f" “{paper.title}” ({_STATES[paper.state]})."
    )
    return Answer([said], {**_told(paper), "same_bytes": by_file})


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            "pdf_not_read",
            f"Không đọc được tệp {path}.",
            "Kiểm tra tên tệp và quyền đọc.",
            file=str(path),
        ) from error


def numbering(arguments: argparse.Namespace) -> Answer:
    """How the office numbers, changed where a way is given."""
    with opened(arguments) as store:
        if arguments.numbering:
            issuing.set_numbering(store, arguments.numbering.replace("-", "_"))
        chosen = issuing.numbering(store)
    return Answer([f"Cách đánh số: {_NUMBERINGS[chosen]}."], {"numbering": chosen})


def code(arguments: argparse.Namespace) -> Answer:
    """Whether the check code is printed."""
    on = arguments.printed == "on"
    with opened(arguments) as store:
        issuing.set_code_printed(store, on)
    return Answer(["Có in mã kiểm tra." if on else "Không in mã kiểm tra."], {"printed": on})


def _told(paper: IssuedPaper) -> dict[str, Any]:
    return {
        "id": paper.issue_id,
        "document_id": paper.document_id,
        "kind": paper.kind,
        "period": paper.period,
        "title": paper.title,
        "number": paper.full_number,
        "date": paper.issued_on,
        "check_code": paper.check_code,
        "state": paper.state,
        "replaces": paper.replaces,
        "pdf_sha256": paper.pdf_sha256,
        "issued_at": paper.issued_at,
    }
