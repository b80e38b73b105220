"""The words of dossiers and of the register on screen; paper has its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.ui.language import tr

if TYPE_CHECKING:
    from digicommune.ui.style import Tone


def dossier_state(code: str) -> tuple[str, Tone]:
    """How far a dossier has come, with its sign."""
    known: dict[str, tuple[str, Tone]] = {
        "none": (tr("– Chưa đăng ký"), "muted"),
        "registered": (tr("+ Đã đăng ký"), "info"),
        "self_assessed": (tr("+ Đã tự đánh giá"), "info"),
        "met": (tr("+ Đã họp thôn"), "info"),
        "appraised": (tr("+ Đã thẩm định"), "info"),
        "submitted": (tr("+ Đã trình"), "warn"),
        "recognised": (tr("✓ Đã công nhận"), "good"),
    }
    return known.get(code, (code, "muted"))


def recognition_state(code: str) -> tuple[str, Tone]:
    """How a recognition stands, with its sign."""
    known: dict[str, tuple[str, Tone]] = {
        "standing": (tr("✓ Còn hiệu lực"), "good"),
        "recheck_soon": (tr("! Sắp thẩm định lại"), "warn"),
        "at_risk": (tr("✗ Nguy cơ thu hồi"), "bad"),
        "revoked": (tr("– Đã thu hồi"), "muted"),
        "expired": (tr("– Hết hạn"), "muted"),
        "coming": (tr("+ Chưa có hiệu lực"), "info"),
    }
    return known.get(code, (code, "muted"))


def state_in_full(code: str) -> str:
    """How a recognition stands, where there is room for all words."""
    known = {
        "standing": tr("Công nhận còn hiệu lực."),
        "recheck_soon": tr("Sắp đến hạn thẩm định lại."),
        "at_risk": tr("Nguy cơ thu hồi: thôn không còn đạt bộ tiêu chí trong kỳ này."),
        "revoked": tr("Công nhận đã bị thu hồi."),
        "expired": tr("Công nhận đã hết hạn."),
        "coming": tr("Quyết định chưa đến ngày có hiệu lực."),
    }
    return known.get(code, code)


def met_chip(met: int, of: int, *, passed: bool) -> tuple[str, Tone]:
    """How many criteria are met."""
    sign = "✓" if passed else "✗"
    told = tr("{met}/{of} tiêu chí").format(met=met, of=of)
    return f"{sign} {told}", "good" if passed else "bad"


def sentence(said: str) -> str:
    """A clause of the domain as a sentence of its own: a capital, and nothing else changed."""
    return said[:1].upper() + said[1:]
