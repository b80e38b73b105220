"""When a proof counts, and how old it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from digicommune.domain.proofs import (
    Proof,
    ProofKind,
    ProofPlace,
    ProofWords,
    age_warning,
    line_of,
    months_between,
)

ADDED = date(2026, 3, 10)
PROOF = Proof(
    1, ProofPlace("35/2022", "TC1", 1), ProofWords(), "anh.jpg", "jpeg",
    10, "a" * 64, "b" * 64, 20, ADDED, "Lan",
)  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2025, 1, 31), date(2025, 2, 28), 0),
        (date(2025, 1, 28), date(2025, 2, 28), 1),
        (date(2025, 1, 15), date(2026, 3, 14), 13),
        (date(2025, 1, 15), date(2026, 3, 15), 14),
        (date(2026, 1, 15), date(2025, 3, 15), 0),
    ],
)
def test_months_are_whole(start: date, end: date, months: int) -> None:
    assert months_between(start, end) == months


def test_it_counts_from_its_day_or_from_when_it_came() -> None:
    assert not PROOF.counts_on(date(2026, 3, 9))
    assert PROOF.counts_on(ADDED)
    dated = replace(PROOF, words=ProofWords(date(2025, 12, 1)))
    assert dated.counts_on(date(2025, 12, 14))
    assert not dated.counts_on(date(2025, 11, 14))
    assert not replace(dated, removed_at="2026-03-11T00:00:00Z").counts_on(date(2026, 3, 14))


def test_an_old_one_is_warned_of_until_somebody_looks() -> None:
    old = replace(PROOF, words=ProofWords(date(2025, 1, 10)))
    on = date(2026, 3, 14)
    assert age_warning(old, on, 12) == "Minh chứng đã 14 tháng, cần kiểm tra lại."
    assert age_warning(old, on, 15) == ""
    assert age_warning(old, on, 0) == ""
    seen = replace(old, verified_on=date(2026, 3, 1))
    assert age_warning(seen, on, 12) == ""
    assert line_of(old, on, on, 12).counts  # a warning is no other verdict


@pytest.mark.parametrize(
    ("name", "kind", "saved"),
    [
        ("ảnh.JPG", "jpeg", "ảnh.JPG"),
        ("quét.png", "png", "quét.jpg"),
        ("QĐ 12-2026", "pdf", "QĐ 12-2026.pdf"),
        ("quyết định.doc", "pdf", "quyết định.pdf"),
        ("không đuôi", "jpeg", "không đuôi.jpg"),
    ],
)
def test_it_goes_out_as_what_it_is(name: str, kind: ProofKind, saved: str) -> None:
    assert replace(PROOF, name=name, kind=kind).file_name == saved


def test_a_line_says_why_it_does_not_count() -> None:
    late = line_of(PROOF, date(2026, 2, 14), ADDED, 12)
    assert (late.counts, late.warning) == (
        False, "Có từ 10/03/2026, sau ngày cuối kỳ: chưa tính cho kỳ này.",
    )  # fmt: skip
    assert line_of(PROOF, None, ADDED, 12).counts
