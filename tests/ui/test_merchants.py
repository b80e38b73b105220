"""The page of shops on a copy of the sample office: found, filtered, visited, edited, printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digicommune.app import Office
from digicommune.domain.merchants import Merchant
from digicommune.operations import merchant_edits, merchants
from digicommune.ui.pages.merchant_trash import MerchantTrashDialog
from digicommune.ui.pages.merchant_twins import MerchantTwinsDialog
from digicommune.ui.pages.merchants import MerchantsPage
from digicommune.ui.pages.people_paper import PaperDialog
from digicommune.ui.tasks import Tasks
from digicommune.ui.views.trace import TraceDialog
from digicommune.ui.window import MainWindow

SLOW = 30_000


@pytest.fixture
def office(house: tuple[MainWindow, Office]) -> Office:
    return house[1]


@pytest.fixture
def page(house: tuple[MainWindow, Office], qtbot: QtBot, tasks: Tasks) -> MerchantsPage:
    window, _ = house
    window.open_page("merchants")
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    made = window.page("merchants")
    assert isinstance(made, MerchantsPage)
    return made


def rest(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: tasks.idle and not tasks.writing, timeout=SLOW)


def names(page: MerchantsPage) -> list[str]:
    model = page.table.rows
    return [model.index(at, 0).data() for at in range(model.rowCount())]


def shown(page: MerchantsPage) -> Merchant:
    assert page.view.card is not None
    return page.view.card.merchant


def test_found_by_what_one_knows_of_a_shop(page: MerchantsPage, qtbot: QtBot, tasks: Tasks) -> None:
    assert len(names(page)) == 131
    known = shown(page)
    assert known.phone
    for typed in (known.owner or "", known.phone[-4:], known.name.upper()):
        page.search.setText(typed)
        assert known.name in names(page)
    page.search.setText("không có hộ này")
    assert names(page) == []
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert len(names(page)) == 131
    rest(qtbot, tasks)


def test_both_figures_lead_to_their_shops(page: MerchantsPage, qtbot: QtBot, tasks: Tasks) -> None:
    assert {code: link.text() for code, link in page.figures.links.items()} == {
        "HKDQR": "119/124",
        "HKDGD": "59/119",
    }
    page.figures.links["HKDQR"].click()
    rest(qtbot, tasks)
    dialog = page.findChild(TraceDialog)
    assert dialog is not None
    assert dialog.table.rows.rowCount() == 119
    dialog.close()


def test_filters_leave_what_was_asked_for(page: MerchantsPage) -> None:
    boxes, rows = page.filters, page.table.rows
    for box, choice, left in (
        (boxes.state, "closed", 7),
        (boxes.qr, "in_use", 0),
        (boxes.state, None, 119),
        (boxes.qr, "doubtful", 5),
    ):
        box.setCurrentIndex(next(n for n in range(box.count()) if box.itemData(n) == choice))
        box.activated.emit(box.currentIndex())
        assert rows.rowCount() == left
    boxes.qr.setCurrentIndex(0)
    boxes.look.click()
    assert rows.rowCount() == 5


def test_a_number_is_shown_on_demand_and_noted(
    page: MerchantsPage, office: Office, qtbot: QtBot, tasks: Tasks
) -> None:
    shop = shown(page)
    assert shop.phone
    label = page.view.shown["phone"]
    assert "•" in label.text()
    page.view.show_buttons["phone"].click()
    rest(qtbot, tasks)
    assert label.text() == shop.phone
    noted = merchants.card(office.store(), shop.merchant_id).history[0]
    assert noted.action == "reveal"


def show_one_without_a_code(page: MerchantsPage, office: Office, work: tuple[QtBot, Tasks]) -> None:
    """Every active shop of the sample office has one: it is taken from a doubted one."""
    with office.store().unit() as unit:
        doubted = next(one for one in unit.merchants.all() if one.qr_state == "doubtful")
        bare = replace(doubted, qr_state="none", qr_text=None, qr_problem=None, qr_on=None)
        unit.merchants.update(bare)
    page.refresh("2026")
    rest(*work)
    for box, choice in ((page.filters.qr, "none"), (page.filters.state, "active")):
        box.setCurrentIndex(box.findData(choice))
        box.activated.emit(box.currentIndex())
    rest(*work)


def test_a_round_is_noted_refused_taken_back_and_done_again(
    page: MerchantsPage, office: Office, qtbot: QtBot, tasks: Tasks
) -> None:
    show_one_without_a_code(page, office, (qtbot, tasks))
    number = shown(page).merchant_id
    page.view.round.steps["refused"].click()
    rest(qtbot, tasks)
    assert page.view.round.problem.isVisible()
    page.view.round.note.setText("khách trả tiền mặt")
    page.view.round.steps["refused"].click()
    rest(qtbot, tasks)
    assert shown(page).visit == "refused"
    page.view.round.day.setText("05/03/2026")
    page.view.round.steps["in_use"].click()
    rest(qtbot, tasks)
    assert page.figures.links["HKDQR"].text() == "120/124"
    page.take_back()
    rest(qtbot, tasks)
    assert page.figures.links["HKDQR"].text() == "119/124"
    page.do_again()
    rest(qtbot, tasks)
    card = merchants.card(office.store(), number)
    assert (card.merchant.qr_state, card.merchant.qr_on) == ("in_use", date(2026, 3, 5))
    assert [one.state for one in card.visits] == ["refused", "in_use"]


def test_closed_from_a_day_and_open_again(page: MerchantsPage, qtbot: QtBot, tasks: Tasks) -> None:
    page.view.round.day.setText("31/02/2026")
    page.view.round.close_shop.click()
    assert page.view.round.problem.isVisible()
    page.view.round.day.setText("05/03/2026")
    page.view.round.close_shop.click()
    rest(qtbot, tasks)
    assert shown(page).state == "closed"
    assert page.figures.links["HKDQR"].text().endswith("/123")
    assert not page.view.round.steps["visited"].isEnabled()
    page.view.round.reopen.click()
    rest(qtbot, tasks)
    assert page.figures.links["HKDQR"].text() == "119/124"


def test_what_is_refused_stands_beside_its_field(
    page: MerchantsPage, qtbot: QtBot, tasks: Tasks
) -> None:
    page.add.click()
    form = page.form
    assert form is not None
    form.save.click()
    rest(qtbot, tasks)
    assert form._wrong["name"].isVisible()
    form.fields["name"].setText("Quán nước Mẫu")
    form.fields["phone"].setText("12")
    form.save.click()
    rest(qtbot, tasks)
    assert form._wrong["phone"].isVisible()
    form.fields["phone"].setText("0912345678")
    form.save.click()
    rest(qtbot, tasks)
    assert page.form is None
    assert (shown(page).name, shown(page).phone) == ("Quán nước Mẫu", "0912345678")
    page.view.trash.click()
    rest(qtbot, tasks)
    assert "Quán nước Mẫu" not in names(page)
    page.trash.click()
    rest(qtbot, tasks)
    dialog = page.findChild(MerchantTrashDialog)
    assert dialog is not None
    dialog.restore.click()
    rest(qtbot, tasks)
    assert "Quán nước Mẫu" in names(page)
    dialog.close()


def test_twins_are_asked_about_and_made_one(
    page: MerchantsPage, office: Office, qtbot: QtBot, tasks: Tasks
) -> None:
    shop = shown(page)
    merchant_edits.save(office.store(), replace(shop, merchant_id=0, tax_code=None, phone=None))
    page.twins.click()
    rest(qtbot, tasks)
    dialog = page.findChild(MerchantTwinsDialog)
    assert dialog is not None
    assert [one.shared for one in dialog.groups] == [("name",)]
    dialog.sides.decide("same")
    rest(qtbot, tasks)
    assert dialog.groups == []
    assert names(page).count(shop.name) == 1
    dialog.close()


def test_the_list_is_printed(page: MerchantsPage, qtbot: QtBot, tasks: Tasks) -> None:
    page.paper.click()
    rest(qtbot, tasks)
    paper = page.findChild(PaperDialog)
    assert paper is not None
    assert paper.document.pdf.startswith(b"%PDF")
    paper.close()


def test_three_thousand_shops_are_narrowed_by_every_key(
    page: MerchantsPage, office: Office, qtbot: QtBot, tasks: Tasks
) -> None:
    with office.store().unit() as unit:
        first = unit.ids.block("merchants", 3000)[0]
        unit.merchants.add_many(
            [
                Merchant(first + at, f"Tạp hóa số {at}", f"Lê Thị {chr(97 + at % 26)}")
                for at in range(3000)
            ]
        )
    page.refresh("2026")
    rest(qtbot, tasks)
    assert len(names(page)) == 3131
    found = []
    for typed in ("t", "tap", "tap h", "tap hoa", "tap hoa so", "tap hoa so 2999"):
        page.search.setText(typed)
        QApplication.processEvents()
        found.append(len(names(page)))
    assert found == sorted(found, reverse=True)
    assert names(page) == ["Tạp hóa số 2999"]
