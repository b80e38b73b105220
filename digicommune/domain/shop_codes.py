"""Whether a shop's QR may be paid by: its text in order, and the money going to its own people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.domain.text import fold
from digicommune.domain.vietqr import LIMITS, QrReading, read
from digicommune.domain.vietqr_making import plain_name

if TYPE_CHECKING:
    from digicommune.domain.merchants import QrKind, QrService

OTHER_HOLDER = "other_holder"
_TITLES = frozenset(
    {"ong", "ba", "anh", "chi", "hkd", "ho", "kinh", "doanh", "cua", "hang", "shop"}
)


@dataclass(frozen=True, slots=True)
class CodeDoubt:
    """Why a shop's code has to be looked at again: a code for programs and a sentence."""

    code: str
    message: str


def doubt_of(text: str, owner: str | None, shop: str | None) -> CodeDoubt | None:
    """What speaks against a code at this shop; None where nothing does.

    The holder written in a code is compared with owner and shop by words without marks; a code that
    names no holder is not doubted for that.
    """
    reading = read(text)
    if reading.faults:
        first = reading.faults[0]
        return CodeDoubt(first.code, first.message)
    holder = reading.qr.holder if reading.qr else ""
    known = [name for name in (owner, shop) if name]
    if not holder or not known or any(same_holder(holder, name) for name in known):
        return None
    return CodeDoubt(
        OTHER_HOLDER,
        f"Mã đứng tên {holder}, không phải {owner or shop}. Xem lại, hoặc xin mã đúng tên chủ hộ.",
    )


def same_holder(holder: str, name: str) -> bool:
    """Whether a code's holder is the person or shop of a name, cut as codes cut names."""
    theirs, ours = plain_name(holder, 99), plain_name(name, 99)
    if not theirs or not ours:
        return False
    if theirs == ours or plain_name(ours) == theirs:
        return True
    if len(theirs) >= LIMITS["59"] - 1 and ours.startswith(theirs):
        return True
    left, right = _words(theirs), _words(ours)
    shorter, longer = sorted((left, right), key=len)
    return len(shorter) > 1 and set(shorter) <= set(longer)


def _words(text: str) -> list[str]:
    return [word for word in fold(text).split() if word not in _TITLES]


def kind_of(reading: QrReading) -> tuple[QrKind | None, QrService | None]:
    """Static or dynamic, transfer or merchant payment; None where it cannot be read."""
    if reading.qr is None:
        return None, None
    kind: QrKind = "dynamic" if reading.qr.dynamic else "static"
    return kind, "payment" if reading.qr.service == "QRPUSH" else "transfer"
