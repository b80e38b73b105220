"""Whose code hangs in a shop: names as codes write them, against the owner's and the shop's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digicommune.domain.shop_codes import doubt_of, kind_of, same_holder
from digicommune.domain.vietqr import read
from digicommune.domain.vietqr_making import QrOrder, build


@pytest.mark.parametrize(
    ("holder", "name"),
    [
        ("NGUYEN THI AN", "Nguyễn Thị An"),
        ("NGUYEN THI AN", "bà Nguyễn Thị Ân"),
        ("NGUYENTHIAN", "Nguyễn Thị An"),
        ("AN NGUYEN THI", "Nguyễn Thị An"),
        ("NGUYEN AN", "Nguyễn Thị An"),
        ("HKD NGUYEN THI AN", "Nguyễn Thị An"),
        ("HO KINH DOANH LE THI CHI", "Lê Thị Chi"),
        ("NGUYEN THI AN TAP HOA", "Nguyễn Thị An"),
        ("NGUYEN THI NGOC ANH PHUON", "Nguyễn Thị Ngọc Anh Phương Thảo"),
        ("HO THI HANG", "Hồ Thị Hằng"),
        ("TAP HOA LAN ANH", "Cửa hàng tạp hóa Lan Anh"),
        ("TRAN THI BINH", "Nguyễn Văn An, Trần Thị Bình"),
        ("NGUYEN THI LAN", "Tạp hóa Lan (Nguyễn Thị Lan)"),
    ],
)
def test_one_person_written_in_two_ways(holder: str, name: str) -> None:
    assert same_holder(holder, name)


@pytest.mark.parametrize(
    ("holder", "name"),
    [
        ("LE THI ANH", "Lê Thị Hằng"),
        ("LE THI CHI", "Lê Thị Bà"),
        ("NGUYEN VAN", "Nguyễn Văn Bình"),
        ("NGUYEN THI", "Nguyễn Thị An"),
        ("NGUYEN THI AN", "Nguyễn Văn An"),
        ("NGUYEN VAN AN", "Nguyễn Văn Ánh"),
        ("TAP HOA", "Cửa hàng tạp hóa Lan Anh"),
        ("NGUYEN THI THI", "Nguyễn Thị An"),
        ("AN", "Nguyễn Thị An"),
        ("", "Nguyễn Thị An"),
        ("NGUYEN THI AN", ""),
        ("ONG", "Bà"),
    ],
)
def test_two_people_are_not_taken_for_one(holder: str, name: str) -> None:
    assert not same_holder(holder, name)


NAMES = st.text(alphabet="ABĐEÊGHIKLMNOƠPQTUVXY abdđêgh", min_size=3, max_size=40)


@given(NAMES)
def test_a_code_made_in_somebodys_name_is_theirs(name: str) -> None:
    text = build(QrOrder("970405", "3407205000001", name))
    assert doubt_of(text, name, None) is None


@pytest.mark.parametrize("owner", [None, "Lê Thị Bình"])
def test_a_code_that_names_nobody_is_not_doubted_for_that(owner: str | None) -> None:
    assert doubt_of(build(QrOrder("970405", "3407205000001")), owner, "Tạp hóa") is None


def test_a_shops_name_alone_does_not_tell_whose_it_is() -> None:
    text = build(QrOrder("970405", "3407205000001", "Lê Thị An"))
    assert doubt_of(text, None, "Quán A") is None


def test_the_doubt_names_both_people() -> None:
    doubt = doubt_of(
        build(QrOrder("970405", "3407205000001", "Lê Văn Cường")), "Lê Thị Bình", "Tạp hóa"
    )
    assert doubt is not None
    assert doubt.code == "other_holder"
    assert "LE VAN CUONG" in doubt.message
    assert "Lê Thị Bình" in doubt.message


def test_the_kind_of_a_code_is_read_from_it() -> None:
    made = read(build(QrOrder("970405", "3407205000001", service="QRPUSH")))
    assert kind_of(made) == ("static", "payment")
    assert kind_of(read("00020")) == (None, None)
