"""The fixed elements of the page: letterhead, title, addressees, authority, annex heading."""

from __future__ import annotations

from functools import partial

from digicommune.documents.description import (
    Annex,
    Document,
    LetterHead,
    Placed,
    Subheading,
    Title,
    Urgency,
)
from digicommune.documents.phrases import about_phrase, date_phrase, listed, number_phrase
from digicommune.documents.press.plate import (
    LINE,
    RULE_DROP,
    TITLE_SIZE,
    Plate,
    Ruled,
    Set,
    Stamp,
    balanced_rule,
)
from digicommune.documents.press.sheet import MM
from digicommune.documents.press.texts import balanced, clean, lines_of
from digicommune.documents.press.typefaces import DESCENT, Face, faces

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
# Size pair A of Annex I: quốc hiệu 13, tiêu ngữ 14, place and date 14; the number is always 13.
COUNTRY_SIZE, MOTTO_SIZE, DATE_SIZE, NUMBER_SIZE, AGENCY_SIZE = 13, 14, 14, 13, 13
ABOUT_SIZE = 13
_LEAST_DATE = 13
# 62 mm for the agency and 98 mm for the quốc hiệu of a 160 mm text block (§1.4).
AGENCY_SHARE = 62 / 160
NUMBER_DROP = 22
# Lines of addressees that go over to the next page rather than leave this one empty.
LONG = 12
# The boxes of box 10b, in mm; each 8 mm high.
_STAMP_WIDTHS = {Urgency.URGENT: 20, Urgency.VERY_URGENT: 40, Urgency.EXPRESS: 30}


def letterhead(document: Document, width: float) -> Plate:
    """Agency and quốc hiệu, number and date on one baseline (boxes 1-4, 5b and 10b)."""
    left, left_rules, left_end = _agency(document.header, width * AGENCY_SHARE)
    right, right_rules, right_end = _country(width)
    lines, end = [*left, *right], max(left_end, right_end)
    if document.number is not None or document.dated:
        dated = _dated(document, width * (1 - AGENCY_SHARE))
        end += NUMBER_DROP + LINE * max(0, len(dated) - 1)
        lines += _numbered(document, width, end, dated)
    about = _about(document.title, end, width * AGENCY_SHARE)
    lines += about
    height = (about[-1].down if about else end) + DESCENT * DATE_SIZE
    stamp = _stamp(document.urgency, height + 6) if document.urgency else None
    return Plate(
        tuple(lines),
        (*left_rules, *right_rules),
        stamp.down + stamp.height if stamp else height,
        keeps_next=bool(about),
        mark=(document.outline or clean(document.name)) if about else "",
        stamp=stamp,
    )


def _about(title: Title, down: float, share: float) -> list[Set]:
    """The trích yếu of a công văn, upright, 6 pt below the number."""
    if title.placed is not Placed.UNDER_NUMBER or not title.subject:
        return []
    face = faces().regular
    texts = balanced(clean(about_phrase(title.subject)), face, ABOUT_SIZE, share - 2 * MM)
    first = down + DESCENT * NUMBER_SIZE + 6 + ABOUT_SIZE * 0.891
    leading = LINE * ABOUT_SIZE / TITLE_SIZE
    return [
        Set(text, share / 2, first + i * leading, (face, ABOUT_SIZE))
        for i, text in enumerate(texts)
    ]


def _stamp(urgency: Urgency, down: float) -> Stamp:
    return Stamp(urgency.value, down, _STAMP_WIDTHS[urgency] * MM)


def _agency(head: LetterHead, width: float) -> tuple[list[Set], list[Ruled], float]:
    bold, plain = faces().bold, faces().regular
    texts = [(line, bold) for text in head.agency for line in _fit(text, bold, width)]
    if head.superior:
        superior = [(line, plain) for line in _fit(head.superior, plain, width)]
        texts = [*superior, *texts]
    lines = [
        Set(text, width / 2, TITLE_SIZE * 0.891 + i * LINE, (face, AGENCY_SIZE))
        for i, (text, face) in enumerate(texts)
    ]
    own = [face.width(text, AGENCY_SIZE) for text, face in texts if face is bold]
    down = lines[-1].down + RULE_DROP
    return lines, [Ruled(width / 2, down, balanced_rule(own))], down


def _fit(text: str, face: Face, width: float) -> tuple[str, ...]:
    return balanced(clean(text), face, AGENCY_SIZE, width - MM)


def _country(width: float) -> tuple[list[Set], list[Ruled], float]:
    bold = faces().bold
    middle = width * (1 + AGENCY_SHARE) / 2
    first = TITLE_SIZE * 0.891
    lines = [
        Set(COUNTRY, middle, first, (bold, COUNTRY_SIZE)),
        Set(MOTTO, middle, first + LINE, (bold, MOTTO_SIZE)),
    ]
    down = first + LINE + RULE_DROP
    return lines, [Ruled(middle, down, bold.width(MOTTO, MOTTO_SIZE))], down


def _numbered(
    document: Document, width: float, down: float, dated: tuple[tuple[str, float], ...]
) -> list[Set]:
    """The number, level with the last of the lines of place and date."""
    share, italic = width * AGENCY_SHARE, faces().italic
    lines = [
        Set(text, (share + width) / 2, down - place * LINE, (italic, size))
        for place, (text, size) in enumerate(reversed(dated))
    ]
    if document.number is not None:
        text = clean(number_phrase(document.number))
        lines.append(Set(text, share / 2, down, (faces().regular, NUMBER_SIZE)))
    return lines


def _dated(document: Document, width: float) -> tuple[tuple[str, float], ...]:
    """Place and date with their size: 14 pt, or 13 (also allowed) where a long name asks for it.

    A name longer than that stands above its date: smaller letters are not allowed.
    """
    if not document.dated:
        return ()
    italic, place = faces().italic, clean(document.header.place)
    day = clean(date_phrase(document.date, document.year))
    size = min(DATE_SIZE, int(width / italic.width(f"{place}, {day}", 1) * 2) / 2)
    if size >= _LEAST_DATE:
        return ((f"{place}, {day}", size),)
    places = balanced(f"{place},", italic, DATE_SIZE, width)
    return tuple((text, float(DATE_SIZE)) for text in (*places, day))


def title(document: Document, width: float) -> Plate:
    """Kind and trích yếu, centred, the rule below (box 5a)."""
    head = document.title
    kind = _titled((head.kind,), width)
    subject = _titled(head.subject, width)
    ruled = [faces().bold.width(text, TITLE_SIZE) for text in (subject or kind)]
    name = " ".join((*kind, *subject))
    return _headed([*kind, *subject], ruled, width, mark=document.outline or name)


def _titled(texts: tuple[str, ...], width: float) -> list[str]:
    narrow, bold = width * 0.86, faces().bold
    return [line for text in texts for line in balanced(clean(text), bold, TITLE_SIZE, narrow)]


def _headed(texts: list[str], ruled: list[float], width: float, mark: str) -> Plate:
    place = partial(Set, at=width / 2, style=(faces().bold, TITLE_SIZE))
    lines = [place(text, down=TITLE_SIZE * 0.891 + i * LINE) for i, text in enumerate(texts)]
    down = lines[-1].down + RULE_DROP + 1
    rules = (Ruled(width / 2, down, balanced_rule(ruled)),)
    return Plate(tuple(lines), rules, down + 6, gap=18, keeps_next=True, mark=mark)


def annex_head(annex: Annex, width: float, level: int = 0) -> Plate:
    """ "Phụ lục I", title, "(Kèm theo …)" and a short rule, centred."""
    bold, italic = faces().bold, faces().italic
    name = f"Phụ lục {annex.number}".strip()
    titles = _titled(annex.title, width)
    reference = (
        balanced(clean(annex.reference), italic, TITLE_SIZE, width) if annex.reference else ()
    )
    texts = [(t, bold) for t in (name, *titles)] + [(t, italic) for t in reference]
    lines = tuple(
        Set(text, width / 2, TITLE_SIZE * 0.891 + i * LINE, (face, TITLE_SIZE))
        for i, (text, face) in enumerate(texts)
    )
    down = lines[-1].down + RULE_DROP + 3
    ruled = [face.width(text, TITLE_SIZE) for text, face in texts[-1:]]
    rule = Ruled(width / 2, down, balanced_rule(ruled))
    mark = ". ".join((name, " ".join(titles))) if titles else name
    return Plate(lines, (rule,), down + 6, keeps_next=True, mark=mark, level=level)


def centred(block: Subheading, width: float, gap: float = 12) -> Plate:
    """Bold lines about the middle, kept with what follows: authority, chapter, enacting word."""
    texts = _titled(block.lines, width)
    lines = tuple(
        Set(text, width / 2, TITLE_SIZE * 0.891 + i * LINE, (faces().bold, TITLE_SIZE))
        for i, text in enumerate(texts)
    )
    return Plate(lines, (), lines[-1].down + DESCENT * TITLE_SIZE, gap=gap, keeps_next=True)


def addressees(document: Document, width: float) -> Plate:
    """ "Kính gửi:" with one name on its line, or several below it under the colon (box 9a)."""
    face = faces().regular
    names, label = document.addressees, document.addressed
    indent = face.width(label, TITLE_SIZE)
    if len(names) == 1:
        texts = lines_of(clean(names[0]), face, TITLE_SIZE, width - indent - 4 * MM)
        indent += face.width(" ", TITLE_SIZE)
    else:
        indent -= face.width(":", TITLE_SIZE)
        texts = tuple(
            line
            for name in listed(names)
            for line in lines_of(clean(f"- {name}"), face, TITLE_SIZE, width - indent - 4 * MM)
        )
    return _addressed(label, texts, indent, width, below=len(names) > 1)


def _addressed(
    label: str, texts: tuple[str, ...], indent: float, width: float, *, below: bool
) -> Plate:
    face = faces().regular
    style = (face, float(TITLE_SIZE))
    widest = max(face.width(text, TITLE_SIZE) for text in texts)
    start = max(0.0, (width - indent - widest) / 2)
    first = TITLE_SIZE * 0.891
    opening = label if below else f"{label} {texts[0]}"
    lines = [Set(opening, start, first, style, middle=False)]
    for i, text in enumerate(texts if below else texts[1:], start=1):
        lines.append(Set(text, start + indent, first + i * LINE * 1.05, style, middle=False))
    long = len(lines) > LONG
    return Plate(tuple(lines), (), lines[-1].down + 6, gap=12, keeps_next=not long, divides=long)
