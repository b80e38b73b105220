"""One indicator by village as horizontal bars against a threshold; it computes no figure."""

from __future__ import annotations

from textwrap import wrap
from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import Patch

from digicommune.charts.figures import Palette, lettering, open_frame, shown, tell_title
from digicommune.charts.values import Bar, VillageBars

# Inches: a bar with its share of the gap, and the whole at most a page of the report.
_PITCH, _DEEPEST = 0.32, 7.4
_FOOT, _HEAD = 0.72, 0.2
# The right end of the axis leaves room for half of "100%"; names take half the width at most.
_RIGHT, _NAMES = 0.965, 0.5
# A threshold beyond this part of the axis has its words to its left: they would leave the sheet.
_NEAR_END = 0.9
# Letters of a name on one line, and the points from bar to bar that two lines need.
_ONE_LINE, _TWO_LINES = 34, 18.0
_NO_DATA = "chưa có số liệu"


def draw_bars(values: VillageBars, palette: Palette, width: float) -> Figure:
    """Villages from top to bottom in the order given, each with its figure in words."""
    count = max(1, len(values.bars))
    pitch = min(_PITCH, _DEEPEST / count)
    head = _HEAD + (0.34 if palette.titled else 0) + (0.2 if values.threshold is not None else 0)
    deep = pitch * count + head + _FOOT
    drawn = Figure(figsize=(width, deep), facecolor=palette.paper)
    names, size = _lettered(values, pitch * 72)
    left = _left(names, size, width)
    axes = drawn.add_axes((left, _FOOT / deep, _RIGHT - left, pitch * count / deep))
    _bars(axes, values, palette)
    _limits(axes, values, size / 72 / (width * (_RIGHT - left)))
    _names(axes, names, palette, size)
    _figures(axes, values, palette, size)
    _threshold(axes, values, palette)
    _key(drawn, values, palette)
    tell_title(axes, values.title, palette, 24 if values.threshold is not None else 10)
    return drawn


def _lettered(values: VillageBars, pitch: float) -> tuple[list[str], float]:
    """Names and the size they are written at; long ones take two lines where the bars allow it."""
    names = [shown(bar.name) for bar in values.bars]
    longest = max(map(len, names), default=0)
    if longest <= _ONE_LINE:
        return names, min(11.0, pitch * 0.72)
    if pitch < _TWO_LINES:
        return [shown(name, _ONE_LINE) for name in names], min(11.0, pitch * 0.72)
    return [_halved(name) for name in names], min(9.0, pitch * 0.42)


def _halved(name: str) -> str:
    if len(name) <= _ONE_LINE:
        return name
    return "\n".join(wrap(name, max(len(name) // 2 + 4, _ONE_LINE - 2), max_lines=2))


def _left(names: list[str], size: float, width: float) -> float:
    """The part of the width the names take."""
    longest = max((len(line) for name in names for line in name.split("\n")), default=1)
    return min(_NAMES, (0.2 + longest * size * 0.0078) / width)


def _limits(axes: Any, values: VillageBars, letter: float) -> None:
    """The axis ends at 100%, or beyond as far as the longest bars need for their figures.

    ``letter`` is the height of the figures in parts of the axis; a digit is half as wide.
    """
    top = 1.0
    for bar in values.bars:
        room = min(0.5, (len(shown(bar.label)) * 0.55 + 0.7) * letter)
        top = max(top, float(bar.share or 0) / (1 - room))
    axes.set_xlim(0, top)
    axes.set_ylim(max(1, len(values.bars)) - 0.5, -0.5)
    axes.spines["bottom"].set_bounds(0, max([1.0, *(float(b.share or 0) for b in values.bars)]))


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
        ha="right" if at > _NEAR_END * axes.get_xlim()[1] else "center",
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
    if handles:
        font = lettering(palette, 10)
        drawn.legend(handles=handles, prop=font, loc="lower center", ncols=3, frameon=False)


def _swatch(palette: Palette, fill: str, label: str, hatch: str) -> Patch:
    return Patch(facecolor=fill, edgecolor=palette.ink, linewidth=0.7, hatch=hatch, label=label)
