"""Texts on screen: all pass through tr(), all have an English translation that fits its values."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from defusedxml.ElementTree import parse
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtWidgets import QCalendarWidget, QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from digicommune.domain import criteria_comparing
from digicommune.ui.entries import page_entries
from digicommune.ui.language import tr, use_language
from digicommune.ui.words_criteria import not_compared
from tests.ui.offices import hand_made
from tests.ui.translations import ENGLISH, UI, texts_in_source, texts_of

QT_WORDS = ENGLISH.with_name("qt_vi.ts")
VIETNAMESE = re.compile(
    r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE
)


@pytest.fixture
def english(own_language: None) -> None:
    """The screen in English for one test."""
    assert use_language("en")


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_the_translation_has_every_text_of_the_source_and_no_other() -> None:
    assert set(texts_in_source()) == set(texts_of(ENGLISH))


def test_no_translation_is_unfinished_and_each_keeps_its_values() -> None:
    texts = texts_of(ENGLISH)
    assert [one for one, english in texts.items() if not english] == []
    assert [one for one, english in texts.items() if fields(one) != fields(english)] == []


def test_no_vietnamese_stands_outside_of_tr() -> None:
    stray = [
        f"{path.name}:{node.lineno} {node.value!r}"
        for path in sorted(UI.rglob("*.py"))
        for node in outside_tr(ast.parse(path.read_text("utf-8")))
        if VIETNAMESE.search(str(node.value))
    ]
    assert stray == []


def outside_tr(tree: ast.Module) -> Iterator[ast.Constant]:
    """Strings that are neither a docstring nor an argument of tr()."""
    spoken: set[int] = set()
    for node in ast.walk(tree):
        named = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "tr"
        if named or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            spoken.update(id(one) for one in ast.walk(node))
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in spoken
        ):
            yield node


def test_the_source_is_vietnamese_and_english_is_second(english: None) -> None:
    assert tr("Hôm nay") == "Today"
    assert tr("Chiến dịch & nhập danh sách") == "Campaigns & lists"
    titles = [one.title for one in page_entries(hand_made(bytes))]
    assert titles[0] == "Today"


def test_our_own_words_need_no_translation_in_vietnamese(qtbot: QtBot) -> None:
    assert use_language("vi")
    assert tr("Hôm nay") == "Hôm nay"
    assert not use_language("xx")


def qt_texts() -> list[tuple[str, str, str]]:
    """Where Qt says it, what it says, what is said instead."""
    return [
        (
            context.findtext("name") or "",
            one.findtext("source") or "",
            one.findtext("translation") or "",
        )
        for context in parse(QT_WORDS).getroot().iter("context")
        for one in context.iter("message")
    ]


def test_every_word_of_qt_keeps_its_places_and_is_compiled() -> None:
    translator = QTranslator()
    assert translator.load(str(QT_WORDS.with_suffix(".qm")))
    for context, source, said in qt_texts():
        assert re.findall(r"%\d", source) == re.findall(r"%\d", said)
        assert source.count("&") == said.count("&"), source
        assert translator.translate(context, source) == said


def test_choosing_a_file_is_asked_in_vietnamese(qtbot: QtBot) -> None:
    assert use_language("vi")
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    shown: list[QLabel | QPushButton] = list(dialog.findChildren(QLabel))
    shown += dialog.findChildren(QPushButton)
    said = {one.text() for one in shown if one.isVisible() and one.text()}
    assert {"&Tên tệp:", "&Mở", "Thôi"} <= said
    assert not said & {source for _, source, _ in qt_texts()}


def test_fields_and_calendars_speak_vietnamese(qtbot: QtBot) -> None:
    assert use_language("vi")
    field = QLineEdit()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    said = [one.text().split("\t")[0] for one in menu.actions() if one.text()]
    assert said == ["&Hoàn tác", "Làm &lại", "Cắ&t", "&Chép", "&Dán", "Xóa", "Chọn tất cả"]
    menu.deleteLater()
    calendar = QCalendarWidget()
    qtbot.addWidget(calendar)
    assert calendar.locale().dayName(1) == "Thứ Hai"
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday


def test_the_compiled_file_is_as_new_as_the_texts() -> None:
    translator = QTranslator()
    assert translator.load(str(ENGLISH.with_suffix(".qm")))
    wrong = {
        source
        for source, english in texts_of(ENGLISH).items()
        if translator.translate("ui", source) != english
    }
    assert wrong == set()
    assert QCoreApplication.translate("ui", "không có") == "không có"
    assert Path(ENGLISH).is_file()


@pytest.mark.usefixtures("english")
def test_every_reason_not_to_compare_two_periods_is_said_in_english() -> None:
    source = Path(criteria_comparing.__file__).read_text("utf-8")
    said = [one.value for one in ast.walk(ast.parse(source)) if isinstance(one, ast.Constant)]
    reasons = {one for one in said if isinstance(one, str) and VIETNAMESE.search(one)}
    whole = [one for one in reasons if one.endswith(".")]
    assert len(whole) > 5
    assert not [one for one in whole if VIETNAMESE.search(not_compared(one))]
