"""The fixed elements of the page: letterhead, title, addressees, signature, annex heading."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from digicommune.documents.description import Annex, Document, LetterHead, SignatureBlock, Title
from digicommune.documents.phrases import date_phrase, listed, number_phrase
from digicommune.documents.press.flow import Piece, Spacing
from digicommune.documents.press.sheet import MM, Sheet
from digicommune.documents.press.texts import balanced, clean, lines_of
from digicommune.documents.press.typefaces import DESCENT, SINGLE, Face, faces

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
# Size pair A of Annex I: quốc hiệu 13, tiêu ngữ 14, place and date 14; the number is always 13.
COUNTRY_SIZE, MOTTO_SIZE, DATE_SIZE, NUMBER_SIZE, AGENCY_SIZE = 13, 14, 14, 13, 13
TITLE_SIZE = 14
LINE = TITLE_SIZE * SINGLE
# 62 mm for the agency and 98 mm for the quốc hiệu of a 160 mm text block (§1.4).
AGENCY_SHARE = 62 / 160
RULE_DROP = DESCENT * MOTTO_SIZE + 2
NUMBER_DROP = 22
SIGNATURE_SPACE = 28 * MM
RECIPIENT_SHARE = 75 / 160

Style = tuple[Face, float]


@dataclass(frozen=True, slots=True)
class Set:
    """One line set at a place: its middle (or left edge) and baseline below the top."""

    text: str
    at: float
    down: float
    style: Style
    middle: bool = True


@dataclass(frozen=True, slots=True)
class Ruled:
    """One rule: middle, depth below the top, length."""

    at: float
    down: float
    length: float


@dataclass(frozen=True, slots=True)
class Plate:
    """Lines and rules that are never divided; offsets are measured from the text block."""

    lines: tuple[Set, ...]
    rules: tuple[Ruled, ...]
    height: float
    gap: float = 0.0
    keeps_next: bool = False
    steps: int = 1
    mark: str = ""

    def divide(self, _room: float, _leave: int, /) -> tuple[Piece, Piece] | None:
        """Never."""
        return None

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw all lines and rules."""
        left = sheet.form.left
        if self.mark:
            sheet.bookmark(self.mark, 0, top)
        for line in self.lines:
            put = sheet.centred if line.middle else sheet.written
            put(left + line.at, top - line.down, line.text, line.style)
        for rule in self.rules:
            sheet.rule(left + rule.at, top - rule.down, rule.length)

    def spaced(self, _spacing: Spacing, /) -> Piece:
        """Itself: its lines are single."""
        return self


def balanced_rule(widths: list[float]) -> float:
    """Length of a rule of 1/3 to 1/2 of the text, of every line of it where that is possible."""
    low, high = max(widths) / 3, min(widths) / 2
    return (low + high) / 2 if low <= high else widths[-1] * 0.42


def letterhead(document: Document, width: float) -> Plate:
    """Agency and quốc hiệu, number and date on one baseline (boxes 1-4)."""
    left, left_rules, left_end = _agency(document.header, width * AGENCY_SHARE)
    right, right_rules, right_end = _country(width)
    down = max(left_end, right_end) + NUMBER_DROP
    lines = [*left, *right, *_numbered(document, width, down)]
    return Plate(tuple(lines), (*left_rules, *right_rules), down + DESCENT * DATE_SIZE)


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
    return balanced(clean(text), face, AGENCY_SIZE, width - 2 * MM)


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


def _numbered(document: Document, width: float, down: float) -> list[Set]:
    share = width * AGENCY_SHARE
    dated = f"{document.header.place}, {date_phrase(document.date, document.year)}"
    size = _fitting(clean(dated), faces().italic, width - share)
    lines = [Set(clean(dated), (share + width) / 2, down, (faces().italic, size))]
    if document.number is not None:
        text = clean(number_phrase(document.number))
        lines.append(Set(text, share / 2, down, (faces().regular, NUMBER_SIZE)))
    return lines


def _fitting(text: str, face: Face, width: float) -> float:
    """14 pt, or 13 (also allowed) and less where a long place name would leave its column."""
    return min(DATE_SIZE, max(9, int(width / face.width(text, 1) * 2) / 2))


def title(head: Title, width: float) -> Plate:
    """Kind and trích yếu, centred, the rule below (box 5a)."""
    bold = faces().bold
    narrow = width * 0.86
    kind = balanced(clean(head.kind), bold, TITLE_SIZE, narrow)
    subject = [
        line for text in head.subject for line in balanced(clean(text), bold, TITLE_SIZE, narrow)
    ]
    ruled = [bold.width(text, TITLE_SIZE) for text in (subject or kind)]
    name = " ".join((*kind, *subject))
    return _headed([*kind, *subject], ruled, width, mark=name)


def _headed(texts: list[str], ruled: list[float], width: float, mark: str) -> Plate:
    place = partial(Set, at=width / 2, style=(faces().bold, TITLE_SIZE))
    lines = [place(text, down=TITLE_SIZE * 0.891 + i * LINE) for i, text in enumerate(texts)]
    down = lines[-1].down + RULE_DROP + 1
    rules = (Ruled(width / 2, down, balanced_rule(ruled)),)
    return Plate(tuple(lines), rules, down + 6, gap=18, keeps_next=True, mark=mark)


def annex_head(annex: Annex, width: float) -> Plate:
    """ "Phụ lục I", title, "(Kèm theo …)" and a short rule, centred."""
    bold, italic = faces().bold, faces().italic
    narrow = width * 0.86
    name = f"Phụ lục {annex.number}".strip()
    titles = [t for text in annex.title for t in balanced(clean(text), bold, TITLE_SIZE, narrow)]
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
    return Plate(lines, (rule,), down + 6, keeps_next=True, mark=mark)


def addressees(names: tuple[str, ...], width: float) -> Plate:
    """ "Kính gửi:" with one name on its line, or several below it under the colon (box 9a)."""
    face = faces().regular
    label = "Kính gửi:"
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
    return Plate(tuple(lines), (), lines[-1].down + 6, gap=12, keeps_next=True)


def closing(block: SignatureBlock, recipients: tuple[str, ...], width: float) -> Plate:
    """Nơi nhận level with the capacity line, 28 mm for signature and seal, the name."""
    right, right_end = _signed(block, width)
    left, left_end = _received(recipients, width * RECIPIENT_SHARE) if recipients else ([], 0.0)
    height = max(right_end, left_end) + DESCENT * TITLE_SIZE
    return Plate((*left, *right), (), height, gap=12)


def _signed(block: SignatureBlock, width: float) -> tuple[list[Set], float]:
    bold = faces().bold
    room = width * (1 - RECIPIENT_SHARE)
    middle = width - room / 2
    texts = [t for line in block.capacity for t in balanced(clean(line), bold, TITLE_SIZE, room)]
    lines = [
        Set(text, middle, TITLE_SIZE * 0.891 + i * LINE, (bold, TITLE_SIZE))
        for i, text in enumerate(texts)
    ]
    named = lines[-1].down + SIGNATURE_SPACE + TITLE_SIZE * 0.891
    name = balanced(clean(block.name), bold, TITLE_SIZE, room)
    lines += [Set(t, middle, named + i * LINE, (bold, TITLE_SIZE)) for i, t in enumerate(name)]
    return lines, named


def _received(recipients: tuple[str, ...], width: float) -> tuple[list[Set], float]:
    first = TITLE_SIZE * 0.891
    lines = [Set("Nơi nhận:", 0, first, (faces().bold_italic, 12), middle=False)]
    down = first + 12 * SINGLE
    face = faces().regular
    for item in listed(recipients):
        for text in lines_of(clean(f"- {item}"), face, 11, width - 6 * MM):
            lines.append(Set(text, 0, down, (face, 11), middle=False))
            down += 11 * SINGLE
    return lines, lines[-1].down
