"""How a paper is issued, its number, day and what it replaces, asked before; it issues nothing."""

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
        self.setMinimumWidth(640)
        self._numbering = offer.numbering
        self._offered = ""
        self._make_ways()
        self._make_number()
        self._symbol = plain.label(f"/{offer.state.symbol}", "strong")
        self._make_day()
        self._year = self.day.year
        self.signer = plain.label(offer.state.signer or tr("chưa ghi tên trong văn bản"), wrap=True)
        self.replaces = SteadyBox(tr("Thay thế"), 320)
        self.corrects = SteadyBox(tr("Đính chính"), 320)
        self._offer_replaced(offer)
        self._offer_corrected(offer)
        self._problem = plain.label("", "bad", wrap=True)
        self._problem.hide()
        self._lay_out()
        self.offer_number(offer.state)
        self._choose_way()

    def _make_ways(self) -> None:
        self.on_paper = plain.radio(tr("Phát hành trên giấy"))
        blank = tr("Phát hành điện tử: để trống số, ngày cho phần mềm văn bản")
        self.electronic = plain.radio(blank)
        self.on_paper.setChecked(True)
        self.electronic.toggled.connect(lambda _on: self._choose_way())

    def _make_number(self) -> None:
        self.number = QLineEdit()
        self.number.setValidator(QIntValidator(1, _MOST, self.number))
        self.number.setAcceptDrops(False)
        self.number.setFixedWidth(96)
        self.series = plain.label("", "small", wrap=True)

    def _make_day(self) -> None:
        now = today()
        self.date = QDateEdit(QDate(now.year, now.month, now.day))
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("dd/MM/yyyy")
        self.date.setFixedWidth(150)
        self.date.dateChanged.connect(self._day_changed)

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
        make_room(self)

    def _choose_way(self) -> None:
        """An electronic paper gets number and day from the office's system: both rest."""
        blank = self.electronic.isChecked()
        for part in (self.number, self.date, self.series):
            part.setVisible(not blank)
        for part in (self._no_number, self._no_day):
            part.setVisible(blank)
        self._about.setText(_electronic_words() if blank else _paper_words())
        make_room(self)

    def _offer_replaced(self, offer: Offer) -> None:
        """Papers of the same type in force: those a correction may stand for."""
        self.replaces.addItem(tr("không thay thế văn bản nào"), None)
        for one in offer.papers:
            paper = one.paper
            if paper.symbol == offer.state.symbol and paper.standing == "issued":
                said = f"{paper_name(paper)} · {paper.title}"
                self.replaces.addItem(plain.cut(said), paper.issue_id)
        self.replaces.setCurrentIndex(max(0, self.replaces.findData(offer.replaces)))

    def _offer_corrected(self, offer: Offer) -> None:
        """Papers in force that a letter may put right (Decree 30/2020, Art. 18.3)."""
        self.corrects.addItem(tr("không đính chính văn bản nào"), None)
        for one in offer.papers:
            paper = one.paper
            if paper.standing == "issued":
                said = f"{paper_name(paper)} · {paper.title}"
                self.corrects.addItem(plain.cut(said), paper.issue_id)

    def _day_changed(self, chosen: QDate) -> None:
        if chosen.year() != self._year:
            self._year = chosen.year()
            self.year_changed.emit(self._year)

    def _ask(self) -> None:
        from digicommune.operations.issuing import IssueRequest

        electronic, replaces = self.electronic.isChecked(), self.replaces.currentData()
        if not electronic and not self.number.hasAcceptableInput():
            self.refuse(tr("Số văn bản chưa đúng."), tr("Ghi số nguyên từ 1 trở lên."))
            return
        self._problem.hide()
        self.issue.setEnabled(False)
        corrects = self.corrects.currentData()
        request = IssueRequest(today(), replaces=replaces, electronic=True, corrects=corrects)
        if not electronic:
            number = int(self.number.text())
            request = IssueRequest(self.day, number, replaces, corrects=corrects)
        self.filled.emit(request)

    def _lay_out(self) -> None:
        self._about = plain.label(_paper_words(), "notice", wrap=True)
        self.issue = plain.button(tr("Phát hành"), "main")
        self.issue.setDefault(True)
        self.issue.clicked.connect(lambda _checked: self._ask())
        leave = plain.button(tr("Bỏ"))
        leave.clicked.connect(self.reject)
        layout = column(
            self._fields(),
            self._about,
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
        self._no_number, self._no_day = plain.label("……", "soft"), plain.label("", "soft")
        said = tr("ngày …… tháng …… năm {year} (in sẵn năm)")
        self._no_day.setText(said.format(year=today().year))
        ways = column(self.on_paper, self.electronic, gap=4)
        line = row(self._no_number, self.number, self._symbol, 1, gap=4)
        form.addRow(plain.label(tr("Cách phát hành")), ways)
        form.addRow(plain.label(tr("Số văn bản")), column(line, self.series, gap=4))
        form.addRow(plain.label(tr("Ngày ban hành")), column(self.date, self._no_day))
        form.addRow(plain.label(tr("Người ký")), self.signer)
        form.addRow(plain.label(tr("Thay thế")), self.replaces)
        if self.corrects.count() > 1:
            form.addRow(plain.label(tr("Đính chính")), self.corrects)
        return form


def make_room(dialog: QDialog) -> None:
    """As high as its words need at this width: nothing is pressed together or pulled apart."""
    layout = dialog.layout()
    if layout is not None:
        layout.activate()
        width = max(dialog.width(), dialog.minimumWidth(), layout.totalMinimumSize().width())
        dialog.resize(width, layout.totalHeightForWidth(width))


def _paper_words() -> str:
    frozen = tr("Phát hành rồi thì số, ngày, chữ và số liệu giữ nguyên mãi mãi: bản PDF được lưu")
    rest = tr("từng byte, in lại vẫn đúng bản ấy. Số đã cấp không dùng lại trong năm.")
    return f"{frozen} {rest}"


def _electronic_words() -> str:
    frozen = tr(
        "Chữ và số liệu giữ nguyên mãi mãi; chỗ của số và ngày để trống cho phần mềm quản lý"
    )
    rest = tr("văn bản. Phần mềm cấp số rồi thì mở “Sổ phát hành…”, bấm “Ghi số, ngày…”.")
    return f"{frozen} {rest}"
