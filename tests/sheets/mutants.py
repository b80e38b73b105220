"""Spoils good workbooks in their bytes, their XML and their cells, always the same by one seed."""

from __future__ import annotations

import io
import random
import re
import tempfile
import traceback
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path

from digicommune.errors import UserError
from digicommune.sheets.child import Job, read_job
from digicommune.sheets.limits import be_silent, limit_memory
from tests.sheets.lists import HEAD, banks, person
from tests.sheets.test_formats import XML_2003, ods

LIFE = Path(__file__).parents[1] / "sheets_from_life"
PASSWORD = "XaMau@2026"
HOSTILE = (
    "", " ", "-1", "0", "1e308", "-1e308", "nan", "inf", "1e400", "99999999999999999999", "#REF!",
    "x" * 40_000, "=1+1", "&#0;", "&#x1F600;", "_x0000_", "\u202e\u200b", "NguyÔn", "31/02/1990",
    "3.8E+10", "Tổng cộng: 99999999999999999999999", "0" * 500, "I. Thôn", "٣٨", "²", "12:30",
    "2958466", "-1000000", "True", "'", "a\tb\nc", "\ufffe", "１２３", "1.2.3.4", "1/1/0001",
)  # fmt: skip
NUMBERS = ("0", "-1", "1", "16385", "1048577", "4294967295", "99999999999999999999", "x", "")
_TAG = re.compile(rb"<[^<>]{1,200}>")
_TEXT = re.compile(rb">([^<>]{1,80})<")
_ATTRIBUTE = re.compile(rb'\b([\w:]+)="([^"]{0,60})"')


@cache
def originals() -> tuple[tuple[str, bytes], ...]:
    """The good workbooks, the cheap ones more often."""
    found = [
        (path.name, path.read_bytes())
        for path in sorted(LIFE.iterdir())
        if path.suffix in (".xlsx", ".xls")
    ]
    rows = [HEAD, ["I. Thôn Đông"], person(1), person(2), ["Tổng cộng: 2 người"]]
    lines = "\n".join(";".join("" if cell is None else str(cell) for cell in row) for row in rows)
    found += [("a.csv", lines.encode()), ("b.xls", XML_2003.encode()), ("c.ods", _ods(rows))]
    return tuple(one for one in found for _ in range(1 if one[0].startswith("p04") else 12))


def _ods(rows: list[list[object]]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        texts = [[str(cell or "") for cell in row] for row in rows]
        return ods(Path(folder) / "a.ods", texts).read_bytes()


def mutant(seed: str, number: int) -> tuple[str, bytes]:
    """The name and bytes of one spoilt workbook."""
    chance = random.Random(f"{seed}:{number}")
    name, data = chance.choice(originals())
    if data[:2] == b"PK" and chance.random() < 0.75:
        spoil = chance.choice((_spoil_xml, _spoil_cells, _spoil_parts))
        return name, _repacked(data, lambda parts: spoil(parts, chance))
    if data[:1] == b"<" and chance.random() < 0.7:
        return name, _spoil_text(data, chance)
    return name, _spoil_bytes(data, chance)


def _spoil_bytes(data: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20, 100))):
        at, length = chance.randrange(len(spoilt)), chance.choice((1, 1, 2, 4, 64, 600))
        what = chance.randrange(5)
        if what == 0:
            spoilt[at] ^= 1 << chance.randrange(8)
        elif what == 1:
            spoilt[at : at + length] = chance.randbytes(length)
        elif what == 2:
            del spoilt[at : at + length]
        elif what == 3:
            spoilt[at:at] = spoilt[at : at + length]
        else:
            spoilt[at : at + 4] = chance.choice(
                (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\xff\xff\xff\x7f")
            )
        if not spoilt:
            return b"\0"
    return bytes(spoilt[: chance.randrange(len(spoilt)) + 1] if chance.random() < 0.15 else spoilt)


def _repacked(data: bytes, spoil: Callable[[dict[str, bytes]], None]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    spoil(parts)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()


def _spoil_parts(parts: dict[str, bytes], chance: random.Random) -> None:
    """Parts missing, empty, exchanged, doubled or full of nothing."""
    one, other = chance.choice(sorted(parts)), chance.choice(sorted(parts))
    what = chance.randrange(5)
    if what == 0:
        del parts[one]
    elif what == 1:
        parts[one] = b""
    elif what == 2:
        parts[one], parts[other] = parts[other], parts[one]
    elif what == 3:
        parts[one] += parts[one]
    else:
        parts[one] = zlib.compress(parts[one])


def _spoil_xml(parts: dict[str, bytes], chance: random.Random) -> None:
    name = chance.choice([n for n in sorted(parts) if n.endswith((".xml", ".rels"))])
    for _ in range(chance.choice((1, 1, 2, 6))):
        parts[name] = _spoil_text(parts[name], chance)


def _spoil_text(data: bytes, chance: random.Random) -> bytes:
    """One tag dropped, doubled or moved, or one attribute with another value."""
    what = chance.randrange(4)
    found = list((_ATTRIBUTE if what == 3 else _TAG).finditer(data))
    if not found:
        return data
    match = chance.choice(found)
    if what == 3:
        value = chance.choice((*NUMBERS, *HOSTILE[:12])).encode("utf-8", "surrogatepass")
        return data[: match.start(2)] + value + data[match.end(2) :]
    rest = data[: match.start()] + data[match.end() :]
    if what == 0:
        return rest
    at = match.end() if what == 1 else chance.choice(found).start()
    whole = data if what == 1 else rest
    return whole[:at] + match[0] + whole[at:]


def _spoil_cells(parts: dict[str, bytes], chance: random.Random) -> None:
    """Texts and numbers of cells replaced by what no list should hold."""
    sheets = [n for n in parts if n.startswith("xl/worksheets/sheet")]
    name = sheets[0] if sheets else "content.xml"
    if "xl/sharedStrings.xml" in parts and chance.random() < 0.5:
        name = "xl/sharedStrings.xml"
    for _ in range(chance.choice((1, 3, 10))):
        found = list(_TEXT.finditer(parts[name]))
        if found:
            match = chance.choice(found)
            value = chance.choice(HOSTILE).encode("utf-8")
            whole = parts[name]
            parts[name] = whole[: match.start(1)] + value + whole[match.end(1) :]


def read_mutants(pipe: Connection, seed: str, folder: str) -> None:
    """The life of a worker: read the mutants whose numbers come in, tell what came of each."""
    be_silent()
    limit_memory()
    known = banks().banks
    while (number := pipe.recv()) is not None:
        name, data = mutant(seed, number)
        path = Path(folder) / f"{number % 2}-{name}"
        path.write_bytes(data)
        try:
            read_job(Job(str(path), "auto", None, PASSWORD, known))
            answer = "read"
        except UserError as error:
            answer = error.code
        except MemoryError:
            answer = "memory"
        except Exception:  # noqa: BLE001 - this is what the test looks for
            answer = traceback.format_exc()
        pipe.send(answer)
