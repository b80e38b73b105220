"""The village form goes out for a period and comes back into it, once, and into no other."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from digicommune.db.store import Store
from digicommune.domain.villages import Village
from digicommune.errors import UserError
from digicommune.operations import entry, intake, outgoing, periods
from digicommune.operations.intake import IntakeRequest

P, OTHER = "2026-03", "2026-02"
NAMES = ("Duyên Hy", "Vệ Thôn")


@pytest.fixture
def office(store: Store) -> Store:
    """Two villages."""
    with store.unit() as unit:
        for order, name in enumerate(NAMES, 1):
            unit.villages.save(Village(0, name, order=order))
    return store


def filled(store: Store, path: Path, *figures: tuple[str, str]) -> Path:
    """The form of March, filled in row by row: HSTT, the last indicator."""
    outgoing.village_form(store, P, path)
    book = openpyxl.load_workbook(path)
    sheet = book["Danh sách"]
    heads = {str(c.value): c.column for c in sheet[4] if c.value}
    column = next(at for head, at in heads.items() if head.startswith("HSTT"))
    for row, (numerator, denominator) in enumerate(figures, 6):
        sheet.cell(row, column).value = numerator
        sheet.cell(row, column + 1).value = denominator
    book.save(path)
    return path


def test_the_form_comes_back_into_its_own_period(office: Store, tmp_path: Path) -> None:
    path = filled(office, tmp_path / "a.xlsx", ("40", "50"), ("0", "30"))
    intake.take(office, path, IntakeRequest("village-figures"))
    sheet = entry.sheet(office, P)
    typed = [sheet.cell("HSTT", one).typed for one in (1, 2)]
    assert [(one.numerator, one.denominator) for one in typed] == [(40, 50), (0, 30)]


def test_a_form_of_another_month_is_refused_in_one_sentence(office: Store, tmp_path: Path) -> None:
    path = filled(office, tmp_path / "a.xlsx", ("40", "50"))
    with pytest.raises(UserError) as refused:
        intake.preview(office, path, IntakeRequest("village-figures", period=OTHER))
    assert refused.value.code == "form_of_other_period"
    assert P in refused.value.message
    assert OTHER in refused.value.message


def test_a_form_of_a_locked_month_is_refused_before_it_is_looked_at(
    office: Store, tmp_path: Path
) -> None:
    path = filled(office, tmp_path / "a.xlsx", ("40", "50"))
    periods.lock(office, P)
    with pytest.raises(UserError) as refused:
        intake.preview(office, path, IntakeRequest("village-figures", period=P))
    assert refused.value.code == "period_locked"


def test_a_second_form_says_that_one_came_before(office: Store, tmp_path: Path) -> None:
    first = filled(office, tmp_path / "a.xlsx", ("40", "50"), ("20", "30"))
    intake.take(office, first, IntakeRequest("village-figures", period=P))
    second = filled(office, tmp_path / "b.xlsx", ("41", "50"), ("20", "30"))
    seen = intake.preview(office, second, IntakeRequest("village-figures", period=P))
    told = {one.target_label: "figures_came_before" in one.warnings for one in seen.rows}
    assert told == {"Duyên Hy": True, "Vệ Thôn": False}


def test_812_of_790_is_a_wrong_row(office: Store, tmp_path: Path) -> None:
    path = filled(office, tmp_path / "a.xlsx", ("812", "790"), ("20", "30"))
    seen = intake.preview(office, path, IntakeRequest("village-figures", period=P))
    assert [one.verdict for one in seen.rows] == ["rejected", "new"]
    assert seen.rows[0].problems[0][2] == "HSTT: số đạt 812 lớn hơn tổng số 790."


def test_a_village_twice_in_one_form_is_a_wrong_row(office: Store, tmp_path: Path) -> None:
    path = filled(office, tmp_path / "a.xlsx", ("40", "50"), ("20", "30"))
    book = openpyxl.load_workbook(path)
    sheet = book["Danh sách"]
    sheet["B7"] = "Duyên Hy"
    book.save(path)
    seen = intake.preview(office, path, IntakeRequest("village-figures", period=P))
    assert [one.verdict for one in seen.rows] == ["new", "rejected"]
    assert "dòng 6" in seen.rows[1].problems[0][2]
