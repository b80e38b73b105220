"""The office's signers: whose name stands under which form, and forms of the office's own.

A paper freezes its signer when it is made: a new chairman changes no paper made before.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from digicommune.domain.signers import CHAIRMAN, OfficeSigner, role_from, written
from digicommune.errors import UserError
from digicommune.operations.signer_choice import (
    SIGNERS,
    KeptSigners,
    find_signer,
    kept,
    signers_of,
)

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.db.unit import Unit

LONGEST = 50  # letters of a name: Decree 30/2020, Annex VI, FullName


def lines(store: Store) -> tuple[OfficeSigner, ...]:
    """The forms of signing, the pack's first, as a paper made now would have them."""
    with store.glance() as unit:
        return signers_of(unit)


def name(store: Store, role: str, full_name: str) -> tuple[OfficeSigner, ...]:
    """Gives the person of a role a name; all forms the same person signs get it.

    An empty name is left to be written by hand. Raises ``UserError`` ``signer_unknown``,
    ``signer_name_long``.
    """
    typed = " ".join(full_name.split())
    if len(typed) > LONGEST:
        raise UserError(
            "signer_name_long",
            f"Họ tên người ký dài {len(typed)} chữ, quá mức {LONGEST}.",
            "Ghi họ và tên đầy đủ, không ghi học hàm, học vị.",
            length=len(typed),
            most=LONGEST,
        )
    with store.unit() as unit:
        chosen = find_signer(unit, role)
        _rename(unit, chosen, typed)
        subject = f"signer:{chosen.role}"
        unit.journal.note("signer", subject, {"name": chosen.name}, {"name": typed})
        return signers_of(unit)


def _rename(unit: Unit, chosen: OfficeSigner, typed: str) -> None:
    known = kept(unit)
    if chosen.own:
        own = tuple(replace(one, name=typed) if one == chosen else one for one in known.own)
        _keep(unit, KeptSigners(known.names, own))
    elif chosen.person == CHAIRMAN:
        unit.office.save_commune(replace(unit.office.commune(), chairman=typed or None))
    else:
        _keep(unit, KeptSigners({**known.names, chosen.person: typed}, known.own))


def add(store: Store, signer: OfficeSigner) -> tuple[OfficeSigner, ...]:
    """Adds a form of signing: a second vice chairman, a delegation; its role comes of its title.

    Raises ``UserError`` ``signer_incomplete``, ``signer_known``.
    """
    new = written(replace(signer, role=role_from(signer.title), own=True))
    if not new.title or not new.capacity or not new.role:
        raise UserError(
            "signer_incomplete",
            "Thể thức ký chưa đủ.",
            "Ghi tên gọi và ít nhất một dòng chức vụ, ví dụ “KT. CHỦ TỊCH” và “PHÓ CHỦ TỊCH”.",
        )
    with store.unit() as unit:
        twin = next((one for one in signers_of(unit) if one.called(new.role)), None)
        if twin is not None:
            raise UserError(
                "signer_known",
                f"Đã có thể thức ký “{twin.title}”.",
                "Đặt tên gọi khác, ví dụ thêm họ tên người ký.",
                title=twin.title,
            )
        known = kept(unit)
        _keep(unit, KeptSigners(known.names, (*known.own, new)))
        unit.journal.note("signer", f"signer:{new.role}", None, {"capacity": new.capacity})
        return signers_of(unit)


def remove(store: Store, role: str) -> tuple[OfficeSigner, ...]:
    """Takes a form the office added away.

    Raises ``UserError``: ``signer_unknown``, ``signer_fixed`` of a form of the program's.
    """
    with store.unit() as unit:
        chosen = find_signer(unit, role)
        if not chosen.own:
            raise UserError(
                "signer_fixed",
                f"“{chosen.title}” là thể thức ký có sẵn, không bỏ được.",
                "Chỉ bỏ được thể thức do văn phòng thêm; thể thức có sẵn thì đổi họ tên.",
                title=chosen.title,
            )
        known = kept(unit)
        rest = tuple(one for one in known.own if one.role != chosen.role)
        _keep(unit, KeptSigners(known.names, rest))
        unit.journal.note("signer", f"signer:{chosen.role}", {"title": chosen.title}, None)
        return signers_of(unit)


def _keep(unit: Unit, signers: KeptSigners) -> None:
    unit.office.set_setting(SIGNERS, msgspec.json.encode(signers).decode())
