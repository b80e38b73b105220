"""The panel of one criterion of one village: its numbers, or the answer the commune gives."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from digicommune.domain.numbers import vi_decimal
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.views.chips import chip, set_chip
from digicommune.ui.views.frames import column, empty_layout, holder, row

if TYPE_CHECKING:
    from digicommune.domain.criteria import Criterion, CriterionResult, ManualAnswer
    from digicommune.domain.villages import Village

UNSAID = -1  # the count field's value for "not yet answered"


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of the matrix."""

    village: Village
    criterion: Criterion
    result: CriterionResult | None
    answer: ManualAnswer | None


class CriterionPanel(QFrame):
    """``answered`` tells a ``ManualAnswer``."""

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setFixedWidth(288)
        self._place: Place | None = None
        self._village = plain.label("", "caps")
        self._name = plain.label("", "heading", wrap=True)
        self._requirement = plain.label("", wrap=True)
        self._chip = chip("", "muted")
        self._numbers = QGridLayout()
        self.yes, self.no, self.unsaid = self._choices()
        self.count = QSpinBox()
        self.note = QPlainTextEdit()
        self.evidence = QLineEdit()
        self.save = plain.button(tr("Lưu câu trả lời"), "main")
        self.save.clicked.connect(self._tell)
        self._choice_row = holder(row(self.yes, self.no, self.unsaid, 1, gap=8))
        self._count_row = holder(row(plain.label(tr("Số lượng"), "soft"), self.count, 1))
        self._editor = self._editor_box()
        self._lay_out()

    def show_place(self, place: Place) -> None:
        """Shows one cell; what was typed in another is forgotten."""
        self._place = place
        self._village.setText(plain.cut(place.village.name))
        self._name.setText(plain.cut(f"{place.criterion.code}. {place.criterion.name}"))
        self._requirement.setText(plain.cut(place.criterion.requirement))
        verdict = place.result.verdict if place.result else "no_data"
        set_chip(self._chip, *words.criterion_verdict(verdict))
        self._show_numbers(place)
        self._show_answer(place)

    def enable(self, on: bool) -> None:
        """While an answer is being saved it cannot be changed."""
        self._editor.setEnabled(on)

    def _show_numbers(self, place: Place) -> None:
        empty_layout(self._numbers)
        for at, (name, value) in enumerate(_numbers(place)):
            self._numbers.addWidget(plain.label(name, "soft"), at, 0)
            self._numbers.addWidget(plain.label(value, "strong", wrap=True), at, 1)

    def _show_answer(self, place: Place) -> None:
        kind, answer = place.criterion.kind, place.answer
        self._choice_row.setVisible(kind in ("yes_no", "document"))
        self._count_row.setVisible(kind == "count")
        counted = kind in ("ratio", "k_of_n")  # judged on figures or on parts, answered by nobody
        self._editor.setVisible(not counted or place.criterion.evidence)
        said = None if answer is None else answer.answer
        (self.unsaid if said is None else self.yes if said else self.no).setChecked(True)
        number = UNSAID if answer is None or answer.count is None else answer.count
        self.count.setValue(number)
        self.note.setPlainText(answer.note if answer else "")
        self.evidence.setText(answer.evidence if answer else "")

    def _tell(self) -> None:
        place = self._place
        if place is None:
            return
        from digicommune.domain.criteria import ManualAnswer

        counted = place.criterion.kind == "count" and self.count.value() != UNSAID
        self.answered.emit(
            ManualAnswer(
                criterion=place.criterion.code,
                village_id=place.village.village_id,
                answer=self._said() if place.criterion.kind in ("yes_no", "document") else None,
                count=self.count.value() if counted else None,
                note=self.note.toPlainText().strip(),
                evidence=self.evidence.text().strip(),
                version=place.answer.version if place.answer else 1,
            )
        )

    def _said(self) -> bool | None:
        if self.unsaid.isChecked():
            return None
        return self.yes.isChecked()

    def _choices(self) -> tuple[QRadioButton, QRadioButton, QRadioButton]:
        group = QButtonGroup(self)
        made = (plain.radio(tr("Có")), plain.radio(tr("Không")), plain.radio(tr("Chưa trả lời")))
        for one in made:
            group.addButton(one)
        return made

    def _editor_box(self) -> QWidget:
        self.count.setRange(UNSAID, 1_000_000)
        self.count.setSpecialValueText(tr("chưa trả lời"))
        self.count.setMinimumWidth(140)
        plain.named(self.count, tr("Số lượng"))
        self.note.setAcceptDrops(False)  # a dropped file is a list to import, not a text
        self.evidence.setAcceptDrops(False)
        self.note.setFixedHeight(72)
        self.note.setTabChangesFocus(True)
        plain.named(self.note, tr("Ghi chú"))
        self.evidence.setPlaceholderText(tr("Số văn bản, biên bản, đường dẫn ảnh…"))
        self.evidence.setMaxLength(500)
        plain.named(self.evidence, tr("Minh chứng"))
        return holder(
            column(
                plain.label(tr("Xã trả lời"), "caps"),
                self._choice_row,
                self._count_row,
                plain.label(tr("Ghi chú"), "soft"),
                self.note,
                plain.label(tr("Minh chứng"), "soft"),
                self.evidence,
                row(1, self.save),
                gap=8,
            )
        )

    def _lay_out(self) -> None:
        self._numbers.setColumnStretch(1, 1)
        self._numbers.setHorizontalSpacing(16)
        self._numbers.setVerticalSpacing(6)
        layout = column(
            self._village,
            self._name,
            row(self._chip, 1),
            self._requirement,
            self._numbers,
            self._editor,
            1,
            gap=12,
        )
        layout.setContentsMargins(16, 16, 16, 16)
        self.setLayout(layout)


def _numbers(place: Place) -> list[tuple[str, str]]:
    result = place.result
    if result is None or place.criterion.kind not in ("ratio", "count", "k_of_n"):
        return []
    sign = "%" if place.criterion.kind == "ratio" else ""
    found: list[tuple[str, str]] = []
    if result.numerator is not None and result.denominator is not None:
        counts = words.fraction(result.numerator, result.denominator)
        found.append((tr("Số đếm"), f"{counts} {result.unit}"))
    if result.value is not None:
        found.append((tr("Giá trị"), f"{vi_decimal(Decimal(result.value))}{sign}"))
    if result.threshold is not None:
        found.append((tr("Ngưỡng"), f"{vi_decimal(Decimal(result.threshold))}{sign}"))
    if result.short_by:
        found.append((tr("Còn thiếu"), f"{words.count(result.short_by)} {result.unit}"))
    if result.base:
        found.append((tr("Tính trên"), words.base_name(result.base)))
    if result.note:
        found.append((tr("Ghi chú"), result.note))
    return found
