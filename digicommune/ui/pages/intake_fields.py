"""Which fields a column of each kind of list may be, and which a list cannot do without."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from digicommune.domain.text import clean, fold
from digicommune.ui import words
from digicommune.ui.language import tr

if TYPE_CHECKING:
    from digicommune.domain.rows import ListReading

_PERSON = (
    "stt ho_ten ho_dem ten ngay_sinh nam_sinh gioi_tinh cccd cmnd cccd|cmnd dien_thoai thon dia_chi"
)
_FACTS = "VNEID2:co CKS:co TTKDTM:co VSSID:co HSSK:co KNS:co DTTM:co"
_SHOP = (
    "stt ten_ho_kd ho_ten cccd ma_so_thue dien_thoai thon dia_chi nganh_hang noi_ban doanh_thu"
    " trang_thai"
)
FIELDS = {
    "residents": f"{_PERSON} ho_so_ho quan_he chu_ho xa_cu {_FACTS} ghi_chu",
    "bank-accounts": f"{_PERSON} ngan_hang so_tai_khoan ngay_mo so_du {_FACTS} ghi_chu",
    "merchants": f"{_SHOP} ghi_chu",
    "merchant-qr": (
        f"{_SHOP} ngan_hang so_tai_khoan ngay_cap_ma ma_qr qr_text loai_qr co_giao_dich loa_bao"
        " ghi_chu"
    ),
    "villages": (
        "stt thon xa_cu so_ho nhan_khau nguoi_truong_thanh nguoi_15 lao_dong so_nha so_ho_kd"
        " ghi_chu"
    ),
    "village-figures": "stt thon ghi_chu",
}
LONGEST_HIDDEN = 9  # digits: longer numbers of people are not shown whole


def choices(kind: str, present: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Field keys with their names for a kind of list; ``present`` ones are always among them."""
    keys = dict.fromkeys([*FIELDS.get(kind, "").split(), *present])
    return tuple((key, field_title(key)) for key in keys if key)


def field_title(key: str) -> str:
    """The name of a field, also of one side of it: "Ngày sinh (Nam)", "TKNH: số đạt"."""
    if "|" in key:
        return tr("Số định danh hoặc CMND")
    code, _, side = key.partition(":")
    if side in ("tu_so", "mau_so"):
        return f"{code}: {tr('số đạt') if side == 'tu_so' else tr('tổng số')}"
    return f"{words.field_name(code)} ({side})" if side else words.field_name(code)


def missing(kind: str, taken: Iterable[str], bank: str | None) -> str:
    """One sentence on what the columns lack for this kind of list; empty where nothing."""
    parts = {part for key in taken for part in key.split(":")[0].split("|")}
    figures = any(key.endswith((":tu_so", ":mau_so")) for key in taken)
    lacking: list[str] = []
    if kind in ("residents", "bank-accounts") and not parts & {"ho_ten", "ten"}:
        lacking.append(words.field_name("ho_ten"))
    if kind in ("merchants", "merchant-qr") and not parts & {"ten_ho_kd", "ho_ten"}:
        lacking.append(words.field_name("ten_ho_kd"))
    if kind in ("villages", "village-figures") and "thon" not in parts:
        lacking.append(words.field_name("thon"))
    if kind == "bank-accounts" and "ngan_hang" not in parts and not bank:
        lacking.append(words.field_name("ngan_hang"))
    if kind == "village-figures" and not figures:
        lacking.append(tr("cột số liệu của một chỉ tiêu"))
    if not lacking:
        return ""
    return tr("Còn thiếu: {fields}. Chỉ ra cột tương ứng (hoặc chọn ở trên) để đọc tiếp.").format(
        fields=", ".join(lacking)
    )


def chosen_headings(
    reading: ListReading, before: Mapping[str, str], chosen: Mapping[str, str]
) -> dict[str, str]:
    """Folded heading -> field key: what was settled ``before`` and what now differs from it.

    ``chosen`` gives the field key of each column by its letters, "" for one to leave alone.
    """
    made = dict(before)
    for letters, key in chosen.items():
        heading = fold(clean(reading.headings.get(letters, "")))
        if heading and key != reading.columns.get(letters, ""):
            made[heading] = key
    return made


def hidden(sample: str) -> str:
    """A sample value; long numbers are masked in the middle."""
    from digicommune.domain.people import mask_tail

    digits = sum(one.isdigit() for one in sample)
    return mask_tail(sample) if digits >= LONGEST_HIDDEN and "/" not in sample else sample
