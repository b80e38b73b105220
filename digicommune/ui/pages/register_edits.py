"""What an officer changes on the page of a register, and takes back; it knows no register."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QKeySequence, QShortcut

from digicommune.errors import UserError
from digicommune.ui.language import tr
from digicommune.ui.pages.people_turns import Turns
from digicommune.ui.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from digicommune.operations.register_keeping import TakenBack
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.register_form import RegisterForm


class RegisterEdits[Form: RegisterForm]:
    """Writes, tells the status line, and remembers in which order what was edited.

    ``show`` is told whose card the page is to show from now on; None: nobody's.
    """

    def __init__(
        self,
        page: QWidget,
        desk: Desk,
        take_back: Callable[[int], TakenBack],
        show: Callable[[int | None], None],
    ) -> None:
        self._page, self._desk = page, desk
        self._take_back, self._show = take_back, show
        self._turns = Turns()
        self.form: Form | None = None
        for keys, act in (("Ctrl+Z", self.take_back), ("Ctrl+Y", self.do_again)):
            QShortcut(QKeySequence(keys), page).activated.connect(act)

    def did(self, number: int, said: str = "") -> None:
        """An entry was edited; what is ``said`` of it stands in the status line."""
        self._turns.did(number)
        if said:
            self._desk.say(said)

    def write(
        self,
        call: Callable[[object], object],
        done: Callable[..., None],
        topic: str,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Runs what changes the register."""
        page = self._page
        self._desk.run(
            Task(call=call, done=done, owner=page, topic=topic, failed=failed, writes=True)
        )

    def put_away(self, number: int, name: str, trash: Callable[[list[int]], int]) -> None:
        """Puts an entry in the trash."""
        said = tr("Đã bỏ {name} vào thùng rác.").format(name=name)
        self._show(None)
        self.write(
            lambda _progress: trash([number]), lambda _count: self.did(number, said), "trash"
        )

    # --- the form

    def open(
        self, form: Form, save: Callable[[Any], Any], name: Callable[[Any], tuple[int, str]]
    ) -> Form:
        """Opens a form; what it is filled with is saved and told by number and ``name``."""

        def saved(entry: object) -> None:
            number, said = name(entry)
            self._show(number)
            if self.form is not None:
                self.form.accept()
            self.did(number, tr("Đã lưu {name}.").format(name=said))

        def filled(entry: object) -> None:
            self.write(lambda _progress: save(entry), saved, "save", self._refused)

        self.form = form
        form.filled.connect(filled)
        form.finished.connect(self._leave)
        form.open()
        return form

    def _leave(self, _result: int) -> None:
        if self.form is not None:
            self.form.deleteLater()
            self.form = None

    def _refused(self, error: Exception) -> None:
        if isinstance(error, UserError) and self.form is not None:
            self.form.refuse(error.code, *self._desk.word(error))
        else:
            self._desk.alert(error)

    # --- taking back

    def take_back(self) -> None:
        """The last edit made on this page, of whatever entry."""
        self._turn(self._turns.back())

    def do_again(self) -> None:
        """What was taken back last."""
        self._turn(self._turns.forth())

    def _turn(self, number: int | None) -> None:
        if number is None:
            return
        self._show(None)  # what goes to the trash has no card

        def done(taken: TakenBack) -> None:
            self._show(number if taken.there else None)
            self._desk.say(taken.message)

        self.write(lambda _progress: self._take_back(number), done, "take back")
