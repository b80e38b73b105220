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


def _columns(kind, names, null):
    plain = {"autoincrement": False} if kind is sa.Integer else {}
    return [sa.Column(name, kind, nullable=null, **plain) for name in names.split()]


def integer(names, null=False):
    return _columns(sa.Integer, names, null)


def big(names, null=False):
    return _columns(sa.BigInteger, names, null)


def words(names, null=False):
    return _columns(sa.Text, names, null)


def day(names, null=False):
    return _columns(sa.Date, names, null)


def boolean(names, null=False):
    return _columns(sa.Boolean, names, null)


def data(names, null=False):
    return _columns(sa.LargeBinary, names, null)


def digest(names, null=False):
    return _columns(sa.String(64), names, null)


def moment(names, null=False):
    return _columns(sa.String(20), names, null)


def stamps():
    return moment("created_at updated_at")


def create(name, columns, key, rules, clustered=False):
    """A table, commune first in its key; its references and rules with their names."""
    every = chain(integer("commune_id"), *columns)
    primary = sa.PrimaryKeyConstraint("commune_id", *key.split(), name=f"pk_{name}")
    named = [rule(name) for rule in rules]
    more = {"sqlite_with_rowid": False} if clustered else {}
    op.create_table(name, *every, primary, *named, **more)


def check(label, rule):
    return lambda table: sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{label}"))


def of_commune():
    def build(table):
        name = f"fk_{table}_commune_id"
        return sa.ForeignKeyConstraint(["commune_id"], ["communes.commune_id"], name=name)

    return build


def link(column, parent, key=None):
    def build(table):
        theirs = [f"{parent}.commune_id", f"{parent}.{key or column}"]
        name = f"fk_{table}_commune_id_{column}"
        return sa.ForeignKeyConstraint(["commune_id", column], theirs, name=name)

    return build


def unique(columns):
    def build(table):
        names = ["commune_id", *columns.split()]
        return sa.UniqueConstraint(*names, name=f"uq_{table}_" + "_".join(names))

    return build


def unique_where(name, table, columns, where):
    names = ["commune_id", *columns.split()]
    rule = sa.text(where)
    op.create_index(name, table, names, unique=True, sqlite_where=rule, postgresql_where=rule)


def _communes():
    create(
        "communes",
        [
            words("name province kind"),
            words("code chairman", null=True),
            integer("version"),
            stamps(),
        ],
        "",
        [check("kind", "kind IN ('xã', 'phường', 'đặc khu')"), check("version", "version >= 1")],
    )


def _banks():
    create(
        "banks",
        [
            words("bin code short_name aliases"),
            integer("sources"),
            words("vietqr_status", null=True),
            stamps(),
        ],
        "bin",
        [of_commune()],
    )


def _bases():
    create(
        "bases", [words("code definition"), integer("position"), stamps()], "code", [of_commune()]
    )


def _campaigns():
    create(
        "campaigns",
        [
            integer("campaign_id"),
            words("code name"),
            day("start_on end_on"),
            integer("version"),
            stamps(),
        ],
        "campaign_id",
        [
            of_commune(),
            unique("code"),
            check("dates", "start_on <= end_on"),
            check("version", "version >= 1"),
        ],
    )


def _counters():
    create(
        "counters",
        [words("name"), integer("next_id"), stamps()],
        "name",
        [of_commune(), check("next_id", "next_id >= 1")],
    )


def _criteria_sets():
    create(
        "criteria_sets",
        [words("code definition"), digest("sha256"), integer("position"), stamps()],
        "code",
        [of_commune()],
    )


def _documents():
    create(
        "documents",
        [
            integer("document_id"),
            words("kind period title"),
            words("number", null=True),
            day("dated", null=True),
            data("snapshot"),
            digest("snapshot_sha256"),
            digest("pdf_sha256", null=True),
            moment("made_at"),
            words("state"),
            integer("replaces", null=True),
            stamps(),
        ],
        "document_id",
        [
            of_commune(),
            link("replaces", "documents", "document_id"),
            check("state", "state IN ('made', 'issued', 'replaced', 'withdrawn')"),
        ],
    )


def _evaluations():
    create(
        "evaluations",
        [integer("evaluation_id"), words("set_code period"), digest("set_sha256"), stamps()],
        "evaluation_id",
        [of_commune()],
    )


def _import_files():
    create(
        "import_files",
        [digest("sha256"), integer("size"), data("content"), stamps()],
        "sha256",
        [of_commune()],
    )


def _indicators():
    create(
        "indicators",
        [words("code"), day("valid_from"), words("definition"), integer("position"), stamps()],
        "code valid_from",
        [of_commune()],
    )


def _journal():
    create(
        "journal",
        [
            integer("entry_id"),
            words("who workstation"),
            moment("at"),
            words("action subject"),
            words("before after", null=True),
            digest("digest"),
            stamps(),
        ],
        "entry_id",
        [of_commune()],
    )


def _periods():
    create(
        "periods",
        [
            words("code state"),
            moment("locked_at", null=True),
            words("reason"),
            integer("version"),
            stamps(),
        ],
        "code",
        [
            of_commune(),
            check("state", "state IN ('open', 'submitted', 'approved', 'locked')"),
            check("version", "version >= 1"),
        ],
    )


def _settings():
    create(
        "settings",
        [words("key"), day("valid_from"), words("value"), stamps()],
        "key valid_from",
        [of_commune()],
    )


def _villages():
    create(
        "villages",
        [
            integer("village_id"),
            words("name"),
            words("former_commune", null=True),
            day("start_on end_on", null=True),
            integer("position version"),
            stamps(),
        ],
        "village_id",
        [
            of_commune(),
            check("dates", "end_on IS NULL OR start_on IS NULL OR start_on <= end_on"),
            check("version", "version >= 1"),
        ],
    )


def _campaign_banks():
    create(
        "campaign_banks",
        [integer("campaign_id"), words("bin"), integer("position"), stamps()],
        "campaign_id bin",
        [link("campaign_id", "campaigns")],
    )


def _campaign_sessions():
    create(
        "campaign_sessions",
        [
            integer("session_id campaign_id"),
            integer("village_id", null=True),
            day("held_on"),
            words("place"),
            words("bank_bin", null=True),
            words("officers"),
            integer("attendance", null=True),
            stamps(),
        ],
        "session_id",
        [
            link("campaign_id", "campaigns"),
            link("village_id", "villages"),
            check("attendance", "attendance >= 0"),
        ],
    )


def _campaign_targets():
    create(
        "campaign_targets",
        [
            integer("campaign_id village_id"),
            integer("accounts qr_codes", null=True),
            integer("position"),
            stamps(),
        ],
        "campaign_id village_id",
        [
            link("campaign_id", "campaigns"),
            link("village_id", "villages"),
            check("accounts", "accounts >= 0"),
            check("qr_codes", "qr_codes >= 0"),
        ],
    )


def _evaluation_results():
    create(
        "evaluation_results",
        [
            integer("evaluation_id village_id"),
            boolean("passed"),
            integer("met of"),
            words("criteria"),
            integer("position"),
            stamps(),
        ],
        "evaluation_id village_id",
        [link("evaluation_id", "evaluations"), link("village_id", "villages")],
    )


def _imports():
    create(
        "imports",
        [
            integer("import_id"),
            words("kind file"),
            digest("sha256"),
            words("sheet"),
            words("bank_bin", null=True),
            integer("campaign_id", null=True),
            integer("rows_new rows_known rows_doubtful rows_rejected rows_skipped"),
            words("layout state who workstation"),
            stamps(),
        ],
        "import_id",
        [
            of_commune(),
            link("campaign_id", "campaigns"),
            check("state", "state IN ('active', 'undone')"),
        ],
    )


def _manual_answers():
    create(
        "manual_answers",
        [
            words("set_code period"),
            integer("village_id"),
            words("criterion"),
            boolean("answer", null=True),
            integer("count", null=True),
            words("note evidence"),
            integer("version"),
            stamps(),
        ],
        "set_code period village_id criterion",
        [
            link("village_id", "villages"),
            check("count", "count >= 0"),
            check("version", "version >= 1"),
        ],
    )


def _population_figures():
    create(
        "population_figures",
        [
            integer("village_id"),
            words("base"),
            day("as_of"),
            integer("value"),
            words("source"),
            stamps(),
        ],
        "village_id base as_of",
        [link("village_id", "villages"), check("value", "value >= 0")],
    )


def _import_rows():
    create(
        "import_rows",
        [
            integer("import_id row"),
            words("verdict"),
            words("target_kind", null=True),
            integer("target_id", null=True),
            words("fields warnings problems"),
            words("before", null=True),
            stamps(),
        ],
        "import_id row",
        [
            link("import_id", "imports"),
            check("verdict", "verdict IN ('new', 'known', 'doubtful', 'rejected')"),
        ],
        clustered=True,
    )


def _indicator_values():
    create(
        "indicator_values",
        [
            integer("value_id"),
            words("period indicator"),
            integer("village_id", null=True),
            big("numerator denominator", null=True),
            words("status note"),
            integer("source_import source_row", null=True),
            words("who"),
            integer("version"),
            stamps(),
        ],
        "value_id",
        [
            of_commune(),
            link("source_import", "imports", "import_id"),
            link("village_id", "villages"),
            unique("period indicator village_id"),
            check("denominator", "denominator >= 0"),
            check("numerator", "numerator >= 0"),
            check("status", "status IN ('value', 'blank', 'not_applicable')"),
            check("version", "version >= 1"),
        ],
    )
    unique_where(
        "uq_indicator_values_whole_commune",
        "indicator_values",
        "period indicator",
        "village_id IS NULL",
    )


def _merchants():
    create(
        "merchants",
        [
            integer("merchant_id"),
            words("name name_fold"),
            data("name_key"),
            words("owner owner_fold", null=True),
            integer("village_id", null=True),
            words("tax_code cccd phone address line", null=True),
            words("state"),
            day("closed_on", null=True),
            words("qr_state"),
            words("qr_bank_bin", null=True),
            day("qr_on", null=True),
            boolean("has_transactions", null=True),
            words("revenue"),
            integer("source_import source_row qr_import qr_row", null=True),
            integer("version"),
            stamps(),
        ],
        "merchant_id",
        [
            of_commune(),
            link("qr_import", "imports", "import_id"),
            link("source_import", "imports", "import_id"),
            link("village_id", "villages"),
            check("qr_state", "qr_state IN ('none', 'issued', 'in_use', 'doubtful')"),
            check("revenue", "revenue IN ('unknown', 'to_500m', '500m_to_1b', 'from_1b')"),
            check("state", "state IN ('active', 'closed')"),
            check("version", "version >= 1"),
        ],
    )


def _residents():
    create(
        "residents",
        [
            integer("resident_id"),
            words("full_name name_fold"),
            data("name_key"),
            integer("village_id", null=True),
            day("birth_date", null=True),
            integer("birth_year", null=True),
            words("sex cccd cmnd phone household address", null=True),
            words("residence"),
            integer("source_import source_row", null=True),
            integer("version"),
            stamps(),
        ],
        "resident_id",
        [
            of_commune(),
            link("source_import", "imports", "import_id"),
            link("village_id", "villages"),
            check("cccd", "length(cccd) = 12"),
            check("residence", "residence IN ('present', 'away', 'moved', 'deceased')"),
            check("sex", "sex IN ('Nam', 'Nữ')"),
            check("version", "version >= 1"),
        ],
        clustered=True,
    )
    unique_where("uq_residents_cccd", "residents", "cccd", "cccd IS NOT NULL")


def _accounts():
    create(
        "accounts",
        [
            integer("resident_id"),
            words("account_key"),
            integer("account_id"),
            words("bank_bin number", null=True),
            day("opened_on", null=True),
            integer("campaign_id source_import source_row", null=True),
            stamps(),
        ],
        "resident_id account_key",
        [
            link("campaign_id", "campaigns"),
            link("resident_id", "residents"),
            link("source_import", "imports", "import_id"),
        ],
        clustered=True,
    )


def upgrade() -> None:
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
