"""Asks whose QR stands are to be printed, in which size, from which on; shows them as paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QSpinBox, QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.people_paper import PaperDialog
from digicommune.ui.tasks import Task, Ticket
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.progress import ProgressPanel
from digicommune.ui.views.steady_box import SteadyBox

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digicommune.operations.qr_stands import MadeStands, StandRequest
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.qr_calls import CodeCalls

NAMES_TOLD = 8  # of the shops that get no stand


class QrStandsDialog(QDialog):
    """Opens beside the page without blocking it; the stands open in a window of their own."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        calls: CodeCalls,
        villages: Iterable[tuple[int, str]],
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("In biển QR"))
        self.resize(620, 420)
        self._desk, self._calls = desk, calls
        self._ticket: Ticket | None = None
        self.dialog: PaperDialog | None = None
        self.village = SteadyBox(tr("Thôn"), 300)
        self.village.addItem(tr("Mọi thôn"), None)
        for number, name in villages:
            self.village.addItem(plain.cut(name), number)
        self.small = plain.radio(tr("A6, bốn biển một tờ A4"))
        self.large = plain.radio(tr("A5, hai biển một tờ A4"))
        self.small.setChecked(True)
        self.first = QSpinBox()
        self.first.setRange(1, 99_999)
        self.first.setProperty("kind", "bare")
        self.first.setFixedWidth(96)
        self.first.lineEdit().setTextMargins(8, 0, 0, 0)
        self.progress = ProgressPanel()
        self.progress.cancelled.connect(self._stop)
        self.said = plain.label(
            tr("Mã nào cần xem lại thì không in; mỗi mã được đọc lại trước khi đưa lên biển."),
            "soft",
            wrap=True,
        )
        self.make = plain.button(tr("Làm biển"), "main")
        self.make.clicked.connect(lambda _checked: self._make())
        self._lay_out()

    def request(self) -> StandRequest:
        """What is chosen."""
        from digicommune.operations.qr_stands import StandRequest

        size: Literal["a5", "a6"] = "a5" if self.large.isChecked() else "a6"
        return StandRequest(self.village.currentData(), size, self.first.value())

    def _make(self) -> None:
        request = self.request()
        self.make.setEnabled(False)
        self.progress.start(tr("Đang làm biển…"))
        self._ticket = self._desk.run(
            Task(
                call=lambda progress: self._calls.stands(request, progress),
                done=self._show,
                owner=self,
                topic="stands",
                failed=self._refused,
                progress=self.progress.advance,
                ended=self._ended,
                writes=True,
            )
        )

    def _ended(self) -> None:
        self.make.setEnabled(True)
        self.progress.hide()

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()

    def _refused(self, error: Exception) -> None:
        from digicommune.errors import UserError

        if not isinstance(error, UserError):
            self._desk.alert(error)
            return
        self._say(" ".join(self._desk.word(error)), "bad")

    def _show(self, made: MadeStands) -> None:
        said = [tr("Đã làm {count} biển.").format(count=words.count(made.stands))]
        if made.doubted:
            said.append(tr("Mã cần xem lại, không in: {names}.").format(names=_some(made.doubted)))
        if made.without_text:
            said.append(tr("Chưa có nội dung mã: {names}.").format(names=_some(made.without_text)))
        self._say(" ".join(said), "")
        self.dialog = PaperDialog(self, self._desk, made.document, self._calls.write)
        self.dialog.show()

    def _say(self, text: str, kind: str) -> None:
        self.said.setText(plain.cut(text))
        plain.set_kind(self.said, kind)

    def _lay_out(self) -> None:
        close = plain.button(tr("Đóng"))
        close.clicked.connect(self.close)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        for title, part in (
            (tr("Thôn"), self.village),
            (tr("Cỡ biển"), column(self.small, self.large, gap=4)),
            (tr("In từ biển số"), self.first),
        ):
            form.addRow(plain.label(title, "soft"), part)
        plain.named(self.first, tr("In từ biển số"))
        plain.set_tip(self.first, tr("Máy in dừng giữa chừng thì ghi số biển cần in tiếp."))
        layout = column(gap=16)
        layout.addLayout(form)
        layout.addWidget(self.said)
        layout.addStretch(1)
        layout.addWidget(self.progress)
        layout.addLayout(row(1, close, self.make))
        layout.setContentsMargins(24, 24, 24, 16)
        self.setLayout(layout)


def _some(names: tuple[str, ...]) -> str:
    """The first names, and how many more there are."""
    told = ", ".join(names[:NAMES_TOLD])
    more = len(names) - NAMES_TOLD
    return told if more <= 0 else tr("{names} và {count} hộ khác").format(names=told, count=more)
