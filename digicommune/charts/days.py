"""A sum growing day by day against its target, as steps; it counts nothing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from matplotlib.figure import Figure

from digicommune.charts.figures import Palette, lettering, open_frame, shown, tell_title
from digicommune.charts.values import DayLine

_DEEP = 2.9
_TICKS = 6  # days named below the axis
_LEVELS = 4  # counts named beside it


def draw_days(values: DayLine, palette: Palette, width: float) -> Figure:
    """Days from left to right; the sum stays what it was until a day brings more."""
    drawn = Figure(figsize=(width, _DEEP), facecolor=palette.paper)
    top = 0.86 if palette.titled else 0.9
    right = 0.78 if values.target is not None else 0.9
    axes = drawn.add_axes((0.62 / width, 0.14, right - 0.62 / width, top - 0.14))
    days, sums = _steps(values)
    axes.fill_between(days, sums, step="post", color=palette.plain, alpha=0.18, linewidth=0)
    axes.plot(
        days,
        sums,
        drawstyle="steps-post",
        color=palette.plain if palette.titled or palette.ink != "#000000" else palette.ink,
        linewidth=1.8,
        zorder=3,
    )
    _scales(axes, values, palette)
    _last(axes, values, palette)
    _target(axes, values, palette)
    tell_title(axes, values.title, palette)
    return drawn


def _steps(values: DayLine) -> tuple[list[int], list[int]]:
    """The days as numbers, from the first to the last shown, with the sum of each."""
    first, last = _ends(values)
    days, sums = [first.toordinal()], [0]
    for one in values.points:
        days.append(one.day.toordinal())
        sums.append(one.count)
    if days[-1] < last.toordinal():
        days.append(last.toordinal())
        sums.append(sums[-1])
    return days, sums


def _ends(values: DayLine) -> tuple[date, date]:
    days = [one.day for one in values.points]
    first, last = min([values.start, *days]), max([values.end, *days])
    return first, last + timedelta(days=1)  # room for the step of the last day


def _day(one: date) -> str:
    """ "01/3": months 1 and 2 are padded, others are not, as everywhere on paper."""
    month = f"{one.month:02d}" if one.month < 3 else str(one.month)
    return f"{one.day:02d}/{month}"


def _scales(axes: Any, values: DayLine, palette: Palette) -> None:
    first, last = _ends(values)
    axes.set_xlim(first.toordinal(), last.toordinal())
    step = max(1, -(-(last - first).days // _TICKS))
    marks = [first + timedelta(days=n) for n in range(0, (last - first).days + 1, step)]
    labels = [_day(one) for one in marks]
    font = lettering(palette, 10)
    axes.set_xticks([one.toordinal() for one in marks], labels, fontproperties=font)
    high = max([values.target or 0, *(one.count for one in values.points), 1])
    levels = list(range(0, high + 1, _round_step(high)))
    axes.set_yticks(levels, [_dotted(one) for one in levels], fontproperties=font)
    axes.set_ylim(0, high * 1.16)
    axes.grid(visible=True, axis="y", color=palette.quiet, linewidth=0.4, alpha=0.6, zorder=0)
    open_frame(axes, palette)


def _round_step(high: int) -> int:
    """1, 2 or 5 times a power of ten, so that few levels are named."""
    power = 1
    while power * 10 * _LEVELS <= high:
        power *= 10
    return next((power * n for n in (1, 2, 5, 10) if power * n * _LEVELS >= high), power * 10)


def _last(axes: Any, values: DayLine, palette: Palette) -> None:
    if not values.points:
        return
    one = values.points[-1]
    axes.annotate(
        _dotted(one.count),
        (one.day.toordinal(), one.count),
        xytext=(0, 5),
        textcoords="offset points",
        ha="center",
        fontproperties=lettering(palette, 11),
        color=palette.ink,
        bbox={"facecolor": palette.paper, "edgecolor": "none", "pad": 0.6},
        zorder=4,
    )


def _target(axes: Any, values: DayLine, palette: Palette) -> None:
    if values.target is None:
        return
    axes.axhline(values.target, color=palette.ink, linewidth=1.2, linestyle=(0, (5, 3)), zorder=2)
    axes.annotate(
        shown(values.target_label),
        (1, values.target),
        xycoords=("axes fraction", "data"),
        xytext=(6, 0),
        textcoords="offset points",
        ha="left",
        va="center",
        fontproperties=lettering(palette, 10),
        color=palette.ink,
    )


def _dotted(count: int) -> str:
    return f"{count:,}".replace(",", ".")
