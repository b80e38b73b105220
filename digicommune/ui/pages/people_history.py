"""A person's journal in plain lines: when, who, what was done; nobody's number stands in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from digicommune.ui import words
from digicommune.ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digicommune.domain.registers import JournalEntry


def history_lines(entries: Iterable[JournalEntry], names: Mapping[str, str]) -> tuple[str, ...]:
    """The entries as lines; ``names`` are those of the indicators."""
    return tuple(f"{words.moment(one.at)} · {one.who} · {_done(one, names)}" for one in entries)


def _done(entry: JournalEntry, names: Mapping[str, str]) -> str:
    after, before = _read(entry.after), _read(entry.before)
    if entry.action == "fact":
        return _fact(after, names)
    if entry.action == "reveal":
        return tr("xem {what}").format(what=after.get("what", ""))
    if entry.action == "person":
        return _edited(before, after)
    known = {
        "trash": tr("bỏ vào thùng rác"),
        "restore": tr("lấy lại từ thùng rác"),
        "merge": tr("nhập làm một với một phiếu khác của cùng người"),
    }
    return known.get(entry.action, entry.action)


def _fact(after: Mapping[str, object], names: Mapping[str, str]) -> str:
    code = str(after.get("fact", ""))
    name = names.get(code, code)
    if "since" not in after:
        return tr("bỏ: {name}").format(name=name)
    day = words.iso_day(str(after["since"] or ""))
    said = tr("ghi: {name}").format(name=name)
    return f"{said} ({day})" if day else said


def _edited(before: Mapping[str, object], after: Mapping[str, object]) -> str:
    if not before:
        return tr("thêm vào sổ")
    fields = ", ".join(field_of(key) for key in after)
    return tr("sửa {fields}").format(fields=fields)


def field_of(key: str) -> str:
    """The name of a resident's field."""
    known = {
        "full_name": tr("họ tên"),
        "village_id": tr("thôn"),
        "birth_date": tr("ngày sinh"),
        "birth_year": tr("năm sinh"),
        "sex": tr("giới tính"),
        "cccd": tr("số CCCD"),
        "cmnd": tr("số CMND"),
        "phone": tr("điện thoại"),
        "household": tr("hộ"),
        "address": tr("địa chỉ"),
        "residence": tr("nơi ở"),
        "note": tr("ghi chú"),
        "lane": tr("ngõ, xóm"),
        "is_head": tr("chủ hộ"),
        "residence_on": tr("ngày đi, đến"),
    }
    return known.get(key, key)


def _read(text: str | None) -> Mapping[str, object]:
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
