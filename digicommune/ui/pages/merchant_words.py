"""The words on screen for shops: steps of the round, kinds of codes, bands, their journal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from digicommune.ui import words
from digicommune.ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digicommune.domain.merchants import QrKind, QrService, VisitState
    from digicommune.domain.registers import JournalEntry
    from digicommune.ui.style import Tone


def step(code: str) -> tuple[str, Tone]:
    """How far a shop has come, with its sign."""
    known: dict[str, tuple[str, Tone]] = {
        "not_visited": (tr("– Chưa đến"), "muted"),
        "visited": (tr("› Đã đến"), "info"),
        "agreed": (tr("› Đồng ý"), "info"),
        "registered": (tr("› Đã đăng ký"), "info"),
        "issued": (tr("! Đã cấp mã"), "warn"),
        "in_use": (tr("✓ Đang dùng"), "good"),
        "refused": (tr("✗ Từ chối"), "bad"),
    }
    return known.get(code, (code, "muted"))


def bare_step(code: str) -> str:
    """The name of a step without its sign."""
    return step(code)[0].partition(" ")[2]


def steps() -> tuple[VisitState, ...]:
    """The steps in their order, refusal last."""
    return ("not_visited", "visited", "agreed", "registered", "issued", "in_use", "refused")


def kind(code: QrKind | str | None) -> str:
    """Whether a code carries its amount."""
    return {"static": tr("Mã tĩnh"), "dynamic": tr("Mã động")}.get(code or "", tr("Chưa rõ loại"))


def service(code: QrService | str | None) -> str:
    """What a payment by the code is to the bank."""
    known = {"transfer": tr("Chuyển khoản VietQR"), "payment": tr("Thanh toán tại đơn vị")}
    return known.get(code or "", tr("Chưa rõ cách trả"))


def stall(code: str) -> str:
    """Where a shop sells."""
    known = {"fixed": tr("Cửa hàng cố định"), "market": tr("Sạp, quầy ở chợ")}
    return known.get(code, tr("Chưa rõ nơi bán"))


def revenue(code: str) -> str:
    """A band of yearly revenue."""
    known = {
        "to_500m": tr("Đến 500 triệu đồng/năm"),
        "500m_to_1b": tr("Trên 500 triệu đến dưới 1 tỷ đồng/năm"),
        "from_1b": tr("Từ 1 tỷ đồng/năm"),
    }
    return known.get(code, tr("Chưa rõ doanh thu"))


def history_lines(entries: Iterable[JournalEntry]) -> tuple[str, ...]:
    """A shop's journal in plain lines: when, who, what was done; no number stands in it."""
    return tuple(f"{words.moment(one.at)} · {one.who} · {_done(one)}" for one in entries)


def _done(entry: JournalEntry) -> str:
    after, before = _read(entry.after), _read(entry.before)
    if entry.action == "merchant":
        return _edited(before, after)
    if entry.action == "visit":
        said = tr("ghi vận động: {step}").format(step=bare_step(str(after.get("step", ""))))
        return f"{said} ({words.iso_day(str(after.get('held_on') or ''))})"
    if entry.action == "reveal":
        return tr("xem {what}").format(what=after.get("what", ""))
    known = {
        "visit taken back": tr("lấy lại lượt vận động đã ghi"),
        "trash": tr("bỏ vào thùng rác"),
        "restore": tr("lấy lại từ thùng rác"),
        "merge": tr("nhập làm một với một phiếu khác của cùng hộ"),
        "qr check": tr("soát mã QR: {state}").format(
            state=words.qr_state(str(after.get("qr_state", "")))[0].partition(" ")[2]
        ),
    }
    return known.get(entry.action, entry.action)


def _edited(before: Mapping[str, object], after: Mapping[str, object]) -> str:
    if not before:
        return tr("thêm vào sổ")
    if "state" in after:
        closed = after["state"] == "closed"
        return tr("ghi đã nghỉ kinh doanh") if closed else tr("ghi hoạt động lại")
    fields = ", ".join(dict.fromkeys(field_of(key) for key in after))
    return tr("sửa {fields}").format(fields=fields)


def field_of(key: str) -> str:
    """The name of a shop's field."""
    known = {
        "name": tr("tên hộ"),
        "owner": tr("chủ hộ"),
        "village_id": tr("thôn"),
        "tax_code": tr("mã số thuế"),
        "cccd": tr("số CCCD"),
        "phone": tr("điện thoại"),
        "address": tr("địa chỉ"),
        "line": tr("ngành hàng"),
        "closed_on": tr("ngày nghỉ"),
        "note": tr("ghi chú"),
        "stall": tr("nơi bán"),
        "revenue": tr("doanh thu"),
        "has_transactions": tr("giao dịch qua mã"),
        "sound_box": tr("loa báo"),
        "qr_on": tr("ngày cấp mã"),
        "qr_bank_bin": tr("ngân hàng"),
        "provider": tr("đơn vị cung cấp"),
    }
    return known.get(key, tr("mã QR") if key.startswith("qr_") else key)


def _read(text: str | None) -> Mapping[str, object]:
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
