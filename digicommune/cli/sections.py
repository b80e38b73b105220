"""Command about the text of papers: documents sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.cli.answers import Answer
from digicommune.cli.campaign_papers import campaign_named
from digicommune.cli.opened import opened
from digicommune.operations import campaign_papers, report_sections, reports

if TYPE_CHECKING:
    import argparse

    from digicommune.domain.report_sections import SectionOffer


def sections(arguments: argparse.Namespace) -> Answer:
    """The sections of a paper as they are printed now, and which were typed."""
    request = _request(arguments)
    if arguments.out is not None:
        reports.check_place(arguments.out)
    with opened(arguments) as store:
        found = report_sections.offered(store, request)
        if arguments.out is not None:
            report_sections.write_file(found, arguments.out)
    said = [f"{one.place.section} — {one.title} ({_state(one)})" for one in found]
    if arguments.out is not None:
        said.append(f"Đã ghi: {arguments.out}")
    return Answer(said or ["Văn bản này không có mục nào để sửa."], {"sections": _told(found)})


def _request(arguments: argparse.Namespace) -> reports.ReportRequest | campaign_papers.PaperRequest:
    kind, period = arguments.kind, arguments.period
    if kind not in campaign_papers.KINDS:
        return reports.ReportRequest(kind, period, form=arguments.form)
    return campaign_papers.PaperRequest(kind, campaign_named(arguments), period)


def _state(one: SectionOffer) -> str:
    if one.outdated:
        return "đã sửa tay, câu mặc định đã đổi từ khi sửa"
    return "đã sửa tay" if one.edited else "câu mặc định"


def _told(found: tuple[SectionOffer, ...]) -> list[dict[str, object]]:
    return [
        {
            "section": one.place.section,
            "title": one.title,
            "text": one.text,
            "generated": one.generated,
            "edited": one.edited,
            "outdated": one.outdated,
            "before": one.before.text if one.before else None,
            "before_period": one.before.place.period if one.before else None,
        }
        for one in found
    ]
