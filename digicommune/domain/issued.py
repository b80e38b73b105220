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
# How a paper stands: "waiting" is an electronic one whose number has not come back yet.
Standing = Literal["waiting", "issued", "replaced", "withdrawn"]
NO_NUMBER = "…"

# Without I, L, O and U, which are misread or make words.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_LENGTH, _GROUP = 12, 4
_MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0"})


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A paper was withdrawn (thu hồi): why, since which day, by which paper or decision.

    ``by_issue`` is a paper of the register, ``by_text`` another one in words; both may be blank.
    """

    issue_id: int
    reason: str
    withdrawn_on: date
    by_issue: int | None = None
    by_text: str = ""
    who: str = ""
    at: str = ""  # UTC, ISO 8601; both are written by the book where they are empty


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    """A paper as it was issued; its bytes are kept beside it and never made anew.

    ``number`` is None, and ``issued_on`` the day it was frozen, while an electronic paper waits for
    the number and day its office system gives: its bytes have blanks for both and keep them.
    """

    issue_id: int
    document_id: int | None
    kind: str
    period: str
    title: str
    series: str
    year: int
    number: int | None
    symbol: str
    issued_on: date
    check_code: str
    pdf_sha256: str
    state: IssuedState = "issued"
    replaces: int | None = None
    who: str = ""
    issued_at: str = ""  # UTC, ISO 8601; both are written by the book where they are empty
    electronic: bool = False
    withdrawn: Withdrawal | None = None

    @property
    def full_number(self) -> str:
        """ "05/BC-UBND": numbers below 10 get a leading 0; "…/BC-UBND" of one that waits."""
        number = NO_NUMBER if self.number is None else f"{self.number:02d}"
        return f"{number}/{self.symbol}"

    @property
    def standing(self) -> Standing:
        """What an office asks first: withdrawn stands before replaced, and that before waiting."""
        if self.withdrawn is not None:
            return "withdrawn"
        if self.state == "replaced":
            return "replaced"
        return "waiting" if self.number is None else "issued"


@dataclass(frozen=True, slots=True)
class PaperPart:
    """The main text or one annex of a paper as a file of its own; kept as it was issued."""

    title: str  # "Văn bản chính", "Phụ lục I"
    pdf: bytes
    pdf_sha256: str = ""

    @property
    def whole(self) -> bool:
        """Whether the bytes are those that were issued."""
        return hashlib.sha256(self.pdf).hexdigest() == self.pdf_sha256


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
