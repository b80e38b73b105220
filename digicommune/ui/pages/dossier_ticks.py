"""Ticks for what a tờ trình encloses, in the dossier's order; it knows no other place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from digicommune.domain.dossier import ATTACHMENTS
from digicommune.ui import plain
from digicommune.ui.language import tr


class Attachments(QWidget):
    """The codes of ``ATTACHMENTS`` that are ticked."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        named = {
            "registration": tr("Bản đăng ký của thôn"),
            "self_assessment": tr("Báo cáo tự đánh giá và bảng tiêu chí"),
            "meeting": tr("Biên bản họp thôn"),
            "opinions": tr("Tổng hợp ý kiến"),
            "appraisal": tr("Biên bản thẩm định"),
            "proofs": tr("Minh chứng của từng tiêu chí"),
        }
        self.ticks: dict[str, QCheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for at, code in enumerate(ATTACHMENTS):
            self.ticks[code] = plain.check(named[code])
            self.ticks[code].toggled.connect(lambda _on: self.changed.emit())
            grid.addWidget(self.ticks[code], at // 2, at % 2)

    def show_value(self, value: Sequence[str]) -> None:
        """Ticks those of ``value``; nothing of it counts as ticked by hand."""
        for code, tick in self.ticks.items():
            tick.blockSignals(True)
            tick.setChecked(code in value)
            tick.blockSignals(False)

    def value(self) -> tuple[str, ...]:
        """The codes ticked."""
        return tuple(code for code, tick in self.ticks.items() if tick.isChecked())

    def refuse(self, said: str) -> None:
        """What is wrong stands in the tips."""
        for tick in self.ticks.values():
            plain.set_tip(tick, said)
