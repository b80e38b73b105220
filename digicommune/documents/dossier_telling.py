"""A dossier together with the words it is told in; every paper of a dossier starts here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from digicommune.documents.description import (
    Block,
    LetterHead,
    SignatureBlock,
    bullet,
    paragraph,
)
from digicommune.documents.figure_words import day as short_day
from digicommune.documents.figure_words import quantity, spoken
from digicommune.documents.phrases import date_phrase
from digicommune.documents.telling import agency_of, commune_of, head_of
from digicommune.domain.dossier import code_of
from digicommune.domain.numbers import vi_int, vi_percent

if TYPE_CHECKING:
    from datetime import time

    from digicommune.documents.dossier_wording import DossierWords
    from digicommune.domain.criteria import CriterionResult
    from digicommune.domain.dossier import Appraisal, Decision, Meeting, Submission
    from digicommune.domain.dossier_snapshot import DossierSnapshot

PERCENT_DECIMALS = 2


@dataclass(frozen=True)
class DossierTelling:
    """The names a dossier's papers write, and the sentences of the wording."""

    snapshot: DossierSnapshot
    words: DossierWords

    @cached_property
    def places(self) -> dict[str, object]:
        """What any sentence may name."""
        office, criteria = self.snapshot.office, self.snapshot.criteria
        village = self.village
        commune = commune_of(office.commune_kind, office.commune_name)
        standard = self.words.papers["standard"]
        assert isinstance(standard, str)
        return {
            "period": office.period_title,
            "village": village,
            "head": self.head_of_village,
            "Village": upper_first(village),
            "commune": commune,
            "kind": office.commune_kind,
            "province": office.province,
            "criteria": lower_first(criteria.title),
            "basis": criteria.legal_basis.rstrip(". "),
            "end": short_day(office.counted_to),
            "standard": standard.format_map({"period": office.period_title}),
            "met": self.met,
            "of": self.of,
        }

    def say(self, paper: str, sentence: str, **places: object) -> str:
        """A sentence with the dossier's own names, and those given, filled in."""
        return self.words.say(paper, sentence, **{**self.places, **places})

    def lines(self, paper: str, name: str, **places: object) -> tuple[str, ...]:
        """Several lines with the same names filled in."""
        return self.words.lines(paper, name, **{**self.places, **places})

    def recipients(self, step: Meeting | Appraisal | Submission | Decision) -> tuple[str, ...]:
        """Nơi nhận of a step's paper: what the office typed, else those of the wording."""
        return step.recipients or self.lines(code_of(step), "recipients")

    # --- names ---

    @property
    def village(self) -> str:
        """The village in a sentence: "thôn Duyên Hy", "Vệ Thôn"."""
        return spoken(self.snapshot.village.name)

    @property
    def agency(self) -> str:
        """ "Ủy ban nhân dân xã Hoằng Châu"."""
        return agency_of(self.snapshot.office.commune_kind, self.snapshot.office.commune_name)

    @property
    def commune_head(self) -> LetterHead:
        """The letterhead of the commune's committee."""
        return head_of(self.snapshot.office.commune_kind, self.snapshot.office.commune_name)

    @property
    def village_head(self) -> LetterHead:
        """A village is no agency: the commune above it, no number."""
        commune = self.commune_head
        above = " ".join(("UBND", *commune.agency[1:]))
        return LetterHead((self.village.upper(),), commune.place, above)

    @property
    def head_title(self) -> str:
        """ "TRƯỞNG THÔN", "TRƯỞNG BẢN": by the kind the village's name carries."""
        return self.say("papers", "village_head", KIND=village_kind(self.village).upper())

    @property
    def head_of_village(self) -> str:
        """ "Trưởng thôn Duyên Hy", "Trưởng thôn Hổ Thôn", "Trưởng bản Nặm"."""
        kind, village = village_kind(self.village), self.village
        own = village if village.casefold().startswith(f"{kind} ") else f"{kind} {village}"
        return self.say_head(f"{own[:1].lower()}{own[1:]}")

    def say_head(self, place: str) -> str:
        """Who heads a place, before the other names are known."""
        said = self.words.papers["head_of"]
        assert isinstance(said, str)
        return said.format_map({"place": place})

    @property
    def year(self) -> int:
        """The year printed where a day is not known yet."""
        return int(self.snapshot.office.period_code[:4])

    @property
    def met(self) -> int:
        """How many criteria are met."""
        return self.snapshot.verdict.met if self.snapshot.verdict else 0

    @property
    def of(self) -> int:
        """How many criteria there are."""
        return len(self.snapshot.criteria.standing)

    @cached_property
    def results(self) -> dict[str, CriterionResult]:
        """The verdict of each criterion by its code."""
        verdict = self.snapshot.verdict
        return {one.code: one for one in verdict.criteria} if verdict else {}

    # --- blanks ---

    @property
    def blank(self) -> str:
        """Dots to write on by hand."""
        return self.say("papers", "blank")

    @property
    def short_blank(self) -> str:
        """A few dots, for a number."""
        return self.say("papers", "short_blank")

    def text(self, given: str) -> str:
        """A text, or dots."""
        return given.strip() or self.blank

    def number(self, given: int | None) -> str:
        """A number, or a few dots; 0 is a number."""
        return self.short_blank if given is None else vi_int(given)

    def count(self, given: int | None) -> str:
        """A count of ballots in a sentence: 01..09 padded; dots where it is not known."""
        return self.short_blank if given is None else quantity(given)

    def percent(self, part: int | None, whole: int | None) -> str:
        """ "98,33", exact to two decimals half up; dots where it cannot be told."""
        if part is None or not whole:
            return self.short_blank
        return vi_percent(part, whole, PERCENT_DECIMALS)

    def day(self, given: date | None) -> str:
        """ "05/3/2026", or dots."""
        return self.blank if given is None else short_day(given)

    def when(self, given: date | None) -> str:
        """ "ngày 05 tháng 3 năm 2026", or dots with the year."""
        if given is not None:
            return date_phrase(given)
        return f"ngày {self.short_blank} tháng {self.short_blank} năm {self.year}"

    def time(self, given: time | None) -> str:
        """ "19 giờ 00 phút", or dots."""
        if given is None:
            return self.say("papers", "time", hour=self.short_blank, minute=self.short_blank)
        return self.say("papers", "time", hour=f"{given.hour:02d}", minute=f"{given.minute:02d}")

    # --- pieces ---

    def body(self, given: str) -> list[Block]:
        """What was typed, line by line; a line of dots where nothing was."""
        return told_lines(given) or [paragraph(self.blank * 3)]

    def hinted(self, capacity: str, name: str) -> SignatureBlock:
        """A signature of minutes and village papers."""
        return SignatureBlock((capacity,), name, self.say("papers", "sign_hint"))

    def bases(self, on: date | None) -> tuple[str, ...]:
        """The bases of the pack that were in force on a day, or at the period's end."""
        day = on or self.snapshot.office.period_end
        return tuple(one.text for one in self.words.basis if one.holds(day))


def told_lines(given: str) -> list[Block]:
    """Lines as paragraphs; those that begin with a dash as items."""
    lines = (one.strip() for one in given.splitlines())
    return [
        bullet(one[1:].strip()) if one.startswith(("-", "+", "•")) else paragraph(one)
        for one in lines
        if one
    ]


def upper_first(text: str) -> str:
    """With a capital at the beginning of a sentence."""
    return f"{text[:1].upper()}{text[1:]}"


def lower_first(title: str) -> str:
    """A title within a sentence: "tiêu chí …", but "QĐ …" as it is."""
    return title if title[:2].isupper() else f"{title[:1].lower()}{title[1:]}"


_KINDS = ("tổ dân phố", "tiểu khu", "khu phố", "bản", "xóm", "làng", "ấp", "buôn", "khóm", "thôn")


def village_kind(village: str) -> str:
    """ "bản", "tổ dân phố" …: what a village's name says it is; "thôn" where it does not."""
    folded = village.casefold()
    return next((one for one in _KINDS if folded.startswith(f"{one} ")), "thôn")
