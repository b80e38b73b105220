"""Backs the office up and brings a backup back as a new file; it never writes over one."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from digicommune.db.store import Store, copy_of
from digicommune.operations.shipped_packs import renew_packs

if TYPE_CHECKING:
    from digicommune.domain.registers import CheckLine
    from digicommune.domain.villages import Commune


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A checked copy of the office file; ``size`` in bytes."""

    path: Path
    size: int


@dataclass(frozen=True, slots=True)
class Restored:
    """What a backup holds, looked at in a copy brought to the newest schema."""

    commune: Commune
    checks: tuple[CheckLine, ...]
    upgraded: bool  # it was of an older program
    kept: bool  # whether the file was written, or only looked at

    @property
    def sound(self) -> bool:
        """Whether every examination passed."""
        return all(one.ok for one in self.checks)


def back_up(store: Store, to: Path) -> BackupMade:
    """A whole copy made while others may write; raises ``UserError`` ``backup_failed`` …"""
    store.backup(to)
    with store.unit() as unit:
        unit.journal.note("backup", "office", before=None, after={"file": to.name})
    return BackupMade(to, to.stat().st_size)


def restore(backup: Path, to: Path, *, look_only: bool = False) -> Restored:
    """Brings a backup back as the new file ``to``, examined before it takes that name.

    With ``look_only`` nothing is left behind. A copy that fails its examination is not kept. Raises
    ``UserError`` ``database_exists`` where ``to`` is taken, ``not_a_database``, ``database_newer``.
    """
    # Beside its place and under another name: nobody opens what is not yet examined.
    fresh = to.with_name(f".{to.name}.{secrets.token_hex(4)}.new")
    try:
        copy_of(backup, fresh, taking=to)
        found = _examined(fresh)
        if look_only or not found.sound:
            return found
        fresh.rename(to)
        return Restored(found.commune, found.checks, found.upgraded, kept=True)
    finally:
        for end in ("", "-wal", "-shm"):
            fresh.with_name(fresh.name + end).unlink(missing_ok=True)


def _examined(fresh: Path) -> Restored:
    with Store.open(str(fresh)) as store:
        renew_packs(store)
        with store.glance() as unit:
            commune = unit.office.commune()
        checks, before_upgrade = store.check(), store.upgraded_from
    if before_upgrade is not None:
        before_upgrade.unlink(missing_ok=True)  # the backup itself is that copy
    return Restored(commune, checks, before_upgrade is not None, kept=False)
