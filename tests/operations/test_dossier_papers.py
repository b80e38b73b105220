"""Every paper of a dossier prints from its frozen snapshot: whole, in order, with blanks."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from digicommune.db.store import Store
from digicommune.domain.dossier import Decision, StepCode
from digicommune.errors import UserError
from digicommune.operations import assess, dossier_papers, dossiers, reports
from digicommune.operations.dossier_papers import PaperRequest
from tests.operations.dossier_story import PERIOD, SET, fill_dossier, fill_registers

VILLAGE = "Hổ Thôn"
IN_ORDER = (
    "BẢN ĐĂNG KÝ",
    "BÁO CÁO Tự đánh giá",
    "BẢNG KẾT QUẢ THỰC HIỆN TIÊU CHÍ",
    "BIÊN BẢN Họp thôn",
    "BẢNG TỔNG HỢP Ý kiến Nhân dân",
    "BIÊN BẢN Họp thẩm định",
    "TỜ TRÌNH Về việc đề nghị công nhận",
    "QUYẾT ĐỊNH Về việc công nhận",
)


@pytest.fixture
def office(store: Store) -> Store:
    """Four villages that meet the set; one has a whole dossier."""
    fill_registers(store)
    fill_dossier(store, 3)
    return store


def text_of(pdf: bytes) -> str:
    pages = (page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return re.sub(r"\s+", " ", " ".join(pages).replace("\u00a0", " "))


def printed(store: Store, kind: str, village: str = VILLAGE) -> str:
    request = PaperRequest(kind, PERIOD, SET.code, village)
    return text_of(dossier_papers.make(store, request).pdf)


def test_the_whole_dossier_prints_in_its_order(office: Store) -> None:
    text = printed(office, "ho-so-cong-nhan")
    places = [text.find(one) for one in IN_ORDER]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("dang-ky-thon-thong-minh", ["UBND XÃ HOẰNG MẪU", "HỔ THÔN", "ngày 15 tháng 01 năm 2026",
                                     "Hổ Thôn có 315 hộ, 1.207 nhân khẩu.", "TRƯỞNG THÔN"]),
        ("tu-danh-gia-thon-thong-minh", ["70,00% (2.800/4.000 người)", "≥ 70%", "1/2 nội dung",
                                         "≥ 1/2 nội dung", "TC5a - Wifi", "ảnh mô hình lưu tại xã",
                                         "camera an ninh ngõ xóm", "20,5/20,5",
                                         "được 100,5/80,5 điểm cần có", "TIÊU CHÍ TỰ CHỌN",
                                         "Tự đánh giá: đạt"]),
        ("bien-ban-hop-thon", ["19 giờ 30 phút, ngày 12 tháng 10 năm 2026", "276 98,57",
                               "vắng 35 hộ (lý do: đi làm ăn xa)", "lập thành 02 bản",
                               "THƯ KÝ", "CHỦ TỌA"]),
        ("tong-hop-y-kien", ["Xóm 1 160 160 156 155 154 99,35 0 1",
                             "Tổng cộng 315 315 306 305 303 99,34 1 1"]),
        ("bien-ban-tham-dinh", ["Số: 08/BB-UBND", "từ ngày 20/10/2026 đến ngày 21/10/2026",
                                "hợp lệ: 03 phiếu",
                                "trên số phiếu hợp lệ: 100,00%", "Tổ trưởng", "Ký tên"]),
        ("to-trinh-cong-nhan", ["Số: 31/TTr-VHXH", "VĂN HÓA - XÃ HỘI", "276/280 hộ",
                                "1. Bản đăng ký", "6. Tài liệu minh chứng các tiêu chí.",
                                "kính trình Chủ tịch Ủy ban nhân dân xã Hoằng Mẫu"]),
        ("quyet-dinh-cong-nhan", ["Số: 145/QĐ-UBND", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ HOẰNG MẪU",
                                  "QUYẾT ĐỊNH:", "Điều 1. Công nhận Hổ Thôn", "đạt 5/5 tiêu chí",
                                  "Tờ trình số 31/TTr-VHXH ngày 02 tháng 11 năm 2026",
                                  "thẩm định lại trước ngày 10/11/2027", "Lê Văn Mẫu"]),
        ("bang-tong-hop-thon-thong-minh", ["4/4 thôn đạt tiêu chí", "1/4 thôn được công nhận",
                                           "145/QĐ-UBND ngày 10/11/2026", "100,5/80,5"]),
    ],
)  # fmt: skip
def test_each_paper_says_what_was_kept(office: Store, kind: str, said: list[str]) -> None:
    text = printed(office, kind)
    missing = [
        one
        for one in said
        if one.replace(" ", "").casefold() not in text.replace(" ", "").casefold()
    ]
    assert not missing, text


def test_a_blank_dossier_prints_with_blanks_and_nobody_is_invented(office: Store) -> None:
    text = printed(office, "ho-so-cong-nhan", village="Vệ Thôn")
    places = [text.find(one) for one in IN_ORDER]
    assert -1 not in places
    assert "Nguyễn Văn Thử" not in text
    assert "None" not in text
    assert "……" in text


def test_the_print_is_kept_and_comes_again_byte_for_byte(office: Store) -> None:
    request = PaperRequest("quyet-dinh-cong-nhan", PERIOD, SET.code, VILLAGE)
    made = dossier_papers.make(office, request)
    key = dossiers.find_key(office, SET.code, PERIOD, VILLAGE)
    version = dossiers.load(office, key).dossier.version("decision")
    dossiers.save(office, key, Decision("200", date(2026, 12, 1)), version)
    assert reports.print_again(office, made.document_id).pdf == made.pdf
    line = reports.made(office)[0]
    assert (line.kind, line.number, line.dated) == ("quyet-dinh-cong-nhan", "145", "2026-11-10")
    summary = dossier_papers.make(office, replace(request, kind="bang-tong-hop-thon-thong-minh"))
    assert reports.print_again(office, summary.document_id).pdf == summary.pdf


def test_number_day_and_signer_asked_for_stand_before_the_dossiers(office: Store) -> None:
    made = dossier_papers.make(
        office,
        PaperRequest(
            "quyet-dinh-cong-nhan", PERIOD, SET.code, VILLAGE, "7/QĐ-CTUBND",
            date(2026, 12, 3), "vice_chairman",
        ),
    )  # fmt: skip
    text = text_of(made.pdf)
    for said in ("Số: 07/QĐ-CTUBND", "ngày 03 tháng 12 năm 2026", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"):
        assert said in text
    assert "TM. ỦY BAN" not in text
    assert "Lê Văn Mẫu" not in text  # the chairman does not sign for his deputy


def test_a_decision_of_the_province_is_its_draft(office: Store) -> None:
    key = fill_dossier(office, 2, decided="")
    dossiers.save(office, key, Decision("", date(2026, 12, 1), level="province"), 0)
    text = printed(office, "quyet-dinh-cong-nhan", "Vệ Thôn")
    assert "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THANH HÓA" in text
    assert "Lê Văn Mẫu" not in text
    handed = printed(office, "to-trinh-cong-nhan", "Vệ Thôn")
    assert "/TTr-UBND" in handed
    assert "Kính gửi: Ủy ban nhân dân tỉnh Thanh Hóa" in handed


def test_every_set_of_the_program_prints_every_paper(office: Store) -> None:
    for one in assess.sets(office):
        for kind in dossier_papers.KINDS:
            request = PaperRequest(kind, PERIOD, one.code, VILLAGE)
            assert dossier_papers.make(office, request).pdf.startswith(b"%PDF-1.7")


def test_a_paper_of_no_village_or_no_kind_is_refused(office: Store) -> None:
    for request, code in (
        (PaperRequest("bien-ban-hop-thon", PERIOD, SET.code), "dossier_of_which_village"),
        (PaperRequest("bien-ban-hop-thon", PERIOD, SET.code, "Thôn lạ"), "village_unknown"),
        (PaperRequest("bien-ban", PERIOD, SET.code, VILLAGE), "kind_unknown"),
        (PaperRequest("quyet-dinh-cong-nhan", PERIOD, SET.code, VILLAGE, signer="vua"),
         "signer_unknown"),
    ):  # fmt: skip
        with pytest.raises(UserError) as refused:
            dossier_papers.make(office, request)
        assert refused.value.code == code


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("meeting", "bien-ban-hop-thon"),
        ("appraisal", "bien-ban-tham-dinh"),
        ("submission", "to-trinh-cong-nhan"),
        ("decision", "quyet-dinh-cong-nhan"),
    ],
)
def test_the_office_says_who_receives_a_paper(office: Store, code: StepCode, kind: str) -> None:
    key = dossiers.find_key(office, SET.code, PERIOD, VILLAGE)
    assert "Ban công tác Mặt trận" not in printed(office, kind)
    dossier = dossiers.load(office, key).dossier
    step = replace(dossier.step(code), recipients=("Ban công tác Mặt trận thôn", "Lưu: VT (03)"))  # type: ignore[arg-type]
    dossiers.save(office, key, step, dossier.version(code))
    text = printed(office, kind)
    assert "- Ban công tác Mặt trận thôn; - Lưu: VT (03)." in text
