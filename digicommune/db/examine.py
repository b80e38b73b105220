"""Examines an office's data, from pages to the journal's chain; it mends nothing."""

from __future__ import annotations

from collections.abc import Iterator

from digicommune.db import dialect, schema, upgrade
from digicommune.db.books.journal import JournalBook
from digicommune.db.desk import Desk
from digicommune.domain.registers import CheckLine

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
    """Every examination of the database behind ``desk``, worst news included."""
    return tuple(_lines(desk))


def _lines(desk: Desk) -> Iterator[CheckLine]:
    if dialect.is_file(desk.connection):
        yield _pages(desk)
        yield _links(desk)
        yield _shape(desk)
    yield _schema(desk)
    yield _chain(desk)
    yield _counts(desk)


def _pages(desk: Desk) -> CheckLine:
    found = desk.connection.exec_driver_sql(f"PRAGMA integrity_check({MOST_TOLD})")
    told = [str(row[0]) for row in found]
    sound = told == ["ok"]
    return CheckLine("Tệp dữ liệu", sound, "nguyên vẹn" if sound else "hỏng: " + "; ".join(told))


def _links(desk: Desk) -> CheckLine:
    broken = desk.connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    tables = sorted({str(row[0]) for row in broken})
    detail = "không đứt chỗ nào" if not broken else f"{len(broken)} dòng đứt ở {', '.join(tables)}"
    return CheckLine("Liên kết giữa các bảng", not broken, detail)


def _shape(desk: Desk) -> CheckLine:
    missing = upgrade.fresh_shape(upgrade.SHIPPED) - upgrade.shape_of(desk.connection)
    names = ", ".join(sorted(f"{table} {rule}" for _, table, rule in missing)[:MOST_TOLD])
    return CheckLine("Quy tắc của bảng", not missing, f"thiếu: {names}" if missing else "đủ")


def _schema(desk: Desk) -> CheckLine:
    at = upgrade.schema_of(desk.connection)
    newest = at == upgrade.SHIPPED.head
    detail = f"bản {at}" if newest else f"bản {at}, chương trình cần bản {upgrade.SHIPPED.head}"
    return CheckLine("Cấu trúc dữ liệu", newest, detail)


def _chain(desk: Desk) -> CheckLine:
    broken = JournalBook(desk).broken_at()
    entries = desk.count(schema.journal)
    detail = f"{entries} mục, nối liền nhau" if broken is None else f"đứt ở mục {broken}"
    return CheckLine("Nhật ký", broken is None, detail)


def _counts(desk: Desk) -> CheckLine:
    told = [
        f"{desk.count(schema.metadata.tables[table])} {word}" for table, word in _COUNTED.items()
    ]
    return CheckLine("Sổ sách", True, ", ".join(told))
