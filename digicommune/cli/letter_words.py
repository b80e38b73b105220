"""What is typed at the command line for a letter alone; it keeps nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.documents.figure_words import day

if TYPE_CHECKING:
    import argparse


def letter_words(arguments: argparse.Namespace) -> dict[str, str]:
    """Addressees and deadline of a letter, which stand before what is kept."""
    told = {"addressees": "\n".join(arguments.to)}
    if arguments.deadline is not None:
        told["deadline"] = day(arguments.deadline)
    return {key: text for key, text in told.items() if text}
