"""Plain documents for the tests of the press."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from digicommune.documents.description import (
    Align,
    Annex,
    Block,
    Column,
    Document,
    DocumentNumber,
    Heading,
    LetterHead,
    Orientation,
    Row,
    RowKind,
    SignatureBlock,
    Table,
    Title,
    paragraph,
)

SENTENCE = (
    "Ủy ban nhân dân xã đã phối hợp với các thôn rà soát số liệu từng chỉ tiêu, đối chiếu với hồ sơ"
    " gốc và tổng hợp theo kỳ báo cáo để phục vụ công tác chỉ đạo, điều hành trên địa bàn."
)
COLUMNS = (
    Column("TT", Align.CENTER, 0.5),
    Column("Thôn", Align.LEFT, 2),
    Column("Số hộ", Align.RIGHT),
    Column("Nhân khẩu", Align.RIGHT),
)


def letter(*blocks: Block, **more: object) -> Document:
    """A report with everything a page can carry."""
    document = Document(
        header=LetterHead(("ỦY BAN NHÂN DÂN", "XÃ HOẰNG CHÂU"), "Hoằng Châu"),
        number=DocumentNumber("BC-UBND", "45"),
        title=Title("BÁO CÁO", ("Kết quả thực hiện chuyển đổi số", "quý I năm 2026")),
        blocks=blocks or (Heading("I. KẾT QUẢ"), paragraph(SENTENCE)),
        date=date(2026, 3, 5),
        year=2026,
        addressees=("Ủy ban nhân dân tỉnh", "Sở Khoa học và Công nghệ"),
        bases=("Căn cứ Luật thứ nhất", "Căn cứ Luật thứ hai;"),
        signature=SignatureBlock(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Lê Văn Hoằng"),
        recipients=("Như trên", "Các thôn", "Lưu: VT, VHXH."),
    )
    return replace(document, **more)  # type: ignore[arg-type]


def villages(count: int) -> Table:
    """So many villages and their total."""
    rows = tuple(Row((str(i), f"Thôn thứ {i}", "100", "1.000")) for i in range(1, count + 1))
    total = Row(("", "Tổng cộng", str(count * 100), f"{count}.000"), RowKind.TOTAL)
    return Table(COLUMNS, (*rows, total), unit="Đơn vị tính: hộ, người", numbered=True)


def annex(*blocks: Block, orientation: Orientation = Orientation.LANDSCAPE) -> Annex:
    """A first annex."""
    return Annex(
        "I", ("KẾT QUẢ THEO THÔN",), "(Kèm theo Báo cáo số 45/BC-UBND)", blocks, orientation
    )
