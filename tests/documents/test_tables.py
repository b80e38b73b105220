"""Tables on paper: heads on every page, whole rows, numbers right, nothing lost, no shading."""

from __future__ import annotations

from io import BytesIO

import pdfplumber
import pytest

from digicommune.documents.description import Align, Column, Document, Orientation, Row, Table
from digicommune.documents.pdf import render_pdf
from digicommune.documents.press.columns import measure
from digicommune.documents.press.grid import grid
from tests.documents.papers import annex, letter, villages
from tests.documents.reading import pages


def table_of(texts: list[str], align: Align = Align.LEFT) -> Document:
    table = Table(
        (
            Column("TT", Align.CENTER, 0.4),
            Column("Nội dung", align, 1),
            Column("Số", Align.RIGHT, 1),
        ),
        tuple(Row((str(i), text, "12.345")) for i, text in enumerate(texts, start=1)),
    )
    return letter(annexes=(annex(table),))


def test_47_villages_have_the_head_on_every_page_and_their_total() -> None:
    printed = [
        page
        for page in pages(render_pdf(letter(annexes=(annex(villages(47)),))))
        if page.width > page.height
    ]
    assert len(printed) >= 2
    for page in printed:
        heads = [page.line(text) for text in ("TT", "Thôn", "Số hộ", "Nhân khẩu")]
        assert {one.font for one in heads} == {"LiberationSerif-Bold"}
        assert page.line("(1)").baseline < heads[0].baseline
    found = [
        line.text for page in printed for line in page.lines if line.text.startswith("Thôn thứ")
    ]
    assert found == [f"Thôn thứ {i}" for i in range(1, 48)]
    total = printed[-1].line("Tổng cộng")
    assert total.font == "LiberationSerif-Bold"
    assert "4700" in printed[-1].text
    assert "Đơn vị tính: hộ, người" in printed[0].text
    assert sum("Đơn vị tính" in page.text for page in printed) == 1


def test_numbers_end_on_one_line_and_rows_stay_inside_the_margins() -> None:
    page = pages(render_pdf(letter(annexes=(annex(villages(9)),))))[-1]
    ends = {round(line.right, 1) for line in page.lines if line.text in {"100", "900"}}
    assert len(ends) == 1
    assert min(rule.height for rule in page.rules) >= 20
    assert max(rule.right for rule in page.rules) == pytest.approx(282, abs=0.2)


def test_lines_are_thin_and_black_and_nothing_is_shaded() -> None:
    with pdfplumber.open(BytesIO(render_pdf(letter(annexes=(annex(villages(5)),))))) as opened:
        page = opened.pages[-1]
        assert not [one for one in page.rects if one["fill"]]
        assert max(one["linewidth"] for one in page.lines) <= 0.75
        assert {str(one["stroking_color"]) for one in page.lines} <= {
            "(0,)",
            "(0, 0, 0)",
            "None",
            "0",
        }


def test_a_long_cell_wraps_and_its_row_is_not_divided() -> None:
    long = "Mô hình camera an ninh kết hợp loa truyền thanh thông minh và mạng wifi công cộng " * 4
    printed = pages(render_pdf(table_of([long] * 12)))
    for page in printed[1:]:
        begun = sum(line.text.startswith("Mô hình camera") for line in page.lines)
        counted = [line for line in page.lines if line.text == "12.345"]
        assert len(counted) == begun


def test_a_cell_taller_than_a_page_is_cut_and_says_so() -> None:
    printed = pages(render_pdf(table_of(["chữ " * 3000])))
    assert len(printed) == 2
    assert "…" in printed[-1].text


def test_words_longer_than_the_column_are_broken_not_overprinted() -> None:
    page = pages(render_pdf(table_of(["x" * 500])))[-1]
    pieces = [line for line in page.lines if set(line.text) == {"x"}]
    assert sum(len(line.text) for line in pieces) == 500
    assert len({round(line.left, 1) for line in pieces}) == 1
    number = page.line("12.345")
    assert max(line.right for line in pieces) < number.left


def test_numbers_are_never_broken_and_type_shrinks_for_many_columns() -> None:
    columns = tuple(Column(f"Chỉ tiêu {i}", Align.RIGHT) for i in range(12))
    table = Table(columns, (Row(tuple("1.234.567.890" for _ in columns)),))
    laid = grid(table, measure_width := 714.0)
    assert all(isinstance(cell, str) for cell in laid.lines[0].cells)
    assert measure(table, measure_width).size < 12
    assert sum(measure(table, measure_width).widths) == pytest.approx(measure_width)


def test_even_forty_columns_stay_on_the_sheet() -> None:
    columns = tuple(Column(f"Cột {i}", Align.RIGHT) for i in range(40))
    table = Table(columns, (Row(tuple("1.234.567" for _ in columns)),))
    assert sum(measure(table, 714.0).widths) == pytest.approx(714.0)
    page = pages(render_pdf(letter(annexes=(annex(table),))))[-1]
    assert max(rule.right for rule in page.rules) == pytest.approx(282, abs=0.2)


def test_an_empty_table_prints_its_head() -> None:
    page = pages(render_pdf(letter(annexes=(annex(Table((Column("Thôn"),), ())),))))[-1]
    assert "Thôn" in page.text


def test_a_row_of_the_wrong_width_is_a_bug_that_shows_at_once() -> None:
    with pytest.raises(ValueError, match="row of 2 cells"):
        Table((Column("Thôn"),), (Row(("a", "b")),))


def test_a_list_ending_in_its_table_keeps_rows_with_the_signature() -> None:
    for count in range(8, 22):
        listed = letter(villages(count), orientation=Orientation.LANDSCAPE, recipients=())
        last = pages(render_pdf(listed))[-1]
        assert "TM. ỦY BAN NHÂN DÂN" in last.text
        assert "Tổng cộng" in last.text


def test_a_thousand_rows_come_whole() -> None:
    texts = [f"Hộ số {i}" for i in range(1000)]
    printed = pages(render_pdf(table_of(texts)))
    found = [line.text for page in printed for line in page.lines if line.text.startswith("Hộ số")]
    assert found == texts


def test_long_names_keep_room_beside_many_figures() -> None:
    heads = ("TT", "Thôn", "Số hộ", *(f"Chỉ tiêu thứ {i} của xã (người)" for i in range(6)))
    columns = tuple(Column(h, Align.LEFT if h == "Thôn" else Align.RIGHT, 1.5) for h in heads)
    rows = tuple(
        Row((str(i), "Khu phố Trung Tâm Hưng Long", "300", *["1.089/1.100 (99,00%)"] * 6))
        for i in range(1, 20)
    )
    page = pages(render_pdf(letter(annexes=(annex(Table(columns, rows)),))))[1]
    assert any("Hưng Long" in line.text for line in page.lines)
    assert any("1.089/1.100" in line.text for line in page.lines)
    assert min(line.size for line in page.lines) >= 11
