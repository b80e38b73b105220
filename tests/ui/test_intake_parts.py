"""The parts of importing lists, each by itself: fields, steps, queue, mistakes, names."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from digicommune.domain.rows import ListReading, Problem, Rejected
from digicommune.errors import UserError
from digicommune.operations.intake import IntakeRequest, Preview, PreviewRow
from digicommune.ui.pages.intake_fields import choices, chosen_headings, hidden, missing
from digicommune.ui.pages.intake_look import groups_of
from digicommune.ui.pages.intake_mend import joined, nearest
from digicommune.ui.pages.intake_queue import Entry, QueuePanel, State
from digicommune.ui.pages.intake_steps import StepBar
from digicommune.ui.pages.intake_wrong import same_mistake, wrong_cells

BANKS = {"970405": "Agribank", "970436": "Vietcombank", "970422": "MB"}


def preview(kind: str, reading: ListReading, *rows: PreviewRow, file: str = "ds.xlsx") -> Preview:
    return Preview(
        path=Path(file),
        file=file,
        sha256="0" * 64,
        opened="ok",
        kind=kind,
        request=IntakeRequest(kind),
        reading=reading,
        rows=rows,
        skipped=(),
    )


def reading(kind: str = "bank-accounts", **given: object) -> ListReading:
    parts = {"columns": {"B": "ho_ten"}, "rejected": (), **given}
    return ListReading(
        "DS", (1,), parts["columns"], kind, (), parts["rejected"], (), None,  # type: ignore[arg-type]
        {"A": "Số", "B": "Họ và tên"},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "taken", "bank", "lacking"),
    [
        ("bank-accounts", ["ho_ten", "ngan_hang"], None, ()),
        ("bank-accounts", ["ho_ten"], "970405", ()),
        ("bank-accounts", ["ho_ten"], None, ("Ngân hàng",)),
        ("bank-accounts", ["cccd|cmnd"], None, ("Họ và tên", "Ngân hàng")),
        ("residents", ["ho_dem", "ten", "ngay_sinh:Nam"], None, ()),
        ("merchants", ["ho_ten"], None, ()),
        ("merchants", ["thon"], None, ("Tên hộ kinh doanh",)),
        ("villages", ["so_ho"], None, ("Thôn",)),
        ("village-figures", ["thon"], None, ("cột số liệu",)),
        ("village-figures", ["thon", "TKNH:tu_so"], None, ()),
    ],
)
def test_what_a_list_cannot_do_without(
    kind: str, taken: list[str], bank: str | None, lacking: tuple[str, ...]
) -> None:
    said = missing(kind, taken, bank)
    assert bool(said) is bool(lacking)
    assert all(one in said for one in lacking)


def test_only_what_differs_from_the_reading_is_settled() -> None:
    made = chosen_headings(reading(), {"cu": "thon"}, {"A": "", "B": "ten_ho_kd"})
    assert made == {"cu": "thon", "ho va ten": "ten_ho_kd"}
    assert chosen_headings(reading(), {}, {"A": "", "B": "ho_ten"}) == {}


def test_fields_offered_fit_the_kind_and_hold_what_was_read() -> None:
    offered = dict(choices("merchants", ["ngay_sinh:Nam"]))
    assert "ten_ho_kd" in offered
    assert "so_tai_khoan" not in offered
    assert offered["ngay_sinh:Nam"] == "Ngày sinh (Nam)"


@pytest.mark.parametrize(
    ("sample", "shown"),
    [("038072001234", "038•••••1234"), ("05/03/1990", "05/03/1990"), ("Lê Mai", "Lê Mai")],
)
def test_long_numbers_are_masked_and_days_are_not(sample: str, shown: str) -> None:
    assert hidden(sample) == shown


@pytest.mark.parametrize(
    ("file", "bank"),
    [
        ("DS_Agribank-T3.xlsx", "970405"),
        ("MB quý 1.xlsx", "970422"),
        ("MBA khoa 3.xlsx", None),  # a word of its own, no part of one
        ("Agribank va Vietcombank.xlsx", None),  # two are none
        ("ds.xlsx", None),
    ],
)
def test_the_bank_is_guessed_by_whole_words_only(file: str, bank: str | None) -> None:
    assert preview("bank-accounts", reading(), file=file).named_bank(BANKS) == bank


def test_a_column_of_banks_or_another_kind_leaves_nothing_to_guess() -> None:
    told = reading(columns={"B": "ho_ten", "C": "ngan_hang"})
    assert preview("bank-accounts", told, file="Agribank.xlsx").named_bank(BANKS) is None
    assert preview("residents", reading(), file="Agribank.xlsx").named_bank(BANKS) is None


def test_mistakes_have_cells_and_find_their_like() -> None:
    day = Problem("date_invalid", "ngay_sinh", "C", "Ô C2 …", "31/02/1990")
    rejected = tuple(Rejected(at, (day,), {"ho_ten": f"Số {at}"}) for at in (2, 3))
    rows = [PreviewRow(at, "rejected", {"ho_ten": f"Số {at}"}) for at in (2, 3)]
    lost = PreviewRow(
        9, "rejected", {"thon": "Lạ"}, problems=(("thon", "village_unknown", "Không có thôn"),)
    )
    made = preview("village-figures", reading(rejected=rejected), *rows, lost)
    cells = wrong_cells(made, {})
    assert [(one.cell, one.shown) for one in cells] == [
        ("C2", "31/02/1990"), ("C3", "31/02/1990"), ("", "Lạ"),
    ]  # fmt: skip
    assert [one.row for one in same_mistake(cells, cells[0])] == [3]
    mended = wrong_cells(made, {3: {"ngay_sinh": "28/02/1990"}})
    assert mended[1].typed == "28/02/1990"
    assert same_mistake(mended, mended[0]) == []


def test_strange_names_are_gathered_the_most_frequent_first() -> None:
    rows = [
        PreviewRow(2, "new", {"thon": "A", "ngan_hang": "X"}),
        PreviewRow(3, "new", {"thon": "B", "ngan_hang": "X"}),
        PreviewRow(4, "new", {"thon": "B", "ngan_hang": "Y", "ngan_hang_bin": "970405"}),
        PreviewRow(5, "new", {"thon": "C"}, village_id=1),
        PreviewRow(6, "rejected", {"thon": "D"}),
    ]
    found = groups_of(preview("bank-accounts", reading(), *rows))
    assert {(one.field, one.name, one.rows) for one in found} == {
        ("thon", "A", (2,)), ("thon", "B", (3, 4)), ("ngan_hang", "X", (2, 3)),
    }  # fmt: skip
    assert len(found[-1].rows) == 1


def test_newer_mends_win_and_the_likeliest_name_stands_first() -> None:
    assert joined({2: {"a": "1", "b": "2"}}, {2: {"a": "3"}, 5: {"c": "4"}}) == {
        2: {"a": "3", "b": "2"}, 5: {"c": "4"},
    }  # fmt: skip
    assert nearest("Hỗ Thông", ["Duyên Hy", "Hổ Thôn", "Vệ Thôn"])[0] == "Hổ Thôn"


def test_the_steps_say_where_one_is_and_lead_back(qtbot: QtBot) -> None:
    bar = StepBar()
    qtbot.addWidget(bar)
    bar.show_step("check", ("columns",))
    assert bar.buttons["columns"].text().startswith("✓")
    assert "đang ở bước này" in bar.buttons["check"].accessibleName()
    assert not bar.buttons["save"].isEnabled()
    with qtbot.waitSignal(bar.asked) as told:
        qtbot.mouseClick(bar.buttons["columns"], Qt.MouseButton.LeftButton)
    assert told.args == ["columns"]


def entry(name: str, state: State, error: Exception | None = None) -> Entry:
    return Entry(Path(name), IntakeRequest(), state, error=error)


def test_the_queue_tells_each_file_by_word_and_sign(qtbot: QtBot) -> None:
    panel = QueuePanel()
    qtbot.addWidget(panel)
    broken = UserError("corrupt", "Tệp hỏng.", "Tải lại.")
    entries = [
        entry("a.xlsx", "saved"),
        entry("b.xlsx", "failed", broken),
        entry("c.xlsx", "ready"),
    ]
    panel.show_entries(entries[:1], None)
    assert panel.isHidden()  # one file alone needs no list
    panel.show_entries(entries, entries[2])
    said = [panel.list.item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(3)]
    assert said == ["a.xlsx: ✓ Đã lưu", "b.xlsx: ✗ Không đọc được", "c.xlsx: → Sẵn sàng lưu"]
    assert "Tệp hỏng." in panel.list.item(1).toolTip()
    assert panel.list.currentRow() == 2
    with qtbot.waitSignal(panel.chosen) as told:
        panel.list.setCurrentRow(1)
    assert told.args == [1]
