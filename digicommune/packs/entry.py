"""The pack of entering figures: send-by days, the jump that asks for a note, reminder words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.domain.calendar import SendBy
from digicommune.domain.reminders import ReminderWords
from digicommune.packs.reading import bad_pack, read_pack
from digicommune.settings import resources

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class EntryPack:
    """What an office starts from; its own settings stand before it."""

    code: str
    title: str
    jump_percent: int
    send_by: SendBy
    reminder: ReminderWords


def load_entry(path: Path) -> EntryPack:
    """Reads and checks the pack; raises ``UserError`` ``bad_pack``."""
    pack = read_pack(path, EntryPack)
    if pack.jump_percent < 1 or min(pack.send_by.villages, pack.send_by.commune) < 0:
        raise bad_pack(path, "số ngày và mức nhảy số không được âm", None)
    return pack


def shipped_entry() -> EntryPack:
    """The pack that comes with the program."""
    return load_entry(resources() / "packs" / "entry.toml")
