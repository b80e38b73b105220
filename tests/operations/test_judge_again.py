"""A list that was read is judged again as the registers stand now, its file left in peace."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from digicommune.db.store import Store
from digicommune.operations import intake
from digicommune.operations.intake import IntakeRequest
from tests.cli.lists import BANK_HEADS, VILLAGE_HEADS, people, write_list

NO_BANK = [head for head in BANK_HEADS if head != "Ngân hàng"]


def villages(store: Store, folder: Path) -> None:
    rows = [[1, "Duyên Hy", 300, 1_700, 1_250, 1_000, 300]]
    listed = write_list(folder / "thon.xlsx", VILLAGE_HEADS, rows)
    intake.take(store, listed, IntakeRequest("villages"))


def test_another_list_saved_meanwhile_is_heeded_without_the_file(
    store: Store, tmp_path: Path
) -> None:
    villages(store, tmp_path)
    path = write_list(tmp_path / "a.xlsx", BANK_HEADS, people(1, 20, "Agribank"))
    seen = intake.preview(store, path, IntakeRequest())
    intake.commit(store, seen, {})
    path.unlink()
    now = intake.judge_again(store, seen, seen.request)
    assert (now.counts["new"], now.counts["known"]) == (0, 20)
    assert now.imported_before is not None
    assert now.reading is seen.reading


def test_a_bank_chosen_later_is_judged_with(store: Store, tmp_path: Path) -> None:
    villages(store, tmp_path)
    rows = [[one[0], *one[1:4], *one[5:]] for one in people(1, 5, "")]
    first = IntakeRequest(bank_bin="970405")
    path = write_list(tmp_path / "a.xlsx", NO_BANK, rows)
    intake.take(store, path, first)
    seen = intake.preview(store, path, IntakeRequest(bank_bin="970436"))
    assert seen.counts["new"] == 5  # their accounts at the other bank
    assert intake.judge_again(store, seen, first).counts["known"] == 5


@pytest.mark.parametrize(
    ("changed", "alike"),
    [
        ({"bank_bin": "970405"}, True),
        ({"campaign": "TK", "sender": "Agribank", "period": "2026"}, True),
        ({"kind": "bank-accounts"}, True),
        ({"kind": "residents"}, False),
        ({"sheet": "T4"}, False),
        ({"header_rows": (3,)}, False),
        ({"mended": {5: {"cccd": "038080000001"}}}, False),
        ({"headings": {"ho ten": "ho_ten"}}, False),
    ],
)
def test_only_what_the_file_says_otherwise_asks_for_the_file(
    store: Store, tmp_path: Path, changed: dict[str, object], *, alike: bool
) -> None:
    path = write_list(tmp_path / "a.xlsx", BANK_HEADS, people(1, 2, "Agribank"))
    seen = intake.preview(store, path, IntakeRequest())
    request = replace(seen.request, **changed)  # type: ignore[arg-type]
    assert intake.reads_alike(seen, request) is alike


def test_a_row_the_registers_refuse_is_refused_once_when_they_change(
    store: Store, tmp_path: Path
) -> None:
    villages(store, tmp_path)
    rows = [[1, "Duyên Hy", 5, 10], [2, "Thôn Không Có", 5, 10]]
    path = write_list(tmp_path / "bieu.xlsx", ["STT", "Thôn", "TKNH số đạt", "TKNH tổng số"], rows)
    seen = intake.preview(store, path, IntakeRequest("village-figures", period="2026"))
    assert seen.counts["rejected"] == 1
    other = write_list(tmp_path / "a.xlsx", BANK_HEADS, people(1, 2, "Agribank"))
    intake.take(store, other, IntakeRequest())  # the registers move on
    done = intake.commit(store, seen, {})
    assert (done.counts["read"], done.counts["rejected"]) == (2, 1)
