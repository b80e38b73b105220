"""Indicators an office writes itself, versions that hold from a day on, targets of a year."""

from __future__ import annotations

from datetime import date

import pytest

from digicommune.db.store import Store
from digicommune.domain.villages import Village
from digicommune.errors import UserError
from digicommune.operations import entry, figures, indicator_edits, periods, shipped_packs
from digicommune.operations.entry import NewCell
from digicommune.operations.indicator_edits import IndicatorDraft, Target


def draft(**changes: object) -> IndicatorDraft:
    told: dict[str, object] = {
        "code": None,
        "name": "Hộ có camera an ninh",
        "unit": "hộ",
        "numerator": "hộ đã lắp camera",
        "denominator": "hộ",
        "base": "so_ho",
        "valid_from": date(2026, 1, 1),
        **changes,
    }
    return IndicatorDraft(**told)  # type: ignore[arg-type]


def definition(store: Store, code: str, period: str) -> tuple[str, str | None]:
    found = figures.show(store, period).of(code)
    assert found is not None
    return found.indicator.name, found.indicator.target


def test_an_indicator_made_by_the_clerk_is_typed_and_counted(any_store: Store) -> None:
    store = any_store
    made = indicator_edits.save(store, draft())
    assert made.code == "CT01"
    with store.unit() as unit:
        village = unit.villages.save(Village(0, "Duyên Hy")).village_id
    entry.set_cells(store, "2026-03", [NewCell("CT01", village, "40", "50")])
    shown = figures.show(store, "2026-03").of("CT01")
    assert shown is not None
    assert shown.commune is not None
    assert (shown.commune.numerator, shown.commune.denominator) == (40, 50)
    assert indicator_edits.save(store, draft(name="Hộ có wifi")).code == "CT02"


def test_what_the_office_made_outlives_a_new_pack(store: Store) -> None:
    indicator_edits.save(store, draft(base="hộ dân có đất nông nghiệp"))
    indicator_edits.save(store, draft(code="CKS", name="Chữ ký số của dân", base="nhan_khau"))
    with store.unit() as unit:
        shipped_packs.install_packs(unit)
    assert definition(store, "CT01", "2026-03")[0] == "Hộ có camera an ninh"
    assert definition(store, "CKS", "2026-03") == ("Chữ ký số của dân", "30")
    with store.glance() as unit:
        assert "hộ dân có đất nông nghiệp" in {one.name for one in unit.indicators.bases()}


def test_a_version_holds_from_its_day_and_a_locked_period_keeps_its_own(store: Store) -> None:
    periods.lock(store, "2026-06")
    new = draft(code="CKS", name="Chữ ký số, cách tính mới", valid_from=date(2026, 5, 1))
    indicator_edits.save(store, new)
    assert definition(store, "CKS", "2026-03")[0] == "Chữ ký số cá nhân"
    assert definition(store, "CKS", "2026-05")[0] == "Chữ ký số, cách tính mới"
    assert definition(store, "CKS", "2026-06")[0] == "Chữ ký số cá nhân"
    card = next(c for c in indicator_edits.cards(store).cards if c.indicator.code == "CKS")
    assert [one.name for one in card.versions] == [
        "Chữ ký số cá nhân",
        "Chữ ký số, cách tính mới",
    ]


def test_an_indicator_ends_with_its_last_day(store: Store) -> None:
    indicator_edits.save(store, draft(valid_to=date(2026, 6, 30)))
    assert figures.show(store, "2026-06").of("CT01") is not None
    assert figures.show(store, "2026-08").of("CT01") is None


def test_a_years_target_stands_before_the_packs(any_store: Store) -> None:
    store = any_store
    indicator_edits.set_target(store, Target("TKNH", 2026, 0, "92,5 %", "Kế hoạch số 12"))
    assert definition(store, "TKNH", "2026-03")[1] == "92.5"
    assert definition(store, "TKNH", "2027-03")[1] == "80"
    indicator_edits.set_target(store, Target("TKNH", 2026, 7, "95"))
    card = next(c for c in indicator_edits.cards(store, "2026-03").cards if c.target == "92.5")
    assert card.targets[7].percent == "95"
    sheet = entry.sheet(store, "2026-03")
    bank = next(one.indicator for one in sheet.columns if one.indicator.code == "TKNH")
    assert (sheet.target(bank, 7), sheet.target(bank, 8)) == ("95", "92.5")
    indicator_edits.set_target(store, Target("TKNH", 2026, 0, ""))
    assert definition(store, "TKNH", "2026-03")[1] == "80"


@pytest.mark.parametrize("text", ["101", "-1", "x", "NaN", "Infinity"])
def test_what_is_no_percentage_is_no_target(store: Store, text: str) -> None:
    with pytest.raises(UserError) as refused:
        indicator_edits.set_target(store, Target("TKNH", 2026, 0, text))
    assert refused.value.code == "target_not_percent"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": " "}, "indicator_nameless"),
        ({"base": ""}, "indicator_nameless"),
        ({"decimals": 9}, "indicator_decimals"),
        ({"valid_to": date(2025, 1, 1)}, "indicator_days"),
        ({"name": "chữ ký số cá nhân"}, "indicator_name_taken"),
        ({"code": "NONE"}, "indicator_unknown"),
    ],
)
def test_what_is_refused(store: Store, changes: dict[str, object], code: str) -> None:
    with pytest.raises(UserError) as refused:
        indicator_edits.save(store, draft(**changes))
    assert refused.value.code == code
