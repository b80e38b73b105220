"""Typing in the people's search box, against LIKE over a folded column of SQLite.

60,000 people, a name typed letter by letter, with and without accents, and numbers' tails: from the
text to the first 200 numbers and the count of all. The other side is what a hand-written program
asks of its database at every key; it finds the same people and puts no accents first.
"""

from __future__ import annotations

import sqlite3

from benchmarks.lists.commune import people
from benchmarks.measure import Claim, Ratio, turn_about
from digicommune.domain.people_search import HEAD, TAIL, Findable, PeopleSearch
from digicommune.domain.text import fold

PEOPLE, ROWS = 60_000, 200
TYPED = (
    "n", "ng", "ngu", "nguyen", "nguyen v", "nguyen van", "nguyen van h", "nguyen van hai",
    "Hải", "đỗ thị", "thi lan", "lê", "1234", "hai 57", "0912",
)  # fmt: skip


def measure() -> list[Ratio]:
    """All the texts once each."""
    everyone = people(PEOPLE, 7)
    search = PeopleSearch(
        Findable(number, one.name, tuple(n for n in (one.cccd, one.phone) if n))
        for number, one in enumerate(everyone)
    )
    database = sqlite3.connect(":memory:")
    columns = "id INTEGER PRIMARY KEY, fold TEXT, cccd TEXT, phone TEXT"
    database.execute(f"CREATE TABLE people ({columns})")
    database.executemany(
        "INSERT INTO people VALUES (?, ?, ?, ?)",
        ((n, " " + fold(one.name), one.cccd, one.phone) for n, one in enumerate(everyone)),
    )
    for text in TYPED:
        assert set(search.find(text, PEOPLE).people) == set(by_hand(database, text)), text

    def ours() -> None:
        for text in TYPED:
            search.find(text, ROWS)

    def other() -> None:
        for text in TYPED:
            by_hand(database, text)[:ROWS]

    claim = Claim("typing in a search of 60,000 people / LIKE on a folded column", 0.3)
    return [turn_about(claim, ours, other)]


def by_hand(database: sqlite3.Connection, text: str) -> list[int]:
    """Everyone each word fits, as a program without an index of its own asks."""
    rules, values = [], []
    for word in fold(text).split():
        if word.isdigit():
            ends = [f"%{word}"] * (len(word) >= TAIL) + [f"{word}%"] * (len(word) >= HEAD)
            either = ["cccd LIKE ?", "phone LIKE ?"] * len(ends)
            rules.append(f"({' OR '.join(either)})" if ends else "0")
            values += [end for end in ends for _ in range(2)]
        else:
            rules.append("fold LIKE ?")
            values.append(f"% {word}%")
    query = f"SELECT id FROM people WHERE {' AND '.join(rules)}"  # noqa: S608 - words are bound
    return [row[0] for row in database.execute(query, values)]
