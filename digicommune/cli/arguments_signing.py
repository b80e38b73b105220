"""The words of the commands about signed papers, and their help; it runs nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digicommune.cli.wording import Parser

Make = Callable[[str, str], "Parser"]


def add_signing(make: Make) -> None:
    """``issued attach|copies|copy|fields|sign|signing``; ``make`` makes a command of the group."""
    _copies(make)
    _sign(make)
    ways = make("signing", "xem hoặc đổi cách ký số của văn phòng")
    ways.add_argument("switch", nargs="?", choices=("on", "off"), metavar="on|off")
    roots = ways.add_mutually_exclusive_group()
    roots.add_argument("--trust", metavar="THƯ_MỤC", help="thư mục chứng thư gốc văn phòng tin")
    roots.add_argument("--no-trust", action="store_true", help="không kiểm chuỗi chứng thư")
    size = ways.add_mutually_exclusive_group()
    size.add_argument("--seal", type=int, metavar="MM", help="đường kính thật của con dấu")
    size.add_argument(
        "--seal-of-image", action="store_true", help="cỡ con dấu theo độ phân giải của hình"
    )


def _copies(make: Make) -> None:
    attach = make("attach", "nhận bản đã ký của một văn bản đã phát hành")
    _paper(attach)
    attach.add_argument("file", type=Path, metavar="TỆP.pdf")
    _paper(make("copies", "các bản đã ký của một văn bản, và chữ ký nói gì"))
    copy = make("copy", "ghi một bản đã ký ra tệp, đúng từng byte")
    copy.add_argument("copy_id", type=int, metavar="THỨ_TỰ_BẢN", help="xem issued copies")
    copy.add_argument("--out", required=True, type=Path, metavar="TỆP.pdf")
    fields = make("fields", "ghi bản phát hành kèm hai ô ký trống (chưa rõ phần mềm VGCA nhận)")
    _paper(fields)
    fields.add_argument("--out", required=True, type=Path, metavar="TỆP.pdf")


def _sign(make: Make) -> None:
    sign = make("sign", "ký một văn bản ngay trong chương trình (khi văn phòng đã bật)")
    _paper(sign)
    sign.add_argument("--out", required=True, type=Path, metavar="TỆP.pdf")
    sign.add_argument(
        "--as",
        dest="role",
        choices=("person", "office"),
        default="person",
        metavar="person|office",
        help="person: người có thẩm quyền (ký trước); office: cơ quan",
    )
    sign.add_argument("--alone", action="store_true", help="cơ quan ký khi chưa có người ký")
    sign.add_argument("--place", type=int, default=0, metavar="SỐ", help="chỗ ký thứ mấy từ trái")
    sign.add_argument("--image", type=Path, metavar="TỆP.png", help="hình chữ ký hoặc con dấu")
    key = sign.add_mutually_exclusive_group(required=True)
    key.add_argument("--pkcs12", type=Path, metavar="TỆP.p12", help="tệp khóa")
    key.add_argument("--token", type=Path, metavar="THƯ_VIỆN", help="thư viện PKCS#11 của thiết bị")
    sign.add_argument("--password", metavar="MẬT_KHẨU", help="bỏ trống: chương trình sẽ hỏi")
    sign.add_argument("--pin", metavar="PIN", help="bỏ trống: chương trình sẽ hỏi")
    sign.add_argument("--token-label", default="", metavar="TÊN_THIẾT_BỊ")
    sign.add_argument("--certificate", default="", metavar="TÊN_CHỨNG_THƯ")


def _paper(command: Parser) -> None:
    command.add_argument("id", type=int, metavar="THỨ_TỰ", help="xem issued list")
