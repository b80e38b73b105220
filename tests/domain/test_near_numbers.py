"""The few looked-up neighbours of a number are exactly those a comparison with everybody finds."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from digicommune.domain.near_numbers import NearNumbers
from digicommune.domain.registers import PersonKeys
from digicommune.domain.resemblance import near_number

# Few digits, so that numbers one slip apart, or the same but for order, meet often.
NUMBERS = st.text("019", min_size=12, max_size=12)


def people(numbers: list[str | None]) -> list[PersonKeys]:
    return [
        PersonKeys(n, "A", "a", None, None, cccd, None, None, None)
        for n, cccd in enumerate(numbers, 1)
    ]


def slips(number: str, chance: random.Random) -> list[str]:
    """The number with one digit wrong, two neighbours swapped, and two distant digits wrong."""
    place, other = chance.randrange(11), chance.choice("0123456789")
    wrong = number[:place] + other + number[place + 1 :]
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    return [wrong, swapped, wrong[:11] + chance.choice("0123456789")]


@given(st.lists(NUMBERS, unique=True, max_size=30), NUMBERS, st.randoms(use_true_random=False))
def test_all_slips_and_nothing_else(numbers: list[str], asked: str, chance: random.Random) -> None:
    known = people([*dict.fromkeys([*numbers, *slips(asked, chance), asked]), None])
    found = NearNumbers(known).of(asked)
    expected = {one.resident_id for one in known if one.cccd and near_number(asked, one.cccd)}
    assert sorted(one.resident_id for one in found) == sorted(expected)
