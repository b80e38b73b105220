"""The form of a new campaign: it checks what is filled in and hands it on; it saves nothing."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from digicommune.domain.campaigns import Campaign
from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.views.frames import column, row

BIN_ROLE = int(Qt.ItemDataRole.UserRole)


class CampaignForm(QDialog):
    """``filled`` tells a ``Campaign`` with the id 0: it is new."""

    filled = Signal(object)

    def __init__(self, parent: QWidget, banks: dict[str, str]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Chiến dịch mới"))
        self.setMinimumWidth(480)
        self.code, self.name = QLineEdit(), QLineEdit()
        self.code.setMaxLength(40)
        self.code.setPlaceholderText("TK-2026-01")
        self.name.setMaxLength(200)
        self.name.setPlaceholderText(tr("Mở tài khoản, cấp mã QR quý I năm 2026"))
        self.start, self.end = _day(), _day()
        self.banks = QListWidget()
        self.banks.setMinimumHeight(160)
        for code, name in sorted(banks.items(), key=lambda one: one[1].casefold()):
            item = QListWidgetItem(name)
            item.setData(BIN_ROLE, code)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.banks.addItem(item)
        self._problem = plain.label("", "bad", wrap=True)
        self._problem.hide()
        self.save = plain.button(tr("Lưu chiến dịch"), "main")
        self.save.setDefault(True)
        self.save.clicked.connect(self._check)
        leave = plain.button(tr("Bỏ"))
        leave.clicked.connect(self.reject)
        layout = column(self._form(), self._problem, row(1, leave, self.save), gap=16)
        layout.setContentsMargins(24, 24, 24, 16)
        self.setLayout(layout)

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        for title, part in (
            (tr("Mã"), self.code),
            (tr("Tên"), self.name),
            (tr("Từ ngày"), self.start),
            (tr("Đến ngày"), self.end),
            (tr("Ngân hàng"), self.banks),
        ):
            plain.named(part, title)
            form.addRow(plain.label(title, "soft"), part)
        return form

    def _check(self) -> None:
        problem = self._wrong()
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if not problem:
            self.filled.emit(self._campaign())
            self.accept()

    def _wrong(self) -> str:
        if not self.code.text().strip() or not self.name.text().strip():
            return tr("Hãy ghi mã và tên chiến dịch.")
        if self.end.date() < self.start.date():
            return tr("Ngày kết thúc phải từ ngày bắt đầu trở đi.")
        return ""

    def _campaign(self) -> Campaign:
        items = [self.banks.item(at) for at in range(self.banks.count())]
        chosen = [one for one in items if one.checkState() == Qt.CheckState.Checked]
        return Campaign(
            campaign_id=0,
            code=self.code.text().strip(),
            name=self.name.text().strip(),
            start=self.start.date().toPython(),  # type: ignore[arg-type]  # typed as object
            end=self.end.date().toPython(),  # type: ignore[arg-type]
            banks=tuple(str(one.data(BIN_ROLE)) for one in chosen),
        )


def _day() -> QDateEdit:
    made = QDateEdit(QDate.currentDate())
    made.setCalendarPopup(True)
    made.setDisplayFormat("dd/MM/yyyy")
    return made
