"""What the cells of the matrix say: word, sign and tone; of two periods, how they stand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from digicommune.domain.gaps import gaps_of, nearest
from digicommune.ui import words, words_criteria
from digicommune.ui.language import tr
from digicommune.ui.views.table import Column

if TYPE_CHECKING:
    from digicommune.domain.criteria import Criterion, CriterionResult
    from digicommune.domain.criteria_comparing import Compared
    from digicommune.domain.villages import Village
    from digicommune.operations.assess import Comparison, Matrix
    from digicommune.ui.style import Tone

FIRST = 2  # the column of the first criterion, after the village's name and result
NAMES = (110, 190)  # least and most of the column of villages
WIDTH, WIDTH_BESIDE = 92, 124  # of a criterion; beside another period


def columns(matrix: Matrix, beside: Comparison | None) -> tuple[Column[Village], ...]:
    """Village and result, which stay in place, then one column a criterion."""
    wholes = {part: one.code for one in matrix.criteria_set.criteria for part in one.parts}
    width = WIDTH if beside is None else WIDTH_BESIDE
    first: Column[Village] = Column(tr("Thôn"), lambda one: one.name, width=_name_width(matrix))
    total: Column[Village] = Column(
        tr("Kết quả"),
        lambda one: _total(matrix, one)[0],
        tone=lambda one: _total(matrix, one)[1],
        width=70 if len(matrix.criteria_set.standing) < 10 else 90,
        tip=lambda one: _total_tip(matrix, beside, one),
    )
    cells = [
        Column(
            f"{_code(one, wholes)}\n{_fitting(one.name, width - 28)}",
            partial(_text, matrix, beside, one.code),
            tone=partial(_tone, matrix, beside, one.code),
            width=width,
            heading_tip=_heading_tip(one, wholes),
            tip=partial(_tip, matrix, beside, one),
        )
        for one in matrix.criteria_set.criteria
    ]
    return (first, total, *cells)


def result_of(matrix: Matrix, village: Village, code: str) -> CriterionResult | None:
    """What a criterion of a village was judged as."""
    verdict = matrix.verdicts.get(village.village_id)
    if verdict is None:
        return None
    return next((one for one in verdict.criteria if one.code == code), None)


def compared_of(beside: Comparison | None, village: Village, code: str) -> Compared | None:
    """How a criterion of a village stands to the other period."""
    found = beside.villages.get(village.village_id) if beside else None
    if found is None:
        return None
    return next((one for one in found.criteria if one.code == code), None)


def by_nearness(matrix: Matrix) -> tuple[Village, ...]:
    """Villages that do not pass, nearest first; then those that do, as they were listed."""
    gaps = [gaps_of(matrix.criteria_set, one) for one in matrix.verdicts.values()]
    order = {one.village_id: at for at, one in enumerate(nearest(gaps))}
    return tuple(sorted(matrix.villages, key=lambda one: order.get(one.village_id, len(order))))


def _code(one: Criterion, wholes: dict[str, str]) -> str:
    return one.code if one.mandatory or one.code in wholes else f"{one.code} (+)"


def _heading_tip(one: Criterion, wholes: dict[str, str]) -> str:
    told = f"{one.code}. {one.name}: {one.requirement}"
    if one.code in wholes:
        return told + " " + tr("(một nội dung của {whole})").format(whole=wholes[one.code])
    return told if one.mandatory else told + " " + tr("(tự chọn)")


def _name_width(matrix: Matrix) -> int:
    """As wide as the longest village's name, within reason."""
    metrics = QFontMetrics(QApplication.font())
    longest = max((metrics.horizontalAdvance(one.name) for one in matrix.villages), default=0)
    return min(NAMES[1], max(NAMES[0], longest + 28))


def _fitting(text: str, room: int) -> str:
    """A name as far as it fits below its code."""
    font = QFont(QApplication.font())
    font.setPixelSize(12)
    font.setWeight(QFont.Weight.DemiBold)
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)


def _text(matrix: Matrix, beside: Comparison | None, code: str, village: Village) -> str:
    compared = compared_of(beside, village, code)
    if compared is None:
        return _said(matrix, code, village)
    sign = _said(matrix, code, village)[:1]
    return f"{sign} {words_criteria.trend(compared.trend)[0]}"


def _said(matrix: Matrix, code: str, village: Village) -> str:
    result = result_of(matrix, village, code)
    if result is None:
        return tr("– Chưa có")
    if result.verdict == "not_met" and result.short_by:
        return tr("✗ thiếu {count}").format(count=words.count(result.short_by))
    known = {
        "met": tr("✓ Đạt"),
        "not_met": tr("✗ Chưa"),
        "no_data": tr("– Chưa có"),
        "no_evidence": tr("! Thiếu MC"),
    }
    return known[result.verdict]


def _tone(matrix: Matrix, beside: Comparison | None, code: str, village: Village) -> Tone:
    compared = compared_of(beside, village, code)
    if compared is not None:
        return words_criteria.trend(compared.trend)[1]
    result = result_of(matrix, village, code)
    return "muted" if result is None else words.criterion_verdict(result.verdict)[1]


def _tip(matrix: Matrix, beside: Comparison | None, one: Criterion, village: Village) -> str:
    told = f"{village.name} · {one.name}: {_said(matrix, one.code, village)}"
    compared = compared_of(beside, village, one.code)
    return told if compared is None else f"{told}. {compared_said(compared)}"


def compared_said(compared: Compared) -> str:
    """ "↑ Tốt hơn: 65,20% → 69,98%", or why the two are not compared."""
    word = words_criteria.trend(compared.trend)[0]
    if compared.reason:
        return f"{word}. {words_criteria.not_compared(compared.reason)}"
    return f"{word}: {value_said(compared.before)} → {value_said(compared.after)}"


def value_said(result: CriterionResult | None) -> str:
    """The number a criterion was judged on, or its verdict in words."""
    if result is None:
        return tr("không có")
    if result.value is None:
        return words.criterion_verdict(result.verdict)[0]
    sign = "%" if result.denominator is not None else f" {result.unit}".rstrip()
    return f"{words_criteria.number(result.value)}{sign}"


def _total(matrix: Matrix, village: Village) -> tuple[str, Tone]:
    verdict = matrix.verdicts.get(village.village_id)
    if verdict is None:
        return "–", "muted"
    sign, tone = ("✓", "good") if verdict.passed else ("✗", "bad")
    return f"{sign} {verdict.met}/{verdict.of}", tone  # type: ignore[return-value]


def _total_tip(matrix: Matrix, beside: Comparison | None, village: Village) -> str:
    verdict = matrix.verdicts.get(village.village_id)
    if verdict is None:
        return ""
    said = tr("Đạt") if verdict.passed else tr("Chưa đạt")
    told = tr("{village}: {said}, {met}/{of} tiêu chí").format(
        village=village.name, said=said, met=verdict.met, of=verdict.of
    )
    if verdict.points is not None:
        told += tr(", {points}/{needed} điểm").format(
            points=words_criteria.number(verdict.points),
            needed=words_criteria.number(verdict.points_of),
        )
    found = beside.villages.get(village.village_id) if beside else None
    if found is None:
        return told
    reason = f". {words_criteria.not_compared(found.reason)}" if found.reason else ""
    return f"{told}. {words_criteria.trend(found.trend)[0]}{reason}"
