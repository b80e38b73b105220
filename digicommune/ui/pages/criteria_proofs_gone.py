"""The proofs taken out of a place: put back, or their content erased for good with a reason."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from digicommune.domain.proofs import Proof
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.pack_fields import Field, line
from digicommune.ui.views.frames import column, empty_layout, row


class GoneProofs(QWidget):
    """``put_back`` tells a proof, ``erased`` a proof and why; nothing shows while none is out."""

    put_back = Signal(object)
    erased = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.proofs: tuple[Proof, ...] = ()
        self.rows: list[GoneRow] = []
        self.open = plain.button("", "link")
        self.open.setCheckable(True)
        self.open.toggled.connect(self._show_list)
        self._list = QWidget()
        self._rows = column(gap=8)
        self._list.setLayout(self._rows)
        self._list.hide()
        self.setLayout(column(row(self.open, 1), self._list, gap=4))
        self.hide()

    def show_proofs(self, proofs: tuple[Proof, ...]) -> None:
        """Shows what is out; a reason half typed stays while the list does."""
        if proofs == self.proofs:
            return
        self.proofs = proofs
        self.open.setText(tr("Tệp đã bỏ: {count}").format(count=len(proofs)))
        empty_layout(self._rows)
        self.rows = [self._row(one) for one in proofs]
        for each in self.rows:
            self._rows.addWidget(each)
        self.setVisible(bool(proofs))

    def _show_list(self, shown: bool) -> None:
        self._list.setVisible(shown)

    def _row(self, proof: Proof) -> GoneRow:
        made = GoneRow(proof)
        made.back.clicked.connect(lambda _on: self.put_back.emit(proof))
        made.reasoned.connect(lambda why: self.erased.emit(proof, why))
        return made


class GoneRow(QFrame):
    """One of them; erasing asks why before it is done, since nothing brings the content back."""

    reasoned = Signal(str)

    def __init__(self, proof: Proof) -> None:
        super().__init__()
        self.back = plain.button(tr("Đặt lại"), "link")
        self.erase = plain.button(tr("Xóa hẳn…"), "link")
        self.why = line(300)
        self._reason = Field(tr("Lý do xóa hẳn, không lấy lại được"), self.why)
        self.do = plain.button(tr("Xóa hẳn"))
        self.do.clicked.connect(lambda _on: self._tell())
        leave = plain.button(tr("Thôi"), "flat")
        self._asked = QWidget()
        leave.clicked.connect(self._asked.hide)
        self._asked.setLayout(column(self._reason, row(1, leave, self.do), gap=6))
        self._asked.hide()
        self.erase.clicked.connect(lambda _on: self._ask())
        name = plain.label(proof.name, "strong", wrap=True)
        about = plain.label(_about(proof), "small", wrap=True)
        buttons = row(self.back, self.erase, 1, gap=2)
        self.setLayout(column(name, about, buttons, self._asked, gap=2))

    def _ask(self) -> None:
        self._asked.show()
        self.why.setFocus()

    def _tell(self) -> None:
        why = self.why.text().strip()
        self._reason.show_fault("" if why else tr("cần ghi lý do"))
        if why:
            self.reasoned.emit(why)


def _about(proof: Proof) -> str:
    said = tr("bỏ {moment}").format(moment=words.moment(proof.removed_at or ""))
    return f"{said} · {proof.removed_why}" if proof.removed_why else said
