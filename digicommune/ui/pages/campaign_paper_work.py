"""Carries out what the tab of papers asks: makes, shows, prints, saves, copies; it draws none."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from digicommune.ui.language import tr
from digicommune.ui.pages.outgoing import Outgoing, ask_and_save, workbooks
from digicommune.ui.pages.people_paper import PaperDialog
from digicommune.ui.pages.report_sections import SectionDialog
from digicommune.ui.tasks import Task, Ticket

if TYPE_CHECKING:
    from digicommune.domain.campaigns import LetterBatch
    from digicommune.domain.progress import Progress
    from digicommune.domain.report_sections import SectionOffer, SectionText
    from digicommune.operations.campaign_letters import BatchRequest
    from digicommune.operations.reports import MadeDocument
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.campaign_calls import CampaignCalls
    from digicommune.ui.pages.campaign_page import CampaignPage
    from digicommune.ui.pages.campaign_papers import PapersTab

WRITING = frozenset({"letters", "printed"})


class PaperWork(QObject):
    """The papers of the campaign its page shows."""

    def __init__(self, page: CampaignPage, desk: Desk, calls: CampaignCalls) -> None:
        super().__init__(page)
        self._page, self._desk, self._calls = page, desk, calls
        self.dialog: PaperDialog | None = None
        self.words: SectionDialog | None = None
        self._ticket: Ticket | None = None

    def connect_tab(self, tab: PapersTab) -> None:
        """Listens to the tab."""
        tab.paper.connect(self.make_paper)
        tab.wording.connect(self.open_words)
        tab.letters.connect(self.write_letters)
        tab.more.connect(self.print_letters)
        tab.printed.connect(self.keep_printed)
        tab.bank.connect(self.save_bank_file)
        tab.message.connect(self.copy_message)
        tab.progress.cancelled.connect(self.stop)

    def refresh(self) -> None:
        """Asks the batches of letters and who may sign."""
        code = self._page.code
        show = self._page.papers.show_batches
        self._run("batches", lambda _progress: self._calls.batches(code), show)
        offer = self._page.papers.show_signers
        self._run("signers", lambda _progress: self._calls.signers(), offer)

    def make_paper(self, kind: str) -> None:
        """The report or the plan, up to the end of the period on screen."""
        period = self._page.period
        if period is None:
            return
        from digicommune.operations.campaign_papers import PaperRequest

        number, signer = self._page.papers.of_paper
        request = PaperRequest(kind, self._page.code, period, number, signer=signer)
        self._print(tr("Đang lập văn bản"), partial(self._calls.paper, request))

    def open_words(self, kind: str) -> None:
        """The text of the report or plan, section by section; what is typed is kept at once."""
        period = self._page.period
        if period is None:
            return
        from digicommune.operations.campaign_papers import PaperRequest

        request = PaperRequest(kind, self._page.code, period)

        def ask(show: Callable[[tuple[SectionOffer, ...]], None]) -> None:
            self._run("sections", lambda progress: self._calls.offered(request, progress), show)

        def show(offers: tuple[SectionOffer, ...]) -> None:
            self.words = SectionDialog(self._page, offers)
            self.words.typed.connect(lambda typed: self._keep_words(typed, lambda: ask(renew)))
            self.words.destroyed.connect(self._words_closed)
            self.words.show()

        def renew(offers: tuple[SectionOffer, ...]) -> None:
            if self.words is not None:  # closed meanwhile: nothing to show them in
                self.words.show_offers(offers)

        ask(show)

    def _keep_words(self, typed: SectionText, renew: Callable[[], None]) -> None:
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.save_section(typed),
                done=lambda _kept: self._desk.say(tr("Đã giữ lời văn của mục.")),
                owner=self._page,
                topic=f"section {typed.place.section}",
                ended=renew,
                writes=True,
            )
        )

    def _words_closed(self) -> None:
        self.words = None

    def write_letters(self, request: BatchRequest) -> None:
        """A new batch, shown at once."""

        def done(batch: LetterBatch) -> None:
            self.refresh()
            self.print_letters(batch.batch_id, 1)

        self._run("letters", lambda _progress: self._calls.write_letters(request), done)

    def print_letters(self, batch: int, first: int) -> None:
        """The letters of a batch from one on."""
        from digicommune.operations.campaign_letters import PrintRequest

        number, signer = self._page.papers.of_letters
        request = PrintRequest(batch, first, number=number, signer=signer)
        self._print(tr("Đang in giấy mời"), partial(self._calls.print_letters, request))

    def keep_printed(self, batch: int, upto: int) -> None:
        """How far a batch has left the printer."""

        def done(_batch: LetterBatch) -> None:
            self._desk.say(tr("Đã ghi: in đến thư số {number}.").format(number=upto))
            self.refresh()

        self._run("printed", lambda _progress: self._calls.printed(batch, upto), done)

    def save_bank_file(self, bank: str) -> None:
        """Asks where a bank's own file is to go."""
        view, code = self._page.view, self._page.code
        if view is None or not bank:
            return
        name = f"{code}-{view.bank(bank)}.xlsx".replace(" ", "-").replace("/", "-")
        save = Outgoing(
            tr("Tệp trả lại ngân hàng"),
            name,
            workbooks(),
            lambda path: self._calls.bank_file(code, bank, path),
            tr("Đã ghi {count} dòng vào {path}"),
        )
        ask_and_save(self._page, self._desk, save)

    def copy_message(self) -> None:
        """The result as a text, into the clipboard."""
        code, period = self._page.code, self._page.period

        def done(text: str) -> None:
            QApplication.clipboard().setText(text)
            self._desk.say(tr("Đã chép kết quả; dán vào nhóm Zalo."))

        self._run("message", lambda _progress: self._calls.message(code, period), done)

    def _show(self, made: MadeDocument) -> None:
        self.dialog = PaperDialog(self._page, self._desk, made, self._calls.write)
        self.dialog.show()

    def _print(self, said: str, call: Callable[[Progress], MadeDocument]) -> None:
        """Makes a paper with a bar one can stop it by."""
        bar = self._page.papers.progress
        bar.start(said)
        self._ticket = self._desk.run(
            Task(
                call=call,
                done=self._show,
                owner=self._page,
                topic="campaign paper",
                progress=bar.advance,
                ended=bar.hide,
                writes=True,
            )
        )

    def stop(self) -> None:
        """Stops the paper being made; letters already written stay written."""
        if self._ticket is not None:
            self._ticket.cancel()

    def _run(self, topic: str, call: Callable[[Any], Any], done: Callable[[Any], None]) -> None:
        writes = topic in WRITING
        self._desk.run(
            Task(call=call, done=done, owner=self._page, topic=f"campaign {topic}", writes=writes)
        )
