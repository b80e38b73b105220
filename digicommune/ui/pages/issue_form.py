"""Number, day and what is replaced, asked before a paper is issued; it issues nothing itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QDateEdit, QDialog, QFormLayout, QLineEdit, QWidget

from digicommune.settings import today
from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.pages.issue_words import numbering_said, paper_name
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.steady_box import SteadyBox

if TYPE_CHECKING:
    from digicommune.operations.issue_register import IssuedLine
    from digicommune.operations.issuing import DraftState

_MOST = 99_999


@dataclass(frozen=True, slots=True)
class Offer:
    """What the form begins with; ``replaces`` is a paper chosen beforehand."""

    state: DraftState
    numbering: str
    papers: tuple[IssuedLine, ...]
    replaces: int | None = None


class IssueForm(QDialog):
    """``filled`` tells an ``IssueRequest``; ``year_changed`` that another year's number is due."""

    filled = Signal(object)
    year_changed = Signal(int)

    def __init__(self, parent: QWidget, offer: Offer) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Phát hành văn bản"))
        self.setMinimumWidth(560)
        self._numbering = offer.numbering
        self._offered = ""
        self.number = QLineEdit()
        self.number.setValidator(QIntValidator(1, _MOST, self.number))
        self.number.setAcceptDrops(False)
        self.number.setFixedWidth(96)
        self._symbol = plain.label(f"/{offer.state.symbol}", "strong")
        self.series = plain.label("", "small", wrap=True)
        now = today()
        self.date = QDateEdit(QDate(now.year, now.month, now.day))
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("dd/MM/yyyy")
        self.date.setFixedWidth(150)
        self.date.dateChanged.connect(self._day_changed)
        self._year = self.day.year
        self.signer = plain.label(offer.state.signer or tr("chưa ghi tên trong văn bản"), wrap=True)
        self.replaces = SteadyBox(tr("Thay thế"), 320)
        self._offer_replaced(offer)
        self._problem = plain.label("", "bad", wrap=True)
        self._problem.hide()
        self._lay_out()
        self.offer_number(offer.state)

    @property
    def day(self) -> date:
        """The day chosen."""
        chosen = self.date.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def offer_number(self, state: DraftState) -> None:
        """The next number of the year; one that was typed stays."""
        offered = f"{state.next_number:02d}"
        if self.number.text() == self._offered:
            self.number.setText(offered)
        self._offered = offered
        self.series.setText(
            tr("Số tiếp theo của sổ năm {year}: {number} ({way}).").format(
                year=self.day.year, number=offered, way=numbering_said(self._numbering)
            )
        )

    def refuse(self, title: str, advice: str) -> None:
        """Shows what was refused and lets it be mended."""
        self._tell(f"{title} {advice}", "bad")
        self.issue.setEnabled(True)

    def advance(self, done: int, total: int, what: str) -> None:
        """How far the printing for good has come."""
        self._tell(f"{what} {done}/{total}" if total > 1 else what, "soft")

    def _tell(self, said: str, kind: str) -> None:
        plain.set_kind(self._problem, kind)
        self._problem.setText(plain.cut(said))
        self._problem.show()
        layout = self.layout()
        if layout is not None:  # the words need room: nothing above them is pressed together
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def _offer_replaced(self, offer: Offer) -> None:
        """Papers of the same type in force: those a correction may stand for."""
        self.replaces.addItem(tr("không thay thế văn bản nào"), None)
        for one in offer.papers:
            paper = one.paper
            if paper.symbol == offer.state.symbol and paper.state == "issued":
                said = f"{paper_name(paper)} · {paper.title}"
                self.replaces.addItem(plain.cut(said), paper.issue_id)
        self.replaces.setCurrentIndex(max(0, self.replaces.findData(offer.replaces)))

    def _day_changed(self, chosen: QDate) -> None:
        if chosen.year() != self._year:
            self._year = chosen.year()
            self.year_changed.emit(self._year)

    def _ask(self) -> None:
        from digicommune.operations.issuing import IssueRequest

        if not self.number.hasAcceptableInput():
            self.refuse(tr("Số văn bản chưa đúng."), tr("Ghi số nguyên từ 1 trở lên."))
            return
        self._problem.hide()
        self.issue.setEnabled(False)
        number = int(self.number.text())
        self.filled.emit(IssueRequest(self.day, number, self.replaces.currentData()))

    def _lay_out(self) -> None:
        frozen = tr(
            "Phát hành rồi thì số, ngày, chữ và số liệu giữ nguyên mãi mãi: bản PDF được lưu"
        )
        rest = tr("từng byte, in lại vẫn đúng bản ấy. Số đã cấp không dùng lại trong năm.")
        self.issue = plain.button(tr("Phát hành"), "main")
        self.issue.setDefault(True)
        self.issue.clicked.connect(lambda _checked: self._ask())
        leave = plain.button(tr("Bỏ"))
        leave.clicked.connect(self.reject)
        layout = column(
            self._fields(),
            plain.label(f"{frozen} {rest}", "notice", wrap=True),
            self._problem,
            row(1, leave, self.issue),
            gap=16,
        )
        layout.setContentsMargins(24, 24, 24, 16)
        self.setLayout(layout)

    def _fields(self) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        plain.named(self.number, tr("Số văn bản"))
        plain.named(self.date, tr("Ngày ban hành"))
        numbered = column(row(self.number, self._symbol, 1, gap=4), self.series, gap=4)
        form.addRow(plain.label(tr("Số văn bản")), numbered)
        form.addRow(plain.label(tr("Ngày ban hành")), self.date)
        form.addRow(plain.label(tr("Người ký")), self.signer)
        form.addRow(plain.label(tr("Thay thế")), self.replaces)
        return form
