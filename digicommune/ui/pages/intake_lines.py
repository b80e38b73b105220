"""Rows of a list as the preview shows them: masked, worded and filtered; it judges none."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.domain.people import mask_tail
from digicommune.domain.text import fold
from digicommune.ui import words
from digicommune.ui.language import tr
from digicommune.ui.views.table import Column

if TYPE_CHECKING:
    from digicommune.domain.rows import Value
    from digicommune.operations.intake import Chosen, Decision, Preview, PreviewRow
    from digicommune.ui.style import Tone

MASKED = {"cccd", "cmnd", "so_tai_khoan"}
DAYS = {"ngay_sinh", "ngay_mo", "ngay_cap_ma"}
# Which fields are columns, in this order, as far as the list has them; the panel shows all.
FIRST = (
    "ho_ten", "ten_ho_kd", "chu_ho", "ngay_sinh", "nam_sinh", "cccd", "dien_thoai", "thon",
    "ngan_hang", "so_tai_khoan", "ngay_mo", "ma_qr", "nhan_khau", "lao_dong", "so_ho",
)  # fmt: skip
MOST = 5
WIDTHS = {
    "ho_ten": 160, "ten_ho_kd": 176, "chu_ho": 152, "ngay_sinh": 112, "nam_sinh": 84, "cccd": 132,
    "dien_thoai": 112, "thon": 116, "ngan_hang": 108, "so_tai_khoan": 144, "ngay_mo": 112,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the preview, or one that was skipped."""

    row: int
    verdict: str  # a row's verdict, or "skipped"
    note: str
    source: PreviewRow | None = None
    folded: str = ""  # what a search looks through

    def shown(self, key: str) -> str:
        """A field of it, masked and written as in Vietnam."""
        if self.source is None:
            return ""
        return shown_value(key, self.source.fields.get(key))


def lines_of(preview: Preview) -> tuple[Line, ...]:
    """All rows of a list by row number: taken, wrong and skipped."""
    warned = {code: words.warning(code) for one in preview.rows for code in one.warnings}
    taken = [_line(one, warned) for one in preview.rows]
    skipped = [
        Line(one.row, "skipped", note, folded=f"{one.row} {fold(note)}")
        for one in preview.skipped
        for note in (f"{words.skipped_kind(one.kind)}: {one.text}".rstrip(": "),)
    ]
    return tuple(sorted(taken + skipped, key=lambda one: one.row))


def _line(one: PreviewRow, warned: Mapping[str, str]) -> Line:
    note = note_of(one, warned)
    said, numbers = [note], [str(one.row)]
    for key, value in one.fields.items():
        if key in MASKED:
            numbers.append(shown_value(key, value))
        elif isinstance(value, str) and not value.isdigit():
            said.append(value)
        else:
            numbers.append(str(value))
    folded = f"{' '.join(numbers)} {fold(' '.join(said))}"
    return Line(one.row, one.verdict, note, one, folded)


def note_of(one: PreviewRow, warned: Mapping[str, str]) -> str:
    """Why the row has its verdict, in one line; ``warned`` gives the words of its warnings."""
    if not (one.problems or one.changes or one.warnings):
        return ""
    parts = [message for _field, _code, message in one.problems]
    parts += [
        tr("{field}: {before} → {after}").format(
            field=words.field_name(change.field),
            before=shown_value(change.field, change.before) or "∅",
            after=shown_value(change.field, change.after),
        )
        for change in one.changes
    ]
    parts += [warned[code] for code in one.warnings]
    return "; ".join(parts)


def shown_value(key: str, value: Value | None) -> str:
    """A value of a list as it is shown: numbers of people masked, days day first."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return tr("Có") if value else tr("Không")
    if isinstance(value, int):
        return str(value) if key == "nam_sinh" else words.count(value)
    if key in MASKED:
        return mask_tail(value)
    return words.iso_day(value) if key in DAYS else value


def columns_of(present: Collection[str]) -> tuple[Column[Line], ...]:
    """Row, verdict, the main ones of the fields that are present, and the note."""
    keys = [key for key in FIRST if key in present]
    if "ngay_sinh" in keys and "nam_sinh" in keys:
        keys.remove("nam_sinh")
    return (
        Column(
            tr("Dòng"), lambda one: str(one.row), sort=lambda one: one.row, number=True, width=64
        ),
        Column(
            tr("Kết luận"),
            lambda one: verdict(one)[0],
            tone=lambda one: verdict(one)[1],
            width=112,
        ),
        *(_field_column(key) for key in keys[:1]),
        Column(tr("Ghi chú"), lambda one: one.note, least=168),
        *(_field_column(key) for key in keys[1:MOST]),
    )


def _field_column(key: str) -> Column[Line]:
    return Column(words.field_name(key), lambda one: one.shown(key), width=WIDTHS.get(key, 112))


def verdict(line: Line) -> tuple[str, Tone]:
    """The verdict in words."""
    if line.verdict == "skipped":
        return tr("· Bỏ qua"), "muted"
    return words.row_verdict(line.verdict)


def undecided(preview: Preview, decisions: Mapping[int, Decision | Chosen]) -> int:
    """How many doubtful rows wait."""
    return sum(
        one.verdict == "doubtful" and decisions.get(one.row, "later") == "later"
        for one in preview.rows
    )


def saved_by(preview: Preview, decisions: Mapping[int, Decision | Chosen]) -> int:
    """How many rows will write something."""
    return sum(
        (one.verdict in ("new", "known") and (one.new_fact or one.new_target or bool(one.changes)))
        or (one.verdict == "doubtful" and decisions.get(one.row, "later") != "later")
        for one in preview.rows
    )


def bankless(preview: Preview) -> bool:
    """Whether a list of accounts says nowhere whose they are: the officer must."""
    return (
        preview.kind == "bank-accounts"
        and preview.request.bank_bin is None
        and not any(one.fields.get("ngan_hang_bin") for one in preview.rows)
    )


def notices(preview: Preview) -> list[str]:
    """What the officer should know of the whole list before saving it."""
    found = []
    if preview.imported_before is not None:
        when = words.moment(preview.imported_before_on)
        found.append(tr("Tệp này đã nhập ngày {when}.").format(when=when))
    if bankless(preview):
        found.append(tr("Tệp không ghi ngân hàng nào: bấm “Xem lại cột” để chọn ngân hàng."))
    if preview.brings_nothing:
        found.append(tr("Không có gì mới so với sổ: lưu cũng không thay đổi gì."))
    if preview.total_differs:
        declared = words.count(preview.reading.declared_total)
        read = words.count(len(preview.reading.records) + len(preview.reading.rejected))
        found.append(
            tr(
                "Chênh lệch với tổng số nơi gửi báo: dòng tổng cộng ghi {declared}, "
                "đọc được {read} dòng. Cần soát lại."
            ).format(declared=declared, read=read)
        )
    if preview.other_lists:
        names = ", ".join(f"“{one}”" for one in preview.other_lists)
        found.append(tr("Tệp còn danh sách ở trang: {names}.").format(names=names))
    if preview.hidden_sheets:
        names = ", ".join(preview.hidden_sheets)
        found.append(tr("Tệp có trang tính ẩn: {names}.").format(names=names))
    if preview.opened == "html_as_xls":
        found.append(tr("Tệp mang đuôi .xls nhưng là trang web; vẫn đọc được."))
    return found


def facts_of(preview: Preview, bank: str) -> str:
    """What the list is, in one line: kind, sheet, bank, where its headings stand, its total."""
    reading = preview.reading
    parts = [
        words.list_kind(preview.kind),
        tr("trang tính “{sheet}”").format(sheet=reading.sheet),
    ]
    if bank:
        parts.append(tr("của {bank}").format(bank=bank))
    if reading.header_rows:
        heads = ", ".join(str(one) for one in reading.header_rows)
        parts.append(tr("tên cột ở dòng {rows}").format(rows=heads))
    if reading.declared_total is not None and not preview.total_differs:
        total = words.count(reading.declared_total)
        parts.append(tr("✓ khớp tổng số nơi gửi báo: {total}").format(total=total))
    return " · ".join(parts)
