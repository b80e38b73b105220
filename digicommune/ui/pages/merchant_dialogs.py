"""What opens beside the page of shops: rows behind a figure, papers, twins, the trash."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from digicommune.ui import words
from digicommune.ui.language import tr
from digicommune.ui.pages.merchant_figures import share
from digicommune.ui.tasks import Task
from digicommune.ui.views.work import WorkPanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QWidget

    from digicommune.domain.merchant_cards import MerchantFigure
    from digicommune.operations.reports import MadeDocument
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.merchant_calls import MerchantCalls


class MerchantDialogs:
    """Each dialog is loaded when first asked for and closes with the page."""

    def __init__(self, page: QWidget, desk: Desk, calls: MerchantCalls) -> None:
        self._page, self._desk, self._calls = page, desk, calls
        self.work = WorkPanel(desk.run)

    def trace(self, one: MerchantFigure, period: str | None) -> None:
        """Leads a figure to its shops and their rows."""
        from digicommune.ui.views.trace import TraceDialog

        counts = words.fraction(one.numerator, one.denominator)
        dialog = TraceDialog(self._page, one.name, f"{counts}  =  {share(one)}")
        dialog.show()
        if period is not None:
            ask = partial(self._calls.trace, period, one.code, None)
            self._desk.run(
                Task(
                    call=lambda _progress: ask(),
                    done=dialog.show_rows,
                    owner=dialog,
                    topic="trace",
                )
            )

    def print_list(self, period: str | None) -> None:
        """Makes the list of shops with codes and shows it."""
        from digicommune.operations.merchant_list import ListRequest

        request = ListRequest(period)
        self.work.begin(
            tr("Đang lập danh sách hộ kinh doanh"),
            Task(
                call=lambda progress: self._calls.paper(request, progress),
                done=self._show_paper,
                owner=self._page,
                topic="paper",
            ),
        )

    def _show_paper(self, made: MadeDocument) -> None:
        from digicommune.ui.pages.people_paper import PaperDialog

        PaperDialog(self._page, self._desk, made, self._calls.write).show()

    def open(self, which: str) -> QDialog:
        """Opens "twins" or "trash"."""
        from digicommune.ui.pages.merchant_trash import MerchantTrashDialog
        from digicommune.ui.pages.merchant_twins import MerchantTwinsDialog

        page, desk, calls = self._page, self._desk, self._calls
        makers: dict[str, Callable[[], QDialog]] = {
            "trash": lambda: MerchantTrashDialog(page, desk, calls),
            "twins": lambda: MerchantTwinsDialog(page, desk, calls),
        }
        made = makers[which]()
        made.show()
        return made
