"""${message}."""

import sqlalchemy as sa
from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None
# Tables in which a step of this migration removes rows on purpose.
fewer_rows_in: tuple[str, ...] = ()
# CHECKs and triggers it drops on purpose, by name.
drops_rules: tuple[str, ...] = ()


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}
