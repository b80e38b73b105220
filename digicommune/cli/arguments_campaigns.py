"""The words of the commands about bank campaigns; it runs nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from digicommune.cli.wording import Parser

Make = Callable[[str, str], "Parser"]
Day = Callable[[str], "date"]


def add_campaigns(make: Make, day: Day) -> None:
    """``campaign list``, ``show``, ``add`` …; ``make`` makes a command of the group."""
    make("list", "liệt kê chiến dịch và kết quả")
    show = make("show", "một chiến dịch: bảng so ngân hàng, theo thôn, các buổi")
    show.add_argument("code", metavar="MÃ")
    show.add_argument("--period", metavar="KỲ", help="chỉ tính đến hết kỳ này")
    _add(make("add", "lập một chiến dịch"), day)
    _session(make("session", "thêm một buổi tại thôn"), day)
    told = make("told", "ghi số người ngân hàng báo của một buổi")
    told.add_argument("code", metavar="MÃ")
    told.add_argument("--session", required=True, type=int, metavar="SỐ")
    told.add_argument("--bank", required=True, metavar="BIN_HOẶC_TÊN")
    _many(told, "--count", "LÝ_DO=SỐ", "ví dụ giay-to=3, nhiều lần được")
    _papers(make, day)


def _many(command: Parser, word: str, metavar: str, told: str) -> None:
    command.add_argument(word, action="append", default=[], metavar=metavar, help=told)


def _add(add: Parser, day: Day) -> None:
    add.add_argument("code", metavar="MÃ")
    add.add_argument("--name", required=True, metavar="TÊN")
    add.add_argument("--from", dest="start", required=True, type=day, metavar="NGÀY")
    add.add_argument("--to", dest="end", required=True, type=day, metavar="NGÀY")
    _many(add, "--bank", "BIN_HOẶC_TÊN", "nhiều lần được")
    _many(add, "--target", "THÔN=SỐ", "chỉ tiêu tài khoản của một thôn, nhiều lần được")


def _session(session: Parser, day: Day) -> None:
    session.add_argument("code", metavar="MÃ")
    session.add_argument("--village", required=True, metavar="THÔN")
    session.add_argument("--date", required=True, type=day, metavar="NGÀY")
    session.add_argument("--hour", default="", metavar="GIỜ", help="8:00 hoặc 14 giờ 30")
    session.add_argument("--place", default="Nhà văn hóa thôn", metavar="NƠI")
    session.add_argument("--bank", metavar="BIN_HOẶC_TÊN")
    session.add_argument("--officers", default="", metavar="HỌ_TÊN", help="cán bộ ngân hàng")
    session.add_argument("--contact", default="", metavar="HỌ_TÊN", help="đầu mối của thôn")
    session.add_argument("--expected", type=int, metavar="SỐ", help="số người dự kiến")
    session.add_argument("--attendance", type=int, metavar="SỐ", help="số người đến")


def _papers(make: Make, day: Day) -> None:
    letters = make("letters", "in giấy mời: viết một đợt mới, hoặc in tiếp một đợt đã viết")
    letters.add_argument("code", metavar="MÃ")
    letters.add_argument("--out", required=True, type=Path, metavar="TỆP.pdf")
    letters.add_argument(
        "--for",
        dest="source",
        choices=("villages", "households"),
        default="villages",
        help="mỗi thôn một thư, hoặc mỗi hộ còn người chưa có tài khoản",
    )
    letters.add_argument(
        "--session", action="append", type=int, default=[], metavar="SỐ", help="nhiều lần được"
    )
    _many(letters, "--to", "TÊN", "người được mời, nhiều lần được; thay cho --for")
    letters.add_argument("--batch", type=int, metavar="SỐ", help="in tiếp đợt này")
    letters.add_argument("--first", type=int, default=0, metavar="SỐ", help="từ thư số mấy")
    letters.add_argument("--number", metavar="SỐ")
    letters.add_argument("--date", type=day, metavar="NGÀY")
    letters.add_argument("--signer", default="chairman", metavar="VAI_TRÒ")
    printed = make("printed", "ghi đã in xong đến thư số mấy của một đợt")
    printed.add_argument("batch", type=int, metavar="ĐỢT")
    printed.add_argument("upto", type=int, metavar="SỐ")
    back = make("bank-file", "tệp trả lại ngân hàng: chỉ các dòng của chính ngân hàng đó")
    back.add_argument("code", metavar="MÃ")
    back.add_argument("--bank", required=True, metavar="BIN_HOẶC_TÊN")
    back.add_argument("--out", required=True, type=Path, metavar="TỆP.xlsx")
    text = make("text", "kết quả thành tin ngắn để gửi vào nhóm Zalo")
    text.add_argument("code", metavar="MÃ")
    text.add_argument("--period", metavar="KỲ")
