"""Takes back what an import brought to the merchants' register."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from digicommune.domain.merchant_lists import REVENUES, STALLS, revenue_of, stall_of
from digicommune.domain.people import SourceRow
from digicommune.operations.intake_merchants import merchant_of, qr_state
from digicommune.operations.intake_rows import PreviewRow
from digicommune.operations.undoing import (
    EDITED,
    SEEN_LATER,
    VALUE_CHANGED,
    Counted,
    still_standing,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digicommune.domain.import_records import LaterRow
    from digicommune.domain.merchants import Merchant
    from digicommune.operations.intake_rows import Change
    from digicommune.operations.undoing import Undoing

FIELDS = {
    "ten_ho_kd": "name",
    "ho_ten": "owner",
    "ma_so_thue": "tax_code",
    "dien_thoai": "phone",
    "dia_chi": "address",
    "nganh_hang": "line",
    "ghi_chu": "note",
    "trang_thai": "state",
}
TICKS = {"co_giao_dich": "has_transactions", "loa_bao": "sound_box"}


def counted_merchants(work: Undoing) -> Iterator[Counted]:
    """What of the import figures count: QR codes, and shops as such."""
    number = work.record.import_id
    for one in work.unit.merchants.from_import(number):
        made = one.source is not None and one.source.import_id == number
        yield Counted(None if made else one.qr_on)
    for changes in work.changed().values():
        if any(one.field in ("thon", "trang_thai", "co_giao_dich") for one in changes):
            yield Counted()


def undo_merchants(work: Undoing) -> None:
    """QR codes and values first, then the shops it made; codes later lists name too stay."""
    targets = {one.target_id for one in work.rows if one.target_id is not None}
    held = work.unit.merchants.get(sorted(targets))
    unedited = {one.merchant_id for one in held.values() if one.version == 1}
    touched = _undo_codes(work, held) | _undo_values(work, held)
    going = _removable(work, held, unedited)
    staying = [held[number] for number in sorted(touched - going)]
    work.unit.merchants.update_many(staying)
    work.removed += work.unit.merchants.remove_many(sorted(going))


def _undo_codes(work: Undoing, held: dict[int, Merchant]) -> set[int]:
    before: dict[int, Any] = {row.target_id or 0: kept for row, kept in work.beside("qr")}
    later = work.unit.imports.later_rows(work.record.import_id, "merchant-qr")
    touched = set()
    for number, one in list(held.items()):
        if one.qr_source is None or one.qr_source.import_id != work.record.import_id:
            if number in before:
                work.keep(one.name, VALUE_CHANGED.format(what="mã QR"))
            continue
        again = next((each for each in later.get(number, ()) if _says_code(each)), None)
        if again is not None:
            held[number] = replace(one, qr_source=again.source)
            touched.add(number)
            continue
        state, bank, day, source, *code = before.get(number, ("none", None, None, None))
        # Imports of before kept nothing of the text.
        text, kind, service, problem, provider = code or (None, None, None, None, one.provider)
        held[number] = replace(
            one,
            qr_state=state,
            qr_bank_bin=bank,
            qr_on=date.fromisoformat(day) if day else None,
            qr_source=SourceRow(*source) if source else None,
            qr_text=text,
            qr_kind=kind,
            qr_service=service,
            qr_problem=problem,
            provider=provider,
        )
        work.facts += 1
        touched.add(number)
    return touched


def _says_code(row: LaterRow) -> bool:
    return qr_state(msgspec.json.decode(row.fields)) == "in_use"


def _undo_values(work: Undoing, held: dict[int, Merchant]) -> set[int]:
    villages = {row.target_id: village for row, village in work.beside("thon")}
    touched = set()
    for number, changes in work.changed().items():
        one = held.get(number)
        if one is None:
            continue
        back, gone = still_standing(changes, _values(work, one))
        if gone:
            what = ", ".join(each.field for each in gone)
            work.keep(one.name, VALUE_CHANGED.format(what=what))
        if back:
            held[number] = _put_back(one, back, villages.get(number))
            work.restored += len(back)
            touched.add(number)
    return touched


def _values(work: Undoing, one: Merchant) -> dict[str, str | None]:
    now: dict[str, str | None] = {key: getattr(one, name) for key, name in FIELDS.items()}
    now["thon"] = work.villages.name(one.village_id)
    now["co_giao_dich"] = str(one.has_transactions)
    now["loa_bao"] = str(one.sound_box)
    now["noi_ban"] = STALLS.get(one.stall)
    now["doanh_thu"] = REVENUES.get(one.revenue)
    return now


def _put_back(one: Merchant, back: list[Change], village: int | None) -> Merchant:
    values: dict[str, object] = {}
    for each in back:
        if each.field in FIELDS:
            values[FIELDS[each.field]] = each.before
        elif each.field == "thon":
            values["village_id"] = village
        elif each.field in TICKS:
            values[TICKS[each.field]] = {"True": True, "False": False}.get(each.before or "")
        elif each.field == "noi_ban":
            values["stall"] = stall_of(each.before or "") or "unknown"
        elif each.field == "doanh_thu":
            values["revenue"] = revenue_of(each.before or "") or "unknown"
    return replace(one, **values)  # type: ignore[arg-type]


def _edited(work: Undoing, one: Merchant) -> bool:
    """Whether the shop, its code apart, is no longer as its row made it."""
    line = one.source.row if one.source else 0
    row = next(each for each in work.rows if each.row == line)
    fields = msgspec.json.decode(row.fields)
    village = work.villages.of(fields)
    source = SourceRow(work.record.import_id, line)
    told = PreviewRow(line, "new", fields, village_id=village)
    made = merchant_of(told, one.merchant_id, source)
    return replace(made, version=one.version) != one


def _removable(work: Undoing, held: dict[int, Merchant], unedited: set[int]) -> set[int]:
    later = work.later("merchant")
    going = set()
    for number, one in held.items():
        if one.source is None or one.source.import_id != work.record.import_id:
            continue
        if number in later:
            work.keep(one.name, SEEN_LATER.format(file=later[number]))
        elif number not in unedited and _edited(work, one):
            work.keep(one.name, EDITED)
        else:
            going.add(number)
    return going
