"""Prints a PDF page by page at the printer's resolution, off the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt

from digicommune.errors import UserError
from digicommune.ui.language import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

    from digicommune.domain.progress import Progress

DENSEST = 300  # dots per inch: finer than that no eye and no office printer tells apart


def new_printer(title: str) -> QPrinter:
    """A printer on A4, the pages as they are, to be shown in a print dialog."""
    from PySide6.QtGui import QPageSize
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setDocName(title)
    return printer


def print_pdf(pdf: bytes, printer: QPrinter, progress: Progress) -> int:
    """Prints the pages chosen in ``printer``; returns how many. Runs on a worker.

    Raises ``UserError`` ``printer_failed``; ``Cancelled`` from ``progress`` aborts the job.
    """
    from PySide6.QtGui import QPainter
    from PySide6.QtPdf import QPdfDocument

    document = QPdfDocument(None)  # type: ignore[call-overload]
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    pages = _chosen(document, printer)
    _turn_paper(document, pages[0] if pages else 0, printer)
    painter = QPainter()
    if not pages or not painter.begin(printer):
        raise _failed()
    try:
        for done, page in enumerate(pages):
            progress(done, len(pages), tr("Đang in"))
            if done:
                _turn_paper(document, page, printer)
                printer.newPage()
            _paint(document, page, printer, painter)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
        document.close()
    return len(pages)


def _chosen(document: QPdfDocument, printer: QPrinter) -> list[int]:
    last = document.pageCount()
    first = max(1, printer.fromPage() or 1)
    return list(range(first - 1, min(last, printer.toPage() or last)))


def _turn_paper(document: QPdfDocument, page: int, printer: QPrinter) -> None:
    """Annexes lie across: the paper turns with each page."""
    from PySide6.QtGui import QPageLayout

    size = document.pagePointSize(page)
    across = size.width() > size.height()
    ways = QPageLayout.Orientation
    printer.setPageOrientation(ways.Landscape if across else ways.Portrait)


def _paint(document: QPdfDocument, page: int, printer: QPrinter, painter: QPainter) -> None:
    dots = min(DENSEST, printer.resolution())
    size = document.pagePointSize(page)
    pixels = QSize(round(size.width() * dots / 72), round(size.height() * dots / 72))
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    image = document.render(page, pixels)
    fitted = pixels.scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(QRect(0, 0, fitted.width(), fitted.height()), image)


def _failed() -> UserError:
    return UserError(
        "printer_failed",
        tr("Không in được: máy in không nhận việc."),
        tr("Kiểm tra máy in đã bật và còn giấy, hoặc lưu tệp PDF rồi in từ máy khác."),
    )
