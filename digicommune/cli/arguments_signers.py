"""The words of the commands about the office's signers; it runs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from digicommune.cli.wording import Parser


def add_signers(command: Callable[[str, str], Parser]) -> None:
    """Adds them; ``command`` makes one of the group ``signers``."""
    command("list", "các thể thức ký và họ tên người ký")
    named = command("name", "ghi họ tên người ký của một vai trò")
    named.add_argument("role", metavar="VAI_TRÒ", help="xem signers list")
    named.add_argument("name", metavar="HỌ_TÊN", help="để trống “” thì chừa chỗ ký ghi tay")
    add = command("add", "thêm một thể thức ký của riêng văn phòng")
    add.add_argument("--title", required=True, metavar="TÊN_GỌI")
    add.add_argument(
        "--capacity", required=True, action="append", metavar="DÒNG", help="mỗi dòng một lần"
    )
    add.add_argument("--name", default="", metavar="HỌ_TÊN")
    add.add_argument("--office", default="", metavar="CHỨC_VỤ", help="dòng ngay trên họ tên")
    remove = command("remove", "bỏ một thể thức ký do văn phòng thêm")
    remove.add_argument("role", metavar="VAI_TRÒ")
