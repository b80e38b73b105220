"""Papers by their numbers, and which number is next: asked by operations of an open unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.domain.issued import Numbering, counted_with
from digicommune.errors import UserError

if TYPE_CHECKING:
    from digicommune.db.unit import Unit
    from digicommune.domain.issued import IssuedPaper

NUMBERING = "issue_numbering"
PRINT_CODE = "issue_check_code"
NO = "0"
ALL = "*"  # the one series of an office that numbers all types together


def numbering_of(unit: Unit) -> Numbering:
    """Whether each type has its own series or all share one; per type until the office says."""
    return "common" if unit.office.setting(NUMBERING) == "common" else "per_type"


def code_printed(unit: Unit) -> bool:
    """Whether papers carry their check code at the foot."""
    return unit.office.setting(PRINT_CODE) != NO


def next_number(unit: Unit, symbol: str, year: int) -> int:
    """One after the last given, but not below what the office's paper register has come to."""
    series = counted_with(symbol, numbering_of(unit))
    return max(unit.issued.last_number(series, year) + 1, first_of(unit, series, year))


def first_of(unit: Unit, series: str | None, year: int) -> int:
    """The number a series goes on from in a year; 1 where the office has said nothing."""
    return int(unit.office.setting(key_of(series, year)) or 1)


def key_of(series: str | None, year: int) -> str:
    """The setting that keeps it."""
    return f"issue_from:{series or ALL}:{year}"


def holder_of(unit: Unit, symbol: str, year: int, number: int) -> IssuedPaper | None:
    """The paper that has a number in the series a symbol is counted in."""
    return unit.issued.numbered(counted_with(symbol, numbering_of(unit)), year, number)


def refuse_taken(unit: Unit, symbol: str, year: int, number: int) -> None:
    """Raises ``UserError`` ``number_taken`` where another paper has the number."""
    holder = holder_of(unit, symbol, year, number)
    if holder is None:
        return
    offered = next_number(unit, symbol, year)
    raise UserError(
        "number_taken",
        f"Số {number:02d} năm {year} đã cấp cho “{holder.title}” ({holder.full_number}).",
        f"Dùng số tiếp theo: {offered:02d}.",
        number=number,
        year=year,
        holder=holder.full_number,
        title=holder.title,
        offered=offered,
    )


def find(unit: Unit, issue_id: int) -> IssuedPaper:
    """A paper of the register; raises ``UserError`` ``issued_unknown``."""
    found = unit.issued.get(issue_id)
    if found is None:
        raise UserError(
            "issued_unknown",
            f"Sổ phát hành không có văn bản thứ tự {issue_id}.",
            "Xem sổ văn bản đã phát hành rồi chọn lại.",
            issued=issue_id,
        )
    return found


def damaged(paper: IssuedPaper) -> UserError:
    """Of a paper whose stored bytes are no longer those that were issued."""
    return UserError(
        "issued_damaged",
        f"Bản lưu của văn bản số {paper.full_number} không còn nguyên vẹn.",
        "Khôi phục từ bản sao lưu; đừng in hay gửi bản này.",
        number=paper.full_number,
    )


def paper_of_bytes(unit: Unit, pdf_sha256: str) -> IssuedPaper | None:
    """The paper that was issued with these bytes, or with a part of these bytes."""
    found = next((one for one in unit.issued.all() if one.pdf_sha256 == pdf_sha256), None)
    if found is not None:
        return found
    part = unit.after_issue.paper_of_part(pdf_sha256)
    return None if part is None else find(unit, part)


def not_issued() -> UserError:
    """Of a file that is neither a paper issued nor a part of one."""
    return UserError(
        "file_not_issued",
        "Tệp này không trùng với văn bản nào đã phát hành.",
        "Tệp đã bị sửa, ký thêm hoặc quét lại, hoặc chưa từng phát hành; so với bản in lại.",
    )
