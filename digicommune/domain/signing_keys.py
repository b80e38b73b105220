"""What somebody signs with and as whom; passwords and PINs are never shown, kept or logged."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

# The person with authority signs first, the agency after him (Decree 30/2020, Articles 13, 17).
Role = Literal["person", "office"]


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A PKCS#12 file (.p12, .pfx) and its password."""

    path: Path
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Token:
    """A token behind its PKCS#11 module; without label or certificate the only one is taken."""

    module: Path
    pin: str = field(repr=False)
    label: str = ""
    certificate: str = ""


KeySource = KeyFile | Token


@dataclass(frozen=True, slots=True)
class SigningWays:
    """The office's choices: whether papers are signed here, whose roots it trusts, the seal's size.

    ``trust_folder`` is empty where chains are not checked, ``seal_mm`` where the image tells it.
    """

    allowed: bool
    trust_folder: str
    seal_mm: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignRequest:
    """A signature asked for: on which paper, with what, as whom, in which of its places.

    ``alone`` lets the agency sign where no person has; ``space`` counts from 1, 0 is the last: the
    place of who signs for the agency.
    """

    issue_id: int
    key: KeySource
    role: Role = "person"
    image: Path | None = None
    space: int = 0
    alone: bool = False
