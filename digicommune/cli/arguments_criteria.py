"""The words of the commands on criteria sets as files, and their help; it runs nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable


def pack_commands(add: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """Adds criteria import, export and group; ``add`` makes a command of a name and its help."""
    load = add("import", "đưa một tệp bộ tiêu chí vào văn phòng, nói rõ khác bộ cũ chỗ nào")
    load.add_argument("file", type=Path, metavar="TỆP.toml")
    load.add_argument("--dry-run", action="store_true", help="chỉ xem trước, không ghi")
    save = add("export", "ghi một bộ tiêu chí ra tệp")
    save.add_argument("code", metavar="MÃ")
    save.add_argument("--out", required=True, type=Path, metavar="TỆP.toml")
    group = add("group", "nhóm xã, quyết định ngưỡng nào được dùng; không ghi: xem nhóm")
    group.add_argument("group", nargs="?", metavar="NHÓM")
    group.add_argument("--village", metavar="THÔN", help="riêng cho một thôn")
    group.add_argument("--clear", action="store_true", help="bỏ nhóm, dùng ngưỡng chung")
