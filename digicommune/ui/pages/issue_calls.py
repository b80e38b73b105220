"""What the strip and the register of issued papers ask of the office; it asks nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digicommune.domain.issued import DraftCheck, IssuedPaper
    from digicommune.domain.progress import Progress
    from digicommune.operations.issue_later import NumberGiven, WithdrawRequest
    from digicommune.operations.issue_register import IssuedLine, PaperTies
    from digicommune.operations.issue_ways import Ways
    from digicommune.operations.issuing import DraftState, IssuedDocument, IssueRequest
    from digicommune.operations.reports import MadeDocument
    from digicommune.ui.pages.signing_calls import SigningCalls


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueCalls:
    """Drafts, the register and the office's ways of numbering, bound to one office."""

    state: Callable[[int, int | None], DraftState]  # document, year
    check: Callable[[int, str], DraftCheck]  # document, note
    issue: Callable[[int, IssueRequest, Progress], IssuedDocument]
    register: Callable[[], tuple[IssuedLine, ...]]
    reprint: Callable[[int], IssuedDocument]
    verify: Callable[[str], IssuedPaper]
    ways: Callable[[int | None], Ways]
    set_numbering: Callable[[str], None]
    set_code_printed: Callable[[bool], None]
    set_next: Callable[[str, int, int], None]  # series, year, number
    book: Callable[[int, Progress], MadeDocument]
    signing: SigningCalls
    write: Callable[[MadeDocument, Path, Progress], None]
    ties: Callable[[int], PaperTies]
    give_number: Callable[[int, NumberGiven], IssuedPaper]
    withdraw: Callable[[int, WithdrawRequest], IssuedPaper]
    take_back: Callable[[int, str], IssuedPaper]  # paper, reason
    write_parts: Callable[[IssuedDocument, Path], tuple[Path, ...]]  # into a folder
