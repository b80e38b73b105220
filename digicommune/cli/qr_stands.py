"""The command that prints QR stands: qr stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.cli.answers import Answer
from digicommune.cli.opened import opened
from digicommune.cli.qr import village_of
from digicommune.domain.numbers import vi_int
from digicommune.operations import qr_stands, reports

if TYPE_CHECKING:
    import argparse


def stands(arguments: argparse.Namespace) -> Answer:
    """The stands of the shops whose codes are in order, as one PDF."""
    reports.check_place(arguments.out)
    with opened(arguments) as store:
        request = qr_stands.StandRequest(
            village_of(store, arguments.village), arguments.size, arguments.first
        )
        made = qr_stands.make(store, request)
    reports.write(made.document, arguments.out)
    lines = [f"Đã in {vi_int(made.stands)} biển QR: {arguments.out}"]
    if made.without_text:
        lines.append(f"Chưa có nội dung mã: {vi_int(len(made.without_text))} hộ.")
    if made.doubted:
        lines.append(f"Mã cần xem lại, không in: {', '.join(made.doubted)}")
    data = {
        "pdf": str(arguments.out),
        "stands": made.stands,
        "without_text": made.without_text,
        "doubted": made.doubted,
    }
    return Answer(lines, data)
