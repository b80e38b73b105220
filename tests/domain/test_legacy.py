"""TCVN3 and VNI text comes back whole; Unicode text is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digicommune.domain import legacy
from digicommune.domain.legacy import TCVN3, VNI, decode, font_encoding, guess_encoding

PAIRS = legacy._TCVN3_TABLE.split()
TO_TCVN3 = {
    letter: bytes.fromhex(code) for letter, code in zip(PAIRS[::2], PAIRS[1::2], strict=True)
}
LOWER = "".join(letter for letter in TO_TCVN3 if letter.islower())


def test_the_table_is_whole() -> None:
    assert len(TO_TCVN3) == len(set(TO_TCVN3.values())) == 74


@given(
    st.text(alphabet=LOWER + "bcdghklmnpqrstvx ", max_size=40),
    st.sampled_from(["cp1252", "latin-1"]),
)
def test_tcvn3_round_trip(text: str, page: str) -> None:
    raw = b"".join(TO_TCVN3.get(char, char.encode()) for char in text)
    assert decode(raw.decode(page), TCVN3) == text


def test_fonts_ending_in_h_show_capitals() -> None:
    assert decode("danh s¸ch ®\u00adîc", TCVN3, ".VnTimeH") == "DANH SÁCH ĐƯỢC"
    assert decode("L\u00ad¬ng Minh", TCVN3, ".VnTime") == "Lương Minh"


@pytest.mark.parametrize(
    ("vni", "text"),
    [
        ("Nguyeãn Thò Haïnh", "Nguyễn Thị Hạnh"), ("Ñöôøng Höông Thuûy", "Đường Hương Thủy"),
        ("Traàn Vaên Quyù", "Trần Văn Quý"), ("LEÂ THÒ HOÀNG", "LÊ THỊ HỒNG"),
        ("khoâng coù gæ", "không có gỉ"), ("Plain text 123", "Plain text 123"),
    ],
)  # fmt: skip
def test_vni(vni: str, text: str) -> None:
    assert decode(vni, VNI) == text


@pytest.mark.parametrize(
    ("font", "encoding"),
    [(".VnTime", TCVN3), (".VnArialH", TCVN3), ("VNI-Times", VNI), ("Arial", None), ("", None)],
)
def test_fonts_tell_the_encoding(font: str, encoding: str | None) -> None:
    assert font_encoding(font) == encoding


def test_guess_needs_odd_words_that_turn_vietnamese() -> None:
    assert guess_encoding(["TrÇn §øc §¹t", "NguyÔn ThÞ Hång"]) == TCVN3
    assert guess_encoding(["Nguyeãn Thò Haïnh", "Traàn Vaên Höông"]) == VNI
    assert guess_encoding(["Nguyễn Thị Hạnh", "Trần Đức Đạt", "Lường Thị Hồng"]) is None
    assert guess_encoding(["Café Zoë", "naïve"]) is None
    assert guess_encoding([]) is None
