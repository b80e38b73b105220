"""A village on one page: profile, population, figures, criteria, what is missing; it asks none."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from digicommune.domain.village_cards import ProfileItem
from digicommune.errors import UserError
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.people_paper import PaperDialog
from digicommune.ui.pages.village_population import PopulationBox
from digicommune.ui.tasks import Task
from digicommune.ui.views.chips import chip
from digicommune.ui.views.frames import card as framed
from digicommune.ui.views.frames import column, empty_layout, row, scrolled
from digicommune.ui.views.steady_box import SteadyBox
from digicommune.ui.views.typed_fields import line_field

if TYPE_CHECKING:
    from collections.abc import Callable

    from digicommune.domain.village_cards import Became, CardFigure, VillageCard
    from digicommune.domain.villages import PopulationFigure
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.village_calls import VillageEdits

YES, NO = "1", "0"
NAME, FORMER = "name", "former_commune"  # of the village itself, not of its profile
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class VillageDialog(QDialog):
    """Asks the card of a village and saves what one changes in it."""

    def __init__(
        self, parent: QWidget, desk: Desk, edits: VillageEdits, whose: tuple[int, str]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Phiếu thôn"))
        self.resize(1120, 680)
        self._desk, self._edits, self._whose = desk, edits, whose
        self.shown: VillageCard | None = None
        self._name = plain.label("", "title", wrap=True)
        self._about = plain.label("", "soft", wrap=True)
        self.items: dict[str, QLineEdit | SteadyBox] = {}
        self._profile = QGridLayout()
        self.population = PopulationBox()
        self.population.typed.connect(self._keep_population)
        self.population.removed.connect(self._remove_population)
        self._figures = QGridLayout()
        self._criteria = QVBoxLayout()
        self._missing = plain.label("", "quiet", wrap=True)
        self.save = plain.button(tr("Lưu hồ sơ thôn"), "main")
        self.save.clicked.connect(lambda _checked: self._save())
        self.problem = plain.label("", "bad", wrap=True)
        self.problem.hide()
        self.print = plain.button(tr("In phiếu thôn"))
        self.print.clicked.connect(lambda _checked: self._print())
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Asks the card anew."""
        number, period = self._whose
        self._desk.run(
            Task(
                call=lambda _progress: self._edits.card(number, period),
                done=self._show,
                owner=self,
                topic="village card",
            )
        )

    def _show(self, card: VillageCard) -> None:
        self.shown = card
        self._name.setText(plain.cut(card.village.name))
        self._about.setText(plain.cut(_about(card)))
        self._show_profile(card)
        self.population.show_card(card)
        empty_layout(self._figures)
        known = [one for one in card.figures if one.standing != "no_data"]
        for at, one in enumerate(known):
            self._add_figure(at, one)
        self._show_criteria(card)
        missing = "; ".join(card.missing)
        self._missing.setText(plain.cut(tr("Còn thiếu: {names}.").format(names=missing)))
        self._missing.setVisible(bool(missing))

    # --- parts

    def _show_profile(self, card: VillageCard) -> None:
        empty_layout(self._profile)
        self.items.clear()
        village = card.village
        named = ProfileItem(NAME, tr("Tên thôn")), ProfileItem(FORMER, tr("Xã cũ"))
        values = {**card.profile, NAME: village.name, FORMER: village.former_commune or ""}
        for at, item in enumerate((*named, *card.items)):
            part = _field(item, values.get(item.code, ""))
            self.items[item.code] = part
            self._profile.addWidget(plain.label(item.name, "soft", wrap=True), at, 0)
            self._profile.addWidget(part, at, 1)

        said = tr("Chỉ sửa lỗi viết; thôn mang tên mới từ một ngày thì dùng “Đổi tên…”")
        plain.set_tip(self.items[NAME], said)

    def _add_figure(self, at: int, one: CardFigure) -> None:
        name = plain.label(one.name, wrap=True)
        under = plain.label(one.base_name, "small", wrap=True)
        percent = plain.label(words.percent(one.percent), "strong")
        figure = one.figure
        counts = words.fraction(figure.numerator, figure.denominator) if figure else "–"
        lower = plain.label(counts, "small")
        for label in (percent, lower):
            label.setAlignment(RIGHT)
        said, tone = words.tile_state(one.standing)
        target = tr("mục tiêu {target}").format(target=words.percent(one.target))
        mark = chip(said, tone)
        plain.set_tip(mark, target if one.target is not None else said)
        self._figures.addLayout(column(name, under, gap=0), at, 0)
        self._figures.addLayout(column(percent, lower, gap=0), at, 1)
        self._figures.addWidget(mark, at, 2)

    def _show_criteria(self, card: VillageCard) -> None:
        empty_layout(self._criteria)
        if not card.criteria:
            self._criteria.addWidget(plain.label(tr("Chưa có bộ tiêu chí nào."), "soft"))
            return
        self._criteria.addWidget(plain.label(card.criteria_title, "small", wrap=True))
        for one in card.criteria:
            said, tone = words.criterion_verdict(one.verdict)
            name = plain.label(f"{one.code}. {one.name}", wrap=True)
            line = row(gap=8)
            line.addWidget(name, 1)
            line.addWidget(chip(said, tone))
            self._criteria.addLayout(line)

    # --- edits

    def _save(self) -> None:
        told = {code: _value(part) for code, part in self.items.items()}
        name, former = told.pop(NAME), told.pop(FORMER) or None
        number = self._whose[0]
        if self.shown is None:
            return
        before = self.shown.village
        village = replace(before, name=name or before.name, former_commune=former)

        def call() -> None:
            if village != before:
                self._edits.save(village)
            self._edits.save_profile(number, told)

        self._write(call, tr("Đã lưu hồ sơ thôn."))

    def _print(self) -> None:
        from digicommune.operations.village_cards import CardRequest

        request = CardRequest(self._whose[1], self._whose[0])
        self._desk.run(
            Task(
                call=lambda progress: self._edits.paper(request, progress),
                done=lambda made: PaperDialog(self, self._desk, made, self._edits.write).show(),
                owner=self,
                topic="paper",
                writes=True,
            )
        )

    def _keep_population(self, figure: PopulationFigure) -> None:
        self._write(lambda: self._edits.set_population(figure), tr("Đã ghi dân số."))

    def _remove_population(self, figure: PopulationFigure) -> None:
        self._write(lambda: self._edits.remove_population(figure), tr("Đã bỏ số liệu dân số."))

    def _write(self, call: Callable[[], None], said: str) -> None:
        self.problem.hide()
        self._desk.run(
            Task(
                call=lambda _progress: call(),
                done=partial(self._written, said),
                owner=self,
                topic="village",
                failed=self._refused,
                writes=True,
            )
        )

    def _written(self, said: str, _none: None) -> None:
        self._desk.say(said)
        self.refresh()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.problem.setText(plain.cut(" ".join(self._desk.word(error))))
            self.problem.show()
        else:
            self._desk.alert(error)

    # --- laying out

    def _lay_out(self) -> None:
        self._figures.setColumnStretch(0, 1)
        self._figures.setHorizontalSpacing(12)
        self._profile.setColumnStretch(1, 1)
        self._profile.setHorizontalSpacing(12)
        left = column(
            _block(tr("Hồ sơ"), self._profile),
            _block(tr("Dân số"), self.population),
            1,
            gap=16,
        )
        right = column(
            _block(tr("Chỉ tiêu"), self._figures),
            _block(tr("Tiêu chí thôn thông minh"), self._criteria),
            self._missing,
            1,
            gap=16,
        )
        inside = QWidget()
        halves = row(gap=16)
        halves.addLayout(left, 1)
        halves.addLayout(right, 1)
        halves.setContentsMargins(0, 0, 8, 0)
        inside.setLayout(halves)
        close = plain.button(tr("Đóng"))
        close.clicked.connect(self.close)
        layout = column(column(self._name, self._about, gap=2), gap=12)
        layout.addWidget(scrolled(inside), 1)
        layout.addWidget(self.problem)
        layout.addLayout(row(self.save, self.print, 1, close))
        layout.setContentsMargins(24, 20, 16, 16)
        self.setLayout(layout)


def _block(title: str, part: QWidget | QGridLayout | QVBoxLayout) -> QFrame:
    return framed(plain.label(title, "heading"), part, gap=12)


def _field(item: ProfileItem, value: str) -> QLineEdit | SteadyBox:
    if item.kind == "yes_no":
        box = SteadyBox(item.name, 120)
        for code, text in (("", tr("Chưa rõ")), (YES, tr("Có")), (NO, tr("Không"))):
            box.addItem(text, code)
        box.setCurrentIndex(max(0, box.findData(value)))
        return box
    return line_field(item.name, value)


def _value(part: QLineEdit | SteadyBox) -> str:
    return part.text().strip() if isinstance(part, QLineEdit) else str(part.currentData() or "")


def _about(card: VillageCard) -> str:
    village, counted = card.village, card.counted
    former = village.former_commune
    parts = [
        tr("Thuộc xã {name} cũ").format(name=former) if former else "",
        card.period_title[:1].upper() + card.period_title[1:],
        tr("{people} người trong sổ ({away} đi làm ăn xa)").format(
            people=words.count(counted.people), away=words.count(counted.away)
        ),
        tr("{shops} hộ kinh doanh, {qr} nhận tiền qua QR").format(
            shops=words.count(counted.shops), qr=words.count(counted.shops_with_qr)
        ),
        *(_became(one) for one in card.changes),
    ]
    return " · ".join(part for part in parts if part)


def _became(one: Became) -> str:
    day, names = words.day(one.on), ", ".join(one.names)
    known = {
        ("merge", True): tr("nhập từ {names} ngày {day}"),
        ("merge", False): tr("đã nhập vào {names} ngày {day}"),
        ("split", True): tr("tách từ {names} ngày {day}"),
        ("split", False): tr("đã tách thành {names} ngày {day}"),
        ("rename", True): tr("trước {day} tên là {names}"),
        ("rename", False): tr("từ {day} tên là {names}"),
    }
    return known[one.kind, one.before].format(names=names, day=day)
