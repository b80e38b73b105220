"""The papers of a dossier on screen: one step's, or all in their order; it composes none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from digicommune.ui import plain, style
from digicommune.ui.language import tr
from digicommune.ui.tasks import Task, Ticket

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from digicommune.domain.dossier import StepCode
    from digicommune.operations.reports import MadeDocument
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.dossier import DossierPanel
    from digicommune.ui.pages.recognition_calls import DossierCalls
    from digicommune.ui.views.progress import ProgressPanel

WHOLE: Final = "ho-so-cong-nhan"
KINDS: Final[dict[StepCode, str]] = {
    "registration": "dang-ky-thon-thong-minh",
    "self_assessment": "tu-danh-gia-thon-thong-minh",
    "meeting": "bien-ban-hop-thon",
    "opinions": "tong-hop-y-kien",
    "appraisal": "bien-ban-tham-dinh",
    "submission": "to-trinh-cong-nhan",
    "decision": "quyet-dinh-cong-nhan",
}


class PaperMaker:
    """Two buttons, and what they do: what was typed is kept, then the paper is made and shown."""

    def __init__(
        self, panel: DossierPanel, desk: Desk, calls: DossierCalls, progress: ProgressPanel
    ) -> None:
        self._panel, self._desk, self._calls = panel, desk, calls
        self._progress = progress
        self._ticket: Ticket | None = None
        self._kind = KINDS["registration"]
        self.one = plain.button(tr("Xem và in bước này"))
        self.one.setIcon(style.icon("report", "ink"))
        self.whole = plain.button(tr("In cả hồ sơ"), "main")
        self.whole.setIcon(style.icon("print", "card"))
        self.one.clicked.connect(lambda _checked: self.make(self._kind))
        self.whole.clicked.connect(lambda _checked: self.make(WHOLE))
        progress.cancelled.connect(self._cancel)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons, in their order."""
        return self.one, self.whole

    def show_step(self, code: StepCode) -> None:
        """The step whose paper the first button makes."""
        self._kind = KINDS[code]

    def make(self, kind: str) -> None:
        """Makes a paper from what is kept and opens it; a write before it is done first."""
        key = self._panel.key
        if key is None:
            return
        from digicommune.operations.dossier_papers import PaperRequest

        request = PaperRequest(kind, key.period, key.set_code, key.village_id)
        self._panel.save_all()
        self._progress.start(tr("Đang lập văn bản"))
        self._ticket = self._desk.run(
            Task(
                call=lambda progress: self._calls.paper(request, progress),
                done=self._show,
                owner=self._panel,
                topic="paper",
                progress=self._progress.advance,
                ended=self._progress.hide,
                writes=True,
            )
        )

    def _show(self, made: MadeDocument) -> None:
        from digicommune.ui.pages.issue_sheet import IssuableDialog

        IssuableDialog(self._panel, self._desk, self._calls.issuing, made).show()

    def _cancel(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
