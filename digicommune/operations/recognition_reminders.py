"""What of recognitions waits for somebody on the first page: asked by overview, itself none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.domain.overview import Todo
from digicommune.domain.recognition import RECHECK_DAYS
from digicommune.operations.recognising import register_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from digicommune.db.unit import Unit
    from digicommune.domain.periods import Period
    from digicommune.domain.recognition import RecognitionLine

PAGE = "recognitions/register/{state}"
NAMED = 4  # villages told by name in a line


def recognition_todo(unit: Unit, period: Period, day: date) -> Iterator[Todo]:
    """Recognised villages that fail their set in the period, and those to be looked at again."""
    if not unit.recognitions.all():
        return
    view = register_of(unit, period, day)
    if view.at_risk:
        told = _named(one.village for one in view.at_risk)
        yield Todo(
            f"thôn có nguy cơ bị thu hồi công nhận: {told}",
            len(view.at_risk),
            PAGE.format(state="at_risk"),
        )
    due = [one for one in view.lines if _due(one, day)]
    if due:
        told = _named(f"{one.village} ({one.recognition.recheck_on:%d/%m/%Y})" for one in due)
        where = PAGE.format(state=due[0].state)
        yield Todo(f"thôn đến hạn thẩm định lại: {told}", len(due), where)


def _due(line: RecognitionLine, day: date) -> bool:
    """Whether a re-check is due; one in danger may be due as well."""
    recheck = line.recognition.recheck_on
    standing = line.state in {"recheck_soon", "at_risk"}
    return standing and recheck is not None and (recheck - day).days <= RECHECK_DAYS


def _named(names: Iterable[str]) -> str:
    every = list(names)
    more = f" và {len(every) - NAMED} thôn nữa" if len(every) > NAMED else ""
    return ", ".join(every[:NAMED]) + more
