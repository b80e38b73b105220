"""Story 14 at the window: a proof missing, the dossier whole, four decisions, then one at risk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFrame, QLabel
from pytestqt.qtbot import QtBot

from digicommune.app import House
from digicommune.domain.criteria import ManualAnswer
from digicommune.domain.dossier import Decision
from digicommune.domain.figures import FigureKey, TypedFigure
from digicommune.operations import assess
from digicommune.operations.office import open_office
from digicommune.ui.pages.criteria import CriteriaPage
from digicommune.ui.pages.dossier import DossierPanel
from digicommune.ui.pages.dossier_checklist import LackLink
from digicommune.ui.pages.overview import OverviewPage
from digicommune.ui.pages.recognitions import RecognitionsPage
from tests.journeys.conftest import print_report
from tests.journeys.recognition_story import (
    at_rest,
    click,
    fill_step,
    open_dossier,
    page_of,
    whole_paper,
)
from tests.operations.dossier_story import SET, STEPS, VILLAGES, fill_registers
from tests.operations.proof_files import photo

VILLAGE = "Hổ Thôn"
NO_PROOF = "TC3 Mô hình: đủ số liệu, thiếu minh chứng"
RISK = "TC4 Kỹ năng số: 69,98% (2.799/4.000 người), mức ≥ 70%, thiếu 1 người"
PARTS_IN_ORDER = (
    "BẢN ĐĂNG KÝ",
    "BÁO CÁO Tự đánh giá",
    "Họp thôn lấy ý kiến",
    "BẢNG TỔNG HỢP",
    "Họp thẩm định",
    "TỜ TRÌNH",
    "QUYẾT ĐỊNH:",
)


@pytest.fixture
def prepared(where: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Four villages with every figure; one has two models and nothing that proves them."""
    monkeypatch.setenv("DIGICOMMUNE_TODAY", "2026-11-24")
    with open_office(where) as store:
        fill_registers(store)
        unproven = ManualAnswer("TC3", VILLAGES.index(VILLAGE) + 1, count=2)
        assess.answer(store, SET.code, "2026", unproven)
    return where


def test_four_villages_are_recognised_and_one_falls_below(
    qtbot: QtBot,
    prepared: str,
    open_house: Callable[[str], House],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = open_house(prepared)
    house.window.open_period("2026", "Năm 2026")
    choose_set(qtbot, house)
    attach_the_scan(qtbot, house, photo(tmp_path))
    panel = open_dossier(qtbot, house, VILLAGE)
    for step in STEPS:
        if not isinstance(step, Decision):
            fill_step(qtbot, house, panel, step)
    prints_whole(qtbot, house, panel)
    decide(qtbot, house)
    assert "có 4/4 thôn được công nhận đạt chuẩn thôn thông minh" in report_of(qtbot, house)

    monkeypatch.setenv("DIGICOMMUNE_TODAY", "2027-12-14")
    with open_office(prepared) as store, store.unit() as unit:
        unit.figures.set_many(
            TypedFigure(FigureKey("2027", "KNS", at), 2_799 if name == VILLAGE else 2_800, 4_000)
            for at, name in enumerate(VILLAGES, start=1)
        )
    house.window.open_period("2027", "Năm 2027")
    at_rest(qtbot, house)
    at_risk(qtbot, house)


def choose_set(qtbot: QtBot, house: House) -> RecognitionsPage:
    """The list by the commune's own set."""
    page = page_of(house)
    at_rest(qtbot, house)
    page.sets.setCurrentIndex(page.sets.findData(SET.code))
    page.sets.activated.emit(page.sets.currentIndex())
    at_rest(qtbot, house)
    return page


def attach_the_scan(qtbot: QtBot, house: House, scan: Path) -> None:
    """The list names what lacks; its line leads to the criterion, where the photo is dropped."""
    page = page_of(house)
    shown = {one.village.name: one.checks.missing for one in page.list.table.rows.rows}
    assert NO_PROOF in [one.said for one in shown[VILLAGE]]
    assert NO_PROOF not in [one.said for one in shown["Vệ Thôn"]]
    panel = open_dossier(qtbot, house, VILLAGE)
    (link,) = (one for one in links(panel) if one.said == NO_PROOF)
    click(qtbot, house, link)
    criteria = house.window.page("criteria")
    assert isinstance(criteria, CriteriaPage)
    place = criteria.panel.place
    assert criteria.isVisible()
    assert place is not None
    assert (place.village.name, place.criterion.code) == (VILLAGE, "TC3")
    proofs = criteria.panel.proofs
    proofs.take([scan])
    qtbot.waitUntil(proofs.form.isVisible)
    proofs.form.day.setText("05/01/2026")
    proofs.form.note.setText("ảnh camera ngõ 3")
    click(qtbot, house, proofs.form.do)
    panel = open_dossier(qtbot, house, VILLAGE) if not page.dossier.isVisible() else page.dossier
    assert NO_PROOF not in [one.said for one in links(panel)]
    assert panel.met.text() == "✓ 5/5 tiêu chí"
    click(qtbot, house, panel.back)


def links(panel: DossierPanel) -> list[LackLink]:
    return [one for one in panel.checklist.links if isinstance(one, LackLink)]


def prints_whole(qtbot: QtBot, house: House, panel: DossierPanel) -> None:
    """Every paper stands in the one PDF, in its order, with what was typed."""
    assert panel.view is not None
    assert {one.step for one in panel.view.checks.missing} == {"decision"}
    dialog, said = whole_paper(qtbot, house, panel)
    places = [said.index(part) for part in PARTS_IN_ORDER]
    assert places == sorted(places)
    for typed in ("276", "98,57", "ảnh camera ngõ 3", "Đỗ Văn Số", "Nhà văn hóa thôn"):
        assert typed in said
    dialog.close()
    click(qtbot, house, panel.back)


def decide(qtbot: QtBot, house: House) -> None:
    """Four decisions, each entered in its dossier; the register counts them."""
    (decision,) = (one for one in STEPS if isinstance(one, Decision))
    for number, village in enumerate(VILLAGES, start=145):
        panel = open_dossier(qtbot, house, village)
        fill_step(qtbot, house, panel, replace(decision, number=f"{number}/QĐ-UBND"))
        click(qtbot, house, panel.back)
    page = page_of(house)
    page.open_tab("register")
    at_rest(qtbot, house)
    assert page.counted.text() == "✓ 4/4 thôn được công nhận"
    assert {one.state for one in page.register.table.rows.rows} == {"standing"}
    page.open_tab("dossiers")


def at_risk(qtbot: QtBot, house: House) -> None:
    """The year after, the first page names the village and leads to its line and clause."""
    house.window.open_page("overview")
    at_rest(qtbot, house)
    today = house.window.page("overview")
    assert isinstance(today, OverviewPage)
    told = [today.todo.item(at) for at in range(today.todo.count())]
    (danger,) = (one for one in told if "nguy cơ" in one.text())
    assert danger.text() == f"thôn có nguy cơ bị thu hồi công nhận: {VILLAGE}"
    today.todo.itemClicked.emit(danger)
    at_rest(qtbot, house)
    page = page_of(house)
    line = page.register.table.current()
    assert (line.village, line.state) == (VILLAGE, "at_risk")
    assert page.register.card.state.text() == "✗ Nguy cơ thu hồi"
    assert f"✗ {RISK}" in words_of(page.register.card)
    assert page.counted.text() == "! 4/4 thôn được công nhận, 1 nguy cơ thu hồi"
    assert f"{VILLAGE}: nguy cơ thu hồi công nhận; {RISK}." in report_of(qtbot, house)


def report_of(qtbot: QtBot, house: House) -> str:
    """The report of the period on screen, its lines joined."""
    return " ".join(print_report(qtbot, house).split())


def words_of(card: QFrame) -> list[str]:
    return [one.text() for one in card.findChildren(QLabel)]
