"""Who judges and who saves each kind of list; it does neither itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from digicommune.operations.intake_merchants import judge_merchants, save_merchants
from digicommune.operations.intake_people import PeopleJudge
from digicommune.operations.intake_people_saving import save_people
from digicommune.operations.intake_rows import IntakeRequest, Judge, PreviewRow, Saved, Saving
from digicommune.operations.intake_villages import (
    judge_figures,
    judge_villages,
    save_figures,
    save_villages,
)

if TYPE_CHECKING:
    from digicommune.db.unit import Unit
    from digicommune.domain.progress import Progress
    from digicommune.domain.rows import ListReading, Record

Judging = Callable[["Unit", "ListReading", IntakeRequest], tuple[PreviewRow, ...]]
Save = Callable[[Saving], Saved]


class _AtTheEnd:
    """Judges a list whole, when all of it is read."""

    def __init__(self, judging: Judging, unit: Unit, request: IntakeRequest) -> None:
        self._judging, self._unit, self._request = judging, unit, request

    def take(self, records: Sequence[Record]) -> None:
        """Waits."""

    def rows(self, reading: ListReading) -> list[PreviewRow]:
        """The verdict of every record."""
        return list(self._judging(self._unit, reading, self._request))


PEOPLE = ("residents", "bank-accounts")
OTHERS: dict[str, Judging] = {
    "merchants": judge_merchants,
    "merchant-qr": judge_merchants,
    "villages": judge_villages,
    "village-figures": judge_figures,
}
SAVE: dict[str, Save] = {
    "residents": save_people,
    "bank-accounts": save_people,
    "merchants": save_merchants,
    "merchant-qr": save_merchants,
    "villages": save_villages,
    "village-figures": save_figures,
}


def judge_of(kind: str, unit: Unit, request: IntakeRequest) -> Judge | None:
    """Who judges a kind of list; None where the columns have yet to tell the kind."""
    if kind in PEOPLE:
        return PeopleJudge(unit, request, kind)
    return _AtTheEnd(OTHERS[kind], unit, request) if kind in OTHERS else None


class Bench:
    """Seats the judge once the reader has begun: the registers load while the file is read."""

    def __init__(self, unit: Unit, request: IntakeRequest) -> None:
        self._unit, self._request = unit, request
        self._judge: Judge | None = None

    def seated(self, progress: Progress) -> Progress:
        """``progress`` that seats the judge when it is first told something."""

        def told(done: int, total: int, what: str) -> None:
            if self._judge is None and self._request.kind in SAVE:
                self.judge(self._request.kind)
            progress(done, total, what)

        return told

    def take(self, records: Sequence[Record]) -> None:
        """Has these records judged, where the kind of list is known beforehand."""
        if self._request.kind in SAVE:
            self.judge(self._request.kind).take(records)

    def judge(self, kind: str) -> Judge:
        """Who judges this kind of list."""
        if self._judge is None:
            self._judge = judge_of(kind, self._unit, self._request)
            assert self._judge is not None
        return self._judge
