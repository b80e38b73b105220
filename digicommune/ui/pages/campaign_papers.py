"""A campaign's papers: letters in batches, report and plan, what goes to banks and the chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.signer_box import offer_signers
from digicommune.ui.views.frames import card, column, row
from digicommune.ui.views.progress import ProgressPanel
from digicommune.ui.views.steady_box import SteadyBox
from digicommune.ui.views.table import Column, Table
from digicommune.ui.views.typed_fields import count_in, number_field

if TYPE_CHECKING:
    from digicommune.domain.campaign_views import CampaignView
    from digicommune.domain.campaigns import LetterBatch
    from digicommune.ui.pages.signer_calls import Signers

REPORT, PLAN = "bao-cao-chien-dich", "ke-hoach-chien-dich"
MOST_NAMES = 20_000  # characters of addressees typed at once


class PapersTab(QWidget):
    """What is asked: ``paper`` and ``wording`` (kind), ``letters`` (a batch), ``more`` (batch, from
    which letter), ``printed`` (batch, up to which letter), ``bank`` (its BIN), ``message``.
    """

    paper = Signal(str)
    wording = Signal(str)
    letters = Signal(object)
    more = Signal(int, int)
    printed = Signal(int, int)
    bank = Signal(str)
    message = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._code = ""
        self.source = SteadyBox(tr("Mời ai"), 200)
        self.session = SteadyBox(tr("Đến buổi nào"), 200)
        self.names = QPlainTextEdit()
        self.table = Table(_columns(), tr("Các đợt giấy mời"))
        self.first, self.upto = number_field(tr("Từ thư số")), number_field(tr("Đến thư số"))
        self.write = plain.button(tr("Viết và xem đợt mới"), "main")
        self.again = plain.button(tr("In từ thư này"))
        self.keep = plain.button(tr("Ghi đã in"))
        self.number, self.signer = QLineEdit(), SteadyBox(tr("Người ký"), 180)
        self.letter_number, self.letter_signer = QLineEdit(), SteadyBox(tr("Người ký"), 140)
        self.report = plain.button(tr("Lập báo cáo"), "main")
        self.plan = plain.button(tr("Lập kế hoạch"))
        self.report_words = plain.button(tr("Lời văn báo cáo…"), "link")
        self.plan_words = plain.button(tr("Lời văn kế hoạch…"), "link")
        self.whose, self.back = SteadyBox(tr("Ngân hàng"), 180), plain.button(tr("Lưu tệp…"))
        self.chat = plain.button(tr("Chép tin Zalo"))
        self.progress = ProgressPanel()
        for field in (self.names, self.first, self.upto, self.number, self.letter_number):
            field.setAcceptDrops(False)  # a dropped file is a list to import, not a text
        self._fill()
        self._connect()
        self._lay_out()

    def show_view(self, view: CampaignView) -> None:
        """Shows a campaign's sessions and banks to choose from."""
        self._code = view.campaign.code
        sessions = [("", tr("Mọi buổi"))]
        for one in view.sessions:
            said = f"{words.day(one.session.held_on)} · {one.village} · {one.bank}"
            sessions.append((str(one.session.session_id), said))
        _choices(self.session, sessions)
        _choices(self.whose, [(one, view.bank(one)) for one in view.campaign.banks])
        self.write.setEnabled(bool(view.sessions))
        self.back.setEnabled(bool(view.campaign.banks))

    def show_signers(self, signers: Signers) -> None:
        """Forms of signing to choose from."""
        for box in (self.signer, self.letter_signer):
            offer_signers(box, signers)

    def show_batches(self, batches: tuple[LetterBatch, ...]) -> None:
        """Shows the batches written so far, newest first."""
        self.table.show_rows(batches)
        if batches and self.table.current() is None:
            self.table.selectRow(0)
        self._show_batch(self.table.current())

    @property
    def of_paper(self) -> tuple[str | None, str]:
        """The number typed for the report or plan, if any, and who signs."""
        return self.number.text().strip() or None, str(self.signer.currentData())

    @property
    def of_letters(self) -> tuple[str | None, str]:
        """The same of the letters."""
        return self.letter_number.text().strip() or None, str(self.letter_signer.currentData())

    # --- inside

    def _show_batch(self, batch: LetterBatch | None) -> None:
        for part in (self.first, self.upto, self.again, self.keep):
            part.setEnabled(batch is not None)
        if batch is None:
            return
        count = len(batch.letters)
        self.first.setText(str(min(batch.printed_to + 1, count)))
        self.upto.setText(str(count))

    def _tell_write(self) -> None:
        from digicommune.operations.campaign_letters import BatchRequest

        session = self.session.currentData()
        typed = self.names.toPlainText()[:MOST_NAMES].splitlines()
        source = self.source.currentData()
        self.letters.emit(
            BatchRequest(
                self._code,
                source,
                (int(session),) if session else (),
                tuple(one.strip() for one in typed if one.strip()) if source == "typed" else (),
            )
        )

    def _tell_more(self) -> None:
        batch, first = self.table.current(), count_in(self.first.text())
        if batch is not None and first:
            self.more.emit(batch.batch_id, first)

    def _tell_printed(self) -> None:
        batch, upto = self.table.current(), count_in(self.upto.text())
        if batch is not None and upto is not None:
            self.printed.emit(batch.batch_id, upto)

    def _fill(self) -> None:
        _choices(
            self.source,
            [
                ("villages", tr("Mỗi thôn một thư")),
                ("households", tr("Mỗi hộ còn người chưa có tài khoản")),
                ("typed", tr("Những người gõ dưới đây")),
            ],
        )
        for box in (self.signer, self.letter_signer):
            box.addItem(tr("Chủ tịch"), "chairman")  # until the office tells who signs
        self.names.setPlaceholderText(tr("Mỗi dòng một người được mời"))
        plain.named(self.names, tr("Người được mời"))
        self.names.setFixedHeight(72)
        self.names.hide()
        self.names.setAcceptDrops(False)  # a dropped file is a list to import, not a text
        for number in (self.first, self.upto):
            number.setAcceptDrops(False)
        for line in (self.number, self.letter_number):
            line.setAcceptDrops(False)
            line.setPlaceholderText(tr("chưa có số"))
            line.setMaxLength(20)
            line.setFixedWidth(110)
            plain.named(line, tr("Số văn bản"))

    def _connect(self) -> None:
        self.source.activated.connect(
            lambda _at: self.names.setVisible(self.source.currentData() == "typed")
        )
        self.table.chosen.connect(self._show_batch)
        self.write.clicked.connect(lambda _checked: self._tell_write())
        self.again.clicked.connect(lambda _checked: self._tell_more())
        self.keep.clicked.connect(lambda _checked: self._tell_printed())
        self.report.clicked.connect(lambda _checked: self.paper.emit(REPORT))
        self.plan.clicked.connect(lambda _checked: self.paper.emit(PLAN))
        self.report_words.clicked.connect(lambda _checked: self.wording.emit(REPORT))
        self.plan_words.clicked.connect(lambda _checked: self.wording.emit(PLAN))
        self.back.clicked.connect(lambda _checked: self.bank.emit(self.whose.currentData() or ""))
        self.chat.clicked.connect(lambda _checked: self.message.emit())

    def _lay_out(self) -> None:
        body = row(gap=12)
        body.addWidget(self._letters_card(), 6)
        right = column(self._paper_card(), self._bank_card(), self._chat_card(), 1, gap=12)
        body.addLayout(right, 5)
        layout = column(self.progress, gap=12)
        layout.addLayout(body, 1)
        self.setLayout(layout)

    def _letters_card(self) -> QFrame:
        asked = row(self.source, self.session, gap=8)
        return card(
            row(plain.label(tr("Giấy mời"), "heading"), 1, self.write),
            asked,
            self.names,
            _numbered(self.letter_number, self.letter_signer),
            self.table,
            self._steps(),
            plain.label(
                tr("Máy in dừng giữa chừng: ghi đã in đến thư nào, lần sau in tiếp từ đó."), "small"
            ),
            gap=10,
        )

    def _steps(self) -> QGridLayout:
        made = QGridLayout()
        made.setSpacing(8)
        lines = (
            (tr("Từ thư số"), self.first, self.again),
            (tr("Đã in đến thư số"), self.upto, self.keep),
        )
        for at, (said, field, button) in enumerate(lines):
            made.addWidget(plain.label(said, "soft"), at, 0)
            made.addWidget(field, at, 1)
            made.addWidget(button, at, 2)
        made.setColumnStretch(3, 1)
        return made

    def _paper_card(self) -> QFrame:
        return card(
            plain.label(tr("Báo cáo kết quả, kế hoạch"), "heading"),
            _numbered(self.number, self.signer),
            row(self.plan_words, self.report_words, 1),
            row(1, self.plan, self.report),
            gap=10,
        )

    def _bank_card(self) -> QFrame:
        told = tr(
            "Chỉ có các dòng ngân hàng ấy đã gửi và kết quả đối chiếu, không có gì của ngân hàng"
            " khác; việc gửi được ghi vào nhật ký."
        )
        return card(
            plain.label(tr("Trả kết quả cho ngân hàng"), "heading"),
            row(self.whose, 1, self.back),
            plain.label(told, "small", wrap=True),
            gap=10,
        )

    def _chat_card(self) -> QFrame:
        told = tr("Kết quả gọn thành vài dòng chữ, không có tên ai.")
        return card(
            row(plain.label(tr("Tin nhắn nhóm"), "heading"), 1, self.chat),
            plain.label(told, "small", wrap=True),
            gap=8,
        )


def _numbered(number: QLineEdit, signer: SteadyBox) -> QHBoxLayout:
    made = row(plain.label(tr("Số"), "soft"), number)
    made.addWidget(signer, 1)
    return made


def _choices(box: SteadyBox, known: list[tuple[str, str]]) -> None:
    kept = box.currentData()
    box.clear()
    for code, text in known:
        box.addItem(plain.cut(text), code)
    box.setCurrentIndex(max(0, box.findData(kept)))


def _columns() -> tuple[Column[LetterBatch], ...]:
    return (
        Column(tr("Đợt"), lambda one: str(one.batch_id), number=True, width=68),
        Column(tr("Mời"), _source, least=110),
        Column(tr("Số thư"), lambda one: words.count(len(one.letters)), number=True, width=84),
        Column(
            tr("Đã in"),
            lambda one: words.fraction(one.printed_to, len(one.letters)),
            number=True,
            width=92,
        ),
        Column(tr("Viết lúc"), lambda one: words.moment(one.made_at), width=156),
    )


def _source(one: LetterBatch) -> str:
    names = {
        "villages": tr("Từng thôn"),
        "households": tr("Từng hộ"),
        "typed": tr("Gõ tên"),
    }
    return names[one.source]
