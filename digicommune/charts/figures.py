"""Figures from chart values, for paper or screen; it never shows a window and saves no file."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from digicommune.charts.values import DayLine, PeriodLine, VillageBars
from digicommune.settings import resources

NAME_LIMIT = 60


@dataclass(frozen=True, slots=True)
class Palette:
    """Inks of a medium; met and not met always differ in hatch or label too, never in hue alone."""

    ink: str
    quiet: str
    paper: str
    met: str
    missed: str
    plain: str
    hatch: str
    titled: bool
    face: str


# Paper: greys that survive any copier, and a hatch; the caption below the chart is its title.
PRINT = Palette(
    ink="#000000",
    quiet="#8c8c8c",
    paper="#ffffff",
    met="#595959",
    missed="#ffffff",
    plain="#8c8c8c",
    hatch="////",
    titled=False,
    face="LiberationSerif-Regular.ttf",
)
# Screen: blue and amber keep apart for colour-blind eyes; the face is that of the window.
SCREEN = Palette(
    ink="#1f2933",
    quiet="#9aa5b1",
    paper="#ffffff",
    met="#2166ac",
    missed="#f3c98b",
    plain="#2166ac",
    hatch="////",
    titled=True,
    face="Inter-Regular.otf",
)


def figure(
    values: VillageBars | PeriodLine | DayLine, palette: Palette = SCREEN, width: float = 6.3
) -> Figure:
    """The chart of these values, ``width`` inches wide; its height follows what it shows."""
    from digicommune.charts.bars import draw_bars
    from digicommune.charts.days import draw_days
    from digicommune.charts.lines import draw_line

    settle()
    if isinstance(values, VillageBars):
        return draw_bars(values, palette, width)
    if isinstance(values, DayLine):
        return draw_days(values, palette, width)
    return draw_line(values, palette, width)


@cache
def settle() -> None:
    """Matplotlib as this program draws with it, whatever the user's own matplotlibrc says.

    "$" in a village's name is a dollar sign, not the start of a formula.
    """
    mpl.rcdefaults()
    mpl.rcParams["text.parse_math"] = False
    mpl.rcParams["text.usetex"] = False
    mpl.rcParams["hatch.linewidth"] = 0.7


@cache
def lettering(palette: Palette, size: float) -> FontProperties:
    """The face of the medium at a size in points, named by file: no search among system fonts."""
    return FontProperties(fname=str(resources() / "fonts" / palette.face), size=size)


def shown(text: str, limit: int = NAME_LIMIT) -> str:
    """A text fit for drawing: NFC, on one line, cut where it is too long."""
    composed = unicodedata.normalize("NFC", text)
    visible = "".join(
        " " if c.isspace() else c
        for c in composed
        if unicodedata.category(c)[0] != "C" or c == "\n"
    )
    flat = " ".join(visible.split())
    return flat if len(flat) <= limit else f"{flat[: limit - 1]}…"


def open_frame(axes: Any, palette: Palette) -> None:
    """Only the axis the bars or points stand on keeps its line."""
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    for side in ("left", "bottom"):
        axes.spines[side].set_color(palette.ink)
        axes.spines[side].set_linewidth(0.8)
    axes.tick_params(color=palette.ink, labelcolor=palette.ink, width=0.8, length=3)


def tell_title(axes: Any, title: str, palette: Palette, above: float = 10) -> None:
    """The title so many points above the chart, on screen only: on paper the caption says it."""
    if palette.titled:
        font = lettering(palette, 12)
        axes.set_title(
            shown(title, 90), fontproperties=font, color=palette.ink, loc="left", pad=above
        )
