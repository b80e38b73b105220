"""The file that goes back to a bank: its own rows and what became of them, nothing of others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from digicommune.domain.people import mask_tail
from digicommune.errors import UserError
from digicommune.operations.campaign_finding import campaign_of
from digicommune.sheets.plain_tables import Table, write_table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.campaigns import Campaign
    from digicommune.domain.registers import ImportRecord, ImportRowRecord

HEADINGS = (
    "Tệp ngân hàng gửi", "Dòng", "Họ và tên", "Ngày sinh", "Số định danh", "Thôn",
    "Số tài khoản", "Ngày mở", "Kết quả đối chiếu", "Cần sửa",
)  # fmt: skip
# What a bank may know of its rows. Whether somebody banks elsewhere is not among it.
VERDICTS = {
    "new": "Đã ghi nhận",
    "known": "Đã ghi nhận",  # whether the commune knew the person before is not the bank's
    "doubtful": "Chờ xã đối chiếu",
    "rejected": "Chưa nhận, cần sửa",
}
WAITING = "Chưa khớp chắc chắn với sổ nhân khẩu của xã; đề nghị gửi thêm số định danh, ngày sinh."
KIND = "bank-accounts"


def bank_file(store: Store, code: str, bank: str, to: Path) -> int:
    """Writes the rows of a bank's lists with their verdicts; returns how many; it is noted.

    A row holds what the bank itself sent. A number it did not send stands masked where the commune
    knows it. Raises ``UserError`` ``campaign_unknown``, ``bank_sent_nothing``.
    """
    with store.glance() as unit:
        campaign = campaign_of(unit, code)
        rows = list(_rows(unit, campaign, bank))
        commune = unit.office.commune()
        name = next((one.short_name for one in unit.banks.all() if one.bin == bank), bank)
    if not rows:
        raise UserError(
            "bank_sent_nothing",
            f"Chiến dịch {code} chưa có danh sách nào của ngân hàng {name}.",
            "Nhập danh sách của ngân hàng vào chiến dịch trước.",
            campaign=code,
            bank=name,
        )
    title = f"UBND {commune.title} – kết quả đối chiếu danh sách của {name}, {campaign.name}"
    write_table(Table(title, HEADINGS, rows), to)
    with store.unit() as unit:
        after = {"bank": bank, "rows": len(rows), "file": to.name}
        unit.journal.note("export", f"campaign:{campaign.campaign_id}", after=after)
    return len(rows)


def _rows(unit: Unit, campaign: Campaign, bank: str) -> Iterator[tuple[object, ...]]:
    for record in reversed(unit.imports.all()):
        mine = record.campaign_id == campaign.campaign_id and record.kind == KIND
        if not mine or record.state != "active":
            continue
        rows = unit.imports.rows(record.import_id)
        told = [(one, msgspec.json.decode(one.fields, type=dict[str, Any])) for one in rows]
        own = [(one, fields) for one, fields in told if _bank(fields, record) == bank]
        known = unit.people.get(_people(one for one, _ in own))
        for one, fields in own:
            person = known.get(one.target_id or 0)
            number = fields.get("cccd") or mask_tail(person.cccd if person else None)
            yield _row(record, one, fields, str(number or ""))


def _people(rows: Any) -> list[int]:
    return sorted({one.target_id for one in rows if one.target_kind == "person" and one.target_id})


def _bank(fields: dict[str, Any], record: ImportRecord) -> str | None:
    return fields.get("ngan_hang_bin") or record.bank_bin


def _row(
    record: ImportRecord, one: ImportRowRecord, fields: dict[str, Any], number: str
) -> tuple[object, ...]:
    born = fields.get("ngay_sinh") or fields.get("nam_sinh") or ""
    return (
        record.file,
        one.row,
        fields.get("ho_ten", ""),
        _day(born),
        number,
        fields.get("thon", ""),
        fields.get("so_tai_khoan", ""),
        _day(fields.get("ngay_mo", "")),
        VERDICTS[one.verdict],
        _mend(one),
    )


def _mend(one: ImportRowRecord) -> str:
    """What the bank can put right; of a row that waits nothing of whom it may mean."""
    if one.verdict == "doubtful":
        return WAITING
    if one.verdict != "rejected":
        return ""
    problems = msgspec.json.decode(one.problems)
    return " ".join(str(each[2]) for each in problems)


def _day(text: object) -> str:
    """An ISO day as it is written here; what is none stays."""
    parts = str(text).split("-")
    return "/".join(reversed(parts)) if len(parts) == 3 else str(text)
