"""Tells whether the words ask for the window only, without loading a parser."""

from __future__ import annotations

LANGUAGES = ("vi", "en")


def window_words(words: list[str]) -> tuple[str | None, str] | None:
    """Where and in which language, if there is no command; None: the whole parser must look."""
    where, language = None, "vi"
    rest = list(words)
    while len(rest) >= 2:
        option, value = rest[0], rest[1]
        if option == "--db" and not value.startswith("-"):
            where = value
        elif option == "--lang" and value in LANGUAGES:
            language = value
        else:
            return None
        rest = rest[2:]
    return None if rest else (where, language)
