"""Offers what goes back to a list's sender: a marked copy, an empty form; it writes neither."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from digicommune.ui import words
from digicommune.ui.language import tr
from digicommune.ui.page import Desk
from digicommune.ui.pages.outgoing import Outgoing, ask_and_save

if TYPE_CHECKING:
    from digicommune.operations.intake import Preview

    Copy = Callable[[Preview, Path], int]
    Form = Callable[[str, Path], None]


def offer_copy(home: QWidget, desk: Desk, copy: Copy, preview: Preview) -> QFileDialog:
    """Offers the sender's own file with its wrong and doubtful cells marked."""
    name = tr("{name} - cần sửa.xlsx").format(name=Path(preview.file).stem)
    return ask_and_save(
        home,
        desk,
        Outgoing(
            tr("Gửi trả tệp đã đánh dấu"),
            name,
            _workbook(),
            lambda to: copy(preview, to),
            tr("Đã đánh dấu {count} ô: {path}"),
        ),
    )


def offer_form(home: QWidget, desk: Desk, form: Form, kind: str) -> QFileDialog:
    """Offers an empty form for a kind of list."""
    name = tr("Biểu mẫu - {kind}.xlsx").format(kind=words.list_kind(kind))
    return ask_and_save(
        home,
        desk,
        Outgoing(tr("Tải biểu mẫu"), name, _workbook(), lambda to: form(kind, to)),
    )


def _workbook() -> tuple[str, ...]:
    return (tr("Tệp Excel (*.xlsx)"),)
