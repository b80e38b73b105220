"""Which bank a list's titles and its file's name speak of; of several it names none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from digicommune.domain.text import fold

BANKED = frozenset({"bank-accounts", "merchant-qr"})


def named_bank(texts: Iterable[str], names: Mapping[str, str]) -> str | None:
    """The BIN of the one bank whose name stands in these texts as words of its own.

    ``names``: BIN -> short name.
    """
    told = f" {bare_words(' '.join(texts))} "
    found = [code for code, name in names.items() if f" {bare_words(name)} " in told]
    return found[0] if len(found) == 1 else None


def bare_words(text: str) -> str:
    """Folded words without marks between them: "DS_Agribank-T3" is "ds agribank t3"."""
    return " ".join(re.findall(r"[a-z0-9]+", fold(text)))
