"""Keeps the superior's workbooks, each with which cell takes what; it fills none."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from digicommune.domain.superior_books import BookFill, BookMap, SuperiorBook
from digicommune.domain.text import clean
from digicommune.errors import UserError
from digicommune.packs.book_maps import load_map
from digicommune.sheets.filling import cell_at, check_book, fillable, sheets_of

if TYPE_CHECKING:
    from pathlib import Path

    from digicommune.db.store import Store

__all__ = ["BookFill", "BookMap", "SuperiorBook"]


def books(store: Store) -> tuple[SuperiorBook, ...]:
    """The workbooks the office knows."""
    with store.glance() as unit:
        return unit.superior_books.all()


def fills(store: Store, book_id: int) -> tuple[BookFill, ...]:
    """What was filled of a workbook, newest first."""
    with store.glance() as unit:
        return unit.superior_books.fills(book_id)


def map_from(path: Path) -> BookMap:
    """A map written by hand; raises ``UserError`` ``bad_pack``."""
    return load_map(path)


def save(store: Store, path: Path, name: str, shown: BookMap) -> SuperiorBook:
    """Keeps a workbook, empty as it came, with its map; the same name takes the old one's place.

    Raises ``UserError`` ``book_not_xlsx``, ``book_cell_unknown``, ``book_cell_taken``, and those of
    a file that cannot be read.
    """
    data = read_file(path)
    _refuse_wrong_map(data, path.name, shown)
    wanted = clean(name) or path.stem
    with store.unit() as unit:
        known = next((one for one in unit.superior_books.all() if one.name == wanted), None)
        book = SuperiorBook(
            known.book_id if known else 0,
            wanted,
            path.name,
            hashlib.sha256(data).hexdigest(),
            shown,
            known.version if known else 1,
        )
        saved = unit.superior_books.save(book, data)
        after = {"name": saved.name, "sha256": saved.sha256}
        unit.journal.note("superior book", f"superior-book:{saved.book_id}", None, after)
    return saved


def read_file(path: Path) -> bytes:
    """A file's bytes; raises ``UserError`` ``book_not_read``."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            "book_not_read",
            f"Không mở được tệp {path.name}.",
            "Kiểm tra đường dẫn; nếu tệp đang mở trong Excel thì đóng lại.",
            file=path.name,
        ) from error


def _refuse_wrong_map(data: bytes, name: str, shown: BookMap) -> None:
    package = check_book(data, name)
    sheets = sheets_of(package)
    for sheet in {*(one.sheet for one in shown.cells), *(one.sheet for one in shown.blocks)}:
        if sheet not in sheets:
            raise UserError(
                "book_cell_unknown",
                f"Tệp {name} không có trang “{sheet}”.",
                f"Các trang của tệp: {', '.join(sheets)}.",
                file=name,
                sheet=sheet,
            )
    for one in shown.cells:
        at = cell_at(one.cell)
        if at is None or not fillable(package, one.sheet, at):
            raise UserError(
                "book_cell_taken",
                f"Ô {one.cell} của trang “{one.sheet}” có công thức hoặc bị ô gộp che.",
                "Chỉ vào ô trống, hoặc ô đầu của ô gộp.",
                sheet=one.sheet,
                cell=one.cell,
            )
