"""Prints a team's list and the sum of all teams, and words that sum for a chat; keeps no figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.documents import team_papers
from digicommune.documents.pdf import render_pdf
from digicommune.domain.periods import parse_period
from digicommune.domain.progress import PRINTING, SCALE, Progress, no_progress, stage
from digicommune.operations.reports import MadeDocument, file_name
from digicommune.operations.team_walks import SheetRequest, prepare, view
from digicommune.operations.teams import sums
from digicommune.packs.teams import shipped_teams
from digicommune.settings import today

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.operations.team_walks import SheetView

SHEET, SUMMARY = team_papers.SHEET, team_papers.SUMMARY


@dataclass(frozen=True, slots=True)
class MadeSheet:
    """A list just printed, under its number."""

    sheet_id: int
    people: int
    document: MadeDocument


def new_sheet(store: Store, request: SheetRequest, progress: Progress = no_progress) -> MadeSheet:
    """A new list of who is to be visited, kept and printed; the journal notes the print.

    Raises what ``team_walks.prepare`` raises.
    """
    progress(0, SCALE, "Tìm người chưa có")
    shown = prepare(store, request)
    return MadeSheet(shown.sheet.sheet_id, len(shown.lines), _printed(store, shown, progress))


def sheet_again(store: Store, sheet_id: int, progress: Progress = no_progress) -> MadeDocument:
    """A list printed before, the same people under the same numbers; the journal notes it."""
    shown = view(store, sheet_id)
    with store.unit() as unit:
        after = {"sheet": sheet_id, "people": len(shown.lines)}
        unit.journal.note("print", f"walk-sheet:{sheet_id}", after=after)
    return _printed(store, shown, progress)


def _printed(store: Store, shown: SheetView, progress: Progress) -> MadeDocument:
    words, sheet = team_papers.shipped_words(), shown.sheet
    with store.glance() as unit:
        commune = unit.office.commune()
        team = next((one for one in unit.teams.all() if one.village_id == sheet.village_id), None)
    paper = team_papers.PaperSheet(
        commune,
        team.name if team else shown.village,
        shown.village,
        sheet.sheet_id,
        parse_period(sheet.period).end,
        today(),
        tuple(one for one in shipped_teams().service if one.code in sheet.services),
        tuple((one.position, one.person, one.lacking) for one in shown.lines),
    )
    progress(PRINTING[0], SCALE, "Dàn trang")
    described = team_papers.compose_sheet(paper, words)
    pdf = render_pdf(described, stage(progress, PRINTING))
    title = f"{words.sheet.title} so {sheet.sheet_id} {shown.village}"
    return MadeDocument(0, title, file_name(title), pdf, described)


def summary(store: Store, period_code: str, progress: Progress = no_progress) -> MadeDocument:
    """The sum of what the teams did in a period, as PDF."""
    words = team_papers.shipped_words()
    described = team_papers.compose_summary(_sums(store, period_code), words)
    pdf = render_pdf(described, progress)
    title = f"{words.summary.title} {parse_period(period_code).title}"
    return MadeDocument(0, title, file_name(title), pdf, described)


def message(store: Store, period_code: str) -> str:
    """The same sum as a short text for the teams' group chat; it names nobody."""
    return team_papers.message(_sums(store, period_code), team_papers.shipped_words())


def _sums(store: Store, period_code: str) -> team_papers.PaperSums:
    with store.glance() as unit:
        commune = unit.office.commune()
    period = parse_period(period_code)
    return team_papers.PaperSums(
        commune,
        period,
        sums(store, period_code),
        shipped_teams().service,
        min(period.end, today()),
    )
