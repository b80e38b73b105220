"""The pack of the digital teams: their size, and what they help people with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.domain.teams import Service
from digicommune.packs.reading import bad_pack, read_pack
from digicommune.settings import resources

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class TeamPack:
    """What an office starts from; a team outside the size is told, never refused."""

    code: str
    title: str
    legal_basis: str
    least_members: int
    most_members: int
    service: tuple[Service, ...]
    verified: bool = False

    def name_of(self, code: str) -> str:
        """A service's name; its code where the pack no longer knows it."""
        return next((one.name for one in self.service if one.code == code), code)


def load_teams(path: Path) -> TeamPack:
    """Reads and checks the pack; raises ``UserError`` ``bad_pack``."""
    pack = read_pack(path, TeamPack)
    if not 1 <= pack.least_members <= pack.most_members:
        raise bad_pack(path, "cỡ tổ ít nhất phải từ 1 và không quá cỡ tổ nhiều nhất", None)
    codes = [one.code for one in pack.service]
    twins = sorted({one for one in codes if codes.count(one) > 1})
    if twins:
        raise bad_pack(path, f"service trùng mã {', '.join(twins)}", None)
    return pack


def shipped_teams() -> TeamPack:
    """The pack that comes with the program."""
    return load_teams(resources() / "packs" / "teams.toml")
