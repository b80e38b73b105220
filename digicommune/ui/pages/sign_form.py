"""What to sign with and as whom; passwords and PINs are told once and kept nowhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QFileDialog, QFormLayout, QLineEdit, QWidget

from digicommune.domain.signing_keys import KeyFile, SignRequest, Token
from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.views.frames import column, holder, row
from digicommune.ui.views.typed_fields import line_field

if TYPE_CHECKING:
    from collections.abc import Callable

    from digicommune.domain.signing_keys import KeySource


class SignForm(QDialog):
    """``filled`` tells a ``SignRequest``; whoever signs closes the form or tells what is wrong."""

    filled = Signal(object)

    def __init__(self, parent: QWidget, issue_id: int) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Ký số tại đây"))
        self.setMinimumWidth(760)
        self._issue_id = issue_id
        self.person = plain.radio(tr("Người có thẩm quyền (ký trước)"))
        self.office = plain.radio(tr("Cơ quan (văn thư ký sau)"))
        self.by_file = plain.radio(tr("Tệp khóa (.p12, .pfx)"))
        self.by_token = plain.radio(tr("Thiết bị ký (USB token)"))
        self._groups = [_group(self.person, self.office), _group(self.by_file, self.by_token)]
        self.key = line_field(tr("Tệp khóa"), most=400)
        self.module = line_field(tr("Thư viện của thiết bị"), most=400)
        self.label = line_field(tr("Tên thiết bị"))
        self.secret = line_field(tr("Mật khẩu hoặc mã PIN"))
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.image = line_field(tr("Hình chữ ký hoặc con dấu"), most=400)
        self.image.setPlaceholderText(tr("PNG nền trong suốt; bỏ trống: ký không hình"))
        self.label.setPlaceholderText(tr("bỏ trống nếu chỉ cắm một thiết bị"))
        self.problem = plain.label("", "bad", wrap=True)
        self.problem.hide()
        self.sign = plain.button(tr("Ký"), "main")
        self.sign.setDefault(True)
        self.sign.clicked.connect(lambda _checked: self._tell())
        self.by_file.toggled.connect(self._turn)
        self._lay_out()
        self.person.setChecked(True)
        self.by_file.setChecked(True)

    def refuse(self, title: str, advice: str) -> None:
        """Shows what was refused; the password is typed again."""
        self.problem.setText(plain.cut(f"{title} {advice}"))
        self.problem.show()
        self.secret.clear()
        self.sign.setEnabled(True)

    def _tell(self) -> None:
        self.problem.hide()
        source = self._source()
        if source is None:
            return
        self.sign.setEnabled(False)
        image = self.image.text().strip()
        self.filled.emit(
            SignRequest(
                issue_id=self._issue_id,
                key=source,
                role="person" if self.person.isChecked() else "office",
                image=Path(image) if image else None,
            )
        )

    def _source(self) -> KeySource | None:
        field = self.key if self.by_file.isChecked() else self.module
        place = field.text().strip()
        if not place:
            self.refuse(
                tr("Chưa chọn {what}.").format(what=field.accessibleName().lower()),
                tr("Bấm “Chọn…” để chỉ tệp."),
            )
            return None
        if self.by_file.isChecked():
            return KeyFile(Path(place), self.secret.text())
        return Token(Path(place), self.secret.text(), self.label.text().strip())

    def _turn(self, by_file: bool) -> None:
        """The lines of what is chosen alone."""
        for part in self._of_file:
            self._form.setRowVisible(part, by_file)
        for part in self._of_token:
            self._form.setRowVisible(part, not by_file)

    def _lay_out(self) -> None:
        self._form = form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(16)
        self._of_file = [_chosen(self.key, tr("Tệp khóa (*.p12 *.pfx)"))]
        self._of_token = [_chosen(self.module, tr("Thư viện (*.dll *.so)")), self.label]
        form.addRow(plain.label(tr("Ký với tư cách")), row(self.person, self.office, 1, gap=16))
        form.addRow(plain.label(tr("Ký bằng")), row(self.by_file, self.by_token, 1, gap=16))
        fields = (self.key, self.module, self.label)
        for field, part in zip(fields, (*self._of_file, *self._of_token), strict=True):
            form.addRow(plain.label(field.accessibleName()), part)
        form.addRow(plain.label(tr("Mật khẩu hoặc mã PIN")), self.secret)
        image = _chosen(self.image, tr("Hình PNG (*.png)"))
        form.addRow(plain.label(tr("Hình chữ ký hoặc con dấu")), image)
        leave = plain.button(tr("Bỏ"))
        leave.clicked.connect(self.reject)
        layout = column(
            plain.label(tr("Ký số tại đây"), "heading"),
            form,
            self.problem,
            row(1, leave, self.sign),
            gap=14,
        )
        layout.setContentsMargins(24, 20, 24, 16)
        self.setLayout(layout)


def _group(*buttons: QWidget) -> QButtonGroup:
    made = QButtonGroup(buttons[0])
    for one in buttons:
        made.addButton(one)  # type: ignore[arg-type]
    return made


def _chosen(field: QLineEdit, kinds: str) -> QWidget:
    """A path beside the button that asks for it."""
    choose = plain.button(tr("Chọn…"))
    choose.clicked.connect(_asking(field, kinds))
    line = row(field, choose)
    line.setStretch(0, 1)
    line.setContentsMargins(0, 0, 0, 0)
    return holder(line)


def _asking(field: QLineEdit, kinds: str) -> Callable[[bool], None]:
    def ask(_checked: bool) -> None:
        dialog = QFileDialog(field.window(), field.accessibleName())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(kinds)
        dialog.fileSelected.connect(field.setText)
        dialog.open()

    return ask
