"""Which villages still owe figures of a period: asked of an open unit, itself no operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.domain.calendar import due_of
from digicommune.domain.reminders import Missing, MissingVillage
from digicommune.operations.due_dates import send_by_of
from digicommune.settings import today

if TYPE_CHECKING:
    from digicommune.domain.figures import TypedFigure
    from digicommune.operations.ledger import Ledger


def owing(ledger: Ledger) -> Missing:
    """Asked of villages: what no register counts and nobody typed for the commune as a whole."""
    asked = [
        one
        for one in ledger.indicators
        if one.register is None and _absent(ledger.typed.get((one.code, None)))
    ]
    owing = []
    for village in ledger.villages:
        keys = [(one, (one.code, village.village_id)) for one in asked]
        lacks = tuple(one.name for one, key in keys if _absent(ledger.typed.get(key)))
        if lacks:
            owing.append(MissingVillage(village.village_id, village.name, lacks, len(asked)))
    rule = send_by_of(ledger.unit)
    due = due_of(ledger.period, rule, "open", today())
    left = (due.villages_on - today()).days
    return Missing(ledger.period.title, due.villages_on, left, tuple(owing), len(ledger.villages))


def _absent(typed: TypedFigure | None) -> bool:
    return typed is None or typed.status == "blank"
