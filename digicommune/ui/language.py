"""The language on screen: Vietnamese in the source, English as a translation; no text of papers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from digicommune.settings import resources

CONTEXT = "ui"  # one context for the whole room: tests/ui/translations.py gathers it


def tr(text: str) -> str:
    """``text`` in the language on screen. Values go in afterwards by ``.format(name=…)``."""
    return QCoreApplication.translate(CONTEXT, text)


def use_language(language: str) -> bool:
    """Puts the screen into ``vi`` or ``en``; True where a translation was found or none is needed.

    Call it once, after the QApplication is made and before the window is.
    """
    if language == "vi":
        return True
    app = QCoreApplication.instance()
    if app is None:
        return False
    qt_texts = QTranslator(app)
    if qt_texts.load(f"qtbase_{language}", QLibraryInfo.path(_translations())):
        app.installTranslator(qt_texts)
    texts = QTranslator(app)
    found = texts.load(f"digicommune_{language}", str(resources() / "translations"))
    return found and app.installTranslator(texts)


def _translations() -> QLibraryInfo.LibraryPath:
    return QLibraryInfo.LibraryPath.TranslationsPath
