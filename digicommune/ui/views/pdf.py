"""Shows the pages of a PDF; what is printed is these same bytes. It makes no document."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from digicommune.ui import plain, style
from digicommune.ui.language import tr
from digicommune.ui.views.frames import EmptyState, row

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPdfWidgets import QPdfView

STEP = 1.25
SMALLEST, LARGEST = 0.25, 4.0
SIZES_AT_ONCE = 100  # about ten milliseconds


class PdfPreview(QWidget):
    """A tool row over the pages; QtPdf is loaded with the first document."""

    print_asked = Signal()
    save_asked = Signal()
    word_asked = Signal()
    excel_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._document: QPdfDocument | None = None
        self._nothing: QPdfDocument  # in the view while another document is opened
        self._view: QPdfView | None = None
        self._buffer: QBuffer | None = None
        self._measured = 0  # pages whose size is known
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._measure)
        self._page = plain.label("", "soft")
        self._empty = EmptyState(
            "report",
            tr("Chưa có văn bản để xem"),
            tr("Chọn loại văn bản và kỳ báo cáo ở bên trái rồi bấm “Lập văn bản”."),
        )
        self._tools = self._tool_row()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(self._tools)
        self._layout.addWidget(self._empty, 1)
        self._tools.hide()

    @property
    def page_count(self) -> int:
        """Pages of the document shown."""
        return 0 if self._document is None else self._document.pageCount()

    def show_pdf(self, pdf: bytes) -> None:
        """Shows these bytes from their first page."""
        view, document = self._ready()
        self._later.stop()
        view.setDocument(self._nothing)
        document.close()
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(self._buffer)
        self._empty.hide()
        self._tools.show()
        self._measured = 0
        self._measure()

    def _measure(self) -> None:
        """Asks the size of some pages more: of all at once a long paper would hold the window."""
        view, document = self._ready()
        upto = min(self._measured + SIZES_AT_ONCE, document.pageCount())
        for page in range(self._measured, upto):
            document.pagePointSize(page)
        self._measured = upto
        if upto < document.pageCount():
            self._page.setText(tr("Đang mở {pages} trang…").format(pages=document.pageCount()))
            self._later.start()
            return
        view.setDocument(document)
        view.show()
        view.pageNavigator().jump(0, QPointF())
        self._tell_page()

    def hide_sending(self) -> None:
        """Leaves only looking: no printing and no saving."""
        for one in self._sending:
            one.hide()

    def hide_office_files(self) -> None:
        """Leaves printing and PDF, for papers that are no text."""
        for one in self._office_files:
            one.hide()

    def clear(self) -> None:
        """Shows no document."""
        self._later.stop()
        if self._document is not None:
            self._document.close()
        if self._view is not None:
            self._view.hide()
        self._tools.hide()
        self._empty.show()

    def _ready(self) -> tuple[QPdfView, QPdfDocument]:
        if self._view is not None and self._document is not None:
            return self._view, self._document
        from PySide6.QtPdf import QPdfDocument
        from PySide6.QtPdfWidgets import QPdfView

        document = QPdfDocument(self)
        view = QPdfView(self)
        view.setPageMode(QPdfView.PageMode.MultiPage)
        view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        view.setPageSpacing(12)
        view.setFrameShape(QPdfView.Shape.NoFrame)
        ground = view.palette()
        ground.setColor(QPalette.ColorRole.Dark, style.colour("line"))  # what lies around pages
        view.setPalette(ground)
        plain.named(view, tr("Xem trước văn bản"))
        view.pageNavigator().currentPageChanged.connect(lambda _page: self._tell_page())
        self._layout.addWidget(view, 1)
        self._view, self._document, self._nothing = view, document, QPdfDocument(self)
        return view, document

    def _tell_page(self) -> None:
        if self._view is not None:
            at = self._view.pageNavigator().currentPage() + 1
            self._page.setText(tr("Trang {page}/{pages}").format(page=at, pages=self.page_count))

    def _turn(self, step: int) -> None:
        if self._view is not None:
            navigator = self._view.pageNavigator()
            target = navigator.currentPage() + step
            if 0 <= target < self.page_count:
                navigator.jump(target, QPointF())

    def _zoom(self, factor: float) -> None:
        view = self._view
        if view is None:
            return
        if view.zoomMode() != view.ZoomMode.Custom:
            view.setZoomFactor(self._fitted())
            view.setZoomMode(view.ZoomMode.Custom)
        view.setZoomFactor(min(LARGEST, max(SMALLEST, view.zoomFactor() * factor)))

    def _fitted(self) -> float:
        """The factor that fits the width now, which QPdfView does not tell."""
        if self._view is None or self._document is None or self.page_count == 0:
            return 1.0
        points = self._document.pagePointSize(0).width()
        return max(SMALLEST, (self._view.viewport().width() - 24) / (points * 96 / 72))

    def _fit(self) -> None:
        if self._view is not None:
            self._view.setZoomMode(self._view.ZoomMode.FitToWidth)

    def _tool_row(self) -> QWidget:
        made = QWidget()
        save = plain.button(tr("PDF…"), tip=tr("Lưu tệp PDF"))
        save.setIcon(style.icon("save", "ink"))
        save.clicked.connect(self.save_asked)
        word = plain.button(tr("Word…"), tip=tr("Lưu văn bản thành tệp Word để sửa tiếp"))
        word.clicked.connect(self.word_asked)
        excel = plain.button(tr("Excel…"), tip=tr("Lưu các bảng của văn bản thành tệp Excel"))
        excel.clicked.connect(self.excel_asked)
        for button, name in ((save, "PDF"), (word, "Word"), (excel, "Excel")):
            plain.named(button, tr("Lưu tệp {kind}").format(kind=name))
        printer = plain.button(tr("In…"), "main", tr("In văn bản (Ctrl+P)"))
        printer.setIcon(style.icon("print", "card"))
        printer.clicked.connect(self.print_asked)
        self._sending = (save, word, excel, printer)
        self._office_files = (word, excel)
        looking = row(
            self._tool("chevron_left", tr("Trang trước"), lambda: self._turn(-1)),
            self._page,
            self._tool("chevron_right", tr("Trang sau"), lambda: self._turn(1)),
            self._tool("zoom_out", tr("Thu nhỏ"), lambda: self._zoom(1 / STEP)),
            self._tool("zoom_in", tr("Phóng to"), lambda: self._zoom(STEP)),
            self._tool("fit", tr("Vừa chiều ngang"), self._fit),
            gap=2,
        )
        made.setLayout(row(looking, 1, *self._sending))
        return made

    def _tool(self, symbol: str, name: str, step: Callable[[], None]) -> QPushButton:
        made = plain.button("", "flat", name)
        plain.named(made, name)
        made.setIcon(style.icon(symbol, "ink"))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda _checked: step())
        return made
