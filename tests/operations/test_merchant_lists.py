"""Lists that say where a shop sells, its band, its sound box: taken in, changed, taken back."""

from __future__ import annotations

from pathlib import Path

from digicommune.db.store import Store
from digicommune.domain.villages import Village
from digicommune.operations import imports, intake, registers
from digicommune.operations.intake_rows import IntakeRequest
from tests.cli.lists import write_list

HEAD = ("STT", "Tên hộ kinh doanh", "Chủ hộ", "Thôn", "Nơi bán", "Mức doanh thu", "Loa báo",
        "Ngân hàng", "Ngày cấp mã QR", "Loại mã QR")  # fmt: skip


def a_list(path: Path, *shops: tuple[str, ...]) -> Path:
    return write_list(path, HEAD, shops)


def test_new_columns_come_in_change_and_go_back(store: Store, tmp_path: Path) -> None:
    registers.save_village(store, Village(0, "Hổ Thôn"))
    first = a_list(
        tmp_path / "mot.xlsx",
        ("1", "Tạp hóa Yến", "Lê Thị Yến", "Hổ Thôn", "Chợ", "600.000.000", "x", "Ví Mẫu Pay",
         "05/03/2026", "Tĩnh"),
    )  # fmt: skip
    intake.take(store, first, IntakeRequest())
    (shop,) = registers.merchants(store)
    assert (shop.stall, shop.revenue, shop.sound_box) == ("market", "500m_to_1b", True)
    assert (shop.qr_kind, shop.provider, shop.qr_state) == ("static", "Ví Mẫu Pay", "in_use")
    second = a_list(
        tmp_path / "hai.xlsx",
        ("1", "Tạp hóa Yến", "Lê Thị Yến", "Hổ Thôn", "Cửa hàng", "2.000.000.000", "không", "",
         "", ""),
    )  # fmt: skip
    (row,) = intake.preview(store, second, IntakeRequest("merchants")).rows
    assert [(one.field, one.before, one.after) for one in row.changes] == [
        ("loa_bao", "True", "False"),
        ("noi_ban", "Sạp, quầy ở chợ", "Cửa hàng cố định"),
        ("doanh_thu", "Trên 500 triệu đến dưới 1 tỷ đồng/năm", "Từ 1 tỷ đồng/năm"),
    ]
    _, done = intake.take(store, second, IntakeRequest("merchants"))
    (changed,) = registers.merchants(store)
    assert (changed.stall, changed.revenue, changed.sound_box) == ("fixed", "from_1b", False)
    assert done.import_id is not None
    imports.undo(store, done.import_id)
    (back,) = registers.merchants(store)
    assert (back.stall, back.revenue, back.sound_box) == ("market", "500m_to_1b", True)
