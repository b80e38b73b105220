"""The form of a report: kind, number, day, signer and what the officer writes; it makes none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFrame,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from digicommune.domain.periods import parse_period
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.views.frames import column, row

if TYPE_CHECKING:
    from digicommune.operations.reports import KindLine


class ReportForm(QFrame):
    """``asked`` tells a ``ReportRequest``."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._period: str | None = None
        self._period_name = plain.label("", "soft")
        self.kind, self.signer = QComboBox(), QComboBox()
        for box in (self.kind, self.signer):
            box.setMinimumContentsLength(12)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        for code, name in words.signer_roles():
            self.signer.addItem(name, code)
        self.number = QLineEdit()
        self.number.setMaxLength(20)
        self.number.setAcceptDrops(False)
        self.number.setPlaceholderText(tr("chưa có số"))
        self.has_date = plain.check(tr("Ghi ngày"))
        self.date = QDateEdit(QDate.currentDate())
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("dd/MM/yyyy")
        self.date.setEnabled(False)
        self.has_date.toggled.connect(self.date.setEnabled)
        self.difficulties, self.proposals = _text(), _text()
        self.make = plain.button(tr("Lập văn bản"), "main")
        self.make.clicked.connect(self._tell)
        self._lay_out()

    def set_period(self, period: str | None) -> None:
        """The period of the head."""
        self._period = period
        name = "" if period is None else parse_period(period).title
        self._period_name.setText(tr("Số liệu {period}").format(period=name) if name else "")
        self._allow()

    def show_kinds(self, kinds: tuple[KindLine, ...]) -> None:
        """Kinds of documents to choose from."""
        kept = self.kind.currentData()
        self.kind.clear()
        for one in kinds:
            self.kind.addItem(plain.cut(one.title), one.code)
        self.kind.setCurrentIndex(max(0, self.kind.findData(kept)))
        self._allow()

    def enable(self, on: bool) -> None:
        """While a document is being made the form rests."""
        self.setEnabled(on)

    def _allow(self) -> None:
        self.make.setEnabled(self._period is not None and self.kind.count() > 0)

    def _tell(self) -> None:
        if self._period is None:
            return
        from digicommune.operations.reports import ReportRequest

        written = {
            "difficulties": self.difficulties.toPlainText().strip(),
            "proposals": self.proposals.toPlainText().strip(),
        }
        dated = self.date.date().toPython() if self.has_date.isChecked() else None
        self.asked.emit(
            ReportRequest(
                kind=self.kind.currentData(),
                period=self._period,
                number=self.number.text().strip() or None,
                dated=dated,  # type: ignore[arg-type]  # Qt's stub types it as object
                signer=self.signer.currentData(),
                sections={key: text for key, text in written.items() if text},
            )
        )

    def _lay_out(self) -> None:
        layout = column(
            _under(tr("Loại văn bản"), self.kind),
            row(
                _under(tr("Số văn bản"), self.number),
                _under(tr("Người ký"), self.signer),
                gap=12,
            ),
            row(self.has_date, 1, self.date),
            _under(tr("Khó khăn, vướng mắc"), self.difficulties),
            _under(tr("Kiến nghị, đề xuất"), self.proposals),
            row(self._period_name, 1, self.make),
            gap=12,
        )
        layout.setContentsMargins(16, 16, 16, 16)
        self.setLayout(layout)


def _text() -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setFixedHeight(56)
    made.setAcceptDrops(False)  # a dropped file is a list to import, not a text
    made.setTabChangesFocus(True)
    made.setPlaceholderText(tr("mỗi ý một dòng; để trống thì văn bản ghi “không”"))
    return made


def _under(title: str, part: QWidget) -> QLayout:
    plain.named(part, title)
    return column(plain.label(title, "caps"), part, gap=4)
