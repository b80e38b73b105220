"""Writes typed figures with their journal in one go: asked by operations, itself none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.domain.edits import Edit, key_of
from digicommune.domain.figures import TypedFigure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digicommune.db.unit import Unit
    from digicommune.domain.entry_rules import Parts


def keep_edits(unit: Unit, edits: Sequence[Edit]) -> None:
    """Puts what stands after each edit in its place; blank takes the figure out."""
    unit.figures.set_many(_typed(one) for one in edits if not one.after.is_blank)
    unit.figures.delete_many(key_of(one.subject) for one in edits if one.after.is_blank)
    unit.journal.note_many(
        [("figure", one.subject, told(one.before), told(one.after)) for one in edits]
    )


def _typed(edit: Edit) -> TypedFigure:
    parts = edit.after
    return TypedFigure(
        key_of(edit.subject), parts.numerator, parts.denominator, parts.status, parts.note
    )


def told(parts: Parts) -> dict[str, object] | None:
    """A figure's parts as the journal keeps them."""
    if parts.is_blank:
        return None
    found: dict[str, object] = {
        "numerator": parts.numerator,
        "denominator": parts.denominator,
        "status": parts.status,
    }
    return {**found, "note": parts.note} if parts.note else found
