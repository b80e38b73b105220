"""Commands about the office's signers: signers list, name, add, remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.cli.answers import Answer
from digicommune.cli.opened import opened
from digicommune.domain.signers import OfficeSigner
from digicommune.operations import signers

if TYPE_CHECKING:
    import argparse


def listed(arguments: argparse.Namespace) -> Answer:
    """The forms the office signs in."""
    with opened(arguments) as store:
        return _answer(signers.lines(store))


def name(arguments: argparse.Namespace) -> Answer:
    """Whose name stands under a form."""
    with opened(arguments) as store:
        return _answer(signers.name(store, arguments.role, arguments.name))


def add(arguments: argparse.Namespace) -> Answer:
    """A form of the office's own."""
    new = OfficeSigner(
        "", arguments.title, tuple(arguments.capacity), arguments.name, arguments.office
    )
    with opened(arguments) as store:
        return _answer(signers.add(store, new))


def remove(arguments: argparse.Namespace) -> Answer:
    """Takes a form of the office's own away."""
    with opened(arguments) as store:
        return _answer(signers.remove(store, arguments.role))


def _answer(known: tuple[OfficeSigner, ...]) -> Answer:
    data = [
        {
            "role": one.role,
            "title": one.title,
            "capacity": one.capacity,
            "office": one.office,
            "name": one.name,
            "own": one.own,
            "verified": one.verified,
        }
        for one in known
    ]
    return Answer([_said(one) for one in known], {"signers": data})


def _said(one: OfficeSigner) -> str:
    name = one.name or "chưa ghi tên"
    note = "" if one.verified or one.own else " (chưa đối chiếu)"
    return f"{one.role} — {one.title}: {' / '.join(one.capacity)}: {name}{note}"
