"""Reporting periods and their windows (Nghị định 09/2019/NĐ-CP); it knows no calendar but dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from digicommune.errors import UserError

PeriodKind = Literal["month", "quarter", "half", "nine_months", "year", "free"]
PeriodState = Literal["open", "submitted", "approved", "locked"]

ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}
FREE = re.compile(r"^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$")
LONGEST_FREE = 366  # days: a campaign, not an age
CODE = re.compile(r"^(\d{4})(?:-(0[1-9]|1[0-2]|Q[1-4]|H1|9M))?$")


@dataclass(frozen=True, slots=True)
class Period:
    """A reporting period: its code and the window ``start``..``end``, both days included."""

    code: str
    kind: PeriodKind
    start: date
    end: date

    @property
    def year(self) -> int:
        """The year the code names (its window starts in December of the year before)."""
        return int(self.code[:4])

    @property
    def title(self) -> str:
        """How a report's title names it: "quý I năm 2026"."""
        return _titles(self)


def parse_period(code: str) -> Period:
    """The period of a code such as ``2026-03``, ``2026-Q1``, ``2026-H1``, ``2026-9M``, ``2026``.

    Windows by Nghị định 09/2019/NĐ-CP: from the 15th of the month before to the 14th of the last.
    A free period names its two days, both included: ``2026-03-02..2026-03-08``.
    Raises ``UserError`` ``period_unknown``.
    """
    free = FREE.match(code.strip())
    if free:
        return _free_of(code, free[1], free[2])
    found = CODE.match(code.strip().upper())
    if not found:
        raise _unknown(code)
    year, part = int(found[1]), found[2]
    kind, first, last = _span(part)
    return Period(
        code=found[0], kind=kind, start=_fifteenth_before(year, first), end=date(year, last, 14)
    )


def _unknown(code: str) -> UserError:
    return UserError(
        "period_unknown",
        f"Không hiểu kỳ báo cáo “{code}”.",
        "Viết như 2026-03 (tháng), 2026-Q1 (quý), 2026-H1 (6 tháng), 2026-9M (9 tháng),"
        " 2026 (năm) hoặc 2026-03-02..2026-03-08 (từ ngày đến ngày).",
        period=code,
    )


def _free_of(code: str, first: str, last: str) -> Period:
    try:
        period = free_period(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        raise _unknown(code) from None
    return period


def free_period(start: date, end: date) -> Period:
    """The period from one day to another, both included, of at most a year.

    Raises ``UserError`` ``period_backwards`` and ``period_too_long``.
    """
    days = (end - start).days + 1
    if days < 1:
        raise UserError(
            "period_backwards",
            f"Kỳ từ {start:%d/%m/%Y} đến {end:%d/%m/%Y}: ngày cuối trước ngày đầu.",
            "Chọn lại hai ngày.",
            start=f"{start:%d/%m/%Y}",
            end=f"{end:%d/%m/%Y}",
        )
    if days > LONGEST_FREE:
        raise UserError(
            "period_too_long",
            f"Kỳ từ {start:%d/%m/%Y} đến {end:%d/%m/%Y} dài hơn một năm.",
            "Chọn kỳ ngắn hơn, hoặc dùng kỳ năm.",
            start=f"{start:%d/%m/%Y}",
            end=f"{end:%d/%m/%Y}",
        )
    return Period(f"{start.isoformat()}..{end.isoformat()}", "free", start, end)


def _span(part: str | None) -> tuple[PeriodKind, int, int]:
    if part is None:
        return "year", 1, 12
    if part == "H1":
        return "half", 1, 6
    if part == "9M":
        return "nine_months", 1, 9
    if part.startswith("Q"):
        quarter = int(part[1])
        return "quarter", quarter * 3 - 2, quarter * 3
    return "month", int(part), int(part)


def _fifteenth_before(year: int, month: int) -> date:
    return date(year - 1, 12, 15) if month == 1 else date(year, month - 1, 15)


def _titles(period: Period) -> str:
    year, part = period.year, period.code[5:]
    if period.kind == "free":
        return f"từ ngày {period.start:%d/%m/%Y} đến ngày {period.end:%d/%m/%Y}"
    if period.kind == "month":
        return f"tháng {int(part)} năm {year}"
    if period.kind == "quarter":
        return f"quý {ROMAN[int(part[1])]} năm {year}"
    if period.kind == "half":
        return f"6 tháng đầu năm {year}"
    if period.kind == "nine_months":
        return f"9 tháng đầu năm {year}"
    return f"năm {year}"


def previous_period(period: Period) -> Period:
    """The period of the same kind just before; for 6 and 9 months that of the year before.

    Before a free period: as many days, up to the eve of its first.
    """
    if period.kind == "free":
        days = period.end - period.start
        eve = period.start - timedelta(days=1)
        return free_period(eve - days, eve)
    year, part = period.year, period.code[5:]
    if period.kind == "month" and part != "01":
        return parse_period(f"{year}-{int(part) - 1:02d}")
    if period.kind == "quarter" and part != "Q1":
        return parse_period(f"{year}-Q{int(part[1]) - 1}")
    last = {"month": "-12", "quarter": "-Q4", "half": "-H1", "nine_months": "-9M", "year": ""}
    return parse_period(f"{year - 1}{last[period.kind]}")


def following_title(period: Period) -> str:
    """How the time after a period is named: "quý II năm 2026", "6 tháng cuối năm 2026".

    Empty after a free period, which nothing follows.
    """
    year, part = period.year, period.code[5:]
    if period.kind == "free":
        return ""
    if period.kind == "half":
        return f"6 tháng cuối năm {year}"
    if period.kind == "nine_months":
        return f"3 tháng cuối năm {year}"
    if period.kind == "month" and part != "12":
        return parse_period(f"{year}-{int(part) + 1:02d}").title
    if period.kind == "quarter" and part != "Q4":
        return parse_period(f"{year}-Q{int(part[1]) + 1}").title
    first = {"month": "-01", "quarter": "-Q1", "year": ""}
    return parse_period(f"{year + 1}{first[period.kind]}").title


def period_of(day: date, kind: PeriodKind) -> Period:
    """The month, quarter or year whose window holds ``day``."""
    for year in (day.year, day.year + 1):
        for code in _codes(year, kind):
            period = parse_period(code)
            if period.start <= day <= period.end:
                return period
    raise ValueError(f"no {kind} holds {day}")  # 6 and 9 months leave days of the year out


def _codes(year: int, kind: PeriodKind) -> list[str]:
    if kind == "month":
        return [f"{year}-{month:02d}" for month in range(1, 13)]
    if kind == "quarter":
        return [f"{year}-Q{quarter}" for quarter in range(1, 5)]
    return [{"half": f"{year}-H1", "nine_months": f"{year}-9M", "year": str(year)}[kind]]


def choices(day: date) -> tuple[Period, ...]:
    """Periods to choose from on ``day``: the running ones first, then the year's, newest first."""
    year, quarter, month = (period_of(day, kind) for kind in ("year", "quarter", "month"))
    codes = [month.code, quarter.code, year.code]
    codes += [f"{year.year}-{number:02d}" for number in range(12, 0, -1)]
    codes += [f"{year.year}-Q{number}" for number in range(4, 0, -1)]
    codes += [f"{year.year}-9M", f"{year.year}-H1", str(year.year - 1)]
    return tuple(parse_period(code) for code in dict.fromkeys(codes))
