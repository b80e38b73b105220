"""The step where one says what a list's columns are; it reads nothing itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCompleter,
    QGridLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.pages.intake_fields import (
    choices,
    chosen_headings,
    hidden,
    missing,
)
from digicommune.ui.pages.intake_settings import ListSettings
from digicommune.ui.views.chips import chip, set_chip
from digicommune.ui.views.frames import card, column, row, scrolled
from digicommune.ui.views.steady_box import SteadyBox

if TYPE_CHECKING:
    from digicommune.domain.rows import ListReading
    from digicommune.operations.intake import IntakeRequest, Preview
    from digicommune.ui.style import Tone

TOP = Qt.AlignmentFlag.AlignTop


class ColumnsPanel(QWidget):
    """``accepted`` when the columns are right, ``asked`` when the list must be read otherwise."""

    accepted = Signal()
    asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._preview: Preview | None = None
        self._named_after = ""
        self.boxes: dict[str, SteadyBox] = {}
        self._signs: dict[str, QLabel] = {}
        self.settings = ListSettings()
        self.settings.reread.connect(self.asked)
        self.settings.changed.connect(self._bank_changed)
        self._file = plain.label("", "heading", wrap=True)
        self._notice = plain.label("", "notice", wrap=True)
        self._lacks = plain.label("", "notice", wrap=True)
        self._grid = QGridLayout()
        self._scroll = scrolled(self._sheet())
        self.sender_name = QLineEdit()
        self.sender_name.setAcceptDrops(False)
        self.sender_name.setMaxLength(120)
        self.sender_name.setMinimumWidth(140)
        self.sender_name.setMaximumWidth(320)
        self.sender_name.setPlaceholderText(tr("Tên nơi gửi (bỏ trống: không nhớ)"))
        plain.named(self.sender_name, tr("Nhớ cách đọc này cho"))
        self.go = plain.button(tr("Kiểm tra các dòng"), "main")
        self.go.setAutoDefault(True)  # Enter presses it where it has the keyboard
        self.go.clicked.connect(self.accepted)
        self._leave = plain.button(tr("Bỏ tệp này"))
        self._leave.clicked.connect(self.left)
        self._lay_out()

    def show_preview(self, preview: Preview, senders: tuple[str, ...]) -> None:
        """Shows the columns of a list as it was read."""
        self._preview = preview
        self._file.setText(plain.cut(preview.file))
        self.settings.show_preview(preview)
        self._fill(preview.reading, preview.kind)
        self._named_after = self.settings.bank_name
        self.sender_name.setText(preview.request.sender or self._named_after)
        completer = QCompleter(list(senders), self.sender_name)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.sender_name.setCompleter(completer)
        self._show_notice(preview)
        self._tell()

    def request(self) -> IntakeRequest | None:
        """How the list is to be read as everything stands now."""
        if self._preview is None:
            return None
        before = self._preview.request
        headings = chosen_headings(self._preview.reading, before.headings, self.chosen())
        made = replace(self.settings.request(before), headings=headings)
        return replace(made, sender=self.sender_name.text().strip() or None)

    def chosen(self) -> Mapping[str, str]:
        """Field key of each column by its letters, "" for one to leave alone."""
        return {letters: box.currentData() or "" for letters, box in self.boxes.items()}

    def focus_first(self) -> None:
        """The keyboard begins where something is to be done."""
        (self.go if self.go.isEnabled() else self.settings.bank).setFocus()

    def _fill(self, reading: ListReading, kind: str) -> None:
        self._empty_grid()
        heads = ("", tr("Tên cột trong tệp"), tr("Ba giá trị đầu"), tr("Là"), "")
        for at, text in enumerate(heads):
            self._grid.addWidget(plain.label(text, "caps"), 0, at)
        offered = choices(kind, reading.columns.values())
        for line, (letters, heading) in enumerate(reading.headings.items(), 1):
            self._line(line, letters, heading, offered)
        self._grid.setRowStretch(len(reading.headings) + 1, 1)

    def _line(
        self, line: int, letters: str, heading: str, offered: tuple[tuple[str, str], ...]
    ) -> None:
        assert self._preview is not None
        reading = self._preview.reading
        samples = reading.samples.get(letters, ())
        shown = "  ·  ".join(hidden(one) for one in samples) or tr("(không có giá trị)")
        name = tr("Cột {letters}, {heading}, là").format(letters=letters, heading=heading)
        box = SteadyBox(name)
        box.addItem(tr("– Không dùng"), "")
        for key, name in offered:
            box.addItem(plain.cut(name), key)
        box.setCurrentIndex(max(0, box.findData(reading.columns.get(letters, ""))))
        box.activated.connect(partial(self._choose, letters))
        self.boxes[letters] = box
        sign = chip("", "muted")
        self._signs[letters] = sign
        samples_label = plain.label(plain.cut(shown), "soft", wrap=True)
        parts = (plain.label(letters, "caps"), plain.label(heading, "strong", wrap=True),
                 samples_label, box, sign)  # fmt: skip
        for at, part in enumerate(parts):
            self._grid.addWidget(part, line, at)

    def _choose(self, letters: str, _at: int) -> None:
        """A field has one column: whoever had it before gives it up."""
        key = self.boxes[letters].currentData()
        for other, box in self.boxes.items():
            if key and other != letters and box.currentData() == key:
                box.setCurrentIndex(0)
        self._tell()

    def _bank_changed(self) -> None:
        """The sender is named after the bank until somebody types another name."""
        if self.sender_name.text() == self._named_after:
            self._named_after = self.settings.bank_name
            self.sender_name.setText(self._named_after)
        self._tell()

    def _tell(self) -> None:
        if self._preview is None:
            return
        kind = self.settings.kind.currentData() or self._preview.kind
        meant = {**self._preview.reading.columns, **self.chosen()}
        lacks = missing(kind, [key for key in meant.values() if key], self.settings.bin)
        self._lacks.setText(plain.cut(f"! {lacks}"))
        self._lacks.setVisible(bool(lacks))
        self.go.setEnabled(not lacks)
        for letters, sign in self._signs.items():
            set_chip(sign, *self._state(letters))

    def _state(self, letters: str) -> tuple[str, Tone]:
        assert self._preview is not None
        key = self.boxes[letters].currentData() or ""
        if key != self._preview.reading.columns.get(letters, ""):
            return tr("✎ Bạn chọn"), "info"
        return (tr("✓ Nhận ra"), "good") if key else (tr("– Bỏ qua"), "muted")

    def _show_notice(self, preview: Preview) -> None:
        parts = []
        for said, names in (
            (tr("Tệp còn danh sách ở trang: {names}."), preview.other_lists),
            (tr("Trang bị ẩn: {names}."), preview.hidden_sheets),
        ):
            if names:
                parts.append(said.format(names=", ".join(f"“{one}”" for one in names)))
        plain.set_kind(self._notice, "notice" if parts else "quiet")
        if self.settings.guessed and not preview.request.bank_bin:
            bank = self.settings.bank_name
            parts.append(tr("Ngân hàng lấy theo tiêu đề hoặc tên tệp: {bank}.").format(bank=bank))
        self._notice.setText(plain.cut(" ".join(parts)))
        self._notice.setVisible(bool(parts))

    def _empty_grid(self) -> None:
        self.boxes, self._signs = {}, {}
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at in range(self._grid.rowCount()):
            self._grid.setRowStretch(at, 0)

    def _sheet(self) -> QWidget:
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        for at, stretch in enumerate((0, 3, 5, 0, 0)):
            self._grid.setColumnStretch(at, stretch)
        made = QWidget()
        made.setLayout(self._grid)
        return made

    def _lay_out(self) -> None:
        frame = card(self._scroll, gap=0, edge=12)
        remember = plain.label(tr("Nhớ cách đọc này cho"), "soft")
        remember.setBuddy(self.sender_name)
        layout = column(self._file, self.settings, self._notice, gap=10)
        layout.addWidget(frame, 1)
        layout.addWidget(self._lacks)
        foot = row(remember)
        foot.addWidget(self.sender_name, 4)
        foot.addStretch(1)
        foot.addWidget(self._leave)
        foot.addWidget(self.go)
        layout.addLayout(foot)
        self.setLayout(layout)
