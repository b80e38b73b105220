"""Villages that merge, split or take another name on a day: which one a thing of another day is in.

People and shops keep the village they were entered in; for a period they are looked for in the
villages of that period. It never guesses: where one village became several, and nothing else is
known, the place is unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from digicommune.domain.villages import Village

ChangeKind = Literal["merge", "split", "rename"]


@dataclass(frozen=True, slots=True)
class Succession:
    """From ``on``, the first day of the new village, one village is (a part of) another."""

    from_id: int
    to_id: int
    kind: ChangeKind
    on: date


def places(
    villages: Sequence[Village], successions: Iterable[Succession], on: date
) -> dict[int, int | None]:
    """Village -> the village it is in on a day; None where that cannot be told.

    An ended village leads on to what it became, a later one back to what it came from, as long as
    there is one way only.
    """
    onward: dict[int, list[int]] = {}
    back: dict[int, list[int]] = {}
    for one in successions:
        onward.setdefault(one.from_id, []).append(one.to_id)
        back.setdefault(one.to_id, []).append(one.from_id)
    known = {one.village_id: one for one in villages}
    return {number: _place(known, number, on, (onward, back)) for number in known}


def _place(
    known: Mapping[int, Village],
    number: int,
    on: date,
    ways: tuple[Mapping[int, list[int]], Mapping[int, list[int]]],
) -> int | None:
    village, seen = known[number], {number}
    while not village.stands_on(on):
        ended = village.end is not None and village.end < on
        ahead = ways[0 if ended else 1].get(village.village_id, [])
        if len(ahead) != 1 or ahead[0] in seen or ahead[0] not in known:
            return None
        village = known[ahead[0]]
        seen.add(village.village_id)
    return village.village_id


def parts_of(village_id: int, successions: Iterable[Succession]) -> tuple[int, ...]:
    """The villages a merged or renamed one was made of, oldest ones last; none for a split part.

    A trend adds them up: the figures of the parts are the figures of the whole before.
    """
    made = list(successions)
    found: list[int] = []
    waiting = [village_id]
    while waiting:
        number = waiting.pop()
        for one in made:
            if one.to_id == number and one.kind != "split" and one.from_id not in found:
                found.append(one.from_id)
                waiting.append(one.from_id)
    return tuple(found)


def population_of_parts(
    village_id: int,
    successions: Iterable[Succession],
    population: Mapping[int, Mapping[str, int]],
) -> dict[str, int]:
    """The parts' population by base, for a merged village that has no figure of its own yet.

    A base one of the parts has no figure of is left out: half a sum is no figure.
    """
    made = list(successions)
    parts = [one.from_id for one in made if one.to_id == village_id and one.kind != "split"]
    each = [population.get(part) or population_of_parts(part, made, population) for part in parts]
    if not each:
        return {}
    shared = set(each[0]).intersection(*each[1:])
    return {base: sum(one[base] for one in each) for base in sorted(shared)}
