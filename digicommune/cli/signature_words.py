"""What signatures and signed copies are called on the command line, in Vietnamese; it asks none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from digicommune.domain.signed_copies import PaperSignature, SignedCopy

BASES = {
    "same": "trùng từng byte với bản phát hành",
    "stored": "ký ngay trên bản phát hành",
    "altered": "bản phát hành đã bị thêm hoặc đổi nội dung trước khi ký; so kỹ với bản lưu",
    "outside": "bản ký ngoài: không dựng trên đúng từng byte của bản lưu; so kỹ với bản lưu",
}
_CHAINS = {
    "trusted": "chứng thư thuộc nơi cấp văn phòng tin",
    "untrusted": "chứng thư không thuộc nơi cấp văn phòng tin",
    "unchecked": "không kiểm được chuỗi chứng thư",
}
_DAYS = {
    "expired": "chứng thư đã hết hạn khi ký",
    "not_yet": "chứng thư chưa có hiệu lực khi ký",
    "unknown": "không rõ giờ ký",
}


def signature_line(one: PaperSignature) -> str:
    """Who, when by his own machine, whether whole, and what is not known."""
    if not one.intact:
        state = "HỎNG: nội dung đã bị sửa sau khi ký"
    elif one.after == "changed":
        state = "HỎNG: tệp bị đổi nội dung sau chữ ký này"
    else:
        state = "nguyên vẹn"
    parts = [state, _CHAINS[one.chain], _DAYS.get(one.days, "")]
    at = f", giờ tự khai {one.signed_at}" if one.signed_at else ""
    who = one.signer or "không rõ tên"
    return f"- {who}{at} ({one.field}): {'; '.join(part for part in parts if part)}."


def copy_line(one: SignedCopy) -> str:
    """A kept copy in one line."""
    how = "ký trong chương trình" if one.origin == "made" else "nhận về"
    signers = ", ".join(signature.signer or "không rõ tên" for signature in one.signatures)
    return (
        f"{one.copy_id}. {one.name} — {how} {one.kept_at}, {one.who}; ký: {signers};"
        f" {BASES[one.base]}."
    )


def told_signature(one: PaperSignature) -> dict[str, Any]:
    """For programs."""
    names = ("field", "signer", "issuer", "signed_at", "intact", "after", "chain", "days")
    return {**{name: getattr(one, name) for name in names}, "sound": one.sound}


def told_copy(one: SignedCopy) -> dict[str, Any]:
    """For programs."""
    names = ("copy_id", "issue_id", "name", "sha256", "size", "origin", "base", "who", "kept_at")
    signatures = [told_signature(signature) for signature in one.signatures]
    return {**{name: getattr(one, name) for name in names}, "signatures": signatures}
