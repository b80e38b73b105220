"""A commune of four villages with a set of every kind of rule, and a whole dossier to fill in."""

from __future__ import annotations

from datetime import date, time

from digicommune.db.store import Store
from digicommune.domain.criteria import CriteriaSet, Criterion, ManualAnswer, PassRule
from digicommune.domain.dossier import (
    Appraisal,
    AppraisalResult,
    CriterionRemark,
    Decision,
    DossierKey,
    Meeting,
    OpinionLine,
    Opinions,
    Registration,
    SelfAssessment,
    Step,
    Submission,
    TeamPerson,
)
from digicommune.domain.figures import FigureKey, TypedFigure
from digicommune.domain.villages import PopulationFigure
from digicommune.operations import assess, dossiers
from tests.db.offices import add_villages

VILLAGES = ("Duyên Hy", "Vệ Thôn", "Hổ Thôn", "Đồng Tình")
NET = Criterion("TC1", "Hạ tầng số", "Internet đến thôn", "yes_no", weight="10")
TEAM = Criterion("TC2", "Tổ công nghệ số", "Có quyết định thành lập tổ", "document", weight="10")
MODELS = Criterion(
    "TC3", "Mô hình", "Ít nhất 01 mô hình", "count", threshold="1", unit="mô hình",
    evidence=True, weight="20",
)  # fmt: skip
SKILLS = Criterion(
    "TC4", "Kỹ năng số", "Ít nhất 70%", "ratio", "KNS", threshold="70", unit="người", weight="40"
)
WIFI = Criterion("TC5a", "Wifi", "Có wifi nhà văn hóa", "yes_no")
CAMERA = Criterion("TC5b", "Camera", "Có camera an ninh", "yes_no")
PARTS = Criterion(
    "TC5", "Tiện ích số", "Ít nhất 1 trong 2 nội dung", "k_of_n", threshold="1",
    parts=("TC5a", "TC5b"), mandatory=False, weight="20.5",
)  # fmt: skip
SET = CriteriaSet(
    "THU-2026",
    "Bộ tiêu chí thử",
    "Quyết định số 01/2026/QĐ-UBND (văn bản thử)",
    (NET, TEAM, MODELS, SKILLS, PARTS, WIFI, CAMERA),
    passing=PassRule("points", points="80.5"),
)
PERIOD = "2026"


def fill_registers(store: Store, proof: str = "ảnh mô hình lưu tại xã") -> None:
    """Four villages that meet everything, where ``proof`` says what proves the model."""
    with store.unit() as unit:
        add_villages(unit, *VILLAGES)
        unit.criteria.save_set(SET)
        numbers = range(1, len(VILLAGES) + 1)
        unit.figures.set_many(
            TypedFigure(FigureKey(PERIOD, "KNS", number), 2_800, 4_000) for number in numbers
        )
        unit.villages.add_population(
            PopulationFigure(number, code, date(2025, 12, 31), count, "thử")
            for number in numbers
            for code, count in (("so_ho", 315), ("nhan_khau", 1_207))
        )
    for number in numbers:
        for code, said in (("TC1", True), ("TC2", True), ("TC5a", True), ("TC5b", False)):
            assess.answer(store, SET.code, PERIOD, ManualAnswer(code, number, answer=said))
        model = ManualAnswer("TC3", number, count=2, evidence=proof)
        assess.answer(store, SET.code, PERIOD, model)


STEPS: tuple[Step, ...] = (
    Registration(
        dated=date(2026, 1, 15),
        signed_by="Nguyễn Văn Thử",
        reasons="Đa số hộ có điện thoại thông minh.",
        plan="- Quý I: rà soát kỹ năng số\n- Quý II: gắn mã địa chỉ số",
    ),
    SelfAssessment(
        dated=date(2026, 10, 5),
        signed_by="Nguyễn Văn Thử",
        situation="Thôn có 4 xóm, nghề chính là trồng lúa.",
        direction="Tổ công nghệ số cộng đồng đi từng nhà hướng dẫn.",
        resources="Nhân dân đóng góp 12.500.000 đồng.",
        weaknesses="Một số người cao tuổi chưa dùng được dịch vụ công trực tuyến.",
        upkeep="Hướng dẫn vào tối thứ Bảy hằng tuần.",
        remarks=(CriterionRemark("TC3", "camera an ninh ngõ xóm"),),
    ),
    Meeting(
        held_on=date(2026, 10, 12),
        begins=time(19, 30),
        ends=time(21, 15),
        place="Nhà văn hóa thôn",
        chair="Nguyễn Văn Thử",
        secretary="Trần Thị Ghi",
        households=315,
        represented=280,
        absent=35,
        absent_why="đi làm ăn xa",
        discussion=("Ông Lê Văn Hộ: nhất trí với báo cáo.",),
        agree=276,
        disagree=0,
        other=4,
        conclusion="Nhất trí đề nghị thẩm định, công nhận.",
        copies=2,
    ),
    Opinions(
        dated=date(2026, 10, 14),
        compiled_by="Trần Thị Ghi",
        lines=(
            OpinionLine("Xóm 1", 160, 160, 156, 155, 154, 0, 1),
            OpinionLine("Xóm 2", 155, 155, 150, 150, 149, 1, 0),
        ),
    ),
    Appraisal(
        number="08",
        held_on=date(2026, 10, 28),
        begins=time(14),
        ends=time(16, 30),
        place="Phòng họp Ủy ban nhân dân xã",
        members=(
            TeamPerson("Lê Văn Mẫu", "Chủ tịch UBND xã", "leader"),
            TeamPerson("Đỗ Văn Số", "Công chức Văn hóa - Xã hội", "secretary"),
            TeamPerson("Vũ Văn An", "Trưởng Công an xã"),
        ),
        visited_from=date(2026, 10, 20),
        visited_to=date(2026, 10, 21),
        results=tuple(AppraisalResult(one.code, "met") for one in SET.standing),
        issued=3,
        collected=3,
        valid=3,
        agree=3,
        disagree=0,
        conclusion="Thôn đủ điều kiện đề nghị công nhận.",
    ),
    Submission(number="31", dated=date(2026, 11, 2)),
    Decision(number="145", dated=date(2026, 11, 10), recheck_on=date(2027, 11, 10)),
)


def fill_dossier(store: Store, village: int, *, decided: str = "145") -> DossierKey:
    """A whole dossier of a village; its decision bears ``decided``, and none where that is ""."""
    key = DossierKey(SET.code, PERIOD, village)
    for step in STEPS:
        if isinstance(step, Decision):
            if not decided:
                continue
            step = Decision(decided, step.dated, recheck_on=step.recheck_on)  # noqa: PLW2901
        version = dossiers.load(store, key).dossier.version(dossiers.code_of(step))
        dossiers.save(store, key, step, version)
    return key
