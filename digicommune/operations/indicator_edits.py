"""Writes an office's own indicators, new dated versions of the pack's, and targets; no figures."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from digicommune.domain.indicator_cards import IndicatorCard, IndicatorCards, IndicatorDraft
from digicommune.domain.indicators import Base, Indicator, Target
from digicommune.domain.periods import parse_period, period_of
from digicommune.domain.text import clean, fold
from digicommune.errors import UserError
from digicommune.settings import today

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit

__all__ = ["IndicatorCards", "IndicatorDraft", "Target", "cards", "save", "set_target"]

OWN_CODE: Final = "CT"  # CT01, CT02 … are the office's own
MOST_DECIMALS: Final = 4


def cards(store: Store, period_code: str | None = None) -> IndicatorCards:
    """Every indicator as it holds at a period's end (None: today), with its year's targets."""
    with store.glance() as unit:
        period = parse_period(period_code) if period_code else period_of(today(), "month")
        every, targets = unit.indicators.every(), unit.indicators.targets(period.year)
        bases = unit.indicators.bases()
        made = tuple(
            _card(one, bases, every, targets) for one in unit.indicators.definitions(period.end)
        )
        villages = tuple(one for one in unit.villages.all() if one.stands_on(period.end))
        return IndicatorCards(period.year, made, villages, bases)


def _card(
    one: Indicator, bases: Sequence[Base], every: Sequence[Indicator], targets: Sequence[Target]
) -> IndicatorCard:
    known = {base.code: base for base in bases}
    versions = [each for each in every if each.code == one.code]
    versions.sort(key=lambda each: (each.valid_from is not None, each.valid_from))
    return IndicatorCard(
        one,
        tuple(known[code] for code in one.bases if code in known),
        tuple(versions),
        {each.village_id: each for each in targets if each.indicator == one.code},
    )


def save(store: Store, draft: IndicatorDraft) -> Indicator:
    """Keeps a new indicator, or a version that holds from its day on; periods before keep theirs.

    Raises ``UserError``: ``indicator_nameless``, ``indicator_name_taken``, ``indicator_decimals``,
    ``indicator_days``, ``indicator_unknown``.
    """
    draft = replace(draft, name=clean(draft.name), base=clean(draft.base))
    _check(draft)
    with store.unit() as unit:
        before = _standing(unit, draft)
        base = _base(unit, draft)
        made = _made(draft, before, base, _code(unit, draft))
        unit.indicators.define(made)
        old = {"name": before.name} if before is not None else None
        told = {"name": made.name, "from": draft.valid_from.isoformat(), "base": base}
        unit.journal.note("indicator", f"indicator:{made.code}", old, told)
    return made


def _check(draft: IndicatorDraft) -> None:
    if not draft.name or not draft.base or not clean(draft.unit):
        raise UserError(
            "indicator_nameless",
            "Chỉ tiêu chưa có tên, đơn vị hoặc mẫu số.",
            "Điền đủ tên, đơn vị tính và mẫu số rồi lưu.",
        )
    if not 0 <= draft.decimals <= MOST_DECIMALS:
        raise UserError(
            "indicator_decimals",
            f"Số chữ số thập phân {draft.decimals} không dùng được.",
            f"Chọn từ 0 đến {MOST_DECIMALS}.",
            decimals=draft.decimals,
        )
    if draft.valid_to is not None and draft.valid_to < draft.valid_from:
        raise UserError(
            "indicator_days",
            "Ngày hết hiệu lực trước ngày bắt đầu.",
            "Chọn lại hai ngày.",
        )


def _standing(unit: Unit, draft: IndicatorDraft) -> Indicator | None:
    definitions = unit.indicators.definitions()
    same = [one for one in definitions if fold(one.name) == fold(draft.name)]
    if any(one.code != draft.code for one in same):
        raise UserError(
            "indicator_name_taken",
            f"Đã có chỉ tiêu tên “{draft.name}” (mã {same[0].code}).",
            "Sửa chỉ tiêu đó, hoặc đặt tên khác.",
            name=draft.name,
            indicator=same[0].code,
        )
    if draft.code is None:
        return None
    found = next((one for one in definitions if one.code == draft.code), None)
    if found is None:
        known = ", ".join(one.code for one in definitions)
        raise UserError(
            "indicator_unknown",
            f"Không có chỉ tiêu mã “{draft.code}”.",
            f"Dùng một trong các mã: {known}.",
            indicator=draft.code,
            known=known,
        )
    return found


def _base(unit: Unit, draft: IndicatorDraft) -> str:
    """The code of the base: one there is, or a new one of the office's own."""
    bases = unit.indicators.bases()
    for one in bases:
        if draft.base == one.code or fold(draft.base) == fold(one.name):
            return one.code
    numbers = [int(one.code[3:]) for one in bases if re.fullmatch(r"ms_\d+", one.code)]
    made = Base(f"ms_{max(numbers, default=0) + 1:02d}", draft.base, clean(draft.unit), own=True)
    unit.indicators.add_base(made)
    return made.code


def _code(unit: Unit, draft: IndicatorDraft) -> str:
    if draft.code is not None:
        return draft.code
    pattern = re.compile(rf"{OWN_CODE}(\d+)")
    found = [pattern.fullmatch(one.code) for one in unit.indicators.every()]
    return f"{OWN_CODE}{max([int(m[1]) for m in found if m], default=0) + 1:02d}"


def _made(draft: IndicatorDraft, before: Indicator | None, base: str, code: str) -> Indicator:
    """The register and the pack's target stay with an indicator that has them."""
    others = tuple(one for one in before.bases if one != base) if before is not None else ()
    return Indicator(
        code=code,
        name=draft.name,
        unit=clean(draft.unit),
        numerator=clean(draft.numerator),
        denominator=clean(draft.denominator),
        bases=(base, *others),
        decimals=draft.decimals,
        register=before.register if before is not None else None,
        target=before.target if before is not None else None,
        legal_basis=clean(draft.legal_basis),
        source=clean(draft.source),
        valid_from=draft.valid_from,
        valid_to=draft.valid_to,
        verified=draft.verified,
        own=True,
    )


def set_target(store: Store, target: Target) -> None:
    """Keeps a year's target of the commune or a village; an empty percent takes it out.

    Percent from 0 to 100 with comma or dot. Raises ``UserError`` ``target_not_percent``.
    """
    percent = _percent(target.percent)
    subject = f"target:{target.indicator}:{target.year}:{target.village_id or 'commune'}"
    with store.unit() as unit:
        before = {
            (one.indicator, one.village_id): one.percent
            for one in unit.indicators.targets(target.year)
        }.get((target.indicator, target.village_id))
        if percent is None:
            unit.indicators.remove_target(target)
        else:
            unit.indicators.set_target(replace(target, percent=percent, basis=clean(target.basis)))
        unit.journal.note("target", subject, {"percent": before}, {"percent": percent})


def _percent(text: str) -> str | None:
    tidy = clean(text).replace("%", "").replace(",", ".").strip()
    if not tidy:
        return None
    try:
        found = Decimal(tidy)
    except InvalidOperation:
        found = Decimal(-1)
    if not found.is_finite() or not 0 <= found <= 100:
        raise UserError(
            "target_not_percent",
            f"Mục tiêu “{text}” không phải là tỷ lệ từ 0 đến 100.",
            "Gõ lại, ví dụ 80 hoặc 82,5.",
            text=text,
        )
    return format(found.normalize(), "f")
