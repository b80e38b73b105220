"""The words about the text of papers: report --sections and --form, documents sections."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from digicommune.cli.days import day

if TYPE_CHECKING:
    from collections.abc import Callable

    from digicommune.cli.wording import Parser

FORMS = ("short", "full")


def add_to_report(report: Parser) -> None:
    """What ``report`` takes beside the kind and the period."""
    report.add_argument(
        "--sections", type=Path, metavar="TỆP.toml", help="lời văn từng mục, được giữ lại cho kỳ"
    )
    report.add_argument(
        "--to", action="append", default=[], metavar="NƠI_NHẬN", help="nơi nhận của công văn"
    )
    report.add_argument("--deadline", type=day, metavar="NGÀY", help="thời hạn của công văn")
    report.add_argument(
        "--form",
        choices=FORMS,
        metavar="BẢN",
        help="short: bản rút gọn; full: bản đầy đủ; bỏ trống: theo kỳ báo cáo",
    )


def add_sections(command: Callable[[str, str], Parser]) -> None:
    """``documents sections``; ``command`` makes one of the group ``documents``."""
    made = command("sections", "xem, xuất lời văn từng mục của một văn bản để sửa")
    made.add_argument("kind", metavar="LOẠI", help="mã loại, xem documents list")
    made.add_argument("--period", required=True, metavar="KỲ")
    made.add_argument("--form", choices=FORMS, metavar="BẢN")
    made.add_argument("--campaign", metavar="MÃ", help="chiến dịch của báo cáo, kế hoạch")
    made.add_argument("--out", type=Path, metavar="TỆP.toml", help="ghi lời văn ra tệp để sửa")
