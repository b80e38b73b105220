"""What the window asks about the office's signers; it asks nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digicommune.domain.signers import OfficeSigner

Signers = tuple["OfficeSigner", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerCalls:
    """Forms of signing and the names under them, bound to one office; each tells all anew."""

    lines: Callable[[], Signers]
    name: Callable[[str, str], Signers]  # role, full name
    add: Callable[[OfficeSigner], Signers]
    remove: Callable[[str], Signers]
