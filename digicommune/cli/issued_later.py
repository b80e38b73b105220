"""Commands about papers issued before: issued number, withdraw; they print and change no bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.cli.answers import Answer
from digicommune.cli.issued_words import data_of, named, state_of
from digicommune.cli.opened import opened
from digicommune.operations import issue_later, issue_register
from digicommune.settings import today

if TYPE_CHECKING:
    import argparse


def number(arguments: argparse.Namespace) -> Answer:
    """The number and day the office's e-document system gave an electronic paper."""
    given = issue_later.NumberGiven(arguments.number, arguments.date, arguments.reason)
    with opened(arguments) as store:
        issue_later.give_number(store, arguments.id, given)
        ties = issue_register.ties_of(store, arguments.id)
    said = f"Đã ghi “{ties.paper.title}” số {named(ties)}; bản lưu giữ nguyên từng byte."
    return Answer([said], data_of(ties))


def withdraw(arguments: argparse.Namespace) -> Answer:
    """A paper is withdrawn, or a withdrawal entered by mistake taken back."""
    with opened(arguments) as store:
        if arguments.take_back:
            issue_later.take_back_withdrawal(store, arguments.id, arguments.reason)
        else:
            issue_later.withdraw(store, arguments.id, _request(arguments))
        ties = issue_register.ties_of(store, arguments.id)
    did = "Đã bỏ việc thu hồi" if arguments.take_back else "Đã ghi thu hồi"
    said = f"{did} văn bản số {named(ties)}: {state_of(ties)}."
    return Answer([said], data_of(ties))


def _request(arguments: argparse.Namespace) -> issue_later.WithdrawRequest:
    """``--by`` as a number is a line of the register, anything else the words of a decision."""
    by = arguments.by.strip()
    of_register = by.isdecimal()
    return issue_later.WithdrawRequest(
        arguments.reason,
        arguments.date or today(),
        int(by) if of_register else None,
        "" if of_register else by,
    )
