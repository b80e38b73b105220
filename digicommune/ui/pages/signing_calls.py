"""What the window asks about signed copies and signing; it asks nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digicommune.domain.progress import Progress
    from digicommune.domain.signed_copies import SignedCopy
    from digicommune.domain.signing_keys import SigningWays, SignRequest
    from digicommune.operations.reports import MadeDocument
    from digicommune.operations.signed_copies import CopyFile
    from digicommune.operations.signing import SignedPaper


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningCalls:
    """Signed copies of issued papers and the office's ways of signing, bound to one office."""

    copies: Callable[[int], tuple[SignedCopy, ...]]  # of a paper
    copy: Callable[[int], CopyFile]
    attach: Callable[[int, Path, Progress], SignedCopy]
    with_fields: Callable[[int], MadeDocument]
    sign: Callable[[SignRequest, Progress], SignedPaper]
    ways: Callable[[], SigningWays]
    allow: Callable[[bool], None]
    trust: Callable[[str], int]  # a folder; how many certificates it holds
    set_seal: Callable[[int | None], None]  # millimetres
