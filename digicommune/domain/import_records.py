"""What is kept of imports and asked again when one is taken back; it judges nothing."""

from __future__ import annotations

from typing import NamedTuple

from digicommune.domain.people import SourceRow


class LaterRow(NamedTuple):
    """A row of a later import that speaks of the same person or shop."""

    source: SourceRow
    bank_bin: str | None  # said of the whole list when it was taken in
    fields: str  # JSON, as read
