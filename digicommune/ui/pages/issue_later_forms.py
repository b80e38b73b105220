"""Dialogs of what is entered of an issued paper later: number, withdrawal; they save none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QDialog, QFormLayout, QWidget

from digicommune.settings import today
from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.pages.issue_form import make_room
from digicommune.ui.pages.issue_words import paper_name, withdrawal_said
from digicommune.ui.views.frames import column, holder, row
from digicommune.ui.views.steady_box import SteadyBox
from digicommune.ui.views.typed_fields import day_field, day_of, line_field

if TYPE_CHECKING:
    from digicommune.operations.issue_register import IssuedLine

_MOST = 99_999
_OTHER = -1  # a decision that is not in the register


@dataclass(frozen=True, slots=True)
class Refused:
    """What is missing, and how it is mended."""

    title: str
    advice: str


class Fields(Protocol):
    """Rows of a form and what they will do, in words."""

    rows: tuple[tuple[str, QWidget], ...]
    title: str
    about: str
    save: str  # on the button

    def read(self) -> object:
        """What was typed, or a ``Refused``."""


class LaterForm(QDialog):
    """Fields, what they will do in words, and the buttons; ``filled`` tells what was typed.

    Whoever saves that closes the dialog, or tells what was refused.
    """

    filled = Signal(object)

    def __init__(self, parent: QWidget, line: IssuedLine, fields: Fields) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(fields.title)
        self.setMinimumWidth(600)
        self.fields = fields
        self.problem = plain.label("", "bad", wrap=True)
        self.problem.hide()
        self.save = plain.button(fields.save, "main")
        self.save.setDefault(True)
        self.save.clicked.connect(lambda _checked: self._tell())
        leave = plain.button(tr("Bỏ"))
        leave.clicked.connect(self.reject)
        name = f"{paper_name(line.paper)}: {line.paper.title}"
        layout = column(
            plain.label(name, "strong", wrap=True),
            self._form(),
            plain.label(fields.about, "notice", wrap=True),
            self.problem,
            row(1, leave, self.save),
            gap=16,
        )
        layout.setContentsMargins(24, 20, 24, 16)
        self.setLayout(layout)
        fields.rows[0][1].setFocus()
        make_room(self)

    def refuse(self, title: str, advice: str) -> None:
        """Shows what was refused and lets it be mended."""
        self.problem.setText(plain.cut(f"{title} {advice}"))
        self.problem.show()
        self.save.setEnabled(True)
        make_room(self)

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        for asked, field in self.fields.rows:
            form.addRow(plain.label(asked), field)
        return form

    def _tell(self) -> None:
        made = self.fields.read()
        if isinstance(made, Refused):
            self.refuse(made.title, made.advice)
            return
        self.problem.hide()
        self.save.setEnabled(False)
        self.filled.emit(made)


class NumberFields:
    """Number and day the office's e-document system gave; read as a ``NumberGiven``."""

    def __init__(self, line: IssuedLine) -> None:
        paper = line.paper
        again = paper.number is not None
        self.number = line_field(tr("Số văn bản"), str(paper.number) if again else "")
        self.number.setValidator(QIntValidator(1, _MOST, self.number))
        self.number.setFixedWidth(96)
        self.day = day_field(paper.issued_on if again else today())
        self.day.setFixedWidth(150)
        plain.named(self.day, tr("Ngày ban hành"))
        self.reason = line_field(tr("Lý do sửa"))
        symbol = plain.label(f"/{paper.symbol}", "strong")
        numbered = holder(row(self.number, symbol, 1, gap=4))
        numbered.setFocusProxy(self.number)
        why = ((tr("Lý do sửa"), self.reason),) if again else ()
        self.rows: tuple[tuple[str, QWidget], ...] = (
            (tr("Số văn bản"), numbered),
            (tr("Ngày ban hành"), self.day),
            *why,
        )
        self.title = tr("Ghi số, ngày của văn bản điện tử")
        said = tr("Ghi đúng số và ngày phần mềm quản lý văn bản đã cấp. Bản PDF đã lưu không đổi")
        rest = tr("một byte nào: chỗ số, ngày trong đó vẫn trống. Số này không cấp cho bản khác.")
        self.about = f"{said} {rest}"
        self.save = tr("Sửa số đã ghi") if again else tr("Ghi vào sổ")

    def read(self) -> object:
        """Number, day and reason."""
        from digicommune.operations.issue_later import NumberGiven

        if not self.number.hasAcceptableInput():
            return Refused(tr("Số văn bản chưa đúng."), tr("Ghi số nguyên từ 1 trở lên."))
        return NumberGiven(int(self.number.text()), day_of(self.day), self.reason.text().strip())


class WithdrawFields:
    """Why, since when and by what a paper is withdrawn; read as a ``WithdrawRequest``."""

    def __init__(self, line: IssuedLine, papers: tuple[IssuedLine, ...]) -> None:
        self.reason = line_field(tr("Lý do thu hồi"))
        self.day = day_field(today())
        self.day.setFixedWidth(150)
        plain.named(self.day, tr("Ngày thu hồi"))
        self.by = SteadyBox(tr("Theo văn bản nào"), 320)
        self._offer(line, papers)
        self.other = line_field(tr("Văn bản thu hồi ngoài sổ"))
        self.other.setPlaceholderText(tr("số, ký hiệu, ngày, cơ quan ban hành"))
        self.by.currentIndexChanged.connect(lambda _at: self._choose())
        self.other.hide()
        self.rows: tuple[tuple[str, QWidget], ...] = (
            (tr("Lý do thu hồi"), self.reason),
            (tr("Ngày thu hồi"), self.day),
            (tr("Theo văn bản"), holder(column(self.by, self.other))),
        )
        self.title = tr("Thu hồi văn bản")
        said = tr("Thu hồi rồi thì sổ, bản in lại và việc tra mã đều báo văn bản đã thu hồi.")
        rest = tr("Văn bản vẫn ở trong sổ, bản lưu giữ nguyên, số đã cấp không dùng lại.")
        self.about = f"{said} {rest}"
        self.save = tr("Thu hồi {number}").format(number=line.paper.full_number)

    def read(self) -> object:
        """Reason, day and by what."""
        from digicommune.operations.issue_later import WithdrawRequest

        if not self.reason.text().strip():
            return _no_reason()
        by, other = self.by.currentData(), ""
        if by == _OTHER:
            by, other = None, self.other.text().strip()
            if not other:
                advice = tr("Ghi số, ngày văn bản ấy, hoặc chọn lại.")
                return Refused(tr("Chưa ghi văn bản thu hồi."), advice)
        return WithdrawRequest(self.reason.text(), day_of(self.day), by, other)

    def _offer(self, line: IssuedLine, papers: tuple[IssuedLine, ...]) -> None:
        """Papers of the register that have a number, newest first."""
        self.by.addItem(tr("không ghi văn bản nào"), None)
        self.by.addItem(tr("văn bản không có trong sổ này…"), _OTHER)
        for one in papers:
            paper = one.paper
            if paper.number is not None and paper.issue_id != line.paper.issue_id:
                said = f"{paper_name(paper)} · {paper.title}"
                self.by.addItem(plain.cut(said), paper.issue_id)

    def _choose(self) -> None:
        other = self.by.currentData() == _OTHER
        self.other.setVisible(other)
        dialog = self.other.window()
        if isinstance(dialog, QDialog):
            make_room(dialog)
        if other:
            self.other.setFocus()


class TakeBackFields:
    """Why a withdrawal entered by mistake is taken back; read as the reason."""

    def __init__(self, line: IssuedLine) -> None:
        self.reason = line_field(tr("Lý do bỏ thu hồi"))
        self.rows: tuple[tuple[str, QWidget], ...] = ((tr("Lý do bỏ thu hồi"), self.reason),)
        self.title = tr("Bỏ việc thu hồi đã ghi nhầm")
        gone = line.paper.withdrawn
        said = withdrawal_said(gone, line.withdrawn_how) if gone is not None else ""
        rest = tr("Bỏ thì văn bản trở lại như trước; nhật ký giữ cả lần ghi nhầm và lý do bỏ.")
        self.about = f"{said} {rest}"
        self.save = tr("Bỏ thu hồi")

    def read(self) -> object:
        """The reason."""
        return self.reason.text() if self.reason.text().strip() else _no_reason()


def _no_reason() -> Refused:
    return Refused(tr("Chưa ghi lý do."), tr("Ghi một dòng để người sau hiểu."))
