"""Clerks at several machines issue at once: no number is given twice, none is lost; both databases.

Real programs and real databases: each clerk is a process of its own with its own connection.
"""

from __future__ import annotations

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from digicommune.db.store import Store
from digicommune.operations import intake, issuing, reports
from digicommune.operations.intake import IntakeRequest
from tests.operations.lists import village_list

CLERKS, EACH = 4, 2
KINDS = ("thong-bao", "cong-van")  # two types, which share one series

CLERK = """
import sys
from datetime import date
from digicommune.db.store import Store
from digicommune.operations import issuing
where, *drafts = sys.argv[1:]
with Store.open(where) as store:
    print("ready", flush=True)
    sys.stdin.readline()
    for draft in drafts:
        done = issuing.issue(store, int(draft), issuing.IssueRequest(date(2026, 4, 5)))
        print(done.paper.number, flush=True)
"""


def drafts(store: Store, folder: Path) -> list[int]:
    """Papers of both types, looked through and ready to be issued."""
    intake.take(store, village_list(folder / "thon.xlsx", "Duyên Hy"), IntakeRequest("villages"))
    made = [
        reports.make(store, reports.ReportRequest(KINDS[at % 2], "2026-Q1")).document_id
        for at in range(CLERKS * EACH)
    ]
    for one in made:
        issuing.check_draft(store, one)
    return made


def issued_at_once(where: str, papers: list[int]) -> list[int]:
    """What each clerk was given; all begin together."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", CLERK, where, *map(str, papers[at::CLERKS])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for at in range(CLERKS)
    ]
    for one in running:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for one in running:
        assert one.stdin is not None
        one.stdin.write("go\n")
        one.stdin.flush()
    given: list[int] = []
    for one in running:
        told, wrong = one.communicate()
        assert one.returncode == 0, wrong
        given += map(int, told.split())
    return given


@pytest.mark.parametrize("numbering", ["common", "per_type"])
def test_numbers_never_repeat_and_none_is_lost(
    any_store: Store, tmp_path: Path, numbering: str
) -> None:
    store = any_store
    papers = drafts(store, tmp_path)
    issuing.set_numbering(store, numbering)
    given = issued_at_once(store.where, papers)
    register = issuing.register(store)
    assert sorted(given) == sorted(one.number or 0 for one in register)
    if numbering == "common":
        assert sorted(given) == list(range(1, CLERKS * EACH + 1))
    else:
        half = list(range(1, CLERKS * EACH // 2 + 1))
        for series in {one.series for one in register}:
            assert sorted(one.number or 0 for one in register if one.series == series) == half
    for one in register:  # what is printed on each is what the register says
        pdf = issuing.reprint(store, one.issue_id).document.pdf
        said = PdfReader(BytesIO(pdf)).pages[0].extract_text()
        found = re.search(r"Số: (\d+)/", said)
        assert found is not None
        assert int(found[1]) == one.number
