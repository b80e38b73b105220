"""People: found at every key, filtered, looked at and edited beside the list."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from digicommune.domain.people import Resident
from digicommune.domain.people_search import PeopleSearch
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.people_card import PersonView
from digicommune.ui.pages.people_form import PersonForm
from digicommune.ui.pages.people_rows import FIRST, PeopleTable
from digicommune.ui.pages.register_edits import RegisterEdits
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import EmptyState, column, page_layout, row
from digicommune.ui.views.search import SearchBox
from digicommune.ui.views.steady_box import SteadyBox

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digicommune.domain.people_cards import PersonCard
    from digicommune.domain.people_search import Findable
    from digicommune.operations.people import Shown
    from digicommune.operations.people_filters import Filters
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.people_calls import PeopleCalls


@dataclass(frozen=True, slots=True)
class _Answer:
    people: tuple[Findable, ...]
    search: PeopleSearch
    filters: Filters
    banks: Mapping[str, str]


class PeoplePage(QWidget):
    """Everyone's name is in memory; the rest of a row is asked for when it is seen."""

    def __init__(self, desk: Desk, calls: PeopleCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self._period: str | None = None
        self._known: _Answer | None = None
        self._lacking: int | None = None
        self._wanted: int | None = None  # whose card is asked for
        edits = RegisterEdits[PersonForm](self, desk, calls.take_back, self._show_of)
        self._edits = edits
        self.table = PeopleTable()
        self.table.chosen.connect(self.open_person)
        self.table.people.wanted.connect(self._ask_lines)
        self.table.people.short.connect(self._more)
        self.search = SearchBox(tr("Họ tên, đuôi số CCCD, điện thoại, chủ hộ…"))
        self.search.textChanged.connect(lambda _text: self._find())
        self.village = SteadyBox(tr("Lọc theo thôn"), 150)
        self.residence = SteadyBox(tr("Lọc theo nơi ở"), 130)
        self.lack = SteadyBox(tr("Lọc người chưa có"), 180)
        self.view = PersonView()
        self._count = plain.label("", "soft")
        self.add = plain.button(tr("Thêm người"), "main")
        self.twins = plain.button(tr("Tìm người trùng…"))
        self.trash = plain.button(tr("Thùng rác…"))
        self._empty = self._empty_state()
        self._connect()
        self._lay_out()

    def refresh(self, period: str | None) -> None:
        """Asks everyone anew; the search is built on the worker."""
        self._period = period
        known = self._known
        if known is not None and self._wanted is not None:
            self.open_person(self._wanted)  # the card is there before everyone is

        def call(_progress: object) -> _Answer:
            people = self._calls.findable()
            same = known is not None and known.people == people
            search = known.search if known is not None and same else PeopleSearch(people)
            return _Answer(people, search, self._calls.filters(), self._calls.banks())

        self._desk.run(Task(call=call, done=self._show, owner=self, topic="people"))

    def start_search(self) -> None:
        """Ctrl+F."""
        self.search.setFocus()
        self.search.selectAll()

    def open_place(self, place: str) -> None:
        """A person by number ("people/12"), as other pages lead here."""
        if place.isdigit():
            self.open_person(int(place))

    def open_person(self, number: int) -> None:
        """Shows somebody's card."""
        self._wanted = number
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.card(number),
                done=self._show_card,
                owner=self,
                topic="card",
            )
        )

    # --- the list

    def _show(self, answer: _Answer) -> None:
        self._known = answer
        names = {one.number: one.name for one in answer.people}
        self.table.people.know(names)
        if self._wanted is not None and self._wanted not in names:
            self._wanted, self.view.card = None, None  # put away, or made one with another
        self._fill_filters(answer.filters)
        there = bool(answer.people)
        self._empty.setVisible(not there)
        for part in (self.table, self.view, self._count, self.village, self.residence, self.lack):
            part.setVisible(there)
        self.view.setVisible(there and self.view.card is not None)
        self._ask_lacking()
        card = self.view.card
        if self._wanted and (card is None or card.person.resident_id != self._wanted):
            self.open_person(self._wanted)

    def _fill_filters(self, filters: Filters) -> None:
        villages = [(one.village_id, one.name) for one in filters.villages]
        if 0 in filters.in_village:
            villages.append((0, tr("Chưa rõ thôn")))
        _fill(self.village, tr("Mọi thôn"), villages)
        states = [(code, words.residence(code)[0]) for code in filters.residing]
        _fill(self.residence, tr("Mọi nơi ở"), states)
        facts = [(one.code, tr("Chưa có: {name}").format(name=one.name)) for one in filters.facts]
        _fill(self.lack, tr("Có hay chưa: tất cả"), facts)

    def _ask_lacking(self) -> None:
        """Whom the chosen indicator does not count; the list follows."""
        code, period = self.lack.currentData(), self._period
        self._lacking = None
        if code is None or period is None:
            self._find()
            return
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.lacking(period, code),
                done=self._take_lacking,
                owner=self,
                topic="lacking",
            )
        )

    def _take_lacking(self, numbers: Iterable[int]) -> None:
        if self._known is not None:
            self._lacking = self._known.search.among(numbers)
        self._find()

    def _among(self) -> int | None:
        """The filters as one; None where all are let through."""
        known = self._known
        if known is None:
            return None
        filters = known.filters
        chosen: list[list[int]] = []
        if self.village.currentData() is not None:
            chosen.append(filters.in_village.get(self.village.currentData(), []))
        if self.residence.currentData() is not None:
            chosen.append(filters.residing.get(self.residence.currentData(), []))
        among = self._lacking
        for numbers in chosen:
            bits = known.search.among(numbers)
            among = bits if among is None else among & bits
        return among

    def _find(self) -> None:
        if self._known is None:
            return
        found = self._known.search.find(self.search.text(), FIRST, self._among())
        self.table.people.show_found(found.people, found.count)
        self.table.scrollToTop()
        everyone = len(self._known.people)
        self._count.setText(
            tr("{found} người").format(found=words.count(found.count))
            if found.count == everyone
            else tr("{found} trên {all} người").format(
                found=words.count(found.count), all=words.count(everyone)
            )
        )
        if self._wanted is not None:
            self.table.choose(self._wanted)
        elif found.people:
            self.table.selectRow(0)

    def _settle(self) -> None:
        """Typing paused: the card is that of somebody listed."""
        if self.table.current() is None and self.table.people.rowCount():
            self.table.selectRow(0)

    def _more(self, limit: int) -> None:
        if self._known is not None:
            found = self._known.search.find(self.search.text(), limit, self._among())
            self.table.people.more(found.people)

    def _ask_lines(self, numbers: list[int]) -> None:
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.lines(numbers),
                done=self.table.people.take,
                owner=self,
                topic=f"lines {numbers[0]}",
            )
        )

    # --- one person

    def _show_card(self, card: PersonCard) -> None:
        if self._known is None or card.person.resident_id != self._wanted:
            return
        self.view.show()
        self.view.show_card(card, self._known.filters.facts, self._known.banks)

    def _reveal(self, what: Shown) -> None:
        card = self.view.card
        if card is None:
            return
        number = card.person.resident_id
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.reveal(number, what),
                done=partial(self.view.show_number, what),
                owner=self,
                topic=f"reveal {what}",
            )
        )

    def _set_fact(self, code: str, since: object, holds: bool) -> None:
        card = self.view.card
        if card is None:
            return
        number = card.person.resident_id

        def call(_progress: object) -> None:
            self._calls.set_fact(number, code, since, has=holds)  # type: ignore[arg-type]

        self._edits.write(call, lambda _none: self._edits.did(number), "fact")

    def _trash(self) -> None:
        if self.view.card is not None:
            person = self.view.card.person
            self._edits.put_away(person.resident_id, person.full_name, self._calls.trash)

    def _edit(self) -> None:
        if self.view.card is not None:
            self.open_form(self.view.card.person)

    def open_form(self, person: Resident) -> PersonForm:
        """Opens the form of a person; number 0: somebody new."""
        villages = self._known.filters.villages if self._known else ()
        form = PersonForm(self, person, villages)
        return self._edits.open(
            form, self._calls.save, lambda saved: (saved.resident_id, saved.full_name)
        )

    @property
    def form(self) -> PersonForm | None:
        """The form that is open."""
        return self._edits.form

    def _show_of(self, number: int | None) -> None:
        """Whose card is shown from now on; that of nobody is cleared."""
        self._wanted = number
        if number is None:
            self.view.card = None

    # --- taking back

    def take_back(self) -> None:
        """Ctrl+Z: the last edit made on this page, of whomever it was."""
        self._edits.take_back()

    def do_again(self) -> None:
        """Ctrl+Y: what was taken back last."""
        self._edits.do_again()

    # --- laying out

    def _connect(self) -> None:
        for box in (self.village, self.residence):
            box.activated.connect(lambda _at: self._find())
        self.lack.activated.connect(lambda _at: self._ask_lacking())
        self.search.searched.connect(lambda _text: self._settle())
        self.view.revealed.connect(self._reveal)
        self.view.opened.connect(self.open_person)
        self.view.edited.connect(self._edit)
        self.view.trashed.connect(self._trash)
        self.view.facts.ticked.connect(self._set_fact)
        self.add.clicked.connect(lambda _checked: self.open_form(Resident(0, "")))
        self.twins.clicked.connect(lambda _checked: self._open_twins())
        self.trash.clicked.connect(lambda _checked: self._open_trash())

    def _open_twins(self) -> None:
        from digicommune.ui.pages.people_twins import TwinsDialog

        TwinsDialog(self, self._desk, self._calls).show()

    def _open_trash(self) -> None:
        from digicommune.ui.pages.people_trash import TrashDialog

        TrashDialog(self, self._desk, self._calls).show()

    def _empty_state(self) -> EmptyState:
        made = EmptyState(
            "people",
            tr("Sổ chưa có ai"),
            tr("Nhập danh sách nhân khẩu hoặc của ngân hàng; cũng có thể thêm từng người."),
        )
        made.offer(tr("Nhập danh sách"), lambda: self._desk.open_page("intake"))
        made.hide()
        return made

    def _lay_out(self) -> None:
        layout = page_layout(self, gap=12)
        title = plain.label(tr("Người dân"), "title")
        layout.addLayout(row(title, 1, self.twins, self.trash, self.add))
        layout.addLayout(row(self.search, self.village, self.residence, self.lack))
        left = column(gap=8)
        left.addWidget(self.table, 1)
        left.addWidget(self._count)
        self.view.setFixedWidth(376)
        self.view.hide()
        body = row(gap=16)
        body.addLayout(left, 1)
        body.addWidget(self.view)
        layout.addLayout(body, 1)
        layout.addWidget(self._empty, 1)


def _fill(box: QComboBox, every: str, choices: Iterable[tuple[object, str]]) -> None:
    """Fills a filter and keeps what was chosen."""
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(every, None)
    for value, text in choices:
        box.addItem(plain.cut(text), value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)
