"""The words on screen of the sheet of figures: refusals, reasons, states; it decides none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.ui import words
from digicommune.ui.language import tr

if TYPE_CHECKING:
    from digicommune.domain.calendar import Due
    from digicommune.domain.entry_sheet import CellVerdict, EntryCell
    from digicommune.domain.periods import PeriodState
    from digicommune.ui.style import Tone


def refused(verdict: CellVerdict) -> str:
    """Why a cell was not taken, and what to do."""
    if verdict.outcome == "needs_note":
        return tr(
            "Kỳ trước là {before}, thay đổi quá mức thường: ghi chú lý do thì mới lưu."
        ).format(before=words.count(verdict.before))
    if verdict.refusal == "above_base" and verdict.base is not None:
        return tr("Tử số lớn hơn mẫu số {base}: chưa lưu.").format(base=words.count(verdict.base))
    known = {
        "not_a_number": tr("Không phải là số: chưa lưu. Gõ số nguyên, “-” nếu không áp dụng."),
        "not_whole": tr("Số lẻ: chưa lưu. Ghi số nguyên, dấu chấm chỉ để ngăn hàng nghìn."),
        "percent": tr("Đây là tỷ lệ: chưa lưu. Ghi số đếm, chương trình tự tính tỷ lệ."),
        "negative": tr("Số âm: chưa lưu. Gõ lại từ 0 trở lên."),
        "above_base": tr("Tử số lớn hơn mẫu số: chưa lưu."),
        "too_large": tr("Số quá lớn: chưa lưu. Kiểm tra lại."),
        "changed": tr("Người khác vừa sửa ô này: chưa lưu. Xem số mới rồi gõ lại."),
    }
    return known.get(verdict.refusal or "", tr("Chưa lưu được ô này."))


def why(cell: EntryCell) -> str:
    """What a cell says beside its number: the difference from the registers, its note."""
    told = []
    if cell.difference:
        more = words.count(abs(cell.difference))
        said = tr("Nhập tay nhiều hơn sổ {count}") if cell.difference > 0 else ""
        told.append((said or tr("Nhập tay ít hơn sổ {count}")).format(count=more))
    if cell.typed.note:
        told.append(cell.typed.note)
    return ". ".join(told)


def period_state(code: PeriodState) -> tuple[str, Tone]:
    """How far a period has come, with its sign."""
    known: dict[PeriodState, tuple[str, Tone]] = {
        "open": (tr("○ Đang mở"), "info"),
        "submitted": (tr("➤ Đã nộp"), "warn"),
        "approved": (tr("✓ Đã duyệt"), "good"),
        "locked": (tr("■ Đã khóa sổ"), "muted"),
    }
    return known[code]


def days_left(days: int) -> str:
    """How far a day is."""
    if days < 0:
        return tr("quá hạn {days} ngày").format(days=-days)
    return tr("hôm nay là hạn") if days == 0 else tr("còn {days} ngày").format(days=days)


def due_tone(due: Due) -> Tone:
    """Late is red, within a week amber."""
    if due.days_left < 0:
        return "bad"
    return "warn" if due.days_left <= 7 else "muted"
