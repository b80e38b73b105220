"""The proofs of one criterion in one village: shown, added, looked at again, taken out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QWidget

from digicommune.domain.proofs import ProofPlace, ProofWords
from digicommune.errors import UserError
from digicommune.ui import plain, style, words
from digicommune.ui.language import tr
from digicommune.ui.pages.criteria_proofs_gone import GoneProofs
from digicommune.ui.pages.outgoing import Outgoing, ask_and_save
from digicommune.ui.pages.pack_fields import Field, line
from digicommune.ui.pages.proof_dialog import ProofDialog
from digicommune.ui.tasks import Task
from digicommune.ui.views.chips import chip
from digicommune.ui.views.frames import column, empty_layout, row
from digicommune.ui.views.typed_fields import DayError, day_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from digicommune.domain.proofs import Proof, ProofFile, ProofLine
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.criteria_calls import ProofCalls

THUMB = 44


@dataclass(frozen=True, slots=True)
class Brought:
    """A file as it would be kept, or a proof whose words are changed."""

    file: ProofFile | None = None
    proof: Proof | None = None

    @property
    def name(self) -> str:
        """Its name."""
        found = self.file or self.proof
        return found.name if found else ""

    @property
    def words(self) -> ProofWords:
        """What the form begins with: a camera's day is proposed."""
        if self.proof is not None:
            return self.proof.words
        return ProofWords(self.file.taken_on if self.file else None)


class ProofsBox(QWidget):
    """Lists them, takes files by button or by dropping, and asks their day and note."""

    listed = Signal(int)  # how many are shown

    def __init__(self, desk: Desk, calls: ProofCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self._place: ProofPlace | None = None
        self._waiting: list[Path] = []
        self.lines: tuple[ProofLine, ...] = ()
        self.rows: list[ProofRow] = []
        self.setAcceptDrops(True)
        self._list = column(gap=8)
        self.none = plain.label(tr("Chưa có tệp nào."), "soft")
        self.form = ProofForm()
        self.form.given.connect(self._keep)
        self.add = plain.button(tr("Thêm tệp…"))
        plain.set_tip(self.add, tr("Ảnh JPEG, PNG hoặc tệp PDF; kéo thả tệp vào đây cũng được"))
        self.add.clicked.connect(lambda _on: self.choose_files())
        self.problem = plain.label("", "notice", wrap=True)
        self.problem.hide()
        self.gone = GoneProofs()
        self.gone.put_back.connect(self._put_back)
        self.gone.erased.connect(self._erase)
        head = row(plain.label(tr("Minh chứng"), "caps"), 1, self.add)
        parts = (self.none, self._list, self.problem, self.form, self.gone)
        self.setLayout(column(head, *parts, gap=8))

    def show_place(self, place: ProofPlace, lines: tuple[ProofLine, ...]) -> None:
        """Shows the proofs of a place; a form half filled in stays while the place does."""
        if place != self._place:
            self.form.hide()
            self.problem.hide()
            self._waiting.clear()
        self._place = place
        if lines == self.lines and self.rows:
            return
        self.lines = lines
        empty_layout(self._list)
        self.rows = [self._row(one) for one in lines]
        for each in self.rows:
            self._list.addWidget(each)
        self.none.setVisible(not lines)
        self.listed.emit(len(lines))

    def enable(self, on: bool) -> None:
        """What was kept with a lock cannot be added to here."""
        self.add.setEnabled(on)
        self.setAcceptDrops(on)

    # --- files come

    def choose_files(self) -> None:
        """Opens the file dialog beside the window."""
        dialog = QFileDialog(self, tr("Chọn minh chứng"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([tr("Ảnh và PDF (*.jpg *.jpeg *.png *.pdf)"), tr("Mọi tệp (*)")])
        dialog.filesSelected.connect(lambda names: self.take([Path(one) for one in names]))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be let go here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes the files of this machine as proofs, not as lists to import."""
        paths = [Path(one.toLocalFile()) for one in event.mimeData().urls() if one.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.take(paths)

    def take(self, paths: list[Path]) -> None:
        """Reads files one after the other; each asks its day and note."""
        self._waiting += paths
        self._next()

    def _next(self) -> None:
        if not self._waiting or self.form.isVisible():
            return
        path = self._waiting.pop(0)
        self.problem.hide()
        self.add.setEnabled(False)
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.read(path),
                done=lambda file: self.form.ask(Brought(file=file)),
                owner=self,
                topic="proof-read",
                failed=self._refuse,
                ended=lambda: self.add.setEnabled(True),
            )
        )

    def _keep(self, brought: Brought, said: ProofWords) -> None:
        place, calls = self._place, self._calls
        if place is None:
            return
        if brought.proof is not None:
            proof = brought.proof
            self._write(lambda: calls.edit(proof, said), tr("Đã sửa minh chứng."))
        elif brought.file is not None:
            file = brought.file
            self._write(lambda: calls.add(place, file, said), tr("Đã thêm minh chứng."))

    def _put_back(self, proof: Proof) -> None:
        self._write(lambda: self._calls.put_back(proof), tr("Đã đặt lại minh chứng."))

    def _erase(self, proof: Proof, why: str) -> None:
        self._write(lambda: self._calls.erase(proof, why), tr("Đã xóa hẳn nội dung tệp."))

    # --- what can be done with one

    def _row(self, one: ProofLine) -> ProofRow:
        made = ProofRow(one)
        proof = one.proof
        made.buttons["open"].clicked.connect(lambda _on: self.open(proof))
        made.buttons["save"].clicked.connect(lambda _on: self._save(proof))
        made.buttons["edit"].clicked.connect(lambda _on: self.form.ask(Brought(proof=proof)))
        made.buttons["verify"].clicked.connect(
            lambda _on: self._write(lambda: self._calls.verify(proof), tr("Đã xác nhận lại."))
        )
        made.buttons["remove"].clicked.connect(
            lambda _on: self._write(lambda: self._calls.remove(proof, ""), tr("Đã bỏ minh chứng."))
        )
        if proof.is_picture:
            self._ask_picture(proof, made)
        return made

    def _ask_picture(self, proof: Proof, made: ProofRow) -> None:
        def call(_progress: object) -> QImage:
            image = QImage.fromData(self._calls.content(proof.proof_id))
            side = THUMB * 2
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode
            return image.scaled(QSize(side, side), keep, smooth.SmoothTransformation)

        self._desk.run(
            Task(
                call=call,
                done=made.show_picture,
                owner=made,
                topic="thumb",
                failed=lambda _error: None,  # told when it is opened; a list needs no picture
            )
        )

    def open(self, proof: Proof) -> None:
        """Shows a proof in a window of its own."""
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.content(proof.proof_id),
                done=lambda content: ProofDialog(self, proof, content).show(),
                owner=self,
                topic="proof-open",
                failed=self._refuse,
            )
        )

    def _save(self, proof: Proof) -> None:
        suffix = ".pdf" if proof.kind == "pdf" else ".jpg"
        kinds = (tr("Tệp PDF (*.pdf)"),) if suffix == ".pdf" else (tr("Ảnh JPEG (*.jpg)"),)
        ask_and_save(
            self,
            self._desk,
            Outgoing(
                tr("Lưu minh chứng"),
                Path(proof.name).stem + suffix,
                kinds,
                lambda path: self._calls.save(proof.proof_id, path),
            ),
        )

    def _write(self, call: Callable[[], object], said: str) -> None:
        self.problem.hide()
        self._desk.run(
            Task(
                call=lambda _progress: call(),
                done=partial(self._written, said),
                owner=self,
                topic="proof-write",
                failed=self._refuse,
                writes=True,
            )
        )

    def _written(self, said: str, _answer: object) -> None:
        self.form.hide()
        self._desk.say(said)
        self._next()

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._desk.alert(error)
            return
        self.problem.setText(plain.cut(" ".join(self._desk.word(error))))
        self.problem.show()
        self._next()


class ProofRow(QFrame):
    """One proof: a small picture, its name, day and note, what to mind, what can be done."""

    def __init__(self, one: ProofLine) -> None:
        super().__init__()
        self.line = one
        self.picture = QLabel()
        self.picture.setFixedSize(THUMB, THUMB)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setPixmap(style.sign("report", "faint", 28))
        plain.named(self.picture, tr("Hình thu nhỏ"))
        self.buttons = {
            "open": plain.button(tr("Mở"), "link"),
            "save": plain.button(tr("Lưu…"), "link"),
            "edit": plain.button(tr("Sửa"), "link"),
            "verify": plain.button(tr("Còn đúng"), "link", tr("Vừa kiểm tra lại, còn đúng")),
            "remove": plain.button(tr("Bỏ"), "link"),
        }
        name = plain.label(one.proof.name, "strong", wrap=True)
        texts = column(name, plain.label(_about(one.proof), "small", wrap=True), gap=2)
        if one.warning:
            texts.addWidget(plain.label(f"! {one.warning}", "small", wrap=True))
        top = row(self.picture, gap=10)
        top.setAlignment(self.picture, Qt.AlignmentFlag.AlignTop)
        top.addLayout(texts, 1)
        layout = column(top, gap=2)
        if one.warning:
            word = tr("! Cần xem lại") if one.counts else tr("– Chưa tính kỳ này")
            layout.addLayout(row(chip(word, "warn" if one.counts else "muted"), 1))
        layout.addLayout(row(*self.buttons.values(), 1, gap=2))
        layout.setContentsMargins(0, 0, 0, 4)
        self.setLayout(layout)

    def show_picture(self, image: QImage) -> None:
        """The small picture, once it is read."""
        if image.isNull():
            return
        made = QPixmap.fromImage(image)
        made.setDevicePixelRatio(2)
        self.picture.setPixmap(made)


class ProofForm(QFrame):
    """Asks the day and a note of a proof; ``given`` tells what it is of and the words."""

    given = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "note")
        self._brought = Brought()
        self.name = plain.label("", "strong", wrap=True)
        self.day, self.note = line(20), line(300)
        self.day.setPlaceholderText(tr("ngày/tháng/năm"))
        self._day = Field(tr("Ngày trên văn bản, ngày chụp"), self.day)
        self.do = plain.button(tr("Thêm"), "main")
        self.do.clicked.connect(lambda _on: self._give())
        leave = plain.button(tr("Thôi"), "flat")
        leave.clicked.connect(lambda _on: self.hide())
        note = Field(tr("Ghi chú"), self.note)
        layout = column(self.name, self._day, note, row(1, leave, self.do), gap=8)
        layout.setContentsMargins(12, 10, 12, 10)
        self.setLayout(layout)
        self.hide()

    def ask(self, brought: Brought) -> None:
        """Shows itself for a file that came, or for a proof whose words are changed."""
        self._brought = brought
        self.name.setText(plain.cut(brought.name))
        said = brought.words
        self.day.setText(_day(said.dated))
        self.note.setText(said.note)
        self.do.setText(tr("Sửa") if brought.proof else tr("Thêm"))
        self._day.show_fault("")
        self.show()
        self.day.setFocus()

    def _give(self) -> None:
        try:
            day = day_in(self.day.text())
        except DayError:
            self._day.show_fault(tr("không phải ngày, ví dụ 27/06/2024"))
            return
        self.given.emit(self._brought, ProofWords(day, self.note.text().strip()))


def _day(value: date | None) -> str:
    return words.day(value) if value else ""


def _about(proof: Proof) -> str:
    dated = _day(proof.words.dated)
    said = [tr("ngày {day}").format(day=dated) if dated else tr("không ghi ngày")]
    if proof.verified_on:
        said.append(tr("kiểm tra lại {day}").format(day=words.day(proof.verified_on)))
    if proof.words.note:
        said.append(proof.words.note)
    return " · ".join(said)
