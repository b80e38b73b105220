"""The words of the commands about payment codes; it runs nothing."""

from __future__ import annotations

import argparse
import re
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from digicommune.cli.wording import Parser


def amount(text: str) -> Decimal:
    """Whole đồng as typed: "50000" or "50.000"; argparse says so where it is neither."""
    if not re.fullmatch(r"[0-9]{1,13}|[0-9]{1,3}(?:\.[0-9]{3})+", text.strip()):
        raise argparse.ArgumentTypeError(f"không phải số đồng nguyên: {text}")
    return Decimal(text.strip().replace(".", ""))


def add_qr(command: Callable[[str, str], Parser]) -> None:
    """Adds them; ``command`` makes one of the group ``qr``."""
    check = command("check", "kiểm tra mã VietQR: nội dung, ảnh, thư mục ảnh hoặc danh sách")
    check.add_argument("what", metavar="NỘI_DUNG_HOẶC_TỆP")
    make = command("make", "làm ảnh mã VietQR cho một tài khoản")
    make.add_argument("--bank", required=True, metavar="BIN_HOẶC_TÊN")
    make.add_argument("--account", required=True, metavar="SỐ_TÀI_KHOẢN")
    make.add_argument("--name", required=True, metavar="HỌ_TÊN")
    make.add_argument("--out", required=True, type=Path, metavar="TỆP.png|svg|pdf")
    make.add_argument("--amount", type=amount, metavar="SỐ_TIỀN")
    make.add_argument("--purpose", metavar="NỘI_DUNG")
    make.add_argument("--city", metavar="TÊN")
    shops = command("shops", "soát mã QR của các hộ kinh doanh trong sổ")
    shops.add_argument("--village", metavar="THÔN")
    stands = command("stands", "in biển QR để bàn cho các hộ kinh doanh")
    stands.add_argument("--out", required=True, type=Path, metavar="TỆP.pdf")
    stands.add_argument("--village", metavar="THÔN")
    stands.add_argument("--size", choices=("a5", "a6"), default="a6", metavar="CỠ", help="a5, a6")
    stands.add_argument("--first", type=int, default=1, metavar="SỐ", help="in từ biển thứ mấy")
