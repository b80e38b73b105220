"""The form of a definition: a new indicator, or a new version of one; it keeps nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QSpinBox, QWidget

from digicommune.domain.indicator_cards import IndicatorDraft
from digicommune.settings import today
from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.views.frames import card, column, row, scrolled
from digicommune.ui.views.typed_fields import day_field, day_of, qdate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

    from digicommune.domain.indicator_cards import IndicatorCard
    from digicommune.domain.indicators import Base


class IndicatorForm(QFrame):
    """``kept`` tells the draft, ``left`` that one gave up."""

    kept = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._code: str | None = None
        self.title = plain.label("", "heading", wrap=True)
        self.name, self.unit = _line(), _line()
        self.numerator, self.denominator = _line(), _line()
        self.basis, self.source = _line(), _line()
        self.base = QComboBox()
        self.base.setEditable(True)
        self.base.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.base.setMinimumContentsLength(12)
        self.base.setLineEdit(_line())
        self.decimals = QSpinBox()
        self.decimals.setRange(0, 4)
        self.decimals.setFixedWidth(72)
        self.decimals.setProperty("kind", "bare")
        self.decimals.lineEdit().setTextMargins(8, 0, 0, 0)
        self.begins = day_field(today())
        self.verified = plain.check(tr("Đã đối chiếu với văn bản"))
        self.save = plain.button(tr("Lưu định nghĩa"), "main")
        self.save.clicked.connect(lambda _checked: self._tell())
        self._lay_out()

    def open_on(self, one: IndicatorCard | None, bases: tuple[Base, ...]) -> None:
        """Fills the form with a definition, or empties it for a new one."""
        self._code = one.indicator.code if one is not None else None
        self.title.setText(
            tr("Thêm chỉ tiêu của xã")
            if one is None
            else plain.cut(tr("Sửa: {name}").format(name=one.indicator.name))
        )
        self.base.clear()
        for each in bases:
            self.base.addItem(plain.cut(each.name), each.code)
        self.base.setCurrentIndex(-1)
        self.base.setEditText("")
        day = today()
        self.begins.setDate(qdate(day.replace(month=1, day=1) if one is None else day))
        self._fill(one)
        self.name.setFocus()

    def _fill(self, one: IndicatorCard | None) -> None:
        if one is None:
            for line in (self.name, self.unit, self.numerator, self.denominator, self.basis):
                line.clear()
            self.source.clear()
            self.decimals.setValue(2)
            self.verified.setChecked(False)
            return
        told = one.indicator
        self.name.setText(told.name)
        self.unit.setText(told.unit)
        self.numerator.setText(told.numerator)
        self.denominator.setText(told.denominator)
        self.basis.setText(told.legal_basis)
        self.source.setText(told.source)
        self.decimals.setValue(told.decimals)
        self.verified.setChecked(told.verified)
        self.base.setCurrentIndex(self.base.findData(told.bases[0]))

    def _tell(self) -> None:
        typed = self.base.currentText()
        at = self.base.findText(typed, Qt.MatchFlag.MatchFixedString)
        self.kept.emit(
            IndicatorDraft(
                code=self._code,
                name=self.name.text(),
                unit=self.unit.text(),
                numerator=self.numerator.text(),
                denominator=self.denominator.text() or typed,
                base=self.base.itemData(at) if at >= 0 else typed,
                valid_from=day_of(self.begins),
                decimals=self.decimals.value(),
                legal_basis=self.basis.text(),
                source=self.source.text(),
                verified=self.verified.isChecked(),
            )
        )

    def _lay_out(self) -> None:
        leave = plain.button(tr("Thôi"), "flat")
        leave.clicked.connect(lambda _checked: self.left.emit())
        hint = tr("Kỳ đã khóa sổ giữ định nghĩa cũ; định nghĩa này dùng từ ngày bắt đầu.")
        inside = QWidget()
        content = column(
            _under(tr("Tên chỉ tiêu"), self.name),
            row(_under(tr("Đơn vị tính"), self.unit), _under(tr("Số lẻ"), self.decimals), gap=12),
            _under(tr("Tử số là"), self.numerator),
            _under(tr("Mẫu số là"), self.denominator),
            _under(tr("Cơ sở của mẫu số (chọn, hoặc gõ tên mới)"), self.base),
            _under(tr("Căn cứ pháp lý"), self.basis),
            _under(tr("Nguồn số liệu"), self.source),
            row(_under(tr("Dùng từ ngày"), self.begins), 1),
            self.verified,
            plain.label(hint, "small", wrap=True),
            1,
            gap=10,
        )
        content.setContentsMargins(0, 0, 8, 0)
        inside.setLayout(content)
        self.setLayout(
            column(card(self.title, scrolled(inside), row(1, leave, self.save), gap=12), gap=0)
        )


def _line() -> QLineEdit:
    made = QLineEdit()
    made.setMaxLength(300)
    made.setAcceptDrops(False)  # a dropped file is a list to import, not a text
    return made


def _under(title: str, part: QWidget) -> QLayout:
    plain.named(part, title)
    return column(plain.label(title, "caps"), part, gap=4)
