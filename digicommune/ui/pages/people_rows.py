"""The list of people found: names at once, the rest of a row when it is seen; it asks nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.views.chips import CHIP_ROLE, ChipDelegate
from digicommune.ui.views.table import NOWHERE, ROW_HEIGHT, Index

if TYPE_CHECKING:
    from digicommune.domain.people_cards import PersonLine
    from digicommune.ui.style import Tone

FIRST = 500  # people shown before one scrolls to the end of them
MORE = 4  # times as many then
NAME = 150  # pixels of the name at least
GOING = (3, 2)  # columns that go where it is narrow: the number, then the village
AROUND = 40  # rows asked for beyond those seen
# As plain numbers: to compare Qt's own enums takes longer than to answer.
SHOWN, ALIGNMENT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.TextAlignmentRole)
TOLD = (SHOWN, CHIP_ROLE)
ALIGNED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class _Column:
    heading: str
    text: Callable[[PersonLine], str]
    width: int = 0
    tone: Callable[[PersonLine], Tone | None] | None = None


def _columns() -> tuple[_Column, ...]:
    return (
        _Column(tr("Họ và tên"), lambda one: one.name),
        _Column(tr("Sinh"), lambda one: one.born, 106),
        _Column(tr("Thôn"), lambda one: one.village, 110),
        _Column(tr("Số CCCD"), lambda one: one.cccd, 142),
        _Column(tr("Tài khoản"), _accounts, 116, lambda one: "good" if one.accounts else "muted"),
    )


def _accounts(one: PersonLine) -> str:
    if one.residence != "present":
        return words.residence(one.residence)[0]
    return f"✓ {one.accounts}" if one.accounts else tr("– Chưa")


class PeopleModel(QAbstractTableModel):
    """Numbers in the order found; ``wanted`` tells those whose lines are not known yet."""

    wanted = Signal(object)
    short = Signal(int)  # one scrolled to the end: so many are wanted

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = _columns()
        self._names: dict[int, str] = {}
        self._numbers: list[int] = []
        self._count = 0
        self._lines: dict[int, PersonLine] = {}
        self._asked: set[int] = set()
        self._seen: set[int] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._ask)

    @property
    def numbers(self) -> Sequence[int]:
        """Who is listed."""
        return self._numbers

    def know(self, names: dict[int, str]) -> None:
        """Everyone's name; what was known of their rows is asked again when seen."""
        self._names = names
        self._lines.clear()
        self._asked.clear()

    def show_found(self, numbers: list[int], count: int) -> None:
        """Lists these; ``count`` of them are there in all."""
        self.beginResetModel()
        self._numbers, self._count = numbers, count
        self.endResetModel()

    def more(self, numbers: list[int]) -> None:
        """The same list, longer."""
        if len(numbers) > len(self._numbers):
            self.beginInsertRows(NOWHERE, len(self._numbers), len(numbers) - 1)
            self._numbers = numbers
            self.endInsertRows()

    def take(self, lines: Iterable[PersonLine]) -> None:
        """Lines that were wanted; rows seen are painted anew."""
        self._lines.update({one.number: one for one in lines})
        if self._numbers:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._numbers) - 1, len(self._columns) - 1)
            )

    def line(self, index: Index) -> PersonLine | None:
        """What is known of a row."""
        number = self.number(index)
        return None if number is None else self._lines.get(number)

    def number(self, index: Index) -> int | None:
        """Whose row it is."""
        if not index.isValid() or index.row() >= len(self._numbers):
            return None
        return self._numbers[index.row()]

    # --- what Qt asks

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """People listed."""
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Columns."""
        return 0 if parent.isValid() else len(self._columns)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether more were found than are listed."""
        return not parent.isValid() and len(self._numbers) < self._count

    def fetchMore(self, parent: Index) -> None:
        """Tells that the end was reached."""
        if not parent.isValid():
            self.short.emit(max(FIRST, len(self._numbers) * MORE))

    def data(self, index: Index, role: int = SHOWN) -> Any:
        """A cell; of a row not known yet the name alone."""
        if role not in TOLD:  # asked eight times for each cell seen: the answer is quick
            return ALIGNED if role == ALIGNMENT else None
        row = index.row()
        if not 0 <= row < len(self._numbers):
            return None
        number, at = self._numbers[row], index.column()
        line = self._lines.get(number)
        if line is None:
            self._want(number)
            return plain.cut(self._names.get(number, "")) if role == SHOWN and at == 0 else None
        column = self._columns[at]
        if role == SHOWN:
            return plain.cut(column.text(line))
        return column.tone(line) if column.tone else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = SHOWN,
    ) -> Any:
        """The headings."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == SHOWN:
            return self._columns[section].heading
        return ALIGNED if role == ALIGNMENT else None

    def _want(self, number: int) -> None:
        if number not in self._asked:
            self._seen.add(number)
            self._soon.start()

    def _ask(self) -> None:
        """Those seen, and some around them, in one question."""
        places = [at for at, number in enumerate(self._numbers) if number in self._seen]
        self._seen.clear()
        if not places:
            return
        near = self._numbers[max(0, places[0] - AROUND) : places[-1] + AROUND]
        wanted = [one for one in near if one not in self._lines and one not in self._asked]
        self._asked.update(wanted)
        if wanted:
            self.wanted.emit(wanted)


class PeopleTable(QTableView):
    """The list as one sees it; ``chosen`` tells whose row is current."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.people = PeopleModel(self)
        self.setModel(self.people)
        plain.named(self, tr("Danh sách người dân"))
        self._look()
        self.selectionModel().currentRowChanged.connect(self._tell)

    def current(self) -> int | None:
        """Whose row is current."""
        return self.people.number(self.currentIndex())

    def choose(self, number: int) -> None:
        """Makes somebody's row current, if it is listed."""
        if number in self.people.numbers:
            self.selectRow(self.people.numbers.index(number))

    def _tell(self, index: QModelIndex) -> None:
        number = self.people.number(index)
        if number is not None:
            self.chosen.emit(number)

    def _look(self) -> None:
        for place, one in enumerate(_columns()):
            if one.tone is not None:  # the other cells are drawn by Qt itself, faster
                self.setItemDelegateForColumn(place, ChipDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setHighlightSections(False)
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(ROW_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name takes what the other columns leave; where it is narrow, some of them go."""
        super().resizeEvent(event)
        columns = dict(enumerate(_columns()))
        room = self.viewport().width() - NAME
        for place in GOING:  # the card shows what has no room here
            self.setColumnHidden(place, sum(one.width for one in columns.values()) > room)
            if self.isColumnHidden(place):
                del columns[place]
        left = room + NAME - sum(one.width for one in columns.values())
        for place, one in columns.items():
            self.horizontalHeader().resizeSection(place, one.width or max(NAME, left))
