"""One indicator by village as horizontal bars against a threshold; it computes no figure."""

from __future__ import annotations

from typing import Any

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from digicommune.charts.figures import Palette, lettering, open_frame, shown, tell_title
from digicommune.charts.values import Bar, VillageBars

# Inches: a bar with its share of the gap, and the whole at most a page of the report.
_PITCH, _DEEPEST = 0.30, 7.4
_FOOT, _HEAD = 0.72, 0.2
_NO_DATA = "chưa có số liệu"


def draw_bars(values: VillageBars, palette: Palette, width: float) -> Figure:
    """Villages from top to bottom in the order given, each with its figure in words."""
    count = max(1, len(values.bars))
    pitch = min(_PITCH, _DEEPEST / count)
    head = _HEAD + (0.34 if palette.titled else 0) + (0.2 if values.threshold is not None else 0)
    deep = pitch * count + head + _FOOT
    drawn = Figure(figsize=(width, deep), facecolor=palette.paper)
    size = min(11.0, pitch * 72 * 0.72)
    names = [shown(bar.name) for bar in values.bars]
    left = min(0.42, 0.2 / width + max([len(n) for n in names], default=1) * size * 0.0078 / width)
    axes = drawn.add_axes((left, _FOOT / deep, 0.985 - left, pitch * count / deep))
    _bars(axes, values, palette)
    _names(axes, names, palette, size)
    _figures(axes, values, palette, size)
    _threshold(axes, values, palette)
    _key(drawn, values, palette)
    tell_title(axes, values.title, palette, 24 if values.threshold is not None else 10)
    return drawn


def _ink(bar: Bar, palette: Palette) -> str:
    if bar.met is None:
        return palette.plain
    return palette.met if bar.met else palette.missed


def _bars(axes: Any, values: VillageBars, palette: Palette) -> None:
    shares = [float(bar.share) if bar.share is not None else 0.0 for bar in values.bars]
    drawn = axes.barh(
        range(len(shares)),
        shares,
        height=0.66,
        color=[_ink(bar, palette) for bar in values.bars],
        edgecolor=palette.ink,
        linewidth=0.7,
        zorder=2,
    )
    for patch, bar in zip(drawn.patches, values.bars, strict=True):
        if bar.met is False:
            patch.set_hatch(palette.hatch)
    top = max([1.0, *shares])
    axes.set_xlim(0, top * 1.13)
    axes.set_ylim(max(1, len(shares)) - 0.5, -0.5)
    axes.grid(visible=True, axis="x", color=palette.quiet, linewidth=0.4, alpha=0.6, zorder=0)


def _names(axes: Any, names: list[str], palette: Palette, size: float) -> None:
    axes.set_yticks(range(len(names)), names, fontproperties=lettering(palette, size))
    fifths = [i / 5 for i in range(6)]
    labels = [f"{i * 20}%" for i in range(6)]
    axes.set_xticks(fifths, labels, fontproperties=lettering(palette, 10))
    open_frame(axes, palette)
    axes.tick_params(axis="y", length=0)


def _figures(axes: Any, values: VillageBars, palette: Palette, size: float) -> None:
    font = lettering(palette, size)
    for place, bar in enumerate(values.bars):
        at = float(bar.share) if bar.share is not None else 0.0
        text = shown(bar.label) if bar.share is not None else _NO_DATA
        axes.annotate(
            text,
            (at, place),
            xytext=(4, 0),
            textcoords="offset points",
            va="center_baseline",
            fontproperties=font,
            color=palette.ink,
            bbox={"facecolor": palette.paper, "edgecolor": "none", "pad": 0.6},
            zorder=4,
        )


def _threshold(axes: Any, values: VillageBars, palette: Palette) -> None:
    if values.threshold is None:
        return
    at = float(values.threshold)
    axes.axvline(at, color=palette.ink, linewidth=1.2, linestyle=(0, (5, 3)), zorder=3)
    axes.annotate(
        shown(values.threshold_label),
        (at, 1),
        xycoords=("data", "axes fraction"),
        xytext=(0, 3),
        textcoords="offset points",
        ha="center",
        va="bottom",
        fontproperties=lettering(palette, 10),
        color=palette.ink,
    )


def _key(drawn: Figure, values: VillageBars, palette: Palette) -> None:
    handles: list[Any] = []
    verdicts = {bar.met for bar in values.bars}
    if True in verdicts:
        handles.append(_swatch(palette, palette.met, "Đạt", ""))
    if False in verdicts:
        handles.append(_swatch(palette, palette.missed, "Chưa đạt", palette.hatch))
    if handles and values.threshold is not None:
        label = shown(values.threshold_label)
        handles.append(
            Line2D([], [], color=palette.ink, linewidth=1.2, linestyle=(0, (5, 3)), label=label)
        )
    if handles:
        font = lettering(palette, 10)
        drawn.legend(handles=handles, prop=font, loc="lower center", ncols=3, frameon=False)


def _swatch(palette: Palette, fill: str, label: str, hatch: str) -> Patch:
    return Patch(facecolor=fill, edgecolor=palette.ink, linewidth=0.7, hatch=hatch, label=label)
