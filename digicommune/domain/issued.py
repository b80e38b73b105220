"""Issued papers: how they are numbered, named and told apart; it makes and prints none.

Numbers run from 01 on 01/01 to 31/12 and are unique in the year; whether each type has its own
series or all share one is decided by the head of the agency (Decree 30/2020, Art. 15).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Literal

Numbering = Literal["per_type", "common"]
NUMBERINGS: tuple[Numbering, ...] = ("per_type", "common")
IssuedState = Literal["issued", "replaced"]

# Without I, L, O and U, which are misread or make words.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_LENGTH, _GROUP = 12, 4
_MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0"})


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    """A paper as it was issued; its bytes are kept beside it and never made anew."""

    issue_id: int
    document_id: int | None
    kind: str
    period: str
    title: str
    series: str
    year: int
    number: int
    symbol: str
    issued_on: date
    check_code: str
    pdf_sha256: str
    state: IssuedState = "issued"
    replaces: int | None = None
    who: str = ""
    issued_at: str = ""  # UTC, ISO 8601; both are written by the book where they are empty

    @property
    def full_number(self) -> str:
        """ "05/BC-UBND": numbers below 10 get a leading 0."""
        return f"{self.number:02d}/{self.symbol}"


@dataclass(frozen=True, slots=True)
class DraftCheck:
    """Somebody looked a draft through; it holds for this snapshot only."""

    document_id: int
    snapshot_sha256: str
    note: str = ""
    who: str = ""
    at: str = ""


def series_of(symbol: str) -> str:
    """The type a paper's symbol begins with: "BC" of "BC-UBND"."""
    return symbol.partition("-")[0].strip().upper()


def counted_with(symbol: str, numbering: Numbering) -> str | None:
    """The series whose numbers a new paper may not repeat; None where all types share one."""
    return None if numbering == "common" else series_of(symbol)


def check_code(content: bytes) -> str:
    """ "7Q4M-XK2P-09TD" of a paper's bytes: sixty bits that no other paper of an office has."""
    digits = int.from_bytes(hashlib.sha256(content).digest()) >> (256 - 5 * _CODE_LENGTH)
    letters = [_LETTERS[digits >> (5 * place) & 31] for place in range(_CODE_LENGTH)]
    text = "".join(reversed(letters))
    return "-".join(text[at : at + _GROUP] for at in range(0, _CODE_LENGTH, _GROUP))


def read_code(text: str) -> str:
    """A code as somebody typed it, written as it was printed; empty where it cannot be one."""
    plain = "".join(one for one in text.upper().translate(_MISREAD) if one not in "- \t.")
    if len(plain) != _CODE_LENGTH or any(one not in _LETTERS for one in plain):
        return ""
    return "-".join(plain[at : at + _GROUP] for at in range(0, _CODE_LENGTH, _GROUP))
