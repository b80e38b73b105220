"""Merchants: found while one types, filtered by village, state and QR; it edits none yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.page import Desk
from digicommune.ui.pages.outgoing import Outgoing, ask_and_save, workbooks
from digicommune.ui.pages.qr_buttons import qr_buttons
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import EmptyState, page_layout, row
from digicommune.ui.views.search import SearchBox
from digicommune.ui.views.table import Column, Table

if TYPE_CHECKING:
    from digicommune.domain.merchants import Merchant
    from digicommune.domain.registers import MerchantQuery
    from digicommune.domain.villages import VillageLine
    from digicommune.ui.pages.qr_calls import CodeCalls


@dataclass(frozen=True, slots=True)
class MerchantCalls:
    """What the page asks."""

    merchants: Callable[[MerchantQuery], tuple[Merchant, ...]]
    villages: Callable[[], tuple[VillageLine, ...]]
    banks: Callable[[], dict[str, str]]
    export: Callable[[Path], None]
    codes: CodeCalls


@dataclass(frozen=True, slots=True)
class _Answer:
    merchants: tuple[Merchant, ...]
    villages: dict[int, str]
    banks: dict[str, str]


class MerchantsPage(QWidget):
    """All merchants in memory: 3,000 at most, found in a moment."""

    def __init__(self, desk: Desk, calls: MerchantCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self._all: tuple[Merchant, ...] = ()
        self._villages: dict[int, str] = {}
        self._banks: dict[str, str] = {}
        self.table = Table(self._columns(), tr("Danh sách hộ kinh doanh"))
        self.table.sort_on_click()
        self.search = SearchBox(tr("Tìm tên hộ, chủ hộ, điện thoại…"))
        self.search.searched.connect(self._search)
        self.village = self._filter(tr("Lọc theo thôn"))
        self.state = self._filter(tr("Lọc theo tình trạng"))
        self.qr = self._filter(tr("Lọc theo mã QR"))
        self.export = plain.button(tr("Xuất Excel…"), "", tr("Lưu cả sổ hộ kinh doanh thành tệp"))
        self.export.clicked.connect(lambda _checked: self._export())
        self._count = plain.label("", "soft")
        self._empty = self._empty_state()
        self._fill_fixed()
        self._lay_out()

    def refresh(self, period: str | None) -> None:
        """Asks merchants, villages and banks; the registers stand outside of periods."""
        del period

        def call(_progress: object) -> _Answer:
            from digicommune.domain.registers import MerchantQuery

            villages = {one.village.village_id: one.village.name for one in self._calls.villages()}
            return _Answer(self._calls.merchants(MerchantQuery()), villages, self._calls.banks())

        self._desk.run(Task(call=call, done=self._show, owner=self, topic="merchants"))

    def start_search(self) -> None:
        """Ctrl+F."""
        self.search.setFocus()
        self.search.selectAll()

    def outgoing(self) -> Outgoing:
        """The register as a file."""
        name = tr("Danh sách hộ kinh doanh") + ".xlsx"
        return Outgoing(tr("Xuất sổ hộ kinh doanh"), name, workbooks(), self._calls.export)

    def _export(self) -> None:
        ask_and_save(self, self._desk, self.outgoing())

    def _show(self, answer: _Answer) -> None:
        self._all, self._banks = answer.merchants, answer.banks
        if answer.villages != self._villages:
            self._villages = answer.villages
            self._fill(self.village, tr("Mọi thôn"), tuple(answer.villages.items()))
        self._empty.setVisible(not self._all)
        self.export.setEnabled(bool(self._all))
        self.table.setVisible(bool(self._all))
        self._choose()

    def _choose(self) -> None:
        village, state, qr = (box.currentData() for box in (self.village, self.state, self.qr))
        self.table.show_rows(
            [
                one
                for one in self._all
                if (village is None or one.village_id == village)
                and (state is None or one.state == state)
                and (qr is None or one.qr_state == qr)
            ]
        )
        self._tell_count()

    def _search(self, text: str) -> None:
        self.table.rows.search(text)
        self._tell_count()

    def _tell_count(self) -> None:
        active = [one for one in self._all if one.state == "active"]
        using = sum(one.qr_state == "in_use" for one in active)
        self._count.setText(
            tr(
                "Hiện {shown} trên {all} hộ · {active} đang hoạt động · {using} nhận tiền qua QR"
            ).format(
                shown=words.count(self.table.rows.rowCount()),
                all=words.count(len(self._all)),
                active=words.count(len(active)),
                using=words.count(using),
            )
        )

    def _columns(self) -> tuple[Column[Merchant], ...]:
        return (
            Column(tr("Tên hộ kinh doanh"), lambda one: one.name, least=166),
            Column(tr("Chủ hộ"), lambda one: one.owner or "", width=152),
            Column(tr("Thôn"), self._village_of, width=120),
            Column(tr("Ngành hàng"), lambda one: one.line or "", width=108),
            Column(tr("Điện thoại"), lambda one: one.phone or "", width=120),
            Column(
                tr("Tình trạng"),
                lambda one: words.merchant_state(one.state),
                width=112,
            ),
            Column(
                tr("Mã QR"),
                lambda one: words.qr_state(one.qr_state)[0],
                tone=lambda one: words.qr_state(one.qr_state)[1],
                width=150,
            ),
            Column(tr("Ngân hàng"), self._bank_of, width=112),
        )

    def _village_of(self, one: Merchant) -> str:
        return self._villages.get(one.village_id or 0, "")

    def _bank_of(self, one: Merchant) -> str:
        return self._banks.get(one.qr_bank_bin or "", one.qr_bank_bin or "")

    def _filter(self, name: str) -> QComboBox:
        made = QComboBox()
        plain.named(made, name)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        made.activated.connect(lambda _place: self._choose())
        return made

    def _fill_fixed(self) -> None:
        states = tuple((one, words.merchant_state(one)) for one in ("active", "closed"))
        codes = ("in_use", "issued", "doubtful", "none")
        self._fill(self.village, tr("Mọi thôn"), ())
        self._fill(self.state, tr("Mọi tình trạng"), states)
        self._fill(self.qr, tr("Mọi mã QR"), tuple((q, words.qr_state(q)[0]) for q in codes))

    def _fill(self, box: QComboBox, first: str, choices: tuple[tuple[int | str, str], ...]) -> None:
        kept = box.currentData()
        box.clear()
        box.addItem(first, None)
        for code, text in choices:
            box.addItem(plain.cut(text), code)
        box.setCurrentIndex(max(0, box.findData(kept)))

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
        layout = page_layout(self)
        codes = qr_buttons(self, self._desk, self._calls.codes, lambda: self._villages)
        layout.addLayout(row(plain.label(tr("Hộ kinh doanh"), "title"), 1, *codes, self.export))
        layout.addLayout(row(self.search, self.village, self.state, self.qr, 1))
        layout.addWidget(self.table, 1)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._count)
