"""A document put together as a Word file: its sections, blocks and facts; it prints nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from digicommune.documents.description import (
    Block,
    BulletItem,
    Chart,
    Document,
    Heading,
    Note,
    Paragraph,
    Photo,
    Run,
    Subheading,
    Table,
    with_end_mark,
)
from digicommune.documents.phrases import listed
from digicommune.documents.press.flow import Spacing
from digicommune.documents.press.printing import spacings
from digicommune.documents.press.prose import GAP, INDENT, NOTED, SIZE
from digicommune.documents.press.sheet import FORMATS, MM, Format
from digicommune.documents.press.texts import composed
from digicommune.documents.word import fixed
from digicommune.documents.word.marks import Set, para, runs, thin, twips
from digicommune.documents.word.package import (
    NO_FOOT,
    NO_HEAD,
    PAGE_NUMBER,
    TOLD,
    Facts,
    Parts,
    packed,
)
from digicommune.documents.word.pictures import chart, photo
from digicommune.documents.word.tables import ROWS_AT_ONCE, grid
from digicommune.domain.progress import SCALE, Progress, stage

_LANGUAGES = {"vi": "vi-VN", "en": "en-US"}
# The header begins so deep that the number's baseline is where the press draws it.
_HEADER_DEPTH = 8.6 * MM
# Stretches of what every paper has (head, title, addressees, end), and of a table beside its rows.
_FIXED, _A_TABLE = 5, 4
# Letters of a line of the body, the first-line indent taken off.
_A_LINE = 68
# Parts of the scale of progress: writing the text, packing it into the file.
_TEXT, _PACKING = (0, 500), (500, SCALE)


@dataclass(frozen=True, slots=True)
class Section:
    """What a stretch of the file is written with: its width, how openly, where pictures go."""

    width: float
    spacing: Spacing
    parts: Parts


@dataclass(frozen=True, slots=True)
class Written:
    """A section: its text in stretches, how its sheets lie, its first page's footer and header."""

    text: Iterable[str]
    form: Format
    foot: str
    head: str = NO_HEAD


def write_document(document: Document, progress: Progress) -> bytes:
    """The whole file: the main text, then each annex in a section that numbers pages anew."""
    return write_many((document,), "", progress)


def write_many(documents: Sequence[Document], named: str, progress: Progress) -> bytes:
    """Documents one after another in one file, called ``named``, or as the first where empty."""
    parts = Parts()
    total = sum(map(_stretches, documents))
    told = stage(progress, _TEXT)
    for done, text in enumerate(_joined(documents, parts), start=1):
        parts.body.add(text)
        told(done, total, TOLD)
    facts = _facts(documents[0])
    facts = replace(facts, title=composed(named)) if named else facts
    return packed(parts, facts, stage(progress, _PACKING))


def _stretches(document: Document) -> int:
    """About how many stretches of text a document comes in."""
    tables = sum(isinstance(block, Table) for block in document.every_block)
    blocks = len(document.every_block) + _A_TABLE * tables + len(document.bases)
    return _FIXED + blocks + 2 * len(document.annexes) + document.row_count // ROWS_AT_ONCE


def _sections(document: Document, parts: Parts) -> Iterable[Written]:
    main, *annexes = spacings(document)
    form = FORMATS[document.orientation]
    foot = parts.footer(fixed.foot_lines(document))
    head = parts.header(fixed.circulation(document, form.measure))
    yield Written(_main(document, Section(form.measure, main, parts)), form, foot, head)
    for annex, spacing in zip(document.annexes, annexes, strict=True):
        form = FORMATS[annex.orientation]
        section = Section(form.measure, spacing, parts)
        blocks = _blocks(with_end_mark(annex.blocks), section)
        yield Written(chain((fixed.annex_title(annex, form.measure),), blocks), form, NO_FOOT)


def _facts(document: Document) -> Facts:
    return Facts(
        title=composed(document.name),
        author=composed(document.metadata.author or " ".join(document.header.agency)),
        keywords=", ".join(composed(word) for word in document.metadata.keywords),
        language=_LANGUAGES.get(document.language, document.language),
    )


def _main(document: Document, section: Section) -> Iterable[str]:
    width = section.width
    yield fixed.head_table(document, width)
    yield fixed.title_lines(document, width)
    yield fixed.addressed(document, width)
    if document.authority:
        yield fixed.middle_lines(Subheading(document.authority), width, gap=14)
    for one in listed(document.bases):
        yield para(runs((Run(one, italic=True),), SIZE), _body(section))
    if document.enacting:
        yield fixed.middle_lines(Subheading((document.enacting,)), width)
    end = fixed.ending(document, width)
    yield from _blocks(with_end_mark(document.blocks), section, signed=bool(end))
    yield end


def _blocks(blocks: tuple[Block, ...], section: Section, *, signed: bool = False) -> Iterable[str]:
    tail = len(blocks) - _tail(blocks) if signed else len(blocks)
    for place, block in enumerate(blocks):
        last = place >= tail
        if isinstance(block, Table):
            yield from grid(block, section.width, section.spacing, last=last)
        elif isinstance(block, Chart):
            yield chart(block, section.width, section.parts)
        elif isinstance(block, Photo):
            yield photo(block, section.width, section.parts)
        elif isinstance(block, Subheading):
            yield fixed.middle_lines(block, section.width)
        elif isinstance(block, Heading):
            yield _heading(block, section)
        else:
            yield _text(block, section, last=last)


def _tail(blocks: tuple[Block, ...]) -> int:
    """How many blocks at the end stay with the signature: single lines and what stands above."""
    count = 1
    while count < len(blocks) and _slight(blocks[-count]):
        count += 1
    return count


def _slight(block: Block) -> bool:
    """Whether a block is a remark or about a line long: too little beside a signature alone."""
    if isinstance(block, Note):
        return True
    if not isinstance(block, Paragraph | BulletItem):
        return False
    return sum(len(one.text) for one in block.runs) < _A_LINE


def _body(section: Section) -> Set:
    return Set(before=GAP, lines=section.spacing.lines, first=INDENT)


def _heading(block: Heading, section: Section) -> str:
    level = min(max(block.level, 1), 3)
    run = Run(block.text, bold=level < 3, italic=level == 3)
    how = replace(_body(section), align="left", style=f"Heading{level}")
    return para(runs((run,), SIZE), how)


def _text(block: Paragraph | BulletItem | Note, section: Section, *, last: bool) -> str:
    noted = isinstance(block, Note)
    how = replace(_body(section), before=NOTED.gap if noted else GAP, keep_next=last)
    lead = (Run("- "),) if isinstance(block, BulletItem) else ()
    return para(runs((*lead, *block.runs), NOTED.size if noted else SIZE), how)


def _joined(documents: Sequence[Document], parts: Parts) -> Iterable[str]:
    """The text of all sections in stretches, each section but the last ended by a paragraph."""
    said = ""
    for document in documents:
        for one in _sections(document, parts):
            if said:
                yield para("", Set(exact=1), said)
            yield from one.text
            said = _section(one, first=not said)
    yield thin() + said


def _section(one: Written, *, first: bool) -> str:
    """Later sections take the header of the first; each says its own footer."""
    form = one.form
    header = f'<w:headerReference w:type="default" r:id="{PAGE_NUMBER}"/>' if first else ""
    header += f'<w:headerReference w:type="first" r:id="{one.head}"/>'
    footer = f'<w:footerReference w:type="first" r:id="{one.foot}"/>'
    turned = ' w:orient="landscape"' if form.width > form.height else ""
    foot = 10 * MM if one.foot == NO_FOOT else form.bottom
    margins = (
        f'w:top="{twips(form.top)}" w:right="{twips(form.right)}"'
        f' w:bottom="{twips(form.bottom)}" w:left="{twips(form.left)}"'
        f' w:header="{twips(_HEADER_DEPTH)}" w:footer="{twips(foot)}" w:gutter="0"'
    )
    return (
        f'<w:sectPr>{header}{footer}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(form.width)}" w:h="{twips(form.height)}"{turned}/>'
        f'<w:pgMar {margins}/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )
