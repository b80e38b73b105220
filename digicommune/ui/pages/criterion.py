"""The panel of one criterion of one village: its numbers, the answer, its proofs, its history."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from digicommune.domain.numbers import vi_decimal
from digicommune.ui import plain, words, words_criteria
from digicommune.ui.language import tr
from digicommune.ui.pages.criteria_cells import compared_said
from digicommune.ui.pages.criterion_answer import AnswerBox
from digicommune.ui.views.chips import chip, set_chip
from digicommune.ui.views.frames import column, empty_layout, row, scrolled

if TYPE_CHECKING:
    from digicommune.domain.criteria import Criterion, CriterionResult, ManualAnswer
    from digicommune.domain.criteria_comparing import Compared
    from digicommune.domain.villages import Village
    from digicommune.operations.criteria_story import StoryLine
    from digicommune.ui.pages.criteria_proofs import ProofsBox

WIDTH = 304
SHOWN = 8  # lines of history before the rest is asked for


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of the matrix."""

    village: Village
    criterion: Criterion
    result: CriterionResult | None
    answer: ManualAnswer | None
    compared: Compared | None = None
    kept: bool = False  # of a locked period: nothing of it can be changed


class CriterionPanel(QFrame):
    """``answered`` tells a ``ManualAnswer``; ``rows_asked`` and ``walk_asked`` the place."""

    answered = Signal(object)
    rows_asked = Signal(object)
    walk_asked = Signal(object)

    def __init__(self, proofs: ProofsBox) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setFixedWidth(WIDTH)
        self.place: Place | None = None
        self.proofs = proofs
        self._village = plain.label("", "caps")
        self._name = plain.label("", "heading", wrap=True)
        self._requirement = plain.label("", wrap=True)
        self._chip = chip("", "muted")
        self._kept = plain.label("", "notice", wrap=True)
        self._compared = plain.label("", "soft", wrap=True)
        self._numbers = QGridLayout()
        self.rows = plain.button(tr("Xem các dòng"), "link")
        self.walk = plain.button(tr("Còn những ai"), "link")
        self.answer = AnswerBox()
        self.story = plain.label("", "small", wrap=True)
        self._story_title = plain.label(tr("Lịch sử"), "caps")
        self.answer.given.connect(self.answered)
        self.rows.clicked.connect(lambda _on: self.rows_asked.emit(self.place))
        self.walk.clicked.connect(lambda _on: self.walk_asked.emit(self.place))
        self._lay_out()

    def show_place(self, place: Place) -> None:
        """Shows one cell."""
        self.place = place
        one = place.criterion
        self._village.setText(plain.cut(place.village.name))
        self._name.setText(plain.cut(f"{one.code}. {one.name}"))
        self._requirement.setText(plain.cut(one.requirement))
        verdict = place.result.verdict if place.result else "no_data"
        set_chip(self._chip, *words.criterion_verdict(verdict))
        self._kept.setText(tr("Kỳ đã khóa sổ: kết quả như lúc chốt, không sửa được."))
        self._kept.setVisible(place.kept)
        self._compared.setText(compared_said(place.compared) if place.compared else "")
        self._compared.setVisible(place.compared is not None)
        self._show_numbers(place)
        counted = place.result is not None and place.result.numerator is not None
        self.rows.setVisible(one.kind == "ratio" and counted)
        self.walk.setVisible(one.kind == "ratio" and bool(place.result and place.result.short_by))
        self.answer.show_answer(place.village.village_id, one, place.answer)
        self.enable(not place.kept)

    def show_story(self, lines: tuple[StoryLine, ...]) -> None:
        """What happened to it, newest first."""
        told = [_told(one) for one in lines[:SHOWN]]
        if len(lines) > SHOWN:
            told.append(tr("… và {count} việc trước đó").format(count=len(lines) - SHOWN))
        self.story.setText(plain.cut("\n".join(told)))
        for part in (self.story, self._story_title):
            part.setVisible(bool(lines))

    def enable(self, on: bool) -> None:
        """While an answer is being saved, or the period is locked, it cannot be changed."""
        kept = self.place is not None and self.place.kept
        self.answer.setEnabled(on and not kept)

    def _show_numbers(self, place: Place) -> None:
        empty_layout(self._numbers)
        for at, (name, value) in enumerate(_numbers(place)):
            self._numbers.addWidget(plain.label(name, "soft"), at, 0)
            self._numbers.addWidget(plain.label(value, "strong", wrap=True), at, 1)

    def _lay_out(self) -> None:
        self._numbers.setColumnStretch(1, 1)
        self._numbers.setHorizontalSpacing(16)
        self._numbers.setVerticalSpacing(6)
        inside = QWidget()
        content = column(
            self._village,
            self._name,
            row(self._chip, 1),
            self._compared,
            self._kept,
            self._requirement,
            self._numbers,
            row(self.rows, self.walk, 1),
            self.answer,
            self.proofs,
            self._story_title,
            self.story,
            1,
            gap=10,
        )
        content.setContentsMargins(0, 0, 12, 0)
        inside.setLayout(content)
        layout = column(scrolled(inside))
        layout.setContentsMargins(16, 16, 4, 12)
        self.setLayout(layout)


def _told(one: StoryLine) -> str:
    who = f" ({one.who})" if one.who else ""
    return f"{words.moment(one.at)}: {one.text}{who}"


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
    if place.criterion.weight is not None:
        found.append((tr("Điểm khi đạt"), words_criteria.number(place.criterion.weight)))
    if result.note:
        found.append((tr("Ghi chú"), result.note))
    return found
