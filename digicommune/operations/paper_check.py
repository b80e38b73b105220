"""Measures a PDF file against Decree 30/2020, Annex I; nothing of it is kept or changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.documents.measuring.checking import measured
from digicommune.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from digicommune.domain.paper_faults import PaperReport

MOST_BYTES = 200 * 1024 * 1024


def check(path: Path) -> PaperReport:
    """What departs from it; raises ``UserError`` ``pdf_not_read``, ``paper_not_measured``."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return measured(b"", path.name)
        data = path.read_bytes()
    except OSError as error:
        raise UserError(
            "pdf_not_read",
            f"Không đọc được tệp {path}.",
            "Kiểm tra tên tệp và quyền đọc.",
            file=str(path),
        ) from error
    return measured(data, path.name)
