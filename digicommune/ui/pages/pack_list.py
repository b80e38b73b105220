"""The office's criteria sets: what each is, taken in and out as files, begun and copied."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QFrame, QWidget

from digicommune.domain.criteria import CriteriaSet
from digicommune.domain.criteria_changes import copied
from digicommune.errors import UserError
from digicommune.ui import plain, words, words_criteria
from digicommune.ui.language import tr
from digicommune.ui.pages.outgoing import Outgoing, ask_and_save
from digicommune.ui.pages.pack_draft import PackDraft
from digicommune.ui.pages.pack_fields import choice
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import card, column, row
from digicommune.ui.views.table import Column, Table

if TYPE_CHECKING:
    from digicommune.operations.criteria_packs import PackNews
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.criteria_calls import PackCalls

MOST_CHANGES = 12  # lines of differences shown before a set is replaced


class PackList(QWidget):
    """``opened`` tells the draft to edit, ``kept`` that a file was taken in."""

    opened = Signal(object)
    kept = Signal(object)

    def __init__(self, desk: Desk, calls: PackCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self.sets: tuple[CriteriaSet, ...] = ()
        self.table = Table(_columns(), tr("Các bộ tiêu chí"))
        self.table.chosen.connect(self._show_one)
        self.table.doubleClicked.connect(lambda _index: self._edit())
        self.about = plain.label("", wrap=True)
        self.basis = plain.label("", "soft", wrap=True)
        self.incoming = IncomingStrip()
        self.incoming.accepted.connect(self._take_in)
        self.source: QComboBox = choice()
        self.source.setMinimumContentsLength(24)
        plain.named(self.source, tr("Bộ để chép"))
        self.buttons = {
            "edit": plain.button(tr("Sửa bộ này"), "main"),
            "copy": plain.button(tr("Chép tiêu chí vào bộ này")),
            "new": plain.button(tr("Bộ mới")),
            "import": plain.button(tr("Nhập tệp…")),
            "export": plain.button(tr("Xuất tệp…")),
        }
        self._connect()
        self._lay_out()

    def show_sets(self, sets: tuple[CriteriaSet, ...], code: str | None = None) -> None:
        """Shows the sets and stands on one of them."""
        current: CriteriaSet | None = self.table.current()
        wanted = code or (current.code if current else None)
        self.sets = sets
        self.table.show_rows(sets)
        self.table.choose(lambda one: wanted in {None, one.code})
        if self.table.current() is not None:
            self._show_one(self.table.current())

    def _show_one(self, one: CriteriaSet) -> None:
        self.about.setText(plain.cut(one.title))
        said = [one.legal_basis, _checked(one), one.note, words_criteria.passing(one)]
        self.basis.setText(plain.cut("\n".join(each for each in said if each)))
        others = [each for each in self.sets if each.code != one.code and each.criteria]
        self.source.clear()
        for each in others:
            self.source.addItem(plain.cut(f"{each.code} · {each.title}"), each.code)
        self.source.setCurrentIndex(max(0, self.source.findData(one.follows)))
        for part in (self.source, self.buttons["copy"]):
            part.setEnabled(bool(others))

    # --- beginning an edit

    def _edit(self) -> None:
        one: CriteriaSet | None = self.table.current()
        if one is not None:
            self.opened.emit(PackDraft(one, one))

    def _copy(self) -> None:
        one: CriteriaSet | None = self.table.current()
        code = self.source.currentData()
        source = next((each for each in self.sets if each.code == code), None)
        if one is not None and source is not None:
            self.opened.emit(PackDraft(copied(one, source), one))

    def _begin(self) -> None:
        self.opened.emit(PackDraft(CriteriaSet("", "", "", ()), None))

    # --- files

    def choose_file(self) -> None:
        """Opens the file dialog beside the window."""
        dialog = QFileDialog(self, tr("Chọn tệp bộ tiêu chí"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("Bộ tiêu chí (*.toml)"), tr("Mọi tệp (*)")])
        dialog.fileSelected.connect(lambda name: self.look(Path(name)))
        dialog.open()

    def look(self, path: Path) -> None:
        """Reads a pack file and shows what it would bring."""
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.look(path),
                done=lambda news: self.incoming.show_news(path, news),
                owner=self,
                topic="pack-look",
                failed=self._refuse,
            )
        )

    def _take_in(self, path: Path) -> None:
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.take_in(path),
                done=self._taken,
                owner=self,
                topic="pack-import",
                failed=self._refuse,
                writes=True,
            )
        )

    def _taken(self, news: PackNews) -> None:
        self.incoming.hide()
        self._desk.say(tr("Đã nhập bộ tiêu chí {code}.").format(code=news.pack.code))
        self.kept.emit(news)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.incoming.refuse(" ".join(self._desk.word(error)))
        else:
            self._desk.alert(error)

    def _export(self) -> None:
        one: CriteriaSet | None = self.table.current()
        if one is None:
            return
        name = "".join(c if c.isalnum() else "-" for c in one.code).strip("-")
        ask_and_save(
            self,
            self._desk,
            Outgoing(
                tr("Xuất bộ tiêu chí"),
                f"bo-tieu-chi-{name}.toml",
                (tr("Bộ tiêu chí (*.toml)"),),
                lambda path: self._calls.export(one.code, path),
            ),
        )

    # --- laying out

    def _connect(self) -> None:
        for key, step in (
            ("edit", self._edit),
            ("copy", self._copy),
            ("new", self._begin),
            ("import", self.choose_file),
            ("export", self._export),
        ):
            self.buttons[key].clicked.connect(lambda _on, step=step: step())

    def _lay_out(self) -> None:
        buttons = self.buttons
        head = row(plain.label(tr("Bộ tiêu chí"), "heading"), 1, gap=8)
        for key in ("import", "export", "new"):
            head.addWidget(buttons[key])
        copy = row(plain.label(tr("Chép từ"), "soft"), self.source, buttons["copy"], 1)
        copy.addWidget(buttons["edit"])
        self.about.setProperty("kind", "strong")
        layout = column(head, self.incoming, gap=12)
        layout.addWidget(self.table, 1)
        layout.addWidget(card(self.about, self.basis, copy, gap=8))
        self.setLayout(layout)


class IncomingStrip(QFrame):
    """What a file would bring, before it is taken in; ``accepted`` tells the file."""

    accepted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "note")
        self._path: Path | None = None
        self.said = plain.label("", "strong", wrap=True)
        self.changes = plain.label("", wrap=True)
        self.do = plain.button(tr("Nhập bộ này"), "main")
        self.do.clicked.connect(lambda _on: self.accepted.emit(self._path))
        leave = plain.button(tr("Thôi"), "flat")
        leave.clicked.connect(lambda _on: self.hide())
        texts = column(self.said, self.changes, gap=4)
        layout = row(gap=16)
        layout.addLayout(texts, 1)
        layout.addLayout(column(row(leave, self.do), 1))
        layout.setContentsMargins(16, 12, 16, 12)
        self.setLayout(layout)
        self.hide()

    def show_news(self, path: Path, news: PackNews) -> None:
        """Says whether the set is new, the same or another, and where it differs."""
        self._path = path
        named = f"{news.pack.code} · {news.pack.title}"
        if news.same:
            said = tr("Văn phòng đã có đúng bộ này: {named}")
        elif news.before is None:
            said = tr("Sẽ thêm bộ mới: {named}")
        else:
            said = tr("Sẽ thay bộ {named}. Kết quả đã chốt trước đây giữ nguyên.")
        self.said.setText(plain.cut(said.format(named=named)))
        lines = [f"• {one}" for one in news.changes[:MOST_CHANGES]]
        if len(news.changes) > MOST_CHANGES:
            lines.append(tr("… và {count} chỗ khác").format(count=len(news.changes) - MOST_CHANGES))
        lines += [f"! {one}" for one in news.warnings]
        self.changes.setText(plain.cut("\n".join(lines)))
        self.changes.setVisible(bool(lines))
        self.do.setVisible(not news.same)
        self.do.setText(tr("Thay bộ này") if news.before else tr("Nhập bộ này"))
        self.show()

    def refuse(self, why: str) -> None:
        """Says why a file cannot be taken in."""
        self.said.setText(plain.cut(f"✗ {why}"))
        self.changes.hide()
        self.do.hide()
        self.show()


def _checked(one: CriteriaSet) -> str:
    if not (one.verified and one.checked_by):
        return ""
    day = words.day(one.checked_on) if one.checked_on else ""
    told = tr("{who} đối chiếu với {text}, ngày {day}.")
    return told.format(who=one.checked_by, text=one.checked_against, day=day)


def _columns() -> tuple[Column[CriteriaSet], ...]:
    return (
        Column(tr("Mã"), lambda one: one.code, width=156),
        Column(tr("Tên bộ tiêu chí"), lambda one: one.title, least=240),
        Column(
            tr("Hiệu lực"),
            lambda one: words_criteria.span(one.valid_from, one.valid_to),
            width=196,
        ),
        Column(
            tr("Số tiêu chí"), lambda one: words.count(len(one.standing)), number=True, width=100
        ),
        Column(
            tr("Tình trạng"),
            lambda one: words_criteria.set_state(one)[0],
            tone=lambda one: words_criteria.set_state(one)[1],
            width=156,
        ),
    )
