"""A long text kept packed until it is wanted, so that a long file does not lie whole in memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Final

_FAST: Final = 1  # the file itself is packed better
_AT_ONCE: Final = 1 << 20


class Spool:
    """Texts one after another; they stay in this process, since they may name people."""

    def __init__(self) -> None:
        self._packer = zlib.compressobj(_FAST)
        self._packed: list[bytes] = []
        self.length = 0

    def add(self, text: str) -> None:
        """The next stretch of the text."""
        content = text.encode()
        self.length += len(content)
        self._packed.append(self._packer.compress(content))

    def chunks(self) -> Iterator[bytes]:
        """The whole in pieces of a megabyte at most; nothing can be added afterwards."""
        self._packed.append(self._packer.flush())
        unpacker = zlib.decompressobj()
        for packed in self._packed:
            waiting = packed
            while waiting:
                yield unpacker.decompress(waiting, _AT_ONCE)
                waiting = unpacker.unconsumed_tail
        yield unpacker.flush()
