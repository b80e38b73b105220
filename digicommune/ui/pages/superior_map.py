"""Shows a workbook's cells, so that the officer says once which takes which figure."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLineEdit, QWidget

from digicommune.domain.superior_books import (
    BookMap,
    CellItem,
    MappedCell,
    SheetLook,
    VillageBlock,
)
from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.views.frames import card, column, row
from digicommune.ui.views.steady_box import SteadyBox
from digicommune.ui.views.table import Column, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digicommune.domain.superior_books import BookLook
    from digicommune.ui.style import Tone

Line = tuple[int, tuple[str, ...]]  # row from 0, its cells
PARTS = ("numerator", "denominator", "percent", "in_period", "previous")


def letters_of(at: int) -> str:
    """Excel's letters of a column from 0."""
    found, number = "", at + 1
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(65 + rest) + found
    return found


def part_name(part: str) -> str:
    """What a part of a figure is called."""
    names = {
        "numerator": tr("Số đạt (tử số)"),
        "denominator": tr("Tổng số (mẫu số)"),
        "percent": tr("Tỷ lệ %"),
        "in_period": tr("Trong kỳ"),
        "previous": tr("Tỷ lệ % kỳ trước"),
    }
    return names.get(part, part)


class MapDialog(QDialog):
    """``shown`` tells the workbook's name and a ``BookMap``."""

    shown = Signal(str, object)

    def __init__(
        self,
        parent: QWidget,
        look: BookLook,
        items: Sequence[tuple[str, CellItem]],
        villages: Sequence[str],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Chỉ ô nào nhận số nào"))
        self.resize(1180, 700)
        self._look, self.map = look, look.map
        self.name = QLineEdit(plain.cut(look.name))
        plain.named(self.name, tr("Tên biểu"))
        self.sheet = SteadyBox(tr("Trang tính"), 220)
        for one in look.sheets:
            hidden = tr("{name} (ẩn)").format(name=one.name)
            self.sheet.addItem(plain.cut(hidden if one.hidden else one.name), one.name)
        self.sheet.currentIndexChanged.connect(lambda _at: self._show())
        self.table = Table((), tr("Các ô của biểu"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.table.selectionModel().currentChanged.connect(self._show_cell)
        self.cell = plain.label("", "heading")
        self.told = plain.label("", "soft", wrap=True)
        self.item = SteadyBox(tr("Số liệu"), 260)
        self._names = _names(items)
        for name, item in items:
            self.item.addItem(plain.cut(name), item)
        self.part = _parts_box()
        self.where = SteadyBox(tr("Của"), 260)
        self._villages = tuple(villages)
        self.put = plain.button(tr("Ghi vào ô này"), "main")
        self.put.clicked.connect(lambda _checked: self._put())
        self.take = plain.button(tr("Bỏ khỏi ô này"))
        self.take.clicked.connect(lambda _checked: self._take())
        self.item.currentIndexChanged.connect(lambda _at: self._show_parts())
        self._lay_out()
        self._show()

    # --- the sheet on screen

    @property
    def _sheet(self) -> SheetLook:
        return self._look.sheets[max(0, self.sheet.currentIndex())]

    def _show(self) -> None:
        sheet = self._sheet
        wide = len(sheet.rows[0]) if sheet.rows else 0
        at: Column[Line] = Column("", lambda one: str(one[0] + 1), number=True, width=48)
        cells = [
            Column(
                letters_of(place),
                partial(self._text, place),
                tone=partial(self._tone, place),
                width=132,
                tip=partial(self._text, place),
            )
            for place in range(wide)
        ]
        self.table.set_columns((at, *cells))
        self.table.show_rows(list(enumerate(sheet.rows)))
        self._show_places()
        self._show_cell(self.table.currentIndex())

    def _text(self, place: int, line: Line) -> str:
        told = self._told(line[0], place)
        return f"→ {self._spoken(told)}" if told else line[1][place]

    def _spoken(self, written: str) -> str:
        """What a cell takes in the officer's words: the part, then the indicator."""
        code, _, part = written.partition(".")
        name = self._names.get(written if code in {"population", "text"} else code, code)
        return name if code in {"population", "text"} else f"{part_name(part)} – {name}"

    def _tone(self, place: int, line: Line) -> Tone | None:
        if self._told(line[0], place):
            return "info"
        locked = (line[0], place) in self._sheet.locked
        return "muted" if locked and line[1][place] else None

    def _told(self, at: int, place: int) -> str:
        """What a cell takes, as map files write it; nothing where it takes nothing."""
        sheet, letters = self._sheet.name, letters_of(place)
        for one in self.map.cells:
            if (one.sheet, one.cell) == (sheet, f"{letters}{at + 1}"):
                return one.item.written
        for block in self.map.blocks:
            inside = block.sheet == sheet and block.first <= at + 1 <= block.last
            if inside and letters in block.columns:
                return block.columns[letters].written
        return ""

    def _show_places(self) -> None:
        sheet = self._sheet
        self.where.clear()
        if sheet.names:
            said = tr("từng thôn, cả cột (dòng {first}–{last})").format(
                first=sheet.first, last=sheet.last
            )
            self.where.addItem(said, "column")
        self.where.addItem(tr("cả xã"), None)
        for name in self._villages:
            self.where.addItem(plain.cut(name), name)

    def _show_parts(self) -> None:
        item = self.item.currentData()
        self.part.setEnabled(item is not None and item.source == "figure")

    def _show_cell(self, index: QModelIndex) -> None:
        line = self.table.rows.row_of(index)
        place = index.column() - 1
        if line is None or place < 0:
            self.cell.setText(tr("Chọn một ô của biểu"))
            self.told.setText("")
            self.put.setEnabled(False)
            self.take.setEnabled(False)
            return
        locked = (line[0], place) in self._sheet.locked
        told = self._told(line[0], place)
        self.cell.setText(tr("Ô {cell}").format(cell=f"{letters_of(place)}{line[0] + 1}"))
        said = tr("Ô này có công thức hoặc bị ô gộp che, không ghi vào được.")
        self.told.setText(
            said if locked else plain.cut(self._spoken(told) if told else line[1][place])
        )
        self.put.setEnabled(not locked)
        self.take.setEnabled(bool(told))

    # --- what is said of a cell

    def _at(self) -> tuple[int, int] | None:
        index = self.table.currentIndex()
        line = self.table.rows.row_of(index)
        return None if line is None or index.column() < 1 else (line[0], index.column() - 1)

    def _chosen(self) -> CellItem:
        item: CellItem = self.item.currentData()
        return replace(item, part=self.part.currentData()) if item.source == "figure" else item

    def _put(self) -> None:
        at = self._at()
        if at is None:
            return
        self._forget(at)
        letters, sheet = letters_of(at[1]), self._sheet
        if self.where.currentData() == "column":
            block = next((b for b in self.map.blocks if b.sheet == sheet.name), None)
            block = block or VillageBlock(sheet.name, sheet.names, sheet.first, sheet.last, {})
            new = replace(block, columns={**block.columns, letters: self._chosen()})
            others = tuple(one for one in self.map.blocks if one.sheet != sheet.name)
            self.map = BookMap(self.map.cells, (*others, new))
        else:
            cell = MappedCell(
                sheet.name, f"{letters}{at[0] + 1}", self._chosen(), self.where.currentData()
            )
            self.map = BookMap((*self.map.cells, cell), self.map.blocks)
        self._shown_again()

    def _take(self) -> None:
        at = self._at()
        if at is not None:
            self._forget(at)
            self._shown_again()

    def _forget(self, at: tuple[int, int]) -> None:
        sheet, letters = self._sheet.name, letters_of(at[1])
        name = f"{letters}{at[0] + 1}"
        cells = tuple(one for one in self.map.cells if (one.sheet, one.cell) != (sheet, name))
        blocks = []
        for block in self.map.blocks:
            inside = block.sheet == sheet and block.first <= at[0] + 1 <= block.last
            kept = {k: v for k, v in block.columns.items() if not (inside and k == letters)}
            blocks += [replace(block, columns=kept)] if kept else []
        self.map = BookMap(cells, tuple(blocks))

    def _shown_again(self) -> None:
        self.table.viewport().update()
        self._show_cell(self.table.currentIndex())
        self.save.setEnabled(bool(self.map.cells or self.map.blocks))

    def _tell(self) -> None:
        self.shown.emit(self.name.text().strip(), self.map)
        self.accept()

    def _lay_out(self) -> None:
        self.save = plain.button(tr("Lưu biểu"), "main")
        self.save.setEnabled(bool(self.map.cells or self.map.blocks))
        self.save.clicked.connect(lambda _checked: self._tell())
        leave = plain.button(tr("Bỏ"))
        leave.clicked.connect(self.reject)
        side = card(
            self.cell,
            self.told,
            plain.label(tr("nhận"), "soft"),
            self.item,
            self.part,
            plain.label(tr("của"), "soft"),
            self.where,
            row(self.put, self.take),
            1,
            gap=8,
        )
        side.setFixedWidth(312)
        head = row(plain.label(tr("Tên biểu"), "soft"), self.name, plain.label(tr("Trang"), "soft"))
        head.addWidget(self.sheet)
        body = row(gap=16)
        body.addWidget(self.table, 1)
        body.addWidget(side)
        layout = column(head, gap=12)
        layout.addLayout(body, 1)
        layout.addLayout(row(1, leave, self.save))
        layout.setContentsMargins(24, 24, 24, 16)
        self.setLayout(layout)
        self._show_parts()


def _parts_box() -> SteadyBox:
    made = SteadyBox(tr("Phần"), 260)
    for part in PARTS:
        made.addItem(part_name(part), part)
    return made


def _names(items: Sequence[tuple[str, CellItem]]) -> dict[str, str]:
    """What items are called: indicators by code, others as map files write them."""
    return {one.code if one.source == "figure" else one.written: name for name, one in items}


def safe_name(text: str) -> str:
    """A file name Windows takes."""
    return re.sub(r'[<>:"/\\|?*]+', " ", text).strip() or "bieu"
