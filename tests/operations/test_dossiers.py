"""Dossiers are kept step by step, and their decisions stand in the register; both databases."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from digicommune.db.store import Store
from digicommune.domain.criteria import CriteriaSet, Criterion
from digicommune.domain.dossier import Decision, DossierKey, Meeting, SelfAssessment
from digicommune.domain.figures import FigureKey, TypedFigure
from digicommune.domain.recognition import Recognition, Revocation
from digicommune.errors import UserError
from digicommune.operations import dossiers, recognitions
from digicommune.settings import resources
from tests.db.offices import add_villages

SKILLS = Criterion("TC4", "Kỹ năng số", "≥ 70 %", "ratio", "KNS", threshold="70", unit="người")
SET = CriteriaSet("THU-2026", "Bộ thử", "Văn bản thử", (SKILLS,))
KEY = DossierKey("THU-2026", "2026", 1)
DECIDED = Decision("145/QĐ-UBND", date(2026, 12, 1), recheck_on=date(2027, 12, 1))


@pytest.fixture
def office(any_store: Store) -> Store:
    """Two villages; one meets the set in 2026 and misses it by a person the year after."""
    with any_store.unit() as unit:
        add_villages(unit, "Hổ Thôn", "Vệ Thôn")
        unit.criteria.save_set(SET)
        unit.figures.set_many(
            TypedFigure(FigureKey(period, "KNS", 1), some, 4_000)
            for period, some in (("2026", 2_800), ("2027", 2_799))
        )
    return any_store


def test_a_step_is_kept_with_who_and_which_version(office: Store) -> None:
    first = dossiers.save(office, KEY, Meeting(chair="  Lê   Văn Mẫu "), 0)
    assert (first.version, first.by != "", first.at != "") == (1, True, True)
    shown = dossiers.load(office, KEY)
    assert shown.dossier.meeting == Meeting(chair="Lê Văn Mẫu")
    assert shown.dossier.kept["meeting"] == first
    assert dossiers.save(office, KEY, Meeting(chair="Trần Thị Thử"), 1).version == 2
    for stale in (0, 1):
        with pytest.raises(UserError) as refused:
            dossiers.save(office, KEY, Meeting(), stale)
        assert refused.value.code == "changed_meanwhile"
    with office.glance() as unit:
        entry = unit.journal.entries(1)[0]
    assert json.loads(entry.before or "") == {"chair": "Lê Văn Mẫu"}
    assert json.loads(entry.after or "") == {"chair": "Trần Thị Thử"}


def test_votes_that_do_not_add_up_are_refused_at_their_field(office: Store) -> None:
    votes = Meeting(represented=100, agree=90, disagree=5, other=4)
    with pytest.raises(UserError) as refused:
        dossiers.save(office, KEY, votes, 0)
    assert (refused.value.code, refused.value.facts["field"]) == ("dossier_sum", "other")
    assert dossiers.load(office, KEY).dossier.meeting == Meeting()
    assert dossiers.save(office, KEY, replace(votes, other=5), 0).version == 1


def test_the_list_tells_how_far_each_village_is(office: Store) -> None:
    dossiers.save(office, KEY, SelfAssessment(dated=date(2026, 3, 1)), 0)
    lines = dossiers.listed(office, "thu 2026", "2026").lines
    told = [(one.village.name, one.state, one.met, one.of, one.passed) for one in lines]
    assert told == [("Hổ Thôn", "self_assessed", 1, 1, True), ("Vệ Thôn", "none", 0, 1, False)]
    assert [o.said for o in lines[1].checks.missing if o.criterion] == [
        "TC4 Kỹ năng số: chưa có số liệu"
    ]


def test_a_decision_of_a_dossier_stands_in_the_register_once(office: Store) -> None:
    dossiers.save(office, KEY, DECIDED, 0)
    dossiers.save(office, KEY, replace(DECIDED, note="đã công bố"), 1)
    shown = recognitions.register(office, "2026", date(2026, 12, 14))
    assert [(o.village, o.recognition.number, o.recognition.note) for o in shown.lines] == [
        ("Hổ Thôn", "145/QĐ-UBND", "đã công bố")
    ]
    one = shown.lines[0].recognition
    assert (one.level, one.authority) == ("commune", "Ủy ban nhân dân xã Hoằng Mẫu")
    assert one.set_sha
    assert (shown.counted.recognised, shown.counted.of) == ((1,), 2)
    assert dossiers.load(office, KEY).recognition == one
    with pytest.raises(UserError) as refused:
        dossiers.save(office, KEY, Decision(), 2)
    assert refused.value.code == "dossier_decided"


def test_a_village_that_falls_below_is_at_risk_by_its_clause(office: Store) -> None:
    dossiers.save(office, KEY, DECIDED, 0)
    then = recognitions.register(office, "2026", date(2026, 12, 14))
    assert (then.lines[0].state, then.at_risk) == ("standing", ())
    now = recognitions.register(office, "2027", date(2027, 12, 1))
    assert [one.risk.clauses for one in now.at_risk if one.risk] == [
        ("TC4 Kỹ năng số: 69,98% (2.799/4.000 người), mức ≥ 70%, thiếu 1 người",)
    ]
    later = recognitions.register(office, "2028", date(2028, 1, 1))  # no figures yet: no danger
    assert (later.lines[0].state, later.lines[0].unjudged) == ("recheck_soon", True)


def test_a_recognition_is_entered_corrected_and_revoked(office: Store) -> None:
    new = Recognition(0, 2, "THU-2026", " 12/QĐ-UBND ", date(2026, 5, 1), "UBND huyện", "district")
    one = recognitions.enter(office, new)
    assert (one.number, one.version, one.authority) == ("12/QĐ-UBND", 1, "UBND huyện")
    with pytest.raises(UserError) as twice:
        recognitions.enter(office, new)
    assert twice.value.code == "recognition_twice"
    one = recognitions.correct(office, replace(one, note="bản giấy lưu tại văn thư"))
    for wrong, code in (
        (Revocation("", date(2027, 1, 1), "không còn đạt"), "recognition_reason"),
        (Revocation("3/QĐ-UBND", date(2026, 1, 1), "không còn đạt"), "recognition_days"),
    ):
        with pytest.raises(UserError) as refused:
            recognitions.revoke(office, one, wrong)
        assert refused.value.code == code
    gone = recognitions.revoke(
        office, one, Revocation("3/QĐ-UBND", date(2027, 1, 1), "không còn đạt")
    )
    with pytest.raises(UserError) as stale:
        recognitions.correct(office, one)
    assert stale.value.code == "changed_meanwhile"
    shown = recognitions.register(office, "2026", date(2027, 6, 1))
    assert (shown.lines[0].state, shown.counted.recognised) == ("revoked", (2,))
    actions = [action for _, _, action in recognitions.story(office, gone.recognition_id)]
    assert actions == ["recognition_revoke", "recognition_correct", "recognise"]


def test_who_recognises_is_the_offices_own_from_a_day_on(office: Store, tmp_path: Path) -> None:
    pack = tmp_path / "tham-quyen.toml"
    shipped = (resources() / "packs" / "recognition.toml").read_text(encoding="utf-8")
    own = shipped.replace('body = "Ủy ban nhân dân {xa}"', 'body = "Hội đồng {xa}"')
    pack.write_text(own, encoding="utf-8")
    recognitions.set_bodies(office, pack, date(2027, 1, 1))
    before, after = date(2026, 12, 31), date(2027, 1, 1)
    assert recognitions.bodies(office, before)[0].body == "Ủy ban nhân dân xã Hoằng Mẫu"
    assert recognitions.bodies(office, after)[0].body == "Hội đồng xã Hoằng Mẫu"
    assert recognitions.bodies(office, date(2025, 6, 30))[0].code == "district"
    for wrong in (own.replace("{xa}", "{xa"), own.replace("recheck_months = 12", "")):
        pack.write_text(wrong, encoding="utf-8")
        with pytest.raises(UserError) as refused:
            recognitions.set_bodies(office, pack, after)
        assert refused.value.code == "bad_pack"
