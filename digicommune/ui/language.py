"""The language on screen: Vietnamese in the source, English as a translation; no text of papers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from digicommune.settings import resources

CONTEXT = "ui"  # one context for the whole room: tests/ui/translations.py gathers it


def tr(text: str) -> str:
    """``text`` in the language on screen. Values go in afterwards by ``.format(name=…)``."""
    return QCoreApplication.translate(CONTEXT, text)


def use_language(language: str) -> bool:
    """Puts the screen into ``vi`` or ``en``; True where a translation was found or none is needed.

    Qt's own dialogs, menus and calendars follow; it has no Vietnamese itself, so ours is ``qt_vi``.
    Call it once, after the QApplication is made and before the window is.
    """
    app = QCoreApplication.instance()
    if app is None:
        return language == "vi"
    ours = str(resources() / "translations")
    QLocale.setDefault(QLocale("vi_VN" if language == "vi" else "en_GB"))
    if language == "vi":
        return _install(app, "qt_vi", ours)
    _install(app, f"qtbase_{language}", QLibraryInfo.path(_translations()))
    return _install(app, f"digicommune_{language}", ours)


def _install(app: QCoreApplication, name: str, folder: str) -> bool:
    texts = QTranslator(app)
    return texts.load(name, folder) and app.installTranslator(texts)


def _translations() -> QLibraryInfo.LibraryPath:
    return QLibraryInfo.LibraryPath.TranslationsPath
