"""The papers of a dossier by their codes, in the order they lie in it; it prints nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from digicommune.documents import (
    dossier_commune_papers,
    dossier_summary,
    dossier_village_papers,
)
from digicommune.documents.dossier_telling import DossierTelling
from digicommune.documents.dossier_wording import shipped_dossier_words
from digicommune.domain.dossier_snapshot import (
    DossierSnapshot,
    SummarySnapshot,
    dossier_from_json,
    summary_from_json,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from digicommune.documents.description import Document
    from digicommune.domain.dossier import StepCode

WHOLE: Final = "ho-so-cong-nhan"
SUMMARY: Final = "bang-tong-hop-thon-thong-minh"

# In the order of the dossier: the step each tells of, and who composes it.
PAPERS: Final[dict[str, tuple[StepCode, Callable[[DossierTelling], Document]]]] = {
    "dang-ky-thon-thong-minh": ("registration", dossier_village_papers.registration),
    "tu-danh-gia-thon-thong-minh": ("self_assessment", dossier_village_papers.self_assessment),
    "bien-ban-hop-thon": ("meeting", dossier_village_papers.meeting),
    "tong-hop-y-kien": ("opinions", dossier_village_papers.opinions),
    "bien-ban-tham-dinh": ("appraisal", dossier_commune_papers.appraisal),
    "to-trinh-cong-nhan": ("submission", dossier_commune_papers.submission),
    "quyet-dinh-cong-nhan": ("decision", dossier_commune_papers.decision),
}
KINDS: Final = (*PAPERS, WHOLE, SUMMARY)
TITLES: Final[dict[str, str]] = {
    "dang-ky-thon-thong-minh": "Bản đăng ký xây dựng thôn thông minh",
    "tu-danh-gia-thon-thong-minh": "Báo cáo tự đánh giá thôn thông minh",
    "bien-ban-hop-thon": "Biên bản họp thôn",
    "tong-hop-y-kien": "Tổng hợp ý kiến Nhân dân",
    "bien-ban-tham-dinh": "Biên bản thẩm định thôn thông minh",
    "to-trinh-cong-nhan": "Tờ trình đề nghị công nhận thôn thông minh",
    "quyet-dinh-cong-nhan": "Quyết định công nhận thôn thông minh",
    WHOLE: "Hồ sơ công nhận thôn thông minh",
    SUMMARY: "Bảng tổng hợp thôn thông minh",
}


def step_of(kind: str) -> StepCode | None:
    """The step a paper tells of; None of the whole dossier and of the summary."""
    return PAPERS[kind][0] if kind in PAPERS else None


def compose(snapshot: DossierSnapshot | SummarySnapshot) -> tuple[Document, ...]:
    """The papers of a snapshot: one, or all of a dossier in their order."""
    words = shipped_dossier_words()
    if isinstance(snapshot, SummarySnapshot):
        return (dossier_summary.summary(snapshot, words),)
    telling = DossierTelling(snapshot, words)
    wanted = PAPERS if snapshot.kind == WHOLE else (snapshot.kind,)
    return tuple(PAPERS[one][1](telling) for one in wanted)


def compose_kept(kind: str, snapshot: bytes) -> tuple[Document, ...]:
    """The papers of a snapshot as it was kept."""
    read = summary_from_json if kind == SUMMARY else dossier_from_json
    return compose(read(snapshot))
