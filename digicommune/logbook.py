"""The program's log: where it lies and that no personal number reaches it; it decides no level."""

from __future__ import annotations

import logging
import re
from pathlib import Path

from digicommune.settings import user_folder

PERSONAL = re.compile(r"\d{9,19}")  # personal numbers, phones, accounts
SIZE, KEPT = 1_000_000, 5


class Redacted(logging.Formatter):
    """Writes a record with every long number and the user's folder taken out."""

    def format(self, record: logging.LogRecord) -> str:
        """The line as it is kept."""
        line = super().format(record).replace(str(Path.home()), "~")
        return PERSONAL.sub(lambda found: "•" * len(found[0]), line)


def log_path() -> Path:
    """The file a supporter is sent."""
    return user_folder() / "digicommune.log"


def start_log() -> Path | None:
    """Lets warnings and errors go to the log file; None where it cannot be written."""
    from logging.handlers import RotatingFileHandler  # 8 ms the first window need not wait for

    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        kept = RotatingFileHandler(path, maxBytes=SIZE, backupCount=KEPT - 1, encoding="utf-8")
    except OSError:
        return None
    kept.setFormatter(Redacted("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(kept)
    return path
