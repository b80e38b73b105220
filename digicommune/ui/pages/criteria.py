"""The criteria matrix with its verdicts; the commune's own answers are set here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.page import Desk
from digicommune.ui.pages.criterion import CriterionPanel, Place
from digicommune.ui.tasks import Task
from digicommune.ui.views.chips import chip, set_chip
from digicommune.ui.views.frames import EmptyState, column, page_layout, row
from digicommune.ui.views.table import Column, Table

if TYPE_CHECKING:
    from digicommune.domain.criteria import CriteriaSet, CriterionResult, ManualAnswer
    from digicommune.domain.villages import Village
    from digicommune.operations.assess import Matrix
    from digicommune.ui.style import Tone

FIRST = 2  # the column of the first criterion, after the village's name and result


@dataclass(frozen=True, slots=True)
class CriteriaCalls:
    """What the page asks."""

    sets: Callable[[], tuple[CriteriaSet, ...]]
    matrix: Callable[[str, str], Matrix]
    answer: Callable[[str, str, ManualAnswer], object]


@dataclass(frozen=True, slots=True)
class _Answer:
    sets: tuple[CriteriaSet, ...]
    matrix: Matrix | None


class CriteriaPage(QWidget):
    """The matrix on the left; the cell one picks on the right."""

    def __init__(self, desk: Desk, calls: CriteriaCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self._period: str | None = None
        self._matrix: Matrix | None = None
        self.sets = QComboBox()
        plain.named(self.sets, tr("Bộ tiêu chí"))
        self.sets.activated.connect(lambda _at: self.refresh(self._period))
        self.sets.setMinimumContentsLength(30)
        self._basis = plain.label("", "small", wrap=True)
        self._passed = chip("", "muted")
        self._passed.hide()
        self.table = Table((), tr("Thôn theo tiêu chí"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.table.selectionModel().currentChanged.connect(self._show_cell)
        self.panel = CriterionPanel()
        self.panel.answered.connect(self._save)
        self._empty = EmptyState(
            "criteria",
            tr("Chưa chấm được thôn nào"),
            tr("Cần danh sách thôn và một bộ tiêu chí. Hãy nhập danh sách thôn trước."),
        )
        self._empty.offer(tr("Nhập danh sách thôn"), lambda: desk.open_page("intake"))
        self._lay_out()

    def refresh(self, period: str | None) -> None:
        """Asks the sets and the matrix of the set chosen."""
        self._period = period
        chosen = self.sets.currentData()

        def call(_progress: object) -> _Answer:
            sets = self._calls.sets()
            codes = [one.code for one in sets]
            code = chosen if chosen in codes else (codes[0] if codes else None)
            if code is None or period is None:
                return _Answer(sets, None)
            return _Answer(sets, self._calls.matrix(code, period))

        self._desk.run(Task(call=call, done=self._show, owner=self, topic="matrix"))

    def _show(self, answer: _Answer) -> None:
        self._matrix = answer.matrix
        if [one.code for one in answer.sets] != self._codes():
            self.sets.clear()
            for one in answer.sets:
                self.sets.addItem(plain.cut(one.title), one.code)
        shown = answer.matrix is not None and bool(answer.matrix.villages)
        self._empty.setVisible(not shown)
        for part in (self.table, self.panel, self._passed, self._basis):
            part.setVisible(shown)
        if answer.matrix is not None and shown:
            self._show_matrix(answer.matrix)

    def _show_matrix(self, matrix: Matrix) -> None:
        at = self.table.currentIndex()
        self.sets.setCurrentIndex(max(0, self.sets.findData(matrix.criteria_set.code)))
        self._basis.setText(_basis(matrix.criteria_set))
        self.panel.setVisible(bool(matrix.criteria_set.criteria))
        passed = sum(one.passed for one in matrix.verdicts.values())
        text = tr("{passed}/{all} thôn đạt đủ tiêu chí").format(
            passed=passed, all=len(matrix.villages)
        )
        set_chip(self._passed, text, "good" if passed else "muted")
        self.table.set_columns(_columns(matrix))
        self.table.show_rows(matrix.villages)
        row_at, column_at = max(0, at.row()), max(FIRST, at.column())
        self.table.setCurrentIndex(self.table.rows.index(row_at, column_at))
        self._show_cell(self.table.currentIndex())

    def _show_cell(self, index: QModelIndex) -> None:
        village = self.table.rows.row_of(index)
        if village is None or self._matrix is None:
            return
        criteria = self._matrix.criteria_set.criteria
        if not criteria:
            return
        at = min(max(0, index.column() - FIRST), len(criteria) - 1)
        criterion = criteria[at]
        self.panel.show_place(
            Place(
                village=village,
                criterion=criterion,
                result=_result(self._matrix, village, criterion.code),
                answer=self._matrix.answers.get((village.village_id, criterion.code)),
            )
        )

    def _save(self, answer: ManualAnswer) -> None:
        if self._matrix is None or self._period is None:
            return
        ask = partial(self._calls.answer, self._matrix.criteria_set.code, self._period, answer)
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

    def _codes(self) -> list[str]:
        return [self.sets.itemData(at) for at in range(self.sets.count())]

    def _lay_out(self) -> None:
        layout = page_layout(self)
        head = row(plain.label(tr("Tiêu chí thôn thông minh"), "title"), self._passed, 1, gap=16)
        layout.addLayout(head)
        layout.addLayout(column(row(self.sets, 1), self._basis, gap=6))
        body = row(gap=16)
        body.addWidget(self.table, 1)
        body.addWidget(self.panel)
        layout.addLayout(body, 1)
        layout.addWidget(self._empty, 1)
        for part in (self.table, self.panel, self._empty):
            part.hide()


def _basis(chosen: CriteriaSet) -> str:
    parts = [chosen.legal_basis]
    if not chosen.verified:
        parts.append(tr("chưa đối chiếu văn bản gốc"))
    if chosen.frame:
        parts.append(tr("mới là khung, cần nhập tiêu chí và ngưỡng từ văn bản"))
    return " · ".join(part for part in parts if part)


def _result(matrix: Matrix, village: Village, code: str) -> CriterionResult | None:
    verdict = matrix.verdicts.get(village.village_id)
    if verdict is None:
        return None
    return next((one for one in verdict.criteria if one.code == code), None)


def _columns(matrix: Matrix) -> tuple[Column[Village], ...]:
    first: Column[Village] = Column(tr("Thôn"), lambda one: one.name, least=116)
    last: Column[Village] = Column(
        tr("Kết quả"),
        lambda one: _total(matrix, one)[0],
        tone=lambda one: _total(matrix, one)[1],
        width=76,
    )
    cells = [
        Column(
            one.code,
            partial(_cell_text, matrix, one.code),
            tone=partial(_cell_tone, matrix, one.code),
            width=92,
            heading_tip=f"{one.name}: {one.requirement}",
            tip=partial(_cell_tip, matrix, one.code, one.name),
        )
        for one in matrix.criteria_set.criteria
    ]
    return (first, last, *cells)


def _cell_text(matrix: Matrix, code: str, village: Village) -> str:
    result = _result(matrix, village, code)
    if result is None:
        return "–"
    if result.verdict == "not_met" and result.short_by:
        return tr("✗ thiếu {count}").format(count=words.count(result.short_by))
    signs = {"met": "✓", "not_met": "✗", "no_data": "–", "no_evidence": "!"}
    values = {"met": tr("✓ Đạt"), "not_met": tr("✗ Chưa"), "no_evidence": tr("! Thiếu MC")}
    return values.get(result.verdict, signs.get(result.verdict, "–"))


def _cell_tone(matrix: Matrix, code: str, village: Village) -> Tone:
    result = _result(matrix, village, code)
    return "muted" if result is None else words.criterion_verdict(result.verdict)[1]


def _cell_tip(matrix: Matrix, code: str, name: str, village: Village) -> str:
    return f"{village.name} · {name}: {_cell_text(matrix, code, village)}"


def _total(matrix: Matrix, village: Village) -> tuple[str, Tone]:
    verdict = matrix.verdicts.get(village.village_id)
    if verdict is None:
        return tr("–"), "muted"
    if verdict.passed:
        return tr("✓ {met}/{of}").format(met=verdict.met, of=verdict.of), "good"
    return tr("✗ {met}/{of}").format(met=verdict.met, of=verdict.of), "bad"
