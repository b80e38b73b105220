"""The dossier of the village whose papers are pictured, step by step; no person in it exists."""

from __future__ import annotations

from datetime import date, time

from digicommune.domain.dossier import (
    Appraisal,
    AppraisalResult,
    CriterionRemark,
    Decision,
    Meeting,
    OpinionLine,
    Opinions,
    Registration,
    SelfAssessment,
    Step,
    Submission,
    TeamPerson,
)

VILLAGE = "Duyên Hy"
CRITERIA = ("TC1", "TC2", "TC3", "TC4", "TC5", "TC6")
HEAD, CLERK = "Nguyễn Văn Thử", "Trần Thị Ghi"
HOUSES = 112


def steps() -> tuple[Step, ...]:
    """All seven steps; of the sample office's village of 112 households."""
    return (*_village(), *_commune())


def _village() -> tuple[Step, ...]:
    return (
        Registration(
            dated=date(2026, 1, 15),
            signed_by=HEAD,
            reasons="Đa số hộ có điện thoại thông minh; nhà văn hóa thôn có mạng wifi.",
            plan=(
                "- Quý I: rà soát kỹ năng số, kiện toàn tổ công nghệ số cộng đồng\n"
                "- Quý II: gắn mã địa chỉ số cho từng nhà\n"
                "- Quý III: mở tài khoản thanh toán cho người chưa có"
            ),
        ),
        SelfAssessment(
            dated=date(2026, 10, 5),
            signed_by=HEAD,
            situation="Thôn có 4 xóm, nghề chính là trồng lúa và buôn bán nhỏ.",
            direction="Tổ công nghệ số cộng đồng đi từng nhà hướng dẫn người dân.",
            resources="Nhân dân đóng góp 12.500.000 đồng và 45 công lao động lắp camera an ninh.",
            weaknesses="Một số người cao tuổi chưa dùng được dịch vụ công trực tuyến.",
            upkeep="Hướng dẫn tại nhà văn hóa thôn vào tối thứ Bảy hằng tuần.",
            remarks=(CriterionRemark("TC3", "Mô hình camera an ninh ngõ xóm."),),
        ),
        _meeting(),
        Opinions(
            dated=date(2026, 10, 14),
            compiled_by=CLERK,
            lines=(
                OpinionLine("Xóm Đông", 58, 58, 57, 57, 56, 0, 1),
                OpinionLine("Xóm Tây", 54, 54, 53, 52, 51, 1, 0),
            ),
            remarks="Đề nghị lắp thêm một điểm wifi công cộng tại xóm Tây.",
        ),
    )


def _meeting() -> Meeting:
    return Meeting(
        held_on=date(2026, 10, 12),
        begins=time(19, 30),
        ends=time(21, 15),
        place="Nhà văn hóa thôn",
        chair=HEAD,
        secretary=CLERK,
        households=HOUSES,
        represented=101,
        absent=11,
        absent_why="đi làm ăn xa",
        discussion=(
            "Ông Lê Văn Hộ: nhất trí với báo cáo của thôn.",
            "Bà Phạm Thị Xóm: đề nghị hướng dẫn thêm cho người cao tuổi.",
        ),
        agree=99,
        disagree=0,
        other=2,
        conclusion="Nhất trí đề nghị Ủy ban nhân dân xã thẩm định, công nhận.",
        copies=2,
    )


def _commune() -> tuple[Step, ...]:
    members = (
        TeamPerson("Lê Văn Mẫu", "Chủ tịch UBND xã", "leader"),
        TeamPerson("Vũ Văn An", "Trưởng Công an xã", "deputy"),
        TeamPerson("Đỗ Văn Số", "Công chức Phòng Văn hóa - Xã hội", "secretary"),
        TeamPerson("Hoàng Thị Mặt", "Chủ tịch Ủy ban MTTQ Việt Nam xã"),
        TeamPerson("Bùi Văn Kinh", "Trưởng phòng Kinh tế"),
    )
    appraisal = Appraisal(
        number="08",
        held_on=date(2026, 10, 28),
        begins=time(14),
        ends=time(16, 30),
        place="Phòng họp Ủy ban nhân dân xã",
        members=members,
        visited_from=date(2026, 10, 20),
        visited_to=date(2026, 10, 21),
        results=tuple(AppraisalResult(code, "met") for code in CRITERIA),
        issued=5,
        collected=5,
        valid=5,
        agree=5,
        disagree=0,
        conclusion="Thôn đủ điều kiện đề nghị công nhận.",
        asks="- Bổ sung ảnh chụp các điểm wifi công cộng",
    )
    return (
        appraisal,
        Submission(number="31", dated=date(2026, 11, 2)),
        Decision(number="145", dated=date(2026, 11, 10), recheck_on=date(2027, 11, 10)),
    )
