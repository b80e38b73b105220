"""The tables of proofs, of kept sets of criteria and of who closes which gap."""

from __future__ import annotations

from sqlalchemy import Column, Date, LargeBinary, String, Table

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
    unique_where,
    version,
    words,
)

# The bytes stand apart, so that a list of proofs reads no pictures; one file is kept once.
proof_files = Table(
    "proof_files",
    metadata,
    commune(),
    Column("sha256", String(64), nullable=False),
    number("size"),
    Column("content", LargeBinary, nullable=False),
    *stamps(),
    key("sha256"),
    of_commune(),
    at_least("size", 1),
)

proofs = Table(
    "proofs",
    metadata,
    commune(),
    number("proof_id"),
    words("set_code"),
    words("criterion"),
    number("village_id"),
    words("name"),
    words("kind"),
    number("size"),
    Column("sha256", String(64), nullable=False),
    Column("original_sha256", String(64), nullable=False),
    number("original_size"),
    Column("dated", Date),
    words("note"),
    Column("added_on", Date, nullable=False),
    words("added_by"),
    Column("verified_on", Date),
    words("verified_by"),
    Column("removed_at", String(20)),
    words("removed_why"),
    version(),
    *stamps(),
    key("proof_id"),
    link("village_id", "villages"),
    link("sha256", "proof_files"),
    one_of("kind", "jpeg", "png", "pdf"),
    at_least("size", 1),
    at_least("original_size", 1),
    at_least("version", 1),
)
unique_where(
    "uq_proofs_once",
    proofs,
    "set_code criterion village_id original_sha256",
    "removed_at IS NULL",
)

# Every definition a judging was made by, for good: a set that is changed later changes no past.
criteria_definitions = Table(
    "criteria_definitions",
    metadata,
    commune(),
    Column("sha256", String(64), nullable=False),
    words("code"),
    words("definition"),
    *stamps(),
    key("sha256"),
    of_commune(),
)

gap_tasks = Table(
    "gap_tasks",
    metadata,
    commune(),
    words("set_code"),
    words("period"),
    number("village_id"),
    words("criterion"),
    words("owner"),
    Column("due_on", Date),
    words("state"),
    words("note"),
    version(),
    *stamps(),
    key("set_code", "period", "village_id", "criterion"),
    link("village_id", "villages"),
    one_of("state", "open", "doing", "done"),
    at_least("version", 1),
)
