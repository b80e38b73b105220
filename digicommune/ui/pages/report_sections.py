"""The text of a paper section by section: a list of them, and a box to write one; it saves none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)

from digicommune.domain.report_sections import SectionText
from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.views.frames import column, row

if TYPE_CHECKING:
    from digicommune.domain.report_sections import SectionOffer

SIZE = (940, 600)


def state_of(offer: SectionOffer) -> str:
    """How a section stands, in a word or two."""
    if offer.outdated:
        return tr("đã sửa, số liệu đã đổi")
    if offer.edited:
        return tr("đã sửa")
    return tr("có lời kỳ trước") if offer.before is not None else ""


class SectionList(QListWidget):
    """``chosen`` tells the place of a section opened by double click or Enter."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        plain.named(self, tr("Lời văn từng mục"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemActivated.connect(lambda item: self.chosen.emit(self.row(item)))

    def show_offers(self, offers: tuple[SectionOffer, ...]) -> None:
        """One line a section: its title and how it stands; the text as tooltip."""
        kept = max(0, self.currentRow())
        self.blockSignals(True)
        self.clear()
        for one in offers:
            state = state_of(one)
            item = QListWidgetItem(plain.cut(f"{one.title} · {state}" if state else one.title))
            item.setToolTip(plain.tip(one.text))
            font = item.font()
            font.setBold(one.edited)
            item.setFont(font)
            self.addItem(item)
        self.setCurrentRow(min(kept, self.count() - 1))
        self.blockSignals(False)


class SectionDialog(QDialog):
    """Sections on the left, the chosen one on the right; ``typed`` tells a ``SectionText``.

    What was typed is told when another section is chosen and when the dialog closes: nothing typed
    is lost by looking elsewhere.
    """

    typed = Signal(object)

    def __init__(self, parent: QWidget, offers: tuple[SectionOffer, ...], place: int = 0) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Lời văn của văn bản"))
        self.resize(*SIZE)
        self._offers, self._shown = offers, -1
        self._told: SectionText | None = None  # told last, perhaps not kept yet
        self.list = SectionList()
        self.list.setFixedWidth(300)
        self.title = plain.label("", "heading", wrap=True)
        self.hint = plain.label("", "soft", wrap=True)
        self.text = _box(tr("Lời văn của mục"))
        self.generated = _box(tr("Câu mặc định"))
        self.generated.setReadOnly(True)
        self.generated.setFixedHeight(120)
        self.generated_title = plain.label(tr("Câu mặc định nay là"), "caps")
        self.default = plain.button(tr("Lấy lại câu mặc định"))
        self.default.clicked.connect(self._take_default)
        self.before = plain.button(tr("Dùng lời kỳ trước"))
        self.before.clicked.connect(self._take_before)
        self.close_it = plain.button(tr("Lưu và đóng"), "main")
        self.close_it.clicked.connect(self.close)
        self._lay_out()
        self.list.show_offers(offers)
        self.list.setCurrentRow(max(0, min(place, len(offers) - 1)))
        self.list.currentRowChanged.connect(self._choose)
        self._show(self.list.currentRow())

    def show_offers(self, offers: tuple[SectionOffer, ...]) -> None:
        """The sections anew, after one was kept; what is being typed stays."""
        if [one.place for one in offers] != [one.place for one in self._offers]:
            return
        typing = self._changed()
        self._offers = offers
        self.list.show_offers(offers)
        if typing is None:
            self._show(self.list.currentRow())
        else:
            self._tell_state(offers[self._shown])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tells what was typed last."""
        self._keep()
        super().closeEvent(event)

    def _choose(self, place: int) -> None:
        self._keep()
        self._show(place)

    def _changed(self) -> SectionText | None:
        """What stands in the box, where it is not what is kept."""
        if not 0 <= self._shown < len(self._offers):
            return None
        offer, text = self._offers[self._shown], self.text.toPlainText().strip()
        if text == offer.text.strip():
            return None
        version = offer.typed.version if offer.typed else 0
        return SectionText(offer.place, text, offer.generated, version=version)

    def _keep(self) -> None:
        typed = self._changed()
        if typed is not None and typed != self._told:
            self._told = typed
            self.typed.emit(typed)

    def _show(self, place: int) -> None:
        self._shown = place
        if not 0 <= place < len(self._offers):
            return
        offer = self._offers[place]
        self.title.setText(plain.cut(offer.title))
        self.text.setPlainText(offer.text)
        self._tell_state(offer)

    def _tell_state(self, offer: SectionOffer) -> None:
        self.hint.setText(_hint(offer))
        self.generated.setPlainText(offer.generated)
        for part in (self.generated, self.generated_title):
            part.setVisible(offer.edited and bool(offer.generated))
        self.default.setEnabled(offer.edited or bool(offer.generated))
        self.before.setVisible(offer.before is not None)

    def _take_default(self) -> None:
        """The generated text; kept at once, so the list says so."""
        self.text.setPlainText(self._offers[self._shown].generated)
        self._keep()

    def _take_before(self) -> None:
        before = self._offers[self._shown].before
        if before is not None:
            self.text.setPlainText(before.text)
            self._keep()

    def _lay_out(self) -> None:
        inside = column(self.title, self.hint, gap=6)
        inside.addWidget(self.text, 1)
        inside.addWidget(self.generated_title)
        inside.addWidget(self.generated)
        inside.addLayout(row(self.default, self.before, 1, self.close_it))
        body = row(self.list, gap=16)
        body.addLayout(inside, 1)
        body.setContentsMargins(20, 16, 20, 16)
        self.setLayout(body)


def _box(name: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setAcceptDrops(False)  # a dropped file is a list to import, not a text
    made.setTabChangesFocus(True)
    plain.named(made, name)
    return made


def _hint(offer: SectionOffer) -> str:
    if offer.outdated:
        return tr("Mục này đã sửa tay; số liệu đã đổi từ khi sửa. So với câu mặc định ở dưới.")
    if offer.edited:
        return tr("Mục này đã sửa tay; văn bản in lời ở đây.")
    if offer.before is not None:
        return tr(
            "Kỳ trước ({period}) đã viết mục này; bấm “Dùng lời kỳ trước” để bắt đầu từ đó."
        ).format(period=offer.before_title)
    return tr("Câu mặc định. Mỗi ý một dòng; dòng bắt đầu bằng gạch ngang in thành gạch đầu dòng.")


class SectionsPart(QFrame):
    """The list as it stands in the form; ``opened`` tells which section is to be written."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.list = SectionList()
        self.list.setFixedHeight(148)
        self.list.chosen.connect(self.opened.emit)
        self.open = plain.button(tr("Sửa lời văn…"))
        self.open.clicked.connect(lambda: self.opened.emit(max(0, self.list.currentRow())))
        self.count = plain.label("", "soft")
        layout = column(
            row(plain.label(tr("Lời văn"), "caps"), 1, self.count),
            self.list,
            row(1, self.open),
            gap=4,
        )
        self.setLayout(layout)
        self.show_offers(())

    def show_offers(self, offers: tuple[SectionOffer, ...]) -> None:
        """The sections of the kind chosen; a list of figures has none."""
        self.list.show_offers(offers)
        self.setVisible(bool(offers))
        edited = sum(one.edited for one in offers)
        told = tr("{count} mục đã sửa").format(count=edited) if edited else ""
        self.count.setText(told)
