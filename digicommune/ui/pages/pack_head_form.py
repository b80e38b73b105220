"""The form of a set itself: its names, its days, when a village passes; it keeps nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from digicommune.ui import plain, words, words_criteria
from digicommune.ui.language import tr
from digicommune.ui.pages.pack_fields import (
    Field,
    choice,
    choose,
    decimal_of,
    line,
    shown_number,
    text_box,
)
from digicommune.ui.views.frames import column, row, scrolled
from digicommune.ui.views.typed_fields import DayError, day_in

if TYPE_CHECKING:
    from digicommune.domain.criteria import CriteriaSet


class HeadForm(QWidget):
    """``edited`` and ``passing`` tell key and value; ``unread`` why a field holds no value."""

    edited = Signal(str, object)
    passing = Signal(str, object)
    unread = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._filling = False
        self.code, self.title, self.region = line(40), line(), line()
        self.basis, self.note = text_box(60), text_box(60)
        self.start, self.end, self.months = line(20), line(20), line(4)
        for box in (self.start, self.end):
            box.setPlaceholderText(tr("ngày/tháng/năm"))
        self.months.setPlaceholderText(tr("theo văn phòng"))
        self.frame = plain.check(tr("Mới là khung: chưa đủ nội dung, không tự dùng để chấm"))
        self.rule = choice()
        for code, name in words_criteria.passings():
            self.rule.addItem(name, code)
        self.optional, self.points = line(4), line(20)
        self.fields = self._fields()
        self.preview = plain.label("", "quiet", wrap=True)
        self._connect()
        self._lay_out()

    def open_on(self, one: CriteriaSet, *, new: bool) -> None:
        """Shows a set; the code of one that is kept already stays what it is."""
        self._filling = True
        self.code.setReadOnly(not new)
        for box, text in (
            (self.code, one.code),
            (self.title, one.title),
            (self.region, one.region),
            (self.start, words.day(one.valid_from) if one.valid_from else ""),
            (self.end, words.day(one.valid_to) if one.valid_to else ""),
            (self.months, str(one.proof_months) if one.proof_months is not None else ""),
            (self.optional, str(one.passing.optional or "")),
            (self.points, shown_number(one.passing.points)),
        ):
            if not box.hasFocus():
                box.setText(text)
        for area, text in ((self.basis, one.legal_basis), (self.note, one.note)):
            if not area.hasFocus():
                area.setPlainText(text)
        self.frame.setChecked(one.frame)
        choose(self.rule, one.passing.kind)
        self.fields["passing.optional"].setVisible(one.passing.kind == "mandatory_and_optional")
        self.fields["passing.points"].setVisible(one.passing.kind == "points")
        self.preview.setText(plain.cut(words_criteria.passing(one)))
        self._filling = False

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """By key: what is wrong with a field."""
        for key, field in self.fields.items():
            field.show_fault(faults.get(key, ""))

    def _tell(self, key: str, value: Any) -> None:
        if not self._filling:
            self.edited.emit(key, value)

    def _tell_day(self, key: str, text: str) -> None:
        try:
            day = day_in(text)
        except DayError:
            self.unread.emit(key, tr("không phải ngày, ví dụ 27/06/2024"))
        else:
            self.unread.emit(key, "")
            self._tell(key, day)

    def _tell_whole(self, key: str, text: str) -> None:
        typed = text.strip()
        if typed and not (typed.isascii() and typed.isdecimal()):
            self.unread.emit(key, tr("cần số nguyên"))
            return
        self.unread.emit(key, "")
        if key == "proof_months":
            self._tell(key, int(typed) if typed else None)
        elif not self._filling:
            self.passing.emit("optional", int(typed or "0"))

    def _connect(self) -> None:
        for key, box in (("code", self.code), ("title", self.title), ("region", self.region)):
            box.textEdited.connect(lambda text, key=key: self._tell(key, text.strip()))
        for key, area in (("legal_basis", self.basis), ("note", self.note)):
            area.textChanged.connect(
                lambda key=key, area=area: self._tell(key, area.toPlainText().strip())
            )
        for key, box in (("valid_from", self.start), ("valid_to", self.end)):
            box.textEdited.connect(lambda text, key=key: self._tell_day(key, text))
        for key, box in (("proof_months", self.months), ("passing.optional", self.optional)):
            box.textEdited.connect(lambda text, key=key: self._tell_whole(key, text))
        self.points.textEdited.connect(lambda text: self.passing.emit("points", decimal_of(text)))
        self.rule.activated.connect(lambda _at: self.passing.emit("kind", self.rule.currentData()))
        self.frame.toggled.connect(lambda on: self._tell("frame", on))

    def _fields(self) -> dict[str, Field]:
        return {
            "code": Field(tr("Mã bộ"), self.code),
            "title": Field(tr("Tên bộ tiêu chí"), self.title),
            "legal_basis": Field(tr("Căn cứ pháp lý"), self.basis),
            "region": Field(tr("Nơi áp dụng"), self.region),
            "valid_from": Field(tr("Hiệu lực từ"), self.start),
            "valid_to": Field(tr("Hiệu lực đến"), self.end),
            "proof_months": Field(tr("Minh chứng cũ sau (tháng)"), self.months),
            "note": Field(tr("Ghi chú"), self.note),
            "passing.kind": Field(tr("Thôn đạt khi"), self.rule),
            "passing.optional": Field(tr("Số tự chọn phải đạt"), self.optional),
            "passing.points": Field(tr("Số điểm phải đạt"), self.points),
            "criteria": Field(tr("Tiêu chí"), QWidget()),
        }

    def _lay_out(self) -> None:
        fields = self.fields
        fields["code"].setFixedWidth(148)
        fields["passing.optional"].setFixedWidth(168)
        fields["passing.points"].setFixedWidth(168)
        rule = row(
            fields["passing.kind"], fields["passing.optional"], fields["passing.points"], gap=12
        )
        inside = QWidget()
        content = column(
            row(fields["code"], fields["title"], gap=12),
            fields["legal_basis"],
            row(fields["region"], fields["proof_months"], gap=12),
            row(fields["valid_from"], fields["valid_to"], gap=12),
            self.frame,
            rule,
            fields["note"],
            fields["criteria"].fault,
            1,
            gap=10,
        )
        content.setContentsMargins(0, 0, 12, 0)
        inside.setLayout(content)
        layout = column(gap=10)
        layout.addWidget(scrolled(inside), 1)
        layout.addWidget(self.preview)
        self.setLayout(layout)
