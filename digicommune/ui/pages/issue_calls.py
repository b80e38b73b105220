"""What the strip and the register of issued papers ask of the office; it asks nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digicommune.domain.issued import DraftCheck, IssuedPaper
    from digicommune.domain.progress import Progress
    from digicommune.operations.issuing import DraftState, IssuedDocument, IssueRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueCalls:
    """Drafts and the register, bound to one office."""

    state: Callable[[int], DraftState]
    check: Callable[[int], DraftCheck]
    issue: Callable[[int, IssueRequest, Progress], IssuedDocument]
    register: Callable[[], tuple[IssuedPaper, ...]]
    reprint: Callable[[int], IssuedDocument]
    verify: Callable[[str], IssuedPaper]
