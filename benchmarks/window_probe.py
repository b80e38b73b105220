"""Runs a window program and tells its parent when it first painted and when data stood there.

``window_probe.py bare`` runs a bare PySide6 window; ``window_probe.py office DATABASE`` runs
DigiCommune itself, unchanged. It is started by ``start_up`` and measures nothing by itself: the
parent takes the time when a line arrives.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

GIVE_UP_MS = 30_000
PAINTED, FIGURES = QEvent.Type(QEvent.Type.User + 1), QEvent.Type(QEvent.Type.User + 2)
AHEAD = 10_000  # above every priority that Qt itself gives


def tell(what: str) -> None:
    """One word to the parent, at once."""
    os.write(1, (what + "\n").encode())


class Watch(QObject):
    """Sees the first paint of the window, then that of a figure, and calls ``at_figures``.

    It looks at the events of the window alone. A watch on every event of every widget would hand
    Qt's own inner objects to Python, and Python would make some 250 classes of Qt to know them:
    about 40 ms that no window without a watch spends.
    """

    def __init__(self, window: QMainWindow, at_figures: Callable[[], None] | None) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)
        self._at_figures = at_figures
        QTimer.singleShot(GIVE_UP_MS, QApplication.quit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and watched is self._window:
            self._window.removeEventFilter(self)
            self._after_this_paint(PAINTED)
        return False

    def customEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """The paint is over: tell it, before anything else that waits gets its turn."""
        if event.type() == FIGURES and self._at_figures is not None:
            self._at_figures()
            return
        tell("painted")
        if self._at_figures is not None:
            self._watch_figures()

    def _watch_figures(self) -> None:
        """A figure of the first page is painted when it has come from the database.

        Its module is loaded here, a moment before the program does; it is otherwise unchanged.
        """
        from digicommune.ui.views.tiles import Meter

        paint = Meter.paintEvent

        def painted(meter: Meter, event: QPaintEvent) -> None:
            paint(meter, event)
            self._after_this_paint(FIGURES)

        setattr(Meter, "paintEvent", painted)  # noqa: B010 - a method is not assigned by type

    def _after_this_paint(self, kind: QEvent.Type) -> None:
        QApplication.postEvent(self, QEvent(kind), AHEAD)


def finish() -> None:
    """Tell that rows stand on screen and end without ceremony."""
    tell("rows")
    os._exit(0)


def watch_when_running(at_figures: Callable[[], None] | None) -> None:
    """Put the watch into any application that is about to run its events."""
    run = QApplication.exec

    def watched(*_ignored: object) -> int:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        windows = [one for one in application.topLevelWidgets() if isinstance(one, QMainWindow)]
        Watch(windows[0], at_figures)
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
    if sys.argv[1] == "office":
        watch_when_running(finish)
        office(sys.argv[2])
    else:
        watch_when_running(None)
        bare()
