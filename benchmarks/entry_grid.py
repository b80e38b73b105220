"""The sheet of figures, 60 villages by 20 indicators: opening it, and pasting all of its cells.

Against fixed times, not against another program: 100 ms and 300 ms of work, in one thread.
"""

from __future__ import annotations

import os
import tempfile
from datetime import date
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from benchmarks.measure import Ratio, seconds
from digicommune.domain.indicator_cards import IndicatorDraft
from digicommune.domain.periods import parse_period, previous_period
from digicommune.domain.villages import PopulationFigure, Village
from digicommune.operations import entry, indicator_edits, office
from digicommune.operations.entry import NewCell

if TYPE_CHECKING:
    from digicommune.db.store import Store

VILLAGES, OWN = 60, 2  # 18 indicators of the pack, two of the office's own
PERIOD = parse_period("2026-03")
OPEN, PASTE = 0.1, 0.3  # seconds
ROUNDS = 5
BASES = (
    "nhan_khau", "nguoi_truong_thanh", "nguoi_15", "nguoi_14", "lao_dong", "so_ho", "so_nha",
    "so_ho_kd", "ho_kd_co_qr", "nguoi_huong_asxh", "nguoi_huong_bhxh", "ho_so_phai_nop",
    "tong_ho_so",
)  # fmt: skip


def measure() -> list[Ratio]:
    """Both claims."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from digicommune.ui import style

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    style.dress(app)
    new = office.NewOffice("xã Hoằng Mẫu", "Thanh Hóa")
    with (
        tempfile.TemporaryDirectory() as folder,
        office.create(str(Path(folder) / "office.db"), new) as store,
    ):
        fill(store)
        seconds(lambda: opened(store))
        took = median(seconds(lambda: opened(store)) for _round in range(ROUNDS))
        pasted = median(seconds(paste(store, number)) for number in range(ROUNDS))
    return [
        Ratio("grid of 60 x 20 opened and painted, part of 100 ms", took, OPEN, 1.0),
        Ratio("all 1,200 cells pasted and kept, part of 300 ms", pasted, PASTE, 1.0),
    ]


def fill(store: Store) -> None:
    """The villages with their populations, two more indicators, the period before."""
    with store.unit() as unit:
        villages = [
            unit.villages.save(Village(0, f"Thôn {n}", order=n)).village_id
            for n in range(1, VILLAGES + 1)
        ]
        day = date(2025, 1, 1)
        unit.villages.add_population(
            PopulationFigure(v, base, day, 1_000, "thử") for v in villages for base in BASES
        )
    for number in range(OWN):
        draft = IndicatorDraft(
            code=None, name=f"Chỉ tiêu {number}", unit="hộ", numerator="", denominator="",
            base="so_ho", valid_from=date(2025, 1, 1),
        )  # fmt: skip
        indicator_edits.save(store, draft)
    before = previous_period(PERIOD).code
    codes = [one.indicator.code for one in entry.sheet(store, before).columns]
    cells = [NewCell(code, village, "500") for code in codes for village in villages]
    entry.set_cells(store, before, cells)


def opened(store: Store) -> Any:
    """The sheet read, shown and painted once."""
    from digicommune.ui.views.entry_grid import EntryGrid

    grid = EntryGrid()
    grid.resize(1_000, 600)
    grid.cells.show_sheet(entry.sheet(store, PERIOD.code))
    grid.grab()
    return grid


def paste(store: Store, number: int) -> Any:
    """All cells of the clipboard taken, judged, kept, and shown as kept."""
    grid = opened(store)
    cells = grid.cells
    cells.take_with(lambda given: _keep(store, grid, given))
    grid.go_to(cells.index(1, 0))
    line = "\t".join(str(510 + number) for _one in range(cells.columnCount()))
    text = "\n".join([line] * VILLAGES)

    def work() -> None:
        grid.paste(text)
        grid.grab()
        assert not cells.waiting

    return work


def _keep(store: Store, grid: Any, given: tuple[NewCell, ...]) -> None:
    sent = {(one.indicator, one.village_id): None for one in given}
    mine = {key: grid.cells.waiting[key] for key in sent}
    done = entry.set_cells(store, PERIOD.code, given)
    assert len(done.edits) == len(given)
    grid.cells.settle(mine, done)
