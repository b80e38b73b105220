"""A village's card: figures against targets, populations with their day, profile, changes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from digicommune.db.store import Store
from digicommune.domain.villages import PopulationFigure
from digicommune.errors import UserError
from digicommune.operations import figures, intake, registers, village_cards, village_changes
from digicommune.operations.intake import IntakeRequest
from digicommune.operations.village_changes import NewVillage
from tests.operations.lists import bank_list, rows, village_list

PERIOD = "2026-Q1"


def office(store: Store, folder: Path) -> dict[str, int]:
    listed = village_list(folder / "thon.xlsx", "Duyên Hy", "Hổ Thôn")
    intake.take(store, listed, IntakeRequest("villages"))
    intake.take(store, bank_list(folder / "a.xlsx", rows(20)), IntakeRequest("bank-accounts"))
    return {one.village.name: one.village.village_id for one in registers.villages(store)}


def test_figures_stand_against_their_targets(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    number = office(store, tmp_path)["Duyên Hy"]
    figures.set_figure(store, figures.NewFigure(PERIOD, "KNS", "Duyên Hy", 700, 1_000))
    figures.set_figure(store, figures.NewFigure(PERIOD, "DTTM", "Duyên Hy", 799, 1_000))
    shown = {one.code: one for one in village_cards.card(store, number, PERIOD).figures}
    assert (shown["KNS"].target, shown["KNS"].standing) == (Decimal(70), "good")
    assert (shown["DTTM"].standing, shown["DTTM"].lacks) == ("short", 201)
    assert shown["CKS"].standing == "no_data"
    card = village_cards.card(store, number, PERIOD)
    assert card.counted.people == 20
    assert shown["CKS"].name in card.missing
    assert "Trưởng thôn" in card.missing


def test_population_of_record_has_its_day_and_source(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    number = office(store, tmp_path)["Hổ Thôn"]
    for day, value in ((date(2025, 12, 31), 900), (date(2026, 6, 30), 950)):
        village_cards.set_population(
            store, PopulationFigure(number, "nguoi_14", day, value, " Công an xã ")
        )
    card = village_cards.card(store, number, PERIOD)
    (record,) = [one for one in card.population if one.base == "nguoi_14"]
    assert (record.value, record.source) == (900, "Công an xã")
    (later,) = [one for one in card.population_before if one.base == "nguoi_14"]
    assert later.value == 950
    village_cards.remove_population(store, record)
    card = village_cards.card(store, number, PERIOD)
    assert [one.value for one in card.population if one.base == "nguoi_14"] == [950]
    for value, source, code in ((-1, "x", "population_negative"), (5, " ", "source_missing")):
        with pytest.raises(UserError) as refused:
            village_cards.set_population(
                store, PopulationFigure(number, "nguoi_14", date(2026, 1, 1), value, source)
            )
        assert refused.value.code == code


def test_profile_and_order_are_kept_with_history(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    known = office(store, tmp_path)
    number = known["Duyên Hy"]
    village_cards.save_profile(store, number, {"camera": " 12 ", "truong_thon": "Lê Văn Mẫu"})
    village_cards.save_profile(store, number, {"truong_thon": "", "camera": "12"})
    card = village_cards.card(store, number, PERIOD)
    assert card.profile == {"camera": "12"}
    village_cards.reorder(store, [known["Hổ Thôn"], number])
    assert [one.village.name for one in registers.villages(store)] == ["Hổ Thôn", "Duyên Hy"]
    with store.glance() as unit:
        actions = [one.action for one in unit.journal.of(f"village:{number}")]
    assert actions.count("profile") == 2


def test_what_became_of_a_village_is_told_on_both_sides(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    known = office(store, tmp_path)
    day = date(2026, 7, 1)
    both = [known["Duyên Hy"], known["Hổ Thôn"]]
    made = village_changes.merge(store, both, NewVillage("Đồng Tình"), day)
    (before,) = village_cards.card(store, known["Hổ Thôn"], PERIOD).changes
    assert (before.kind, before.on, before.names, before.before) == (
        "merge", day, ("Đồng Tình",), False,
    )  # fmt: skip
    (after,) = village_cards.card(store, made.village_id, "2026-07").changes
    assert (set(after.names), after.before) == ({"Duyên Hy", "Hổ Thôn"}, True)
    assert village_cards.card(store, made.village_id, "2026-07").counted.people == 20
    with pytest.raises(UserError):
        village_cards.card(store, 999, PERIOD)


def test_the_card_on_paper(store: Store, tmp_path: Path) -> None:
    number = office(store, tmp_path)["Duyên Hy"]
    figures.set_figure(store, figures.NewFigure(PERIOD, "KNS", "Duyên Hy", 2_799, 4_000))
    village_cards.save_profile(store, number, {"wifi_nha_van_hoa": "1", "camera": "12"})
    made = village_cards.paper(store, village_cards.CardRequest(PERIOD, "duyen hy"))
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(made.pdf)).pages)
    text = " ".join(text.split())
    for said in ("PHIẾU THÔN Duyên Hy", "2.799/4.000", "69,98", "Chưa đạt", "Số camera an ninh 12"):
        assert said in text
    assert "Nhà văn hóa có wifi miễn phí có" in text
    assert "Còn thiếu" in text
    with store.glance() as unit:
        assert unit.journal.of(f"village:{number}")[0].action == "print"


def test_a_merged_village_counts_its_parts_until_it_has_figures(
    store: Store, tmp_path: Path
) -> None:
    known = office(store, tmp_path)
    day = date(2026, 7, 1)
    made = village_changes.merge(store, [*known.values()], NewVillage("Đồng Tình"), day)
    card = village_cards.card(store, made.village_id, "2026-07")
    (summed,) = [one for one in card.population if one.base == "nguoi_15"]
    assert (summed.value, summed.as_of) == (2_500, day)
    assert summed.source == "cộng từ Duyên Hy, Hổ Thôn"
    (line,) = registers.villages(store, date(2026, 7, 14))
    assert line.population["nguoi_15"] == 2_500
    village_cards.set_population(
        store, PopulationFigure(made.village_id, "nguoi_15", day, 2_480, "Công an xã")
    )
    card = village_cards.card(store, made.village_id, "2026-07")
    assert [one.value for one in card.population if one.base == "nguoi_15"] == [2_480]
