"""How ratios are taken: turn about, medians, one unmeasured turn first."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.measure import Claim, Ratio, turn_about, turn_about_timed
from benchmarks.run import line


def test_ratio_is_kept_up_to_its_limit() -> None:
    assert Ratio("as allowed", 2.0, 1.0, 2.0).kept
    assert not Ratio("above", 2.1, 1.0, 2.0).kept
    assert "NOT KEPT" in line(Ratio("above", 2.1, 1.0, 2.0))


def test_sides_run_turn_about_after_one_unmeasured_turn() -> None:
    turns: list[str] = []
    claim = Claim("order", limit=9.0, rounds=2)
    turn_about(claim, lambda: turns.append("ours"), lambda: turns.append("other"))
    assert turns == ["ours", "other"] * 3


def test_medians_are_compared() -> None:
    def told(*seconds: float) -> Callable[[], float]:
        times = iter(seconds)
        return lambda: next(times)

    claim = Claim("medians", limit=1.0, rounds=3)
    ratio = turn_about_timed(claim, told(99, 3, 1, 2), told(99, 4, 400, 4))
    assert (ratio.ours, ratio.other, ratio.ratio, ratio.kept) == (2, 4, 0.5, True)
