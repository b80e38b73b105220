"""The parts of a report: sections whose generated text an officer may rewrite; it words none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digicommune.documents.description import (
    Block,
    BulletItem,
    Heading,
    Paragraph,
    bullet,
    paragraph,
)
from digicommune.documents.phrases import roman


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of text under one heading, ``told`` as generated from the snapshot.

    ``stays`` (charts, tables) is printed whatever was typed; a ``fixed`` section cannot be typed
    over; ``words`` holds no figure, so what was typed is worth offering for the next period.
    What is typed into a section that stands ``elsewhere`` is printed by an annex.
    """

    code: str
    title: str
    told: tuple[Block, ...]
    heading: str = ""
    stays: tuple[Block, ...] = ()
    words: bool = False
    fixed: bool = False
    elsewhere: bool = False

    def printed(self, typed: Mapping[str, str]) -> tuple[Block, ...]:
        """What stands on paper: the officer's text where there is any, else the generated one."""
        if self.elsewhere:
            return ()
        own = () if self.fixed else blocks_of_text(typed.get(self.code, ""))
        return (own or self.told) + self.stays


@dataclass(frozen=True, slots=True)
class Part:
    """Sections under one numbered heading; ``on_demand``: printed only where something is typed."""

    heading: str
    sections: tuple[Section, ...]
    on_demand: bool = False

    def shown(self, typed: Mapping[str, str]) -> bool:
        """Whether anything of it is printed."""
        if self.on_demand and not any(typed.get(one.code, "").strip() for one in self.sections):
            return False
        return any(one.printed(typed) for one in self.sections)


def written(parts: Sequence[Part]) -> tuple[Section, ...]:
    """The sections an officer may write."""
    return tuple(one for part in parts for one in part.sections if not one.fixed)


def body_of(parts: Sequence[Part], typed: Mapping[str, str]) -> tuple[Block, ...]:
    """The body: Roman numbers for the parts that are printed, Arabic for the headings in them."""
    blocks: list[Block] = []
    place = 0
    for part in parts:
        if not part.shown(typed):
            continue
        if part.heading:
            place += 1
            blocks.append(Heading(f"{roman(place)}. {part.heading}"))
        blocks += _told(part.sections, typed)
    return tuple(blocks)


def _told(sections: Sequence[Section], typed: Mapping[str, str]) -> list[Block]:
    blocks: list[Block] = []
    place, last = 0, ""
    for one in sections:
        printed = one.printed(typed)
        if not printed:
            continue
        if one.heading and one.heading != last:
            place, last = place + 1, one.heading
            blocks.append(Heading(f"{place}. {one.heading}", 2))
        blocks += printed
    return blocks


def lines_typed(typed: Mapping[str, str], section: str) -> tuple[str, ...]:
    """What was typed into a section, an item a line, without the dashes of a list."""
    lines = typed.get(section, "").splitlines()
    return tuple(line.strip().lstrip("-+• ") for line in lines if line.strip())


def blocks_of_text(text: str) -> tuple[Block, ...]:
    """What an officer wrote, a paragraph a line; a line beginning with a dash is an item."""
    lines = (line.strip() for line in text.splitlines())
    return tuple(_line(line) for line in lines if line)


def _line(text: str) -> Paragraph | BulletItem:
    return bullet(text[1:].strip()) if text.startswith(("-", "+", "•")) else paragraph(text)


def text_of_blocks(blocks: Sequence[Block]) -> str:
    """Text blocks as an officer edits them; the way back is ``blocks_of_text``."""
    lines = []
    for one in blocks:
        if isinstance(one, Paragraph | BulletItem):
            told = "".join(run.text for run in one.runs)
            lines.append(f"- {told}" if isinstance(one, BulletItem) else told)
    return "\n".join(lines)
