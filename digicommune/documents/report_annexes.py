"""The annex tables: indicators, results by village, criteria by village; every total as told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.documents import figure_words as words
from digicommune.documents.description import (
    Align,
    Block,
    Column,
    Row,
    RowKind,
    Table,
    note,
)
from digicommune.documents.report_changes import changed, points_cell, units_cell
from digicommune.documents.table_columns import without_empty
from digicommune.documents.telling import Telling, column, names, passing_rule
from digicommune.domain.numbers import vi_int

if TYPE_CHECKING:
    from digicommune.domain.criteria import (
        CriteriaSet,
        Criterion,
        CriterionResult,
        VillageVerdict,
    )
    from digicommune.domain.snapshot import ReportSnapshot, SnapshotIndicator, SnapshotVillage

_VERDICTS = {"met": "Đ", "not_met": "C", "no_evidence": "M", "no_data": words.NO_DATA}
_INDICATOR_COLUMNS = (
    Column("TT", Align.CENTER, 0.4),
    Column("Chỉ tiêu", Align.LEFT, 3.2),
    Column("Đơn vị tính", Align.CENTER, 0.7),
    Column("Cơ sở tính (mẫu số)", Align.LEFT, 2.4),
    Column("Trong kỳ", Align.RIGHT, 0.7),
    Column("Lũy kế", Align.RIGHT, 0.7),
    Column("Mẫu số", Align.RIGHT, 0.7),
    Column("Tỷ lệ (%)", Align.RIGHT, 0.7),
    Column("Kỳ trước (%)", Align.RIGHT, 0.7),
    Column("Tăng, giảm (điểm %)", Align.RIGHT, 0.7),
    Column("Tăng, giảm (số)", Align.RIGHT, 0.7),
    Column("Mục tiêu (%)", Align.RIGHT, 0.7),
    Column("Ghi chú", Align.LEFT, 1.7),
)
# Columns that are left out where no indicator can be compared with the period before.
_CHANGES = (9, 10)


def indicators_annex(telling: Telling) -> tuple[Block, ...]:
    """Annex I: every indicator of the commune."""
    snapshot, say = telling.snapshot, telling.wording.say
    rows = [_indicator_row(i, one) for i, one in enumerate(snapshot.indicators, start=1)]
    table = without_empty(Table(_INDICATOR_COLUMNS, tuple(rows), numbered=True), _CHANGES)
    blocks: list[Block] = [table]
    blocks.append(note(say("indicators_note", end=words.day(snapshot.counted_to))))
    if any(changed(one) is not None for one in snapshot.indicators):
        blocks.append(note(say("changes_note", before=telling.before)))
    sources = dict.fromkeys(
        one.legal_basis for one in snapshot.indicators if one.target is not None and one.legal_basis
    )
    if sources:
        blocks.append(note(say("targets_note", sources=names(list(sources), "; "))))
    if not all(one.verified for one in snapshot.indicators):
        blocks.append(note(say("unverified_note")))
    return tuple(blocks)


def _indicator_row(place: int, one: SnapshotIndicator) -> Row:
    return Row(
        (
            str(place),
            one.name if one.verified else f"{one.name} (*)",
            one.unit,
            one.base_name,
            words.number(one.total.in_period),
            _numerator(one),
            words.number(one.total.denominator),
            words.percent(one.total, one) or words.NO_DATA,
            words.percent(one.previous, one) or words.NO_DATA,
            points_cell(one),
            units_cell(one),
            "" if one.target is None else words.decimal_words(one.target),
            _remark(one),
        )
    )


def _numerator(one: SnapshotIndicator) -> str:
    if one.total.status == "not_applicable":
        return words.NOT_APPLICABLE
    return words.number(one.total.numerator if words.counted(one.total) else None)


def _remark(one: SnapshotIndicator) -> str:
    """How it stands to its target, and how many accounts the people counted have."""
    gap = words.target_gap(one)
    told = []
    if gap is not None:
        told.append("Đạt" if gap == 0 else f"Thiếu {vi_int(gap)} {one.unit}")
    if one.accounts:
        told.append(f"{vi_int(one.accounts)} tài khoản")
    return "; ".join(told)


def village_columns(telling: Telling) -> list[SnapshotIndicator]:
    """The indicators of Annex II: those of the wording that have figures by village."""
    by_code = {one.code: one for one in telling.snapshot.indicators}
    chosen = [by_code[code] for code in telling.wording.village_columns if code in by_code]
    return [one for one in chosen if any(words.counted(part) for part in one.villages.values())]


def villages_table(telling: Telling) -> Table:
    """One row a village and the Tổng cộng that equals the figures of the text."""
    snapshot = telling.snapshot
    shown = village_columns(telling)
    columns = [
        column("TT", 0.5, Align.CENTER),
        column(telling.wording.places["Unit"], 2.0, Align.LEFT),
        column("Số hộ", 0.9),
        column("Nhân khẩu", 0.9),
        *(column(f"{one.name} ({one.unit})", 1.5) for one in shown),
    ]
    if snapshot.verdicts:
        columns.append(column("Đạt tiêu chí", 0.8, Align.CENTER))
    labels = words.village_labels(snapshot.villages)
    rows = [
        Row((str(place), labels[one.village_id], *_village_cells(snapshot, shown, one)))
        for place, one in enumerate(words.known_villages(snapshot), start=1)
    ]
    rows += _unknown_row(telling, shown)
    rows.append(_total_row(telling, shown))
    return Table(tuple(columns), tuple(rows), numbered=True)


def _village_cells(
    snapshot: ReportSnapshot, shown: list[SnapshotIndicator], village: SnapshotVillage
) -> list[str]:
    cells = _people(village)
    cells += [words.cell(one.villages.get(village.village_id), one) for one in shown]
    if snapshot.verdicts:
        verdict = _verdict(snapshot, village.village_id)
        cells.append(f"{verdict.met}/{verdict.of}" if verdict else words.NO_DATA)
    return cells


def _people(village: SnapshotVillage) -> list[str]:
    return [words.number(village.population.get(base)) for base in ("so_ho", "nhan_khau")]


def _verdict(snapshot: ReportSnapshot, village_id: int) -> VillageVerdict | None:
    return next((one for one in snapshot.verdicts if one.village_id == village_id), None)


def _unknown_row(telling: Telling, shown: list[SnapshotIndicator]) -> list[Row]:
    """What is counted but belongs to no village yet; only where there is any."""
    parts = [one.villages.get(words.UNKNOWN_VILLAGE) for one in shown]
    if not any(part is not None and part.numerator for part in parts):
        return []
    cells = ["", f"Chưa rõ {telling.wording.places['unit']}", "", ""]
    cells += [vi_int(part.numerator or 0) if part is not None else "" for part in parts]
    return [Row((*cells, *([""] if telling.snapshot.verdicts else [])))]


def _total_row(telling: Telling, shown: list[SnapshotIndicator]) -> Row:
    snapshot = telling.snapshot
    villages = words.known_villages(snapshot)
    cells = ["", "Tổng cộng"]
    cells += [words.number(words.population(villages, base)) for base in ("so_ho", "nhan_khau")]
    cells += [words.cell(one.total, one) for one in shown]
    if snapshot.verdicts:
        passed = sum(one.passed for one in snapshot.verdicts)
        cells.append(f"{passed}/{len(snapshot.verdicts)} {telling.wording.places['unit']}")
    return Row(tuple(cells), RowKind.TOTAL)


def villages_annex(telling: Telling) -> tuple[Block, ...]:
    """Annex II: the table and what must be known to read it."""
    snapshot, say = telling.snapshot, telling.wording.say
    blocks: list[Block] = [villages_table(telling)]
    blocks.append(note(say("villages_note", end=words.day(snapshot.counted_to))))
    apart = [one.name for one in village_columns(telling) if not _adds_up(one)]
    if apart:
        told = say("commune_figure", names=names(apart, "; "), kind=snapshot.commune_kind)
        blocks.append(note(told))
    if snapshot.open_rows:
        blocks.append(note(say("villages_open_rows", count=words.quantity(snapshot.open_rows))))
    return tuple(blocks)


def _adds_up(one: SnapshotIndicator) -> bool:
    parts = [part for part in one.villages.values() if words.counted(part)]
    return sum(part.numerator or 0 for part in parts) == one.total.numerator


def criteria_annex(telling: Telling, criteria: CriteriaSet) -> tuple[Block, ...]:
    """Annex III: verdicts by village and criterion, how many are met, what is missing."""
    snapshot, say = telling.snapshot, telling.wording.say
    labels = words.village_labels(snapshot.villages)
    rows = [
        _criteria_row(criteria, (place, labels.get(one.village_id, "")), one)
        for place, one in enumerate(snapshot.verdicts, start=1)
    ]
    rows.append(_criteria_total(telling, criteria))
    blocks: list[Block] = [Table(_criteria_columns(telling, criteria), tuple(rows), numbered=True)]
    told = [_criterion_told(telling, criteria, one) for one in criteria.standing]
    blocks.append(note(" ".join(_how_to_read(telling, criteria))))
    blocks.append(note(say("criteria_told", criteria=names(told, "; "))))
    blocks.append(note(" ".join(_standing(telling, criteria))))
    return tuple(blocks)


def _how_to_read(telling: Telling, criteria: CriteriaSet) -> list[str]:
    """What the marks of the table mean, and when a village passes where that is not plain."""
    say = telling.wording.say
    found = [say("criteria_note")]
    if any(one.kind == "k_of_n" for one in criteria.standing):
        found.append(say("criteria_parts"))
    optional = [one.code for one in criteria.standing if not one.mandatory]
    if optional:
        found.append(say("criteria_optional", codes=names(optional)))
    if criteria.passing.kind != "all_mandatory":
        found.append(say("criteria_rule", rule=passing_rule(telling, criteria)))
    return found


def _criterion_told(telling: Telling, criteria: CriteriaSet, one: Criterion) -> str:
    """A criterion as the rule says it, with its parts and the points it brings."""
    say = telling.wording.say

    def plain(each: Criterion) -> str:
        words_of = each.requirement.rstrip(".; ")
        return say("criterion", code=each.code, name=each.name, requirement=words_of)

    told = plain(one)
    parts = [plain(each) for each in criteria.criteria if each.code in one.parts]
    if parts:
        told = say("criterion_parts", criterion=told, parts=names(parts))
    if criteria.passing.kind == "points":
        points = words.decimal_words(one.weight or "0")
        told = say("criterion_points", criterion=told, points=points)
    return told


def _standing(telling: Telling, criteria: CriteriaSet) -> list[str]:
    """Where the criteria come from and how far they can be relied on, in one note."""
    say = telling.wording.say
    standing = [say("criteria_basis", basis=criteria.legal_basis.rstrip(". "))]
    if not criteria.verified:
        standing.append(say("criteria_unverified"))
    return [*standing, *telling.expired(criteria)]


def _criteria_columns(telling: Telling, criteria: CriteriaSet) -> tuple[Column, ...]:
    return (
        column("TT", 0.5, Align.CENTER),
        column(telling.wording.places["Unit"], 1.6, Align.LEFT),
        *(column(_heading(one), 0.6, Align.CENTER) for one in criteria.standing),
        column("Số tiêu chí đạt", 0.8, Align.CENTER),
        *([column("Điểm", 0.8, Align.CENTER)] if _in_points(criteria) else []),
        column("Kết luận", 1.0, Align.CENTER),
        column("Nội dung còn thiếu", 5.0, Align.LEFT),
    )


def _heading(one: Criterion) -> str:
    return one.code if one.mandatory else f"{one.code} (+)"


def _in_points(criteria: CriteriaSet) -> bool:
    return criteria.passing.kind == "points"


def _points(criteria: CriteriaSet, verdict: VillageVerdict) -> list[str]:
    """ "45/60,5": reached and needed; no cell where the set counts no points."""
    if not _in_points(criteria):
        return []
    if verdict.points is None or verdict.points_of is None:
        return [words.NO_DATA]
    return ["/".join(map(words.decimal_words, (verdict.points, verdict.points_of)))]


def _mark(one: Criterion, result: CriterionResult | None) -> str:
    """ "Đ"; of k of n with how many of its parts: "C 1/3"."""
    if result is None:
        return words.NO_DATA
    mark = _VERDICTS[result.verdict]
    if one.kind != "k_of_n" or result.value is None or result.verdict == "no_data":
        return mark
    return f"{mark} {result.value}/{len(one.parts)}"


def _criteria_row(criteria: CriteriaSet, head: tuple[int, str], verdict: VillageVerdict) -> Row:
    by_code = {one.code: one for one in verdict.criteria}
    place, label = head
    marks = [_mark(one, by_code.get(one.code)) for one in criteria.standing]
    return Row(
        (
            str(place),
            label,
            *marks,
            f"{verdict.met}/{verdict.of}",
            *_points(criteria, verdict),
            "Đạt" if verdict.passed else "Chưa đạt",
            "; ".join(_shortfalls(criteria, verdict)),
        )
    )


def _shortfalls(criteria: CriteriaSet, verdict: VillageVerdict) -> list[str]:
    """What is missing, criterion by criterion; those without any figure together, last."""
    known = {one.code: one for one in criteria.standing}
    results = [one for one in verdict.criteria if one.code in known]
    silent = [one.code for one in results if one.verdict == "no_data"]
    told = [
        _parts_short(one, known[one.code], verdict)
        if known[one.code].kind == "k_of_n" and one.verdict == "not_met"
        else shortfall(one)
        for one in results
        if one.verdict not in {"met", "no_data"}
    ]
    return [*told, f"{names(silent)}: chưa có số liệu"] if silent else told


def _parts_short(result: CriterionResult, one: Criterion, verdict: VillageVerdict) -> str:
    """ "TC7: đạt 1/3 nội dung (cần 2), còn thiếu 1 trong TC7b, TC7c"."""
    missed = [
        each.code for each in verdict.criteria if each.code in one.parts and each.verdict != "met"
    ]
    least = result.threshold or str(len(one.parts))
    return (
        f"{result.code}: đạt {result.numerator or 0}/{len(one.parts)} nội dung (cần {least}), "
        f"còn thiếu {result.short_by or 0} trong {names(missed)}"
    )


def shortfall(result: CriterionResult) -> str:
    """ "TC4: 69,98% (mức 70%), thiếu 1 người"; empty where it is met."""
    if result.verdict == "met":
        return ""
    if result.verdict == "no_evidence":
        return f"{result.code}: đủ số liệu, thiếu minh chứng"
    if result.verdict == "no_data":
        return f"{result.code}: chưa có số liệu"
    if result.value is None or result.threshold is None:
        return f"{result.code}: chưa đạt"
    sign = "%" if result.denominator is not None else ""
    value, least = words.decimal_words(result.value), words.decimal_words(result.threshold)
    missing = f"{vi_int(result.short_by or 0)} {result.unit}".strip()
    return f"{result.code}: {value}{sign} (mức {least}{sign}), thiếu {missing}"


def _criteria_total(telling: Telling, criteria: CriteriaSet) -> Row:
    snapshot, unit = telling.snapshot, telling.wording.places["unit"]
    marks = [
        sum(
            result.verdict == "met"
            for verdict in snapshot.verdicts
            for result in verdict.criteria
            if result.code == one.code
        )
        for one in criteria.standing
    ]
    of = len(snapshot.verdicts)
    passed = sum(one.passed for one in snapshot.verdicts)
    cells = ("", f"Số {unit} đạt", *(f"{met}/{of}" for met in marks), "")
    blank = ("",) if _in_points(criteria) else ()
    cells = (*cells, *blank, f"{passed}/{of} {unit}", "")
    return Row(cells, RowKind.TOTAL)
