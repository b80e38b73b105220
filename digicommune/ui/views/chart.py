"""Shows a chart of digicommune.charts as an image sharp at the screen's scale; it computes none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.page import Desk
from digicommune.ui.style import COLOURS, colour
from digicommune.ui.tasks import Task

if TYPE_CHECKING:
    from digicommune.charts.values import DayLine, VillageBars
    from digicommune.domain.progress import Progress

INCH = 100  # logical pixels: figure() is told a width in inches and draws 11 pt letters
REST = 160  # milliseconds after the last change of size


def drawn(values: VillageBars | DayLine, width: int, ratio: float) -> QImage:
    """The chart ``width`` logical pixels wide; slow the first time: run it on a worker."""
    from digicommune.charts.figures import Palette, figure
    from digicommune.charts.pixels import pixels

    palette = Palette(
        ink=COLOURS["ink"],
        quiet=COLOURS["line_strong"],
        paper=COLOURS["card"],
        met="#2f7fbf",
        missed="#f0c27b",
        plain="#2f7fbf",
        hatch="////",
        titled=False,
        face="Inter-Regular.otf",
    )
    made = pixels(figure(values, palette, max(3.0, width / INCH)), round(INCH * ratio))
    height, across, _bytes = made.shape
    image = QImage(bytes(made), across, height, across * 4, QImage.Format.Format_RGBA8888).copy()
    image.setDevicePixelRatio(ratio)
    return image


class ChartView(QWidget):
    """Draws anew, off the window's thread, when its values or its width change."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._values: VillageBars | DayLine | None = None
        self._image: QImage | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._draw)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(160)

    @property
    def image(self) -> QImage | None:
        """What is shown; None before the first drawing."""
        return self._image

    def show_values(self, values: VillageBars | DayLine) -> None:
        """Shows these figures; screen readers get them in words."""
        if values == self._values:
            return
        self._values = values
        plain.named(self, f"{values.title}: {'; '.join(_told(values))}")
        self._rest.start()  # not at once: loading matplotlib would hold up the first rows

    def sizeHint(self) -> QSize:
        """The size of the image."""
        if self._image is None:
            return QSize(400, 160)
        return self._image.deviceIndependentSize().toSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draws anew once the width rests."""
        if event.size().width() != event.oldSize().width() and self._values is not None:
            self._rest.start()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the image, or says that it is on its way."""
        painter = QPainter(self)
        if self._image is not None:
            painter.drawImage(0, 0, self._image)
        elif self._values is not None:
            painter.setPen(colour("soft"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr("Đang vẽ biểu đồ…"))
        painter.end()

    def _draw(self) -> None:
        values, width, ratio = self._values, max(320, self.width()), self.devicePixelRatioF()
        if values is None:
            return

        def call(_progress: Progress) -> QImage:
            return drawn(values, width, ratio)

        self._desk.run(Task(call=call, done=self._show, owner=self, topic="chart"))

    def _show(self, image: QImage) -> None:
        self._image = image
        self.setFixedHeight(self.sizeHint().height())
        self.update()


def _told(values: VillageBars | DayLine) -> list[str]:
    """The figures in words."""
    points = getattr(values, "points", None)  # named so: charts load after the first paint
    if points is not None:
        return [f"{one.day:%d/%m/%Y} {one.count}" for one in points]
    return [f"{one.name} {one.label}" for one in getattr(values, "bars", ())]
