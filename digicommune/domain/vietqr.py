"""Reads the text of a payment QR (EMVCo merchant-presented, VietQR of NAPAS); guesses nothing.

A text is a chain of tag (2 digits), length (2 digits) and value; some values are chains themselves.
The checksum alone is not enough: a code with wrong inner lengths may carry a right one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final, Literal

NAPAS: Final = "A000000727"  # GUID of NAPAS in tag 38
CURRENCY, COUNTRY = "704", "VN"
ACCOUNT_LONGEST: Final = 19
LONGEST: Final = 4_000  # characters; a QR code holds fewer
Service = Literal["QRIBFTTA", "QRIBFTTC", "QRPUSH", "QRCASH"]
SERVICES: Final = {
    "QRIBFTTA": "chuyển tiền tới tài khoản",
    "QRIBFTTC": "chuyển tiền tới thẻ",
    "QRPUSH": "thanh toán cho đơn vị bán hàng",
    "QRCASH": "rút tiền",
}
# Longest values of EMVCo tags that banks' readers hold to.
LIMITS: Final = {"54": 13, "59": 25, "60": 15, "61": 10}
_ADDITIONAL_LIMIT: Final = 25
_DIGITS = re.compile(r"[0-9]+")
_ACCOUNT = re.compile(r"[0-9A-Za-z]{1,19}")
_CRC = re.compile(r"[0-9A-Fa-f]{4}")
_AMOUNT = re.compile(r"[0-9]{1,13}(?:\.[0-9]{0,2})?")


@dataclass(frozen=True, slots=True)
class Field:
    """One tag with its value, in the order of the text."""

    tag: str
    value: str


@dataclass(frozen=True, slots=True)
class QrFault:
    """What is wrong: a code for programs, a sentence saying where and how to mend it."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class VietQr:
    """A payment QR that keeps the rules; ``fields`` holds every tag, known or not."""

    dynamic: bool  # made for one payment; a static one hangs in the shop
    service: Service
    bin: str  # of the bank
    account: str  # or card, as the code has it
    fields: tuple[Field, ...]
    amount: Decimal | None = None  # đồng
    holder: str = ""  # tag 59
    city: str = ""
    category: str = ""  # MCC
    additional: tuple[Field, ...] = ()  # of tag 62: bill, store, purpose …

    @property
    def purpose(self) -> str:
        """What the payment is for (tag 62, 08)."""
        return next((one.value for one in self.additional if one.tag == "08"), "")

    @property
    def service_name(self) -> str:
        """What the code does, in words."""
        return SERVICES[self.service]


@dataclass(frozen=True, slots=True)
class QrReading:
    """What a text turned out to be; ``qr`` is None where a fault keeps it from being read."""

    text: str
    qr: VietQr | None
    faults: tuple[QrFault, ...]
    warnings: tuple[QrFault, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether it may be paid by."""
        return self.qr is not None and not self.faults


class BrokenChainError(Exception):
    """A chain of tags that does not add up; ``fault`` says where."""

    def __init__(self, fault: QrFault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def crc16(data: bytes) -> str:
    """CRC-16/CCITT-FALSE (poly 1021, init FFFF) as four capitals; "123456789" gives 29B1."""
    crc = 0xFFFF
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1) ^ 0x1021 if crc & 0x8000 else crc << 1
            crc &= 0xFFFF
    return f"{crc:04X}"


def read(text: str) -> QrReading:
    """A QR's text with everything that is wrong with it."""
    given = text.strip("\ufeff\r\n\t ")
    early = _unlike(given)
    if early is not None:
        return QrReading(given, None, (early,))
    try:
        fields, in_bytes = _chain_of(given)
    except BrokenChainError as error:
        return QrReading(given, None, (error.fault,))
    faults = [*_checksum(given, fields), *_frame(fields)]
    qr, inner = _payment(fields)
    warnings = tuple(_long_values(fields))
    if in_bytes:
        warnings += (
            QrFault(
                "length_in_bytes",
                "Độ dài trong mã tính theo byte vì có chữ có dấu; nhiều ứng dụng không đọc được."
                " Làm lại mã với tên không dấu.",
            ),
        )
    return QrReading(given, qr, (*faults, *inner), warnings)


def _unlike(text: str) -> QrFault | None:
    if not text:
        return QrFault("qr_empty", "Mã QR không có nội dung.")
    if len(text) > LONGEST:
        return QrFault("qr_too_long", "Nội dung dài hơn một mã QR chứa được.")
    if not re.match(r"00\d\d", text):
        return QrFault(
            "not_payment_qr",
            "Không phải mã thanh toán: nội dung không mở đầu bằng 00. Quét đúng mã của ngân hàng.",
        )
    return None


# --- the chain of tags ---


def _chain_of(text: str) -> tuple[tuple[Field, ...], bool]:
    """The outer chain; where accented letters break it, once more with lengths in bytes."""
    try:
        return tuple(chain(text, "mã")), False
    except BrokenChainError:
        if text.isascii():
            raise
        # Some banks count bytes: read so, each byte one character, and decode the values after.
        try:
            fields = tuple(chain(text.encode().decode("latin-1"), "mã"))
            return tuple(
                Field(one.tag, one.value.encode("latin-1").decode()) for one in fields
            ), True
        except (BrokenChainError, UnicodeDecodeError):
            pass
        raise


def chain(text: str, place: str) -> Iterator[Field]:
    """The tags of a chain; raises ``BrokenChainError`` at the first that does not add up."""
    at, met = 0, set()
    while at < len(text):
        head = text[at : at + 4]
        if len(head) < 4 or not _DIGITS.fullmatch(head) or not head.isascii():
            raise _broken(
                "broken_tag",
                f"Ở ký tự {at + 1} của {place} cần 2 số nhãn và 2 số độ dài, gặp “{head}”."
                " Mã bị sửa hoặc chép thiếu; xin ngân hàng cấp lại.",
            )
        tag, length = head[:2], int(head[2:])
        value = text[at + 4 : at + 4 + length]
        if len(value) < length:
            raise _broken(
                "broken_length",
                f"Nhãn {tag} của {place} ghi dài {length} ký tự nhưng chỉ còn {len(value)}."
                " Mã bị cắt hoặc chép thiếu; quét lại cả mã.",
            )
        if tag in met:
            raise _broken(
                "tag_twice", f"Nhãn {tag} của {place} có hai lần. Xin ngân hàng cấp lại mã."
            )
        met.add(tag)
        yield Field(tag, value)
        at += 4 + length


def _broken(code: str, message: str) -> BrokenChainError:
    return BrokenChainError(QrFault(code, message))


# --- what the outer tags must say ---


def _checksum(text: str, fields: tuple[Field, ...]) -> Iterator[QrFault]:
    last = fields[-1]
    places = [one.tag for one in fields]
    if "63" not in places:
        yield QrFault("crc_missing", "Mã thiếu số kiểm tra (nhãn 63). Quét lại cả mã.")
    elif last.tag != "63":
        yield QrFault("after_crc", "Sau số kiểm tra còn nội dung thừa; mã đã bị sửa.")
    elif not _CRC.fullmatch(last.value):
        yield QrFault("crc_wrong", f"Số kiểm tra “{last.value}” không phải 4 ký tự 0-9, A-F.")
    else:
        expected = crc16(text[:-4].encode())
        if expected != last.value.upper():
            yield QrFault(
                "crc_wrong",
                f"Số kiểm tra ghi {last.value} nhưng tính ra {expected}: mã bị sửa hoặc chép sai."
                " Xin ngân hàng cấp lại.",
            )


def _frame(fields: tuple[Field, ...]) -> Iterator[QrFault]:
    held = {one.tag: one.value for one in fields}
    first = fields[0]
    if (first.tag, first.value) != ("00", "01"):
        yield QrFault("bad_version", f"Nhãn 00 phải là 01, gặp “{first.value}”.")
    if held.get("01", "11") not in {"11", "12"}:
        yield QrFault(
            "bad_method", f"Nhãn 01 phải là 11 (tĩnh) hoặc 12 (động), gặp “{held['01']}”."
        )
    for tag, wanted, name in (("53", CURRENCY, "tiền tệ"), ("58", COUNTRY, "nước")):
        if tag not in held:
            yield QrFault("tag_missing", f"Mã thiếu nhãn {tag} ({name}).")
        elif held[tag].upper() != wanted:
            yield QrFault(
                "not_vietnam", f"Nhãn {tag} ({name}) phải là {wanted}, gặp “{held[tag]}”."
            )
    if "54" in held and amount_of(held["54"]) is None:
        yield QrFault("bad_amount", f"Số tiền “{held['54']}” không đúng.")


def amount_of(text: str) -> Decimal | None:
    """An amount as tag 54 writes it; None where it is none."""
    if len(text) > LIMITS["54"] or not _AMOUNT.fullmatch(text):
        return None
    try:
        return Decimal(text.rstrip("."))
    except InvalidOperation:
        return None


def _long_values(fields: tuple[Field, ...]) -> Iterator[QrFault]:
    names = {"59": "tên người nhận", "60": "tên thành phố", "61": "mã bưu chính"}
    for one in fields:
        limit = LIMITS.get(one.tag)
        if limit and one.tag in names and len(one.value) > limit:
            yield QrFault(
                "value_long",
                f"{names[one.tag].capitalize()} dài {len(one.value)} ký tự, nên trong {limit}.",
            )
    held = {one.tag: one.value for one in fields}
    if not held.get("59", "").isascii():
        yield QrFault("name_accented", "Tên người nhận trong mã có dấu; nhiều ứng dụng hiện sai.")


# --- the payment itself ---


def _payment(fields: tuple[Field, ...]) -> tuple[VietQr | None, tuple[QrFault, ...]]:
    held = {one.tag: one.value for one in fields}
    try:
        inner = _napas(held)
        more = tuple(chain(held.get("62", ""), "nhãn 62"))
    except BrokenChainError as error:
        return None, (error.fault,)
    faults = tuple(_inner_faults(inner))
    if faults:
        return None, faults
    return (
        VietQr(
            dynamic=held.get("01") == "12",
            service=inner["02"],  # type: ignore[arg-type]  # one of SERVICES, as just looked
            bin=inner["bin"],
            account=inner["account"],
            fields=fields,
            amount=amount_of(held["54"]) if "54" in held else None,
            holder=held.get("59", "").strip(),
            city=held.get("60", "").strip(),
            category=held.get("52", ""),
            additional=more,
        ),
        (),
    )


def _napas(held: Mapping[str, str]) -> dict[str, str]:
    """What tag 38 says: service, and bank and account of the beneficiary."""
    if "38" not in held:
        others = [tag for tag in held if "26" <= tag <= "51"]
        where = f" (nhãn {', '.join(others)})" if others else ""
        raise _broken(
            "not_vietqr",
            f"Mã thanh toán của mạng khác{where}, không phải VietQR; chương trình không kiểm được.",
        )
    outer = {one.tag: one.value for one in chain(held["38"], "nhãn 38")}
    if outer.get("00") != NAPAS:
        raise _broken("not_napas", f"Nhãn 38 không phải của NAPAS: “{outer.get('00', '')}”.")
    whose = {one.tag: one.value for one in chain(outer.get("01", ""), "nhãn 38.01")}
    return {
        "02": outer.get("02", "QRIBFTTA"),
        "bin": whose.get("00", ""),
        "account": whose.get("01", ""),
    }


def _inner_faults(inner: Mapping[str, str]) -> Iterator[QrFault]:
    if not re.fullmatch(r"[0-9]{6}", inner["bin"]):
        yield QrFault("bad_bin", f"Mã ngân hàng phải đủ 6 chữ số, gặp “{inner['bin']}”.")
    if not _ACCOUNT.fullmatch(inner["account"]):
        yield QrFault(
            "bad_account", "Số tài khoản trong mã phải có từ 1 đến 19 chữ số hoặc chữ cái."
        )
    if inner["02"] not in SERVICES:
        yield QrFault("bad_service", f"Không có dịch vụ “{inner['02']}” trong VietQR.")
