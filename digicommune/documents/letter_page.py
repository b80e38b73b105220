"""What stands around the text of a paper and an officer may set for it; it words nothing itself.

Trích yếu, Kính gửi, Nơi nhận, the stamp of urgency and the address at the foot (Decree 30/2020,
Annex I, boxes 5, 9a, 9b, 10b, 13): the office's usual ones until something else is typed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from digicommune.documents.description import Urgency, paragraph
from digicommune.documents.report_parts import Section

if TYPE_CHECKING:
    from digicommune.documents.description import Document
    from digicommune.documents.telling import Telling

SUBJECT, ADDRESSEES, RECIPIENTS = "subject", "addressees", "recipients"
URGENCY, FOOT = "urgency", "foot"
# Worth beginning from in the next period: they hold no figure and no period.
_STAY = frozenset({ADDRESSEES, RECIPIENTS, FOOT})


def page_sections(telling: Telling, offered: Mapping[str, Sequence[str]]) -> tuple[Section, ...]:
    """The parts an officer may set, each with the lines it has otherwise."""
    titles = telling.wording.section_titles
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


def paged(telling: Telling, document: Document) -> Document:
    """The document with what was typed around its text."""
    typed = telling.typed
    subject = typed(SUBJECT) or document.title.subject
    return replace(
        document,
        title=replace(document.title, subject=subject),
        addressees=typed(ADDRESSEES) or document.addressees,
        recipients=typed(RECIPIENTS) or document.recipients,
        urgency=urgency_of(" ".join(typed(URGENCY))),
        foot=typed(FOOT),
    )


def urgency_of(text: str) -> Urgency | None:
    """The stamp a word names, however it is written; None where it names none."""
    wanted = " ".join(text.split()).casefold()
    return next((one for one in Urgency if one.value.casefold() == wanted), None)
