"""The steps of a dossier at its left: where one is, what is done, what lacks; it takes none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton

from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.views.frames import column

SIGNS = {"done": "✓", "begun": "!", "open": "○"}


def standing_words(standing: str) -> str:
    """How a step stands, for the ear and the tip."""
    known = {"done": tr("đã đủ"), "begun": tr("còn thiếu"), "open": tr("chưa làm")}
    return known.get(standing, standing)


class StepList(QFrame):
    """``asked`` tells the step one wants to see."""

    asked = Signal(str)

    def __init__(self, steps: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setFixedWidth(196)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        self._names = dict(steps)
        layout = column(plain.label(tr("Các bước"), "caps"), gap=2)
        layout.setContentsMargins(10, 14, 10, 12)
        for code, _name in steps:
            made = plain.button("", "dossier_step")
            made.setCheckable(True)
            made.clicked.connect(partial(self._tell, code))
            self._group.addButton(made)
            self.buttons[code] = made
            layout.addWidget(made)
        layout.addStretch(1)
        self.setLayout(layout)
        self.show_steps(dict.fromkeys(self._names, "open"))

    def show_steps(self, standings: Mapping[str, str]) -> None:
        """How each step stands."""
        for place, (code, name) in enumerate(self._names.items(), start=1):
            standing = standings.get(code, "open")
            made = self.buttons[code]
            made.setText(plain.doubled(f"{SIGNS[standing]}  {place}. {name}"))
            if made.property("tone") != standing:
                made.setProperty("tone", standing)
                made.style().unpolish(made)
                made.style().polish(made)
            said = standing_words(standing)
            plain.set_tip(made, f"{name}: {said}")
            plain.named(
                made,
                tr("Bước {number}: {name}").format(number=place, name=name) + f", {said}",
            )

    def mark(self, code: str) -> None:
        """Marks the step on screen."""
        self.buttons[code].setChecked(True)

    def _tell(self, code: str, _checked: bool = False) -> None:
        self.asked.emit(code)
