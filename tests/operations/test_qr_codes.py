"""Codes of shops looked through together, checked from files, made and put on stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image

from digicommune.db.store import Store
from digicommune.documents import qr_codes as drawing
from digicommune.domain.merchants import Merchant
from digicommune.domain.progress import no_progress
from digicommune.domain.vietqr import read
from digicommune.domain.vietqr_making import QrOrder, build
from digicommune.domain.village_changes import Succession
from digicommune.domain.villages import Village
from digicommune.errors import Cancelled, UserError
from digicommune.operations import qr_checks, qr_codes, qr_stands
from digicommune.operations.qr_codes import QrWish
from digicommune.operations.qr_stands import StandRequest
from tests.cli.lists import write_list

BANK = "970405"


def code(account: int, holder: str = "") -> str:
    return build(QrOrder(BANK, f"34072050{account:05d}", holder))


def shop(name: str, owner: str | None, text: str | None, **more: object) -> Merchant:
    made = Merchant(0, name, owner, qr_state="in_use" if text else "none", qr_text=text)
    return replace(made, **more)  # type: ignore[arg-type]


def keep(store: Store, *shops: Merchant) -> None:
    with store.unit() as unit:
        ids = unit.ids.block("merchants", len(shops))
        numbered = zip(ids, shops, strict=True)
        unit.merchants.add_many([replace(one, merchant_id=at) for at, one in numbered])


def doubts(store: Store) -> dict[str, str]:
    return {one.merchant.name: one.code for one in qr_checks.check_shops(store).doubts}


def test_one_account_at_two_owners_is_doubted_at_both(any_store: Store) -> None:
    keep(
        any_store,
        shop("Quán A", "Lê Thị An", code(1)),
        shop("Quán B", "Trần Văn Bách", code(1)),
        shop("Quán C", "Lê Thị Chi", code(2)),
    )
    assert doubts(any_store) == {"Quán A": "same_as_other", "Quán B": "same_as_other"}
    (told, _) = qr_checks.check_shops(any_store).doubts
    assert "Quán B" in told.message
    assert qr_checks.check_shops(any_store).changed == 0


def test_the_account_is_compared_and_not_the_text_alone(store: Store) -> None:
    keep(
        store,
        shop("Quán A", "Lê Thị An", code(1, "Lê Thị An")),
        shop("Quán B", "Trần Văn Bách", code(1)),
    )
    assert set(doubts(store)) == {"Quán A", "Quán B"}


def test_two_shops_of_one_owner_and_a_closed_one_may_share(store: Store) -> None:
    keep(
        store,
        shop("Quán A", "Lê Thị An", code(1)),
        shop("Quán A ở chợ", "Lê Thị An", code(1)),
        shop("Quán cũ", "Trần Văn Bách", code(1), state="closed"),
    )
    assert doubts(store) == {}


def test_what_was_tried_in_the_shop_stands_against_a_text_in_order(store: Store) -> None:
    tried = {"qr_state": "doubtful", "qr_works": False, "qr_problem": "Quét không ra."}
    keep(
        store,
        shop("Thử không được", "Lê Thị An", code(1), **tried),
        shop("Đã sửa", "Lê Thị Chi", code(2), qr_state="doubtful", qr_problem="Sai số kiểm tra."),
    )
    found = qr_checks.check_shops(store)
    assert [(one.merchant.name, one.message) for one in found.doubts] == [
        ("Thử không được", "Quét không ra.")
    ]
    assert (found.in_use, found.changed) == (1, 1)


def test_shops_stand_in_the_village_of_today(store: Store) -> None:
    with store.unit() as unit:
        old = unit.villages.save(Village(0, "Thôn Cũ", end=date(2025, 12, 31))).village_id
        new = unit.villages.save(Village(0, "Thôn Mới", start=date(2026, 1, 1))).village_id
        unit.villages.succeed([Succession(old, new, "merge", date(2026, 1, 1))])
    keep(store, shop("Quán A", "Lê Thị An", code(1), village_id=old))
    assert qr_checks.check_shops(store, new).shops == 1
    assert qr_checks.check_shops(store, old).shops == 0
    assert qr_stands.make(store, StandRequest(village_id=new)).stands == 1


def test_stands_are_taken_up_where_a_printer_stopped(store: Store) -> None:
    keep(store, *(shop(f"Quán {at}", None, code(at)) for at in range(1, 8)))
    assert qr_stands.make(store, StandRequest(first=6)).stands == 2
    with pytest.raises(UserError) as refused:
        qr_stands.make(store, StandRequest(first=8))
    assert refused.value.code == "no_stands_left"
    first, again = (qr_stands.make(store, StandRequest(size="a5")) for _ in range(2))
    assert first.document.pdf == again.document.pdf


def test_printing_stands_can_be_stopped(store: Store) -> None:
    keep(store, *(shop(f"Quán {at}", None, code(at)) for at in range(1, 4)))
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int, _what: str) -> None:
        told.append((done, total))
        if done == 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        qr_stands.make(store, StandRequest(), stop)
    assert told == [(at, 6) for at in range(5)]


# --- files ---


def test_a_list_is_checked_row_by_row_also_where_a_row_lacks_its_name(tmp_path: Path) -> None:
    heads = ("STT", "Tên hộ kinh doanh", "Nội dung mã QR")
    rows = [[1, "Quán A", code(1)], [2, "", code(2)], [3, "Quán C", "hỏng"], [4, "Quán D", None]]
    found = qr_codes.check(str(write_list(tmp_path / "ma.xlsx", heads, rows)))
    assert [(one.source, one.sound) for one in found] == [
        ("ma.xlsx, dòng 2", True),
        ("ma.xlsx, dòng 3", True),
        ("ma.xlsx, dòng 4", False),
    ]


def test_a_shop_named_in_its_code_is_not_somebody_else(tmp_path: Path) -> None:
    heads = ("STT", "Tên hộ kinh doanh", "Chủ hộ", "Nội dung mã QR")
    rows = [[1, "Tạp hóa Hải Yến", "Lê Thị Yến", code(1, "Tạp hóa Hải Yến")]]
    (found,) = qr_codes.check(str(write_list(tmp_path / "ma.xlsx", heads, rows)))
    assert found.sound


@pytest.mark.parametrize("name", ["khong co.png", "thu muc/ds.xlsx"])
def test_a_file_that_is_not_there_is_no_text(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError) as refused:
        qr_codes.check(str(tmp_path / name))
    assert refused.value.code == "file_missing"


def test_nothing_is_neither_a_code_nor_this_folder() -> None:
    with pytest.raises(UserError) as refused:
        qr_codes.check("  ")
    assert refused.value.code == "qr_text_missing"


@pytest.mark.parametrize("kind", ["svg", "pdf"])
def test_a_drawing_is_told_from_a_spoilt_picture(tmp_path: Path, kind: str) -> None:
    made = qr_codes.make(QrWish(BANK, "3407205000001", "Lê Thị An"), tmp_path / f"ma.{kind}")
    with pytest.raises(UserError) as refused:
        qr_codes.check(str(made.path))
    assert refused.value.code == "picture_kind"


def test_a_photo_is_read_turned_shrunk_see_through_and_beside_another(tmp_path: Path) -> None:
    made = tmp_path / "ma.png"
    qr_codes.make(QrWish("Agribank", "3407205000001", "Lê Thị An"), made)
    with Image.open(made) as opened:
        code_alone = opened.convert("L")
    side = code_alone.width
    photo = Image.new("L", (side * 2, side * 2), 190)
    photo.paste(code_alone.resize((side // 2, side // 2)).rotate(90), (side // 3, side // 2))
    photo.rotate(7, fillcolor=190).save(tmp_path / "anh.jpg", quality=60)
    clear = Image.new("LA", code_alone.size, (0, 0))
    clear.putalpha(code_alone.point(lambda level: 255 - level))
    clear.save(tmp_path / "trong.png")
    for name in ("anh.jpg", "trong.png"):
        (found,) = qr_codes.check(str(tmp_path / name))
        assert found.sound, name
        assert found.qr is not None
        assert found.qr.account == "3407205000001"


def test_what_only_calls_itself_a_picture_is_not_run(tmp_path: Path) -> None:
    program = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\nshowpage\n"
    (tmp_path / "ma.png").write_bytes(program)
    with pytest.raises(UserError) as refused:
        drawing.read_picture(tmp_path / "ma.png")
    assert refused.value.code == "picture_not_read"


def test_a_huge_picture_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    Image.new("1", (12_000, 8_000)).save(tmp_path / "to.png")
    with pytest.raises(UserError) as refused:
        drawing.read_picture(tmp_path / "to.png")
    assert refused.value.code == "picture_too_large"


# --- making one ---


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_a_code_is_made_in_every_format_the_same_each_time(tmp_path: Path, kind: str) -> None:
    wish = QrWish(BANK, "3407 2050 00001", "Đỗ Thị Ánh", Decimal(50_000), "Tiền điện")
    made = qr_codes.make(wish, tmp_path / f"ma.{kind}")
    qr = read(made.payload).qr
    assert qr is not None
    assert (qr.holder, qr.amount, qr.account) == (
        "DO THI ANH",
        Decimal(50_000),
        "3407205000001",
    )
    assert made.path.stat().st_size > 500


@pytest.mark.parametrize(
    ("wish", "refusal"),
    [
        (QrWish("Ngân hàng không có", "1", "Lê Thị An"), "qr_bank_unknown"),
        (QrWish(BANK, "1", "日本"), "qr_name_missing"),
        (QrWish(BANK, "1234-56", "Lê Thị An"), "qr_unfit"),
        (QrWish(BANK, "12345", "Lê Thị An"), "qr_unfit"),
        (QrWish(BANK, "123456", "Lê Thị An", Decimal("NaN")), "qr_unfit"),
        (QrWish(BANK, "123456", "Lê Thị An", Decimal("1e13")), "qr_unfit"),
    ],
)
def test_what_makes_no_code_leaves_no_file(tmp_path: Path, wish: QrWish, refusal: str) -> None:
    with pytest.raises(UserError) as refused:
        qr_codes.make(wish, tmp_path / "ma.png")
    assert refused.value.code == refusal
    assert not list(tmp_path.iterdir())


def test_an_amount_is_written_in_digits() -> None:
    text = build(QrOrder(BANK, "123456", amount=Decimal("1E+5")))
    assert "5406100000" in text
    assert qr_codes.check(text, no_progress)[0].sound
