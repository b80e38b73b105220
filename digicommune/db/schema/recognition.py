"""The tables of dossiers on their way to recognition and of the register of recognised villages."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Date, String, Table

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

# A step is one JSON value: its fields are typed in ``domain.dossier``, and no query asks for one.
dossier_steps = Table(
    "dossier_steps",
    metadata,
    commune(),
    words("set_code"),
    words("period"),
    number("village_id"),
    words("step"),
    words("content"),
    words("who"),
    version(),
    *stamps(),
    key("set_code", "period", "village_id", "step"),
    link("village_id", "villages"),
    one_of(
        "step",
        "registration",
        "self_assessment",
        "meeting",
        "opinions",
        "appraisal",
        "submission",
        "decision",
    ),
    at_least("version", 1),
)

recognitions = Table(
    "recognitions",
    metadata,
    commune(),
    number("recognition_id"),
    number("village_id"),
    words("set_code"),
    Column("set_sha", String(64), nullable=False),
    words("period"),
    words("number"),
    Column("dated", Date, nullable=False),
    words("authority"),
    words("level"),
    Column("valid_until", Date),
    Column("recheck_on", Date),
    words("revoked_number"),
    Column("revoked_on", Date),
    words("revoked_reason"),
    words("note"),
    version(),
    *stamps(),
    key("recognition_id"),
    link("village_id", "villages"),
    CheckConstraint("valid_until IS NULL OR valid_until >= dated", name="valid_until"),
    CheckConstraint("revoked_on IS NULL OR revoked_on >= dated", name="revoked_on"),
    at_least("version", 1),
)
