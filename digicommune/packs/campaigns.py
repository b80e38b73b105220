"""The pack of bank campaigns: the outcomes a bank tells in numbers; it counts nobody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.domain.campaigns import Outcome
from digicommune.packs.reading import bad_pack, read_pack
from digicommune.settings import resources

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class CampaignPack:
    """What may come of a person at a session who got no account."""

    code: str
    title: str
    outcome: tuple[Outcome, ...]
    verified: bool = False


def load_campaigns(path: Path) -> CampaignPack:
    """Reads and checks the pack; raises ``UserError`` ``bad_pack``."""
    pack = read_pack(path, CampaignPack)
    codes = [one.code for one in pack.outcome]
    if len(codes) != len(set(codes)):
        raise bad_pack(path, "hai kết quả mang cùng một mã", None)
    return pack


def shipped_campaigns() -> CampaignPack:
    """The pack that comes with the program."""
    return load_campaigns(resources() / "packs" / "campaigns.toml")
