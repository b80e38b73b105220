"""Offers who may sign in a box; it asks nobody and keeps nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.ui import plain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox

    from digicommune.ui.pages.signer_calls import Signers


def options_of(signers: Signers) -> tuple[tuple[str, str], ...]:
    """Role and what is read of each: "Phó Chủ tịch ký thay: Lê Thị Mẫu"."""
    return tuple(
        (one.role, ": ".join(part for part in (one.title, one.name) if part)) for one in signers
    )


def offer_signers(box: QComboBox, signers: Signers) -> None:
    """Fills a box; the one chosen stays where it is still there."""
    kept = box.currentData()
    box.blockSignals(True)
    box.clear()
    for role, said in options_of(signers):
        box.addItem(plain.cut(said), role)
    box.setCurrentIndex(max(0, box.findData(kept)))
    box.blockSignals(False)
