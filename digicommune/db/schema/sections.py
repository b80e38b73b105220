"""The table of what officers typed into the sections of reports."""

from __future__ import annotations

from sqlalchemy import Table

from digicommune.db.schema.parts import (
    at_least,
    commune,
    key,
    metadata,
    of_commune,
    stamps,
    version,
    words,
)

report_sections = Table(
    "report_sections",
    metadata,
    commune(),
    words("kind"),
    words("period"),
    words("section"),
    words("text"),
    words("made_from"),
    words("who"),
    version(),
    *stamps(),
    key("kind", "period", "section"),
    of_commune(),
    at_least("version", 1),
)
