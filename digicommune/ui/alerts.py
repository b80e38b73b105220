"""The one place where errors are shown: what the officer can mend, and apologies for bugs."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from digicommune.errors import Cancelled, UserError
from digicommune.ui import plain, style
from digicommune.ui.language import tr
from digicommune.ui.page import as_written

LOG = logging.getLogger("digicommune.ui")
Wording = Callable[[UserError], tuple[str, str]]


class AlertBar(QWidget):
    """A bar above the page: it never blocks; the next error or the cross takes it away.

    Its parts are made with the first news, not with the window.
    """

    shown = Signal(str)

    def __init__(self, log_path: Path | None = None, wording: Wording = as_written) -> None:
        super().__init__()
        self._log_path = log_path
        self._wording = wording
        self._parts: _Parts | None = None
        self.hide()

    @property
    def title(self) -> str:
        """What is said now."""
        return self._parts.title.text() if self._parts else ""

    @property
    def advice(self) -> str:
        """How to mend it, or where the log lies."""
        return self._parts.advice.text() if self._parts else ""

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
        parts = self._ready()
        parts.sign.setPixmap(style.sign("info" if tone == "info" else "warning", tone, 24))
        parts.title.setText(plain.cut(title))
        parts.advice.setText(plain.cut(advice))
        parts.advice.setVisible(bool(advice))
        parts.folder.setVisible(bug and self._log_path is not None)
        plain.set_kind(parts.frame, tone)
        plain.named(self, title)
        self.show()
        self.shown.emit(title)

    def _open_folder(self) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        if self._log_path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_path.parent)))

    def _ready(self) -> _Parts:
        if self._parts is None:
            self._parts = _Parts()
            self._parts.folder.clicked.connect(self._open_folder)
            self._parts.close.clicked.connect(self.hide)
            outer = QVBoxLayout(self)
            outer.setContentsMargins(24, 12, 24, 0)
            outer.addWidget(self._parts.frame)
        return self._parts


class _Parts:
    """The labels and buttons of the bar."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt

        self.frame = QFrame()
        self.frame.setObjectName("alert")
        self.sign = plain.label()
        self.title = plain.label(kind="alert_title", wrap=True)
        self.advice = plain.label(wrap=True)
        for text in (self.title, self.advice):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.folder = plain.button(tr("Mở thư mục nhật ký"))
        self.close = plain.button("", "flat", tr("Đóng thông báo"))
        plain.named(self.close, tr("Đóng thông báo"))
        self.close.setIcon(style.icon("close", "ink"))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title)
        words.addWidget(self.advice)
        row = QHBoxLayout(self.frame)
        row.setContentsMargins(16, 12, 8, 12)
        row.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.sign, 0, top)
        row.addLayout(words, 1)
        row.addWidget(self.folder, 0, top)
        row.addWidget(self.close, 0, top)
