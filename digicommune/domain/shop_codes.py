"""Whether a shop's QR may be paid by: its text in order, and the money going to its own people."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.domain.vietqr import LIMITS, QrReading, read
from digicommune.domain.vietqr_making import plain_name

if TYPE_CHECKING:
    from digicommune.domain.merchants import QrKind, QrService

OTHER_HOLDER = "other_holder"
_BETWEEN = re.compile(r"[,;/&()]| [-–] | và ")
_WHOLE = 200  # characters: no name is cut
# Before a name only: "Hồ Thị Hằng", "Lê Thị Chi" and "Trần Văn Anh" hold such words themselves.
_TITLE = re.compile(r"^(?:(?:HKD|HO KINH DOANH|CUA HANG|SHOP|ONG|BA|ANH|CHI) +)+(?=\S+ +\S)")


@dataclass(frozen=True, slots=True)
class CodeDoubt:
    """Why a shop's code has to be looked at again: a code for programs and a sentence."""

    code: str
    message: str


def doubt_of(text: str, owner: str | None, shop: str | None) -> CodeDoubt | None:
    """What speaks against a code at this shop; None where nothing does.

    The holder written in a code is compared with owner and shop by words without marks; a code that
    names no holder is not doubted for that, nor is one at a shop whose owner nobody noted.
    """
    reading = read(text)
    if reading.faults:
        first = reading.faults[0]
        return CodeDoubt(first.code, first.message)
    holder = reading.qr.holder if reading.qr else ""
    known = [name for name in (owner, shop) if name]
    if not holder or not owner or any(same_holder(holder, name) for name in known):
        return None
    return CodeDoubt(
        OTHER_HOLDER,
        f"Mã đứng tên {holder}, không phải {owner}. Xem lại, hoặc xin mã đúng tên chủ hộ.",
    )


def same_holder(holder: str, name: str) -> bool:
    """Whether a code's holder is the person or shop of a name.

    A code cuts names to its length and may leave words out, but not the given name, which stands
    last: "NGUYEN AN" is Nguyễn Thị An, "NGUYEN THI" is nobody. It may say more than the name does.
    """
    parts = [name, *_BETWEEN.split(name)]  # "Nguyễn Văn An, Trần Thị Bình": either of them
    return any(_same(holder, part) for part in parts)


def _same(holder: str, name: str) -> bool:
    theirs, ours = _bare(holder), _bare(name)
    if not theirs or not ours:
        return False
    cut = len(plain_name(holder, _WHOLE)) >= LIMITS["59"] - 1 and ours.startswith(theirs)
    if cut or theirs.replace(" ", "") == ours.replace(" ", "") or plain_name(ours) == theirs:
        return True
    told, known = theirs.split(), ours.split()
    if len(told) < len(known):
        return len(told) > 1 and told[-1] == known[-1] and Counter(told) <= Counter(known)
    return len(known) > 1 and Counter(known) <= Counter(told)


def _bare(name: str) -> str:
    """A name in plain capitals without what only says that it is a person or a shop."""
    return _TITLE.sub("", plain_name(name, _WHOLE))


def kind_of(reading: QrReading) -> tuple[QrKind | None, QrService | None]:
    """Static or dynamic, transfer or merchant payment; None where it cannot be read."""
    if reading.qr is None:
        return None, None
    kind: QrKind = "dynamic" if reading.qr.dynamic else "static"
    return kind, "payment" if reading.qr.service == "QRPUSH" else "transfer"
