"""Signed copies of issued papers and what their signatures say; it signs and checks none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# The names under which fields of a signature are made and found again.
PERSON_FIELD = "ChuKyNguoiCoThamQuyen"
OFFICE_FIELD = "ChuKyCoQuan"

# Whether the file is what was signed: nothing after it, harmless additions, or changed pages.
After = Literal["nothing", "harmless", "changed"]
# Whether the signer's certificate leads to a root the office trusts; offline it is often unknown.
Chain = Literal["trusted", "untrusted", "unchecked"]
# Whether the certificate was in its days when the signer says to have signed.
Days = Literal["in_time", "expired", "not_yet", "unknown"]
# Made here, or brought back by an officer.
Origin = Literal["made", "attached"]
# The very bytes issued with signatures after them; those bytes with pages changed after them; or a
# file that a signing tool wrote anew.
Base = Literal["stored", "altered", "outside"]


@dataclass(frozen=True, slots=True)
class PaperSignature:
    """One signature as it was found; the time is what the signer's machine said (UTC, ISO 8601)."""

    field: str
    signer: str
    issuer: str
    signed_at: str
    intact: bool
    after: After
    chain: Chain
    days: Days
    visible: bool = False

    @property
    def sound(self) -> bool:
        """What was signed is still what the file shows."""
        return self.intact and self.after != "changed"


@dataclass(frozen=True, slots=True)
class SignedCopy:
    """A signed file kept beside an issued paper; its bytes are kept apart and never changed."""

    copy_id: int
    issue_id: int
    name: str
    sha256: str
    size: int
    origin: Origin
    base: Base
    signatures: tuple[PaperSignature, ...]
    who: str = ""
    kept_at: str = ""  # UTC, ISO 8601; both are written by the book where they are empty

    @property
    def sound(self) -> bool:
        """At least one signature, none of them broken."""
        return bool(self.signatures) and all(one.sound for one in self.signatures)
