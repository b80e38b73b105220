"""Smart villages: the matrix of criteria, what is lacking, the sets; it judges nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QWidget

from digicommune.domain.periods import parse_period, previous_period
from digicommune.ui import plain, words_criteria
from digicommune.ui.language import tr
from digicommune.ui.pages.criteria_gaps import GapsTab
from digicommune.ui.pages.criteria_matrix import MatrixTab
from digicommune.ui.pages.pack_fields import choice
from digicommune.ui.tasks import Task
from digicommune.ui.views.chips import chip, set_chip
from digicommune.ui.views.frames import EmptyState, column, page_layout, row
from digicommune.ui.views.steady_box import CutBox

if TYPE_CHECKING:
    from digicommune.domain.criteria import CriteriaSet
    from digicommune.operations.assess import Comparison, Matrix
    from digicommune.operations.gaps import GapSheet
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.criteria_calls import CriteriaCalls
    from digicommune.ui.pages.criterion import CriterionPanel
    from digicommune.ui.pages.pack_dialog import PackDialog
    from digicommune.ui.views.frozen import FrozenTable

TABS = ("matrix", "gaps")
BEFORE = 6  # periods of the same kind one may compare with


@dataclass(frozen=True, slots=True)
class _Answer:
    sets: tuple[CriteriaSet, ...]
    matrix: Matrix | None
    beside: Comparison | None = None
    gaps: GapSheet | None = None
    group: str = ""  # whose thresholds count


class CriteriaPage(QWidget):
    """Two tabs under one choice of set; the sets themselves in a window of their own."""

    def __init__(self, desk: Desk, calls: CriteriaCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self._period: str | None = None
        self._asked_set = ""  # by another page, until it is shown
        self.sets = CutBox(30)
        plain.named(self.sets, tr("Bộ tiêu chí"))
        self.sets.activated.connect(lambda _at: self.refresh(self._period))
        self.against = choice()
        plain.named(self.against, tr("So với kỳ"))
        self.against.setMinimumContentsLength(18)
        self.against.activated.connect(lambda _at: self.refresh(self._period))
        self.group = choice()
        plain.named(self.group, tr("Nhóm xã"))
        self.group.activated.connect(lambda _at: self._choose_group())
        self.carry = self._carry_button()
        self.packs = plain.button(tr("Bộ tiêu chí…"), "", tr("Xem, sửa, nhập, xuất bộ tiêu chí"))
        self.packs.clicked.connect(lambda _on: self.open_packs())
        self._basis = plain.label("", "small", wrap=True)
        self._passed = chip("", "muted")
        self._passed.hide()
        self.matrix = MatrixTab(desk, calls)
        self.gaps = GapsTab(desk, calls.gaps)
        self.gaps.cell_asked.connect(self.open_cell)
        self._stack = QStackedWidget()
        self.tabs = self._tab_buttons()
        self._empty = self._empty_state()
        self._lay_out()

    # --- what the window asks

    @property
    def table(self) -> FrozenTable:
        """The matrix."""
        return self.matrix.table

    @property
    def panel(self) -> CriterionPanel:
        """The cell one picked."""
        return self.matrix.panel

    def refresh(self, period: str | None) -> None:
        """Asks the sets, and of the set chosen what the tab on screen shows."""
        if period != self._period:
            self._offer_periods(period)
        self._period = period
        chosen, calls = self._asked_set or self.sets.currentData(), self._calls
        against, lacking = self.against.currentData(), self.tabs["gaps"].isChecked()

        def call(_progress: object) -> _Answer:
            sets = calls.packs.sets()
            codes = [one.code for one in sets]
            code = chosen if chosen in codes else (codes[0] if codes else None)
            if code is None or period is None:
                return _Answer(sets, None)
            gaps = calls.gaps.sheet(code, period) if lacking else None
            group = calls.group()
            if against:
                beside = calls.comparison(code, against, period)
                return _Answer(sets, beside.after, beside, gaps, group)
            return _Answer(sets, calls.matrix(code, period), None, gaps, group)

        self._desk.run(Task(call=call, done=self._show, owner=self, topic="matrix"))

    def open_place(self, place: str) -> None:
        """Leads to a place of this page: "gaps", "sets", a cell: "12:TC3" or "12:TC3@35/2022"."""
        cell, _, chosen = place.partition("@")
        village, colon, code = cell.partition(":")
        if place == "gaps":
            self.open_tab("gaps")
        elif place == "sets":
            self.open_packs()
        elif colon and village.isdecimal():
            self._choose_set(chosen, (int(village), code))
            self.open_cell(int(village), code)

    def start_search(self) -> None:
        """Ctrl+F."""
        (self.gaps if self.tabs["gaps"].isChecked() else self.matrix).start_search()

    def open_cell(self, village_id: int, code: str) -> None:
        """Shows a cell of the matrix."""
        self.open_tab("matrix")
        self.matrix.open_cell(village_id, code)

    def _choose_set(self, code: str, cell: tuple[int, str]) -> None:
        """Asks for the matrix of a set; the cell is shown when it is there."""
        if code and code != self.sets.currentData():
            self._asked_set = code
            self.matrix.wait_for(cell)
            self.refresh(self._period)

    def open_tab(self, key: str) -> None:
        """Shows a tab; what it shows is asked when it is opened."""
        self.tabs[key].setChecked(True)
        self._stack.setCurrentIndex(TABS.index(key))
        self.against.setVisible(key == "matrix")
        self._offer_carry()
        if key == "gaps" and self._period is not None:
            self.refresh(self._period)

    def open_packs(self) -> PackDialog:
        """Opens the window of the sets."""
        from digicommune.ui.pages.pack_dialog import PackDialog

        dialog = PackDialog(self, self._desk, self._calls.packs, self._period)
        dialog.show()
        return dialog

    # --- showing

    def _show(self, answer: _Answer) -> None:
        self._asked_set = ""
        if [one.code for one in answer.sets] != self._codes():
            self.sets.clear()
            for one in answer.sets:
                self.sets.addItem(plain.cut(one.title), one.code)
        matrix = answer.matrix
        shown = matrix is not None and bool(matrix.villages)
        self._empty.setVisible(not shown)
        for part in (self._stack, self._passed, self._basis, *self.tabs.values()):
            part.setVisible(shown)
        self.against.setVisible(shown and self.tabs["matrix"].isChecked())
        if matrix is None or not shown:
            return
        self.sets.setCurrentIndex(max(0, self.sets.findData(matrix.criteria_set.code)))
        self._basis.setText(plain.cut(_basis(matrix)))
        passed = sum(one.passed for one in matrix.verdicts.values())
        text = tr("{passed}/{all} thôn đạt").format(passed=passed, all=len(matrix.villages))
        set_chip(self._passed, text, "good" if passed else "muted")
        self._offer_groups(matrix, answer.group)
        self._offer_carry()
        self.matrix.show_matrix(matrix, answer.beside)
        if answer.gaps is not None:
            self.gaps.show_sheet(answer.gaps)

    def _offer_groups(self, matrix: Matrix, group: str) -> None:
        """The groups the set has thresholds for; one of another set says nothing here."""
        groups = matrix.criteria_set.groups
        self.group.setVisible(bool(groups))
        self.group.setEnabled(matrix.kept_at is None)
        self.group.clear()
        self.group.addItem(tr("Ngưỡng chung"), "")
        for one in groups:
            self.group.addItem(plain.cut(tr("Nhóm: {group}").format(group=one)), one)
        self.group.setCurrentIndex(max(0, self.group.findData(group)))

    def _choose_group(self) -> None:
        group = self.group.currentData()
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.choose_group(group),
                done=lambda _kept: self._desk.say(tr("Đã chọn nhóm ngưỡng của xã.")),
                owner=self,
                topic="group",
                writes=True,
            )
        )

    def _offer_carry(self) -> None:
        """Answers of before are offered where this period can still be answered."""
        matrix = self.matrix.matrix
        open_one = matrix is not None and matrix.kept_at is None
        by_hand = {"yes_no", "document", "count"}
        asked = matrix is not None and any(
            one.kind in by_hand for one in matrix.criteria_set.criteria
        )
        self.carry.setVisible(open_one and asked and self.tabs["matrix"].isChecked())

    def carry_answers(self) -> None:
        """Takes over answers of the period beside, or of the one before, where none is given."""
        matrix = self.matrix.matrix
        if matrix is None:
            return
        code, period = matrix.criteria_set.code, matrix.period
        before = parse_period(self.against.currentData() or previous_period(period).code)
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.carry(code, before.code, period.code),
                done=lambda count: self._desk.say(_carried(count, before.title)),
                owner=self,
                topic="carry",
                writes=True,
            )
        )

    def _offer_periods(self, period: str | None) -> None:
        self.against.clear()
        self.against.addItem(tr("Không so kỳ khác"), None)
        at = parse_period(period) if period else None
        for _number in range(BEFORE if at else 0):
            assert at is not None
            at = previous_period(at)
            self.against.addItem(tr("So với {period}").format(period=at.title), at.code)

    def _codes(self) -> list[str]:
        return [self.sets.itemData(at) for at in range(self.sets.count())]

    # --- laying out

    def _tab_buttons(self) -> dict[str, QPushButton]:
        names = (tr("Ma trận tiêu chí"), tr("Việc còn thiếu"))
        group = QButtonGroup(self)
        made = {}
        for key, name in zip(TABS, names, strict=True):
            made[key] = plain.button(name, "tab")
            made[key].setCheckable(True)
            made[key].clicked.connect(partial(self._open_clicked, key))
            group.addButton(made[key])
        return made

    def _carry_button(self) -> QPushButton:
        tip = tr("Chỉ điền chỗ chưa trả lời; kỳ đang so, nếu không so thì kỳ liền trước")
        made = plain.button(tr("Lấy câu trả lời kỳ trước"), "link", tip)
        made.clicked.connect(lambda _on: self.carry_answers())
        return made

    def _open_clicked(self, key: str, _checked: bool = False) -> None:
        self.open_tab(key)

    def _empty_state(self) -> EmptyState:
        made = EmptyState(
            "criteria",
            tr("Chưa chấm được thôn nào"),
            tr("Cần danh sách thôn và một bộ tiêu chí. Hãy nhập danh sách thôn trước."),
        )
        made.offer(tr("Nhập danh sách thôn"), lambda: self._desk.open_page("intake"))
        return made

    def _lay_out(self) -> None:
        layout = page_layout(self, gap=12)
        head = row(plain.label(tr("Tiêu chí thôn thông minh"), "title"), self._passed, 1, gap=16)
        layout.addLayout(head)
        chosen = row(gap=12)
        chosen.addWidget(self.sets, 1)
        chosen.addWidget(self.group)
        chosen.addWidget(self.packs)
        layout.addLayout(column(chosen, self._basis, gap=6))
        layout.addLayout(row(*self.tabs.values(), 1, self.carry, self.against, gap=20))
        self._stack.addWidget(self.matrix)
        self._stack.addWidget(self.gaps)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._empty, 1)
        self.open_tab("matrix")
        self.group.hide()
        for part in (self._stack, self._empty, self.against, self.carry, *self.tabs.values()):
            part.hide()


def _carried(count: int, title: str) -> str:
    if not count:
        return tr("{period} không có câu trả lời nào để lấy thêm.").format(
            period=f"{title[:1].upper()}{title[1:]}"
        )
    told = tr("Đã lấy {count} câu trả lời của {period}; hãy kiểm tra lại từng câu.")
    return told.format(count=count, period=title)


def _basis(matrix: Matrix) -> str:
    chosen = matrix.criteria_set
    parts = [chosen.legal_basis]
    if not chosen.verified:
        parts.append(tr("chưa đối chiếu văn bản gốc"))
    if chosen.frame:
        parts.append(tr("mới là khung, cần nhập tiêu chí và ngưỡng từ văn bản"))
    if chosen.criteria:
        parts.append(words_criteria.passing(chosen).rstrip("."))
    if matrix.kept_at is not None:
        parts.append(tr("kỳ đã khóa sổ, kết quả như lúc chốt"))
    return " · ".join(part for part in parts if part)
