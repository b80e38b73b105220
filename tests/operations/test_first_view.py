"""What the first page last showed is shown again only where it is still exactly true."""

from __future__ import annotations

from pathlib import Path

import pytest

from digicommune.db.store import Store
from digicommune.domain.overview import Overview
from digicommune.operations import figures, first_view, overview


def seen(store: Store) -> Overview:
    state = first_view.state_of(store.where)
    found = overview.load(store)
    first_view.keep(store.where, state, found)
    return found


def test_the_same_file_shows_the_same(store: Store) -> None:
    assert first_view.recall(store.where) is None
    found = seen(store)
    assert first_view.recall(store.where) == found


def test_any_write_makes_it_forgotten(store: Store) -> None:
    seen(store)
    figures.set_figure(store, figures.NewFigure("2026", "KNS", None, 5, 10))
    assert first_view.recall(store.where) is None


def test_an_overview_made_before_a_write_is_not_kept(store: Store) -> None:
    state = first_view.state_of(store.where)
    found = overview.load(store)
    figures.set_figure(store, figures.NewFigure("2026", "KNS", None, 5, 10))
    first_view.keep(store.where, state, found)
    assert first_view.recall(store.where) is None


def test_another_day_asks_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIGICOMMUNE_TODAY", "2026-03-01")
    seen(store)
    assert first_view.recall(store.where) is not None
    monkeypatch.setenv("DIGICOMMUNE_TODAY", "2026-03-02")
    assert first_view.recall(store.where) is None


def test_a_broken_note_is_as_none(store: Store, own_home: Path) -> None:
    seen(store)
    (note,) = (own_home / "first_view").glob("*.json")
    note.write_bytes(b"{")
    assert first_view.recall(store.where) is None


def test_a_server_is_always_asked() -> None:
    assert first_view.state_of("postgresql://server/office") is None
    assert first_view.recall("postgresql://server/office") is None
