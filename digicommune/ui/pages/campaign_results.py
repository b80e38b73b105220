"""The fair table of a campaign's banks; every number of people leads to its names."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from digicommune.domain.campaign_shares import STANDINGS, Standing
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages import campaign_words
from digicommune.ui.views.frames import card, column, empty_layout, row, scrolled

if TYPE_CHECKING:
    from digicommune.domain.campaign_shares import Share
    from digicommune.domain.campaign_views import CampaignView

LINK_EDGE = 6  # pixels of a link beside its text
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ResultsTab(QWidget):
    """``people_asked``: bank (or None) and standing (or None) whose people are to be shown."""

    people_asked = Signal(object, object)
    refused_asked = Signal()
    copy_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._reasons = QGridLayout()
        self._reasons.setHorizontalSpacing(24)
        self._reasons.setColumnStretch(0, 1)
        self.copy = plain.button(tr("Chép tin Zalo"))
        self.copy.clicked.connect(lambda _checked: self.copy_asked.emit())
        head = row(plain.label(tr("So sánh các ngân hàng"), "heading"), 1, self.copy)
        inside = QWidget()
        layout = column(
            card(head, self._grid, gap=12),
            card(plain.label(tr("Vì sao không mở được"), "heading"), self._reasons, gap=8),
            plain.label(campaign_words.how_counted(), "small", wrap=True),
            1,
            gap=12,
        )
        layout.setContentsMargins(0, 0, 8, 0)
        inside.setLayout(layout)
        whole = column(gap=0)
        whole.addWidget(scrolled(inside), 1)
        self.setLayout(whole)

    def show_view(self, view: CampaignView) -> None:
        """Shows a campaign's banks."""
        empty_layout(self._grid)
        for at, text in enumerate(_heads()):
            label = plain.label(text, "caps", wrap=at > 0)
            if at:
                _right(label).setMinimumWidth(84)
            self._grid.addWidget(label, 0, at)
        for line, one in enumerate(view.shares.banks, start=1):
            self._add_bank(line, view.bank(one.bank), one)
        self._add_total(len(view.shares.banks) + 1, view)
        self._show_reasons(view)

    def _add_bank(self, line: int, name: str, one: Share) -> None:
        self._grid.addWidget(plain.label(name, wrap=True), line, 0)
        self._put(line, 1, words.count(one.accounts))
        self._link(line, 2, one.people, (one.bank, None))
        for at, how in enumerate(STANDINGS, start=3):
            self._link(line, at, one.standings[how], (one.bank, how))
        self._put(line, 7, words.count(one.told_had_one))
        self._put(line, 8, words.count(one.refused))

    def _add_total(self, line: int, view: CampaignView) -> None:
        shares = view.shares
        name = plain.label(tr("Cả chiến dịch, mỗi người một lần"), "strong", wrap=True)
        self._grid.addWidget(name, line, 0)
        told = sum(one.told_had_one for one in shares.banks)
        refused = sum(one.refused for one in shares.banks)
        self._put(line, 1, words.count(shares.accounts), strong=True)
        self._link(line, 2, shares.people, (None, None))
        self._put(line, 3, words.count(shares.people_first - shares.people_shared), strong=True)
        self._link(line, 4, shares.people_shared, (None, "shared"))
        said = tr("{count} có từ trước").format(count=words.count(shares.people_before))
        before = _right(plain.label(said, "strong"))
        plain.set_tip(before, tr("Đã có tài khoản trước chiến dịch, ở bất cứ ngân hàng nào"))
        self._grid.addWidget(before, line, 5, 1, 2)
        self._put(line, 7, words.count(told), strong=True)
        self._put(line, 8, words.count(refused), strong=True)

    def _put(self, line: int, at: int, text: str, *, strong: bool = False) -> None:
        self._grid.addWidget(_right(plain.label(text, "strong" if strong else "")), line, at)

    def _link(
        self, line: int, at: int, count: int, whose: tuple[str | None, Standing | str | None]
    ) -> None:
        if not count:
            self._put(line, at, words.count(0))
            return
        made = plain.button(words.count(count), "link", tr("Xem những người này"))
        made.clicked.connect(partial(self._ask, whose))
        self._grid.addWidget(made, line, at, RIGHT)

    def _ask(self, whose: tuple[str | None, str | None], _checked: bool = False) -> None:
        self.people_asked.emit(whose[0], cast(object, whose[1]))

    def _show_reasons(self, view: CampaignView) -> None:
        empty_layout(self._reasons)
        told: dict[str, int] = {}
        for one in view.shares.banks:
            for code, people in one.reasons.items():
                told[code] = told.get(code, 0) + people
        names = {one.code: one.name for one in view.outcomes}
        for line, (code, people) in enumerate(sorted(told.items(), key=lambda one: -one[1])):
            self._reasons.addWidget(plain.label(names.get(code, code)), line, 0)
            counted = plain.label(words.count(people), "strong")
            counted.setAlignment(RIGHT)
            self._reasons.addWidget(counted, line, 1)
        self._add_known(len(told), view.refused_known)
        if not told and not view.refused_known:
            said = tr("Chưa có số nào; ghi ở thẻ Buổi, nút “Số ngân hàng báo”.")
            self._reasons.addWidget(plain.label(said, "soft"), 0, 0)

    def _add_known(self, line: int, count: int) -> None:
        """Those whose names are known, from the walks of the digital teams."""
        if not count:
            return
        said = tr("Từ chối khi tổ công nghệ số đến nhà, đến nay chưa có tài khoản")
        self._reasons.addWidget(plain.label(said), line, 0)
        made = plain.button(words.count(count), "link", tr("Xem những người này"))
        made.clicked.connect(lambda _checked: self.refused_asked.emit())
        self._reasons.addWidget(made, line, 1, RIGHT)


def _right(label: QLabel) -> QLabel:
    """Numbers end where the links' numbers end, within their edge."""
    label.setAlignment(RIGHT)
    label.setContentsMargins(0, 0, LINK_EDGE, 0)
    return label


def _heads() -> tuple[str, ...]:
    return (
        tr("Ngân hàng"),
        tr("Tài khoản"),
        tr("Người"),
        tr("Khách hàng mới"),
        tr("Cùng lúc"),
        tr("Đã có nơi khác"),
        tr("Đã có ở đây"),
        tr("Báo đã có sẵn"),
        tr("Không mở được"),
    )
