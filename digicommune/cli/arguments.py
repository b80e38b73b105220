"""The words of the command line and their help, in Vietnamese; it runs nothing."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from digicommune.cli.arguments_campaigns import add_campaigns
from digicommune.cli.arguments_criteria import pack_commands
from digicommune.cli.arguments_issuing import add_issue, add_later, add_paper, add_register
from digicommune.cli.arguments_proofs import add_proofs
from digicommune.cli.arguments_qr import add_qr
from digicommune.cli.arguments_recognitions import add_recognitions
from digicommune.cli.arguments_sections import add_sections, add_to_report
from digicommune.cli.arguments_signers import add_signers
from digicommune.cli.arguments_superior import add_superior
from digicommune.cli.arguments_teams import add_teams
from digicommune.cli.days import day
from digicommune.cli.wording import Parser

IMPORT_KINDS = ("residents", "merchants", "bank-accounts", "merchant-qr", "village-figures", "auto")

Commands = argparse._SubParsersAction  # noqa: SLF001 -- argparse gives it no public name


def parser() -> Parser:
    """The whole command line."""
    top = Parser(
        prog="digicommune",
        description="DigiCommune: chuyển đổi số và thôn thông minh cho UBND xã.",
        epilog="Không có lệnh nào: mở cửa sổ.",
    )
    top.add_argument(
        "--db", metavar="TỆP_HOẶC_URL", help="tệp dữ liệu của văn phòng, hoặc URL máy chủ"
    )
    top.add_argument("--lang", choices=("vi", "en"), default="vi", help="ngôn ngữ hiển thị")
    commands = top.add_subparsers(dest="command", metavar="LỆNH")
    for add in (_office, _villages, _intake, _figures, _teams, _campaigns, _criteria, _documents):
        add(commands)
    _signers(commands)
    _superior(commands)
    add_issue(partial(_command, commands), day)
    add_paper(partial(_command, _group(commands, "paper", "kiểm tra thể thức văn bản")))
    issued = partial(_command, _group(commands, "issued", "sổ văn bản đã phát hành"))
    add_register(issued)
    add_later(issued, day)
    _qr(commands)
    add_proofs(commands, _command, _group)
    add_recognitions(commands, _command, _group)
    return top


def _command(commands: Commands[Parser], name: str, words: str) -> Parser:
    made = commands.add_parser(name, help=words, description=words)
    made.add_argument(
        "--json", metavar="TỆP", help="ghi kết quả JSON vào tệp, hoặc “-” ra màn hình"
    )
    return made


def _group(commands: Commands[Parser], name: str, words: str) -> Commands[Parser]:
    return commands.add_parser(name, help=words, description=words).add_subparsers(
        dest="action", metavar="VIỆC", required=True
    )


def _office(commands: Commands[Parser]) -> None:
    demo = _command(commands, "demo", "lập văn phòng mẫu từ các tệp mẫu và in báo cáo")
    demo.add_argument("--dir", required=True, type=Path, metavar="THƯ_MỤC")
    demo.add_argument("--no-window", action="store_true", help="không mở cửa sổ sau khi lập")
    init = _command(commands, "init", "lập tệp dữ liệu mới cho một xã")
    init.add_argument("--commune", required=True, metavar="TÊN_XÃ")
    init.add_argument("--province", required=True, metavar="TÊN_TỈNH")
    init.add_argument("--chairman", metavar="HỌ_TÊN", help="họ và tên Chủ tịch UBND xã")
    init.add_argument("--pack", action="extend", nargs="+", default=[], type=Path, metavar="TỆP")
    _command(commands, "check", "kiểm tra tệp dữ liệu")
    backup = _command(commands, "backup", "sao lưu tệp dữ liệu, có kiểm tra, khi đang dùng")
    backup.add_argument("file", type=Path, metavar="TỆP")
    restore = _command(commands, "restore", "khôi phục một bản sao lưu thành tệp mới")
    restore.add_argument("file", type=Path, metavar="TỆP")
    restore.add_argument("--to", required=True, type=Path, metavar="TỆP_MỚI")
    restore.add_argument("--dry-run", action="store_true", help="chỉ xem trước, không ghi")


def _villages(commands: Commands[Parser]) -> None:
    actions = _group(commands, "villages", "danh sách thôn")
    load = _command(actions, "import", "nhập danh sách thôn từ Excel")
    load.add_argument("file", type=Path, metavar="TỆP")
    load.add_argument("--sheet")
    load.add_argument("--password")
    load.add_argument("--dry-run", action="store_true")
    _command(actions, "list", "liệt kê thôn và dân số")


def _intake(commands: Commands[Parser]) -> None:
    inspect = _command(commands, "inspect", "xem chương trình đọc được gì trong một tệp")
    _reading(inspect)
    inspect.add_argument("--as", dest="kind", choices=IMPORT_KINDS, default="auto", metavar="LOẠI")
    load = _command(commands, "import", "nhập một danh sách")
    _reading(load)
    load.add_argument("--as", dest="kind", choices=IMPORT_KINDS, required=True, metavar="LOẠI")
    load.add_argument("--campaign", metavar="MÃ")
    load.add_argument("--session", type=int, metavar="SỐ", help="buổi của chiến dịch")
    load.add_argument("--bank", metavar="BIN", help="ngân hàng của cả danh sách")
    load.add_argument("--period", metavar="KỲ", help="kỳ của số liệu thôn")
    load.add_argument("--sender", metavar="NƠI_GỬI", help="nơi gửi, để nhớ cách đọc danh sách")
    load.add_argument("--dry-run", action="store_true", help="chỉ đối chiếu, không ghi")
    load.add_argument(
        "--accept-known",
        action="store_true",
        help="nhận cả tệp không có gì mới và ghi lại lần nhập",
    )
    imports = _group(commands, "imports", "lịch sử nhập")
    _command(imports, "list", "liệt kê các lần nhập")
    show = _command(imports, "show", "xem từng dòng của một lần nhập: kết luận, trước và sau")
    show.add_argument("id", type=int, metavar="SỐ")
    verdicts = ("new", "known", "doubtful", "rejected")
    show.add_argument("--verdict", choices=verdicts, metavar="KẾT_LUẬN", help=", ".join(verdicts))
    undo = _command(imports, "undo", "hoàn tác một lần nhập; dòng đã sửa sau được giữ và nêu tên")
    undo.add_argument("id", type=int, metavar="SỐ")


def _reading(command: Parser) -> None:
    command.add_argument("file", type=Path, metavar="TỆP")
    command.add_argument("--sheet", metavar="TÊN", help="trang tính cần đọc")
    command.add_argument("--password", metavar="MẬT_KHẨU")


def _figures(commands: Commands[Parser]) -> None:
    actions = _group(commands, "figures", "số liệu của kỳ")
    put = _command(actions, "set", "ghi một số liệu gõ tay")
    put.add_argument("--period", required=True, metavar="KỲ")
    put.add_argument("--village", metavar="THÔN", help="bỏ trống: số của cả xã")
    put.add_argument("--indicator", required=True, metavar="MÃ")
    put.add_argument("--numerator", required=True, type=int, metavar="N")
    put.add_argument("--denominator", type=int, metavar="N")
    show = _command(actions, "show", "xem mọi số liệu của kỳ")
    show.add_argument("--period", required=True, metavar="KỲ")
    periods = _group(commands, "period", "khóa sổ và mở khóa kỳ báo cáo")
    lock = _command(periods, "lock", "khóa sổ một kỳ")
    lock.add_argument("period", metavar="KỲ")
    unlock = _command(periods, "unlock", "mở khóa một kỳ, ghi lý do")
    unlock.add_argument("period", metavar="KỲ")
    unlock.add_argument("--reason", required=True, metavar="LÝ_DO")
    trace = _command(commands, "trace", "các dòng đứng sau một số liệu")
    trace.add_argument("--period", required=True, metavar="KỲ")
    trace.add_argument("--indicator", required=True, metavar="MÃ")
    trace.add_argument("--village", metavar="THÔN")


def _signers(commands: Commands[Parser]) -> None:
    add_signers(partial(_command, _group(commands, "signers", "người ký và thể thức ký")))


def _teams(commands: Commands[Parser]) -> None:
    add_teams(partial(_command, _group(commands, "teams", "tổ công nghệ số cộng đồng")))


def _campaigns(commands: Commands[Parser]) -> None:
    actions = _group(commands, "campaign", "chiến dịch mở tài khoản với ngân hàng")
    add_campaigns(partial(_command, actions), day)


def _qr(commands: Commands[Parser]) -> None:
    add_qr(partial(_command, _group(commands, "qr", "mã VietQR")))


def _superior(commands: Commands[Parser]) -> None:
    add_superior(partial(_command, _group(commands, "superior", "biểu Excel của cấp trên")))


def _criteria(commands: Commands[Parser]) -> None:
    actions = _group(commands, "criteria", "bộ tiêu chí thôn thông minh")
    _command(actions, "list", "liệt kê các bộ tiêu chí")
    pack_commands(partial(_command, actions))
    evaluate = _command(commands, "evaluate", "đánh giá thôn theo bộ tiêu chí")
    evaluate.add_argument("--set", dest="criteria_set", required=True, metavar="MÃ")
    evaluate.add_argument("--period", required=True, metavar="KỲ")
    evaluate.add_argument("--village", metavar="THÔN")


def _documents(commands: Commands[Parser]) -> None:
    report = _command(commands, "report", "lập một văn bản và ghi ra PDF")
    report.add_argument("kind", metavar="LOẠI", help="mã loại, xem documents list")
    report.add_argument("--period", required=True, metavar="KỲ")
    report.add_argument("--out", required=True, type=Path, metavar="TỆP.pdf")
    report.add_argument("--docx", type=Path, metavar="TỆP.docx", help="ghi thêm tệp Word")
    report.add_argument("--xlsx", type=Path, metavar="TỆP.xlsx", help="ghi thêm tệp Excel")
    report.add_argument("--village", metavar="THÔN", help="thôn của danh sách đi từng nhà")
    report.add_argument("--campaign", metavar="MÃ", help="chiến dịch của báo cáo, kế hoạch")
    report.add_argument("--indicator", metavar="MÃ", help="chỉ tiêu người dân còn thiếu")
    report.add_argument("--number", metavar="SỐ")
    report.add_argument(
        "--date", type=day, metavar="NGÀY", help="năm-tháng-ngày hoặc ngày/tháng/năm"
    )
    report.add_argument("--signer", default="chairman", metavar="VAI_TRÒ")
    report.add_argument(
        "--set", dest="criteria_set", metavar="MÃ", help="bộ tiêu chí dùng để đánh giá"
    )
    add_to_report(report)
    documents = _group(commands, "documents", "các loại văn bản")
    _command(documents, "list", "liệt kê các loại văn bản lập được")
    add_sections(partial(_command, documents))
