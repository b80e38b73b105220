"""What an indicator was in another period, village by village: asked by the sheet of figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.operations.ledger import figures_of

if TYPE_CHECKING:
    from digicommune.operations.ledger import Ledger


def numerators(ledger: Ledger, code: str) -> dict[int | None, int | None]:
    """What an indicator was in a period, by village; None: the commune."""
    indicator = next((one for one in ledger.indicators if one.code == code), None)
    if indicator is None:
        return {}
    figures = figures_of(ledger, indicator)
    found: dict[int | None, int | None] = {
        key: one.numerator for key, one in figures.villages.items()
    }
    found[None] = figures.commune.numerator if figures.commune else None
    return found
