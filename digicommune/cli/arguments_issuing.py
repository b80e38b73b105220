"""The words of the commands that issue papers and look into the register; it runs nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from digicommune.cli.arguments_sections import add_to_report
from digicommune.cli.arguments_signing import add_signing

if TYPE_CHECKING:
    from datetime import date

    from digicommune.cli.wording import Parser

STATES = ("waiting", "issued", "replaced", "withdrawn")

Make = Callable[[str, str], "Parser"]
Day = Callable[[str], "date"]


def add_issue(make: Make, day: Day) -> None:
    """``issue`` and ``reprint``; ``make`` makes a command of its own."""
    issue = make("issue", "lập, cấp số, đóng dấu mã kiểm tra và lưu nguyên một văn bản")
    issue.add_argument("kind", metavar="LOẠI", help="mã loại, xem documents list")
    issue.add_argument("--period", required=True, metavar="KỲ")
    issue.add_argument("--out", required=True, type=Path, metavar="TỆP.pdf")
    issue.add_argument("--docx", type=Path, metavar="TỆP.docx", help="ghi thêm tệp Word")
    issue.add_argument("--xlsx", type=Path, metavar="TỆP.xlsx", help="ghi thêm tệp Excel")
    issue.add_argument("--date", type=day, metavar="NGÀY", help="ngày ban hành; bỏ trống: hôm nay")
    issue.add_argument("--number", type=int, metavar="SỐ", help="bỏ trống: số tiếp theo của dãy")
    _add_electronic(issue)
    issue.add_argument("--signer", metavar="VAI_TRÒ", help="bỏ trống: Chủ tịch")
    issue.add_argument("--set", dest="criteria_set", metavar="MÃ", help="bộ tiêu chí dùng")
    issue.add_argument("--village", metavar="THÔN", help="thôn của giấy tờ trong hồ sơ công nhận")
    issue.add_argument("--campaign", metavar="MÃ", help="chiến dịch của báo cáo, kế hoạch")
    issue.add_argument("--indicator", metavar="MÃ", help="như report; danh sách không cấp số")
    issue.add_argument(
        "--replaces", type=int, metavar="THỨ_TỰ", help="văn bản đã phát hành mà bản này thay thế"
    )
    issue.add_argument(
        "--corrects", type=int, metavar="THỨ_TỰ", help="văn bản mà công văn này đính chính"
    )
    add_to_report(issue)
    again = make("reprint", "in lại văn bản đã phát hành, đúng từng byte")
    again.add_argument("id", type=int, metavar="THỨ_TỰ", help="xem issued list")
    again.add_argument("--out", required=True, type=Path, metavar="TỆP.pdf")
    again.add_argument(
        "--annexes", type=Path, metavar="THƯ_MỤC", help="ghi thêm từng phụ lục thành một tệp"
    )


def _add_electronic(issue: Parser) -> None:
    issue.add_argument(
        "--electronic",
        action="store_true",
        help="để trống số, ngày cho phần mềm quản lý văn bản; ghi số sau bằng issued number",
    )
    issue.add_argument(
        "--annexes",
        type=Path,
        metavar="THƯ_MỤC",
        help="ghi văn bản chính và từng phụ lục thành các tệp PDF riêng",
    )


def add_paper(make: Make) -> None:
    """``paper check``; ``make`` makes a command of the group."""
    check = make("check", "đo tệp PDF theo Phụ lục I Nghị định 30/2020/NĐ-CP")
    check.add_argument("file", nargs="+", type=Path, metavar="TỆP.pdf")


def add_register(make: Make) -> None:
    """``issued list``, ``verify``, ``numbering``; ``make`` makes a command of the group."""
    listed = make("list", "sổ văn bản đã phát hành")
    listed.add_argument("--year", type=int, metavar="NĂM")
    listed.add_argument(
        "--state", choices=STATES, metavar="TÌNH_TRẠNG", help=f"chỉ những bản {', '.join(STATES)}"
    )
    book = make("book", "in sổ đăng ký văn bản đi của một năm")
    book.add_argument("--year", type=int, metavar="NĂM", help="bỏ trống: năm nay")
    book.add_argument("--out", required=True, type=Path, metavar="TỆP.pdf")
    book.add_argument("--docx", type=Path, metavar="TỆP.docx", help="ghi thêm tệp Word")
    book.add_argument("--xlsx", type=Path, metavar="TỆP.xlsx", help="ghi thêm tệp Excel")
    verify = make("verify", "tra mã kiểm tra ở chân trang, hoặc so một tệp PDF với bản lưu")
    verify.add_argument("told", metavar="MÃ_HOẶC_TỆP")
    numbering = make("numbering", "xem hoặc đổi cách đánh số văn bản của văn phòng")
    numbering.add_argument(
        "numbering", nargs="?", metavar="CÁCH", help="per_type: mỗi loại một dãy; common: một dãy"
    )
    printed = make("code", "in hay không in mã kiểm tra ở chân trang")
    printed.add_argument("printed", choices=("on", "off"), metavar="on|off")
    add_signing(make)


def add_later(make: Make, day: Day) -> None:
    """``issued number``, ``withdraw``; ``make`` makes a command of the group."""
    number = make("number", "ghi số, ngày mà phần mềm văn bản cấp cho văn bản điện tử")
    number.add_argument("id", type=int, metavar="THỨ_TỰ", help="xem issued list")
    number.add_argument("--number", required=True, type=int, metavar="SỐ")
    number.add_argument("--date", required=True, type=day, metavar="NGÀY")
    number.add_argument("--reason", default="", metavar="LÝ_DO", help="khi sửa số đã ghi")
    gone = make("withdraw", "ghi việc thu hồi văn bản; số đã cấp không dùng lại")
    gone.add_argument("id", type=int, metavar="THỨ_TỰ", help="xem issued list")
    gone.add_argument("--reason", required=True, metavar="LÝ_DO")
    gone.add_argument(
        "--by", default="", metavar="THỨ_TỰ|CHỮ", help="văn bản thu hồi: thứ tự trong sổ, hoặc chữ"
    )
    gone.add_argument("--date", type=day, metavar="NGÀY", help="ngày thu hồi; bỏ trống: hôm nay")
    gone.add_argument(
        "--take-back", action="store_true", help="ghi nhầm: bỏ việc thu hồi, nêu lý do"
    )
