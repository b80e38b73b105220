"""The first schema: commune, registers, intake, counting, journal and documents."""

from itertools import chain

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None
# Tables in which a step of this migration removes rows on purpose.
fewer_rows_in: tuple[str, ...] = ()
# CHECKs and triggers it drops on purpose, by name.
drops_rules: tuple[str, ...] = ()


def _columns(kind, names, null):
    plain = {"autoincrement": False} if kind is sa.Integer else {}
    return [sa.Column(name, kind, nullable=null, **plain) for name in names.split()]


def _integer(names, null=False):
    return _columns(sa.Integer, names, null)


def _big(names, null=False):
    return _columns(sa.BigInteger, names, null)


def _words(names, null=False):
    return _columns(sa.Text, names, null)


def _day(names, null=False):
    return _columns(sa.Date, names, null)


def _boolean(names, null=False):
    return _columns(sa.Boolean, names, null)


def _data(names, null=False):
    return _columns(sa.LargeBinary, names, null)


def _digest(names, null=False):
    return _columns(sa.String(64), names, null)


def _moment(names, null=False):
    return _columns(sa.String(20), names, null)


def _stamps():
    return _moment("created_at updated_at")


def _create(name, columns, key, rules, clustered=False):
    """A table, commune first in its key; its references and rules with their names."""
    every = chain(_integer("commune_id"), *columns)
    primary = sa.PrimaryKeyConstraint("commune_id", *key.split(), name=f"pk_{name}")
    named = [rule(name) for rule in rules]
    more = {"sqlite_with_rowid": False} if clustered else {}
    op.create_table(name, *every, primary, *named, **more)


def _check(label, rule):
    return lambda table: sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{label}"))


def _one_of(column, *values):
    return _check(column, " OR ".join(f"{column} = '{one}'" for one in values))


def _of_commune():
    def build(table):
        name = f"fk_{table}_commune_id"
        return sa.ForeignKeyConstraint(["commune_id"], ["communes.commune_id"], name=name)

    return build


def _link(column, parent, key=None):
    def build(table):
        theirs = [f"{parent}.commune_id", f"{parent}.{key or column}"]
        name = f"fk_{table}_commune_id_{column}"
        return sa.ForeignKeyConstraint(["commune_id", column], theirs, name=name)

    return build


def _unique(columns):
    def build(table):
        names = ["commune_id", *columns.split()]
        return sa.UniqueConstraint(*names, name=f"uq_{table}_" + "_".join(names))

    return build


def _unique_where(name, table, columns, where):
    names = ["commune_id", *columns.split()]
    rule = sa.text(where)
    op.create_index(name, table, names, unique=True, sqlite_where=rule, postgresql_where=rule)


def _communes():
    _create(
        "communes",
        [
            _words("name province kind"),
            _words("code chairman", null=True),
            _integer("version"),
            _stamps(),
        ],
        "",
        [
            _one_of("kind", "xã", "phường", "đặc khu"),
            _check("version", "version >= 1"),
        ],
    )


def _banks():
    _create(
        "banks",
        [
            _words("bin code short_name aliases"),
            _integer("sources"),
            _words("vietqr_status", null=True),
            _stamps(),
        ],
        "bin",
        [_of_commune()],
    )


def _bases():
    _create(
        "bases",
        [_words("code definition"), _integer("position"), _stamps()],
        "code",
        [_of_commune()],
    )


def _campaigns():
    _create(
        "campaigns",
        [
            _integer("campaign_id"),
            _words("code name"),
            _day("start_on end_on"),
            _integer("version"),
            _stamps(),
        ],
        "campaign_id",
        [
            _of_commune(),
            _unique("code"),
            _check("dates", "start_on <= end_on"),
            _check("version", "version >= 1"),
        ],
    )


def _counters():
    _create(
        "counters",
        [_words("name"), _integer("next_id"), _stamps()],
        "name",
        [_of_commune(), _check("next_id", "next_id >= 1")],
    )


def _criteria_sets():
    _create(
        "criteria_sets",
        [_words("code definition"), _digest("sha256"), _integer("position"), _stamps()],
        "code",
        [_of_commune()],
    )


def _documents():
    _create(
        "documents",
        [
            _integer("document_id"),
            _words("kind period title"),
            _words("number", null=True),
            _day("dated", null=True),
            _data("snapshot"),
            _digest("snapshot_sha256"),
            _digest("pdf_sha256", null=True),
            _moment("made_at"),
            _words("state"),
            _integer("replaces", null=True),
            _stamps(),
        ],
        "document_id",
        [
            _of_commune(),
            _link("replaces", "documents", "document_id"),
            _one_of("state", "made", "issued", "replaced", "withdrawn"),
        ],
    )


def _evaluations():
    _create(
        "evaluations",
        [_integer("evaluation_id"), _words("set_code period"), _digest("set_sha256"), _stamps()],
        "evaluation_id",
        [_of_commune()],
    )


def _import_files():
    _create(
        "import_files",
        [_digest("sha256"), _integer("size"), _data("content"), _stamps()],
        "sha256",
        [_of_commune()],
    )


def _indicators():
    _create(
        "indicators",
        [_words("code"), _day("valid_from"), _words("definition"), _integer("position"), _stamps()],
        "code valid_from",
        [_of_commune()],
    )


def _journal():
    _create(
        "journal",
        [
            _integer("entry_id"),
            _words("who workstation"),
            _moment("at"),
            _words("action subject"),
            _words("before after", null=True),
            _digest("digest"),
            _stamps(),
        ],
        "entry_id",
        [_of_commune()],
    )


def _periods():
    _create(
        "periods",
        [
            _words("code state"),
            _moment("locked_at", null=True),
            _words("reason"),
            _integer("version"),
            _stamps(),
        ],
        "code",
        [
            _of_commune(),
            _one_of("state", "open", "submitted", "approved", "locked"),
            _check("version", "version >= 1"),
        ],
    )


def _settings():
    _create(
        "settings",
        [_words("key"), _day("valid_from"), _words("value"), _stamps()],
        "key valid_from",
        [_of_commune()],
    )


def _villages():
    _create(
        "villages",
        [
            _integer("village_id"),
            _words("name"),
            _words("former_commune", null=True),
            _day("start_on end_on", null=True),
            _integer("position version"),
            _stamps(),
        ],
        "village_id",
        [
            _of_commune(),
            _check("dates", "end_on IS NULL OR start_on IS NULL OR start_on <= end_on"),
            _check("version", "version >= 1"),
        ],
    )


def _campaign_banks():
    _create(
        "campaign_banks",
        [_integer("campaign_id"), _words("bin"), _integer("position"), _stamps()],
        "campaign_id bin",
        [_link("campaign_id", "campaigns")],
    )


def _campaign_sessions():
    _create(
        "campaign_sessions",
        [
            _integer("session_id campaign_id"),
            _integer("village_id", null=True),
            _day("held_on"),
            _words("place"),
            _words("bank_bin", null=True),
            _words("officers"),
            _integer("attendance", null=True),
            _stamps(),
        ],
        "session_id",
        [
            _link("campaign_id", "campaigns"),
            _link("village_id", "villages"),
            _check("attendance", "attendance >= 0"),
        ],
    )


def _campaign_targets():
    _create(
        "campaign_targets",
        [
            _integer("campaign_id village_id"),
            _integer("accounts qr_codes", null=True),
            _integer("position"),
            _stamps(),
        ],
        "campaign_id village_id",
        [
            _link("campaign_id", "campaigns"),
            _link("village_id", "villages"),
            _check("accounts", "accounts >= 0"),
            _check("qr_codes", "qr_codes >= 0"),
        ],
    )


def _evaluation_results():
    _create(
        "evaluation_results",
        [
            _integer("evaluation_id village_id"),
            _boolean("passed"),
            _integer("met of"),
            _words("criteria"),
            _integer("position"),
            _stamps(),
        ],
        "evaluation_id village_id",
        [_link("evaluation_id", "evaluations"), _link("village_id", "villages")],
    )


def _imports():
    _create(
        "imports",
        [
            _integer("import_id"),
            _words("kind file"),
            _digest("sha256"),
            _words("sheet"),
            _words("bank_bin", null=True),
            _integer("campaign_id", null=True),
            _integer("rows_new rows_known rows_doubtful rows_rejected rows_skipped"),
            _words("layout state who workstation"),
            _stamps(),
        ],
        "import_id",
        [
            _of_commune(),
            _link("campaign_id", "campaigns"),
            _one_of("state", "active", "undone"),
        ],
    )


def _manual_answers():
    _create(
        "manual_answers",
        [
            _words("set_code period"),
            _integer("village_id"),
            _words("criterion"),
            _boolean("answer", null=True),
            _integer("count", null=True),
            _words("note evidence"),
            _integer("version"),
            _stamps(),
        ],
        "set_code period village_id criterion",
        [
            _link("village_id", "villages"),
            _check("count", "count >= 0"),
            _check("version", "version >= 1"),
        ],
    )


def _population_figures():
    _create(
        "population_figures",
        [
            _integer("village_id"),
            _words("base"),
            _day("as_of"),
            _integer("value"),
            _words("source"),
            _stamps(),
        ],
        "village_id base as_of",
        [_link("village_id", "villages"), _check("value", "value >= 0")],
    )


def _import_rows():
    _create(
        "import_rows",
        [
            _integer("import_id row"),
            _words("verdict"),
            _words("target_kind", null=True),
            _integer("target_id", null=True),
            _words("fields warnings problems"),
            _words("before", null=True),
            _stamps(),
        ],
        "import_id row",
        [
            _link("import_id", "imports"),
            _one_of("verdict", "new", "known", "doubtful", "rejected"),
        ],
        clustered=True,
    )


def _indicator_values():
    _create(
        "indicator_values",
        [
            _integer("value_id"),
            _words("period indicator"),
            _integer("village_id", null=True),
            _big("numerator denominator", null=True),
            _words("status note"),
            _integer("source_import source_row", null=True),
            _words("who"),
            _integer("version"),
            _stamps(),
        ],
        "value_id",
        [
            _of_commune(),
            _link("source_import", "imports", "import_id"),
            _link("village_id", "villages"),
            _unique("period indicator village_id"),
            _check("denominator", "denominator >= 0"),
            _check("numerator", "numerator >= 0"),
            _one_of("status", "value", "blank", "not_applicable"),
            _check("version", "version >= 1"),
        ],
    )
    _unique_where(
        "uq_indicator_values_whole_commune",
        "indicator_values",
        "period indicator",
        "village_id IS NULL",
    )


def _merchants():
    _create(
        "merchants",
        [
            _integer("merchant_id"),
            _words("name name_fold"),
            _data("name_key"),
            _words("owner owner_fold", null=True),
            _integer("village_id", null=True),
            _words("tax_code cccd phone address line", null=True),
            _words("state"),
            _day("closed_on", null=True),
            _words("qr_state"),
            _words("qr_bank_bin", null=True),
            _day("qr_on", null=True),
            _boolean("has_transactions", null=True),
            _words("revenue"),
            _integer("source_import source_row qr_import qr_row", null=True),
            _integer("version"),
            _stamps(),
        ],
        "merchant_id",
        [
            _of_commune(),
            _link("qr_import", "imports", "import_id"),
            _link("source_import", "imports", "import_id"),
            _link("village_id", "villages"),
            _one_of("qr_state", "none", "issued", "in_use", "doubtful"),
            _one_of("revenue", "unknown", "to_500m", "500m_to_1b", "from_1b"),
            _one_of("state", "active", "closed"),
            _check("version", "version >= 1"),
        ],
    )


def _residents():
    _create(
        "residents",
        [
            _integer("resident_id"),
            _words("full_name name_fold"),
            _data("name_key"),
            _integer("village_id", null=True),
            _day("birth_date", null=True),
            _integer("birth_year", null=True),
            _words("sex cccd cmnd phone household address", null=True),
            _words("residence"),
            _integer("source_import source_row", null=True),
            _integer("version"),
            _stamps(),
        ],
        "resident_id",
        [
            _of_commune(),
            _link("source_import", "imports", "import_id"),
            _link("village_id", "villages"),
            _check("cccd", "length(cccd) = 12"),
            _one_of("residence", "present", "away", "moved", "deceased"),
            _one_of("sex", "Nam", "Nữ"),
            _check("version", "version >= 1"),
        ],
        clustered=True,
    )
    _unique_where("uq_residents_cccd", "residents", "cccd", "cccd IS NOT NULL")


def _accounts():
    _create(
        "accounts",
        [
            _integer("resident_id"),
            _words("account_key"),
            _integer("account_id"),
            _words("bank_bin number", null=True),
            _day("opened_on", null=True),
            _integer("campaign_id source_import source_row", null=True),
            _stamps(),
        ],
        "resident_id account_key",
        [
            _link("campaign_id", "campaigns"),
            _link("resident_id", "residents"),
            _link("source_import", "imports", "import_id"),
        ],
        clustered=True,
    )


def upgrade() -> None:
    """Makes every table."""
    for step in (
        _communes,
        _banks,
        _bases,
        _campaigns,
        _counters,
        _criteria_sets,
        _documents,
        _evaluations,
        _import_files,
        _indicators,
        _journal,
        _periods,
        _settings,
        _villages,
        _campaign_banks,
        _campaign_sessions,
        _campaign_targets,
        _evaluation_results,
        _imports,
        _manual_answers,
        _population_figures,
        _import_rows,
        _indicator_values,
        _merchants,
        _residents,
        _accounts,
    ):
        step()
