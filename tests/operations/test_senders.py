"""A sender's list is known again by its headings, and read as it was understood before."""

from __future__ import annotations

from pathlib import Path

import pytest

from digicommune.db.store import Store
from digicommune.domain.senders import Sender, best_fit, overlap, signature_of
from digicommune.operations import intake, senders
from digicommune.operations.intake import IntakeRequest
from tests.cli.lists import write_list

HEADS = ("TT", "Khách hàng", "Sinh ngày", "Giấy tờ tùy thân số", "Mã KH nội bộ", "Ngày kích hoạt")
MEANT = {
    "khach hang": "ho_ten",
    "sinh ngay": "ngay_sinh",
    "giay to tuy than so": "cccd",
    "ngay kich hoat": "ngay_mo",
    "ma kh noi bo": "",
}
ROW = [1, "Lê Thị Mai", "05/03/1990", "038190000001", "KH-77", "06/03/2026"]


def saved(store: Store, folder: Path) -> Sender:
    """A list of a sender the office has taken in, its columns chosen by the officer."""
    path = write_list(folder / "t3.xlsx", HEADS, [ROW])
    request = IntakeRequest(
        "bank-accounts", bank_bin="970405", headings=MEANT, sender="Agribank Hoằng Hóa"
    )
    intake.commit(store, intake.preview(store, path, request), {})
    return senders.known(store)[0]


def test_what_was_chosen_is_remembered_with_the_list(any_store: Store, tmp_path: Path) -> None:
    made = saved(any_store, tmp_path)
    assert (made.name, made.kind, made.bank_bin) == (
        "Agribank Hoằng Hóa", "bank-accounts", "970405",
    )  # fmt: skip
    assert made.headings["ma kh noi bo"] == ""
    assert made.headings["khach hang"] == "ho_ten"


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4, 5), (3, 5, 0, 1, 4, 2)])
def test_known_again_wherever_the_columns_stand(
    store: Store, tmp_path: Path, order: tuple[int, ...]
) -> None:
    saved(store, tmp_path)
    april = [2, "Trần Văn Hùng", "01/02/1985", "038085000002", "KH-78", "10/04/2026"]
    path = write_list(tmp_path / "t4.xlsx", [HEADS[n] for n in order], [[april[n] for n in order]])
    found = senders.remembered(store, path)
    assert found is not None
    seen = intake.preview(store, path, senders.request_of(found))
    assert seen.kind == "bank-accounts"
    assert seen.rows[0].fields["cccd"] == "038085000002"
    assert seen.rows[0].fields["ngay_mo"] == "2026-04-10"
    assert senders.remembered(store, seen.reading) == found


def test_one_renamed_heading_does_not_hide_it_and_two_do(store: Store, tmp_path: Path) -> None:
    made = saved(store, tmp_path)
    renamed = [*HEADS[:4], "Mã khách", HEADS[5]]
    assert best_fit([made], signature_of(renamed)) == made
    assert best_fit([made], signature_of([*renamed[:2], "Năm", *renamed[3:]])) is None
    assert senders.remembered(store, write_list(tmp_path / "x.xlsx", ("A", "B"), [[1, 2]])) is None


def test_saved_again_it_is_one_and_forgotten_it_is_none(store: Store, tmp_path: Path) -> None:
    made = saved(store, tmp_path)
    reading = intake.preview(store, tmp_path / "t3.xlsx", IntakeRequest(headings=MEANT)).reading
    again = senders.remember(store, made.name, reading, IntakeRequest("bank-accounts"))
    assert again.sender_id == made.sender_id
    assert len(senders.known(store)) == 1
    senders.forget(store, made.sender_id)
    assert senders.known(store) == ()
    with store.glance() as unit:
        actions = [one.action for one in unit.journal.entries(3)]
    assert actions[:2] == ["sender", "sender"]


def test_overlap_is_of_the_longer() -> None:
    assert overlap(frozenset("abcde"), frozenset("abcdx")) == 0.8
    assert overlap(frozenset("abcde"), frozenset("abcdefghij")) == 0.5
    assert overlap(frozenset(), frozenset()) == 0
