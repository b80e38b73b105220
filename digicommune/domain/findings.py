"""Say in Vietnamese which cell is wrong and how to mend it; it decides nothing."""

from __future__ import annotations

import re
from typing import Final

from digicommune.domain.rows import Problem

MISSING_NAME: Final = "missing_name"
ERROR_VALUE: Final = "error_value"
DUPLICATE: Final = "duplicate_in_file"
HIDDEN_ROW: Final = "hidden_row"
STRIKETHROUGH: Final = "strikethrough"
LEGACY_DECODED: Final = "legacy_encoding_decoded"
FORMULA_CHAR: Final = "leading_formula_char"
UNCOMPUTED: Final = "formula_without_value"
AMOUNT_INVALID: Final = "amount_invalid"

_SENTENCES: Final = {
    MISSING_NAME: (
        "Ô {cell} chưa có tên. Điền họ tên (hoặc tên thôn, tên hộ kinh doanh) rồi nạp lại."
    ),
    "cccd_not_12_digits": (
        "Ô {cell} có số giấy tờ “{shown}” không đủ 12 chữ số của CCCD. "
        "Đối chiếu thẻ căn cước và nhập lại ở dạng văn bản."
    ),
    "cccd_invalid": (
        "Ô {cell} có “{shown}” không phải số CCCD. Nhập 12 chữ số hoặc để trống ô này."
    ),
    "cccd_precision_lost": (
        "Ô {cell} có “{shown}”: Excel đã làm mất các chữ số cuối của số CCCD. "
        "Định dạng ô là Văn bản rồi nhập lại đủ 12 chữ số."
    ),
    "date_invalid": (
        "Ô {cell} có “{shown}” không phải ngày có thật. "
        "Nhập lại theo dạng ngày/tháng/năm (năm đủ 4 chữ số)."
    ),
    ERROR_VALUE: (
        "Ô {cell} đang báo lỗi {shown} của Excel. Sửa công thức hoặc nhập thẳng giá trị vào ô."
    ),
    DUPLICATE: (
        "Ô {cell} trùng số {shown} với dòng {other} trong cùng danh sách. "
        "Giữ lại một dòng hoặc sửa số nhập nhầm."
    ),
}  # fmt: skip
# What the reader put right or left out in a row it took, in the officer's words.
WARNING_WORDS: Final = {
    "figures_came_before": "thôn này đã gửi biểu trước đó; số mới sẽ thay số cũ",
    "cccd_zero_restored": "số CCCD: đã thêm số 0 ở đầu",
    "old_id_cmnd": "số CMND 9 số cũ",
    "cmnd_zero_restored": "số CMND: đã thêm số 0 ở đầu",
    "phone_zero_restored": "điện thoại: đã thêm số 0 ở đầu",
    "phone_11_to_10": "điện thoại: đã đổi 11 số thành 10 số",
    "phone_invalid": "điện thoại không đúng, đã bỏ qua",
    "account_stored_as_number": "số tài khoản lưu dạng số, cần soát lại",
    "account_precision_lost": "số tài khoản mất chữ số cuối, đã bỏ qua",
    "account_invalid": "số tài khoản không đúng, đã bỏ qua",
    "mst_checksum": "mã số thuế không khớp số kiểm tra",
    "year_only": "chỉ có năm",
    "month_year_only": "chỉ có tháng và năm",
    "date_from_serial": "ngày lưu dạng số của Excel, đã đổi",
    HIDDEN_ROW: "dòng bị ẩn trong tệp",
    STRIKETHROUGH: "dòng bị gạch ngang trong tệp",
    LEGACY_DECODED: "đã đổi từ phông chữ cũ",
    FORMULA_CHAR: "ô bắt đầu bằng dấu như công thức",
    UNCOMPUTED: "ô công thức không có giá trị",
    AMOUNT_INVALID: "số liệu không đọc được, đã bỏ qua",
    ERROR_VALUE: "ô báo lỗi của Excel, đã bỏ qua",
}
_EXCEL_ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)")
_UNKNOWN: Final = "Ô {cell} có “{shown}” không đọc được. Sửa ô này rồi nạp lại."


def problem(code: str, field: str | None, cell: tuple[str, int], shown: object = "") -> Problem:
    """The problem of one cell, given as column letters and row number."""
    column, row = cell
    code = ERROR_VALUE if is_excel_error(shown) else code
    sentence = _SENTENCES.get(code, _UNKNOWN)
    where = f"{column}{row}" if column else f"của dòng {row}"
    text = sentence.format(cell=where, shown=_short(shown), other="")
    named = field.split(":")[0].split("|")[0] if field else None
    return Problem(code, named, column or None, text, _short(shown))


def is_excel_error(value: object) -> bool:
    """Whether a cell holds an error of Excel, also as text: text files have no other way."""
    return isinstance(value, str) and _EXCEL_ERROR.fullmatch(value.strip()) is not None


def duplicate(field: str, cell: tuple[str, int], number: str, first_row: int) -> Problem:
    """The same personal number on an earlier row."""
    column, row = cell
    text = _SENTENCES[DUPLICATE].format(cell=f"{column}{row}", shown=number, other=first_row)
    return Problem(DUPLICATE, field, column, text, number)


def _short(value: object) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    text = str(value).strip()
    return text if len(text) <= 40 else text[:39] + "…"
