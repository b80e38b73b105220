"""Whatever the figures are: no number of the text is missing from the annexes, totals agree."""

from __future__ import annotations

import re
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as some

from digicommune.documents.description import BulletItem, Document, Row, RowKind, Table
from digicommune.documents.kinds import compose_document, shipped_wording
from digicommune.domain.snapshot import Part, ReportSnapshot, SnapshotIndicator
from tests.documents.offices import indicator, office
from tests.documents.test_report import KIND, table_of

NUMBER = re.compile(r"\d+(?:\.\d{3})*(?:,\d+)?")
CODES = ("TKNH", "HKDQR", "VNEID2", "DVC", "CAPQUANG", "KHACA")
COUNTS = some.integers(0, 2_000_000)
VILLAGES = 4


@some.composite
def parts(draw: some.DrawFn) -> dict[int, Part]:
    """Figures of the four villages, each a share of its own base."""
    found = {}
    for village in range(1, VILLAGES + 1):
        below = draw(some.integers(1, 500_000))
        found[village] = Part(draw(some.integers(0, below)), below)
    return found


@some.composite
def figures(draw: some.DrawFn) -> SnapshotIndicator:
    """An indicator whose total is the sum of its villages."""
    villages = draw(parts())
    total = Part(
        sum(one.numerator or 0 for one in villages.values()),
        sum(one.denominator or 0 for one in villages.values()),
        in_period=draw(some.one_of(some.none(), COUNTS)),
    )
    before = draw(some.one_of(some.none(), parts().map(lambda one: one[1])))
    return indicator(
        draw(some.sampled_from(CODES)),
        "Chỉ tiêu",
        total,
        decimals=draw(some.integers(1, 2)),
        target=draw(some.one_of(some.none(), some.sampled_from(("50", "69.98", "100")))),
        previous=before,
        villages=villages,
        accounts=draw(some.one_of(some.none(), COUNTS)),
    )


SNAPSHOTS = some.lists(figures(), min_size=1, max_size=6, unique_by=lambda one: one.code).map(
    lambda listed: office(
        VILLAGES,
        indicators=tuple(listed),
        criteria=None,
        verdicts=(),
        campaigns=(),
        period_code="2026",
        period_title="năm 2026",
    )
)


def composed(snapshot: ReportSnapshot) -> Document:
    return compose_document(KIND, snapshot, shipped_wording(KIND))


def numbers(text: str) -> set[str]:
    return set(NUMBER.findall(text))


def told(document: Document) -> list[str]:
    """The sentences about indicators."""
    bullets = (one for one in document.blocks if isinstance(one, BulletItem))
    return ["".join(run.text for run in one.runs) for one in bullets]


def of_rows(rows: tuple[Row, ...]) -> set[str]:
    return numbers(" ".join(cell for row in rows for cell in row.cells))


@given(SNAPSHOTS)
@settings(max_examples=60, deadline=None)
def test_every_number_of_the_text_stands_in_the_annexes(snapshot: ReportSnapshot) -> None:
    document = composed(snapshot)
    sentences = told(document)
    assert len(sentences) == len(snapshot.indicators)
    known = of_rows(table_of(document, 0).rows)
    for sentence in sentences:
        said = re.sub(r"chưa đến \d,\d+ điểm", "", sentence)  # smaller than is printed
        assert numbers(said) <= known, sentence


@given(SNAPSHOTS)
@settings(max_examples=40, deadline=None)
def test_the_total_of_the_villages_is_what_the_text_says(snapshot: ReportSnapshot) -> None:
    document = composed(snapshot)
    table = table_of(document, 1)
    total = table.rows[-1]
    assert total.kind is RowKind.TOTAL
    for place in range(4, len(table.columns)):
        sums = [0, 0]
        for row in table.rows[:-1]:
            for at, one in enumerate(NUMBER.findall(row.cells[place])[:2]):
                sums[at] += int(one.replace(".", ""))
        shown = [int(one.replace(".", "")) for one in NUMBER.findall(total.cells[place])[:2]]
        assert shown == sums
        counts = "/".join(NUMBER.findall(total.cells[place])[:2])
        assert any(counts in sentence for sentence in told(document))


@given(SNAPSHOTS)
@settings(max_examples=40, deadline=None)
def test_rises_and_falls_are_the_differences_of_the_exact_shares(snapshot: ReportSnapshot) -> None:
    document = composed(snapshot)
    table = table_of(document, 0)
    heads = [one.heading for one in table.columns]
    compared = [one for one in heads if one.startswith("Tăng, giảm")]
    assert compared or not any(one.previous for one in snapshot.indicators)
    for one, row in zip(snapshot.indicators, table.rows, strict=True):
        shown = row.cells[9] if compared else ""
        if one.previous is None:
            assert shown == ""
            continue
        now, before = one.total, one.previous
        exact = Fraction(now.numerator or 0, now.denominator or 1) * 100
        exact -= Fraction(before.numerator or 0, before.denominator or 1) * 100
        printed = Fraction(shown.replace(".", "").replace(",", ".").lstrip("+"))
        assert abs(printed - exact) <= Fraction(1, 2 * 10**one.decimals)
        assert shown.startswith("+") == (exact > 0)


def test_the_year_beside_the_last_says_the_same_as_the_annex() -> None:
    one = indicator("TKNH", "Chỉ tiêu", Part(90, 120), previous=Part(60, 100))
    document = composed(office(indicators=(one,), period_code="2026", verdicts=(), criteria=None))
    beside = next(block for block in document.blocks if isinstance(block, Table))
    annex = table_of(document, 0).rows[0].cells
    assert beside.rows[0].cells[-2:] == (annex[10], annex[9])
