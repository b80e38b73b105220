"""Files people bring as proofs, made for tests."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

PDF = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"


def scan(folder: Path, words: str = "Quyết định 12") -> Path:
    """A PDF; other words make other bytes."""
    path = folder / f"{words}.pdf"
    path.write_bytes(PDF.replace(b"%%EOF", f"% {words}\n%%EOF".encode()))
    return path


def photo(folder: Path, shade: int = 40) -> Path:
    """A photo; another shade makes other bytes."""
    written = io.BytesIO()
    Image.new("RGB", (3_000, 2_000), (shade, 90, 120)).save(written, "JPEG")
    path = folder / f"anh-{shade}.jpg"
    path.write_bytes(written.getvalue())
    return path
