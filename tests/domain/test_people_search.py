"""People found as somebody types."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digicommune.domain.people_search import Findable, Found, PeopleSearch
from digicommune.domain.text import fold

PEOPLE = (
    Findable(1, "Nguyễn Văn Hải", ("038072001234", "0912345678")),
    Findable(2, "NGUYỄN VĂN HÀI", ("038072005678",), "Trần Thị Đào"),
    Findable(3, "Nguyễn Văn Hai"),
    Findable(4, "Đỗ Thị Hải Yến", ("0987654321",), "Đỗ Văn Đức"),
    Findable(5, "Trần Đức Đạt"),
)
SEARCH = PeopleSearch(PEOPLE)


def found(text: str) -> list[int]:
    return SEARCH.find(text).people


def test_without_accents_all_are_found() -> None:
    assert found("nguyen van hai") == [1, 2, 3]
    assert found("do") == [4]
    assert found("dat") == [5]


def test_accents_put_those_first_who_are_written_so() -> None:
    assert found("Hải") == [1, 4, 2, 3]
    assert found("hài") == [2, 1, 3, 4]
    assert found("nguyễn hải") == [1, 2, 3]


def test_a_word_begun_is_enough() -> None:
    assert found("ngu v ha") == [1, 2, 3]
    assert found("yen h") == [4]


def test_by_number_phone_and_household() -> None:
    assert found("1234") == [1]
    assert found("678") == [1, 2]
    assert found("0912") == [1]
    assert found("0987 654 321") == []  # three words, each asked by itself; 654 ends nothing
    assert found("0987.654.321") == [4]
    assert found("hai 5678") == [1, 2]
    assert found("dao") == [2]
    assert found("12") == []


def test_nothing_typed_is_everyone_in_order_and_limits_keep_the_count() -> None:
    assert SEARCH.find("").people == [1, 2, 3, 4, 5]
    cut = SEARCH.find("hai", 2)
    assert (cut.people, cut.count) == ([1, 2], 4)
    assert SEARCH.find("zz").count == 0
    assert PeopleSearch(()).find("hai").people == []


NAMES = st.lists(st.sampled_from(["Hải", "Hài", "Đỗ", "Đào", "Yến", "Văn"]), min_size=1, max_size=3)


@given(st.lists(NAMES, max_size=30), NAMES)
def test_it_finds_whom_a_plain_reading_finds(names: list[list[str]], asked: list[str]) -> None:
    people = [Findable(n, " ".join(words)) for n, words in enumerate(names)]
    plain = {
        one.number
        for one in people
        if all(any(w.startswith(fold(a)) for w in fold(one.name).split()) for a in asked)
    }
    got = PeopleSearch(people).find(" ".join(asked), 100)
    assert set(got.people) == plain
    assert got.count == len(plain)


def test_own_names_come_before_those_of_a_household() -> None:
    search = PeopleSearch(
        (
            Findable(1, "Bùi Thị An", household="Lê Văn Hải"),
            Findable(2, "Lê Văn Hài"),
            Findable(3, "Lê Văn Hải"),
        )
    )
    assert search.find("hai").people == [2, 3, 1]
    assert search.find("Hải").people == [3, 2, 1]
    assert search.find("le hai", limit=2).people == [2, 3]


def test_a_filter_leaves_those_among_whom_one_looks() -> None:
    people = [Findable(number, f"Lê Thị Lan {number}") for number in range(50)]
    search = PeopleSearch(people)
    among = search.among([3, 40, 999])
    assert search.find("lan", among=among) == Found([3, 40], 2)
    assert search.find("", limit=1, among=among) == Found([3], 2)
    assert search.find("minh", among=among) == Found([], 0)
