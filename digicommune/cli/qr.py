"""Commands about payment codes: qr check, qr make, qr shops, qr stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from digicommune.cli.answers import DONE, SOME_ROWS_OPEN, Answer
from digicommune.cli.opened import opened
from digicommune.domain.numbers import percentage, vi_decimal, vi_int
from digicommune.operations import qr_checks, qr_codes, registers, reports

if TYPE_CHECKING:
    import argparse

    from digicommune.operations.office import Store


def check(arguments: argparse.Namespace) -> Answer:
    """What codes say and what is wrong with them; status 3 where one may not be paid by."""
    found = qr_codes.check(arguments.what)
    good = sum(one.sound for one in found)
    lines = [line for one in found for line in _lines(one)]
    if len(found) > 1:
        lines.append(f"Dùng được {good}/{len(found)} mã, cần xem lại: {len(found) - good}.")
    data: dict[str, Any] = {"ok": good == len(found), "good": good, "bad": len(found) - good}
    if len(found) == 1:
        data |= _data(found[0])
    data["checked"] = [_data(one) for one in found]
    return Answer(lines, data, DONE if good == len(found) else SOME_ROWS_OPEN)


def _lines(one: qr_codes.QrChecked) -> list[str]:
    if one.qr is None:
        said = [f"✗ {one.source}: không dùng được."]
    else:
        holder = f", người nhận {one.qr.holder}" if one.qr.holder else ""
        amount = f", {vi_decimal(one.qr.amount)} đồng" if one.qr.amount is not None else ""
        kind = "mã động" if one.qr.dynamic else "mã tĩnh"
        sign = "✓" if one.sound else "✗"
        whose = f"{one.bank}, tài khoản {one.qr.account}{holder}{amount}"
        said = [f"{sign} {one.source}: {whose} ({kind}, {one.qr.service_name})"]
    said += [f"  {each.message}" for each in one.faults]
    return said + [f"  Lưu ý: {each.message}" for each in one.warnings]


def _data(one: qr_codes.QrChecked) -> dict[str, Any]:
    qr = one.qr
    return {
        "source": one.source,
        "ok": one.sound,
        "text": one.text,
        "bin": qr.bin if qr else None,
        "bank": one.bank or None,
        "account": qr.account if qr else None,
        "holder": qr.holder if qr else None,
        "amount": str(qr.amount) if qr and qr.amount is not None else None,
        "purpose": qr.purpose if qr else None,
        "dynamic": qr.dynamic if qr else None,
        "service": qr.service if qr else None,
        "owner": one.owner or None,
        "faults": [{"code": each.code, "message": each.message} for each in one.faults],
        "warnings": [{"code": each.code, "message": each.message} for each in one.warnings],
    }


def make(arguments: argparse.Namespace) -> Answer:
    """Writes a code as picture."""
    reports.check_place(arguments.out)
    wish = qr_codes.QrWish(
        arguments.bank,
        arguments.account,
        arguments.name,
        arguments.amount,
        arguments.purpose or "",
        arguments.city or "",
    )
    made = qr_codes.make(wish, arguments.out)
    data = {
        "file": str(made.path),
        "payload": made.payload,
        "bank": made.bank,
        "account": made.account,
        "name": made.holder,
    }
    said = f"Đã làm mã QR của {made.holder} ({made.bank}): {made.path}"
    return Answer([said, f"Nội dung: {made.payload}"], data)


def village_of(store: Store, name: str | None) -> int | None:
    """The number of the village asked for, None for the whole commune."""
    return registers.village_named(store, name).village_id if name else None


def shops(arguments: argparse.Namespace) -> Answer:
    """Looks through the shops' codes; status 3 where some have to be seen again."""
    with opened(arguments) as store:
        found = qr_checks.check_shops(store, village_of(store, arguments.village))
    share = percentage(found.in_use, found.active, 2)
    told = f" = {vi_decimal(share)}%" if share is not None else ""
    using = f"{vi_int(found.in_use)}/{vi_int(found.active)} hộ{told}"
    lines = [
        f"{vi_int(found.shops)} hộ, đã đóng {vi_int(found.closed)}; dùng được mã: {using}",
        f"Cần xem lại: {vi_int(len(found.doubts))}",
    ]
    lines += [f"  {one.merchant.name} ({one.village}): {one.message}" for one in found.doubts]
    data = {
        "shops": found.shops,
        "closed": found.closed,
        "active": found.active,
        "in_use": found.in_use,
        "without": found.without,
        "percent": str(share) if share is not None else None,
        "review": [
            {
                "merchant": one.merchant.merchant_id,
                "name": one.merchant.name,
                "village": one.village,
                "code": one.code,
                "message": one.message,
            }
            for one in found.doubts
        ],
    }
    return Answer(lines, data, SOME_ROWS_OPEN if found.doubts else DONE)
