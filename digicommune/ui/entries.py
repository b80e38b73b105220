"""Which pages the window has and which operations each is given; pages load when first opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from digicommune.ui.language import tr
from digicommune.ui.page import Desk, PageEntry

if TYPE_CHECKING:
    from digicommune.domain.figures import TraceRow
    from digicommune.domain.progress import Progress
    from digicommune.domain.sheet import FigureSheet
    from digicommune.domain.villages import VillageLine
    from digicommune.operations.intake import ImportDone, IntakeRequest, Preview
    from digicommune.operations.intake_rows import Decisions
    from digicommune.operations.overview import Overview
    from digicommune.operations.reports import KindLine, MadeDocument, MadeLine, ReportRequest
    from digicommune.operations.senders import Sender
    from digicommune.ui.pages.campaign_calls import CampaignCalls
    from digicommune.ui.pages.criteria_calls import CriteriaCalls
    from digicommune.ui.pages.entry_calls import EntryCalls
    from digicommune.ui.pages.indicator_calls import IndicatorCalls
    from digicommune.ui.pages.issue_calls import IssueCalls
    from digicommune.ui.pages.merchant_calls import MerchantCalls
    from digicommune.ui.pages.past_calls import PastCalls
    from digicommune.ui.pages.people_calls import PeopleCalls
    from digicommune.ui.pages.qr_calls import CodeCalls
    from digicommune.ui.pages.recognition_calls import RecognitionCalls
    from digicommune.ui.pages.section_calls import SectionCalls
    from digicommune.ui.pages.signer_calls import SignerCalls
    from digicommune.ui.pages.superior_calls import SuperiorCalls
    from digicommune.ui.pages.team_calls import TeamCalls
    from digicommune.ui.pages.village_calls import VillageEdits


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeCalls:
    """The operations of one office, bound to it; each may be called on any thread.

    What only some pages ask is made when such a page is first opened: the window's first rows
    do not wait for the lists of all the others.
    """

    overview: Callable[[str | None], Overview]
    villages: Callable[..., tuple[VillageLine, ...]]  # of today, or of a day
    merchants: Callable[[], MerchantCalls]
    bank_names: Callable[[], dict[str, str]]
    base_names: Callable[[], dict[str, str]]
    figures: Callable[[str], FigureSheet]
    trace: Callable[[str, str, int | None], tuple[TraceRow, ...]]
    preview: Callable[[Path, IntakeRequest, Progress], Preview]
    commit: Callable[[Preview, Decisions, Progress], ImportDone]
    judge_again: Callable[[Preview, IntakeRequest, Progress], Preview]
    remembered: Callable[[object], Sender | None]
    senders: Callable[[], tuple[Sender, ...]]
    error_copy: Callable[[Preview, Path], int]
    template: Callable[[str, Path], None]
    past: Callable[[], PastCalls]
    people: Callable[[], PeopleCalls]
    entry: Callable[[], EntryCalls]
    indicators: Callable[[], IndicatorCalls]
    village: Callable[[], VillageEdits]
    codes: Callable[[], CodeCalls]
    teams: Callable[[], TeamCalls]
    campaigns: Callable[[], CampaignCalls]
    criteria: Callable[[], CriteriaCalls]
    recognitions: Callable[[], RecognitionCalls]
    report_kinds: Callable[[], tuple[KindLine, ...]]
    make_report: Callable[[ReportRequest, Progress], MadeDocument]
    made_reports: Callable[[], tuple[MadeLine, ...]]
    reopen_report: Callable[[int, Progress], MadeDocument]
    write_report: Callable[[MadeDocument, Path, Progress], None]
    superior: Callable[[], SuperiorCalls]
    sections: Callable[[], SectionCalls]
    issuing: Callable[[], IssueCalls]
    signers: Callable[[], SignerCalls]


def page_entries(calls: OfficeCalls) -> tuple[PageEntry, ...]:
    """The pages of the left bar in their order; call it after the language is set."""
    return (
        PageEntry("overview", tr("Hôm nay"), "today", lambda desk: _overview(desk, calls)),
        PageEntry("villages", tr("Thôn"), "village", lambda desk: _villages(desk, calls)),
        PageEntry("people", tr("Người dân"), "people", lambda desk: _people(desk, calls)),
        PageEntry("merchants", tr("Hộ kinh doanh"), "shop", lambda desk: _merchants(desk, calls)),
        PageEntry(
            "intake",
            tr("Chiến dịch & nhập danh sách"),
            "intake",
            lambda desk: _intake(desk, calls),
        ),
        PageEntry("teams", tr("Tổ công nghệ số"), "people", lambda desk: _teams(desk, calls)),
        PageEntry("entry", tr("Số liệu"), "sheet", lambda desk: _entry(desk, calls)),
        PageEntry("indicators", tr("Chỉ tiêu"), "info", lambda desk: _indicators(desk, calls)),
        PageEntry(
            "criteria",
            tr("Tiêu chí thôn thông minh"),
            "criteria",
            lambda desk: _criteria(desk, calls),
        ),
        PageEntry(
            "recognitions", tr("Công nhận thôn"), "seal", lambda desk: _recognitions(desk, calls)
        ),
        PageEntry("reports", tr("Báo cáo"), "report", lambda desk: _reports(desk, calls)),
    )


def _overview(desk: Desk, calls: OfficeCalls) -> QWidget:
    from digicommune.ui.pages.overview import OverviewPage

    return OverviewPage(desk, calls.overview)


def _villages(desk: Desk, calls: OfficeCalls) -> QWidget:
    from digicommune.ui.pages.villages import VillageCalls, VillagesPage

    return VillagesPage(
        desk,
        VillageCalls(
            calls.villages,
            calls.figures,
            calls.trace,
            calls.base_names,
            calls.village(),
            calls.people(),
        ),
    )


def _people(desk: Desk, calls: OfficeCalls) -> QWidget:
    from digicommune.ui.pages.people import PeoplePage

    return PeoplePage(desk, calls.people())


def _teams(desk: Desk, calls: OfficeCalls) -> QWidget:
    from digicommune.ui.pages.teams import TeamsPage

    return TeamsPage(desk, calls.teams())


def _merchants(desk: Desk, calls: OfficeCalls) -> QWidget:
    from digicommune.ui.pages.merchants import MerchantsPage

    return MerchantsPage(desk, calls.merchants(), calls.codes())


def _intake(desk: Desk, calls: OfficeCalls) -> QWidget:
    from digicommune.ui.pages.intake import IntakeCalls, IntakePage
    from digicommune.ui.pages.intake_list import ListCalls
    from digicommune.ui.pages.intake_look import LookCalls

    past = calls.past()
    lists = ListCalls(
        look=LookCalls(
            preview=calls.preview,
            judge_again=calls.judge_again,
            remembered=calls.remembered,
            people=past.people,
        ),
        commit=calls.commit,
        undo=past.undo,
        senders=calls.senders,
        error_copy=calls.error_copy,
        template=calls.template,
    )
    return IntakePage(desk, IntakeCalls(lists, past, calls.campaigns()))


def _entry(desk: Desk, calls: OfficeCalls) -> QWidget:
    from digicommune.ui.pages.entry import EntryPage

    return EntryPage(desk, calls.entry())


def _indicators(desk: Desk, calls: OfficeCalls) -> QWidget:
    from digicommune.ui.pages.indicators import IndicatorsPage

    return IndicatorsPage(desk, calls.indicators())


def _criteria(desk: Desk, calls: OfficeCalls) -> QWidget:
    from digicommune.ui.pages.criteria import CriteriaPage

    return CriteriaPage(desk, calls.criteria())


def _recognitions(desk: Desk, calls: OfficeCalls) -> QWidget:
    from digicommune.ui.pages.recognitions import RecognitionsPage

    return RecognitionsPage(desk, calls.recognitions())


def _reports(desk: Desk, calls: OfficeCalls) -> QWidget:
    from digicommune.ui.pages.reports import ReportCalls, ReportsPage

    return ReportsPage(
        desk,
        ReportCalls(
            kinds=calls.report_kinds,
            make=calls.make_report,
            made=calls.made_reports,
            reopen=calls.reopen_report,
            write=calls.write_report,
            superior=calls.superior(),
            sections=calls.sections(),
            issuing=calls.issuing(),
            signers=calls.signers(),
        ),
    )
