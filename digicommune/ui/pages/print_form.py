"""Asks which pages of a paper go to which printer, in how many copies; it prints nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QSpinBox, QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.printing import PrintOrder
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.steady_box import SteadyBox

if TYPE_CHECKING:
    from digicommune.ui.printing import Printers

MOST_COPIES = 99


class PrintForm(QDialog):
    """``ordered`` tells a ``PrintOrder``; ``system_asked`` too, for what only the system offers.

    ``order`` is what is offered: the whole paper, or what a print that stopped has left.
    """

    ordered = Signal(object)
    system_asked = Signal(object)

    def __init__(self, parent: QWidget, title: str, pages: int, order: PrintOrder) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("In văn bản"))
        self._usual = order.printer
        self._both_sides: frozenset[str] = frozenset()
        self.printers = SteadyBox(tr("Máy in"), 320)
        self.printers.setEnabled(False)
        self.printers.currentTextChanged.connect(lambda _name: self._allow())
        self.said = plain.label(tr("Đang tìm máy in…"), "small", wrap=True)
        self.whole = plain.radio(tr("Tất cả ({count} trang)").format(count=words.count(pages)))
        self.part = plain.radio(tr("Từ trang"))
        self.first, self.last = _number(order.first, pages), _number(order.last, pages)
        self.copies = _number(order.copies, MOST_COPIES)
        self.both_sides = plain.check(tr("In hai mặt"))
        self.backwards = plain.check(tr("In từ trang cuối lên"))
        self.both_sides.setChecked(order.both_sides)
        self.backwards.setChecked(order.backwards)
        (self.whole if (order.first, order.last) == (1, pages) else self.part).setChecked(True)
        self.system = plain.button(tr("Hộp in của hệ thống…"), "link")
        self.go = plain.button(tr("In"), "main")
        self.go.setEnabled(False)
        self._connect()
        self._lay_out(title)

    def show_printers(self, known: Printers) -> None:
        """The printers there are; the one used before, else the usual one, is chosen."""
        self._both_sides = known.both_sides
        self.printers.clear()
        for name in known.names:
            self.printers.addItem(plain.cut(name), name)
        wanted = self._usual if self._usual in known.names else known.usual
        self.printers.setCurrentIndex(max(0, self.printers.findData(wanted)))
        self.printers.setEnabled(bool(known.names))
        self.said.setText(
            ""
            if known.names
            else tr("Máy tính này chưa cài máy in. Lưu tệp PDF rồi in từ máy khác.")
        )
        self.said.setVisible(not known.names)
        self._allow()

    @property
    def order(self) -> PrintOrder:
        """What is chosen; two pages typed the wrong way round are put right."""
        whole = self.whole.isChecked()
        ends = sorted((self.first.value(), self.last.value()))
        return PrintOrder(
            printer=self.printers.currentData() or "",
            first=1 if whole else ends[0],
            last=self.last.maximum() if whole else ends[1],
            copies=self.copies.value(),
            both_sides=self.both_sides.isEnabled() and self.both_sides.isChecked(),
            backwards=self.backwards.isChecked(),
        )

    def _tell(self) -> None:
        order = self.order
        self.accept()
        self.ordered.emit(order)

    def _ask_system(self) -> None:
        order = self.order
        self.accept()
        self.system_asked.emit(order)

    def _allow(self) -> None:
        name = self.printers.currentData()
        self.both_sides.setEnabled(name in self._both_sides)
        self.go.setEnabled(name is not None)

    def _connect(self) -> None:
        for field in (self.first, self.last):
            field.valueChanged.connect(lambda _page: self.part.setChecked(True))
        self.go.clicked.connect(lambda _checked: self._tell())
        self.system.clicked.connect(lambda _checked: self._ask_system())

    def _lay_out(self, title: str) -> None:
        leave = plain.button(tr("Thôi"))
        leave.clicked.connect(lambda _checked: self.reject())
        plain.named(self.first, tr("Từ trang"))
        plain.named(self.last, tr("đến trang"))
        plain.named(self.copies, tr("Số bản"))
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        for name, part in (
            (tr("Máy in"), column(self.printers, self.said, gap=4)),
            (tr("Trang"), column(self.whole, self._range(), gap=4)),
            (tr("Số bản"), row(self.copies, 1)),
            ("", row(self.both_sides, self.backwards, 1, gap=24)),
        ):
            form.addRow(plain.label(name, "soft"), part)
        layout = column(plain.label(title, "heading", wrap=True), gap=16)
        layout.addLayout(form)
        layout.addLayout(row(self.system, 1, leave, self.go))
        layout.setContentsMargins(24, 20, 24, 16)
        self.setLayout(layout)
        self.setMinimumWidth(520)

    def _range(self) -> QHBoxLayout:
        return row(self.part, self.first, plain.label(tr("đến trang")), self.last, 1)


def _number(value: int, most: int) -> QSpinBox:
    made = QSpinBox()
    made.setRange(1, max(1, most))
    made.setValue(value)
    made.setProperty("kind", "bare")
    made.setFixedWidth(72)
    made.lineEdit().setTextMargins(8, 0, 0, 0)
    return made
