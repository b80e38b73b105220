"""Finds the signer a paper is to have: asked by operations of an open unit; it keeps none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from digicommune.domain.signers import CHAIRMAN, OfficeSigner
from digicommune.domain.snapshot import SnapshotSigner
from digicommune.errors import UserError
from digicommune.packs.packs import Signer, shipped_office

if TYPE_CHECKING:
    from digicommune.db.unit import Unit

SIGNERS = "signers"


@dataclass(frozen=True, slots=True)
class KeptSigners:
    """What an office keeps of its signers: names by person, and the forms it added."""

    names: dict[str, str] = field(default_factory=dict)
    own: tuple[OfficeSigner, ...] = ()


def kept(unit: Unit) -> KeptSigners:
    """Nothing until the office says."""
    said = unit.office.setting(SIGNERS)
    return msgspec.json.decode(said, type=KeptSigners) if said else KeptSigners()


def signers_of(unit: Unit) -> tuple[OfficeSigner, ...]:
    """All forms the office can sign in: the pack's with its people's names, then its own."""
    commune, own = unit.office.commune(), kept(unit)
    names = {CHAIRMAN: commune.chairman or "", **own.names}
    capitals = commune.title.upper()
    return (*(_of_pack(one, names, capitals) for one in shipped_office().signer), *own.own)


def _of_pack(one: Signer, names: dict[str, str], commune: str) -> OfficeSigner:
    return OfficeSigner(
        one.role,
        one.title,
        one.capacity,
        names.get(one.person, ""),
        one.office.replace("{XA}", commune),
        one.person,
        one.names,
        verified=one.verified,
    )


def find_signer(unit: Unit, asked: str) -> OfficeSigner:
    """By role, by-name or title; raises ``UserError`` ``signer_unknown``."""
    known = signers_of(unit)
    found = next((one for one in known if one.called(asked)), None)
    if found is None:
        roles = ", ".join(one.role for one in known)
        raise UserError(
            "signer_unknown",
            f"Không có vai trò ký “{asked}”.",
            f"Dùng một trong các vai trò: {roles}.",
            role=asked,
            known=roles,
        )
    return found


def signer_for(unit: Unit, role: str) -> SnapshotSigner:
    """The signature block of a role, to be frozen; raises ``UserError`` ``signer_unknown``."""
    found = find_signer(unit, role)
    return SnapshotSigner(found.capacity, found.name, found.office)
