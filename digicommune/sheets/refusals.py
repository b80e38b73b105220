"""Every way a list file can be refused, in the officer's words; it opens no file."""

from __future__ import annotations

from digicommune.errors import UserError

_RESAVE = "Mở tệp bằng Excel, chọn Lưu thành (Save As) dạng .xlsx rồi nạp lại."


def file_missing(name: str) -> UserError:
    """The path leads nowhere."""
    return UserError(
        "file_missing", f"Không tìm thấy tệp “{name}”.", "Kiểm tra lại đường dẫn và tên tệp."
    )


def file_locked(name: str) -> UserError:
    """The system does not let the file be read."""
    return UserError(
        "file_locked",
        f"Không đọc được tệp “{name}” vì đang bị chương trình khác giữ hoặc không có quyền đọc.",
        "Đóng tệp trong Excel (hoặc chép tệp sang thư mục khác) rồi nạp lại.",
    )


def file_empty(name: str) -> UserError:
    """Zero bytes."""
    return UserError(
        "file_empty",
        f"Tệp “{name}” rỗng (0 byte).",
        "Tải lại tệp hoặc xin lại tệp từ nơi gửi.",
        open="corrupt",
    )


def not_a_workbook(name: str) -> UserError:
    """Readable bytes, but no table in a form this program knows."""
    return UserError(
        "not_a_workbook",
        f"Tệp “{name}” không phải bảng tính (Excel, ODS, CSV hoặc bảng HTML).",
        _RESAVE,
        open="unsupported",
    )


def unsupported(name: str, what: str) -> UserError:
    """A workbook in a form that cannot be read here."""
    return UserError(
        "unsupported",
        f"Tệp “{name}” dùng {what}, chương trình chưa đọc được.",
        _RESAVE,
        open="unsupported",
    )


def corrupt(name: str) -> UserError:
    """Cut off or damaged."""
    return UserError(
        "corrupt",
        f"Tệp “{name}” bị hỏng hoặc là tệp tải chưa xong.",
        "Tải lại tệp từ đầu, hoặc mở bằng Excel và lưu lại rồi nạp.",
        open="corrupt",
    )


def unsafe(name: str, why: str) -> UserError:
    """Built so that reading it could harm the computer."""
    return UserError(
        "unsafe",
        f"Tệp “{name}” không an toàn để đọc: {why}.",
        "Không mở tệp này; xin lại tệp từ nơi gửi, hoặc chép riêng vùng dữ liệu sang tệp mới.",
        open="unsafe",
        why=why,
    )


def too_big(name: str, why: str) -> UserError:
    """More than one list of an office can hold."""
    return UserError(
        "too_big",
        f"Tệp “{name}” quá lớn để nạp một lần: {why}.",
        "Chia danh sách thành nhiều tệp nhỏ, xóa các dòng và cột trống phía sau dữ liệu.",
        open="unsafe",
        why=why,
    )


def too_slow(name: str, seconds: int) -> UserError:
    """Reading did not end in time."""
    return UserError(
        "too_slow",
        f"Đọc tệp “{name}” quá {seconds} giây nên đã dừng.",
        "Chia danh sách thành nhiều tệp nhỏ rồi nạp lại.",
        open="unsafe",
    )


def password_required(name: str) -> UserError:
    """Encrypted, and no password was given."""
    return UserError(
        "password_required",
        f"Tệp “{name}” được đặt mật khẩu.",
        "Nhập mật khẩu của tệp (hỏi nơi gửi) rồi nạp lại.",
        open="password_required",
    )


def wrong_password(name: str) -> UserError:
    """Encrypted, and the password given does not open it."""
    return UserError(
        "wrong_password",
        f"Mật khẩu không mở được tệp “{name}”.",
        "Kiểm tra bộ gõ tiếng Việt, phím Caps Lock và nhập lại mật khẩu.",
        open="password_required",
    )


def sheet_missing(name: str, sheet: str, sheets: tuple[str, ...]) -> UserError:
    """The sheet asked for is not in the workbook."""
    return UserError(
        "sheet_missing",
        f"Tệp “{name}” không có trang tính “{sheet}”.",
        "Chọn một trong các trang: " + ", ".join(f"“{one}”" for one in sheets) + ".",
        open="ok",
        sheets=sheets,
    )


def no_header(name: str, sheets: tuple[str, ...]) -> UserError:
    """No row looks like the heading of a list this program knows."""
    return UserError(
        "no_header",
        f"Không tìm thấy dòng tiêu đề cột (Họ và tên, Số CCCD, Thôn …) trong tệp “{name}”.",
        "Kiểm tra tệp có dòng tiêu đề cột nằm trong 60 dòng đầu, hoặc chọn đúng trang tính.",
        open="ok",
        sheets=sheets,
    )
