"""The tables of papers beside the documents themselves: the superior's workbooks."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, String, Table, UniqueConstraint

from digicommune.db.schema.parts import (
    at_least,
    commune,
    key,
    link,
    metadata,
    number,
    of_commune,
    stamps,
    version,
    words,
)

superior_books = Table(
    "superior_books",
    metadata,
    commune(),
    number("book_id"),
    words("name"),
    words("file"),
    Column("sha256", String(64), nullable=False),
    Column("content", LargeBinary, nullable=False),
    words("map"),
    version(),
    *stamps(),
    key("book_id"),
    of_commune(),
    UniqueConstraint("commune_id", "name"),
    at_least("version", 1),
)

superior_fills = Table(
    "superior_fills",
    metadata,
    commune(),
    number("fill_id"),
    number("book_id"),
    words("period"),
    Column("source_sha256", String(64), nullable=False),
    Column("result_sha256", String(64), nullable=False),
    number("cells"),
    words("who"),
    Column("at", String(20), nullable=False),
    *stamps(),
    key("fill_id"),
    link("book_id", "superior_books"),
    at_least("cells", 0),
)
