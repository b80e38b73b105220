"""Keeps the steps of a dossier as one types them, and holds what cannot be kept; it shows none."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from digicommune.domain.dossier_faults import faults
from digicommune.errors import UserError
from digicommune.ui.pages.dossier_words import sentence
from digicommune.ui.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from digicommune.domain.dossier import DossierKey, Kept, Step, StepCode
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.dossier_form import StepForm
    from digicommune.ui.pages.recognition_calls import DossierCalls

IDLE_MS = 3_000  # after so long without typing, what was typed is kept


class StepKeeper(QObject):
    """``stands`` when a form stands otherwise; ``anew`` when the dossier should be asked again."""

    stands = Signal()
    anew = Signal()

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        calls: DossierCalls,
        forms: Mapping[StepCode, StepForm],
    ) -> None:
        super().__init__(parent)
        self._desk, self._calls, self._forms = desk, calls, forms
        self.key: DossierKey | None = None
        self._saving: set[tuple[DossierKey, StepCode]] = set()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(IDLE_MS)
        self._pause.timeout.connect(self.save_all)
        for form in forms.values():
            form.changed.connect(self._typed)

    def turn_to(self, key: DossierKey) -> None:
        """Another dossier: its steps are shown next, nothing of them is typed yet."""
        self._pause.stop()
        self.key = key
        for form in self._forms.values():
            form.dirty = form.conflict = False

    def is_saving(self, code: StepCode) -> bool:
        """Whether a step is on its way to be kept."""
        return self.key is not None and (self.key, code) in self._saving

    @property
    def stuck(self) -> tuple[StepCode, ...]:
        """The steps with something typed that is not kept nor on its way."""
        return tuple(
            code for code, form in self._forms.items() if form.dirty and not self.is_saving(code)
        )

    # --- keeping

    def save_all(self) -> None:
        """Keeps every form in which something was typed."""
        self._pause.stop()
        for code in self.stuck:
            form = self._forms[code]
            if not form.conflict:
                self._save(code, form.version)
        self.stands.emit()

    def _save(self, code: StepCode, version: int) -> None:
        form, key = self._forms[code], self.key
        step = form.filled()
        if key is None or step is None or _refused(form, step):
            return
        self._saving.add((key, code))
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.save(key, step, version),
                done=partial(self._saved, (key, code), step, form.edits),
                failed=partial(self._not_saved, (key, code)),
                owner=self,
                topic=f"save {key} {code}",
                ended=lambda: self._saving.discard((key, code)),
                writes=True,
            )
        )

    def _saved(self, what: tuple[DossierKey, StepCode], step: Step, edits: int, kept: Kept) -> None:
        key, code = what
        if key != self.key:
            return
        form = self._forms[code]
        form.conflict = False
        form.kept(step, kept.version, edits)
        if form.dirty:
            self._pause.start()
        self.stands.emit()

    def _not_saved(self, what: tuple[DossierKey, StepCode], error: Exception) -> None:
        key, code = what
        if key != self.key or not isinstance(error, UserError):
            self._desk.alert(error)
            return
        form = self._forms[code]
        form.conflict = error.code == "changed_meanwhile"
        if not form.conflict:
            field = str(error.facts.get("field", ""))
            said = str(error.facts.get("said", "")) if field else ""
            form.refuse(sentence(said) or " ".join(self._desk.word(error)), field)
        self.stands.emit()

    def drop(self, code: StepCode) -> None:
        """Forgets what was typed in a step: what is kept of it is shown again."""
        form = self._forms[code]
        form.conflict = form.dirty = False
        form.version = -1  # whatever comes is shown
        self.anew.emit()

    def keep_mine(self, code: StepCode) -> None:
        """After a conflict: what was typed here, over what somebody else kept."""
        key = self.key
        if key is None:
            return
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.load(key),
                done=lambda view: self._save(code, view.dossier.version(code)),
                owner=self,
                topic="newest version",
            )
        )

    def _typed(self) -> None:
        self._pause.start()
        self.stands.emit()


def _refused(form: StepForm, step: Step) -> bool:
    """Whether what was typed cannot be true; each fault is told at its field."""
    found = tuple(faults(step))
    for fault in reversed(found):
        form.refuse(sentence(fault.said), fault.field)
    return bool(found)
