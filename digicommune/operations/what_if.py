"""What would become of a village if figures were others, exactly; it keeps nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.domain.criteria import CriteriaSet
from digicommune.domain.criteria_judging import Given
from digicommune.domain.gaps import VillageGaps, gaps_of
from digicommune.domain.numbers import vi_int
from digicommune.domain.periods import Period, parse_period
from digicommune.domain.what_if import (
    Supposed,
    WhatIf,
    as_supposed,
    beyond,
    closing,
    least_more,
    what_if,
)
from digicommune.errors import UserError
from digicommune.operations.judging import (
    find_criterion,
    find_set,
    given_of,
    judge_ledger,
    with_units,
)
from digicommune.operations.ledger import open_ledger

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digicommune.db.store import Store
    from digicommune.domain.villages import Village

__all__ = ["Supposed", "WhatIf"]


@dataclass(frozen=True, slots=True)
class Footing:
    """What a village is judged on, read once: to suppose this and that without asking again."""

    criteria_set: CriteriaSet
    period: Period
    village: Village
    given: Given


@dataclass(frozen=True, slots=True)
class Answered:
    """What is supposed, what it changes, what is lacking then, and the least that passes.

    ``least`` has, by indicator supposed, the least number more that meets all criteria judged on
    it. ``closing`` is what passes the village by its cheapest way; None where nobody can say.
    """

    village: Village
    supposed: Supposed
    found: WhatIf
    left: VillageGaps
    least: dict[str, int | None]
    closing: Supposed | None
    unfelt: tuple[str, ...] = ()  # codes supposed that move nothing: there is no figure of them


def footing(store: Store, set_code: str, period_code: str, village_id: int) -> Footing:
    """Everything a village is judged on in a period; raises ``village_gone``.

    Of a locked period: the figures, the set and the proofs as they were kept.
    """
    period = parse_period(period_code)
    with store.glance() as unit:
        ledger = open_ledger(unit, period)
        found = judge_ledger(ledger, find_set(unit, set_code))
        given = given_of(ledger, found)
        asked = with_units(ledger, found.criteria_set)
    village = next((one for one in ledger.villages if one.village_id == village_id), None)
    if village is None:
        raise UserError(
            "village_gone",
            "Thôn này không còn trong danh sách.",
            "Tải lại danh sách thôn rồi chọn lại.",
        )
    return Footing(asked, period, village, given[village_id])


def suppose(on: Footing, supposed: Supposed) -> Answered:
    """The village judged as supposed; raises ``what_if_beyond`` for a figure that cannot be."""
    village_id = on.village.village_id
    for one in beyond(on.criteria_set, as_supposed(on.criteria_set, on.given, supposed)):
        raise _beyond(one.code, one.numerator, one.denominator)
    found = what_if(on.criteria_set, village_id, on.given, supposed)
    return Answered(
        on.village,
        supposed,
        found,
        gaps_of(on.criteria_set, found.after),
        {code: least_more(found.before, on.criteria_set, code) for code in supposed.numerators},
        closing(gaps_of(on.criteria_set, found.before)),
        _unfelt(on, supposed),
    )


def _unfelt(on: Footing, supposed: Supposed) -> tuple[str, ...]:
    known = {
        one.indicator
        for one in on.criteria_set.criteria
        if (figure := on.given.figures.get(one.code)) and figure.denominator
    }
    return tuple(code for code in supposed.numerators if code not in known)


def codes_of(criteria_set: CriteriaSet, asked: Iterable[str]) -> tuple[str, ...]:
    """Codes of criteria as the set writes them; raises ``criterion_unknown``."""
    return tuple(find_criterion(criteria_set, one).code for one in asked)


def supposed_of(criteria_set: CriteriaSet, added: Mapping[str, int]) -> Supposed:
    """What numbers by code mean: of an indicator, or of a criterion (its indicator, its count).

    Raises ``what_if_unknown`` for a code the set judges by no number.
    """
    indicators = {(one.indicator or "").casefold(): one.indicator for one in criteria_set.criteria}
    criteria = {one.code.casefold(): one for one in criteria_set.criteria}
    numerators: dict[str, int] = {}
    counts: dict[str, int] = {}
    for code, more in added.items():
        one = criteria.get(code.casefold())
        indicator = indicators.get(code.casefold()) or (one.indicator if one else None)
        if indicator:
            numerators[indicator] = numerators.get(indicator, 0) + more
        elif one is not None and one.kind == "count":
            counts[one.code] = counts.get(one.code, 0) + more
        else:
            raise _unknown(criteria_set, code)
    return Supposed(numerators=numerators, counts=counts)


def _unknown(criteria_set: CriteriaSet, code: str) -> UserError:
    by_number = [one for one in criteria_set.criteria if one.kind in {"ratio", "count"}]
    known = ", ".join(dict.fromkeys(one.indicator or one.code for one in by_number))
    return UserError(
        "what_if_unknown",
        f"Bộ tiêu chí {criteria_set.code} không có chỉ tiêu hay tiêu chí đếm số nào mã “{code}”.",
        f"Dùng một trong các mã: {known}." if known else "Bộ này không có tiêu chí đếm số.",
        set=criteria_set.code,
        asked=code,
        known=known,
    )


def _beyond(code: str, numerator: int, denominator: int | None) -> UserError:
    told = (
        vi_int(numerator) if denominator is None else f"{vi_int(numerator)}/{vi_int(denominator)}"
    )
    return UserError(
        "what_if_beyond",
        f"Tiêu chí {code} thành {told}: không thể nhiều hơn tổng số hoặc ít hơn không.",
        "Ghi số cộng thêm nhỏ hơn, hoặc cộng thêm cả tổng số.",
        criterion=code,
        figure=told,
    )
