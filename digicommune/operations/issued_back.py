"""Tells a dossier the number and day its paper was issued with: asked by issuing, in its unit.

What is issued is true: number and day stand before what was typed into the step. A day that the
dossier's other days cannot agree with is refused, and nothing is issued.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from digicommune.documents import dossier_kinds
from digicommune.domain.dossier_snapshot import dossier_from_json
from digicommune.operations.dossier_keeping import keep_step, refuse_faults

if TYPE_CHECKING:
    from digicommune.db.unit import Unit
    from digicommune.domain.issued import IssuedPaper
    from digicommune.domain.registers import DocumentRecord


def tell_dossier(unit: Unit, record: DocumentRecord, paper: IssuedPaper) -> None:
    """The step of the paper gets its number and day; a decision gets into the register by that.

    Raises ``UserError`` ``dossier_order`` where the day falls after one it must come before.
    """
    code = dossier_kinds.step_of(record.kind) if record.kind in dossier_kinds.KINDS else None
    if code is None:
        return
    key = dossier_from_json(record.snapshot).dossier.key
    kept = unit.dossiers.get(key)
    step = kept.step(code)
    given = {"number": paper.full_number, "dated": paper.issued_on}
    known = {name: value for name, value in given.items() if hasattr(step, name)}
    changed = replace(step, **known)  # type: ignore[arg-type]
    if changed == step:
        return
    refuse_faults(changed)
    keep_step(unit, key, changed, kept.version(code))
