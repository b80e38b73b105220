"""Checks payment codes from text, pictures and lists, and makes one; it keeps nothing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from digicommune.documents import qr_codes
from digicommune.domain.banks import BankDirectory
from digicommune.domain.progress import Progress, no_progress
from digicommune.domain.shop_codes import OTHER_HOLDER, doubt_of
from digicommune.domain.vietqr import QrFault, QrReading, VietQr, read
from digicommune.domain.vietqr_making import QrOrder, QrOrderError, build, plain_name
from digicommune.errors import UserError
from digicommune.packs.packs import shipped_banks
from digicommune.sheets.plain_tables import replacing
from digicommune.sheets.reader import ReadRequest, read_list
from digicommune.sheets.refusals import file_missing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digicommune.domain.banks import Bank
    from digicommune.domain.rows import Record, Rejected

__all__ = ["QrFault", "QrReading"]

LISTS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv"})
DRAWINGS = frozenset({".svg", ".pdf"})  # made here too, but read from pixels only


@dataclass(frozen=True, slots=True)
class QrChecked:
    """A code that was looked at: where it was found, what it says, what is wrong with it."""

    source: str  # "(text)", a picture's name, "tệp.xlsx, dòng 12"
    text: str
    qr: VietQr | None
    bank: str  # the bank's short name; its BIN where the table does not know it
    faults: tuple[QrFault, ...]
    warnings: tuple[QrFault, ...] = ()
    owner: str = ""  # whose it should be, where a list says so

    @property
    def sound(self) -> bool:
        """Whether it may be paid by."""
        return self.qr is not None and not self.faults


@dataclass(frozen=True, slots=True)
class MadeQr:
    """A code written to a file."""

    path: Path
    payload: str
    bank: str
    account: str
    holder: str  # as the code carries it


def banks() -> BankDirectory:
    """The banks by every name they go by."""
    return BankDirectory(shipped_banks().banks())


def check(given: str, progress: Progress = no_progress) -> tuple[QrChecked, ...]:
    """Checks a text, a picture, a folder of pictures, or a list with a column of QR texts.

    Raises ``UserError`` ``qr_text_missing``, ``picture_not_read``, ``picture_kind``,
    ``qr_nothing_found``, ``file_missing`` and those of a list.
    """
    if not given.strip():
        raise UserError(
            "qr_text_missing",
            "Chưa có nội dung mã QR.",
            "Dán nội dung mã, hoặc ghi tên ảnh, thư mục ảnh, danh sách cần kiểm tra.",
        )
    path = Path(given) if len(given) < 400 and "\n" not in given else None
    if path is not None and path.is_dir():
        return _folder(path, progress)
    if path is not None and path.is_file():
        if path.suffix.lower() in DRAWINGS:
            raise _drawing(path)
        return (
            _list(path, progress) if path.suffix.lower() in LISTS else _pictures([path], progress)
        )
    if path is not None and (path.suffix.lower() in LISTS or qr_codes.is_picture(path)):
        raise file_missing(path.name)
    return (checked("(nội dung)", given),)


def _drawing(path: Path) -> UserError:
    return UserError(
        "picture_kind",
        f"Tệp {path.name} không phải ảnh điểm nên không đọc được mã.",
        "Lưu thành ảnh .png hoặc .jpg, hoặc chụp lại mã, rồi kiểm tra ảnh ấy.",
        file=path.name,
    )


def check_files(paths: Sequence[Path], progress: Progress = no_progress) -> tuple[QrChecked, ...]:
    """Checks pictures, folders and lists together; one that cannot be read is told in its place."""
    found: list[QrChecked] = []
    for path in paths:
        try:
            found.extend(check(str(path), progress))
        except UserError as error:
            told = QrFault(error.code, f"{error.message} {error.advice}")
            found.append(QrChecked(path.name, "", None, "", (told,)))
    return tuple(found)


def checked(source: str, text: str, owner: str = "", shop: str = "") -> QrChecked:
    """What a text turns out to be; ``owner`` and ``shop``: whose code it should be."""
    reading = read(text)
    faults = reading.faults
    doubt = doubt_of(text, owner, shop)
    if doubt is not None and doubt.code == OTHER_HOLDER:
        faults = (*faults, QrFault(doubt.code, doubt.message))
    bank, warnings = "", reading.warnings
    if reading.qr is not None:
        known = banks().find(reading.qr.bin)
        bank = known.short_name if known else reading.qr.bin
        if known is None:
            told = f"Mã ngân hàng {reading.qr.bin} chưa có trong danh mục; hỏi lại ngân hàng."
            warnings = (*warnings, QrFault("bin_unknown", told))
    return QrChecked(source, reading.text, reading.qr, bank, faults, warnings, owner)


def _folder(folder: Path, progress: Progress) -> tuple[QrChecked, ...]:
    found = sorted(one for one in folder.iterdir() if one.is_file() and qr_codes.is_picture(one))
    if not found:
        raise UserError(
            "qr_nothing_found",
            f"Thư mục {folder.name} không có ảnh nào.",
            "Chọn thư mục có ảnh .png hoặc .jpg chụp mã QR.",
            folder=str(folder),
        )
    return _pictures(found, progress)


def _pictures(paths: list[Path], progress: Progress) -> tuple[QrChecked, ...]:
    found: list[QrChecked] = []
    for place, path in enumerate(paths):
        progress(place, len(paths), f"Đọc {path.name}")
        found.extend(_picture(path, alone=len(paths) == 1))
    return tuple(found)


def _picture(path: Path, *, alone: bool) -> Iterator[QrChecked]:
    """The codes of a picture; among many, one that cannot be read is told and the others go on."""
    try:
        texts = qr_codes.read_picture(path)
    except UserError as error:
        if alone:
            raise
        yield QrChecked(path.name, "", None, "", (QrFault(error.code, error.message),))
        return
    if not texts:
        told = f"Ảnh {path.name} không có mã QR đọc được. Chụp lại gần hơn, đủ sáng, thấy cả mã."
        yield QrChecked(path.name, "", None, "", (QrFault("no_qr", told),))
    for text in texts:
        yield checked(path.name, text)


def _list(path: Path, progress: Progress) -> tuple[QrChecked, ...]:
    request = ReadRequest(kind="merchant-qr", banks=banks())
    book = read_list(path, request, progress)
    # A row without a name is no record, but its code can be looked at.
    rows: list[Record | Rejected] = [*book.reading.records, *book.reading.rejected]
    rows.sort(key=lambda one: one.row)
    found = tuple(
        checked(
            f"{book.file}, dòng {one.row}",
            str(one.fields["qr_text"]),
            str(one.fields.get("ho_ten", "")),
            str(one.fields.get("ten_ho_kd", "")),
        )
        for one in rows
        if one.fields.get("qr_text")
    )
    if not found:
        raise UserError(
            "qr_nothing_found",
            f"Tệp {path.name} không có cột nội dung mã QR.",
            "Đặt tên cột là “Nội dung mã QR”, hoặc chọn tệp khác.",
            folder=path.name,
        )
    return found


# --- making one ---


@dataclass(frozen=True, slots=True)
class QrWish:
    """What a code is to be: the bank by BIN or name, and whose account."""

    bank: str
    account: str
    name: str
    amount: Decimal | None = None
    purpose: str = ""
    city: str = ""


def make(wish: QrWish, path: Path) -> MadeQr:
    """Writes a code as picture; it is read back before.

    Raises ``UserError`` ``bank_unknown``, ``qr_unfit``, ``qr_format``, ``file_not_written``.
    """
    bank = _bank(wish.bank)
    if not plain_name(wish.name):
        raise UserError(
            "qr_name_missing",
            f"Tên “{wish.name}” không còn chữ nào khi bỏ dấu.",
            "Ghi tên người nhận bằng chữ Việt, như ngân hàng ghi trên tài khoản.",
            name=wish.name,
        )
    account = "".join(wish.account.split())
    payload = payload_of(
        QrOrder(bank.bin, account, wish.name, wish.city, wish.amount, wish.purpose)
    )
    made = qr_codes.picture(payload, path.suffix.lower().lstrip("."))
    with replacing(path) as part:
        part.write_bytes(made)
    return MadeQr(path, payload, bank.short_name, account, plain_name(wish.name))


def payload_of(order: QrOrder) -> str:
    """The text of a code; raises ``UserError`` ``qr_unfit``."""
    try:
        return build(order)
    except QrOrderError as error:
        raise UserError(
            "qr_unfit",
            error.fault.message,
            "Sửa lại số tài khoản, mã ngân hàng hoặc số tiền rồi làm lại.",
            fault=error.fault.code,
        ) from error


def _bank(text: str) -> Bank:
    known = banks()
    found = known.find(text)
    if found is None:
        raise UserError(
            "qr_bank_unknown",
            f"Không có ngân hàng “{text}” trong danh mục.",
            "Ghi mã BIN 6 số hoặc tên ngắn, ví dụ 970405 hoặc Agribank.",
            bank=text,
        )
    return found
