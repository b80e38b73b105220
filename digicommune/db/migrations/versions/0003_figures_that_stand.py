"""Villages that change with a date, what is known of people, frozen figures, targets."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
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


def _link(table, column, parent, key=None):
    ours, theirs = ["commune_id", column], [f"{parent}.commune_id", f"{parent}.{key or column}"]
    return sa.ForeignKeyConstraint(ours, theirs, name=f"fk_{table}_commune_id_{column}")


def _owner(table):
    named = f"fk_{table}_commune_id"
    return sa.ForeignKeyConstraint(["commune_id"], ["communes.commune_id"], name=named)


def _check(table, label, rule):
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{label}"))


def _create(name, columns, key, *rules, clustered=False):
    primary = sa.PrimaryKeyConstraint("commune_id", *key.split(), name=f"pk_{name}")
    more = {"sqlite_with_rowid": False} if clustered else {}
    op.create_table(name, *_integer("commune_id"), *columns, *_stamps(), primary, *rules, **more)


def upgrade() -> None:
    """Adds what stage 3 keeps; nothing that was there is changed."""
    _people()
    _villages()
    _periods()


def _people():
    head = sa.Column("is_head", sa.Boolean(), nullable=True)
    for column in (
        *_words("lane", null=True),
        head,
        *_day("residence_on", null=True),
        *_integer("merged_into", null=True),
        sa.Column("removed_at", sa.String(20), nullable=True),
    ):
        op.add_column("residents", column)
    # A number is free again once its holder is in the trash.
    rule = sa.text("cccd IS NOT NULL AND removed_at IS NULL")
    op.drop_index("uq_residents_cccd", table_name="residents")
    op.create_index(
        "uq_residents_cccd",
        "residents",
        ["commune_id", "cccd"],
        unique=True,
        sqlite_where=rule,
        postgresql_where=rule,
    )
    table = "resident_facts"
    _create(
        table,
        [
            *_integer("resident_id"),
            *_words("fact"),
            *_day("since until", null=True),
            *_integer("source_import source_row", null=True),
            *_words("note", null=True),
        ],
        "resident_id fact",
        _link(table, "resident_id", "residents"),
        _link(table, "source_import", "imports", "import_id"),
        clustered=True,
    )


def _villages():
    table = "village_successions"
    _create(
        table,
        [*_integer("from_id to_id"), *_words("kind"), *_day("changed_on")],
        "from_id to_id",
        _link(table, "from_id", "villages", "village_id"),
        _link(table, "to_id", "villages", "village_id"),
        _check(table, "kind", "kind = 'merge' OR kind = 'split' OR kind = 'rename'"),
    )
    table = "village_profiles"
    _create(
        table,
        [*_integer("village_id"), *_words("item value"), *_day("as_of", null=True), *_words("who")],
        "village_id item",
        _link(table, "village_id", "villages"),
    )


def _periods():
    for name in ("submitted_at", "approved_at", "unlocked_at"):
        op.add_column("periods", sa.Column(name, sa.String(20), nullable=True))
    table = "frozen_figures"
    _create(
        table,
        [
            *_words("period indicator figures"),
            sa.Column("units", sa.LargeBinary(), nullable=False),
        ],
        "period indicator",
        _link(table, "period", "periods", "code"),
    )
    table = "indicator_targets"
    _create(
        table,
        [*_words("indicator"), *_integer("year village_id"), *_words("percent basis")],
        "indicator year village_id",
        _owner(table),
    )
