"""Read HTML tables and XML Spreadsheet 2003, which banks name .xls; it fetches and runs nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Final

from lxml import etree, html

from digicommune.domain.grids import Grid, Marks, Span
from digicommune.sheets import refusals
from digicommune.sheets.book import Book

MAX_CELLS: Final = 5_000_000
_MAX_SPAN: Final = 1_000
_CHARSET = re.compile(rb"""charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_SS: Final = "{urn:schemas-microsoft-com:office:spreadsheet}"
_DTD = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?[eE]\+\d+")


def decoded(data: bytes, declared: bytes | None = None) -> str:
    """Text of unknown encoding: byte order mark, declaration, UTF-8, then Windows Vietnamese."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    names = ["utf-8-sig", *([declared.decode("ascii", "ignore")] if declared else []), "cp1258"]
    for name in names:
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")


# --- HTML ---


def open_html(data: bytes, name: str) -> Book:
    """All table rows of a page as one sheet without a name, as Excel shows it."""
    charset = _CHARSET.search(data[:4096])
    text = decoded(data, charset[1] if charset else None)
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise refusals.corrupt(name) from error
    lines = [tr for tr in root.iter("tr") if next(tr.iterdescendants("table"), None) is None]
    if not lines:
        raise refusals.not_a_workbook(name)
    return _one_sheet(_html_grid(lines, name), "html_as_xls")


def _one_sheet(grid: Grid, opened: str = "ok") -> Book:
    def grids(wanted: tuple[str, ...]) -> Iterable[Grid]:
        return [grid] if grid.name in wanted else []

    return Book((grid.name,), (), grids, opened)


def _html_grid(lines: list[html.HtmlElement], name: str) -> Grid:
    placed: dict[tuple[int, int], str] = {}
    taken: set[tuple[int, int]] = set()
    spans: list[Span] = []
    hidden: set[int] = set()
    struck: set[tuple[int, int]] = set()
    for row, line in enumerate(lines):
        if _styled(line, "display:none"):
            hidden.add(row)
        column = 0
        for cell in line.iterchildren("td", "th"):
            while (row, column) in taken:
                column += 1
            down, across = _size(cell, "rowspan"), _size(cell, "colspan")
            taken.update((row + d, column + a) for d in range(down) for a in range(across))
            if len(taken) > MAX_CELLS:
                raise refusals.too_big(name, "bảng HTML có quá nhiều ô")
            placed[row, column] = _cell_text(cell)
            if down > 1 or across > 1:
                spans.append(Span(row, column, row + down - 1, column + across - 1))
            if _is_struck(cell):
                struck.add((row, column))
            column += across
    rows = _rectangle(placed, len(lines))
    return Grid("", rows, tuple(spans), Marks(frozenset(hidden), struck=frozenset(struck)))


def _rectangle(placed: dict[tuple[int, int], str], height: int) -> list[list[object]]:
    width = 1 + max((column for _, column in placed), default=-1)
    rows: list[list[object]] = [[""] * width for _ in range(height)]
    for (row, column), text in placed.items():
        rows[row][column] = text
    return rows


def _size(cell: html.HtmlElement, attribute: str) -> int:
    text = (cell.get(attribute) or "1").strip()
    return min(max(int(text), 1), _MAX_SPAN) if text.isdecimal() and len(text) < 9 else 1


def _styled(node: html.HtmlElement, words: str) -> bool:
    return words in (node.get("style") or "").replace(" ", "").lower()


def _is_struck(cell: html.HtmlElement) -> bool:
    return _styled(cell, "line-through") or next(cell.iter("s", "strike", "del"), None) is not None


def _cell_text(cell: html.HtmlElement) -> str:
    for br in cell.iter("br"):
        br.tail = "\n" + (br.tail or "")
    text = "".join(cell.itertext()).strip(" \t\r\n\xa0")
    number = cell.get("x:num") or ""
    return number if number and _SCIENTIFIC.fullmatch(text) else text


# --- XML Spreadsheet 2003 ---


def open_xml_2003(data: bytes, name: str) -> Book:
    """The worksheets of an XML Spreadsheet 2003 file."""
    if _DTD.search(data):
        raise refusals.unsafe(name, "có khai báo DTD trong tệp")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise refusals.corrupt(name) from error
    found = {s.get(f"{_SS}Name", ""): s for s in root.iter(f"{_SS}Worksheet")}
    if not found:
        raise refusals.not_a_workbook(name)
    hidden = tuple(n for n, s in found.items() if s.find(".//{*}Visible") is not None)

    def grids(wanted: tuple[str, ...]) -> Iterable[Grid]:
        return [_xml_grid(sheet, found[sheet], name) for sheet in wanted if sheet in found]

    return Book(tuple(found), hidden, grids)


def _xml_grid(sheet: str, node: etree._Element, name: str) -> Grid:
    placed: dict[tuple[int, int], object] = {}
    errors: dict[tuple[int, int], str] = {}
    spans: list[Span] = []
    hidden: set[int] = set()
    row = -1
    for line in node.iter(f"{_SS}Row"):
        row = _next(line, row, name)
        if line.get(f"{_SS}Hidden") == "1":
            hidden.add(row)
        column = -1
        for cell in line.iterchildren(f"{_SS}Cell"):
            column = _next(cell, column, name)
            across, down = (int(cell.get(f"{_SS}Merge{way}", "0")) for way in ("Across", "Down"))
            if across or down:
                spans.append(Span(row, column, row + down, column + across))
            _place(cell, (row, column), placed, errors)
            column += min(across, _MAX_SPAN)
    height = 1 + max((r for r, _ in placed), default=-1)
    width = 1 + max((c for _, c in placed), default=-1)
    if height * width > MAX_CELLS:
        raise refusals.unsafe(name, f"vùng dữ liệu {height} dòng × {width} cột")
    rows = [[placed.get((r, c), "") for c in range(width)] for r in range(height)]
    return Grid(sheet, rows, tuple(spans), Marks(frozenset(hidden), errors=errors))


def _next(node: etree._Element, before: int, name: str) -> int:
    index = node.get(f"{_SS}Index")
    if index is None:
        return before + 1
    if not index.isdecimal() or len(index) > 7:
        raise refusals.unsafe(name, "địa chỉ ô nằm ngoài trang tính")
    return int(index) - 1


def _place(
    cell: etree._Element,
    at: tuple[int, int],
    placed: dict[tuple[int, int], object],
    errors: dict[tuple[int, int], str],
) -> None:
    data = cell.find(f"{_SS}Data")
    if data is None:
        return
    text, kind = "".join(data.itertext()), data.get(f"{_SS}Type", "String")
    if kind == "Error":
        errors[at] = text
    elif text:
        placed[at] = _typed(text, kind)


def _typed(text: str, kind: str) -> object:
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            moment = datetime.fromisoformat(text.split(".", maxsplit=1)[0])
            return moment.date() if not (moment.hour or moment.minute) else moment
    except ValueError:
        return text
    return text == "1" if kind == "Boolean" else text
