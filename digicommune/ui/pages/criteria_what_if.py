"""What if so many more: judged again as one types, exactly; it changes and keeps nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QSpinBox, QVBoxLayout, QWidget

from digicommune.domain.what_if import Supposed, closing
from digicommune.errors import UserError
from digicommune.ui import plain, words, words_criteria
from digicommune.ui.language import tr
from digicommune.ui.views.chips import chip, set_chip
from digicommune.ui.views.frames import column, empty_layout, row, scrolled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digicommune.domain.gaps import Gap, VillageGaps
    from digicommune.operations.what_if import Answered, Footing
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.criteria_calls import GapCalls


class WhatIfBox(QFrame):
    """One field for each thing a village lacks; the answer stands below, live.

    ``supposed`` tells the answer that is shown.
    """

    supposed = Signal(object)

    def __init__(self, desk: Desk, calls: GapCalls) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._desk, self._calls = desk, calls
        self._footing: Footing | None = None
        self._gaps: VillageGaps | None = None
        self.numbers: dict[tuple[str, str], QSpinBox] = {}  # ("numerator", code), ("count", code)
        self.ticks: dict[tuple[str, str], QCheckBox] = {}  # ("answer", code), ("proof", code)
        self.title = plain.label(tr("Nếu làm thêm"), "heading", wrap=True)
        self.verdict = chip("", "muted")
        self.said = plain.label("", wrap=True)
        tip = tr("Điền số ít nhất phải làm thêm để thôn đạt")
        self.least = plain.button(tr("Điền mức ít nhất"), "link", tip)
        self.least.clicked.connect(lambda _on: self.fill())
        self._fields: QVBoxLayout = column(gap=6)
        self._lay_out()

    def show_village(self, footing: Footing, gaps: VillageGaps) -> None:
        """Begins with a village as it stands."""
        self._footing, self._gaps = footing, gaps
        self.title.setText(
            plain.cut(tr("Nếu làm thêm ở {village}").format(village=footing.village.name))
        )
        empty_layout(self._fields)
        self.numbers, self.ticks = {}, {}
        for leaf in _leaves(gaps.gaps):
            self._add(leaf)
        self.least.setVisible(closing(gaps) is not None)
        self._answer()

    def fill(self) -> None:
        """Fills in what passes the village with the least."""
        found = closing(self._gaps) if self._gaps is not None else None
        if found is None:
            return
        wanted = {
            **{("numerator", code): more for code, more in found.numerators.items()},
            **{("count", code): more for code, more in found.counts.items()},
        }
        for key, box in self.numbers.items():
            box.setValue(wanted.get(key, 0))
        for key, tick in self.ticks.items():
            kind, code = key
            tick.setChecked(code in (found.answers if kind == "answer" else found.proofs))

    @property
    def typed(self) -> Supposed:
        """What is filled in."""
        more = {key: box.value() for key, box in self.numbers.items() if box.value()}
        ticked = [key for key, tick in self.ticks.items() if tick.isChecked()]
        return Supposed(
            numerators={code: number for (kind, code), number in more.items() if kind != "count"},
            counts={code: number for (kind, code), number in more.items() if kind == "count"},
            answers={code: True for kind, code in ticked if kind == "answer"},
            proofs=frozenset(code for kind, code in ticked if kind == "proof"),
        )

    # --- asking

    def _answer(self) -> None:
        if self._footing is None:
            return
        try:
            answered = self._calls.suppose(self._footing, self.typed)
        except UserError as error:
            set_chip(self.verdict, tr("! Không thể"), "warn")
            self.said.setText(plain.cut(" ".join(self._desk.word(error))))
            return
        passed = answered.found.after.passed
        met, of = answered.found.after.met, answered.found.after.of
        word = tr("✓ Đạt {met}/{of}") if passed else tr("✗ Chưa đạt {met}/{of}")
        set_chip(self.verdict, word.format(met=met, of=of), "good" if passed else "bad")
        self.said.setText(plain.cut(_said(answered)))
        self.supposed.emit(answered)

    def _add(self, leaf: Gap) -> None:
        """The field that closes a gap; what nobody can type here has none."""
        if leaf.lacks == "units" and leaf.kind == "ratio" and leaf.indicator:
            self._number(("numerator", leaf.indicator), leaf)
        elif leaf.kind == "count" and leaf.lacks in {"units", "answer"}:
            self._number(("count", leaf.criterion), leaf)
        elif leaf.lacks in {"units", "answer"} and leaf.kind in {"yes_no", "document"}:
            self._tick(("answer", leaf.criterion), f"{leaf.criterion} {leaf.name}")
        elif leaf.lacks in {"figure", "threshold"}:
            text = f"{leaf.criterion} {leaf.name}: {words_criteria.gap(leaf)}"
            self._fields.addWidget(plain.label(text, "small", wrap=True))
        if leaf.lacks_proof or leaf.lacks == "proof":
            told = tr("{code}: có minh chứng").format(code=leaf.criterion)
            self._tick(("proof", leaf.criterion), told)

    def _number(self, key: tuple[str, str], leaf: Gap) -> None:
        if key in self.numbers:
            return
        box = QSpinBox()
        box.setRange(0, 10_000_000)
        box.setPrefix("+")
        box.setProperty("kind", "bare")
        box.setFixedWidth(88)
        box.lineEdit().setTextMargins(8, 0, 0, 0)
        name = f"{leaf.criterion} {leaf.name}"
        plain.named(box, name)
        box.valueChanged.connect(lambda _value: self._answer())
        self.numbers[key] = box
        line = row(box, plain.label(leaf.unit, "soft"), gap=8)
        line.addWidget(plain.label(name, wrap=True), 1)
        self._fields.addLayout(line)

    def _tick(self, key: tuple[str, str], text: str) -> None:
        if key in self.ticks:
            return
        tick = plain.check(text)
        tick.toggled.connect(lambda _on: self._answer())
        self.ticks[key] = tick
        self._fields.addWidget(tick)

    def _lay_out(self) -> None:
        inside = QWidget()
        content = column(self._fields, 1)
        content.setContentsMargins(0, 0, 8, 0)
        inside.setLayout(content)
        layout = column(self.title, gap=8)
        layout.addWidget(scrolled(inside), 1)
        layout.addLayout(row(self.verdict, 1, self.least))
        layout.addWidget(self.said)
        layout.setContentsMargins(16, 12, 16, 12)
        self.setLayout(layout)


def _leaves(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    return tuple(leaf for gap in gaps for leaf in gap.leaves)


def _said(answered: Answered) -> str:
    """What changes, criterion by criterion, and what is lacking still."""
    lines = []
    for one in answered.found.moved:
        before, after = (
            words.criterion_verdict(each.verdict)[0] for each in (one.before, one.after)
        )
        value = f" ({words_criteria.number(one.after.value)}" if one.after.value else ""
        if value:
            value += "%)" if one.after.denominator is not None else ")"
        lines.append(f"{one.code}: {before} → {after}{value}")
    left = [f"{leaf.criterion}: {words_criteria.gap(leaf)}" for leaf in _leaves(answered.left.gaps)]
    if left and not answered.found.after.passed:
        lines.append(tr("Vẫn thiếu: {left}").format(left="; ".join(left[:6])))
    return "\n".join(lines)
