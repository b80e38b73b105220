"""Files are opened by what they are, whatever their name says."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from digicommune.errors import UserError
from tests.sheets.lists import HEAD, kinds, outcome, person, read, warnings, workbook

HTML = """<html><head><meta charset="utf-8"></head><body>
<table><tr><td colspan="4"><b>DANH SÁCH</b></td></tr></table>
<table border=1>
<tr><th rowspan=2>STT<th rowspan=2>Họ và tên<th colspan=2>Năm sinh<th rowspan=2>Số CCCD</tr>
<tr><th>Nam<th>Nữ</tr>
<tr><td>1<td>Lê Văn A&nbsp;<td>01/02/1990<td><td>038090000001</tr>
<tr style="display: none"><td>2<td>Lê Thị B<td><td>1985<td x:num="038185000002">3.8185E+10</tr>
<tr><td>3<td><s>Lê Văn C</s><td>1970<td><td>038070000003</tr>
</table></body></html>"""

XML_2003 = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="DS"><Table>
<Row ss:Index="3"><Cell><Data ss:Type="String">STT</Data></Cell>
<Cell><Data ss:Type="String">Họ và tên</Data></Cell>
<Cell><Data ss:Type="String">Ngày sinh</Data></Cell>
<Cell><Data ss:Type="String">Số CCCD</Data></Cell></Row>
<Row><Cell><Data ss:Type="Number">1</Data></Cell><Cell><Data ss:Type="String">Lê Văn A</Data></Cell>
<Cell><Data ss:Type="DateTime">1990-05-04T00:00:00.000</Data></Cell>
<Cell><Data ss:Type="Number">38090000001</Data></Cell></Row>
<Row ss:Hidden="1"><Cell ss:Index="2"><Data ss:Type="String">Lê Văn B</Data></Cell>
<Cell ss:Index="4"><Data ss:Type="Error">#N/A</Data></Cell></Row>
</Table></Worksheet></Workbook>"""

ODS = """<?xml version="1.0" encoding="UTF-8"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table table:name="T1">{rows}</table:table></office:spreadsheet></office:body>
</office:document-content>"""


def ods(path: Path, rows: list[list[str]]) -> Path:
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    lines = "".join(
        f"<table:table-row>{''.join(cell.format(text) for text in row)}</table:table-row>"
        for row in rows
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", ODS.format(rows=lines))
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return path


def test_html_named_xls(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_text(HTML, encoding="utf-8")
    book = outcome(path)
    reading = book.reading
    assert book.open == "html_as_xls"
    assert reading.header_rows == (2, 3)
    assert [r.fields["gioi_tinh"] for r in reading.records] == ["Nam", "Nữ", "Nam"]
    assert reading.records[1].fields["cccd"] == "038185000002"
    assert warnings(reading) == {
        5: ("hidden_row", "year_only"), 6: ("strikethrough", "year_only"),
    }  # fmt: skip


def test_xml_spreadsheet_2003_named_xls(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_text(XML_2003, encoding="utf-8")
    reading = read(path)
    assert (reading.sheet, reading.header_rows) == ("DS", (3,))
    assert reading.records[0].fields["ngay_sinh"] == "1990-05-04"
    assert reading.records[0].warnings == ("cccd_zero_restored",)
    assert [(r.row, r.problems[0].code) for r in reading.rejected] == [(5, "error_value")]


@pytest.mark.parametrize(
    ("name", "encoding", "separator"),
    [
        ("a.xls", "utf-16", "\t"),
        ("a.xls", "utf-16-le", "\t"),
        ("a.xls", "utf-16-be", "\t"),
        ("a.csv", "utf-8-sig", ";"),
        ("a.csv", "utf-8", ","),
    ],
)
def test_separated_text(tmp_path: Path, name: str, encoding: str, separator: str) -> None:
    rows = [HEAD, person(1, note="a"), person(2, note="b")]
    lines = "\r\n".join(separator.join(map(str, row)) for row in rows)
    path = tmp_path / name
    path.write_bytes(lines.encode(encoding))
    reading = read(path)
    assert [r.fields["cccd"] for r in reading.records] == ["038080000001", "038080000002"]
    assert not reading.rejected


def test_errors_in_text_files_are_errors(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    lines = [
        "Họ và tên;Ngày sinh;Số CCCD;Ghi chú", "#REF!;1990;038080000001;", "Lê A;1990;#N/A;",
        "Lê B;#VALUE!;038080000003;", "Lê C;1990;038080000004;#N/A",
    ]  # fmt: skip
    path.write_text("\n".join(lines), encoding="utf-8")
    reading = read(path)
    assert [(r.row, r.problems[0].code, r.problems[0].column) for r in reading.rejected] == [
        (2, "error_value", "A"), (3, "error_value", "C"), (4, "error_value", "B"),
    ]  # fmt: skip
    assert "ghi_chu" not in reading.records[0].fields


def test_hidden_rows_of_an_open_document(tmp_path: Path) -> None:
    path = ods(
        tmp_path / "a.ods", [list(HEAD), *([str(c or "") for c in person(n)] for n in (1, 2))]
    )
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    rows = parts["content.xml"].split(b"<table:table-row>")
    rows[1] += b'<table:table-row table:number-rows-repeated="3"/>'
    hidden = b'<table:table-row table:visibility="filter">'
    parts["content.xml"] = b"<table:table-row>".join(rows[:3]) + hidden + rows[3]
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)
    reading = read(path)
    assert [r.row for r in reading.records] == [5, 6]
    assert warnings(reading) == {6: ("hidden_row",)}


def test_open_document(tmp_path: Path) -> None:
    rows = [["Danh sách"], list(HEAD), [str(c or "") for c in person(1)]]
    reading = read(ods(tmp_path / "a.ods", rows))
    assert (reading.sheet, reading.header_rows) == ("T1", (2,))
    assert reading.records[0].fields["ho_ten"] == "Nguyễn Văn Hải"


@pytest.mark.parametrize("name", ["a.xls", "a.csv", "khong-duoi", "a.txt"])
def test_workbook_under_a_wrong_name(tmp_path: Path, name: str) -> None:
    made = workbook(tmp_path / "a.xlsx", [HEAD, person(1)])
    assert len(read(made.rename(tmp_path / name)).records) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 none", b"\x89PNG\r\n\x1a\n", b"hello", b"\x00" * 300, b"<svg></svg>",
        b"mot dong\nhai dong\nba dong", b"<html><body>no table</body></html>",
    ],
)  # fmt: skip
def test_other_files_are_no_workbooks(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    with pytest.raises(UserError) as refused:
        read(path)
    assert refused.value.code == "not_a_workbook"
    assert refused.value.facts["open"] == "unsupported"


def test_a_word_document_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w/>")
    with pytest.raises(UserError) as refused:
        read(path)
    assert refused.value.code == "not_a_workbook"


def test_strict_and_single_quoted_xml_are_read(tmp_path: Path) -> None:
    """Other programs write sheets with a prefix and single quotes; marks are found there too."""
    sheet = (
        "<x:worksheet xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
        "<x:sheetData><x:row r='1'>{head}</x:row><x:row r='2' hidden='1'>{row}</x:row>"
        "<x:row r='3'>{bad}</x:row></x:sheetData></x:worksheet>"
    )
    cell = "<x:c r='{}' t='inlineStr'><x:is><x:t>{}</x:t></x:is></x:c>"
    head = "".join(cell.format(f"{c}1", t) for c, t in zip("ABC", HEAD[1:4], strict=True))
    row = "".join(cell.format(f"{c}2", t) for c, t in zip("ABC", person(1)[1:4], strict=True))
    bad = cell.format("A3", "Lê Văn B") + "<x:c r='C3' t='e'><x:v>#REF!</x:v></x:c>"
    path = workbook(tmp_path / "plain.xlsx", [HEAD])
    made = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.namelist():
            data = old.read(entry)
            if entry == "xl/worksheets/sheet1.xml":
                data = sheet.format(head=head, row=row, bad=bad).encode()
            new.writestr(entry, data)
    reading = read(made)
    assert warnings(reading) == {2: ("hidden_row",)}
    assert [r.problems[0].code for r in reading.rejected] == ["error_value"]
    assert kinds(reading) == {}


def test_an_old_workbook_shows_its_marks() -> None:
    """BIFF8 by LibreOffice from a workbook of this room: fonts, hidden and struck rows, errors."""
    book = outcome(Path(__file__).parents[1] / "sheets_from_life" / "dau_hieu_trong_xls.xls")
    reading = book.reading
    assert (book.open, book.hidden) == ("ok", ("Ẩn",))
    assert warnings(reading) == {
        5: ("hidden_row",), 6: ("strikethrough",), 7: ("cccd_zero_restored",),
        8: ("legacy_encoding_decoded",), 9: ("legacy_encoding_decoded",),
    }  # fmt: skip
    assert [r.fields["ho_ten"] for r in reading.records][3:] == [
        "Nguyễn Văn Hải", "Nguyễn Thị Hạnh",
    ]  # fmt: skip
    assert [(r.row, r.problems[0].code) for r in reading.rejected] == [(10, "error_value")]
    assert reading.declared_total == 6


def test_what_banks_write_for_excel_alone_is_no_data(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    lines = [
        "sep=;", "STT;Họ và tên;Số CCCD;Số TK;Số dư",
        '1;Lê Văn An;="038080000001";="0071000123456";1.250.000', "2;Lê, Văn Bé;38080000002;;0",
    ]  # fmt: skip
    path.write_text("\r\n".join(lines), encoding="utf-8")
    reading = read(path)
    assert (reading.header_rows, reading.rejected) == ((1,), ())
    first, second = reading.records
    assert (first.row, first.fields["cccd"]) == (2, "038080000001")
    assert first.fields["so_tai_khoan"] == "0071000123456"
    assert (second.fields["ho_ten"], second.fields["cccd"]) == ("Lê, Văn Bé", "038080000002")


@pytest.mark.parametrize("three", [False, True])
def test_merges_of_an_open_document_join_the_header(tmp_path: Path, three: bool) -> None:
    path = tmp_path / "a.ods"
    span = 'table:number-columns-spanned="2" table:number-rows-spanned="1"' if three else ""
    covered = "<table:covered-table-cell/>" if three else "<table:table-cell/>"
    tall = 'table:number-columns-spanned="1" table:number-rows-spanned="2"'
    rows = [
        _ods_cell("STT", tall) + _ods_cell("Họ và tên", tall) + _ods_cell("Năm sinh", span)
        + covered + _ods_cell("CCCD", tall),
        "<table:covered-table-cell/>" * 2 + _ods_cell("Nam") + _ods_cell("Nữ"),
        "".join(map(_ods_cell, ("1", "Lê Văn An", "1980", "", "038080000001"))),
    ]  # fmt: skip
    _write_ods(path, rows)
    reading = read(path)
    assert reading.header_rows == (1, 2)
    assert reading.records[0].fields["gioi_tinh"] == "Nam"


def test_an_open_document_whose_tags_do_not_close_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    _write_ods(path, ["".join(map(_ods_cell, HEAD)), _ods_cell("1").replace("</text:p>", "")])
    with pytest.raises(UserError) as refused:
        read(path)
    assert refused.value.code == "corrupt"


def _ods_cell(text: str, spans: str = "") -> str:
    said = f"<text:p>{text}</text:p>" if text else ""
    return f'<table:table-cell {spans} office:value-type="string">{said}</table:table-cell>'


def _write_ods(path: Path, rows: list[str]) -> None:
    names = "urn:oasis:names:tc:opendocument:xmlns"
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    content = (
        f'<office:document-content xmlns:office="{names}:office:1.0" '
        f'xmlns:table="{names}:table:1.0" xmlns:text="{names}:text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="DS">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
