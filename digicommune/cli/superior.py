"""Commands about the superior's workbooks: superior add, list, fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.cli.answers import SOME_ROWS_OPEN, Answer
from digicommune.cli.opened import opened
from digicommune.operations import superior_books, superior_filling
from digicommune.operations.reports import check_place

if TYPE_CHECKING:
    import argparse


def add(arguments: argparse.Namespace) -> Answer:
    """Keeps a workbook with its map."""
    shown = superior_books.map_from(arguments.map)
    with opened(arguments) as store:
        book = superior_books.save(store, arguments.file, arguments.name, shown)
    data = {"id": book.book_id, "name": book.name, "file": book.file, "sha256": book.sha256}
    return Answer([f"Đã ghi biểu “{book.name}” ({book.file})."], data)


def books(arguments: argparse.Namespace) -> Answer:
    """The workbooks the office knows, and when each was last filled."""
    with opened(arguments) as store:
        found = [
            (one, superior_books.fills(store, one.book_id)) for one in superior_books.books(store)
        ]
    data = [
        {
            "name": one.name,
            "file": one.file,
            "sha256": one.sha256,
            "fills": [
                {
                    "period": each.period,
                    "sha256": each.result_sha256,
                    "who": each.who,
                    "at": each.at,
                }
                for each in fills
            ],
        }
        for one, fills in found
    ]
    lines = [f"{one.name} — {one.file}, đã điền {len(fills)} lần" for one, fills in found]
    return Answer(lines or ["Chưa có biểu nào của cấp trên."], {"books": data})


def fill(arguments: argparse.Namespace) -> Answer:
    """Fills a workbook of a period; status 3 where something was left empty."""
    check_place(arguments.out)
    with opened(arguments) as store:
        done = superior_filling.fill(
            store, arguments.name, arguments.period, arguments.out, arguments.source
        )
    lines = [f"Đã điền {len(done.cells)} ô: {done.path}"]
    for said, left in (
        ("Chưa có số liệu, để nguyên", done.empty),
        ("Không phải thôn của kỳ", done.unknown_rows),
        ("Thôn không có dòng trong biểu", done.missing_rows),
    ):
        lines += [f"{said}: {', '.join(left)}"] if left else []
    data = {
        "file": str(done.path),
        "sha256": done.sha256,
        "cells": [{"sheet": c.sheet, "cell": c.cell, "value": c.text} for c in done.cells],
        "empty": done.empty,
        "unknown_rows": done.unknown_rows,
        "missing_villages": done.missing_rows,
    }
    whole = not (done.empty or done.unknown_rows or done.missing_rows)
    return Answer(lines, data, 0 if whole else SOME_ROWS_OPEN)
