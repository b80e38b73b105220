"""What leaves the office: marked copies, forms and exports, read back as their receiver would."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from digicommune.db.store import Store
from digicommune.domain.rows import ListReading
from digicommune.errors import UserError
from digicommune.operations import figures, intake, office, outgoing
from digicommune.operations.intake import IntakeRequest, Preview
from digicommune.settings import resources
from digicommune.sheets import marked_books
from digicommune.sheets.marking import CopyJob, Mark, mark_copy
from digicommune.sheets.reader import ReadRequest, read_list
from tests.operations.conftest import NEW
from tests.sheets.lists import HEAD, banks, person, workbook

LIFE = Path(__file__).parents[1] / "sheets_from_life"
WRONG, DOUBTFUL = "00FFC7CE", "00FFEB9C"
PAYLOADS = ("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", '=HYPERLINK("http://x","y")')


def messy(folder: Path) -> Path:
    """A list with two wrong rows among good ones, styled as its sender styled it."""
    rows = [["DANH SÁCH"], HEAD, person(1), person(2, cccd="123"), person(3, born="31/02/1990"),
            person(4, note=PAYLOADS[0])]  # fmt: skip
    path = workbook(folder / "ds.xlsx", rows, ["A1:F1"])
    book = openpyxl.load_workbook(path)
    book.active["B3"].font = openpyxl.styles.Font(name="Arial", bold=True)
    book.active["F3"] = "=1+1"
    book.active["F5"] = '=HYPERLINK("http://x","y")'
    book.active.column_dimensions["B"].width = 41
    book.save(path)
    return path


def seen(store: Store, path: Path, **how: str) -> Preview:
    return intake.preview(store, path, IntakeRequest("residents", **how))  # type: ignore[arg-type]


def read_back(path: Path, kind: str = "auto") -> ListReading:
    return read_list(path, ReadRequest(banks(), kind)).reading


def formulas(path: Path) -> list[str]:
    return [
        f"{cell.coordinate} {cell.value}"
        for sheet in openpyxl.load_workbook(path).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def test_the_senders_own_file_comes_back_marked(store: Store, tmp_path: Path) -> None:
    path, to = messy(tmp_path), tmp_path / "ds - cần sửa.xlsx"
    before = path.read_bytes()
    assert outgoing.error_copy(store, seen(store, path), to) == 2
    sheet = openpyxl.load_workbook(to).active
    marked = {
        cell.coordinate: cell.comment.text
        for row in sheet.iter_rows()
        for cell in row
        if cell.fill.start_color.rgb == WRONG
    }
    assert set(marked) == {"D4", "C5"}
    assert "Ô D4" in marked["D4"]
    assert "nhập lại" in marked["D4"]
    assert (sheet["B3"].font.name, sheet.column_dimensions["B"].width) == ("Arial", 41)
    assert [str(block) for block in sheet.merged_cells.ranges] == ["A1:F1"]
    assert path.read_bytes() == before
    assert formulas(to) == []
    assert sheet["F5"].value.startswith("=HYPERLINK")
    assert sheet["F6"].quotePrefix
    assert [(r.row, r.problems) for r in read_back(to).rejected] == [
        (r.row, r.problems) for r in read_back(path).rejected
    ]


def test_doubtful_rows_are_marked_beside_wrong_ones(store: Store, tmp_path: Path) -> None:
    known = workbook(tmp_path / "a.xlsx", [HEAD, person(1, "Lê Văn Hải", born="01/02/1990")])
    intake.take(store, known, IntakeRequest("residents"))
    asked = [HEAD, [1, "LÊ VĂN HẢI", "1990", None, None], person(2, cccd="1")]
    path, to = workbook(tmp_path / "b.xlsx", asked), tmp_path / "c.xlsx"
    assert outgoing.error_copy(None, seen(store, path), to) == 2
    sheet = openpyxl.load_workbook(to).active
    assert sheet["B2"].fill.start_color.rgb == DOUBTFUL
    assert "Lê Văn Hải" in sheet["B2"].comment.text
    assert sheet["D3"].fill.start_color.rgb == WRONG


def test_the_original_is_never_written_over(store: Store, tmp_path: Path) -> None:
    path = messy(tmp_path)
    before = path.read_bytes()
    with pytest.raises(UserError) as refused:
        outgoing.error_copy(store, seen(store, path), path)
    assert refused.value.code == "copy_over_original"
    assert path.read_bytes() == before


def test_a_file_changed_meanwhile_is_not_marked(store: Store, tmp_path: Path) -> None:
    path = messy(tmp_path)
    preview = seen(store, path)
    workbook(path, [HEAD, person(1)])
    with pytest.raises(UserError) as refused:
        outgoing.error_copy(store, preview, tmp_path / "c.xlsx")
    assert refused.value.code == "file_changed"
    assert not (tmp_path / "c.xlsx").exists()


def test_nothing_wrong_is_nothing_to_send_back(store: Store, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [HEAD, person(1)])
    with pytest.raises(UserError) as refused:
        outgoing.error_copy(store, seen(store, path), tmp_path / "c.xlsx")
    assert refused.value.code == "nothing_to_mark"


def test_a_place_that_cannot_be_written_is_told(store: Store, tmp_path: Path) -> None:
    preview = seen(store, messy(tmp_path))
    with pytest.raises(UserError) as refused:
        outgoing.error_copy(store, preview, tmp_path / "không có" / "c.xlsx")
    assert refused.value.code == "file_not_written"


@pytest.mark.parametrize("name", ["p03_cccd_dang_so.xlsx", "p05_cong_thuc.xlsx"])
def test_samples_of_life_are_marked_without_formulas(
    store: Store, tmp_path: Path, name: str
) -> None:
    path, to = Path(shutil.copy(LIFE / name, tmp_path)), tmp_path / "c.xlsx"
    preview = seen(store, path)
    assert outgoing.error_copy(store, preview, to) == len(preview.reading.rejected)
    assert formulas(to) == []
    again = read_back(to)
    assert [(r.row, r.fields) for r in again.rejected if r.row != 8] == [
        (r.row, r.fields) for r in preview.reading.rejected if r.row != 8
    ]


def test_a_locked_file_is_marked_with_its_password(store: Store, tmp_path: Path) -> None:
    path = Path(shutil.copy(LIFE / "p04_co_mat_khau.xlsx", tmp_path))
    preview = seen(store, path, password="XaMau@2026")
    intake.commit(store, preview, {})
    doubtful = intake.preview(store, path, IntakeRequest("residents", password="XaMau@2026"))
    marks = tuple(outgoing._marks(doubtful))
    assert marks == ()
    one = Mark(5, 1, wrong=True, reason="thử")
    job = CopyJob(str(path), preview.reading.sheet, "XaMau@2026", 2, (one,))
    assert mark_copy(job, tmp_path / "c.xlsx") == 1
    assert openpyxl.load_workbook(tmp_path / "c.xlsx").active["B6"].comment.text == "thử"


def test_files_openpyxl_cannot_keep_become_a_new_workbook(store: Store, tmp_path: Path) -> None:
    page = tmp_path / "a.xls"
    rows: list[list[Any]] = [
        HEAD[:4],
        [1, "=SUM(A1)", "1980", "038080000001"],
        [2, "Lê Văn B", "31/02/1990", "12"],
    ]
    cells = ["<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows]
    page.write_text(f"<html><meta charset=utf-8><table>{''.join(cells)}</table></html>")
    to = tmp_path / "c.xlsx"
    assert outgoing.error_copy(store, seen(store, page), to) == 2
    sheet = openpyxl.load_workbook(to).active
    assert sheet["E1"].value == "Lý do"
    assert "31/02/1990" in sheet["E3"].value
    assert sheet["C3"].fill.start_color.rgb == "FFFFC7CE"
    assert (sheet["B2"].value, sheet["B2"].data_type, sheet["B2"].quotePrefix) == (
        "=SUM(A1)", "s", True,
    )  # fmt: skip
    assert read_back(to).rejected == read_back(page).rejected


def test_large_lists_become_a_new_workbook_with_reasons(store: Store, tmp_path: Path) -> None:
    count = marked_books.KEPT_ROWS + 5
    rows = [person(n) for n in range(1, count)]
    path, to = (
        workbook(tmp_path / "a.xlsx", [HEAD, *rows, person(count, cccd="1")]),
        tmp_path / "c.xlsx",
    )
    assert outgoing.error_copy(store, seen(store, path), to) == 1
    reading = read_back(to)
    assert len(reading.records) == count - 1
    assert [r.row for r in reading.rejected] == [count + 1]


# --- forms ---


def office_with_villages(store: Store) -> None:
    intake.take(store, resources() / "demo" / "01_danh_sach_thon.xlsx", IntakeRequest("villages"))


@pytest.mark.parametrize("kind", outgoing.FORM_KINDS)
def test_a_form_tells_its_kind_and_reads_back_every_row(
    store: Store, tmp_path: Path, kind: str
) -> None:
    office_with_villages(store)
    path = tmp_path / "mau.xlsx"
    outgoing.template(store, kind, path)
    empty = read_back(path)
    assert empty.kind == kind
    assert not empty.rejected
    if kind != "village-figures":
        assert not empty.records
    book = openpyxl.load_workbook(path)
    sheet, first = book["Danh sách"], empty.header_rows[-1] + 1
    for row in range(first, first + 40):
        for letters, key in empty.columns.items():
            sheet[f"{letters}{row}"] = filled_in(key, row)
    book.save(path)
    full = read_back(path)
    assert [r.row for r in full.records] == list(range(first, first + 40))
    assert not full.rejected
    assert all(r.warnings == () for r in full.records)
    assert set(full.records[0].fields) >= {key for key in empty.columns.values() if key != "stt"}


def filled_in(key: str, row: int) -> str | int:
    """What an officer would type into a column."""
    texts = {
        "cccd": f"0380800{row:05d}", "dien_thoai": f"09{row:08d}", "gioi_tinh": "Nữ",
        "ngan_hang": "Agribank", "so_tai_khoan": f"0{row:012d}", "ma_so_thue": "0100047516",
        "ngay_sinh": "05/03/1990", "ngay_mo": "15/10/2026", "ngay_cap_ma": "15/10/2026",
        "ma_qr": "x", "co_giao_dich": "x", "trang_thai": "Đang hoạt động",
        "ho_ten": f"Nguyễn Văn {chr(65 + row % 26)}", "ten_ho_kd": f"Tạp hóa {row}",
        "thon": f"Thôn {row}", "xa_cu": "Hoằng Mẫu", "dia_chi": "Xóm Trên", "ghi_chu": "rõ",
        "ho_so_ho": "1001", "quan_he": "Con", "nganh_hang": "Tạp hóa",
    }  # fmt: skip
    return texts.get(key, row)


def test_a_form_offers_the_offices_own_choices_and_prints_on_a4(
    store: Store, tmp_path: Path
) -> None:
    office_with_villages(store)
    path = tmp_path / "mau.xlsx"
    outgoing.template(store, "bank-accounts", path)
    book = openpyxl.load_workbook(path)
    sheet, notes = book["Danh sách"], book["Hướng dẫn"]
    offered = {str(one.sqref).split(":")[0]: one for one in sheet.data_validations.dataValidation}
    lists = {at: one.formula1 for at, one in offered.items() if one.type == "list"}
    choices = {
        at: [cell.value for (cell,) in notes[area.split("!")[1].replace("$", "")]]
        for at, area in lists.items()
    }
    assert choices["D5"] == ["Nam", "Nữ"]
    assert choices["G5"] == ["Duyên Hy", "Vệ Thôn", "Hổ Thôn", "Đồng Tình"]
    assert "Agribank" in choices["H5"]
    assert sheet["E5"].number_format == sheet["I5"].number_format == "@"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.print_title_rows == "$4:$4"
    assert book["Danh sách"].sheet_properties.pageSetUpPr.fitToPage


def test_the_form_of_figures_names_the_villages_and_is_taken(store: Store, tmp_path: Path) -> None:
    office_with_villages(store)
    path = tmp_path / "mau.xlsx"
    outgoing.template(store, "village-figures", path)
    reading = read_back(path)
    assert [r.fields["thon"] for r in reading.records] == [
        "Duyên Hy", "Vệ Thôn", "Hổ Thôn", "Đồng Tình",
    ]  # fmt: skip
    with store.glance() as unit:
        typed = {one.code for one in unit.indicators.definitions() if one.register is None}
    sides = {key.split(":")[0] for key in reading.columns.values() if ":" in key}
    assert sides == typed


def test_a_form_of_nothing_known_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        outgoing.template(store, "thú cưng", tmp_path / "a.xlsx")
    assert refused.value.code == "list_kind_unknown"


# --- exports ---


def test_the_register_of_merchants_reads_back(store: Store, tmp_path: Path) -> None:
    office_with_villages(store)
    for name in ("05_ho_kinh_doanh.xlsx", "06_ma_qr.xlsx"):
        intake.take(store, resources() / "demo" / name, IntakeRequest())
    path = tmp_path / "ho_kd.xlsx"
    outgoing.export_merchants(store, path)
    reading = read_back(path)
    assert reading.kind == "merchant-qr"
    assert (len(reading.records), reading.rejected) == (131, ())
    assert sum(r.fields["ma_qr"] is True for r in reading.records) == 124
    with office.create(str(tmp_path / "other.db"), NEW) as other:
        office_with_villages(other)
        intake.take(other, path, IntakeRequest())
        shown = figures.show(other, "2026").of("HKDQR").commune
    assert (shown.numerator, shown.denominator) == (119, 124)  # five codes are doubted there too
    assert not any({"cccd", "dien_thoai"} & set(r.fields) for r in reading.records)
    again = intake.preview(store, path, IntakeRequest())
    open_again = [row for row in again.rows if row.verdict != "known"]
    assert len(open_again) == 5  # the doubted codes are judged once more
    assert all(row.problems for row in open_again)
    assert [row.changes for row in again.rows if row.changes] == []
    with store.glance() as unit:
        assert unit.journal.of("merchants")[0].action == "export"


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_no_export_writes_a_formula(store: Store, tmp_path: Path, suffix: str) -> None:
    rows = [
        HEAD,
        *(person(n, note=text) for n, text in enumerate(PAYLOADS, 1)),
        person(9, cccd="1"),
    ]
    preview = seen(store, workbook(tmp_path / "a.xlsx", rows))
    path = tmp_path / f"c{suffix}"
    outgoing.export_rows(preview, path)
    if suffix == ".xlsx":
        assert formulas(path) == []
        cells = [c for row in openpyxl.load_workbook(path).active.iter_rows() for c in row]
        told = [str(c.value) for c in cells]
        assert {c.value for c in cells if c.quotePrefix} == set(PAYLOADS)
    else:
        told = [t for line in csv.reader(io.StringIO(path.read_text("utf-8-sig"))) for t in line]
        assert {cell[1:] for cell in told if cell.startswith("'")} == set(PAYLOADS)
        assert not [cell for cell in told if cell.startswith(("=", "+", "-", "@"))]
    assert {"038080000001", "Sai"} <= set(told)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Danh sách: thôn/bản?", "Danh sách thôn bản.xlsx"), ("CON", "_CON.xlsx"),
        ("  .. ", "danh sách.xlsx"), ("a\u202egpj", "a gpj.xlsx"), ("x" * 300, "x" * 120 + ".xlsx"),
        ("com¹", "_com¹.xlsx"),
    ],
)  # fmt: skip
def test_file_names_that_windows_takes(title: str, name: str) -> None:
    assert outgoing.safe_name(title) == name
