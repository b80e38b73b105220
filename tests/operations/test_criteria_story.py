"""What is told of one criterion, the rows on its own base, and the list of what is lacking."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from digicommune.db.store import Store
from digicommune.domain.criteria import ManualAnswer
from digicommune.domain.gaps import GapPlace, GapTask
from digicommune.domain.proofs import ProofFile, ProofPlace, ProofWords
from digicommune.domain.villages import Village
from digicommune.operations import assess, criteria_story, gap_lists, gaps, office, proofs
from digicommune.operations.office import NewOffice

SET = "35/2022"
FILE = ProofFile("anh.jpg", "jpeg", b"\xff\xd8\xff", "a" * 64, "b" * 64, 3)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return office.create(str(tmp_path / "office.db"), NewOffice("Hoằng Mẫu", "Thanh Hóa"))


@pytest.fixture
def village(store: Store) -> int:
    with store.unit() as unit:
        return unit.villages.save(Village(0, "Vệ Thôn")).village_id


def told(store: Store, village: int, criterion: str) -> list[str]:
    lines = criteria_story.story(store, SET, "2026", village, criterion)
    assert [one.at for one in lines] == sorted((one.at for one in lines), reverse=True)
    return [one.text for one in lines]


def test_answers_proofs_tasks_and_verdicts_are_told(store: Store, village: int) -> None:
    assess.answer(store, SET, "2026", ManualAnswer("TC3", village, count=1, evidence="QĐ 12"))
    place = ProofPlace(SET, "TC3", village)
    kept = proofs.add(store, place, FILE, ProofWords(date(2026, 1, 5)))
    proofs.remove(store, kept, "nhầm tệp")
    gaps.assign(store, GapPlace(SET, "2026", village, "TC3"), GapTask("Lan", date(2026, 12, 10)))
    assess.evaluate(store, SET, "2026")
    assess.evaluate(store, SET, "2026")
    assert set(told(store, village, "TC3")) == {
        "Trả lời: 1; dẫn chứng: QĐ 12",
        "Thêm minh chứng “anh.jpg”",
        "Bỏ minh chứng “anh.jpg”: nhầm tệp",
        "Giao việc: Lan, hạn 10/12/2026, chưa làm",
        "Đánh giá năm 2026: Đạt (1 mô hình)",
    }
    assert told(store, village, "TC1") == ["Đánh giá năm 2026: Chưa có số liệu"]


def test_what_is_lacking_goes_out_as_a_list(store: Store, village: int, tmp_path: Path) -> None:
    assess.answer(store, SET, "2026", ManualAnswer("TC3", village, count=0))
    gaps.assign(store, GapPlace(SET, "2026", village, "TC3"), GapTask("=Lan", date(2026, 12, 10)))
    path = tmp_path / "viec.xlsx"
    assert gap_lists.export(store, SET, "2026", path) == 6
    rows = list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))
    line = next(row for row in rows if "TC3" in row)
    assert line[1:9] == (
        "Vệ Thôn", "TC3", "Mô hình ứng dụng công nghệ thông tin", "chưa đủ số lượng", "1",
        "mô hình", "=Lan", "10/12/2026",
    )  # fmt: skip
