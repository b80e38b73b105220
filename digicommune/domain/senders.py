"""Who sends a list, known again by its headings wherever the columns stand; it reads no list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from digicommune.domain.text import clean, fold

LEAST_OVERLAP = 0.8  # of five headings one may be renamed


@dataclass(frozen=True, slots=True)
class Sender:
    """One list of a sender: its headings, folded, and how the office takes it in.

    ``headings`` gives the field key of each folded heading, "" for a column to leave alone.
    """

    sender_id: int
    name: str
    kind: str
    bank_bin: str | None = None
    campaign: str | None = None
    sheet: str | None = None
    signature: frozenset[str] = frozenset()
    headings: Mapping[str, str] = field(default_factory=dict)

    def numbered(self, sender_id: int) -> Sender:
        """The same under its number."""
        return replace(self, sender_id=sender_id)


def signature_of(headings: Iterable[str]) -> frozenset[str]:
    """The set of folded headings, wherever they stand."""
    return frozenset(fold(clean(one)) for one in headings if one.strip())


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the longer of two sets of headings is the same, 0 to 1."""
    most = max(len(one), len(other))
    return len(one & other) / most if most else 0.0


def best_fit(senders: Iterable[Sender], signature: frozenset[str]) -> Sender | None:
    """The sender whose headings fit best, if well enough; of equals the newest."""
    ranked = [(overlap(one.signature, signature), one.sender_id, one) for one in senders]
    fits = [one for one in ranked if one[0] >= LEAST_OVERLAP]
    return max(fits, key=lambda one: one[:2])[2] if fits else None
