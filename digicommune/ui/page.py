"""What a page is to the window, and what the window offers a page; no page is named here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from digicommune.errors import UserError
from digicommune.ui.tasks import Task, Ticket


@dataclass(frozen=True, slots=True)
class Heading:
    """What the window's head shows: the office and the periods to choose from, newest first."""

    office: str
    periods: tuple[tuple[str, str], ...]  # (code, title)
    period: str
    note: str = ""
    hidden: tuple[str, ...] = ()  # pages this office does not use


def as_written(error: UserError) -> tuple[str, str]:
    """Message and advice as they were raised."""
    return error.message, error.advice


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every page may ask of the window it stands in."""

    run: Callable[[Task[Any]], Ticket]  # slow calls
    alert: Callable[[BaseException], None]  # errors nobody else shows
    say: Callable[[str], None]  # one line in the status line
    open_page: Callable[[str], None]  # by its key, or "key/place" for a place within it
    tell_heading: Callable[[Heading], None]  # the office and its periods are known
    hide_pages: Callable[[tuple[str, ...]], None]  # those the office does not use, by their keys
    open_period: Callable[[str, str], None]  # its code and title: every page shows it
    word: Callable[[UserError], tuple[str, str]] = as_written  # an error in the language on screen


@runtime_checkable
class Page(Protocol):
    """A widget that shows something of a period."""

    def refresh(self, period: str | None) -> None:
        """Asks its data again, for the period of this code; None: the newest."""


@runtime_checkable
class TakesFiles(Protocol):
    """A page that reads lists dropped on the window."""

    def take_files(self, paths: Sequence[Path]) -> None:
        """Starts reading ``paths``, one after the other."""

    def choose_file(self) -> None:
        """Lets the officer choose files (Ctrl+O)."""


@runtime_checkable
class HasPlaces(Protocol):
    """A page with places within it that another page may lead to ("intake/waiting")."""

    def open_place(self, place: str) -> None:
        """Shows the place."""


@runtime_checkable
class Searches(Protocol):
    """A page with a search box."""

    def start_search(self) -> None:
        """Puts the cursor into it (Ctrl+F)."""


@runtime_checkable
class Prints(Protocol):
    """A page that shows a document."""

    def start_print(self) -> None:
        """Opens the print dialog (Ctrl+P)."""


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page of the left bar; ``make`` runs when it is first opened and returns a ``Page``."""

    key: str
    title: str
    icon: str
    make: Callable[[Desk], QWidget]
