"""What every test stands on: no display, no real user folder, no stray warning, no dialog."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Before anything loads Qt or matplotlib: a test needs no screen unless one is asked for by name.
if not os.environ.get("DIGICOMMUNE_TEST_DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("MPLBACKEND", "Agg")

settings.register_profile(
    "house", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60
)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Golden files are renewed by nobody's accident."""
    parser.addoption("--renew-golden", action="store_true", help="write the golden files anew")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder of this one test; the tester's real one is never touched."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("DIGICOMMUNE_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log that no test expected (``@pytest.mark.logs``) fails the test."""
    yield
    if request.node.get_closest_marker("logs"):
        return
    stray = [r for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert not stray, "unexpected in the log: " + "; ".join(r.getMessage() for r in stray)


@pytest.fixture(autouse=True)
def no_modal_dialog(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A modal dialog would wait for ever: in tests of the window it fails the test, by name."""
    if "qtbot" not in request.fixturenames or request.node.get_closest_marker("dialogs"):
        return
    from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

    def refuse(dialog: QDialog) -> int:
        raise AssertionError(f"modal dialog: {type(dialog).__name__} “{dialog.windowTitle()}”")

    def refuse_static(*_args: object, **_named: object) -> None:
        raise AssertionError("modal dialog opened through a static method")

    monkeypatch.setattr(QDialog, "exec", refuse)
    monkeypatch.setattr(QMessageBox, "exec", refuse)
    for name in ("information", "warning", "critical", "question", "about"):
        monkeypatch.setattr(QMessageBox, name, refuse_static)
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, refuse_static)
