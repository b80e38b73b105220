"""Criteria sets go in and out of an office as files and edits; what was judged stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from digicommune.db.store import Store
from digicommune.domain.criteria import ManualAnswer
from digicommune.domain.criteria_changes import copied
from digicommune.domain.villages import Village
from digicommune.errors import UserError
from digicommune.operations import assess, criteria_packs, office, periods, shipped_packs
from digicommune.operations.office import NewOffice
from tests.packs.sets import EVERY_KIND


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return office.create(str(tmp_path / "office.db"), NewOffice("Hoằng Mẫu", "Thanh Hóa"))


@pytest.fixture
def by_hand(tmp_path: Path) -> Path:
    path = tmp_path / "bo-thu.toml"
    path.write_text(EVERY_KIND, encoding="utf-8")
    return path


def test_looking_keeps_nothing_and_importing_keeps_it(store: Store, by_hand: Path) -> None:
    news = criteria_packs.look(store, by_hand)
    assert (news.before, news.changes, news.same) == (None, (), False)
    assert "99/2026" not in {one.code for one in assess.sets(store)}
    criteria_packs.import_pack(store, by_hand)
    assert criteria_packs.find(store, "99-2026") == news.pack
    assert criteria_packs.import_pack(store, by_hand).same
    with store.glance() as unit:
        noted = [one.action for one in unit.journal.entries()]
    assert noted.count("criteria_set") == 1  # the same content again is no edit


def test_another_content_of_the_same_code_says_what_changes(store: Store, by_hand: Path) -> None:
    criteria_packs.import_pack(store, by_hand)
    text = EVERY_KIND.replace('threshold = "70"', 'threshold = "75.5"', 1)
    text = text.replace('points = "60.5"', 'points = "50"').replace("evidence = true", "")
    by_hand.write_text(text, encoding="utf-8")
    assert criteria_packs.look(store, by_hand).changes == (
        (
            "Điều kiện đạt: mọi tiêu chí bắt buộc và từ 60,5 điểm"
            " → mọi tiêu chí bắt buộc và từ 50 điểm"
        ),
        "A: ngưỡng 70 → 75,5",
        "C3: cần minh chứng có → không",
    )


def test_what_a_lock_kept_stands_though_the_set_is_replaced(store: Store, by_hand: Path) -> None:
    criteria_packs.import_pack(store, by_hand)
    with store.unit() as unit:
        village = unit.villages.save(Village(0, "Vệ Thôn"))
    assess.answer(store, "99/2026", "2026", ManualAnswer("B", village.village_id, count=1))
    periods.lock(store, "2026")
    before = assess.matrix(store, "99/2026", "2026")
    by_hand.write_text(EVERY_KIND.replace('threshold = "1"', 'threshold = "3"', 1), "utf-8")
    assert "B: ngưỡng 1 → 3" in criteria_packs.import_pack(store, by_hand).changes
    assert assess.matrix(store, "99/2026", "2026") == before
    later = assess.matrix(store, "99/2026", "2027").criteria_set
    assert {one.code: one.threshold for one in later.criteria}["B"] == "3"


def test_a_code_written_otherwise_is_refused(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "bo.toml"
    path.write_text(EVERY_KIND.replace("99/2026", "35-2022"), encoding="utf-8")
    with pytest.raises(UserError) as refused:
        criteria_packs.import_pack(store, path)
    assert refused.value.code == "criteria_code_taken"
    assert "35/2022" in refused.value.advice


def test_what_the_office_does_not_know_is_warned_of(store: Store, by_hand: Path) -> None:
    assert criteria_packs.look(store, by_hand).warnings == ()
    text = EVERY_KIND.replace('"KNS"', '"RIENG"').replace('"lao_dong"', '"nguoi_lon"')
    by_hand.write_text(text, encoding="utf-8")
    first, second = criteria_packs.import_pack(store, by_hand).warnings
    assert "RIENG" in first
    assert "nguoi_lon" in second


def test_an_export_comes_in_again_as_the_same(store: Store, tmp_path: Path) -> None:
    for one in assess.sets(store):
        path = criteria_packs.export(store, one.code, tmp_path / "ra.toml")
        assert criteria_packs.look(store, path).same
    with pytest.raises(UserError) as refused:
        criteria_packs.export(store, "35/2022", tmp_path / "khong-co" / "ra.toml")
    assert refused.value.code == "file_not_written"


def test_a_frame_takes_the_criteria_of_the_set_before_it(store: Store) -> None:
    frame = criteria_packs.find(store, "28/2024")
    source = criteria_packs.find(store, "35/2022")
    draft = copied(frame, source)
    criteria_packs.save(store, draft, frame)
    kept = criteria_packs.find(store, "28/2024")
    assert kept.criteria == source.criteria
    assert (kept.verified, kept.frame, kept.legal_basis) == (False, True, frame.legal_basis)
    assert "chép từ bộ 35/2022" in kept.note
    assert copied(kept, source) == kept  # copied twice it says so once


def test_edits_with_faults_and_edits_over_others_are_refused(store: Store) -> None:
    before = criteria_packs.find(store, "35/2022")
    wrong = replace(before, criteria=(replace(before.criteria[3], threshold="700"),))
    with pytest.raises(UserError) as refused:
        criteria_packs.save(store, wrong, before)
    assert refused.value.code == "criteria_faults"
    assert "TC4" in refused.value.message
    mine = replace(before, note="của tôi")
    criteria_packs.save(store, replace(before, note="của người khác"), before)
    with pytest.raises(UserError) as refused:
        criteria_packs.save(store, mine, before)
    assert refused.value.code == "changed_meanwhile"
    with pytest.raises(UserError) as refused:
        criteria_packs.save(store, before, None)
    assert refused.value.code == "criteria_code_taken"


def test_what_the_office_edited_stays_when_the_program_brings_newer(store: Store) -> None:
    before = criteria_packs.find(store, "35/2022")
    criteria_packs.save(store, replace(before, verified=True, checked_by="Lan"), before)
    with store.unit() as unit:
        unit.office.set_setting(shipped_packs.DIGEST, "0" * 64)
    shipped_packs.renew_packs(store)
    assert criteria_packs.find(store, "35/2022").checked_by == "Lan"
