"""Tells of imports that were cut off since the office was last opened; it delays nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from digicommune.errors import UserError
from digicommune.ui.language import tr
from digicommune.ui.tasks import Task

if TYPE_CHECKING:
    from digicommune.ui.window import MainWindow


def tell_cut_off(window: MainWindow, interrupted: Callable[[], tuple[str, ...]]) -> None:
    """Asks once, on a worker; each import is told once and never again."""
    window.desk.run(
        Task(
            call=lambda _progress: interrupted(),
            done=partial(_tell, window),
            failed=partial(_pass_over, window),
            owner=window,
            topic="cut_off",
        )
    )


def _tell(window: MainWindow, told: tuple[str, ...]) -> None:
    if told:
        title = tr("Lần nhập trước bị ngắt giữa chừng. Sổ vẫn nguyên như trước khi nhập.")
        window.alerts.say(title, "\n".join(told))


def _pass_over(window: MainWindow, error: Exception) -> None:
    """An office that cannot be opened has said so by its first page; a bug is still told."""
    if not isinstance(error, UserError):
        window.alerts.show_error(error)
