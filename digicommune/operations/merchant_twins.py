"""Shops that are perhaps entered twice: found, asked about, made one; it decides nothing itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from digicommune.domain.merchant_cards import twins_among
from digicommune.errors import UserError
from digicommune.operations.merchant_edits import CODE_FIELDS, told
from digicommune.operations.merchants import found_merchant

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.merchant_cards import Twins
    from digicommune.domain.merchants import Merchant

__all__ = ["merge", "twins"]

FILLED: Final = (
    "owner", "village_id", "tax_code", "cccd", "phone", "address", "line", "note", "sound_box",
)  # fmt: skip
MOST: Final = 500


def twins(store: Store) -> tuple[Twins, ...]:
    """Groups of shops of one tax code, one phone, or one name, owner and village."""
    with store.glance() as unit:
        return twins_among(unit.merchants.match_index().rows)[:MOST]


def merge(store: Store, keep: int, gone: int) -> Merchant:
    """Makes two entries of one shop one: what the kept one lacks comes from the other.

    A code and the steps of rounds go over; the other entry stays in the history. Raises
    ``UserError`` ``two_tax_codes`` where both bear a tax code of the same kind and they differ.
    """
    with store.unit() as unit:
        one, other = found_merchant(unit, keep), found_merchant(unit, gone)
        _refuse_two(one, other)
        unit.merchants.put_away([gone], merged_into=keep)
        filled = _filled(one, other)
        newest = _hand_over(unit, one, other)
        saved = replace(one, **filled, **newest)  # type: ignore[arg-type]
        if saved != one:
            saved = unit.merchants.update(saved)
        was, now = told(one), told(saved)
        unit.journal.note(
            "merge",
            f"merchant:{keep}",
            {"gone": gone, **told(other)},
            {key: str(now[key]) for key in now if now[key] != was[key]},
        )
    return saved


def _refuse_two(one: Merchant, other: Merchant) -> None:
    """An old code of 10 digits and the owner's 12 may be of one shop; two of one kind are not."""
    first, second = one.tax_code, other.tax_code
    if first and second and first != second and len(first) == len(second):
        raise UserError(
            "two_tax_codes",
            f"{one.name} và {other.name} có hai mã số thuế khác nhau.",
            "Hai mã khác nhau là hai hộ; sửa mã sai trước nếu đúng là một hộ.",
        )


def _filled(one: Merchant, other: Merchant) -> dict[str, object]:
    found = {key: getattr(other, key) for key in FILLED if getattr(one, key) is None}
    if one.stall == "unknown":
        found["stall"] = other.stall
    if one.revenue == "unknown":
        found["revenue"] = other.revenue
    if one.qr_state == "none" and other.qr_state != "none":
        code = ("qr_state", "qr_source", *CODE_FIELDS)
        found |= {key: getattr(other, key) for key in code}
    return found


def _hand_over(unit: Unit, one: Merchant, other: Merchant) -> dict[str, object]:
    """The steps of the other entry become those of the kept one; what the newest says."""
    for step in reversed(unit.merchants.visits(other.merchant_id)):
        number = unit.ids.block("merchant_visits", 1)[0]
        unit.merchants.add_visit(step._replace(merchant_id=one.merchant_id, visit_id=number))
    steps = unit.merchants.visits(one.merchant_id)
    return {"visit": steps[0].state, "visit_on": steps[0].held_on} if steps else {}
