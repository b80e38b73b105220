"""A village's card on paper: profile, population, figures, criteria; it judges nothing itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from digicommune.documents.description import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Metadata,
    Row,
    Table,
    Title,
    paragraph,
)
from digicommune.documents.figure_words import day
from digicommune.documents.telling import agency_of, head_of
from digicommune.documents.wording import read_words
from digicommune.domain.numbers import vi_decimal, vi_int
from digicommune.settings import resources

if TYPE_CHECKING:
    from digicommune.domain.village_cards import CardFigure, ProfileItem, VillageCard
    from digicommune.domain.villages import Commune

KIND = "village-card"
YES = "1"


@dataclass(frozen=True, slots=True)
class CardWords:
    """The words of the card."""

    code: str
    title: str
    language: str
    kind: str
    subject: tuple[str, ...]
    former: str
    counted: str
    counted_home: str
    missing: str
    passed: str
    not_passed: str
    unknown: str
    yes: str
    no: str
    headings: dict[str, str]
    columns: dict[str, str]
    changes: dict[str, str]
    standings: dict[str, str]
    verdicts: dict[str, str]
    verified: bool = False

    def column(self, key: str, align: Align, weight: float) -> Column:
        """A column under its heading."""
        return Column(self.columns[key], align, weight)


def shipped_words() -> CardWords:
    """The words that come with the program; raises ``UserError`` ``bad_pack``."""
    return read_words(resources() / "packs" / "wording" / "village_card.toml", CardWords)


def compose(card: VillageCard, commune: Commune, printed_on: date, words: CardWords) -> Document:
    """A portrait page without number or signature: it informs, it decides nothing."""
    places = {"village": card.village.name, "period": card.period_title}
    return Document(
        header=head_of(commune.kind, commune.name),
        number=None,
        title=Title(words.kind, tuple(line.format_map(places) for line in words.subject)),
        blocks=tuple(_blocks(card, words)),
        date=printed_on,
        language=words.language,
        metadata=Metadata(agency_of(commune.kind, commune.name), (KIND, card.village.name)),
    )


def _blocks(card: VillageCard, words: CardWords) -> list[Block]:
    sections = [
        ("profile", _profile(card, words)),
        ("population", _population(card, words)),
        ("figures", _figures(card, words)),
        ("criteria", _criteria(card, words)),
        ("missing", _missing(card, words)),
    ]
    blocks = _about(card, words)
    told = [(name, section) for name, section in sections if section]
    for place, (name, section) in enumerate(told, start=1):
        title = words.headings[name].format_map({"title": card.criteria_title})
        blocks += [Heading(f"{place}. {title}"), *section]
    return blocks


def _missing(card: VillageCard, words: CardWords) -> list[Block]:
    names = "; ".join(card.missing)
    return [paragraph(words.missing.format_map({"names": names}))] if names else []


def _about(card: VillageCard, words: CardWords) -> list[Block]:
    told = []
    if card.village.former_commune:
        told.append(words.former.format_map({"name": card.village.former_commune}))
    for one in card.changes:
        key = f"{one.kind}_{'before' if one.before else 'after'}"
        told.append(
            words.changes[key].format_map({"names": ", ".join(one.names), "day": day(one.on)})
        )
    counted = card.counted
    sentence = words.counted if counted.away else words.counted_home
    told.append(
        sentence.format_map(
            {
                "people": vi_int(counted.people),
                "away": vi_int(counted.away),
                "shops": vi_int(counted.shops),
                "qr": vi_int(counted.shops_with_qr),
            }
        )
    )
    return [paragraph(" ".join(told))]


def _profile(card: VillageCard, words: CardWords) -> list[Block]:
    if not any(card.profile.values()):
        return []
    columns = (words.column("item", Align.LEFT, 1.2), words.column("value", Align.LEFT, 2.0))
    rows = tuple(
        Row((one.name, _value(one, card.profile.get(one.code, ""), words))) for one in card.items
    )
    return [Table(columns, rows)]


def _value(item: ProfileItem, value: str, words: CardWords) -> str:
    if not value:
        return words.unknown
    if item.kind == "yes_no":
        return words.yes if value == YES else words.no
    return value


def _population(card: VillageCard, words: CardWords) -> list[Block]:
    columns = (
        words.column("base", Align.LEFT, 2.0),
        words.column("count", Align.RIGHT, 0.8),
        words.column("as_of", Align.CENTER, 1.0),
        words.column("source", Align.LEFT, 3.2),
    )
    rows = tuple(
        Row(
            (
                card.base_names.get(one.base, one.base),
                vi_int(one.value),
                day(one.as_of),
                one.source,
            )
        )
        for one in card.population
    )
    return [Table(columns, rows)] if rows else []


def _figures(card: VillageCard, words: CardWords) -> list[Block]:
    columns = (
        words.column("indicator", Align.LEFT, 4.4),
        words.column("counts", Align.RIGHT, 1.2),
        words.column("percent", Align.RIGHT, 0.8),
        words.column("target", Align.RIGHT, 0.8),
        words.column("standing", Align.CENTER, 1.0),
    )
    rows = tuple(_figure(one, words) for one in card.figures if one.standing != "no_data")
    return [Table(columns, rows)] if rows else []


def _figure(one: CardFigure, words: CardWords) -> Row:
    figure = one.figure
    counts = ""
    if figure is not None:
        counts = vi_int(figure.numerator or 0)
        counts += f"/{vi_int(figure.denominator)}" if figure.denominator else ""
    percent = "" if one.percent is None else vi_decimal(one.percent)
    target = "" if one.target is None else vi_decimal(one.target)
    name = f"{one.name} ({one.base_name})"
    return Row((name, counts, percent, target, words.standings[one.standing]))


def _criteria(card: VillageCard, words: CardWords) -> list[Block]:
    if not card.criteria:
        return []
    columns = (
        words.column("criterion", Align.LEFT, 3.0),
        words.column("verdict", Align.CENTER, 1.2),
    )
    rows = tuple(
        Row((f"{one.code}. {one.name}", words.verdicts[one.verdict])) for one in card.criteria
    )
    met = sum(one.verdict == "met" for one in card.criteria)
    said = words.passed if card.passed else words.not_passed
    told = said.format_map({"met": vi_int(met), "of": vi_int(len(card.criteria))})
    return [paragraph(told), Table(columns, rows)]
