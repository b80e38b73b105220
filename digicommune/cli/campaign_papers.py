"""Commands that print campaigns: report and plan, letters, the file for a bank, the chat text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.cli.answers import Answer
from digicommune.cli.bank_names import bin_of
from digicommune.cli.opened import opened
from digicommune.cli.paper_files import write_files
from digicommune.cli.watching import watching
from digicommune.domain.numbers import vi_int
from digicommune.errors import UserError
from digicommune.operations import (
    campaign_letters,
    campaign_outgoing,
    campaign_papers,
    campaigns,
    registers,
    report_sections,
    reports,
)

if TYPE_CHECKING:
    import argparse

    from digicommune.domain.campaigns import LetterBatch, LetterSource
    from digicommune.operations.office import Store


def paper_kinds() -> tuple[reports.KindLine, ...]:
    """The papers of a campaign."""
    return tuple(reports.KindLine(code, title) for code, title in campaign_papers.titles())


def campaign_named(arguments: argparse.Namespace) -> str:
    """The campaign asked for; raises ``UserError`` ``paper_of_which_campaign``."""
    if not arguments.campaign:
        raise UserError(
            "paper_of_which_campaign",
            "Văn bản này cần biết chiến dịch nào.",
            "Ghi thêm --campaign và mã chiến dịch.",
        )
    code: str = arguments.campaign
    return code


def campaign_paper(arguments: argparse.Namespace) -> Answer:
    """The report, the plan or the letters of a campaign."""
    code = campaign_named(arguments)
    if arguments.kind == campaign_papers.LETTER:
        return _village_letters(arguments)
    addressees = {"addressees": "\n".join(arguments.to)} if arguments.to else {}
    request = campaign_papers.PaperRequest(
        arguments.kind,
        code,
        arguments.period,
        arguments.number,
        arguments.date,
        arguments.signer,
        addressees,
    )
    with opened(arguments) as store, watching() as progress:
        if arguments.sections is not None:
            report_sections.save_file(store, request, arguments.sections)
        made = campaign_papers.make(store, request, progress)
    said, files = write_files(made, arguments)
    said += made.remarks
    data = {
        "kind": arguments.kind,
        "period": arguments.period,
        "campaign": arguments.campaign,
        "title": made.title,
        "document_id": made.document_id,
        **files,
    }
    return Answer(said, data)


def _village_letters(arguments: argparse.Namespace) -> Answer:
    """A letter to each village with a session, or to the one named."""
    with opened(arguments) as store, watching() as progress:
        sessions = _sessions_of(store, arguments)
        batch = campaign_letters.write(
            store, campaign_letters.BatchRequest(arguments.campaign, "villages", sessions)
        )
        request = campaign_letters.PrintRequest(
            batch.batch_id,
            number=arguments.number,
            dated=arguments.date,
            signer=arguments.signer,
        )
        made = campaign_letters.print_letters(store, request, progress)
    said, files = write_files(made, arguments)
    data = {"kind": arguments.kind, "campaign": arguments.campaign, "batch": batch.batch_id}
    return Answer(said, {**data, "letters": len(batch.letters), "title": made.title, **files})


def _sessions_of(store: Store, arguments: argparse.Namespace) -> tuple[int, ...]:
    """The sessions in the village named; all of them where none is."""
    if not arguments.village:
        return ()
    village = registers.village_named(store, arguments.village).village_id
    sessions = campaigns.view(store, arguments.campaign).campaign.sessions
    found = tuple(one.session_id for one in sessions if one.village_id == village)
    if not found:
        raise UserError(
            "no_session_in_village",
            f"Chiến dịch {arguments.campaign} không có buổi nào ở {arguments.village}.",
            "Thêm buổi ở thôn ấy trước, hoặc bỏ --village để mời mọi thôn có buổi.",
            campaign=arguments.campaign,
            village=arguments.village,
        )
    return found


def letters(arguments: argparse.Namespace) -> Answer:
    """Invitation letters: a new batch, or the rest of one."""
    reports.check_place(arguments.out)
    with opened(arguments) as store, watching() as progress:
        number = arguments.batch or _new_batch(store, arguments).batch_id
        request = campaign_letters.PrintRequest(
            number,
            arguments.first,
            number=arguments.number,
            dated=arguments.date,
            signer=arguments.signer,
        )
        made = campaign_letters.print_letters(store, request, progress)
        batch = next(
            one for one in campaign_letters.batches(store, arguments.code) if one.batch_id == number
        )
    reports.write(made, arguments.out)
    count = vi_int(len(batch.letters))
    said = [
        f"Đợt {number}: {count} thư, đã in {made.title}: {arguments.out}",
        f"In xong thì ghi: campaign printed {number} {len(batch.letters)}",
    ]
    data = {
        "batch": number,
        "letters": len(batch.letters),
        "printed_to": batch.printed_to,
        "pdf": str(arguments.out),
    }
    return Answer(said, data)


def _new_batch(store: Store, arguments: argparse.Namespace) -> LetterBatch:
    source: LetterSource = "typed" if arguments.to else arguments.source
    request = campaign_letters.BatchRequest(
        arguments.code, source, tuple(arguments.session), tuple(arguments.to)
    )
    return campaign_letters.write(store, request)


def printed(arguments: argparse.Namespace) -> Answer:
    """Keeps how far a batch has left the printer."""
    with opened(arguments) as store:
        batch = campaign_letters.printed(store, arguments.batch, arguments.upto)
    left = len(batch.letters) - batch.printed_to
    said = f"Đợt {batch.batch_id}: đã in đến thư số {batch.printed_to}, còn {vi_int(left)} thư."
    return Answer([said], {"batch": batch.batch_id, "printed_to": batch.printed_to, "left": left})


def bank_file(arguments: argparse.Namespace) -> Answer:
    """The file that goes back to a bank."""
    reports.check_place(arguments.out)
    with opened(arguments) as store:
        bank = bin_of(arguments.bank)
        rows = campaign_outgoing.bank_file(store, arguments.code, bank, arguments.out)
    return Answer(
        [f"Đã ghi {vi_int(rows)} dòng: {arguments.out}"],
        {"rows": rows, "file": str(arguments.out)},
    )


def text(arguments: argparse.Namespace) -> Answer:
    """The result as a text for a chat group."""
    with opened(arguments) as store:
        told = campaign_papers.message(store, arguments.code, arguments.period)
    return Answer(told.splitlines(), {"text": told})
