"""The check step: counts and filters by verdict, doubts settled, mistakes mended; it saves none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.intake_doubts import DoubtPanel
from digicommune.ui.pages.intake_lines import (
    Line,
    bankless,
    columns_of,
    facts_of,
    saved_by,
    undecided,
)
from digicommune.ui.pages.intake_mend import MendPanel, NamesPanel
from digicommune.ui.pages.intake_row import RowPanel
from digicommune.ui.views.chips import chip, set_chip
from digicommune.ui.views.frames import column, holder, row
from digicommune.ui.views.search import SearchBox
from digicommune.ui.views.table import Table

if TYPE_CHECKING:
    from digicommune.operations.intake import Chosen, Decision, Preview
    from digicommune.ui.pages.intake_look import Look
    from digicommune.ui.pages.intake_queue import Entry

ALL, NAMES = "all", "names"
FILTERS = (ALL, "new", "known", "doubtful", "rejected", "skipped", NAMES)
TONES = {
    "new": "good", "known": "muted", "doubtful": "warn", "rejected": "bad", "skipped": "muted",
    NAMES: "warn",
}  # fmt: skip


class PreviewPanel(QWidget):
    """``saved``, ``left`` and the others tell what the officer wants of the file on screen."""

    saved = Signal()
    left = Signal()
    columns_asked = Signal()
    mended = Signal(object)  # row -> field -> text
    copy_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._entry: Entry | None = None
        self._busy = False
        self._banks: Mapping[str, str] = {}
        self._filter = ALL
        self._file = plain.label("", "heading", wrap=True)
        self._facts = plain.label("", "soft", wrap=True)
        self._sender = chip("", "info")
        self._notices = plain.label("", "notice", wrap=True)
        self.filters = self._filter_buttons()
        self.search = SearchBox(tr("Tìm trong danh sách…"))
        self.search.setMinimumWidth(120)
        self.search.setMaximumWidth(240)
        self.table = Table((), tr("Các dòng của danh sách"))
        self.panel = RowPanel()
        self.doubts = DoubtPanel()
        self.mends = MendPanel()
        self.names = NamesPanel()
        self._bodies = QStackedWidget()
        self._waiting = plain.label("", "soft", wrap=True)
        self.save = plain.button("", "main")
        self.copy = plain.button(tr("Gửi trả tệp đã đánh dấu…"))
        plain.set_tip(self.copy, tr("Bản sao của tệp gốc: ô sai tô đỏ, dòng nghi trùng tô vàng"))
        self.columns = plain.button(tr("Xem lại cột"))
        self.leave = plain.button(tr("Bỏ, không lưu"))
        self._connect()
        self._lay_out()

    @property
    def preview(self) -> Preview | None:
        """The list that is shown."""
        return self._entry.look.preview if self._entry and self._entry.look else None

    @property
    def decisions(self) -> dict[int, Decision | Chosen]:
        """What was decided of its doubtful rows."""
        return self._entry.decisions if self._entry else {}

    def shows(self, entry: Entry) -> bool:
        """Whether this file is on screen here already."""
        return self._entry is entry and self.isVisible()

    @property
    def mode(self) -> str:
        """The filter that is chosen."""
        return self._filter

    def show_entry(self, entry: Entry) -> None:
        """Shows a file; the filter stays where the same file was read again."""
        look = entry.look
        assert look is not None
        same, self._entry = self._entry is entry, entry
        preview = look.preview
        self._file.setText(plain.cut(preview.file))
        bank = self._banks.get(preview.request.bank_bin or "", "")
        self._facts.setText(plain.cut(facts_of(preview, bank)))
        known = look.sender.name if look.sender else ""
        set_chip(self._sender, tr("✓ Nơi gửi đã biết: {name}").format(name=known), "info")
        self._sender.setVisible(bool(known))
        self._show_notices(
            [*([entry.notice] if entry.notice else []), *look.notices, *strange(look)]
        )
        self.table.set_columns(columns_of(look.keys))
        self.doubts.show_doubts(entry)
        self.mends.show_wrong(look, entry.typed)
        self.names.show_groups(look.groups)
        if not same:
            self.search.clear()
        self.panel.hide()
        counts = self._count_filters(look)
        kept = self._filter if same and counts[self._filter] else ALL
        self.choose(kept)
        self._tell_saving()

    def show_known(self, villages: Sequence[str], banks: Mapping[str, str]) -> None:
        """The names that exist, for facts and for putting names right."""
        self._banks = banks
        self.names.show_known(villages, sorted(banks.values(), key=str.casefold))

    def choose(self, code: str) -> None:
        """Shows the rows of one verdict, or all that were read; doubts and mistakes to settle."""
        look = self._entry.look if self._entry else None
        if look is None:
            return
        self._filter = code
        self.filters[code].setChecked(True)
        bodies = {"doubtful": self.doubts, "rejected": self.mends, NAMES: self.names}
        body = bodies.get(code, self._plain)
        self._bodies.setCurrentWidget(body)
        self.search.setVisible(body is self._plain)
        if body is self._plain:
            self.table.show_rows(
                [one for one in look.lines if one.verdict != "skipped"]
                if code == ALL
                else look.of(code)
            )
        elif body is self.doubts:
            self.doubts.show_doubts(self._entry_shown())
            self.doubts.sides.buttons["same"].setFocus()
        elif body is self.mends:
            self.mends.table.setFocus()

    def focus_first(self) -> None:
        """The keyboard begins at saving, or where something is to be settled first."""
        (self.save if self.save.isEnabled() else self.table).setFocus()

    def enable(self, on: bool) -> None:
        """While the list is being read again or saved nothing can be pressed."""
        self._busy = not on
        for part in (self.leave, self.copy, self.columns, self._bodies):
            part.setEnabled(on)
        self._tell_saving()

    def _entry_shown(self) -> Entry:
        assert self._entry is not None
        return self._entry

    def _show_row(self, line: Line) -> None:
        self.panel.show_line(line)

    def _open_doubt(self, number: int) -> None:
        self.choose("doubtful")
        self.doubts.open_row(number)

    def _tell_saving(self) -> None:
        preview = self.preview
        if preview is None:
            return
        count = saved_by(preview, self.decisions)
        waiting = undecided(preview, self.decisions)
        rejected = preview.counts.get("rejected", 0)
        self.save.setText(tr("Lưu {count} dòng vào sổ").format(count=words.count(count)))
        self.save.setAccessibleName(self.save.text())
        typed = bool(self.mends.typed)
        self.save.setEnabled(count > 0 and not self._busy and not typed and not bankless(preview))
        self.copy.setEnabled(not self._busy and (rejected + preview.counts.get("doubtful", 0)) > 0)
        self._waiting.setText(self._sentence(waiting, rejected))

    def _sentence(self, waiting: int, rejected: int) -> str:
        if self.mends.typed:
            return tr("Bấm “Đối chiếu lại” để tính các ô vừa sửa trước khi lưu.")
        if not waiting and not rejected:
            return tr("✓ Mọi dòng đều rõ.")
        return tr("Chưa tính: {waiting} dòng nghi trùng, {rejected} dòng sai.").format(
            waiting=words.count(waiting), rejected=words.count(rejected)
        )

    def _show_notices(self, found: list[str]) -> None:
        self._notices.setText(plain.cut("\n".join(f"! {one}" for one in found)))
        self._notices.setVisible(bool(found))

    def _filter_buttons(self) -> dict[str, QPushButton]:
        group = QButtonGroup(self)
        group.setExclusive(True)
        made = {}
        for code in FILTERS:
            made[code] = plain.button("", "filter")
            made[code].setProperty("tone", TONES.get(code, ""))
            made[code].setCheckable(True)
            made[code].clicked.connect(partial(self._choose_clicked, code))
            group.addButton(made[code])
        return made

    def _choose_clicked(self, code: str, _checked: bool = False) -> None:
        self.choose(code)

    def _count_filters(self, look: Look) -> dict[str, int]:
        counts = {code: look.counts.get(code, 0) for code in FILTERS}
        counts[ALL] = len(look.lines) - counts["skipped"]
        counts[NAMES] = len(look.groups)
        for code, made in self.filters.items():
            text = f"{_filter_word(code)}  {words.count(counts[code])}"
            made.setText(plain.doubled(text))
            made.setAccessibleName(text)
            made.setEnabled(counts[code] > 0 or code == ALL)
        self.filters[NAMES].setVisible(counts[NAMES] > 0)
        return counts

    def _connect(self) -> None:
        self.table.sort_on_click()
        self.table.rows.folded_by = lambda line: str(line.folded)
        self.table.chosen.connect(self._show_row)
        self.search.searched.connect(self.table.rows.search)
        self.panel.doubt_asked.connect(self._open_doubt)
        self.panel.mend_asked.connect(lambda _row: self.choose("rejected"))
        self.doubts.decided.connect(self._tell_saving)
        self.mends.changed.connect(self._tell_saving)
        self.mends.asked.connect(self.mended)
        self.names.asked.connect(self.mended)
        self.save.setAutoDefault(True)  # Enter presses it where it has the keyboard
        self.save.clicked.connect(self.saved)
        plain.set_tip(self.save, tr("Lưu danh sách vào sổ (Ctrl+S)"))
        key = QShortcut(QKeySequence("Ctrl+S"), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.save.click)
        self.copy.clicked.connect(self.copy_asked)
        self.columns.clicked.connect(self.columns_asked)
        self.leave.clicked.connect(self.left)

    def _lay_out(self) -> None:
        names = row(self._file, self._sender, 1, gap=12)
        plain_body = row(gap=16)
        plain_body.addWidget(self.table, 1)
        plain_body.addWidget(self.panel)
        self._plain = holder(plain_body)
        for body in (self._plain, self.doubts, self.mends, self.names):
            self._bodies.addWidget(body)
        layout = column(column(names, self._facts, gap=2), self._notices, gap=10)
        chips = row(*self.filters.values(), 1, gap=6)
        chips.addWidget(self.search, 4)
        layout.addLayout(chips)
        layout.addWidget(self._bodies, 1)
        foot = row(gap=8)
        foot.addWidget(self._waiting, 1)
        for part in (self.leave, self.columns, self.copy, self.save):
            foot.addWidget(part)
        layout.addLayout(foot)
        self.setLayout(layout)


def strange(look: Look) -> list[str]:
    """That rows name villages or banks nobody knows, where they do."""
    rows = {number for one in look.groups for number in one.rows}
    if not rows:
        return []
    return [
        tr(
            "{count} dòng ghi tên thôn hoặc ngân hàng chưa có trong sổ: bấm “Tên lạ” để sửa."
        ).format(count=words.count(len(rows)))
    ]


def _filter_word(code: str) -> str:
    if code == ALL:
        return tr("Tất cả")
    if code == NAMES:
        return tr("⚑ Tên lạ")
    return tr("· Bỏ qua") if code == "skipped" else words.row_verdict(code)[0]
