"""Settles doubtful rows one after the other, side by side with those they may be; saves none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.intake_sides import candidate_sides, row_side, side_by_side
from digicommune.ui.views.chips import chip, set_chip
from digicommune.ui.views.frames import column, row

if TYPE_CHECKING:
    from digicommune.operations.intake import Candidate, Chosen, Decision, PreviewRow
    from digicommune.ui.pages.intake_look import Look
    from digicommune.ui.pages.intake_queue import Entry
    from digicommune.ui.style import Tone


class DoubtPanel(QWidget):
    """``decided`` when a row was settled or taken back: the counts have changed."""

    decided = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._entry: Entry | None = None
        self._look: Look | None = None
        self._rows: list[PreviewRow] = []
        self._at = 0
        self._place = plain.label("", "heading")
        self._state = chip("", "muted")
        self.left = plain.label("", "strong")
        self.back = plain.button(tr("Z  Quay lại"), "", tr("Phím Z: lấy lại quyết định vừa rồi"))
        self.back.clicked.connect(self.take_back)
        self.earlier = plain.button(tr("↑ Dòng trước"), "flat")
        self.later = plain.button(tr("↓ Dòng sau"), "flat")
        self.earlier.clicked.connect(lambda: self.step(-1))
        self.later.clicked.connect(lambda: self.step(1))
        self.sides = side_by_side()
        self.sides.decided.connect(self._decide)
        self.sides.listen_in(self)
        for text, call in (("Z", self.take_back), ("Up", self.earlier.click),
                           ("Down", self.later.click)):  # fmt: skip
            key = QShortcut(QKeySequence(text), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(call)
        head = row(self._place, self._state, 1, self.left, gap=12)
        head.addWidget(self.earlier)
        head.addWidget(self.later)
        head.addWidget(self.back)
        layout = column(head, gap=8)
        layout.addWidget(self.sides, 1)
        self.setLayout(layout)

    @property
    def row(self) -> PreviewRow | None:
        """The row on screen."""
        return self._rows[self._at] if self._at < len(self._rows) else None

    def show_doubts(self, entry: Entry) -> None:
        """Shows the first row that waits; the place is kept where the list is the same."""
        before = self.row.row if self._entry is entry and self.row else None
        self._entry, self._look = entry, entry.look
        rows = entry.look.preview.rows if entry.look else ()
        self._rows = [one for one in rows if one.verdict == "doubtful"]
        places = [at for at, one in enumerate(self._rows) if one.row == before]
        self._at = places[0] if places else self._next_waiting(0)
        self._show()

    def open_row(self, number: int) -> None:
        """Shows one row."""
        found = [at for at, one in enumerate(self._rows) if one.row == number]
        if found:
            self._at = found[0]
            self._show()

    def step(self, by: int) -> None:
        """The next doubtful row or the one before."""
        if 0 <= self._at + by < len(self._rows):
            self._at += by
            self._show()

    def take_back(self) -> None:
        """Takes the last decision back and shows its row again."""
        if self._entry is None or not self._entry.order:
            return
        number = self._entry.order.pop()
        self._entry.decisions.pop(number, None)
        self.open_row(number)
        self._show()
        self.decided.emit()

    def waiting(self) -> int:
        """How many rows nobody has decided."""
        decided = set(self._entry.decisions) if self._entry else set()
        return len([one for one in self._rows if one.row not in decided])

    def _decide(self, decision: str, key: object) -> None:
        entry, one = self._entry, self.row
        if entry is None or one is None:
            return
        entry.decisions[one.row] = _as_decision(decision, key, one)
        if one.row in entry.order:
            entry.order.remove(one.row)
        entry.order.append(one.row)
        self._at = self._next_waiting(self._at)
        self._show()
        self.decided.emit()

    def _next_waiting(self, start: int) -> int:
        """The next undecided row, from the top again at the end; the same where none is left."""
        decided = self._entry.decisions if self._entry else {}
        count = len(self._rows)
        places: list[int] = [*range(start, count), *range(start)]
        for at in places:
            if self._rows[at].row not in decided:
                return at
        return start if start < count else max(0, count - 1)

    def _show(self) -> None:
        one, entry, look = self.row, self._entry, self._look
        if one is None or entry is None or look is None:
            return
        people = look.people
        why = "; ".join(message for _field, _code, message in one.problems)
        others = candidate_sides(_candidates(one), people)
        self.sides.show_sides(row_side(one.row, one.fields), others, why)
        chosen = entry.decisions.get(one.row)
        for at, each in enumerate(others):
            if isinstance(chosen, tuple) and each.key == chosen[0]:
                self.sides.choose(at)
        self._tell(one, chosen)

    def _tell(self, one: PreviewRow, chosen: Decision | Chosen | None) -> None:
        self._place.setText(
            tr("Dòng nghi trùng {at}/{all}").format(
                at=words.count(self._at + 1), all=words.count(len(self._rows))
            )
        )
        set_chip(self._state, *decision_word(chosen))
        waiting = self.waiting()
        self.left.setText(
            tr("Còn {count}").format(count=words.count(waiting)) if waiting else tr("✓ Đã xem hết")
        )
        self.earlier.setEnabled(self._at > 0)
        self.later.setEnabled(self._at + 1 < len(self._rows))
        self.back.setEnabled(bool(self._entry and self._entry.order))
        plain.named(self, f"{self._place.text()}, {one.fields.get('ho_ten', '')}")


def decision_word(decision: Decision | Chosen | None) -> tuple[str, Tone]:
    """What was decided of a row, with its sign."""
    if decision is None:
        return tr("? Chưa quyết định"), "warn"
    if decision == "new":
        return tr("+ Người khác"), "good"
    if decision == "later":
        return tr("– Để lại"), "muted"
    return tr("= Là một người"), "info"


def _candidates(one: PreviewRow) -> tuple[Candidate, ...]:
    if one.candidates or not one.target:
        return one.candidates
    from digicommune.operations.intake import Candidate

    return (Candidate(one.target, one.target_label, "", 0),)


def _as_decision(decision: str, key: object, one: PreviewRow) -> Decision | Chosen:
    from digicommune.operations.intake import Chosen

    if decision == "same" and isinstance(key, int) and key != one.target:
        return Chosen(key)
    return "same" if decision == "same" else "new" if decision == "new" else "later"
