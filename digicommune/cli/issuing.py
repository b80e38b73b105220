"""Commands that issue papers: issue, reprint, issued list, book, verify, numbering, code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from digicommune.cli.answers import DONE, SOME_ROWS_OPEN, Answer
from digicommune.cli.issued_words import data_of, named, state_of
from digicommune.cli.letter_words import letter_words
from digicommune.cli.opened import opened
from digicommune.cli.paper_files import check_places, write_files
from digicommune.cli.signature_words import BASES, signature_line, told_signature
from digicommune.domain.numbers import vi_int
from digicommune.errors import UserError
from digicommune.operations import (
    campaign_papers,
    dossier_papers,
    issue_register,
    issuing,
    kept_papers,
    report_sections,
    reports,
    signed_copies,
)
from digicommune.settings import today

if TYPE_CHECKING:
    import argparse

    from digicommune.db.store import Store
    from digicommune.operations.issue_register import PaperTies

_NUMBERINGS = {"per_type": "mỗi loại văn bản một dãy số", "common": "một dãy số chung"}


def issue(arguments: argparse.Namespace) -> Answer:
    """Draft, check and issue at once, as one person at the keyboard does."""
    check_places(arguments)
    if arguments.annexes is not None:
        reports.check_place(arguments.annexes)
    with opened(arguments) as store:
        draft = _draft(store, arguments)
        issuing.check_draft(store, draft, "Phát hành từ dòng lệnh")
        done = issuing.issue(store, draft, _request(arguments))
        ties = issue_register.ties_of(store, done.paper.issue_id)
    said, files = write_files(done.document, arguments)
    said[0] = _issued(ties, arguments)
    apart = _write_parts(done, arguments)
    return Answer([*said, *apart.lines], {**data_of(ties), **files, **apart.data})


def _request(arguments: argparse.Namespace) -> issuing.IssueRequest:
    return issuing.IssueRequest(
        arguments.date or today(),
        arguments.number,
        arguments.replaces,
        electronic=arguments.electronic,
        annexes_apart=arguments.annexes is not None,
        corrects=arguments.corrects,
    )


def _issued(ties: PaperTies, arguments: argparse.Namespace) -> str:
    paper = ties.paper
    where = f"thứ tự {paper.issue_id}, mã kiểm tra {paper.check_code}: {arguments.out}"
    if paper.number is None:
        later = f"Có số thì ghi: issued number {paper.issue_id} --number SỐ --date NGÀY"
        return f"Đã phát hành điện tử “{paper.title}”, chờ số, {where}\n{later}"
    return f"Đã phát hành “{paper.title}” số {named(ties)}, {where}"


def _write_parts(done: issuing.IssuedDocument, arguments: argparse.Namespace) -> Answer:
    """Main text and annexes as files of their own, where they were asked for and there are any."""
    if arguments.annexes is None:
        return Answer([])
    if not done.parts:
        return Answer(["Văn bản không có phụ lục nên không có tệp riêng."], {"parts": []})
    files = [str(one) for one in issuing.write_parts(done, arguments.annexes)]
    return Answer([f"Đã ghi: {one}" for one in files], {"parts": files})


def _draft(store: Store, arguments: argparse.Namespace) -> int:
    """A new draft without number, of the kind asked for; refused before anything is kept."""
    kind, period = arguments.kind, arguments.period
    signer = arguments.signer or "chairman"
    if kind in dossier_papers.KINDS:
        of_dossier = dossier_papers.PaperRequest(
            kind, period, arguments.criteria_set, arguments.village, signer=arguments.signer
        )
        return dossier_papers.make(store, of_dossier).document_id
    refuse_unnumbered(kind)
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
    return _report(store, arguments, signer)


def _report(store: Store, arguments: argparse.Namespace, signer: str) -> int:
    """A report, notice or letter as ``report`` makes it, but without number and day."""
    request = reports.ReportRequest(
        arguments.kind,
        arguments.period,
        signer=signer,
        criteria_set=arguments.criteria_set,
        form=arguments.form,
        sections=letter_words(arguments),
    )
    if arguments.sections is not None:
        report_sections.save_file(store, request, arguments.sections)
    return reports.make(store, request).document_id


def refuse_unnumbered(kind: str) -> None:
    """Lists and cards are printed and go with a paper; raises ``paper_takes_no_number``."""
    lists = (
        *reports.kinds_of_village(),
        *reports.kinds_of_teams(),
        *reports.kinds_of_merchants(),
    )
    titles = {one.code: one.title for one in lists}
    if kind in titles:
        raise UserError(
            "paper_takes_no_number",
            f"“{titles[kind]}” không phải văn bản được cấp số.",
            "Lập và in văn bản này; nó đi kèm một văn bản có số.",
            title=titles[kind],
        )


def reprint(arguments: argparse.Namespace) -> Answer:
    """The stored bytes of an issued paper; of a withdrawn one it says that it was."""
    reports.check_place(arguments.out)
    with opened(arguments) as store:
        done = issuing.reprint(store, arguments.id)
        ties = issue_register.ties_of(store, arguments.id)
    files = () if arguments.annexes is None else issuing.write_parts(done, arguments.annexes)
    reports.write(done.document, arguments.out)
    said = [
        f"Đã in lại văn bản số {named(ties)}, nguyên vẹn như khi phát hành: {arguments.out}",
        *_warned(ties),
        *(f"Đã ghi: {one}" for one in files),
    ]
    data = {**data_of(ties), "pdf": str(arguments.out), "intact": True}
    return Answer(said, data | ({"parts": [str(one) for one in files]} if files else {}))


def _warned(ties: PaperTies) -> list[str]:
    """What whoever prints an old paper has to know."""
    if ties.paper.standing == "issued" and not ties.corrected_by:
        return []
    return [f"Lưu ý: văn bản này {state_of(ties)}."]


def listed(arguments: argparse.Namespace) -> Answer:
    """The register, newest first."""
    with opened(arguments) as store:
        found = issue_register.ties(store, arguments.year)
    if arguments.state:
        found = tuple(one for one in found if one.paper.standing == arguments.state)
    lines = [
        f"{one.paper.issue_id}. {named(one)} — {one.paper.title}"
        f" ({state_of(one)}; mã {one.paper.check_code})"
        for one in found
    ]
    none = "Không có văn bản nào như vậy." if arguments.state else "Chưa phát hành văn bản nào."
    said = [*lines, f"{vi_int(len(found))} văn bản."] if found else [none]
    return Answer(said, {"issued": [data_of(one) for one in found]})


def book(arguments: argparse.Namespace) -> Answer:
    """The book of outgoing papers of a year."""
    check_places(arguments)
    with opened(arguments) as store:
        made = issue_register.book(store, arguments.year)
    said, files = write_files(made, arguments)
    return Answer(said, {"title": made.title, **files})


def verify(arguments: argparse.Namespace) -> Answer:
    """The paper of a check code, or of a file: the stored bytes, or a signed copy of them."""
    path = Path(arguments.told)
    if path.suffix.lower() == ".pdf" or path.is_file():
        with opened(arguments) as store:
            found = signed_copies.recognise(store, path)
            return _verified(found, issue_register.ties_of(store, found.paper.issue_id))
    with opened(arguments) as store:
        paper = issuing.verify(store, arguments.told)
        ties = issue_register.ties_of(store, paper.issue_id)
    return Answer([_said("Mã này in trên", ties)], {**data_of(ties), "same_bytes": False})


def _said(what: str, ties: PaperTies) -> str:
    return f"{what} văn bản số {named(ties)}: “{ties.paper.title}” ({state_of(ties)})."


def _verified(found: signed_copies.Recognised, ties: PaperTies) -> Answer:
    """What a file is; broken signatures are told by the exit status too."""
    same, sound = found.base == "same", all(one.sound for one in found.signatures)
    lines = [_said("Tệp trùng từng byte với" if same else "Tệp đã ký của", ties)]
    if not same:
        lines += [f"Cách ký: {BASES[found.base]}.", *map(signature_line, found.signatures)]
    told = {
        "same_bytes": same,
        "base": found.base,
        "sound": sound,
        "copy_id": found.copy.copy_id if found.copy else None,
        "signatures": [told_signature(one) for one in found.signatures],
    }
    status = DONE if sound else SOME_ROWS_OPEN
    return Answer(lines, {**data_of(ties), **told}, status)


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
