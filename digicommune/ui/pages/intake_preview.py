"""The preview of a list: counts and filters by verdict, the rows, then saving; it saves nothing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QPushButton, QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.intake_lines import (
    Line,
    bankless,
    columns_of,
    lines_of,
    notices,
    saved_by,
    undecided,
)
from digicommune.ui.pages.intake_row import RowPanel
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.search import SearchBox
from digicommune.ui.views.table import Table

if TYPE_CHECKING:
    from digicommune.operations.intake import Decision, Preview

ALL = "all"
FILTERS = (ALL, "new", "known", "doubtful", "rejected", "skipped")


class PreviewPanel(QWidget):
    """``saved`` and ``left`` tell what the officer wants; ``decisions`` are those made so far."""

    saved = Signal()
    left = Signal()
    sheet_chosen = Signal(str)
    bank_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._preview: Preview | None = None
        self._lines: tuple[Line, ...] = ()
        self._filter = ALL
        self.decisions: dict[int, Decision] = {}
        self._file = plain.label("", "heading", wrap=True)
        self._facts = plain.label("", "soft", wrap=True)
        self._notices = plain.label("", wrap=True)
        self.sheets = QComboBox()
        plain.named(self.sheets, tr("Trang tính"))
        self.sheets.activated.connect(lambda _at: self.sheet_chosen.emit(self.sheets.currentText()))
        self.bank = QComboBox()
        plain.named(self.bank, tr("Ngân hàng"))
        self.bank.activated.connect(lambda _at: self._tell_bank())
        self.filters = self._filter_buttons()
        self.search = SearchBox(tr("Tìm trong danh sách…"))
        self.table = Table((), tr("Các dòng của danh sách"))
        self.table.sort_on_click()
        self.search.searched.connect(self.table.rows.search)
        self.table.chosen.connect(self._show_row)
        self.panel = RowPanel()
        self.panel.decided.connect(self._decide)
        self._waiting = plain.label("", "soft")
        self.save = plain.button("", "main")
        self.save.clicked.connect(self.saved)
        self._leave = plain.button(tr("Bỏ, không lưu"))
        self._leave.clicked.connect(self.left)
        self._lay_out()

    @property
    def preview(self) -> Preview | None:
        """The list that is shown."""
        return self._preview

    def show_preview(self, preview: Preview) -> None:
        """Shows a list from its first row, without decisions."""
        self._preview, self._lines = preview, lines_of(preview)
        self.decisions = {}
        self._file.setText(plain.cut(preview.file))
        self._facts.setText(plain.cut(_facts(preview, self._bank_of(preview))))
        self._show_notices(notices(preview))
        self._show_sheets(preview)
        self.bank.setVisible(bankless(preview))
        self.bank.setCurrentIndex(0)
        self.table.set_columns(columns_of(preview))
        self.search.clear()
        self.panel.hide()
        counts = {code: sum(one.verdict == code for one in self._lines) for code in FILTERS}
        counts[ALL] = len(self._lines) - counts["skipped"]
        self._count_filters(counts)
        self.choose(ALL)
        self._tell_saving()

    def show_banks(self, names: Mapping[str, str]) -> None:
        """Banks to choose from where the list names none."""
        self.bank.clear()
        self.bank.addItem(tr("Chọn ngân hàng…"), None)
        for code, name in sorted(names.items(), key=lambda one: one[1].casefold()):
            self.bank.addItem(plain.cut(name), code)

    def choose(self, code: str) -> None:
        """Shows the rows of one verdict, or all that were read."""
        self._filter = code
        self.filters[code].setChecked(True)
        self.table.show_rows(
            [
                one
                for one in self._lines
                if one.verdict == code or (code == ALL and one.verdict != "skipped")
            ]
        )

    def enable(self, on: bool) -> None:
        """While the list is being saved nothing can be pressed."""
        for part in (self.save, self._leave, self.sheets, self.bank, self.panel):
            part.setEnabled(on)
        if on:
            self._tell_saving()

    def _show_row(self, line: Line) -> None:
        self.panel.show_line(line, self.decisions.get(line.row, "later"))

    def _bank_of(self, preview: Preview) -> str:
        at = self.bank.findData(preview.request.bank_bin)
        return self.bank.itemText(at) if preview.request.bank_bin and at >= 0 else ""

    def _tell_bank(self) -> None:
        if self.bank.currentData():
            self.bank_chosen.emit(self.bank.currentData())

    def _decide(self, place: int, decision: Decision) -> None:
        self.decisions[place] = decision
        self._tell_saving()

    def _tell_saving(self) -> None:
        if self._preview is None:
            return
        count = saved_by(self._preview, self.decisions)
        waiting = undecided(self._preview, self.decisions)
        self.save.setText(tr("Lưu {count} dòng vào sổ").format(count=words.count(count)))
        self.save.setAccessibleName(self.save.text())
        self.save.setEnabled(count > 0)
        rejected = sum(one.verdict == "rejected" for one in self._preview.rows)
        self._waiting.setText(
            tr("Chưa tính: {waiting} dòng nghi trùng, {rejected} dòng sai.").format(
                waiting=words.count(waiting), rejected=words.count(rejected)
            )
            if waiting or rejected
            else tr("Mọi dòng đều rõ.")
        )

    def _show_notices(self, found: list[str]) -> None:
        self._notices.setText(plain.cut("\n".join(f"! {one}" for one in found)))
        self._notices.setVisible(bool(found))

    def _show_sheets(self, preview: Preview) -> None:
        self.sheets.setVisible(len(preview.sheets) > 1)
        self.sheets.clear()
        for name in preview.sheets:
            self.sheets.addItem(name)
        self.sheets.setCurrentText(preview.reading.sheet)

    def _filter_buttons(self) -> dict[str, QPushButton]:
        group = QButtonGroup(self)
        group.setExclusive(True)
        made = {}
        for code in FILTERS:
            made[code] = plain.button("", "filter")
            made[code].setCheckable(True)
            made[code].clicked.connect(partial(self._choose_clicked, code))
            group.addButton(made[code])
        return made

    def _choose_clicked(self, code: str, _checked: bool = False) -> None:
        self.choose(code)

    def _count_filters(self, counts: dict[str, int]) -> None:
        for code, made in self.filters.items():
            text = f"{_filter_word(code)}  {words.count(counts[code])}"
            made.setText(plain.doubled(text))
            made.setAccessibleName(text)
            made.setEnabled(counts[code] > 0 or code == ALL)

    def _lay_out(self) -> None:
        head = row(gap=16)
        head.addLayout(column(self._file, self._facts, gap=2), 1)
        head.addWidget(self.bank)
        head.addWidget(self.sheets)
        self._notices.setProperty("kind", "notice")
        body = row(gap=16)
        body.addWidget(self.table, 1)
        body.addWidget(self.panel)
        layout = column(head, self._notices, gap=12)
        layout.addLayout(row(*self.filters.values(), 1, self.search))
        layout.addLayout(body, 1)
        layout.addLayout(row(self._waiting, 1, self._leave, self.save))
        self.setLayout(layout)


def _filter_word(code: str) -> str:
    if code == ALL:
        return tr("Tất cả")
    return tr("· Bỏ qua") if code == "skipped" else words.row_verdict(code)[0]


def _facts(preview: Preview, bank: str) -> str:
    heads = ", ".join(str(one) for one in preview.reading.header_rows)
    parts = [
        words.list_kind(preview.kind),
        tr("trang tính “{sheet}”").format(sheet=preview.reading.sheet),
    ]
    if bank:
        parts.append(tr("của {bank}").format(bank=bank))
    if heads:
        parts.append(tr("tên cột ở dòng {rows}").format(rows=heads))
    return " · ".join(parts)
