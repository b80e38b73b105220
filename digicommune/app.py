"""Puts the house together: window, operations, log; it has no rule of its own."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from digicommune.errors import UserError
from digicommune.logbook import log_path, start_log
from digicommune.settings import default_database
from digicommune.ui.entries import OfficeCalls, page_entries
from digicommune.ui.language import use_language
from digicommune.ui.pages.campaign_calls import CampaignCalls
from digicommune.ui.pages.criteria_calls import CriteriaCalls, GapCalls, PackCalls, ProofCalls
from digicommune.ui.pages.entry_calls import EntryCalls, PeriodCalls
from digicommune.ui.pages.indicator_calls import IndicatorCalls
from digicommune.ui.pages.past_calls import PastCalls
from digicommune.ui.pages.people_calls import PeopleCalls
from digicommune.ui.pages.superior_calls import SuperiorCalls
from digicommune.ui.pages.team_calls import TeamCalls
from digicommune.ui.pages.village_calls import VillageEdits
from digicommune.ui.tasks import Tasks
from digicommune.ui.window import MainWindow, WindowOptions

if TYPE_CHECKING:
    from digicommune.domain.overview import Overview
    from digicommune.operations.office import Store
    from digicommune.operations.reports import MadeDocument


WARM_UP_AFTER = 0.4  # seconds: the first rows are painted by then
CUT_OFF_MS = 900  # after the first paint: the database is loaded by then
SETTLED_MS = 800  # after the first paint and, on a slow disk, the first rows


class Office:
    """An office opened when first asked for something, on the thread that asks.

    The window stands before the database library is even loaded.
    """

    def __init__(self, where: str) -> None:
        self._where = where
        self._door = threading.Lock()
        self._store: Store | None = None

    def store(self) -> Store:
        """The store; raises ``UserError`` where it cannot be opened, and tries again next time."""
        with self._door:
            if self._store is None:
                from digicommune.operations.office import open_office

                self._store = open_office(self._where)
            return self._store

    def call(self, place: str) -> Callable[..., Any]:
        """An operation ("figures:show") bound to this office; loaded when first called."""
        module, _, name = place.partition(":")

        def bound(*given: Any, **named: Any) -> Any:
            operation = getattr(import_module(f"digicommune.operations.{module}"), name)
            return operation(self.store(), *given, **named)

        return bound

    def calls(self, places: str) -> dict[str, Callable[..., Any]]:
        """Operations by the name a page knows them by: "sheet=gaps:sheet assign=gaps:assign"."""
        pairs = (one.partition("=") for one in places.split())
        return {name: self.call(place) for name, _, place in pairs}

    @staticmethod
    def free(place: str) -> Callable[..., Any]:
        """An operation that needs no office; loaded when first called."""
        module, _, name = place.partition(":")

        def bound(*given: Any, **named: Any) -> Any:
            return getattr(import_module(f"digicommune.operations.{module}"), name)(*given, **named)

        return bound

    def overview(self, period: str | None) -> Overview:
        """The overview of a period; the very first from what was last seen, if nothing changed.

        The database is then loaded behind it.
        """
        from digicommune.operations import first_view

        if period is None and self._store is None:
            seen = first_view.recall(self._where)
            if seen is not None:
                self._warm_up_soon()
                return seen
        state = first_view.state_of(self._where)
        found: Overview = self.call("overview:load")(period)
        if period is None:
            first_view.keep(self._where, state, found)
        return found

    def _warm_up_soon(self) -> None:
        later = threading.Timer(WARM_UP_AFTER, self._warm_up)
        later.daemon = True
        later.start()

    def _warm_up(self) -> None:
        """Opens the office for whoever asks next; an error is told to him."""
        with suppress(UserError):
            self.store()

    @staticmethod
    def write_report(made: MadeDocument, path: Path) -> None:
        """Writes a document just made to a place the officer chose, as its name asks."""
        from digicommune.operations.office_files import write

        write(made, path)

    def close(self) -> None:
        """Gives the file back."""
        if self._store is not None:
            self._store.close()


def calls_of(office: Office) -> OfficeCalls:
    """The operations the window's pages are given."""
    call = office.call
    return OfficeCalls(
        overview=office.overview,
        villages=call("registers:villages"),
        merchants=call("registers:merchants"),
        export_merchants=call("outgoing:export_merchants"),
        bank_names=call("registers:bank_names"),
        base_names=call("registers:base_names"),
        figures=call("figures:show"),
        trace=call("figures:trace"),
        preview=call("intake:preview"),
        commit=call("intake:commit"),
        past=past_of(office),
        people=people_of(office),
        entry=entry_of(office),
        indicators=IndicatorCalls(
            cards=call("indicator_edits:cards"),
            save=call("indicator_edits:save"),
            set_target=call("indicator_edits:set_target"),
        ),
        village=village_of(office),
        teams=teams_of(office),
        judge_again=call("intake:judge_again"),
        remembered=call("senders:remembered"),
        senders=call("senders:known"),
        error_copy=call("outgoing:error_copy"),
        template=call("outgoing:template"),
        campaigns=campaigns_of(office),
        criteria=criteria_of(office),
        report_kinds=call("reports:kinds"),
        make_report=call("reports:make"),
        write_report=office.write_report,
        superior=superior_of(office),
        made_reports=call("reports:made"),
        reopen_report=call("reports:print_again"),
    )


def campaigns_of(office: Office) -> CampaignCalls:
    """The operations on campaigns."""
    bound = office.calls(
        "lines=campaigns:lines save=campaigns:save banks=registers:bank_names "
        "villages=registers:villages view=campaigns:view who=campaigns:who "
        "tell=campaigns:tell paper=campaign_papers:make message=campaign_papers:message "
        "bank_file=campaign_outgoing:bank_file batches=campaign_letters:batches "
        "write_letters=campaign_letters:write "
        "print_letters=campaign_letters:print_letters printed=campaign_letters:printed"
    )
    return CampaignCalls(**bound, write=office.write_report)


def criteria_of(office: Office) -> CriteriaCalls:
    """The operations on criteria: sets, verdicts, proofs, what is lacking."""
    call = office.calls
    packs = call(
        "sets=assess:sets look=criteria_packs:look take_in=criteria_packs:import_pack"
        " save=criteria_packs:save export=criteria_packs:export indicators=indicator_edits:cards"
    )
    proofs = call(
        "add=proofs:add listed=proofs:listed content=proofs:content save=proofs:save"
        " edit=proofs:edit verify=proofs:verify remove=proofs:remove"
    )
    gaps = call(
        "sheet=gaps:sheet assign=gaps:assign export=gap_lists:export footing=what_if:footing"
        " figures=figures:show"
    )
    return CriteriaCalls(
        **call("matrix=assess:matrix comparison=assess:comparison answer=assess:answer"),
        **call("trace=figures:trace story=criteria_story:story"),
        packs=PackCalls(**packs),
        proofs=ProofCalls(read=office.free("proofs:read_file"), **proofs),
        gaps=GapCalls(suppose=office.free("what_if:suppose"), people=people_of(office), **gaps),
    )


def past_of(office: Office) -> PastCalls:
    """The operations on past imports."""
    bound = office.calls(
        "lines=past_lists:lines reading=past_lists:reading_of rows=past_lists:past_rows "
        "row=past_lists:past_row waiting=past_lists:waiting_rows "
        "likely=past_lists:likely people=registers:people_as_rows settle=imports:settle "
        "foresee_undo=past_lists:foresee_undo undo=imports:undo "
        "save_original=outgoing_past:save_original mark=outgoing_past:mark_past "
        "export=outgoing_past:past_rows_to"
    )
    return PastCalls(**bound)


def people_of(office: Office) -> PeopleCalls:
    """The operations on people."""
    bound = office.calls(
        "findable=people:findable filters=people_filters:load "
        "lacking=people_filters:lacking lines=people:lines card=people:card "
        "reveal=people:reveal save=people_edits:save set_fact=people_edits:set_fact "
        "trash=people_edits:trash restore=people_edits:restore "
        "take_back=people_undo:take_back in_trash=people_edits:in_trash "
        "twins=people_edits:twins merge=people_edits:merge "
        "as_rows=registers:people_as_rows banks=registers:bank_names "
        "without=people:without walk_list=walk_lists:make"
    )
    return PeopleCalls(**bound, write=office.write_report)


def village_of(office: Office) -> VillageEdits:
    """The operations on a village."""
    bound = office.calls(
        "card=village_cards:card save=registers:save_village "
        "save_profile=village_cards:save_profile "
        "set_population=village_cards:set_population "
        "remove_population=village_cards:remove_population "
        "reorder=village_cards:reorder merge=village_changes:merge "
        "split=village_changes:split rename=village_changes:rename "
        "paper=village_cards:paper numbers_only=modes:numbers_only "
        "set_numbers_only=modes:set_numbers_only"
    )
    return VillageEdits(**bound, write=office.write_report)


def superior_of(office: Office) -> SuperiorCalls:
    """The operations on the superior's workbooks."""
    call = office.call
    return SuperiorCalls(
        books=call("superior_books:books"),
        fills=call("superior_books:fills"),
        look=call("superior_looking:look"),
        save=call("superior_books:save"),
        fill=call("superior_filling:fill"),
        figures=call("figures:show"),
        villages=call("registers:villages"),
        bases=call("registers:base_names"),
    )


def teams_of(office: Office) -> TeamCalls:
    """The operations on digital teams."""
    call = office.call
    return TeamCalls(
        pack=call("teams:pack"),
        villages=call("registers:villages"),
        lines=call("teams:lines"),
        card=call("teams:card"),
        save=call("teams:save"),
        reveal=call("teams:reveal"),
        save_training=call("teams:save_training"),
        remove_training=call("teams:remove_training"),
        save_round=call("teams:save_round"),
        undo_round=call("team_results:undo"),
        lanes=call("team_walks:lanes"),
        new_sheet=call("team_papers:new_sheet"),
        sheets=call("team_walks:sheets"),
        view=call("team_walks:view"),
        sheet_again=call("team_papers:sheet_again"),
        save_results=call("team_results:save"),
        summary=call("team_papers:summary"),
        message=call("team_papers:message"),
        write=office.write_report,
    )


def entry_of(office: Office) -> EntryCalls:
    """The operations on figures and periods."""
    call = office.call

    def move(step: str, period: str, reason: str) -> Any:
        given = (period, reason) if step in {"reopen", "unlock"} else (period,)
        return call(f"periods:{step}")(*given)

    return EntryCalls(
        sheet=call("entry:sheet"),
        set_cells=call("entry:set_cells"),
        story=call("entry:story"),
        undo=call("edits:undo"),
        redo=call("edits:apply"),
        remind=call("entry:remind"),
        form=call("outgoing:village_form"),
        trace=call("figures:trace"),
        periods=PeriodCalls(
            move=move,
            late_rows=call("entry_late:late_rows"),
            upcoming=call("calendar:upcoming"),
            rule=call("calendar:rule"),
            set_rule=call("calendar:set_rule"),
            add_free=call("calendar:add_free"),
        ),
    )


@dataclass(frozen=True, slots=True)
class House:
    """A window with what stands behind it."""

    window: MainWindow
    office: Office
    tasks: Tasks


def build(where: str, language: str, log: Path | None) -> House:
    """The window on an office, not yet shown; the office is not yet opened."""
    office = Office(where)
    tasks = Tasks()
    options = WindowOptions(log_path=log, wording=english_words if language == "en" else None)
    window = MainWindow(page_entries(calls_of(office)), tasks, options)
    tell = partial(_tell_cut_off, window, office)
    window.painted.connect(partial(QTimer.singleShot, CUT_OFF_MS, window, tell))
    return House(window, office, tasks)


def _tell_cut_off(window: MainWindow, office: Office) -> None:
    """Loaded when rows are on screen: nothing that the officer waits for comes after it."""
    from digicommune.ui.cut_off import tell_cut_off

    tell_cut_off(window, office.call("under_way:interrupted"))


def open_window(where: str | None, language: str) -> int:
    """Opens the window on an office and runs until it is closed; returns the exit status.

    Where the office does not exist yet, its commune is asked for first.
    """
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("DigiCommune")
    application.setStyle("Fusion")
    use_language(language)
    place = where or default_database()
    house = build(place, language, log_path())
    house.window.painted.connect(lambda: furnish(application, house))
    QTimer.singleShot(SETTLED_MS, settle)
    first = None if office_exists(place) else ask_commune(house, place)
    (first or house.window).show()
    status = application.exec()
    house.office.close()
    return status


def furnish(application: QApplication, house: House) -> None:
    """The program's look and its alerts, as soon as the bare window is on screen."""
    from digicommune.ui.style import dress

    dress(application)
    house.window.alerts.catch_unhandled()


def settle() -> None:
    """What can wait until the window stands: the log, and collecting garbage again."""
    start_log()
    gc.freeze()
    gc.enable()


def ask_commune(house: House, where: str) -> QWidget:
    """The first window of a new office; the main window follows it."""
    from digicommune.ui.first_office import FirstOffice
    from digicommune.ui.style import dress

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    dress(application)

    def create(commune: str, province: str, chairman: str) -> None:
        from digicommune.operations import office

        office.create(where, office.NewOffice(commune, province, chairman or None)).close()

    first = FirstOffice(house.tasks, where, create)
    first.made.connect(house.window.show)
    first.made.connect(first.close)
    return first


def english_words(error: UserError) -> tuple[str, str]:
    """Message and advice in English where they are translated."""
    from digicommune.cli.english import in_english

    told = in_english(error)
    return told.message, told.advice


def office_exists(where: str) -> bool:
    """Whether there is an office to open; a server's address always counts."""
    return "://" in where or Path(where).exists()
