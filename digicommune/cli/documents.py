"""Commands that make documents: report, documents list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.cli.answers import Answer
from digicommune.cli.campaign_papers import campaign_paper, paper_kinds
from digicommune.cli.dossiers import dossier_kinds, dossier_paper
from digicommune.cli.letter_words import letter_words
from digicommune.cli.opened import opened
from digicommune.cli.paper_files import check_places, write_files
from digicommune.cli.teams import summary
from digicommune.cli.watching import watching
from digicommune.errors import UserError
from digicommune.operations import (
    campaign_papers,
    dossier_papers,
    merchant_list,
    report_sections,
    reports,
    team_papers,
    village_cards,
    walk_lists,
)

if TYPE_CHECKING:
    import argparse


def report(arguments: argparse.Namespace) -> Answer:
    """Makes a document and writes its PDF."""
    check_places(arguments)
    if arguments.kind in (walk_lists.KIND, village_cards.KIND):
        return _of_village(arguments)
    if arguments.kind in (*campaign_papers.KINDS, campaign_papers.LETTER):
        return campaign_paper(arguments)
    if arguments.kind == merchant_list.KIND:
        return _of_merchants(arguments)
    if arguments.kind == team_papers.SUMMARY:
        return summary(arguments)
    if arguments.kind in dossier_papers.KINDS:
        return dossier_paper(arguments)
    request = reports.ReportRequest(
        kind=arguments.kind,
        period=arguments.period,
        number=arguments.number,
        dated=arguments.date,
        signer=arguments.signer,
        criteria_set=arguments.criteria_set,
        form=arguments.form,
        sections=letter_words(arguments),
    )
    with opened(arguments) as store, watching() as progress:
        if arguments.sections is not None:
            report_sections.save_file(store, request, arguments.sections)
        made = reports.make(store, request, progress)
    said, files = write_files(made, arguments)
    said += made.remarks
    data = {
        "kind": arguments.kind,
        "period": arguments.period,
        "title": made.title,
        "document_id": made.document_id,
        **files,
        "remarks": made.remarks,
    }
    return Answer(said, data)


def _of_village(arguments: argparse.Namespace) -> Answer:
    """A village's card, or the list of its people who lack what an indicator counts."""
    _refuse_half_asked(arguments)
    period, village = arguments.period, arguments.village
    with opened(arguments) as store, watching() as progress:
        if arguments.kind == village_cards.KIND:
            made = village_cards.paper(store, village_cards.CardRequest(period, village))
        else:
            request = walk_lists.WalkRequest(period, arguments.indicator, village)
            made = walk_lists.make(store, request, progress)
    said, files = write_files(made, arguments)
    data = {
        "kind": arguments.kind,
        "period": arguments.period,
        "village": arguments.village,
        "indicator": arguments.indicator,
        "title": made.title,
        **files,
    }
    return Answer(said, data)


def _of_merchants(arguments: argparse.Namespace) -> Answer:
    """The list of shops with payment codes, of the commune or a village."""
    request = merchant_list.ListRequest(arguments.period, arguments.village)
    with opened(arguments) as store, watching() as progress:
        made = merchant_list.make(store, request, progress)
    said, files = write_files(made, arguments)
    data = {
        "kind": arguments.kind,
        "period": arguments.period,
        "village": arguments.village,
        "title": made.title,
        **files,
    }
    return Answer(said, data)


def _refuse_half_asked(arguments: argparse.Namespace) -> None:
    if arguments.village is None:
        raise UserError(
            "card_of_which_village",
            "Văn bản này cần biết thôn nào.",
            "Ghi thêm --village, ví dụ --village “Hổ Thôn”.",
        )
    if arguments.indicator is None and arguments.kind == walk_lists.KIND:
        raise UserError(
            "walk_list_of_whom",
            "Danh sách đi từng nhà cần biết thôn và chỉ tiêu.",
            "Ghi thêm --village và --indicator, ví dụ --village “Hổ Thôn” --indicator TKNH.",
        )


def documents_list(_arguments: argparse.Namespace) -> Answer:
    """The kinds of document."""
    kinds = reports.kinds() + reports.kinds_of_village() + reports.kinds_of_teams()
    kinds += reports.kinds_of_merchants() + paper_kinds() + dossier_kinds()
    return Answer([f"{one.code} — {one.title}" for one in kinds], {"documents": kinds})
