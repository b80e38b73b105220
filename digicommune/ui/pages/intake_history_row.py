"""One row of a past import: where it ended, what it changed, what is wrong; it edits nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.intake_lines import shown_value
from digicommune.ui.pages.intake_past_lines import Fate, verdict
from digicommune.ui.views.chips import chip, set_chip
from digicommune.ui.views.frames import column, empty_layout, holder, row, scrolled

if TYPE_CHECKING:
    from digicommune.operations.imports import ImportedRow

TOP = Qt.AlignmentFlag.AlignTop
Cells = Iterable[tuple[str, ...]]


class PastRowPanel(QFrame):
    """Shows the row it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._title = plain.label("", "heading")
        self._chip = chip("", "muted")
        self._parts = QVBoxLayout()
        self._parts.setContentsMargins(0, 0, 8, 0)
        self._parts.setSpacing(12)
        layout = column(row(self._title, 1, self._chip), gap=12)
        layout.addWidget(scrolled(holder(column(self._parts, 1))), 1)
        layout.setContentsMargins(16, 16, 8, 16)
        self.setLayout(layout)

    def show_fate(self, fate: Fate) -> None:
        """Shows one row."""
        self._title.setText(tr("Dòng {row}").format(row=fate.row))
        set_chip(self._chip, *verdict(fate))
        empty_layout(self._parts)
        if fate.source is None:
            self._parts.addWidget(plain.label(fate.note, wrap=True))
        else:
            self._fill(fate, fate.source)

    def _fill(self, fate: Fate, source: ImportedRow) -> None:
        self._parts.addWidget(plain.label(_ended(fate, source), "strong", wrap=True))
        for field, _code, message in source.problems:
            text = f"✗ {words.field_name(field)}: {message}" if field else f"✗ {message}"
            self._parts.addWidget(plain.label(text, "bad", wrap=True))
        if source.changes:
            heads = ("", tr("Trước"), tr("Sau"))
            changes = (
                (
                    words.field_name(one.field),
                    shown_value(one.field, one.before) or "∅",
                    f"→ {shown_value(one.field, one.after) or '∅'}",
                )
                for one in source.changes
            )
            self._parts.addWidget(plain.label(tr("Đã sửa trong sổ"), "caps"))
            self._parts.addWidget(_grid([heads, *changes], ("soft", "", "strong")))
        for code in source.warnings:
            self._parts.addWidget(plain.label(f"! {words.warning(code)}", "soft", wrap=True))
        self._parts.addWidget(plain.label(tr("Đọc được trong tệp"), "caps"))
        values = (
            (words.field_name(key), shown_value(key, value)) for key, value in source.fields.items()
        )
        self._parts.addWidget(_grid(values, ("soft", "")))


def _ended(fate: Fate, source: ImportedRow) -> str:
    if fate.verdict == "doubtful":
        return tr("Đang chờ quyết định, chưa tính")
    if fate.verdict == "rejected":
        return tr("Không vào sổ vì sai: sửa trong tệp rồi nhập lại, hoặc gửi trả bản đánh dấu lỗi")
    if not fate.ended:
        return tr("Không có gì để ghi vào sổ")
    if not source.target_label:
        return tr("Đã gỡ khỏi sổ")
    made = tr("Đã vào sổ: {label}") if fate.verdict == "new" else tr("Đã có trong sổ: {label}")
    return made.format(label=fate.ended)


def _grid(rows: Cells, kinds: tuple[str, ...]) -> QWidget:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    for at in range(1, len(kinds)):
        grid.setColumnStretch(at, 1)
    for line, cells in enumerate(rows):
        for place, text in enumerate(cells):
            grid.addWidget(plain.label(text, kinds[place], wrap=place > 0), line, place, TOP)
    return holder(grid)
