"""Number, day and what is replaced, asked before a paper is issued; it issues nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QLineEdit,
    QWidget,
)

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.views.frames import column, row

if TYPE_CHECKING:
    from digicommune.domain.issued import IssuedPaper
    from digicommune.operations.issuing import DraftState

_MOST = 99_999


class IssueForm(QDialog):
    """``filled`` tells an ``IssueRequest``."""

    filled = Signal(object)

    def __init__(self, parent: QWidget, state: DraftState, papers: tuple[IssuedPaper, ...]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Phát hành văn bản"))
        self.setMinimumWidth(480)
        self.number = QLineEdit(f"{state.next_number:02d}")
        self.number.setValidator(QIntValidator(1, _MOST, self.number))
        self.number.setFixedWidth(96)
        self._symbol = plain.label(f"/{state.symbol}")
        self.date = QDateEdit(QDate.currentDate())
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("dd/MM/yyyy")
        self.replaces = QComboBox()
        self.replaces.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.replaces.setMinimumContentsLength(24)
        self.replaces.addItem(tr("không thay thế văn bản nào"), None)
        for paper in papers:
            if paper.symbol == state.symbol and paper.state == "issued":
                self.replaces.addItem(plain.cut(_named(paper)), paper.issue_id)
        self._problem = plain.label("", "bad", wrap=True)
        self._problem.hide()
        self._lay_out()

    def refuse(self, title: str, advice: str) -> None:
        """Shows what was refused and lets it be mended."""
        self._problem.setText(plain.cut(f"{title} {advice}"))
        self._problem.show()
        self.issue.setEnabled(True)

    def _tell(self) -> None:
        from digicommune.operations.issuing import IssueRequest

        if not self.number.hasAcceptableInput():
            self.refuse(tr("Số văn bản chưa đúng."), tr("Ghi số nguyên từ 1 trở lên."))
            return
        self.issue.setEnabled(False)
        day = self.date.date().toPython()
        request = IssueRequest(
            day,  # type: ignore[arg-type]  # Qt's stub types it as object
            int(self.number.text()),
            self.replaces.currentData(),
        )
        self.filled.emit(request)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(12)
        for name, part in (
            (tr("Số văn bản"), self.number),
            (tr("Ngày ban hành"), self.date),
            (tr("Thay thế"), self.replaces),
        ):
            plain.named(part, name)
            beside = row(part, self._symbol, 1, gap=4) if part is self.number else part
            form.addRow(plain.label(name), beside)
        told = tr(
            "Văn bản phát hành được lưu nguyên từng byte; số đã cấp không dùng lại trong năm."
        )
        self.issue = plain.button(tr("Phát hành"), "main")
        self.issue.setDefault(True)
        self.issue.clicked.connect(lambda _checked: self._tell())
        leave = plain.button(tr("Bỏ"))
        leave.clicked.connect(self.reject)
        layout = column(
            form,
            plain.label(told, "soft", wrap=True),
            self._problem,
            row(1, leave, self.issue),
            gap=16,
        )
        layout.setContentsMargins(24, 24, 24, 16)
        self.setLayout(layout)


def _named(paper: IssuedPaper) -> str:
    return f"{paper.full_number} · {words.day(paper.issued_on)} · {paper.title}"
