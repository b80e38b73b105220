"""What slow work calls its stages, in the language on screen; it knows no work itself."""

from __future__ import annotations

from digicommune.ui.language import tr


def stage_name(what: str) -> str:
    """A stage as the rooms below tell it; one that is not listed here stays as it is."""
    return tr(what)


def listed() -> tuple[str, ...]:
    """Every stage a room tells, so that each has its words in both languages."""
    return (
        tr("Chốt hồ sơ"),
        tr("Chốt số liệu"),
        tr("Dàn trang"),
        tr("Ghi nhật ký"),
        tr("Ghi sổ"),
        tr("Kiểm tra chữ ký"),
        tr("Ký"),
        tr("Lưu bản đã ký"),
        tr("Mở tệp"),
        tr("So với bản lưu"),
        tr("Tìm người chưa có"),
        tr("Vẽ biển QR"),
        tr("Vẽ mã và đọc lại"),
        tr("Đang chờ văn bản khác dàn trang xong"),
        tr("Đang dàn trang văn bản"),
        tr("Đang ghi tệp Excel"),
        tr("Đang ghi tệp Word"),
        tr("Đặt hình chữ ký"),
        tr("Đọc danh sách"),
        tr("Đọc sổ hộ kinh doanh"),
        tr("Đọc tệp đã ký"),
        tr("Đối chiếu lại với sổ"),
        tr("Đối chiếu với sổ"),
    )
