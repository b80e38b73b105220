"""What is loaded when the first figures stand on screen; the times are benchmarks/start_up's."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LATER = {
    "alembic", "asn1crypto", "concurrent.futures.process", "cryptography", "matplotlib", "numpy",
    "openpyxl", "PIL", "pyhanko", "python_calamine", "PySide6.QtPdf", "PySide6.QtPrintSupport",
    "reportlab", "segno", "sqlalchemy", "xlsxwriter", "zxingcpp",
}  # fmt: skip
TELL = """
import os, sys
from benchmarks import window_probe
def told():
    import PySide6.QtCore
    names = [f"PySide6.QtCore.{one}" for one in vars(PySide6.QtCore)]  # made when first named
    window_probe.tell(" ".join([*sys.modules, *names]))
    os._exit(0)
window_probe.watch_when_running(told)
window_probe.office(sys.argv[1])
"""


def loaded_at_the_first_figures(office: Path) -> set[str]:
    """Modules of the real program, started anew on an office, when its first figures are drawn."""
    command = [sys.executable, "-c", TELL, str(office)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    painted, _, names = done.stdout.partition("\n")
    assert painted == "painted", done.stderr
    return set(names.split())


def test_an_office_seen_before_shows_its_figures_without_the_rest(own_office: Path) -> None:
    first = loaded_at_the_first_figures(own_office)  # this one reads the database
    assert "sqlalchemy" in first
    again = loaded_at_the_first_figures(own_office)
    assert "digicommune.ui.views.tiles" in again
    assert not LATER & again
    assert not [one for one in again if one.endswith("_calls")]
    assert not [one for one in again if one.startswith(("digicommune.db", "digicommune.documents"))]
    pages = {one for one in again if one.startswith("digicommune.ui.pages.")}
    assert pages == {"digicommune.ui.pages.overview"}
    assert "PySide6.QtCore.QTimer" in again
    assert "PySide6.QtCore.Qt" not in again  # its enums take 15 ms to make
