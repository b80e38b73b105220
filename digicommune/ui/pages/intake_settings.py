"""What the officer says of a whole list: kind, sheet, bank, header rows; it reads none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLayout, QPushButton, QVBoxLayout, QWidget

from digicommune.domain.bank_words import BANKED
from digicommune.domain.rows import ListReading
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.row_box import RowBox

if TYPE_CHECKING:
    from digicommune.operations.intake import IntakeRequest, Preview

LAST_HEADER = 200


class ListSettings(QWidget):
    """``reread``: the list must be read otherwise; ``changed``: another bank or campaign."""

    reread = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind = _box(tr("Loại danh sách"))
        for code, _name in words.list_kinds()[1:]:
            self.kind.addItem(words.list_kind_short(code), code)
        self.sheet = _box(tr("Trang tính"))
        self.bank = _box(tr("Ngân hàng"))
        self.campaign = _box(tr("Chiến dịch"))
        self.first = RowBox(tr("Dòng tên cột đầu"), LAST_HEADER)
        self.last = RowBox(tr("Dòng tên cột cuối"), LAST_HEADER)
        self.again: QPushButton = plain.button(tr("Đọc lại"))
        self.again.setMinimumWidth(76)
        self.kind.activated.connect(lambda _at: self.reread.emit())
        self.sheet.activated.connect(lambda _at: self.reread.emit())
        self.again.clicked.connect(self.reread)
        for box in (self.bank, self.campaign):
            box.activated.connect(lambda _at: self.changed.emit())
        for spin in (self.first, self.last):
            spin.changed.connect(self._heads_changed)
            spin.returnPressed.connect(self.again.click)
        self._read = ListReading("", (), {}, "", (), (), (), None)
        self._banks: dict[str, str] = {}
        self.guessed: str | None = None  # the bank the list's titles or its file's name speak of
        self._told: tuple[int, int] = (0, 0)  # the header as it was read
        self._lay_out()
        self.show_banks({})
        self.show_campaigns(())

    @property
    def bin(self) -> str | None:
        """The bank chosen for the whole list."""
        chosen: str | None = self.bank.currentData()
        return chosen

    def show_preview(self, preview: Preview) -> None:
        """Shows how a list was read."""
        self._read = preview.reading
        self.kind.setCurrentIndex(self.kind.findData(preview.kind))
        self._show_sheets(preview)
        self.guessed = preview.named_bank(self._banks)
        chosen = preview.request.bank_bin or self.guessed
        self.bank.setCurrentIndex(max(0, self.bank.findData(chosen)))
        place = _place(preview.request)
        self.campaign.setCurrentIndex(max(0, self.campaign.findData(place)))
        self._bank_part.setVisible(preview.kind in BANKED)
        heads = preview.reading.header_rows or (1,)
        self._told = (heads[0], heads[-1])
        for spin, value in ((self.first, heads[0]), (self.last, heads[-1])):
            spin.set_value(value)
        self.again.setEnabled(False)

    def request(self, before: IntakeRequest) -> IntakeRequest:
        """``before`` with what is chosen here."""
        heads = (self.first.value(), max(self.first.value(), self.last.value()))
        told = tuple(range(heads[0], heads[1] + 1)) if heads != self._told else before.header_rows
        kind, sheet = self.kind.currentData(), self.sheet.currentData()
        other = sheet != self._read.sheet
        return replace(
            before,
            kind=before.kind if kind == self._read.kind else kind,
            sheet=sheet if other else before.sheet,
            bank_bin=self.bin,
            **_belongs(self.campaign.currentData()),
            header_rows=None if other else told,
        )

    @property
    def bank_name(self) -> str:
        """The name of the bank chosen for the whole list."""
        return self._banks.get(self.bin or "", "")

    def show_banks(self, names: dict[str, str]) -> None:
        """Banks by name."""
        self._banks = names
        pairs = sorted(names.items(), key=lambda one: one[1].casefold())
        _fill(self.bank, tr("Theo cột trong tệp"), tuple(pairs))

    def show_campaigns(self, campaigns: tuple[tuple[str, str], ...]) -> None:
        """Campaigns by code and name, each with its sessions (code, a tab, the session)."""
        _fill(self.campaign, tr("Ngoài chiến dịch"), campaigns)

    def _show_sheets(self, preview: Preview) -> None:
        self.sheet.clear()
        for name in preview.sheets:
            mark = tr("ẩn") if name in preview.hidden_sheets else ""
            if name in preview.list_sheets and name != preview.reading.sheet:
                mark = tr("có danh sách")
            self.sheet.addItem(f"{name} ({mark})" if mark else name, name)
        self.sheet.setCurrentIndex(max(0, self.sheet.findData(preview.reading.sheet)))

    def _heads_changed(self) -> None:
        self.again.setEnabled((self.first.value(), self.last.value()) != self._told)

    def _lay_out(self) -> None:
        self._bank_part = QWidget()
        self._bank_part.setLayout(_under(tr("Ngân hàng"), self.bank))
        heads = row(self.first, plain.label("–", "soft"), self.last, self.again, gap=6)
        layout = row(gap=12)
        layout.addLayout(_under(tr("Loại danh sách"), self.kind), 4)
        layout.addLayout(_under(tr("Trang tính"), self.sheet), 3)
        layout.addWidget(self._bank_part, 3)
        layout.addLayout(_under(tr("Chiến dịch"), self.campaign), 3)
        layout.addLayout(_under(tr("Tên cột ở dòng"), heads), 0)
        self.setLayout(layout)


def _box(name: str) -> QComboBox:
    made = QComboBox()
    plain.named(made, name)
    made.setMinimumContentsLength(5)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return made


def _under(title: str, part: QWidget | QLayout) -> QVBoxLayout:
    return column(plain.label(title, "caps"), part, gap=4)


def _fill(box: QComboBox, first: str, choices: tuple[tuple[str, str], ...]) -> None:
    kept = box.currentData()
    box.clear()
    box.addItem(first, None)
    for code, name in choices:
        box.addItem(plain.cut(name), code)
    box.setCurrentIndex(max(0, box.findData(kept)))


def _place(request: IntakeRequest) -> str | None:
    """Where a list belongs, as the box keeps it."""
    if request.campaign is None or request.session is None:
        return request.campaign
    return f"{request.campaign}\t{request.session}"


def _belongs(place: str | None) -> dict[str, Any]:
    code, _, session = (place or "").partition("\t")
    return {"campaign": code or None, "session": int(session) if session else None}
