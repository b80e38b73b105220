"""The one place where errors are shown: what the officer can mend, and apologies for bugs."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from digicommune.errors import Cancelled, UserError
from digicommune.ui import plain, style
from digicommune.ui.language import tr

LOG = logging.getLogger("digicommune.ui")
Wording = Callable[[UserError], tuple[str, str]]


def _as_written(error: UserError) -> tuple[str, str]:
    return error.message, error.advice


class AlertBar(QWidget):
    """A bar above the page: it never blocks; the next error or the cross takes it away."""

    shown = Signal(str)

    def __init__(self, log_path: Path | None = None, wording: Wording = _as_written) -> None:
        super().__init__()
        self._log_path = log_path
        self._wording = wording
        self._frame = QFrame()
        self._frame.setObjectName("alert")
        self._sign = plain.label()
        self._title = plain.label(kind="alert_title", wrap=True)
        self._advice = plain.label(wrap=True)
        for text in (self._title, self._advice):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._folder = plain.button(tr("Mở thư mục nhật ký"))
        self._folder.clicked.connect(self._open_folder)
        self._close = plain.button("", "flat", tr("Đóng thông báo"))
        self._close.setAccessibleName(tr("Đóng thông báo"))
        self._close.setIcon(style.icon("close", "ink"))
        self._close.clicked.connect(self.hide)
        self._lay_out()
        self.hide()

    @property
    def title(self) -> str:
        """What is said now."""
        return self._title.text()

    @property
    def advice(self) -> str:
        """How to mend it, or where the log lies."""
        return self._advice.text()

    def show_error(self, error: BaseException) -> None:
        """Shows a ``UserError`` in its own words, any other error as a bug, logged."""
        if isinstance(error, Cancelled):
            return
        if isinstance(error, UserError):
            title, advice = self._wording(error)
            self._say(title, advice, bug=False)
        else:
            self._show_bug(error)

    def say(self, title: str, advice: str = "") -> None:
        """Shows a plain piece of news."""
        self._say(title, advice, bug=False, tone="info")

    def catch_unhandled(self) -> None:
        """From now on errors out of Qt's slots come here instead of to a console."""

        def caught(
            _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
        ) -> None:
            self.show_error(error)

        sys.excepthook = caught

    def _show_bug(self, error: BaseException) -> None:
        LOG.error("bug", exc_info=(type(error), error, error.__traceback__))
        where = str(self._log_path) if self._log_path else tr("(chưa đặt nơi ghi)")
        self._say(
            tr("Xin lỗi, chương trình gặp lỗi ngoài dự tính. Số liệu đã lưu vẫn nguyên vẹn."),
            tr("Hãy thử lại; nếu còn lỗi, gửi tệp nhật ký này cho người hỗ trợ: {path}").format(
                path=where
            ),
            bug=True,
        )

    def _say(self, title: str, advice: str, *, bug: bool, tone: str = "") -> None:
        tone = tone or ("bad" if bug else "warn")
        self._sign.setPixmap(style.pixmap("info" if tone == "info" else "warning", tone, 24))
        self._title.setText(plain.cut(title))
        self._advice.setText(plain.cut(advice))
        self._advice.setVisible(bool(advice))
        self._folder.setVisible(bug and self._log_path is not None)
        plain.set_kind(self._frame, tone)
        plain.named(self, title)
        self.show()
        self.shown.emit(title)

    def _open_folder(self) -> None:
        if self._log_path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_path.parent)))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._advice)
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(16, 12, 8, 12)
        row.setSpacing(12)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._folder, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 12, 24, 0)
        outer.addWidget(self._frame)
