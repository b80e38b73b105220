"""The English of what an officer is told, from the translations folder."""

from __future__ import annotations

from functools import cache

import msgspec

from digicommune.errors import UserError
from digicommune.settings import resources


@cache
def _texts() -> dict[str, dict[str, str]]:
    path = resources() / "translations" / "errors.en.json"
    return msgspec.json.decode(path.read_bytes(), type=dict[str, dict[str, str]])


def in_english(error: UserError) -> UserError:
    """The error in English where its code is translated, else as it is."""
    text = _texts().get(error.code)
    if text is None:
        return error
    try:
        message, advice = (text[part].format(**error.facts) for part in ("message", "advice"))
    except (KeyError, IndexError):
        return error
    return UserError(error.code, message, advice, **error.facts)
