"""Writes Alembic steps that come after the shipped ones, for trying upgrades; never shipped."""

from __future__ import annotations

from pathlib import Path

from digicommune.db.upgrade import HEAD, SHIPPED, Chain

_STEP = '''"""A step after the shipped ones, in a test."""

import os

import sqlalchemy as sa
from alembic import op

revision = "{new:04d}"
down_revision = "{old:04d}"
fewer_rows_in = {fewer!r}


def mark():
    if "MARKS_FD" in os.environ:
        os.write(int(os.environ["MARKS_FD"]), b"m")


def upgrade():
    mark()
{body}
    mark()
'''

# What a real step does: new columns, a table of its own, and a table copied to gain a rule.
WHOLE = """
    op.add_column("villages", sa.Column("note", sa.Text(), nullable=True))
    mark()
    op.create_table(
        "lanes",
        sa.Column("commune_id", sa.Integer(), nullable=False),
        sa.Column("lane_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("commune_id", "lane_id", name="pk_lanes"),
    )
    mark()
    op.execute("UPDATE residents SET address = 'Ngõ ' || resident_id")
    mark()
    with op.batch_alter_table("population_figures") as batch:
        batch.add_column(sa.Column("checked", sa.Integer(), nullable=True))
    mark()
"""
FAILING = """
    op.add_column("villages", sa.Column("note", sa.Text(), nullable=True))
    op.execute("UPDATE no_such_table SET x = 1")
"""
LOSING_ROWS = """
    op.execute("DELETE FROM accounts WHERE resident_id > 10")
"""
LOSING_PARENTS = """
    op.execute("DELETE FROM residents WHERE resident_id = 1")
    op.execute("INSERT INTO residents (commune_id, resident_id, full_name, name_fold, name_key,"
               " village_id, birth_date, birth_year, sex, cccd, cmnd, phone, household, address,"
               " residence, source_import, source_row, version, created_at, updated_at, note)"
               " SELECT commune_id, 999999, full_name, name_fold, name_key,"
               " village_id, birth_date, birth_year, sex, NULL, cmnd, phone, household, address,"
               " residence, source_import, source_row, version, created_at, updated_at, note"
               " FROM residents WHERE resident_id = 2")
"""
LOSING_RULES = """
    op.execute("CREATE TABLE copied AS SELECT * FROM villages")
    op.execute("DROP TABLE villages")
    op.execute("ALTER TABLE copied RENAME TO villages")
"""
# Alembic's batch copies the table; triggers are gone afterwards.
LOSING_TRIGGERS = """
    with op.batch_alter_table("villages", recreate="always") as batch:
        batch.add_column(sa.Column("note", sa.Text(), nullable=True))
"""


def chain(folder: Path, body: str, fewer: tuple[str, ...] = ()) -> Chain:
    """The shipped steps and one more that does ``body``."""
    folder.mkdir(exist_ok=True)
    text = _STEP.format(new=HEAD + 1, old=HEAD, fewer=fewer, body=body)
    (folder / f"{HEAD + 1:04d}_next.py").write_text(text, encoding="utf-8")
    return Chain(SHIPPED.script, (*SHIPPED.steps, folder), HEAD + 1)
