"""The fields of a dossier's forms: each holds one value and says what is wrong; it saves none."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from digicommune.domain.numbers import vi_int
from digicommune.domain.text import fold
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.views.frames import column
from digicommune.ui.views.steady_box import SteadyBox
from digicommune.ui.views.typed_fields import DayError, day_in

LONGEST = 20_000  # characters of a text a meeting could have brought
CLOCK = re.compile(r"(\d{1,2})\s*(?:[:hg]|gio)\s*(\d{1,2})?\s*(?:phut|p)?", re.IGNORECASE)
LINE_HEIGHT = 22


class FieldFault(Exception):
    """What was typed cannot be the field's value; the text says how to put it right."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How a value is typed: ``read`` raises ``FieldFault``; ``lines`` over 1: a box of lines."""

    read: Callable[[str], Any]
    write: Callable[[Any], str]
    lines: int = 1
    width: int = 0  # pixels; 0: as wide as its place
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Spec:
    """One field of a form: the attribute of the value it holds, its caption, how it is typed."""

    key: str
    caption: str
    kind: Kind
    share: int = 1  # of the row's width, where the kind sets none


def text(lines: int = 1, hint: str = "") -> Kind:
    """Words; blank ones are an empty text."""
    return Kind(str.strip, str, lines, hint=hint)


def several(lines: int = 5, hint: str = "") -> Kind:
    """Several texts, one a line."""
    return Kind(_split, "\n".join, lines, hint=hint)


def day() -> Kind:
    """A day, or none."""
    return Kind(_day, words.day, width=140, hint=tr("ngày/tháng/năm"))


def clock() -> Kind:
    """An hour of the day, or none."""
    return Kind(_clock, _clock_text, width=96, hint=tr("7:30"))


def count(width: int = 112) -> Kind:
    """A number of people, households or ballots; or none."""
    return Kind(_count, _count_text, width=width)


class Field(QWidget):
    """Caption, box, and under it what is wrong; ``changed`` when something is typed."""

    changed = Signal()

    def __init__(self, spec: Spec) -> None:
        super().__init__()
        self.spec = spec
        self.box = _box(spec)
        self.fault = plain.label("", "bad", wrap=True)
        self.fault.hide()
        layout = column(plain.label(spec.caption, "caps"), self.box, self.fault, gap=4)
        layout.addStretch(1)
        self.setLayout(layout)
        self.box.textChanged.connect(lambda *_any: self._typed())

    @property
    def typed(self) -> str:
        """The text in the box."""
        box = self.box
        return box.toPlainText() if isinstance(box, QPlainTextEdit) else box.text()

    def show_value(self, value: Any) -> None:
        """Shows a value; nothing of it counts as typed."""
        said = "" if value is None else self.spec.kind.write(value)
        self.box.blockSignals(True)
        if isinstance(self.box, QPlainTextEdit):
            self.box.setPlainText(said)
        else:
            self.box.setText(said)
            self.box.setCursorPosition(0)  # a long text is read from its beginning
        self.box.blockSignals(False)
        self.fault.hide()

    def value(self) -> Any:
        """The value typed; raises ``FieldFault`` and shows what is wrong."""
        try:
            return self.spec.kind.read(self.typed)
        except FieldFault as fault:
            self.refuse(str(fault))
            raise

    def value_or_none(self) -> Any:
        """The value where it can be read, for what is computed while one types."""
        try:
            return self.spec.kind.read(self.typed)
        except FieldFault:
            return None

    def refuse(self, said: str) -> None:
        """Shows what is wrong with what was typed."""
        self.fault.setText(plain.cut(said))
        self.fault.show()

    def _typed(self) -> None:
        self.fault.hide()
        self.changed.emit()


class Tick(QWidget):
    """A yes or no with its words beside it; the same doors as ``Field``."""

    changed = Signal()

    def __init__(self, key: str, said: str) -> None:
        super().__init__()
        self.key = key
        self.box = plain.check(said)
        self.setLayout(column(self.box, gap=0))
        self.box.toggled.connect(lambda _on: self.changed.emit())

    def show_value(self, value: Any) -> None:
        """Shows a value; nothing of it counts as typed."""
        self.box.blockSignals(True)
        self.box.setChecked(bool(value))
        self.box.blockSignals(False)

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.box.isChecked()

    def refuse(self, said: str) -> None:
        """A tick is never wrong by itself: its words stand in the tip."""
        plain.set_tip(self.box, said)


class Choice(QWidget):
    """One of several codes under its caption; the same doors as ``Field``."""

    changed = Signal()

    def __init__(
        self, key: str, caption: str, options: tuple[tuple[Any, str], ...], width: int = 140
    ) -> None:
        super().__init__()
        self.key = key
        self.box = SteadyBox(caption, width)
        self.set_options(options)
        layout = column(plain.label(caption, "caps"), self.box, gap=4)
        layout.addStretch(1)
        self.setLayout(layout)
        self.box.currentIndexChanged.connect(lambda _at: self.changed.emit())

    def set_options(self, options: tuple[tuple[Any, str], ...]) -> None:
        """What one may choose from; the one chosen stays where it is still offered."""
        kept = self.box.currentData()
        self.box.blockSignals(True)
        self.box.clear()
        for code, said in options:
            self.box.addItem(plain.cut(said), code)
        self.box.setCurrentIndex(max(0, self.box.findData(kept)))
        self.box.blockSignals(False)

    def show_value(self, value: Any) -> None:
        """Shows a value; nothing of it counts as chosen."""
        self.box.blockSignals(True)
        self.box.setCurrentIndex(max(0, self.box.findData(value)))
        self.box.blockSignals(False)

    def value(self) -> Any:
        """The code chosen."""
        return self.box.currentData()

    def refuse(self, said: str) -> None:
        """What is wrong with the choice stands in its tip."""
        plain.set_tip(self.box, said)


def _box(spec: Spec) -> QLineEdit | QPlainTextEdit:
    kind = spec.kind
    made: QLineEdit | QPlainTextEdit
    if kind.lines > 1:
        made = QPlainTextEdit()
        made.setTabChangesFocus(True)
        made.setFixedHeight(kind.lines * LINE_HEIGHT + 16)
    else:
        made = QLineEdit()
        made.setMaxLength(500)
    if kind.width:
        made.setFixedWidth(kind.width)
    made.setAcceptDrops(False)  # a dropped file is a list to import, not a text
    made.setPlaceholderText(kind.hint)
    plain.named(made, spec.caption)
    return made


def _split(said: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in said[:LONGEST].splitlines() if line.strip())


def _day(said: str) -> Any:
    try:
        return day_in(said)
    except DayError:
        raise FieldFault(tr("Ghi đủ ngày/tháng/năm, ví dụ 05/03/2026.")) from None


def _clock(said: str) -> time | None:
    if not said.strip():
        return None
    found = CLOCK.fullmatch(fold(said).strip())
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    if hour > 23 or minute > 59:
        raise FieldFault(tr("Ghi giờ và phút, ví dụ 7:30 hoặc 19h00."))
    return time(hour, minute)


def _clock_text(value: time) -> str:
    return f"{value:%H:%M}".removeprefix("0")


def _count(said: str) -> int | None:
    bare = said.strip().replace(".", "")
    if not bare:
        return None
    if not re.fullmatch(r"[0-9]{1,9}", bare):
        raise FieldFault(tr("Ghi một số nguyên, không âm."))
    return int(bare)


_count_text = partial(vi_int)
