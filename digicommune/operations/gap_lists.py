"""Sends what the villages lack out as a list to hand round; it judges and keeps nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.domain.gaps import GapTask, gaps_of
from digicommune.domain.periods import parse_period
from digicommune.operations.judging import find_set, judge_all
from digicommune.sheets.plain_tables import Table, write_table

if TYPE_CHECKING:
    from pathlib import Path

    from digicommune.db.store import Store
    from digicommune.domain.gaps import Gap

HEADINGS = [
    "STT", "Thôn", "Tiêu chí", "Tên tiêu chí", "Còn thiếu", "Số lượng", "Đơn vị", "Người phụ trách",
    "Hạn", "Tình trạng", "Ghi chú",
]  # fmt: skip
_LACKS = {
    "units": "chưa đủ số lượng",
    "answer": "chưa trả lời",
    "figure": "chưa có số liệu",
    "proof": "thiếu minh chứng",
    "threshold": "bộ chưa có ngưỡng",
    "parts": "chưa đủ nội dung",
}
_STATES = {"open": "chưa làm", "doing": "đang làm", "done": "báo đã xong"}


def export(store: Store, set_code: str, period_code: str, to: Path) -> int:
    """What every village lacks, one line a thing to do; returns how many lines there are."""
    period = parse_period(period_code)
    with store.glance() as unit:
        found = judge_all(unit, find_set(unit, set_code), period)
        tasks = unit.gaps.tasks(found.criteria_set.code, period.code)
    rows: list[tuple[object, ...]] = []
    for village in found.villages:
        verdict = found.verdicts.get(village.village_id)
        gaps = gaps_of(found.criteria_set, verdict).gaps if verdict else ()
        for leaf in (leaf for gap in gaps for leaf in gap.leaves):
            task = tasks.get((village.village_id, leaf.criterion), GapTask())
            rows.append((len(rows) + 1, village.name, *_cells(leaf, task)))
    title = f"VIỆC CÒN THIẾU THEO BỘ TIÊU CHÍ {found.criteria_set.code}, {period.title.upper()}"
    write_table(Table(title, HEADINGS, rows), to)
    return len(rows)


def _cells(one: Gap, task: GapTask) -> tuple[object, ...]:
    lacks = _LACKS[one.lacks]
    if one.lacks_proof and one.lacks != "proof":
        lacks += ", thiếu minh chứng"
    due = f"{task.due_on:%d/%m/%Y}" if task.due_on else ""
    counted = one.lacks == "units"
    return (
        one.criterion, one.name, lacks, one.short_by if counted else "",
        one.unit if counted else "", task.owner, due, _STATES[task.state], task.note,
    )  # fmt: skip
