"""The sample workbooks of the project read exactly as the JSON beside each expects."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from digicommune.errors import UserError
from digicommune.sheets.reader import BookReading, ReadRequest, read_list
from tests.sheets.lists import banks

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "tests" / "sheets_from_life"
SHARED = ROOT.parent / "shared" / "samples"


def expectations() -> list[Path]:
    """The JSON of every sample: the kept copies, and the shared folder where it lies beside us."""
    return [*sorted(KEPT.glob("*.json")), *sorted(SHARED.glob("*.json"))]


def read(expected: dict[str, Any], folder: Path, password: str | None) -> BookReading:
    return read_list(folder / expected["file"], ReadRequest(banks(), password=password))


@pytest.mark.parametrize("path", expectations(), ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_sample_reads_as_its_json_says(path: Path) -> None:
    expected = json.loads(path.read_text(encoding="utf-8"))
    sheet = expected["sheets"][0]
    book = read(expected, path.parent, expected.get("password"))
    reading = book.reading
    records = [
        {"row": r.row, "fields": r.fields, "warnings": list(r.warnings)} for r in reading.records
    ]
    assert records == sheet["rows"]
    assert (reading.sheet, list(reading.header_rows)) == (sheet["name"], sheet["header_rows"])
    assert reading.columns == sheet["columns"]
    assert book.encoding == expected.get("encoding")
    if expected["open"] != "password_required":
        assert book.open == expected["open"]


@pytest.mark.parametrize("path", expectations(), ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_rows_that_are_no_records_are_told_apart(path: Path) -> None:
    expected = json.loads(path.read_text(encoding="utf-8"))
    sheet = expected["sheets"][0]
    reading = read(expected, path.parent, expected.get("password")).reading
    rejected = [
        {"row": r.row, "reason": r.problems[0].code, "column": r.problems[0].column}
        for r in reading.rejected
    ]
    assert rejected == sheet["rejected"]
    assert [(s.row, s.kind) for s in reading.skipped] == [
        (s["row"], s["kind"]) for s in sheet["skipped"]
    ]
    by_row = {s.row: s for s in reading.skipped}
    for skipped in sheet["skipped"]:
        found = by_row[skipped["row"]]
        assert found.text == skipped.get("text", found.text)
        assert found.declared == skipped.get("declared")


def test_every_problem_names_its_cell_and_how_to_mend_it() -> None:
    book = read_list(KEPT / "p03_cccd_dang_so.xlsx", ReadRequest(banks()))
    for rejected in book.reading.rejected:
        for problem in rejected.problems:
            assert f"{problem.column}{rejected.row}" in problem.message
            assert problem.message.endswith(".")
            assert problem.message.count(".") >= 2 or ":" in problem.message


@pytest.mark.parametrize(
    ("password", "code"), [(None, "password_required"), ("sai mật khẩu", "wrong_password")]
)
def test_password_is_asked_for(password: str | None, code: str) -> None:
    with pytest.raises(UserError) as refused:
        read_list(KEPT / "p04_co_mat_khau.xlsx", ReadRequest(banks(), password=password))
    assert refused.value.code == code
    assert refused.value.facts["open"] == "password_required"
