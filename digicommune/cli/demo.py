"""Makes a sample office through the real import, judges it and prints it, as a clerk would."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from digicommune.cli.answers import Answer
from digicommune.cli.demo_teams import add_teams
from digicommune.domain.campaigns import Campaign, Session, Target, Told
from digicommune.domain.criteria import ManualAnswer
from digicommune.errors import UserError
from digicommune.operations import (
    assess,
    campaigns,
    gaps,
    intake,
    office,
    office_files,
    overview,
    proofs,
    registers,
    reports,
)
from digicommune.operations.gaps import GapTask
from digicommune.operations.intake import IntakeRequest
from digicommune.operations.proofs import ProofPlace, ProofWords
from digicommune.settings import resources, today

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from digicommune.operations.office import Store

COMMUNE, PROVINCE, CHAIRMAN = "Hoằng Mẫu", "Thanh Hóa", "Lê Văn Mẫu"
AGRIBANK, VIETCOMBANK = "970405", "970436"
CAMPAIGN = "TK-2026"
PERIOD, CRITERIA = "2026", "35/2022"
PROOFS = {"TC1": "09_xac_nhan_ha_tang.pdf", "TC3": "08_anh_mo_hinh_camera.jpg"}


@dataclass(frozen=True, slots=True)
class Sample:
    """A bundled workbook and how it is taken in."""

    file: str
    request: IntakeRequest


SAMPLES = (
    Sample("01_danh_sach_thon.xlsx", IntakeRequest("villages")),
    Sample("02_nhan_khau.xlsx", IntakeRequest("residents")),
    Sample(
        "03_mo_tai_khoan_agribank.xlsx",
        IntakeRequest("bank-accounts", bank_bin=AGRIBANK, campaign=CAMPAIGN),
    ),
    Sample(
        "04_mo_tai_khoan_vietcombank.xlsx",
        IntakeRequest("bank-accounts", bank_bin=VIETCOMBANK, campaign=CAMPAIGN),
    ),
    Sample("05_ho_kinh_doanh.xlsx", IntakeRequest("merchants")),
    Sample("06_ma_qr.xlsx", IntakeRequest("merchant-qr", campaign=CAMPAIGN)),
    Sample("07_so_lieu_thon.xlsx", IntakeRequest("village-figures", period=PERIOD)),
)


def demo(arguments: argparse.Namespace) -> Answer:
    """The sample office in ``--dir``; a second run opens it and prints it anew."""
    folder: Path = arguments.dir
    _make_folder(folder)
    where = folder / "office.db"
    said: list[str] = []
    if where.exists():
        store = office.open_office(str(where))
        said.append(f"Đã có văn phòng mẫu: {where}")
    else:
        store = _new_office(where, said)
    with store:
        made = _print(store, folder / "out", said)
    written = {
        ending: [str(path) for path in made if path.suffix == f".{ending}"]
        for ending in ("pdf", "docx", "xlsx")
    }
    data = {"db": str(where), **written, "period": PERIOD}
    return Answer(said, data)


def _make_folder(folder: Path) -> None:
    try:
        (folder / "out").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            "folder_not_made",
            f"Không tạo được thư mục {folder / 'out'}.",
            "Chọn một thư mục cho phép ghi.",
            folder=str(folder),
        ) from error


def _new_office(where: Path, said: list[str]) -> Store:
    store = office.create(str(where), office.NewOffice(COMMUNE, PROVINCE, CHAIRMAN))
    said.append(f"Đã lập dữ liệu xã {COMMUNE}, tỉnh {PROVINCE}: {where}")
    for number, sample in enumerate(SAMPLES):
        if number == 1:
            _plan_campaign(store)
        _seen, done = intake.take(store, resources() / "demo" / sample.file, sample.request)
        said.append(done.message)
    _answer(store)
    _prove(store)
    add_teams(store, PERIOD)
    overview.open_with(store, PERIOD)
    return store


def _plan_campaign(store: Store) -> None:
    villages = [line.village.village_id for line in registers.villages(store)]
    days = (date(2026, 3, 7), date(2026, 3, 14), date(2026, 3, 21), date(2026, 3, 28))
    sessions = tuple(
        Session(
            0,
            0,
            village,
            day,
            "Nhà văn hóa thôn",
            bank,
            officers="Nguyễn Thị Mẫu" if bank == AGRIBANK else "Trần Văn Mẫu",
            attendance=came,
            starts_at="08:00",
            contact="Trưởng thôn",
            expected=120,
        )
        for village, day, bank, came in zip(
            villages,
            days,
            (AGRIBANK, AGRIBANK, VIETCOMBANK, VIETCOMBANK),
            (131, 96, 118, 84),
            strict=False,
        )
    )
    campaign = Campaign(
        campaign_id=0,
        code=CAMPAIGN,
        name="Mở tài khoản và cấp mã QR miễn phí tại thôn",
        start=date(2026, 3, 1),
        end=date(2026, 12, 31),
        banks=(AGRIBANK, VIETCOMBANK),
        targets=tuple(Target(village, accounts=100, qr_codes=30) for village in villages),
        sessions=sessions,
    )
    saved = campaigns.save(store, campaign)
    told = ({"da-co-noi-khac": 6, "giay-to": 4}, {"giay-to": 3, "khong-muon": 2})
    for session, people in zip(saved.sessions[1:3], told, strict=False):
        bank = session.bank_bin or ""
        campaigns.tell(store, CAMPAIGN, Told(session.session_id, bank, people))


def _answer(store: Store) -> None:
    """What the commune answers for the criteria no register counts; the last village lacks one."""
    villages = [line.village for line in registers.villages(store)]
    for place, village in enumerate(villages):
        last = place == len(villages) - 1
        for code in ("TC1", "TC2"):
            given = ManualAnswer(code, village.village_id, answer=not (last and code == "TC2"))
            assess.answer(store, CRITERIA, PERIOD, given)
        models = ManualAnswer("TC3", village.village_id, count=1, note="Camera an ninh của thôn")
        assess.answer(store, CRITERIA, PERIOD, models)


def _prove(store: Store) -> None:
    """Two proofs of the first village, and somebody to close the first gap of each other."""
    first = registers.villages(store)[0].village.village_id
    for criterion, file in PROOFS.items():
        brought = proofs.read_file(resources() / "demo" / file)
        words = ProofWords(min(date(2026, 3, 5), today()), "Minh chứng mẫu")
        proofs.add(store, ProofPlace(CRITERIA, criterion, first), brought, words)
    sheet = gaps.sheet(store, CRITERIA, PERIOD)
    for village in sheet.ranking:
        place = sheet.of(village.village_id)[0].place
        gaps.assign(store, place, GapTask("Tổ công nghệ số của thôn", date(2026, 12, 10)))


def _print(store: Store, out: Path, said: list[str]) -> list[Path]:
    judged = assess.evaluate(store, CRITERIA, PERIOD)
    passed = sum(one.passed for one in judged.verdicts.values())
    said.append(f"Thôn thông minh: {passed}/{len(judged.verdicts)} thôn đạt đủ tiêu chí.")
    made: list[Path] = []
    for kind in reports.kinds():
        request = reports.ReportRequest(kind.code, PERIOD, dated=None, signer="chairman")
        document = reports.make(store, request)
        for ending in ("pdf", "docx", "xlsx"):
            path = out / f"{kind.code}-{PERIOD}.{ending}"
            office_files.write(document, path)
            made.append(path)
            said.append(f"Đã ghi: {path}")
    said.append(f"Ngày lập: {today():%d/%m/%Y}")
    return made
