"""Keeps the register of recognised villages: entered, corrected, revoked; nothing is taken out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from digicommune.domain.periods import parse_period, period_of
from digicommune.domain.recognition import (
    RecognisedSum,
    Recognition,
    RecognitionLine,
    RegisterView,
    Revocation,
    Risk,
)
from digicommune.domain.text import bare_code, clean
from digicommune.errors import UserError
from digicommune.operations.judging import find_set
from digicommune.operations.recognising import SETTING, authorities, pack_of, register_of
from digicommune.packs.recognition import Authority, RecognitionPack, load_recognition
from digicommune.settings import today

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit

__all__ = [
    "Authority",
    "RecognisedSum",
    "Recognition",
    "RecognitionLine",
    "RegisterView",
    "Revocation",
    "Risk",
    "bodies",
    "correct",
    "enter",
    "level_names",
    "register",
    "revoke",
    "set_bodies",
    "story",
]


def register(store: Store, period_code: str | None = None, on: date | None = None) -> RegisterView:
    """The register as it stands on a day (today), with the risks of a period (this year's)."""
    day = on or today()
    period = parse_period(period_code) if period_code else period_of(day, "year")
    with store.glance() as unit:
        return register_of(unit, period, day)


def bodies(store: Store, on: date | None = None) -> tuple[Authority, ...]:
    """Who may recognise, the usual body of the day first; none of it is checked against a text."""
    with store.glance() as unit:
        return authorities(unit, on or today())


def set_bodies(store: Store, file: Path, since: date) -> RecognitionPack:
    """Lets a pack file say who recognises from a day on; what was decided before keeps its own.

    Raises ``UserError`` ``bad_pack``.
    """
    pack = load_recognition(file)
    with store.unit() as unit:
        before = pack_of(unit, since)
        unit.office.set_setting(SETTING, msgspec.json.encode(pack).decode(), since)
        told = {"since": since, **msgspec.to_builtins(pack)}
        unit.journal.note("setting", SETTING, msgspec.to_builtins(before), told)
    return pack


def level_names(store: Store) -> dict[str, str]:
    """Names of levels by code."""
    with store.glance() as unit:
        return {one.code: one.level for one in pack_of(unit).authority}


def enter(store: Store, new: Recognition) -> Recognition:
    """Enters a decision, one made elsewhere too.

    Raises ``UserError`` ``recognition_blank``, ``recognition_days``, ``recognition_twice``,
    ``criteria_unknown``, ``village_gone``.
    """
    with store.unit() as unit:
        ready = _ready(unit, replace(new, recognition_id=0, version=0))
        saved = unit.recognitions.save(ready)
        _note(unit, "recognise", None, saved)
    return saved


def correct(store: Store, changed: Recognition) -> Recognition:
    """Puts a line right; raises what ``enter`` does, ``recognition_unknown`` and
    ``changed_meanwhile``."""
    with store.unit() as unit:
        before = _found(unit, changed.recognition_id)
        saved = unit.recognitions.save(_ready(unit, changed))
        _note(unit, "recognition_correct", before, saved)
    return saved


def revoke(store: Store, one: Recognition, by: Revocation) -> Recognition:
    """Notes that a recognition was taken back.

    Raises ``UserError`` ``recognition_reason``, ``recognition_days``, ``changed_meanwhile``.
    """
    reason, number = clean(by.reason), clean(by.number)
    if not reason or not number:
        raise UserError(
            "recognition_reason",
            "Thu hồi công nhận cần số quyết định và lý do.",
            "Ghi số quyết định thu hồi và lý do rồi lưu lại.",
        )
    with store.unit() as unit:
        before = _found(unit, one.recognition_id)
        ready = _ready(unit, replace(one, revoked=Revocation(number, by.on, reason)))
        saved = unit.recognitions.save(ready)
        _note(unit, "recognition_revoke", before, saved)
    return saved


def story(store: Store, recognition_id: int) -> tuple[tuple[str, str, str], ...]:
    """What was done to a line: when (UTC), by whom, what; newest first."""
    with store.glance() as unit:
        entries = unit.journal.of(f"recognition:{recognition_id}")
        return tuple((one.at, one.who, one.action) for one in entries)


def _note(unit: Unit, action: str, before: Recognition | None, after: Recognition) -> None:
    old = msgspec.to_builtins(before) if before else None
    unit.journal.note(
        action, f"recognition:{after.recognition_id}", old, msgspec.to_builtins(after)
    )


def _found(unit: Unit, number: int) -> Recognition:
    found = unit.recognitions.get(number)
    if found is None:
        raise UserError(
            "recognition_unknown",
            f"Sổ công nhận không có dòng số {number}.",
            "Xem sổ công nhận rồi chọn lại.",
            number=number,
        )
    return found


def _ready(unit: Unit, one: Recognition) -> Recognition:
    """The line as it is kept: tidy, of a village and a set that exist, not there already."""
    known = find_set(unit, one.set_code)
    if all(each.village_id != one.village_id for each in unit.villages.all()):
        raise UserError(
            "village_gone",
            "Thôn này không còn trong danh sách.",
            "Tải lại danh sách thôn rồi chọn lại.",
        )
    usual = authorities(unit, one.dated)[0]
    ready = replace(
        one,
        set_code=known.code,
        set_sha=one.set_sha or unit.criteria.digests().get(known.code, ""),
        number=clean(one.number),
        authority=clean(one.authority) or usual.body,
        level=clean(one.level) or usual.code,
        note=one.note.strip(),
    )
    if not ready.number:
        raise UserError(
            "recognition_blank",
            "Chưa ghi số quyết định công nhận.",
            "Ghi số quyết định, ví dụ 145/QĐ-UBND, rồi lưu lại.",
        )
    _refuse_days(ready)
    _refuse_twin(unit, ready)
    return ready


def _refuse_days(one: Recognition) -> None:
    later = (
        ("ngày hết hiệu lực", one.valid_until),
        ("ngày thẩm định lại", one.recheck_on),
        ("ngày thu hồi", one.revoked.on if one.revoked else None),
    )
    for words, day in later:
        if day is not None and day < one.dated:
            raise UserError(
                "recognition_days",
                f"{words[:1].upper()}{words[1:]} {day:%d/%m/%Y} đứng trước ngày quyết định "
                f"{one.dated:%d/%m/%Y}.",
                "Sửa lại ngày rồi lưu lại.",
                what=words,
                day=f"{day:%d/%m/%Y}",
                dated=f"{one.dated:%d/%m/%Y}",
            )


def _refuse_twin(unit: Unit, one: Recognition) -> None:
    for other in unit.recognitions.all():
        same = (other.village_id, other.dated) == (one.village_id, one.dated)
        if (
            same
            and other.recognition_id != one.recognition_id
            and bare_code(other.number) == bare_code(one.number)
        ):
            raise UserError(
                "recognition_twice",
                f"Quyết định số {one.number} ngày {one.dated:%d/%m/%Y} của thôn này đã có trong "
                "sổ công nhận.",
                "Sửa dòng đã có thay vì nhập thêm.",
                number=one.number,
                day=f"{one.dated:%d/%m/%Y}",
            )
