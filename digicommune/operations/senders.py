"""Remembers who sends which list and how it is taken in; knows it again by its headings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from digicommune.domain.banks import BankDirectory
from digicommune.domain.senders import Sender, best_fit, signature_of
from digicommune.errors import UserError
from digicommune.operations.intake_rows import IntakeRequest
from digicommune.operations.intake_sender import made_sender
from digicommune.sheets.reader import ReadRequest, read_list

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.domain.rows import ListReading

__all__ = ["Sender", "forget", "known", "remember", "remembered", "request_of"]


def known(store: Store) -> tuple[Sender, ...]:
    """Every list of every sender, by name."""
    with store.glance() as unit:
        return unit.senders.all()


def remembered(store: Store, given: Path | ListReading) -> Sender | None:
    """The sender whose list this is, wherever its columns stand now; None: nobody known.

    A file is read for it; where its own words say nothing, each sender's headings are tried.
    """
    with store.glance() as unit:
        senders = unit.senders.all()
        banks = BankDirectory(unit.banks.all())
    if not senders:
        return None
    if not isinstance(given, Path):
        return best_fit(senders, signature_of(given.headings.values()))
    for headings in ({}, *(dict(one.headings) for one in senders)):
        try:
            reading = read_list(given, ReadRequest(banks, headings=headings)).reading
        except UserError:
            continue
        found = best_fit(senders, signature_of(reading.headings.values()))
        if found is not None:
            return found
    return None


def remember(store: Store, name: str, reading: ListReading, request: IntakeRequest) -> Sender:
    """Keeps how a sender's list is taken in; one of the same kind and headings is replaced."""
    with store.unit() as unit:
        made = unit.senders.save(made_sender(name, reading, request, unit.senders.all()))
        unit.journal.note("sender", f"sender:{made.sender_id}", after={"name": made.name})
    return made


def forget(store: Store, sender_id: int) -> None:
    """Forgets one list of a sender."""
    with store.unit() as unit:
        gone = next((one for one in unit.senders.all() if one.sender_id == sender_id), None)
        unit.senders.remove(sender_id)
        if gone is not None:
            unit.journal.note("sender", f"sender:{sender_id}", before={"name": gone.name})


def request_of(sender: Sender) -> IntakeRequest:
    """How the next list of a sender is to be read."""
    return IntakeRequest(
        sender.kind,
        sender.sheet,
        bank_bin=sender.bank_bin,
        campaign=sender.campaign,
        headings=sender.headings,
        sender=sender.name,
    )
