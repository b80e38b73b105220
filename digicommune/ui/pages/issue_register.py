"""The register of issued papers: found, printed again byte for byte, corrected; it issues none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from digicommune.errors import UserError
from digicommune.settings import today
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.issue_later import LaterSteps
from digicommune.ui.pages.issue_paper import IssuedDialog, OpenedPaper, open_paper
from digicommune.ui.pages.issue_words import (
    paper_name,
    paper_state,
    standing_said,
    story,
    warning_of,
)
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import EmptyState, column, row
from digicommune.ui.views.search import SearchBox
from digicommune.ui.views.steady_box import SteadyBox
from digicommune.ui.views.table import Column, Table

if TYPE_CHECKING:
    from digicommune.domain.issued import Standing
    from digicommune.operations.issue_register import IssuedLine, PaperTies
    from digicommune.operations.reports import MadeDocument
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.issue_calls import IssueCalls


@dataclass(frozen=True, slots=True)
class Correction:
    """The paper a new document is to stand for."""

    issue_id: int
    kind: str
    period: str
    name: str  # "01/BC-UBND ngày 05/04/2026"


class RegisterDialog(QDialog):
    """Opens beside the page without blocking it; ``correction`` tells a ``Correction``."""

    correction = Signal(object)

    def __init__(self, parent: QWidget, desk: Desk, calls: IssueCalls) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Sổ văn bản đã phát hành"))
        self.resize(1260, 660)
        self._desk, self._calls = desk, calls
        self.paper: IssuedDialog | None = None
        self._lines: tuple[IssuedLine, ...] = ()
        self.search = SearchBox(tr("Tìm số, trích yếu, người ký, mã kiểm tra"))
        self.year = SteadyBox(tr("Năm"), 120)
        self.kind = SteadyBox(tr("Loại văn bản"), 180)
        self.state = SteadyBox(tr("Tình trạng"), 170)
        self.table = Table(_columns(), tr("Các văn bản đã phát hành"))
        self.table.sort_on_click()
        self.count = plain.label("", "soft")
        self._make_code()
        self._empty = EmptyState(
            "seal",
            tr("Chưa phát hành văn bản nào"),
            tr("Lập văn bản, soát rồi bấm “Phát hành…”: văn bản có số sẽ vào sổ này."),
        )
        self.later = LaterSteps(desk, calls)
        self.later.changed.connect(self.refresh)
        self._make_buttons()
        self._connect()
        self._lay_out()
        self.search.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Asks the register."""
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.register(),
                done=self._show,
                owner=self,
                topic="issued",
            )
        )

    def _show(self, lines: tuple[IssuedLine, ...]) -> None:
        self._lines = lines
        self._offer(self.year, tr("Mọi năm"), sorted({one.paper.year for one in lines})[::-1])
        kinds = sorted({one.said.kind for one in lines if one.said.kind})
        self._offer(self.kind, tr("Mọi loại"), kinds)
        self._offer_states({one.paper.standing for one in lines})
        for part in (self.table, self.count):
            part.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        self.filter()

    @staticmethod
    def _offer(box: SteadyBox, every: str, found: list[object] | list[str] | list[int]) -> None:
        kept = box.currentData()
        box.blockSignals(True)
        box.clear()
        box.addItem(every, None)
        for one in found:
            box.addItem(plain.cut(str(one)), one)
        box.setCurrentIndex(max(0, box.findData(kept)))
        box.blockSignals(False)

    def _offer_states(self, found: set[Standing]) -> None:
        kept = self.state.currentData()
        self.state.blockSignals(True)
        self.state.clear()
        self.state.addItem(tr("Mọi tình trạng"), None)
        for one in ("issued", "waiting", "replaced", "withdrawn"):
            if one in found or one == kept:
                self.state.addItem(standing_said(one)[0], one)
        self.state.setCurrentIndex(max(0, self.state.findData(kept)))
        self.state.blockSignals(False)

    def filter(self) -> None:
        """Shows the lines of the year, the kind and the state chosen."""
        year, kind = self.year.currentData(), self.kind.currentData()
        state = self.state.currentData()
        shown = [
            one
            for one in self._lines
            if year in (None, one.paper.year)
            and kind in (None, one.said.kind)
            and state in (None, one.paper.standing)
        ]
        self.table.show_rows(shown)
        if shown and self.table.current() is None:
            self.table.selectRow(0)
        said = tr("{shown}/{all} văn bản")
        self.count.setText(
            said.format(shown=words.count(len(shown)), all=words.count(len(self._lines)))
        )
        self._allow()

    def _allow(self) -> None:
        line: IssuedLine | None = self.table.current()
        paper = line.paper if line is not None else None
        self.look.setEnabled(paper is not None)
        self.correct.setEnabled(paper is not None and paper.standing == "issued")
        self.later.show_line(line, self._lines)

    # --- one paper

    def open_paper(self, issue_id: int | None = None) -> None:
        """The stored bytes of the paper chosen, or of another, to be printed or saved."""
        line: IssuedLine | None = self.table.current()
        asked = issue_id or (line.paper.issue_id if line else None)
        if asked is None:
            return
        self._desk.run(
            Task(
                call=lambda _progress: open_paper(self._calls, asked),
                done=self._show_paper,
                owner=self,
                topic="reprint",
                writes=True,
            )
        )

    def _show_paper(self, opened: OpenedPaper) -> None:
        self.paper = IssuedDialog(self, self._desk, self._calls, opened)
        self.paper.show()

    def start_correction(self) -> None:
        """Leads to where the new document is made that stands for the paper chosen."""
        line: IssuedLine | None = self.table.current()
        if line is None:
            return
        paper = line.paper
        self.correction.emit(
            Correction(paper.issue_id, paper.kind, paper.period, paper_name(paper))
        )
        self.close()

    # --- by its code

    def verify(self) -> None:
        """Says whose code was typed."""

        def failed(error: Exception) -> None:
            if isinstance(error, UserError):
                self._tell("bad", f"✗ {' '.join(self._desk.word(error))}")
            else:
                self._desk.alert(error)

        told = self.code.text()
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.ties(self._calls.verify(told).issue_id),
                done=self._show_found,
                failed=failed,
                owner=self,
                topic="verify",
            )
        )

    def _show_found(self, found: PaperTies) -> None:
        paper, warning = found.paper, warning_of(found)
        if paper.standing in ("withdrawn", "replaced"):
            said = tr("✗ Mã đúng của văn bản {name}: {title}, nhưng không dùng được nữa. {warning}")
            self._tell(
                "bad", said.format(name=paper_name(paper), title=paper.title, warning=warning)
            )
        else:
            said = tr("✓ Mã của văn bản {name}: {title}. So từng chữ với bản lưu trước khi tin.")
            told = said.format(name=paper_name(paper), title=paper.title)
            self._tell("good", f"{told} {warning}".strip())
        for box in (self.year, self.kind, self.state):
            box.setCurrentIndex(0)
        self.search.clear()
        self.table.rows.search("")
        self.filter()
        self.table.choose(lambda one: one.paper.issue_id == paper.issue_id)

    def _tell(self, kind: str, said: str) -> None:
        plain.set_kind(self.said, kind)
        self.said.setText(plain.cut(said))
        self.said.show()

    # --- the whole

    def print_book(self) -> None:
        """The book of outgoing papers of the year chosen, to be printed or saved as Excel."""
        year: int = self.year.currentData() or today().year
        self._desk.run(
            Task(
                call=lambda progress: self._calls.book(year, progress),
                done=self._show_book,
                owner=self,
                topic="book",
                writes=True,
            )
        )

    def _show_book(self, made: MadeDocument) -> None:
        from digicommune.ui.pages.people_paper import PaperDialog

        PaperDialog(self, self._desk, made, self._calls.write).show()

    def open_ways(self) -> None:
        """How the office numbers."""
        from digicommune.ui.pages.issue_ways import WaysDialog

        WaysDialog(self, self._desk, self._calls).open()

    def _make_code(self) -> None:
        self.code = QLineEdit()
        self.code.setMaxLength(40)
        self.code.setAcceptDrops(False)
        self.code.setFixedWidth(190)
        self.code.setPlaceholderText("7Q4M-XK2P-09TD")
        plain.named(self.code, tr("Mã kiểm tra trên giấy"))
        self.said = plain.label("", "soft", wrap=True)

    def _make_buttons(self) -> None:
        self.look = plain.button(tr("Xem, in lại…"), "main")
        self.correct = plain.button(
            tr("Đính chính, thay thế…"), tip=tr("Lập văn bản mới thay văn bản đang chọn")
        )
        self.book = plain.button(
            tr("In sổ, xuất Excel…"), tip=tr("Sổ đăng ký văn bản đi của năm đang chọn")
        )
        self.ways = plain.button(tr("Cách đánh số…"))
        self.look_up = plain.button(tr("Tra mã"))
        self.look.setEnabled(False)
        self.correct.setEnabled(False)

    def _connect(self) -> None:
        for button, step in (
            (self.look, self.open_paper),
            (self.correct, self.start_correction),
            (self.book, self.print_book),
            (self.ways, self.open_ways),
            (self.look_up, self.verify),
        ):
            button.clicked.connect(partial(_call, step))
        self.code.returnPressed.connect(self.verify)
        self.search.searched.connect(self._search)
        self.year.currentIndexChanged.connect(lambda _at: self.filter())
        self.kind.currentIndexChanged.connect(lambda _at: self.filter())
        self.state.currentIndexChanged.connect(lambda _at: self.filter())
        self.table.chosen.connect(lambda _line: self._allow())
        self.table.doubleClicked.connect(lambda _index: self.open_paper())

    def _search(self, text: str) -> None:
        self.table.rows.search(text)
        if self.table.current() is None and self.table.rows.rowCount():
            self.table.selectRow(0)
        self._allow()

    def _lay_out(self) -> None:
        self.search.setFixedWidth(320)
        close = plain.button(tr("Đóng"))
        close.clicked.connect(self.close)
        self.said.hide()
        head = row(plain.label(tr("Sổ văn bản đã phát hành"), "heading"), 1, self.ways, self.book)
        boxes = row(self.search, self.year, self.kind, self.state, self.count, 1, gap=12)
        layout = column(head, boxes, gap=12)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._empty, 1)
        asks = plain.label(tr("Mã kiểm tra trên giấy"), "soft")
        looked_up = row(asks, self.code, self.look_up, self.said, 1, gap=8)
        looked_up.setStretch(3, 100)  # the answer takes the line; the rest only while there is none
        layout.addLayout(looked_up)
        layout.addLayout(row(1, close, self.later, self.correct, self.look, gap=8))
        layout.setContentsMargins(24, 20, 24, 16)
        self.setLayout(layout)


def _call(step: object, _checked: bool = False) -> None:
    step()  # type: ignore[operator]


def _number_of(line: IssuedLine) -> tuple[int, str, int] | None:
    """Year, series, number; papers that wait stand last."""
    paper = line.paper
    return None if paper.number is None else (paper.year, paper.series, paper.number)


def _columns() -> tuple[Column[IssuedLine], ...]:
    return (
        Column(
            tr("Số, ký hiệu"),
            lambda one: one.paper.full_number,
            sort=_number_of,
            width=126,
        ),
        Column(
            tr("Ngày"),
            lambda one: "…" if one.paper.number is None else words.day(one.paper.issued_on),
            sort=lambda one: None if one.paper.number is None else one.paper.issued_on,
            width=112,
        ),
        Column(tr("Loại"), lambda one: one.said.kind, width=104),
        Column(tr("Trích yếu"), lambda one: one.said.subject, least=220),
        Column(tr("Kỳ"), lambda one: one.period, width=104),
        Column(tr("Người ký"), lambda one: one.said.signer, width=150),
        Column(tr("Mã kiểm tra"), lambda one: one.paper.check_code, width=172),
        Column(
            tr("Tình trạng"),
            lambda one: paper_state(one)[0],
            tone=lambda one: paper_state(one)[1],
            width=190,
            tip=story,
        ),
    )
