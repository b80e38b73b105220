"""Which part of the whole each stage of printing is; it works nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from digicommune.domain.progress import SCALE

# Told of a number of rows just laid out.
Laid = Callable[[int], None]

TOLD: Final = "Đang dàn trang văn bản"
# Parts of the scale, as the work was measured on tables of 50,000 rows.
LAYING, DRAWING = (0, 300), (300, 950)
WRITING = (950, SCALE)


def unseen(_rows: int) -> None:
    """For callers that do not watch."""
