"""The slim bar of the four steps of an import: where one is, what is done; it takes no step."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.views.frames import row

STEPS = ("file", "columns", "check", "save")


class StepBar(QWidget):
    """``asked`` tells the step one wants to go back to."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        names = (tr("Tệp"), tr("Các cột"), tr("Kiểm tra"), tr("Lưu"))
        self._names = dict(zip(STEPS, names, strict=True))
        self.buttons: dict[str, QPushButton] = {}
        parts: list[QWidget] = []
        for code in STEPS:
            made = plain.button("", "step")
            made.clicked.connect(partial(self._tell, code))
            self.buttons[code] = made
            parts += [plain.label("›", "soft"), made] if parts else [made]
        self.setLayout(row(*parts, gap=6))
        self.show_step("file", ())

    def show_step(self, current: str, open_: tuple[str, ...]) -> None:
        """Marks the step one is at; those of ``open_`` can be gone to."""
        at = STEPS.index(current)
        for place, code in enumerate(STEPS):
            done = place < at
            name = self._names[code]
            sign = "✓" if done else str(place + 1)
            made = self.buttons[code]
            made.setText(f"{sign}  {name}")
            kind = "step_now" if place == at else "step_done" if done else "step"
            plain.set_kind(made, kind)
            made.setEnabled(place == at or code in open_)
            said = tr("đang ở bước này") if place == at else tr("đã xong") if done else ""
            made.setAccessibleName(
                tr("Bước {number}: {name}").format(number=place + 1, name=name)
                + (f", {said}" if said else "")
            )

    def _tell(self, code: str, _checked: bool = False) -> None:
        self.asked.emit(code)
