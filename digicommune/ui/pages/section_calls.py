"""What the report page asks about the text of papers; it asks nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digicommune.domain.progress import Progress
    from digicommune.domain.report_sections import SectionOffer, SectionText
    from digicommune.operations.reports import ReportRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionCalls:
    """Sections as worded now, and keeping what is typed over one."""

    offered: Callable[[ReportRequest, Progress], tuple[SectionOffer, ...]]
    save: Callable[[SectionText], SectionText | None]
