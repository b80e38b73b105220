"""Proofs, kept sets of criteria, gaps; dossiers and the register of recognised villages."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
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


def _text(names, length, null=False):
    return [sa.Column(name, sa.String(length), nullable=null) for name in names.split()]


def _link(table, column, parent, key=None):
    ours, theirs = ["commune_id", column], [f"{parent}.commune_id", f"{parent}.{key or column}"]
    return sa.ForeignKeyConstraint(ours, theirs, name=f"fk_{table}_commune_id_{column}")


def _owner(table):
    named = f"fk_{table}_commune_id"
    return sa.ForeignKeyConstraint(["commune_id"], ["communes.commune_id"], name=named)


def _check(table, label, rule):
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{label}"))


def _at_least(table, *names):
    return [_check(table, name, f"{name} >= 1") for name in names]


def _one_of(table, column, *values):
    return _check(table, column, " OR ".join(f"{column} = '{one}'" for one in values))


def _create(name, columns, key, *rules):
    primary = sa.PrimaryKeyConstraint("commune_id", *key.split(), name=f"pk_{name}")
    stamps = _text("created_at updated_at", 20)
    op.create_table(name, *_integer("commune_id"), *columns, *stamps, primary, *rules)


def upgrade() -> None:
    """Adds what stage 4 keeps; nothing that was there is changed."""
    _proofs()
    _recognition()


def _proofs():
    table = "proof_files"
    content = sa.Column("content", sa.LargeBinary(), nullable=False)
    columns = [*_text("sha256", 64), *_integer("size"), content]
    _create(table, columns, "sha256", _owner(table), *_at_least(table, "size"))
    _proof_table()
    table = "criteria_definitions"
    columns = [*_text("sha256", 64), *_words("code definition")]
    _create(table, columns, "sha256", _owner(table))
    op.execute(
        "INSERT INTO criteria_definitions"
        " (commune_id, sha256, code, definition, created_at, updated_at)"
        " SELECT commune_id, sha256, min(code), min(definition), min(created_at), min(updated_at)"
        " FROM criteria_sets GROUP BY commune_id, sha256"
    )
    table = "gap_tasks"
    columns = [
        *_words("set_code period"),
        *_integer("village_id"),
        *_words("criterion owner"),
        *_day("due_on", null=True),
        *_words("state note"),
        *_integer("version"),
    ]
    rules = [_one_of(table, "state", "open", "doing", "done"), *_at_least(table, "version")]
    key = "set_code period village_id criterion"
    _create(table, columns, key, _link(table, "village_id", "villages"), *rules)
    op.add_column("evaluations", *_text("locked_at", 20, null=True))
    for column in _words("points points_of", null=True):
        op.add_column("evaluation_results", column)


def _proof_table():
    table = "proofs"
    columns = [
        *_integer("proof_id"),
        *_words("set_code criterion"),
        *_integer("village_id"),
        *_words("name kind"),
        *_integer("size"),
        *_text("sha256 original_sha256", 64),
        *_integer("original_size"),
        *_day("dated", null=True),
        *_words("note"),
        *_day("added_on"),
        *_words("added_by"),
        *_day("verified_on", null=True),
        *_words("verified_by"),
        *_text("removed_at", 20, null=True),
        *_words("removed_why"),
        *_integer("version"),
    ]
    links = [_link(table, "village_id", "villages"), _link(table, "sha256", "proof_files")]
    rules = _at_least(table, "size", "original_size", "version")
    kinds = _one_of(table, "kind", "jpeg", "png", "pdf")
    _create(table, columns, "proof_id", *links, kinds, *rules)
    standing = sa.text("removed_at IS NULL")
    op.create_index(
        "uq_proofs_once",
        table,
        ["commune_id", "set_code", "criterion", "village_id", "original_sha256"],
        unique=True,
        sqlite_where=standing,
        postgresql_where=standing,
    )


def _recognition():
    table = "dossier_steps"
    steps = "registration self_assessment meeting opinions appraisal submission decision"
    columns = [
        *_words("set_code period"),
        *_integer("village_id"),
        *_words("step content who"),
        *_integer("version"),
    ]
    rules = [_one_of(table, "step", *steps.split()), *_at_least(table, "version")]
    key = "set_code period village_id step"
    _create(table, columns, key, _link(table, "village_id", "villages"), *rules)
    table = "recognitions"
    columns = [
        *_integer("recognition_id village_id"),
        *_words("set_code"),
        *_text("set_sha", 64),
        *_words("period number"),
        *_day("dated"),
        *_words("authority level"),
        *_day("valid_until recheck_on", null=True),
        *_words("revoked_number"),
        *_day("revoked_on", null=True),
        *_words("revoked_reason note"),
        *_integer("version"),
    ]
    rules = [
        _check(table, name, f"{name} IS NULL OR {name} >= dated")
        for name in ("valid_until", "revoked_on")
    ]
    rules += _at_least(table, "version")
    link = _link(table, "village_id", "villages")
    _create(table, columns, "recognition_id", link, *rules)
