"""WordprocessingML of runs, paragraphs and tables as text; it knows no document and no page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from xml.sax.saxutils import escape

from digicommune.documents.description import Run
from digicommune.documents.press.texts import bound, composed

TEXT_END = "</w:t>"
BREAK = "<w:r><w:br/></w:r>"
_BORDER = '<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'
# Eighths of a point, as OOXML counts lines.
RULE_EIGHTHS, GRID_EIGHTHS, STAMP_EIGHTHS = 6, 4, 8


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks; size in points."""

    size: float = 14
    bold: bool = False
    italic: bool = False
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Set:
    """How a paragraph is set; lengths in points.

    ``lines`` is a part of single spacing, ``exact`` a height in points instead of it; ``borders``
    is the finished ``w:pBdr``; ``style`` a style id of the file ("Heading1").
    """

    align: str = "both"
    before: float = 0.0
    after: float = 0.0
    lines: float = 1.0
    exact: float = 0.0
    first: float = 0.0
    left: float = 0.0
    right: float = 0.0
    keep_next: bool = False
    style: str = ""
    borders: str = ""


def twips(points: float) -> int:
    """Twentieths of a point, as OOXML counts lengths."""
    return round(points * 20)


def run(text: str, look: Look) -> str:
    """One stretch of text."""
    return f'<w:r>{_look(look)}<w:t xml:space="preserve">{safe(text)}{TEXT_END}</w:r>'


def safe(text: str) -> str:
    """A text as it may stand in the file."""
    return escape(composed(text))


def runs(parts: tuple[Run, ...], size: float, *, bold: bool = False, italic: bool = False) -> str:
    """Runs of a document at one size."""
    return "".join(
        run(bound(composed(part.text)), Look(size, bold or part.bold, italic or part.italic))
        for part in parts
    )


def broken(texts: tuple[str, ...] | list[str], look: Look) -> str:
    """Lines of one paragraph, parted by line breaks."""
    return BREAK.join(run(text, look) for text in texts)


@cache
def _look(look: Look) -> str:
    half = round(look.size * 2)
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    italic = "<w:i/><w:iCs/>" if look.italic else ""
    colour = f'<w:color w:val="{look.colour}"/>' if look.colour else ""
    return f'<w:rPr>{bold}{italic}{colour}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>'


def para(content: str, how: Set, section: str = "") -> str:
    """One paragraph; ``section`` ends a section with it."""
    return f"<w:p><w:pPr>{_how(how)}{section}</w:pPr>{content}</w:p>"


@cache
def _how(how: Set) -> str:
    """The properties, in the order the schema asks for."""
    style = f'<w:pStyle w:val="{how.style}"/>' if how.style else ""
    keep = "<w:keepNext/>" if how.keep_next else ""
    indent = _indent(how)
    return f'{style}{keep}{how.borders}{_spacing(how)}{indent}<w:jc w:val="{how.align}"/>'


def _spacing(how: Set) -> str:
    if how.exact:
        line, rule = twips(how.exact), "exact"
    else:
        line, rule = round(how.lines * 240), "auto"
    return (
        f'<w:spacing w:before="{twips(how.before)}" w:after="{twips(how.after)}"'
        f' w:line="{line}" w:lineRule="{rule}"/>'
    )


def _indent(how: Set) -> str:
    first = f'w:firstLine="{twips(how.first)}"'
    if how.first < 0:
        first = f'w:hanging="{twips(-how.first)}"'
    return f'<w:ind w:left="{twips(how.left)}" w:right="{twips(how.right)}" {first}/>'


def thin(exact: float = 1.0, before: float = 0.0, *, keep_next: bool = False) -> str:
    """An empty paragraph that only parts two tables."""
    mark = '<w:rPr><w:sz w:val="2"/></w:rPr>'
    how = Set(exact=exact, before=before, keep_next=keep_next)
    return f"<w:p><w:pPr>{_how(how)}{mark}</w:pPr></w:p>"


def rule(how: Set) -> str:
    """A solid line as the lower border of an otherwise empty paragraph between its indents."""
    line = _BORDER.format(side="bottom", size=RULE_EIGHTHS, space=0, colour="000000")
    borders = f"<w:pBdr>{line}</w:pBdr>"
    mark = '<w:rPr><w:sz w:val="2"/></w:rPr>'
    return f"<w:p><w:pPr>{_keep(how)}{borders}{_spacing(how)}{_indent(how)}{mark}</w:pPr></w:p>"


def _keep(how: Set) -> str:
    return "<w:keepNext/>" if how.keep_next else ""


def boxed(colour: str, space: int) -> str:
    """The borders of a paragraph in a box."""
    sides = ("top", "left", "bottom", "right")
    lines = (
        _BORDER.format(side=side, size=STAMP_EIGHTHS, space=space, colour=colour) for side in sides
    )
    return f"<w:pBdr>{''.join(lines)}</w:pBdr>"


def ruled_above() -> str:
    """The border of a paragraph under a full-width line."""
    line = _BORDER.format(side="top", size=RULE_EIGHTHS, space=2, colour="000000")
    return f"<w:pBdr>{line}</w:pBdr>"


# --- tables ---


@dataclass(frozen=True, slots=True)
class Frame:
    """A table's widths in points, whether it shows its lines, and the padding of its cells."""

    widths: tuple[float, ...]
    lined: bool = False
    pad: float = 0.0


TABLE_END = "</w:tbl>"


def table(rows: list[str], frame: Frame) -> str:
    """A table of fixed widths out of finished rows."""
    return f"{table_start(frame)}{''.join(rows)}{TABLE_END}"


def table_start(frame: Frame) -> str:
    """What stands before the first row."""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in frame.widths)
    return f"<w:tbl>{_frame(frame)}<w:tblGrid>{grid}</w:tblGrid>"


def _frame(frame: Frame) -> str:
    wide = sum(twips(width) for width in frame.widths)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV") if frame.lined else ()
    lines = "".join(
        _BORDER.format(side=side, size=GRID_EIGHTHS, space=0, colour="000000") for side in sides
    )
    borders = f"<w:tblBorders>{lines}</w:tblBorders>" if lines else ""
    pad = twips(frame.pad)
    return (
        f'<w:tblPr><w:tblW w:w="{wide}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>{borders}'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:left w:w="{pad}" w:type="dxa"/><w:right w:w="{pad}" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>"
    )


def row(cells: list[str], *, head: bool = False, height: float = 0.0) -> str:
    """A row that is never divided between pages; a ``head`` is repeated on each."""
    high = f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>' if height else ""
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{high}{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def cell(content: str, width: float, upright: str = "top") -> str:
    """A cell of finished paragraphs; every cell has at least one."""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>'
        f'<w:vAlign w:val="{upright}"/></w:tcPr>{content or thin()}</w:tc>'
    )
