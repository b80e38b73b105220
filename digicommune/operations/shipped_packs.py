"""Puts the shipped definitions into an office, and again when the program brings newer ones.

What the office defined or changed itself is never touched: its own indicators stay, and so does a
criteria set that is no longer as it was shipped.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from digicommune.operations.ledger import RETIREMENT
from digicommune.packs.packs import load_criteria, load_indicators, shipped_banks
from digicommune.settings import resources

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.db.unit import Unit

DIGEST = "packs_sha256"  # the setting that keeps what was last put in
SETS = "criteria_as_shipped"  # code -> digest of each set as it was put in, JSON


def install_packs(unit: Unit) -> None:
    """Puts the shipped definitions into the office: indicators, bases, banks, criteria."""
    folder = resources() / "packs"
    pack = load_indicators(folder / "indicators.toml")
    unit.indicators.replace_definitions(pack.indicator, pack.base)
    unit.office.set_setting(RETIREMENT, msgspec.json.encode(pack.retirement.years).decode())
    unit.banks.replace_all(shipped_banks().banks())
    _install_criteria(unit)
    unit.office.set_setting(DIGEST, shipped_digest())


def _install_criteria(unit: Unit) -> None:
    kept = unit.office.setting(SETS)
    before = msgspec.json.decode(kept, type=dict[str, str]) if kept else None
    standing = unit.criteria.digests()
    shipped: dict[str, str] = {}
    for path in sorted((resources() / "packs" / "criteria").glob("*.toml")):
        one = load_criteria(path)
        now = standing.get(one.code)
        untouched = now is None or before is None or before.get(one.code) == now
        if untouched:
            shipped[one.code] = unit.criteria.save_set(one)
        elif before and one.code in before:
            shipped[one.code] = before[one.code]
    unit.office.set_setting(SETS, msgspec.json.encode(shipped).decode())


def renew_packs(store: Store) -> None:
    """Installs the shipped definitions where the office has older ones; waits for nobody."""
    with store.glance() as unit:
        if unit.office.setting(DIGEST) == shipped_digest():
            return
    with store.unit_if_free() as unit:
        if unit is not None:
            install_packs(unit)
            unit.journal.note("packs", "office", after={"packs": shipped_digest()[:12]})


@cache
def shipped_digest() -> str:
    """What the shipped definitions are told by: their files' contents."""
    folder = resources() / "packs"
    files = [folder / "indicators.toml", folder / "banks.toml"]
    files += sorted((folder / "criteria").glob("*.toml"))
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
