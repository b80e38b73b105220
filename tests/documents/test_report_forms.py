"""The report by its period: short or whole, what is compared and with what, next year's plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from digicommune.documents.description import Document, Heading, Table
from digicommune.documents.kinds import compose_document, shipped_wording
from digicommune.documents.pdf import render_pdf
from digicommune.domain.changes import change
from digicommune.domain.periods import following_title, parse_period
from digicommune.domain.snapshot import Part, ReportSnapshot, SnapshotPaper, SnapshotTeams
from tests.documents.offices import indicator, office
from tests.documents.reading import pages
from tests.documents.test_report import KIND, cells, table_of, text_of


def report(period: str, **more: object) -> Document:
    known = parse_period(period)
    about: dict[str, Any] = {
        "period_code": period,
        "period_title": known.title,
        "period_start": known.start,
        "period_end": known.end,
    }
    return composed(office(**{**about, **more}))


def composed(snapshot: ReportSnapshot) -> Document:
    return compose_document(KIND, snapshot, shipped_wording(KIND))


def heads(document: Document) -> list[str]:
    found = [one.text for one in document.blocks if isinstance(one, Heading) and one.level == 1]
    return [one.partition(". ")[2] for one in found]


def told_of(now: Part, before: Part | None, **more: object) -> str:
    one = indicator("TKNH", "Tài khoản", now, previous=before, **more)
    return text_of(report("2026-Q1", indicators=(one,), criteria=None, verdicts=()))


def test_a_quarter_is_short_and_loses_nothing_that_was_typed() -> None:
    short = report("2026-Q1", form="short")
    assert heads(short) == [
        "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
        "KẾT QUẢ THỰC HIỆN",
        "PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ II NĂM 2026",
    ]
    assert [one.number for one in short.annexes] == [""]
    assert "3/4 thôn đạt" in text_of(short)
    assert "TC4" not in text_of(short)  # its figures stand in an annex that is not printed
    typed = report("2026-Q1", form="short", sections={"difficulties": "Mưa lũ kéo dài."})
    assert "ĐÁNH GIÁ CHUNG" in heads(typed)
    assert "Mưa lũ kéo dài." in text_of(typed)


@pytest.mark.parametrize(
    ("period", "subject"),
    [
        ("2026-03", "thôn thông minh tháng 3 năm 2026"),
        ("2026-Q4", "thôn thông minh quý IV năm 2026"),
        ("2026-H1", "6 tháng đầu năm 2026; phương hướng, nhiệm vụ 6 tháng cuối năm 2026"),
        ("2026-9M", "9 tháng đầu năm 2026; phương hướng, nhiệm vụ 3 tháng cuối năm 2026"),
        ("2026", "năm 2026; phương hướng, nhiệm vụ năm 2027"),
    ],
)
def test_the_subject_says_the_period(period: str, subject: str) -> None:
    assert " ".join(report(period).title.subject).endswith(subject)
    assert len(heads(report(period))) == 5


@pytest.mark.parametrize(
    ("period", "following"),
    [("2026-12", "tháng 1 năm 2027"), ("2026-Q4", "quý I năm 2027"), ("2026", "năm 2027")],
)
def test_what_follows_a_period(period: str, following: str) -> None:
    assert following_title(parse_period(period)) == following
    assert following_title(parse_period("2026-03-02..2026-03-08")) == ""


def test_rises_and_falls_are_exact_and_half_up() -> None:
    up = told_of(Part(2105 + 102, 3412), Part(2105, 3412))
    assert "so với kỳ trước tăng 2,99 điểm %, thêm 102 người" in up
    down = told_of(Part(388, 480), Part(412, 480))
    assert "so với kỳ trước giảm 5,00 điểm %, bớt 24 người" in down
    same = told_of(Part(1, 3), Part(1, 3))
    assert "so với kỳ trước giữ nguyên" in same
    half = told_of(Part(1000 + 9, 8000), Part(1000, 8000))  # 0,1125 points exactly
    assert "tăng 0,11 điểm %" in half
    assert "tăng 0,13 điểm %" in told_of(Part(1010, 8000), Part(1000, 8000))  # 0,125
    grown = told_of(Part(59, 119), Part(51, 97))
    assert "giảm 3,00 điểm %, thêm 8 người" in grown
    assert "tăng chưa đến 0,01 điểm %, thêm 1 người" in told_of(
        Part(500001, 900000), Part(500000, 900000)
    )


def test_nothing_is_compared_without_both_figures() -> None:
    assert "so với kỳ trước" not in told_of(Part(5, 10), None)
    assert "so với kỳ trước" not in told_of(Part(5, 10), Part(None, None, "blank"))
    assert "so với kỳ trước" not in told_of(Part(5, 10), Part(5, None))
    assert "so với kỳ trước" not in told_of(Part(5, 10), Part(1, 10), missing=("Hổ Thôn",))
    assert change(Part(5, 0), Part(1, 10)) is None
    counts = told_of(Part(7, None), Part(4, None))
    assert "so với kỳ trước thêm 3 người" in counts


def test_the_annex_holds_what_the_sentence_says() -> None:
    one = indicator("TKNH", "Tài khoản", Part(90, 100), previous=Part(80, 100))
    table = table_of(report("2026-H1", indicators=(one,)), 0)
    assert cells(table, "Tăng, giảm (điểm %)") == ["+10,00"]
    assert cells(table, "Tăng, giảm (số)") == ["+10"]
    text = text_of(report("2026-H1", indicators=(one,)))
    assert "cùng kỳ năm trước đạt 80,00%" in text


def test_a_year_stands_beside_the_last_and_plans_the_next() -> None:
    one = indicator("TKNH", "Tài khoản", Part(90, 100), previous=Part(80, 100))
    document = report("2026", indicators=(one,), next_targets={"TKNH": "95.5"})
    beside, plan = (block for block in document.blocks if isinstance(block, Table))
    assert cells(beside, "Năm 2025") == ["80/100 (80,00%)"]
    assert cells(beside, "Năm 2026") == ["90/100 (90,00%)"]
    assert cells(plan, "Mục tiêu năm 2027 (%)") == ["95,5"]
    assert cells(plan, "Còn phải thực hiện") == ["6"]
    quarter = report("2026-Q1", indicators=(one,), next_targets={"TKNH": "95"})
    assert not [block for block in quarter.blocks if isinstance(block, Table)]


def test_teams_are_told_under_the_second_heading() -> None:
    teams = SnapshotTeams(4, 25, 12, 340, 410, 2, 21)
    text = text_of(report("2026", teams=teams))
    assert "2. Tổ công nghệ số cộng đồng, tập huấn" in text
    assert "04 tổ công nghệ số cộng đồng, 25 thành viên. Trong kỳ các tổ đi 12 lượt" in text
    assert "02 buổi tập huấn cho các tổ, 21 lượt thành viên dự" in text
    assert "tổ công nghệ số" not in text_of(report("2026")).casefold()


def test_papers_of_the_register_and_typed_ones_are_the_third_annex() -> None:
    issued = (SnapshotPaper("12/KH-UBND", date(2026, 2, 3), "Kế hoạch mở tài khoản"),)
    typed = {"papers": "05/TB-UBND; 01/02/2026; Thông báo lịch"}
    document = report("2026", issued=issued, sections=typed)
    assert [one.title[0][:8] for one in document.annexes] == [
        *("BIỂU TỔN", "KẾT QUẢ ", "DANH MỤC", "KẾT QUẢ ")
    ]
    table = table_of(document, 2)
    assert cells(table, "Số, ký hiệu") == ["12/KH-UBND", "05/TB-UBND"]
    assert cells(table, "Ngày ban hành") == ["03/02/2026", "01/02/2026"]
    assert "đã ban hành 02 văn bản" in text_of(document)
    assert "05/TB-UBND" not in text_of(document)


def test_an_edited_section_is_printed_whole_and_the_chart_stays() -> None:
    known = office(period_code="2026", period_title="năm 2026")
    plain = composed(known)
    edited = composed(replace(known, sections={"results_kinh_te_so": "- Đã làm xong."}))
    assert "Đã làm xong." in text_of(edited)
    assert "3.073/3.412" not in text_of(edited)
    charts = [sum(type(b).__name__ == "Chart" for b in one.blocks) for one in (plain, edited)]
    assert charts == [1, 1]


def test_a_whole_year_prints_on_paper() -> None:
    teams = SnapshotTeams(4, 25, 12, 340, 410, 2, 21)
    issued = (SnapshotPaper("12/KH-UBND", date(2026, 2, 3), "Kế hoạch mở tài khoản"),)
    document = report("2026", teams=teams, issued=issued, next_targets={"TKNH": "95"})
    text = "\n".join(page.text for page in pages(render_pdf(document)))
    for words in (
        "DANH MỤC VĂN BẢN",
        "NHIỆM VỤ NĂM 2027",
        "So sánh với năm trước",
        "25 thành viên",
    ):
        assert words in text


def test_parts_no_register_knows_are_printed_where_they_are_typed() -> None:
    typed = {
        "awareness": "Tổ chức 02 buổi phổ biến.",
        "security": "Không xảy ra mất an toàn thông tin.",
        "money": "Kinh phí 50.000.000 đồng.",
        "causes": "Một số hộ đi làm ăn xa.",
    }
    plain = report("2026", form="full")
    told = report("2026", form="full", sections=typed)
    levels = [one.text for one in told.blocks if isinstance(one, Heading) and one.level == 2]
    for name in ("Nhận thức số, nhân lực số", "An toàn thông tin", "Kinh phí", "Nguyên nhân"):
        assert any(one.endswith(f". {name}") for one in levels)
        assert name not in text_of(plain)
    assert "1. Nhận thức số, nhân lực số" in levels
    assert "Một số hộ đi làm ăn xa." in text_of(told)
