"""Signatures in PDF files, made and read with pyHanko; it keeps no key and asks no network."""

from __future__ import annotations

import logging

# They tell what they meet in words of the file, names of people among them.
for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)
