"""The words on screen for rules, sets and gaps of criteria; what is on paper has its own words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from digicommune.domain import criteria_comparing as comparing
from digicommune.domain.numbers import vi_decimal_text
from digicommune.ui import words
from digicommune.ui.language import tr

if TYPE_CHECKING:
    from digicommune.domain.criteria import CriteriaSet, Criterion
    from digicommune.domain.gaps import Gap
    from digicommune.ui.style import Tone


def kinds() -> tuple[tuple[str, str], ...]:
    """Kinds of rules in the order they are offered."""
    return (
        ("ratio", tr("Tỷ lệ từ số liệu")),
        ("count", tr("Số lượng xã trả lời")),
        ("yes_no", tr("Có hoặc không")),
        ("document", tr("Có văn bản")),
        ("k_of_n", tr("Đạt k trong n nội dung")),
    )


def kind_short(code: str) -> str:
    """A kind where room is short."""
    known = {
        "ratio": tr("Tỷ lệ"),
        "count": tr("Số lượng"),
        "yes_no": tr("Có/không"),
        "document": tr("Văn bản"),
        "k_of_n": tr("k trong n"),
    }
    return known.get(code, code)


def passings() -> tuple[tuple[str, str], ...]:
    """When a village passes."""
    return (
        ("all_mandatory", tr("Đạt mọi tiêu chí bắt buộc")),
        ("mandatory_and_optional", tr("Bắt buộc và một số tự chọn")),
        ("points", tr("Bắt buộc và đủ điểm")),
    )


def set_state(one: CriteriaSet) -> tuple[str, Tone]:
    """How far a set can be relied on, with its sign."""
    if one.frame:
        return tr("– Khung"), "muted"
    if one.verified:
        return tr("✓ Đã đối chiếu"), "good"
    return tr("! Chưa đối chiếu"), "warn"


def span(start: date | None, end: date | None) -> str:
    """The days a set is in force."""
    if start and end:
        return f"{words.day(start)} – {words.day(end)}"
    if start:
        return tr("từ {day}").format(day=words.day(start))
    return tr("đến {day}").format(day=words.day(end)) if end else tr("không ghi")


def rule(one: Criterion, names: Mapping[str, str]) -> str:
    """A criterion's rule as a sentence; ``names`` are those of indicators and bases by code."""
    said = _met(one, names)
    if one.by_group and one.kind in {"ratio", "count", "k_of_n"}:
        sign = "%" if one.kind == "ratio" else ""
        groups = "; ".join(f"{each.group}: {number(each.value)}{sign}" for each in one.by_group)
        said += " " + tr("Ngưỡng riêng theo nhóm: {groups}.").format(groups=groups)
    if one.evidence:
        said += " " + tr("Phải có minh chứng.")
    said += " " + (tr("Bắt buộc.") if one.mandatory else tr("Tự chọn."))
    if one.weight is not None:
        said += " " + tr("Đạt thì được {points} điểm.").format(points=number(one.weight))
    return said


def _met(one: Criterion, names: Mapping[str, str]) -> str:
    if one.kind == "ratio":
        return _ratio(one, names)
    least = number(one.threshold) if one.threshold else "…"
    if one.kind == "count":
        unit = one.unit or tr("đơn vị")
        return tr("Đạt khi thôn có từ {least} {unit} trở lên.").format(least=least, unit=unit)
    if one.kind == "document":
        return tr("Đạt khi có văn bản: xã trả lời “Có”, hoặc có tệp minh chứng.")
    if one.kind == "k_of_n":
        count = len(one.parts)
        told = tr("Đạt khi ít nhất {least} trong {count} nội dung đạt: {parts}.")
        parts = ", ".join(one.parts) or "…"
        return told.format(least=least if one.threshold else count, count=count, parts=parts)
    return tr("Đạt khi xã trả lời “Có”.")


def _ratio(one: Criterion, names: Mapping[str, str]) -> str:
    indicator = names.get(one.indicator or "", one.indicator or "…")
    base = words.base_name(one.base, names) if one.base else tr("cơ sở của chỉ tiêu")
    least = number(one.threshold) if one.threshold else "…"
    told = tr("Đạt khi “{indicator}”, tính trên {base}, từ {least}% trở lên.")
    return told.format(indicator=indicator, base=base, least=least)


def passing(one: CriteriaSet) -> str:
    """When a village passes the set, as a sentence."""
    must = sum(each.mandatory for each in one.standing)
    if one.passing.kind == "points":
        told = tr("Thôn đạt khi đạt đủ {must} tiêu chí bắt buộc và được từ {points} điểm.")
        return told.format(must=must, points=number(one.passing.points or "0"))
    if one.passing.kind == "mandatory_and_optional":
        told = tr("Thôn đạt khi đạt đủ {must} tiêu chí bắt buộc và {optional}/{of} tự chọn.")
        of = len(one.standing) - must
        return told.format(must=must, optional=one.passing.optional, of=of)
    return tr("Thôn đạt khi đạt đủ {must} tiêu chí bắt buộc.").format(must=must)


def number(text: str | None) -> str:
    """A decimal text as written in Vietnam; what is no number as it was typed."""
    digits = (text or "").replace(".", "", 1)
    return vi_decimal_text(text or "0") if digits.isdecimal() and digits.isascii() else text or ""


def gap(one: Gap) -> str:
    """What there is to do for a gap, with how many."""
    short = words.count(one.short_by)
    known = {
        "units": tr("Thêm {short} {unit}").format(short=short, unit=one.unit),
        "answer": tr("Trả lời"),
        "figure": tr("Nhập số liệu"),
        "proof": tr("Bổ sung minh chứng"),
        "threshold": tr("Nhập ngưỡng của bộ tiêu chí"),
        "parts": tr("Thêm {short} nội dung").format(short=short),
    }
    said = known[one.lacks]
    if one.lacks == "units" and one.kind in {"yes_no", "document"}:
        said = tr("Thực hiện nội dung")
    if one.lacks_proof and one.lacks != "proof":
        said += tr(", kèm minh chứng")
    return said


def trend(code: str) -> tuple[str, Tone]:
    """How two periods stand to each other: an arrow with its word."""
    known: dict[str, tuple[str, Tone]] = {
        "better": (tr("↑ Tốt hơn"), "good"),
        "worse": (tr("↓ Kém hơn"), "bad"),
        "same": (tr("= Như cũ"), "muted"),
        "not_comparable": (tr("– Không so"), "muted"),
        "set_changed": (tr("≠ Bộ đã đổi"), "warn"),
    }
    return known.get(code, (code, "muted"))


def not_compared(reason: str) -> str:
    """Why two periods are not compared, in the window's language; codes stay as they are."""
    if reason.startswith(comparing.UNSURE):
        codes = reason.removeprefix(comparing.UNSURE).rstrip(".")
        return tr("Không so sánh được {codes}.").format(codes=codes)
    known = {
        comparing.SET_CHANGED: tr("Bộ tiêu chí đã thay đổi: không so sánh."),
        comparing.NOTHING_COMPARED: tr("Chưa có tiêu chí nào so sánh được."),
        comparing.NO_FIGURES: tr("Một trong hai kỳ chưa có số liệu."),
        comparing.OTHER_BASE: tr("Hai kỳ tính trên cơ sở khác nhau."),
        comparing.NO_SUCH_VILLAGE: tr("Kỳ trước chưa có thôn này."),
        comparing.NOT_JUDGED: tr("Kỳ trước chưa đánh giá thôn này."),
        comparing.NEW_CRITERION: tr("Tiêu chí mới, kỳ trước chưa có: không so sánh."),
    }
    return known.get(reason, reason)
