"""Papers that came back signed, and issued papers that were withdrawn."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None
# Tables in which a step of this migration removes rows on purpose.
fewer_rows_in: tuple[str, ...] = ()
# CHECKs and triggers it drops on purpose, by name.
drops_rules: tuple[str, ...] = ()


def upgrade() -> None:
    """Adds what is kept beside an issued paper; nothing that was there is changed."""
    _signed_copies()
    _withdrawals()
    _electronic()
    _corrections()


def _signed_copies():
    name = "signed_copies"
    once = "uq_signed_copies_commune_id_issue_id_sha256"
    _beside(
        name,
        [
            *(_integer(one) for one in ("copy_id", "issue_id", "size")),
            *(_words(one) for one in ("name", "origin", "base", "signatures", "who")),
            _text("sha256", 64),
            sa.Column("content", sa.LargeBinary(), nullable=False),
            _text("kept_at", 20),
        ],
        "copy_id",
        _of_paper(name, "issue_id"),
        sa.UniqueConstraint("commune_id", "issue_id", "sha256", name=once),
        *(
            sa.CheckConstraint(rule, name=op.f(f"ck_{name}_{rule.split()[0]}"))
            for rule in (
                "size >= 1",
                "origin = 'made' OR origin = 'attached'",
                "base = 'stored' OR base = 'altered' OR base = 'outside'",
            )
        ),
    )


def _withdrawals():
    name = "withdrawals"
    _beside(
        name,
        [
            _integer("withdrawal_id"),
            _integer("issue_id"),
            _words("reason"),
            sa.Column("withdrawn_on", sa.Date(), nullable=False),
            _integer("by_issue", null=True),
            _words("by_text"),
            _words("who"),
            _text("at", 20),
            _text("taken_back_at", 20, null=True),
            _words("taken_back_why", null=True),
            _words("taken_back_who", null=True),
        ],
        "withdrawal_id",
        _of_paper(name, "issue_id"),
        _of_paper(name, "by_issue"),
    )


def _electronic():
    _beside(
        "electronic_papers",
        [_integer("issue_id"), _words("given_by", null=True), _text("given_at", 20, null=True)],
        "issue_id",
        _of_paper("electronic_papers", "issue_id"),
    )
    _beside(
        "paper_parts",
        [
            _integer("issue_id"),
            _integer("place"),
            _words("title"),
            _text("pdf_sha256", 64),
            sa.Column("pdf", sa.LargeBinary(), nullable=False),
        ],
        "issue_id place",
        _of_paper("paper_parts", "issue_id"),
        sa.CheckConstraint("place >= 0", name=op.f("ck_paper_parts_place")),
    )


def _corrections():
    name = "paper_corrections"
    _beside(
        name,
        [_integer("issue_id"), _integer("corrects")],
        "issue_id corrects",
        _of_paper(name, "issue_id"),
        _of_paper(name, "corrects"),
    )


def _integer(name, null=False):
    return sa.Column(name, sa.Integer(), nullable=null, autoincrement=False)


def _words(name, null=False):
    return sa.Column(name, sa.Text(), nullable=null)


def _text(name, length, null=False):
    return sa.Column(name, sa.String(length), nullable=null)


def _of_paper(table, column):
    return sa.ForeignKeyConstraint(
        ["commune_id", column],
        ["issued_papers.commune_id", "issued_papers.issue_id"],
        name=f"fk_{table}_commune_id_{column}",
    )


def _beside(name, columns, key, *rules):
    stamps = [_text(one, 20) for one in ("created_at", "updated_at")]
    primary = sa.PrimaryKeyConstraint("commune_id", *key.split(), name=f"pk_{name}")
    op.create_table(name, _integer("commune_id"), *columns, *stamps, primary, *rules)
