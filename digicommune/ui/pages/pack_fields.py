"""Fields of the editor of criteria sets: a title, a part, and the fault below it; no rule."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from digicommune.domain.criteria import GroupThreshold
from digicommune.ui import plain, words_criteria
from digicommune.ui.views.frames import column
from digicommune.ui.views.steady_box import CutBox


class Field(QWidget):
    """A part under its title; ``show_fault`` says below it what is wrong with it."""

    def __init__(self, title: str, part: QWidget) -> None:
        super().__init__()
        plain.named(part, title)
        self.part = part
        self.fault = plain.label("", "bad", wrap=True)
        self.fault.hide()
        self.setLayout(column(plain.label(title, "caps"), part, self.fault, 1, gap=4))

    def show_fault(self, reason: str) -> None:
        """Shows the reason; none hides it."""
        text = f"✗ {reason[:1].upper()}{reason[1:]}" if reason else ""
        if text != self.fault.text():
            self.fault.setText(plain.cut(text))
            self.fault.setVisible(bool(text))


def line(most: int = 200) -> QLineEdit:
    """A line of text."""
    made = QLineEdit()
    made.setMaxLength(most)
    made.setAcceptDrops(False)  # a dropped file is a list to import, not a text
    return made


def text_box(height: int) -> QPlainTextEdit:
    """Several lines of text."""
    made = QPlainTextEdit()
    made.setAcceptDrops(False)
    made.setTabChangesFocus(True)
    made.setFixedHeight(height)
    return made


def choice() -> QComboBox:
    """A box to choose from that takes no more room than it is given."""
    return CutBox()


def choose(box: QComboBox, code: str | None, named: Mapping[str, str] | None = None) -> None:
    """Makes a code the current one; one that is not offered is added as it is."""
    at = box.findData(code)
    if at < 0 and code:
        box.addItem(plain.cut((named or {}).get(code, code)), code)
        at = box.findData(code)
    box.setCurrentIndex(at)


def decimal_of(text: str) -> str | None:
    """What is typed as a number: "70,5" is 70.5; nothing is None."""
    return text.strip().replace(" ", "").replace(",", ".") or None


def shown_number(value: str | None) -> str:
    """A number of a set as it is typed."""
    return words_criteria.number(value) if value else ""


def groups_of(text: str) -> tuple[GroupThreshold, ...]:
    """One group a line, "vùng cao: 50"; raises ``ValueError`` of a line without a colon."""
    found = []
    for each in text.splitlines():
        if not each.strip():
            continue
        group, colon, value = each.rpartition(":")
        if not colon:
            raise ValueError(each)
        found.append(GroupThreshold(group.strip(), decimal_of(value.strip(" %")) or ""))
    return tuple(found)


def groups_text(groups: tuple[GroupThreshold, ...]) -> str:
    """As ``groups_of`` reads it."""
    return "\n".join(f"{one.group}: {shown_number(one.value)}" for one in groups)
