"""The villages on their way to recognition: how far each is and what it lacks; it changes none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from digicommune.domain.periods import period_of
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.dossier_words import dossier_state, met_chip, sentence
from digicommune.ui.views.frames import EmptyState, column, holder, row
from digicommune.ui.views.table import Column, Table

if TYPE_CHECKING:
    from digicommune.operations.dossiers import DossierLine, DossierList

ORDER = ("none", "registered", "self_assessed", "met", "appraised", "submitted", "recognised")


class DossierTable(QWidget):
    """``opened`` tells the number of the village whose dossier one wants to see."""

    opened = Signal(int)
    year_asked = Signal(str)  # the code of the year, where another period is shown
    summary_asked = Signal()
    villages_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._year = ""
        self.table = Table(_columns(), tr("Hồ sơ theo thôn"))
        self.table.sort_on_click()
        self.table.doubleClicked.connect(lambda _index: self._open())
        self.table.activated.connect(lambda _index: self._open())
        self.open = plain.button(tr("Mở hồ sơ"), "main")
        self.open.clicked.connect(lambda _checked: self._open())
        self.print = plain.button(tr("In bảng tổng hợp"))
        self.print.clicked.connect(lambda _checked: self.summary_asked.emit())
        self._about = plain.label("", "soft")
        self.year = plain.button("", "link")
        self.year.clicked.connect(lambda _checked: self.year_asked.emit(self._year))
        self._empty = EmptyState(
            "seal",
            tr("Chưa có thôn nào để lập hồ sơ"),
            tr("Hồ sơ công nhận lập theo từng thôn. Hãy nhập danh sách thôn trước."),
        )
        self._empty.offer(tr("Nhập danh sách thôn"), self.villages_asked.emit)
        self._body = holder(column(row(self._about, self.year, 1, self.print, self.open), gap=8))
        body = self._body.layout()
        assert body is not None
        body.addWidget(self.table)
        self.setLayout(column(self._body, self._empty, gap=0))
        self._body.hide()
        self._empty.hide()

    def show_list(self, found: DossierList) -> None:
        """Replaces the lines and keeps the village chosen."""
        current = self.table.current()
        self.table.show_rows(found.lines)
        if current is not None:
            here = current.village.village_id
            self.table.choose(lambda one: one.village.village_id == here)
        elif found.lines:
            self.table.selectRow(0)
        self._body.setVisible(bool(found.lines))
        self._empty.setVisible(not found.lines)
        self._tell_period(found)

    def _tell_period(self, found: DossierList) -> None:
        whole = sum(one.checks.complete for one in found.lines)
        self._about.setText(
            tr("Hồ sơ theo số liệu {period}: {whole}/{all} hồ sơ đã đủ.").format(
                period=found.period.title, whole=words.count(whole), all=len(found.lines)
            )
        )
        year = period_of(found.period.end, "year")
        self._year = year.code
        self.year.setVisible(found.period.kind != "year")
        self.year.setText(plain.doubled(tr("Xem {period}").format(period=year.title)))

    def _open(self) -> None:
        line: DossierLine | None = self.table.current()
        if line is not None:
            self.opened.emit(line.village.village_id)


def _columns() -> tuple[Column[DossierLine], ...]:
    return (
        Column(tr("Thôn"), lambda one: one.village.name, width=200),
        Column(
            tr("Tình trạng"),
            lambda one: dossier_state(one.state)[0],
            sort=lambda one: ORDER.index(one.state),
            tone=lambda one: dossier_state(one.state)[1],
            width=168,
        ),
        Column(
            tr("Tiêu chí đạt"),
            lambda one: met_chip(one.met, one.of, passed=one.passed)[0],
            sort=lambda one: one.met,
            tone=lambda one: met_chip(one.met, one.of, passed=one.passed)[1],
            width=140,
        ),
        Column(
            tr("Còn thiếu"),
            _lacking,
            sort=lambda one: len(one.checks.missing),
            tip=lambda one: "\n".join(sentence(each.said) for each in one.checks.missing),
        ),
    )


def _lacking(line: DossierLine) -> str:
    """What lacks, the criteria first; an untouched dossier only says what the village lacks."""
    missing = line.checks.missing
    if not missing:
        return tr("✓ Hồ sơ đã đủ")
    told = [each for each in missing if each.criterion and not each.field]
    if line.state != "none":
        told += [each for each in missing if each not in told]
    if not told:
        return tr("Đủ điều kiện, chưa lập hồ sơ")
    rest = len(told) - 2
    said = "; ".join(sentence(each.said) for each in told[:2])
    return said + (tr("; và {count} việc nữa").format(count=rest) if rest > 0 else "")
