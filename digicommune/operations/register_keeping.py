"""What the registers of people and of shops keep alike: numbers typed, edits noted and read back.

Asked by operations that hold an open unit; it writes the journal and neither register.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from digicommune.domain.identity import IdentityError, read_identity
from digicommune.domain.phones import read_phone
from digicommune.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from digicommune.db.unit import Unit
    from digicommune.domain.registers import JournalEntry

__all__ = [
    "Noted", "TakenBack", "day_of", "newest", "note_change", "note_each", "plain_cccd",
    "plain_phone", "read_noted", "still_so", "values_of", "what_changed",
]  # fmt: skip

Noted = dict[str, Any]


# --- numbers as an officer types them ---


def plain_cccd(text: str | None) -> str | None:
    """The 12 digits of a personal number, None where nothing is typed.

    Raises ``UserError`` ``cccd_wrong``.
    """
    if not text or not text.strip():
        return None
    try:
        key, number, _ = read_identity(text)
    except IdentityError:
        key, number = "", ""
    if key != "cccd":
        raise UserError(
            "cccd_wrong",
            f"Số CCCD “{text.strip()}” không đúng 12 chữ số.",
            "Xem lại thẻ rồi gõ đủ 12 số.",
            value=text.strip(),
        )
    return number


def plain_phone(text: str | None) -> str | None:
    """The 10 digits of a phone number, None where nothing is typed.

    Raises ``UserError`` ``phone_wrong``.
    """
    if not text or not text.strip():
        return None
    number, _ = read_phone(text)
    if number is None:
        raise UserError(
            "phone_wrong",
            f"Số điện thoại “{text.strip()}” không đúng.",
            "Gõ 10 chữ số bắt đầu bằng 0.",
            value=text.strip(),
        )
    return number


# --- what the journal is told ---


def what_changed(
    was: Mapping[str, object], now: Mapping[str, object]
) -> tuple[dict[str, object], dict[str, object]]:
    """Before and after of those values that are no longer the same."""
    changed = [key for key in now if now[key] != was[key]]
    return {key: was[key] for key in changed}, {key: now[key] for key in changed}


def note_change(
    unit: Unit, subject: str, was: Mapping[str, object], now: Mapping[str, object]
) -> None:
    """Notes an edited card: ``subject`` is "person:12", and its first word the action."""
    unit.journal.note(subject.partition(":")[0], subject, *what_changed(was, now))


def note_each(unit: Unit, action: str, kind: str, numbers: Iterable[int]) -> None:
    """Notes one thing done to several entries of a register, each by itself."""
    unit.journal.note_many([(action, f"{kind}:{number}", None, None) for number in numbers])


# --- taking an edit back ---


class TakenBack(NamedTuple):
    """What taking an edit back did: a sentence, and whether the entry is in the register now."""

    message: str
    there: bool


def newest(unit: Unit, subject: str, actions: Container[str]) -> JournalEntry | None:
    """The last entry on a subject that is one of these actions."""
    return next((one for one in unit.journal.of(subject) if one.action in actions), None)


def read_noted(text: str | None) -> Noted:
    """One side of a journal entry; nothing where there is none."""
    return msgspec.json.decode(text) if text else {}


def still_so(now: Mapping[str, object], left: Noted) -> bool:
    """Whether an entry's values are those an edit left, as the journal writes them."""
    return all(_noted(now[key]) == value for key, value in left.items())


def values_of(noted: Noted, days: Container[str]) -> dict[str, Any]:
    """What was noted as the register keeps it: days are days again."""
    return {key: day_of(value) if key in days else value for key, value in noted.items()}


def day_of(value: object) -> date | None:
    """A day from the journal's text."""
    return date.fromisoformat(str(value)) if value else None


def _noted(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
