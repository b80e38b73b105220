"""Reads a bank as typed, by BIN or by name; what no bank is called stays as it was typed."""

from __future__ import annotations

from digicommune.operations import qr_codes


def bin_of(typed: str) -> str:
    """The BIN of a bank: "Agribank" or "970405" -> "970405"."""
    known = qr_codes.banks().find(typed)
    return known.bin if known else typed.strip()
