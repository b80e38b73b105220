"""Every other form of paper an office writes, for the tests of the press; no person exists."""

from __future__ import annotations

from datetime import date

from digicommune.documents.description import (
    Align,
    Column,
    Document,
    DocumentNumber,
    LetterHead,
    Placed,
    Row,
    SignatureBlock,
    Subheading,
    Table,
    Title,
    Urgency,
    article,
    bullet,
    paragraph,
    titled_article,
)
from tests.documents.papers import SENTENCE

COMMUNE = LetterHead(("ỦY BAN NHÂN DÂN", "XÃ HOẰNG CHÂU"), "Hoằng Châu")
CHAIRMAN = SignatureBlock(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Lê Văn Hoằng")
DAY = date(2026, 11, 9)


def decision() -> Document:
    """A decision: authority, bases, the enacting word, articles."""
    return Document(
        header=COMMUNE,
        number=DocumentNumber("QĐ-UBND", "7"),
        title=Title(
            "QUYẾT ĐỊNH", ("Về việc công nhận Hổ Thôn đạt chuẩn thôn thông minh năm 2026",)
        ),
        authority=("ỦY BAN NHÂN DÂN XÃ HOẰNG CHÂU",),
        bases=("Căn cứ Luật Tổ chức chính quyền địa phương", "Theo đề nghị của Trưởng phòng;"),
        enacting="QUYẾT ĐỊNH:",
        blocks=(
            article(1, "Công nhận Hổ Thôn, xã Hoằng Châu đạt chuẩn thôn thông minh năm 2026."),
            titled_article(2, "Trách nhiệm thi hành"),
            paragraph("1. Thôn giữ vững và nâng cao chất lượng các tiêu chí đã đạt."),
            paragraph("2. Ủy ban nhân dân xã công bố quyết định, bảo đảm trang trọng, tiết kiệm."),
            article(3, "Quyết định có hiệu lực từ ngày ký. Trưởng thôn chịu trách nhiệm thi hành."),
        ),
        date=DAY,
        signature=CHAIRMAN,
        recipients=("Như Điều 3", "Ủy ban nhân dân tỉnh", "Lưu: VT, VHXH"),
    )


def minutes(*signers: str) -> Document:
    """The minutes of a village meeting: no place and date, signatures side by side."""
    names = signers or ("THƯ KÝ", "CHỦ TỌA")
    columns = (
        Column("TT", Align.CENTER, 0.5),
        Column("Họ và tên", Align.LEFT, 2),
        Column("Chức vụ", Align.LEFT, 2),
        Column("Ký tên", Align.LEFT, 2),
    )
    rows = (
        Row(("1", "Lê Thị Na", "Trưởng thôn", "")),
        Row(("2", "Trịnh Văn Sáu", "Thành viên", "")),
    )
    return Document(
        header=LetterHead(("HỔ THÔN",), "Hoằng Châu", "UBND XÃ HOẰNG CHÂU"),
        number=None,
        title=Title("BIÊN BẢN", ("Họp thôn lấy ý kiến về kết quả xây dựng thôn thông minh",)),
        blocks=(
            paragraph("Thời gian bắt đầu: 19 giờ 30 phút, ngày 09 tháng 11 năm 2026."),
            paragraph("Địa điểm: nhà văn hóa Hổ Thôn."),
            Table(columns, rows, signed=True),
            paragraph("Biên bản được lập thành 02 bản, đọc cho mọi người cùng nghe và thông qua"),
        ),
        dated=False,
        signatures=tuple(
            SignatureBlock((one,), f"Người ký {place}", hint="(Ký, ghi rõ họ tên)")
            for place, one in enumerate(names, start=1)
        ),
        recipients=("Ủy ban nhân dân xã", "Lưu: Hồ sơ thôn"),
    )


def letter_about(*addressees: str) -> Document:
    """A công văn: its subject stands under the number, it has no kind on paper."""
    return Document(
        header=COMMUNE,
        number=DocumentNumber("UBND-VHXH", "112"),
        title=Title(
            "CÔNG VĂN",
            ("rà soát, cập nhật số liệu tài khoản thanh toán quý IV năm 2026",),
            Placed.UNDER_NUMBER,
        ),
        urgency=Urgency.EXPRESS,
        addressees=addressees or ("Trưởng các thôn",),
        blocks=(paragraph(SENTENCE), bullet("Gửi danh sách trước ngày 20 tháng 11 năm 2026")),
        date=DAY,
        signature=CHAIRMAN,
        recipients=("Như trên", "Lưu: VT, VHXH"),
        foot=("Địa chỉ: Thôn Vệ, xã Hoằng Châu, tỉnh Thanh Hóa", "Điện thoại: 0237 000 000"),
    )


def invitation(name: str) -> Document:
    """One invitation of many, to one person."""
    return Document(
        header=COMMUNE,
        number=DocumentNumber("GM-UBND", "31"),
        title=Title("GIẤY MỜI", ("Dự hội nghị sơ kết",)),
        blocks=(
            paragraph(f"Ủy ban nhân dân xã Hoằng Châu trân trọng kính mời: {name}"),
            Subheading(("Chương trình", "HỘI NGHỊ SƠ KẾT")),
            paragraph(SENTENCE),
        ),
        date=DAY,
        signature=SignatureBlock(("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), "Phạm Thị Lan"),
        recipients=("Như trên", "Lưu: VT"),
        outline=f"Giấy mời: {name}",
    )
