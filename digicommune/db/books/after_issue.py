"""What became of issued papers: electronic, in parts, withdrawn, corrected; no paper is changed."""

from __future__ import annotations

import hashlib
from typing import Any

from sqlalchemy import select

from digicommune.db import schema
from digicommune.db.desk import Desk
from digicommune.domain.issued import PaperPart, Withdrawal


class AfterIssueBook:
    """All of it stays: a withdrawal taken back is kept beside the reason it was."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # --- electronic papers

    def mark_electronic(self, issue_id: int) -> None:
        """The paper was issued with blanks for number and day."""
        values = {"issue_id": issue_id, "given_by": None, "given_at": None}
        self._desk.add(schema.electronic_papers, values)

    def mark_numbered(self, issue_id: int) -> None:
        """Its number was entered now, by whoever works here."""
        given = {"given_by": self._desk.actor.who, "given_at": self._desk.now}
        self._desk.edit(schema.electronic_papers, {"issue_id": issue_id}, given, None)

    def electronic(self, only: int | None = None) -> set[int]:
        """The papers issued so, or the one asked for if it was."""
        table = schema.electronic_papers
        rules = () if only is None else (table.c.issue_id == only,)
        query = select(table.c.issue_id).where(self._desk.mine(table), *rules)
        return {row.issue_id for row in self._desk.all(query)}

    # --- parts

    def add_parts(self, issue_id: int, parts: tuple[PaperPart, ...]) -> None:
        """The main text and the annexes, each as a file of its own."""
        rows = [
            {
                "issue_id": issue_id,
                "place": place,
                "title": one.title,
                "pdf_sha256": hashlib.sha256(one.pdf).hexdigest(),
                "pdf": one.pdf,
            }
            for place, one in enumerate(parts)
        ]
        self._desk.add_some(schema.paper_parts, rows)

    def parts(self, issue_id: int) -> tuple[PaperPart, ...]:
        """The parts as they were issued, the main text first; none where none were kept."""
        table = schema.paper_parts
        query = self._desk.rows_of(table, table.c.issue_id == issue_id).order_by(table.c.place)
        return tuple(_part(row) for row in self._desk.all(query))

    def paper_of_part(self, pdf_sha256: str) -> int | None:
        """The paper a file is a part of."""
        table = schema.paper_parts
        query = select(table.c.issue_id).where(
            self._desk.mine(table), table.c.pdf_sha256 == pdf_sha256
        )
        found = self._desk.value(query)
        return None if found is None else int(found)

    def spoilt_parts(self) -> set[int]:
        """The papers of which a part is not as it was issued."""
        table = schema.paper_parts
        query = select(table.c.issue_id).where(self._desk.mine(table)).distinct()
        papers = [row.issue_id for row in self._desk.all(query)]
        return {one for one in papers if not all(part.whole for part in self.parts(one))}

    # --- withdrawals

    def withdraw(self, withdrawal: Withdrawal) -> None:
        """A paper is withdrawn from now on."""
        self._desk.add(
            schema.withdrawals,
            {
                "withdrawal_id": self._desk.ids("withdrawals", 1)[0],
                "issue_id": withdrawal.issue_id,
                "reason": withdrawal.reason,
                "withdrawn_on": withdrawal.withdrawn_on,
                "by_issue": withdrawal.by_issue,
                "by_text": withdrawal.by_text,
                "who": withdrawal.who or self._desk.actor.who,
                "at": withdrawal.at or self._desk.now,
                "taken_back_at": None,
                "taken_back_why": None,
                "taken_back_who": None,
            },
        )

    def take_back(self, issue_id: int, why: str) -> None:
        """The withdrawal in force was a mistake; what it said is kept."""
        table = schema.withdrawals
        values = {
            "taken_back_at": self._desk.now,
            "taken_back_why": why,
            "taken_back_who": self._desk.actor.who,
            "updated_at": self._desk.now,
        }
        rules = (table.c.issue_id == issue_id, table.c.taken_back_at.is_(None))
        self._desk.run(table.update().where(self._desk.mine(table), *rules).values(values))

    def withdrawals(self, only: int | None = None) -> tuple[Withdrawal, ...]:
        """Those in force, of all papers or of one."""
        table = schema.withdrawals
        here = () if only is None else (table.c.issue_id == only,)
        rules = (table.c.taken_back_at.is_(None), *here)
        return tuple(
            Withdrawal(
                row.issue_id,
                row.reason,
                row.withdrawn_on,
                row.by_issue,
                row.by_text,
                row.who,
                row.at,
            )
            for row in self._desk.all(self._desk.rows_of(table, *rules))
        )

    # --- corrections by letter

    def correct(self, issue_id: int, corrects: int) -> None:
        """A letter just issued corrects a paper, which stays in force."""
        self._desk.add(schema.paper_corrections, {"issue_id": issue_id, "corrects": corrects})

    def corrections(self) -> tuple[tuple[int, int], ...]:
        """Letter and the paper it corrects, in the order they were issued."""
        table = schema.paper_corrections
        rows = self._desk.all(self._desk.rows_of(table).order_by(table.c.issue_id))
        return tuple((row.issue_id, row.corrects) for row in rows)


def _part(row: Any) -> PaperPart:
    return PaperPart(row.title, bytes(row.pdf), row.pdf_sha256)
