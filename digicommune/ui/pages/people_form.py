"""The form of a person: what is refused is told beside its field; it saves nothing itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QGridLayout, QLabel, QLineEdit, QWidget

from digicommune.domain.dates import DateError, read_date
from digicommune.domain.people import Resident, Sex, mask_tail
from digicommune.domain.people_cards import born
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.views.frames import column, row, scrolled
from digicommune.ui.views.steady_box import SteadyBox

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digicommune.domain.villages import Village

# Which field an operation's refusal is about.
FIELD_OF = {
    "name_missing": "name",
    "cccd_wrong": "cccd",
    "cccd_taken": "cccd",
    "phone_wrong": "phone",
}
NO_NUMBER = "-"  # typed where a number is to be taken out


class PersonForm(QDialog):
    """``filled`` tells a ``Resident``; whoever saves it closes the form or tells what is wrong."""

    filled = Signal(object)

    def __init__(self, parent: QWidget, person: Resident, villages: Iterable[Village]) -> None:
        super().__init__(parent)
        self._person = person
        self.setWindowTitle(tr("Sửa người dân") if person.resident_id else tr("Thêm người dân"))
        self.resize(560, 720)
        self.fields: dict[str, QLineEdit] = {}
        self.sex, self.village = SteadyBox(tr("Giới tính")), SteadyBox(tr("Thôn"))
        self.residence = SteadyBox(tr("Nơi ở hiện nay"))
        self.head = plain.check(tr("Là chủ hộ"))
        self._wrong: dict[str, QLabel] = {}
        self._grid = QGridLayout()
        self._fill_boxes(villages)
        self._lines()
        self._below = plain.label("", "bad", wrap=True)
        self._below.hide()
        self.save = plain.button(tr("Lưu"), "main")
        self.save.setDefault(True)
        self.save.clicked.connect(lambda _checked: self._check())
        leave = plain.button(tr("Bỏ"))
        leave.clicked.connect(self.reject)
        inside = QWidget()
        self._grid.setContentsMargins(0, 0, 8, 0)
        inside.setLayout(column(self._grid, 1))
        layout = column(scrolled(inside), self._below, row(1, leave, self.save), gap=16)
        layout.setContentsMargins(24, 24, 16, 16)
        self.setLayout(layout)

    def refuse(self, code: str, title: str, advice: str) -> None:
        """Shows what an operation refused beside the field it is about."""
        field = FIELD_OF.get(code)
        said = f"{title} {advice}"
        if field is None:
            self._below.setText(plain.cut(said))
            self._below.show()
        else:
            self._tell(field, said)
            self.fields[field].setFocus()
        self.save.setEnabled(True)

    def _check(self) -> None:
        for label in self._wrong.values():
            label.hide()
        self._below.hide()
        made = self._filled()
        if made is not None:
            self.save.setEnabled(False)
            self.filled.emit(made)

    def _filled(self) -> Resident | None:
        told = {key: one.text().strip() for key, one in self.fields.items()}
        birth = self._day("born", told["born"])
        since = self._day("since", told["since"])
        if birth is None or since is None:
            return None
        return replace(
            self._person,
            full_name=told["name"],
            birth_date=birth[0],
            birth_year=birth[1],
            sex=self.sex.currentData(),
            cccd=_number(told["cccd"], self._person.cccd),
            phone=_number(told["phone"], self._person.phone),
            village_id=self.village.currentData(),
            household=told["household"] or None,
            is_head=self.head.isChecked() or None,
            lane=told["lane"] or None,
            address=told["address"] or None,
            residence=self.residence.currentData(),
            residence_on=since[0],
            note=told["note"] or None,
        )

    def _day(self, field: str, text: str) -> tuple[date | None, int | None] | None:
        """The day and year of a field; None where it is no day, which is told beside it."""
        if not text:
            return None, None
        try:
            found = read_date(text)
        except DateError:
            self._tell(field, tr("Ngày không đúng. Ghi ngày/tháng/năm, ví dụ 05/03/1990."))
            return None
        if field == "since" and found.iso is None:
            self._tell(field, tr("Ghi đủ ngày/tháng/năm."))
            return None
        return (date.fromisoformat(found.iso) if found.iso else None), found.year

    def _tell(self, field: str, said: str) -> None:
        self._wrong[field].setText(plain.cut(said))
        self._wrong[field].show()

    # --- laying out

    def _fill_boxes(self, villages: Iterable[Village]) -> None:
        self.sex.addItem(tr("Chưa rõ"), None)
        for code, text in zip(get_args(Sex), (tr("Nam"), tr("Nữ")), strict=True):
            self.sex.addItem(text, code)
        self.village.addItem(tr("Chưa rõ thôn"), None)
        for one in villages:
            former = f" ({one.former_commune})" if one.former_commune else ""
            self.village.addItem(plain.cut(one.name + former), one.village_id)
        own = self._person.village_id
        if own is not None and self.village.findData(own) < 0:
            self.village.addItem(tr("Thôn cũ đã đổi (giữ nguyên)"), own)
        for code in ("present", "away", "moved", "deceased"):
            self.residence.addItem(words.residence(code)[0], code)
        person = self._person
        for box, value in (
            (self.sex, person.sex),
            (self.village, person.village_id),
            (self.residence, person.residence),
        ):
            box.setCurrentIndex(max(0, box.findData(value)))
        self.head.setChecked(bool(person.is_head))

    def _lines(self) -> None:
        person = self._person
        number = tr("{masked} · gõ số mới để thay, dấu - để bỏ")
        masked = {
            "cccd": number.format(masked=mask_tail(person.cccd)) if person.cccd else "",
            "phone": number.format(masked=mask_tail(person.phone, 3, 3)) if person.phone else "",
        }
        self._field("name", tr("Họ và tên"), person.full_name)
        self._field("born", tr("Ngày hoặc năm sinh"), born(person))
        self._box(tr("Giới tính"), self.sex)
        self._field("cccd", tr("Số CCCD"), "", masked["cccd"])
        self._field("phone", tr("Điện thoại"), "", masked["phone"])
        self._box(tr("Thôn"), self.village)
        self._field("household", tr("Số hồ sơ hộ"), person.household or "")
        self._box("", self.head)
        self._field("lane", tr("Ngõ, xóm"), person.lane or "")
        self._field("address", tr("Số nhà, địa chỉ"), person.address or "")
        self._box(tr("Nơi ở hiện nay"), self.residence)
        self._field("since", tr("Từ ngày"), words.day(person.residence_on))
        self._field("note", tr("Ghi chú"), person.note or "")

    def _field(self, key: str, title: str, text: str, hint: str = "") -> None:
        made = QLineEdit(plain.cut(text))
        made.setMaxLength(200)
        made.setAcceptDrops(False)
        made.setPlaceholderText(hint)
        plain.named(made, title)
        self.fields[key] = made
        self._wrong[key] = plain.label("", "bad", wrap=True)
        self._wrong[key].hide()
        self._add(title, made)
        self._grid.addWidget(self._wrong[key], self._grid.rowCount(), 1)

    def _box(self, title: str, box: QComboBox | QCheckBox) -> None:
        self._add(title, box)

    def _add(self, title: str, part: QWidget) -> None:
        at = self._grid.rowCount()
        self._grid.addWidget(plain.label(title, "soft"), at, 0)
        self._grid.addWidget(part, at, 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(16)


def _number(typed: str, known: str | None) -> str | None:
    """What is to be kept: nothing typed leaves the number as it is."""
    if not typed:
        return known
    return None if typed == NO_NUMBER else typed
