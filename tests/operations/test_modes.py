"""Figures alone: kept by the office, told by the first page, noted once."""

from __future__ import annotations

from digicommune.db.store import Store
from digicommune.operations import modes, overview


def test_an_office_keeps_people_until_it_says_otherwise(any_store: Store) -> None:
    store = any_store
    assert not modes.numbers_only(store)
    assert not overview.load(store).numbers_only
    modes.set_numbers_only(store, True)
    modes.set_numbers_only(store, True)
    assert overview.load(store).numbers_only
    with store.glance() as unit:
        (noted,) = [one for one in unit.journal.of("office") if one.action == "mode"]
    assert '"numbers_only": true' in (noted.after or "")
    modes.set_numbers_only(store, False)
    assert not modes.numbers_only(store)
