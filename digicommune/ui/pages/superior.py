"""The superior's workbooks: added, shown cell by cell once, filled for a period in one go."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from digicommune.domain.superior_books import CellItem
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.superior_map import MapDialog, safe_name
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.table import Column, Table

if TYPE_CHECKING:
    from digicommune.domain.superior_books import BookFill, BookLook, BookMap, SuperiorBook
    from digicommune.operations.superior_filling import FillDone
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.superior_calls import SuperiorCalls

Known = tuple["SuperiorBook", tuple["BookFill", ...]]


class SuperiorDialog(QDialog):
    """Opens beside the page without blocking it."""

    def __init__(self, parent: QWidget, desk: Desk, calls: SuperiorCalls, period: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Biểu Excel của cấp trên"))
        self.resize(860, 520)
        self._desk, self._calls, self._period = desk, calls, period
        self.table = Table(_columns(), tr("Các biểu của cấp trên"))
        self.told = plain.label("", "soft", wrap=True)
        self.add = plain.button(tr("Thêm hoặc sửa biểu…"))
        self.add.clicked.connect(lambda _checked: self.choose_book())
        self.fill = plain.button(tr("Điền kỳ đang xem…"), "main")
        self.fill.setEnabled(False)
        self.fill.clicked.connect(lambda _checked: self.choose_place())
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Asks the workbooks."""

        def call(_progress: object) -> list[Known]:
            return [(one, self._calls.fills(one.book_id)) for one in self._calls.books()]

        self._desk.run(Task(call=call, done=self._show, owner=self, topic="books"))

    def _show(self, books: list[Known]) -> None:
        self.table.show_rows(books)
        self.fill.setEnabled(bool(books))
        if books and self.table.current() is None:
            self.table.selectRow(0)
        if not books:
            said = tr("Chọn tệp .xlsx cấp trên gửi, chỉ một lần ô nào nhận số nào; các kỳ sau chỉ")
            self.told.setText(f"{said} {tr('bấm điền. Ngoài các ô ấy, tệp giữ nguyên từng chữ.')}")

    # --- which cell takes what

    def choose_book(self) -> QFileDialog:
        """Asks for the workbook, then shows its cells."""
        dialog = QFileDialog(self, tr("Chọn biểu của cấp trên"))
        dialog.setNameFilters([tr("Sổ tính Excel (*.xlsx *.xlsm)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open_book(Path(name)))
        dialog.open()
        return dialog

    def open_book(self, path: Path) -> None:
        """Looks at a workbook on a worker."""

        def call(_progress: object) -> Any:
            sheet = self._calls.figures(self._period)
            items = [
                (one.indicator.name, CellItem("figure", one.indicator.code, "numerator"))
                for one in sheet.indicators
            ]
            items += [
                (words.base_name(code, {code: name}), CellItem("population", code))
                for code, name in self._calls.bases().items()
            ]
            villages = [one.village.name for one in self._calls.villages()]
            return self._calls.look(path), [*items, *_texts()], villages

        self._desk.run(Task(call=call, done=self._open_map, owner=self, topic="look"))

    def _open_map(self, found: tuple[BookLook, list[tuple[str, CellItem]], list[str]]) -> None:
        look, items, villages = found
        dialog = MapDialog(self, look, items, villages)
        dialog.shown.connect(partial(self._save, Path(look.path)))
        dialog.open()

    def _save(self, path: Path, name: str, shown: BookMap) -> None:
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.save(path, name, shown),
                done=lambda _book: self.refresh(),
                owner=self,
                topic="save book",
                writes=True,
            )
        )

    # --- filling

    def choose_place(self) -> QFileDialog | None:
        """Asks where the filled workbook goes."""
        known = self.table.current()
        if known is None:
            return None
        book = known[0]
        dialog = QFileDialog(self, tr("Lưu biểu đã điền"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([tr("Sổ tính Excel (*.xlsx)")])
        dialog.setDefaultSuffix(Path(book.file).suffix.lstrip("."))
        dialog.selectFile(f"{safe_name(book.name)} {self._period}{Path(book.file).suffix}")
        dialog.fileSelected.connect(lambda name: self.fill_to(book.name, Path(name)))
        dialog.open()
        return dialog

    def fill_to(self, name: str, path: Path) -> None:
        """Fills the workbook on a worker and says what was filled and what was left."""
        self.fill.setEnabled(False)
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.fill(name, self._period, path, None),
                done=self._tell,
                owner=self,
                topic="fill",
                ended=lambda: self.fill.setEnabled(True),
                writes=True,
            )
        )

    def _tell(self, done: FillDone) -> None:
        parts = [
            tr("Đã điền {count} ô vào {path}.").format(
                count=words.count(len(done.cells)), path=done.path
            )
        ]
        for said, left in (
            (tr("Chưa có số liệu, để nguyên: {names}."), done.empty),
            (tr("Không phải thôn của kỳ: {names}."), done.unknown_rows),
            (tr("Thôn không có dòng trong biểu: {names}."), done.missing_rows),
        ):
            parts += [said.format(names=", ".join(left))] if left else []
        self.told.setText(plain.cut(" ".join(parts)))
        self.refresh()

    def _lay_out(self) -> None:
        close = plain.button(tr("Đóng"))
        close.clicked.connect(self.close)
        title = plain.label(tr("Biểu Excel của cấp trên"), "heading")
        layout = column(title, gap=12)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.told)
        layout.addLayout(row(self.fill, self.add, 1, close))
        layout.setContentsMargins(24, 24, 24, 16)
        self.setLayout(layout)


def _texts() -> list[tuple[str, CellItem]]:
    names = {
        "commune": tr("Tên xã"),
        "province": tr("Tên tỉnh"),
        "period": tr("Tên kỳ báo cáo"),
        "end": tr("Ngày cuối kỳ"),
        "chairman": tr("Họ tên Chủ tịch"),
    }
    return [(name, CellItem("text", code)) for code, name in names.items()]


def _columns() -> tuple[Column[Known], ...]:
    return (
        Column(tr("Biểu"), lambda one: one[0].name, least=180),
        Column(tr("Tệp"), lambda one: one[0].file, least=180),
        Column(
            tr("Lần điền gần nhất"),
            lambda one: words.moment(one[1][0].at) if one[1] else tr("chưa điền"),
            width=160,
        ),
        Column(tr("Kỳ"), lambda one: one[1][0].period if one[1] else "", width=90),
    )
