"""The register of issued papers, each with the bytes that were issued, and who checked drafts."""

from __future__ import annotations

from sqlalchemy import Column, Date, LargeBinary, String, Table, UniqueConstraint

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
    words,
)

issued_papers = Table(
    "issued_papers",
    metadata,
    commune(),
    number("issue_id"),
    number("document_id", optional=True),
    words("kind"),
    words("period"),
    words("title"),
    words("series"),
    number("year"),
    number("number"),
    words("symbol"),
    Column("issued_on", Date, nullable=False),
    Column("check_code", String(14), nullable=False),
    Column("pdf_sha256", String(64), nullable=False),
    Column("pdf", LargeBinary, nullable=False),
    words("state"),
    number("replaces", optional=True),
    words("who"),
    Column("issued_at", String(20), nullable=False),
    *stamps(),
    key("issue_id"),
    of_commune(),
    link("document_id", "documents"),
    link("replaces", "issued_papers", "issue_id"),
    UniqueConstraint("commune_id", "series", "year", "number"),
    UniqueConstraint("commune_id", "check_code"),
    at_least("number", 1),
    one_of("state", "issued", "replaced"),
)

document_checks = Table(
    "document_checks",
    metadata,
    commune(),
    number("check_id"),
    number("document_id"),
    Column("snapshot_sha256", String(64), nullable=False),
    words("note"),
    words("who"),
    Column("at", String(20), nullable=False),
    *stamps(),
    key("check_id"),
    link("document_id", "documents"),
)
