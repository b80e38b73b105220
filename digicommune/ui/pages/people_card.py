"""One person beside the list: masked numbers, accounts, facts, household, history; it asks none."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from digicommune.domain.people import mask_tail
from digicommune.domain.people_cards import born
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.people_facts import FactsBox
from digicommune.ui.pages.people_history import history_lines
from digicommune.ui.views.chips import chip, set_chip
from digicommune.ui.views.frames import column, empty_layout, row, scrolled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digicommune.domain.people import Account, Resident, SourceRow
    from digicommune.domain.people_cards import PersonCard
    from digicommune.operations.people_filters import Fact

TOP = Qt.AlignmentFlag.AlignTop
MOST_HISTORY = 30


class PersonView(QFrame):
    """Tells what is wanted of the person shown; whoever made it does it."""

    revealed = Signal(str)  # "cccd", "cmnd", "phone"
    opened = Signal(int)  # somebody of the household
    edited = Signal()
    trashed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        plain.named(self, tr("Phiếu người dân"))
        self.card: PersonCard | None = None
        self._name = plain.label("", "heading", wrap=True)
        self._state = chip("", "muted")
        self._facts = plain.label("", "soft", wrap=True)
        self._numbers = QGridLayout()
        self.shown: dict[str, QLabel] = {}
        self.show_buttons: dict[str, QPushButton] = {}
        self.facts = FactsBox()
        self._parts = QVBoxLayout()
        self.edit = plain.button(tr("Sửa…"), "", tr("Sửa họ tên, số, hộ, nơi ở của người này"))
        self.edit.clicked.connect(lambda _checked: self.edited.emit())
        self.trash = plain.button(
            tr("Bỏ vào thùng rác"),
            "flat",
            tr("Không tính vào số liệu nữa; lấy lại được lúc nào cũng được"),
        )
        self.trash.clicked.connect(lambda _checked: self.trashed.emit())
        self._lay_out()

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

    def show_number(self, what: str, number: str) -> None:
        """A number in full, until another person is shown."""
        self.shown[what].setText(plain.cut(number))
        self.show_buttons[what].hide()

    # --- parts

    def _show_numbers(self, person: Resident) -> None:
        empty_layout(self._numbers)
        self.shown.clear()
        self.show_buttons.clear()
        told = (
            ("cccd", tr("Số CCCD"), mask_tail(person.cccd)),
            ("cmnd", tr("Số CMND"), mask_tail(person.cmnd)),
            ("phone", tr("Điện thoại"), mask_tail(person.phone, 3, 3)),
        )
        for at, (key, title, masked) in enumerate(
            one for one in told if one[2] or one[0] != "cmnd"
        ):
            self._numbers.addWidget(plain.label(title, "soft"), at, 0)
            self.shown[key] = plain.label(masked or tr("chưa có"), "" if masked else "soft")
            self.shown[key].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._numbers.addWidget(self.shown[key], at, 1)
            if masked:
                self._numbers.addWidget(self._show_button(key, title), at, 2)

    def _show_button(self, key: str, title: str) -> QPushButton:
        made = plain.button(tr("Hiện số"), "link", tr("Nhật ký ghi lại ai đã xem số của ai"))
        plain.named(made, f"{tr('Hiện số')}: {title}")
        made.clicked.connect(partial(self._reveal, key))
        self.show_buttons[key] = made
        return made

    def _reveal(self, key: str, _checked: bool = False) -> None:
        self.revealed.emit(key)

    def _show_accounts(self, card: PersonCard, banks: Mapping[str, str]) -> None:
        lines = [_account(one, card, banks) for one in card.accounts]
        self._section(tr("Tài khoản ngân hàng"), lines or [tr("Chưa có tài khoản nào.")])

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
        self._section(tr("Từ đâu"), [source or tr("Ghi tay")])

    def _show_history(self, card: PersonCard, facts: Sequence[Fact]) -> None:
        names = {one.code: one.name for one in facts}
        lines = history_lines(card.history[:MOST_HISTORY], names)
        self._section(tr("Lịch sử"), lines or [tr("Chưa có thay đổi nào từ khi nhập.")])

    def _section(self, title: str, lines: Sequence[str]) -> None:
        self._parts.addWidget(plain.label(title, "caps"))
        for line in lines:
            self._parts.addWidget(plain.label(line, wrap=True))
        self._parts.addSpacing(8)

    def _lay_out(self) -> None:
        self._numbers.setHorizontalSpacing(12)
        self._numbers.setColumnStretch(1, 1)
        self._parts.setSpacing(4)
        inside = QWidget()
        within = column(self._numbers, self.facts, self._parts, 1, gap=16)
        within.setContentsMargins(0, 0, 8, 0)
        inside.setLayout(within)
        head = column(self._name, self._facts, row(self._state, 1), gap=4)
        layout = column(head, scrolled(inside), row(self.edit, 1, self.trash), gap=12)
        layout.setContentsMargins(16, 16, 8, 12)
        self.setLayout(layout)


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


def where_from(source: SourceRow | None, files: Mapping[int, str]) -> str:
    """The file and row a thing came from."""
    if source is None:
        return ""
    file = files.get(source.import_id, tr("lần nhập {number}").format(number=source.import_id))
    return tr("{file}, dòng {row}").format(file=file, row=source.row)
