"""The table of signed copies of issued papers, several of one paper, each with its bytes."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, String, Table, UniqueConstraint

from digicommune.db.schema.parts import (
    at_least,
    commune,
    key,
    link,
    metadata,
    number,
    one_of,
    stamps,
    words,
)

signed_copies = Table(
    "signed_copies",
    metadata,
    commune(),
    number("copy_id"),
    number("issue_id"),
    words("name"),
    Column("sha256", String(64), nullable=False),
    number("size"),
    Column("content", LargeBinary, nullable=False),
    words("origin"),
    words("base"),
    words("signatures"),
    words("who"),
    Column("kept_at", String(20), nullable=False),
    *stamps(),
    key("copy_id"),
    link("issue_id", "issued_papers"),
    UniqueConstraint("commune_id", "issue_id", "sha256"),
    at_least("size", 1),
    one_of("origin", "made", "attached"),
    one_of("base", "stored", "altered", "outside"),
)
