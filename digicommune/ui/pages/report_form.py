"""The form of a report: kind, number, day, signer, form and its sections; it makes none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QFrame,
    QLayout,
    QLineEdit,
    QWidget,
)

from digicommune.domain.periods import parse_period
from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.pages.report_sections import SectionsPart
from digicommune.ui.pages.signer_box import offer_signers
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.steady_box import CutBox

if TYPE_CHECKING:
    from digicommune.operations.reports import KindLine, ReportRequest
    from digicommune.ui.pages.signer_calls import Signers


class ReportForm(QFrame):
    """``asked`` tells a ``ReportRequest``, ``changed`` that another kind or form was chosen."""

    asked = Signal(object)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._period: str | None = None
        self._period_name = plain.label("", "soft")
        self.kind, self.signer, self.form = CutBox(), CutBox(), CutBox()
        self.signer.addItem(tr("Chủ tịch"), "chairman")  # until the office tells who signs
        self.signers = plain.button(tr("Họ tên, thể thức…"), "link")
        plain.named(self.signer, tr("Người ký"))
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
        for code, name in _forms():
            self.form.addItem(name, code)
        self.sections = SectionsPart()
        self.kind.activated.connect(lambda _at: self.changed.emit())
        self.form.activated.connect(lambda _at: self.changed.emit())
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

    def show_signers(self, signers: Signers) -> None:
        """Forms of signing to choose from."""
        offer_signers(self.signer, signers)

    def enable(self, on: bool) -> None:
        """While a document is being made the form rests."""
        self.setEnabled(on)

    def _allow(self) -> None:
        self.make.setEnabled(self._period is not None and self.kind.count() > 0)

    def request(self) -> ReportRequest | None:
        """What would be made now; None without a period or a kind."""
        if self._period is None or not self.kind.count():
            return None
        from digicommune.operations.reports import ReportRequest

        dated = self.date.date().toPython() if self.has_date.isChecked() else None
        return ReportRequest(
            kind=self.kind.currentData(),
            period=self._period,
            number=self.number.text().strip() or None,
            dated=dated,  # type: ignore[arg-type]  # Qt's stub types it as object
            signer=self.signer.currentData(),
            form=self.form.currentData() or None,
        )

    def _tell(self) -> None:
        request = self.request()
        if request is not None:
            self.asked.emit(request)

    def _lay_out(self) -> None:
        layout = column(
            _under(tr("Loại văn bản"), self.kind),
            column(row(plain.label(tr("Người ký"), "caps"), 1, self.signers), self.signer, gap=0),
            row(
                _under(tr("Số văn bản"), self.number),
                column(self.has_date, self.date, gap=4),
                gap=12,
            ),
            _under(tr("Bản in"), self.form),
            self.sections,
            row(self._period_name, 1, self.make),
            gap=12,
        )
        layout.setContentsMargins(16, 16, 16, 16)
        self.setLayout(layout)


def _forms() -> tuple[tuple[str, str], ...]:
    """How much of a report is printed; an empty code lets the period decide."""
    return (
        ("", tr("Theo kỳ báo cáo")),
        ("short", tr("Bản rút gọn (I, II, IV và Phụ lục I)")),
        ("full", tr("Bản đầy đủ")),
    )


def _under(title: str, part: QWidget) -> QLayout:
    plain.named(part, title)
    return column(plain.label(title, "caps"), part, gap=4)
