"""What stands around the text of a paper and an officer may set for it; it words nothing itself.

Trích yếu, Kính gửi, Nơi nhận, who drafted it, the stamp of urgency, the note of circulation and the
address at the foot (Decree 30/2020, Annex I, boxes 5, 9 to 13): the office's usual ones until
something else is typed. There is no stamp of secrecy: secret papers are not made on this program.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from digicommune.documents.description import Circulation, Urgency, paragraph
from digicommune.documents.report_parts import Section

if TYPE_CHECKING:
    from digicommune.documents.description import Document

SUBJECT, ADDRESSEES, RECIPIENTS = "subject", "addressees", "recipients"
URGENCY, CIRCULATION, DRAFTED, FOOT = "urgency", "circulation", "drafted", "foot"
# The only words a stamp has.
STAMPS = {
    URGENCY: tuple(one.value for one in Urgency),
    CIRCULATION: tuple(one.value for one in Circulation),
}
# Worth beginning from in the next period: they hold no figure and no period.
_STAY = frozenset({ADDRESSEES, RECIPIENTS, DRAFTED, FOOT})


class Told(Protocol):
    """A paper being told: what its sections are called, and what was typed into them."""

    @property
    def section_titles(self) -> Mapping[str, str]:
        """Titles by the code of a section."""

    def typed(self, section: str) -> tuple[str, ...]:
        """What an officer typed, an item a line; empty where it is as generated."""


def page_sections(telling: Told, offered: Mapping[str, Sequence[str]]) -> tuple[Section, ...]:
    """The parts an officer may set, each with the lines it has otherwise."""
    titles = telling.section_titles
    return tuple(
        Section(
            code,
            titles[code],
            tuple(map(paragraph, lines)),
            words=code in _STAY,
            elsewhere=True,
        )
        for code, lines in offered.items()
    )


def paged(telling: Told, document: Document) -> Document:
    """The document with what was typed around its text."""
    typed = telling.typed
    urgency = stamp_of(URGENCY, " ".join(typed(URGENCY)))
    circulation = stamp_of(CIRCULATION, " ".join(typed(CIRCULATION)))
    subject = typed(SUBJECT) or document.title.subject
    return replace(
        document,
        title=replace(document.title, subject=subject),
        addressees=typed(ADDRESSEES) or document.addressees,
        recipients=typed(RECIPIENTS) or document.recipients,
        urgency=Urgency(urgency) if urgency else None,
        circulation=Circulation(circulation) if circulation else None,
        drafted=" ".join(typed(DRAFTED)),
        foot=typed(FOOT),
    )


def stamp_of(section: str, text: str) -> str:
    """The stamp words name, however they are written; empty where they name none."""
    wanted = " ".join(text.split()).casefold()
    return next((one for one in STAMPS[section] if one.casefold() == wanted), "")
