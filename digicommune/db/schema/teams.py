"""The tables of the community digital teams: members, trainings, rounds, lists they walk by."""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, Date, ForeignKeyConstraint, String, Table

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

teams = Table(
    "teams",
    metadata,
    commune(),
    number("team_id"),
    number("village_id"),
    words("name"),
    words("decision_number"),
    Column("decided_on", Date),
    Column("active_from", Date),
    Column("active_to", Date),
    words("note"),
    version(),
    *stamps(),
    key("team_id"),
    of_commune(),
    link("village_id", "villages"),
    CheckConstraint(
        "active_to IS NULL OR active_from IS NULL OR active_from <= active_to", name="dates"
    ),
    at_least("version", 1),
)

team_members = Table(
    "team_members",
    metadata,
    commune(),
    number("team_id"),
    number("member_id"),
    words("full_name"),
    words("role"),
    words("phone", optional=True),
    words("body"),
    Column("left_on", Date),
    number("position"),
    *stamps(),
    key("team_id", "member_id"),
    link("team_id", "teams"),
    one_of("role", "leader", "deputy", "member"),
)

team_trainings = Table(
    "team_trainings",
    metadata,
    commune(),
    number("training_id"),
    number("team_id"),
    Column("held_on", Date, nullable=False),
    words("subject"),
    words("place"),
    number("present", optional=True),
    words("note"),
    version(),
    *stamps(),
    key("training_id"),
    link("team_id", "teams"),
    at_least("present", 0),
    at_least("version", 1),
)

walk_sheets = Table(
    "walk_sheets",
    metadata,
    commune(),
    number("sheet_id"),
    number("village_id"),
    words("period"),
    words("services"),
    words("lanes"),
    Column("printed_at", String(20), nullable=False),
    words("who"),
    *stamps(),
    key("sheet_id"),
    link("village_id", "villages"),
)

walk_sheet_rows = Table(
    "walk_sheet_rows",
    metadata,
    commune(),
    number("sheet_id"),
    number("position"),
    number("resident_id"),
    words("lacking"),
    *stamps(),
    key("sheet_id", "position"),
    link("sheet_id", "walk_sheets"),
    link("resident_id", "residents"),
)

team_rounds = Table(
    "team_rounds",
    metadata,
    commune(),
    number("round_id"),
    number("team_id"),
    Column("held_on", Date, nullable=False),
    words("place"),
    number("households", optional=True),
    words("members"),
    words("helped"),
    number("sheet_id", optional=True),
    words("note"),
    version(),
    *stamps(),
    key("round_id"),
    link("team_id", "teams"),
    link("sheet_id", "walk_sheets"),
    at_least("households", 0),
    at_least("version", 1),
)

walk_results = Table(
    "walk_results",
    metadata,
    commune(),
    number("sheet_id"),
    number("position"),
    words("service"),
    words("outcome"),
    number("round_id"),
    Column("held_on", Date, nullable=False),
    Column("fact_set", Boolean, nullable=False),
    *stamps(),
    key("sheet_id", "position", "service"),
    ForeignKeyConstraint(
        ["commune_id", "sheet_id", "position"],
        [
            "walk_sheet_rows.commune_id",
            "walk_sheet_rows.sheet_id",
            "walk_sheet_rows.position",
        ],
    ),
    link("round_id", "team_rounds"),
    one_of("outcome", "done", "had_already", "later", "absent", "refused"),
)
