"""Giấy mời to a session, one an addressee (Mẫu 1.7); it keeps no list of whom it was written to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from digicommune.documents.description import (
    Block,
    Document,
    DocumentNumber,
    Metadata,
    Paragraph,
    Run,
    Title,
    paragraph,
)
from digicommune.documents.phrases import date_phrase
from digicommune.documents.telling import agency_of, head_of, signed_by

if TYPE_CHECKING:
    from digicommune.documents.campaign_wording import LetterWords
    from digicommune.domain.campaigns import Session
    from digicommune.domain.snapshot import SnapshotSigner
    from digicommune.domain.villages import Commune

KIND = "giay-moi"
HALL_OF = ("thôn", "bản", "khu phố", "tổ dân phố", "xóm", "làng")
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


@dataclass(frozen=True, slots=True)
class Invitation:
    """One letter: to whom, to which session; number and date blank where not yet given."""

    commune: Commune
    addressee: str
    session: Session
    village: str
    bank: str
    signer: SnapshotSigner
    recipients: tuple[str, ...] = ()
    number: str | None = None
    dated: date | None = None


def compose(one: Invitation, words: LetterWords) -> Document:
    """A letter of one page."""
    agency = agency_of(one.commune.kind, one.commune.name)
    return Document(
        header=head_of(one.commune.kind, one.commune.name),
        number=DocumentNumber(words.symbol, one.number),
        title=Title(words.kind, words.subject),
        blocks=_body(one, words, agency),
        date=one.dated,
        year=one.session.held_on.year,
        signature=signed_by(one.signer),
        recipients=one.recipients,
        metadata=Metadata(agency, (KIND,)),
        outline=one.addressee,
    )


def _body(one: Invitation, words: LetterWords, agency: str) -> tuple[Block, ...]:
    places = {"agency": agency, "bank": one.bank}
    purpose = words.purpose if one.bank else words.purpose_no_bank
    session = one.session
    when = words.time_line.format_map(
        {
            "hour": hour_words(session.starts_at),
            "weekday": WEEKDAYS[session.held_on.weekday()],
            "day": date_phrase(session.held_on),
        }
    )
    where = place_words(session.place, one.village)
    told = [(words.time, when), (words.place, f"{where}.")]
    if session.contact:
        told.append((words.contact, f"{session.contact}."))
    told.append((words.bring, words.bring_line))
    return (
        paragraph(words.invites.format_map(places)),
        Paragraph((Run(one.addressee, bold=True),)),
        paragraph(purpose.format_map(places)),
        *(Paragraph((Run(f"{name}: ", bold=True), Run(text))) for name, text in told),
        paragraph(words.private),
        paragraph(words.closing),
    )


def hour_words(hour: str) -> str:
    """ "08:00" as "08 giờ 00 phút, "; nothing where the hour is not yet agreed."""
    if not hour:
        return ""
    hours, _, minutes = hour.partition(":")
    return f"{int(hours):02d} giờ {minutes} phút, "


def place_words(place: str, village: str) -> str:
    """ "Nhà văn hóa thôn Duyên Hy"; a place that does not end in its kind keeps a comma."""
    between = " " if place.casefold().endswith(HALL_OF) else ", "
    return between.join(part for part in (place, village) if part)
