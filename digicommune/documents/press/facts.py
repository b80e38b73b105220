"""What a file says of itself: title, author, the fields of Annex VI; it invents none of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from digicommune.documents.description import Document, DocumentNumber, SignatureBlock
from digicommune.documents.phrases import padded_number
from digicommune.documents.press.texts import composed

_LANGUAGES = {"vi": "vi-VN", "en": "en-US"}
# The longest a field may be (Decree 30/2020, Annex VI, fields of an outgoing document).
KIND, NUMBER, SYMBOL, AGENCY, SUBJECT, POSITION, NAME = 100, 11, 30, 200, 500, 100, 50


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What is known of the paper in a file; what is not known is empty and is not written.

    ``number`` and ``symbol`` are the two parts of "Số: 15/BC-UBND", ``day`` the date on the paper.
    """

    title: str
    author: str
    language: str
    subject: str = ""
    keywords: tuple[str, ...] = ()
    kind: str = ""
    number: str = ""
    symbol: str = ""
    day: date | None = None
    position: str = ""
    signer: str = ""

    @property
    def reference(self) -> str:
        """Number and symbol as they stand on paper, where there is a number."""
        return f"{self.number}/{self.symbol}" if self.number and self.symbol else ""


def facts_of(document: Document) -> FileFacts:
    """What a document says of itself, each field within the length Annex VI gives it."""
    number, signer = document.number, document.signature or SignatureBlock(())
    return FileFacts(
        title=_within(document.name, SUBJECT),
        author=_within(document.metadata.author or " ".join(document.header.agency), AGENCY),
        language=_LANGUAGES.get(document.language, document.language),
        subject=_within(" ".join(document.title.subject) or document.title.kind, SUBJECT),
        keywords=tuple(composed(word) for word in document.metadata.keywords),
        kind=_within(document.title.kind, KIND),
        number=_whole(_number(number), NUMBER),
        symbol=_whole(number.symbol if number else "", SYMBOL),
        day=document.date,
        position=_within(" ".join(signer.capacity[-1:]), POSITION),
        signer=_within(signer.name, NAME),
    )


def facts_of_many(first: Document, named: str) -> FileFacts:
    """What a file of several papers says: they are of one office, and none of them speaks for all.

    The name of the file is the caller's; number, day and signer belong to single papers.
    """
    facts = facts_of(first)
    title = _within(named, SUBJECT)
    return FileFacts(title, facts.author, facts.language, subject=title)


def _number(number: DocumentNumber | None) -> str:
    """As it stands on paper, a zero before a single digit."""
    known = (number.number or "").strip() if number else ""
    return padded_number(known) if known else ""


def _within(text: str, most: int) -> str:
    return composed(text)[:most].rstrip()


def _whole(text: str, most: int) -> str:
    """A number or symbol; one that does not fit is left out, since a cut one is another's."""
    code = composed(text).strip()
    return code if len(code) <= most else ""
