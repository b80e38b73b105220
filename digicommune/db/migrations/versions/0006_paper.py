"""Documents as they are issued, the superior's workbooks, and the words typed into papers."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
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
    """Adds what stage 6 keeps; nothing that was there is changed."""
    _superior_books()
    _issued_papers()
    _document_checks()
    _sections()


def _issued_papers():
    numbered = "uq_issued_papers_commune_id_series_year_number"
    _create(
        "issued_papers",
        [
            *_integer("issue_id"),
            *_integer("document_id", null=True),
            *_words("kind period title series"),
            *_integer("year number"),
            *_words("symbol"),
            *_day("issued_on"),
            sa.Column("check_code", sa.String(14), nullable=False),
            sa.Column("pdf_sha256", sa.String(64), nullable=False),
            sa.Column("pdf", sa.LargeBinary(), nullable=False),
            *_words("state"),
            *_integer("replaces", null=True),
            *_words("who"),
            sa.Column("issued_at", sa.String(20), nullable=False),
        ],
        "issue_id",
        _owner("issued_papers"),
        _link("issued_papers", "document_id", "documents"),
        _link("issued_papers", "replaces", "issued_papers", "issue_id"),
        sa.UniqueConstraint("commune_id", "series", "year", "number", name=numbered),
        sa.UniqueConstraint(
            "commune_id", "check_code", name="uq_issued_papers_commune_id_check_code"
        ),
        _least("issued_papers", "number", 1),
        _one_of("issued_papers", "state", "issued replaced"),
    )


def _document_checks():
    _create(
        "document_checks",
        [
            *_integer("check_id document_id"),
            sa.Column("snapshot_sha256", sa.String(64), nullable=False),
            *_words("note who"),
            sa.Column("at", sa.String(20), nullable=False),
        ],
        "check_id",
        _link("document_checks", "document_id", "documents"),
    )


def _sections():
    _create(
        "report_sections",
        [*_words("kind period section text made_from who"), *_integer("version")],
        "kind period section",
        _owner("report_sections"),
        _least("report_sections", "version", 1),
    )


def _superior_books():
    unique = sa.UniqueConstraint("commune_id", "name", name="uq_superior_books_commune_id_name")
    _create(
        "superior_books",
        [
            *_integer("book_id"),
            *_words("name file"),
            sa.Column("sha256", sa.String(64), nullable=False),
            sa.Column("content", sa.LargeBinary(), nullable=False),
            *_words("map"),
            *_integer("version"),
        ],
        "book_id",
        _owner("superior_books"),
        unique,
        _least("superior_books", "version", 1),
    )
    _create(
        "superior_fills",
        [
            *_integer("fill_id book_id"),
            *_words("period"),
            sa.Column("source_sha256", sa.String(64), nullable=False),
            sa.Column("result_sha256", sa.String(64), nullable=False),
            *_integer("cells"),
            *_words("who"),
            sa.Column("at", sa.String(20), nullable=False),
        ],
        "fill_id",
        _link("superior_fills", "book_id", "superior_books"),
        _least("superior_fills", "cells", 0),
    )
