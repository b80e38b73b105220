"""Prints a PDF page by page at the printer's resolution, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Printers:
    """The printers of this machine; ``both_sides``: those that turn the sheet by themselves."""

    names: tuple[str, ...]
    usual: str = ""
    both_sides: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOrder:
    """What is printed where; pages count from 1, both ends included."""

    printer: str
    first: int
    last: int
    copies: int = 1
    both_sides: bool = False
    backwards: bool = False  # the last page first


def find_printers() -> Printers:
    """Asks the system; slow where one is on the network, so it runs on a worker."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    known = QPrinterInfo.availablePrinters()
    turning = {QPrinter.DuplexMode.DuplexAuto, QPrinter.DuplexMode.DuplexLongSide}
    return Printers(
        tuple(one.printerName() for one in known),
        QPrinterInfo.defaultPrinterName(),
        frozenset(one.printerName() for one in known if turning & set(one.supportedDuplexModes())),
    )


def new_printer(title: str, order: PrintOrder | None = None) -> QPrinter:
    """A printer on A4, the pages as they are; without an order for the system's own dialog."""
    from PySide6.QtGui import QPageSize
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if order is not None:
        _set_up(printer, order)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))  # whatever the printer thinks usual
    printer.setFullPage(True)
    printer.setDocName(title)
    return printer


def _set_up(printer: QPrinter, order: PrintOrder) -> None:
    kind = type(printer)
    printer.setPrinterName(order.printer)
    printer.setPrintRange(kind.PrintRange.PageRange)
    printer.setFromTo(order.first, order.last)
    printer.setCopyCount(order.copies)
    printer.setCollateCopies(True)
    modes = kind.DuplexMode
    printer.setDuplex(modes.DuplexLongSide if order.both_sides else modes.DuplexNone)
    orders = kind.PageOrder
    printer.setPageOrder(orders.LastPageFirst if order.backwards else orders.FirstPageFirst)


def pages_chosen(count: int, printer: QPrinter) -> tuple[int, ...]:
    """The pages a printer is to print of a paper of ``count``, in their order on the tray."""
    first = max(1, printer.fromPage() or 1)
    pages = tuple(range(first, min(count, printer.toPage() or count) + 1))
    return pages[::-1] if printer.pageOrder() == printer.PageOrder.LastPageFirst else pages


def print_pdf(
    pdf: bytes,
    printer: QPrinter,
    progress: Progress,
    left: Callable[[tuple[int, ...]], None] = lambda _pages: None,
) -> int:
    """Prints the pages chosen in ``printer``; returns how many. Runs on a worker.

    ``left`` is told the pages still to print before each of them. Raises ``UserError``
    ``printer_failed``, also where it fails half way; ``Cancelled`` out of ``progress`` aborts.
    """
    from PySide6.QtGui import QPainter
    from PySide6.QtPdf import QPdfDocument

    document = QPdfDocument(None)  # type: ignore[call-overload]
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    pages = pages_chosen(document.pageCount(), printer)
    _turn_paper(document, pages[0] if pages else 1, printer)
    painter = QPainter()
    if not pages or not painter.begin(printer):
        raise _failed()
    try:
        for done, page in enumerate(pages):
            left(pages[done:])
            progress(done, len(pages), tr("Đang in"))
            if done:
                _next_sheet(document, page, printer)
            _paint(document, page, printer, painter)
    except BaseException:
        printer.abort()
        raise
    finally:
        finished = painter.end()
        document.close()
    if not finished or printer.printerState() == printer.PrinterState.Error:
        raise _failed()
    return len(pages)


def _next_sheet(document: QPdfDocument, page: int, printer: QPrinter) -> None:
    _turn_paper(document, page, printer)
    if not printer.newPage():
        raise _failed()


def _turn_paper(document: QPdfDocument, page: int, printer: QPrinter) -> None:
    """Annexes lie across: the paper turns with each page."""
    from PySide6.QtGui import QPageLayout

    size = document.pagePointSize(page - 1)
    across = size.width() > size.height()
    ways = QPageLayout.Orientation
    printer.setPageOrientation(ways.Landscape if across else ways.Portrait)


def _paint(document: QPdfDocument, page: int, printer: QPrinter, painter: QPainter) -> None:
    dots = min(DENSEST, printer.resolution())
    size = document.pagePointSize(page - 1)
    pixels = QSize(round(size.width() * dots / 72), round(size.height() * dots / 72))
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    image = document.render(page - 1, pixels)
    fitted = pixels.scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(QRect(0, 0, fitted.width(), fitted.height()), image)


def _failed() -> UserError:
    return UserError(
        "printer_failed",
        tr("Không in được: máy in không nhận việc."),
        tr("Kiểm tra máy in đã bật và còn giấy, hoặc lưu tệp PDF rồi in từ máy khác."),
    )
