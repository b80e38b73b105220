"""The sum of accounts by day: each day's sum is drawn, the target stands where it is."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from matplotlib.text import Text

from digicommune.charts.figures import PRINT, SCREEN, Palette, figure
from digicommune.charts.values import DayCount, DayLine

FIRST = date(2026, 3, 1)


def line(count: int, target: int | None = None) -> DayLine:
    points = tuple(DayCount(FIRST + timedelta(days=2 * n), 7 * (n + 1)) for n in range(count))
    label = f"Chỉ tiêu {target}" if target else ""
    return DayLine("Tài khoản", points, FIRST, FIRST + timedelta(days=60), target, label)


@pytest.mark.parametrize("palette", [PRINT, SCREEN])
@pytest.mark.parametrize("count", [0, 1, 30])
def test_each_day_stands_at_its_sum(palette: Palette, count: int) -> None:
    axes = figure(line(count, 150), palette).axes[0]
    drawn = axes.lines[0]
    sums = {int(day): int(count) for day, count in np.asarray(drawn.get_xydata())}
    for one in line(count).points:
        assert sums[one.day.toordinal()] == one.count
    words = [text.get_text() for text in axes.figure.findobj(Text)]
    assert "Chỉ tiêu 150" in words
    assert axes.get_ylim()[1] > 150
    if count:
        assert str(7 * count) in words


def test_levels_are_few_and_round() -> None:
    for high in (1, 3, 9, 41, 448, 1_120, 30_000):
        one = DayLine("x", (DayCount(FIRST, high),), FIRST, FIRST, None)
        ticks = [int(at) for at in figure(one).axes[0].get_yticks()]
        assert 2 <= len(ticks) <= 6, (high, ticks)
        assert ticks[0] == 0
