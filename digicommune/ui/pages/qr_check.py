"""Checks payment codes pasted, dropped or chosen, and those of all shops; the result in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QFileDialog, QPlainTextEdit, QWidget

from digicommune.domain.numbers import percentage
from digicommune.domain.people import mask_tail
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.tasks import Task, Ticket
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.progress import ProgressPanel
from digicommune.ui.views.steady_box import SteadyBox
from digicommune.ui.views.table import Column, Table

if TYPE_CHECKING:
    from digicommune.domain.progress import Progress
    from digicommune.operations.qr_checks import ShopDoubt, ShopsChecked
    from digicommune.operations.qr_codes import QrChecked
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.qr_calls import CodeCalls
    from digicommune.ui.style import Tone


@dataclass(frozen=True, slots=True)
class CodeLine:
    """A code as the table shows it."""

    where: str
    good: bool
    bank: str
    account: str  # masked
    holder: str
    why: str  # what is wrong, or what the code is


class CodeBox(QPlainTextEdit):
    """Takes a text; ``files`` tells paths and ``picture`` a picture pasted or dropped instead."""

    files = Signal(list)
    picture = Signal(QImage)

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(
            tr("Dán nội dung mã QR hoặc ảnh chụp màn hình vào đây; thả ảnh, thư mục ảnh, danh sách")
        )
        plain.named(self, tr("Nội dung mã QR"))
        self.setFixedHeight(76)
        self.setTabChangesFocus(True)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Pictures and files too."""
        return source.hasImage() or source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """A file or picture is told, a text put in."""
        paths = [Path(one.toLocalFile()) for one in source.urls() if one.isLocalFile()]
        if paths:
            self.files.emit(paths)
        elif source.hasImage():
            self.picture.emit(QImage(source.imageData()))
        else:
            super().insertFromMimeData(source)


class QrCheckDialog(QDialog):
    """Opens beside the page without blocking it."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        calls: CodeCalls,
        villages: Iterable[tuple[int, str]],
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Kiểm tra mã QR"))
        self.resize(1080, 640)
        self._desk, self._calls = desk, calls
        self._ticket: Ticket | None = None
        self.text = CodeBox()
        self.text.files.connect(self.check_files)
        self.text.picture.connect(self._check_picture)
        self.look = plain.button(tr("Kiểm tra"), "main")
        self.look.clicked.connect(lambda _checked: self._check_text())
        self.choose = plain.button(tr("Chọn ảnh, danh sách…"))
        self.choose.clicked.connect(lambda _checked: self._choose())
        self.folder = plain.button(tr("Chọn thư mục ảnh…"))
        self.folder.clicked.connect(lambda _checked: self._choose_folder())
        self.village = _village_box(villages)
        self.shops = plain.button(
            tr("Soát mã trong sổ"), "", tr("Mã sai được ghi cần xem lại và không được tính")
        )
        self.shops.clicked.connect(lambda _checked: self.check_shops())
        self.progress = ProgressPanel()
        self.progress.cancelled.connect(self._stop)
        self.said = plain.label(tr("Mã được đọc ngay trên máy này, không gửi đi đâu."), "soft")
        self.table = Table(_columns(), tr("Kết quả kiểm tra mã QR"))
        self.table.sort_on_click()
        self.table.chosen.connect(self._tell)
        self.why = plain.label("", wrap=True)
        self.why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()

    def check_files(self, paths: Sequence[Path]) -> None:
        """Checks pictures, folders, lists."""
        given = tuple(paths)
        self._run(lambda progress: self._calls.check_files(given, progress), self._show_codes)

    def check_shops(self) -> None:
        """Looks through the register; what comes of it is kept."""
        village = self.village.currentData()
        self._run(lambda _progress: self._calls.check_shops(village), self._show_shops, writes=True)

    def _check_text(self) -> None:
        text = self.text.toPlainText().strip()
        if text:
            self._run(lambda progress: self._calls.check(text, progress), self._show_codes)
        else:
            self.text.setFocus()

    def _check_picture(self, picture: QImage) -> None:
        """A picture out of the clipboard goes through a file that is gone at once."""
        kept = picture.copy()
        name = tr("Ảnh đã dán") + ".png"

        def call(progress: Progress) -> tuple[QrChecked, ...]:
            with TemporaryDirectory() as folder:
                path = Path(folder) / name
                kept.save(str(path))
                return self._calls.check_files((path,), progress)

        self._run(call, self._show_codes)

    def _choose(self) -> None:
        dialog = QFileDialog(self, tr("Chọn ảnh hoặc danh sách mã QR"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        kinds = "*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.xlsx *.xls *.xlsb *.ods *.csv"
        dialog.setNameFilters([tr("Ảnh và danh sách") + f" ({kinds})"])
        dialog.filesSelected.connect(lambda names: self.check_files([Path(one) for one in names]))
        dialog.open()

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, tr("Chọn thư mục có ảnh mã QR"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.check_files([Path(name)]))
        dialog.open()

    # --- the work and its result ---

    def _run(
        self,
        call: Callable[[Progress], Any],
        done: Callable[[Any], None],
        *,
        writes: bool = False,
    ) -> None:
        self._busy(True)
        self.progress.start(tr("Đang đọc mã…"))
        self._ticket = self._desk.run(
            Task(
                call=call,
                done=done,
                owner=self,
                topic="codes",
                progress=self.progress.advance,
                ended=lambda: self._busy(False),
                writes=writes,
            )
        )

    def _busy(self, busy: bool) -> None:
        for part in (self.look, self.choose, self.folder, self.shops, self.text, self.village):
            part.setEnabled(not busy)
        if not busy:
            self.progress.hide()

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()

    def _show_codes(self, found: tuple[QrChecked, ...]) -> None:
        good = sum(one.sound for one in found)
        self._show(
            [_line_of(one) for one in found],
            tr("Dùng được {good}/{all} mã, cần xem lại: {bad}").format(
                good=words.count(good), all=words.count(len(found)), bad=len(found) - good
            ),
        )

    def _show_shops(self, found: ShopsChecked) -> None:
        percent = words.percent(percentage(found.in_use, found.active, 2))
        self._show(
            [_shop_line(one) for one in found.doubts],
            tr(
                "Nhận tiền được qua QR: {counts} hộ đang hoạt động = {percent}, cần xem lại: {bad}"
            ).format(
                counts=words.fraction(found.in_use, found.active),
                percent=percent,
                bad=words.count(len(found.doubts)),
            ),
        )

    def _show(self, lines: list[CodeLine], told: str) -> None:
        self.said.setText(plain.cut(told))
        plain.set_kind(self.said, "strong")
        self.why.clear()
        self.table.show_rows(sorted(lines, key=lambda one: one.good))
        if lines:
            self.table.selectRow(0)
            self._tell(self.table.current())

    def _tell(self, line: CodeLine) -> None:
        self.why.setText(plain.cut(f"{line.where}: {line.why}"))

    def _lay_out(self) -> None:
        close = plain.button(tr("Đóng"))
        close.clicked.connect(self.close)
        layout = column(
            self.text,
            row(self.look, self.choose, self.folder, 1, self.village, self.shops),
            self.progress,
            self.said,
            gap=12,
        )
        layout.addWidget(self.table, 1)
        layout.addWidget(self.why)
        layout.addLayout(row(1, close))
        layout.setContentsMargins(24, 24, 24, 16)
        self.setLayout(layout)


def _village_box(villages: Iterable[tuple[int, str]]) -> SteadyBox:
    made = SteadyBox(tr("Thôn cần soát"), 180)
    made.addItem(tr("Mọi thôn"), None)
    for number, name in villages:
        made.addItem(plain.cut(name), number)
    return made


def _line_of(one: QrChecked) -> CodeLine:
    said = [each.message for each in (*one.faults, *one.warnings)]
    if one.qr is None:
        return CodeLine(one.source, False, one.bank, "", "", " ".join(said))
    kind = tr("mã động, cho một lần trả") if one.qr.dynamic else tr("mã tĩnh, để tại quầy")
    amount = ""
    if one.qr.amount is not None:
        amount = tr(", số tiền {amount} đồng").format(amount=words.count(int(one.qr.amount)))
    what = f"{kind}, {one.qr.service_name}{amount}."
    return CodeLine(
        one.source,
        one.sound,
        one.bank,
        mask_tail(one.qr.account, head=0, tail=4),
        one.qr.holder,
        " ".join((*said, what[:1].upper() + what[1:])),
    )


def _shop_line(one: ShopDoubt) -> CodeLine:
    where = f"{one.merchant.name} ({one.village})" if one.village else one.merchant.name
    return CodeLine(where, False, "", "", one.merchant.owner or "", one.message)


def _tone(line: CodeLine) -> Tone:
    return "good" if line.good else "bad"


def _columns() -> tuple[Column[CodeLine], ...]:
    return (
        Column(tr("Mã của ai, ở đâu"), lambda one: one.where, width=222),
        Column(
            tr("Kết quả"),
            lambda one: tr("✓ Dùng được") if one.good else tr("✗ Xem lại"),
            tone=_tone,
            width=132,
        ),
        Column(tr("Ngân hàng"), lambda one: one.bank, width=128),
        Column(tr("Tài khoản"), lambda one: one.account, width=132),
        Column(tr("Người nhận, chủ hộ"), lambda one: one.holder, width=176),
        Column(tr("Lý do"), lambda one: one.why, least=220),
    )
