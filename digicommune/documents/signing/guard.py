"""What a signed file that comes from outside may unpack to; it reads no object of it.

pyHanko follows any file: one whose streams would fill the memory is refused before it is opened.
"""

from __future__ import annotations

import re
import zlib

from digicommune.documents.measuring.pdf_limits import MOST_BYTES, PdfBroken

MOST_IN_ONE = 200 * 1024 * 1024
MOST_IN_ALL = 1024 * 1024 * 1024
_CHUNK = 1024 * 1024
_STREAM = re.compile(rb"stream\r?\n")
# A filter named twice in one list unpacks to the square of what it seems to.
_TWICE = re.compile(rb"/Filter\s*\[[^\]]*?/Fl(?:ateDecode)?\b[^\]]*?/Fl(?:ateDecode)?\b")


def refuse_bombs(content: bytes) -> None:
    """Raises ``PdfBroken`` for a file too large, no PDF, or one that would unpack without end."""
    if b"%PDF-" not in content[:1024] or len(content) > MOST_BYTES or _TWICE.search(content):
        raise PdfBroken("no PDF")
    total = 0
    for found in _STREAM.finditer(content):
        total += _unpacked(content, found.end())
        if total > MOST_IN_ALL:
            raise PdfBroken("too much")


def _unpacked(content: bytes, start: int) -> int:
    """How large the zlib data at a place is unpacked; 0 where there is none."""
    if content[start : start + 1] not in {b"\x78", b"\x68", b"\x58", b"\x48"}:
        return 0
    machine, size = zlib.decompressobj(), 0
    for at in range(start, len(content), _CHUNK):
        packed = content[at : at + _CHUNK]
        try:
            while packed and not machine.eof:
                size += len(machine.decompress(packed, _CHUNK))
                packed = machine.unconsumed_tail
                if size > MOST_IN_ONE:
                    raise PdfBroken("too much")
        except zlib.error:
            return size
        if machine.eof:
            return size
    return size
