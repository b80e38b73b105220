"""Makes labels, tooltips, actions and boxes that show text as text; no mark-up passes."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QRadioButton, QWidget

# Qt.TextFormat.PlainText as a number: to name it makes all enums of Qt, 20 ms before first paint.
PLAIN_TEXT = 0
BY_TAB, BY_CLICK = 1, 2  # Qt.FocusPolicy, for the same reason
NO_SCROLL_BAR = 1  # Qt.ScrollBarPolicy
AT_TOP, IN_MIDDLE = 0x21, 0x84  # Qt.AlignmentFlag: top and left; the middle of both
MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
LONGEST = 2_000  # characters; longer words cost seconds of layout


def label(text: str = "", kind: str = "", *, wrap: bool = False) -> QLabel:
    """A label in plain text; ``kind`` names its look in the style sheet."""
    made = QLabel()
    made.setProperty("textFormat", PLAIN_TEXT)
    made.setText(cut(text))
    made.setWordWrap(wrap)
    if kind:
        made.setProperty("kind", kind)
    return made


def button(text: str, kind: str = "", tip: str = "") -> QPushButton:
    """A push button; an '&' of the text is shown, not taken as a shortcut."""
    made = QPushButton(doubled(text))
    made.setAccessibleName(text)
    if kind:
        made.setProperty("kind", kind)
    if tip:
        set_tip(made, tip)
    return made


def action(text: str, parent: QWidget) -> QAction:
    """A menu or shortcut action."""
    return QAction(doubled(text), parent)


def check(text: str) -> QCheckBox:
    """A tick box."""
    return QCheckBox(doubled(text))


def radio(text: str) -> QRadioButton:
    """A choice of one among several."""
    return QRadioButton(doubled(text))


def set_tip(widget: QWidget | QAction, text: str) -> None:
    """Sets a tooltip that shows ``text`` letter by letter."""
    widget.setToolTip(tip(text))


def tip(text: str) -> str:
    """``text`` as Qt's tooltips need it to stay plain."""
    return f"<qt>{cut(text).translate(MARKUP)}</qt>" if text else ""


def doubled(text: str) -> str:
    """``text`` with '&' doubled, so that it is shown."""
    return cut(text).replace("&", "&&")


def cut(text: str) -> str:
    """``text`` short enough to be laid out at once."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def named(widget: QWidget, name: str) -> None:
    """Gives ``widget`` the name screen readers say."""
    widget.setAccessibleName(name)


def set_kind(widget: QWidget, kind: str) -> None:
    """Changes the look of ``widget`` by the style sheet."""
    if widget.property("kind") == kind:
        return
    widget.setProperty("kind", kind)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
