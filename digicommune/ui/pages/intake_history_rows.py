"""Every row of a past import, or all that wait, and settling those; it reads no list anew."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.intake_history_row import PastRowPanel
from digicommune.ui.pages.intake_past_lines import SETTLING, Fate, columns, fate_of, fates_of
from digicommune.ui.pages.intake_sides import candidate_sides, row_side, side_by_side
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import EmptyState, column, row
from digicommune.ui.views.search import SearchBox
from digicommune.ui.views.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digicommune.domain.rows import Value
    from digicommune.operations.imports import ImportedRow
    from digicommune.operations.intake import Candidate, Chosen, Decision
    from digicommune.operations.past_lists import Likely, PastRow
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.past_calls import PastCalls

ALL = "all"
VERDICTS = ("new", "known", "doubtful", "rejected")
FILTERS = (ALL, *VERDICTS, "skipped")
OPEN = (ALL, "doubtful", "rejected")  # of all imports only what waits is shown
ROW_WIDTH, SIDES_WIDTH = 344, 600


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Whom waiting rows may mean, and what is known of those."""

    candidates: Likely
    people: dict[int, dict[str, Value]]


class PastRows(QWidget):
    """``left`` when one goes back to the imports."""

    left = Signal()

    def __init__(self, desk: Desk, calls: PastCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self._import: int | None = None  # None: the waiting rows of all imports
        self._fates: tuple[Fate, ...] = ()
        self._filter = ALL
        self._wanted = ALL
        self._near = Neighbours({}, {})
        self._told: tuple[int, int] | None = None  # whose sides are shown
        self._title = plain.label("", "heading")
        self._state = plain.label("", "soft")
        self.back = plain.button(tr("‹ Các lần nhập"), "flat")
        self.back.clicked.connect(self.left)
        self.filters = self._filter_buttons()
        self.search = SearchBox(tr("Tìm trong các dòng…"))
        self.table = Table(columns(of_many=False), tr("Các dòng đã nhập"))
        self.table.sort_on_click()
        self.table.rows.folded_by = lambda one: one.folded
        self.table.chosen.connect(self._show_fate)
        self.search.searched.connect(self.table.rows.search)
        self.panel = PastRowPanel()
        self.sides = side_by_side()
        self.sides.decided.connect(self._decide)
        self._beside = QStackedWidget()
        self._nothing = EmptyState(
            "check",
            tr("Không còn dòng nào chờ"),
            tr("Mọi dòng nghi trùng đã có quyết định, không dòng nào sai."),
        )
        self._lay_out()
        self.sides.listen_in(self)

    # --- what the history asks

    def open_import(self, import_id: int, file: str, wanted: str = ALL) -> None:
        """Shows the rows of one import."""
        self._begin(import_id, tr("Lần {id}: {file}").format(id=import_id, file=file), wanted)

    def open_waiting(self) -> None:
        """Shows the rows of all imports that wait or are wrong."""
        self._begin(None, tr("Dòng chờ quyết định hoặc sai, của mọi lần nhập"), "doubtful")

    def stands_as(self, counts: dict[str, int]) -> bool:
        """Whether the rows shown are those that the history counts."""
        mine = Counter(one.verdict for one in self._fates)
        mine["doubtful"] += mine[SETTLING]
        return all(mine[code] == number for code, number in counts.items() if code in VERDICTS)

    @property
    def import_id(self) -> int | None:
        """Whose rows are shown; None: those of all imports that wait or are wrong."""
        return self._import

    @property
    def waiting(self) -> int:
        """How many of the rows shown wait for a decision."""
        return sum(one.verdict == "doubtful" for one in self._fates)

    def load(self) -> None:
        """Asks the rows again, and keeps the place."""
        number = self._import

        def call(_progress: object) -> tuple[Fate, ...]:
            if number is None:
                return fates_of(self._calls.waiting())
            return fates_of(self._calls.rows(number), self._calls.reading(number))

        self._state.setText(tr("Đang tải các dòng…"))
        self._desk.run(Task(call=call, done=self._show, owner=self, topic="rows"))

    def choose(self, code: str) -> None:
        """Shows the rows of one verdict, or all but the skipped."""
        self._filter = code
        self.filters[code].setChecked(True)
        kept = self.table.current()
        self.table.show_rows(
            [
                one
                for one in self._fates
                if one.verdict == code or (code == ALL and one.verdict != "skipped")
            ]
        )
        self._stand_at(kept)

    # --- showing

    def _begin(self, import_id: int | None, title: str, wanted: str) -> None:
        self._import, self._wanted, self._told = import_id, wanted, None
        self._fates, self._near = (), Neighbours({}, {})
        self._title.setText(plain.cut(title))
        self.table.set_columns(columns(of_many=import_id is None))
        self.search.clear()
        for code, made in self.filters.items():
            made.setVisible(import_id is not None or code in OPEN)
        self._count()
        self.choose(wanted)
        self._beside.hide()
        self._nothing.hide()
        self.table.show()
        self.load()

    def _show(self, fates: tuple[Fate, ...]) -> None:
        self._fates = fates
        self._count()
        wanted, self._wanted = self._wanted, ""
        self.choose(wanted or self._filter)
        empty = self._import is None and not fates
        self._nothing.setVisible(empty)
        self.table.setVisible(not empty)
        if any(one.verdict == "doubtful" for one in fates):
            self._find_neighbours()

    def _stand_at(self, kept: Fate | None) -> None:
        """The row one was at, or the first."""
        model = self.table.rows
        found = None if kept is None else model.place_of(lambda one: one.key == kept.key)
        if found is not None and found.isValid():
            self.table.selectRow(found.row())
        elif model.rowCount():
            at = self.table.currentIndex().row()
            self.table.selectRow(min(max(at, 0), model.rowCount() - 1))
        shown = self.table.current()
        self._beside.setVisible(shown is not None)
        if shown is not None:
            self._show_fate(shown)

    def _show_fate(self, fate: Fate) -> None:
        waits = fate.verdict == "doubtful" and fate.source is not None
        self._beside.setCurrentWidget(self.sides if waits else self.panel)
        self._beside.setFixedWidth(SIDES_WIDTH if waits else ROW_WIDTH)
        self._beside.show()
        if fate.source is None or not waits:
            self._told = None
            self.panel.show_fate(fate)
        elif self._told != fate.key:
            self._told = fate.key
            self._show_sides(fate, fate.source)

    def _show_sides(self, fate: Fate, source: ImportedRow) -> None:
        found = self._near.candidates.get(fate.key)
        others = candidate_sides(found or (), self._near.people)
        self.sides.show_sides(row_side(fate.row, source.fields), others, _why(source, found))
        self.sides.setEnabled(found is not None)

    def _count(self) -> None:
        counts = Counter(one.verdict for one in self._fates)
        counts[ALL] = len(self._fates) - counts["skipped"]
        for code, made in self.filters.items():
            text = f"{_filter_word(code)}  {words.count(counts[code])}"
            made.setText(plain.doubled(text))
            made.setAccessibleName(text)
            made.setEnabled(counts[code] > 0 or code == ALL)
        waiting = counts["doubtful"]
        self._state.setText(
            tr("Còn {count} dòng chờ quyết định").format(count=words.count(waiting))
            if waiting
            else ""
        )

    # --- settling

    def _find_neighbours(self) -> None:
        from digicommune.operations.past_lists import PastRow

        waiting = [
            PastRow(one.import_id, one.file, one.source)
            for one in self._fates
            if one.verdict == "doubtful" and one.source is not None
        ]
        self._desk.run(
            Task(
                call=lambda _progress: self._neighbours_of(waiting),
                done=self._take_neighbours,
                owner=self,
                topic="neighbours",
            )
        )

    def _neighbours_of(self, waiting: Sequence[PastRow]) -> Neighbours:
        found = self._calls.likely(waiting)
        ids = {one.resident_id for each in found.values() for one in each}
        return Neighbours(found, self._calls.people(sorted(ids)))

    def _take_neighbours(self, near: Neighbours) -> None:
        before = self._near.candidates.get(self._told or (0, 0))
        self._near = near
        if self._told is None or before == near.candidates.get(self._told):
            return
        self._told = None
        shown = self.table.current()
        if shown is not None:
            self._show_fate(shown)

    def _decide(self, decision: str, candidate: object) -> None:
        fate = self.table.current()
        if fate is None or fate.verdict != "doubtful" or not self.sides.isEnabled():
            return
        if decision == "later":
            self._step()
            return
        self._put(fate, replace(fate, verdict=SETTLING))
        self._desk.run(
            Task(
                call=lambda _progress: self._settle(fate, decision, candidate),
                done=partial(self._settled, fate),
                failed=partial(self._not_settled, fate),
                owner=self,
                topic=f"settle {fate.key}",
                writes=True,
            )
        )

    def _settle(self, fate: Fate, decision: str, candidate: object) -> tuple[str, Fate]:
        from digicommune.operations.intake import Chosen

        same = decision == "same" and isinstance(candidate, int)
        told: Decision | Chosen = Chosen(candidate) if same else "new"  # type: ignore[arg-type]
        said = self._calls.settle(fate.import_id, fate.row, told)
        return said, fate_of(self._calls.row(fate.import_id, fate.row))

    def _settled(self, fate: Fate, answer: tuple[str, Fate]) -> None:
        said, now = answer
        self._desk.say(said)
        self._put(fate, now)
        if self.waiting:  # somebody new in the register may be whom another row means
            self._find_neighbours()

    def _not_settled(self, fate: Fate, error: Exception) -> None:
        self._put(fate, fate)
        self._desk.alert(error)

    def _put(self, old: Fate, new: Fate) -> None:
        self._fates = tuple(new if one.key == old.key else one for one in self._fates)
        self._count()
        self.choose(self._filter)

    def _step(self) -> None:
        at = self.table.currentIndex().row() + 1
        if at < self.table.rows.rowCount():
            self.table.selectRow(at)
        else:
            self._desk.say(tr("Đã đến dòng cuối."))

    # --- parts

    def _filter_buttons(self) -> dict[str, QPushButton]:
        group = QButtonGroup(self)
        made = {}
        for code in FILTERS:
            made[code] = plain.button("", "filter")
            made[code].setCheckable(True)
            made[code].clicked.connect(partial(self._choose_clicked, code))
            group.addButton(made[code])
        return made

    def _choose_clicked(self, code: str, _checked: bool = False) -> None:
        self.choose(code)

    def _lay_out(self) -> None:
        self._beside.addWidget(self.panel)
        self._beside.addWidget(self.sides)
        self._beside.hide()
        body = row(gap=16)
        body.addWidget(self.table, 1)
        body.addWidget(self._nothing, 1)
        body.addWidget(self._beside)
        layout = column(row(self.back, self._title, 1, self._state, gap=12), gap=12)
        layout.addLayout(row(*self.filters.values(), 1, self.search))
        layout.addLayout(body, 1)
        self.setLayout(layout)


def _why(source: ImportedRow, found: tuple[Candidate, ...] | None) -> str:
    if found is None:
        return tr("Đang tìm người giống trong sổ…")
    if not found:
        return tr("Trong sổ không còn ai giống dòng này: thêm mới, hoặc để lại.")
    return " ".join(message for _field, _code, message in source.problems)


def _filter_word(code: str) -> str:
    if code == ALL:
        return tr("Tất cả")
    return tr("· Bỏ qua") if code == "skipped" else words.row_verdict(code)[0]
