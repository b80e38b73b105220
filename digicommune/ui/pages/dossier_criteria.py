"""What a dossier says of each criterion: the village's remark, the team's result; none judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from digicommune.domain.criteria_words import reached
from digicommune.domain.dossier import AppraisalResult, CriterionRemark
from digicommune.ui import words
from digicommune.ui.language import tr
from digicommune.ui.pages.dossier_fields import text
from digicommune.ui.pages.dossier_rows import Cell, RowsEditor, RowsLook, Said
from digicommune.ui.views.frames import column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLineEdit

    from digicommune.domain.criteria import CriteriaSet, Criterion, VillageVerdict
    from digicommune.ui.views.steady_box import SteadyBox


@dataclass(frozen=True, slots=True)
class Line:
    """A criterion with how it was judged, and what is typed beside it."""

    code: str
    name: str
    reached: str
    verdict: str
    result: str = ""
    said: str = ""


def lines_of(criteria_set: CriteriaSet, verdict: VillageVerdict | None) -> tuple[Line, ...]:
    """The criteria that count by themselves, as the village stands now."""
    judged = {one.code: one for one in verdict.criteria} if verdict else {}

    def line(one: Criterion) -> Line:
        found = judged.get(one.code)
        told = reached(one, found) if found else ""
        verdict_word = words.criterion_verdict(found.verdict if found else "no_data")[0]
        return Line(one.code, one.name, told or "–", verdict_word)

    return tuple(map(line, criteria_set.standing))


class CriterionRows(QWidget):
    """One row a criterion; the rows follow the set, what is typed follows the step."""

    changed = Signal()

    def __init__(self, appraisal: bool) -> None:
        super().__init__()
        self._appraisal = appraisal
        self._lines: tuple[Line, ...] = ()
        self._given: Sequence[Any] = ()
        self.editor = RowsEditor(_look(appraisal))
        self.editor.changed.connect(self.changed)
        self.setLayout(column(self.editor, gap=0))

    def set_lines(self, lines: tuple[Line, ...]) -> None:
        """The criteria as they are judged now; call it before the step is shown."""
        self._lines = lines

    def show_value(self, value: Sequence[Any]) -> None:
        """Shows what the step says of each criterion."""
        self._given = value
        known = {one.criterion: one for one in value}
        self.editor.show_value([self._line(one, known.get(one.code)) for one in self._lines])

    def value(self) -> tuple[Any, ...]:
        """What is said, in the set's order; what was said of criteria it lost since stays."""
        rows = self.editor.value()
        shown = {one.code for one in self._lines}
        lost = [one for one in self._given if one.criterion not in shown]
        if self._appraisal:
            said = [AppraisalResult(r.code, r.result, r.said) for r in rows if r.result or r.said]
            return (*said, *lost)
        return (*(CriterionRemark(r.code, r.said) for r in rows if r.said), *lost)

    def boxes_of(self, code: str) -> dict[str, QLineEdit | SteadyBox]:
        """The fields of a criterion's row."""
        return self.editor.boxes([one.code for one in self._lines].index(code))

    def refuse(self, said: str) -> None:
        """Shows what is wrong."""
        self.editor.refuse(said)

    def _line(self, one: Line, given: Any) -> Line:
        if given is None:
            return one
        result = given.result if self._appraisal else ""
        said = given.reason if self._appraisal else given.said
        return Line(one.code, one.name, one.reached, one.verdict, result, said)


def _look(appraisal: bool) -> RowsLook:
    told = (
        Said(tr("Tiêu chí"), lambda one: f"{one.code}. {one.name}", 5),
        Said(tr("Kết quả"), lambda one: one.reached, 3),
        Said(tr("Tự đánh giá") if appraisal else tr("Đánh giá"), lambda one: one.verdict, 2),
    )
    none = tr("Bộ tiêu chí chưa có tiêu chí nào.")
    if not appraisal:
        cells: tuple[Cell, ...] = (Cell("said", tr("Thuyết minh"), text(), share=5),)
    else:
        options = (("", "–"), ("met", tr("✓ Đạt")), ("not_met", tr("✗ Chưa đạt")))
        cells = (
            Cell("result", tr("Thẩm định"), options=options, share=2),
            Cell("said", tr("Lý do"), text(), share=4),
        )
    return RowsLook((*told, *cells), none=none)
