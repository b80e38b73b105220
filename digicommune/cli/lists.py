"""How lists and their rows are written as JSON, and how they are asked for; it reads none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from digicommune.domain.person_facts import is_fact
from digicommune.operations.intake import IntakeRequest

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from digicommune.domain.rows import ListReading


def request_of(arguments: argparse.Namespace, kind: str) -> IntakeRequest:
    """What the words ask to be read, as what."""
    return IntakeRequest(
        kind=kind,
        sheet=arguments.sheet,
        password=arguments.password,
        bank_bin=getattr(arguments, "bank", None),
        campaign=getattr(arguments, "campaign", None),
        session=getattr(arguments, "session", None),
        period=getattr(arguments, "period", None),
        again=getattr(arguments, "accept_known", False),
        sender=getattr(arguments, "sender", None),
    )


def row_data(
    row: int, verdict: str, fields: Mapping[str, Any], warnings: Sequence[str]
) -> dict[str, Any]:
    """One row without problems; what it says is known of a person stands apart."""
    told = {
        "row": row,
        "verdict": verdict,
        "fields": {key: value for key, value in fields.items() if not is_fact(key)},
        "warnings": list(warnings),
        "problems": [],
    }
    facts = {key.partition(":")[0]: value for key, value in fields.items() if is_fact(key)}
    return {**told, "facts": facts} if facts else told


def sheet_data(reading: ListReading) -> dict[str, Any]:
    """How the sheet was understood, with the rows that are no records."""
    skipped = [
        {
            "row": one.row,
            "kind": one.kind,
            "text": one.text,
            **({} if one.declared is None else {"declared": one.declared}),
        }
        for one in reading.skipped
    ]
    return {
        "sheet": reading.sheet,
        "header_rows": reading.header_rows,
        "kind": reading.kind,
        "columns": {at: key for at, key in reading.columns.items() if not is_fact(key)},
        "facts": {at: key for at, key in reading.columns.items() if is_fact(key)},
        "declared_total": reading.declared_total,
        "skipped": skipped,
    }
