"""Command that measures printed papers: paper check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.cli.answers import DONE, SOME_ROWS_OPEN, Answer
from digicommune.operations import paper_check

if TYPE_CHECKING:
    import argparse

    from digicommune.domain.paper_faults import ArchiveReport


def check(arguments: argparse.Namespace) -> Answer:
    """Every departure of every file; exit status 3 where there is one.

    What a file lacks for an archive is told after them and changes no status.
    """
    lines: list[str] = []
    files = []
    for path in arguments.file:
        found = paper_check.check(path)
        told = [f"{path}: trang {one.page}: {one.said} [{one.code}]" for one in found.faults]
        lines += told or [f"{path}: đúng thể thức Nghị định 30 ({found.pages} trang)."]
        lines += _archived(found.archive)
        files.append(
            {
                "file": str(path),
                "pages": found.pages,
                "faults": found.faults,
                "archive": found.archive,
            }
        )
    status = SOME_ROWS_OPEN if any(one["faults"] for one in files) else DONE
    return Answer(lines, {"files": files}, status)


def _archived(found: ArchiveReport) -> list[str]:
    kind = f"PDF/A-{found.claims}" if found.claims else "PDF/A-2b"
    if not found.lacks:
        return [f"  Lưu trữ: tệp ghi {kind}; không thấy thiếu gì trong những điểm đã xem."]
    return [f"  Lưu trữ ({kind}): {one.said} [{one.code}]" for one in found.lacks]
