"""The panel of one row of a list: its values, what is wrong, before and after; it decides none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.intake_lines import Line, shown_value, verdict
from digicommune.ui.views.chips import chip, set_chip
from digicommune.ui.views.frames import column, empty_layout, holder, row, scrolled

if TYPE_CHECKING:
    from digicommune.operations.intake import PreviewRow


class RowPanel(QFrame):
    """``doubt_asked`` and ``mend_asked`` tell the row one wants to settle or mend."""

    doubt_asked = Signal(int)
    mend_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setFixedWidth(344)
        self._line: Line | None = None
        self._title = plain.label("", "heading")
        self._chip = chip("", "muted")
        self._parts = QVBoxLayout()
        self._parts.setContentsMargins(0, 0, 8, 0)
        self._parts.setSpacing(12)
        self.settle = plain.button(tr("Đối chiếu với người trong sổ"), "main")
        self.settle.clicked.connect(lambda: self._tell(self.doubt_asked))
        self.mend = plain.button(tr("Sửa dòng này"), "main")
        self.mend.clicked.connect(lambda: self._tell(self.mend_asked))
        inside = holder(column(self._parts, 1))
        layout = column(row(self._title, 1, self._chip), gap=12)
        layout.addWidget(scrolled(inside), 1)
        layout.addWidget(self.settle)
        layout.addWidget(self.mend)
        layout.setContentsMargins(16, 16, 8, 16)
        self.setLayout(layout)
        self.hide()

    def show_line(self, line: Line) -> None:
        """Shows one row."""
        self._line = line
        self._title.setText(tr("Dòng {row}").format(row=line.row))
        set_chip(self._chip, *verdict(line))
        empty_layout(self._parts)
        if line.source is None:
            self._parts.addWidget(plain.label(line.note, wrap=True))
        else:
            self._fill(line.source)
        self.settle.setVisible(line.verdict == "doubtful")
        self.mend.setVisible(line.verdict == "rejected")
        self.show()

    def _tell(self, signal: SignalInstance) -> None:
        if self._line is not None:
            signal.emit(self._line.row)

    def _fill(self, source: PreviewRow) -> None:
        wrong = source.verdict == "rejected"
        for field, _code, message in source.problems:
            said = f"{words.field_name(field)}: {message}" if field and wrong else message
            sign, kind = ("✗", "bad") if wrong else ("?", "strong")
            self._parts.addWidget(plain.label(f"{sign} {said}", kind, wrap=True))
        if source.target_label and source.verdict in ("doubtful", "known"):
            known = tr("Trong sổ: {label}").format(label=source.target_label)
            self._parts.addWidget(plain.label(known, "strong", wrap=True))
        if source.seen_in:
            told = tr("Đã ghi từ {where}").format(where=source.seen_in)
            self._parts.addWidget(plain.label(told, "soft", wrap=True))
        if source.changes:
            self._parts.addWidget(_compared(source))
        for code in source.warnings:
            self._parts.addWidget(plain.label(f"! {words.warning(code)}", "soft", wrap=True))
        self._parts.addWidget(plain.label(tr("Đọc được trong tệp"), "caps"))
        self._parts.addWidget(_values(source))


def _compared(source: PreviewRow) -> QWidget:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(2, 1)
    for place, text in enumerate(("", tr("Trong sổ"), tr("Trong tệp"))):
        grid.addWidget(plain.label(text, "caps"), 0, place)
    for line, one in enumerate(source.changes, 1):
        before = shown_value(one.field, one.before) or "–"
        texts = (words.field_name(one.field), before, shown_value(one.field, one.after))
        for place, text in enumerate(texts):
            kind = ("soft", "", "strong")[place]
            grid.addWidget(plain.label(text, kind, wrap=True), line, place)
    made = QWidget()
    made.setLayout(grid)
    return made


def _values(source: PreviewRow) -> QWidget:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    top = Qt.AlignmentFlag.AlignTop
    for place, (key, value) in enumerate(source.fields.items()):
        grid.addWidget(plain.label(words.field_name(key), "soft"), place, 0, top)
        grid.addWidget(plain.label(shown_value(key, value), wrap=True), place, 1)
    made = QWidget()
    made.setLayout(grid)
    return made
