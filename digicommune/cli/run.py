"""Runs one command from first word to exit status; no traceback ever reaches the user."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from digicommune.cli.first_words import window_words
from digicommune.errors import Cancelled, UserError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    OpenWindow = Callable[[str | None, str], int]


def run(words: list[str], open_window: OpenWindow) -> int:
    """Runs the command line; returns its exit status.

    ``open_window`` opens the window on an office in a language: the window is not this room's.
    """
    _speak_utf8()
    window = window_words(words)
    if window is not None:
        return open_window(*window)
    return _run_command(words, open_window)


def _run_command(words: list[str], open_window: OpenWindow) -> int:
    from digicommune.cli.answers import USER_ERROR
    from digicommune.cli.arguments import parser

    arguments = parser().parse_args(words)
    try:
        return _dispatch(arguments, open_window)
    except UserError as error:
        return _tell(error, arguments)
    except (Cancelled, KeyboardInterrupt):
        sys.stderr.write("Đã dừng theo yêu cầu; không có gì được ghi.\n")
        return USER_ERROR
    except Exception as bug:  # noqa: BLE001 -- the last door: a bug is logged, never shown raw
        return _apologise(bug)


def _speak_utf8() -> None:
    """A Windows console or a redirected file may be set to another code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _dispatch(arguments: argparse.Namespace, open_window: OpenWindow) -> int:
    from digicommune.cli.answers import give
    from digicommune.cli.commands import command_of

    if arguments.command is None:
        return open_window(arguments.db, arguments.lang)
    answer = command_of(arguments)(arguments)
    status = give(answer, arguments.json)
    if arguments.command == "demo" and not arguments.no_window:
        return open_window(str(arguments.dir / "office.db"), arguments.lang)
    return status


def _tell(error: UserError, arguments: argparse.Namespace) -> int:
    from digicommune.cli.answers import USER_ERROR, error_data, write_json
    from digicommune.cli.english import in_english

    told = in_english(error) if arguments.lang == "en" else error
    json_to = getattr(arguments, "json", None)
    sys.stderr.write(f"{told.sentence()}\n")
    if json_to:
        try:
            write_json({**told.facts.get("result", {}), **error_data(told)}, json_to)  # type: ignore[dict-item]
        except UserError as second:
            sys.stderr.write(f"{second.sentence()}\n")
    return USER_ERROR


def _apologise(bug: Exception) -> int:
    import logging

    from digicommune.cli.answers import USER_ERROR
    from digicommune.logbook import start_log

    path = start_log()
    logging.getLogger("digicommune").error("bug", exc_info=bug)
    send = f" Gửi tệp {path} cho người hỗ trợ." if path else ""
    sys.stderr.write(f"Xin lỗi, chương trình gặp lỗi ngoài dự kiến; không có gì bị ghi dở.{send}\n")
    return USER_ERROR
