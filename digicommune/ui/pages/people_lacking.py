"""Whom a figure lacks: how many in each village, their names, and the list one walks with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.people_paper import PaperDialog
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.search import SearchBox
from digicommune.ui.views.table import Column, Table
from digicommune.ui.views.work import WorkPanel

if TYPE_CHECKING:
    from digicommune.domain.people_cards import PersonLine, Without
    from digicommune.domain.sheet import IndicatorFigures
    from digicommune.operations.reports import MadeDocument
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.people_calls import PeopleCalls


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose people are looked for; ``village`` is shown first."""

    period: str
    figures: IndicatorFigures
    village: int | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    """A village: how many its figure lacks, and who of them is in the register."""

    number: int
    name: str
    lacks: int | None
    people: tuple[PersonLine, ...]


class LackingDialog(QDialog):
    """``picked`` tells whose card is wanted."""

    picked = Signal(int)

    def __init__(self, parent: QWidget, desk: Desk, calls: PeopleCalls, asked: Asked) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = asked.figures.indicator.name
        self.setWindowTitle(tr("Còn những ai: {name}").format(name=name))
        self.resize(1100, 640)
        self._desk, self._calls, self._asked = desk, calls, asked
        self.title = plain.label(name, "heading", wrap=True)
        self.sum = plain.label(_sum_of(asked.figures), "figure_small", wrap=True)
        self.note = plain.label(tr("Đang tìm…"), "soft", wrap=True)
        self.villages = Table(_village_columns(), tr("Số người còn thiếu theo thôn"))
        self.villages.setFixedWidth(316)
        self.villages.chosen.connect(self._show_people)
        self.people = Table(_people_columns(), tr("Tên những người còn thiếu"))
        self.people.sort_on_click()
        self.people.doubleClicked.connect(lambda _index: self._pick())
        self.search = SearchBox(tr("Tìm trong danh sách này…"))
        self.search.searched.connect(self.people.rows.search)
        self.walk = plain.button(tr("In danh sách đi từng nhà"), "main")
        self.walk.setEnabled(False)
        self.work = WorkPanel(desk.run)
        self.walk.clicked.connect(lambda _checked: self._print())
        self._lay_out()
        self._ask()

    def _ask(self) -> None:
        asked = self._asked
        code = asked.figures.indicator.code
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.without(asked.period, code),
                done=self._show,
                owner=self,
                topic="lacking",
            )
        )

    def _show(self, found: tuple[Without, ...]) -> None:
        lines = [self._line(one) for one in found]
        self.villages.show_rows(lines)
        named = sum(len(one.people) for one in lines)
        said = tr("Trong sổ có tên {count} người; bấm hai lần vào một người để mở phiếu.")
        self.note.setText(
            said.format(count=words.count(named)) if lines else tr("Không còn ai trong sổ.")
        )
        wanted = self._asked.village
        self.villages.choose(lambda one: wanted is None or one.number == wanted)
        if lines and self.villages.current() is None:
            self.villages.selectRow(0)

    def _line(self, one: Without) -> _Line:
        figure = self._asked.figures.villages.get(one.village_id)
        known = figure is not None and figure.numerator is not None and bool(figure.denominator)
        lacks = None
        if figure is not None and known:
            lacks = max(0, (figure.denominator or 0) - (figure.numerator or 0))
        return _Line(one.village_id, one.village, lacks, one.people)

    def _show_people(self, line: _Line) -> None:
        self.people.show_rows(line.people)
        self.walk.setEnabled(bool(line.people))

    def _pick(self) -> None:
        person = self.people.current()
        if person is not None:
            self.picked.emit(person.number)
            self.close()

    def _print(self) -> None:
        from digicommune.operations.walk_lists import WalkRequest

        line = self.villages.current()
        if line is None:
            return
        code = self._asked.figures.indicator.code
        request = WalkRequest(self._asked.period, code, line.number)
        self.walk.setEnabled(False)
        self.work.begin(
            tr("Đang lập danh sách đi từng nhà"),
            Task(
                call=lambda progress: self._calls.walk_list(request, progress),
                done=self._show_paper,
                owner=self,
                topic="walk list",
                ended=lambda: self.walk.setEnabled(True),
                writes=True,
            ),
        )

    def _show_paper(self, document: MadeDocument) -> None:
        PaperDialog(self, self._desk, document, self._calls.write).show()

    def _lay_out(self) -> None:
        close = plain.button(tr("Đóng"))
        close.clicked.connect(self.close)
        body = row(self.villages, gap=16)
        body.addWidget(self.people, 1)
        layout = column(column(self.title, self.sum, gap=4), row(self.note, 1, self.search), gap=12)
        layout.addWidget(self.work)
        layout.addLayout(body, 1)
        layout.addLayout(row(self.walk, 1, close))
        layout.setContentsMargins(24, 24, 24, 16)
        self.setLayout(layout)


def _sum_of(figures: IndicatorFigures) -> str:
    """ "1.660/2.000 = 83,00 %, còn 340" of the commune."""
    whole = figures.commune
    if whole is None or whole.numerator is None or not whole.denominator:
        return tr("Chưa đủ số liệu để biết còn bao nhiêu.")
    percent = words.percent(whole.percentage(figures.indicator.decimals))
    lacks = max(0, whole.denominator - whole.numerator)
    return tr("Cả xã {counts} = {percent}, còn {lacks} {unit}").format(
        counts=words.fraction(whole.numerator, whole.denominator),
        percent=percent,
        lacks=words.count(lacks),
        unit=figures.indicator.unit,
    )


def _village_columns() -> tuple[Column[_Line], ...]:
    return (
        Column(tr("Thôn"), lambda one: one.name, least=130),
        Column(tr("Còn thiếu"), lambda one: words.count(one.lacks), number=True, width=96),
        Column(tr("Có tên"), lambda one: words.count(len(one.people)), number=True, width=84),
    )


def _people_columns() -> tuple[Column[PersonLine], ...]:
    return (
        Column(tr("Họ và tên"), lambda one: one.name, least=170),
        Column(tr("Sinh"), lambda one: one.born, width=104),
        Column(tr("Số CCCD"), lambda one: one.cccd, width=140),
        Column(tr("Ngõ, số nhà"), lambda one: one.address, width=140),
        Column(tr("Nơi ở"), lambda one: words.residence(one.residence)[0], width=120),
    )
