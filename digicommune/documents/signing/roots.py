"""The certificates of roots an office trusts, read from a folder of its own; none is shipped."""

from __future__ import annotations

from pathlib import Path

from asn1crypto import pem, x509

from digicommune.errors import UserError

_ENDINGS = {".pem", ".crt", ".cer", ".der"}
_MOST_BYTES = 1024 * 1024
_MOST_FILES = 500


def roots_in(folder: Path) -> tuple[x509.Certificate, ...]:
    """Every certificate in the folder's .pem, .crt, .cer and .der files.

    Raises ``UserError`` ``trust_folder_not_read``, ``trust_file_no_certificate``.
    """
    try:
        files = sorted(one for one in folder.iterdir() if one.suffix.lower() in _ENDINGS)
        contents = [(one, one.read_bytes()[:_MOST_BYTES]) for one in files[:_MOST_FILES]]
    except OSError as error:
        raise UserError(
            "trust_folder_not_read",
            f"Không đọc được thư mục chứng thư gốc {folder}.",
            "Kiểm tra tên thư mục và quyền đọc.",
            folder=str(folder),
        ) from error
    return tuple(found for file, content in contents for found in _certificates(file, content))


def _certificates(file: Path, content: bytes) -> list[x509.Certificate]:
    try:
        if not pem.detect(content):
            return [_loaded(content)]
        return [_loaded(der) for kind, _, der in pem.unarmor(content, multiple=True) if kind]
    except (ValueError, TypeError) as error:
        raise UserError(
            "trust_file_no_certificate",
            f"{file.name} trong thư mục chứng thư gốc không phải tệp chứng thư.",
            "Bỏ tệp đó ra khỏi thư mục, hoặc thay bằng tệp chứng thư do nơi cấp công bố.",
            file=file.name,
        ) from error


def _loaded(content: bytes) -> x509.Certificate:
    found = x509.Certificate.load(content, strict=True)
    found.subject.native  # noqa: B018 -- read now, so that what is no certificate is told now
    return found
