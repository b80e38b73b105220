"""Papers that came back signed, and issued papers that were withdrawn."""

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


def _signed_copies():
    pass


def _withdrawals():
    pass
