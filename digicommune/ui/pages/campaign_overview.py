"""A campaign at a glance: four numbers, the way to the target, villages; it counts nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QWidget

from digicommune.ui import plain, style, words
from digicommune.ui.language import tr
from digicommune.ui.pages import campaign_words
from digicommune.ui.views.chart import ChartView
from digicommune.ui.views.frames import card, column, empty_layout, row
from digicommune.ui.views.table import Column, Table
from digicommune.ui.views.tiles import Meter

if TYPE_CHECKING:
    from decimal import Decimal

    from digicommune.charts.values import DayLine
    from digicommune.domain.campaign_views import CampaignView, VillageProgress
    from digicommune.ui.page import Desk


class OverviewTab(QWidget):
    """``village_asked`` tells the village whose people are to be shown."""

    village_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._tiles = row(gap=12)
        self.chart = ChartView(desk)
        self._undated = plain.label("", "small", wrap=True)
        self.table = Table(_columns(), tr("Kết quả theo thôn"))
        self.table.setProperty("kind", "bare")
        self.table.doubleClicked.connect(lambda _at: self.village_asked.emit(self.table.current()))
        left = card(
            plain.label(tr("Tài khoản theo ngày"), "heading"), self.chart, self._undated, 1, gap=8
        )
        right = card(plain.label(tr("Theo thôn"), "heading"), self.table, gap=8)
        body = row(gap=12)
        body.addWidget(left, 5)
        body.addWidget(right, 6)
        layout = column(self._tiles, gap=12)
        layout.addLayout(body, 1)
        self.setLayout(layout)

    def show_view(self, view: CampaignView) -> None:
        """Shows a campaign."""
        shares = view.shares
        target = view.campaign.target_accounts
        empty_layout(self._tiles)
        codes = [one.target_codes for one in view.villages if one.target_codes is not None]
        tiles = (
            _number(tr("Tài khoản"), shares.accounts, _of(target), (shares.accounts, target)),
            _number(tr("Người"), shares.people, _covered(view), None),
            _number(
                tr("Mở lần đầu"),
                shares.people_first,
                tr("{count} đã có tài khoản từ trước").format(
                    count=words.count(shares.people_before)
                ),
                (shares.people_first, shares.people),
            ),
            _number(
                tr("Hộ có mã QR"),
                view.codes,
                _of(sum(codes) if codes else None),
                (view.codes, sum(codes) if codes else None),
            ),
        )
        for one in tiles:
            self._tiles.addWidget(one, 1)
        self.chart.show_values(days_of(view))
        self._undated.setText(
            tr("{count} tài khoản không ghi ngày mở nên không có trong đường này.").format(
                count=words.count(view.undated)
            )
        )
        self._undated.setVisible(bool(view.undated))
        self.table.show_rows(view.villages)


def days_of(view: CampaignView) -> DayLine:
    """The campaign's sum by day, as it is drawn."""
    from digicommune.charts.values import DayCount, DayLine

    campaign, target = view.campaign, view.campaign.target_accounts
    last = view.days[-1].day if view.days else campaign.start
    end = last if campaign.state != "planned" else campaign.end
    return DayLine(
        tr("Tài khoản theo ngày"),
        tuple(DayCount(one.day, one.accounts) for one in view.days),
        campaign.start,
        end,
        target,
        tr("Chỉ tiêu {count}").format(count=words.count(target)) if target else "",
    )


def _number(title: str, count: int, under: str, meter: tuple[int, int | None] | None) -> QFrame:
    figure = plain.label(words.count(count), "figure")
    figure.setFont(style.figures_font(20, QFont.Weight.DemiBold))
    part: Decimal | None = None
    if meter is not None and meter[1]:
        part = campaign_words.reached(meter[0], meter[1])
    share = plain.label(words.percent(part) if part is not None else "", "strong")
    made = card(
        plain.label(title, "caps"),
        row(figure, 1, share),
        Meter(part, None, "muted"),
        plain.label(under, "small"),
        gap=2,
        edge=12,
    )
    plain.named(made, f"{title}: {words.count(count)}")
    return made


def _of(target: int | None) -> str:
    if target is None:
        return tr("chưa đặt chỉ tiêu")
    return tr("chỉ tiêu {count}").format(count=words.count(target))


def _covered(view: CampaignView) -> str:
    one = view.coverage
    if one is None:
        return tr("mỗi người tính một lần")
    return tr("{share} trên {of} {base}").format(
        share=campaign_words.share(one.people, one.of), of=words.count(one.of), base=one.base_name
    )


def _columns() -> tuple[Column[VillageProgress], ...]:
    return (
        Column(tr("Thôn"), lambda one: one.name, least=110),
        Column(
            tr("Người"),
            lambda one: words.count(one.people),
            sort=lambda one: one.people,
            number=True,
            width=70,
        ),
        Column(
            tr("Tài khoản"),
            lambda one: _part(one.accounts, one.target_accounts),
            sort=lambda one: one.accounts,
            number=True,
            width=104,
        ),
        Column(
            tr("Đạt"),
            lambda one: campaign_words.share(one.accounts, one.target_accounts),
            sort=lambda one: campaign_words.reached(one.accounts, one.target_accounts),
            number=True,
            width=76,
        ),
        Column(
            tr("Mã QR"),
            lambda one: _part(one.codes, one.target_codes),
            sort=lambda one: one.codes,
            number=True,
            width=84,
        ),
    )


def _part(count: int, target: int | None) -> str:
    return words.count(count) if target is None else words.fraction(count, target)
