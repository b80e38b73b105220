"""Shops: found at every key, filtered, looked at, visited and edited beside the list."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from digicommune.domain.merchants import Merchant
from digicommune.domain.people_search import PeopleSearch
from digicommune.errors import UserError
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages import merchant_words
from digicommune.ui.pages.merchant_card import MerchantView
from digicommune.ui.pages.merchant_dialogs import MerchantDialogs
from digicommune.ui.pages.merchant_figures import MerchantFigures
from digicommune.ui.pages.merchant_filters import MerchantFilters
from digicommune.ui.pages.merchant_form import MerchantForm
from digicommune.ui.pages.merchant_rows import columns
from digicommune.ui.pages.outgoing import Outgoing, ask_and_save, workbooks
from digicommune.ui.pages.qr_buttons import qr_buttons
from digicommune.ui.pages.register_edits import RegisterEdits
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import EmptyState, column, page_layout, row
from digicommune.ui.views.search import SearchBox
from digicommune.ui.views.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from digicommune.domain.merchant_cards import (
        MerchantCard,
        MerchantFigure,
        MerchantLine,
        MerchantRegister,
    )
    from digicommune.domain.merchants import VisitState
    from digicommune.operations.merchants import Shown
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.merchant_calls import MerchantCalls
    from digicommune.ui.pages.qr_calls import CodeCalls

EVERY = 100_000  # more shops than any commune has


@dataclass(frozen=True, slots=True)
class _Answer:
    register: MerchantRegister
    search: PeopleSearch
    figures: tuple[MerchantFigure, ...]


class MerchantsPage(QWidget):
    """All shops in memory: 3,000 at most, found in a moment."""

    def __init__(self, desk: Desk, calls: MerchantCalls, codes: CodeCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self._period: str | None = None
        self._known: _Answer | None = None
        self._lines: dict[int, MerchantLine] = {}
        self._among: int | None = None
        self._wanted: int | None = None  # whose card is asked for
        edits = RegisterEdits[MerchantForm](self, desk, calls.take_back, self._show_of)
        self._edits = edits
        self._dialogs = MerchantDialogs(self, desk, calls)
        self.figures = MerchantFigures()
        self.table = Table(columns(), tr("Danh sách hộ kinh doanh"))
        self.table.sort_on_click()
        self.search = SearchBox(tr("Tên hộ, chủ hộ, ngành hàng, đuôi số…"))
        self.filters = MerchantFilters()
        self.view = MerchantView()
        self._count = plain.label("", "soft")
        self.check, self.stands = qr_buttons(self, desk, codes, self._villages)
        self._make_buttons()
        self._empty = self._empty_state()
        self._connect()
        self._lay_out()

    def refresh(self, period: str | None) -> None:
        """Asks every shop anew; the search is built on the worker."""
        self._period = period

        def call(_progress: object) -> _Answer:
            register = self._calls.register()
            return _Answer(register, PeopleSearch(register.findable), self._calls.figures(period))

        self._desk.run(Task(call=call, done=self._show, owner=self, topic="merchants"))

    def start_search(self) -> None:
        """Ctrl+F."""
        self.search.setFocus()
        self.search.selectAll()

    def open_place(self, place: str) -> None:
        """A shop by number ("merchants/12"), as other pages lead here."""
        if place.isdigit():
            self.open_shop(int(place))

    def open_shop(self, number: int) -> None:
        """Shows a shop's card."""
        self._wanted = number
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.card(number),
                done=self._show_card,
                owner=self,
                topic="card",
            )
        )

    # --- the list

    def _show(self, answer: _Answer) -> None:
        self._known = answer
        self._lines = {one.number: one for one in answer.register.lines}
        self.figures.show_figures(answer.figures)
        self.filters.fill(answer.register)
        there = bool(self._lines)
        self._empty.setVisible(not there)
        for part in (self.table, self.search, self.filters, self.figures, self.view, self._count):
            part.setVisible(there)
        for button in (self.export, self.paper, self.stands):
            button.setEnabled(there)
        if self._wanted is not None and self._wanted not in self._lines:
            self._wanted = None  # put away, or made one with another
        self._filter()
        if self._wanted is not None:
            self.open_shop(self._wanted)

    def _choose(self) -> None:
        """Another filter: the card is that of a shop it lets through."""
        self._filter()
        self._settle()

    def _filter(self) -> None:
        self._among = None
        if self._known is not None and self.filters.chosen:
            fits = self.filters.lets_through
            numbers = [one.number for one in self._lines.values() if fits(one)]
            self._among = self._known.search.among(numbers)
        self._find()

    def _find(self) -> None:
        if self._known is None:
            return
        found = self._known.search.find(self.search.text(), EVERY, self._among)
        lines = self._lines
        wanted = self._wanted
        self.table.blockSignals(True)  # the row that happens to stand there is nobody's choice
        self.table.show_rows([lines[number] for number in found.people])
        self.table.choose(lambda one: one.number == wanted)
        self.table.blockSignals(False)
        self._tell_count(found.people)
        if wanted is None:
            self._settle()

    def _settle(self) -> None:
        """Typing paused: the card is that of a shop listed."""
        shown = self.table.current()
        if self.table.rows.rowCount() and (shown is None or shown.number != self._wanted):
            self.table.selectRow(0)
            self._chosen(self.table.current())

    def _tell_count(self, shown: list[int]) -> None:
        lines = self._lines
        active = [lines[one] for one in shown if lines[one].state == "active"]
        using = sum(one.qr_state == "in_use" for one in active)
        said = tr("{shown} trên {all} hộ · {active} đang hoạt động · {using} nhận tiền qua QR")
        self._count.setText(
            said.format(
                shown=words.count(len(shown)),
                all=words.count(len(lines)),
                active=words.count(len(active)),
                using=words.count(using),
            )
        )

    def _chosen(self, line: MerchantLine) -> None:
        if line.number != self._wanted or self.view.card is None:
            self.open_shop(line.number)

    # --- one shop

    def _show_card(self, card: MerchantCard) -> None:
        if card.merchant.merchant_id == self._wanted:
            self.view.show_card(card)

    def _shop(self) -> Merchant | None:
        return self.view.card.merchant if self.view.card is not None else None

    def _reveal(self, what: Shown) -> None:
        shop = self._shop()
        if shop is None:
            return
        number = shop.merchant_id
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.reveal(number, what),
                done=partial(self.view.show_number, what),
                owner=self,
                topic=f"reveal {what}",
            )
        )

    def _step(self, code: VisitState, on: date, note: str) -> None:
        shop = self._shop()
        if shop is not None:
            number = shop.merchant_id
            said = tr("Đã ghi: {name}, {step}.").format(
                name=shop.name, step=merchant_words.bare_step(code)
            )
            self._note(number, lambda: self._calls.visit(number, code, on, note), said)

    def _close(self, on: date) -> None:
        shop = self._shop()
        if shop is not None:
            number = shop.merchant_id
            said = tr("Đã ghi {name} nghỉ từ {day}.").format(name=shop.name, day=words.day(on))
            self._note(number, lambda: self._calls.close(number, on), said)

    def _reopen(self) -> None:
        shop = self._shop()
        if shop is not None:
            number = shop.merchant_id
            said = tr("Đã ghi {name} hoạt động lại.").format(name=shop.name)
            self._note(number, lambda: self._calls.reopen(number), said)

    def _note(self, number: int, call: Callable[[], object], said: str) -> None:
        """Writes something of the shop shown; a refusal is told beside the buttons."""

        def done(_shop: object) -> None:
            self._edits.did(number, said)

        def failed(error: Exception) -> None:
            if isinstance(error, UserError):
                self.view.round.refuse(" ".join(self._desk.word(error)))
            else:
                self._desk.alert(error)

        self._edits.write(lambda _progress: call(), done, "note", failed)

    def _trash(self) -> None:
        shop = self._shop()
        if shop is not None:
            self._edits.put_away(shop.merchant_id, shop.name, self._calls.trash)

    def _edit(self) -> None:
        shop = self._shop()
        if shop is not None:
            self.open_form(shop)

    def open_form(self, shop: Merchant) -> MerchantForm:
        """Opens the form of a shop; number 0: a new one."""
        register = self._known.register if self._known else None
        villages = register.villages if register else ()
        form = MerchantForm(self, shop, villages, register.banks if register else ())
        return self._edits.open(
            form, self._calls.save, lambda saved: (saved.merchant_id, saved.name)
        )

    @property
    def form(self) -> MerchantForm | None:
        """The form that is open."""
        return self._edits.form

    def _show_of(self, number: int | None) -> None:
        """Whose card is shown from now on; that of nobody is cleared."""
        self._wanted = number
        if number is None:
            self.view.card = None

    # --- taking back

    def take_back(self) -> None:
        """Ctrl+Z: the last edit made on this page, of whichever shop."""
        self._edits.take_back()

    def do_again(self) -> None:
        """Ctrl+Y: what was taken back last."""
        self._edits.do_again()

    # --- what goes out, and dialogs

    def _villages(self) -> dict[int, str]:
        """Those of today, by number."""
        return dict(self._known.register.villages) if self._known else {}

    def outgoing(self) -> Outgoing:
        """The register as a file."""
        name = tr("Danh sách hộ kinh doanh") + ".xlsx"
        return Outgoing(tr("Xuất sổ hộ kinh doanh"), name, workbooks(), self._calls.export)

    def _export(self) -> None:
        ask_and_save(self, self._desk, self.outgoing())

    # --- laying out

    def _make_buttons(self) -> None:
        self.add = plain.button(tr("Thêm hộ"), "main")
        self.paper = plain.button(tr("In danh sách…"), "", tr("Danh sách hộ có mã QR theo thôn"))
        self.export = plain.button(tr("Xuất Excel…"), "", tr("Lưu cả sổ hộ kinh doanh thành tệp"))
        self.twins = plain.button(tr("Tìm hộ trùng…"), "flat")
        self.trash = plain.button(tr("Thùng rác…"), "flat")

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._find())
        self.search.searched.connect(lambda _text: self._settle())
        self.filters.changed.connect(self._choose)
        self.figures.asked.connect(lambda one: self._dialogs.trace(one, self._period))
        self.table.chosen.connect(self._chosen)
        self.table.activated.connect(lambda _index: self._edit())
        self.view.revealed.connect(self._reveal)
        self.view.edited.connect(self._edit)
        self.view.trashed.connect(self._trash)
        self.view.round.stepped.connect(self._step)
        self.view.round.closed.connect(self._close)
        self.view.round.reopened.connect(self._reopen)
        self.add.clicked.connect(lambda _checked: self.open_form(Merchant(0, "")))
        self.export.clicked.connect(lambda _checked: self._export())
        self.paper.clicked.connect(lambda _checked: self._dialogs.print_list(self._period))
        for key in ("twins", "trash"):
            button = getattr(self, key)
            button.clicked.connect(lambda _checked, key=key: self._dialogs.open(key))

    def _empty_state(self) -> EmptyState:
        made = EmptyState(
            "shop",
            tr("Chưa có hộ kinh doanh nào"),
            tr("Nhập danh sách hộ kinh doanh hoặc danh sách cấp mã QR của ngân hàng."),
        )
        made.offer(tr("Nhập danh sách"), lambda: self._desk.open_page("intake"))
        made.hide()
        return made

    def _lay_out(self) -> None:
        layout = page_layout(self, gap=10)
        title = plain.label(tr("Hộ kinh doanh"), "title")
        layout.addLayout(row(title, 1, self.check, self.stands, self.paper, self.export, self.add))
        layout.addWidget(self._dialogs.work)
        layout.addWidget(self.figures)
        left = column(self.search, self.filters, gap=8)
        left.addWidget(self.table, 1)
        left.addLayout(row(self._count, 1, self.twins, self.trash))
        self.view.setFixedWidth(360)
        body = row(gap=16)
        body.addLayout(left, 1)
        body.addWidget(self.view)
        layout.addLayout(body, 1)
        layout.addWidget(self._empty, 1)
