"""What the page about shops asks of the office; it asks nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from digicommune.domain.figures import TraceRow
    from digicommune.domain.merchant_cards import (
        MerchantCard,
        MerchantFigure,
        MerchantRegister,
        Twins,
    )
    from digicommune.domain.merchants import Merchant, VisitState
    from digicommune.domain.progress import Progress
    from digicommune.domain.rows import Value
    from digicommune.operations.merchant_list import ListRequest
    from digicommune.operations.merchants import Shown
    from digicommune.operations.register_keeping import TakenBack
    from digicommune.operations.reports import MadeDocument


class NoteStep(Protocol):
    """Notes how far a shop has come, as the round saw it."""

    def __call__(self, number: int, step: VisitState, on: date, note: str = "") -> Merchant:
        """The shop's number, the step, its day, the reason of a refusal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MerchantCalls:
    """The operations on shops, bound to one office; each may be called on any thread."""

    register: Callable[[], MerchantRegister]
    figures: Callable[[str | None], tuple[MerchantFigure, ...]]
    trace: Callable[[str, str, int | None], tuple[TraceRow, ...]]
    card: Callable[[int], MerchantCard]
    reveal: Callable[[int, Shown], str]
    save: Callable[[Merchant], Merchant]
    close: Callable[[int, date], Merchant]
    reopen: Callable[[int], Merchant]
    visit: NoteStep
    trash: Callable[[Iterable[int]], int]
    restore: Callable[[Iterable[int]], int]
    in_trash: Callable[[], tuple[Merchant, ...]]
    take_back: Callable[[int], TakenBack]
    twins: Callable[[], tuple[Twins, ...]]
    merge: Callable[[int, int], Merchant]
    as_rows: Callable[[Iterable[int]], Mapping[int, Mapping[str, Value]]]
    paper: Callable[[ListRequest, Progress], MadeDocument]
    export: Callable[[Path], None]
    write: Callable[[MadeDocument, Path, Progress], None]
