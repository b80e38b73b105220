"""What slow work calls its stages, in the language on screen; it knows no work itself."""

from __future__ import annotations

from digicommune.ui.language import tr


def stage_name(what: str) -> str:
    """A stage as the rooms below tell it; one not known here stays as it is."""
    known = {
        "Chốt hồ sơ": tr("Chốt hồ sơ"),
        "Chốt số liệu": tr("Chốt số liệu"),
        "Dàn trang": tr("Dàn trang"),
        "Ghi nhật ký": tr("Ghi nhật ký"),
        "Ghi sổ": tr("Ghi sổ"),
        "Mở tệp": tr("Mở tệp"),
        "Tìm người chưa có": tr("Tìm người chưa có"),
        "Vẽ biển QR": tr("Vẽ biển QR"),
        "Vẽ mã và đọc lại": tr("Vẽ mã và đọc lại"),
        "Đang chờ văn bản khác dàn trang xong": tr("Đang chờ văn bản khác dàn trang xong"),
        "Đang dàn trang văn bản": tr("Đang dàn trang văn bản"),
        "Đang ghi tệp Excel": tr("Đang ghi tệp Excel"),
        "Đang ghi tệp Word": tr("Đang ghi tệp Word"),
        "Đọc danh sách": tr("Đọc danh sách"),
        "Đọc sổ hộ kinh doanh": tr("Đọc sổ hộ kinh doanh"),
        "Đối chiếu lại với sổ": tr("Đối chiếu lại với sổ"),
        "Đối chiếu với sổ": tr("Đối chiếu với sổ"),
    }
    return known.get(what, what)
