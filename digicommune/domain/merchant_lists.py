"""What lists and forms say of a shop in words: where it sells, how much; it guesses nothing."""

from __future__ import annotations

import re
from typing import Final

from digicommune.domain.merchants import QrKind, RevenueBand, Stall
from digicommune.domain.text import fold

STALLS: Final[dict[Stall, str]] = {"fixed": "Cửa hàng cố định", "market": "Sạp, quầy ở chợ"}
# The bands of domain.md: more than the band is asked of nobody.
REVENUES: Final[dict[RevenueBand, str]] = {
    "to_500m": "Đến 500 triệu đồng/năm",
    "500m_to_1b": "Trên 500 triệu đến dưới 1 tỷ đồng/năm",
    "from_1b": "Từ 1 tỷ đồng/năm",
}
KINDS: Final[dict[QrKind, str]] = {"static": "Mã tĩnh", "dynamic": "Mã động"}
_MARKET = re.compile(r"\b(?:cho|sap|quay|ki ?ot|luu dong)\b")
_FIXED = re.compile(r"\b(?:co dinh|cua hang|cua hieu|tai nha|mat pho|nha rieng)\b")
_HALF, _WHOLE = 500_000_000, 1_000_000_000  # đồng a year
_LEAST = 1_000_000  # a smaller number is of millions or of nothing: its unit is not told


def stall_of(said: str) -> Stall | None:
    """Where a shop sells; None where the words do not tell, or tell both."""
    folded = fold(said)
    market, fixed = _MARKET.search(folded), _FIXED.search(folded)
    if market and not fixed:
        return "market"
    return "fixed" if fixed and not market else None


def revenue_of(said: str) -> RevenueBand | None:
    """The band of a yearly revenue written as a band's words or as a number of đồng."""
    folded = fold(said)
    known = {fold(words): band for band, words in REVENUES.items()}
    if folded in known:
        return known[folded]
    digits = re.sub(r"[.,\s]|d$|dong$|vnd$", "", folded)
    if not digits.isdigit() or int(digits) < _LEAST:
        return None
    if int(digits) <= _HALF:
        return "to_500m"
    return "500m_to_1b" if int(digits) < _WHOLE else "from_1b"


def kind_said(said: str) -> QrKind | None:
    """Static or dynamic as a list's words have it."""
    folded = fold(said)
    static, dynamic = "tinh" in folded.split(), "dong" in folded.split()
    if static == dynamic:
        return None
    return "static" if static else "dynamic"
