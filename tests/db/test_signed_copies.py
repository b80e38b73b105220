"""Signed copies of issued papers, on both databases: kept in order, found again, looked after."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from sqlalchemy import text

from digicommune.db.store import Store
from digicommune.domain.issued import IssuedPaper
from digicommune.domain.signed_copies import PaperSignature, SignedCopy

SIGNATURE = PaperSignature(
    "Signature1", "Lê Văn Mẫu", "CA mẫu", "2026-11-24T07:00:00Z", True, "nothing", "trusted",
    "in_time",
)  # fmt: skip


def paper(store: Store) -> int:
    """One issued paper; its number in the register."""
    given = IssuedPaper(
        0, None, "quyet-dinh", "2026", "QUYẾT ĐỊNH", "QĐ", 2026, 1, "QĐ-UBND", date(2026, 11, 24),
        "0000-0000-0000", "b" * 64,
    )  # fmt: skip
    with store.unit() as unit:
        return unit.issued.add(given, b"%PDF issued").issue_id


def keep(store: Store, issue_id: int, content: bytes) -> SignedCopy:
    """A copy of these bytes."""
    sha = hashlib.sha256(content).hexdigest()
    copy = SignedCopy(0, issue_id, "ký.pdf", sha, len(content), "attached", "stored", (SIGNATURE,))
    with store.unit() as unit:
        return unit.signed.add(copy, content)


def test_copies_come_back_in_the_order_they_were_kept_with_what_they_say(store: Store) -> None:
    issued = paper(store)
    first, second = keep(store, issued, b"first"), keep(store, issued, b"second")
    with store.glance() as unit:
        assert unit.signed.of(issued) == (first, second)
        assert unit.signed.get(second.copy_id) == second
        assert unit.signed.hashed(first.sha256) == first
        assert unit.signed.content(first.copy_id) == b"first"
        assert unit.signed.of(issued + 1) == ()
        assert unit.signed.get(99) is unit.signed.hashed("c" * 64) is None
    assert first.signatures == (SIGNATURE,)
    assert first.who
    assert first.kept_at


def test_one_paper_keeps_a_file_once(store: Store) -> None:
    issued = paper(store)
    keep(store, issued, b"same")
    with pytest.raises(Exception, match=r"UNIQUE|unique|duplicate"):
        keep(store, issued, b"same")


def test_the_office_check_finds_a_copy_whose_bytes_are_others(store: Store) -> None:
    issued = paper(store)
    copy = keep(store, issued, b"as it came")
    with store.glance() as unit:
        assert unit.signed.spoilt() == (1, ())
    with store.unit() as unit:
        connection = unit.signed._desk.connection
        connection.execute(text("UPDATE signed_copies SET content = :b"), {"b": b"another"})
    with store.glance() as unit:
        assert unit.signed.spoilt() == (1, (copy,))
    line = next(one for one in store.check() if one.name == "Bản đã ký")
    assert not line.ok
    assert "1/1" in line.detail
