"""What officers type into a report: kept by period, versioned, offered again; both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from digicommune.db.store import Store
from digicommune.domain.figures import FigureKey, TypedFigure
from digicommune.domain.indicators import Target
from digicommune.domain.report_sections import SectionOffer, SectionText
from digicommune.domain.teams import Helped, Round, Team, TeamMember, Training
from digicommune.errors import UserError
from digicommune.operations import (
    intake,
    issuing,
    office,
    paper_check,
    report_sections,
    reports,
    teams,
)
from digicommune.operations.intake import IntakeRequest
from digicommune.operations.issuing import IssueRequest
from tests.operations.lists import village_list

KIND = "bao-cao-chuyen-doi-so"


def request(period: str) -> reports.ReportRequest:
    return reports.ReportRequest(KIND, period, form="full")


def offers(store: Store, period: str) -> dict[str, SectionOffer]:
    return {one.place.section: one for one in report_sections.offered(store, request(period))}


def typed(offer: SectionOffer, text: str) -> SectionText:
    version = offer.typed.version if offer.typed else 0
    return SectionText(offer.place, text, offer.generated, version=version)


def text_of(store: Store, period: str) -> str:
    made = reports.make(store, request(period))
    pages = PdfReader(BytesIO(made.pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_a_text_is_kept_printed_and_taken_back(any_store: Store) -> None:
    store = any_store
    offer = offers(store, "2026-Q1")["tasks"]
    assert "Duy trì các chỉ tiêu đã đạt" in offer.generated
    assert not offer.edited
    report_sections.save(store, typed(offer, "- Mở lớp kỹ năng số tại bốn thôn.\n- Làm biển số."))
    told = text_of(store, "2026-Q1")
    assert "Mở lớp kỹ năng số tại bốn thôn." in told
    assert "Duy trì các chỉ tiêu đã đạt" not in told
    kept = offers(store, "2026-Q1")["tasks"]
    assert kept.edited
    assert kept.text.count("\n") == 1
    report_sections.save(store, typed(kept, kept.generated))
    assert not offers(store, "2026-Q1")["tasks"].edited
    assert "Duy trì các chỉ tiêu đã đạt" in text_of(store, "2026-Q1")
    with store.glance() as unit:
        story = unit.journal.of(f"section:{KIND}:2026-Q1:tasks")
    assert len(story) == 2


def test_two_people_do_not_overwrite_each_other(any_store: Store) -> None:
    store = any_store
    offer = offers(store, "2026-Q1")["proposals"]
    report_sections.save(store, typed(offer, "Đề nghị hỗ trợ máy."))
    with pytest.raises(UserError) as caught:
        report_sections.save(store, typed(offer, "Không có."))
    assert caught.value.code == "changed_meanwhile"
    with pytest.raises(UserError) as gone:
        report_sections.save(store, typed(offer, ""))
    assert gone.value.code == "changed_meanwhile"
    assert offers(store, "2026-Q1")["proposals"].text == "Đề nghị hỗ trợ máy."


def test_the_last_periods_words_are_offered_and_its_figures_are_not(any_store: Store) -> None:
    store = any_store
    for period, text in (("2026-01", "Mưa lũ."), ("2026-02", "Thiếu máy."), ("2026-03", "Sau.")):
        for section in ("difficulties", "opening"):
            report_sections.save(store, typed(offers(store, period)[section], text))
    found = offers(store, "2026-03")
    before = found["difficulties"].before
    assert before is not None
    assert (before.text, found["difficulties"].before_title) == ("Thiếu máy.", "tháng 2 năm 2026")
    assert found["opening"].before is None
    assert offers(store, "2026-01")["difficulties"].before is None


def test_a_text_over_other_figures_is_told_of(store: Store) -> None:
    def figure(numerator: int) -> None:
        with store.unit() as unit:
            key = FigureKey("2026-Q1", "DVC", None)
            unit.figures.set(TypedFigure(key, numerator, 100))

    figure(50)
    offer = offers(store, "2026-Q1")["results_chinh_quyen_so"]
    assert "50/100" in offer.generated
    report_sections.save(store, typed(offer, "- Đã đạt 50%."))
    assert reports.make(store, request("2026-Q1")).remarks == ()
    figure(60)
    found = offers(store, "2026-Q1")["results_chinh_quyen_so"]
    assert found.outdated
    assert found.text == "- Đã đạt 50%."
    (remark,) = reports.make(store, request("2026-Q1")).remarks
    assert "Chính quyền số" in remark


def test_a_file_is_kept_whole_or_not_at_all(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "loi_van.toml"
    report_sections.save(store, typed(offers(store, "2026-01")["tasks"], 'Viết “hay” và \\ "đẹp".'))
    report_sections.write_file(report_sections.offered(store, request("2026-01")), path)
    before = offers(store, "2026-01")
    report_sections.save_file(store, request("2026-01"), path)
    assert offers(store, "2026-01") == before
    path.write_text('proposals = "Xin máy."\nkhong_co = "x"\n', encoding="utf-8")
    with pytest.raises(UserError) as caught:
        report_sections.save_file(store, request("2026-01"), path)
    assert caught.value.code == "section_unknown"
    assert not offers(store, "2026-01")["proposals"].edited
    path.write_text("proposals = 5\n", encoding="utf-8")
    with pytest.raises(UserError) as wrong:
        report_sections.save_file(store, request("2026-01"), path)
    assert wrong.value.code == "sections_unreadable"
    with pytest.raises(UserError) as long:
        report_sections.save(store, typed(before["proposals"], "a" * 20_001))
    assert long.value.code == "section_too_long"


def test_teams_papers_and_targets_of_the_office_stand_in_the_report(
    store: Store, tmp_path: Path
) -> None:
    intake.take(store, village_list(tmp_path / "thon.xlsx", "Vệ Thôn"), IntakeRequest("villages"))
    team = teams.save(store, Team(0, 1, "Tổ Vệ Thôn", members=(TeamMember(0, "Lê Văn Mẫu"),)))
    teams.save_round(
        store, Round(0, team.team_id, date(2026, 3, 2), households=9, helped=(Helped("dvc", 4),))
    )
    teams.save_training(store, Training(0, team.team_id, date(2026, 3, 3), "VNeID", present=1))
    with store.unit() as unit:
        unit.indicators.set_target(Target("DVC", 2027, 0, "95", ""))
        unit.figures.set(TypedFigure(FigureKey("2026", "DVC", None), 50, 100))
    draft = reports.make(store, request("2026-Q1")).document_id
    issuing.check_draft(store, draft)
    issuing.issue(store, draft, IssueRequest(date(2026, 3, 20)))
    told = text_of(store, "2026")
    assert "01 tổ công nghệ số cộng đồng, 01 thành viên. Trong kỳ các tổ đi 01 lượt" in told
    assert "01 buổi tập huấn cho các tổ, 01 lượt thành viên dự" in told
    assert "01/BC-UBND 20/03/2026" in told
    assert "DANH MỤC VĂN BẢN ĐÃ BAN HÀNH" in told
    assert "Mục tiêu năm 2027 (%)" in told


def test_what_stands_around_the_text_is_the_officer_s_too(store: Store, tmp_path: Path) -> None:
    """Boxes 5, 9a, 9b, 10b and 13: typed once, printed, sound, offered in the next period."""
    typed_parts = {
        "subject": "Kết quả chuyển đổi số quý I",
        "addressees": "Sở Khoa học và Công nghệ",
        "recipients": "- Như trên;\n- Công an xã;\n- Lưu: VT, VHXH (12).",
        "urgency": "thượng  khẩn",
        "circulation": "lưu hành nội bộ",
        "drafted": "LM.(12)",
        "foot": "Địa chỉ: thôn Hổ Thôn; thư điện tử: vanphong@example.vn",
    }
    for section, text in typed_parts.items():
        report_sections.save(store, typed(offers(store, "2026-Q1")[section], text))
    pdf = reports.make(store, request("2026-Q1"))
    reports.write(pdf, tmp_path / "bc.pdf")
    assert paper_check.check(tmp_path / "bc.pdf").faults == ()
    told = text_of(store, "2026-Q1")
    for said in ("THƯỢNG KHẨN", "LƯU HÀNH NỘI BỘ", "LM.(12)", "- Công an xã;"):
        assert said in told
    assert "Kính gửi: Sở Khoa học và Công nghệ" in told
    assert "Lưu: VT, VHXH (12)." in told
    assert "vanphong@example.vn" in told
    later = offers(store, "2026-Q2")
    offered = {code for code, one in later.items() if code in typed_parts and one.before}
    assert offered == {"addressees", "recipients", "drafted", "foot"}
    assert not later["urgency"].text


def test_a_stamp_nobody_knows_is_refused_by_name(store: Store) -> None:
    with pytest.raises(UserError) as refused:
        report_sections.save(store, typed(offers(store, "2026-Q1")["urgency"], "Rất gấp"))
    assert refused.value.code == "stamp_unknown"
    assert "HỎA TỐC" in refused.value.advice


def test_a_brief_typed_over_its_page_is_refused_with_how_much_is_too_long(store: Store) -> None:
    asked = reports.ReportRequest("tom-tat-lanh-dao", "2026-Q1")
    offer = next(
        one for one in report_sections.offered(store, asked) if one.place.section == "main"
    )
    report_sections.save(store, typed(offer, "\n".join(f"- Việc thứ {at}." for at in range(60))))
    with pytest.raises(UserError) as refused:
        reports.make(store, asked)
    assert refused.value.code == "paper_over_one_page"
    assert 20 < int(str(refused.value.facts["lines"])) < 100


@pytest.mark.parametrize(
    ("now", "dated", "said"),
    [
        ("2026-02-10", None, "đến hết ngày 10/02/2026"),
        ("2026-02-10", date(2026, 3, 16), "đến hết ngày 14/3/2026"),
        ("2026-04-20", None, "đến hết ngày 14/3/2026"),
    ],
)
def test_no_day_to_come_is_said_to_be_counted(
    store: Store, monkeypatch: pytest.MonkeyPatch, now: str, dated: date | None, said: str
) -> None:
    monkeypatch.setenv("DIGICOMMUNE_TODAY", now)
    made = reports.make(store, replace(request("2026-Q1"), dated=dated))
    pages = PdfReader(BytesIO(made.pdf)).pages
    told = [" ".join(page.extract_text().replace("\u00a0", " ").split()) for page in pages]
    assert said in told[0]
    assert all(said in page for page in told if "Ghi chú: số liệu chốt" in page)


def test_a_ward_is_called_a_ward_among_the_recipients(tmp_path: Path) -> None:
    new = office.NewOffice("phường Điện Mẫu", "Thanh Hóa")
    with office.create(str(tmp_path / "p.db"), new) as ward:
        told = text_of(ward, "2026-Q1").replace("\xa0", " ")
    assert "Thường trực HĐND phường" in told
    assert "UBND phường" in told
    assert "UBND xã" not in told
