"""A quiet form of one step of a dossier: it fills a frozen value, and tells where one is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QWidget

from digicommune.ui import plain
from digicommune.ui.pages.dossier_fields import Choice, Field, FieldFault, Spec, Tick
from digicommune.ui.views.frames import column, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

Item = Spec | Tick | Choice | QWidget


class Part(Protocol):
    """Whatever holds one value of a form."""

    changed: SignalInstance

    def show_value(self, value: Any) -> None:
        """Shows a value; nothing of it counts as typed."""

    def value(self) -> Any:
        """The value typed; raises ``FieldFault``."""

    def refuse(self, said: str) -> None:
        """Shows what is wrong."""


class StepForm(QFrame):
    """Fields in rows under a title; ``changed`` when something is typed.

    A value is shown by ``show_value`` and read by ``filled``: each field stands for the attribute
    of its key. Widgets without a key only stand there.
    """

    changed = Signal()
    was_shown = Signal()

    def __init__(self, title: str, said: str, rows: Sequence[Sequence[Item]]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.parts: dict[str, Part] = {}
        self._shown: Any = None
        self.version = 0  # of what the form was given
        self.edits = 0  # how often something was typed
        self.dirty = False
        self.conflict = False  # somebody else kept it meanwhile
        self.problem = plain.label("", "bad", wrap=True)
        self.problem.hide()
        self._rows = column(gap=12)
        for items in rows:
            self.add_row(items)
        layout = column(plain.label(title, "heading"), gap=12)
        layout.setContentsMargins(20, 16, 20, 20)
        if said:
            layout.addWidget(plain.label(said, "soft", wrap=True))
        layout.addWidget(self.problem)
        layout.addLayout(self._rows)
        layout.addStretch(1)
        self.setLayout(layout)

    @property
    def shown(self) -> Any:
        """The value the form was given."""
        return self._shown

    def field(self, key: str) -> Field:
        """The field of a key."""
        found = self.parts[key]
        assert isinstance(found, Field)
        return found

    def show_value(self, value: Any, version: int = 0) -> None:
        """Shows a value; what was typed before is gone."""
        self._shown, self.version = value, version
        for key, part in self.parts.items():
            part.show_value(getattr(value, key))
        self.problem.hide()
        self.dirty = False
        self.was_shown.emit()

    def filled(self) -> Any:
        """The value as typed; None where a field cannot be read, which then says so."""
        typed: dict[str, Any] = {}
        whole = True
        for key, part in self.parts.items():
            try:
                typed[key] = part.value()
            except FieldFault:
                whole = False
        return replace(self._shown, **typed) if whole else None

    def kept(self, value: Any, version: int, edits: int) -> None:
        """``value`` is kept under ``version``; what was typed after ``edits`` is not yet."""
        self._shown, self.version = value, version
        self.dirty = self.edits != edits

    def refuse(self, said: str, field: str = "") -> None:
        """Shows what an operation refused, at its field where it names one."""
        if field in self.parts:
            self.parts[field].refuse(said)
        else:
            self.problem.setText(plain.cut(said))
            self.problem.show()

    def first_fault(self) -> QWidget | None:
        """Where the first thing that is wrong is told; None where nothing is."""
        told = (self.problem, *(getattr(one, "fault", None) for one in self.parts.values()))
        found = (one for one in told if isinstance(one, QWidget) and not one.isHidden())
        return next(found, None)

    def add_row(self, items: Sequence[Item]) -> None:
        """Another row under the others."""
        self._rows.addLayout(self._row(items))

    def add(self, key: str, part: Any) -> None:
        """Lets ``part`` stand for the attribute ``key``."""
        self.parts[key] = part
        part.changed.connect(self._changed)

    def _changed(self) -> None:
        self.dirty = True
        self.edits += 1
        self.problem.hide()
        self.changed.emit()

    def _row(self, items: Sequence[Item]) -> QLayout:
        made = row(gap=12)
        fixed = True
        for item in items:
            widget = self._made(item)
            share = item.share if isinstance(item, Spec) and not item.kind.width else 0
            wide = share or int(not isinstance(item, Spec | Tick | Choice))
            fixed = fixed and not wide
            made.addWidget(widget, wide)
        if fixed:
            made.addStretch(1)
        return made

    def _made(self, item: Item) -> QWidget:
        if isinstance(item, Spec):
            field = Field(item)
            self.add(item.key, field)
            return field
        if isinstance(item, Tick | Choice):
            self.add(item.key, item)
        return item
