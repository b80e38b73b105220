"""Runs a window program and tells its parent when it first painted and when data stood there.

``window_probe.py bare`` runs a bare PySide6 window; ``window_probe.py office DATABASE`` runs
DigiCommune itself, unchanged. It is started by ``start_up`` and measures nothing by itself: the
parent takes the time when a line arrives.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QMainWindow, QWidget

GIVE_UP_MS = 30_000
PAINTED, DATA = QEvent.Type(QEvent.Type.User + 1), QEvent.Type(QEvent.Type.User + 2)
AHEAD = 10_000  # above every priority that Qt itself gives


def tell(what: str) -> None:
    """One word to the parent, at once."""
    os.write(1, (what + "\n").encode())


class Watch(QObject):
    """Sees the first paint of the window, then the first paint of the office's data.

    Until the first paint it watches the window alone: seeing every event of every widget would
    cost the window with more widgets more, and so be measured.
    """

    def __init__(self, application: QApplication, window: QMainWindow) -> None:
        super().__init__(application)
        self._application = application
        self._window = window
        self._painted = False
        window.installEventFilter(self)
        QTimer.singleShot(GIVE_UP_MS, application.quit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            if watched is self._window and not self._painted:
                self._painted = True
                self._after_this_paint(PAINTED)
            elif shows_data(watched):
                self._after_this_paint(DATA)
        return False

    def customEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """The paint is over: tell it, before anything else that waits gets its turn."""
        if event.type() == DATA:
            finish()
        tell("painted")
        self._window.removeEventFilter(self)
        self._application.installEventFilter(self)

    def _after_this_paint(self, kind: QEvent.Type) -> None:
        QApplication.postEvent(self, QEvent(kind), AHEAD)


def shows_data(widget: QWidget) -> bool:
    """Whether data of the office stands here: a figure of the first page, or a view with rows.

    The first page makes the meter of a figure when the figure has come from the database.
    """
    if type(widget).__name__ == "Meter":
        return True
    view = widget.parentWidget()
    if not isinstance(view, QAbstractItemView) or not view.isVisible():
        return False
    model = view.model()
    return model is not None and model.rowCount() > 0


def finish() -> None:
    """Tell that rows stand on screen and end without ceremony."""
    tell("rows")
    os._exit(0)


def watch_when_running() -> None:
    """Put the watch into any application that is about to run its events."""
    run = QApplication.exec

    def watched(*_ignored: object) -> int:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        windows = [one for one in application.topLevelWidgets() if isinstance(one, QMainWindow)]
        Watch(application, windows[0])
        return run()

    QApplication.exec = watched  # type: ignore[method-assign]


def bare() -> None:
    """The least a PySide6 program can be: a main window with a label."""
    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("DigiCommune"))
    window.resize(1200, 760)
    window.show()
    application.exec()


def office(database: str) -> None:
    """DigiCommune on this office file, as typed on the command line."""
    sys.argv = ["digicommune", "--db", database]
    from digicommune.__main__ import main

    main()


if __name__ == "__main__":
    watch_when_running()
    office(sys.argv[2]) if sys.argv[1] == "office" else bare()
