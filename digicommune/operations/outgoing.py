"""Sends lists out: copies with wrong cells marked, empty forms, exports; it changes no register."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING, Final

from digicommune.domain.field_headings import heading_of
from digicommune.domain.findings import WARNING_WORDS
from digicommune.domain.merchant_cards import shown_tax_code
from digicommune.domain.merchant_lists import KINDS, REVENUES, STALLS
from digicommune.domain.people import mask_tail
from digicommune.domain.periods import parse_period
from digicommune.domain.registers import MerchantQuery
from digicommune.errors import UserError
from digicommune.operations.outgoing_forms import FORM_KINDS, form_of
from digicommune.sheets.child import read_bytes
from digicommune.sheets.forms import write_form
from digicommune.sheets.marking import CopyJob, Mark, mark_copy
from digicommune.sheets.plain_tables import Table, write_table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from digicommune.db.store import Store
    from digicommune.domain.merchants import Merchant
    from digicommune.operations.intake_rows import Preview, PreviewRow

__all__ = [
    "FORM_KINDS",
    "error_copy",
    "export_merchants",
    "export_rows",
    "safe_name",
    "template",
    "village_form",
]

_VERDICTS: Final = {"new": "Mới", "known": "Đã có", "doubtful": "Nghi trùng", "rejected": "Sai"}
_STATES: Final = {"active": "Đang hoạt động", "closed": "Đã nghỉ"}
_DOUBT: Final = "Dòng này cần đối chiếu: có thể trùng người đã có trong sổ."
_MERCHANT_FIELDS: Final = (
    "ten_ho_kd", "ho_ten", "cccd", "ma_so_thue", "dien_thoai", "thon", "dia_chi", "nganh_hang",
    "noi_ban", "doanh_thu", "trang_thai", "ma_qr", "ngan_hang", "ngay_cap_ma", "loai_qr",
    "co_giao_dich", "loa_bao", "ghi_chu", "qr_text",
)  # fmt: skip
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_NO_NAME = re.compile(
    r'[<>:"/\\|?*\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]'
)
_LONGEST_NAME: Final = 120
EVERY_SHOP: Final = 100_000  # more than any commune has


def error_copy(_store: Store | None, preview: Preview, to: Path) -> int:
    """A copy of the sender's file with wrong (red) and doubtful (yellow) cells and the reasons.

    The number of marked cells. Raises ``UserError``: ``nothing_to_mark``, ``copy_over_original``,
    ``file_changed`` where the file is not the one that was looked at, and those of the reader.
    """
    marks = tuple(_marks(preview))
    if not marks:
        raise UserError(
            "nothing_to_mark",
            f"Tệp {preview.file} không có dòng sai hay nghi trùng.",
            "Không cần gửi lại; có thể lưu danh sách này vào sổ.",
            file=preview.file,
        )
    if hashlib.sha256(read_bytes(preview.path)).hexdigest() != preview.sha256:
        raise UserError(
            "file_changed",
            f"Tệp {preview.file} đã thay đổi sau khi xem trước.",
            "Mở lại tệp để kiểm tra rồi tạo bản đánh dấu.",
            file=preview.file,
        )
    reading = preview.reading
    header_row = (reading.header_rows or (1,))[-1] - 1
    job = CopyJob(str(preview.path), reading.sheet, preview.request.password, header_row, marks)
    return mark_copy(job, to)


def _marks(preview: Preview) -> Iterator[Mark]:
    """Every cell to mark; a reason that names no cell is put at the name."""
    columns: dict[str, int] = {}
    for letters, key in preview.reading.columns.items():
        for part in key.split(":")[0].split("|"):
            columns.setdefault(part, _index(letters))
    name = next((columns[k] for k in ("ho_ten", "ten_ho_kd", "ho_dem", "thon") if k in columns), 0)
    told = {one.row: one.problems for one in preview.reading.rejected}
    for one in preview.rows:
        if one.verdict == "rejected" and one.row in told:
            for problem in told[one.row]:
                at = _index(problem.column) if problem.column else name
                yield Mark(one.row - 1, at, wrong=True, reason=problem.message)
        elif one.verdict in ("rejected", "doubtful"):
            wrong = one.verdict == "rejected"
            for field, _code, message in one.problems or ((None, "", _DOUBT),):
                at = columns.get(field or "", name)
                yield Mark(one.row - 1, at, wrong=wrong, reason=message or _DOUBT)


def _index(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def template(store: Store, kind: str, to: Path) -> None:
    """An empty form for a kind of list, with this office's villages and banks to choose from."""
    if kind not in FORM_KINDS:
        raise UserError(
            "list_kind_unknown",
            f"Không có mẫu cho loại danh sách “{kind}”.",
            "Chọn một trong các loại: " + ", ".join(FORM_KINDS) + ".",
            file=kind,
        )
    with store.glance() as unit:
        form = form_of(unit, kind)
    write_form(form, to)


def village_form(store: Store, period_code: str, to: Path) -> None:
    """The form of village figures for one period, which it names and brings back."""
    period = parse_period(period_code)
    with store.glance() as unit:
        form = form_of(unit, "village-figures", period)
    write_form(form, to)


def export_merchants(store: Store, to: Path) -> None:
    """The register of merchants as a list that reads back; .csv where the name says so.

    Numbers of people are masked: read back, they tell nothing and change nothing. The journal
    keeps who wrote how many (Luật 91/2025/QH15).
    """
    with store.glance() as unit:
        merchants = unit.merchants.list(MerchantQuery(limit=EVERY_SHOP))
        villages = {one.village_id: one.name for one in unit.villages.all()}
        banks = {one.bin: one.short_name for one in unit.banks.all()}
    rows = [
        (number, *_merchant_cells(one, villages, banks)) for number, one in enumerate(merchants, 1)
    ]
    headings = ["STT", *(_merchant_heading(key) for key in _MERCHANT_FIELDS)]
    write_table(Table("DANH SÁCH HỘ KINH DOANH", headings, rows), to)
    with store.unit() as unit:
        unit.journal.note("export", "merchants", after={"shops": len(merchants)})


def _merchant_heading(key: str) -> str:
    return "Chủ hộ kinh doanh" if key == "ho_ten" else heading_of(key)


def _merchant_cells(
    one: Merchant, villages: dict[int, str], banks: dict[str, str]
) -> tuple[str | None, ...]:
    ticks: dict[bool | None, str | None] = {True: "x", False: "không", None: None}
    bank = banks.get(one.qr_bank_bin or "", one.qr_bank_bin) or one.provider
    # A code not yet used, or in doubt for what its text does not tell, must not come back as used.
    coded = one.qr_state == "in_use" or (one.qr_state == "doubtful" and bool(one.qr_text))
    return (
        one.name, one.owner, mask_tail(one.cccd), shown_tax_code(one.tax_code),
        mask_tail(one.phone, 3, 3), villages.get(one.village_id or 0), one.address, one.line,
        STALLS.get(one.stall), REVENUES.get(one.revenue), _STATES.get(one.state, one.state),
        "x" if coded else None, bank, f"{one.qr_on:%d/%m/%Y}" if coded and one.qr_on else None,
        KINDS[one.qr_kind] if one.qr_kind else None, ticks[one.has_transactions],
        ticks[one.sound_box],
        one.note,
        one.qr_text,  # it is judged anew where it is read back: a doubted code stays doubted
    )  # fmt: skip


def export_rows(preview: Preview, to: Path) -> None:
    """The rows of a list as they were read and judged; .csv where the name says so."""
    keys = list(dict.fromkeys(key for one in preview.rows for key in one.fields))
    headings = ["Dòng", "Kết quả", *map(heading_of, keys), "Điều cần biết", "Lý do"]
    title = f"KẾT QUẢ ĐỌC TỆP {preview.file}"
    write_table(Table(title, headings, (_row_cells(one, keys) for one in preview.rows)), to)


def _row_cells(one: PreviewRow, keys: list[str]) -> list[object]:
    warnings = "; ".join(WARNING_WORDS.get(code, code) for code in one.warnings)
    reasons = " ".join(message for _field, _code, message in one.problems)
    fields = [_field_text(one.fields.get(key)) for key in keys]
    return [one.row, _VERDICTS.get(one.verdict, one.verdict), *fields, warnings, reasons]


def _field_text(value: object) -> object:
    """A value as paper writes it: days day first, a tick as x."""
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return "/".join(reversed(value.split("-")))
    return value


def safe_name(title: str, suffix: str = ".xlsx") -> str:
    """A file name that Windows, mail programs and archives take, Vietnamese marks kept."""
    name = _NO_NAME.sub(" ", unicodedata.normalize("NFC", title))
    name = re.sub(r"\s+", " ", name).strip(" .")[:_LONGEST_NAME].strip(" .")
    return f"{'_' if _RESERVED.fullmatch(name) else ''}{name or 'danh sách'}{suffix}"
