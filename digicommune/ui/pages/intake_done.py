"""What saving a list did, in numbers, what still waits, and where to go on; it undoes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from digicommune.ui import plain, style, words
from digicommune.ui.language import tr
from digicommune.ui.page import Desk
from digicommune.ui.views.frames import card, column, empty_layout, holder, row

if TYPE_CHECKING:
    from digicommune.operations.intake import ImportDone


class DonePanel(QWidget):
    """``again`` when the officer goes on with the next file; ``undone`` when all is taken back."""

    again = Signal()
    undone = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._import: int | None = None
        self._sign = plain.label()
        self._title = plain.label("", "heading", wrap=True)
        self.message = plain.label("", wrap=True)
        self._numbers = row(gap=12)
        self.waits = plain.label("", "notice", wrap=True)
        self.more = plain.button("", "main")
        self.more.setAutoDefault(True)  # Enter presses it where it has the keyboard
        self.more.clicked.connect(self.again)
        self.undo = plain.button(tr("Hoàn tác lần nhập này…"))
        self.undo.clicked.connect(lambda: self._ask(True))
        self.waiting = plain.button(tr("Xem các dòng chờ"))
        self.waiting.clicked.connect(lambda: desk.open_page("intake/waiting"))
        today = plain.button(tr("Xem số liệu hôm nay"))
        today.clicked.connect(lambda: desk.open_page("overview"))
        self.sure = plain.button(tr("Hoàn tác"), "main")
        self.sure.clicked.connect(self._tell)
        self._keep = plain.button(tr("Giữ lại"))
        self._keep.clicked.connect(lambda: self._ask(False))
        self._question = self._question_bar()
        head = row(self._sign, gap=12)
        head.addWidget(self._title, 1)
        steps = row(self.more, self.waiting, today, 1, self.undo)
        parts = (head, self.message, self._numbers, self.waits, steps, self._question)
        body = card(*parts, gap=16, edge=24)
        self.setLayout(column(body, 1))

    def show_done(self, file: str, done: ImportDone, left: int) -> None:
        """Shows what one import did; ``left`` files of the queue are still to be imported."""
        self._import = done.import_id
        nothing = done.import_id is None
        self._sign.setPixmap(style.sign("check", "good", 32))
        self._title.setText(
            tr("{file}: không có gì mới để lưu").format(file=file)
            if nothing
            else tr("Đã lưu {file}").format(file=file)
        )
        self.message.setText(plain.cut(done.message))
        empty_layout(self._numbers)
        for name, number in _numbers(done):
            self._numbers.addWidget(_number(name, number), 1)
        self._show_waiting(done)
        self.undo.setVisible(not nothing)
        self._ask(False)
        self.show_left(left)
        self.more.setFocus()

    def show_left(self, left: int) -> None:
        """How many files of the queue are still to be imported."""
        self.more.setText(
            tr("Nhập tệp tiếp theo (còn {count})").format(count=words.count(left))
            if left
            else tr("Nhập danh sách khác")
        )
        self.more.setAccessibleName(self.more.text())

    def show_undone(self, sentence: str) -> None:
        """The import was taken back: what stayed is told in one sentence."""
        self._sign.setPixmap(style.sign("refresh", "main", 32))
        self._title.setText(tr("Đã hoàn tác lần nhập này"))
        self.message.setText(plain.cut(sentence))
        empty_layout(self._numbers)
        self.waits.hide()
        self.waiting.hide()
        self.undo.hide()
        self._ask(False)

    def _show_waiting(self, done: ImportDone) -> None:
        doubtful, wrong = done.counts.get("doubtful", 0), done.counts.get("rejected", 0)
        self.waits.setText(
            tr(
                "! {doubtful} dòng nghi trùng và {wrong} dòng sai chưa được tính; "
                "dòng sai được kể ở thẻ “Đã nhập”."
            ).format(doubtful=words.count(doubtful), wrong=words.count(wrong))
        )
        self.waits.setVisible(done.import_id is not None and doubtful + wrong > 0)
        self.waiting.setVisible(done.import_id is not None and doubtful > 0)

    def _ask(self, on: bool) -> None:
        self._question.setVisible(on)
        if on:
            self._keep.setFocus()

    def _tell(self) -> None:
        if self._import is not None:
            self.undone.emit(self._import)

    def _question_bar(self) -> QWidget:
        text = plain.label(
            tr("Mọi dòng của lần nhập này sẽ được lấy lại; dòng đã sửa tay sau đó được giữ."),
            wrap=True,
        )
        inside = row(gap=8)
        inside.addWidget(text, 1)
        inside.addWidget(self._keep)
        inside.addWidget(self.sure)
        made = holder(inside)
        made.hide()
        return made


def _numbers(done: ImportDone) -> tuple[tuple[str, int], ...]:
    return (
        (tr("Thêm vào sổ"), done.created),
        (tr("Tài khoản, mã QR, số liệu"), done.facts),
        (tr("Giá trị cập nhật"), done.updated),
        (tr("Đã có từ trước"), done.counts.get("known", 0)),
        (tr("Nghi trùng, chưa tính"), done.counts.get("doubtful", 0)),
        (tr("Dòng sai"), done.counts.get("rejected", 0)),
    )


def _number(name: str, number: int) -> QFrame:
    return card(
        plain.label(words.count(number), "figure_small"),
        plain.label(name, "small", wrap=True),
        1,
        gap=2,
        edge=12,
    )
