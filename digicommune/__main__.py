"""The door: the command line where words are given, else the window; it does neither itself."""

from __future__ import annotations

import sys


def main() -> int:
    """Runs DigiCommune; returns the exit status."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()  # a frozen reader child starts here again
    from digicommune.cli.run import run

    return run(sys.argv[1:], _open_window)


def _open_window(where: str | None, language: str) -> int:
    import gc

    gc.disable()  # nothing made on the way to the first rows is garbage; the app turns it on again
    from digicommune.app import open_window

    return open_window(where, language)


if __name__ == "__main__":
    sys.exit(main())
