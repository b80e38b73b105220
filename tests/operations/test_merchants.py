"""Shops edited, closed, visited, made one and taken back; figures follow to the shop."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pdfplumber
import pytest

from digicommune.db.store import Store
from digicommune.domain.merchants import Merchant
from digicommune.domain.villages import Village
from digicommune.errors import Cancelled, UserError
from digicommune.operations import (
    figures,
    merchant_edits,
    merchant_list,
    merchant_twins,
    merchants,
    registers,
)
from digicommune.operations.merchant_undo import take_back
from digicommune.settings import today

DAY = date(2026, 3, 5)
PERIOD = "2026-03"


def made(store: Store, name: str, **facts: object) -> Merchant:
    """A shop entered by hand."""
    return merchant_edits.save(store, Merchant(0, name, **facts))  # type: ignore[arg-type]


def shops_of(store: Store) -> dict[str, Merchant]:
    return {one.name: one for one in registers.merchants(store)}


def test_a_shop_is_kept_in_its_plain_form_and_found(any_store: Store) -> None:
    store = any_store
    village = registers.save_village(store, Village(0, "Hổ Thôn"))
    one = made(
        store,
        "  Tạp hóa   Yến ",
        owner="Lê Thị Yến",
        phone="+84 912 345 678",
        tax_code="038 072001234",
        village_id=village.village_id,
        stall="market",
        sound_box=True,
        revenue="to_500m",
    )
    assert (one.name, one.phone, one.tax_code) == ("Tạp hóa Yến", "0912345678", "038072001234")
    again = merchants.card(store, one.merchant_id)
    assert (again.merchant, again.village) == (one, "Hổ Thôn")
    register = merchants.register(store)
    (line,) = register.lines
    assert (line.phone, line.village, line.stands_at) == ("091••••678", "Hổ Thôn", "not_visited")
    assert "0912345678" in register.findable[0].numbers
    assert merchants.reveal(store, one.merchant_id, "phone") == "0912345678"
    assert merchants.card(store, one.merchant_id).history[0].action == "reveal"


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"name": " - "}, "shop_name_missing"),
        ({"tax_code": "0100047511"}, "tax_code_wrong"),
        ({"cccd": "0380"}, "cccd_wrong"),
        ({"phone": "12"}, "phone_wrong"),
        ({"qr_on": DAY}, "code_missing"),
        ({"has_transactions": True}, "code_missing"),
        ({"qr_state": "issued", "qr_on": today() + timedelta(1)}, "day_ahead"),
    ],
)
def test_each_field_is_refused_with_its_reason(
    store: Store, facts: dict[str, object], code: str
) -> None:
    with pytest.raises(UserError) as refused:
        made(store, **{"name": "Tạp hóa", **facts})  # type: ignore[arg-type]
    assert refused.value.code == code
    assert registers.merchants(store) == ()


def test_the_second_of_two_clerks_is_told(store: Store) -> None:
    one = made(store, "Tạp hóa")
    merchant_edits.save(store, replace(one, line="Gạo"))
    with pytest.raises(UserError) as refused:
        merchant_edits.save(store, replace(one, line="Muối"))
    assert refused.value.code == "changed_meanwhile"


def test_the_round_leads_a_shop_to_its_code_and_the_figure(any_store: Store) -> None:
    store = any_store
    village = registers.save_village(store, Village(0, "Hổ Thôn")).village_id
    one, other = made(store, "Một", village_id=village), made(store, "Hai", village_id=village)
    number = one.merchant_id
    merchant_edits.visit(store, number, "visited", DAY)
    merchant_edits.visit(store, number, "agreed", DAY + timedelta(1))
    assert merchants.card(store, number).merchant.qr_state == "none"
    merchant_edits.visit(store, number, "issued", DAY + timedelta(2))
    assert merchants.card(store, number).merchant.qr_state == "issued"
    used = merchant_edits.visit(store, number, "in_use", DAY + timedelta(3))
    assert (used.qr_state, used.qr_on, used.stands_at) == ("in_use", DAY + timedelta(2), "in_use")
    steps = merchants.card(store, number).visits
    assert [step.state for step in steps] == ["in_use", "issued", "agreed", "visited"]
    merchant_edits.visit(store, other.merchant_id, "refused", DAY, " khách trả tiền mặt ")
    assert merchants.card(store, other.merchant_id).visits[0].note == "khách trả tiền mặt"
    first, second = merchants.figures(store, PERIOD)
    assert (first.code, first.numerator, first.denominator) == ("HKDQR", 1, 2)
    assert (second.code, second.numerator, second.denominator) == ("HKDGD", 0, 1)
    assert [row.label for row in figures.trace(store, PERIOD, "HKDQR")] == ["Một"]


def test_what_a_round_may_not_say(store: Store) -> None:
    number = made(store, "Một").merchant_id
    for step, on, code in (
        ("refused", DAY, "refusal_unexplained"),
        ("visited", today() + timedelta(1), "day_ahead"),
    ):
        with pytest.raises(UserError) as refused:
            merchant_edits.visit(store, number, step, on)  # type: ignore[arg-type]
        assert refused.value.code == code
    merchant_edits.close(store, number, DAY)
    with pytest.raises(UserError) as refused:
        merchant_edits.visit(store, number, "visited", DAY)
    assert refused.value.code == "shop_closed_visit"
    assert merchants.card(store, number).visits == ()


def test_an_older_step_does_not_undo_a_newer_one(store: Store) -> None:
    number = made(store, "Một").merchant_id
    merchant_edits.visit(store, number, "agreed", DAY)
    late = merchant_edits.visit(store, number, "visited", DAY - timedelta(9))
    assert (late.visit, late.visit_on) == ("agreed", DAY)


def test_closed_from_a_day_and_open_again(any_store: Store) -> None:
    store = any_store
    here = {"village_id": registers.save_village(store, Village(0, "Hổ Thôn")).village_id}
    one = made(store, "Một", qr_state="in_use", qr_on=date(2026, 1, 2), **here)
    made(store, "Hai", **here)
    number = one.merchant_id
    merchant_edits.close(store, number, DAY)
    before, after = merchants.figures(store, "2026-02")[0], merchants.figures(store, PERIOD)[0]
    assert (before.numerator, before.denominator) == (1, 2)
    assert (after.numerator, after.denominator) == (0, 1)
    with pytest.raises(UserError) as refused:
        merchant_edits.close(store, number, DAY)
    assert refused.value.code == "shop_closed_already"
    assert merchant_edits.reopen(store, number).closed_on is None
    assert merchants.figures(store, PERIOD)[0].denominator == 2


def test_shops_of_no_known_village_stand_in_the_denominator(store: Store) -> None:
    village = registers.save_village(store, Village(0, "Hổ Thôn")).village_id
    made(store, "Một", qr_state="in_use", village_id=village)
    made(store, "Hai")
    figure = merchants.figures(store, PERIOD)[0]
    assert (figure.numerator, figure.denominator) == (1, 2)


def test_edits_are_taken_back_and_done_again(any_store: Store) -> None:
    store = any_store
    one = made(store, "Một")
    number = one.merchant_id
    merchant_edits.close(store, number, DAY)
    take_back(store, number)
    assert merchants.card(store, number).merchant.state == "active"
    take_back(store, number)
    assert merchants.card(store, number).merchant.closed_on == DAY
    merchant_edits.reopen(store, number)
    merchant_edits.visit(store, number, "in_use", DAY)
    take_back(store, number)
    back = merchants.card(store, number)
    assert (back.merchant.qr_state, back.merchant.visit, back.visits) == ("none", "not_visited", ())
    take_back(store, number)
    again = merchants.card(store, number)
    assert (again.merchant.qr_state, again.merchant.visit_on) == ("in_use", DAY)
    assert [step.state for step in again.visits] == ["in_use"]
    merchant_edits.trash(store, [number])
    assert not take_back(store, number).message.endswith("…")
    assert number in {line.number for line in merchants.register(store).lines}


def test_what_was_changed_since_is_left(store: Store) -> None:
    one = merchant_edits.save(store, replace(made(store, "Một"), line="Gạo"))
    with store.unit() as unit:
        unit.merchants.update(replace(one, line="Muối"))
    with pytest.raises(UserError) as refused:
        take_back(store, one.merchant_id)
    assert refused.value.code == "changed_since"
    with pytest.raises(UserError) as refused:
        take_back(store, 99)
    assert refused.value.code == "nothing_to_take_back"


def test_the_trash_counts_nobody_and_gives_back(any_store: Store) -> None:
    store = any_store
    one = made(store, "Một", qr_state="in_use")
    merchant_edits.trash(store, [one.merchant_id])
    assert merchants.register(store).lines == ()
    assert merchants.figures(store, PERIOD)[0].numerator in (None, 0)
    assert [gone.name for gone in merchant_edits.in_trash(store)] == ["Một"]
    merchant_edits.restore(store, [one.merchant_id])
    assert merchants.figures(store, PERIOD)[0].numerator == 1


def test_twins_by_tax_code_phone_or_name_and_made_one(any_store: Store) -> None:
    store = any_store
    old = made(store, "Tạp hóa Yến", owner="Lê Thị Yến", phone="0912345678")
    new = made(
        store,
        "TAP HOA YEN",
        owner="Lê Thị Yến",
        tax_code="0100047516",
        qr_state="in_use",
        qr_bank_bin="970405",
        qr_on=DAY,
    )
    third = made(store, "Phở Bình", phone="0912345678")
    made(store, "Sửa xe", tax_code="038072001234")
    merchant_edits.visit(store, new.merchant_id, "in_use", DAY)
    (group,) = merchant_twins.twins(store)
    assert group.numbers == (old.merchant_id, new.merchant_id, third.merchant_id)
    assert group.shared == ("phone", "name")
    kept = merchant_twins.merge(store, old.merchant_id, new.merchant_id)
    assert (kept.tax_code, kept.phone, kept.qr_state) == ("0100047516", "0912345678", "in_use")
    card = merchants.card(store, old.merchant_id)
    assert (card.merchant.qr_on, [step.state for step in card.visits]) == (DAY, ["in_use"])
    assert merchants.figures(store, PERIOD)[0].denominator == 3
    merchant_edits.save(store, replace(shops_of(store)["Sửa xe"], tax_code="0106869738"))
    with pytest.raises(UserError) as refused:
        merchant_twins.merge(store, old.merchant_id, shops_of(store)["Sửa xe"].merchant_id)
    assert refused.value.code == "two_tax_codes"


def read_back(pdf: bytes) -> tuple[str, list[list[str]]]:
    """The words of a list and the cells of its table."""
    with pdfplumber.open(BytesIO(pdf)) as paper:
        text = "".join(page.extract_text() for page in paper.pages)
        rows = [row for page in paper.pages for row in page.extract_tables()[0]]
    return text, [[" ".join((cell or "").split()) for cell in row] for row in rows]


def test_the_printed_list_has_subtotals_and_nobodys_numbers(store: Store) -> None:
    first = registers.save_village(store, Village(0, "Hổ Thôn")).village_id
    second = registers.save_village(store, Village(0, "Vệ Thôn")).village_id
    made(
        store,
        "Tạp hóa Yến",
        owner="Lê Thị Yến",
        village_id=first,
        phone="0912345678",
        tax_code="038072001234",
        cccd="038072001234",
        note="gọi 0987 654 321",
        qr_state="in_use",
        qr_bank_bin="970405",
        qr_on=DAY,
        sound_box=True,
    )
    made(store, "Phở Bình", village_id=first, tax_code="0100047516")
    made(store, "Sửa xe", village_id=second)
    gone = made(store, "Đã nghỉ bán", village_id=second)
    merchant_edits.close(store, gone.merchant_id, DAY)
    text, table = read_back(merchant_list.make(store, merchant_list.ListRequest()).pdf)
    assert [row[1:3] for row in table if not row[0]] == [
        ["Cộng Hổ Thôn", "1/2 hộ (50,00%)"],
        ["Cộng Vệ Thôn", "0/1 hộ (0,00%)"],
        ["Tổng cộng", "1/3 hộ (33,33%)"],
    ]
    for number in ("0912345678", "038072001234", "0987 654 321", "Đã nghỉ bán"):
        assert number not in text
    assert "0100047516" in text
    figure = merchants.figures(store, None)[0]
    assert (figure.numerator, figure.denominator) == (1, 3)
    with store.glance() as unit:
        assert unit.journal.of(merchant_list.KIND)[0].action == "print"


def test_a_long_list_is_told_on_its_way_and_a_stop_notes_no_print(store: Store) -> None:
    village = registers.save_village(store, Village(0, "Hổ Thôn")).village_id
    with store.unit() as unit:
        shops = [Merchant(at, f"Tạp hóa {at}", village_id=village) for at in range(1, 2_501)]
        unit.merchants.add_many(shops)
    told: list[tuple[int, str]] = []

    def tell(done: int, total: int, what: str) -> None:
        told.append((done * 1000 // total, what))

    paper = merchant_list.make(store, merchant_list.ListRequest(), tell)
    assert told == sorted(told, key=lambda one: one[0])
    read = [what for _done, what in told if what == "Đọc sổ hộ kinh doanh"]
    assert len(read) == 1 + 3 + 3  # the beginning, portions read, portions told
    assert told[-1][0] == 1000
    assert paper.described is not None
    assert paper.described.row_count == 2_500 + 2
    for least in (50, 200, 500):

        def stop(done: int, total: int, _what: str, least: int = least) -> None:
            if done * 1000 // total >= least:
                raise Cancelled

        with pytest.raises(Cancelled):
            merchant_list.make(store, merchant_list.ListRequest(), stop)
    with store.glance() as unit:
        assert len(unit.journal.of(merchant_list.KIND)) == 1
