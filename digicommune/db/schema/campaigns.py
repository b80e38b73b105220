"""The tables of what campaigns bring session by session, and of the letters written for them."""

from __future__ import annotations

from sqlalchemy import Table

from digicommune.db.schema.parts import (
    at_least,
    commune,
    key,
    link,
    metadata,
    number,
    one_of,
    stamps,
    version,
    words,
)

# The session a list of results came from; a list of the whole campaign has no row here.
import_sessions = Table(
    "import_sessions",
    metadata,
    commune(),
    number("import_id"),
    number("session_id"),
    *stamps(),
    key("import_id"),
    link("import_id", "imports"),
    link("session_id", "campaign_sessions"),
)

# What a bank told of a session in numbers alone: who had an account, who refused and why.
session_tallies = Table(
    "session_tallies",
    metadata,
    commune(),
    number("session_id"),
    words("bank_bin"),
    words("outcome"),
    number("people"),
    *stamps(),
    key("session_id", "bank_bin", "outcome"),
    link("session_id", "campaign_sessions"),
    at_least("people", 1),
)

letter_batches = Table(
    "letter_batches",
    metadata,
    commune(),
    number("batch_id"),
    number("campaign_id"),
    words("source"),
    number("printed_to"),
    words("who"),
    version(),
    *stamps(),
    key("batch_id"),
    link("campaign_id", "campaigns"),
    one_of("source", "villages", "households", "typed"),
    at_least("printed_to", 0),
    at_least("version", 1),
)

letter_batch_rows = Table(
    "letter_batch_rows",
    metadata,
    commune(),
    number("batch_id"),
    number("position"),
    number("session_id"),
    words("addressee"),
    *stamps(),
    key("batch_id", "position"),
    link("batch_id", "letter_batches"),
    link("session_id", "campaign_sessions"),
)
