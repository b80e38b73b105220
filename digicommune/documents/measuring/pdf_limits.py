"""What a PDF may cost: its reader is stopped at a number of bytes, unpacked bytes and seconds.

pdfminer follows any file; one made to hang or to fill the memory is refused here.
"""

from __future__ import annotations

import ctypes
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, override

from pdfminer.ascii85 import ascii85decode
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import PSKeyword, literal_name

MOST_BYTES = 200 * 1024 * 1024
# Letters, tables of objects and of codes only: pictures and font files are never unpacked.
MOST_UNPACKED = 200 * 1024 * 1024
_CHUNK = 1024 * 1024
_TEXT = ({"A85", "ASCII85Decode"}, {"Fl", "FlateDecode"})


def seconds_for(size: int) -> float:
    """How long a file of so many bytes may take: many times what a printed page of 10 KB asks."""
    return min(30.0 + 30.0 * size / (1024 * 1024), 600.0)


class PdfBroken(Exception):
    """The file is no PDF this program can follow."""


class BoundedStream(PDFStream):
    """A stream that unpacks plain, base-85 and Flate content alone, as long as its file may."""

    def __init__(self, whole: PDFStream, parser: BoundedParser) -> None:
        super().__init__(whole.attrs, whole.rawdata or b"", whole.decipher)
        self._parser = parser

    @override
    def decode(self) -> None:
        """Unpack once; raises ``PdfBroken`` beyond the limit."""
        names = [literal_name(one) for one, _ in self.get_filters()]
        data = bytes(self.rawdata or b"")
        rest = names[1:] if names and names[0] in _TEXT[0] else names
        if rest and (len(rest) > 1 or rest[0] not in _TEXT[1]):
            self.data, self.rawdata = b"", None  # pictures; no page is written in another way
            return
        if rest:
            self._measure(ascii85decode(data) if len(names) > 1 else data)
        else:
            self._parser.spend(len(data))
        super().decode()

    def _measure(self, packed: bytes) -> None:
        machine = zlib.decompressobj()
        try:
            while packed and not machine.eof:
                self._parser.spend(len(machine.decompress(packed, _CHUNK)))
                packed = machine.unconsumed_tail
        except zlib.error as error:
            raise PdfBroken("stream") from error


class BoundedParser(PDFParser):
    """Reads a file whose streams are bounded."""

    _unpacked = 0

    def spend(self, count: int) -> None:
        """Count unpacked bytes; raises ``PdfBroken`` where they are too many."""
        self._unpacked += count
        if self._unpacked > MOST_UNPACKED:
            raise PdfBroken("too much")

    @override
    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """As the library does; a stream read is put in bounds."""
        super().do_keyword(pos, token)
        if token is self.KEYWORD_STREAM and self.curstack:
            at, found = self.curstack[-1]
            if isinstance(found, PDFStream):
                self.curstack[-1] = (at, BoundedStream(found, self))


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise ``PdfBroken`` in this thread where the block takes longer.

    No call of the library can be relied on to come back and look at a clock: a file may lead it
    round in its own loops, so the exception is put into the thread from outside.
    """
    thread, lock, running = threading.get_ident(), threading.Lock(), True

    def strike() -> None:
        with lock:
            if running:
                _put(thread, PdfBroken)

    timer = threading.Timer(seconds, strike)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with lock:
            running = False
        timer.cancel()
        _put(thread, None)


def _put(thread: int, error: Any) -> None:
    given = None if error is None else ctypes.py_object(error)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), given)
