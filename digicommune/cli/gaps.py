"""Commands about what villages lack: gaps, what-if."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from digicommune.cli.answers import Answer
from digicommune.cli.criteria import result_data, result_words
from digicommune.cli.opened import opened
from digicommune.domain.gap_words import said, way_words
from digicommune.operations import figures, gaps, what_if

if TYPE_CHECKING:
    import argparse

    from digicommune.operations.gaps import Gap, GapLine, GapSheet, VillageGaps
    from digicommune.operations.what_if import Answered, Footing, Supposed


def show(arguments: argparse.Namespace) -> Answer:
    """What every village lacks, the nearest to pass first."""
    with opened(arguments) as store:
        wanted = figures.village_of(store, arguments.village) if arguments.village else None
        sheet = gaps.sheet(store, arguments.criteria_set, arguments.period)
    asked = [
        one
        for one in (*sheet.ranking, *sheet.recognised, *sheet.passed)
        if wanted is None or one.village_id == wanted.village_id
    ]
    named = {one.village_id: one.name for one in sheet.villages}
    lines = [f"{sheet.criteria_set.title}, {sheet.period.title}:"]
    for one in asked:
        told = " (đã được công nhận)" if one.village_id in sheet.standing else ""
        lines.append(f"{named[one.village_id]}{told}: {_standing(one)}")
        lines.extend(f"  {_line(each)}" for each in sheet.of(one.village_id))
        if sheet.criteria_set.passing.kind != "all_mandatory" and one.way:
            lines.append(f"  {way_words(sheet.criteria_set, one)}")
    data = {
        "set": {"code": sheet.criteria_set.code, "title": sheet.criteria_set.title},
        "period": sheet.period.code,
        "kept_at": sheet.kept_at,
        "villages": [_village_data(sheet, one, named[one.village_id]) for one in asked],
        "ranking": [named[one.village_id] for one in sheet.ranking],
    }
    return Answer(lines if asked else [*lines, "Chưa có thôn nào."], data)


def _standing(one: VillageGaps) -> str:
    if one.passed:
        return "Đạt" + (f", còn {len(one.gaps)} tiêu chí ngoài mức bắt buộc" if one.gaps else "")
    if not one.reachable:
        return "Chưa đạt, bộ tiêu chí chưa đủ để đạt"
    return f"Chưa đạt, còn {len(one.way)} tiêu chí: {', '.join(one.way)}"


def _line(one: GapLine) -> str:
    told = f"{one.gap.criterion} {one.gap.name}: {said(one.gap)}"
    if one.task.owner or one.task.due_on:
        due = f", hạn {one.task.due_on:%d/%m/%Y}" if one.task.due_on else ""
        told += f" – {one.task.owner or 'chưa giao'}{due}"
    return told if one.gap.on_way or one.gap.mandatory else f"{told} (không bắt buộc)"


def _village_data(sheet: GapSheet, one: VillageGaps, name: str) -> dict[str, Any]:
    return {
        "village": name,
        "passed": one.passed,
        "recognised": one.village_id in sheet.standing,
        "reachable": one.reachable,
        "missing": len(one.way),
        "unknown": one.cost.unknown,
        "units": one.cost.units,
        "way": one.way,
        "said": way_words(sheet.criteria_set, one),
        "gaps": [_gap_data(each) for each in sheet.of(one.village_id)],
    }


def _gap_data(one: GapLine) -> dict[str, Any]:
    gap, task = one.gap, one.task
    return {
        "criterion": gap.criterion,
        "name": gap.name,
        "verdict": gap.verdict,
        "lacks": gap.lacks,
        "short_by": gap.short_by,
        "unit": gap.unit,
        "indicator": gap.indicator,
        "mandatory": gap.mandatory,
        "lacks_proof": gap.lacks_proof,
        "on_way": gap.on_way,
        "said": said(gap),
        "owner": task.owner,
        "due_on": task.due_on,
        "state": task.state,
    }


def suppose(arguments: argparse.Namespace) -> Answer:
    """A village as it would stand with other figures."""
    with opened(arguments) as store:
        village = figures.village_of(store, arguments.village)
        on = what_if.footing(store, arguments.criteria_set, arguments.period, village.village_id)
    found = what_if.suppose(on, _supposed(on, arguments))
    return Answer(_told(found), _data(on, found))


def _supposed(on: Footing, arguments: argparse.Namespace) -> Supposed:
    known = on.criteria_set
    more = what_if.supposed_of(known, dict(arguments.add))
    wider = what_if.supposed_of(known, dict(arguments.add_total))
    answers = dict.fromkeys(what_if.codes_of(known, arguments.yes), True)
    answers |= dict.fromkeys(what_if.codes_of(known, arguments.no), False)
    proofs = frozenset(what_if.codes_of(known, arguments.proof))
    return replace(more, denominators=wider.numerators, answers=answers, proofs=proofs)


def _told(found: Answered) -> list[str]:
    before, after = found.found.before, found.found.after
    then = f"{_whole(before.passed)} {before.met}/{before.of}"
    now = f"{_whole(after.passed)} {after.met}/{after.of} tiêu chí"
    lines = [f"{found.village.name}: {then} → {now}"]
    lines += [
        f"  {one.code} {one.name}: {result_words(one.before)} → {result_words(one.after)}"
        for one in found.found.moved
    ]
    lines += [f"  {code}: kỳ này chưa có số liệu, chưa thể tính." for code in found.unfelt]
    lines += [
        f"  {code}: ít nhất phải thêm {least} để đạt mọi tiêu chí tính theo chỉ tiêu này"
        for code, least in found.least.items()
        if least
    ]
    if not after.passed:
        lines += [f"  Còn: {one.criterion} {said(one)}" for one in found.left.gaps if one.on_way]
    return lines


def _whole(passed: bool) -> str:
    return "Đạt" if passed else "Chưa đạt"


def _data(on: Footing, found: Answered) -> dict[str, Any]:
    return {
        "set": {"code": on.criteria_set.code, "title": on.criteria_set.title},
        "period": on.period.code,
        "village": found.village.name,
        "before": _verdict_data(found.found.before),
        "after": _verdict_data(found.found.after),
        "moved": [
            {"code": one.code, "before": one.before.verdict, "after": one.after.verdict}
            for one in found.found.moved
        ],
        "unfelt": found.unfelt,
        "least": found.least,
        "left": [_left(one) for one in found.left.gaps if one.on_way],
        "closing": found.closing,
    }


def _left(one: Gap) -> dict[str, Any]:
    return {"criterion": one.criterion, "short_by": one.short_by, "unit": one.unit}


def _verdict_data(one: Any) -> dict[str, Any]:
    return {
        "passed": one.passed,
        "met": one.met,
        "of": one.of,
        "criteria": [result_data(each) for each in one.criteria],
    }
