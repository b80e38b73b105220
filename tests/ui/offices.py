"""Offices for the window's tests: a real one's operations bound, and values made by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digicommune.domain.criteria import CriteriaSet, Criterion, ManualAnswer
from digicommune.domain.criteria_judging import Given, judge_village
from digicommune.domain.figures import Figure, TraceRow
from digicommune.domain.indicators import Indicator
from digicommune.domain.merchants import Merchant
from digicommune.domain.periods import parse_period
from digicommune.domain.rows import ListReading, Skipped
from digicommune.domain.sheet import FigureSheet, IndicatorFigures
from digicommune.domain.villages import Commune, Village, VillageLine
from digicommune.operations.assess import Matrix
from digicommune.operations.imports import ImportedRow, KeptRow, Undone
from digicommune.operations.intake import Candidate, Change, ImportDone, Preview, PreviewRow
from digicommune.operations.overview import Overview, OverviewChart, Tile, Todo, VillageBar
from digicommune.operations.past_lists import PastLine, PastList, PastRow
from digicommune.operations.reports import KindLine, MadeDocument, MadeLine, ReportRequest
from digicommune.ui.entries import OfficeCalls
from digicommune.ui.pages.past_calls import PastCalls
from digicommune.ui.pages.section_calls import SectionCalls
from tests.ui.campaign_offices import Campaigns, campaign_calls
from tests.ui.code_offices import code_calls
from tests.ui.criteria_offices import criteria_calls
from tests.ui.issue_offices import issue_calls
from tests.ui.merchant_offices import merchant_calls
from tests.ui.offices_entry import entry_calls, indicator_calls
from tests.ui.people_offices import People, people_calls
from tests.ui.recognition_offices import recognition_calls
from tests.ui.signer_offices import signer_calls
from tests.ui.superior_offices import superior_calls
from tests.ui.team_offices import team_calls
from tests.ui.village_offices import village_edits

if TYPE_CHECKING:
    from digicommune.domain.progress import Progress
    from digicommune.operations.intake import IntakeRequest
    from digicommune.operations.intake_rows import Decisions

HOSTILE = '<img src="file:///etc/passwd"><b>R&D</b> $\\undefined$ ' + "x" * 40
PERIOD = parse_period("2026-Q1")
VILLAGES = tuple(
    Village(at, name, former, order=at)
    for at, (name, former) in enumerate(
        [("Duyên Hy", "Hoằng Phong"), ("Vệ Thôn", None), ("Hổ Thôn", None), (HOSTILE, HOSTILE)], 1
    )
)
TARGET = "80"


def overview(period: str | None) -> Overview:
    """Two tiles and a chart."""
    chosen = parse_period(period) if period else PERIOD
    tiles = (
        Tile(
            "TKNH",
            "Có tài khoản",
            3073,
            3412,
            Decimal("90.06"),
            Decimal(80),
            "người",
            "15+",
            "good",
        ),
        Tile("KNS", HOSTILE, None, None, None, Decimal(70), "người", HOSTILE, "no_data"),
    )
    bars = (
        *(VillageBar(one.name, Decimal("70.00"), "2.799/4.000") for one in VILLAGES),
        VillageBar("Trống", None, ""),
    )
    return Overview(
        commune=Commune(1, "Hoằng Châu", "Thanh Hóa"),
        period=chosen,
        periods=(PERIOD, parse_period("2025")),
        tiles=tiles,
        chart=OverviewChart(HOSTILE, bars, Decimal(70)),
        todo=(Todo("dòng chờ quyết định", 41, "intake"), Todo(HOSTILE, 0, "villages")),
    )


def lines(_on: date | None = None) -> tuple[VillageLine, ...]:
    """Four villages, one with a hostile name."""
    return tuple(VillageLine(one, {"nhan_khau": 900 + one.village_id}) for one in VILLAGES)


def figures(period: str) -> FigureSheet:
    """One indicator counted in every village."""
    indicator = Indicator(
        "TKNH", "Có tài khoản", "người", "", "", ("nguoi_15",), register="accounts"
    )
    made = {
        one.village_id: Figure("TKNH", one.village_id, 412, 520, "nguoi_15", source="registers")
        for one in VILLAGES
    }
    known = IndicatorFigures(indicator, "người từ 15 tuổi", made, None, ())
    return FigureSheet(parse_period(period), "open", VILLAGES, (known,))


def trace(period: str, indicator: str, village: int | None) -> tuple[TraceRow, ...]:
    """A row from a file and one typed."""
    return (
        TraceRow("person:1", "Nguyễn Văn Hải", "Hổ Thôn", "ds.xlsx", "DS", 11, 1, "Agribank"),
        TraceRow("typed", HOSTILE, None, None, None, None, None, typed_by="Lan", at="2026-03-01"),
    )


SHOPS = (
    Merchant(1, "Tạp hóa Hải Yến", "Lê Thị Yến", 1, qr_state="in_use", qr_bank_bin="970405"),
    Merchant(2, "Sửa xe Đức Anh", "Trần Đức Anh", 2, qr_state="none"),
    Merchant(3, HOSTILE, HOSTILE, 3, state="closed", qr_state="doubtful", qr_problem=HOSTILE),
)


CRITERIA = CriteriaSet(
    code="35/2022",
    title="Tiêu chí thôn thông minh",
    legal_basis="Quyết định số 35/2022/QĐ-UBND",
    criteria=(
        Criterion("TC1", "Hạ tầng số", "Cáp quang đến thôn", "yes_no"),
        Criterion("TC3", "Mô hình", "Ít nhất 01 mô hình", "count", threshold="1", unit="mô hình"),
        Criterion("TC4", HOSTILE, HOSTILE, "ratio", "KNS", "lao_dong", "70", "người"),
        Criterion("TC6", "Quyết định", "Có quyết định", "document", evidence=True),
    ),
)


class Answers:
    """The commune's answers, kept as the real register keeps them: by village and criterion."""

    def __init__(self) -> None:
        self.kept: dict[tuple[int, str], ManualAnswer] = {}

    def answer(self, _set: str, _period: str, given: ManualAnswer) -> None:
        """Keeps one."""
        self.kept[given.village_id, given.criterion] = replace(given, version=given.version + 1)

    def matrix(self, _set: str, period: str) -> Matrix:
        """Judges by the real rules."""
        verdicts = {}
        for one in VILLAGES:
            figure = Figure("KNS", one.village_id, 2799, 4000, "lao_dong")
            mine = {code: kept for (at, code), kept in self.kept.items() if at == one.village_id}
            given = Given({"TC4": figure}, mine)
            verdicts[one.village_id] = judge_village(CRITERIA, one.village_id, given)
        return Matrix(CRITERIA, parse_period(period), VILLAGES, verdicts, dict(self.kept))


def preview(path: Path, request: IntakeRequest, progress: Progress) -> Preview:
    """Five rows of all four verdicts."""
    progress(1, 2, "Đọc")
    person = {"ho_ten": "Nguyễn Văn Hải", "cccd": "038072001234", "ngay_sinh": "1990-03-05"}
    rows = (
        PreviewRow(9, "new", {**person}, new_target=True, new_fact=True),
        PreviewRow(
            10,
            "known",
            {**person, "dien_thoai": "0912345678"},
            warnings=("phone_zero_restored",),
            target=7,
            target_label="Nguyễn Văn Hải",
            changes=(Change("dien_thoai", "0900000000", "0912345678"),),
        ),
        PreviewRow(11, "doubtful", {**person}, target=8, target_label="Nguyễn Văn Hài (1990)"),
        PreviewRow(
            12,
            "rejected",
            {"ho_ten": HOSTILE, "cccd": "3807"},
            problems=(("cccd", "cccd_not_12_digits", "Số định danh “3807” không đủ 12 chữ số."),),
        ),
    )
    skipped = (Skipped(13, "total", "Tổng cộng: 4", 4),)
    reading = ListReading("DS", (7, 8), {"B": "ho_ten"}, "bank-accounts", (), (), skipped, 4)
    return Preview(
        path=path,
        file=path.name,
        sha256="0" * 64,
        opened="ok",
        kind="bank-accounts",
        request=request,
        reading=reading,
        rows=rows,
        skipped=skipped,
        hidden_sheets=("Ẩn",),
        sheets=("DS", "Ẩn"),
        imported_before=3,
        imported_before_on="2026-03-01T08:00:00+00:00",
    )


def commit(judged: Preview, decisions: Decisions, progress: Progress) -> ImportDone:
    """Says what it was told."""
    progress(1, 1, "Ghi sổ")
    taken = sum(one != "later" for one in decisions.values())
    counts = {"known": 1, "doubtful": 1 - taken, "rejected": 1}
    return ImportDone(4, counts, 1 + taken, 1 + taken, 1, f"Đã lưu {1 + taken} người.", {})


PERSON: dict[str, str | int | bool] = {
    "ho_ten": "Nguyễn Văn Hải",
    "cccd": "038072001234",
    "ngay_sinh": "1990-03-05",
}
ROWS = (
    ImportedRow(9, "new", PERSON, "person:7", "Nguyễn Văn Hải", (), (), ()),
    ImportedRow(
        10, "known", PERSON, "person:8", HOSTILE, ("phone_zero_restored",), (),
        (Change("dien_thoai", "0900000000", "0912345678"),),
    ),
    ImportedRow(
        11, "doubtful", PERSON, None, "", (),
        (("ho_ten", "alike", "Gần giống “Nguyễn Văn Hài” trong sổ."),), (),
    ),
    ImportedRow(
        12, "rejected", {"ho_ten": HOSTILE}, None, "", (), (("cccd", "x", "Thiếu số."),), ()
    ),
)  # fmt: skip


class Past:
    """The imports of the hand-made office, kept as the real ones: by row."""

    def __init__(self) -> None:
        self.kept = {one.row: one for one in ROWS}
        self.state = "active"

    def lines(self) -> tuple[PastLine, ...]:
        """One import."""
        counts = {
            code: sum(one.verdict == code for one in self.kept.values())
            for code in ("new", "known", "doubtful", "rejected")
        }
        counts |= {"read": len(self.kept), "skipped": 1}
        at = "2026-03-01T08:00:00+00:00"
        return (PastLine(1, HOSTILE, "bank-accounts", at, "Lan", "Agribank", counts, self.state),)

    def rows(self, import_id: int) -> tuple[PastRow, ...]:
        """Its rows."""
        return tuple(PastRow(import_id, HOSTILE, one) for one in self.kept.values())

    def waiting(self) -> tuple[PastRow, ...]:
        """Those that wait."""
        return tuple(one for one in self.rows(1) if one.row.verdict in ("doubtful", "rejected"))

    def settle(self, _import: int, row: int, decision: object) -> str:
        """Keeps the decision as the row's end."""
        self.kept[row] = replace(
            self.kept[row], verdict="new", target="person:8", target_label=str(decision)
        )
        return f"Dòng {row}: đã ghi."

    def undo(self, import_id: int) -> Undone:
        """Undone; one person stays."""
        self.state = "undone"
        return self.foresee(import_id)

    def foresee(self, import_id: int) -> Undone:
        """What undoing does."""
        kept = (KeptRow(HOSTILE, "đã được sửa sau lần nhập này"),)
        return Undone(import_id, 1097, 2, kept, "Đã hoàn tác lần nhập 1", 1102)


def past(kept: Past | None = None) -> PastCalls:
    """One import in the history, and what can be done with it."""
    one = kept or Past()
    candidates = (Candidate(8, "Nguyễn Văn Hài", "1990", 83),)
    columns = {"B": "ho_ten", "C": "cccd|cmnd", "D": "TKNH:tu_so"}
    reading = PastList(1, "DS", (7, 8), columns, (Skipped(13, "total", HOSTILE, 4),), 5)
    return PastCalls(
        lines=one.lines,
        reading=lambda _id: reading,
        rows=one.rows,
        row=lambda number, row: PastRow(number, HOSTILE, one.kept[row]),
        waiting=one.waiting,
        likely=lambda rows: {(each.import_id, each.row.row): candidates for each in rows},
        people=lambda ids: {one: {"ho_ten": "Nguyễn Văn Hài"} for one in ids},
        settle=one.settle,
        foresee_undo=one.foresee,
        undo=one.undo,
        save_original=lambda _id, path: _put(path),
        mark=lambda _id, path: path.write_text("12"),  # two cells
        export=lambda _id, path: _put(path),
    )


def _looking() -> dict[str, Any]:
    return {
        "judge_again": lambda seen, request, _progress: replace(seen, request=request),
        "remembered": lambda _given: None,
        "senders": lambda: (),
    }


def _put(path: Path) -> None:
    path.write_text(HOSTILE)


def _write(document: MadeDocument, path: Path, _progress: Progress) -> None:
    path.write_bytes(document.pdf)


def hand_made(
    pdf: Callable[[], bytes],
    answers: Answers | None = None,
    *,
    kept: Past | None = None,
    people: People | None = None,
) -> OfficeCalls:
    """An office that lives in this file; ``pdf`` prints its documents."""
    named = people or People(HOSTILE, VILLAGES)
    return OfficeCalls(
        overview=overview,
        villages=lines,
        merchants=lambda: merchant_calls(SHOPS, VILLAGES, _put),
        bank_names=lambda: {"970405": "Agribank", "970436": "Vietcombank"},
        base_names=lambda: {"nhan_khau": "nhân khẩu"},
        figures=figures,
        trace=trace,
        preview=preview,
        commit=commit,
        past=lambda: past(kept),
        people=lambda: people_calls(named),
        entry=lambda: entry_calls(VILLAGES, HOSTILE, trace),
        indicators=lambda: indicator_calls(VILLAGES, HOSTILE),
        **_looking(),
        village=village_edits,
        codes=code_calls,
        teams=team_calls,
        superior=superior_calls,
        sections=lambda: SectionCalls(
            offered=lambda _request, _progress: (), save=lambda _typed: None
        ),
        issuing=issue_calls,
        signers=lambda: signer_calls(HOSTILE),
        error_copy=lambda _preview, to: to.write_bytes(b"x"),
        template=lambda _kind, to: to.touch(),
        campaigns=lambda: campaign_calls(Campaigns(HOSTILE, VILLAGES, pdf)),
        criteria=lambda: criteria_calls(CRITERIA, answers or Answers(), people_calls(named)),
        recognitions=lambda: recognition_calls(VILLAGES, HOSTILE),
        **_reports(pdf),
    )


def _reports(pdf: Callable[[], bytes]) -> dict[str, Any]:
    """The operations on documents."""

    def make(request: ReportRequest, progress: Progress) -> MadeDocument:
        progress(1, 1, "Dàn trang")
        return MadeDocument(1, f"Báo cáo {request.period}", "bao-cao.pdf", pdf())

    made = MadeLine(1, "bao-cao", HOSTILE, "2026-Q1", "45", None, "2026-03-05T08:00:00+00:00")
    return {
        "report_kinds": lambda: (KindLine("bao-cao", "Báo cáo chuyển đổi số"),),
        "make_report": make,
        "made_reports": lambda: (made,),
        "reopen_report": lambda number, _progress: MadeDocument(number, "Lại", "lai.pdf", pdf()),
        "write_report": _write,
    }
