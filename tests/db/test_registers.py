"""Villages, residents, accounts, merchants and campaigns, kept and found again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from digicommune.db.store import Store
from digicommune.domain.banks import Bank
from digicommune.domain.campaigns import Campaign, Session, Target
from digicommune.domain.merchants import Merchant
from digicommune.domain.people import SourceRow
from digicommune.domain.registers import MerchantQuery, PeopleQuery
from digicommune.domain.villages import PopulationFigure, Village
from digicommune.errors import UserError
from tests.db.offices import (
    account,
    add_accounts,
    add_import,
    add_merchants,
    add_people,
    add_villages,
    person,
)


def test_villages_stand_in_their_order_and_on_their_days(store: Store) -> None:
    with store.unit() as unit:
        for village in (
            Village(0, "Thôn Đông", order=2),
            Village(0, "Thôn An", order=2, former_commune="Hoằng Phong"),
            Village(0, "Thôn Cũ", order=1, end=date(2025, 6, 30)),
            Village(0, "Thôn Mới", order=3, start=date(2025, 7, 1)),
        ):
            unit.villages.save(village)
    with store.glance() as unit:
        names = [one.name for one in unit.villages.all(date(2026, 1, 1))]
        assert names == ["Thôn An", "Thôn Đông", "Thôn Mới"]
        assert next(one.name for one in unit.villages.all(date(2025, 6, 30))) == "Thôn Cũ"
        assert len(unit.villages.all()) == 4
        assert unit.villages.all()[1].former_commune == "Hoằng Phong"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Thôn Hồng Kỳ", "Thôn Hồng Kỳ"),
        ("hồng kỳ", "Thôn Hồng Kỳ"),
        ("HONG KY", "Thôn Hồng Kỳ"),
        ("Khu phố Hồng Kỳ", "Thôn Hồng Kỳ"),
        ("thôn  01", "Thôn 1"),
        ("1", "Thôn 1"),
        ("Tổ dân phố 3", "Tổ dân phố 3"),
        ("tdp 3", "Tổ dân phố 3"),
        ("Thôn Hòa", "Thôn Hòa"),
        ("thôn Hoa", "Thôn Hoa"),
        ("Thôn Hóa", None),  # without its accent it might be either
        ("Thôn 2", "Thôn 2"),  # of two, the one that still stands
        ("Thôn 9", None),
        ("", None),
    ],
)
def test_a_village_is_found_as_people_write_it(
    store: Store, written: str, meant: str | None
) -> None:
    with store.unit() as unit:
        add_villages(unit, "Thôn Hồng Kỳ", "Thôn 1", "Tổ dân phố 3", "Thôn Hòa", "Thôn Hoa")
        unit.villages.save(Village(0, "Thôn 2", end=date(2025, 6, 30)))
        unit.villages.save(Village(0, "Thôn 2", start=date(2025, 7, 1)))
        found = unit.villages.find(written)
        assert (found.name if found else None) == meant
        assert found is None or found.end is None


def test_numbered_villages_stand_by_number(store: Store) -> None:
    with store.unit() as unit:
        for name in ("Thôn 10", "Thôn 2", "Thôn Đông", "Bản 3", "Thôn An"):
            unit.villages.save(Village(0, name))
        names = [one.name for one in unit.villages.all()]
    assert names == ["Bản 3", "Thôn 2", "Thôn 10", "Thôn An", "Thôn Đông"]


def test_two_equal_villages_need_their_former_commune(store: Store) -> None:
    with store.unit() as unit:
        unit.villages.save(Village(0, "Thôn 1", "Hoằng Phong"))
        unit.villages.save(Village(0, "Thôn 1", "Hoằng Lưu"))
        assert unit.villages.find("Thôn 1") is None, "never guesses between two"
    with pytest.raises(UserError) as refused, store.unit() as unit:
        unit.villages.save(Village(0, "Thôn 1", "Hoằng Lưu"))
    assert refused.value.code == "village_exists"


def test_a_village_changed_meanwhile_is_not_overwritten(store: Store) -> None:
    with store.unit() as unit:
        first = unit.villages.save(Village(0, "Thôn Một"))
    with store.unit() as unit:
        renamed = unit.villages.save(replace(first, name="Thôn Nhất"))
        assert renamed.version == 2
        assert unit.villages.find("Thôn Nhất") == renamed
    with pytest.raises(UserError) as refused, store.unit() as unit:
        unit.villages.save(replace(first, name="Thôn Hai"))
    assert refused.value.code == "changed_meanwhile"


def test_population_is_the_newest_up_to_a_day(store: Store) -> None:
    with store.unit() as unit:
        one, two = add_villages(unit, "Thôn Một", "Thôn Hai")
        unit.villages.add_population(
            [
                PopulationFigure(one, "nhan_khau", date(2025, 7, 1), 900, "nhập tay"),
                PopulationFigure(one, "nhan_khau", date(2026, 1, 1), 1000, "nhập tay"),
                PopulationFigure(one, "so_ho", date(2026, 1, 1), 250, "nhập tay"),
                PopulationFigure(two, "nhan_khau", date(2026, 6, 1), 500, "nhập tay"),
            ]
        )
        unit.villages.add_population(
            [PopulationFigure(one, "nhan_khau", date(2026, 1, 1), 1010, "sửa")]
        )
        assert unit.villages.population(date(2025, 12, 31)) == {
            one: {"nhan_khau": 900, "so_ho": 250},
            two: {"nhan_khau": 500},
        }
        assert unit.villages.population(date(2026, 3, 14))[one] == {
            "nhan_khau": 1010,
            "so_ho": 250,
        }


def test_a_resident_comes_back_as_given(store: Store) -> None:
    with store.unit() as unit:
        (village,) = add_villages(unit, "Thôn Một")
        number = add_import(unit)
        full = person(
            "Nguyễn Thị Mẫu",
            village_id=village,
            birth_date=date(1990, 2, 28),
            sex="Nữ",
            cccd="038190000001",
            cmnd="171000001",
            phone="0912000001",
            household="H-12",
            address="Ngõ 3",
            residence="away",
            source=SourceRow(number, 11),
        )
        bare = person("Lê Văn Mẫu", birth_year=1955)
        ids = add_people(unit, [full, bare])
        assert ids == [1, 2]
        assert unit.people.get([1, 2, 9]) == {
            1: replace(full, resident_id=1),
            2: replace(bare, resident_id=2),
        }
        assert unit.people.add_many([]) is None


def test_people_are_matched_by_everything_a_list_may_know(store: Store) -> None:
    with store.unit() as unit:
        (village,) = add_villages(unit, "Thôn Một")
        add_people(
            unit,
            [
                person("Nguyễn Thị Hòa", birth_date=date(1990, 2, 28), cccd="038190000001"),
                person("Nguyen Thi Hoa", birth_date=date(1990, 2, 28), phone="0912000001"),
                person("Lê Văn Mẫu", birth_year=1955, cmnd="171000001", village_id=village),
                person("Lê Văn Bản", phone="0912000001", cmnd="171000002"),
                person("Lê Văn Sao", cmnd="171000002"),
            ],
        )
    with store.glance() as unit:
        index = unit.people.match_index()
    assert index.by_cccd == {"038190000001": 1}
    assert index.by_cmnd == {"171000001": 3}, "a number two carry tells nobody apart"
    assert index.by_name_date == {("nguyen thi hoa", "1990-02-28"): [1, 2]}
    assert index.by_name_year == {("nguyen thi hoa", 1990): [1, 2], ("le van mau", 1955): [3]}
    assert index.by_phone == {"0912000001": [2, 4]}
    assert index.names[1] == "Nguyễn Thị Hòa"
    assert index.village[3] == village
    assert index.village[1] is None


def test_a_personal_number_has_one_holder(store: Store) -> None:
    with store.unit() as unit:
        add_people(unit, [person("Lê Thị Mẫu", cccd="038190000001"), person("Lê Văn Bản")])
    with pytest.raises(UserError) as refused, store.unit() as unit:
        add_people(unit, [person("Người Khác", cccd="038190000001")])
    assert refused.value.code == "cccd_taken"
    with store.glance() as unit:
        other = unit.people.get([2])[2]
    with pytest.raises(UserError) as refused, store.unit() as unit:
        unit.people.update(replace(other, cccd="038190000001"))
    assert refused.value.code == "cccd_taken"
    with store.glance() as unit:
        assert unit.people.count() == 2


def test_residents_are_listed_as_offices_sort_and_searched_without_accents(store: Store) -> None:
    names = ["Bùi Bá Hữu Hoa", "Bùi Bá Hòa", "Trần Văn An", "Đỗ Thị Ân", "Lê 100% Mẫu"]
    with store.unit() as unit:
        village, _ = add_villages(unit, "Thôn Một", "Thôn Hai")
        add_people(unit, [person(name, village_id=village, phone="0912345678") for name in names])
    with store.glance() as unit:

        def found(**query: object) -> list[str]:
            return [one.full_name for one in unit.people.list(PeopleQuery(**query))]  # type: ignore[arg-type]

        given_names = ["Trần Văn An", "Đỗ Thị Ân", "Bùi Bá Hữu Hoa", "Bùi Bá Hòa", "Lê 100% Mẫu"]
        assert found() == given_names
        assert found(search="bui HOA") == ["Bùi Bá Hữu Hoa", "Bùi Bá Hòa"]
        assert found(search="%") == ["Lê 100% Mẫu"], "a percent sign is a percent sign"
        assert found(search="2345") == given_names
        assert found(limit=2, offset=1) == given_names[1:3]
        assert found(village_id=village + 1) == []
        assert unit.people.count() == 5
        assert unit.people.count(PeopleQuery("bui")) == 2


def test_a_resident_changed_meanwhile_is_not_overwritten(store: Store) -> None:
    with store.unit() as unit:
        add_people(unit, [person("Lê Thị Mẫu"), person("Lê Văn Bản")])
        one, two = unit.people.get([1, 2]).values()
        changed = unit.people.update(replace(one, full_name="Lê Thị Sửa", phone="0912000009"))
        assert unit.people.get([1])[1] == changed
        rows = {one.resident_id: one for one in unit.people.match_index().rows}
        assert rows[1].name_fold == "le thi sua"
    with pytest.raises(UserError) as refused, store.unit() as unit:
        unit.people.update_many([replace(two, address="Ngõ 1"), replace(one, address="Ngõ 2")])
    assert refused.value.code == "changed_meanwhile"
    with store.glance() as unit:
        assert unit.people.get([2])[2].address is None, "all or none of them"


def test_accounts_are_known_by_bank_and_number(store: Store) -> None:
    with store.unit() as unit:
        add_people(unit, [person("Lê Thị Mẫu")])
        source = SourceRow(add_import(unit), 12)
        late = account(1, number="350001", opened_on=date(2026, 2, 1), source=source)
        early = account(1, "970436", opened_on=date(2025, 2, 1))
        undated = account(1, None)
        assert add_accounts(unit, [undated, late, early]) == [1, 2, 3]
        assert set(unit.accounts.known()) == {(1, "|"), (1, "970405|350001"), (1, "970436|")}
        assert unit.accounts.of(1) == (
            early._replace(account_id=3),
            late._replace(account_id=2),
            undated._replace(account_id=1),
        )
        assert unit.accounts.count() == 3


FULL_SHOP = Merchant(
    0,
    "Tạp hóa Mẫu",
    owner="Lê Thị Mẫu",
    tax_code="2800000001",
    cccd="038190000001",
    phone="0912000001",
    address="Chợ Vực",
    line="tạp hóa",
    qr_state="in_use",
    qr_bank_bin="970405",
    qr_on=date(2026, 2, 1),
    has_transactions=True,
    revenue="to_500m",
    source=SourceRow(1, 5),
    qr_source=SourceRow(2, 9),
)


def test_merchants_come_back_are_matched_and_changed(store: Store) -> None:
    with store.unit() as unit:
        (village,) = add_villages(unit, "Thôn Một")
        assert [add_import(unit), add_import(unit, kind="merchant-qr")] == [1, 2]
        full = replace(FULL_SHOP, village_id=village)
        closed = Merchant(0, "Ăn sáng Bản", state="closed", closed_on=date(2026, 1, 1))
        add_merchants(unit, [full, closed])
        full, closed = replace(full, merchant_id=1), replace(closed, merchant_id=2)
        assert unit.merchants.get([1, 2]) == {1: full, 2: closed}
        assert unit.merchants.all() == (closed, full)
        assert unit.merchants.list(MerchantQuery(state="closed")) == (closed,)
        assert unit.merchants.list(MerchantQuery("tap MAU", village)) == (full,)
        assert unit.merchants.count(MerchantQuery("2800")) == 1
        index = unit.merchants.match_index()
        assert index.by_tax_code == {"2800000001": 1}
        assert index.by_cccd == {"038190000001": [1]}
        assert index.by_name_village["tap hoa mau", village] == [1]
        assert index.by_owner_village == {("le thi mau", village): [1]}
        assert index.by_phone == {"0912000001": [1]}
        changed = unit.merchants.update(replace(full, has_transactions=None))
        assert unit.merchants.get([1])[1] == changed
    with pytest.raises(UserError) as refused, store.unit() as unit:
        unit.merchants.update(full)
    assert refused.value.code == "changed_meanwhile"


def test_banks_are_replaced_whole(store: Store) -> None:
    vcb = Bank("970436", "VCB", "Vietcombank", ("Ngoại thương",), 3, "TRANSFER")
    agri = Bank("970405", "VBA", "Agribank", (), 3, None)
    with store.unit() as unit:
        unit.banks.replace_all([vcb])
        unit.banks.replace_all([vcb, agri])
        assert unit.banks.all() == (agri, vcb)


def test_a_campaign_keeps_its_parts(store: Store) -> None:
    with store.unit() as unit:
        one, two = add_villages(unit, "Thôn Một", "Thôn Hai")
        given = Campaign(
            0,
            "CD2026",
            "Mở tài khoản",
            date(2026, 1, 1),
            date(2026, 3, 31),
            banks=("970436", "970405"),
            targets=(Target(two, 40, 5), Target(one, 30)),
            sessions=(Session(0, 0, one, date(2026, 1, 5), "Nhà văn hóa", "970405", "Lan", 31),),
        )
        saved = unit.campaigns.save(given)
        assert saved.sessions[0].session_id == 1
        assert unit.campaigns.by_code("CD2026") == saved
        assert unit.campaigns.by_code("không có") is None
        fewer = unit.campaigns.save(replace(saved, targets=(), banks=("970405",)))
        assert unit.campaigns.all() == (fewer,)
    with pytest.raises(UserError) as refused, store.unit() as unit:
        unit.campaigns.save(saved)
    assert refused.value.code == "changed_meanwhile"
    with pytest.raises(UserError) as refused, store.unit() as unit:
        unit.campaigns.save(given)
    assert refused.value.code == "campaign_exists"


def test_what_a_campaign_brought(store: Store) -> None:
    with store.unit() as unit:
        village, _ = add_villages(unit, "Thôn Một", "Thôn Hai")
        kept = unit.campaigns.save(Campaign(0, "A", "A", date(2026, 1, 1), date(2026, 2, 1)))
        people = [person(f"Người {n}", village_id=village if n < 3 else None) for n in range(5)]
        new, twice, had, later, same_day = add_people(unit, people)
        mine: dict[str, Any] = {"campaign_id": kept.campaign_id, "opened_on": date(2026, 1, 10)}
        add_accounts(
            unit,
            [
                account(had, "970436", opened_on=date(2020, 1, 1)),
                account(same_day, "970436"),  # undated, but entered before
                account(new, **mine),
                account(twice, **mine),
                account(twice, "970436", **mine),
                account(had, **mine),
                account(later, None, **mine),
                account(later, "970436", opened_on=date(2026, 1, 20)),
                account(same_day, **mine),
            ],
        )
        brought = unit.campaign_results.result(kept.campaign_id)
        assert (brought.accounts, brought.people, brought.people_first_account) == (6, 5, 3)
        assert brought.by_bank == {"970405": 4, "970436": 1, "": 1}
        assert brought.by_village == {village: 3, 0: 2}
        empty = unit.campaign_results.result(99)
        assert (empty.accounts, empty.people, empty.people_first_account) == (0, 0, 0)
