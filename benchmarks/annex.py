"""A 3,300-row annex against raw ReportLab canvas calls and against LibreOffice printing it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from io import BytesIO
from itertools import accumulate, pairwise
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
# How the page is set by hand: the places the press finds by itself.
_LEFT, _WIDE, _SIZE, _FIRST_PAGE, _A_PAGE = 85.0, 714.0, 12, 20, 22
_EDGES = [
    round(_LEFT + _WIDE * part / 13.2, 1)
    for part in accumulate((column.weight for column in _COLUMNS), initial=0.0)
]
_HEADINGS = {"Có mã QR": ("Có mã", "QR"), "Doanh số (đồng)": ("Doanh số", "(đồng)")}


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
    """The same pages by a good hand: all places known before, two text objects a page.

    It measures only what must be centred or stand right, wraps nothing and reports nothing.
    """
    from reportlab.pdfgen.canvas import Canvas

    from digicommune.documents.press.typefaces import faces

    faces()
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(842, 595), invariant=1, pageCompression=1)
    canvas.setTitle("BÁO CÁO Danh sách hộ kinh doanh")
    shown = [*listed, ("", "Tổng cộng", "", "", "", str(len(listed)), "", "")]
    starts = [0, *range(_FIRST_PAGE, len(shown), _A_PAGE), len(shown)]
    for page, (start, stop) in enumerate(pairwise(starts), start=1):
        if page > 1:
            canvas.setFont("LiberationSerif-Regular", 14)
            canvas.drawCentredString(_LEFT + _WIDE / 2, 558, str(page))
        _RawPage(canvas).draw(shown[start:stop], total=stop == len(shown))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


class _RawPage:
    """One page by hand."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._bold = canvas.beginText()
        self._bold.setFont("LiberationSerif-Bold", _SIZE)
        self._regular = canvas.beginText()
        self._regular.setFont("LiberationSerif-Regular", _SIZE)

    def draw(self, listed: list[tuple[str, ...]], *, total: bool) -> None:
        top = 538.0
        tops = [top, top - 32.5, top - 51]
        middles = [(one + two) / 2 for one, two in pairwise(_EDGES)]
        for index, column in enumerate(_COLUMNS):
            parts = _HEADINGS.get(column.heading, (column.heading,))
            for down, part in enumerate(parts):
                self._centred(self._bold, part, middles[index], top - 13 - 13.75 * down)
            self._centred(self._regular, f"({index + 1})", middles[index], top - 46)
        for at, cells in enumerate(listed):
            text = self._bold if total and at == len(listed) - 1 else self._regular
            self._row(text, cells, middles, tops[-1] - 13.5)
            tops.append(tops[-1] - 18.5)
        self._canvas.drawText(self._bold)
        self._canvas.drawText(self._regular)
        self._canvas.setLineWidth(0.5)
        self._canvas.grid(_EDGES, tops)

    def _row(
        self, text: Any, cells: tuple[str, ...], middles: list[float], baseline: float
    ) -> None:
        for index, words in enumerate(cells):
            align = _COLUMNS[index].align
            if not words:
                continue
            if align is Align.CENTER:
                self._centred(text, words, middles[index], baseline)
                continue
            left = _EDGES[index] + 4
            if align is Align.RIGHT:
                left = round(_EDGES[index + 1] - 4 - self._width(text, words), 2)
            text.setTextOrigin(left, baseline)
            text.textOut(words)

    def _centred(self, text: Any, words: str, middle: float, baseline: float) -> None:
        text.setTextOrigin(round(middle - self._width(text, words) / 2, 2), baseline)
        text.textOut(words)

    def _width(self, text: Any, words: str) -> float:
        face = "LiberationSerif-Bold" if text is self._bold else "LiberationSerif-Regular"
        return float(self._canvas.stringWidth(words, face, _SIZE))


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
    """Ours over raw canvas (at most 1.6), over LibreOffice (at most a half) where it is here."""
    listed = rows()
    claim = Claim("annex of 3,300 rows against raw canvas", limit=1.6, rounds=7)
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
