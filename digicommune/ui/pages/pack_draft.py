"""A criteria set while it is edited: its faults and what it still has to be saved; no widget."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from digicommune.domain.criteria import CriteriaSet, Criterion
from digicommune.domain.criteria_checks import faults

if TYPE_CHECKING:
    from datetime import date

# What may be written otherwise without asking anybody to read the legal text again.
FREE = {"title", "note", "region", "proof_months"}


class PackDraft:
    """``now`` is the set as edited; ``before`` as it is kept, None of a new one."""

    def __init__(self, now: CriteriaSet, before: CriteriaSet | None) -> None:
        self.now, self.before = now, before
        self._unread: dict[str, str] = {}  # place -> why what was typed there is no value

    @property
    def changed(self) -> bool:
        """Whether there is anything to save."""
        return self.now != self.before or bool(self._unread)

    def faults(self) -> dict[str, str]:
        """By place ("criteria[2].threshold"): the reason, one a place."""
        found = {one.place: one.reason for one in reversed(list(faults(self.now)))}
        return {**found, **self._unread}

    def unread(self, place: str, reason: str) -> None:
        """Notes that a field holds what cannot be read; an empty reason takes the note back."""
        if reason:
            self._unread[place] = reason
        else:
            self._unread.pop(place, None)

    def set_head(self, key: str, value: Any) -> None:
        """Changes the set itself."""
        self._put(replace(self.now, **{key: value}), checked=key in FREE)

    def set_passing(self, key: str, value: Any) -> None:
        """Changes when a village passes."""
        self._put(replace(self.now, passing=replace(self.now.passing, **{key: value})))

    def set_criterion(self, at: int, key: str, value: Any) -> None:
        """Changes a criterion; another code follows into the wholes it is a part of."""
        one = self.now.criteria[at]
        changed = [*self.now.criteria]
        changed[at] = _fitting(replace(one, **{key: value}), key)
        if key == "code":
            changed = [_renamed(each, one.code, value) for each in changed]
        self._put(replace(self.now, criteria=tuple(changed)))

    def add(self) -> int:
        """Adds an empty criterion after all; returns its place."""
        codes = {one.code for one in self.now.criteria}
        numbers = range(len(codes) + 1, len(codes) * 2 + 2)
        code = next(f"TC{one}" for one in numbers if f"TC{one}" not in codes)
        new = Criterion(code, "", "", "yes_no")
        self._put(replace(self.now, criteria=(*self.now.criteria, new)))
        return len(self.now.criteria) - 1

    def remove(self, at: int) -> None:
        """Takes a criterion out, of the wholes it was a part of too."""
        gone = self.now.criteria[at].code
        kept = [one for place, one in enumerate(self.now.criteria) if place != at]
        parts = [replace(one, parts=tuple(p for p in one.parts if p != gone)) for one in kept]
        self._unread = {key: why for key, why in self._unread.items() if "[" not in key}
        self._put(replace(self.now, criteria=tuple(parts)))

    def move(self, at: int, step: int) -> int:
        """Moves a criterion up or down; returns where it stands then."""
        to = min(max(0, at + step), len(self.now.criteria) - 1)
        order = [*self.now.criteria]
        order.insert(to, order.pop(at))
        self._unread = {key: why for key, why in self._unread.items() if "[" not in key}
        self._put(replace(self.now, criteria=tuple(order)))
        return to

    def mark_checked(self, who: str, against: str, on: date) -> None:
        """Notes who read the set beside which text."""
        self.now = replace(
            self.now, verified=True, checked_by=who, checked_against=against, checked_on=on
        )

    def unmark_checked(self) -> None:
        """The set is unread again."""
        self.now = replace(
            self.now, verified=False, checked_by="", checked_against="", checked_on=None
        )

    def _put(self, now: CriteriaSet, *, checked: bool = False) -> None:
        """What was read beside its text is not what stands there after an edit."""
        differs = now != self.now
        self.now = now
        if differs and not checked and now.verified:
            self.unmark_checked()


def _fitting(one: Criterion, key: str) -> Criterion:
    """Of another kind, a criterion keeps only what that kind knows."""
    if key != "kind":
        return one
    if one.kind != "ratio":
        one = replace(one, indicator=None, base=None)
    if one.kind != "k_of_n":
        one = replace(one, parts=())
    return replace(one, threshold=None, by_group=())


def _renamed(one: Criterion, old: str, new: str) -> Criterion:
    return replace(one, parts=tuple(new if part == old else part for part in one.parts))
