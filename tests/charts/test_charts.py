"""Charts: the figures given are the figures drawn, in words, on any number of villages."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from fractions import Fraction

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from digicommune.charts.figures import PRINT, SCREEN, Palette, figure
from digicommune.charts.pixels import pixels
from digicommune.charts.values import Bar, PeriodLine, PeriodPoint, VillageBars


def bars(count: int) -> VillageBars:
    listed = tuple(
        Bar(f"Thôn {i}", Fraction(i % 100, 100), f"{i % 100},00%", i % 100 >= 50)
        for i in range(count)
    )
    return VillageBars("Tài khoản", listed, Fraction(1, 2), "Ngưỡng 50%")


def line(count: int) -> PeriodLine:
    points = tuple(PeriodPoint(f"Q{i}", Fraction(i, 20), f"{i * 5}%") for i in range(count))
    return PeriodLine("Lũy kế", points, Fraction(4, 5), "Mục tiêu 80%")


def written(drawn: Figure) -> list[str]:
    return [text.get_text() for text in drawn.findobj(Text) if text.get_text()]


@pytest.mark.parametrize("palette", [PRINT, SCREEN])
@pytest.mark.parametrize("count", [0, 1, 4, 60])
def test_each_village_has_its_bar_its_name_and_its_figure(palette: Palette, count: int) -> None:
    drawn = figure(bars(count), palette)
    patches = drawn.axes[0].patches
    assert len(patches) == count
    wide = [patch.get_path().get_extents(patch.get_patch_transform()).width for patch in patches]
    assert wide == pytest.approx([i / 100 for i in range(count)])
    for i in range(count):
        assert f"Thôn {i}" in written(drawn)
        assert f"{i},00%" in written(drawn)
    assert "Ngưỡng 50%" in written(drawn)


def test_verdicts_differ_without_colour() -> None:
    patches = figure(bars(60), PRINT).axes[0].patches
    assert {patch.get_hatch() for patch in patches[:50]} == {"////"}
    assert {patch.get_hatch() for patch in patches[50:]} == {None}
    drawn = np.asarray(pixels(figure(bars(60), PRINT), 50))
    red, green, blue, _ = (drawn[:, :, i] for i in range(4))
    assert bool((red == green).all())
    assert bool((green == blue).all())


def test_missing_data_is_said_and_not_drawn_as_zero() -> None:
    values = VillageBars("x", (Bar("A", None, ""), Bar("B", Fraction(0), "0,00%")))
    drawn = written(figure(values, PRINT))
    assert "chưa có số liệu" in drawn
    assert "0,00%" in drawn
    points = (PeriodPoint("Q1", Fraction(1, 2), "50%"), PeriodPoint("Q2", None, ""))
    heights = figure(PeriodLine("x", points), PRINT).axes[0].lines[0].get_ydata()
    assert str(list(heights)[1]) == "nan"  # type: ignore[arg-type]


@pytest.mark.parametrize("palette", [PRINT, SCREEN])
@pytest.mark.parametrize("count", [0, 1, 5, 24])
def test_periods_stand_in_order_with_their_target(palette: Palette, count: int) -> None:
    drawn = figure(line(count), palette)
    shown = [label.get_text() for label in drawn.axes[0].get_xticklabels()]
    assert shown == [f"Q{i}" for i in range(count)]
    assert "Mục tiêu 80%" in written(drawn)


def test_dollars_marks_apart_and_long_names_are_only_text() -> None:
    apart = unicodedata.normalize("NFD", "Thôn Đồng Tình")
    listed = (
        Bar("$\\frac{1}{2}$", Fraction(1, 2), "$5$"),
        Bar("x" * 500, None, ""),
        Bar(apart, None, ""),
    )
    drawn = figure(VillageBars("$t$", listed), SCREEN)
    pixels(drawn, 40)
    assert "$\\frac{1}{2}$" in written(drawn)
    assert "Thôn Đồng Tình" in written(drawn)
    assert max(len(text) for text in written(drawn)) <= 90


@pytest.mark.parametrize("values", [bars(47), bars(3), line(8)])
def test_the_same_values_give_the_same_pixels(values: VillageBars | PeriodLine) -> None:
    first, second = (bytes(pixels(figure(values, PRINT), 100)) for _ in range(2))
    assert first == second


def test_a_page_of_villages_still_fits_the_page() -> None:
    assert figure(bars(60), PRINT).get_size_inches()[1] * 25.4 < 225


@pytest.mark.parametrize("count", [1, 4, 47])
def test_no_letter_is_cut_off_at_the_edge(count: int) -> None:
    drawn = np.asarray(pixels(figure(bars(count), PRINT), 60))
    edges = (drawn[0], drawn[-1], drawn[:, 0], drawn[:, -1])
    assert all(int(edge[..., :3].min()) > 250 for edge in edges)


def test_values_alone_load_no_matplotlib() -> None:
    code = "import digicommune.charts.values, digicommune.documents.kinds, sys;"
    code += "sys.exit('matplotlib' in sys.modules or 'reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_axis_ends_at_100_percent_unless_a_figure_needs_more() -> None:
    low = VillageBars("x", (Bar("A", Fraction(1, 2), "50,00%"),))
    assert figure(low, PRINT).axes[0].get_xlim() == (0.0, 1.0)
    full = VillageBars("x", (Bar("A", Fraction(1), "100,00%"),))
    assert 1.0 < figure(full, PRINT).axes[0].get_xlim()[1] < 1.2


@pytest.mark.parametrize("share", [0, 50, 95, 100])
def test_the_words_of_a_threshold_stay_on_the_sheet(share: int) -> None:
    listed = (Bar("Duyên Hy", Fraction(1, 2), "50,00%", False),)
    values = VillageBars("x", listed, Fraction(share, 100), f"Mục tiêu {share}%")
    seen = np.asarray(pixels(figure(values, PRINT), 60))
    assert all(int(e[..., :3].min()) > 250 for e in (seen[0], seen[:, 0], seen[:, -1]))
    drawn = figure(values, PRINT)
    word = next(t for t in drawn.findobj(Text) if t.get_text() == f"Mục tiêu {share}%")
    pixels(drawn, 60)
    assert word.get_window_extent().x1 <= drawn.bbox.x1


def test_long_names_are_whole_and_inside_the_sheet() -> None:
    name = "Khu phố Trung Tâm Hưng Long (Hoằng Phượng Khê)"
    listed = tuple(Bar(f"{name} {i}", Fraction(9, 10), "90,00%", True) for i in range(20))
    drawn = figure(VillageBars("x", listed, Fraction(1, 2), "Ngưỡng 50%"), PRINT)
    told = {" ".join(text.split()) for text in written(drawn)}
    assert {f"{name} {i}" for i in range(20)} <= told
    seen = np.asarray(pixels(drawn, 60))
    assert all(int(e[..., :3].min()) > 250 for e in (seen[:, 0], seen[:, -1]))


@pytest.mark.parametrize("count", [1, 4, 20, 25])
def test_bars_are_neither_thin_nor_fat(count: int) -> None:
    drawn = figure(bars(count), PRINT)
    axes = drawn.axes[0]
    pitch = axes.get_position().height * drawn.get_size_inches()[1] * 72 / count
    assert 20 <= pitch <= 25
