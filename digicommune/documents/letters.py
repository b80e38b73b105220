"""Thông báo and công văn: typed content, or what the villages owe; each section may be rewritten.

Neither invents an addressee, a deadline or a figure: they come from the snapshot or the officer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.documents import figure_words as words
from digicommune.documents.description import (
    Align,
    Annex,
    Block,
    Column,
    Document,
    Metadata,
    Placed,
    Row,
    Table,
    Title,
    paragraph,
)
from digicommune.documents.letter_page import RECIPIENTS, page_sections, paged
from digicommune.documents.report_parts import Part, Section, body_of
from digicommune.documents.telling import Telling, names
from digicommune.documents.wording import MARKS

if TYPE_CHECKING:
    from digicommune.documents.wording import Wording
    from digicommune.domain.snapshot import ReportSnapshot, SnapshotDue

NOTICE, LETTER = "thong-bao", "cong-van"
# More than this is a list of its own: addressees stand in the annex, names are cut in a sentence.
NAMED_ONE_BY_ONE = 8
_KINDS_OF_PLACE = frozenset(
    ("thôn", "bản", "khu", "tổ", "xóm", "làng", "ấp", "phố", "tiểu", "buôn", "khóm", "khối", "sóc")
)


def compose_notice(snapshot: ReportSnapshot, wording: Wording) -> Document:
    """A notice to villages and people; it is addressed to nobody by name."""
    telling = Telling(snapshot, wording)
    return _document(telling, Title(wording.kind, _offered_subject(telling)), _notice(telling), ())


def compose_letter(snapshot: ReportSnapshot, wording: Wording) -> Document:
    """A letter to one or several, with a day to answer by."""
    telling = Telling(snapshot, wording)
    title = Title("CÔNG VĂN", _offered_subject(telling), Placed.UNDER_NUMBER)
    return _document(telling, title, _letter(telling), _addressees(telling))


def sections(snapshot: ReportSnapshot, wording: Wording) -> tuple[Section, ...]:
    """The sections an officer may write, as generated."""
    telling = Telling(snapshot, wording)
    found = _notice(telling) if wording.code == NOTICE else _letter(telling)
    around = {RECIPIENTS: snapshot.recipients, **dict.fromkeys(MARKS, ())}
    return (*(one for one in found if not one.fixed), *page_sections(telling, around))


def _document(
    telling: Telling, title: Title, told: tuple[Section, ...], addressees: tuple[str, ...]
) -> Document:
    snapshot, wording = telling.snapshot, telling.wording
    made = Document(
        header=telling.head,
        number=telling.number,
        title=title,
        blocks=body_of((Part("", told),), snapshot.sections),
        date=snapshot.dated,
        year=telling.year,
        addressees=addressees,
        bases=tuple(one.text for one in wording.basis if one.holds(snapshot.period_end)),
        signature=telling.signature,
        recipients=snapshot.recipients,
        annexes=_annexes(telling) if title.placed is Placed.UNDER_NUMBER else (),
        language=wording.language,
        metadata=Metadata(telling.agency, (snapshot.period_code, wording.code)),
    )
    return paged(telling, made)


def _offered_subject(telling: Telling) -> tuple[str, ...]:
    place = {"period": telling.snapshot.period_title, "next": ""}
    return tuple(line.format_map(place) for line in telling.wording.subject)


def _section(telling: Telling, code: str, *told: str, elsewhere: bool = False) -> Section:
    title = telling.wording.section_titles[code]
    return Section(code, title, tuple(map(paragraph, told)), elsewhere=elsewhere)


def _head_sections(telling: Telling) -> tuple[Section, ...]:
    return (_section(telling, "subject", *_offered_subject(telling), elsewhere=True),)


# --- notice ---


def _notice(telling: Telling) -> tuple[Section, ...]:
    say, snapshot = telling.wording.say, telling.snapshot
    return (
        *_head_sections(telling),
        _section(
            telling,
            "opening",
            say("opening", commune=telling.commune, period=snapshot.period_title),
        ),
        _section(telling, "content", *_notice_content(telling)),
        _section(telling, "closing", say("closing", commune=telling.commune)),
    )


def _notice_content(telling: Telling) -> list[str]:
    """By when figures are sent and who has not sent them; numbered as khoản."""
    say, snapshot = telling.wording.say, telling.snapshot
    due = snapshot.owing
    told = []
    if due is not None:
        day, end = words.day(due.due), words.day(snapshot.period_end)
        about = {"commune": telling.commune, "period": snapshot.period_title}
        told.append(say("content_figures", **about, end=end, due=day))
        told.append(_who_owes(telling, due))
    told.append(say("content_form", commune=telling.commune))
    return [f"{place}. {one}" for place, one in enumerate(told, start=1)]


def _who_owes(telling: Telling, due: SnapshotDue) -> str:
    say = telling.wording.say
    if not due.villages:
        return say("content_complete", of=words.quantity(due.expected))
    owing = [one.village for one in due.villages]
    told = shortened(telling, owing)
    return say("content_owing", count=len(owing), of=due.expected, names=told)


def shortened(
    telling: Telling, items: list[str], most: int = NAMED_ONE_BY_ONE, rest_as: str = "more"
) -> str:
    """ "A, B, C và 04 đơn vị khác": names in a sentence, never a page of them."""
    if len(items) <= most:
        return names(items)
    rest = words.quantity(len(items) - most)
    return telling.wording.say(rest_as, names=names(items[:most]), count=rest)


# --- letter ---


def _letter(telling: Telling) -> tuple[Section, ...]:
    say, snapshot = telling.wording.say, telling.snapshot
    due = snapshot.owing
    table = _owing_table(telling, due) if _stands_in_text(due) and due is not None else None
    content = _section(telling, "content", *_letter_content(telling))
    listed = Section("owing", "", (table,) if table else (), fixed=True)
    return (
        _section(telling, "addressees", *_offered_addressees(telling), elsewhere=True),
        *_head_sections(telling),
        _section(telling, "deadline", elsewhere=True),
        _section(
            telling,
            "opening",
            say("opening", commune=telling.commune, period=snapshot.period_title),
        ),
        content,
        listed if not telling.typed("content") else Section("owing", "", (), fixed=True),
        _section(telling, "closing", _closing(telling)),
    )


def _closing(telling: Telling) -> str:
    due, say = telling.snapshot.owing, telling.wording.say
    if due is not None and len(due.villages) == 1:
        head = _head_of(telling, due.villages[0].village)
        return say("closing_one", head=head, commune=telling.commune)
    return say("closing", commune=telling.commune)


def _letter_content(telling: Telling) -> list[str]:
    say, snapshot = telling.wording.say, telling.snapshot
    due, period = snapshot.owing, snapshot.period_title
    by, commune = _by(telling), telling.commune
    if due is None or not due.villages:
        of = words.quantity(due.expected if due else len(words.known_villages(snapshot)))
        check = say("check", commune=commune, by=by)
        return [check] if of == "0" else [say("complete", of=of, period=period), check]
    count, day = len(due.villages), words.day(due.due)
    told = [say("owing", count=count, of=due.expected, due=day, period=period)]
    if count == 1:
        head = _head_of(telling, due.villages[0].village)
        told.append(say("request_one", head=head, commune=commune, period=period, by=by))
    else:
        told.append(say("request", commune=commune, period=period, by=by))
    listed = _stands_in_text(due)
    told.append(say("table") if listed else say("annexed", annexes="Phụ lục"))
    return told


def _by(telling: Telling) -> str:
    """The day to answer by: typed, else that of the villages while it is still to come."""
    typed, due = telling.typed("deadline"), telling.snapshot.owing
    if typed:
        return telling.wording.say("by", deadline=typed[0])
    if due is None or due.late:
        return telling.wording.say("by_now")
    return telling.wording.say("by", deadline=words.day(due.due))


def _addressees(telling: Telling) -> tuple[str, ...]:
    return telling.snapshot.addressees or _offered_addressees(telling)


def _offered_addressees(telling: Telling) -> tuple[str, ...]:
    """The heads of the villages that owe; of very many, those the annex lists."""
    due, say = telling.snapshot.owing, telling.wording.say
    if due is None or not due.villages or not _stands_in_text(due):
        return (say("addressees_listed"),)
    return tuple(_head_of(telling, one.village) for one in due.villages)


def _head_of(telling: Telling, village: str) -> str:
    named = village.split(maxsplit=1)[0].casefold() in _KINDS_OF_PLACE if village.split() else False
    return telling.wording.say("addressee_named" if named else "addressee", village=village)


def _stands_in_text(due: SnapshotDue | None) -> bool:
    return due is not None and 0 < len(due.villages) <= NAMED_ONE_BY_ONE


def _owing_table(telling: Telling, due: SnapshotDue) -> Table:
    columns = (
        Column("TT", Align.CENTER, 0.4),
        Column(telling.wording.places["Unit"], Align.LEFT, 1.6),
        Column("Số chỉ tiêu còn thiếu", Align.RIGHT, 0.9),
        Column("Chỉ tiêu còn thiếu", Align.LEFT, 4.6),
    )
    rows = tuple(
        Row((str(at), one.village, str(len(one.lacks)), "; ".join(one.lacks)))
        for at, one in enumerate(due.villages, start=1)
    )
    return Table(columns, rows)


def _annexes(telling: Telling) -> tuple[Annex, ...]:
    due = telling.snapshot.owing
    listed = due is not None and bool(due.villages) and not _stands_in_text(due)
    if not listed or due is None or telling.typed("content"):
        return ()
    blocks: tuple[Block, ...] = (_owing_table(telling, due),)
    title = (telling.wording.headed("owing_annex"),)
    return (Annex("", title, telling.reference, blocks),)
