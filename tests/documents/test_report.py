"""The report and its annexes read back: every figure of the snapshot where it belongs."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from digicommune.charts.values import VillageBars
from digicommune.documents.description import (
    BulletItem,
    Chart,
    Document,
    Heading,
    Note,
    RowKind,
    Table,
)
from digicommune.documents.description import Paragraph as Text
from digicommune.documents.kinds import compose_document, shipped_wording
from digicommune.documents.pdf import render_pdf
from digicommune.domain.criteria import (
    CriteriaSet,
    Criterion,
    CriterionResult,
    PassRule,
    VillageVerdict,
)
from digicommune.domain.snapshot import Part, ReportSnapshot, SnapshotVillage
from tests.documents.offices import CRITERIA, accounts, indicator, office, verdicts, village
from tests.documents.reading import pages

KIND = "bao-cao-chuyen-doi-so"
PARTS = ("C1", "C2", "C3")


def report(snapshot: ReportSnapshot) -> Document:
    return compose_document(KIND, snapshot, shipped_wording(KIND))


def text_of(document: Document) -> str:
    """The letter's own text, one block a line."""
    return "\n".join(_told(block) for block in document.blocks)


def _told(block: object) -> str:
    if isinstance(block, Text | BulletItem | Note):
        return "".join(run.text for run in block.runs)
    return block.text if isinstance(block, Heading) else ""


def table_of(document: Document, place: int) -> Table:
    return next(block for block in document.annexes[place].blocks if isinstance(block, Table))


def cells(table: Table, column: str) -> list[str]:
    place = [one.heading for one in table.columns].index(column)
    return [row.cells[place] for row in table.rows]


def test_known_figures_are_printed_as_the_press_knows_them() -> None:
    document = report(office())
    table = table_of(document, 0)
    assert cells(table, "Tỷ lệ (%)") == ["90,06", "84,3", "36,49", "58,93", "-"]
    assert cells(table, "Lũy kế") == ["3.073", "45.158", "59.991", "265.588", "-"]
    assert cells(table, "Mẫu số") == ["3.412", "53.571", "164.382", "450.684", "-"]
    assert "265.588/450.684 hồ sơ, đạt 58,93%" in text_of(document)


def test_the_bank_list_story_is_told_with_its_open_rows() -> None:
    text = text_of(report(office()))
    assert "3.073/3.412 người, đạt 90,06% (tính trên tổng số người từ 15 tuổi trở lên)" in text
    assert "đạt mục tiêu 80%; trong kỳ tăng thêm 968 người; kỳ trước đạt 61,69%" in text
    assert "tổng số tài khoản ghi nhận là 3.201" in text
    assert "còn 59 dòng chưa xử lý, chưa tính" in text
    assert "còn" not in text_of(report(office(open_rows=0, indicators=(accounts(4),))))


def test_all_sections_stand_in_order_and_point_to_the_annexes() -> None:
    document = report(office())
    heads = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert [head.partition(".")[0] for head in heads if not head[0].isdigit()] == [
        *("I", "II", "III", "IV", "V")
    ]
    assert "tại Phụ lục I, Phụ lục II, Phụ lục III kèm theo" in text_of(document)
    assert [annex.number for annex in document.annexes] == ["I", "II", "III"]
    assert sum(isinstance(block, Chart) for block in document.blocks) == 1


def test_the_total_row_equals_the_text() -> None:
    document = report(office(47))
    table = table_of(document, 1)
    assert len(table.rows) == 48
    total = table.rows[-1]
    assert total.kind is RowKind.TOTAL
    assert total.cells[1] == "Tổng cộng"
    assert "3.073/3.412 (90,06%)" in total.cells
    assert "3.073/3.412" in text_of(document)
    parts = [re.match(r"([\d.]+)/([\d.]+)", row.cells[4]) for row in table.rows[:-1]]
    sums = [
        sum(int(part[i].replace(".", "")) for part in parts if part is not None) for i in (1, 2)
    ]
    assert sums == [3073, 3412]
    assert cells(table, "Số hộ")[-1] == "15.228"


def test_blank_zero_and_not_applicable_are_three_things() -> None:
    parts = {1: Part(None, None, "blank"), 2: Part(0, 520), 3: Part(None, None, "not_applicable")}
    one = indicator("TKNH", "Tài khoản", Part(0, 520), villages=parts)
    table = table_of(report(office(indicators=(one,))), 1)
    assert cells(table, "Tài khoản (người)") == ["-", "0/520 (0,00%)", "KAD", "-", "0/520 (0,00%)"]


def test_a_missed_target_says_by_how_many_and_stays_on_its_side() -> None:
    one = indicator("KNS", "Kỹ năng số", Part(2799, 4000), decimals=1, target="70")
    document = report(office(indicators=(one,), criteria=None, verdicts=()))
    assert "đạt 69,98%" in text_of(document)
    assert "chưa đạt mục tiêu 70%, còn thiếu 1 người" in text_of(document)
    assert cells(table_of(document, 0), "Ghi chú") == ["Thiếu 1 người"]
    assert "Các chỉ tiêu chưa đạt mục tiêu: Kỹ năng số." in text_of(document)


def test_the_criteria_annex_counts_and_names_what_is_missing() -> None:
    table = table_of(report(office()), 2)
    assert cells(table, "TC4") == ["Đ", "C", "Đ", "Đ", "3/4"]
    assert cells(table, "Số tiêu chí đạt") == ["6/6", "5/6", "6/6", "6/6", ""]
    assert cells(table, "Kết luận") == ["Đạt", "Chưa đạt", "Đạt", "Đạt", "3/4 thôn"]
    missing = cells(table, "Nội dung còn thiếu")
    assert missing[1] == "TC4: 69,98% (mức 70%), thiếu 1 người"
    text = text_of(report(office()))
    assert "3/4 thôn đạt" in text
    assert "Vệ Thôn: đạt 5/6 tiêu chí; TC4 (Kỹ năng số) mới đạt 69,98%" in text
    assert "Thôn Vệ Thôn" not in text


def test_numbers_without_proof_and_numbers_not_given_are_told_apart() -> None:
    results = (
        CriterionResult("TC1", "no_evidence"),
        CriterionResult("TC2", "not_met"),
        CriterionResult("TC3", "not_met", "0", "1", 0, None, 1, "mô hình"),
        CriterionResult("TC4", "no_data"),
        CriterionResult("TC5", "met"),
        CriterionResult("TC6", "met"),
    )
    verdict = VillageVerdict(1, False, 2, 6, results)
    document = report(office(1, verdicts=(verdict,)))
    table = table_of(document, 2)
    assert [cells(table, f"TC{i}")[0] for i in range(1, 7)] == ["M", "C", "C", "-", "Đ", "Đ"]
    assert cells(table, "Nội dung còn thiếu")[0] == (
        "TC1: đủ số liệu, thiếu minh chứng; TC2: chưa đạt;"
        " TC3: 0 (mức 1), thiếu 1 mô hình; TC4: chưa có số liệu"
    )
    assert "TC1 (Hạ tầng số) đủ số liệu, thiếu minh chứng" in text_of(document)


def test_what_has_no_village_yet_has_a_row_only_where_it_is_counted() -> None:
    known = office()
    unknown = SnapshotVillage(0, "Chưa rõ thôn", None, {})
    with_some = replace(
        known.indicators[0], villages={**known.indicators[0].villages, 0: Part(7, 0)}
    )
    snapshot = replace(known, villages=(*known.villages, unknown), indicators=(with_some,))
    assert "Chưa rõ thôn" in cells(table_of(report(snapshot), 1), "Thôn")
    empty = replace(snapshot, indicators=(known.indicators[0],))
    assert "Chưa rõ thôn" not in cells(table_of(report(empty), 1), "Thôn")


def test_a_commune_figure_that_is_no_sum_of_villages_says_so() -> None:
    one = indicator("TKNH", "Tài khoản", Part(900, 1000), villages={1: Part(1, 10)})
    document = report(office(indicators=(one,)))
    told = " ".join(_told(block) for block in document.annexes[1].blocks)
    assert "Dòng Tổng cộng của chỉ tiêu Tài khoản là số liệu toàn xã" in told


def test_villages_of_one_name_are_told_apart_by_their_former_commune() -> None:
    villages = (village(1, "Thôn 1", "Hoằng Phong"), village(2, "Thôn 1", "Hoằng Lưu"), village(3))
    document = report(office(villages=villages, verdicts=()))
    assert cells(table_of(document, 1), "Thôn")[:2] == [
        "Thôn 1 (Hoằng Phong)",
        "Thôn 1 (Hoằng Lưu)",
    ]


def test_the_officers_words_take_the_place_of_the_default() -> None:
    typed = {
        "proposals": "Đề nghị cấp trên:\n- hỗ trợ máy;\n- tập huấn.",
        "difficulties": "Mưa lũ.",
    }
    text = text_of(report(office(sections=typed)))
    assert "hỗ trợ máy;" in text
    assert "Mưa lũ." in text
    assert "không có kiến nghị" not in text
    assert "không có kiến nghị" in text_of(report(office()))
    assert "…" not in text
    assert "....." not in text


def test_a_corrected_report_says_which_one_it_replaces() -> None:
    text = text_of(report(office(sections={"replaces": "45/BC-UBND ngày 05 tháng 3 năm 2026"})))
    assert "thay thế Báo cáo số 45/BC-UBND ngày 05 tháng 3 năm 2026." in text


def test_a_commune_without_any_figures_still_prints() -> None:
    empty = office(villages=(), indicators=(), criteria=None, verdicts=(), campaigns=())
    document = report(empty)
    assert [annex.number for annex in document.annexes] == [""]
    assert render_pdf(document).startswith(b"%PDF")


def test_a_ward_with_a_number_takes_its_capital() -> None:
    document = report(office(commune_kind="phường", commune_name="1"))
    assert document.header.agency == ("ỦY BAN NHÂN DÂN", "PHƯỜNG 1")
    assert document.header.place == "Phường 1"


def test_unverified_facts_are_marked() -> None:
    one = indicator("KNS", "Kỹ năng số", Part(1, 2), verified=False)
    document = report(office(indicators=(one,)))
    assert cells(table_of(document, 0), "Chỉ tiêu") == ["Kỹ năng số (*)"]
    told = " ".join(_told(block) for block in document.annexes[0].blocks)
    assert "chưa đối chiếu" in told
    criteria = " ".join(_told(block) for block in document.annexes[2].blocks)
    assert "chưa đối chiếu" in criteria
    verified = report(office(criteria=replace(CRITERIA, verified=True)))
    assert "chưa đối chiếu" not in " ".join(_told(block) for block in verified.annexes[2].blocks)


def test_the_printed_report_reads_back() -> None:
    printed = pages(render_pdf(report(office())))
    text = "\n".join(page.text for page in printed)
    for words in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "XÃ HOẰNG CHÂU", "Số: 45/BC-UBND"):
        assert words in printed[0].text
    for name in ("Duyên Hy", "Vệ Thôn", "Hổ Thôn", "Đồng Tình", "84,3", "36,49", "58,93", "90,06"):
        assert name in text
    assert "huyện" not in text.casefold()


@pytest.mark.parametrize("month", [2, 3])
def test_the_annex_reference_carries_number_and_date(month: int) -> None:
    document = report(office(dated=date(2026, month, 5)))
    shown = "02" if month == 2 else "3"
    assert document.annexes[0].reference == (
        f"(Kèm theo Báo cáo số 45/BC-UBND ngày 05 tháng {shown} năm 2026"
        " của Ủy ban nhân dân xã Hoằng Châu)"
    )


def test_the_list_of_villages_stands_alone_in_landscape() -> None:
    document = compose_document("phu-luc-thon", office(), shipped_wording("phu-luc-thon"))
    page = pages(render_pdf(document))[0]
    assert page.width > page.height
    assert "Số:" not in page.text
    assert "Quý I năm 2026" in page.text
    assert "Tổng cộng" in page.text
    assert "TM. ỦY BAN NHÂN DÂN" in page.text


def test_criteria_that_ended_before_the_period_are_for_reference_only() -> None:
    ended = report(office(criteria=replace(CRITERIA, valid_to=date(2025, 12, 31))))
    told = "áp dụng đến hết ngày 31/12/2025; kết quả đánh giá kỳ này chỉ để tham khảo"
    assert text_of(ended).count(told) == 1
    notes = [_told(block) for block in ended.annexes[2].blocks]
    assert sum(told in one for one in notes) == 1
    assert "chưa đối chiếu" in next(one for one in notes if told in one)
    held = report(office(criteria=replace(CRITERIA, valid_to=date(2026, 3, 14))))
    assert "tham khảo" not in text_of(held)
    assert "tham khảo" not in " ".join(_told(block) for block in held.annexes[2].blocks)


def test_the_criteria_are_explained_in_one_note() -> None:
    notes = [_told(b) for b in report(office()).annexes[2].blocks if isinstance(b, Note)]
    assert len(notes) == 3
    assert all(f"{one.code} - {one.name}: " in notes[1] for one in CRITERIA.criteria)


def test_of_very_many_villages_the_chart_shows_both_ends_and_says_so() -> None:
    parts = {place: Part(place, 100) for place in range(1, 61)}
    one = indicator("TKNH", "Tài khoản", Part(1830, 6000), villages=parts, target="50")
    chart = next(b for b in report(office(60, indicators=(one,))).blocks if isinstance(b, Chart))
    assert isinstance(chart.values, VillageBars)
    shares = [bar.share for bar in chart.values.bars]
    assert shares == [Fraction(n, 100) for n in (*range(60, 50, -1), *range(10, 0, -1))]
    assert "10 thôn có tỷ lệ cao nhất và 10 thôn có tỷ lệ thấp nhất" in chart.caption
    few = next(b for b in report(office(25)).blocks if isinstance(b, Chart))
    assert isinstance(few.values, VillageBars)
    assert len(few.values.bars) == 25


def test_criteria_without_figures_are_named_together() -> None:
    silent = tuple(CriterionResult(one.code, "no_data") for one in CRITERIA.criteria)
    one = VillageVerdict(1, False, 0, 6, silent)
    document = report(office(1, verdicts=(one,)))
    missing = cells(table_of(document, 2), "Nội dung còn thiếu")
    assert missing[0] == "TC1, TC2, TC3, TC4, TC5, TC6: chưa có số liệu"
    # Of a village nothing is known of the text says no more than that.
    assert "Chưa đủ số liệu để kết luận đối với 01 thôn." in text_of(document)
    assert "chưa có số liệu của các tiêu chí" not in text_of(document)
    some = VillageVerdict(1, False, 1, 6, (CriterionResult("TC6", "met"), *silent[:-1]))
    told = text_of(report(office(1, verdicts=(some,))))
    assert told.count("chưa có số liệu của các tiêu chí: TC1 (Hạ tầng số), TC2") == 1


def test_a_k_of_n_is_told_by_its_parts_and_never_twice() -> None:
    criteria = CriteriaSet(
        code="99/2026",
        title="Bộ thử",
        legal_basis="Văn bản thử",
        criteria=(
            Criterion("C", "Nhà văn hóa", "Hai trong ba", "k_of_n", threshold="2", parts=PARTS),
            *(Criterion(code, f"Nội dung {code}", "Có", "yes_no") for code in PARTS),
            Criterion("D", "Mô hình", "Có mô hình", "yes_no", mandatory=False),
        ),
        passing=PassRule("mandatory_and_optional", optional=1),
    )
    results = (
        CriterionResult("C", "not_met", "1", "2", 1, None, 1, "nội dung"),
        CriterionResult("C1", "met"),
        CriterionResult("C2", "not_met"),
        CriterionResult("C3", "no_data"),
        CriterionResult("D", "met"),
    )
    verdict = VillageVerdict(1, False, 1, 2, results)
    document = report(office(1, criteria=criteria, verdicts=(verdict,)))
    table = table_of(document, 2)
    assert cells(table, "C") == ["C 1/3", "0/1"]
    assert cells(table, "D (+)") == ["Đ", "1/1"]
    assert "C1" not in [one.heading for one in table.columns]
    assert cells(table, "Nội dung còn thiếu")[0] == (
        "C: đạt 1/3 nội dung (cần 2), còn thiếu 1 trong C2, C3"
    )
    text = text_of(document)
    assert "đủ tiêu chí bắt buộc và ít nhất 01 tiêu chí tự chọn" in text
    assert (
        "đạt 1/2 tiêu chí; C (Nhà văn hóa) có 1/3 nội dung, cần ít nhất 2, thiếu 1 trong các"
        " nội dung: C2 (Nội dung C2), C3 (Nội dung C3)."
    ) in text


def test_points_have_a_column_of_their_own() -> None:
    criteria = replace(CRITERIA, passing=PassRule("points", points="60.5"))
    judged = tuple(
        replace(one, points="45", points_of="60.5") for one in verdicts(office(2).villages)
    )
    document = report(office(2, criteria=criteria, verdicts=judged))
    assert cells(table_of(document, 2), "Điểm") == ["45/60,5", "45/60,5", ""]
    assert "đạt 5/6 tiêu chí, 45/60,5 điểm cần có; TC4" in text_of(document)
