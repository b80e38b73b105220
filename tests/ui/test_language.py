"""Texts on screen: all pass through tr(), all have an English translation that fits its values."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digicommune.domain import criteria_comparing
from digicommune.ui.entries import page_entries
from digicommune.ui.language import tr, use_language
from digicommune.ui.words_criteria import not_compared
from tests.ui.offices import hand_made
from tests.ui.translations import ENGLISH, UI, texts_in_source, texts_of

VIETNAMESE = re.compile(
    r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE
)


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    """The screen in English for one test."""
    before = set(qapp.findChildren(QTranslator))
    assert use_language("en")
    yield
    for one in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(one)
        one.deleteLater()


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


def test_vietnamese_needs_no_translator(qtbot: QtBot) -> None:
    assert use_language("vi")
    assert tr("Hôm nay") == "Hôm nay"
    assert not use_language("xx")


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
