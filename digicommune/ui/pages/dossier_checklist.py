"""What of a dossier is there and what lacks, in words; a line leads to where it is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.views.chips import chip, set_chip
from digicommune.ui.views.frames import column, empty_layout, row, scrolled


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that lacks, and the place where it is mended ("meeting", "criteria/…")."""

    said: str
    place: str


@dataclass(frozen=True, slots=True)
class Section:
    """A paper of the dossier: its name, how it stands, what it lacks."""

    name: str
    standing: str  # "done", "begun" or "open"
    lacks: tuple[Lack, ...]


class Checklist(QFrame):
    """``asked`` tells the place one wants to go to."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setFixedWidth(248)
        self.state = chip("", "muted")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self._lines.setContentsMargins(0, 0, 4, 0)
        inside = QWidget()
        inside.setLayout(column(self._lines, 1))
        head = row(plain.label(tr("Kiểm tra hồ sơ"), "heading"), 1, self.state)
        layout = column(head, gap=8)
        layout.addWidget(scrolled(inside), 1)
        layout.setContentsMargins(14, 12, 8, 12)
        self.setLayout(layout)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Replaces the lines."""
        empty_layout(self._lines)
        missing = sum(len(one.lacks) for one in sections)
        told = tr("! Thiếu {count}").format(count=missing) if missing else tr("✓ Đủ")
        set_chip(self.state, told, "warn" if missing else "good")
        for one in sections:
            self._add(one)

    @property
    def links(self) -> tuple[QPushButton, ...]:
        """The lines that lead somewhere."""
        return tuple(self.findChildren(QPushButton))

    def _add(self, section: Section) -> None:
        done = not section.lacks
        sign = "✓" if done else "!" if section.standing != "open" else "○"
        head = plain.label(f"{sign}  {section.name}", "good" if done else "strong", wrap=True)
        head.setContentsMargins(0, 6, 0, 0)
        self._lines.addWidget(head)
        for lack in section.lacks:
            self._lines.addWidget(self._link(lack))

    def _link(self, lack: Lack) -> QWidget:
        made = LackLink(lack.said)
        made.clicked.connect(partial(self._tell, lack.place))
        return made

    def _tell(self, place: str, _checked: bool = False) -> None:
        self.asked.emit(place)


class LackLink(QPushButton):
    """A button whose words run over as many lines as they need."""

    def __init__(self, said: str) -> None:
        super().__init__()
        self.said = said
        self.setProperty("kind", "lack")
        self.setAccessibleName(said)
        self._words = plain.label(said, wrap=True)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._inside = column(self._words, gap=0)
        self._inside.setContentsMargins(18, 4, 4, 4)
        self.setLayout(self._inside)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """As the words want it."""
        return self._inside.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the list is."""
        return QSize(0, self._inside.totalMinimumSize().height())

    def hasHeightForWidth(self) -> bool:
        """Words run over."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words need."""
        return self._inside.totalHeightForWidth(width)
