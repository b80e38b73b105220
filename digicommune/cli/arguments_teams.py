"""The words of the commands about digital teams; it runs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from digicommune.cli.wording import Parser


def add_teams(command: Callable[[str, str], Parser]) -> None:
    """Adds them; ``command`` makes one of the group ``teams``."""
    command("list", "liệt kê các tổ công nghệ số cộng đồng")
    message = command("message", "tin tổng hợp của kỳ để gửi vào nhóm Zalo")
    message.add_argument("--period", required=True, metavar="KỲ")
