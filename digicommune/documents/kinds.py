"""The kinds of document the office can print, and who composes each; it prints nothing itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digicommune.documents import (
    brief,
    digital_report,
    letters,
    meeting_invitation,
    merchant_list,
    team_papers,
    village_card,
    village_list,
    walk_list,
)
from digicommune.documents.figure_words import known_villages
from digicommune.documents.village_units import unit_of
from digicommune.documents.wording import Wording, load_wording
from digicommune.errors import UserError
from digicommune.settings import resources

if TYPE_CHECKING:
    from digicommune.documents.description import Document
    from digicommune.documents.report_parts import Section
    from digicommune.domain.snapshot import ReportSnapshot


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind by its code on the command line; ``needs`` names what a snapshot must hold for it.

    ``wording`` is the pack file of its sentences in ``resources/packs/wording``; ``one_page``: it
    is refused where what was typed does not fit on a page.
    """

    code: str
    title: str
    needs: tuple[str, ...]
    wording: str
    one_page: bool = False


KINDS = (
    DocumentKind(
        "bao-cao-chuyen-doi-so",
        "Báo cáo kết quả thực hiện chuyển đổi số và xây dựng thôn thông minh",
        ("period", "indicators", "criteria"),
        "bao_cao_chuyen_doi_so.toml",
    ),
    DocumentKind(
        "phu-luc-thon",
        "Biểu kết quả thực hiện theo thôn",
        ("period", "indicators"),
        "bao_cao_chuyen_doi_so.toml",
    ),
    DocumentKind(letters.NOTICE, "Thông báo", ("period",), "thong_bao.toml"),
    DocumentKind(letters.LETTER, "Công văn", ("period",), "cong_van.toml"),
    DocumentKind(meeting_invitation.KIND, "Giấy mời họp", ("period",), "giay_moi_hop.toml"),
    DocumentKind(
        brief.KIND, "Tóm tắt cho lãnh đạo", ("period",), "tom_tat_lanh_dao.toml", one_page=True
    ),
)
# About one village: made of the registers as they stand and not kept.
VILLAGE_KINDS = (
    DocumentKind(
        walk_list.KIND,
        "Danh sách đi từng nhà",
        ("period", "village", "indicator"),
        "walk_list.toml",
    ),
    DocumentKind(village_card.KIND, "Phiếu thôn", ("period", "village"), "village_card.toml"),
)
# About all digital teams, made and kept in the same way.
TEAM_KINDS = (
    DocumentKind(
        team_papers.SUMMARY,
        "Tổng hợp hoạt động tổ công nghệ số cộng đồng",
        ("period",),
        "team_papers.toml",
    ),
)
# About the shops, made of their register as it stands and not kept.
MERCHANT_KINDS = (
    DocumentKind(
        merchant_list.KIND,
        "Danh sách hộ kinh doanh có mã QR",
        ("period",),
        "merchant_list.toml",
    ),
)
_COMPOSERS = {
    "bao-cao-chuyen-doi-so": digital_report.compose,
    "phu-luc-thon": village_list.compose,
    letters.NOTICE: letters.compose_notice,
    letters.LETTER: letters.compose_letter,
    meeting_invitation.KIND: meeting_invitation.compose,
    brief.KIND: brief.compose,
}
_SECTIONS = {
    "bao-cao-chuyen-doi-so": digital_report.sections,
    letters.NOTICE: letters.sections,
    letters.LETTER: letters.sections,
    meeting_invitation.KIND: meeting_invitation.sections,
    brief.KIND: brief.sections,
}


def kind_of(code: str) -> DocumentKind:
    """The kind of a code; raises ``UserError`` ``kind_unknown``."""
    for kind in KINDS:
        if kind.code == code:
            return kind
    known = ", ".join(kind.code for kind in KINDS)
    raise UserError(
        "kind_unknown",
        f"Không có loại văn bản “{code}”.",
        f"Chọn một trong các loại: {known}.",
        kind=code,
    )


def shipped_wording(code: str) -> Wording:
    """The wording that comes with the program; raises ``UserError`` ``bad_pack``."""
    return load_wording(resources() / "packs" / "wording" / kind_of(code).wording)


def compose_document(kind: str, snapshot: ReportSnapshot, wording: Wording) -> Document:
    """The document of a kind from a snapshot; raises ``UserError`` ``kind_unknown``."""
    return _COMPOSERS[kind_of(kind).code](snapshot, _placed(wording, snapshot))


def sections_of(kind: str, snapshot: ReportSnapshot, wording: Wording) -> tuple[Section, ...]:
    """The sections of a document an officer may write; a list has none."""
    found = _SECTIONS.get(kind_of(kind).code)
    return found(snapshot, _placed(wording, snapshot)) if found else ()


def _placed(wording: Wording, snapshot: ReportSnapshot) -> Wording:
    """The words with what this commune's villages are called."""
    unit = unit_of(snapshot.commune_kind, [one.name for one in known_villages(snapshot)])
    return replace(wording, places=unit.places)
