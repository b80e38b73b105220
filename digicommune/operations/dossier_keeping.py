"""Keeps a step of a dossier in an open unit: asked by operations; a decision enters the register.

It refuses what cannot be true and the blanking of a decision that stands in the register.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from digicommune.domain.dossier import (
    STEP_NAMES,
    Decision,
    DossierKey,
    Kept,
    Step,
    StepCode,
    code_of,
)
from digicommune.domain.dossier_faults import Fault, FaultKind, faults
from digicommune.domain.recognition import Recognition
from digicommune.domain.text import bare_code
from digicommune.errors import UserError
from digicommune.operations.recognising import authorities

if TYPE_CHECKING:
    from digicommune.db.unit import Unit

_CODES: dict[FaultKind, str] = {
    "sum": "dossier_sum",
    "more": "dossier_more",
    "order": "dossier_order",
    "twice": "dossier_twice",
    "negative": "dossier_negative",
}
_ADVICE: dict[FaultKind, str] = {
    "sum": "Đối chiếu lại biên bản rồi sửa số cho khớp.",
    "more": "Đối chiếu lại biên bản rồi sửa số cho khớp.",
    "order": "Sửa lại ngày hoặc giờ cho đúng thứ tự.",
    "twice": "Giữ một dòng, bỏ dòng ghi lặp.",
    "negative": "Gõ lại số, chỉ gồm chữ số.",
}


def refuse_faults(step: Step) -> None:
    """Raises ``UserError`` of the first thing in a step that cannot be true, with its field."""
    for fault in faults(step):
        raise _refusal(code_of(step), fault)


def keep_step(unit: Unit, key: DossierKey, step: Step, version: int) -> Kept:
    """Keeps a tidy step, notes what changed; a decision with number and day enters the register."""
    before = unit.dossiers.get(key).step(code_of(step))
    kept = unit.dossiers.save(key, step, version)
    subject = f"dossier:{key.set_code}:{key.period}:{key.village_id}:{code_of(step)}"
    told = _changed(before, step)
    unit.journal.note("dossier", subject, told[0], told[1])
    if isinstance(step, Decision):
        _register_decision(unit, key, step)
    return kept


def recognition_of(unit: Unit, key: DossierKey) -> Recognition | None:
    """The register's line this dossier led to."""
    return next(
        (
            one
            for one in unit.recognitions.all()
            if (one.set_code, one.period, one.village_id)
            == (key.set_code, key.period, key.village_id)
        ),
        None,
    )


def _register_decision(unit: Unit, key: DossierKey, decision: Decision) -> None:
    """A decision with number and day stands in the register; one that stands is not blanked."""
    if decision.number and decision.dated is not None:
        _into_register(unit, key, decision)
        return
    known = recognition_of(unit, key)
    if known is not None:
        raise UserError(
            "dossier_decided",
            f"Quyết định số {known.number} của thôn này đã vào sổ công nhận.",
            "Sửa số và ngày cho đúng thay vì xóa; nếu đã thu hồi thì ghi ở sổ công nhận.",
            number=known.number,
        )


def _changed(before: Step, after: Step) -> tuple[dict[str, object], dict[str, object]]:
    """The fields that differ, before and after, for the journal."""
    old: dict[str, Any] = msgspec.to_builtins(before)
    new: dict[str, Any] = msgspec.to_builtins(after)
    names = [one for one in new if new[one] != old.get(one)]
    return {one: old.get(one) for one in names}, {one: new[one] for one in names}


def _refusal(step: StepCode, fault: Fault) -> UserError:
    return UserError(
        _CODES[fault.kind],
        f"{STEP_NAMES[step]}: {fault.said}.",
        _ADVICE[fault.kind],
        step=step,
        field=fault.field,
        said=fault.said,
    )


def _into_register(unit: Unit, key: DossierKey, decision: Decision) -> None:
    """Enters the decision, or corrects the line it already led to; a revocation is kept."""
    assert decision.dated is not None
    known = recognition_of(unit, key) or _entered_by_hand(unit, key, decision)
    usual = authorities(unit, decision.dated)[0]
    new = Recognition(
        recognition_id=known.recognition_id if known else 0,
        village_id=key.village_id,
        set_code=key.set_code,
        number=decision.number,
        dated=decision.dated,
        authority=decision.authority or usual.body,
        level=decision.level or usual.code,
        set_sha=known.set_sha if known else unit.criteria.digests().get(key.set_code, ""),
        period=key.period,
        valid_until=decision.valid_until,
        recheck_on=decision.recheck_on,
        revoked=known.revoked if known else None,
        note=decision.note,
        version=known.version if known else 0,
    )
    if new == known:
        return
    saved = unit.recognitions.save(new)
    before = msgspec.to_builtins(known) if known else None
    subject = f"recognition:{saved.recognition_id}"
    unit.journal.note("recognise", subject, before, msgspec.to_builtins(saved))


def _entered_by_hand(unit: Unit, key: DossierKey, decision: Decision) -> Recognition | None:
    """The same decision, where somebody put it into the register before."""
    same = (key.village_id, decision.dated, bare_code(decision.number))
    for one in unit.recognitions.all():
        if (one.village_id, one.dated, bare_code(one.number)) == same:
            return one
    return None
