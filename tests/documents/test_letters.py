"""Notice, letter and one-page brief: what they say, whom they address, one page whatever comes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from digicommune.documents import brief
from digicommune.documents.description import Document, Placed, Table
from digicommune.documents.docx import render_docx
from digicommune.documents.kinds import compose_document, sections_of, shipped_wording
from digicommune.documents.pdf import beyond_one_page, render_pdf
from digicommune.domain.recognition import RecognisedSum, Risk
from digicommune.domain.snapshot import Part, ReportSnapshot, SnapshotDue, SnapshotOwing
from tests.documents.offices import indicator, office
from tests.documents.reading import pages
from tests.documents.test_report import text_of

DUE = date(2026, 3, 17)


def owing(*names: str, late: bool = False) -> SnapshotDue:
    villages = tuple(SnapshotOwing(one, ("Chữ ký số", "Hồ sơ sức khỏe"), 7) for one in names)
    return SnapshotDue(DUE, late, villages, max(4, len(names)))


def paper(kind: str, **more: object) -> Document:
    snapshot = office(**{"kind": kind, "recipients": ("Lưu: VT",), "addressees": (), **more})  # type: ignore[arg-type]
    return compose_document(kind, snapshot, shipped_wording(kind))


def test_a_letter_goes_to_the_villages_that_owe() -> None:
    document = paper("cong-van", owing=owing("Hổ Thôn", "Thôn 1"))
    assert document.addressees == ("Trưởng thôn Hổ Thôn", "Trưởng Thôn 1")
    assert document.title.placed is Placed.UNDER_NUMBER
    text = text_of(document)
    assert "còn 2/4 thôn chưa gửi đủ số liệu" in text
    assert "chậm nhất hết ngày 17/3/2026" in text
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert [row.cells[1:3] for row in table.rows] == [("Hổ Thôn", "2"), ("Thôn 1", "2")]
    assert "ngay khi nhận được" in text_of(paper("cong-van", owing=owing("Hổ Thôn", late=True)))


def test_a_letter_to_very_many_lists_them_in_an_annex() -> None:
    names = tuple(f"Thôn {place}" for place in range(1, 48))
    document = paper("cong-van", owing=owing(*names))
    assert document.addressees == ("Trưởng các thôn",)
    (annex,) = document.annexes
    assert annex.number == ""
    assert "nêu tại Phụ lục kèm theo" in text_of(document)
    assert pages(render_pdf(document))


def test_typed_addressees_deadline_and_content_stand_before_all() -> None:
    typed = {
        "addressees": "- Phòng Kinh tế\n- Agribank chi nhánh Hoằng Hóa",
        "deadline": "25/3/2026",
        "subject": "phối hợp mở tài khoản",
        "content": "Đề nghị cử cán bộ.",
    }
    document = paper("cong-van", owing=owing("Hổ Thôn"), sections=typed)
    assert document.addressees == ("Phòng Kinh tế", "Agribank chi nhánh Hoằng Hóa")
    assert document.title.subject == ("phối hợp mở tài khoản",)
    assert "Đề nghị cử cán bộ." in text_of(document)
    assert not [block for block in document.blocks if isinstance(block, Table)]
    by = paper("cong-van", owing=owing("Hổ Thôn"), sections={"deadline": "25/3/2026"})
    assert "chậm nhất hết ngày 25/3/2026" in text_of(by)


def test_nobody_who_owes_nothing_is_reminded() -> None:
    document = paper("cong-van", owing=owing())
    assert document.addressees == ("Trưởng các thôn",)
    assert "04 thôn đã gửi đủ số liệu" in text_of(document)
    notice = text_of(paper("thong-bao", owing=owing()))
    assert "04 thôn đã gửi đủ số liệu" in notice


def test_a_notice_tells_the_day_and_who_is_waited_for() -> None:
    document = paper("thong-bao", owing=owing("Hổ Thôn", "Vệ Thôn"))
    text = text_of(document)
    assert "1. Các thôn rà soát, tổng hợp số liệu quý I năm 2026" in text
    assert "chậm nhất ngày 17/3/2026" in text
    assert (
        "2. Đến ngày lập thông báo này còn 2/4 thôn chưa gửi đủ số liệu: Hổ Thôn, Vệ Thôn" in text
    )
    assert document.number is not None
    assert document.number.symbol == "TB-UBND"
    assert render_docx(document)


@pytest.mark.parametrize("kind", ["thong-bao", "cong-van", "tom-tat-lanh-dao", "giay-moi-hop"])
def test_each_has_sections_to_write(kind: str) -> None:
    snapshot = office(kind=kind, owing=owing("Hổ Thôn"))
    found = sections_of(kind, snapshot, shipped_wording(kind))
    assert len({one.code for one in found}) == len(found) >= 4
    for one in found:
        if one.elsewhere:
            continue
        typed = replace(snapshot, sections={one.code: f"Câu riêng của {one.code}."})
        document = compose_document(kind, typed, shipped_wording(kind))
        assert f"Câu riêng của {one.code}" in text_of(document)


def test_the_brief_says_what_counts() -> None:
    one = indicator("TKNH", "Tài khoản", Part(90, 120), previous=Part(60, 100), target="80")
    risks = {1: Risk(("TC4 mới đạt 69,98%",), 5, 6)}
    document = paper(
        "tom-tat-lanh-dao",
        indicators=(one,),
        owing=owing("Hổ Thôn", late=True),
        recognised=RecognisedSum((1, 2), 4, risks),
        late_tasks=("Vệ Thôn, TC5: Lê Văn Mẫu, hạn 01/03/2026",),
        open_rows=0,
    )
    text = text_of(document)
    for said in (
        "3/4 thôn đạt tiêu chí thôn thông minh; 2/4 thôn đã được công nhận.",
        "Tài khoản: 90/120 người (75,00%), mục tiêu 80%, còn thiếu 6 người.",
        "Tài khoản: tăng 15,00 điểm %, thêm 30 người (nay 75,00%).",
        "Quá hạn gửi số liệu (ngày 17/3/2026): 1/4 thôn (Hổ Thôn).",
        "Vệ Thôn, TC5: Lê Văn Mẫu, hạn 01/03/2026.",
        "Duyên Hy: nguy cơ thu hồi công nhận; TC4 mới đạt 69,98%.",
    ):
        assert said in text


LONG = some.text("abc đêôư", min_size=1, max_size=220).map(lambda one: f"Chỉ tiêu {one}".strip())
PARTS = some.builds(
    Part, some.integers(0, 99_999), some.one_of(some.none(), some.integers(0, 99_999))
)


@given(
    some.lists(some.tuples(LONG, PARTS, some.one_of(some.none(), PARTS)), max_size=30),
    some.lists(LONG, max_size=50),
    some.lists(LONG, max_size=20),
)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_brief_is_one_page_whatever_comes(
    figures: list[tuple[str, Part, Part | None]], villages: list[str], tasks: list[str]
) -> None:
    indicators = tuple(
        indicator(f"I{at}", name, now, previous=before, target="80" if at % 2 else None)
        for at, (name, now, before) in enumerate(figures)
    )
    risks = {place: Risk(tuple(villages[:5]), 1, 6) for place in range(1, 5)}
    document = paper(
        "tom-tat-lanh-dao",
        indicators=indicators,
        owing=owing(*villages, late=True),
        late_tasks=tuple(tasks),
        recognised=RecognisedSum((1, 2, 3, 4), 4, risks),
    )
    assert len(pages(render_pdf(document))) == 1


def test_the_fullest_brief_is_one_page_and_leaves_little_white() -> None:
    name = "Chi trả lương hưu, trợ cấp bảo hiểm xã hội không dùng tiền mặt trên địa bàn"
    indicators = tuple(
        indicator(f"I{at}", f"{name} {at}", Part(50 + at, 100), previous=Part(40, 100), target="90")
        for at in range(20)
    )
    snapshot: ReportSnapshot = office(kind=brief.KIND, indicators=indicators)
    document = compose_document(brief.KIND, snapshot, shipped_wording(brief.KIND))
    (page,) = pages(render_pdf(document))
    assert min(line.baseline for line in page.lines) < 100


@pytest.mark.parametrize("lines", range(8, 27, 3))
def test_a_brief_typed_longer_is_one_page_or_says_by_how_much_it_is_too_long(lines: int) -> None:
    name = "Chi trả lương hưu, trợ cấp bảo hiểm xã hội không dùng tiền mặt trên địa bàn"
    indicators = tuple(
        indicator(f"I{at}", f"{name} {at}", Part(50 + at, 100), previous=Part(40, 100), target="90")
        for at in range(20)
    )
    typed = {"main": "\n".join(f"- Việc thứ {at} đã làm xong." for at in range(lines))}
    document = paper("tom-tat-lanh-dao", indicators=indicators, sections=typed)
    count, over = len(pages(render_pdf(document))), beyond_one_page(document)
    assert (count == 1) == (over == 0)
    assert f"Việc thứ {lines - 1} đã làm xong" in text_of(document)  # nothing typed is cut
    assert over <= max(0, lines - 16) * 1.6 + 1


def test_an_invitation_leaves_the_hour_blank_until_it_is_given() -> None:
    document = paper("giay-moi-hop")
    text = text_of(document)
    assert "……… giờ ………" in text
    assert "Đại diện Thường trực Đảng ủy, Thường trực HĐND xã;" in text
    assert [len(one.rows) for one in document.blocks if isinstance(one, Table)] == [2]
    assert render_docx(document)


def test_each_line_of_an_invitation_is_the_officer_s() -> None:
    typed = {
        "subject": "Dự giao ban tháng 3",
        "guests": "Bà Lê Thị Mẫu, Trưởng thôn Hổ Thôn",
        "time": "14 giờ 30 phút, thứ Hai, ngày 09 tháng 3 năm 2026",
        "venue": "Nhà văn hóa Hổ Thôn",
        "preparation": "Hổ Thôn; Danh sách hộ chưa có tài khoản",
    }
    document = paper("giay-moi-hop", sections=typed)
    text = text_of(document)
    assert document.title.subject == ("Dự giao ban tháng 3",)
    assert "trân trọng kính mời: Bà Lê Thị Mẫu, Trưởng thôn Hổ Thôn." in text
    assert "Thời gian: 14 giờ 30 phút, thứ Hai, ngày 09 tháng 3 năm 2026." in text
    (table,) = (one for one in document.blocks if isinstance(one, Table))
    assert table.rows[0].cells == ("1", "Hổ Thôn", "Danh sách hộ chưa có tài khoản")
    alone = paper("giay-moi-hop", sections={"preparation": "-"})
    assert not [one for one in alone.blocks if isinstance(one, Table)]
