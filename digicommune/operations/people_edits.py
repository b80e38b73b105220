"""Ordinary edits of people: their card, what is known of them, the trash, twins made one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from digicommune.domain.people import PersonFact
from digicommune.domain.people_cards import PersonLine
from digicommune.domain.text import clean
from digicommune.errors import UserError
from digicommune.operations.people import found_person, lines
from digicommune.operations.register_keeping import (
    note_change,
    note_each,
    plain_cccd,
    plain_phone,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.people import Resident

__all__ = ["in_trash", "merge", "restore", "save", "set_fact", "trash", "twins"]

FILLED = (
    "village_id", "birth_date", "birth_year", "sex", "cccd", "cmnd", "phone", "household", "lane",
    "address", "note",
)  # fmt: skip


def save(store: Store, person: Resident) -> Resident:
    """Keeps a person as edited (number 0: a new one), numbers and name in their plain form.

    Raises ``UserError`` ``name_missing``, ``cccd_wrong``, ``phone_wrong``, ``cccd_taken``,
    ``changed_meanwhile``.
    """
    tidy = _tidy(person)
    with store.unit() as unit:
        if not tidy.resident_id:
            tidy = replace(tidy, resident_id=unit.ids.block("residents", 1)[0])
            unit.people.add_many([tidy])
            unit.journal.note("person", f"person:{tidy.resident_id}", None, _told(tidy))
            return tidy
        before = found_person(unit, tidy.resident_id)
        if replace(before, version=tidy.version) == tidy:
            return before
        saved = unit.people.update(tidy)
        note_change(unit, f"person:{saved.resident_id}", _told(before), _told(saved))
    return saved


def _tidy(person: Resident) -> Resident:
    name = clean(person.full_name)
    if not any(one.isalpha() for one in name):
        raise UserError("name_missing", "Chưa ghi họ tên.", "Ghi họ và tên rồi lưu lại.")
    born = person.birth_date
    return replace(
        person,
        full_name=name,
        cccd=plain_cccd(person.cccd),
        phone=plain_phone(person.phone),
        birth_year=born.year if born else person.birth_year,
    )


def _told(person: Resident) -> dict[str, object]:
    told = asdict(person)
    for key in ("version", "source", "resident_id"):
        told.pop(key)
    return told


def set_fact(store: Store, number: int, fact: str, since: date | None, *, has: bool = True) -> None:
    """Notes that something holds of a person since a day, or that it does not hold."""
    with store.unit() as unit:
        found_person(unit, number)
        new = PersonFact(number, fact, since)
        before = unit.facts.set(new) if has else unit.facts.remove(number, fact)
        unit.journal.note(
            "fact", f"person:{number}", _fact(before), _fact(new) if has else {"fact": fact}
        )


def _fact(one: PersonFact | None) -> dict[str, object] | None:
    return None if one is None else {"fact": one.fact, "since": one.since}


# --- the trash ---


def trash(store: Store, numbers: Iterable[int]) -> int:
    """Takes people out of the register; they can be put back. Returns how many."""
    listed = list(numbers)
    with store.unit() as unit:
        gone = unit.trash.put(listed)
        note_each(unit, "trash", "person", listed)
    return gone


def restore(store: Store, numbers: Iterable[int]) -> int:
    """Puts people back; raises ``UserError`` ``cccd_taken`` where somebody bears a number now."""
    listed = list(numbers)
    with store.unit() as unit:
        back = unit.trash.restore(listed)
        note_each(unit, "restore", "person", listed)
    return back


def in_trash(store: Store) -> tuple[PersonLine, ...]:
    """Who is in the trash, the last first."""
    with store.glance() as unit:
        numbers = [one.resident_id for one in unit.trash.people()]
    return lines(store, numbers)


# --- twins ---


def twins(store: Store, most: int = 500) -> tuple[tuple[PersonLine, ...], ...]:
    """People who are perhaps entered twice: of one folded name and one full date of birth.

    Two different personal numbers are two people, whatever else agrees. It asks, never decides.
    """
    with store.glance() as unit:
        groups: dict[tuple[str, str], list[tuple[int, str | None]]] = defaultdict(list)
        for one in unit.people.match_index().rows:
            if one.born:
                groups[one.name_fold, one.born].append((one.resident_id, one.cccd))
    found = [
        [number for number, _ in group]
        for group in groups.values()
        if len(group) > 1 and len({cccd for _, cccd in group if cccd}) < len(group)
    ]
    shown = found[:most]
    known = {one.number: one for one in lines(store, [n for group in shown for n in group])}
    return tuple(tuple(known[number] for number in group) for group in shown)


def merge(store: Store, keep: int, gone: int) -> Resident:
    """Makes two entries of one person one: what the kept one lacks comes from the other.

    Accounts and facts go over, the earlier day of a fact stands; the other entry stays in the
    history. Raises ``UserError`` ``two_numbers`` where both bear a personal number of their own.
    """
    with store.unit() as unit:
        one, other = found_person(unit, keep), found_person(unit, gone)
        if one.cccd and other.cccd and one.cccd != other.cccd:
            raise UserError(
                "two_numbers",
                f"{one.full_name} và {other.full_name} có hai số CCCD khác nhau.",
                "Hai số khác nhau là hai người; sửa số sai trước nếu đúng là một người.",
            )
        unit.trash.put([gone], merged_into=keep)
        _hand_over(unit, keep, gone)
        filled = {key: getattr(other, key) for key in FILLED if getattr(one, key) is None}
        saved = unit.people.update(replace(one, **filled)) if filled else one
        before = {"gone": gone, **_told(other)}
        unit.journal.note(
            "merge", f"person:{keep}", before, {key: str(v) for key, v in filled.items()}
        )
    return saved


def _hand_over(unit: Unit, keep: int, gone: int) -> None:
    held = {(one.bank_bin, one.number) for one in unit.accounts.of(keep)}
    theirs = unit.accounts.of(gone)
    unit.accounts.remove_many(theirs)
    unit.accounts.add_many(
        [one._replace(resident_id=keep) for one in theirs if (one.bank_bin, one.number) not in held]
    )
    known = {one.fact: one for one in unit.facts.of(keep)}
    for fact in unit.facts.of(gone):
        ours = known.get(fact.fact)
        if ours is None or (fact.since and (ours.since is None or fact.since < ours.since)):
            unit.facts.set(fact._replace(resident_id=keep))
        unit.facts.remove(gone, fact.fact)
