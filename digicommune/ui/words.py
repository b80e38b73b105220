"""The words on screen for codes of the field; what is on paper has its own words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from digicommune.domain.numbers import vi_decimal, vi_int
from digicommune.ui.language import tr
from digicommune.ui.style import Tone


def row_verdict(code: str) -> tuple[str, Tone]:
    """A row's verdict against the registers, with its sign."""
    known: dict[str, tuple[str, Tone]] = {
        "new": (tr("+ Mới"), "good"),
        "known": (tr("= Đã có"), "muted"),
        "doubtful": (tr("? Nghi trùng"), "warn"),
        "rejected": (tr("✗ Sai"), "bad"),
    }
    return known.get(code, (code, "muted"))


def criterion_verdict(code: str) -> tuple[str, Tone]:
    """A criterion's verdict, with its sign."""
    known: dict[str, tuple[str, Tone]] = {
        "met": (tr("✓ Đạt"), "good"),
        "not_met": (tr("✗ Chưa đạt"), "bad"),
        "no_data": (tr("– Chưa có số liệu"), "muted"),
        "no_evidence": (tr("! Thiếu minh chứng"), "warn"),
    }
    return known.get(code, (code, "muted"))


def tile_state(code: str) -> tuple[str, Tone]:
    """How a tile stands against its target."""
    known: dict[str, tuple[str, Tone]] = {
        "good": (tr("✓ Đạt"), "good"),
        "near": (tr("! Gần đạt"), "warn"),
        "short": (tr("✗ Chưa đạt"), "bad"),
        "no_target": (tr("– Chưa đặt mục tiêu"), "muted"),
        "no_data": (tr("– Chưa có số liệu"), "muted"),
    }
    return known.get(code, (code, "muted"))


def merchant_state(code: str) -> str:
    """Whether a merchant trades."""
    return {"active": tr("Hoạt động"), "closed": tr("Đã nghỉ")}.get(code, code)


def residence(code: str) -> tuple[str, Tone]:
    """Whether a person lives here."""
    known: dict[str, tuple[str, Tone]] = {
        "present": (tr("Đang ở"), "good"),
        "away": (tr("Đi làm ăn xa"), "warn"),
        "moved": (tr("Đã chuyển đi"), "muted"),
        "deceased": (tr("Đã mất"), "muted"),
    }
    return known.get(code, (code, "muted"))


def qr_state(code: str) -> tuple[str, Tone]:
    """How a merchant stands with payment by QR."""
    known: dict[str, tuple[str, Tone]] = {
        "none": (tr("– Chưa có"), "muted"),
        "issued": (tr("! Đã cấp, chưa dùng"), "warn"),
        "in_use": (tr("✓ Đang dùng"), "good"),
        "doubtful": (tr("? Cần xem lại"), "bad"),
    }
    return known.get(code, (code, "muted"))


def import_state(code: str) -> tuple[str, Tone]:
    """Whether an import still stands."""
    known: dict[str, tuple[str, Tone]] = {
        "active": (tr("✓ Đã lưu"), "good"),
        "undone": (tr("– Đã hoàn tác"), "muted"),
    }
    return known.get(code, (code, "muted"))


def list_kinds() -> tuple[tuple[str, str], ...]:
    """Kinds of lists that can be imported, the guessing one first."""
    return (
        ("auto", tr("Tự nhận ra theo tên cột")),
        ("bank-accounts", tr("Danh sách mở tài khoản của ngân hàng")),
        ("merchant-qr", tr("Danh sách cấp mã QR cho hộ kinh doanh")),
        ("merchants", tr("Danh sách hộ kinh doanh")),
        ("residents", tr("Danh sách nhân khẩu")),
        ("villages", tr("Danh sách thôn")),
        ("village-figures", tr("Số liệu theo thôn")),
    )


def list_kind(code: str) -> str:
    """The name of a kind of list."""
    return dict(list_kinds()).get(code, code)


def list_kind_short(code: str) -> str:
    """The name of a kind of list where room is short."""
    known = {
        "bank-accounts": tr("Tài khoản"),
        "merchant-qr": tr("Mã QR"),
        "merchants": tr("Hộ kinh doanh"),
        "residents": tr("Nhân khẩu"),
        "villages": tr("Thôn"),
        "village-figures": tr("Số liệu thôn"),
    }
    return known.get(code, code)


def skipped_kind(code: str) -> str:
    """Why a row of a list is no record."""
    known = {
        "title": tr("tiêu đề"),
        "column_numbers": tr("dòng số thứ tự cột"),
        "section": tr("tên nhóm, tên thôn"),
        "repeated_header": tr("tiêu đề cột lặp lại"),
        "blank": tr("dòng trống"),
        "subtotal": tr("cộng từng phần"),
        "total": tr("tổng cộng"),
        "summary": tr("dòng tổng hợp"),
        "note": tr("ghi chú"),
        "signature": tr("chữ ký"),
    }
    return known.get(code, code)


def warning(code: str) -> str:
    """What the reader put right or left out in a row it took."""
    return {**_number_warnings(), **_date_and_text_warnings()}.get(code, code.replace("_", " "))


def _number_warnings() -> dict[str, str]:
    return {
        "cccd_zero_restored": tr("Số định danh: đã thêm số 0 ở đầu"),
        "old_id_cmnd": tr("Số CMND 9 số cũ"),
        "cmnd_zero_restored": tr("Số CMND: đã thêm số 0 ở đầu"),
        "phone_zero_restored": tr("Điện thoại: đã thêm số 0 ở đầu"),
        "phone_11_to_10": tr("Điện thoại: đã đổi 11 số thành 10 số"),
        "phone_invalid": tr("Điện thoại không đúng, đã bỏ qua"),
        "account_stored_as_number": tr("Số tài khoản lưu dạng số, cần soát lại"),
        "account_precision_lost": tr("Số tài khoản mất chữ số cuối, đã bỏ qua"),
        "mst_checksum": tr("Mã số thuế không khớp số kiểm tra"),
        "unknown_village": tr("Không nhận ra tên thôn"),
        "village_unknown": tr("Không nhận ra tên thôn"),
        "unknown_bank": tr("Không nhận ra tên ngân hàng"),
        "bank_unknown": tr("Không nhận ra tên ngân hàng"),
    }


def _date_and_text_warnings() -> dict[str, str]:
    return {
        "figures_came_before": tr("Thôn đã gửi biểu trước đó; số mới sẽ thay số cũ"),
        "year_only": tr("Chỉ có năm sinh"),
        "month_year_only": tr("Chỉ có tháng và năm sinh"),
        "date_from_serial": tr("Ngày lưu dạng số của Excel, đã đổi"),
        "hidden_row": tr("Dòng bị ẩn trong tệp"),
        "strikethrough": tr("Dòng bị gạch ngang trong tệp"),
        "legacy_encoding_decoded": tr("Đã đổi từ phông chữ cũ"),
        "leading_formula_char": tr("Ô bắt đầu bằng dấu như công thức"),
        "formula_without_value": tr("Ô công thức không có giá trị"),
        "account_invalid": tr("Số tài khoản không đúng, đã bỏ qua"),
        "amount_invalid": tr("Số tiền hoặc số lượng không đúng, đã bỏ qua"),
    }


def field_name(key: str) -> str:
    """The heading of a field of a list."""
    return {**_person_fields(), **_other_fields()}.get(key, key.replace("_", " "))


def _person_fields() -> dict[str, str]:
    return {
        "stt": tr("STT"),
        "ho_ten": tr("Họ và tên"),
        "ngay_sinh": tr("Ngày sinh"),
        "nam_sinh": tr("Năm sinh"),
        "gioi_tinh": tr("Giới tính"),
        "cccd": tr("Số định danh"),
        "cmnd": tr("Số CMND"),
        "dien_thoai": tr("Điện thoại"),
        "dia_chi": tr("Địa chỉ"),
        "thon": tr("Thôn"),
        "xa_cu": tr("Xã cũ"),
        "chu_ho": tr("Chủ hộ"),
        "ho_so_ho": tr("Số hồ sơ hộ"),
        "quan_he": tr("Quan hệ với chủ hộ"),
        "ho_dem": tr("Họ và tên đệm"),
        "ten": tr("Tên"),
        "ngay_sinh:ngay": tr("Ngày sinh: ngày"),
        "ngay_sinh:thang": tr("Ngày sinh: tháng"),
        "ngay_sinh:nam": tr("Ngày sinh: năm"),
    }


def _other_fields() -> dict[str, str]:
    return {
        "ngan_hang": tr("Ngân hàng"),
        "ngan_hang_bin": tr("Mã ngân hàng"),
        "so_tai_khoan": tr("Số tài khoản"),
        "ngay_mo": tr("Ngày mở"),
        "ma_qr": tr("Mã QR"),
        "qr_text": tr("Nội dung mã QR"),
        "ten_ho_kd": tr("Tên hộ kinh doanh"),
        "ma_so_thue": tr("Mã số thuế"),
        "nganh_hang": tr("Ngành hàng"),
        "trang_thai": tr("Tình trạng"),
        "ngay_cap_ma": tr("Ngày cấp mã QR"),
        "loai_qr": tr("Loại mã QR"),
        "co_giao_dich": tr("Có giao dịch"),
        "loa_bao": tr("Có loa báo"),
        "noi_ban": tr("Nơi bán"),
        "doanh_thu": tr("Mức doanh thu"),
        "so_du": tr("Số dư"),
        "so_tien": tr("Số tiền"),
        "ghi_chu": tr("Ghi chú"),
        "so_ho": tr("Số hộ"),
        "nhan_khau": tr("Nhân khẩu"),
        "nguoi_truong_thanh": tr("Từ 18 tuổi"),
        "lao_dong": tr("Độ tuổi lao động"),
        "so_nha": tr("Số nhà"),
        "so_ho_kd": tr("Số hộ kinh doanh"),
        "chi_tieu": tr("Chỉ tiêu"),
        "tu_so": tr("Tử số"),
        "mau_so": tr("Mẫu số"),
        **_facts(),
    }


def _facts() -> dict[str, str]:
    """What lists tell is known of each person."""
    return {
        "VNEID2:co": tr("VNeID mức 2"),
        "CKS:co": tr("Chữ ký số"),
        "TTKDTM:co": tr("Thanh toán không tiền mặt"),
        "VSSID:co": tr("VssID"),
        "HSSK:co": tr("Hồ sơ sức khỏe"),
        "KNS:co": tr("Kỹ năng số"),
        "DTTM:co": tr("Điện thoại thông minh"),
    }


def base_name(code: str, names: Mapping[str, str] | None = None) -> str:
    """A short heading for a base of population; ``names`` are the office's own, longer ones."""
    known = {
        "nhan_khau": tr("Nhân khẩu"),
        "nguoi_truong_thanh": tr("Từ 18 tuổi"),
        "nguoi_15": tr("Từ 15 tuổi"),
        "nguoi_14": tr("Từ 14 tuổi"),
        "lao_dong": tr("Tuổi lao động"),
        "so_ho": tr("Hộ"),
        "so_nha": tr("Nhà"),
        "so_ho_kd": tr("Hộ kinh doanh"),
        "ho_kd_co_qr": tr("Hộ KD có QR"),
    }
    return known.get(code) or (names or {}).get(code) or code.replace("_", " ")


# --- values


def count(value: int | None) -> str:
    """A whole number; a dash where there is none."""
    return "–" if value is None else vi_int(value)


def percent(value: Decimal | None) -> str:
    """A percentage with its sign; a dash where there is none."""
    return "–" if value is None else f"{vi_decimal(value)}%"


def fraction(numerator: int | None, denominator: int | None) -> str:
    """Numerator over denominator."""
    if numerator is None:
        return "–"
    return count(numerator) if denominator is None else f"{count(numerator)}/{count(denominator)}"


def day(value: date | None) -> str:
    """A day as written in Vietnam; empty where there is none."""
    return "" if value is None else f"{value:%d/%m/%Y}"


def moment(text: str | None) -> str:
    """An ISO moment (UTC where it says so) as local day and time; other text as it is."""
    if not text:
        return ""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return text
    return f"{at.astimezone():%d/%m/%Y %H:%M}" if at.tzinfo else f"{at:%d/%m/%Y %H:%M}"


def iso_day(text: str | None) -> str:
    """An ISO day as written in Vietnam; other text as it is."""
    if not text:
        return ""
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return text
