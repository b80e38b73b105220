"""What of a dossier's step cannot be true: votes that do not add up, days out of order.

Something not known yet is no fault: it is missing, which ``dossier_checks`` tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from digicommune.domain.dossier import (
    Appraisal,
    Decision,
    Meeting,
    Opinions,
    SelfAssessment,
    Step,
    Submission,
)
from digicommune.domain.numbers import vi_int

if TYPE_CHECKING:
    from datetime import date

FaultKind = Literal["sum", "more", "order", "twice", "negative"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that cannot be true: at which field, and in which words."""

    kind: FaultKind
    field: str
    said: str


def faults(step: Step) -> Iterator[Fault]:
    """Every fault of a step, the first field first."""
    if isinstance(step, Meeting):
        yield from _of_meeting(step)
    elif isinstance(step, Opinions):
        yield from _of_opinions(step)
    elif isinstance(step, Appraisal):
        yield from _of_appraisal(step)
    elif isinstance(step, SelfAssessment):
        yield from _twice("remarks", "tiêu chí", (one.criterion for one in step.remarks))
    elif isinstance(step, Submission):
        yield from _twice("attachments", "tài liệu kèm theo", step.attachments)
    elif isinstance(step, Decision):
        yield from _of_decision(step)


Counts = tuple[tuple[str, str, int | None], ...]  # field, its name in words, the number


def _of_meeting(one: Meeting) -> Iterator[Fault]:
    if one.begins and one.ends and one.ends <= one.begins:
        yield Fault("order", "ends", "giờ kết thúc phải sau giờ bắt đầu")
    here = (
        ("represented", "số hộ có đại diện", one.represented),
        ("absent", "số hộ vắng", one.absent),
    )
    yield from _adds_up(("số hộ được mời", one.households), here)
    votes: Counts = (
        ("agree", "đồng ý", one.agree),
        ("disagree", "không đồng ý", one.disagree),
        ("other", "ý kiến khác", one.other),
    )
    yield from _adds_up(("số hộ có đại diện", one.represented), votes)


def _of_opinions(one: Opinions) -> Iterator[Fault]:
    yield from _twice("lines", "nhóm", (each.group.strip() for each in one.lines))
    for each in one.lines:
        where = f"“{each.group}”: " if each.group.strip() else ""
        chain: Counts = (
            ("lines", f"{where}tổng số hộ", each.households),
            ("lines", f"{where}số phiếu phát ra", each.issued),
            ("lines", f"{where}số phiếu thu về", each.collected),
            ("lines", f"{where}số phiếu hợp lệ", each.valid),
        )
        yield from _shrinks(chain)
        votes: Counts = (
            ("lines", "đồng ý", each.agree),
            ("lines", "không đồng ý", each.disagree),
            ("lines", "ý kiến khác", each.other),
        )
        yield from _adds_up((f"{where}số phiếu hợp lệ", each.valid), votes)


def _of_appraisal(one: Appraisal) -> Iterator[Fault]:
    if one.begins and one.ends and one.ends <= one.begins:
        yield Fault("order", "ends", "giờ kết thúc phải sau giờ bắt đầu")
    yield from _in_order("visited_to", "ngày kết thúc kiểm tra", one.visited_from, one.visited_to)
    yield from _in_order("held_on", "ngày họp thẩm định", one.visited_to, one.held_on)
    yield from _twice("members", "thành viên", (each.name.strip() for each in one.members))
    yield from _twice("results", "tiêu chí", (each.criterion for each in one.results))
    chain: Counts = (
        ("issued", "số phiếu phát ra", one.issued),
        ("collected", "số phiếu thu về", one.collected),
        ("valid", "số phiếu hợp lệ", one.valid),
    )
    yield from _shrinks(chain)
    votes: Counts = (
        ("agree", "đồng ý", one.agree),
        ("disagree", "không đồng ý", one.disagree),
    )
    yield from _adds_up(("số phiếu hợp lệ", one.valid), votes)


def _of_decision(one: Decision) -> Iterator[Fault]:
    yield from _in_order("valid_until", "ngày hết hiệu lực", one.dated, one.valid_until)
    yield from _in_order("recheck_on", "ngày thẩm định lại", one.dated, one.recheck_on)


def _adds_up(whole: tuple[str, int | None], parts: Counts) -> Iterator[Fault]:
    """All parts known: their sum is the whole; some known: they do not pass it."""
    yield from _negative(parts)
    name, total = whole
    if total is None:
        return
    known = [number for _, _, number in parts if number is not None]
    told = " + ".join(words for _, words, number in parts if number is not None)
    field = next((each for each, _, number in reversed(parts) if number is not None), "")
    added = sum(known)
    if len(known) == len(parts) and added != total:
        said = f"{told} = {vi_int(added)} nhưng {name} là {vi_int(total)}"
        yield Fault("sum", field, said)
    elif added > total:
        yield Fault("more", field, f"{told} = {vi_int(added)}, nhiều hơn {name} là {vi_int(total)}")


def _shrinks(chain: Counts) -> Iterator[Fault]:
    """Each number is no more than the one known before it."""
    yield from _negative(chain)
    before: tuple[str, int] | None = None
    for field, words, number in chain:
        if number is None:
            continue
        if before is not None and number > before[1]:
            last = f"{before[0].rpartition(': ')[2]} là {vi_int(before[1])}"
            yield Fault("more", field, f"{words} {vi_int(number)}, nhiều hơn {last}")
        before = (words, number)


def _negative(counts: Counts) -> Iterator[Fault]:
    for field, words, number in counts:
        if number is not None and number < 0:
            yield Fault("negative", field, f"{words} không thể nhỏ hơn 0")


def _in_order(field: str, words: str, first: date | None, then: date | None) -> Iterator[Fault]:
    if first is not None and then is not None and then < first:
        yield Fault("order", field, f"{words} {then:%d/%m/%Y} đứng trước ngày {first:%d/%m/%Y}")


def _twice(field: str, words: str, names: Iterable[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for name in names:
        folded = name.casefold()
        if folded and folded in seen:
            yield Fault("twice", field, f"{words} “{name}” ghi hai lần")
        seen.add(folded)
