"""The tables of what is counted and judged: indicators, figures, periods, criteria."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
)

from digicommune.db.schema.parts import (
    at_least,
    commune,
    key,
    link,
    metadata,
    number,
    of_commune,
    one_of,
    source,
    stamps,
    unique_where,
    version,
    words,
)

bases = Table(
    "bases",
    metadata,
    commune(),
    words("code"),
    words("definition"),
    number("position"),
    *stamps(),
    key("code"),
    of_commune(),
)

indicators = Table(
    "indicators",
    metadata,
    commune(),
    words("code"),
    Column("valid_from", Date, nullable=False),
    words("definition"),
    number("position"),
    *stamps(),
    key("code", "valid_from"),
    of_commune(),
)

indicator_values = Table(
    "indicator_values",
    metadata,
    commune(),
    number("value_id"),
    words("period"),
    words("indicator"),
    number("village_id", optional=True),
    Column("numerator", BigInteger),
    Column("denominator", BigInteger),
    words("status"),
    words("note"),
    *source(),
    words("who"),
    version(),
    *stamps(),
    key("value_id"),
    of_commune(),
    link("village_id", "villages"),
    link("source_import", "imports", "import_id"),
    UniqueConstraint("commune_id", "period", "indicator", "village_id"),
    one_of("status", "value", "blank", "not_applicable"),
    at_least("numerator", 0),
    at_least("denominator", 0),
    at_least("version", 1),
)
# NULL equals nothing in a unique constraint: the commune's own row needs this one.
unique_where(
    "uq_indicator_values_whole_commune",
    indicator_values,
    "period indicator",
    "village_id IS NULL",
)

periods = Table(
    "periods",
    metadata,
    commune(),
    words("code"),
    words("state"),
    Column("locked_at", String(20)),
    words("reason"),
    version(),
    *stamps(),
    Column("submitted_at", String(20)),
    Column("approved_at", String(20)),
    Column("unlocked_at", String(20)),
    key("code"),
    of_commune(),
    one_of("state", "open", "submitted", "approved", "locked"),
    at_least("version", 1),
)

# What a locked period says, and every unit it counted: packed JSON, one row an indicator.
frozen_figures = Table(
    "frozen_figures",
    metadata,
    commune(),
    words("period"),
    words("indicator"),
    words("figures"),
    Column("units", LargeBinary, nullable=False),
    *stamps(),
    key("period", "indicator"),
    link("period", "periods", "code"),
)

# Percent as decimal text; ``village_id`` 0 is the whole commune.
indicator_targets = Table(
    "indicator_targets",
    metadata,
    commune(),
    words("indicator"),
    number("year"),
    number("village_id"),
    words("percent"),
    words("basis"),
    *stamps(),
    key("indicator", "year", "village_id"),
    of_commune(),
)

criteria_sets = Table(
    "criteria_sets",
    metadata,
    commune(),
    words("code"),
    words("definition"),
    Column("sha256", String(64), nullable=False),
    number("position"),
    *stamps(),
    key("code"),
    of_commune(),
)

manual_answers = Table(
    "manual_answers",
    metadata,
    commune(),
    words("set_code"),
    words("period"),
    number("village_id"),
    words("criterion"),
    Column("answer", Boolean),
    number("count", optional=True),
    words("note"),
    words("evidence"),
    version(),
    *stamps(),
    key("set_code", "period", "village_id", "criterion"),
    link("village_id", "villages"),
    at_least("count", 0),
    at_least("version", 1),
)

evaluations = Table(
    "evaluations",
    metadata,
    commune(),
    number("evaluation_id"),
    words("set_code"),
    words("period"),
    Column("set_sha256", String(64), nullable=False),
    *stamps(),
    Column("locked_at", String(20)),  # of one that a lock kept: what the period says for good
    key("evaluation_id"),
    of_commune(),
)

evaluation_results = Table(
    "evaluation_results",
    metadata,
    commune(),
    number("evaluation_id"),
    number("village_id"),
    Column("passed", Boolean, nullable=False),
    number("met"),
    number("of"),
    words("criteria"),
    number("position"),
    *stamps(),
    words("points", optional=True),
    words("points_of", optional=True),
    key("evaluation_id", "village_id"),
    link("evaluation_id", "evaluations"),
    link("village_id", "villages"),
)
