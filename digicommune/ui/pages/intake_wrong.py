"""Wrong cells of a list as lines that can be mended, and which others share a mistake."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.domain.people import mask_tail
from digicommune.ui import words
from digicommune.ui.language import tr
from digicommune.ui.pages.intake_lines import MASKED
from digicommune.ui.views.table import Column

if TYPE_CHECKING:
    from digicommune.domain.rows import Problem
    from digicommune.operations.intake import Preview, PreviewRow
    from digicommune.ui.style import Tone

Mends = dict[int, dict[str, str]]  # row -> field -> text
WHOLE = 9  # digits: a wrong number this long is somebody's


@dataclass(frozen=True, slots=True)
class WrongCell:
    """One mistake of one row; ``typed`` is what the officer put there, not yet judged."""

    row: int
    field: str
    cell: str  # "F52"; "" where no cell holds it
    code: str
    shown: str
    reason: str
    name: str
    typed: str | None = None

    @property
    def mistake(self) -> tuple[str, str, str]:
        """What makes two cells the same mistake."""
        return self.field, self.code, self.shown


def wrong_cells(preview: Preview, typed: Mapping[int, Mapping[str, str]]) -> list[WrongCell]:
    """Every mistake of the rejected rows, in the sheet's order."""
    told = {one.row: one.problems for one in preview.reading.rejected}
    found: list[WrongCell] = []
    for one in preview.rows:
        if one.verdict != "rejected":
            continue
        if one.row in told:
            found += [_from_reader(one, each) for each in told[one.row]]
        else:
            found += [_from_judge(one, each, preview) for each in one.problems]
    return [with_typed(one, typed) for one in found]


def with_typed(one: WrongCell, typed: Mapping[int, Mapping[str, str]]) -> WrongCell:
    """The same with what was typed for it."""
    text = typed.get(one.row, {}).get(one.field)
    return WrongCell(one.row, one.field, one.cell, one.code, one.shown, one.reason, one.name, text)


def _from_reader(one: PreviewRow, problem: Problem) -> WrongCell:
    field = problem.field or "ho_ten"
    cell = f"{problem.column}{one.row}" if problem.column else ""
    return WrongCell(one.row, field, cell, problem.code, problem.shown, problem.message, _name(one))


def _from_judge(
    one: PreviewRow, problem: tuple[str | None, str, str], preview: Preview
) -> WrongCell:
    field, code, message = problem
    key = field or "ho_ten"
    letters = next(
        (at for at, k in preview.reading.columns.items() if key in k.split(":")[0].split("|")), ""
    )
    cell = f"{letters}{one.row}" if letters else ""
    return WrongCell(one.row, key, cell, code, str(one.fields.get(key, "")), message, _name(one))


def _name(one: PreviewRow) -> str:
    fields = one.fields
    return str(fields.get("ho_ten") or fields.get("ten_ho_kd") or fields.get("thon") or "")


def same_mistake(cells: list[WrongCell], one: WrongCell) -> list[WrongCell]:
    """The other cells with this mistake that nobody has mended."""
    return [
        each
        for each in cells
        if each.mistake == one.mistake and each.row != one.row and each.typed is None and each.shown
    ]


def wrong_columns() -> tuple[Column[WrongCell], ...]:
    """The columns of the table of mistakes; the value is typed in place."""
    return (
        Column(
            tr("Dòng"), lambda one: str(one.row), sort=lambda one: one.row, number=True, width=64
        ),
        Column(tr("Ô"), lambda one: one.cell or "–", width=80),
        Column(tr("Tên"), lambda one: one.name, width=168),
        Column(tr("Cột"), lambda one: words.field_name(one.field), width=120),
        Column(
            tr("Giá trị (F2 để sửa)"),
            _value,
            width=184,
            typed=lambda one: one.shown if one.typed is None else one.typed,
        ),
        Column(tr("Tình trạng"), lambda one: _state(one)[0], tone=lambda one: _state(one)[1],
               width=108),
        Column(tr("Vì sao"), lambda one: one.reason, least=200),
    )  # fmt: skip


def _value(one: WrongCell) -> str:
    if one.typed is not None:
        return one.typed or tr("(để trống)")
    if one.field in MASKED and sum(each.isdigit() for each in one.shown) >= WHOLE:
        return mask_tail(one.shown)
    return one.shown or tr("(trống)")


def _state(one: WrongCell) -> tuple[str, Tone]:
    return (tr("✗ Sai"), "bad") if one.typed is None else (tr("✎ Đã sửa"), "info")
