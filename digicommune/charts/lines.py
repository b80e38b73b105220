"""One indicator over the periods as a line against its target; it computes no figure."""

from __future__ import annotations

from math import nan
from typing import Any

from matplotlib.figure import Figure

from digicommune.charts.figures import Palette, lettering, open_frame, shown, tell_title
from digicommune.charts.values import PeriodLine

_DEEP = 2.9
_CROWDED = 9


def draw_line(values: PeriodLine, palette: Palette, width: float) -> Figure:
    """Periods from left to right, each point with its figure in words; no data leaves a gap."""
    drawn = Figure(figsize=(width, _DEEP), facecolor=palette.paper)
    top = 0.86 if palette.titled else 0.93
    axes = drawn.add_axes((0.09, 0.13, 0.76 if values.target is not None else 0.89, top - 0.13))
    shares = [nan if p.share is None else float(p.share) for p in values.points]
    axes.plot(
        range(len(shares)),
        shares,
        color=palette.plain if palette.titled else palette.ink,
        linewidth=1.6,
        marker="o",
        markersize=5,
        zorder=3,
    )
    _scales(axes, values, palette)
    _figures(axes, values, palette)
    _target(axes, values, palette)
    tell_title(axes, values.title, palette)
    return drawn


def _scales(axes: Any, values: PeriodLine, palette: Palette) -> None:
    count = max(1, len(values.points))
    size = 10.0 if count <= _CROWDED else 7.5
    names = [shown(point.name, 14) for point in values.points]
    axes.set_xticks(range(len(names)), names, fontproperties=lettering(palette, size))
    fifths = [i / 5 for i in range(6)]
    labels = [f"{i * 20}%" for i in range(6)]
    axes.set_yticks(fifths, labels, fontproperties=lettering(palette, 10))
    axes.set_xlim(-0.5, count - 0.5)
    axes.set_ylim(0, _highest(values) * 1.12)
    axes.grid(visible=True, axis="y", color=palette.quiet, linewidth=0.4, alpha=0.6, zorder=0)
    open_frame(axes, palette)


def _highest(values: PeriodLine) -> float:
    return max([1.0, *(float(p.share) for p in values.points if p.share is not None)])


def _figures(axes: Any, values: PeriodLine, palette: Palette) -> None:
    font = lettering(palette, 10.0 if len(values.points) <= _CROWDED else 7.5)
    for place, point in enumerate(values.points):
        if point.share is None:
            continue
        axes.annotate(
            shown(point.label),
            (place, float(point.share)),
            xytext=(0, 6),
            textcoords="offset points",
            ha="center",
            fontproperties=font,
            color=palette.ink,
            bbox={"facecolor": palette.paper, "edgecolor": "none", "pad": 0.6},
            zorder=4,
        )


def _target(axes: Any, values: PeriodLine, palette: Palette) -> None:
    if values.target is None:
        return
    at = float(values.target)
    axes.axhline(at, color=palette.ink, linewidth=1.2, linestyle=(0, (5, 3)), zorder=2)
    axes.annotate(
        shown(values.target_label),
        (1, at),
        xycoords=("axes fraction", "data"),
        xytext=(6, 0),
        textcoords="offset points",
        ha="left",
        va="center",
        fontproperties=lettering(palette, 10),
        color=palette.ink,
    )
