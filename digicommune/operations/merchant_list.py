"""Prints the list of shops with payment codes; the print is noted, the list is not kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from digicommune.documents import merchant_list
from digicommune.documents.pdf import render_pdf
from digicommune.domain.merchant_cards import (
    PERSONAL_TAX_CODE,
    Printed,
    PrintedRegister,
    PrintedVillage,
)
from digicommune.domain.periods import parse_period
from digicommune.domain.progress import SCALE, Counted, Progress, no_progress, stage
from digicommune.domain.registers import MerchantQuery
from digicommune.domain.village_changes import places
from digicommune.operations.figures import find_village
from digicommune.operations.reports import MadeDocument, file_name
from digicommune.settings import today

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.documents.merchant_list import MerchantListWords
    from digicommune.domain.merchants import Merchant

KIND: Final = merchant_list.KIND
# Parts of the scale of progress, and shops read between two reports of it.
_READING, _PRINTING = (0, 250), (250, SCALE)
_AT_ONCE: Final = 1_000
_LONG_NUMBER = re.compile(r"\d[\d .-]{7,}\d")  # a phone, an account, a personal number


@dataclass(frozen=True, slots=True)
class ListRequest:
    """Of what period's end the list is (None: of today), and of which village alone."""

    period: str | None = None
    village: str | None = None


def make(store: Store, request: ListRequest, progress: Progress = no_progress) -> MadeDocument:
    """The active shops by village as PDF; the journal keeps who printed how many.

    It counts as the indicator of shops that accept payment by QR does, on the same day. Raises
    ``UserError`` ``village_unknown``, ``period_unknown``.
    """
    words = merchant_list.shipped_words()
    register = _register(store, request, words, stage(progress, _READING))
    described = merchant_list.compose(register, words)
    pdf = render_pdf(described, stage(progress, _PRINTING))
    title = " ".join(
        part for part in (words.title, request.village, f"{register.as_of:%Y-%m-%d}") if part
    )
    shops = sum(len(one.shops) for one in register.villages)
    with store.unit() as unit:
        told = {"kind": KIND, "as_of": register.as_of, "shops": shops}
        unit.journal.note("print", KIND, after=told)
    return MadeDocument(0, title, file_name(title), pdf, described)


def _register(
    store: Store, request: ListRequest, words: MerchantListWords, progress: Progress
) -> PrintedRegister:
    as_of = min(today(), parse_period(request.period).end) if request.period else today()
    with store.glance() as unit:
        commune = unit.office.commune()
        villages = unit.villages.all(as_of)
        if request.village:
            villages = (find_village(unit, request.village),)
        read = Counted(progress, 2 * unit.merchants.count(), "Đọc sổ hộ kinh doanh")
        by_place = _by_place(unit, as_of, read)
        telling = _Telling(unit, as_of, words)
        named = [(one.village_id, one.name) for one in villages]
        if not request.village:
            named.append((0, "Chưa rõ thôn"))
        listed = tuple(
            PrintedVillage(name, tuple(telling.all_of(by_place.get(number, ()), read)))
            for number, name in named
        )
    return PrintedRegister(
        commune.kind, commune.name, listed, as_of, today(), commune.chairman or ""
    )


def _by_place(unit: Unit, as_of: date, read: Counted) -> dict[int, list[Merchant]]:
    """Village of the day (0: not known) -> the shops that trade on it, by name."""
    where = places(unit.villages.all(), unit.villages.successions(), as_of)
    found: dict[int, list[Merchant]] = {}
    for one in _everyone(unit, read):
        if one.state == "active" or (one.closed_on is not None and one.closed_on > as_of):
            found.setdefault(where.get(one.village_id or 0) or 0, []).append(one)
    return found


def _everyone(unit: Unit, read: Counted) -> Iterator[Merchant]:
    """All shops by name, read in portions: a long register can be stopped on the way."""
    read(0)
    offset = 0
    while some := unit.merchants.list(MerchantQuery(limit=_AT_ONCE, offset=offset)):
        yield from some
        offset += len(some)
        read(len(some))


class _Telling:
    """How a shop stands on the list of a day."""

    def __init__(self, unit: Unit, as_of: date, words: MerchantListWords) -> None:
        self._as_of, self._sources = as_of, words.sources
        self._banks = {one.bin: one.short_name for one in unit.banks.all()}
        self._lists = {one.import_id: one.made_at for one in unit.imports.all()}

    def all_of(self, shops: Sequence[Merchant], read: Counted) -> Iterator[Printed]:
        """The shops of a village, in portions as they were read."""
        for start in range(0, len(shops), _AT_ONCE):
            some = shops[start : start + _AT_ONCE]
            yield from map(self.printed, some)
            read(len(some))

    def printed(self, one: Merchant) -> Printed:
        """What the list says of a shop; its code only where it counts on the day."""
        pays = one.qr_state == "in_use" and (one.qr_on is None or one.qr_on <= self._as_of)
        bank = self._banks.get(one.qr_bank_bin or "", "") or one.provider or ""
        return Printed(
            one.name,
            one.owner or "",
            _without_numbers(one.address),
            one.line or "",
            _business_code(one.tax_code),
            pays,
            bank if pays else "",
            bool(one.sound_box),
            one.qr_on if pays else None,
            self._source(one) if pays else "",
            _without_numbers(one.note),
        )

    def _source(self, one: Merchant) -> str:
        """The nearest witness: somebody tried it, a round saw it, a list brought it."""
        if one.qr_works and one.qr_checked_on:
            return self._sources["checked"].format(day=f"{one.qr_checked_on:%d/%m/%Y}")
        if one.visit in ("issued", "in_use") and one.visit_on:
            return self._sources["round"].format(day=f"{one.visit_on:%d/%m/%Y}")
        at = self._lists.get(one.qr_source.import_id) if one.qr_source else None
        if at is None:
            return self._sources["hand"]
        return self._sources["list"].format(day=f"{date.fromisoformat(at[:10]):%d/%m/%Y}")


def _business_code(code: str | None) -> str:
    """A tax code that is nobody's personal number."""
    if not code or (len(code) == PERSONAL_TAX_CODE and code.isdigit()):
        return ""
    return code


def _without_numbers(text: str | None) -> str:
    """A note without phones and accounts somebody wrote into it."""
    return _LONG_NUMBER.sub("…", text or "")
