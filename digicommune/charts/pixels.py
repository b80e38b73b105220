"""A drawn figure as pixels in memory, for paper; it writes no file."""

from __future__ import annotations

from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure


def pixels(drawn: Figure, dpi: int) -> Any:
    """Rows of red, green, blue and alpha bytes at so many dots per inch."""
    drawn.set_dpi(dpi)
    canvas: Any = FigureCanvasAgg(drawn)
    canvas.draw()
    return canvas.buffer_rgba()
