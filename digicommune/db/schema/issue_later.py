"""What becomes of a paper after it was issued; the paper's own row and bytes stay as they were.

An electronic paper without its number yet stands in ``issued_papers`` in a series of its own, "",
by its own line: the number the office's system gives takes that place.
"""

from __future__ import annotations

from sqlalchemy import Column, Date, LargeBinary, String, Table

from digicommune.db.schema.parts import (
    at_least,
    commune,
    key,
    link,
    metadata,
    number,
    stamps,
    words,
)

electronic_papers = Table(
    "electronic_papers",
    metadata,
    commune(),
    number("issue_id"),
    words("given_by", optional=True),
    Column("given_at", String(20), nullable=True),  # when its number was entered
    *stamps(),
    key("issue_id"),
    link("issue_id", "issued_papers"),
)

# The main text and every annex of a paper, each as a PDF of its own; place 0 is the main text.
paper_parts = Table(
    "paper_parts",
    metadata,
    commune(),
    number("issue_id"),
    number("place"),
    words("title"),
    Column("pdf_sha256", String(64), nullable=False),
    Column("pdf", LargeBinary, nullable=False),
    *stamps(),
    key("issue_id", "place"),
    link("issue_id", "issued_papers"),
    at_least("place", 0),
)

withdrawals = Table(
    "withdrawals",
    metadata,
    commune(),
    number("withdrawal_id"),
    number("issue_id"),
    words("reason"),
    Column("withdrawn_on", Date, nullable=False),
    number("by_issue", optional=True),  # the paper of the register that says so
    words("by_text"),
    words("who"),
    Column("at", String(20), nullable=False),
    Column("taken_back_at", String(20), nullable=True),
    words("taken_back_why", optional=True),
    words("taken_back_who", optional=True),
    *stamps(),
    key("withdrawal_id"),
    link("issue_id", "issued_papers"),
    link("by_issue", "issued_papers", "issue_id"),
)

# A letter that corrects papers without standing for them (Decree 30/2020, Art. 18.3).
paper_corrections = Table(
    "paper_corrections",
    metadata,
    commune(),
    number("issue_id"),
    number("corrects"),
    *stamps(),
    key("issue_id", "corrects"),
    link("issue_id", "issued_papers"),
    link("corrects", "issued_papers", "issue_id"),
)
