"""The register of issued papers with their bytes, and checks of drafts; nothing leaves it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import func, select

from digicommune.db import schema
from digicommune.db.books.after_issue import AfterIssueBook
from digicommune.db.desk import Desk
from digicommune.domain.issued import DraftCheck, IssuedPaper, series_of

_BESIDE = {"electronic", "withdrawn"}  # kept in tables of their own
_FIELDS = tuple(one.name for one in fields(IssuedPaper) if one.name not in _BESIDE)
# Papers without a number yet, each by its own line: no other paper is ever counted with them.
_WAITING = ""


class IssuedBook:
    """Issued papers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._after = AfterIssueBook(desk)

    def add(self, paper: IssuedPaper, pdf: bytes) -> IssuedPaper:
        """Enters a paper with the bytes issued; the one it replaces is marked so."""
        entered = replace(
            paper,
            issue_id=self._desk.ids("issued_papers", 1)[0],
            who=paper.who or self._desk.actor.who,
            issued_at=paper.issued_at or self._desk.now,
        )
        values = {name: getattr(entered, name) for name in _FIELDS}
        if entered.number is None:
            values |= {"series": _WAITING, "number": entered.issue_id}
        self._desk.add(schema.issued_papers, {**values, "pdf": pdf})
        if entered.electronic:
            self._after.mark_electronic(entered.issue_id)
        if paper.replaces is not None:
            key = {"issue_id": paper.replaces}
            self._desk.edit(schema.issued_papers, key, {"state": "replaced"}, None)
        return entered

    def all(self, year: int | None = None) -> tuple[IssuedPaper, ...]:
        """Every paper of a year, or all, newest first; without their bytes."""
        table = schema.issued_papers
        rules = () if year is None else (table.c.year == year,)
        query = self._columns(*rules).order_by(table.c.issue_id.desc())
        return self._papers(self._desk.all(query))

    def get(self, issue_id: int) -> IssuedPaper | None:
        """One paper."""
        return self._one(schema.issued_papers.c.issue_id == issue_id)

    def give_number(self, paper: IssuedPaper) -> None:
        """An electronic paper has the number and day its office system gave; its bytes stay."""
        values = {"series": paper.series, "number": paper.number, "issued_on": paper.issued_on}
        self._desk.edit(schema.issued_papers, {"issue_id": paper.issue_id}, values, None)
        self._after.mark_numbered(paper.issue_id)

    def numbered(self, series: str | None, year: int, number: int) -> IssuedPaper | None:
        """The paper of a series, or of any (None), that has a number."""
        return self._one(*_within(series, year), schema.issued_papers.c.number == number)

    def coded(self, code: str) -> IssuedPaper | None:
        """The paper that carries a check code."""
        return self._one(schema.issued_papers.c.check_code == code)

    def of_document(self, document_id: int) -> IssuedPaper | None:
        """What was issued of a document made."""
        return self._one(schema.issued_papers.c.document_id == document_id)

    def last_number(self, series: str | None, year: int) -> int:
        """The highest number given in a series, or in any (None), and year; 0 before the first."""
        table = schema.issued_papers
        query = select(func.max(table.c.number)).where(
            self._desk.mine(table), *_within(series, year)
        )
        return int(self._desk.value(query) or 0)

    def pdf(self, issue_id: int) -> bytes:
        """The bytes of a paper as they were issued."""
        table = schema.issued_papers
        query = select(table.c.pdf).where(self._desk.mine(table), table.c.issue_id == issue_id)
        return bytes(self._desk.value(query) or b"")

    def spoilt(self) -> tuple[int, tuple[IssuedPaper, ...]]:
        """How many papers there are, and those whose bytes, or a part's, are not as issued."""
        every, parts = self.all(), self._after.spoilt_parts()
        wrong = tuple(
            one
            for one in every
            if one.issue_id in parts
            or hashlib.sha256(self.pdf(one.issue_id)).hexdigest() != one.pdf_sha256
        )
        return len(every), wrong

    def _one(self, *rules: Any) -> IssuedPaper | None:
        row = self._desk.first(self._columns(*rules))
        return None if row is None else self._papers([row], row.issue_id)[0]

    def _papers(self, rows: Sequence[Any], only: int | None = None) -> tuple[IssuedPaper, ...]:
        """Rows with what became of them since."""
        electronic = self._after.electronic(only)
        withdrawn = {one.issue_id: one for one in self._after.withdrawals(only)}
        return tuple(
            replace(
                _paper(row),
                electronic=row.issue_id in electronic,
                withdrawn=withdrawn.get(row.issue_id),
            )
            for row in rows
        )

    def _columns(self, *rules: Any) -> Any:
        table = schema.issued_papers
        columns = [table.c[name] for name in _FIELDS]
        return select(*columns).where(self._desk.mine(table), *rules)


class CheckBook:
    """Who looked which draft through."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, check: DraftCheck) -> None:
        """Keeps that a draft was looked through, now, by whoever works here."""
        self._desk.add(
            schema.document_checks,
            {
                "check_id": self._desk.ids("document_checks", 1)[0],
                "document_id": check.document_id,
                "snapshot_sha256": check.snapshot_sha256,
                "note": check.note,
                "who": check.who or self._desk.actor.who,
                "at": check.at or self._desk.now,
            },
        )

    def of(self, document_id: int) -> tuple[DraftCheck, ...]:
        """The checks of a draft, newest first."""
        table = schema.document_checks
        query = self._desk.rows_of(table, table.c.document_id == document_id)
        rows = self._desk.all(query.order_by(table.c.check_id.desc()))
        return tuple(
            DraftCheck(*(getattr(row, one.name) for one in fields(DraftCheck))) for row in rows
        )


def _within(series: str | None, year: int) -> list[Any]:
    table = schema.issued_papers
    rules = [table.c.year == year, table.c.series != _WAITING]
    return rules if series is None else [*rules, table.c.series == series]


def _paper(row: Any) -> IssuedPaper:
    paper = IssuedPaper(**{name: getattr(row, name) for name in _FIELDS})
    if paper.series != _WAITING:
        return paper
    return replace(paper, series=series_of(paper.symbol), number=None)
