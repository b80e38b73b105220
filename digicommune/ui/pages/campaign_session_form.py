"""The forms of a session: the session itself, and what its bank told in numbers; none saves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QGridLayout, QLineEdit, QWidget

from digicommune.domain.campaign_calendar import hour_of
from digicommune.domain.campaigns import Campaign, Session, Told
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.steady_box import SteadyBox
from digicommune.ui.views.typed_fields import count_in, day_field, day_of, number_field, typed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digicommune.domain.campaign_views import CampaignView, SessionLine


class SessionForm(QDialog):
    """``filled`` tells the campaign with this session in it, or without it once removed."""

    filled = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        campaign: Campaign,
        known: tuple[Mapping[int, str], Mapping[str, str]],
        session: Session | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._campaign, self._new = campaign, session is None
        self._before = session or Session(
            0, campaign.campaign_id, None, campaign.start, tr("Nhà văn hóa thôn")
        )
        self.setWindowTitle(tr("Thêm buổi") if self._new else tr("Sửa buổi"))
        self.setMinimumWidth(520)
        villages, banks = known
        self.village = _choices(tr("Thôn"), {0: tr("Chưa chọn"), **villages})
        self.bank = _choices(tr("Ngân hàng"), {"": tr("Chưa chọn"), **self._banks(banks)})
        self.day = day_field(self._before.held_on)
        self.hour = _line(self._before.starts_at, "8:00")
        self.place = _line(self._before.place)
        self.officers = _line(self._before.officers, tr("Nguyễn Thị A; Trần Văn B"))
        self.contact = _line(self._before.contact, tr("Trưởng thôn, số điện thoại"))
        self.expected, self.attendance = number_field(tr("Dự kiến")), number_field(tr("Đến"))
        self.expected.setText(typed(self._before.expected))
        self.attendance.setText(typed(self._before.attendance))
        self.note = _line(self._before.note)
        self.village.setCurrentIndex(max(0, self.village.findData(self._before.village_id or 0)))
        self.bank.setCurrentIndex(max(0, self.bank.findData(self._before.bank_bin or "")))
        self._problem = plain.label("", "bad", wrap=True)
        self._problem.hide()
        self._make_buttons()
        self._lay_out()

    def _make_buttons(self) -> None:
        self.save = plain.button(tr("Lưu buổi"), "main")
        self.save.setDefault(True)
        self.save.clicked.connect(lambda _checked: self._check())
        self.remove = plain.button(tr("Xóa buổi"))
        self.remove.setVisible(not self._new)
        self._asked = False
        self.remove.clicked.connect(lambda _checked: self._remove())

    def refuse(self, title: str, advice: str) -> None:
        """Shows what was refused."""
        self._problem.setText(plain.cut(f"{title} {advice}"))
        self._problem.show()
        self.save.setEnabled(True)

    def _banks(self, names: Mapping[str, str]) -> dict[str, str]:
        """The campaign's banks; of a campaign without any, all."""
        codes = self._campaign.banks or tuple(names)
        return {code: names.get(code, code) for code in codes}

    def _check(self) -> None:
        counts = [one.text() for one in (self.expected, self.attendance)]
        if hour_of(self.hour.text()) is None:
            self.refuse(tr("Chưa hiểu giờ."), tr("Ghi như 8:00 hoặc 14 giờ 30."))
        elif any(one.strip() and count_in(one) is None for one in counts):
            self.refuse(tr("Số người chưa đúng."), tr("Ghi số nguyên từ 0 trở lên."))
        else:
            self.save.setEnabled(False)
            self.filled.emit(self._with(self._session()))

    def _session(self) -> Session:
        return replace(
            self._before,
            village_id=self.village.currentData() or None,
            held_on=day_of(self.day),
            place=self.place.text().strip(),
            bank_bin=self.bank.currentData() or None,
            officers=self.officers.text().strip(),
            attendance=count_in(self.attendance.text()),
            starts_at=self.hour.text().strip(),
            contact=self.contact.text().strip(),
            expected=count_in(self.expected.text()),
            note=self.note.text().strip(),
        )

    def _with(self, session: Session) -> Campaign:
        others = tuple(one for one in self._campaign.sessions if one != self._before)
        return replace(self._campaign, sessions=(*others, session))

    def _remove(self) -> None:
        """The first click asks; the second takes the session out."""
        if not self._asked:
            self._asked = True
            self.remove.setText(tr("Bấm lần nữa để xóa"))
            return
        others = tuple(one for one in self._campaign.sessions if one != self._before)
        self.filled.emit(replace(self._campaign, sessions=others))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(16)
        for title, part in (
            (tr("Ngày"), self.day),
            (tr("Giờ"), self.hour),
            (tr("Thôn"), self.village),
            (tr("Nơi"), self.place),
            (tr("Ngân hàng"), self.bank),
            (tr("Cán bộ ngân hàng"), self.officers),
            (tr("Đầu mối của thôn"), self.contact),
            (tr("Số người dự kiến"), self.expected),
            (tr("Số người đến"), self.attendance),
            (tr("Ghi chú"), self.note),
        ):
            plain.named(part, title)
            form.addRow(plain.label(title, "soft"), part)
        leave = plain.button(tr("Bỏ"))
        leave.clicked.connect(self.reject)
        layout = column(form, self._problem, row(self.remove, 1, leave, self.save), gap=16)
        layout.setContentsMargins(24, 24, 24, 16)
        self.setLayout(layout)


class ToldForm(QDialog):
    """``filled`` tells what the bank of a session said in numbers."""

    filled = Signal(object)

    def __init__(self, parent: QWidget, view: CampaignView, line: SessionLine) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._line = line
        self.setWindowTitle(tr("Số ngân hàng báo"))
        self.setMinimumWidth(520)
        self.fields = {one.code: number_field(one.name) for one in view.outcomes}
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.setVerticalSpacing(8)
        for at, one in enumerate(view.outcomes):
            known = line.told.get(one.code)
            self.fields[one.code].setText(typed(known))
            grid.addWidget(plain.label(one.name, wrap=True), at, 0)
            grid.addWidget(self.fields[one.code], at, 1)
        self._problem = plain.label("", "bad", wrap=True)
        self._problem.hide()
        self.save = plain.button(tr("Lưu số"), "main")
        self.save.setDefault(True)
        self.save.clicked.connect(lambda _checked: self._check())
        leave = plain.button(tr("Bỏ"))
        leave.clicked.connect(self.reject)
        session = line.session
        named = f"{line.bank or tr('Không rõ ngân hàng')} · {line.village}"
        layout = column(
            plain.label(named, "heading", wrap=True),
            plain.label(words.day(session.held_on), "soft"),
            plain.label(tr("Số người không mở tài khoản, như ngân hàng báo của buổi này:"), "soft"),
            grid,
            self._problem,
            row(1, leave, self.save),
            gap=12,
        )
        layout.setContentsMargins(24, 24, 24, 16)
        self.setLayout(layout)

    def refuse(self, title: str, advice: str) -> None:
        """Shows what was refused."""
        self._problem.setText(plain.cut(f"{title} {advice}"))
        self._problem.show()
        self.save.setEnabled(True)

    def _check(self) -> None:
        texts = {code: one.text() for code, one in self.fields.items()}
        if any(one.strip() and count_in(one) is None for one in texts.values()):
            self.refuse(tr("Số người chưa đúng."), tr("Ghi số nguyên từ 0 trở lên."))
            return
        people = {code: count_in(one) or 0 for code, one in texts.items()}
        session = self._line.session
        self.filled.emit(Told(session.session_id, session.bank_bin or "", people))


def _line(text: str, hint: str = "") -> QLineEdit:
    made = QLineEdit(plain.cut(text))
    made.setMaxLength(200)
    made.setPlaceholderText(hint)
    return made


def _choices(name: str, known: Mapping[int, str] | Mapping[str, str]) -> SteadyBox:
    box = SteadyBox(name, 240)
    for code, text in known.items():
        box.addItem(plain.cut(text), code)
    return box
