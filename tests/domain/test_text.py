"""Cleaning, folding and the order of Vietnamese names."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digicommune.domain.text import clean, fold, name_key

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
VOWELS = "aăâeêioôơuưy"
NAMES = st.lists(
    st.text(alphabet=LETTERS + "áàảãạếềểễệưứừửữự", min_size=1, max_size=6), min_size=1, max_size=5
).map(" ".join)


def mixed(names: Sequence[str]) -> list[str]:
    return random.Random(3).sample(names, len(names))


@pytest.mark.parametrize(
    ("raw", "tidy"),
    [
        ("Nguyễn Văn Hải", "Nguyễn Văn Hải"),
        ("  Nguyễn\u00a0\u00a0Văn\tHải\r\n", "Nguyễn Văn Hải"),
        (unicodedata.normalize("NFD", "Đỗ Thị Hòa"), "Đỗ Thị Hòa"),
        ("Hoà", "Hoà"),
        ("a\u200bb\ufeff\u00adc", "abc"),
        ("dòng 1_x000D_\ndòng 2", "dòng 1 dòng 2"),
        ("\x00\x01\x07", ""),
        ("", ""),
    ],
)
def test_clean(raw: str, tidy: str) -> None:
    assert clean(raw) == tidy


@given(st.text(max_size=60))
def test_clean_twice_is_clean_once(text: str) -> None:
    tidy = clean(text)
    assert clean(tidy) == tidy
    assert tidy == tidy.strip()
    assert "  " not in tidy
    assert unicodedata.is_normalized("NFC", tidy)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đỗ Đức Đạt", "do duc dat"), ("NGUYỄN THỊ ƯỚC", "nguyen thi uoc"),
        ("hoà", "hoa"), ("hòa", "hoa"), ("Thuỷ", "thuy"), ("quý", "quy"), ("  A  ", "  a  "),
    ],
)  # fmt: skip
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(NAMES)
def test_fold_is_plain_and_stable(name: str) -> None:
    assert fold(name).isascii()
    assert fold(fold(name)) == fold(name) == fold(name.upper())
    assert fold(unicodedata.normalize("NFD", name)) == fold(name)


def test_order_is_given_name_then_family_then_middle() -> None:
    right = [
        "Đỗ Thị An", "Nguyễn Văn An", "Bùi Bá Anh", "Nguyễn Văn Ánh", "Lê Ân", "Trần Bá Dũng",
        "An Văn Đạt", "Bùi Bá Hoa", "Bùi Bá Hữu Hoa", "Bùi Bá Hòa", "Lê Thị Ước",
    ]  # fmt: skip
    assert sorted(mixed(right), key=name_key) == right


def test_tones_stand_in_dictionary_order() -> None:
    words = [unicodedata.normalize("NFC", "a" + tone) for tone in TONES]
    assert sorted(mixed(words), key=name_key) == words == ["a", "à", "ả", "ã", "á", "ạ"]


def test_letters_stand_in_the_order_of_the_alphabet() -> None:
    assert sorted(mixed(LETTERS), key=name_key) == list(LETTERS)


@given(NAMES, NAMES)
def test_equal_keys_mean_equal_names(one: str, other: str) -> None:
    assert (name_key(one) == name_key(other)) == (one.split() == other.split())


@given(NAMES)
def test_key_ignores_capitals_and_decomposition(name: str) -> None:
    assert name_key(name.upper()) == name_key(name)
    assert name_key(unicodedata.normalize("NFD", name)) == name_key(name)


@given(st.sampled_from(VOWELS), st.sampled_from(TONES), st.sampled_from(LETTERS))
def test_letters_weigh_more_than_tones(vowel: str, tone: str, last: str) -> None:
    """A tone decides only between words of the same letters."""
    word = unicodedata.normalize("NFC", vowel + tone)
    assert (name_key(word + last) > name_key(word + "a")) == (LETTERS.index(last) > 0)
