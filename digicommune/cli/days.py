"""Reads a day typed at the command line; it knows no calendar but the usual one."""

from __future__ import annotations

import argparse
from datetime import date


def day(text: str) -> date:
    """A day as ISO or as written in Vietnam; argparse says so where it is neither."""
    parts = text.replace("-", "/").split("/")
    try:
        year_first = len(parts[0]) == 4
        numbers = [int(one) for one in parts]
        year, month, day_of = numbers if year_first else reversed(numbers)
        return date(year, month, day_of)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"không phải ngày: {text}") from error
