"""The intake made whole: notes, remembered decisions and senders, imports under way."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None
# Tables in which a step of this migration removes rows on purpose.
fewer_rows_in: tuple[str, ...] = ()
# CHECKs and triggers it drops on purpose, by name.
drops_rules: tuple[str, ...] = ()


def _commune():
    return sa.Column("commune_id", sa.Integer(), nullable=False, autoincrement=False)


def _words(names, null=False):
    return [sa.Column(name, sa.Text(), nullable=null) for name in names.split()]


def _stamps():
    names = ("created_at", "updated_at")
    return [sa.Column(name, sa.String(20), nullable=False) for name in names]


def _create(name, columns, key, *rules):
    primary = sa.PrimaryKeyConstraint("commune_id", *key.split(), name=f"pk_{name}")
    named = f"fk_{name}_commune_id"
    owner = sa.ForeignKeyConstraint(["commune_id"], ["communes.commune_id"], name=named)
    op.create_table(name, _commune(), *columns, *_stamps(), primary, owner, *rules)


def upgrade() -> None:
    """Adds a note to people, accounts and merchants, and three tables."""
    for table in ("residents", "accounts", "merchants"):
        op.add_column(table, sa.Column("note", sa.Text(), nullable=True))
    number = sa.Column("resident_id", sa.Integer(), nullable=False, autoincrement=False)
    rule = "decision = 'same' OR decision = 'new'"
    _create(
        "intake_decisions",
        [sa.Column("digest", sa.String(64), nullable=False), number, *_words("decision who")],
        "digest resident_id",
        sa.CheckConstraint(rule, name=op.f("ck_intake_decisions_decision")),
    )
    _create(
        "senders",
        [
            sa.Column("sender_id", sa.Integer(), nullable=False, autoincrement=False),
            *_words("name kind"),
            *_words("bank_bin campaign sheet", null=True),
            *_words("signature headings"),
        ],
        "sender_id",
    )
    _create(
        "imports_under_way",
        [sa.Column("token", sa.String(32), nullable=False), *_words("file who workstation")],
        "token",
    )
