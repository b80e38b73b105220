"""How the columns of lists this program hands out are headed; the reader knows every one again."""

from __future__ import annotations

from typing import Final

HEADINGS: Final = {
    "stt": "STT",
    "ho_ten": "Họ và tên",
    "ten_ho_kd": "Tên hộ kinh doanh",
    "chu_ho": "Chủ hộ",
    "ngay_sinh": "Ngày sinh",
    "nam_sinh": "Năm sinh",
    "gioi_tinh": "Giới tính",
    "cccd": "Số CCCD",
    "cmnd": "Số CMND",
    "dien_thoai": "Số điện thoại",
    "thon": "Thôn",
    "xa_cu": "Xã cũ",
    "dia_chi": "Địa chỉ",
    "ho_so_ho": "Số hộ khẩu",
    "quan_he": "Quan hệ với chủ hộ",
    "ma_so_thue": "Mã số thuế",
    "nganh_hang": "Ngành hàng",
    "trang_thai": "Tình trạng",
    "ngan_hang": "Ngân hàng",
    "ngan_hang_bin": "Mã ngân hàng (BIN)",
    "so_tai_khoan": "Số tài khoản",
    "ngay_mo": "Ngày mở",
    "ngay_cap_ma": "Ngày cấp mã QR",
    "loai_qr": "Loại mã QR",
    "ma_qr": "Đã có mã QR",
    "qr_text": "Nội dung mã QR",
    "co_giao_dich": "Có giao dịch",
    "loa_bao": "Có loa báo",
    "noi_ban": "Nơi bán",
    "doanh_thu": "Mức doanh thu",
    "so_du": "Số dư",
    "so_tien": "Số tiền",
    "chi_tieu": "Chỉ tiêu",
    "tu_so": "Tử số",
    "mau_so": "Mẫu số",
    "so_ho": "Số hộ",
    "nhan_khau": "Nhân khẩu",
    "nguoi_15": "Người từ 15 tuổi",
    "nguoi_truong_thanh": "Người từ 18 tuổi",
    "lao_dong": "Trong độ tuổi lao động",
    "so_nha": "Số nhà",
    "so_ho_kd": "Số hộ kinh doanh",
    "ghi_chu": "Ghi chú",
}
_SIDES: Final = {"tu_so": "số đạt", "mau_so": "tổng số"}


def heading_of(key: str) -> str:
    """The heading of a field: "Số CCCD", "TKNH số đạt"; an unknown key stays as it is."""
    code, _, side = key.partition(":")
    if side in _SIDES:
        return f"{code} {_SIDES[side]}"
    return HEADINGS.get(code.split("|")[0], key)
