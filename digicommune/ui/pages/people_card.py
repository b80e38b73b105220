"""One person beside the list: masked numbers, accounts, facts, household, history; it asks none."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from digicommune.domain.people import mask_tail
from digicommune.domain.people_cards import born
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.people_facts import FactsBox
from digicommune.ui.pages.people_history import history_lines
from digicommune.ui.pages.register_card import (
    MOST_HISTORY,
    NumberLine,
    RegisterView,
    where_from,
)
from digicommune.ui.views.chips import chip, set_chip
from digicommune.ui.views.frames import column, empty_layout, row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digicommune.domain.people import Account, Resident
    from digicommune.domain.people_cards import PersonCard
    from digicommune.operations.people_filters import Fact


class PersonView(RegisterView):
    """A person; ``revealed`` tells "cccd", "cmnd" or "phone"."""

    opened = Signal(int)  # somebody of the household

    def __init__(self) -> None:
        super().__init__(tr("Phiếu người dân"), tr("Sửa họ tên, số, hộ, nơi ở của người này"))
        self.card: PersonCard | None = None
        self._name = plain.label("", "heading", wrap=True)
        self._state = chip("", "muted")
        self._facts = plain.label("", "soft", wrap=True)
        self.facts = FactsBox()
        head = column(self._name, self._facts, row(self._state, 1), gap=4)
        self.lay_out(head, self.facts, 16)

    def show_card(self, card: PersonCard, facts: Sequence[Fact], banks: Mapping[str, str]) -> None:
        """Shows a person; numbers are masked again."""
        self.card = card
        person = card.person
        self._name.setText(plain.cut(person.full_name))
        said, tone = words.residence(person.residence)
        since = words.day(person.residence_on)
        set_chip(
            self._state,
            tr("{state} từ {day}").format(state=said, day=since) if since else said,
            tone,
        )
        self._facts.setText(plain.cut(_about(card)))
        self._show_numbers(person)
        self.facts.show_facts(card, facts)
        empty_layout(self._parts)
        self._show_accounts(card, banks)
        self._show_household(card)
        self._show_source(card)
        self._show_history(card, facts)

    # --- parts

    def _show_numbers(self, person: Resident) -> None:
        told = (
            NumberLine("cccd", tr("Số CCCD"), mask_tail(person.cccd)),
            NumberLine("cmnd", tr("Số CMND"), mask_tail(person.cmnd)),
            NumberLine("phone", tr("Điện thoại"), mask_tail(person.phone, 3, 3)),
        )
        self.show_numbers(one for one in told if one.text or one.key != "cmnd")

    def _show_accounts(self, card: PersonCard, banks: Mapping[str, str]) -> None:
        lines = [_account(one, card, banks) for one in card.accounts]
        self.add_section(tr("Tài khoản ngân hàng"), lines or [tr("Chưa có tài khoản nào.")])

    def _show_household(self, card: PersonCard) -> None:
        if not card.household:
            return
        self._parts.addWidget(plain.label(tr("Cùng hộ"), "caps"))
        for one in card.household:
            made = plain.button(f"{one.name} · {one.born}", "choice")
            made.clicked.connect(partial(self._open, one.number))
            self._parts.addWidget(made)

    def _open(self, number: int, _checked: bool = False) -> None:
        self.opened.emit(number)

    def _show_source(self, card: PersonCard) -> None:
        source = where_from(card.person.source, card.sources)
        self.add_section(tr("Từ đâu"), [source or tr("Ghi tay")])

    def _show_history(self, card: PersonCard, facts: Sequence[Fact]) -> None:
        names = {one.code: one.name for one in facts}
        lines = history_lines(card.history[:MOST_HISTORY], names)
        self.add_section(tr("Lịch sử"), lines or [tr("Chưa có thay đổi nào từ khi nhập.")])


def _about(card: PersonCard) -> str:
    person = card.person
    place = ", ".join(part for part in (person.lane, person.address) if part)
    home = tr("hộ số {number}").format(number=person.household) if person.household else ""
    head = tr("chủ hộ") if person.is_head else ""
    parts = (person.sex or "", born(person), card.village, place, home, head, person.note or "")
    return " · ".join(part for part in parts if part)


def _account(one: Account, card: PersonCard, banks: Mapping[str, str]) -> str:
    bank = banks.get(one.bank_bin or "", one.bank_bin or tr("không rõ ngân hàng"))
    day = tr("mở {day}").format(day=words.day(one.opened_on)) if one.opened_on else ""
    parts = (bank, mask_tail(one.number), day, where_from(one.source, card.sources))
    return " · ".join(part for part in parts if part)
