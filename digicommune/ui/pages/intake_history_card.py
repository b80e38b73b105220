"""One past import below the table: how it was read, and what can be done with it; it does none."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.views.frames import column, empty_layout, holder, row, scrolled

if TYPE_CHECKING:
    from digicommune.operations.past_lists import PastLine, PastList

ACTIONS = ("rows", "original", "mark", "export", "undo")
TOP = Qt.AlignmentFlag.AlignTop
BESIDE = 2  # columns of columns
MOST_SKIPPED = 40  # lines of the card; the rows' own view shows all


class PastCard(QFrame):
    """``asked`` tells which of ``ACTIONS`` is wanted of the import shown."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setFixedHeight(238)
        self._title = plain.label("", "heading")
        self._facts = plain.label("", "soft")
        self._total = plain.label("")
        self._columns = QGridLayout()
        self._skipped = QGridLayout()
        for grid in (self._columns, self._skipped):
            grid.setContentsMargins(0, 0, 4, 0)
            grid.setHorizontalSpacing(12)
            grid.setVerticalSpacing(4)
        self.buttons = self._buttons()
        self._lay_out()

    def show_line(self, line: PastLine) -> None:
        """Shows what the table knows; how it was read follows."""
        self._title.setText(
            plain.cut(tr("Lần {id}: {file}").format(id=line.import_id, file=line.file))
        )
        self._facts.setText(plain.cut(_told(line)))
        self._total.clear()
        for grid in (self._columns, self._skipped):
            empty_layout(grid)
        stands = line.state == "active"
        open_rows = line.counts["doubtful"] + line.counts["rejected"]
        self.buttons["mark"].setEnabled(open_rows > 0)
        self.buttons["undo"].setEnabled(stands)

    def show_reading(self, line: PastLine, past: PastList) -> None:
        """Shows how the list was read."""
        self._facts.setText(plain.cut(f"{_told(line)} · {_where(past)}"))
        self._show_total(line, past)
        self._show_columns(past)
        self._show_skipped(past)

    def _show_total(self, line: PastLine, past: PastList) -> None:
        read = line.counts["read"]
        if past.declared_total is None:
            text, kind = tr("– Tệp không ghi tổng số; đọc được {read} dòng"), "soft"
        elif past.declared_total == read:
            text, kind = tr("✓ Khớp tổng số ghi trong tệp: {read} dòng"), "good"
        else:
            text = tr("≠ Tệp ghi tổng số {declared}, đọc được {read} dòng")
            kind = "differs"
        declared = words.count(past.declared_total)
        self._total.setText(text.format(read=words.count(read), declared=declared))
        plain.set_kind(self._total, kind)

    def _show_columns(self, past: PastList) -> None:
        empty_layout(self._columns)
        lines = -(-len(past.columns) // BESIDE)
        for at, (letters, field) in enumerate(past.columns.items()):
            line, place = at % lines, 2 * (at // lines)
            self._columns.addWidget(plain.label(letters, "soft"), line, place, TOP)
            self._columns.addWidget(plain.label(_field(field)), line, place + 1, TOP)
            self._columns.setColumnStretch(place + 1, 1)
        self._columns.setRowStretch(lines, 1)

    def _show_skipped(self, past: PastList) -> None:
        empty_layout(self._skipped)
        shown = past.skipped[:MOST_SKIPPED]
        for at, one in enumerate(shown):
            number = plain.label(tr("Dòng {row}").format(row=one.row), "soft")
            kind = plain.label(words.skipped_kind(one.kind))
            text = plain.label(" ".join(one.text.split())[:80], "soft")
            plain.set_tip(text, one.text)
            for place, cell in enumerate((number, kind, text)):
                self._skipped.addWidget(cell, at, place, TOP)
        self._skipped.setColumnStretch(2, 1)
        if len(past.skipped) > MOST_SKIPPED:
            more = Counter(one.kind for one in past.skipped[MOST_SKIPPED:])
            names = ", ".join(f"{words.skipped_kind(k)}: {words.count(n)}" for k, n in more.items())
            rest = plain.label(tr("và {names}").format(names=names), "soft")
            self._skipped.addWidget(rest, MOST_SKIPPED, 0, 1, 3)
        self._skipped.setRowStretch(len(shown) + 1, 1)

    def _buttons(self) -> dict[str, QPushButton]:
        texts = {
            "rows": (tr("Xem từng dòng"), tr("Mỗi dòng của tệp đã về đâu trong sổ (Enter)")),
            "original": (tr("Lưu tệp gốc…"), tr("Tệp đúng như khi nơi gửi đưa đến")),
            "mark": (
                tr("Bản đánh dấu lỗi…"),
                tr("Bản sao tệp gốc, ô sai tô đỏ, ô nghi trùng tô vàng, kèm lý do, để gửi trả"),
            ),
            "export": (tr("Xuất các dòng…"), tr("Danh sách các dòng và kết luận, dạng Excel")),
            "undo": (tr("Hoàn tác…"), tr("Xem trước những gì sẽ gỡ và những gì sẽ giữ lại")),
        }
        made = {}
        for code in ACTIONS:
            text, tip = texts[code]
            made[code] = plain.button(text, "main" if code == "rows" else "", tip)
            made[code].clicked.connect(partial(self._ask, code))
        return made

    def _ask(self, code: str, _checked: bool = False) -> None:
        self.asked.emit(code)

    def _lay_out(self) -> None:
        head = row(gap=16)
        head.addLayout(column(self._title, self._facts, gap=2), 1)
        head.addWidget(self._total, 0, TOP)
        body = row(gap=24)
        body.addWidget(_block(tr("Cột đã nhận ra"), self._columns), 2)
        body.addWidget(_block(tr("Dòng bỏ qua và lý do"), self._skipped), 3)
        steps = row(self.buttons["rows"], 1, *(self.buttons[code] for code in ACTIONS[1:]))
        layout = column(head, gap=12)
        layout.addLayout(body, 1)
        layout.addLayout(steps)
        layout.setContentsMargins(16, 14, 16, 14)
        self.setLayout(layout)


def _block(title: str, grid: QGridLayout) -> QWidget:
    made = column(plain.label(title, "caps"), gap=4)
    made.addWidget(scrolled(holder(grid)), 1)
    return holder(made)


def _told(line: PastLine) -> str:
    parts = [words.list_kind(line.kind), line.bank, words.moment(line.at), line.who]
    return " · ".join(part for part in parts if part)


def _where(past: PastList) -> str:
    sheet = tr("trang tính “{sheet}”").format(sheet=past.sheet)
    heads = ", ".join(str(one) for one in past.header_rows)
    return f"{sheet} · {tr('tên cột ở dòng {rows}').format(rows=heads)}" if heads else sheet


def _field(field: str) -> str:
    """A column's field as it is called; one column may hold two, or a side of an indicator."""
    code, _, side = field.partition(":")
    names = " / ".join(words.field_name(part) for part in code.split("|"))
    sides = {"tu_so": tr("số đạt"), "mau_so": tr("tổng số")}
    return f"{names}: {sides.get(side, side)}" if side else names
