"""The editor of one criteria set: head and criteria, faults in place; it saves on asking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from digicommune.errors import UserError
from digicommune.settings import today
from digicommune.ui import plain, words, words_criteria
from digicommune.ui.language import tr
from digicommune.ui.pages.pack_criterion_form import Choices, CriterionForm
from digicommune.ui.pages.pack_fields import Field, line
from digicommune.ui.pages.pack_head_form import HeadForm
from digicommune.ui.tasks import Task
from digicommune.ui.views.chips import chip, set_chip
from digicommune.ui.views.frames import card, column, row
from digicommune.ui.views.table import Column, Table

if TYPE_CHECKING:
    from digicommune.domain.criteria import Criterion
    from digicommune.operations.criteria_packs import PackNews
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.criteria_calls import PackCalls
    from digicommune.ui.pages.pack_draft import PackDraft
    from digicommune.ui.style import Tone

Line = tuple[int, "Criterion | None", int]  # place (-1: the set itself), criterion, faults


class PackEditor(QWidget):
    """``saved`` tells what was kept, ``left`` that one goes back to the list."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, calls: PackCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self.draft: PackDraft | None = None
        self._showing = False
        self._at = -1
        self.title = plain.label("", "heading")
        self.state = chip("", "muted")
        self.table = Table(_columns(), tr("Các tiêu chí của bộ"))
        self.table.setFixedWidth(396)
        self.table.chosen.connect(self._choose)
        self.head, self.form = HeadForm(), CriterionForm()
        self.right = QStackedWidget()
        self.told = plain.label("", "soft", wrap=True)
        self.problem = plain.label("", "notice", wrap=True)
        self.problem.hide()
        self.checking = CheckedStrip()
        self.buttons = {
            "add": plain.button(tr("Thêm tiêu chí")),
            "remove": plain.button(tr("Bỏ")),
            "up": plain.button("↑", "", tr("Đưa lên trên")),
            "down": plain.button("↓", "", tr("Đưa xuống dưới")),
            "check": plain.button(tr("Đánh dấu đã đối chiếu…")),
            "back": plain.button(tr("Quay lại danh sách")),
            "save": plain.button(tr("Lưu thành bản mới"), "main"),
        }
        self._connect()
        self._lay_out()

    def offer(self, choices: Choices) -> None:
        """What indicators and bases may be chosen."""
        self.form.offer(choices)

    def open_on(self, draft: PackDraft) -> None:
        """Begins with a set."""
        self.draft = draft
        self._at = -1
        self.problem.hide()
        self.checking.hide()
        self._show()
        self.table.selectRow(0)

    # --- showing

    def _show(self) -> None:
        """Everything that follows from the draft; nothing of it is told back."""
        draft = self.draft
        if draft is None or self._showing:
            return
        self._showing = True
        faults = draft.faults()
        self.title.setText(plain.cut(draft.now.title or tr("Bộ tiêu chí mới")))
        set_chip(self.state, *words_criteria.set_state(draft.now))
        lines: list[Line] = [(-1, None, sum("[" not in key for key in faults))]
        for at, one in enumerate(draft.now.criteria):
            mine = sum(key.startswith(f"criteria[{at}].") for key in faults)
            lines.append((at, one, mine))
        self.table.show_rows(lines)
        self.table.selectRow(self._at + 1)
        self._show_form(faults)
        self._tell(len(faults))
        self._showing = False

    def _show_form(self, faults: dict[str, str]) -> None:
        draft = self.draft
        assert draft is not None
        self.right.setCurrentIndex(0 if self._at < 0 else 1)
        if self._at < 0:
            self.head.open_on(draft.now, new=draft.before is None)
            self.head.show_faults(faults)
            return
        self.form.open_on(draft.now, self._at)
        start = f"criteria[{self._at}]."
        own = {_field(key, start): why for key, why in faults.items() if key.startswith(start)}
        self.form.show_faults(own)

    def _tell(self, faults: int) -> None:
        draft = self.draft
        assert draft is not None
        if faults:
            said = tr("✗ Còn {count} chỗ chưa dùng được.").format(count=faults)
        elif draft.changed:
            said = tr("! Chưa lưu.")
        else:
            said = tr("✓ Không có gì chưa lưu.")
        checked = _checked_by(draft)
        self.told.setText(plain.cut(f"{said} {checked}".strip()))
        self.buttons["save"].setEnabled(draft.changed and not faults)
        verified = draft.now.verified
        self.buttons["check"].setText(
            tr("Bỏ đánh dấu đối chiếu") if verified else tr("Đánh dấu đã đối chiếu…")
        )
        one = self._at >= 0
        self.buttons["remove"].setEnabled(one)
        self.buttons["up"].setEnabled(self._at > 0)
        self.buttons["down"].setEnabled(one and self._at < len(draft.now.criteria) - 1)

    def _choose(self, line_: Line) -> None:
        if self._showing or self.draft is None:
            return
        self.setFocus()  # the field one leaves shows its text anew
        self._at = line_[0]
        self._show()

    # --- editing

    def _edit_head(self, key: str, value: Any) -> None:
        if self.draft is not None and not self._showing:
            self.draft.set_head(key, value)
            self._show()

    def _edit_passing(self, key: str, value: Any) -> None:
        if self.draft is not None and not self._showing:
            self.draft.set_passing(key, value)
            self._show()

    def _edit(self, key: str, value: Any) -> None:
        if self.draft is not None and self._at >= 0 and not self._showing:
            self.draft.set_criterion(self._at, key, value)
            self._show()

    def _unread(self, key: str, reason: str) -> None:
        if self.draft is None or self._showing:
            return
        place = key if self._at < 0 else f"criteria[{self._at}].{key}"
        self.draft.unread(place, reason)
        self._show()

    def _add(self) -> None:
        if self.draft is not None:
            self._at = self.draft.add()
            self._show()
            self.form.name.setFocus()

    def _remove(self) -> None:
        if self.draft is not None and self._at >= 0:
            self.draft.remove(self._at)
            self._at = min(self._at, len(self.draft.now.criteria) - 1)
            self._show()

    def _move(self, step: int) -> None:
        if self.draft is not None and self._at >= 0:
            self._at = self.draft.move(self._at, step)
            self._show()

    def _check(self) -> None:
        if self.draft is None:
            return
        if self.draft.now.verified:
            self.draft.unmark_checked()
            self._show()
        else:
            self.checking.ask(self.draft.now.legal_basis)

    def _checked(self, who: str, against: str) -> None:
        if self.draft is not None:
            self.draft.mark_checked(who, against, today())
            self._show()

    # --- saving and leaving

    def _save(self) -> None:
        draft = self.draft
        if draft is None:
            return
        now, before = draft.now, draft.before
        self.problem.hide()
        self.buttons["save"].setEnabled(False)
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.save(now, before),
                done=self._kept,
                owner=self,
                topic="pack-save",
                failed=self._refuse,
                writes=True,
            )
        )

    def _kept(self, news: PackNews) -> None:
        if self.draft is not None and self.draft.now.code == news.pack.code:
            self.draft.before = news.pack
            self._show()
        self._desk.say(tr("Đã lưu bản mới của bộ {code}.").format(code=news.pack.code))
        self.saved.emit(news)

    def _refuse(self, error: Exception) -> None:
        self._show()
        if not isinstance(error, UserError):
            self._desk.alert(error)
            return
        self._warn(" ".join(self._desk.word(error)))

    @property
    def unsaved(self) -> bool:
        """Whether leaving would lose something and nobody was warned of it yet."""
        return self.draft is not None and self.draft.changed and not self.problem.isVisible()

    def leave(self) -> None:
        """Back to the list; with something unsaved only at the second asking."""
        if self.unsaved:
            self._warn(tr("Còn chỗ chưa lưu. Bấm “Quay lại danh sách” lần nữa để bỏ các chỗ đó."))
            return
        self.draft = None
        self.left.emit()

    def _warn(self, text: str) -> None:
        self.problem.setText(plain.cut(text))
        self.problem.show()

    # --- laying out

    def _connect(self) -> None:
        self.head.edited.connect(self._edit_head)
        self.head.passing.connect(self._edit_passing)
        self.form.edited.connect(self._edit)
        for form in (self.head, self.form):
            form.unread.connect(self._unread)
        self.checking.given.connect(self._checked)
        for key, step in (
            ("add", self._add),
            ("remove", self._remove),
            ("up", lambda: self._move(-1)),
            ("down", lambda: self._move(1)),
            ("check", self._check),
            ("back", self.leave),
            ("save", self._save),
        ):
            self.buttons[key].clicked.connect(lambda _on, step=step: step())

    def _lay_out(self) -> None:
        buttons = self.buttons
        for key in ("up", "down"):
            buttons[key].setFixedWidth(44)
        self.right.addWidget(self.head)
        self.right.addWidget(self.form)
        order = row(buttons["add"], buttons["remove"], 1, buttons["up"], buttons["down"])
        left = column(gap=8)
        left.addWidget(self.table, 1)
        left.addLayout(order)
        body = row(gap=16)
        body.addLayout(left)
        body.addWidget(card(self.right), 1)
        layout = column(row(self.title, self.state, 1, gap=12), gap=12)
        layout.addLayout(body, 1)
        layout.addWidget(self.checking)
        layout.addWidget(self.problem)
        foot = row(buttons["back"], buttons["check"], gap=12)
        foot.addWidget(self.told, 1)
        foot.addWidget(buttons["save"])
        layout.addLayout(foot)
        self.setLayout(layout)


class CheckedStrip(QFrame):
    """Asks who read the set beside which text; ``given`` tells both."""

    given = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "note")
        self.who, self.against = line(120), line(300)
        self.do = plain.button(tr("Xác nhận đã đối chiếu"), "main")
        self.do.clicked.connect(lambda _on: self._give())
        leave = plain.button(tr("Thôi"), "flat")
        leave.clicked.connect(lambda _on: self.hide())
        for box in (self.who, self.against):
            box.textChanged.connect(lambda _text: self._fit())
        who = Field(tr("Ai đã đọc và đối chiếu"), self.who)
        who.setFixedWidth(232)
        against = Field(
            tr("Đối chiếu với văn bản nào (số, ngày, bản gốc hay bản sao)"), self.against
        )
        layout = row(who, against, column(1, row(leave, self.do)), gap=12)
        layout.setContentsMargins(16, 12, 16, 12)
        self.setLayout(layout)
        self.hide()

    def ask(self, basis: str) -> None:
        """Shows itself, with the text the set names."""
        self.against.setText(basis[:300])
        self._fit()
        self.show()
        self.who.setFocus()

    def _fit(self) -> None:
        self.do.setEnabled(bool(self.who.text().strip() and self.against.text().strip()))

    def _give(self) -> None:
        self.hide()
        self.given.emit(self.who.text().strip(), self.against.text().strip())


def _field(key: str, start: str) -> str:
    """ "by_group" of "criteria[2].by_group[0].value"."""
    return key.removeprefix(start).partition("[")[0]


def _checked_by(draft: PackDraft) -> str:
    one = draft.now
    if not (one.verified and one.checked_by):
        return ""
    day = words.day(one.checked_on) if one.checked_on else ""
    told = tr("{who} đối chiếu với {text}, ngày {day}.")
    return told.format(who=one.checked_by, text=one.checked_against, day=day)


def _columns() -> tuple[Column[Line], ...]:
    return (
        Column(
            tr("Xét"),
            lambda one: _fault_mark(one)[0],
            tone=lambda one: _fault_mark(one)[1],
            width=56,
        ),
        Column(tr("Mã"), lambda one: one[1].code if one[1] else "", width=76),
        Column(
            tr("Tên"),
            lambda one: one[1].name if one[1] else tr("Thông tin chung"),
            least=150,
        ),
        Column(
            tr("Loại"),
            lambda one: words_criteria.kind_short(one[1].kind) if one[1] else "",
            width=98,
        ),
    )


def _fault_mark(one: Line) -> tuple[str, Tone]:
    return (f"✗ {one[2]}", "bad") if one[2] else ("✓", "good")
