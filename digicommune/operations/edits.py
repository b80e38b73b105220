"""Takes ordinary edits of figures back or does them again; refuses what was changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.domain.edits import Applied, Edit, key_of
from digicommune.domain.entry_rules import parts_of
from digicommune.operations.figure_keeping import keep_edits
from digicommune.operations.locking import refuse_closed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digicommune.db.store import Store

__all__ = ["Applied", "Edit", "apply", "undo"]


def undo(store: Store, edits: Sequence[Edit]) -> Applied:
    """Puts back what stood before, where what the edit left still stands."""
    return apply(store, [one.reverse for one in reversed(edits)])


def apply(store: Store, edits: Sequence[Edit]) -> Applied:
    """Does edits in one transaction; each only if what it starts from still stands.

    Refuses a closed period (``UserError`` ``period_locked``). Journalled as any other edit.
    """
    keys = [key_of(one.subject) for one in edits]
    with store.unit() as unit:
        for period in sorted({one.period for one in keys}):
            refuse_closed(unit, period)
        stands = {
            one.key: parts_of(one)
            for period in {one.period for one in keys}
            for one in unit.figures.typed(period)
        }
        still = [
            stands.get(key, parts_of(None)) == e.before for key, e in zip(keys, edits, strict=True)
        ]
        done = tuple(one for one, yes in zip(edits, still, strict=True) if yes)
        keep_edits(unit, done)
    stale = tuple(one for one, yes in zip(edits, still, strict=True) if not yes)
    return Applied(done, stale)
