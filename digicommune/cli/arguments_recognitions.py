"""The words of the commands about dossiers and the register of recognitions; it runs nothing."""

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

STEPS = (
    *("registration", "self_assessment", "meeting", "opinions"),
    *("appraisal", "submission", "decision"),
)


def add_recognitions(commands: Commands, make: Make, group: Group) -> None:
    """dossiers list, show, fill; recognitions list, add, revoke."""
    actions = group(commands, "dossiers", "hồ sơ công nhận thôn thông minh")
    _judged(make(actions, "list", "hồ sơ của mọi thôn: đến bước nào, còn thiếu gì"))
    show = make(actions, "show", "hồ sơ của một thôn")
    _judged(show)
    show.add_argument("--village", required=True, metavar="THÔN")
    fill = make(actions, "fill", "ghi một bước của hồ sơ từ tệp JSON")
    fill.add_argument("file", type=Path, metavar="TỆP.json")
    _judged(fill)
    fill.add_argument("--village", required=True, metavar="THÔN")
    fill.add_argument("--step", required=True, choices=STEPS, metavar="BƯỚC", help=", ".join(STEPS))
    _register(group(commands, "recognitions", "sổ công nhận thôn thông minh"), make)


def _judged(command: Parser) -> None:
    command.add_argument("--set", dest="criteria_set", required=True, metavar="MÃ")
    command.add_argument("--period", required=True, metavar="KỲ")


def _register(actions: Commands, make: Make) -> None:
    show = make(actions, "list", "sổ công nhận, kèm nguy cơ thu hồi theo số liệu của một kỳ")
    show.add_argument("--period", metavar="KỲ", help="bỏ trống: năm nay")
    show.add_argument("--on", type=day, metavar="NGÀY", help="sổ vào ngày ấy; bỏ trống: hôm nay")
    add = make(actions, "add", "ghi một quyết định công nhận vào sổ")
    add.add_argument("--village", required=True, metavar="THÔN")
    add.add_argument("--set", dest="criteria_set", required=True, metavar="MÃ")
    add.add_argument("--number", required=True, metavar="SỐ", help="ví dụ 145/QĐ-UBND")
    add.add_argument("--date", required=True, type=day, metavar="NGÀY")
    add.add_argument("--authority", default="", metavar="CƠ_QUAN", help="bỏ trống: theo cài đặt")
    add.add_argument("--level", default="", metavar="CẤP", help="commune, province, district")
    add.add_argument("--valid-until", type=day, metavar="NGÀY")
    add.add_argument("--recheck", type=day, metavar="NGÀY", help="ngày thẩm định lại")
    add.add_argument("--note", default="", metavar="GHI_CHÚ")
    bodies = make(actions, "bodies", "ai công nhận, ở cấp nào; --file đặt lại từ một gói TOML")
    bodies.add_argument("--file", type=Path, metavar="TỆP.toml")
    bodies.add_argument("--since", type=day, metavar="NGÀY", help="áp dụng từ ngày; bỏ trống: nay")
    revoke = make(actions, "revoke", "ghi việc thu hồi một quyết định công nhận")
    revoke.add_argument("id", type=int, metavar="SỐ", help="số dòng trong sổ")
    revoke.add_argument("--number", required=True, metavar="SỐ", help="số quyết định thu hồi")
    revoke.add_argument("--date", required=True, type=day, metavar="NGÀY")
    revoke.add_argument("--reason", required=True, metavar="LÝ_DO")
