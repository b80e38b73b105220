"""The list of shops with payment codes, by village with subtotals; it prints nobody's number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.documents.description import (
    Align,
    Column,
    Document,
    Metadata,
    Orientation,
    Row,
    RowKind,
    SignatureBlock,
    Table,
    Title,
    note,
    paragraph,
)
from digicommune.documents.figure_words import day
from digicommune.documents.table_columns import without_empty
from digicommune.documents.telling import agency_of, commune_of, head_of
from digicommune.documents.wording import read_words
from digicommune.domain.numbers import vi_int, vi_percent
from digicommune.settings import resources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digicommune.documents.description import Block
    from digicommune.domain.merchant_cards import Printed, PrintedRegister, PrintedVillage

KIND = "danh-sach-ho-kinh-doanh"
DECIMALS = 2
# How a column stands and its share of the width; the order is that of the page.
COLUMNS = {
    "place": (Align.CENTER, 0.5),
    "name": (Align.LEFT, 2.4),
    "owner": (Align.LEFT, 2.1),
    "village": (Align.LEFT, 1.4),
    "address": (Align.LEFT, 1.3),
    "line": (Align.LEFT, 1.7),
    "tax_code": (Align.CENTER, 1.4),
    "has_qr": (Align.CENTER, 0.6),
    "bank": (Align.LEFT, 1.4),
    "sound_box": (Align.CENTER, 1.0),
    "issued_on": (Align.CENTER, 1.3),
    "source": (Align.LEFT, 2.2),
    "note": (Align.LEFT, 1.0),
}

# Columns that are left out where no shop has anything to say in them.
OPTIONAL = tuple(
    at
    for at, key in enumerate(COLUMNS)
    if key
    in {
        "address",
        "tax_code",
        "sound_box",
        "issued_on",
        "note",
    }
)


@dataclass(frozen=True, slots=True)
class MerchantListWords:
    """The words of the list; ``sources`` tell where it is known from that a shop has its code."""

    code: str
    title: str
    language: str
    kind: str
    subject: tuple[str, ...]
    subtotal: str
    total: str
    share: str
    nobody: str
    counting: str
    private: str
    tick: str
    signs: tuple[str, ...]
    capacity: tuple[str, ...]
    columns: dict[str, str]
    sources: dict[str, str]
    verified: bool = False


def shipped_words() -> MerchantListWords:
    """The words that come with the program; raises ``UserError`` ``bad_pack``."""
    return read_words(resources() / "packs" / "wording" / "merchant_list.toml", MerchantListWords)


def compose(register: PrintedRegister, words: MerchantListWords) -> Document:
    """A landscape list without number: it is handed in beside a report, not registered itself."""
    commune = commune_of(register.commune_kind, register.commune_name)
    places = {"commune": commune, "day": day(register.as_of)}
    return Document(
        header=head_of(register.commune_kind, register.commune_name),
        number=None,
        title=Title(words.kind, tuple(line.format_map(places) for line in words.subject)),
        blocks=_blocks(register, words),
        date=register.printed_on,
        signatures=(SignatureBlock(words.signs), SignatureBlock(words.capacity, register.chairman)),
        orientation=Orientation.LANDSCAPE,
        language=words.language,
        metadata=Metadata(agency_of(register.commune_kind, register.commune_name), (KIND,)),
    )


def _blocks(register: PrintedRegister, words: MerchantListWords) -> tuple[Block, ...]:
    if not any(one.shops for one in register.villages):
        return (paragraph(words.nobody),)
    columns = tuple(Column(words.columns[key], *how) for key, how in COLUMNS.items())
    whole = Table(columns, tuple(_rows(register, words)), numbered=True)
    table = without_empty(whole, OPTIONAL)
    return table, note(words.counting), note(words.private)


def _rows(register: PrintedRegister, words: MerchantListWords) -> Iterator[Row]:
    place = 0
    for village in register.villages:
        for one in village.shops:
            place += 1
            yield Row(_cells(place, village.name, one, words.tick))
        if village.shops:
            said = words.subtotal.format_map({"village": village.name})
            yield _sum(said, RowKind.SUBTOTAL, (village,), words)
    yield _sum(words.total, RowKind.TOTAL, register.villages, words)


def _sum(
    said: str, kind: RowKind, villages: tuple[PrintedVillage, ...], words: MerchantListWords
) -> Row:
    with_qr = sum(one.with_qr for one in villages)
    shops = sum(len(one.shops) for one in villages)
    share = words.share.format_map({"with_qr": vi_int(with_qr), "shops": vi_int(shops)})
    percent = vi_percent(with_qr, shops, DECIMALS)
    return Row(("", said, f"{share} ({percent}%)", *[""] * (len(COLUMNS) - 3)), kind)


def _cells(place: int, village: str, one: Printed, tick: str) -> tuple[str, ...]:
    return (
        vi_int(place),
        one.name,
        one.owner,
        village,
        one.address,
        one.line,
        one.tax_code,
        tick if one.has_qr else "",
        one.bank,
        tick if one.sound_box else "",
        day(one.issued_on) if one.issued_on else "",
        one.source,
        one.note,
    )
