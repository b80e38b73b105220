"""Where this program's own files and the user's files lie; it opens none of them."""

from __future__ import annotations

import os
import sys
from datetime import date
from functools import cache
from pathlib import Path

APP_NAME = "DigiCommune"


@cache
def resources() -> Path:
    """The folder of icons, fonts, packs and translations.

    A frozen build keeps it beside the program, a wheel inside the package, a checkout at the top.
    """
    package = Path(__file__).resolve().parent
    frozen = Path(getattr(sys, "_MEIPASS", package)) / "resources"
    for place in (frozen, package / "resources", package.parent / "resources"):
        if (place / "packs").is_dir():
            return place
    raise FileNotFoundError(f"resources not found beside {package}")


def user_folder() -> Path:
    """The folder of this user's own office file and logs (no administrator rights needed)."""
    chosen = os.environ.get("DIGICOMMUNE_HOME")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / APP_NAME
    return Path(os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local/share"))) / APP_NAME


def default_database() -> str:
    """The user's own office file, used where no ``--db`` is given."""
    return str(user_folder() / "office.db")


def today() -> date:
    """The office's calendar day; ``DIGICOMMUNE_TODAY`` (ISO) sets it for rehearsals and tests."""
    chosen = os.environ.get("DIGICOMMUNE_TODAY")
    return date.fromisoformat(chosen) if chosen else date.today()
