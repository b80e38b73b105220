"""Which birth dates belong to a base of residents on a day: adults, 15 and over, working age."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from digicommune.domain.indicators import Base, RetirementAge
from digicommune.domain.registers import AgeWindow


def age_window(base: Base, on: date, retirement: Sequence[RetirementAge]) -> AgeWindow | None:
    """The births that ``base`` counts on ``on``; None where it knows no age.

    People whose birth is not known count: a bank does not open an account for a child alone.
    Working age ends with the retirement age of the year (Nghị định 135/2020/NĐ-CP, from the pack).
    """
    if base.age_from is None and not base.working:
        return None
    born_to = months_before(on, 12 * base.age_from) if base.age_from is not None else None
    if not base.working or not retirement:
        return AgeWindow(born_to=born_to, unknown=True)
    ages = _retirement_of(on.year, retirement)
    return AgeWindow(
        born_to=born_to,
        born_from_men=months_before(on, ages.men),
        born_from_women=months_before(on, ages.women),
        unknown=True,
    )


def _retirement_of(year: int, ages: Sequence[RetirementAge]) -> RetirementAge:
    """The newest ages not after ``year``; the first table line for years before it."""
    ordered = sorted(ages, key=lambda one: one.year)
    past = [one for one in ordered if one.year <= year]
    return past[-1] if past else ordered[0]


def months_before(day: date, months: int) -> date:
    """The date ``months`` earlier; 29 to 31 become the last day the month has."""
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, day.day)
