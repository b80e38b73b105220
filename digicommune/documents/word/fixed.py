"""Letterhead, title, addressees and signatures of a Word file, placed as the press places them."""

from __future__ import annotations

from digicommune.documents.description import Annex, Document, Placed, Subheading
from digicommune.documents.phrases import listed
from digicommune.documents.press.circulation import note_edges
from digicommune.documents.press.closing import closing
from digicommune.documents.press.letter import (
    AGENCY_SHARE,
    addressees,
    annex_head,
    centred,
    letterhead,
    title,
)
from digicommune.documents.press.plate import RECIPIENT_SHARE, Plate
from digicommune.documents.press.sheet import MM
from digicommune.documents.word.marks import (
    Frame,
    Look,
    Set,
    boxed,
    cell,
    para,
    row,
    ruled_above,
    run,
    table,
    thin,
)
from digicommune.documents.word.plates import Strip, lines_stacked, stacked, stacked_whole

_RED = "FF0000"
_STAMP_SPACE = 4
FOOT_SIZE = 11


def head_table(document: Document, width: float) -> str:
    """Agency and country above, number and date below, then the stamp of urgency."""
    plate = letterhead(document, width)
    share = width * AGENCY_SHARE
    strips = Strip(0, share), Strip(share, width - share)
    upper, lower = _parted(plate)
    rows = [row([cell(stacked(upper, one), one.width) for one in strips])]
    if lower.lines:
        top = max(one.down for one in upper.rules)
        below = [Strip(one.left, one.width, top) for one in strips]
        rows.append(row([cell(stacked(lower, one), one.width) for one in below]))
    made = table(rows, Frame((share, width - share))) + thin()
    return made + (_stamp(plate, width) if plate.stamp else "")


def _parted(plate: Plate) -> tuple[Plate, Plate]:
    """What stands above the last rule, and number, date and subject below it."""
    last = max(one.down for one in plate.rules)
    above = tuple(one for one in plate.lines if one.down <= last)
    below = tuple(one for one in plate.lines if one.down > last)
    return Plate(above, plate.rules, last), Plate(below, (), plate.height)


def _stamp(plate: Plate, width: float) -> str:
    stamp = plate.stamp
    if stamp is None:
        return ""
    how = Set(
        align="center",
        before=6,
        left=_STAMP_SPACE,
        right=width - stamp.width + _STAMP_SPACE,
        borders=boxed(_RED, _STAMP_SPACE),
    )
    return para(run(stamp.text, Look(13, bold=True, colour=_RED)), how)


def title_lines(document: Document, width: float) -> str:
    """Kind and trích yếu; nothing for a công văn, whose subject stands under the number."""
    if document.title.placed is not Placed.CENTRED:
        return ""
    plate = title(document, width)
    return stacked_whole(plate, width, plate.gap)


def annex_title(annex: Annex, width: float) -> str:
    """ "Phụ lục I", its title and reference."""
    return stacked_whole(annex_head(annex, width), width)


def middle_lines(block: Subheading, width: float, gap: float = 12) -> str:
    """Centred bold lines."""
    return stacked(centred(block, width, gap), Strip(0, width), gap)


def addressed(document: Document, width: float) -> str:
    """ "Kính gửi:" and the addressees, one a paragraph."""
    if not document.addressees:
        return ""
    plate, names = addressees(document, width), document.addressees
    look, start = Look(14), plate.lines[0].at
    if len(names) == 1:
        hanging = Set("left", before=plate.gap, left=start, keep_next=True)
        return para(run(f"{document.addressed} {names[0]}", look), hanging)
    label = para(
        run(document.addressed, look), Set("left", before=plate.gap, left=start, keep_next=True)
    )
    under = Set("left", before=1, left=plate.lines[1].at, keep_next=True)
    return label + "".join(para(run(f"- {one}", look), under) for one in listed(names))


def ending(document: Document, width: float) -> str:
    """Signatures and recipients in one row of a table, which no page divides."""
    plate = closing(document, width)
    if plate is None:
        return ""
    above = thin(before=plate.gap, keep_next=True)
    if document.signatures:
        return above + _abreast(document, plate, width)
    left = width * RECIPIENT_SHARE
    right = Strip(left, width - left)
    signed = [one for one in plate.lines if one.middle]
    cells = [
        cell(_received(document), left),
        cell(lines_stacked(signed, right), right.width),
    ]
    return above + table([row(cells)], Frame((left, right.width)))


def _abreast(document: Document, plate: Plate, width: float) -> str:
    signed = [one for one in plate.lines if one.middle]
    places = sorted({round(one.at, 2) for one in signed})
    share = width / len(places)
    strips = [Strip(share * place, share) for place in range(len(places))]
    cells = [
        cell(lines_stacked([one for one in signed if strip.holds(one.at)], strip), share)
        for strip in strips
    ]
    made = table([row(cells)], Frame((share,) * len(places)))
    return made + (thin(before=8) + _received(document) if document.recipients else "")


def _received(document: Document) -> str:
    if not document.recipients:
        return ""
    # Its baseline is level with the capacity line, which is set two points larger.
    label = para(run("Nơi nhận:", Look(12, bold=True, italic=True)), Set("left", before=1.8))
    items = (para(run(f"- {one}", Look(11)), Set("left")) for one in listed(document.recipients))
    drafted = para(run(document.drafted, Look(11)), Set("right", right=6 * MM))
    return label + "".join(items) + (drafted if document.drafted else "")


def circulation(document: Document, width: float) -> str:
    """The boxed note above the head, for the header of the first page (box 11)."""
    note = document.circulation
    if note is None:
        return ""
    left, right = note_edges(note, width)
    how = Set("center", left=left, right=right, borders=boxed("000000", _STAMP_SPACE))
    return para(run(note.value, Look(13, bold=True)), how)


def foot_lines(document: Document) -> str:
    """The address under a rule as wide as the text (box 13)."""
    lines = [run(text, Look(FOOT_SIZE)) for text in document.foot]
    return "".join(
        para(line, Set("left", borders=ruled_above() if place == 0 else ""))
        for place, line in enumerate(lines)
    )
