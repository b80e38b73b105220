"""Judges and saves lists of merchants and of the QR codes banks gave them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from digicommune.domain.merchant_lists import REVENUES, STALLS, kind_said, revenue_of, stall_of
from digicommune.domain.merchants import Merchant, state_from_words
from digicommune.domain.people import SourceRow
from digicommune.domain.resemblance import says_more
from digicommune.domain.shop_codes import doubt_of, kind_of
from digicommune.domain.text import fold
from digicommune.domain.vietqr import read
from digicommune.operations.intake_rows import (
    Change,
    Origins,
    PreviewRow,
    Saved,
    Saving,
    VillageNames,
    row_record,
    text_or_none,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from digicommune.db.unit import Unit
    from digicommune.domain.merchants import MerchantState, QrState
    from digicommune.domain.registers import MerchantIndex
    from digicommune.domain.rows import ListReading, Record
    from digicommune.operations.intake_rows import FieldValue, IntakeRequest

Fields = dict[str, "FieldValue"]


def judge_merchants(
    unit: Unit, reading: ListReading, _request: IntakeRequest
) -> tuple[PreviewRow, ...]:
    """The verdict of every record of a merchants' or QR list."""
    villages, origins = VillageNames(unit), Origins(unit)
    finder = _Finder(unit.merchants.match_index())
    found = [
        (
            one,
            villages.of(one.fields),
            finder.find(one, villages),
        )
        for one in reading.records
    ]
    known = unit.merchants.get([target for *_, target in found if target and target > 0])
    return tuple(
        _judge(record, (village, target), known.get(target or 0), (villages, origins))
        for record, village, target in found
    )


class _Finder:
    """Finds a merchant by tax code, owner's number, name or owner within the village."""

    def __init__(self, index: MerchantIndex) -> None:
        self._index = index
        self._here: dict[tuple[str, str, int | None], int] = {}

    def find(self, record: Record, villages: VillageNames) -> int | None:
        """The merchant's id; below 0 one this list has brought before; None: not yet known."""
        village = villages.of(record.fields)
        target = self._known(record.fields, village)
        key = (fold(shop_name(record.fields)), str(record.fields.get("ma_so_thue", "")), village)
        if target is None:
            target = self._here.get(key)
        if target is None:
            self._here[key] = -record.row
        return target

    def _known(self, fields: Fields, village: int | None) -> int | None:
        index = self._index
        tax = index.by_tax_code.get(str(fields.get("ma_so_thue", "")))
        if tax is not None:
            return tax
        name, owner = fold(shop_name(fields)), fold(str(fields.get("ho_ten", "")))
        for candidates in (
            index.by_cccd.get(str(fields.get("cccd", "")), ()),
            index.by_name_village.get((name, village), ()),
            index.by_owner_village.get((owner, village), ()) if owner else (),
            index.by_phone.get(str(fields.get("dien_thoai", "")), ()),
        ):
            if len(candidates) == 1:
                return candidates[0]
        return None


def shop_name(fields: Fields) -> str:
    """The shop's own name, or its owner's where the list gives none."""
    return str(fields.get("ten_ho_kd") or fields.get("ho_ten") or "")


def _judge(
    record: Record,
    place: tuple[int | None, int | None],
    merchant: Merchant | None,
    names: tuple[VillageNames, Origins],
) -> PreviewRow:
    village, target = place
    villages, origins = names
    fresh_qr = qr_state(record.fields) == "in_use" and (
        merchant is None or merchant.qr_state != "in_use"
    )
    if merchant is None and target is None:
        return PreviewRow(
            record.row,
            "new",
            record.fields,
            record.warnings,
            target=-record.row,
            new_target=True,
            new_fact=fresh_qr,
            village_id=village,
            problems=_code_problems(record.fields, None) if fresh_qr else (),
        )
    changes = _changes(record.fields, village, merchant, villages) if merchant else ()
    source = (merchant.qr_source or merchant.source) if merchant else None
    return PreviewRow(
        record.row,
        "new" if fresh_qr and merchant else "known",
        record.fields,
        record.warnings,
        target=target,
        target_label=merchant.name if merchant else "",
        changes=changes,
        new_fact=fresh_qr and merchant is not None,
        village_id=village,
        seen_in="" if fresh_qr and merchant else origins.told(source, target or 0),
        problems=_code_problems(record.fields, merchant) if fresh_qr else (),
    )


def qr_state(fields: Fields) -> QrState | None:
    """What the row says of a QR code; None: nothing."""
    if fields.get("ma_qr") is False:
        return "none"
    given = fields.get("ma_qr") or fields.get("ngay_cap_ma") or fields.get("qr_text")
    return "in_use" if given else None


def state_of(fields: Fields) -> MerchantState | None:
    """Active or closed as the row says; None: nothing."""
    said = str(fields.get("trang_thai", ""))
    return state_from_words(said) if said else None


def _changes(
    fields: Fields, village: int | None, held: Merchant, villages: VillageNames
) -> tuple[Change, ...]:
    now = (
        ("ho_ten", held.owner),
        ("ma_so_thue", held.tax_code),
        ("dien_thoai", held.phone),
        ("dia_chi", held.address),
        ("nganh_hang", held.line),
        ("ghi_chu", held.note),
    )
    found = [
        Change(field, before, str(fields[field]))
        for field, before in now
        if fields.get(field) and str(fields[field]) != before
    ]
    said = state_of(fields)
    if said and said != held.state:
        found.append(Change("trang_thai", held.state, said))
    name = shop_name(fields)
    if fields.get("ten_ho_kd") and says_more(name, held.name):
        found.append(Change("ten_ho_kd", held.name, name))
    found += villages.change(held.village_id, village)
    ticks = (("co_giao_dich", held.has_transactions), ("loa_bao", held.sound_box))
    for field, now_held in ticks:
        ticked = fields.get(field)
        if isinstance(ticked, bool) and ticked != now_held:
            found.append(Change(field, str(now_held), str(ticked)))
    return (*found, *_changed_words(fields, held))


def _changed_words(fields: Fields, held: Merchant) -> Iterator[Change]:
    """Where it sells and its band, told in words; words that say nothing change nothing."""
    stall = stall_of(str(fields.get("noi_ban", "")))
    if stall and stall != held.stall:
        yield Change("noi_ban", STALLS.get(held.stall), STALLS[stall])
    revenue = revenue_of(str(fields.get("doanh_thu", "")))
    if revenue and revenue != held.revenue:
        yield Change("doanh_thu", REVENUES.get(held.revenue), REVENUES[revenue])


def bool_or_none(value: object) -> bool | None:
    """A tick that was read; None where the list has none."""
    return value if isinstance(value, bool) else None


def save_merchants(saving: Saving) -> Saved:
    """Writes new merchants, QR codes and changed values; keeps every row with its target."""
    saved = Saved()
    targets = _new_merchants(saving, saved)
    before = _changed_merchants(saving, saved)
    for one in saving.preview.rows:
        if saving.decided(one) == "later":
            saved.rows.append(row_record(one, None, one.verdict))
            continue
        target = one.target or 0
        real = targets[target] if target < 0 else target
        undo = before.get(one.row)
        saved.rows.append(row_record(one, ("merchant", real), one.verdict, undo))
    return saved


def _new_merchants(saving: Saving, saved: Saved) -> dict[int, int]:
    fresh = [one for one in saving.preview.rows if saving.decided(one) == "new"]
    ids = saving.unit.ids.block("merchants", len(fresh)) if fresh else range(0)
    merchants = [_new(saving, one, number) for one, number in zip(fresh, ids, strict=True)]
    saving.unit.merchants.add_many(merchants)
    saved.created = len(merchants)
    saved.facts += sum(one.new_fact for one in fresh)
    return {-one.row: number for one, number in zip(fresh, ids, strict=True)}


def _new(saving: Saving, one: PreviewRow, merchant_id: int) -> Merchant:
    source = SourceRow(saving.import_id, one.row)
    plain = merchant_of(one, merchant_id, source)
    return _with_qr(plain, one.fields, saving, source) if one.new_fact else plain


def merchant_of(one: PreviewRow, merchant_id: int, source: SourceRow) -> Merchant:
    """The merchant a row makes, but for a QR code."""
    get = one.fields.get
    trades = get("co_giao_dich")
    return Merchant(
        merchant_id=merchant_id,
        name=shop_name(one.fields),
        owner=text_or_none(get("ho_ten")),
        village_id=one.village_id,
        tax_code=text_or_none(get("ma_so_thue")),
        cccd=text_or_none(get("cccd")),
        phone=text_or_none(get("dien_thoai")),
        address=text_or_none(get("dia_chi")),
        line=text_or_none(get("nganh_hang")),
        stall=stall_of(str(get("noi_ban", ""))) or "unknown",
        revenue=revenue_of(str(get("doanh_thu", ""))) or "unknown",
        sound_box=bool_or_none(get("loa_bao")),
        state=state_of(one.fields) or "active",
        has_transactions=trades if isinstance(trades, bool) else None,
        source=source,
        note=text_or_none(get("ghi_chu")),
    )


def _with_qr(held: Merchant, fields: Fields, saving: Saving, source: SourceRow) -> Merchant:
    given = fields.get("ngay_cap_ma")
    text = text_or_none(fields.get("qr_text"))
    doubt = doubt_of(text, held.owner, held.name) if text else None
    reading = read(text) if text else None
    kind, service = kind_of(reading) if reading else (None, None)
    kind = kind or kind_said(str(fields.get("loai_qr", "")))
    named = text_or_none(fields.get("ngan_hang_bin")) or saving.preview.request.bank_bin
    # What the table of banks does not know is a wallet or another provider.
    provider = None if fields.get("ngan_hang_bin") else text_or_none(fields.get("ngan_hang"))
    return replace(
        held,
        qr_state="doubtful" if doubt else "in_use",
        qr_bank_bin=named or (reading.qr.bin if reading and reading.qr else None),
        qr_on=date.fromisoformat(str(given)) if given else held.qr_on,
        qr_source=source,
        qr_text=text,
        qr_kind=kind,
        provider=provider or held.provider,
        qr_service=service,
        qr_problem=doubt.message if doubt else None,
    )


def _code_problems(fields: Fields, held: Merchant | None) -> tuple[tuple[str, str, str], ...]:
    """What speaks against the code of a row, told with the row: it counts only when mended."""
    text = text_or_none(fields.get("qr_text"))
    if text is None:
        return ()
    owner = text_or_none(fields.get("ho_ten")) or (held.owner if held else None)
    doubt = doubt_of(text, owner, shop_name(fields) or (held.name if held else None))
    return () if doubt is None else (("qr_text", doubt.code, doubt.message),)


def _changed_merchants(saving: Saving, saved: Saved) -> dict[int, dict[str, object]]:
    """Writes what changed; row -> what undoing it needs beside the values."""
    before: dict[int, dict[str, object]] = {}
    touched = [
        one
        for one in saving.preview.rows
        if saving.decided(one) == "same"
        and one.target
        and one.target > 0
        and (one.changes or one.new_fact)
    ]
    held = dict(saving.unit.merchants.get(sorted({one.target or 0 for one in touched})))
    for one in touched:
        number = one.target or 0
        before[one.row] = _undo(held[number], one)
        merchant = with_changes(held[number], one.changes, one.village_id)
        saved.note(f"merchant:{number}", one.changes)
        if one.new_fact:
            source = SourceRow(saving.import_id, one.row)
            merchant = _with_qr(merchant, one.fields, saving, source)
            saved.facts += 1
        held[number] = merchant
    saving.unit.merchants.update_many(list(held.values()))
    return before


def _undo(held: Merchant, one: PreviewRow) -> dict[str, object]:
    found: dict[str, object] = {}
    if any(each.field == "thon" for each in one.changes):
        found["thon"] = held.village_id
    if one.new_fact:
        source = list(held.qr_source) if held.qr_source else None
        day = held.qr_on.isoformat() if held.qr_on else None
        code = [held.qr_text, held.qr_kind, held.qr_service, held.qr_problem, held.provider]
        found["qr"] = [held.qr_state, held.qr_bank_bin, day, source, *code]
    return found


def with_changes(held: Merchant, changes: Sequence[Change], village: int | None) -> Merchant:
    """A merchant with these values as they are after; ``village`` goes with a changed one."""
    new: Mapping[str, str] = {one.field: one.after for one in changes}
    state: MerchantState = held.state
    if "trang_thai" in new:
        state = "closed" if new["trang_thai"] == "closed" else "active"
    trades = held.has_transactions
    if "co_giao_dich" in new:
        trades = new["co_giao_dich"] == "True"
    return replace(
        held,
        name=new.get("ten_ho_kd", held.name),
        note=new.get("ghi_chu", held.note),
        owner=new.get("ho_ten", held.owner),
        tax_code=new.get("ma_so_thue", held.tax_code),
        phone=new.get("dien_thoai", held.phone),
        address=new.get("dia_chi", held.address),
        line=new.get("nganh_hang", held.line),
        state=state,
        village_id=village if "thon" in new else held.village_id,
        has_transactions=trades,
        sound_box=new["loa_bao"] == "True" if "loa_bao" in new else held.sound_box,
        stall=stall_of(new.get("noi_ban", "")) or held.stall,
        revenue=revenue_of(new.get("doanh_thu", "")) or held.revenue,
    )
