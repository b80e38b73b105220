"""What lists say of people beside their data: VNeID, signature, skills …, heads of households."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.domain.people import PersonFact, SourceRow
from digicommune.domain.person_facts import HEADS, HELD, facts_of, is_fact, is_head
from digicommune.operations.intake_rows import Change, PreviewRow, Saved, Saving

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digicommune.db.unit import Unit
    from digicommune.domain.rows import ListReading

OF_PEOPLE = frozenset({"residents", "bank-accounts"})
YES = "có"


def with_facts(
    unit: Unit, reading: ListReading, rows: Sequence[PreviewRow]
) -> Sequence[PreviewRow]:
    """The rows of known people, with what the list says of them and the register does not know."""
    if reading.kind not in OF_PEOPLE or not any(map(is_fact, reading.columns.values())):
        return rows
    known = [one.target for one in rows if one.verdict == "known" and (one.target or 0) > 0]
    held = {(one.resident_id, one.fact) for one in unit.facts.of_many(n for n in known if n)}
    return [_with_facts(one, held) if one.verdict == "known" else one for one in rows]


def _with_facts(one: PreviewRow, held: set[tuple[int, str]]) -> PreviewRow:
    lacking = [
        Change(f"{code}:{HELD}", None, day.isoformat() if day else YES)
        for code, day in facts_of(one.fields)
        if (one.target or 0, code) not in held
    ]
    return one._replace(changes=(*one.changes, *lacking)) if lacking else one


def save_facts(saving: Saving, saved: Saved) -> None:
    """Writes down what the rows that were saved say of their people; what is known stays."""
    if not any(map(is_fact, saving.preview.reading.columns.values())):
        return
    targets = {one.row: one.target_id for one in saved.rows if one.target_id is not None}
    told: dict[tuple[int, str], PersonFact] = {}
    for one in saving.preview.rows:
        person = targets.get(one.row)
        if person is None:
            continue
        for code, day in facts_of(one.fields):
            source = SourceRow(saving.import_id, one.row)
            told.setdefault((person, code), PersonFact(person, code, day, None, source))
    people = {person for person, _ in told}
    held = {(one.resident_id, one.fact) for one in saving.unit.facts.of_many(people)}
    saving.unit.facts.add_many(one for key, one in told.items() if key not in held)


def save_heads(saving: Saving, saved: Saved) -> None:
    """Notes who of the people this list made is the head of a household.

    Of people known before nothing is changed: taking the import back could not tell what stood.
    """
    if HEADS.isdisjoint(saving.preview.reading.columns.values()):
        return
    targets = {one.row: one.target_id for one in saved.rows if one.target_id is not None}
    made = (one for one in saving.preview.rows if one.new_target and is_head(one.fields))
    saving.unit.people.mark_heads(targets[one.row] for one in made if one.row in targets)
