"""What the form of each kind of list asks for, with the office's villages and banks to choose."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from digicommune.domain.field_headings import heading_of
from digicommune.settings import today
from digicommune.sheets.forms import Form, FormColumn

if TYPE_CHECKING:
    from digicommune.db.unit import Unit
    from digicommune.domain.periods import Period

_TITLES: Final = {
    "residents": "Danh sách nhân khẩu",
    "bank-accounts": "Danh sách người dân mở tài khoản ngân hàng",
    "merchants": "Danh sách hộ kinh doanh",
    "merchant-qr": "Danh sách hộ kinh doanh được cấp mã QR",
    "villages": "Danh sách thôn, số hộ, nhân khẩu",
    "village-figures": "Biểu số liệu chuyển đổi số theo thôn",
}
FORM_KINDS: Final = tuple(_TITLES)
_FIELDS: Final = {
    "residents": (
        "stt ho_ten ngay_sinh gioi_tinh cccd dien_thoai thon dia_chi ho_so_ho quan_he ghi_chu"
    ),
    "bank-accounts": (
        "stt ho_ten ngay_sinh gioi_tinh cccd dien_thoai thon ngan_hang so_tai_khoan ngay_mo ghi_chu"
    ),
    "merchants": (
        "stt ten_ho_kd ho_ten cccd ma_so_thue dien_thoai thon dia_chi nganh_hang trang_thai ghi_chu"
    ),
    "merchant-qr": (
        "stt ten_ho_kd ho_ten ma_so_thue dien_thoai thon ngan_hang so_tai_khoan ngay_cap_ma ma_qr "
        "co_giao_dich ghi_chu"
    ),
    "villages": (
        "stt thon xa_cu so_ho nhan_khau nguoi_truong_thanh nguoi_15 lao_dong so_nha so_ho_kd "
        "ghi_chu"
    ),
    "village-figures": "stt thon",
}
_COUNT: Final = "Số nguyên, không ghi đơn vị; chưa có số liệu thì để trống (không ghi 0)."
_DAY: Final = "Ngày/tháng/năm, năm đủ 4 chữ số; chỉ biết năm thì ghi năm."
# Key: how to fill it in, an example, width, the check of the form.
_HOW: Final[dict[str, tuple[str, str, float, str]]] = {
    "stt": ("Số thứ tự; ghi lại từ 1 ở mỗi phần cũng được.", "1", 6, "order"),
    "ho_ten": ("Họ và tên đầy đủ, có dấu, bảng mã Unicode.", "Nguyễn Văn Mẫu", 26, ""),
    "ten_ho_kd": ("Tên trên biển hiệu hoặc giấy đăng ký.", "Tạp hóa Mẫu", 26, ""),
    "ngay_sinh": (_DAY, "05/03/1990", 14, ""),
    "gioi_tinh": ("Chọn Nam hoặc Nữ.", "Nam", 10, ""),
    "cccd": ("Đủ 12 chữ số, giữ số 0 ở đầu (ô đã ở dạng văn bản).", "038090000001", 17, "cccd"),
    "dien_thoai": ("10 chữ số, giữ số 0 ở đầu.", "0912345678", 14, "phone"),
    "thon": ("Tên thôn, bản, tổ dân phố; chọn trong danh sách nếu có.", "Thôn Mẫu", 20, ""),
    "xa_cu": ("Tên xã trước khi sáp nhập, nếu hai thôn trùng tên.", "Xã Mẫu Cũ", 18, ""),
    "dia_chi": ("Số nhà, ngõ, đường hoặc xóm.", "Ngõ 5, xóm Trên", 26, ""),
    "ho_so_ho": ("Mã hoặc số sổ hộ gia đình.", "1001", 12, ""),
    "quan_he": ("Quan hệ với chủ hộ.", "Chủ hộ", 14, ""),
    "ma_so_thue": ("10 số, 10 số-3 số, hoặc 12 số định danh của chủ hộ.", "0100047516", 16, ""),
    "nganh_hang": ("Ngành hàng chính.", "Tạp hóa", 18, ""),
    "trang_thai": ("Chọn đang hoạt động hay đã nghỉ.", "Đang hoạt động", 16, ""),
    "ngan_hang": ("Chọn tên ngân hàng trong danh sách.", "Agribank", 18, ""),
    "so_tai_khoan": ("6–19 chữ số hoặc chữ, giữ số 0 ở đầu.", "3500205000001", 20, ""),
    "ngay_mo": (_DAY, "15/10/2026", 14, ""),
    "ngay_cap_ma": (_DAY, "15/10/2026", 14, ""),
    "ma_qr": ("Chọn x nếu đã có mã QR; chưa có thì để trống.", "x", 12, ""),
    "co_giao_dich": ("Chọn x nếu đã phát sinh giao dịch qua mã QR.", "x", 12, ""),
    "ghi_chu": ("Điều cần nói thêm.", "", 20, ""),
}
_NOTES: Final = (
    "Ghi mỗi dòng một người (một hộ, một thôn); không gộp ô, không chèn dòng tiêu đề vào giữa.",
    "Không đổi tên các cột ở trang “Danh sách”; cột không có số liệu thì để trống.",
    "Các ví dụ ở trang này chỉ để minh họa, không phải người có thật.",
)


def form_of(unit: Unit, kind: str, period: Period | None = None) -> Form:
    """The form of this kind of list for this office; one of figures names its period."""
    villages = tuple(one.name for one in unit.villages.all(today()))
    banks = tuple(one.short_name for one in unit.banks.all())
    choices = {
        "gioi_tinh": ("Nam", "Nữ"),
        "ngan_hang": banks,
        "thon": villages if kind != "villages" else (),
        "trang_thai": ("Đang hoạt động", "Đã nghỉ"),
        "ma_qr": ("x",),
        "co_giao_dich": ("x",),
    }
    columns = [
        replace(_column(key, kind), choices=choices.get(key, ())) for key in _FIELDS[kind].split()
    ]
    filled: tuple[tuple[str, ...], ...] = ()
    if kind == "village-figures":
        columns += _figure_columns(unit)
        filled = tuple((str(number), name) for number, name in enumerate(villages, 1))
    office = f"UBND {unit.office.commune().title}"
    title = _TITLES[kind] if period is None else f"{_TITLES[kind]} – kỳ {period.code}"
    return Form(title, office, tuple(columns), _NOTES, filled)


def _column(key: str, kind: str) -> FormColumn:
    how, example, width, check = _HOW.get(key, (_COUNT, "120", 13, "count"))
    heading = heading_of(key)
    if key == "ho_ten" and kind.startswith("merchant"):
        heading, example = "Chủ hộ kinh doanh", "Nguyễn Văn Mẫu"
    return FormColumn(heading, how, example, width, check=check)


def _figure_columns(unit: Unit) -> list[FormColumn]:
    """Two columns for each indicator that no register counts."""
    sides = (("Số đạt", "numerator"), ("Tổng số", "denominator"))
    return [
        FormColumn(
            side,
            f"{getattr(one, meaning)}. Ghi “không áp dụng” nếu thôn không có đối tượng.",
            "120",
            10,
            check="figure",
            group=f"{one.code} – {one.name}",
        )
        for one in unit.indicators.definitions()
        if one.register is None
        for side, meaning in sides
    ]
