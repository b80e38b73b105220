"""Finds people whose personal number is a slip of the hand away; it compares no names.

One wrong digit leaves either the digits at even places or those at odd places whole, so the people
who share one of these halves with a number are the only ones to look at: some seven of 40,000.
Two neighbours that changed places spoil both halves; these few numbers are looked up whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz.distance.Hamming import distance as digits_off

from digicommune.domain.registers import PersonKeys


class NearNumbers:
    """The register by halves of personal numbers."""

    def __init__(self, people: Iterable[PersonKeys]) -> None:
        self._whole = {one.cccd: one for one in people if one.cccd}
        self._even: dict[str, list[str]] = {}
        self._odd: dict[str, list[str]] = {}
        for number in self._whole:
            for halves, half in ((self._even, number[::2]), (self._odd, number[1::2])):
                if half in halves:
                    halves[half].append(number)
                else:
                    halves[half] = [number]

    def of(self, number: str) -> list[PersonKeys]:
        """Those with one digit other than ``number``, or two neighbours of it swapped."""
        even, odd = self._even.get(number[::2], ()), self._odd.get(number[1::2], ())
        found = [one for one in (*even, *odd) if digits_off(number, one) == 1]
        found += [one for one in _swapped(number) if one in self._whole]
        return [self._whole[one] for one in found]


def _swapped(number: str) -> Iterator[str]:
    """The number with each two unlike neighbours in each other's place."""
    for place in range(len(number) - 1):
        first, second = number[place], number[place + 1]
        if first != second:
            yield f"{number[:place]}{second}{first}{number[place + 2 :]}"
