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

from digicommune import bindings
from digicommune.errors import UserError
from digicommune.logbook import log_path, start_log
from digicommune.settings import default_database
from digicommune.ui.entries import OfficeCalls, page_entries
from digicommune.ui.language import use_language
from digicommune.ui.tasks import Tasks
from digicommune.ui.window import MainWindow, WindowOptions

if TYPE_CHECKING:
    from digicommune.domain.overview import Overview
    from digicommune.domain.progress import Progress
    from digicommune.operations.office import Store
    from digicommune.operations.reports import MadeDocument


WARM_UP_MS = 400  # after the first paint: the first rows are painted by then
PAGES_MS = 1_200  # after the first paint: nothing is asked for by then
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

        The window then has the database loaded behind it (``warm_up``).
        """
        from digicommune.operations import first_view

        if period is None and self._store is None:
            seen = first_view.recall(self._where)
            if seen is not None:
                return seen
        state = first_view.state_of(self._where)
        found: Overview = self.call("overview:load")(period)
        if period is None:
            first_view.keep(self._where, state, found)
        return found

    def warm_up(self) -> None:
        """Opens the office aside for whoever asks next; an error is told to him."""
        threading.Thread(target=self._open, daemon=True).start()

    def _open(self) -> None:
        with suppress(UserError):
            self.store()

    @staticmethod
    def write_report(made: MadeDocument, path: Path, progress: Progress) -> None:
        """Writes a document just made to a place the officer chose, as its name asks."""
        from digicommune.operations.office_files import write

        write(made, path, progress)

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
        merchants=partial(bindings.merchants_of, office),
        bank_names=call("registers:bank_names"),
        base_names=call("registers:base_names"),
        figures=call("figures:show"),
        trace=call("figures:trace"),
        preview=call("intake:preview"),
        commit=call("intake:commit"),
        past=partial(bindings.past_of, office),
        people=partial(bindings.people_of, office),
        entry=partial(bindings.entry_of, office),
        indicators=partial(bindings.indicators_of, office),
        village=partial(bindings.village_of, office),
        codes=partial(bindings.codes_of, office),
        teams=partial(bindings.teams_of, office),
        judge_again=call("intake:judge_again"),
        remembered=call("senders:remembered"),
        senders=call("senders:known"),
        error_copy=call("outgoing:error_copy"),
        template=call("outgoing:template"),
        campaigns=partial(bindings.campaigns_of, office),
        criteria=partial(bindings.criteria_of, office),
        recognitions=partial(bindings.recognitions_of, office),
        report_kinds=call("reports:kinds"),
        make_report=call("reports:make"),
        write_report=office.write_report,
        superior=partial(bindings.superior_of, office),
        sections=partial(bindings.sections_of, office),
        issuing=partial(bindings.issuing_of, office),
        signers=partial(bindings.signers_of, office),
        made_reports=call("reports:made"),
        reopen_report=call("reports:print_again"),
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
    window.painted.connect(partial(QTimer.singleShot, WARM_UP_MS, window, office.warm_up))
    window.painted.connect(
        partial(QTimer.singleShot, PAGES_MS, window, partial(_load_pages, window))
    )
    tell = partial(_tell_cut_off, window, office)
    window.painted.connect(partial(QTimer.singleShot, CUT_OFF_MS, window, tell))
    return House(window, office, tasks)


def _load_pages(window: MainWindow) -> None:
    from digicommune.ui.later import load_pages

    load_pages(window)


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
