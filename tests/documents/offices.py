"""Frozen snapshots of a synthetic commune for the tests of the paper; no person in it exists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from digicommune.domain.criteria import CriteriaSet, Criterion, CriterionResult, VillageVerdict
from digicommune.domain.snapshot import (
    Part,
    ReportSnapshot,
    SnapshotCampaign,
    SnapshotIndicator,
    SnapshotSigner,
    SnapshotVillage,
)

NAMES = ("Duyên Hy", "Vệ Thôn", "Hổ Thôn", "Đồng Tình")
CRITERIA = CriteriaSet(
    code="35/2022",
    title="Tiêu chí thôn thông minh tỉnh Thanh Hóa (Quyết định 35/2022/QĐ-UBND)",
    legal_basis="Quyết định số 35/2022/QĐ-UBND của Ủy ban nhân dân tỉnh Thanh Hóa",
    criteria=(
        Criterion("TC1", "Hạ tầng số", "Cáp quang và sóng di động đến thôn", "yes_no"),
        Criterion("TC2", "Cán bộ thôn dùng nền tảng số", "Dùng nền tảng số", "yes_no"),
        Criterion("TC3", "Mô hình", "Ít nhất 01 mô hình", "count", threshold="1", unit="mô hình"),
        Criterion("TC4", "Kỹ năng số", "Ít nhất 70%", "ratio", "KNS", threshold="70", unit="người"),
        Criterion("TC5", "Tài khoản", "Ít nhất 50%", "ratio", "TKNH", threshold="50", unit="người"),
        Criterion("TC6", "Địa chỉ số", "100% số nhà", "ratio", "DCSO", threshold="100", unit="nhà"),
    ),
)
_YES = tuple(CriterionResult(code, "met") for code in ("TC1", "TC2", "TC3", "TC5", "TC6"))
_SKILLED = CriterionResult("TC4", "met", "83.00", "70", 1660, 2000, 0, "người", "lao_dong")
_SHORT = CriterionResult("TC4", "not_met", "69.98", "70", 2799, 4000, 1, "người", "lao_dong")


def village(place: int, name: str = "", former: str | None = None) -> SnapshotVillage:
    """A village of 300 households and up."""
    population = {"so_ho": 300 + place, "nhan_khau": 1200 + place}
    return SnapshotVillage(place, name or NAMES[(place - 1) % 4], former, population)


def indicator(code: str, name: str, total: Part, **more: object) -> SnapshotIndicator:
    """An indicator of persons on the base of all residents unless told otherwise."""
    one = SnapshotIndicator(
        code=code,
        name=name,
        unit="người",
        base="nhan_khau",
        base_name="nhân khẩu",
        decimals=2,
        target=None,
        legal_basis="",
        source="typed",
        total=total,
        previous=None,
        villages={},
        verified=True,
    )
    return replace(one, **more)  # type: ignore[arg-type]


def accounts(count: int) -> SnapshotIndicator:
    """TKNH: 3.073 of 3.412 over so many villages, 968 of them in the period."""
    parts = dict.fromkeys(range(1, count), Part(1, 2))
    parts[count] = Part(3073 - count + 1, 3412 - 2 * (count - 1))
    return indicator(
        "TKNH",
        "Người dân có tài khoản ngân hàng",
        Part(3073, 3412, in_period=968),
        base="nguoi_15",
        base_name="người từ 15 tuổi trở lên",
        target="80",
        previous=Part(2105, 3412),
        villages=parts,
        accounts=3201,
    )


def typed() -> tuple[SnapshotIndicator, ...]:
    """The three published figures of the first story, and one that nobody gave."""
    return (
        indicator("ASXH", "Chi trả trợ cấp qua tài khoản", Part(45158, 53571), decimals=1),
        indicator("BHXH", "Chi trả lương hưu không dùng tiền mặt", Part(59991, 164382)),
        indicator("DVC", "Thanh toán trực tuyến", Part(265588, 450684), unit="hồ sơ"),
        indicator("HSSK", "Hồ sơ sức khỏe điện tử", Part(None, None, "blank"), target="90"),
    )


def verdicts(villages: tuple[SnapshotVillage, ...]) -> tuple[VillageVerdict, ...]:
    """All pass but the second village, which misses TC4 by one person."""
    return tuple(
        VillageVerdict(one.village_id, False, 5, 6, (*_YES, _SHORT))
        if one.village_id == 2
        else VillageVerdict(one.village_id, True, 6, 6, (*_YES, _SKILLED))
        for one in villages
    )


def office(count: int = 4, **more: object) -> ReportSnapshot:
    """A snapshot of the first quarter of 2026 with so many villages."""
    villages = tuple(village(place) for place in range(1, count + 1))
    snapshot = ReportSnapshot(
        kind="bao-cao-chuyen-doi-so",
        commune_name="Hoằng Châu",
        commune_kind="xã",
        province="Thanh Hóa",
        period_code="2026-Q1",
        period_title="quý I năm 2026",
        period_start=date(2025, 12, 15),
        period_end=date(2026, 3, 14),
        villages=villages,
        indicators=(accounts(count), *typed()),
        criteria=CRITERIA,
        verdicts=verdicts(villages),
        campaigns=(_campaign(),),
        signer=SnapshotSigner(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Lê Văn Hoằng"),
        number="45",
        dated=date(2026, 3, 5),
        addressees=(
            "Ủy ban nhân dân tỉnh Thanh Hóa",
            "Sở Khoa học và Công nghệ tỉnh Thanh Hóa",
        ),
        recipients=(
            "Như trên",
            "Thường trực Đảng ủy, HĐND xã",
            "Chủ tịch, các Phó Chủ tịch UBND xã",
            "Các thôn",
            "Lưu: VT, VHXH",
        ),
        open_rows=59,
    )
    return replace(snapshot, **more)  # type: ignore[arg-type]


def _campaign() -> SnapshotCampaign:
    return SnapshotCampaign(
        "CD1",
        "Đợt mở tài khoản tại nhà văn hóa thôn",
        date(2026, 1, 10),
        date(2026, 2, 28),
        ("Agribank", "Vietcombank"),
        4,
        1120,
        968,
    )
