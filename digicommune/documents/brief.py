"""Tóm tắt lãnh đạo: one page for the chairman, what stands, what changed, what is late or at risk.

It never grows beyond its page: what matters least is left out, and lists of names are cut.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.documents import figure_words as words
from digicommune.documents.description import Document, Metadata, Title, bullet
from digicommune.documents.letters import shortened
from digicommune.documents.pdf import beyond_one_page
from digicommune.documents.report_changes import change_words, changed
from digicommune.documents.report_parts import Part, Section, body_of
from digicommune.documents.telling import Telling
from digicommune.domain.numbers import vi_int

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digicommune.documents.wording import Wording
    from digicommune.domain.snapshot import ReportSnapshot, SnapshotIndicator

KIND = "tom-tat-lanh-dao"
MOST_NAMES = 3
LONGEST = 134  # letters of an item: two lines of the page
LETTERS_A_LINE = 67
# Millimetres: what is left of the page below the title, a line of 14 pt, the gap above a block.
ROOM, LINE, GAP = 172, 5.7, 2.2


def compose(snapshot: ReportSnapshot, wording: Wording) -> Document:
    """The brief; it has no number, since it stays inside the office.

    What is generated gives way to what an officer typed, down to one item a section. What was
    typed is never cut: where it alone is longer than the page, the page is left.
    """
    most = _most(snapshot, wording)
    document = _document(snapshot, wording, most)
    while snapshot.sections and most > 1 and beyond_one_page(document):
        most -= 1
        document = _document(snapshot, wording, most)
    return document


def _document(snapshot: ReportSnapshot, wording: Wording, most: int) -> Document:
    telling = Telling(snapshot, wording)
    place = {"period": snapshot.period_title, "next": ""}
    told = _sections(telling, most)
    return Document(
        header=telling.head,
        number=None,
        title=Title(wording.kind, tuple(one.format_map(place) for one in wording.subject)),
        blocks=body_of((Part("", told),), snapshot.sections),
        date=snapshot.dated,
        year=telling.year,
        addressees=(wording.say("addressee", commune=telling.commune),),
        language=wording.language,
        metadata=Metadata(telling.agency, (snapshot.period_code, wording.code)),
    )


def sections(snapshot: ReportSnapshot, wording: Wording) -> tuple[Section, ...]:
    """The four sections, cut to what one page takes."""
    return _sections(Telling(snapshot, wording), _most(snapshot, wording))


def _most(snapshot: ReportSnapshot, wording: Wording) -> int:
    """How many items of each list one page takes, of four at most, where nothing was typed."""
    telling = Telling(snapshot, wording)
    lists = (_changes(telling), _late(telling), _risks(telling))
    main = _main(telling)
    return next(
        (each for each in (4, 3, 2) if _height((main, *(one[:each] for one in lists))) <= ROOM), 1
    )


def _sections(telling: Telling, most: int) -> tuple[Section, ...]:
    headings = telling.wording.headings
    lists = (_changes(telling), _late(telling), _risks(telling))
    told = (_main(telling), *(one[:most] for one in lists))
    codes = ("main", "changes", "late", "risks")
    return tuple(
        Section(code, headings[code], tuple(bullet(one) for one in items), headings[code])
        for code, items in zip(codes, told, strict=True)
    )


def _height(told: Sequence[Sequence[str]]) -> float:
    lines = sum(-(-len(one) // LETTERS_A_LINE) for items in told for one in items)
    blocks = sum(len(items) + 1 for items in told)
    return (lines + len(told)) * LINE + blocks * GAP


def _cut(text: str) -> str:
    """An item of at most two lines, cut between words."""
    if len(text) <= LONGEST:
        return text
    return f"{text[: LONGEST - 2].rpartition(' ')[0].rstrip(',;: ')} …"


def _fitting(telling: Telling, items: list[str], room: int, rest_as: str = "more") -> str:
    """As many names, of three at most, as ``room`` letters take, and how many more there are."""
    told = (shortened(telling, items, most, rest_as) for most in range(MOST_NAMES, 0, -1))
    return next((one for one in told if len(one) <= room), shortened(telling, items, 1, rest_as))


# --- five lines ---


def _main(telling: Telling) -> list[str]:
    """Villages, targets, the two indicators that weigh most, and what is not known."""
    told = [_villages(telling), _targets(telling), *_indicators(telling), _unknown(telling)]
    return [_cut(one) for one in told]


def _villages(telling: Telling) -> str:
    say, snapshot = telling.wording.say, telling.snapshot
    if not snapshot.verdicts:
        told = say("unjudged")
    else:
        passed = sum(one.passed for one in snapshot.verdicts)
        told = say("passed", passed=passed, villages=len(snapshot.verdicts))
    found = snapshot.recognised
    if found is None:
        return f"{told}."
    return f"{told}; {say('recognised', count=len(found.recognised), of=found.of)}."


def _targets(telling: Telling) -> str:
    say = telling.wording.say
    judged = [(one, words.target_gap(one)) for one in telling.snapshot.indicators]
    known = [(one, gap) for one, gap in judged if gap is not None]
    if not known:
        return say("no_targets")
    missed = [one.name for one, gap in known if gap]
    told = say("targets", met=len(known) - len(missed), judged=len(known))
    if not missed:
        return f"{told}."
    return f"{told}; {say('targets_missed', names=_fitting(telling, missed, 80, 'more_targets'))}."


def _indicators(telling: Telling) -> list[str]:
    by_code = {one.code: one for one in telling.snapshot.indicators if words.counted(one.total)}
    listed = [by_code[code] for code in telling.wording.charts if code in by_code]
    rest = [one for one in by_code.values() if one not in listed]
    told = [_indicator(telling, one) for one in (*listed, *rest)[:2]]
    return told or [telling.wording.say("no_main")]


def _indicator(telling: Telling, one: SnapshotIndicator) -> str:
    say, part = telling.wording.say, one.total
    percent = words.percent(part, one)
    if not percent:
        count = vi_int(part.numerator or 0)
        return say("main_count", name=one.name, count=count, unit=one.unit)
    counts = words.counts(part)
    told = say("main", name=one.name, counts=counts, unit=one.unit, percent=f"{percent}%")
    gap, target = words.target_gap(one), words.target_words(one)
    if gap is None:
        return f"{told}."
    if gap == 0:
        return f"{told}, {say('main_target', target=target)}."
    return f"{told}, {say('main_short', target=target, short=vi_int(gap), unit=one.unit)}."


def _unknown(telling: Telling) -> str:
    say, snapshot = telling.wording.say, telling.snapshot
    silent = sum(not words.counted(one.total) for one in snapshot.indicators)
    owing = len(snapshot.owing.villages) if snapshot.owing else 0
    told = say("gaps", silent=silent, villages=owing) if owing else say("no_gaps")
    if silent and not owing:
        told = say("gaps_silent", silent=silent)
    if snapshot.open_rows:
        return f"{told}; {say('open_rows', count=vi_int(snapshot.open_rows))}."
    return f"{told}."


# --- what changed, what is late, what is at risk ---


def _changes(telling: Telling) -> list[str]:
    """The indicators whose share moved most, either way."""
    moved = [(one, changed(one)) for one in telling.snapshot.indicators]
    ranked = sorted(
        ((abs(found.points), one) for one, found in moved if found and found.points),
        key=lambda each: -each[0],
    )
    if not ranked:
        return [telling.wording.say("nothing_changed", before=telling.before)]
    return [_cut(_change(telling, one)) for _, one in ranked]


def _change(telling: Telling, one: SnapshotIndicator) -> str:
    told = change_words(telling, one)
    percent = f"{words.percent(one.total, one)}%"
    return telling.wording.say("changed", name=one.name, change=told, percent=percent)


def _late(telling: Telling) -> list[str]:
    say, snapshot = telling.wording.say, telling.snapshot
    told = []
    due = snapshot.owing
    if due is not None and due.late and due.villages:
        owing = [one.village for one in due.villages]
        told.append(
            say(
                "late_figures",
                due=words.day(due.due),
                count=len(owing),
                of=due.expected,
                names=_fitting(telling, owing, 70),
            )
        )
    told += [say("late_task", task=one) for one in snapshot.late_tasks]
    return [_cut(one) for one in told or [say("nothing_late")]]


def _risks(telling: Telling) -> list[str]:
    """Recognised villages in danger, then the indicators farthest from their targets."""
    say, snapshot = telling.wording.say, telling.snapshot
    labels = words.village_labels(snapshot.villages)
    risks = snapshot.recognised.risks if snapshot.recognised else {}
    told = [
        say("at_risk", village=labels.get(village, ""), clauses="; ".join(risk.clauses))
        for village, risk in risks.items()
    ]
    told += [_far(telling, one) for one in _farthest(snapshot.indicators)]
    return [_cut(one) for one in told or [say("nothing_at_risk")]]


def _farthest(indicators: Sequence[SnapshotIndicator]) -> list[SnapshotIndicator]:
    missing = [(words.exact_target(one), words.share(one.total), one) for one in indicators]
    ranked = [
        (target - share, one)
        for target, share, one in missing
        if target is not None and share is not None and share < target
    ]
    return [one for _, one in sorted(ranked, key=lambda each: -each[0])]


def _far(telling: Telling, one: SnapshotIndicator) -> str:
    short, target = vi_int(words.target_gap(one) or 0), words.target_words(one)
    return telling.wording.say("far", name=one.name, short=short, unit=one.unit, target=target)
