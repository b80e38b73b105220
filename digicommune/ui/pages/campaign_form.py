"""The form of a campaign, new or to be changed: it checks what is filled in and saves nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from digicommune.domain.campaigns import STATES, Campaign, Target
from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.pages import campaign_words
from digicommune.ui.views.frames import column, row, scrolled
from digicommune.ui.views.steady_box import SteadyBox
from digicommune.ui.views.typed_fields import count_in, day_field, day_of, number_field, typed

if TYPE_CHECKING:
    from digicommune.domain.villages import VillageLine

BIN_ROLE = int(Qt.ItemDataRole.UserRole)


class CampaignForm(QDialog):
    """``filled`` tells a ``Campaign``; the id 0 means it is new.

    Whoever saves it closes the form, or tells what was refused.
    """

    filled = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        banks: dict[str, str],
        villages: tuple[VillageLine, ...] = (),
        campaign: Campaign | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._before = campaign or Campaign(0, "", "", date.today(), date.today(), state="planned")
        self.setWindowTitle(tr("Sửa chiến dịch") if campaign else tr("Chiến dịch mới"))
        self.resize(920, 560)
        self.code, self.name = QLineEdit(self._before.code), QLineEdit(self._before.name)
        self.code.setMaxLength(40)
        self.code.setPlaceholderText("TK-2026-01")
        self.name.setMaxLength(200)
        self.name.setPlaceholderText(tr("Mở tài khoản, cấp mã QR quý I năm 2026"))
        self.start, self.end = day_field(self._before.start), day_field(self._before.end)
        self.state = SteadyBox(tr("Trạng thái"), 160)
        for code in STATES:
            self.state.addItem(campaign_words.state(code)[0], code)
        self.state.setCurrentIndex(self.state.findData(self._before.state))
        self.note = QLineEdit(self._before.note)
        self.note.setMaxLength(400)
        self.banks = self._bank_list(banks)
        self.targets: dict[int, tuple[QLineEdit, QLineEdit]] = {}
        self._problem = plain.label("", "bad", wrap=True)
        self._problem.hide()
        self.save = plain.button(tr("Lưu chiến dịch"), "main")
        self.save.setDefault(True)
        self.save.clicked.connect(self._check)
        self._lay_out(villages)

    def refuse(self, title: str, advice: str) -> None:
        """Shows what was refused."""
        self._problem.setText(plain.cut(f"{title} {advice}"))
        self._problem.show()
        self.save.setEnabled(True)

    def _bank_list(self, banks: dict[str, str]) -> QListWidget:
        """The campaign's own banks first, then all others by name."""
        made = QListWidget()
        made.setMinimumHeight(140)
        chosen = self._before.banks
        others = sorted(banks.items(), key=lambda one: (one[0] not in chosen, one[1].casefold()))
        for code, name in others:
            item = QListWidgetItem(plain.cut(name))
            item.setData(BIN_ROLE, code)
            ticked = Qt.CheckState.Checked if code in chosen else Qt.CheckState.Unchecked
            item.setCheckState(ticked)
            made.addItem(item)
        return made

    def _lay_out(self, villages: tuple[VillageLine, ...]) -> None:
        leave = plain.button(tr("Bỏ"))
        leave.clicked.connect(self.reject)
        right = column(plain.label(tr("Chỉ tiêu từng thôn"), "caps"), gap=8)
        right.addWidget(scrolled(self._target_grid(villages)), 1)
        halves = row(gap=32)
        halves.addLayout(self._form(), 5)
        halves.addLayout(right, 4)
        layout = column(gap=16)
        layout.addLayout(halves, 1)
        layout.addWidget(self._problem)
        layout.addLayout(row(1, leave, self.save))
        layout.setContentsMargins(24, 24, 24, 16)
        self.setLayout(layout)

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(16)
        for title, part in (
            (tr("Mã"), self.code),
            (tr("Tên"), self.name),
            (tr("Từ ngày"), self.start),
            (tr("Đến ngày"), self.end),
            (tr("Trạng thái"), self.state),
            (tr("Ngân hàng"), self.banks),
            (tr("Ghi chú"), self.note),
        ):
            plain.named(part, title)
            form.addRow(plain.label(title, "soft"), part)
        return form

    def _target_grid(self, villages: tuple[VillageLine, ...]) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setColumnStretch(0, 1)
        grid.setVerticalSpacing(6)
        for at, text in enumerate((tr("Thôn"), tr("Tài khoản"), tr("Mã QR"))):
            grid.addWidget(plain.label(text, "small"), 0, at)
        kept = {one.village_id: one for one in self._before.targets}
        for line, one in enumerate(villages, start=1):
            number, name = one.village.village_id, one.village.name
            before = kept.get(number)
            pair = (
                number_field(tr("Chỉ tiêu tài khoản {name}").format(name=name)),
                number_field(tr("Chỉ tiêu mã QR {name}").format(name=name)),
            )
            if before is not None:
                pair[0].setText(typed(before.accounts))
                pair[1].setText(typed(before.qr_codes))
            self.targets[number] = pair
            grid.addWidget(plain.label(name, wrap=True), line, 0)
            grid.addWidget(pair[0], line, 1)
            grid.addWidget(pair[1], line, 2)
        grid.setRowStretch(len(villages) + 1, 1)
        inside = QWidget()
        inside.setLayout(grid)
        return inside

    def _check(self) -> None:
        problem = self._wrong()
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if not problem:
            self.save.setEnabled(False)
            self.filled.emit(self._campaign())

    def _wrong(self) -> str:
        if not self.code.text().strip() or not self.name.text().strip():
            return tr("Hãy ghi mã và tên chiến dịch.")
        if self.end.date() < self.start.date():
            return tr("Ngày kết thúc phải từ ngày bắt đầu trở đi.")
        fields = [one for pair in self.targets.values() for one in pair]
        if any(count_in(one.text()) is None and one.text().strip() for one in fields):
            return tr("Chỉ tiêu là số nguyên từ 0 trở lên.")
        return ""

    def _campaign(self) -> Campaign:
        items = [self.banks.item(at) for at in range(self.banks.count())]
        chosen = [one for one in items if one.checkState() == Qt.CheckState.Checked]
        return replace(
            self._before,
            code=self.code.text().strip(),
            name=self.name.text().strip(),
            start=day_of(self.start),
            end=day_of(self.end),
            state=self.state.currentData(),
            note=self.note.text().strip(),
            banks=tuple(str(one.data(BIN_ROLE)) for one in chosen),
            targets=self._targets(),
        )

    def _targets(self) -> tuple[Target, ...]:
        """The targets typed; those of villages that are no more stay as they were."""
        found = [one for one in self._before.targets if one.village_id not in self.targets]
        for number, (accounts, codes) in self.targets.items():
            pair = count_in(accounts.text()), count_in(codes.text())
            if pair != (None, None):
                found.append(Target(number, *pair))
        return tuple(found)
