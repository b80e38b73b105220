"""The filters of the list of shops: what is chosen, as one test of a line; they find nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages import merchant_words
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.steady_box import SteadyBox

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digicommune.domain.merchant_cards import MerchantLine, MerchantRegister

NO_KIND = "unknown"


class MerchantFilters(QWidget):
    """``changed`` tells that another choice was made."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.village = SteadyBox(tr("Lọc theo thôn"), 130)
        self.state = SteadyBox(tr("Lọc theo tình trạng"), 120)
        self.qr = SteadyBox(tr("Lọc theo mã QR"), 130)
        self.step = SteadyBox(tr("Lọc theo vận động"), 130)
        self.kind = SteadyBox(tr("Lọc theo loại mã"), 120)
        self.bank = SteadyBox(tr("Lọc theo ngân hàng"), 130)
        self.look = plain.button(tr("Cần xem lại"), "filter")
        self.look.setCheckable(True)
        self.look.toggled.connect(lambda _on: self.changed.emit())
        for box in (self.village, self.state, self.qr, self.step, self.kind, self.bank):
            box.activated.connect(lambda _at: self.changed.emit())
        self._fill_fixed()
        first = row(self.village, self.state, self.qr)
        second = row(self.step, self.kind, self.bank, self.look)
        self.setLayout(column(first, second, gap=8))

    def fill(self, register: MerchantRegister) -> None:
        """Offers the villages and banks there are; what was chosen stays."""
        villages: list[tuple[object, str]] = list(register.villages)
        if any(not one.village_id for one in register.lines):
            villages.append((0, tr("Chưa rõ thôn")))
        _fill(self.village, tr("Mọi thôn"), villages)
        banks = sorted({one.bank for one in register.lines if one.bank})
        _fill(self.bank, tr("Mọi ngân hàng"), [(one, one) for one in banks])
        again = sum(one.look for one in register.lines)
        self.look.setText(plain.doubled(tr("Cần xem lại: {count}").format(count=again)))

    def lets_through(self, one: MerchantLine) -> bool:
        """Whether a shop fits everything chosen."""
        wanted = (
            (self.village.currentData(), one.village_id),
            (self.state.currentData(), one.state),
            (self.qr.currentData(), one.qr_state),
            (self.step.currentData(), one.stands_at),
            (self.kind.currentData(), one.qr_kind or NO_KIND),
            (self.bank.currentData(), one.bank),
        )
        fits = all(chosen is None or chosen == value for chosen, value in wanted)
        return fits and (one.look or not self.look.isChecked())

    @property
    def chosen(self) -> bool:
        """Whether any choice leaves some shops out."""
        boxes = (self.village, self.state, self.qr, self.step, self.kind, self.bank)
        return self.look.isChecked() or any(box.currentData() is not None for box in boxes)

    def _fill_fixed(self) -> None:
        states = [(one, words.merchant_state(one)) for one in ("active", "closed")]
        codes = [(q, words.qr_state(q)[0]) for q in ("in_use", "issued", "doubtful", "none")]
        steps = [(one, merchant_words.step(one)[0]) for one in merchant_words.steps()]
        kinds = [(one, merchant_words.kind(one)) for one in ("static", "dynamic", NO_KIND)]
        _fill(self.village, tr("Mọi thôn"), [])
        _fill(self.state, tr("Mọi tình trạng"), states)
        _fill(self.qr, tr("Mọi mã QR"), codes)
        _fill(self.step, tr("Mọi bước"), steps)
        _fill(self.kind, tr("Mọi loại mã"), kinds)
        _fill(self.bank, tr("Mọi ngân hàng"), [])


def _fill(box: SteadyBox, every: str, choices: Iterable[tuple[object, str]]) -> None:
    """Fills a filter and keeps what was chosen."""
    kept = box.currentData()
    box.clear()
    box.addItem(every, None)
    for code, text in choices:
        box.addItem(plain.cut(text), code)
    at = next((n for n in range(box.count()) if box.itemData(n) == kept), 0)
    box.setCurrentIndex(at)
