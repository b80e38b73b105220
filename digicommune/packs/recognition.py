"""The pack that says who recognises villages, at which level and since when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from digicommune.packs.reading import bad_pack, read_pack
from digicommune.settings import resources

if TYPE_CHECKING:
    from pathlib import Path

    from digicommune.domain.villages import Commune


@dataclass(frozen=True, slots=True)
class Authority:
    """A body that recognises; ``line`` stands above a decision's bases.

    ``submitter`` is who hands it the tờ trình, with ``symbol`` and ``capacity``: a section of the
    commune where the commune itself recognises; empty, it is the commune's committee.
    """

    code: str
    level: str
    body: str
    line: str
    addressee: str
    submitter: str = ""
    symbol: str = ""
    capacity: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    verified: bool = False

    def holds(self, day: date) -> bool:
        """Whether it recognises on a day, as far as the pack knows."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)

    def of(self, commune: Commune) -> Authority:
        """The same with the names of a commune filled in."""
        places = {
            "xa": commune.title,
            "XA": commune.title.upper(),
            "tinh": commune.province,
            "TINH": commune.province.upper(),
        }
        return replace(
            self,
            body=self.body.format_map(places),
            line=self.line.format_map(places),
            addressee=self.addressee.format_map(places),
        )


@dataclass(frozen=True, slots=True)
class RecognitionPack:
    """Who recognises, and after how many months a village is looked at again."""

    code: str
    title: str
    legal_basis: str
    recheck_months: int
    authority: tuple[Authority, ...]
    verified: bool = False

    def usual(self, day: date) -> Authority:
        """The first that holds on a day; the first of all where none does."""
        return next((one for one in self.authority if one.holds(day)), self.authority[0])


def load_recognition(path: Path) -> RecognitionPack:
    """Reads and checks the pack; raises ``UserError`` ``bad_pack``."""
    pack = read_pack(path, RecognitionPack)
    if not pack.authority:
        raise bad_pack(path, "chưa có cơ quan công nhận nào (authority)", None)
    if not 0 <= pack.recheck_months <= 600:
        raise bad_pack(path, "recheck_months cần từ 0 đến 600", None)
    codes = [one.code for one in pack.authority]
    twins = sorted({one for one in codes if codes.count(one) > 1})
    if twins:
        raise bad_pack(path, f"authority trùng mã {', '.join(twins)}", None)
    for one in pack.authority:
        for text in (one.body, one.line, one.addressee):
            _fillable(path, text)
    return pack


def _fillable(path: Path, text: str) -> None:
    try:
        text.format_map({"xa": "", "XA": "", "tinh": "", "TINH": ""})
    except (KeyError, ValueError, IndexError) as error:
        raise bad_pack(path, f"không điền được “{text}”", None) from error


def shipped_recognition() -> RecognitionPack:
    """The pack that comes with the program."""
    return load_recognition(resources() / "packs" / "recognition.toml")
