"""The dossier of one village: its steps, the form of each, what lacks; kept as one goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from digicommune.domain.dossier import STEPS, DossierKey, StepCode, is_blank
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.dossier_checklist import Checklist, Lack, Section
from digicommune.ui.pages.dossier_criteria import CriterionRows, lines_of
from digicommune.ui.pages.dossier_fields import Choice
from digicommune.ui.pages.dossier_forms import make_forms, step_titles
from digicommune.ui.pages.dossier_keeping import StepKeeper
from digicommune.ui.pages.dossier_papers import PaperMaker
from digicommune.ui.pages.dossier_steps import StepList
from digicommune.ui.pages.dossier_words import dossier_state, met_chip, sentence
from digicommune.ui.pages.signer_box import options_of
from digicommune.ui.tasks import Task
from digicommune.ui.views.chips import chip, set_chip
from digicommune.ui.views.frames import column, holder, row, scrolled
from digicommune.ui.views.progress import ProgressPanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QHideEvent, QShowEvent

    from digicommune.domain.dossier_checks import StepCheck
    from digicommune.operations.dossiers import DossierView
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.dossier_form import StepForm
    from digicommune.ui.pages.recognition_calls import DossierCalls


SIGNED: tuple[StepCode, ...] = ("submission", "decision")


class DossierPanel(QWidget):
    """``left`` when one goes back to the list."""

    left = Signal()

    def __init__(self, desk: Desk, calls: DossierCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self.view: DossierView | None = None
        self.forms = make_forms()
        self.steps = StepList([(code, step_titles()[code]) for code in STEPS])
        self.steps.asked.connect(lambda code: self.show_step(cast("StepCode", code)))
        self.checklist = Checklist()
        self.checklist.asked.connect(self._go)
        self.progress = ProgressPanel()
        self.papers = PaperMaker(self, desk, calls, self.progress)
        self._stack = QStackedWidget()
        self.keeper = StepKeeper(self, desk, calls, self.forms)
        self.keeper.stands.connect(self._tell_kept)
        self.keeper.anew.connect(self.refresh)
        self._make_parts()
        self._connect()
        self._lay_out()
        self.show_step("registration")

    # --- showing

    def open_dossier(self, key: DossierKey) -> None:
        """Shows another dossier; not before what was typed in the one before is kept."""
        if key != self.key:
            if not self.let_go():
                return
            self.view = None
            self.keeper.turn_to(key)
        self.refresh()

    @property
    def key(self) -> DossierKey | None:
        """Which dossier is shown."""
        return self.keeper.key

    def refresh(self) -> None:
        """Asks the dossier again; a form in which something is typed keeps it."""
        key = self.key
        if key is None:
            return
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.load(key),
                done=self._show,
                owner=self,
                topic="dossier",
            )
        )

    def _show(self, view: DossierView) -> None:
        if view.dossier.key != self.key:
            return
        changed = self.view is None or self.view.verdict != view.verdict
        self.view = view
        self._name.setText(plain.cut(view.village.name))
        set_chip(self.state, *dossier_state(view.state))
        met, of = (view.verdict.met, view.verdict.of) if view.verdict else (0, 0)
        set_chip(self.met, *met_chip(met, of, passed=bool(view.verdict and view.verdict.passed)))
        self._tell_choices(view)
        for code, form in self.forms.items():
            self._fill(view, code, form, anew=changed)
        self._show_checks(view)
        self._tell_kept()

    def _fill(self, view: DossierView, code: StepCode, form: StepForm, *, anew: bool) -> None:
        if form.dirty or self.keeper.is_saving(code):
            return
        for part in form.parts.values():
            if isinstance(part, CriterionRows):
                part.set_lines(lines_of(view.criteria_set, view.verdict))
        step, version = view.dossier.step(code), view.dossier.version(code)
        if anew or (step, version) != (form.shown, form.version):
            form.show_value(step, version)

    def _tell_choices(self, view: DossierView) -> None:
        level = self.forms["decision"].parts["level"]
        assert isinstance(level, Choice)
        usual = view.authorities[0].level if view.authorities else ""
        known = tuple((one.code, one.level) for one in view.authorities)
        level.set_options((("", tr("Theo cài đặt ({level})").format(level=usual)), *known))
        for code in SIGNED:
            signer = self.forms[code].parts["signer"]
            assert isinstance(signer, Choice)
            signer.set_options(_signers(view, code))

    def _show_checks(self, view: DossierView) -> None:
        standings = {one.step: _standing(view, one) for one in view.checks.steps}
        self.steps.show_steps({str(code): one for code, one in standings.items()})
        titles = step_titles()
        self.checklist.show_sections(
            [
                Section(
                    titles[one.step],
                    standings[one.step],
                    tuple(Lack(sentence(each.said), _place(view, each)) for each in one.missing),
                )
                for one in view.checks.steps
            ]
        )

    # --- going

    def show_step(self, code: StepCode) -> None:
        """Shows the form of a step; what was typed in the one before is kept."""
        if self.step != code:
            self.save_all()
        self._put_up(code)

    def _put_up(self, code: StepCode) -> None:
        self._stack.setCurrentIndex(STEPS.index(code))
        self.steps.mark(code)
        self.papers.show_step(code)
        self._tell_kept()

    @property
    def step(self) -> StepCode:
        """The step on screen."""
        return STEPS[max(0, self._stack.currentIndex())]

    @property
    def form(self) -> StepForm:
        """The form on screen."""
        return self.forms[self.step]

    def _go(self, place: str) -> None:
        code, _, rest = place.partition("/")
        if code == "criteria":
            self.save_all()
            self._desk.open_page(place)
            return
        self.show_step(cast("StepCode", code))
        part: object = self.form.parts.get(rest)
        box = getattr(part, "box", part)
        if isinstance(box, QWidget):
            box.setFocus(Qt.FocusReason.OtherFocusReason)
            self._areas[STEPS.index(self.step)].ensureWidgetVisible(box)

    def leave(self) -> None:
        """Back to the list; what was typed is kept first."""
        if self.let_go():
            self.left.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """From now on this window does not close over what was typed."""
        self.window().installEventFilter(self)
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window is about to close: what was typed is kept first, or the window stays."""
        if event.type() == QEvent.Type.Close and not self.let_go():
            event.ignore()
            if self.key is not None:
                self._desk.open_page(f"recognitions/dossier/{self.key.village_id}")
            return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is shown: what was typed is kept."""
        self.save_all()
        super().hideEvent(event)

    # --- keeping

    def save_all(self) -> None:
        """Keeps every form in which something was typed (Ctrl+S)."""
        self.keeper.save_all()
        self._show_fault()

    def _show_fault(self) -> None:
        """Scrolls to what is wrong on screen, once the words of it have their place."""
        fault, area = self.form.first_fault(), self._areas[STEPS.index(self.step)]
        if fault is not None:
            QTimer.singleShot(0, fault, lambda: area.ensureWidgetVisible(fault))

    def let_go(self) -> bool:
        """Keeps what was typed; False where something cannot be, and shows what."""
        self.save_all()
        if not self.keeper.stuck:
            return True
        self._put_up(self.keeper.stuck[0])
        self._show_fault()
        self._desk.say(tr("Bước này chưa lưu được: sửa chỗ báo lỗi, hoặc bỏ thay đổi."))
        return False

    def _tell_kept(self) -> None:
        """How the form on screen stands: not yet kept, by whom and when it was."""
        form, code = self.form, self.step
        self._clash.setVisible(form.conflict)
        self.save.setEnabled(form.dirty and not form.conflict)
        self.drop.setVisible(form.dirty and not form.conflict)
        if form.dirty:
            self._note.setText(tr("Có thay đổi chưa lưu"))
            return
        kept = self.view.dossier.kept.get(code) if self.view else None
        if kept is None:
            self._note.setText(tr("Bước này chưa nhập gì"))
        else:
            at = words.moment(kept.at)
            self._note.setText(tr("Lưu bởi {who}, {at}").format(who=kept.by, at=at))

    # --- laying out

    def _make_parts(self) -> None:
        self._name = plain.label("", "heading")
        self.state, self.met = chip("", "muted"), chip("", "muted")
        self.back = plain.button(tr("‹ Các thôn"), "flat")
        self._note = plain.label("", "small")
        self.save = plain.button(tr("Lưu"), "main", tr("Lưu bước này (Ctrl+S)"))
        self.drop = plain.button(tr("Bỏ thay đổi"), "flat", tr("Trở lại như lần lưu trước"))
        self.drop.hide()
        self.theirs = plain.button(tr("Xem bản mới"))
        self.mine = plain.button(tr("Giữ bản của tôi"))
        said = tr("Người khác vừa sửa bước này. Phần đang gõ chưa được lưu.")
        self._clash = holder(
            row(plain.label(said, "bad", wrap=True), self.theirs, self.mine, gap=8)
        )
        self._clash.hide()

    def _connect(self) -> None:
        pairs: tuple[tuple[QWidget, Callable[[], None]], ...] = (
            (self.back, self.leave),
            (self.save, self.save_all),
            (self.theirs, lambda: self.keeper.drop(self.step)),
            (self.drop, lambda: self.keeper.drop(self.step)),
            (self.mine, lambda: self.keeper.keep_mine(self.step)),
        )
        for button, step in pairs:
            button.clicked.connect(partial(_call, step))  # type: ignore[attr-defined]
        keys = QShortcut(QKeySequence("Ctrl+S"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.save_all)

    def _lay_out(self) -> None:
        self._areas = [scrolled(holder(column(one, gap=0))) for one in self.forms.values()]
        for area in self._areas:  # in a narrow window a wide form is scrolled, not cut off
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
            self._stack.addWidget(area)
        head = row(self.back, self._name, self.state, self.met, 1, gap=10)
        for button in self.papers.buttons:
            head.addWidget(button)
        foot = row(self._note, 1, self.drop, self.save, gap=12)
        middle = column(self._stack, self._clash, foot, gap=8)
        body = row(self.steps, gap=12)
        body.addLayout(middle, 1)
        body.addWidget(self.checklist)
        layout = column(head, self.progress, gap=12)
        layout.addLayout(body, 1)
        self.setLayout(layout)


def _call(step: Callable[[], None], _checked: bool = False) -> None:
    step()


def _standing(view: DossierView, check: StepCheck) -> str:
    if check.complete:
        return "done"
    return "open" if is_blank(view.dossier.step(check.step)) else "begun"


def _place(view: DossierView, lack: object) -> str:
    """Where something that lacks is put right."""
    from digicommune.domain.dossier_checks import Missing

    assert isinstance(lack, Missing)
    if lack.criterion and not lack.field:
        cell = f"{view.village.village_id}:{lack.criterion}"
        return f"criteria/{cell}@{view.criteria_set.code}"
    return f"{lack.step}/{lack.field}"


def _signers(view: DossierView, code: StepCode) -> tuple[tuple[str, str], ...]:
    """Who may sign a step; one kept before stays, though the office has it no more."""
    options = options_of(view.signers)
    kept: str = getattr(view.dossier.step(code), "signer", "")
    gone = () if not kept or kept in {role for role, _ in options} else ((kept, kept),)
    return (*options, *gone)
