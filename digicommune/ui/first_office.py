"""The first window of a new office: asks the commune's name and makes its file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from digicommune.errors import UserError
from digicommune.ui import plain, style
from digicommune.ui.language import tr
from digicommune.ui.tasks import Task, Tasks
from digicommune.ui.views.frames import card, column, row

Create = Callable[[str, str, str], object]  # commune, province, chairman


class FirstOffice(QWidget):
    """``made`` follows when the file stands; the window then opens on it."""

    made = Signal()

    def __init__(self, tasks: Tasks, where: str, create: Create) -> None:
        super().__init__()
        self._tasks, self._create = tasks, create
        self.commune, self.province, self.chairman = QLineEdit(), QLineEdit(), QLineEdit()
        self.commune.setPlaceholderText(tr("ví dụ: xã Hoằng Châu"))
        self.province.setPlaceholderText(tr("ví dụ: Thanh Hóa"))
        self.chairman.setPlaceholderText(tr("để trống nếu chưa cần"))
        self.problem = plain.label("", "bad", wrap=True)
        self.problem.hide()
        self.make = plain.button(tr("Lập dữ liệu cho xã"), "main")
        self.make.setDefault(True)
        self.make.clicked.connect(self._start)
        for line in (self.commune, self.province, self.chairman):
            line.setMaxLength(120)
            line.returnPressed.connect(self._start)
        self._lay_out(where)

    def _start(self) -> None:
        given = tuple(one.text().strip() for one in (self.commune, self.province, self.chairman))
        self.make.setEnabled(False)
        self.problem.hide()
        self._tasks.run(
            Task(
                call=lambda _progress: self._create(*given),
                done=lambda _made: self.made.emit(),
                owner=self,
                topic="create",
                failed=self._refuse,
                ended=lambda: self.make.setEnabled(True),
                writes=True,
            )
        )

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._tasks.failed.emit(error)
            return
        self.problem.setText(plain.cut(error.sentence()))
        self.problem.show()

    def _lay_out(self, where: str) -> None:
        self.setObjectName("page")
        self.setWindowTitle("DigiCommune")
        self.setWindowIcon(style.icon("emblem", "main"))
        self.setMinimumSize(560, 420)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        for title, line in (
            (tr("Tên xã, phường"), self.commune),
            (tr("Tỉnh, thành phố"), self.province),
            (tr("Chủ tịch UBND"), self.chairman),
        ):
            plain.named(line, title)
            form.addRow(plain.label(title, "soft"), line)
        head = plain.label(tr("Lập dữ liệu cho xã của bạn"), "heading")
        words = tr(
            "Số liệu nằm trọn trong một tệp trên máy này, không gửi đi đâu. Sau bước này, nhập danh"
            " sách thôn rồi nhập danh sách của ngân hàng."
        )
        place = plain.label(tr("Tệp dữ liệu: {path}").format(path=where), "small", wrap=True)
        steps = row(1, self.make)
        inside = card(
            head, plain.label(words, "soft", wrap=True), form, self.problem, place, steps, gap=16
        )
        layout = column(1, inside, 1)
        layout.setContentsMargins(24, 24, 24, 24)
        self.setLayout(layout)
