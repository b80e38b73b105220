"""How papers and their states are called on screen; it decides none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.domain.text import fold
from digicommune.ui import words
from digicommune.ui.language import tr

if TYPE_CHECKING:
    from digicommune.domain.issued import IssuedPaper
    from digicommune.operations.issue_register import IssuedLine
    from digicommune.ui.style import Tone


def paper_state(line: IssuedLine) -> tuple[str, Tone]:
    """Sign and words of a line of the register, and its colour."""
    if line.paper.state != "replaced":
        return tr("✓ Đã phát hành"), "good"
    if line.replaced_by is None:
        return tr("! Đã bị thay thế"), "warn"
    number = line.replaced_by.full_number
    return tr("! Thay bởi {number}").format(number=number), "warn"


def paper_name(paper: IssuedPaper) -> str:
    """ "01/BC-UBND ngày 05/04/2026"."""
    return tr("{number} ngày {day}").format(
        number=paper.full_number, day=words.day(paper.issued_on)
    )


def series_name(code: str) -> str:
    """What a series of numbers is called: "BC – Báo cáo"; empty: the one of all types."""
    if not code:
        return tr("Dãy chung của mọi loại")
    names = {
        "bc": tr("BC – báo cáo"),
        "qd": tr("QĐ – quyết định"),
        "ttr": tr("TTr – tờ trình"),
        "kh": tr("KH – kế hoạch"),
        "bb": tr("BB – biên bản"),
        "gm": tr("GM – giấy mời"),
        "tb": tr("TB – thông báo"),
    }
    return names.get(fold(code), code)


def numbering_said(numbering: str) -> str:
    """The office's way of numbering in words."""
    if numbering == "common":
        return tr("mọi loại văn bản chung một dãy số")
    return tr("mỗi loại văn bản một dãy số")
