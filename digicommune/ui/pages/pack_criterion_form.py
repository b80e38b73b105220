"""The form of one criterion of a set: what it asks; each change is told at once, none is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from digicommune.ui import plain, words_criteria
from digicommune.ui.language import tr
from digicommune.ui.pages.pack_fields import (
    Field,
    choice,
    choose,
    decimal_of,
    groups_of,
    groups_text,
    line,
    shown_number,
    text_box,
)
from digicommune.ui.views.frames import column, row, scrolled

if TYPE_CHECKING:
    from digicommune.domain.criteria import CriteriaSet, Criterion

CODE_ROLE = int(Qt.ItemDataRole.UserRole)
# Which fields a kind of rule has, beside those of all.
OF_KIND: Mapping[str, frozenset[str]] = {
    "ratio": frozenset(("indicator", "base", "threshold", "by_group", "unit")),
    "count": frozenset(("threshold", "by_group", "unit")),
    "yes_no": frozenset(),
    "document": frozenset(),
    "k_of_n": frozenset(("threshold", "parts")),
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What may be chosen: indicators and bases by code, in order, and units of indicators."""

    indicators: Mapping[str, str]
    bases: Mapping[str, str]
    units: Mapping[str, str]

    @property
    def names(self) -> Mapping[str, str]:
        """Names by code."""
        return {**self.bases, **self.indicators}


class CriterionForm(QWidget):
    """``edited`` tells key and value; ``unread`` the key and why what was typed is no value."""

    edited = Signal(str, object)
    unread = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._filling = False
        self._choices = Choices({}, {}, {})
        self.code, self.name, self.unit = line(40), line(), line(40)
        self.requirement = text_box(76)
        self.kind, self.indicator, self.base = choice(), choice(), choice()
        self.threshold, self.weight = line(20), line(20)
        self.by_group = text_box(64)
        self.by_group.setPlaceholderText(tr("Mỗi dòng một nhóm, ví dụ: vùng cao: 50"))
        self.parts = QListWidget()
        self.parts.setFixedHeight(132)
        self.mandatory = plain.check(tr("Bắt buộc"))
        self.evidence = plain.check(tr("Phải có minh chứng mới đạt"))
        for code, name in words_criteria.kinds():
            self.kind.addItem(name, code)
        self.fields = self._fields()
        self.preview = plain.label("", "quiet", wrap=True)
        self._connect()
        self._lay_out()

    def offer(self, choices: Choices) -> None:
        """What indicators and bases may be chosen."""
        self._choices = choices
        self._filling = True
        self.indicator.clear()
        self.base.clear()
        self.base.addItem(tr("Cơ sở của chỉ tiêu"), "")
        for box, named in ((self.indicator, choices.indicators), (self.base, choices.bases)):
            for code, name in named.items():
                box.addItem(plain.cut(name), code)
        self._filling = False

    def open_on(self, whole: CriteriaSet, at: int) -> None:
        """Shows a criterion of a set; the field one is typing in is left as it is."""
        one = whole.criteria[at]
        self._filling = True
        for box, text in (
            (self.code, one.code),
            (self.name, one.name),
            (self.unit, one.unit),
            (self.threshold, shown_number(one.threshold)),
            (self.weight, shown_number(one.weight)),
        ):
            if not box.hasFocus():
                box.setText(text)
        for area, text in (
            (self.requirement, one.requirement),
            (self.by_group, groups_text(one.by_group)),
        ):
            if not area.hasFocus():
                area.setPlainText(text)
        choose(self.kind, one.kind)
        choose(self.indicator, one.indicator)
        choose(self.base, one.base or "")
        self.mandatory.setChecked(one.mandatory)
        self.evidence.setChecked(one.evidence)
        self._fill_parts(whole, one)
        self._fit(one)
        self._filling = False

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """By key: what is wrong with a field."""
        for key, field in self.fields.items():
            field.show_fault(faults.get(key, ""))

    def _fit(self, one: Criterion) -> None:
        wanted = OF_KIND[one.kind]
        for key in ("indicator", "base", "threshold", "by_group", "unit", "parts"):
            self.fields[key].setVisible(key in wanted)
        self.preview.setText(plain.cut(words_criteria.rule(one, self._choices.names)))

    def _fill_parts(self, whole: CriteriaSet, one: Criterion) -> None:
        offered = [each for each in whole.criteria if each.kind != "k_of_n"]
        codes = [each.code for each in offered]
        if codes != [self.parts.item(at).data(CODE_ROLE) for at in range(self.parts.count())]:
            self.parts.clear()
            for each in offered:
                item = QListWidgetItem(plain.cut(f"{each.code} · {each.name}"))
                item.setData(CODE_ROLE, each.code)
                self.parts.addItem(item)
        for at, code in enumerate(codes):
            ticked = Qt.CheckState.Checked if code in one.parts else Qt.CheckState.Unchecked
            self.parts.item(at).setCheckState(ticked)

    # --- telling

    def _tell(self, key: str, value: Any) -> None:
        if not self._filling:
            self.edited.emit(key, value)

    def _tell_groups(self) -> None:
        if self._filling:
            return
        try:
            groups = groups_of(self.by_group.toPlainText())
        except ValueError as error:
            self.unread.emit("by_group", tr("dòng “{line}” thiếu dấu hai chấm").format(line=error))
        else:
            self.unread.emit("by_group", "")
            self.edited.emit("by_group", groups)

    def _tell_parts(self) -> None:
        items = [self.parts.item(at) for at in range(self.parts.count())]
        ticked = [one for one in items if one.checkState() == Qt.CheckState.Checked]
        self._tell("parts", tuple(one.data(CODE_ROLE) for one in ticked))

    def _choose_indicator(self) -> None:
        code = self.indicator.currentData()
        self._tell("indicator", code)
        unit = self._choices.units.get(code, "")
        if not self._filling and unit and not self.unit.text().strip():
            self._tell("unit", unit)

    def _connect(self) -> None:
        for key, box in (("code", self.code), ("name", self.name), ("unit", self.unit)):
            box.textEdited.connect(lambda text, key=key: self._tell(key, text.strip()))
        for key, box in (("threshold", self.threshold), ("weight", self.weight)):
            box.textEdited.connect(lambda text, key=key: self._tell(key, decimal_of(text)))
        self.requirement.textChanged.connect(
            lambda: self._tell("requirement", self.requirement.toPlainText().strip())
        )
        self.by_group.textChanged.connect(self._tell_groups)
        self.kind.activated.connect(lambda _at: self._tell("kind", self.kind.currentData()))
        self.indicator.activated.connect(lambda _at: self._choose_indicator())
        self.base.activated.connect(lambda _at: self._tell("base", self.base.currentData() or None))
        self.mandatory.toggled.connect(lambda on: self._tell("mandatory", on))
        self.evidence.toggled.connect(lambda on: self._tell("evidence", on))
        self.parts.itemChanged.connect(lambda _item: self._tell_parts())

    def _fields(self) -> dict[str, Field]:
        return {
            "code": Field(tr("Mã"), self.code),
            "name": Field(tr("Tên ngắn"), self.name),
            "requirement": Field(tr("Nội dung yêu cầu"), self.requirement),
            "kind": Field(tr("Loại tiêu chí"), self.kind),
            "indicator": Field(tr("Chỉ tiêu"), self.indicator),
            "base": Field(tr("Tính trên"), self.base),
            "threshold": Field(tr("Ngưỡng (ít nhất)"), self.threshold),
            "unit": Field(tr("Đơn vị"), self.unit),
            "by_group": Field(tr("Ngưỡng riêng theo nhóm xã, thôn"), self.by_group),
            "parts": Field(tr("Các nội dung"), self.parts),
            "weight": Field(tr("Điểm khi đạt"), self.weight),
        }

    def _lay_out(self) -> None:
        fields = self.fields
        fields["code"].setFixedWidth(116)
        fields["threshold"].setFixedWidth(148)
        fields["weight"].setFixedWidth(148)
        short = row(fields["threshold"], fields["unit"], gap=12)
        ticks = row(fields["weight"], column(1, self.mandatory, self.evidence, gap=0), 1, gap=20)
        inside = QWidget()
        content = column(
            row(fields["code"], fields["name"], gap=12),
            fields["requirement"],
            fields["kind"],
            row(fields["indicator"], fields["base"], gap=12),
            fields["parts"],
            short,
            fields["by_group"],
            ticks,
            1,
            gap=10,
        )
        content.setContentsMargins(0, 0, 12, 0)
        inside.setLayout(content)
        layout = column(gap=10)
        layout.addWidget(scrolled(inside), 1)
        layout.addWidget(self.preview)
        self.setLayout(layout)
