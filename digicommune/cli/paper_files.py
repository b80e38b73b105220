"""Writes what a command made as the files asked for: PDF always, Word and Excel if wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from digicommune.cli.watching import watching
from digicommune.errors import UserError
from digicommune.operations import office_files, reports

if TYPE_CHECKING:
    import argparse
    from pathlib import Path


def check_places(arguments: argparse.Namespace) -> None:
    """Refuses places nothing can be written to, and two files in one place, before any work."""
    places = [one for one in (arguments.out, arguments.docx, arguments.xlsx) if one is not None]
    for one in places:
        reports.check_place(one)
    if len({one.absolute() for one in places}) < len(places):
        raise UserError(
            "same_file_twice",
            "Hai tệp cần ghi có cùng một tên.",
            "Ghi --out, --docx và --xlsx thành ba tên khác nhau.",
        )


def write_files(
    made: reports.MadeDocument, arguments: argparse.Namespace
) -> tuple[list[str], dict[str, Any]]:
    """What is said and what is told of the files written."""
    reports.write(made, arguments.out)
    data = {"pdf": str(arguments.out)}
    said = [f"Đã lập “{made.title}”: {arguments.out}"]
    others: tuple[tuple[str, Path | None], ...] = (
        ("docx", arguments.docx),
        ("xlsx", arguments.xlsx),
    )
    for key, path in others:
        if path is not None:
            write = office_files.write_word if key == "docx" else office_files.write_excel
            with watching() as progress:
                write(made, path, progress)
            data[key] = str(path)
            said.append(f"Đã ghi: {path}")
    return said, data
