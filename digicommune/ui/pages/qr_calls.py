"""What the dialogs about payment codes ask of the office; it asks nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digicommune.domain.progress import Progress
    from digicommune.operations.qr_checks import ShopsChecked
    from digicommune.operations.qr_codes import QrChecked
    from digicommune.operations.qr_stands import MadeStands, StandRequest
    from digicommune.operations.reports import MadeDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeCalls:
    """Codes checked and stands made, bound to one office."""

    check: Callable[[str, Progress], tuple[QrChecked, ...]]  # a text, a picture, a folder, a list
    check_files: Callable[[Sequence[Path], Progress], tuple[QrChecked, ...]]
    check_shops: Callable[[int | None], ShopsChecked]  # of a village, or of all
    stands: Callable[[StandRequest, Progress], MadeStands]
    write: Callable[[MadeDocument, Path, Progress], None]
