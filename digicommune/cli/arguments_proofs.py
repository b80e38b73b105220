"""The words of the commands about proofs, gaps and suppositions; it runs nothing."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from digicommune.cli.days import day

if TYPE_CHECKING:
    from collections.abc import Callable

    from digicommune.cli.wording import Parser

    Commands = argparse._SubParsersAction[Parser]  # noqa: SLF001 -- argparse gives it no public name
    Make = Callable[[Commands, str, str], Parser]
    Group = Callable[[Commands, str, str], Commands]


def add_proofs(commands: Commands, make: Make, group: Group) -> None:
    """proofs add, list, save, verify, remove; answer; compare; gaps; what-if."""
    _proofs(commands, make, group)
    _answers(commands, make)
    gaps = make(commands, "gaps", "việc còn thiếu của từng thôn, thôn gần đạt nhất đứng trước")
    _judged(gaps)
    gaps.add_argument("--village", metavar="THÔN")
    _what_if(make(commands, "what-if", "nếu thêm từng này thì thôn có đạt không"))


def _proofs(commands: Commands, make: Make, group: Group) -> None:
    actions = group(commands, "proofs", "minh chứng của từng tiêu chí ở từng thôn")
    add = make(actions, "add", "đưa một ảnh (JPEG, PNG) hoặc PDF làm minh chứng")
    add.add_argument("file", type=Path, metavar="TỆP")
    _place(add, required=True)
    add.add_argument(
        "--dated", type=day, metavar="NGÀY", help="ngày của minh chứng; bỏ trống: từ hôm nay"
    )
    add.add_argument("--note", default="", metavar="GHI_CHÚ")
    show = make(actions, "list", "liệt kê minh chứng của một bộ tiêu chí")
    _place(show, required=False)
    show.add_argument("--period", metavar="KỲ", help="nói rõ minh chứng nào tính cho kỳ")
    save = make(actions, "save", "ghi một minh chứng ra tệp")
    save.add_argument("id", type=int, metavar="SỐ")
    save.add_argument("--out", required=True, type=Path, metavar="TỆP")
    verify = make(actions, "verify", "xác nhận hôm nay đã kiểm tra lại minh chứng")
    verify.add_argument("id", type=int, metavar="SỐ")
    remove = make(actions, "remove", "bỏ một minh chứng; kỳ đã khóa vẫn giữ")
    remove.add_argument("id", type=int, metavar="SỐ")
    remove.add_argument("--reason", default="", metavar="LÝ_DO")
    erase = make(actions, "erase", "bỏ một minh chứng và xóa hẳn nội dung tệp")
    erase.add_argument("id", type=int, metavar="SỐ")
    erase.add_argument("--reason", required=True, metavar="LÝ_DO")


def _answers(commands: Commands, make: Make) -> None:
    answer = make(commands, "answer", "trả lời một tiêu chí của một thôn: có, không, hoặc số đếm")
    _place(answer, required=True)
    answer.add_argument("--period", required=True, metavar="KỲ")
    answer.add_argument("--value", required=True, metavar="yes|no|SỐ", type=_answer)
    answer.add_argument("--note", default="", metavar="GHI_CHÚ")
    answer.add_argument("--evidence", default="", metavar="MINH_CHỨNG", help="số văn bản, nơi lưu")
    carry = make(commands, "answers-from", "lấy câu trả lời của kỳ trước cho chỗ chưa trả lời")
    _judged(carry)
    carry.add_argument("--before", required=True, metavar="KỲ", help="kỳ đã trả lời")
    compare = make(commands, "compare", "so hai kỳ theo một bộ tiêu chí")
    _judged(compare)
    compare.add_argument("--before", required=True, metavar="KỲ", help="kỳ trước")


def _place(command: Parser, *, required: bool) -> None:
    command.add_argument("--set", dest="criteria_set", required=True, metavar="MÃ")
    command.add_argument("--village", required=required, metavar="THÔN")
    command.add_argument("--criterion", required=required, metavar="TIÊU_CHÍ")


def _judged(command: Parser) -> None:
    command.add_argument("--set", dest="criteria_set", required=True, metavar="MÃ")
    command.add_argument("--period", required=True, metavar="KỲ")


def _what_if(command: Parser) -> None:
    _judged(command)
    command.add_argument("--village", required=True, metavar="THÔN")
    for option, words in (
        ("--add", "thêm (hoặc bớt, số âm) vào chỉ tiêu hay tiêu chí"),
        ("--add-total", "thêm vào tổng số"),
    ):
        command.add_argument(
            option, action="append", default=[], type=_number, metavar="MÃ=SỐ", help=words
        )
    for option, words in (
        ("--yes", "giả sử câu trả lời là có"),
        ("--no", "giả sử câu trả lời là không"),
        ("--proof", "giả sử đã có minh chứng"),
    ):
        command.add_argument(option, action="append", default=[], metavar="TIÊU_CHÍ", help=words)


def _answer(text: str) -> bool | int:
    words = {"yes": True, "co": True, "có": True, "no": False, "khong": False, "không": False}
    said = words.get(text.strip().casefold())
    if said is not None:
        return said
    if text.isdecimal():
        return int(text)
    raise argparse.ArgumentTypeError(f"viết yes, no hoặc một số; gặp “{text}”")


def _number(text: str) -> tuple[str, int]:
    code, _, number = text.partition("=")
    try:
        return code.strip(), int(number.replace(".", ""))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"viết dạng MÃ=SỐ, ví dụ CKS=12; gặp “{text}”") from error
