"""A 3,300-row annex against raw ReportLab canvas calls and against LibreOffice printing it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any

from benchmarks.measure import Claim, Ratio, turn_about
from digicommune.documents.description import (
    Align,
    Annex,
    Column,
    Document,
    DocumentNumber,
    LetterHead,
    Orientation,
    Row,
    RowKind,
    Table,
    Title,
)
from digicommune.documents.pdf import render_pdf

ROWS = 3_300
_VILLAGES = ("Duyên Hy", "Vệ Thôn", "Hổ Thôn", "Đồng Tình")
_GOODS = ("Tạp hóa", "Ăn uống, giải khát", "Vật tư nông nghiệp", "Sửa chữa xe máy", "May mặc")
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đỗ", "Bùi")
_MIDDLE = ("Văn", "Thị", "Hữu", "Đức", "Thanh", "Quang")
_GIVEN = ("Hải", "Hạnh", "Dũng", "Ánh", "Tuấn", "Lan", "Phương", "Cường", "Thảo")
_COLUMNS = (
    Column("TT", Align.CENTER, 0.6),
    Column("Tên hộ kinh doanh", Align.LEFT, 3),
    Column("Họ và tên chủ hộ", Align.LEFT, 2.4),
    Column("Thôn", Align.LEFT, 1.4),
    Column("Ngành hàng", Align.LEFT, 2.2),
    Column("Có mã QR", Align.CENTER, 0.8),
    Column("Ngày cấp", Align.CENTER, 1.2),
    Column("Doanh số (đồng)", Align.RIGHT, 1.6),
)


def rows(count: int = ROWS) -> list[tuple[str, ...]]:
    """Synthetic merchants of the four villages of the stories."""
    return [_merchant(i) for i in range(count)]


def _merchant(i: int) -> tuple[str, ...]:
    owner = f"{_FAMILY[i % 8]} {_MIDDLE[i // 8 % 6]} {_GIVEN[i // 48 % 9]}"
    amount = f"{12_500_000 + i * 1_237:,}".replace(",", ".")
    day = f"{i % 28 + 1:02d}/{i % 12 + 1:02d}/2026"
    goods = _GOODS[i % 5]
    shop = f"Cửa hàng {owner.rsplit(maxsplit=1)[-1]} {i}"
    return (str(i + 1), shop, owner, _VILLAGES[i % 4], goods, "x" if i % 3 else "", day, amount)


def annex_document(listed: list[tuple[str, ...]]) -> Document:
    """The list as a landscape annex of a report."""
    total = Row(("", "Tổng cộng", "", "", "", str(len(listed)), "", ""), RowKind.TOTAL)
    table = Table(_COLUMNS, (*(Row(cells) for cells in listed), total), numbered=True)
    annex = Annex("I", ("DANH SÁCH HỘ KINH DOANH",), "", (table,), Orientation.LANDSCAPE)
    return Document(
        header=LetterHead(("ỦY BAN NHÂN DÂN", "XÃ HOẰNG CHÂU"), "Hoằng Châu"),
        number=DocumentNumber("BC-UBND"),
        title=Title("BÁO CÁO", ("Danh sách hộ kinh doanh",)),
        blocks=(),
        year=2026,
        annexes=(annex,),
    )


def raw_canvas(listed: list[tuple[str, ...]]) -> bytes:
    """The same table drawn by hand: no wrapping, no measuring, a fixed row height."""
    from reportlab.pdfgen.canvas import Canvas

    from digicommune.documents.press.typefaces import faces

    regular, bold = faces().regular.name, faces().bold.name
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(842, 595), invariant=1, pageCompression=1)
    edges = [85.0]
    total = sum(column.weight for column in _COLUMNS)
    for column in _COLUMNS:
        edges.append(edges[-1] + 714 * column.weight / total)
    for start in range(0, len(listed), 24):
        page = [tuple(column.heading for column in _COLUMNS), *listed[start : start + 24]]
        tops = [538 - 18.0 * i for i in range(len(page) + 1)]
        canvas.grid(edges, tops)
        for i, cells in enumerate(page):
            canvas.setFont(regular if i else bold, 12)
            _raw_row(canvas, cells, edges, tops[i] - 13)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _raw_row(canvas: Any, cells: tuple[str, ...], edges: list[float], baseline: float) -> None:
    for index, text in enumerate(cells):
        align = _COLUMNS[index].align
        if align is Align.LEFT:
            canvas.drawString(edges[index] + 3, baseline, text)
        elif align is Align.RIGHT:
            canvas.drawRightString(edges[index + 1] - 3, baseline, text)
        else:
            middle = (edges[index] + edges[index + 1]) / 2
            canvas.drawCentredString(middle, baseline, text)


def _against_libreoffice(listed: list[tuple[str, ...]], office: str) -> Ratio:
    from openpyxl import Workbook

    with tempfile.TemporaryDirectory() as folder:
        book = Workbook(write_only=True)
        sheet = book.create_sheet("Danh sách")
        sheet.page_setup.orientation = "landscape"
        sheet.append([column.heading for column in _COLUMNS])
        for cells in listed:
            sheet.append(list(cells))
        path = Path(folder) / "annex.xlsx"
        book.save(path)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        print_it = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
        return turn_about(
            Claim("annex against LibreOffice printing it", limit=0.5, rounds=3),
            lambda: render_pdf(annex_document(listed)),
            lambda: subprocess.run([*print_it, str(path)], check=True, capture_output=True),
        )


def measure() -> list[Ratio]:
    """Ours over raw canvas (at most 1.8), over LibreOffice (at most a half) where it is here."""
    listed = rows()
    claim = Claim("annex of 3,300 rows against raw canvas", limit=1.8, rounds=7)
    ratios = [
        turn_about(claim, lambda: render_pdf(annex_document(listed)), lambda: raw_canvas(listed))
    ]
    office = shutil.which("soffice")
    return [*ratios, _against_libreoffice(listed, office)] if office else ratios


if __name__ == "__main__":
    found = measure()
    for ratio in found:
        sys.stdout.write(
            f"{ratio.name}: {ratio.ratio:.2f} (limit {ratio.limit}; "
            f"{ratio.ours:.2f} s, {ratio.other:.2f} s)\n"
        )
    sys.exit(0 if all(ratio.kept for ratio in found) else 1)
