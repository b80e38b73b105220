"""How the office numbers its papers, looked at and changed; numbers given before stay."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from digicommune.errors import UserError
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.issue_words import series_name
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.table import Column, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from digicommune.operations.issue_ways import Series, Ways
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.issue_calls import IssueCalls

HIGHEST = 99_999


class WaysDialog(QDialog):
    """Every change is kept at once."""

    def __init__(self, parent: QWidget, desk: Desk, calls: IssueCalls) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Cách đánh số văn bản"))
        self.resize(620, 520)
        self._desk, self._calls = desk, calls
        self.found: Ways | None = None
        self.per_type = plain.radio(tr("Mỗi loại văn bản một dãy số (BC, QĐ, TTr…)"))
        self.common = plain.radio(tr("Mọi loại văn bản chung một dãy số"))
        self.printed = plain.check(tr("In mã kiểm tra ở chân trang của văn bản phát hành"))
        self.table = Table(_columns(), tr("Các dãy số"))
        self.table.setMinimumHeight(170)
        self.following = QLineEdit()
        self.following.setValidator(QIntValidator(1, HIGHEST, self.following))
        self.following.setAcceptDrops(False)
        self.following.setFixedWidth(110)
        plain.named(self.following, tr("Số tiếp theo"))
        self.keep = plain.button(tr("Đặt số tiếp theo"))
        self.problem = plain.label("", "bad", wrap=True)
        self.problem.hide()
        self._connect()
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Asks the ways and where each series stands."""
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.ways(None),
                done=self._show,
                owner=self,
                topic="ways",
            )
        )

    def _show(self, found: Ways) -> None:
        self.found = found
        chosen = self.common if found.numbering == "common" else self.per_type
        for box, on in ((chosen, True), (self.printed, found.code_printed)):
            box.blockSignals(True)
            box.setChecked(on)
            box.blockSignals(False)
        self.table.show_rows(found.series)
        if self.table.current() is None:
            self.table.selectRow(0)
        self._pick(self.table.current())

    def _pick(self, line: Series | None) -> None:
        if line is not None:
            self.following.setText(f"{line.following:02d}")

    def choose(self, numbering: str) -> None:
        """From now on; numbers given before stay."""
        if self.found is not None and self.found.numbering != numbering:
            self._keep(lambda: self._calls.set_numbering(numbering))

    def keep_next(self) -> None:
        """The series chosen goes on from the number typed."""
        line: Series | None = self.table.current()
        if line is None or self.found is None or not self.following.hasAcceptableInput():
            return
        year, number = self.found.year, int(self.following.text())
        self._keep(lambda: self._calls.set_next(line.code, year, number))

    def _keep(self, step: Callable[[], None]) -> None:
        self.problem.hide()

        def failed(error: Exception) -> None:
            if isinstance(error, UserError):
                self.problem.setText(plain.cut(" ".join(self._desk.word(error))))
                self.problem.show()
            else:
                self._desk.alert(error)
            self.refresh()

        self._desk.run(
            Task(
                call=lambda _progress: step(),
                done=lambda _none: self.refresh(),
                failed=failed,
                owner=self,
                topic="keep ways",
                writes=True,
            )
        )

    def _connect(self) -> None:
        for box, code in ((self.per_type, "per_type"), (self.common, "common")):
            box.clicked.connect(partial(_choose, self, code))
        self.printed.clicked.connect(
            lambda on: self._keep(lambda: self._calls.set_code_printed(bool(on)))
        )
        self.table.chosen.connect(self._pick)
        self.keep.clicked.connect(lambda _checked: self.keep_next())

    def _lay_out(self) -> None:
        close = plain.button(tr("Đóng"))
        close.clicked.connect(self.close)
        said = tr("Số chạy từ 01 ngày 01/01 đến hết 31/12. Thủ trưởng cơ quan quyết định đánh")
        rest = tr("chung hay riêng từng loại; đổi lúc nào tính từ lúc đó, số đã cấp giữ nguyên.")
        about = tr("Nếu văn phòng đã cấp số ngoài phần mềm, đặt số tiếp theo của dãy cho khớp sổ.")
        layout = column(
            plain.label(tr("Cách đánh số văn bản"), "heading"),
            plain.label(f"{said} {rest}", "soft", wrap=True),
            self.per_type,
            self.common,
            self.printed,
            gap=10,
        )
        layout.addWidget(self.table, 1)
        layout.addWidget(plain.label(about, "soft", wrap=True))
        layout.addWidget(self.problem)
        asks = plain.label(tr("Số tiếp theo"), "soft")
        layout.addLayout(row(asks, self.following, self.keep, 1, close))
        layout.setContentsMargins(24, 20, 24, 16)
        self.setLayout(layout)


def _choose(dialog: WaysDialog, code: str, _checked: bool = False) -> None:
    dialog.choose(code)


def _columns() -> tuple[Column[Series], ...]:
    return (
        Column(tr("Dãy số"), lambda one: series_name(one.code), least=200),
        Column(tr("Đã phát hành"), lambda one: words.count(one.papers), number=True, width=120),
        Column(
            tr("Số cuối"),
            lambda one: f"{one.last:02d}" if one.last else "–",
            number=True,
            width=90,
        ),
        Column(tr("Số tiếp theo"), lambda one: f"{one.following:02d}", number=True, width=120),
    )
