"""The page of indicators: what each counts on which base, by which law, and what is aimed at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFrame, QGridLayout, QStackedWidget, QWidget

from digicommune.domain.indicators import Target
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.indicators_form import IndicatorForm
from digicommune.ui.tasks import Task
from digicommune.ui.views.chips import chip
from digicommune.ui.views.frames import card, column, empty_layout, page_layout, row, scrolled
from digicommune.ui.views.search import SearchBox
from digicommune.ui.views.table import Column, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from digicommune.domain.indicator_cards import IndicatorCard, IndicatorCards, IndicatorDraft
    from digicommune.domain.indicators import Indicator
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.indicator_calls import IndicatorCalls
    from digicommune.ui.style import Tone

PANEL = 384
TargetLine = tuple[int, str, str]  # village (0: commune), name, percent


class IndicatorsPage(QWidget):
    """A list on the left; the card of the one chosen, or the form, on the right."""

    def __init__(self, desk: Desk, calls: IndicatorCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self._answer: IndicatorCards | None = None
        self._period: str | None = None
        self._wanted: str | None = None  # the code to stand on once it is shown
        self.table = Table(_columns(), tr("Danh sách chỉ tiêu"))
        self.table.sort_on_click()
        self.table.chosen.connect(self._show_card)
        self.search = SearchBox(tr("Tìm chỉ tiêu…"))
        self.search.searched.connect(self.table.rows.search)
        self.add = plain.button(tr("Thêm chỉ tiêu"), "main")
        self.add.clicked.connect(lambda _checked: self._write(None))
        self._right = QStackedWidget()
        self.form = IndicatorForm()
        self.form.kept.connect(self._save)
        self.form.left.connect(lambda: self._right.setCurrentIndex(0))
        self.targets = Table(_target_columns(), tr("Mục tiêu"))
        self.targets.edit_in_place()
        self.targets.rows.edited.connect(self._set_target)
        self._targets_title = plain.label("", "caps")
        self._facts = QGridLayout()
        self._name = plain.label("", "heading", wrap=True)
        self._chips = row(gap=6)
        self._lay_out()

    def refresh(self, period: str | None) -> None:
        """Asks the definitions that hold in a period."""
        self._period = period
        ask = partial(self._calls.cards, period)
        self._desk.run(Task(call=lambda _p: ask(), done=self._show, owner=self, topic="indicators"))

    def start_search(self) -> None:
        """Ctrl+F."""
        self.search.setFocus()
        self.search.selectAll()

    def _show(self, answer: IndicatorCards) -> None:
        self._answer = answer
        current: IndicatorCard | None = self.table.current()
        code = self._wanted or (current.indicator.code if current is not None else None)
        self._wanted = None
        self.table.show_rows(answer.cards)
        if code is not None:
            self.table.choose(lambda one: one.indicator.code == code)
        if self.table.current() is None and answer.cards:
            self.table.selectRow(0)
        if self.table.current() is not None:
            self._show_card(self.table.current())

    def _show_card(self, one: IndicatorCard) -> None:
        self._name.setText(plain.cut(one.indicator.name))
        empty_layout(self._chips)
        for text, tone in _chips(one):
            self._chips.addWidget(chip(text, tone))
        self._chips.addStretch(1)
        empty_layout(self._facts)
        for line, (name, value) in enumerate(_facts(one)):
            self._facts.addWidget(plain.label(name, "soft"), line, 0)
            self._facts.addWidget(plain.label(value, wrap=True), line, 1)
        if self._answer is not None:
            self._targets_title.setText(
                tr("Mục tiêu năm {year} (%), bấm đúp để sửa").format(year=self._answer.year)
            )
            self.targets.show_rows(_target_lines(one, self._answer))

    # --- writing

    def _write(self, one: IndicatorCard | None) -> None:
        if self._answer is not None:
            self.form.open_on(one, self._answer.bases)
            self._right.setCurrentIndex(1)

    def _save(self, draft: IndicatorDraft) -> None:
        self._task(lambda: self._calls.save(draft), self._saved, "indicator-save")

    def _saved(self, made: Indicator) -> None:
        self._wanted = made.code
        self._right.setCurrentIndex(0)
        self._desk.say(tr("Đã lưu chỉ tiêu {name}").format(name=made.name))

    def _set_target(self, line: TargetLine, text: str) -> None:
        one: IndicatorCard | None = self.table.current()
        if one is None or self._answer is None:
            return
        kept = one.targets.get(line[0])
        basis = kept.basis if kept is not None else ""
        target = Target(one.indicator.code, self._answer.year, line[0], text, basis)
        self._task(
            lambda: self._calls.set_target(target),
            lambda _none: self._desk.say(tr("Đã lưu")),
            "target-save",
        )

    def _task(self, call: Callable[[], Any], done: Callable[[Any], None], topic: str) -> None:
        self._desk.run(
            Task(call=lambda _p: call(), done=done, owner=self, topic=topic, writes=True)
        )

    # --- furniture

    def _lay_out(self) -> None:
        self._right.addWidget(self._card())
        self._right.addWidget(self.form)
        self._right.setFixedWidth(PANEL)
        layout = page_layout(self)
        layout.addLayout(row(plain.label(tr("Chỉ tiêu"), "title"), 1, self.search, self.add))
        body = row(gap=16)
        body.addWidget(self.table, 1)
        body.addWidget(self._right)
        layout.addLayout(body, 1)

    def _card(self) -> QFrame:
        change = plain.button(tr("Sửa định nghĩa"))
        change.clicked.connect(lambda _checked: self._write(self.table.current()))
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(6)
        self._facts.setColumnStretch(1, 1)
        inside = QWidget()
        content = column(self._name, self._chips, self._facts, row(change, 1), 1, gap=12)
        content.setContentsMargins(0, 0, 8, 0)
        inside.setLayout(content)
        self.targets.setFixedHeight(184)
        return card(scrolled(inside), self._targets_title, self.targets)


def _columns() -> tuple[Column[IndicatorCard], ...]:
    return (
        Column(tr("Mã"), lambda one: one.indicator.code, width=108),
        Column(tr("Chỉ tiêu"), lambda one: one.indicator.name, least=180),
        Column(
            tr("Mục tiêu"),
            lambda one: _percent(one.target) or "–",
            sort=lambda one: None if one.target is None else _number(one.target),
            number=True,
            width=84,
        ),
        Column(tr("Nguồn số"), _counted_from, width=96),
        Column(
            tr("Đối chiếu"),
            lambda one: _checked(one)[0],
            tone=lambda one: _checked(one)[1],
            width=138,
        ),
    )


def _target_columns() -> tuple[Column[TargetLine], ...]:
    return (
        Column(tr("Nơi"), lambda one: one[1], least=160),
        Column(
            tr("Mục tiêu"),
            lambda one: one[2] or "–",
            number=True,
            width=110,
            typed=lambda one: one[2].removesuffix("%").strip(),
        ),
    )


def _target_lines(one: IndicatorCard, answer: IndicatorCards) -> tuple[TargetLine, ...]:
    found: list[TargetLine] = [(0, tr("Toàn xã"), _percent(one.target))]
    for village in answer.villages:
        own = one.targets.get(village.village_id)
        found.append((village.village_id, village.name, _percent(own.percent if own else None)))
    return tuple(found)


def _percent(text: str | None) -> str:
    return "" if text is None else words.percent(_number(text))


def _number(text: str) -> Any:
    from decimal import Decimal

    return Decimal(text)


def _counted_from(one: IndicatorCard) -> str:
    return tr("Nhập tay") if one.indicator.register is None else tr("Đếm từ sổ")


def _checked(one: IndicatorCard) -> tuple[str, Tone]:
    if one.indicator.verified:
        return tr("✓ Đã đối chiếu"), "good"
    return tr("! Chưa đối chiếu"), "warn"


def _chips(one: IndicatorCard) -> list[tuple[str, Tone]]:
    found = [_checked(one)]
    if one.indicator.own:
        found.append((tr("+ Của xã"), "info"))
    return found


def _facts(one: IndicatorCard) -> list[tuple[str, str]]:
    told = one.indicator
    found = [
        (tr("Mã"), told.code),
        (tr("Tử số"), told.numerator),
        (tr("Mẫu số"), told.denominator),
        (tr("Cơ sở"), "; ".join(each.name for each in one.bases)),
        (tr("Đơn vị"), told.unit),
        (tr("Số lẻ"), str(told.decimals)),
        (tr("Căn cứ"), told.legal_basis or tr("chưa ghi")),
        (tr("Nguồn"), told.source or _counted_from(one)),
    ]
    if len(one.versions) > 1 or told.valid_from is not None:
        found.append((tr("Dùng từ"), "; ".join(map(_since, one.versions))))
    return found


def _since(one: Indicator) -> str:
    """A definition without a first day has always held; the books write it as the year 1."""
    always = one.valid_from is None or one.valid_from.year == 1
    return tr("từ đầu") if always else words.day(one.valid_from)
