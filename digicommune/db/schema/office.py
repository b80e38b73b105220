"""The tables of the office itself: commune, villages, settings, journal, documents."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Date, LargeBinary, String, Table

from digicommune.db.schema.parts import (
    at_least,
    commune,
    key,
    link,
    metadata,
    number,
    of_commune,
    one_of,
    stamps,
    version,
    words,
)

communes = Table(
    "communes",
    metadata,
    commune(),
    words("name"),
    words("province"),
    words("kind"),
    words("code", optional=True),
    words("chairman", optional=True),
    version(),
    *stamps(),
    key(),
    one_of("kind", "xã", "phường", "đặc khu"),
    at_least("version", 1),
)


settings = Table(
    "settings",
    metadata,
    commune(),
    words("key"),
    Column("valid_from", Date, nullable=False),
    words("value"),
    *stamps(),
    key("key", "valid_from"),
    of_commune(),
)


counters = Table(
    "counters",
    metadata,
    commune(),
    words("name"),
    number("next_id"),
    *stamps(),
    key("name"),
    of_commune(),
    at_least("next_id", 1),
)


villages = Table(
    "villages",
    metadata,
    commune(),
    number("village_id"),
    words("name"),
    words("former_commune", optional=True),
    Column("start_on", Date),
    Column("end_on", Date),
    number("position"),
    version(),
    *stamps(),
    key("village_id"),
    of_commune(),
    CheckConstraint("end_on IS NULL OR start_on IS NULL OR start_on <= end_on", name="dates"),
    at_least("version", 1),
)


# Which village became which, and since what day; a rename is one that became one.
village_successions = Table(
    "village_successions",
    metadata,
    commune(),
    number("from_id"),
    number("to_id"),
    words("kind"),
    Column("changed_on", Date, nullable=False),
    *stamps(),
    key("from_id", "to_id"),
    link("from_id", "villages", "village_id"),
    link("to_id", "villages", "village_id"),
    one_of("kind", "merge", "split", "rename"),
)


village_profiles = Table(
    "village_profiles",
    metadata,
    commune(),
    number("village_id"),
    words("item"),
    words("value"),
    Column("as_of", Date),
    words("who"),
    *stamps(),
    key("village_id", "item"),
    link("village_id", "villages"),
)


population_figures = Table(
    "population_figures",
    metadata,
    commune(),
    number("village_id"),
    words("base"),
    Column("as_of", Date, nullable=False),
    number("value"),
    words("source"),
    *stamps(),
    key("village_id", "base", "as_of"),
    link("village_id", "villages"),
    at_least("value", 0),
)


journal = Table(
    "journal",
    metadata,
    commune(),
    number("entry_id"),
    words("who"),
    words("workstation"),
    Column("at", String(20), nullable=False),
    words("action"),
    words("subject"),
    words("before", optional=True),
    words("after", optional=True),
    Column("digest", String(64), nullable=False),
    *stamps(),
    key("entry_id"),
    of_commune(),
)


documents = Table(
    "documents",
    metadata,
    commune(),
    number("document_id"),
    words("kind"),
    words("period"),
    words("title"),
    words("number", optional=True),
    Column("dated", Date),
    Column("snapshot", LargeBinary, nullable=False),
    Column("snapshot_sha256", String(64), nullable=False),
    Column("pdf_sha256", String(64)),
    Column("made_at", String(20), nullable=False),
    words("state"),
    number("replaces", optional=True),
    *stamps(),
    key("document_id"),
    of_commune(),
    link("replaces", "documents", "document_id"),
    one_of("state", "made", "issued", "replaced", "withdrawn"),
)
