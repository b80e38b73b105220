"""Shops as they are visited, what campaigns bring, and the teams."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None
# Tables in which a step of this migration removes rows on purpose.
fewer_rows_in: tuple[str, ...] = ()
# CHECKs and triggers it drops on purpose, by name.
drops_rules: tuple[str, ...] = ()


def _integer(names, null=False):
    return [
        sa.Column(name, sa.Integer(), nullable=null, autoincrement=False) for name in names.split()
    ]


def _words(names, null=False):
    return [sa.Column(name, sa.Text(), nullable=null) for name in names.split()]


def _day(names, null=False):
    return [sa.Column(name, sa.Date(), nullable=null) for name in names.split()]


def _stamps():
    names = ("created_at", "updated_at")
    return [sa.Column(name, sa.String(20), nullable=False) for name in names]


def _link(table, columns, parent, keys=None):
    ours, theirs = columns.split(), (keys or columns).split()
    return sa.ForeignKeyConstraint(
        ["commune_id", *ours],
        [f"{parent}.commune_id", *(f"{parent}.{one}" for one in theirs)],
        name="_".join(("fk", table, "commune_id", *ours)),
    )


def _owner(table):
    named = f"fk_{table}_commune_id"
    return sa.ForeignKeyConstraint(["commune_id"], ["communes.commune_id"], name=named)


def _check(table, label, rule):
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{label}"))


def _least(table, column, least):
    return _check(table, column, f"{column} >= {least}")


def _one_of(table, column, values):
    rule = " OR ".join(f"{column} = '{one}'" for one in values.split())
    return _check(table, column, rule)


def _create(name, columns, key, *rules):
    primary = sa.PrimaryKeyConstraint("commune_id", *key.split(), name=f"pk_{name}")
    op.create_table(name, *_integer("commune_id"), *columns, *_stamps(), primary, *rules)


def upgrade() -> None:
    """Adds what stage 5 keeps; nothing that was there is changed."""
    _teams()
    _walks()
    _campaigns()
    _campaign_letters()
    _merchants()


def _teams():
    _create(
        "teams",
        [
            *_integer("team_id village_id"),
            *_words("name decision_number"),
            *_day("decided_on active_from active_to", null=True),
            *_words("note"),
            *_integer("version"),
        ],
        "team_id",
        _owner("teams"),
        _link("teams", "village_id", "villages"),
        _check(
            "teams",
            "dates",
            "active_to IS NULL OR active_from IS NULL OR active_from <= active_to",
        ),
        _least("teams", "version", 1),
    )
    _create(
        "team_members",
        [
            *_integer("team_id member_id"),
            *_words("full_name role"),
            *_words("phone", null=True),
            *_words("body"),
            *_day("left_on", null=True),
            *_integer("position"),
        ],
        "team_id member_id",
        _link("team_members", "team_id", "teams"),
        _one_of("team_members", "role", "leader deputy member"),
    )
    _create(
        "team_trainings",
        [
            *_integer("training_id team_id"),
            *_day("held_on"),
            *_words("subject place"),
            *_integer("present", null=True),
            *_words("note"),
            *_integer("version"),
        ],
        "training_id",
        _link("team_trainings", "team_id", "teams"),
        _least("team_trainings", "present", 0),
        _least("team_trainings", "version", 1),
    )


def _walks():
    _create(
        "walk_sheets",
        [
            *_integer("sheet_id village_id"),
            *_words("period services lanes"),
            sa.Column("printed_at", sa.String(20), nullable=False),
            *_words("who"),
        ],
        "sheet_id",
        _link("walk_sheets", "village_id", "villages"),
    )
    _create(
        "walk_sheet_rows",
        [*_integer("sheet_id position resident_id"), *_words("lacking")],
        "sheet_id position",
        _link("walk_sheet_rows", "sheet_id", "walk_sheets"),
        _link("walk_sheet_rows", "resident_id", "residents"),
    )
    _create(
        "team_rounds",
        [
            *_integer("round_id team_id"),
            *_day("held_on"),
            *_words("place"),
            *_integer("households", null=True),
            *_words("members helped"),
            *_integer("sheet_id", null=True),
            *_words("note"),
            *_integer("version"),
        ],
        "round_id",
        _link("team_rounds", "team_id", "teams"),
        _link("team_rounds", "sheet_id", "walk_sheets"),
        _least("team_rounds", "households", 0),
        _least("team_rounds", "version", 1),
    )
    _create(
        "walk_results",
        [
            *_integer("sheet_id position"),
            *_words("service outcome"),
            *_integer("round_id"),
            *_day("held_on"),
            sa.Column("fact_set", sa.Boolean(), nullable=False),
        ],
        "sheet_id position service",
        _link("walk_results", "sheet_id position", "walk_sheet_rows"),
        _link("walk_results", "round_id", "team_rounds"),
        _one_of("walk_results", "outcome", "done had_already later absent refused"),
    )


def _campaigns():
    for column in _words("state note", null=True):
        op.add_column("campaigns", column)
    for column in (
        *_words("starts_at contact note", null=True),
        *_integer("expected", null=True),
    ):
        op.add_column("campaign_sessions", column)
    _create(
        "import_sessions",
        _integer("import_id session_id"),
        "import_id",
        _link("import_sessions", "import_id", "imports"),
        _link("import_sessions", "session_id", "campaign_sessions"),
    )
    _create(
        "session_tallies",
        [*_integer("session_id"), *_words("bank_bin outcome"), *_integer("people")],
        "session_id bank_bin outcome",
        _link("session_tallies", "session_id", "campaign_sessions"),
        _least("session_tallies", "people", 1),
    )


def _campaign_letters():
    _create(
        "letter_batches",
        [
            *_integer("batch_id campaign_id"),
            *_words("source"),
            *_integer("printed_to"),
            *_words("who"),
            *_integer("version"),
        ],
        "batch_id",
        _link("letter_batches", "campaign_id", "campaigns"),
        _one_of("letter_batches", "source", "villages households typed"),
        _least("letter_batches", "printed_to", 0),
        _least("letter_batches", "version", 1),
    )
    _create(
        "letter_batch_rows",
        [
            *_integer("batch_id position session_id"),
            *_words("addressee"),
        ],
        "batch_id position",
        _link("letter_batch_rows", "batch_id", "letter_batches"),
        _link("letter_batch_rows", "session_id", "campaign_sessions"),
    )


def _merchants():
    for column in (
        *_words("stall provider qr_kind qr_service qr_text", null=True),
        *_day("qr_checked_on", null=True),
        *_words("qr_checked_by", null=True),
        sa.Column("qr_works", sa.Boolean()),
        *_words("qr_problem", null=True),
        sa.Column("sound_box", sa.Boolean()),
        *_words("visit", null=True),
        *_day("visit_on", null=True),
        *_integer("merged_into", null=True),
        sa.Column("removed_at", sa.String(20)),
    ):
        op.add_column("merchants", column)
    _create(
        "merchant_visits",
        [
            *_integer("merchant_id visit_id"),
            *_words("state"),
            *_day("held_on"),
            *_words("note who"),
        ],
        "merchant_id visit_id",
        _link("merchant_visits", "merchant_id", "merchants"),
        _one_of(
            "merchant_visits",
            "state",
            "not_visited visited agreed registered issued in_use refused",
        ),
    )
