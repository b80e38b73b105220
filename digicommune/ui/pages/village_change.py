"""Merging, splitting, renaming villages: what will happen is said before it does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)

from digicommune.errors import UserError
from digicommune.settings import today
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.village_calls import Kind
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.typed_fields import day_field, day_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digicommune.domain.villages import Village
    from digicommune.operations.village_changes import NewVillage
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.village_calls import VillageEdits

NUMBER_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Change:
    """What is asked for: the villages to choose from, and the one it begins with."""

    kind: Kind
    villages: tuple[Village, ...]
    current: Village


class VillageChange(QDialog):
    """Stays open where the office refuses, and shows why."""

    def __init__(self, parent: QWidget, desk: Desk, edits: VillageEdits, change: Change) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._edits, self._change = desk, edits, change
        title, do = _titles(change.kind)
        self.setWindowTitle(title)
        self.setMinimumWidth(560)
        self.day = day_field(_first_of_next_month())
        self.name, self.former = QLineEdit(), QLineEdit(change.current.former_commune or "")
        self.parts = QPlainTextEdit()
        self.parts.setPlaceholderText(tr("Mỗi dòng tên một thôn mới"))
        self.parts.setFixedHeight(88)
        self.chosen = QListWidget()
        self._fill()
        self.says = plain.label("", "quiet", wrap=True)
        self.problem = plain.label("", "bad", wrap=True)
        self.problem.hide()
        self.do = plain.button(do, "main")
        self.do.clicked.connect(lambda _checked: self._start())
        self._lay_out(plain.label(title, "heading"))
        self._tell()

    # --- what is filled in

    @property
    def numbers(self) -> list[int]:
        """The villages ticked, or the one it began with."""
        if self._change.kind != "merge":
            return [self._change.current.village_id]
        items = [self.chosen.item(at) for at in range(self.chosen.count())]
        ticked = [one for one in items if one.checkState() == Qt.CheckState.Checked]
        return [int(one.data(NUMBER_ROLE)) for one in ticked]

    @property
    def names(self) -> list[str]:
        """The names of the new villages."""
        if self._change.kind != "split":
            typed = [self.name.text()]
        else:
            typed = self.parts.toPlainText().splitlines()
        return [one.strip() for one in typed if one.strip()]

    @property
    def on(self) -> date:
        """The first day of the new villages."""
        return day_of(self.day)

    def _tell(self) -> None:
        """What will happen, in plain words."""
        known = {one.village_id: one.name for one in self._change.villages}
        old = ", ".join(known.get(one, "") for one in self.numbers)
        new = ", ".join(self.names) or "…"
        self.says.setText(plain.cut(_sentence(self._change.kind, (old, new), self.on)))
        least = 2 if self._change.kind == "split" else 1
        enough = self._change.kind != "merge" or len(self.numbers) > 1
        self.do.setEnabled(len(self.names) >= least and enough)

    def _start(self) -> None:
        self.problem.hide()
        self.do.setEnabled(False)
        numbers, names, on = self.numbers, self.names, self.on
        former = self.former.text().strip() or None
        kind, edits = self._change.kind, self._edits

        def call(_progress: object) -> object:
            from digicommune.operations.village_changes import NewVillage

            new = [NewVillage(one, former) for one in names]
            return _done(edits, kind, (numbers, new, on))

        self._desk.run(
            Task(
                call=call,
                done=lambda _made: self._finish(),
                owner=self,
                topic="change",
                failed=self._refuse,
                writes=True,
            )
        )

    def _finish(self) -> None:
        self._desk.say(self.says.text())
        self.accept()

    def _refuse(self, error: Exception) -> None:
        self.do.setEnabled(True)
        if not isinstance(error, UserError):
            self._desk.alert(error)
            return
        self.problem.setText(plain.cut(" ".join(self._desk.word(error))))
        self.problem.show()

    # --- laying out

    def _fill(self) -> None:
        for one in self._change.villages:
            former = f" ({one.former_commune})" if one.former_commune else ""
            item = QListWidgetItem(plain.cut(one.name + former))
            item.setData(NUMBER_ROLE, one.village_id)
            here = one.village_id == self._change.current.village_id
            item.setCheckState(Qt.CheckState.Checked if here else Qt.CheckState.Unchecked)
            self.chosen.addItem(item)
        self.chosen.setFixedHeight(176)
        for line in (self.name, self.former):
            line.setMaxLength(120)
            line.setAcceptDrops(False)
        self.parts.setAcceptDrops(False)
        self.chosen.itemChanged.connect(lambda _item: self._tell())
        self.name.textChanged.connect(lambda _text: self._tell())
        self.parts.textChanged.connect(self._tell)
        self.day.dateChanged.connect(lambda _day: self._tell())

    def _lay_out(self, title: QWidget) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        for name, part in self._rows():
            plain.named(part, name)
            form.addRow(plain.label(name, "soft"), part)
        leave = plain.button(tr("Bỏ"))
        leave.clicked.connect(self.reject)
        layout = column(title, form, self.says, self.problem, row(1, leave, self.do), gap=16)
        layout.setContentsMargins(24, 24, 24, 16)
        self.setLayout(layout)

    def _rows(self) -> Sequence[tuple[str, QWidget]]:
        day, former = (tr("Từ ngày"), self.day), (tr("Xã cũ (nếu cần)"), self.former)
        if self._change.kind == "merge":
            return (
                (tr("Các thôn nhập lại"), self.chosen),
                (tr("Tên thôn mới"), self.name),
                day,
                former,
            )
        if self._change.kind == "split":
            return ((tr("Tên các thôn mới"), self.parts), day, former)
        return ((tr("Tên mới"), self.name), day, former)


def _done(
    edits: VillageEdits, kind: Kind, what: tuple[list[int], list[NewVillage], date]
) -> object:
    numbers, new, on = what
    if kind == "merge":
        return edits.merge(numbers, new[0], on)
    if kind == "split":
        return edits.split(numbers[0], new, on)
    return edits.rename(numbers[0], new[0], on)


def _titles(kind: Kind) -> tuple[str, str]:
    known = {
        "merge": (tr("Nhập thôn"), tr("Nhập các thôn này")),
        "split": (tr("Tách thôn"), tr("Tách thôn này")),
        "rename": (tr("Đổi tên thôn"), tr("Đổi tên thôn này")),
    }
    return known[kind]


def _sentence(kind: Kind, names: tuple[str, str], on: date) -> str:
    known = {
        "merge": tr(
            "Từ ngày {day}, {old} nhập thành {new}. Kỳ kết thúc trước ngày đó vẫn in các thôn "
            "cũ; từ kỳ sau chỉ còn {new}, số liệu bằng tổng các thôn cũ. Người dân và hộ kinh "
            "doanh của các thôn cũ thuộc về thôn mới."
        ),
        "split": tr(
            "Từ ngày {day}, {old} tách thành {new}. Kỳ kết thúc trước ngày đó vẫn in {old}. "
            "Chương trình không đoán ai thuộc thôn mới nào: người dân của {old} đứng ở “Chưa rõ "
            "thôn” cho đến khi được ghi thôn."
        ),
        "rename": tr(
            "Từ ngày {day}, {old} mang tên {new}. Kỳ kết thúc trước ngày đó vẫn in tên cũ; số "
            "liệu, người dân và hộ kinh doanh giữ nguyên."
        ),
    }
    return known[kind].format(day=words.day(on), old=names[0], new=names[1])


def _first_of_next_month() -> date:
    return (today().replace(day=1) + timedelta(days=32)).replace(day=1)
