"""Phrases, wording packs and kinds: what is printed where nothing or something odd is given."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest

from digicommune.documents.description import (
    DocumentNumber,
    Heading,
    Run,
    Table,
    bullet,
    paragraph,
    with_end_mark,
)
from digicommune.documents.description import Paragraph as Text
from digicommune.documents.figure_words import day, quantity, spoken
from digicommune.documents.kinds import KINDS, compose_document, kind_of, shipped_wording
from digicommune.documents.phrases import (
    NBSP,
    annex_reference,
    date_phrase,
    listed,
    number_phrase,
    padded_number,
    roman,
)
from digicommune.documents.press.texts import bound
from digicommune.documents.wording import load_wording
from digicommune.errors import UserError
from digicommune.settings import resources
from tests.documents.offices import office

SHIPPED = resources() / "packs/wording/bao_cao_chuyen_doi_so.toml"


def test_numbers_below_ten_are_padded_and_unknown_ones_stay_blank() -> None:
    assert number_phrase(DocumentNumber("BC-UBND", "7")) == "Số: 07/BC-UBND"
    assert number_phrase(DocumentNumber("BC-UBND", "45")) == "Số: 45/BC-UBND"
    assert number_phrase(DocumentNumber("BC-UBND", " ")) == f"Số:{NBSP * 12}/BC-UBND"
    assert padded_number("7a") == "7a"


def test_an_unknown_date_prints_no_invented_day_and_no_invented_year() -> None:
    assert date_phrase(None, 2026).split() == ["ngày", "tháng", "năm", "2026"]
    assert date_phrase(None).split() == ["ngày", "tháng", "năm"]


def test_the_annex_names_its_report() -> None:
    number = DocumentNumber("BC-UBND", "45")
    when = date_phrase(date(2026, 2, 5))
    assert annex_reference("Báo cáo", number, when, "Ủy ban nhân dân xã Hoằng Châu") == (
        "(Kèm theo Báo cáo số 45/BC-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân"
        " xã Hoằng Châu)"
    )


def test_lists_end_in_semicolons_and_a_full_stop() -> None:
    assert listed(("- Như trên;", "Lưu: VT, VHXH.")) == ("Như trên;", "Lưu: VT, VHXH.")
    assert listed(()) == ()


@pytest.mark.parametrize(("number", "shown"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV")])
def test_roman_numerals(number: int, shown: str) -> None:
    assert roman(number) == shown


def test_roman_numerals_end_where_annexes_do() -> None:
    with pytest.raises(ValueError, match="40"):
        roman(40)


@pytest.mark.parametrize("end", ["Hết.", "Hết", "Hết;", "Hết./.", "Hết. "])
def test_the_end_mark_is_attached_once(end: str) -> None:
    assert with_end_mark((paragraph(end),)) == (paragraph("Hết./."),)


def test_the_end_mark_needs_a_sentence() -> None:
    assert with_end_mark(()) == ()
    assert with_end_mark((Heading("I. A"),)) == (Heading("I. A"),)
    assert with_end_mark((table := Table((), ()),)) == (table,)
    styled = Text((Run("a", True), Run("b.", italic=True)))
    assert with_end_mark((styled,)) == (Text((Run("a", True), Run("b./.", italic=True))),)
    assert with_end_mark((bullet("b"),)) == (bullet("b./."),)


def test_days_quantities_and_villages_in_sentences() -> None:
    assert [day(date(2026, month, 9)) for month in (2, 3)] == ["09/02/2026", "09/3/2026"]
    assert [quantity(count) for count in (0, 4, 10, 1250)] == ["0", "04", "10", "1.250"]


@pytest.mark.parametrize(
    "name",
    ["Thôn 1", "Vệ Thôn", "Hổ Thôn (Hoằng Phượng)", "Tổ dân phố 3", "Khu phố Nam", "Lương Làng",
     "Bản Sậy", "Tiểu khu 2", unicodedata.normalize("NFD", "VỆ THÔN")],
)  # fmt: skip
def test_a_village_that_names_its_kind_gets_no_other(name: str) -> None:
    assert spoken(name) == name


@pytest.mark.parametrize("name", ["Duyên Hy", "Đồng Tình", "Thônsau Hạ", "Làng", "Hạ (Thôn Trên)"])
def test_a_bare_name_is_called_a_village(name: str) -> None:
    assert spoken(name) == f"thôn {name}"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("vào ngày 05 tháng 3 năm 2026 của xã", ["ngày 05", "tháng 3", "năm 2026"]),
        ("Luật số 72/2025/QH15 ngày 16", ["số 72/2025/QH15", "ngày 16"]),
        ("đạt 33,78 %; thiếu 552 người nữa", ["33,78 %;", "552 người"]),
        ("Số: 45/BC-UBND", ["Số: 45/BC-UBND"]),
        ("Chưa đạt – thiếu 3 nhà", ["đạt –", "3 nhà"]),
        ("gắn chíp (*)", ["chíp (*)"]),
        ("tại Phụ lục II kèm", ["Phụ lục II"]),
    ],
)
def test_what_belongs_together_is_bound(text: str, kept: list[str]) -> None:
    words_bound = [one.replace(NBSP, " ") for one in bound(text).split(" ") if NBSP in one]
    assert words_bound == kept
    assert bound(text).replace(NBSP, " ") == text


def test_free_words_and_years_stay_free() -> None:
    for text in ("năm 2026 trên địa bàn", "1 2 3 4 5", "11.330/14.000 người", "đến 14/12/2026 xã"):
        assert NBSP not in bound(text).replace(f"năm{NBSP}2026", "")


def test_the_kinds_are_those_of_this_stage_and_each_composes() -> None:
    assert [kind.code for kind in KINDS][:2] == ["bao-cao-chuyen-doi-so", "phu-luc-thon"]
    for kind in KINDS:
        document = compose_document(kind.code, office(), shipped_wording(kind.code))
        assert document.signature is not None or document.number is None  # stays inside


def test_an_unknown_kind_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UserError) as caught:
        kind_of("quyet-dinh")
    assert caught.value.code == "kind_unknown"
    assert "phu-luc-thon" in caught.value.advice


def test_the_shipped_wording_is_whole() -> None:
    wording = load_wording(SHIPPED)
    assert wording.symbol == "BC-UBND"
    assert wording.say("replaces", replaced="45 {x}") == "Báo cáo này thay thế Báo cáo số 45 {x}."


def test_a_basis_is_printed_only_while_it_is_in_force() -> None:
    wording = load_wording(SHIPPED)
    before = office(period_start=date(2024, 12, 15), period_end=date(2025, 3, 14))
    assert compose_document(KINDS[0].code, office(), wording).bases != ()
    assert compose_document(KINDS[0].code, before, wording).bases == ()


@pytest.mark.parametrize(
    ("found", "put", "said"),
    [
        ('code = "bao', 'code = = "bao', "sai cú pháp TOML"),
        ('symbol = "BC-UBND"', "symbol = 3", "symbol"),
        ('symbol = "BC-UBND"', "", "thiếu mục symbol"),
        ('symbol = "BC-UBND"', 'symbol = "BC-UBND"\nsymbl = "x"', "không có mục tên symbl"),
        ("{commune} báo cáo", "{commune.__class__} báo cáo", "câu opening"),
        ("{commune} báo cáo", "{xa} báo cáo", "không điền được {xa}"),
        ("{commune} báo cáo", "{commune báo cáo", "câu opening"),
        ("{period}", "{0}", "không điền được {0}"),
        ('closing = "Trên', 'closings = "Trên', "thiếu câu closing"),
        ('target_met = "đạt mục tiêu {target}"', 'target_met = "{target!r:>9}"', "target_met"),
        ('previous = "', 'more = "x"\nprevious = "', "câu more"),
    ],
)
def test_a_bad_wording_pack_names_file_and_reason(
    tmp_path: Path, found: str, put: str, said: str
) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    assert found in text
    path = tmp_path / "loi_van.toml"
    path.write_text(text.replace(found, put, 1), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load_wording(path)
    assert caught.value.code == "bad_pack"
    assert "loi_van.toml" in caught.value.message
    assert said in caught.value.message


def test_the_line_of_a_bad_sentence_is_told(tmp_path: Path) -> None:
    lines = SHIPPED.read_text(encoding="utf-8").splitlines()
    place = next(i for i, line in enumerate(lines) if line.startswith("closing ="))
    lines[place] = 'closing = "{ngay}"'
    path = tmp_path / "loi_van.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(UserError, match=f"dòng {place + 1}"):
        load_wording(path)


def test_a_missing_or_binary_pack_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="không mở được tệp"):
        load_wording(tmp_path / "khong_co.toml")
    path = tmp_path / "anh.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UserError, match="UTF-8"):
        load_wording(path)
