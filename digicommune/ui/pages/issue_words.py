"""How papers and their states are called on screen; it decides none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.domain.text import fold
from digicommune.ui import words
from digicommune.ui.language import tr

if TYPE_CHECKING:
    from digicommune.domain.issued import IssuedPaper, Standing, Withdrawal
    from digicommune.operations.issue_register import PaperTies
    from digicommune.ui.style import Tone


def paper_state(line: PaperTies) -> tuple[str, Tone]:
    """Sign and words of a line of the register, and its colour."""
    replaced = line.replaced_by
    if line.paper.standing == "replaced" and replaced is not None and replaced.number is not None:
        return tr("! Thay bởi {number}").format(number=replaced.full_number), "warn"
    return standing_said(line.paper.standing)


def standing_said(standing: Standing) -> tuple[str, Tone]:
    """Sign, words and colour of how papers stand."""
    said: dict[Standing, tuple[str, Tone]] = {
        "issued": (tr("✓ Đã phát hành"), "good"),
        "waiting": (tr("… Chờ số"), "info"),
        "replaced": (tr("! Đã bị thay thế"), "warn"),
        "withdrawn": (tr("✗ Đã thu hồi"), "bad"),
    }
    return said[standing]


def paper_name(paper: IssuedPaper) -> str:
    """ "01/BC-UBND ngày 05/04/2026"; of one that waits: "…/BC-UBND (chờ số)"."""
    if paper.number is None:
        return tr("{number} (chờ số)").format(number=paper.full_number)
    return tr("{number} ngày {day}").format(
        number=paper.full_number, day=words.day(paper.issued_on)
    )


def withdrawal_said(gone: Withdrawal, how: str = "") -> str:
    """Since when, by what and why; ``how`` names the paper or decision."""
    said = tr("Đã thu hồi ngày {day}").format(day=words.day(gone.withdrawn_on))
    if how:
        said = tr("{said} theo {how}").format(said=said, how=how)
    return tr("{said}, lý do: {reason}.").format(said=said, reason=gone.reason)


def warning_of(line: PaperTies) -> str:
    """What whoever holds the paper has to know before using it; empty of one in force."""
    paper, gone = line.paper, line.paper.withdrawn
    told = [] if gone is None else [withdrawal_said(gone, line.withdrawn_how)]
    if line.replaced_by is not None:
        told.append(tr("Đã bị thay thế bởi {name}.").format(name=paper_name(line.replaced_by)))
    if paper.number is None:
        said = tr("Phát hành điện tử ngày {day}, chờ số: số và ngày trong bản này để trống.")
        told.append(said.format(day=words.day(paper.issued_on)))
    return " ".join(told)


def story(line: PaperTies) -> str:
    """Who issued it when, what became of it, and the papers it has to do with."""
    paper = line.paper
    said = tr("{who} phát hành lúc {at}.").format(who=paper.who, at=words.moment(paper.issued_at))
    told = [said, warning_of(line)]
    if paper.electronic and paper.number is not None:
        told.append(tr("Phát hành điện tử, số ghi sau: {name}.").format(name=paper_name(paper)))
    if line.replaces is not None:
        told.append(tr("Thay thế {name}.").format(name=paper_name(line.replaces)))
    told += [tr("Đính chính {name}.").format(name=paper_name(one)) for one in line.corrects]
    by = tr("Đã được đính chính bởi {name}.")
    told += [by.format(name=paper_name(one)) for one in line.corrected_by]
    return " ".join(filter(None, told))


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
