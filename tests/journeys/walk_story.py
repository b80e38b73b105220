"""The commune of scenario 13, with exactly its numbers; synthetic.

2.000 people from 15 years on, all in the register; 1.660 have an account, 340 have none:
102 + 88 + 57 + 93. Those of Hổ Thôn live in four lanes.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from digicommune.domain.people import Residence
from digicommune.operations import intake, people, people_edits
from digicommune.operations.intake import IntakeRequest
from tests.cli.lists import VILLAGE_HEADS, write_list
from tests.journeys.bank_story import AGRIBANK, Person

if TYPE_CHECKING:
    from digicommune.db.store import Store

# village -> people from 15 years on, those of them without an account
VILLAGES = {
    "Duyên Hy": (560, 102),
    "Vệ Thôn": (510, 88),
    "Hổ Thôn": (430, 57),
    "Đồng Tình": (500, 93),
}
WITHOUT = {name: lacking for name, (_, lacking) in VILLAGES.items()}
LANES = ("Ngõ 2", "Ngõ 10", "Ngõ 3", "Ngõ 1")
PERIOD = "2026"
RESIDENTS = ("STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Thôn")
BANK = ("STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Số tài khoản", "Ngày mở", "Thôn")


def open_office(store: Store, folder: Path) -> None:
    """The villages, everyone of them, and the accounts of 1.660."""
    sizes = [
        [at, name, 150, grown + 90, grown, grown - 100, 150]
        for at, (name, (grown, _)) in enumerate(VILLAGES.items(), 1)
    ]
    _take(store, write_list(folder / "thon.xlsx", VILLAGE_HEADS, sizes), "villages", None)
    everyone = [pair for name in VILLAGES for pair in _of(name)]
    listed = [[at, p.name, p.born, p.cccd, v] for at, (p, v, _) in enumerate(everyone, 1)]
    _take(store, write_list(folder / "nhan_khau.xlsx", RESIDENTS, listed), "residents", None)
    holders = [
        [at, p.name, p.born, p.cccd, p.account(AGRIBANK), "05/03/2026", v]
        for at, (p, v, _) in enumerate([one for one in everyone if one[2]], 1)
    ]
    path = write_list(folder / "tai_khoan.xlsx", BANK, holders)
    _take(store, path, "bank-accounts", AGRIBANK)
    _give_houses(store)


def _of(village: str) -> list[tuple[Person, str, bool]]:
    """Everyone of a village, and whether they have an account."""
    first = 1 + sum(VILLAGES[name][0] for name in VILLAGES if name < village)
    grown, lacking = VILLAGES[village]
    return [(Person(first + at), village, at >= lacking) for at in range(grown)]


def _give_houses(store: Store) -> None:
    """Those of Hổ Thôn who are to be visited live in lanes; the fourth of them works far away."""
    numbers = [
        one.number
        for each in people.without(store, PERIOD, "TKNH")
        if each.village == "Hổ Thôn"
        for one in each.people
    ]
    for at, number in enumerate(numbers):
        one = people.card(store, number).person
        lane, house = LANES[at % 4], f"số {at // 4 + 1}"
        stays: Residence = "away" if at == 3 else "present"
        people_edits.save(store, replace(one, lane=lane, address=house, residence=stays))


def _take(store: Store, path: Path, kind: str, bank: str | None) -> None:
    intake.take(store, path, IntakeRequest(kind, bank_bin=bank))
