"""People made by hand for the window's tests, kept and edited as the real register does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from digicommune.domain.people import Account, PersonFact, Resident
from digicommune.domain.people_cards import PersonCard, PersonLine, Without, line_of
from digicommune.domain.people_search import Findable
from digicommune.domain.registers import JournalEntry
from digicommune.domain.rows import Value
from digicommune.domain.villages import Village
from digicommune.errors import UserError
from digicommune.operations.people_filters import Fact, Filters
from digicommune.operations.register_keeping import TakenBack
from digicommune.operations.reports import MadeDocument
from digicommune.ui.pages.people_calls import PeopleCalls

AT = "2026-03-01T08:00:00+00:00"


class People:
    """Three people; the third bears a hostile name."""

    def __init__(self, hostile: str, villages: tuple[Village, ...], pdf: bytes = b"") -> None:
        self.villages, self.pdf = villages, pdf
        born = date(1990, 3, 5)
        self.kept = {
            1: Resident(
                1, "Nguyễn Văn Hải", 1, born, 1990, "Nam", "038090001234", phone="0912345678"
            ),
            2: Resident(2, "Lê Thị Hài", 3, None, 1985, household="12", lane="Ngõ 3"),
            3: Resident(3, hostile, 2, note=hostile, residence="away"),
        }
        self.gone: dict[int, Resident] = {}
        self.facts: dict[tuple[int, str], PersonFact] = {}
        self.revealed: list[tuple[int, str]] = []

    def findable(self) -> tuple[Findable, ...]:
        """Everyone kept."""
        return tuple(
            Findable(one.resident_id, one.full_name, tuple(n for n in (one.cccd, one.phone) if n))
            for one in self.kept.values()
        )

    def filters(self) -> Filters:
        """By the villages of the office."""
        where: dict[int, list[int]] = {}
        residing: dict[str, list[int]] = {}
        for one in self.kept.values():
            where.setdefault(one.village_id or 0, []).append(one.resident_id)
            residing.setdefault(one.residence, []).append(one.resident_id)
        facts = (Fact("TKNH", "Có tài khoản", True), Fact("CKS", "Chữ ký số"))
        return Filters(self.villages, where, residing, facts)  # type: ignore[arg-type]

    def line(self, one: Resident) -> PersonLine:
        """A line of the list."""
        names = {each.village_id: each.name for each in self.villages}
        known = tuple(code for number, code in self.facts if number == one.resident_id)
        return line_of(one, names.get(one.village_id or 0, ""), int(one.resident_id == 1), known)

    def lines(self, numbers: Iterable[int]) -> tuple[PersonLine, ...]:
        """Those asked for."""
        return tuple(self.line(self.kept[one]) for one in numbers if one in self.kept)

    def card(self, number: int) -> PersonCard:
        """Everything known."""
        one = self.kept[number]
        accounts = (Account(1, 1, "970405", "1234567890", date(2026, 3, 5)),) if number == 1 else ()
        facts = tuple(each for (whose, _), each in self.facts.items() if whose == number)
        others = tuple(
            self.line(each) for each in self.kept.values() if each.household and each != one
        )
        noted = JournalEntry(1, "Lan", "M1", AT, "reveal", f"person:{number}", None, "{}", "")
        return PersonCard(one, self.line(one).village, accounts, facts, others, (noted,), {})

    def reveal(self, number: int, what: str) -> str:
        """The number in full, noted."""
        self.revealed.append((number, what))
        return getattr(self.kept[number], what) or ""

    def save(self, person: Resident) -> Resident:
        """Keeps a person; a name is needed."""
        if not person.full_name:
            raise UserError("name_missing", "Chưa ghi họ tên.", "Ghi họ và tên rồi lưu lại.")
        number = person.resident_id or max(self.kept) + 1
        self.kept[number] = replace(person, resident_id=number)
        return self.kept[number]

    def set_fact(self, number: int, fact: str, since: date | None, *, has: bool = True) -> None:
        """Notes a fact."""
        self.facts.pop((number, fact), None)
        if has:
            self.facts[number, fact] = PersonFact(number, fact, since)

    def trash(self, numbers: Iterable[int]) -> int:
        """Puts away."""
        self.gone |= {one: self.kept.pop(one) for one in numbers}
        return 1

    def restore(self, numbers: Iterable[int]) -> int:
        """Puts back."""
        self.kept |= {one: self.gone.pop(one) for one in numbers}
        return 1

    def take_back(self, number: int) -> TakenBack:
        """The trash alone: the real operation is tried on a real office."""
        self.restore([number]) if number in self.gone else self.trash([number])
        return TakenBack(f"Đã lấy lại thay đổi của người số {number}.", number in self.kept)

    def merge(self, keep: int, gone: int) -> Resident:
        """Two are one."""
        self.kept.pop(gone)
        return self.kept[keep]

    def twins(self) -> tuple[tuple[PersonLine, ...], ...]:
        """The first two, while both are there."""
        pair = tuple(self.line(self.kept[one]) for one in (1, 2) if one in self.kept)
        return (pair,) if len(pair) > 1 else ()

    def as_rows(self, numbers: Iterable[int]) -> dict[int, dict[str, Value]]:
        """Name and phone under the keys of lists."""
        return {
            each: {"ho_ten": self.kept[each].full_name, "dien_thoai": f"091234567{each}"}
            for each in numbers
        }

    def without(self, _period: str, indicator: str) -> tuple[Without, ...]:
        """Everyone of the first two villages."""
        return tuple(
            Without(
                indicator, village.name, village.village_id, (self.line(self.kept[at]),), AT_DAY
            )
            for at, village in ((1, self.villages[0]), (3, self.villages[1]))
        )


AT_DAY = date(2026, 3, 14)


def people_calls(one: People) -> PeopleCalls:
    """The operations of these people."""
    return PeopleCalls(
        findable=one.findable,
        filters=one.filters,
        lacking=lambda _period, _code: (2, 3),
        lines=one.lines,
        card=one.card,
        reveal=one.reveal,
        save=one.save,
        set_fact=one.set_fact,
        trash=one.trash,
        restore=one.restore,
        take_back=one.take_back,
        in_trash=lambda: tuple(one.line(each) for each in one.gone.values()),
        twins=one.twins,
        merge=one.merge,
        as_rows=one.as_rows,
        banks=lambda: {"970405": "Agribank"},
        without=one.without,
        walk_list=lambda _request, _progress: MadeDocument(0, "Danh sách", "di.pdf", one.pdf),
        write=lambda document, path, _progress: path.write_bytes(document.pdf),  # type: ignore[arg-type]
    )
