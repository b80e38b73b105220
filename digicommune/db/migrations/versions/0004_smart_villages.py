"""Proofs, dossiers and the register of recognised villages."""

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None
# Tables in which a step of this migration removes rows on purpose.
fewer_rows_in: tuple[str, ...] = ()
# CHECKs and triggers it drops on purpose, by name.
drops_rules: tuple[str, ...] = ()


def upgrade() -> None:
    """Adds nothing yet."""
