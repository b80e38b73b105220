"""A snapshot together with the words it is told in; every composer of a document starts here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.documents.description import (
    Align,
    Column,
    DocumentNumber,
    LetterHead,
    SignatureBlock,
)
from digicommune.documents.figure_words import day, decimal_words, quantity
from digicommune.documents.phrases import annex_reference, date_phrase, padded_number
from digicommune.documents.report_parts import lines_typed
from digicommune.domain.periods import parse_period

if TYPE_CHECKING:
    from digicommune.documents.wording import Wording
    from digicommune.domain.criteria import CriteriaSet
    from digicommune.domain.snapshot import ReportSnapshot, SnapshotSigner


@dataclass(frozen=True, slots=True)
class Telling:
    """Names of the commune as the page writes them, and the sentences of the wording."""

    snapshot: ReportSnapshot
    wording: Wording

    @property
    def commune(self) -> str:
        """The commune as ``commune_of`` writes it."""
        return commune_of(self.snapshot.commune_kind, self.snapshot.commune_name)

    @property
    def agency(self) -> str:
        """ "Ủy ban nhân dân xã Hoằng Châu"."""
        return agency_of(self.snapshot.commune_kind, self.snapshot.commune_name)

    @property
    def head(self) -> LetterHead:
        """The letterhead of the commune's committee."""
        return head_of(self.snapshot.commune_kind, self.snapshot.commune_name)

    @property
    def number(self) -> DocumentNumber:
        """The number as frozen, blank where the clerk gives it later."""
        return DocumentNumber(self.wording.symbol, self.snapshot.number)

    @property
    def year(self) -> int:
        """The year printed where the date is not known yet."""
        return self.snapshot.period_end.year

    @property
    def short(self) -> bool:
        """Whether the short form is printed: sections I, II and IV and the first annex."""
        return self.snapshot.form == "short"

    @property
    def before(self) -> str:
        """What the period before is called: half a year is compared with that of last year."""
        kind = parse_period(self.snapshot.period_code).kind
        named = {"half": "before_same", "nine_months": "before_same", "year": "before_year"}
        return self.wording.say(named.get(kind, "before_period"))

    @property
    def reference(self) -> str:
        """The "(Kèm theo …)" line of the annexes."""
        when = date_phrase(self.snapshot.dated, self.year)
        return annex_reference(self.wording.named, self.number, when, self.agency)

    @property
    def replaced(self) -> str:
        """ "45/BC-UBND ngày 05 tháng 3 năm 2026" of the document this one replaces, or nothing."""
        number, dated = self.snapshot.replaces_number, self.snapshot.replaces_dated
        if not number:
            return ""
        when = f" {date_phrase(dated)}" if dated else ""
        return f"{padded_number(number)}/{self.wording.symbol}{when}"

    @property
    def section_titles(self) -> dict[str, str]:
        """What the sections are called where an officer chooses one."""
        return self.wording.section_titles

    def typed(self, section: str) -> tuple[str, ...]:
        """What an officer typed into a section, an item a line; empty where it is as generated."""
        return lines_typed(self.snapshot.sections, section)

    @property
    def signature(self) -> SignatureBlock:
        """Who signs."""
        return signed_by(self.snapshot.signer)

    def expired(self, criteria: CriteriaSet) -> list[str]:
        """The sentence that the criteria ended before the period did; nothing while they hold."""
        last = criteria.valid_to
        if last is None or last >= self.snapshot.period_end:
            return []
        return [self.wording.say("criteria_expired", end=day(last))]


def commune_of(kind: str, name: str) -> str:
    """ "xã Hoằng Châu"; a name that is a number takes a capital: "Phường 1" (Annex II)."""
    return f"{kind[:1].upper()}{kind[1:]} {name}" if name[:1].isdigit() else f"{kind} {name}"


def agency_of(kind: str, name: str) -> str:
    """ "Ủy ban nhân dân xã Hoằng Châu"."""
    return f"Ủy ban nhân dân {commune_of(kind, name)}"


def head_of(kind: str, name: str) -> LetterHead:
    """Two lines and no superior: a commune's committee has none (§3.2)."""
    commune = commune_of(kind, name)
    place = commune if name[:1].isdigit() else name
    return LetterHead(("ỦY BAN NHÂN DÂN", commune.upper()), place)


def signed_by(signer: SnapshotSigner) -> SignatureBlock:
    """The signature block as it was frozen."""
    return SignatureBlock(signer.capacity, signer.name, office=signer.office)


def names(items: list[str] | tuple[str, ...], separator: str = ", ") -> str:
    """Names in one sentence."""
    return separator.join(items)


def passing_rule(telling: Telling, criteria: CriteriaSet) -> str:
    """When a village passes the set, as a clause: "đủ tiêu chí bắt buộc và từ 60,5 điểm"."""
    rule, say = criteria.passing, telling.wording.say
    if rule.kind == "points":
        return say("rule_points", points=decimal_words(rule.points or "0"))
    if rule.kind == "mandatory_and_optional":
        return say("rule_optional", optional=quantity(rule.optional))
    return say("rule_mandatory")


def column(heading: str, weight: float, align: Align = Align.RIGHT) -> Column:
    """A table column; most hold numbers."""
    return Column(heading, align, weight)
