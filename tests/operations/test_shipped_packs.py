"""An office of an older program gets the definitions of the newer one, and keeps its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from digicommune.db.store import Store
from digicommune.domain.indicators import Indicator
from digicommune.operations import office, shipped_packs
from digicommune.operations.office import NewOffice

OWN = Indicator("RIENG", "Chỉ tiêu riêng của xã", "người", "tử", "mẫu", ("nhan_khau",))


@pytest.fixture
def aged(tmp_path: Path) -> str:
    """An office whose indicators are of an older program, with one of its own."""
    where = str(tmp_path / "office.db")
    with office.create(where, NewOffice("Hoằng Mẫu", "Thanh Hóa")) as store, store.unit() as unit:
        old = [replace(one, register=None) for one in unit.indicators.definitions()]
        unit.indicators.replace_definitions(old, unit.indicators.bases())
        unit.indicators.define(OWN)
        unit.office.set_setting(shipped_packs.DIGEST, "0" * 64)
    return where


def defined(store: Store) -> dict[str, str | None]:
    with store.glance() as unit:
        return {one.code: one.register for one in unit.indicators.definitions()}


def test_newer_definitions_come_in_once_and_own_ones_stay(aged: str) -> None:
    with Store.open(aged) as store:
        assert defined(store)["VNEID2"] is None
    with office.open_office(aged) as store:
        assert defined(store)["VNEID2"] == "facts"
        assert "RIENG" in defined(store)
        with store.glance() as unit:
            noted = [one.action for one in unit.journal.entries()]
    assert noted.count("packs") == 1
    with office.open_office(aged) as store, store.glance() as unit:
        assert [one.action for one in unit.journal.entries()].count("packs") == 1


def test_a_set_the_office_changed_is_left_alone(aged: str) -> None:
    with Store.open(aged) as store, store.unit() as unit:
        ours = next(one for one in unit.criteria.sets() if one.code == "35/2022")
        unit.criteria.save_set(replace(ours, note="Đã đối chiếu tại xã", verified=True))
    with office.open_office(aged) as store, store.glance() as unit:
        kept = {one.code: one for one in unit.criteria.sets()}
    assert kept["35/2022"].verified
    assert len(kept) == 4
