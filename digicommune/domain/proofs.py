"""Proofs of a criterion in a village: what they are, when they count and how old they are.

It opens no file; a proof is a description, its content is kept apart.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Literal

ProofKind = Literal["jpeg", "png", "pdf"]

SUFFIX: dict[ProofKind, str] = {"jpeg": ".jpg", "png": ".jpg", "pdf": ".pdf"}  # as it is kept
LONGEST_NAME = 120
KIND_NAMES: dict[ProofKind, str] = {"jpeg": "ảnh JPEG", "png": "ảnh PNG", "pdf": "tệp PDF"}


@dataclass(frozen=True, slots=True)
class ProofPlace:
    """What a proof proves: one criterion of a set in one village, in no period of its own."""

    set_code: str
    criterion: str
    village_id: int


@dataclass(frozen=True, slots=True)
class ProofWords:
    """What an officer says of a proof."""

    dated: date | None = None  # the day the proof is of; None: it speaks from when it was added
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProofFile:
    """A file as it is kept: a picture is reduced to a JPEG, a PDF is what was brought."""

    name: str
    kind: ProofKind  # of what was brought, by its content
    content: bytes
    sha256: str  # of ``content``
    original_sha256: str
    original_size: int
    taken_on: date | None = None  # what a camera wrote into its picture

    @property
    def media(self) -> str:
        """What is kept, as the world names it."""
        return "application/pdf" if self.kind == "pdf" else "image/jpeg"

    @property
    def suffix(self) -> str:
        """The ending of what is kept."""
        return SUFFIX[self.kind]


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof on file; days are days, moments UTC text in ISO 8601."""

    proof_id: int
    place: ProofPlace
    words: ProofWords
    name: str  # of the file as it was brought
    kind: ProofKind
    size: int  # bytes kept
    sha256: str  # of what is kept
    original_sha256: str
    original_size: int
    added_on: date
    added_by: str
    verified_on: date | None = None
    verified_by: str = ""
    removed_at: str | None = None
    removed_why: str = ""
    version: int = 1

    @property
    def file_name(self) -> str:
        """A name to save it under: what came as PNG goes out as the JPEG it is kept as."""
        stem, dot, end = self.name.rpartition(".")
        known = {"pdf": ("pdf",), "jpeg": ("jpg", "jpeg"), "png": ()}[self.kind]
        if dot and end.lower() in known:
            return self.name
        return f"{stem if dot and len(end) <= 4 else self.name}{SUFFIX[self.kind]}"

    @property
    def is_picture(self) -> bool:
        """Whether it can be shown as a picture."""
        return self.kind != "pdf"

    @property
    def speaks_from(self) -> date:
        """The first day it counts: its own date, else the day it was added."""
        return self.words.dated or self.added_on

    @property
    def looked_at(self) -> date:
        """The last day somebody vouched for it."""
        return max(self.speaks_from, self.verified_on or self.speaks_from)

    def counts_on(self, day: date) -> bool:
        """Whether it counts for a period that ends on ``day``; one removed counts for none."""
        return self.removed_at is None and self.speaks_from <= day


@dataclass(frozen=True, slots=True)
class ProofLine:
    """A proof as a list shows it: whether it counts in the period asked, and what to mind."""

    proof: Proof
    counts: bool
    warning: str = ""


def fit_name(name: str) -> str:
    """A file's name as it may be shown and saved under: one line, no signs Windows refuses."""
    composed = unicodedata.normalize("NFC", name)
    shown = (
        " " if one.isspace() else one for one in composed if one.isprintable() or one.isspace()
    )
    plain = re.sub(r'[<>:"/\\|?*]+', "-", "".join(shown))
    plain = re.sub(r" +", " ", plain).strip(" .") or "minh chứng"
    stem, dot, end = plain.rpartition(".")
    if len(plain) <= LONGEST_NAME:
        return plain
    return f"{stem[: LONGEST_NAME - 6]}.{end}" if dot and len(end) <= 5 else plain[:LONGEST_NAME]


def months_between(start: date, end: date) -> int:
    """Whole months from one day to another; 0 where the end is not later."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return max(0, months - (end.day < start.day))


def age_warning(proof: Proof, on: date, limit: int) -> str:
    """What to say of a proof nobody vouched for in ``limit`` months; empty where it is fresh.

    It is a warning and never another verdict: an old proof still counts.
    """
    months = months_between(proof.looked_at, on)
    if limit < 1 or months < limit:
        return ""
    return f"Minh chứng đã {months} tháng, cần kiểm tra lại."


def line_of(proof: Proof, period_end: date | None, on: date, limit: int) -> ProofLine:
    """A proof as a list shows it on a day, for a period that ends on ``period_end``."""
    counts = proof.removed_at is None and (period_end is None or proof.counts_on(period_end))
    if proof.removed_at is not None:
        return ProofLine(proof, counts=False, warning="Đã bỏ khỏi hồ sơ.")
    if not counts:
        told = f"{proof.speaks_from:%d/%m/%Y}"
        return ProofLine(proof, False, f"Có từ {told}, sau ngày cuối kỳ: chưa tính cho kỳ này.")
    return ProofLine(proof, counts, age_warning(proof, on, limit))
