"""What the commune answers to one criterion of one village: yes, no, how many, and a note."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from digicommune.domain.criteria import Criterion, ManualAnswer
from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.views.frames import column, holder, row

UNSAID = -1  # the count field's value for "not yet answered"


class AnswerBox(QWidget):
    """``given`` tells what stands in the fields: answer, count, note, evidence."""

    given = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._at: tuple[int, str] | None = None
        self._kept: ManualAnswer | None = None
        self._criterion: Criterion | None = None
        self.yes, self.no, self.unsaid = self._choices()
        self.count = QSpinBox()
        self.note = QPlainTextEdit()
        self.evidence = QLineEdit()
        self.save = plain.button(tr("Lưu câu trả lời"), "main")
        self.save.clicked.connect(self._tell)
        self._choice_row = holder(row(self.yes, self.no, self.unsaid, 1, gap=8))
        self._count_row = holder(row(plain.label(tr("Số lượng"), "soft"), self.count, 1))
        self._lay_out()

    def show_answer(self, village: int, one: Criterion, answer: ManualAnswer | None) -> None:
        """Shows the answer of a place; what is typed stays while place and answer do."""
        self._criterion = one
        counted = one.kind in ("ratio", "k_of_n")  # judged on figures or on parts
        self._choice_row.setVisible(one.kind in ("yes_no", "document"))
        self._count_row.setVisible(one.kind == "count")
        self.setVisible(not counted or one.evidence)
        if (village, one.code) == self._at and answer == self._kept:
            return
        self._at, self._kept = (village, one.code), answer
        said = None if answer is None else answer.answer
        (self.unsaid if said is None else self.yes if said else self.no).setChecked(True)
        self.count.setValue(UNSAID if answer is None or answer.count is None else answer.count)
        self.note.setPlainText(answer.note if answer else "")
        self.evidence.setText(answer.evidence if answer else "")

    def _tell(self) -> None:
        one, at = self._criterion, self._at
        if one is None or at is None:
            return
        counted = one.kind == "count" and self.count.value() != UNSAID
        self.given.emit(
            ManualAnswer(
                criterion=one.code,
                village_id=at[0],
                answer=self._said() if one.kind in ("yes_no", "document") else None,
                count=self.count.value() if counted else None,
                note=self.note.toPlainText().strip(),
                evidence=self.evidence.text().strip(),
                version=self._kept.version if self._kept else 1,
            )
        )

    def _said(self) -> bool | None:
        return None if self.unsaid.isChecked() else self.yes.isChecked()

    def _choices(self) -> tuple[QRadioButton, QRadioButton, QRadioButton]:
        group = QButtonGroup(self)
        made = (plain.radio(tr("Có")), plain.radio(tr("Không")), plain.radio(tr("Chưa trả lời")))
        for one in made:
            group.addButton(one)
        return made

    def _lay_out(self) -> None:
        self.count.setRange(UNSAID, 1_000_000)
        self.count.setSpecialValueText(tr("chưa trả lời"))
        self.count.setMinimumWidth(140)
        plain.named(self.count, tr("Số lượng"))
        self.note.setAcceptDrops(False)  # a dropped file is a list to import, not a text
        self.evidence.setAcceptDrops(False)
        self.note.setFixedHeight(56)
        self.note.setTabChangesFocus(True)
        plain.named(self.note, tr("Ghi chú"))
        self.note.setPlaceholderText(tr("Ghi chú"))
        self.evidence.setPlaceholderText(tr("Số văn bản, đường dẫn ảnh…"))
        self.evidence.setMaxLength(500)
        plain.named(self.evidence, tr("Dẫn chứng bằng lời"))
        self.setLayout(
            column(
                plain.label(tr("Xã trả lời"), "caps"),
                self._choice_row,
                self._count_row,
                self.note,
                self.evidence,
                row(1, self.save),
                gap=8,
            )
        )
