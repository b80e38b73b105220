"""What of a dossier cannot be true, and what it still lacks; verdicts in words by every rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digicommune.domain.criteria import (
    CriteriaSet,
    Criterion,
    ManualAnswer,
    VillageVerdict,
)
from digicommune.domain.criteria_judging import Given, judge_village
from digicommune.domain.criteria_words import clauses, reached, threshold_words
from digicommune.domain.dossier import (
    Appraisal,
    AppraisalResult,
    Decision,
    Dossier,
    DossierKey,
    Meeting,
    OpinionLine,
    Opinions,
    Registration,
    SelfAssessment,
    Step,
    Submission,
    TeamPerson,
    state_of,
)
from digicommune.domain.dossier_checks import checklist
from digicommune.domain.dossier_faults import faults
from digicommune.domain.figures import Figure

WHOLE = Meeting(
    held_on=date(2026, 3, 5),
    begins=time(19),
    ends=time(21),
    place="Nhà văn hóa thôn",
    chair="Lê Văn Mẫu",
    secretary="Trần Thị Thử",
    households=120,
    represented=110,
    absent=10,
    agree=108,
    disagree=0,
    other=2,
    conclusion="Đề nghị công nhận",
)


def said(step: Step) -> list[str]:
    return [f"{one.kind} {one.field}: {one.said}" for one in faults(step)]


@pytest.mark.parametrize(
    ("step", "found"),
    [
        (WHOLE, []),
        (
            replace(WHOLE, agree=107),
            ["sum other: đồng ý + không đồng ý + ý kiến khác = 109 nhưng số hộ có đại diện là 110"],
        ),
        (
            replace(WHOLE, absent=9),
            ["sum absent: số hộ có đại diện + số hộ vắng = 119 nhưng số hộ được mời là 120"],
        ),
        (
            replace(WHOLE, agree=111, disagree=None, other=None),
            ["more agree: đồng ý = 111, nhiều hơn số hộ có đại diện là 110"],
        ),
        (replace(WHOLE, ends=time(18)), ["order ends: giờ kết thúc phải sau giờ bắt đầu"]),
        (replace(WHOLE, absent=None, disagree=None), []),
        (
            Opinions(lines=(OpinionLine("Xóm 1", 50, 48, 49, 45, 45, 0, 0),)),
            ["more lines: “Xóm 1”: số phiếu thu về 49, nhiều hơn số phiếu phát ra là 48"],
        ),
        (
            Appraisal(issued=7, collected=7, valid=7, agree=6, disagree=0),
            ["sum disagree: đồng ý + không đồng ý = 6 nhưng số phiếu hợp lệ là 7"],
        ),
        (
            Appraisal(members=(TeamPerson("Lê A"), TeamPerson("Lê A"))),
            ["twice members: thành viên “Lê A” ghi hai lần"],
        ),
        (
            Decision("1", date(2026, 4, 1), valid_until=date(2026, 3, 1)),
            ["order valid_until: ngày hết hiệu lực 01/03/2026 đứng trước ngày 01/04/2026"],
        ),
        (Submission(attachments=("meeting", "meeting")),
         ["twice attachments: tài liệu kèm theo “meeting” ghi hai lần"]),
    ],
)  # fmt: skip
def test_what_cannot_be_true_is_told_at_its_field(step: Step, found: list[str]) -> None:
    assert said(step) == found


@given(st.integers(0, 9_999), st.integers(0, 9_999), st.integers(0, 9_999), st.integers(0, 29_997))
def test_votes_stand_exactly_where_they_add_up(yes: int, no: int, other: int, of: int) -> None:
    wrong = said(Meeting(represented=of, agree=yes, disagree=no, other=other))
    assert (not wrong) == (yes + no + other == of)


YES = Criterion("TC1", "Hạ tầng", "có", "yes_no")
MODELS = Criterion("TC3", "Mô hình", "≥ 2", "count", threshold="2", unit="mô hình", evidence=True)
SKILLS = Criterion("TC4", "Kỹ năng số", "≥ 70 %", "ratio", "KNS", threshold="70", unit="người")
FILE = Criterion("TC5", "Quyết định", "có văn bản", "document")
PART_A = Criterion("TC6a", "Wifi", "có", "yes_no")
PART_B = Criterion("TC6b", "Camera", "có", "yes_no")
PARTS = Criterion("TC6", "Tiện ích", "ít nhất 1", "k_of_n", threshold="1", parts=("TC6a", "TC6b"))
SET = CriteriaSet(
    "THU", "Bộ thử", "Văn bản thử", (YES, MODELS, SKILLS, FILE, PARTS, PART_A, PART_B)
)


def figure(some: int, of: int) -> Figure:
    return Figure("KNS", 1, some, of, "lao_dong")


def judged(answers: dict[str, bool | int], some: int = 2_799) -> VillageVerdict:
    given_answers = {
        code: ManualAnswer(
            code,
            1,
            answer=said if isinstance(said, bool) else None,
            count=None if isinstance(said, bool) else said,
        )
        for code, said in answers.items()
    }
    return judge_village(SET, 1, Given({"TC4": figure(some, 4_000)}, given_answers))


def test_every_kind_of_rule_has_its_words() -> None:
    verdict = judged({"TC1": False, "TC3": 2, "TC5": True, "TC6a": False, "TC6b": False})
    assert clauses(SET, verdict) == (
        "TC1 Hạ tầng: chưa có",
        "TC3 Mô hình: đủ số liệu, thiếu minh chứng",
        "TC4 Kỹ năng số: 69,98% (2.799/4.000 người), mức ≥ 70%, thiếu 1 người",
        "TC6 Tiện ích: 0/2 nội dung, mức ≥ 1/2 nội dung, thiếu 1 nội dung, chưa đạt: TC6a, TC6b",
    )
    by_code = {one.code: one for one in verdict.criteria}
    told = [(reached(one, by_code[one.code]), threshold_words(one)) for one in SET.standing]
    assert told == [
        ("Chưa có", "Có"),
        ("2 mô hình", "≥ 2 mô hình"),
        ("69,98% (2.799/4.000 người)", "≥ 70%"),
        ("Có", "Có"),
        ("0/2 nội dung", "≥ 1/2 nội dung"),
    ]


def test_the_checklist_names_criteria_as_they_were_judged() -> None:
    key = DossierKey("THU", "2026", 1)
    dossier = Dossier(key, meeting=WHOLE)
    verdict = judged({"TC1": True, "TC3": 2, "TC5": True, "TC6a": True}, 2_800)
    checks = checklist(dossier, SET, verdict)
    assert checks.of("meeting").complete
    told = [(one.criterion, one.said) for one in checks.of("self_assessment").missing]
    assert told[-1] == ("TC3", "TC3 Mô hình: đủ số liệu, thiếu minh chứng")
    assert "chưa ghi kết quả thẩm định: TC1, TC3, TC4, TC5, TC6" in [
        one.said for one in checks.of("appraisal").missing
    ]
    frame = checklist(dossier, replace(SET, criteria=(), frame=True), None)
    assert "bộ tiêu chí mới có khung, chưa nhập tiêu chí nào" in [o.said for o in frame.missing]


def test_an_appraisal_that_differs_asks_for_its_reason() -> None:
    verdict = judged({"TC1": True, "TC3": 2, "TC5": True, "TC6a": True}, 2_800)
    found = Appraisal(results=(AppraisalResult("TC1", "not_met"),))
    dossier = Dossier(DossierKey("THU", "2026", 1), appraisal=found)
    told = [one.said for one in checklist(dossier, SET, verdict).of("appraisal").missing]
    assert "TC1: kết quả thẩm định khác tự đánh giá, chưa ghi lý do" in told


def test_how_far_a_dossier_has_come() -> None:
    day = date(2026, 3, 5)
    key = DossierKey("THU", "2026", 1)
    told = [
        Dossier(key),
        Dossier(key, registration=Registration(plan="Lắp wifi")),
        Dossier(key, self_assessment=SelfAssessment(dated=day)),
        Dossier(key, meeting=Meeting(held_on=day)),
        Dossier(key, appraisal=Appraisal(held_on=day)),
        Dossier(key, appraisal=Appraisal(held_on=day), submission=Submission(dated=day)),
        Dossier(key, decision=Decision("145/QĐ-UBND", day), meeting=Meeting(held_on=day)),
    ]
    assert [state_of(one) for one in told] == [
        "none", "registered", "self_assessed", "met", "appraised", "submitted", "recognised",
    ]  # fmt: skip
