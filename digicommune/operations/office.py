"""Sets up and looks after the office: its file, its packs, its own data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.db.store import Store
from digicommune.domain.banks import BankDirectory
from digicommune.domain.villages import Commune
from digicommune.errors import UserError
from digicommune.operations.shipped_packs import install_packs, renew_packs
from digicommune.packs import packs
from digicommune.packs.packs import load_criteria

if TYPE_CHECKING:
    from pathlib import Path

    from digicommune.domain.registers import CheckLine

__all__ = ["NewOffice", "Store", "check", "commune", "create", "open_office", "shipped_banks"]


@dataclass(frozen=True, slots=True)
class NewOffice:
    """What a new office file starts from."""

    commune: str  # "Hoằng Châu" or "xã Hoằng Châu"
    province: str
    chairman: str | None = None
    packs: tuple[Path, ...] = ()  # criteria packs beside the built-in ones


def create(where: str, new: NewOffice) -> Store:
    """Makes an office file with the built-in packs; raises ``UserError`` where one exists."""
    extra = [load_criteria(path) for path in new.packs]
    store = Store.create(where, commune_of(new))
    with store.unit() as unit:
        install_packs(unit)
        for one in extra:
            unit.criteria.save_set(one)
        unit.journal.note("create", "office", before=None, after={"commune": new.commune})
    return store


def commune_of(new: NewOffice) -> Commune:
    """The commune as typed: with or without its common noun in front."""
    typed = " ".join(new.commune.split())
    if not typed or not new.province.strip():
        raise UserError(
            "commune_nameless",
            "Chưa có tên xã hoặc tên tỉnh.",
            "Ghi --commune và --province, ví dụ “Hoằng Châu” và “Thanh Hóa”.",
        )
    for kind in ("xã", "phường", "đặc khu"):
        if typed.casefold().startswith(kind + " "):
            proper = typed[len(kind) + 1 :]
            return Commune(0, proper, _province(new), kind, chairman=new.chairman)
    return Commune(0, typed, _province(new), chairman=new.chairman)


def _province(new: NewOffice) -> str:
    typed = " ".join(new.province.split())
    return typed[5:] if typed.casefold().startswith("tỉnh ") else typed


def open_office(where: str) -> Store:
    """Opens an office file or server: its schema up to date, its definitions as now shipped."""
    store = Store.open(where)
    renew_packs(store)
    return store


def shipped_banks() -> BankDirectory:
    """The banks as the program ships them, for reading a list without any office."""
    return BankDirectory(packs.shipped_banks().banks())


def commune(store: Store) -> Commune:
    """The office's commune."""
    with store.glance() as unit:
        return unit.office.commune()


def check(store: Store) -> tuple[CheckLine, ...]:
    """Examines the office file."""
    return store.check()
