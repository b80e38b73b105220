"""The criteria tables of a dossier; every kind of rule has its words, nothing is computed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from digicommune.documents.description import Align, Column, Row, RowKind, Table
from digicommune.documents.figure_words import day, decimal_words
from digicommune.documents.phrases import roman
from digicommune.domain.criteria import CriterionResult
from digicommune.domain.criteria_words import reached, threshold_words

if TYPE_CHECKING:
    from digicommune.documents.dossier_telling import DossierTelling
    from digicommune.domain.criteria import Criterion
    from digicommune.domain.dossier_snapshot import SnapshotProof

Cells = Callable[["Criterion", CriterionResult], tuple[str, ...]]


def registered_table(telling: DossierTelling) -> Table:
    """What the village sets out to reach, and where it stands now."""
    columns = (
        _column(telling, "place", 0.7, Align.CENTER),
        _column(telling, "criterion", 2.2),
        _column(telling, "content", 4.4),
        _column(telling, "threshold", 1.5, Align.CENTER),
        _column(telling, "now", 2.0),
    )

    def cells(one: Criterion, result: CriterionResult) -> tuple[str, ...]:
        return (
            one.name,
            one.requirement,
            threshold_words(one, _held(result)),
            reached(one, result),
        )

    return Table(columns, tuple(_rows(telling, len(columns), cells)))


def assessed_table(telling: DossierTelling) -> Table:
    """The village's own table: result with both counts, threshold, verdict, proofs by name."""
    counted = telling.snapshot.criteria.passing.kind == "points"
    columns = (
        _column(telling, "place", 0.8, Align.CENTER),
        _column(telling, "criterion", 2.4),
        _column(telling, "content", 4.4),
        _column(telling, "threshold", 1.4, Align.CENTER),
        _column(telling, "reached", 2.3),
        _column(telling, "self", 1.3, Align.CENTER),
        *((_column(telling, "points", 0.8, Align.CENTER),) if counted else ()),
        _column(telling, "proofs", 2.2),
        _column(telling, "note", 1.4),
    )

    blanks = ("",) * (2 + int(counted))

    def cells(one: Criterion, result: CriterionResult) -> tuple[str, ...]:
        points = (_points(one, result),) if counted else ()
        return (
            one.name,
            one.requirement,
            threshold_words(one, _held(result)),
            reached(one, result),
            verdict_word(telling, result),
            *points,
            proof_names(telling, one.code),
            _note(telling, one, result),
        )

    total = _total(telling, ("", "", "", _of(telling, telling.met), *blanks))
    rows = [*_rows(telling, len(columns), cells), total]
    return Table(columns, tuple(rows), numbered=True)


def appraised_table(telling: DossierTelling) -> Table:
    """What the village found, what the commune's team finds, and why."""
    columns = (
        _column(telling, "place", 0.8, Align.CENTER),
        _column(telling, "criterion", 2.6),
        _column(telling, "self", 3.0),
        _column(telling, "appraised", 1.4, Align.CENTER),
        _column(telling, "reason", 3.0),
    )
    appraisal = telling.snapshot.dossier.appraisal

    def cells(one: Criterion, result: CriterionResult) -> tuple[str, ...]:
        found = appraisal.result(one.code)
        said = verdict_word(telling, result)
        known = reached(one, result)
        own = f"{said}: {known[:1].lower()}{known[1:]}" if said and known else said or known
        return (one.name, own, appraised_word(telling, one.code), found.reason)

    total = _total(telling, ("", _of(telling, appraised_met(telling)), ""))
    rows = [*_rows(telling, len(columns), cells), total]
    return Table(columns, tuple(rows))


def submitted_table(telling: DossierTelling) -> Table:
    """The short table of a tờ trình: result, threshold, both verdicts."""
    columns = (
        _column(telling, "place", 0.8, Align.CENTER),
        _column(telling, "criterion", 2.8),
        _column(telling, "threshold", 1.6, Align.CENTER),
        _column(telling, "reached", 2.2),
        _column(telling, "self", 1.3, Align.CENTER),
        _column(telling, "appraised", 1.3, Align.CENTER),
    )

    def cells(one: Criterion, result: CriterionResult) -> tuple[str, ...]:
        return (
            one.name,
            threshold_words(one, _held(result)),
            reached(one, result),
            verdict_word(telling, result),
            appraised_word(telling, one.code),
        )

    found = (_of(telling, telling.met), _of(telling, appraised_met(telling)))
    total = _total(telling, ("", "", *found))
    return Table(columns, (*_rows(telling, len(columns), cells), total))


def appraised_met(telling: DossierTelling) -> str:
    """How many criteria the team found met; dots where it has spoken of none."""
    appraisal = telling.snapshot.dossier.appraisal
    found = [appraisal.result(one.code).result for one in telling.snapshot.criteria.standing]
    return str(found.count("met")) if any(found) else telling.short_blank


def appraised_word(telling: DossierTelling, criterion: str) -> str:
    """ "Đạt", "Chưa đạt"; blank where the team has not spoken."""
    found = telling.snapshot.dossier.appraisal.result(criterion).result
    return telling.say("verdicts", found) if found else ""


def verdict_word(telling: DossierTelling, result: CriterionResult) -> str:
    """The verdict as the papers say it; blank where there is no figure."""
    return telling.say("verdicts", result.verdict)


def proof_names(telling: DossierTelling, criterion: str) -> str:
    """The proofs on file by name and day, and what the answer says of others."""
    files = telling.snapshot.proofs.get(criterion, ())
    said = telling.snapshot.evidence.get(criterion, "").strip()
    return "; ".join([*map(proof_name, files), *([said] if said else [])])


def proof_name(proof: SnapshotProof) -> str:
    """What somebody wrote of a proof, else its file's name, with its day."""
    name = proof.note.strip() or proof.name
    return f"{name} ({day(proof.dated)})" if proof.dated else name


def _held(result: CriterionResult) -> CriterionResult | None:
    return result if result.threshold is not None else None


def _column(telling: DossierTelling, key: str, weight: float, align: Align = Align.LEFT) -> Column:
    return Column(telling.say("table", key), align, weight)


def _rows(telling: DossierTelling, wide: int, cells: Cells) -> Iterator[Row]:
    """Mandatory ones, then optional ones; under each that has parts, its parts."""
    criteria = telling.snapshot.criteria
    parts = {one.code: one for one in criteria.criteria}
    groups = [
        ("mandatory", [one for one in criteria.standing if one.mandatory]),
        ("optional", [one for one in criteria.standing if not one.mandatory]),
    ]
    blanks = ("",) * (wide - 2)
    titled = all(members for _, members in groups)
    for place, (name, members) in enumerate(groups, start=1):
        if titled:
            yield Row((roman(place), _group_title(telling, name), *blanks), RowKind.GROUP)
        for one in members:
            yield _row(telling, one.code, one, cells)
            for code in one.parts:
                yield _row(telling, code, replace(parts[code], name=f"- {parts[code].name}"), cells)


def _group_title(telling: DossierTelling, name: str) -> str:
    rule = telling.snapshot.criteria.passing
    if name == "optional" and rule.kind == "mandatory_and_optional":
        return telling.say("table", "optional_least", least=rule.optional)
    return telling.say("table", name)


def _row(telling: DossierTelling, label: str, one: Criterion, cells: Cells) -> Row:
    blank = CriterionResult(one.code, "no_data")
    return Row((label, *cells(one, telling.results.get(one.code, blank))))


def _total(telling: DossierTelling, rest: tuple[str, ...]) -> Row:
    return Row(("", telling.say("table", "total"), *rest), RowKind.TOTAL)


def _of(telling: DossierTelling, met: int | str) -> str:
    return f"{met}/{telling.of}"


def _points(one: Criterion, result: CriterionResult) -> str:
    """The points a criterion brought of those it can bring: "10/10"."""
    if one.weight is None:
        return ""
    got = Decimal(one.weight) if result.verdict == "met" else Decimal(0)
    return f"{decimal_words(str(got))}/{decimal_words(one.weight)}"


def _note(telling: DossierTelling, one: Criterion, result: CriterionResult) -> str:
    """The village's own remark, what the judging notes, and that a proof is lacking."""
    told = [telling.snapshot.dossier.self_assessment.remark(one.code), result.note]
    if result.lacks_proof and result.verdict != "no_evidence":
        told.append(telling.say("table", "no_proof"))
    return " ".join(filter(None, told))
