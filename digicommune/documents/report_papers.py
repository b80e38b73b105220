"""The annex of papers issued within the period: of the register, and what an officer adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.documents.description import Align, Block, Column, Row, Table

if TYPE_CHECKING:
    from digicommune.documents.telling import Telling

PAPERS = "papers"  # the section an officer types papers into: "số; ngày; trích yếu" a line


def listed_papers(telling: Telling) -> tuple[tuple[str, str, str], ...]:
    """Number, day and subject of each paper: the register's by day, then those typed."""
    issued = sorted(telling.snapshot.issued, key=lambda one: (one.dated, one.number))
    known = tuple((one.number, f"{one.dated:%d/%m/%Y}", one.title) for one in issued)
    lines = telling.snapshot.sections.get(PAPERS, "").splitlines()
    return known + tuple(_typed(line) for line in lines if line.strip())


def _typed(line: str) -> tuple[str, str, str]:
    """ "45/KH-UBND; 05/3/2026; Kế hoạch …"; a line without all three is a subject alone."""
    parts = [part.strip() for part in line.strip().lstrip("-+•").split(";", 2)]
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 else ("", "", "; ".join(parts))


def papers_annex(telling: Telling) -> tuple[Block, ...]:
    """One row a paper."""
    columns = (
        Column("TT", Align.CENTER, 0.4),
        Column("Số, ký hiệu", Align.LEFT, 1.4),
        Column("Ngày ban hành", Align.CENTER, 1.0),
        Column("Trích yếu nội dung", Align.LEFT, 6.0),
    )
    rows = tuple(Row((str(at), *one)) for at, one in enumerate(listed_papers(telling), start=1))
    return (Table(columns, rows),)
