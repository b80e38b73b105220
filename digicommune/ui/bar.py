"""The left bar: the pages by icon and name, or icons alone; it opens nothing itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout

from digicommune.ui import plain, style
from digicommune.ui.language import tr
from digicommune.ui.page import PageEntry
from digicommune.ui.views.frames import column, holder, row

WIDE, NARROW = 264, 64


class LeftBar(QFrame):
    """``picked`` tells the key of the page one clicked."""

    picked = Signal(str)

    def __init__(self, pages: Sequence[PageEntry]) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._titles: dict[QPushButton, str] = {}
        self.buttons: dict[str, QPushButton] = {}
        self._icons = {one.key: one.icon for one in pages}
        self._sign = plain.label()
        self._words = holder(
            column(
                plain.label("DigiCommune", "brand"),
                plain.label(tr("Chuyển đổi số cấp xã"), "brand_note"),
                gap=0,
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 16)
        layout.setSpacing(4)
        layout.addWidget(self._brand())
        layout.addSpacing(12)
        for place, entry in enumerate(pages):
            layout.addWidget(self._button(entry, place))
        layout.addStretch(1)
        self.set_narrow(False)

    def mark(self, key: str) -> None:
        """Marks the page that is open."""
        self.buttons[key].setChecked(True)

    def hide_pages(self, keys: tuple[str, ...]) -> None:
        """Shows every page but these."""
        for key, made in self.buttons.items():
            made.setVisible(key not in keys)

    def draw_icons(self) -> None:
        """Draws the icons; done after the first paint, for which SVG would be 10 ms too many."""
        self._sign.setPixmap(style.sign("emblem", "card", 32))
        for key, made in self.buttons.items():
            made.setIcon(style.icon(self._icons[key], "bar_ink", "card"))

    def set_narrow(self, narrow: bool) -> None:
        """Icons only, or icons with names."""
        self.setFixedWidth(NARROW if narrow else WIDE)
        self._words.setVisible(not narrow)
        for made, title in self._titles.items():
            made.setText("" if narrow else f"  {plain.doubled(title)}")

    def _brand(self) -> QFrame:
        self._sign.setFixedSize(32, 32)
        made = QFrame()
        layout = row(self._sign, self._words, 1, gap=12)
        layout.setContentsMargins(16, 0, 8, 0)
        made.setLayout(layout)
        return made

    def _button(self, entry: PageEntry, place: int) -> QPushButton:
        made = plain.button(entry.title, "nav")
        made.setCheckable(True)
        made.setIcon(QIcon(style.blank(24)))  # keeps the room until the icons are drawn
        made.setIconSize(QSize(22, 22))
        made.setProperty("focusPolicy", plain.BY_TAB)
        plain.set_tip(made, f"{entry.title} (Ctrl+{place + 1})")
        made.clicked.connect(lambda: self.picked.emit(entry.key))
        self._group.addButton(made)
        self._titles[made] = entry.title
        self.buttons[entry.key] = made
        return made
