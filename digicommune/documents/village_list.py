"""The table of results by village as a list of its own, with letterhead and signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.documents.description import (
    Document,
    Metadata,
    Orientation,
    SignatureBlock,
    Title,
)
from digicommune.documents.report_annexes import villages_annex
from digicommune.documents.telling import Telling

if TYPE_CHECKING:
    from digicommune.documents.wording import Wording
    from digicommune.domain.snapshot import ReportSnapshot


def compose(snapshot: ReportSnapshot, wording: Wording) -> Document:
    """A landscape list without number: it is handed in beside a letter, not registered itself."""
    telling = Telling(snapshot, wording)
    return Document(
        header=telling.head,
        number=None,
        title=Title(wording.headed("villages_annex"), (_subject(telling),)),
        blocks=villages_annex(telling),
        date=snapshot.dated,
        year=telling.year,
        signatures=(SignatureBlock((wording.headings["made_by"],)), telling.signature),
        orientation=Orientation.LANDSCAPE,
        language=wording.language,
        metadata=Metadata(telling.agency, (snapshot.period_code, "phu-luc-thon")),
    )


def _subject(telling: Telling) -> str:
    title = telling.snapshot.period_title
    return f"{title[:1].upper()}{title[1:]}"
