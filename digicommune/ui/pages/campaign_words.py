"""Words of campaigns on screen: states, days of the week, how the fair table is counted."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from digicommune.domain.numbers import percentage
from digicommune.ui import words
from digicommune.ui.language import tr

if TYPE_CHECKING:
    from digicommune.domain.campaign_calendar import Clash
    from digicommune.domain.campaign_views import CampaignView
    from digicommune.ui.style import Tone


def state(code: str) -> tuple[str, Tone]:
    """A campaign's state with its tone."""
    known: dict[str, tuple[str, Tone]] = {
        "planned": (tr("Dự kiến"), "info"),
        "running": (tr("Đang làm"), "good"),
        "closed": (tr("Đã kết thúc"), "muted"),
    }
    return known.get(code, (code, "muted"))


def weekday(day: date) -> str:
    """ "Thứ bảy", short."""
    names = (tr("T2"), tr("T3"), tr("T4"), tr("T5"), tr("T6"), tr("T7"), tr("CN"))
    return names[day.weekday()]


def share(count: int, target: int | None) -> str:
    """ "31,0%" of a target; nothing where none is set."""
    found = percentage(count, target, 1) if target else None
    return words.percent(found)


def reached(count: int, target: int | None) -> Decimal | None:
    """The part of a target in percent."""
    return percentage(count, target, 1) if target else None


def how_counted() -> str:
    """What the columns of the fair table mean."""
    return tr(
        "Mỗi người chỉ được tính là khách hàng mới của một ngân hàng: nơi mở tài khoản đầu tiên"
        " theo ngày mở. Mở cùng ngày ở hai ngân hàng, hoặc một nơi không ghi ngày, thì không ai"
        " biết nơi nào trước: người đó đứng ở cột “Cùng lúc” của cả hai và chỉ tính một lần ở dòng"
        " cả chiến dịch. Người đã có tài khoản trước chiến dịch không phải khách hàng mới. Hai cột"
        " cuối là số ngân hàng báo, không gắn với tên ai. Người trong thùng rác không được tính."
    )


def clash_said(clash: Clash, view: CampaignView) -> str:
    """One clash in a sentence."""
    days = {one.session.session_id: one for one in view.sessions}
    first = days.get(clash.first) or days.get(clash.second)
    other = days.get(clash.second) if first is days.get(clash.first) else None
    when = words.day(first.session.held_on) if first else ""
    names = [one.village for one in (first, other) if one is not None and one.village]
    if other is None:
        names.append(tr("một chiến dịch khác"))
    places = ", ".join(names)
    if clash.kind == "officers":
        said = tr("{day}: {what} phải có mặt ở hai nơi trong cùng một buổi ({places}).")
    else:
        said = tr("{day}: {what} có hai buổi cùng lúc ({places}).")
    return said.format(day=when, what=clash.what, places=places)
