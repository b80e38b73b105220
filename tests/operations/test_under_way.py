"""An import that fails by itself leaves no note; one cut off does, and it is told once."""

from __future__ import annotations

from pathlib import Path

import pytest

from digicommune.db.store import Store
from digicommune.errors import Cancelled, UserError
from digicommune.operations import intake
from digicommune.operations.intake import IntakeRequest
from digicommune.operations.under_way import interrupted, under_way
from tests.operations.lists import bank_list, rows

LIST = IntakeRequest("bank-accounts")


def cut_off(store: Store) -> None:
    """As a killed process leaves it."""
    with store.unit() as unit:
        unit.imports.begin("a" * 32, "danh sách.xlsx")


def test_one_cut_off_is_told_once(any_store: Store) -> None:
    cut_off(any_store)
    told = interrupted(any_store)
    assert len(told) == 1
    assert "danh sách.xlsx" in told[0]
    assert "sổ vẫn như trước khi nhập" in told[0]
    assert interrupted(any_store) == ()


def test_one_that_is_running_is_not_cut_off(any_store: Store) -> None:
    with Store.open(any_store.where) as other:
        cut_off(any_store)
        with any_store.unit():
            assert interrupted(other) == ()
        assert len(interrupted(other)) == 1


def test_whatever_ends_an_import_in_order_ends_its_note(store: Store, tmp_path: Path) -> None:
    path = bank_list(tmp_path / "a.xlsx", rows(3))
    intake.take(store, path, LIST)
    intake.take(store, path, LIST)  # brings nothing
    with pytest.raises(UserError):
        intake.take(store, tmp_path / "none.xlsx", LIST)

    def stop(_done: int, _total: int, _what: str) -> None:
        raise Cancelled

    other = bank_list(tmp_path / "b.xlsx", rows(6))
    with pytest.raises(Cancelled):
        intake.commit(store, intake.preview(store, other, LIST), {}, stop)
    assert interrupted(store) == ()


def test_the_first_trouble_is_the_one_told(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), under_way(store, "a.xlsx"):
        raise ZeroDivisionError
    assert interrupted(store) == ()
