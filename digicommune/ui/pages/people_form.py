"""The form of a person: what is refused is told beside its field; it saves nothing itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, get_args

from digicommune.domain.dates import DateError, read_date
from digicommune.domain.people import Resident, Sex
from digicommune.domain.people_cards import born
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.register_form import RegisterForm, number_hint, number_kept
from digicommune.ui.views.steady_box import SteadyBox

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from digicommune.domain.villages import Village

# Which field an operation's refusal is about.
FIELD_OF = {
    "name_missing": "name",
    "cccd_wrong": "cccd",
    "cccd_taken": "cccd",
    "phone_wrong": "phone",
}


class PersonForm(RegisterForm):
    """``filled`` tells a ``Resident``."""

    def __init__(self, parent: QWidget, person: Resident, villages: Iterable[Village]) -> None:
        title = tr("Sửa người dân") if person.resident_id else tr("Thêm người dân")
        super().__init__(parent, title, 560, FIELD_OF)
        self._person = person
        self.sex, self.village = SteadyBox(tr("Giới tính")), SteadyBox(tr("Thôn"))
        self.residence = SteadyBox(tr("Nơi ở hiện nay"))
        self.head = plain.check(tr("Là chủ hộ"))
        self._fill_boxes(villages)
        self._lines()
        self.lay_out()

    def entry(self) -> Resident | None:
        """The person as typed."""
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
            cccd=number_kept(told["cccd"], self._person.cccd),
            phone=number_kept(told["phone"], self._person.phone),
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
            self.tell(field, tr("Ngày không đúng. Ghi ngày/tháng/năm, ví dụ 05/03/1990."))
            return None
        if field == "since" and found.iso is None:
            self.tell(field, tr("Ghi đủ ngày/tháng/năm."))
            return None
        return (date.fromisoformat(found.iso) if found.iso else None), found.year

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
        self.add_field("name", tr("Họ và tên"), person.full_name)
        self.add_field("born", tr("Ngày hoặc năm sinh"), born(person))
        self.add_part(tr("Giới tính"), self.sex)
        self.add_field("cccd", tr("Số CCCD"), "", number_hint(person.cccd))
        self.add_field("phone", tr("Điện thoại"), "", number_hint(person.phone, 3, 3))
        self.add_part(tr("Thôn"), self.village)
        self.add_field("household", tr("Số hồ sơ hộ"), person.household or "")
        self.add_part("", self.head)
        self.add_field("lane", tr("Ngõ, xóm"), person.lane or "")
        self.add_field("address", tr("Số nhà, địa chỉ"), person.address or "")
        self.add_part(tr("Nơi ở hiện nay"), self.residence)
        self.add_field("since", tr("Từ ngày"), words.day(person.residence_on))
        self.add_field("note", tr("Ghi chú"), person.note or "")
