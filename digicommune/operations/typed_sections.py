"""What officers typed into the sections of a paper: asked by operations, of an open unit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from digicommune.documents.kinds import sections_of, shipped_wording
from digicommune.documents.report_parts import text_of_blocks
from digicommune.domain.periods import parse_period
from digicommune.domain.report_sections import SectionOffer, SectionPlace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digicommune.db.unit import Unit
    from digicommune.documents.report_parts import Section
    from digicommune.domain.periods import Period
    from digicommune.domain.report_sections import SectionText
    from digicommune.domain.snapshot import ReportSnapshot
    from digicommune.operations.reports import ReportRequest


def with_typed(unit: Unit, request: ReportRequest, period: Period) -> ReportRequest:
    """The request with what is kept of its sections; what it says itself stands before that."""
    kept = {name: one.text for name, one in unit.sections.of(request.kind, period.code).items()}
    return replace(request, sections={**kept, **request.sections})


def remarks(unit: Unit, snapshot: ReportSnapshot) -> tuple[str, ...]:
    """What to look at again: texts typed over figures that are others by now."""
    typed = unit.sections.of(snapshot.kind, snapshot.period_code)
    if not typed:
        return ()
    found = sections_of(snapshot.kind, snapshot, shipped_wording(snapshot.kind))
    return remarks_on(typed, found)


def typed_before(unit: Unit, kind: str, period: Period) -> dict[str, SectionText]:
    """The last text of each section typed for a period that ended before this one.

    Of two periods that ended on one day that of the same kind (a month after a month).
    """
    found: dict[str, tuple[tuple[object, ...], SectionText]] = {}
    for one in unit.sections.all(kind):
        other = parse_period(one.place.period)
        rank = (other.end, other.kind == period.kind)
        known = found.get(one.place.section)
        if other.end < period.end and (known is None or rank > known[0]):
            found[one.place.section] = (rank, one)
    return {section: one for section, (_, one) in found.items()}


def offers_of(
    unit: Unit, paper: str, period: Period, sections: Iterable[Section]
) -> tuple[SectionOffer, ...]:
    """Each section of a paper as worded now, with what is typed and what was last typed before."""
    typed, before = unit.sections.of(paper, period.code), typed_before(unit, paper, period)
    found = []
    for one in sections:
        last = before.get(one.code) if one.words else None
        found.append(
            SectionOffer(
                SectionPlace(paper, period.code, one.code),
                one.title,
                text_of_blocks(one.told),
                typed.get(one.code),
                last,
                parse_period(last.place.period).title if last else "",
                one.words,
            )
        )
    return tuple(found)


def remarks_on(typed: Mapping[str, SectionText], sections: Iterable[Section]) -> tuple[str, ...]:
    """What to look at again: texts typed over figures that are others by now."""
    return tuple(
        f"Mục “{one.title}” đã sửa tay; câu mặc định đã đổi từ khi sửa, xem lại trước khi ký."
        for one in sections
        if one.code in typed and typed[one.code].made_from != text_of_blocks(one.told)
    )
