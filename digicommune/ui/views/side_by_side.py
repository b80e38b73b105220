"""One row of a list beside those it may mean, field by field; it decides nothing by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QLabel, QPushButton, QWidget

from digicommune.domain.agreement import Agreement, agreement, masked_apart
from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.views.frames import column, row, scrolled

SIGNS: dict[Agreement, str] = {
    "same": "=",
    "differs": "≠",
    "adds": "+",
    "lacks": "–",
    "silent": "",
}
KINDS: dict[Agreement, str] = {
    "same": "soft",
    "differs": "differs",
    "adds": "strong",
    "lacks": "soft",
    "silent": "soft",
}
DECISIONS = ("same", "new", "later")
NUMBERS = frozenset({"cccd", "cmnd"})  # masked, but for the digits that differ
# Shown, not compared: one may hold several accounts, and the register keeps no heads of households.
TOLD_ONLY = frozenset({"tai_khoan", "chu_ho", "quan_he"})
TOP = Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class Side:
    """A row, or somebody it may be: values as texts under the keys of lists."""

    key: int  # whom choosing it means; a row's own number
    title: str
    note: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wording:
    """How fields are headed and their values written on screen, and which come first."""

    heading: Callable[[str], str]
    shown: Callable[[str, str], str]
    order: Sequence[str] = ()
    masked: frozenset[str] = NUMBERS
    legend: str = ""  # what the signs mean; of a list's row beside the register where left out


class SideBySide(QFrame):
    """``decided`` tells "same", "new" or "later", and the key of the candidate that is chosen."""

    decided = Signal(str, object)
    picked = Signal(object)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        plain.named(self, tr("So dòng của tệp với sổ"))
        self._wording = wording
        self._row: Side | None = None
        self._others: tuple[Side, ...] = ()
        self._at, self._lines = 0, 1
        self._why = plain.label("", "strong", wrap=True)
        self._heads = QButtonGroup(self)
        self._ground = QFrame()
        self._ground.setProperty("kind", "picked")
        self._grid = QGridLayout()
        self._legend = plain.label("", "small", wrap=True)
        self.buttons = self._buttons()
        self._lay_out()
        self._shortcuts: list[QShortcut] = []
        self.listen_in(self)

    @property
    def chosen(self) -> Side | None:
        """The candidate that "same" would mean."""
        return self._others[self._at] if self._others else None

    def show_sides(self, listed: Side, others: Sequence[Side], why: str = "") -> None:
        """Shows a row beside its candidates, the likeliest first and chosen."""
        self._row, self._others, self._at = listed, tuple(others), 0
        self._why.setText(plain.cut(why))
        self._why.setVisible(bool(why))
        self._fill()
        self._legend.setText(_legend(len(self._others), self._wording.legend))
        self.buttons["same"].setEnabled(bool(self._others))
        self.choose(0)

    def choose(self, place: int) -> None:
        """Chooses a candidate by its place."""
        if not 0 <= place < len(self._others):
            return
        self._at = place
        self._heads.button(place).setChecked(True)
        self._grid.addWidget(self._ground, 0, place + 2, self._lines, 1)
        self._ground.lower()
        self._ground.show()
        self.picked.emit(self._others[place].key)

    def step(self, by: int) -> None:
        """The next candidate, or the one before; it stops at the ends."""
        self.choose(self._at + by)

    def decide(self, decision: str) -> None:
        """Tells a decision as its button does."""
        if self.buttons[decision].isEnabled() and self._row is not None:
            self.decided.emit(decision, self.chosen.key if self.chosen else None)

    def listen_in(self, home: QWidget) -> None:
        """The keys 1, 2, 3 and the arrows work wherever in ``home`` one is, not here alone."""
        for one in self._shortcuts:
            one.deleteLater()
            one.setEnabled(False)
        self._shortcuts.clear()
        keys = [(str(at), partial(self.decide, code)) for at, code in enumerate(DECISIONS, 1)]
        keys += [("Left", partial(self.step, -1)), ("Right", partial(self.step, 1))]
        for text, told in keys:
            key = QShortcut(QKeySequence(text), home)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(told)
            self._shortcuts.append(key)

    # --- drawing

    def _fill(self) -> None:
        self._empty()
        listed = self._row
        assert listed is not None
        self._grid.addWidget(_title(listed), 0, 1, TOP)
        for place, one in enumerate(self._others):
            self._grid.addWidget(self._head(place, one), 0, place + 2, TOP)
        keys = self._keys(listed)
        for line, key in enumerate(keys, 1):
            self._grid.addWidget(plain.label(self._wording.heading(key), "soft"), line, 0, TOP)
            own = plain.label(self._own(key, listed.values.get(key)), wrap=True)
            self._grid.addWidget(own, line, 1, TOP)
            for place, one in enumerate(self._others):
                self._grid.addWidget(self._cell(key, listed, one), line, place + 2, TOP)
        self._lines = len(keys) + 2  # heads, fields, the lower edge of the frame
        self._stretch()

    def _stretch(self) -> None:
        for at in range(self._grid.columnCount()):
            self._grid.setColumnStretch(at, 1 if 0 < at < len(self._others) + 2 else 0)
        for at in range(self._grid.rowCount()):
            self._grid.setRowStretch(at, 0)
            self._grid.setRowMinimumHeight(at, 0)
        self._grid.setRowMinimumHeight(self._lines - 1, 4)
        self._grid.setRowStretch(self._lines, 1)

    def _keys(self, listed: Side) -> list[str]:
        sides = (listed, *self._others)
        said = {key for one in sides for key, value in one.values.items() if value}
        first = [key for key in self._wording.order if key in said]
        return first + [key for key in listed.values if key in said and key not in first]

    def _own(self, key: str, value: str | None) -> str:
        """The row's value; where one candidate differs in a few digits, those are told."""
        if not value:
            return ""
        theirs = self._others[0].values.get(key) if len(self._others) == 1 else None
        if key in self._wording.masked:
            return masked_apart(value, theirs)
        return self._wording.shown(key, value)

    def _cell(self, key: str, listed: Side, one: Side) -> QLabel:
        mine, theirs = listed.values.get(key), one.values.get(key)
        if key in TOLD_ONLY:
            return _inset(plain.label(theirs or "–", "soft", wrap=True))
        stands = agreement(key, mine, theirs)
        made = plain.label(self._said(key, (mine, theirs), stands), KINDS[stands], wrap=True)
        plain.named(made, f"{self._wording.heading(key)}: {_told(stands)}. {made.text()}")
        return _inset(made)

    def _said(self, key: str, pair: tuple[str | None, str | None], stands: Agreement) -> str:
        mine, theirs = pair
        if stands == "adds":
            return f"{SIGNS[stands]} {tr('chưa có')}"
        if not theirs:
            return ""
        numbers = key in self._wording.masked
        shown = masked_apart(theirs, mine) if numbers else self._wording.shown(key, theirs)
        return f"{SIGNS[stands]} {shown}"

    def _head(self, place: int, one: Side) -> QWidget:
        made = plain.button(one.title, "choice")
        made.setCheckable(True)
        made.clicked.connect(partial(self._choose_clicked, place))
        plain.named(made, f"{one.title}. {one.note}")
        self._heads.addButton(made, place)
        head = _stacked(made, _inset(_note(one)))
        head.setContentsMargins(0, 6, 0, 0)
        return head

    def _choose_clicked(self, place: int, _checked: bool = False) -> None:
        self.choose(place)

    def _empty(self) -> None:
        for one in self._heads.buttons():
            self._heads.removeButton(one)
        self._ground.hide()
        for at in reversed(range(self._grid.count())):
            item = self._grid.itemAt(at)
            widget = item.widget() if item is not None else None
            if widget is not None and widget is not self._ground:
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()

    def _buttons(self) -> dict[str, QPushButton]:
        texts = (tr("1  Là một người"), tr("2  Là người khác"), tr("3  Để lại sau"))
        tips = (
            tr("Phím 1: là người đang chọn, bổ sung vào sổ những gì sổ chưa có"),
            tr("Phím 2: là người khác, thêm mới vào sổ"),
            tr("Phím 3: chưa quyết định, chưa tính vào số liệu"),
        )
        made = {}
        for code, text, tip in zip(DECISIONS, texts, tips, strict=True):
            made[code] = plain.button(text, "main" if code == "same" else "", tip)
            made[code].clicked.connect(partial(self._decide_clicked, code))
        return made

    def _decide_clicked(self, decision: str, _checked: bool = False) -> None:
        self.decide(decision)

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        inside = QWidget()
        inside.setLayout(self._grid)
        layout = column(self._why, gap=12)
        layout.addWidget(scrolled(inside), 1)
        layout.addWidget(self._legend)
        layout.addLayout(row(*self.buttons.values(), 1))
        layout.setContentsMargins(16, 16, 8, 16)
        self.setLayout(layout)


def _title(listed: Side) -> QWidget:
    made = _stacked(plain.label(listed.title, "strong", wrap=True), _note(listed))
    made.setContentsMargins(0, 14, 0, 0)  # level with the candidates' buttons
    return made


def _note(one: Side) -> QLabel:
    return plain.label(one.note, "small", wrap=True)


def _inset(cell: QLabel) -> QLabel:
    """Off the frame that marks the chosen one."""
    cell.setContentsMargins(8, 0, 8, 0)
    return cell


def _stacked(*parts: QWidget) -> QWidget:
    made = QWidget()
    made.setLayout(column(*parts, gap=2))
    return made


def _legend(others: int, own: str) -> str:
    signs = own or tr("= giống   ≠ khác   + tệp có, sổ chưa có   – sổ có, tệp không ghi")
    return signs + (tr("   ← → chọn người") if others > 1 else "")


def _told(stands: Agreement) -> str:
    known = {
        "same": tr("giống"),
        "differs": tr("khác"),
        "adds": tr("chưa có"),
        "lacks": tr("tệp không ghi"),
    }
    return known.get(stands, "")
