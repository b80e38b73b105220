"""50,000 rows of a bank list, half of them messy, into an office that knows 40,000 people.

Against a pipeline written by hand for this very list (``lists.by_hand``) and against a pandas
script (``lists.by_pandas``; left out where pandas is not installed). With both, every row, person
and account ends exactly where it ends with ours, which is asserted. Ours does more: the guarded
child, the header search, the list of candidates, the journal and the original file. Each runs in a
process of its own, so that the peak of its memory is its own.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import xlsxwriter

from benchmarks.lists import by_hand, by_pandas
from benchmarks.lists.commune import HEADINGS, VILLAGES, Person, people, rows
from benchmarks.lists.ends import ends_in
from benchmarks.measure import Claim, Ratio, own_peak, seconds, turn_about_timed
from digicommune.db.store import Store
from digicommune.domain.people import Resident
from digicommune.domain.villages import Village
from digicommune.operations import intake, office
from digicommune.operations.intake import IntakeRequest

ROWS, KNOWN = 50_000, 40_000
PANDAS = importlib.util.find_spec("pandas") is not None
# Not "-m": the reading child loads the main module again, and this one is heavier than the door.
WORKER = "import sys; from benchmarks.messy_rows import main; main(*sys.argv[1:])"


def prepare(folder: Path, size: tuple[int, int] = (KNOWN, ROWS)) -> Path:
    """The list, the office and the hand pipeline's file, all of the same people."""
    known = people(size[0], 11)
    path = folder / "danh_sach.xlsx"
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("Danh sách")
    sheet.write_row(0, 0, HEADINGS)
    for number, row in enumerate(rows(known, size[1], 12), 1):
        sheet.write_row(number, 0, row)
    book.close()
    by_hand.make(folder / "hand.db", known, VILLAGES)
    _office(folder / "office.db", known)
    return path


def _office(where: Path, known: list[Person]) -> None:
    made = office.create(str(where), office.NewOffice("Mẫu", "Thanh Hóa"))
    with made as store, store.unit() as unit:
        places = {
            name: unit.villages.save(Village(0, name, order=n)).village_id
            for n, name in enumerate(VILLAGES)
        }
        ids = unit.ids.block("residents", len(known))
        unit.people.add_many(
            [_resident(number, one, places) for number, one in zip(ids, known, strict=True)]
        )


def _resident(number: int, one: Person, places: dict[str, int]) -> Resident:
    return Resident(
        number, one.name, places[one.village], one.born, one.born.year,
        "Nam" if one.sex == "Nam" else "Nữ", one.cccd, phone=one.phone,
    )  # fmt: skip


def measure() -> list[Ratio]:
    """Turn about, each on a fresh copy of its file; first all of them must end alike."""
    with tempfile.TemporaryDirectory(prefix="digicommune-messy-") as temporary:
        folder = Path(temporary)
        prepare(folder)
        end_alike(folder)
        peaks: list[float] = []

        def ours() -> float:
            told = _run(folder, "ours")
            peaks.append(told["megabytes"])
            return told["seconds"]

        claim = Claim("import of 50,000 rows, half messy / hand pipeline", 1.5, rounds=5)
        found = [turn_about_timed(claim, ours, lambda: _run(folder, "hand")["seconds"])]
        if PANDAS:
            claim = Claim("import of 50,000 rows, half messy / pandas script", 0.3334, rounds=3)
            found.append(turn_about_timed(claim, ours, lambda: _run(folder, "pandas")["seconds"]))
        memory = Ratio("its peak memory / 400 MB (times are GB)", max(peaks) / 1000, 0.4, 1.0)
        return [*found, memory]


def end_alike(folder: Path, listed: int = ROWS) -> None:
    """Every row, person and account ends by hand and with pandas where it ends with ours."""
    ours = ends_in(_imported(folder, "ours")[0], "ours")
    assert len(ours.rows) == listed
    for who in ("hand", "pandas")[: 1 + PANDAS]:
        assert ends_in(_imported(folder, who)[0], who) == ours, who


def _run(folder: Path, who: str) -> dict[str, float]:
    return _imported(folder, who)[1]


def _imported(folder: Path, who: str) -> tuple[Path, dict[str, float]]:
    """The file after the import, and what the import took."""
    source = folder / ("office.db" if who == "ours" else "hand.db")
    copy = Path(shutil.copy(source, folder / f"{who}-{time.monotonic_ns()}.db"))
    command = [sys.executable, "-c", WORKER, who, str(folder / "danh_sach.xlsx"), str(copy)]
    here = Path(__file__).resolve().parents[1]
    done = subprocess.run(command, cwd=here, capture_output=True, text=True, check=True)
    told: dict[str, float] = json.loads(done.stdout)
    return copy, told


def take(path: Path, database: Path) -> None:
    """Ours, opening the office included."""
    with Store.open(str(database)) as store:
        intake.take(store, path, IntakeRequest("bank-accounts"))


def work(who: str, path: Path, database: Path) -> dict[str, float]:
    """One import, timed, with the peak memory of the process and its children."""
    run = {"ours": take, "hand": by_hand.run, "pandas": by_pandas.run}[who]
    if who == "pandas":
        importlib.import_module("pandas")  # loading it is not counted against it
    took = seconds(lambda: run(path, database))
    peak = (own_peak() or 0) + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {"seconds": took, "megabytes": peak / 1024}


def main(who: str, path: str, database: str) -> None:
    """One import in this process; tells what it took as JSON."""
    json.dump(work(who, Path(path), Path(database)), sys.stdout)
