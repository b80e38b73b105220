"""Giấy mời họp (Mẫu 1.7): whom, to what, when, where, and what each brings; it invents no day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.documents.description import (
    Align,
    Block,
    Column,
    Document,
    Metadata,
    Paragraph,
    Row,
    Run,
    Table,
    Title,
    bullet,
    paragraph,
)
from digicommune.documents.letter_page import RECIPIENTS, page_sections, paged
from digicommune.documents.report_parts import Section
from digicommune.documents.telling import Telling
from digicommune.documents.wording import MARKS

if TYPE_CHECKING:
    from digicommune.documents.wording import Wording
    from digicommune.domain.snapshot import ReportSnapshot

KIND = "giay-moi-hop"
# Sections in the order they are printed; each has the sentence of its own name as default.
LINES = ("agenda", "chair", "time", "venue")
SECTIONS = ("subject", "guests", *LINES, "preparation", "closing")


def compose(snapshot: ReportSnapshot, wording: Wording) -> Document:
    """A letter to all who are invited; an hour or a day nobody gave stays blank."""
    telling = Telling(snapshot, wording)
    told = _Invitation(telling)
    made = Document(
        header=telling.head,
        number=telling.number,
        title=Title(wording.kind, told.lines("subject")),
        blocks=told.blocks(),
        date=snapshot.dated,
        year=telling.year,
        signature=telling.signature,
        recipients=snapshot.recipients,
        language=wording.language,
        metadata=Metadata(telling.agency, (snapshot.period_code, wording.code)),
    )
    return paged(telling, made)


def sections(snapshot: ReportSnapshot, wording: Wording) -> tuple[Section, ...]:
    """What an officer may write: every line of it."""
    telling = Telling(snapshot, wording)
    told = _Invitation(telling)
    around = {RECIPIENTS: snapshot.recipients, **dict.fromkeys(MARKS, ())}
    return page_sections(telling, {code: told.usual(code) for code in SECTIONS} | around)


class _Invitation:
    """What stands in each section: what was typed, else the sentence of the wording."""

    def __init__(self, telling: Telling) -> None:
        self._telling = telling

    def usual(self, code: str) -> tuple[str, ...]:
        """The lines of the wording."""
        telling = self._telling
        places = {
            "period": telling.snapshot.period_title,
            "commune": telling.commune,
            "kind": telling.snapshot.commune_kind,
            "year": telling.year,
            "next": "",
        }
        if code == "subject":
            return tuple(line.format_map(places) for line in telling.wording.subject)
        return tuple(telling.wording.say(code, **places).split("\n"))

    def lines(self, code: str) -> tuple[str, ...]:
        """The lines as printed."""
        return self._telling.typed(code) or self.usual(code)

    def blocks(self) -> tuple[Block, ...]:
        """Whom, to what, when, where, what to bring, and the closing sentence."""
        titles = self._telling.wording.headings
        return (
            *self._guests(),
            *(_named(titles[code], " ".join(self.lines(code))) for code in LINES),
            *self._preparation(),
            *map(paragraph, self.lines("closing")),
        )

    def _guests(self) -> tuple[Block, ...]:
        """One on the line itself, several as items below it."""
        invites = self._telling.wording.say("invites", commune=self._telling.commune)
        guests = self.lines("guests")
        if len(guests) == 1:
            guest = Run(guests[0].rstrip(".;"), bold=True)
            return (Paragraph((Run(f"{invites} "), guest, Run("."))),)
        ends = (*(";" for _ in guests[1:]), ".")
        listed = (bullet(one.rstrip(".;") + end) for one, end in zip(guests, ends, strict=True))
        return (paragraph(invites), *listed)

    def _preparation(self) -> tuple[Block, ...]:
        """ "Đơn vị; nội dung" a line; nothing where a dash alone was typed."""
        asked = [line.partition(";")[::2] for line in self.lines("preparation") if line]
        if not asked:
            return ()
        columns = (
            Column("TT", Align.CENTER, 0.4),
            Column("Đơn vị", Align.LEFT, 2.0),
            Column("Nội dung chuẩn bị", Align.LEFT, 4.0),
        )
        rows = tuple(
            Row((str(at), who.strip(), what.strip()))
            for at, (who, what) in enumerate(asked, start=1)
        )
        return (paragraph(self._telling.wording.say("prepares")), Table(columns, rows))


def _named(name: str, text: str) -> Paragraph:
    """ "Thời gian: …": the name bold."""
    ended = text if text.endswith((".", "…")) else f"{text}."
    return Paragraph((Run(f"{name}: ", bold=True), Run(ended)))
