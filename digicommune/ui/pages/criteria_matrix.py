"""The matrix of villages and criteria, with the cell one picks at its side; it judges nothing."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QAbstractItemView, QWidget

from digicommune.domain.proofs import ProofPlace
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.criteria_cells import (
    FIRST,
    by_nearness,
    columns,
    compared_of,
    result_of,
)
from digicommune.ui.pages.criteria_proofs import ProofsBox
from digicommune.ui.pages.criterion import CriterionPanel, Place
from digicommune.ui.pages.pack_fields import choice
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.frozen import FrozenTable
from digicommune.ui.views.search import SearchBox
from digicommune.ui.views.trace import TraceDialog

if TYPE_CHECKING:
    from digicommune.domain.criteria import ManualAnswer
    from digicommune.domain.proofs import Proof, ProofLine
    from digicommune.operations.assess import Comparison, Matrix
    from digicommune.operations.criteria_story import StoryLine
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.criteria_calls import CriteriaCalls

Beside = tuple["tuple[ProofLine, ...]", "tuple[StoryLine, ...]", "tuple[Proof, ...]"]


class MatrixTab(QWidget):
    """The table on the left; the cell one picks on the right."""

    def __init__(self, desk: Desk, calls: CriteriaCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self.matrix: Matrix | None = None
        self.beside: Comparison | None = None
        self._wanted: tuple[int, str] | None = None  # a cell somebody led to
        self.table = FrozenTable(tr("Thôn theo tiêu chí"), FIRST)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.table.selectionModel().currentChanged.connect(self._show_cell)
        self.panel = CriterionPanel(ProofsBox(desk, calls.proofs))
        self.panel.answered.connect(self._save)
        self.panel.rows_asked.connect(self._trace)
        self.panel.walk_asked.connect(self._lacking)
        self.failing = plain.button(tr("Chỉ thôn chưa đạt"), "filter")
        self.failing.setCheckable(True)
        self.failing.toggled.connect(lambda _on: self._show_rows())
        self.order = choice()
        self.order.setMinimumContentsLength(17)
        self.order.addItem(tr("Theo danh sách thôn"), "listed")
        self.order.addItem(tr("Gần đạt nhất trước"), "nearest")
        plain.named(self.order, tr("Thứ tự"))
        self.order.activated.connect(lambda _at: self._show_rows())
        self.search = SearchBox(tr("Tìm thôn…"))
        self.search.setMinimumWidth(160)
        self.search.searched.connect(self.table.rows.search)
        self.changed = plain.label("", "notice", wrap=True)
        self.changed.hide()
        self._lay_out()

    def show_matrix(self, matrix: Matrix, beside: Comparison | None) -> None:
        """Shows a period, beside another where one is asked for; the cell one reads stays."""
        at = self.table.currentIndex()
        kept = self._wanted or self._cell(at)
        self.matrix, self.beside = matrix, beside
        self._wanted = None
        self.table.set_columns(columns(matrix, beside))
        self.changed.setText(plain.cut(_changed_said(beside)))
        self.changed.setVisible(bool(self.changed.text()))
        self._show_rows()
        self.panel.setVisible(bool(matrix.criteria_set.criteria))
        self.open_cell(*(kept or (0, "")))
        self._show_cell(self.table.currentIndex())

    def open_cell(self, village_id: int, code: str) -> None:
        """Stands on a cell; a cell that is not shown leaves the first one."""
        if self.matrix is None:
            self._wanted = (village_id, code)
            return
        found = self.table.rows.place_of(lambda one: one.village_id == village_id)
        codes = [one.code for one in self.matrix.criteria_set.criteria]
        place = FIRST + (codes.index(code) if code in codes else 0)
        index = self.table.rows.index(max(0, found.row()), place)
        self.table.setCurrentIndex(index)

    def wait_for(self, cell: tuple[int, str]) -> None:
        """Stands on a cell (village, criterion) of the matrix that is shown next."""
        self._wanted = cell

    def start_search(self) -> None:
        """Ctrl+F."""
        self.search.setFocus()
        self.search.selectAll()

    # --- showing

    def _cell(self, index: QModelIndex) -> tuple[int, str] | None:
        village = self.table.rows.row_of(index)
        if village is None or self.matrix is None:
            return None
        criteria = self.matrix.criteria_set.criteria
        at = index.column() - FIRST
        return (village.village_id, criteria[at].code if 0 <= at < len(criteria) else "")

    def _show_rows(self) -> None:
        matrix = self.matrix
        if matrix is None:
            return
        nearest = self.order.currentData() == "nearest"
        villages = by_nearness(matrix) if nearest else matrix.villages
        if self.failing.isChecked():
            passed = {one.village_id for one in matrix.verdicts.values() if one.passed}
            villages = tuple(one for one in villages if one.village_id not in passed)
        kept = self._cell(self.table.currentIndex())
        self.table.rows.show_rows(villages)
        self.open_cell(*(kept or (0, "")))

    def _show_cell(self, index: QModelIndex) -> None:
        village = self.table.rows.row_of(index)
        matrix = self.matrix
        if village is None or matrix is None or not matrix.criteria_set.criteria:
            return
        criteria = matrix.criteria_set.criteria
        at = min(max(0, index.column() - FIRST), len(criteria) - 1)
        one = criteria[at]
        result = result_of(matrix, village, one.code)
        threshold = result.threshold if result and result.threshold else one.threshold
        place = Place(
            village=village,
            criterion=replace(one, threshold=threshold),
            result=result,
            answer=matrix.answers.get((village.village_id, one.code)),
            compared=compared_of(self.beside, village, one.code),
            kept=matrix.kept_at is not None,
        )
        self.panel.show_place(place)
        self._ask_beside(place)

    def _ask_beside(self, place: Place) -> None:
        """The proofs and the history of a cell, which come after its numbers."""
        from digicommune.operations.proofs import ProofQuery

        matrix, calls = self.matrix, self._calls
        assert matrix is not None
        code, village = place.criterion.code, place.village.village_id
        where = ProofPlace(matrix.criteria_set.code, code, village)
        period = matrix.period.code
        query = ProofQuery(where.set_code, village, code, period)

        def call(_progress: object) -> Beside:
            told = calls.story(where.set_code, period, village, code)
            return calls.proofs.listed(query), told, calls.proofs.removed(where)

        def show(found: Beside) -> None:
            self.panel.proofs.show_place(where, found[0])
            self.panel.show_story(found[1])
            self.panel.proofs.gone.show_proofs(found[2])

        self._desk.run(Task(call=call, done=show, owner=self, topic="cell"))

    # --- doing

    def _save(self, answer: ManualAnswer) -> None:
        matrix = self.matrix
        if matrix is None:
            return
        ask = partial(self._calls.answer, matrix.criteria_set.code, matrix.period.code, answer)
        self._desk.run(
            Task(
                call=lambda _progress: ask(),
                done=lambda _saved: self._desk.say(tr("Đã lưu câu trả lời.")),
                owner=self,
                topic="answer",
                ended=lambda: self.panel.enable(True),
                writes=True,
            )
        )
        self.panel.enable(False)

    def _trace(self, place: Place) -> None:
        """The rows behind the number the criterion was judged on, on the base it was judged on."""
        result, matrix = place.result, self.matrix
        if matrix is None or result is None or place.criterion.indicator is None:
            return
        indicator, village = place.criterion.indicator, place.village.village_id
        period, base = matrix.period.code, result.base or None
        counts = words.fraction(result.numerator, result.denominator)
        title = f"{place.village.name} · {place.criterion.name}"
        dialog = TraceDialog(self, title, f"{counts} {result.unit}")
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.trace(period, indicator, village, base),
                done=dialog.show_rows,
                owner=dialog,
                topic="trace",
            )
        )
        dialog.show()

    def _lacking(self, place: Place) -> None:
        if self.matrix is not None and place.criterion.indicator is not None:
            from digicommune.ui.pages.criteria_walk import open_lacking

            where = (self.matrix.period.code, place.criterion.indicator, place.village.village_id)
            open_lacking(self, self._desk, self._calls.gaps, where)

    def _lay_out(self) -> None:
        tools = row(self.failing, self.order, 1, self.search, gap=12)
        left = column(tools, self.changed, gap=12)
        left.addWidget(self.table, 1)
        body = row(gap=16)
        body.addLayout(left, 1)
        body.addWidget(self.panel)
        self.setLayout(body)


def _changed_said(beside: Comparison | None) -> str:
    """Which criteria ask another thing than in the other period: they draw no trend."""
    if beside is None or not beside.changed:
        return ""
    codes = ", ".join(beside.changed)
    told = tr("Bộ tiêu chí đã thay đổi so với {period}: không so sánh {codes}.")
    return told.format(period=beside.before.period.title, codes=codes)
