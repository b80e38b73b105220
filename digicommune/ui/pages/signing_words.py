"""What signatures and signed copies are called on screen; it asks nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.ui import words
from digicommune.ui.language import tr

if TYPE_CHECKING:
    from digicommune.domain.signed_copies import PaperSignature, SignedCopy
    from digicommune.ui.style import Tone


def signers(copy: SignedCopy) -> str:
    """Who signed, in their order."""
    return ", ".join(one.signer or tr("không rõ tên") for one in copy.signatures)


def standing(copy: SignedCopy) -> tuple[str, Tone]:
    """Whether it is whole and what it was built on, in a few words."""
    if not copy.sound:
        return tr("✗ đã bị sửa sau khi ký"), "bad"
    told: dict[str, tuple[str, Tone]] = {
        "stored": (tr("✓ ký trên đúng bản phát hành"), "good"),
        "altered": (tr("nội dung bị đổi trước khi ký"), "bad"),
        "outside": (tr("bản ký ngoài: so với bản lưu"), "warn"),
    }
    return told[copy.base]


def origin(copy: SignedCopy) -> str:
    """Where it comes from."""
    return tr("ký tại đây") if copy.origin == "made" else tr("nhận về")


def story(copy: SignedCopy) -> str:
    """Each signature in a sentence: who, when by his own clock, what is known of it."""
    return "\n".join(_said(one) for one in copy.signatures)


def _said(one: PaperSignature) -> str:
    broken = tr("không còn giá trị: nội dung đã bị sửa")
    state = tr("nguyên vẹn") if one.sound else broken
    chains = {
        "trusted": tr("nơi cấp được văn phòng tin"),
        "untrusted": tr("nơi cấp không nằm trong danh sách văn phòng tin"),
        "unchecked": tr("chưa kiểm nơi cấp chứng thư"),
    }
    days = {
        "expired": tr("chứng thư hết hạn khi ký"),
        "not_yet": tr("chứng thư chưa có hiệu lực khi ký"),
    }
    parts = [state, chains[one.chain], days.get(one.days, "")]
    at = words.moment(one.signed_at) if one.signed_at else tr("không rõ giờ")
    said = "; ".join(part for part in parts if part)
    return tr("{signer}, {at}: {said}.").format(signer=one.signer or "?", at=at, said=said)
