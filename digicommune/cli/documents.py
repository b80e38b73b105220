"""Commands that make documents: report, documents list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.cli.answers import Answer
from digicommune.cli.opened import opened
from digicommune.operations import reports

if TYPE_CHECKING:
    import argparse


def report(arguments: argparse.Namespace) -> Answer:
    """Makes a document and writes its PDF."""
    reports.check_place(arguments.out)
    request = reports.ReportRequest(
        kind=arguments.kind,
        period=arguments.period,
        number=arguments.number,
        dated=arguments.date,
        signer=arguments.signer,
        criteria_set=arguments.criteria_set,
    )
    with opened(arguments) as store:
        made = reports.make(store, request)
    reports.write(made, arguments.out)
    data = {
        "kind": arguments.kind,
        "period": arguments.period,
        "title": made.title,
        "document_id": made.document_id,
        "pdf": str(arguments.out),
    }
    return Answer([f"Đã lập “{made.title}”: {arguments.out}"], data)


def documents_list(_arguments: argparse.Namespace) -> Answer:
    """The kinds of document."""
    kinds = reports.kinds()
    return Answer([f"{one.code} — {one.title}" for one in kinds], {"documents": kinds})
