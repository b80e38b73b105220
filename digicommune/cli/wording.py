"""The command line's own words (usage, help, wrong arguments) in Vietnamese; it parses nothing."""

from __future__ import annotations

import argparse
import re
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable

    Actions = Iterable[argparse.Action]
    Groups = Iterable[argparse._MutuallyExclusiveGroup]  # noqa: SLF001 -- only to name its type

WRONG_ARGUMENTS = 2
SECTIONS = {"options": "tùy chọn", "positional arguments": "tham số"}
PROBLEMS = (
    (re.compile(r"^the following arguments are required: (.*)$"), r"thiếu \1"),
    (re.compile(r"^unrecognized arguments: (.*)$"), r"không hiểu “\1”"),
    (re.compile(r"^argument (.*?): invalid choice: (.*?) \(choose from (.*)\)$"),
     r"\1 không nhận \2; chọn một trong: \3"),
    (re.compile(r"^argument (.*?): invalid \w+ value: (.*)$"), r"\1 không nhận \2"),
    (re.compile(r"^argument (.*?): expected (?:one|at least one) argument$"),
     r"\1 cần một giá trị"),
    (re.compile(r"^argument (.*?): ignored explicit argument (.*)$"), r"\1 không nhận giá trị \2"),
    (re.compile(r"^argument (.*?): (.*)$"), r"\1: \2"),
)  # fmt: skip


class VietnameseHelp(argparse.HelpFormatter):
    """Help under Vietnamese headings."""

    def add_usage(
        self, usage: str | None, actions: Actions, groups: Groups, prefix: str | None = None
    ) -> None:
        """The usage line."""
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """A group of arguments."""
        super().start_section(SECTIONS.get(heading or "", heading))


class Parser(argparse.ArgumentParser):
    """A parser that says in Vietnamese what is wrong with the words given."""

    def __init__(self, **given: object) -> None:
        super().__init__(formatter_class=VietnameseHelp, add_help=False, **given)  # type: ignore[arg-type]
        self.add_argument("-h", "--help", action="help", help="hiện hướng dẫn này")

    def error(self, message: str) -> NoReturn:
        """Usage and one sentence on stderr, exit status 2."""
        for pattern, words in PROBLEMS:
            if pattern.match(message):
                message = pattern.sub(words, message)
                break
        self.print_usage(sys.stderr)
        self.exit(WRONG_ARGUMENTS, f"Sai cú pháp lệnh: {message}.\n")
