"""The words of the commands about the superior's workbooks; it runs nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from digicommune.cli.wording import Parser


def add_superior(command: Callable[[str, str], Parser]) -> None:
    """Adds them; ``command`` makes one of the group ``superior``."""
    add = command("add", "ghi một biểu của cấp trên và ô nào nhận số nào")
    add.add_argument("file", type=Path, metavar="TỆP.xlsx")
    add.add_argument("--name", required=True, metavar="TÊN")
    add.add_argument(
        "--map", required=True, type=Path, metavar="TỆP.toml", help="xem docs/packs.md"
    )
    command("list", "liệt kê các biểu của cấp trên")
    fill = command("fill", "điền biểu của cấp trên bằng số liệu của kỳ")
    fill.add_argument("name", metavar="TÊN")
    fill.add_argument("--period", required=True, metavar="KỲ")
    fill.add_argument("--out", required=True, type=Path, metavar="TỆP.xlsx")
    fill.add_argument(
        "--from", dest="source", type=Path, metavar="TỆP.xlsx", help="bản mới của biểu, cùng mẫu"
    )
