"""The dialogs of the register: a decision entered or put right, one taken back; they save none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from digicommune.domain.recognition import Recognition, Revocation
from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.pages.dossier_fields import Choice, Spec, day, text
from digicommune.ui.pages.dossier_form import StepForm
from digicommune.ui.views.frames import column, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from digicommune.domain.criteria import CriteriaSet
    from digicommune.domain.villages import Village
    from digicommune.operations.recognitions import Authority

FIELDS = {
    "recognition_blank": "number",
    "recognition_twice": "number",
    "village_gone": "village_id",
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What a decision may name."""

    villages: tuple[Village, ...]
    sets: tuple[CriteriaSet, ...]
    bodies: tuple[Authority, ...]


class RegisterDialog(QDialog):
    """A form with its buttons; ``filled`` tells what ``read`` makes of it.

    Whoever saves that closes the dialog, or tells what was refused.
    """

    filled = Signal(object)

    def __init__(self, parent: QWidget, form: StepForm, read: Callable[[], object]) -> None:
        super().__init__(parent)
        self.resize(680, 10)
        self.form, self._read = form, read
        self.save = plain.button(tr("Lưu vào sổ"), "main")
        self.save.setDefault(True)
        self.save.clicked.connect(lambda _checked: self._tell())
        leave = plain.button(tr("Bỏ"))
        leave.clicked.connect(self.reject)
        layout = column(form, row(1, leave, self.save), gap=16)
        layout.setContentsMargins(16, 16, 16, 16)
        self.setLayout(layout)
        self.setMinimumHeight(layout.totalHeightForWidth(680))

    def refuse(self, title: str, advice: str, field: str = "") -> None:
        """Shows what an operation refused."""
        self.form.refuse(f"{title} {advice}", field)
        self.save.setEnabled(True)

    def _tell(self) -> None:
        made = self._read()
        if made is not None:
            self.save.setEnabled(False)
            self.filled.emit(made)


def recognition_form(parent: QWidget, one: Recognition, choices: Choices) -> RegisterDialog:
    """A decision to enter (number 0) or to put right; it tells a ``Recognition``."""
    new = not one.recognition_id
    title = tr("Nhập quyết định công nhận") if new else tr("Sửa dòng trong sổ công nhận")
    form = _recognition_fields(title, choices)
    form.show_value(_Typed.of(one))

    def read() -> Recognition | None:
        typed: _Typed | None = form.filled()
        if typed is None:
            return None
        if typed.dated is None:
            form.refuse(tr("Ghi ngày ký quyết định."), "dated")
            return None
        return typed.onto(one, typed.dated)

    made = RegisterDialog(parent, form, read)
    made.setWindowTitle(title)
    return made


@dataclass(frozen=True, slots=True)
class _Typed:
    """What the form holds: a line of the register whose day may still be blank."""

    village_id: int
    set_code: str
    number: str
    dated: date | None
    authority: str
    level: str
    valid_until: date | None
    recheck_on: date | None
    note: str

    @classmethod
    def of(cls, one: Recognition) -> _Typed:
        """What of a line is typed; a new one has no day yet."""
        dated = one.dated if one.recognition_id else None
        rest = (one.authority, one.level, one.valid_until, one.recheck_on, one.note)
        return cls(one.village_id, one.set_code, one.number, dated, *rest)

    def onto(self, one: Recognition, dated: date) -> Recognition:
        """The line with what was typed."""
        same = one.set_code == self.set_code
        return replace(
            one,
            village_id=self.village_id,
            set_code=self.set_code,
            set_sha=one.set_sha if same else "",
            number=self.number,
            dated=dated,
            authority=self.authority,
            level=self.level,
            valid_until=self.valid_until,
            recheck_on=self.recheck_on,
            note=self.note,
        )


@dataclass(frozen=True, slots=True)
class _Revoked:
    number: str = ""
    on: date | None = None
    reason: str = ""


def revoke_form(parent: QWidget, village: str, reasons: tuple[str, ...]) -> RegisterDialog:
    """A recognition to be taken back; it tells a ``Revocation``."""
    form = _revoke_fields(village)
    form.show_value(_Revoked(reason="\n".join(reasons)))

    def read() -> Revocation | None:
        typed: _Revoked | None = form.filled()
        if typed is None:
            return None
        for field in ("number", "on", "reason"):
            if not getattr(typed, field):
                form.refuse(tr("Chưa ghi."), field)
        if typed.on is None or not typed.number or not typed.reason:
            return None
        return Revocation(typed.number, typed.on, typed.reason)

    made = RegisterDialog(parent, form, read)
    made.setWindowTitle(tr("Thu hồi công nhận"))
    made.save.setText(tr("Thu hồi"))
    return made


def _revoke_fields(village: str) -> StepForm:
    return StepForm(
        tr("Thu hồi công nhận {village}").format(village=village),
        tr("Dòng vẫn ở trong sổ, ghi rõ số quyết định và lý do thu hồi."),
        (
            (
                Spec("number", tr("Số quyết định thu hồi"), text(hint=tr("12/QĐ-UBND"))),
                Spec("on", tr("Ngày"), day()),
            ),
            (Spec("reason", tr("Lý do"), text(4)),),
        ),
    )


def _recognition_fields(title: str, choices: Choices) -> StepForm:
    villages = tuple((one.village_id, one.name) for one in choices.villages)
    sets = tuple((one.code, f"{one.code}: {one.title}") for one in choices.sets)
    usual = choices.bodies[0] if choices.bodies else None
    levels = tuple((one.code, one.level) for one in choices.bodies)
    return StepForm(
        title,
        tr("Dùng cho quyết định ký ngoài chương trình; quyết định lập từ hồ sơ tự vào sổ."),
        (
            (
                Choice("village_id", tr("Thôn"), villages, 200),
                Choice("set_code", tr("Bộ tiêu chí"), sets, 420),
            ),
            (
                Spec("number", tr("Số quyết định"), text(hint=tr("145/QĐ-UBND"))),
                Spec("dated", tr("Ngày ký"), day()),
            ),
            (
                Spec(
                    "authority",
                    tr("Cơ quan công nhận"),
                    text(hint=usual.body if usual else ""),
                ),
                Choice("level", tr("Cấp"), levels, 200),
            ),
            (
                Spec("valid_until", tr("Có hiệu lực đến"), day()),
                Spec("recheck_on", tr("Ngày thẩm định lại"), day()),
            ),
            (Spec("note", tr("Ghi chú"), text(2)),),
        ),
    )
