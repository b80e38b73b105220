"""How lists and their rows are written as JSON, and how they are asked for; it reads none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
        period=getattr(arguments, "period", None),
        again=getattr(arguments, "accept_known", False),
        sender=getattr(arguments, "sender", None),
    )


def row_data(
    row: int, verdict: str, fields: Mapping[str, Any], warnings: Sequence[str]
) -> dict[str, Any]:
    """One row without problems."""
    return {
        "row": row,
        "verdict": verdict,
        "fields": fields,
        "warnings": list(warnings),
        "problems": [],
    }


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
        "columns": reading.columns,
        "declared_total": reading.declared_total,
        "skipped": skipped,
    }
