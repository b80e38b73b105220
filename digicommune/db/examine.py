"""Examines an office's data, from pages to the journal's chain; it mends nothing."""

from __future__ import annotations

from collections.abc import Callable

from digicommune.db import dialect, schema, upgrade
from digicommune.db.books.issued import IssuedBook
from digicommune.db.books.journal import JournalBook
from digicommune.db.books.proofs import ProofBook
from digicommune.db.books.signed import SignedBook
from digicommune.db.desk import Desk
from digicommune.db.troubles import plain_words
from digicommune.domain.registers import CheckLine
from digicommune.errors import UserError

MOST_TOLD = 5

_COUNTED = {
    "villages": "thôn",
    "residents": "người",
    "accounts": "tài khoản",
    "merchants": "hộ kinh doanh",
    "imports": "lần nhập",
    "documents": "văn bản",
}


def examine(desk: Desk) -> tuple[CheckLine, ...]:
    """Every examination of the database behind ``desk``; one that breaks off is bad news too."""
    of_file = {"Tệp dữ liệu": _pages, "Liên kết giữa các bảng": _links, "Quy tắc của bảng": _shape}
    always = {
        "Cấu trúc dữ liệu": _schema,
        "Nhật ký": _chain,
        "Minh chứng": _proofs,
        "Văn bản phát hành": _issued,
        "Bản đã ký": _signed,
        "Sổ sách": _counts,
    }
    every = {**(of_file if dialect.is_file(desk.connection) else {}), **always}
    return tuple(_looked(name, look, desk) for name, look in every.items())


def _looked(name: str, look: Callable[[Desk], tuple[bool, str]], desk: Desk) -> CheckLine:
    try:
        with plain_words(name):
            sound, detail = look(desk)
    except UserError as error:
        damaged = error.code == "database_damaged"
        detail = "không đọc hết được, tệp bị hỏng" if damaged else error.message
        return CheckLine(name, ok=False, detail=detail)
    return CheckLine(name, sound, detail)


def _pages(desk: Desk) -> tuple[bool, str]:
    found = desk.connection.exec_driver_sql(f"PRAGMA integrity_check({MOST_TOLD})")
    told = [str(row[0]) for row in found]
    sound = told == ["ok"]
    return sound, "nguyên vẹn" if sound else "hỏng: " + "; ".join(told)


def _links(desk: Desk) -> tuple[bool, str]:
    broken = desk.connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    tables = sorted({str(row[0]) for row in broken})
    detail = "không đứt chỗ nào" if not broken else f"{len(broken)} dòng đứt ở {', '.join(tables)}"
    return not broken, detail


def _shape(desk: Desk) -> tuple[bool, str]:
    missing = upgrade.fresh_shape(upgrade.SHIPPED) - upgrade.shape_of(desk.connection)
    names = ", ".join(sorted(f"{table} {rule}" for _, table, rule in missing)[:MOST_TOLD])
    return not missing, f"thiếu: {names}" if missing else "đủ"


def _schema(desk: Desk) -> tuple[bool, str]:
    at = upgrade.schema_of(desk.connection)
    newest = at == upgrade.SHIPPED.head
    detail = f"bản {at}" if newest else f"bản {at}, chương trình cần bản {upgrade.SHIPPED.head}"
    return newest, detail


def _chain(desk: Desk) -> tuple[bool, str]:
    broken = JournalBook(desk).broken_at()
    entries = desk.count(schema.journal)
    detail = f"{entries} mục, nối liền nhau" if broken is None else f"đứt ở mục {broken}"
    return broken is None, detail


def _proofs(desk: Desk) -> tuple[bool, str]:
    """Every file of proof still has the content it was put on record with."""
    files, wrong = ProofBook(desk).spoilt()
    if wrong:
        return False, f"{len(wrong)}/{files} tệp không còn như lúc đưa vào"
    return True, f"{files} tệp, còn nguyên"


def _issued(desk: Desk) -> tuple[bool, str]:
    """Every issued paper still has the bytes it was issued with."""
    papers, wrong = IssuedBook(desk).spoilt()
    if wrong:
        names = ", ".join(one.full_number for one in wrong[:MOST_TOLD])
        return False, f"{len(wrong)}/{papers} bản lưu không còn nguyên vẹn: {names}"
    return True, f"{papers} văn bản, còn nguyên"


def _signed(desk: Desk) -> tuple[bool, str]:
    """Every signed copy still has the bytes it was kept with."""
    copies, wrong = SignedBook(desk).spoilt()
    if wrong:
        return False, f"{len(wrong)}/{copies} bản không còn như lúc nhận"
    return True, f"{copies} bản, còn nguyên"


def _counts(desk: Desk) -> tuple[bool, str]:
    told = [
        f"{desk.count(schema.metadata.tables[table])} {word}" for table, word in _COUNTED.items()
    ]
    return True, ", ".join(told)
