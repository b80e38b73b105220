"""The line that names the villages still owing figures, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.views.chips import chip, set_chip
from digicommune.ui.views.frames import row
from digicommune.ui.words_entry import days_left

if TYPE_CHECKING:
    from digicommune.domain.reminders import Missing

NAMED = 3  # villages named in the line; the tooltip has all of them


class OwingBar(QFrame):
    """Tells what was clicked: the reminder, the form out, the form back."""

    remind = Signal()
    form_out = Signal()
    form_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state = chip("", "muted")
        self.names = plain.label("", "soft")
        self.names.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.copy = plain.button(
            tr("Chép lời nhắc"), "", tr("Chép lời nhắc các thôn, dán thẳng vào nhóm Zalo")
        )
        out = plain.button(tr("Xuất biểu cho thôn"), "", tr("Biểu Excel của kỳ này để thôn điền"))
        back = plain.button(tr("Nhận biểu về"), "", tr("Đọc biểu thôn gửi lại"))
        self.buttons = (self.copy, out, back)
        for made, told in zip(
            self.buttons, (self.remind, self.form_out, self.form_back), strict=True
        ):
            made.clicked.connect(lambda _checked, told=told: told.emit())
        layout = row(self.state, self.names, *self.buttons)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def show_missing(self, missing: Missing) -> None:
        """Says who owes figures and by when."""
        count = len(missing.villages)
        self.copy.setEnabled(count > 0)
        if not count:
            set_chip(self.state, tr("✓ Đủ số liệu các thôn"), "good")
            self.names.setText("")
            self.names.setToolTip("")
            return
        told = tr("! Thiếu {count}/{all} thôn").format(
            count=words.count(count), all=words.count(missing.expected)
        )
        set_chip(self.state, told, "bad" if missing.late else "warn")
        due = tr("hạn {day}, {left}").format(
            day=words.day(missing.due), left=days_left(missing.days_left)
        )
        names = [one.name for one in missing.villages]
        more = f" +{count - NAMED}" if count > NAMED else ""
        self.names.setText(plain.cut(f"{due}: {', '.join(names[:NAMED])}{more}"))
        lines = [f"{one.name}: {'; '.join(one.lacks)}" for one in missing.villages]
        self.names.setToolTip(plain.tip("\n".join(lines)).replace("\n", "<br>"))
        self.names.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
