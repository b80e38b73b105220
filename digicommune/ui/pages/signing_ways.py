"""How the office signs: here or elsewhere, whose roots it trusts, its seal; kept at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from digicommune.errors import UserError
from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.typed_fields import line_field

if TYPE_CHECKING:
    from collections.abc import Callable

    from digicommune.domain.signing_keys import SigningWays
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.signing_calls import SigningCalls


class SigningWaysDialog(QDialog):
    """``kept`` after each change."""

    kept = Signal()

    def __init__(self, parent: QWidget, desk: Desk, calls: SigningCalls) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Cách ký số"))
        self.setMinimumWidth(600)
        self._desk, self._calls = desk, calls
        self.here = plain.check(tr("Cho ký ngay trong chương trình (tệp khóa, USB token)"))
        self.roots = line_field(tr("Thư mục chứng thư gốc"), most=400)
        self.roots.setReadOnly(True)
        self.seal = line_field(tr("Đường kính con dấu (mm)"), most=3)
        self.seal.setFixedWidth(90)
        self.seal.setPlaceholderText(tr("theo hình"))
        self.problem = plain.label("", "bad", wrap=True)
        self.problem.hide()
        self._lay_out()
        self._ask()

    def _ask(self) -> None:
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.ways(),
                done=self._show,
                owner=self,
                topic="ways",
            )
        )

    def _show(self, found: SigningWays) -> None:
        self.here.blockSignals(True)
        self.here.setChecked(found.allowed)
        self.here.blockSignals(False)
        self.roots.setText(plain.cut(found.trust_folder))
        self.seal.setText(found.seal_mm)

    def keep_seal(self) -> None:
        """The diameter typed, or that of the image where nothing is."""
        typed = self.seal.text().strip()
        self._keep(lambda: self._calls.set_seal(int(typed) if typed.isdecimal() else None))

    def choose_roots(self) -> None:
        """Asks for the folder of certificates."""
        dialog = QFileDialog(self, tr("Thư mục chứng thư gốc"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.trust)
        dialog.open()

    def trust(self, folder: str) -> None:
        """From now on chains are checked against the certificates in it; empty: not at all."""
        self._keep(lambda: self._calls.trust(folder))

    def _keep(self, step: Callable[[], object]) -> None:
        self.problem.hide()

        def failed(error: Exception) -> None:
            if isinstance(error, UserError):
                self.problem.setText(plain.cut(" ".join(self._desk.word(error))))
                self.problem.show()
            else:
                self._desk.alert(error)

        def done(_none: object) -> None:
            self._ask()
            self.kept.emit()

        self._desk.run(
            Task(
                call=lambda _progress: step(),
                done=done,
                failed=failed,
                owner=self,
                topic="signing ways",
                writes=True,
            )
        )

    def _lay_out(self) -> None:
        self.here.clicked.connect(lambda on: self._keep(lambda: self._calls.allow(bool(on))))
        choose, none = plain.button(tr("Chọn…")), plain.button(tr("Không kiểm"), "flat")
        choose.clicked.connect(lambda _checked: self.choose_roots())
        none.clicked.connect(lambda _checked: self.trust(""))
        keep = plain.button(tr("Ghi"))
        keep.clicked.connect(lambda _checked: self.keep_seal())
        close = plain.button(tr("Đóng"))
        close.clicked.connect(self.close)
        usual = tr("Thường thì ký bằng phần mềm ký số của cơ quan; chỉ bật khi được phép ký ở đây.")
        chain = tr("Chứng thư gốc của nơi cấp chữ ký số, để kiểm chữ ký khi không có mạng.")
        layout = column(
            plain.label(tr("Cách ký số"), "heading"),
            self.here,
            plain.label(usual, "small", wrap=True),
            plain.label(tr("Thư mục chứng thư gốc"), "caps"),
            row(self.roots, choose, none),
            plain.label(chain, "small", wrap=True),
            plain.label(tr("Đường kính con dấu (mm)"), "caps"),
            row(self.seal, keep, 1),
            self.problem,
            row(1, close),
            gap=8,
        )
        layout.setContentsMargins(24, 20, 24, 16)
        self.setLayout(layout)
