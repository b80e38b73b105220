"""Scenario 18: the superior's workbook is filled in one go, and nothing else in it changes."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl

from tests.cli.lists import VILLAGE_HEADS, write_list
from tests.documents.reading import pages
from tests.journeys.command import answer, command
from tests.sheets.test_filling import SHEET, superior, told

MAP = f"""
[[cell]]
sheet = "{SHEET}"
at = "A1"
takes = "text.period"

[[cell]]
sheet = "{SHEET}"
at = "G2"
takes = "TKNH.percent"

[[block]]
sheet = "{SHEET}"
names = "A"
first = 4
last = 7

[block.columns]
B = "TKNH.numerator"
C = "TKNH.denominator"
D = "TKNH.percent"
"""


def test_the_superiors_workbook(where: str, tmp_path: Path) -> None:
    """Figures of three villages typed, the cells shown once, filled by one command."""
    rows = [[at, f"Thôn {at}", 100, 900, 700, 550, 100] for at in (1, 2, 3)]
    answer(where, "villages", "import", write_list(tmp_path / "thon.xlsx", VILLAGE_HEADS, rows))
    for village, top, bottom in (("Thôn 1", 412, 520), ("Thôn 2", 388, 480), ("Thôn 3", 7, 9)):
        figure = ("--indicator", "TKNH", "--numerator", top, "--denominator", bottom)
        answer(where, "figures", "set", "--period", "2026", "--village", village, *figure)
    empty, shown, out = tmp_path / "mẫu.xlsx", tmp_path / "map.toml", tmp_path / "da-dien.xlsx"
    empty.write_bytes(superior())
    shown.write_text(MAP, encoding="utf-8")
    answer(where, "superior", "add", empty, "--name", "Biểu 01", "--map", shown)
    done = answer(where, "superior", "fill", "Biểu 01", "--period", "2026", "--out", out)
    assert done["unknown_rows"] == ["Thôn 4"]  # no village of this commune
    before, after = told(empty.read_bytes()), told(out.read_bytes())
    changed = {key.partition("!")[2] for key in after if after[key] != before.get(key)}
    filled = {one["cell"]: one["value"] for one in done["cells"]}
    assert {one for one in changed if after[f"{SHEET}!{one}"][0] is not None} == set(filled)
    report = tmp_path / "report.pdf"
    answer(where, "report", "bao-cao-chuyen-doi-so", "--period", "2026", "--out", report)
    printed = "\n".join(one.text for one in pages(report.read_bytes()))
    for cell in ("B4", "C4", "D4", "B5", "G2"):
        assert filled[cell] in printed, (cell, filled[cell])
    sheet = openpyxl.load_workbook(out)[SHEET]
    assert (sheet["B4"].value, sheet["C4"].value) == (412, 520)
    assert sheet["E4"].value.startswith("=IF(")
    (listed,) = answer(where, "superior", "list")["books"]
    assert listed["fills"][0]["sha256"] == done["sha256"]
    again = ("--period", "2026", "--out", empty, "--from", empty)
    refused = command(where, "superior", "fill", "Biểu 01", *again, "--json", "-")
    code = json.loads(refused.stdout)["error"]["code"]
    assert (refused.returncode, code) == (1, "book_over_original")
