"""What is remembered of a list's sender once the list is saved; it keeps nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.domain.senders import Sender, best_fit, signature_of
from digicommune.domain.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digicommune.domain.rows import ListReading
    from digicommune.operations.intake_rows import IntakeRequest, Preview


def sender_of(judged: Preview, known: Sequence[Sender]) -> Sender:
    """The sender of a list being saved, under its old number where the list is known again."""
    request = judged.request
    return made_sender(request.sender or "", judged.reading, request, known)


def made_sender(
    name: str, reading: ListReading, request: IntakeRequest, known: Sequence[Sender]
) -> Sender:
    """What a reading and the officer's choices say of a sender's list."""
    signature = signature_of(reading.headings.values())
    same = [one for one in known if one.name == name and one.kind == reading.kind]
    before = best_fit(same, signature)
    return Sender(
        before.sender_id if before else 0,
        name,
        reading.kind,
        request.bank_bin,
        request.campaign,
        request.sheet,
        signature,
        meanings(reading, request.headings),
    )


def meanings(reading: ListReading, chosen: Mapping[str, str]) -> dict[str, str]:
    """Folded heading -> field key, as it was read; what the officer chose wins."""
    found = {
        fold(clean(heading)): reading.columns[column]
        for column, heading in reading.headings.items()
        if column in reading.columns and "|" not in reading.columns[column]
    }
    return found | dict(chosen)
