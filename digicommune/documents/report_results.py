"""Section II of the report: figures in sentences, the chart and the smart villages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from digicommune.charts.values import Bar, VillageBars
from digicommune.documents import figure_words as words
from digicommune.documents.description import Block, Chart, Run, bullet, paragraph
from digicommune.documents.description import Paragraph as Text
from digicommune.documents.report_changes import change_clause, years_table
from digicommune.documents.report_parts import Section
from digicommune.documents.telling import Telling, names, passing_rule
from digicommune.domain.numbers import vi_int
from digicommune.domain.periods import parse_period

if TYPE_CHECKING:
    from digicommune.domain.criteria import Criterion, CriterionResult, VillageVerdict
    from digicommune.domain.snapshot import ReportSnapshot, SnapshotIndicator

# More villages than this are left to the annex: the text would become a table of its own.
TOLD_ONE_BY_ONE = 15
# More bars than this are too thin to read on paper: the chart shows both ends instead.
CHARTED, AT_EACH_END = 25, 10
# More indicators without figures than this are counted, not named: the annex shows which.
NAMED_SILENT = 6
_REST = "khac"  # the group of what the wording puts into none


def results(telling: Telling) -> tuple[Section, ...]:
    """Groups of indicators, a chart, smart villages, and what is not counted."""
    headings = telling.wording.headings
    sections = [_typed_only(telling, "awareness"), *_with_chart(telling, _groups(telling))]
    sections.append(_typed_only(telling, "digital_data"))
    villages = (*_judged_villages(telling), *_recognised(telling))
    if villages:
        title = headings["smart_villages"]
        sections.append(Section("results_villages", title, villages, title))
    sections += [_typed_only(telling, "security"), _typed_only(telling, "money")]
    sections += _year_before(telling)
    return (*sections, Section("remarks", "", _remarks(telling), fixed=True))


def _typed_only(telling: Telling, code: str) -> Section:
    """What no register knows: printed under its heading where an officer wrote something."""
    words_of = telling.wording
    return Section(code, words_of.section_titles[code], (), words_of.headings[code], words=True)


def _groups(telling: Telling) -> list[Section]:
    known = {one.code: one for one in telling.snapshot.indicators if words.counted(one.total)}
    grouped: list[tuple[str, str, list[str]]] = [
        (group.code, group.title, [code for code in group.indicators if code in known])
        for group in telling.wording.group
    ]
    placed = {code for _, _, codes in grouped for code in codes}
    rest = [code for code in known if code not in placed]
    grouped.append((_REST, telling.wording.headings["other_group"], rest))
    return [
        Section(
            f"results_{group}", title, tuple(_told(telling, known[one]) for one in codes), title
        )
        for group, title, codes in grouped
        if codes
    ]


def _with_chart(telling: Telling, sections: list[Section]) -> list[Section]:
    """The chart stands after the sentences of the group its indicator is told in."""
    found = charted(telling)
    if found is None:
        return sections
    indicator, chart = found
    groups = telling.wording.group
    home = next((g.code for g in groups if indicator.code in g.indicators), _REST)
    place = next(
        (at for at, one in enumerate(sections) if one.code == f"results_{home}"),
        len(sections) - 1,
    )
    sections[place] = replace(sections[place], stays=(chart,))
    return sections


def _year_before(telling: Telling) -> list[Section]:
    """A year's report sets it beside the last; other reports say it in their sentences."""
    if parse_period(telling.snapshot.period_code).kind != "year":
        return []
    table = years_table(telling)
    if table is None:
        return []
    title = telling.wording.headings["year_before"]
    told = (paragraph(telling.wording.say("years_compared")),)
    return [Section("results_year", title, told, title, stays=(table,))]


def _told(telling: Telling, indicator: SnapshotIndicator) -> Block:
    return bullet("; ".join(_clauses(telling, indicator)) + ".")


def _clauses(telling: Telling, indicator: SnapshotIndicator) -> list[str]:
    say, part = telling.wording.say, indicator.total
    clauses = [_first_clause(telling, indicator)]
    gap = words.target_gap(indicator)
    target = words.target_words(indicator)
    if gap == 0:
        clauses.append(say("target_met", target=target))
    elif gap is not None:
        clauses.append(say("target_missed", target=target, short=vi_int(gap), unit=indicator.unit))
    if part.in_period:
        clauses.append(say("in_period", count=vi_int(part.in_period), unit=indicator.unit))
    before = words.percent(indicator.previous, indicator)
    if before:
        clauses.append(say("previous", before=telling.before, percent=f"{before}%"))
    risen = change_clause(telling, indicator)
    if risen:
        clauses.append(risen)
    if indicator.accounts:
        clauses.append(say("accounts", count=vi_int(indicator.accounts)))
    if indicator.missing:
        spoken = names([words.spoken(one) for one in indicator.missing])
        clauses.append(say("missing", villages=spoken))
    return clauses


def _first_clause(telling: Telling, indicator: SnapshotIndicator) -> str:
    part = indicator.total
    shown = words.percent(part, indicator)
    if not shown:
        count = vi_int(part.numerator or 0)
        return telling.wording.say(
            "count_only", name=indicator.name, count=count, unit=indicator.unit
        )
    return telling.wording.say(
        "indicator",
        name=indicator.name,
        counts=words.counts(part),
        unit=indicator.unit,
        percent=f"{shown}%",
        base=indicator.base_name,
    )


def charted(telling: Telling) -> tuple[SnapshotIndicator, Chart] | None:
    """The first indicator of the wording's list that has figures of two villages or more."""
    by_code = {one.code: one for one in telling.snapshot.indicators if words.counted(one.total)}
    for code in telling.wording.charts:
        indicator = by_code.get(code)
        if indicator is not None:
            bars = village_bars(telling.snapshot, indicator)
            if sum(bar.share is not None for bar in bars.bars) > 1:
                return indicator, _captioned(telling, bars)
    return None


def _captioned(telling: Telling, bars: VillageBars) -> Chart:
    """All villages, or of very many the ends, and then the caption says so."""
    told = {"name": bars.title, "period": telling.snapshot.period_title}
    if len(bars.bars) <= CHARTED:
        return Chart(bars, telling.wording.say("caption", **told))
    shown = _ends(bars.bars)
    count = words.quantity(len(shown) // 2)
    return Chart(
        replace(bars, bars=shown), telling.wording.say("caption_ends", **told, count=count)
    )


def _ends(bars: tuple[Bar, ...]) -> tuple[Bar, ...]:
    """The villages with the highest and with the lowest shares, highest first."""
    known = [bar for bar in bars if bar.share is not None]
    ranked = sorted(known, key=lambda bar: -(bar.share or 0))
    end = min(AT_EACH_END, len(ranked) // 2)
    return (*ranked[:end], *ranked[len(ranked) - end :])


def village_bars(snapshot: ReportSnapshot, indicator: SnapshotIndicator) -> VillageBars:
    """One indicator by village against its target, for paper."""
    labels = words.village_labels(snapshot.villages)
    bars = tuple(
        _bar(labels[village.village_id], village.village_id, indicator)
        for village in words.known_villages(snapshot)
    )
    target = words.target_words(indicator)
    label = f"Mục tiêu {target}" if target else ""
    return VillageBars(indicator.name, bars, words.exact_target(indicator), label)


def _bar(label: str, village_id: int, indicator: SnapshotIndicator) -> Bar:
    part = indicator.villages.get(village_id)
    share = words.share(part)
    shown = words.percent(part, indicator)
    target = words.exact_target(indicator)
    met = None if target is None or share is None else share >= target
    return Bar(label, share, f"{shown}%" if shown else "", met)


def _recognised(telling: Telling) -> list[Block]:
    """How many villages stand recognised, which, and whose recognition is in danger and why."""
    snapshot, say = telling.snapshot, telling.wording.say
    found = snapshot.recognised
    if found is None:
        return []
    labels = words.village_labels(snapshot.villages)
    told = say("recognised", count=len(found.recognised), villages=found.of)
    blocks: list[Block] = [paragraph(told)]
    if 0 < len(found.recognised) <= TOLD_ONE_BY_ONE:
        listed = names([labels.get(one, "") for one in found.recognised])
        blocks.append(bullet(say("recognised_names", names=listed)))
    for village, risk in found.risks.items():
        spoken = words.spoken(labels.get(village, ""))
        named = f"{spoken[:1].upper()}{spoken[1:]}"
        blocks.append(bullet(say("at_risk", village=named, clauses=names(risk.clauses, "; "))))
    if found.unplaced:
        blocks.append(bullet(say("recognised_unplaced", names=names(found.unplaced))))
    return blocks


def _judged_villages(telling: Telling) -> list[Block]:
    snapshot, say = telling.snapshot, telling.wording.say
    if snapshot.criteria is None or not snapshot.verdicts:
        return []
    labels = words.village_labels(snapshot.villages)
    passed = [one for one in snapshot.verdicts if one.passed]
    of = len(snapshot.verdicts)
    title = snapshot.criteria.title
    told = say(
        "criteria",
        title=_lower_first(title),
        passed=len(passed),
        villages=of,
        rule=passing_rule(telling, snapshot.criteria),
    )
    open_ones = sum(_open(one) for one in snapshot.verdicts)
    if open_ones:
        told += " " + say("criteria_open", count=words.quantity(open_ones))
    blocks: list[Block] = [paragraph(told)]
    blocks += [paragraph(one) for one in telling.expired(snapshot.criteria)]
    if of > TOLD_ONE_BY_ONE:
        return blocks if telling.short else [*blocks, paragraph(say("villages_listed"))]
    if passed:
        met = names([labels.get(one.village_id, "") for one in passed])
        blocks.append(bullet(say("villages_met", names=met)))
    short = [one for one in snapshot.verdicts if not one.passed and not _silent(one)]
    short = [] if telling.short else short
    return [*blocks, *(bullet(_short_told(telling, one, labels)) for one in short)]


def _open(verdict: VillageVerdict) -> bool:
    """Whether nothing has failed yet and figures are what is lacking: no failure is told of it."""
    found = {one.verdict for one in verdict.criteria}
    return not verdict.passed and "no_data" in found and "not_met" not in found


def _silent(verdict: VillageVerdict) -> bool:
    """Whether nothing at all is known of a village: it is counted among the open ones alone."""
    return all(one.verdict == "no_data" for one in verdict.criteria)


def _lower_first(title: str) -> str:
    """A title within a sentence: "tiêu chí …", but "QĐ …" as it is."""
    return title if title[:2].isupper() else f"{title[:1].lower()}{title[1:]}"


def _short_told(telling: Telling, verdict: VillageVerdict, labels: dict[int, str]) -> str:
    village = words.spoken(labels.get(verdict.village_id, ""))
    told: dict[str, object] = {
        "village": f"{village[:1].upper()}{village[1:]}",
        "met": verdict.met,
        "of": verdict.of,
        "reasons": "; ".join(reasons(telling, verdict)),
    }
    if verdict.points is None or verdict.points_of is None:
        return telling.wording.say("village_short", **told)
    points, needed = map(words.decimal_words, (verdict.points, verdict.points_of))
    return telling.wording.say("village_points", points=points, needed=needed, **told)


def reasons(telling: Telling, verdict: VillageVerdict) -> list[str]:
    """Why a village has not met its criteria, one clause each; parts speak through their whole."""
    criteria = telling.snapshot.criteria
    known = {one.code: one for one in criteria.standing} if criteria else {}
    missed = [one for one in verdict.criteria if one.verdict != "met" and one.code in known]
    silent = [known[one.code] for one in missed if one.verdict == "no_data"]
    if len(silent) < 2:
        return [_reason(telling, known[one.code], one, verdict) for one in missed]
    told = [_reason(telling, known[o.code], o, verdict) for o in missed if o.verdict != "no_data"]
    listed = names([f"{one.code} ({one.name})" for one in silent])
    return [*told, telling.wording.say("no_figures", names=listed)]


def _reason(
    telling: Telling, criterion: Criterion, result: CriterionResult, verdict: VillageVerdict
) -> str:
    say = telling.wording.say
    code, name = criterion.code, criterion.name
    if result.verdict == "no_data":
        return say("no_figure", code=code, name=name)
    if result.verdict == "no_evidence":
        return say("no_proof", code=code, name=name)
    if criterion.kind == "k_of_n":
        return _parts_missed(telling, criterion, result, verdict)
    if criterion.kind not in {"ratio", "count"} or result.value is None:
        return say("answer_missed", code=code, name=name)
    value, short = words.decimal_words(result.value), vi_int(result.short_by or 0)
    unit = result.unit or criterion.unit
    if criterion.kind == "count":
        return say("count_missed", code=code, name=name, value=value, short=short, unit=unit)
    threshold = f"{words.decimal_words(result.threshold or '0')}%"
    return telling.wording.say(
        "ratio_missed",
        code=code,
        name=name,
        value=f"{value}%",
        threshold=threshold,
        short=short,
        unit=unit,
    )


def _parts_missed(
    telling: Telling, criterion: Criterion, result: CriterionResult, verdict: VillageVerdict
) -> str:
    criteria = telling.snapshot.criteria
    titles = {one.code: one.name for one in criteria.criteria} if criteria else {}
    open_parts = [
        f"{one.code} ({titles[one.code]})"
        for one in verdict.criteria
        if one.code in criterion.parts and one.verdict != "met" and one.code in titles
    ]
    return telling.wording.say(
        "parts_missed",
        code=criterion.code,
        name=criterion.name,
        met=result.numerator or 0,
        of=len(criterion.parts),
        least=result.threshold or len(criterion.parts),
        short=result.short_by or 0,
        parts=names(open_parts),
    )


def _remarks(telling: Telling) -> tuple[Block, ...]:
    say, snapshot = telling.wording.say, telling.snapshot
    blocks: list[Block] = []
    silent = [one.name for one in snapshot.indicators if not words.counted(one.total)]
    if len(silent) > NAMED_SILENT:
        blocks.append(paragraph(say("no_data_many", count=words.quantity(len(silent)))))
    elif silent:
        blocks.append(paragraph(say("no_data", names=names(silent, "; "))))
    if snapshot.open_rows:
        note = say("open_rows", count=words.quantity(snapshot.open_rows))
        blocks.append(Text((Run(note, italic=True),)))
    return tuple(blocks)
