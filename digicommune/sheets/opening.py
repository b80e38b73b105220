"""Open list files by what their bytes are, not by their name; it decrypts with a password given."""

from __future__ import annotations

import io
from typing import Final

from digicommune.sheets import refusals
from digicommune.sheets.book import Book

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF_ALONE: Final = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
_ENCRYPTED_STREAM: Final = "EncryptedPackage".encode("utf-16-le")
_BOOK_STREAMS: Final = tuple(w.encode("utf-16-le") for w in ("Workbook", "Book"))
_HTML_TAGS: Final = (b"<html", b"<table", b"<!doctype html", b"<tr")
_LEAST_UTF16: Final = 8
_OTHER_FILES: Final = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"MZ")


def open_book(data: bytes, name: str, password: str | None) -> Book:
    """The workbook in these bytes; ``name`` is for messages only."""
    if not data:
        raise refusals.file_empty(name)
    if data.startswith(_OLE):
        return _open_ole(data, name, password)
    if data[:2] == b"PK":
        return _open_zip(data, name)
    if data.startswith(_OTHER_FILES):
        raise refusals.not_a_workbook(name)
    if data[:2] in _BIFF_ALONE:
        return _open_biff(data, name, password)
    return _open_text_like(data, name)


def is_encrypted(data: bytes) -> bool:
    """Whether these bytes are an encrypted OOXML workbook."""
    return data.startswith(_OLE) and _ENCRYPTED_STREAM in data


def _open_zip(data: bytes, name: str) -> Book:
    from digicommune.sheets.zipped import open_zipped

    return open_zipped(data, name)


def _marked(data: bytes) -> bytes:
    """UTF-16 text that comes without its byte order mark, with it."""
    head = data[:400]
    half = len(head) // 2
    if half < _LEAST_UTF16 or head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd * 2 > half and not even:
        return b"\xff\xfe" + data
    return b"\xfe\xff" + data if even * 2 > half and not odd else data


def _open_text_like(data: bytes, name: str) -> Book:
    data = _marked(data)
    head = data[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    from digicommune.sheets import markup

    if b"urn:schemas-microsoft-com:office:spreadsheet" in head and head.startswith(b"<?xml"):
        return markup.open_xml_2003(data, name)
    if head.startswith(b"<") and any(tag in head for tag in _HTML_TAGS):
        return markup.open_html(data, name)
    if head.startswith(b"mime-version"):
        raise refusals.unsupported(name, "dạng trang web lưu trữ (MHT)")
    if head.startswith(b"<"):
        raise refusals.not_a_workbook(name)
    from digicommune.sheets.plain_text import open_text

    return open_text(data, name)


def _open_ole(data: bytes, name: str, password: str | None) -> Book:
    if is_encrypted(data):
        return _open_zip(unlocked(data, name, password), name)
    if not any(stream in data for stream in _BOOK_STREAMS):
        raise refusals.corrupt(name) if len(data) < 1024 else refusals.not_a_workbook(name)
    return _open_biff(data, name, password)


def _open_biff(data: bytes, name: str, password: str | None) -> Book:
    from digicommune.sheets.binary_xls import EncryptedXls, open_xls

    try:
        return open_xls(data, name)
    except EncryptedXls:
        return open_xls(unlocked(data, name, password), name)


def unlocked(data: bytes, name: str, password: str | None) -> bytes:
    """The workbook inside an encrypted container; raises ``password_required`` and the like."""
    import msoffcrypto
    from msoffcrypto.exceptions import (
        DecryptionError,
        InvalidKeyError,
    )

    if not password:
        raise refusals.password_required(name)
    plain = io.BytesIO()
    try:
        office = msoffcrypto.OfficeFile(io.BytesIO(data))
        _load_key(office, password)
        office.decrypt(plain)
    except (InvalidKeyError, DecryptionError) as error:
        raise refusals.wrong_password(name) from error
    except Exception as error:  # msoffcrypto and what it uses trip over damage in many ways
        raise refusals.corrupt(name) from error
    return plain.getvalue()


def _load_key(office: object, password: str) -> None:
    """Check the password before decrypting where the format allows it (OOXML)."""
    load = office.load_key  # type: ignore[attr-defined]
    try:
        load(password=password, verify_password=True)
    except TypeError:
        load(password=password)
