"""The tables of what was taken in: imports, their rows, the files themselves."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, String, Table

from digicommune.db.schema.parts import (
    commune,
    key,
    link,
    metadata,
    number,
    of_commune,
    one_of,
    stamps,
    words,
)

imports = Table(
    "imports",
    metadata,
    commune(),
    number("import_id"),
    words("kind"),
    words("file"),
    Column("sha256", String(64), nullable=False),
    words("sheet"),
    words("bank_bin", optional=True),
    number("campaign_id", optional=True),
    number("rows_new"),
    number("rows_known"),
    number("rows_doubtful"),
    number("rows_rejected"),
    number("rows_skipped"),
    words("layout"),
    words("state"),
    words("who"),
    words("workstation"),
    *stamps(),
    key("import_id"),
    of_commune(),
    link("campaign_id", "campaigns"),
    one_of("state", "active", "undone"),
)

import_files = Table(
    "import_files",
    metadata,
    commune(),
    Column("sha256", String(64), nullable=False),
    number("size"),
    Column("content", LargeBinary, nullable=False),
    *stamps(),
    key("sha256"),
    of_commune(),
)

import_rows = Table(
    "import_rows",
    metadata,
    commune(),
    number("import_id"),
    number("row"),
    words("verdict"),
    words("target_kind", optional=True),
    number("target_id", optional=True),
    words("fields"),
    words("warnings"),
    words("problems"),
    words("before", optional=True),
    *stamps(),
    key("import_id", "row"),
    link("import_id", "imports"),
    one_of("verdict", "new", "known", "doubtful", "rejected"),
    sqlite_with_rowid=False,
)

# What officers decided of doubtful rows: the row's clues and the person it was held against.
intake_decisions = Table(
    "intake_decisions",
    metadata,
    commune(),
    Column("digest", String(64), nullable=False),
    number("resident_id"),
    words("decision"),
    words("who"),
    *stamps(),
    key("digest", "resident_id"),
    of_commune(),
    one_of("decision", "same", "new"),
)

senders = Table(
    "senders",
    metadata,
    commune(),
    number("sender_id"),
    words("name"),
    words("kind"),
    words("bank_bin", optional=True),
    words("campaign", optional=True),
    words("sheet", optional=True),
    words("signature"),
    words("headings"),
    *stamps(),
    key("sender_id"),
    of_commune(),
)

# A row here outlives its transaction: one that is left over tells of an import cut off half way.
imports_under_way = Table(
    "imports_under_way",
    metadata,
    commune(),
    Column("token", String(32), nullable=False),
    words("file"),
    words("who"),
    words("workstation"),
    *stamps(),
    key("token"),
    of_commune(),
)
