"""Makes the workbooks of the sample office (resources/demo): `python -m benchmarks.lists.demo`.

Everything is made up. The lists are as untidy as real ones: two-row headers, sections by village,
years for dates, numbers for texts, totals and signatures, two wrong rows and two doubtful people.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from benchmarks.lists.codes import code, issued, misread
from benchmarks.lists.people import GOODS, VILLAGES, Maker, Person, Village, population
from benchmarks.lists.sheet import Cell, Sheet

SEED = 2026
DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo"
ACTIVE_MERCHANTS, CLOSED_MERCHANTS, WITH_QR = 124, 7, 119
# People with an account by village: the first village passes half of its working age.
AGRIBANK_SHARE, VIETCOMBANK_SHARE = (98, 48, 60, 44), (76, 32, 40, 32)

WRONG = {17: "date", 142: "number"}


def make_all(folder: Path = DEMO, seed: int = SEED) -> list[Path]:
    """The seven workbooks, the same bytes for the same seed."""
    folder.mkdir(parents=True, exist_ok=True)
    maker = Maker(seed)
    people = population(maker)
    first = _openings(maker, people, AGRIBANK_SHARE, set())
    taken = {person.cccd for person in first}
    second = _openings(maker, people, VIETCOMBANK_SHARE, taken)
    merchants = _merchants(maker, people)
    return [
        villages(folder / "01_danh_sach_thon.xlsx", people),
        residents(folder / "02_nhan_khau.xlsx", people),
        agribank(folder / "03_mo_tai_khoan_agribank.xlsx", maker, first),
        vietcombank(folder / "04_mo_tai_khoan_vietcombank.xlsx", maker, second, people),
        merchant_list(folder / "05_ho_kinh_doanh.xlsx", merchants),
        qr_list(folder / "06_ma_qr.xlsx", maker, merchants),
        figures(folder / "07_so_lieu_thon.xlsx", people),
    ]


def _letterhead(sheet: Sheet, title: str, under: str, office: str = "UBND XÃ HOẰNG MẪU") -> None:
    half = sheet.last // 2
    sheet.across(office, "title", (0, half))
    sheet.across("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "title", (half + 1, sheet.last))
    sheet.skip()
    sheet.across("TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG", "middle", (0, half))
    sheet.across("Độc lập - Tự do - Hạnh phúc", "title", (half + 1, sheet.last))
    sheet.skip(2)
    sheet.across(title)
    sheet.skip()
    sheet.across(under, "middle")
    sheet.skip(2)


def _signature(sheet: Sheet, day: str, roles: tuple[str, str], names: tuple[str, str]) -> None:
    right = max(sheet.last - 3, 2)
    sheet.skip()
    sheet.put(right, f"Hoằng Mẫu, {day}", "plain")
    sheet.skip()
    for texts in (roles, ("(Ký, ghi rõ họ tên)", "(Ký, đóng dấu)")):
        sheet.put(1, texts[0], "bold")
        sheet.put(right, texts[1], "bold")
        sheet.skip()
    sheet.skip(3)
    sheet.put(1, names[0], "plain")
    sheet.put(right, names[1], "plain")
    sheet.skip()


# --- 01 villages ---


def _counted(people: list[Person], village: Village) -> dict[str, int]:
    here = [person for person in people if person.village is village]
    return {
        "households": village.households,
        "people": len(here),
        "adults": sum(person.age() >= 18 for person in here),
        "from_15": sum(person.age() >= 15 for person in here),
        "working": sum(person.works() for person in here),
        "houses": village.houses,
    }


def villages(path: Path, people: list[Person]) -> Path:
    """The village list with population figures."""
    sheet = Sheet(path, "Danh sách thôn", (6, 18, 18, 10, 12, 14, 14, 16, 10))
    sheet.across("DANH SÁCH THÔN, SỐ HỘ, NHÂN KHẨU XÃ HOẰNG MẪU")
    sheet.skip()
    sheet.across("(Số liệu chốt ngày 31 tháng 10 năm 2026)", "middle")
    sheet.skip(2)
    heads = ("STT", "Thôn", "Xã cũ", "Số hộ", "Nhân khẩu", "Người trưởng thành",
             "Người từ 15 tuổi", "Trong độ tuổi lao động", "Số nhà")  # fmt: skip
    sheet.line(heads, "head")
    rows = [_counted(people, village) for village in VILLAGES]
    for number, (village, counted) in enumerate(zip(VILLAGES, rows, strict=True), 1):
        sheet.line((number, village.name, village.former, *counted.values()))
    totals = [sum(counted[key] for counted in rows) for key in rows[0]]
    sheet.line((None, "Tổng cộng", None, *totals), "section")
    sheet.close()
    return path


# --- 02 residents ---


def residents(path: Path, people: list[Person]) -> Path:
    """The register of residents, one sheet, a village column, ids as text."""
    sheet = Sheet(path, "Nhân khẩu", (6, 24, 12, 10, 16, 14, 14, 10, 14))
    sheet.across("DANH SÁCH NHÂN KHẨU THƯỜNG TRÚ XÃ HOẰNG MẪU")
    sheet.skip(2)
    heads = ("STT", "Họ và tên", "Ngày, tháng, năm sinh", "Giới tính", "Số định danh cá nhân",
             "Số điện thoại", "Thôn", "Số hộ khẩu", "Quan hệ với chủ hộ")  # fmt: skip
    sheet.line(heads, "head")
    for number, person in enumerate(people, 1):
        phone = person.phone if person.age() >= 15 else None
        sheet.line((number, person.name, person.born, person.sex, person.cccd, phone,
                    person.village.name, person.household, person.relation))  # fmt: skip
    sheet.close()
    return path


# --- 03, 04 account openings ---


def _openings(
    maker: Maker, people: list[Person], share: tuple[int, ...], others: set[str]
) -> list[Person]:
    """Who opened an account: working people of each village, some already at the other bank."""
    chosen: list[Person] = []
    for village, count in zip(VILLAGES, share, strict=True):
        here = [p for p in people if p.village is village and p.works()]
        known = [p for p in here if p.cccd in others]
        fresh = [p for p in here if p.cccd not in others]
        twice = min(len(known), count // 4 if others else 0)
        chosen += maker.random.sample(known, twice) + maker.random.sample(fresh, count - twice)
    return chosen


def _newcomers(maker: Maker, village: Village, count: int) -> list[Person]:
    """People the register does not know yet."""
    return [
        replace(maker.person(village, ""), phone=maker.phone(), cccd="")
        if i % 4 == 3
        else maker.person(village, "")
        for i in range(count)
    ]


def agribank(path: Path, maker: Maker, people: list[Person]) -> Path:
    """The Agribank list: years by gender in two columns, sections, subtotals, two wrong rows."""
    sheet = Sheet(path, "DS mở TK", (6, 24, 12, 12, 16, 14, 14, 17, 12, 10, 14))
    _letterhead(
        sheet,
        "DANH SÁCH NGƯỜI DÂN MỞ TÀI KHOẢN VÀ ĐƯỢC CẤP MÃ QR",
        "(Kèm theo Báo cáo số 12/BC-UBND ngày 05 tháng 4 năm 2026)",
    )
    _two_row_header(sheet)
    sheet.line(tuple(f"({n})" for n in range(1, 12)), "center")
    total = 0
    for order, village in enumerate(VILLAGES):
        here = [p for p in people if p.village is village] + _newcomers(maker, village, 3)
        sheet.across(f"{('I', 'II', 'III', 'IV')[order]}. {village.spoken}", "section")
        sheet.skip()
        for number, person in enumerate(here, 1):
            sheet.line(_agribank_row(maker, number, person, wrong=WRONG.get(total + number, "")))
        sheet.line((None, f"Cộng {village.spoken}: {len(here)} người", *[None] * 9), "section")
        total += len(here)
    sheet.across(f"TỔNG CỘNG: {total} người", "section")
    sheet.skip(2)
    sheet.put(0, "Ghi chú: Danh sách lập theo kết quả các buổi ra quân tháng 3 năm 2026.", "plain")
    sheet.skip()
    roles = ("NGƯỜI LẬP BIỂU", "TM. TỔ CÔNG NGHỆ SỐ")
    _signature(sheet, "ngày 05 tháng 4 năm 2026", roles, ("Nguyễn Thị Mẫu", "Trần Văn Mẫu"))
    sheet.close()
    return path


def _two_row_header(sheet: Sheet) -> None:
    top = sheet.row
    for column, text in ((0, "STT"), (1, "Họ và tên"), (4, "Số CCCD"), (5, "Điện thoại"),
                         (9, "Đã cấp mã QR"), (10, "Ghi chú")):  # fmt: skip
        sheet.block((top, column, top + 1, column), text)
    sheet.block((top, 2, top, 3), "Năm sinh")
    sheet.block((top, 6, top, 8), "Tài khoản ngân hàng")
    for column, text in ((2, "Nam"), (3, "Nữ"), (6, "Ngân hàng"), (7, "Số tài khoản"),
                         (8, "Ngày mở")):  # fmt: skip
        sheet.block((top + 1, column, top + 1, column), text)
    sheet.skip(2)


def _agribank_row(maker: Maker, number: int, person: Person, *, wrong: str) -> tuple[Cell, ...]:
    chance = maker.random.random
    born: Cell = person.born.strftime("%d/%m/%Y")
    if chance() < 0.04:
        born = person.born.year
    cccd: Cell = person.cccd or None
    if cccd and chance() < 0.05:
        cccd = int(person.cccd)
    phone: Cell = int(person.phone) if chance() < 0.04 else person.phone
    if wrong == "date":
        born = "31/02/1990"
    elif wrong == "number":
        cccd = person.cccd + "1"
    opened = maker.day(date(2026, 3, 7), date(2026, 3, 28))
    dates = (born, None) if person.male else (None, born)
    qr = "x" if chance() < 0.3 else None
    return (number, person.name, *dates, cccd, phone, "Agribank", maker.account(), opened, qr, None)


def vietcombank(path: Path, maker: Maker, people: list[Person], known: list[Person]) -> Path:
    """The Vietcombank list: capitals, dates as text, two people only alike somebody known."""
    sheet = Sheet(path, "Sheet1", (6, 26, 13, 10, 16, 14, 18, 13, 12))
    _letterhead(
        sheet,
        "DANH SÁCH KHÁCH HÀNG MỞ TÀI KHOẢN TẠI VIETCOMBANK",
        "(Từ ngày 21/3/2026 đến ngày 28/3/2026)",
        "NGÂN HÀNG TMCP NGOẠI THƯƠNG",
    )
    top = sheet.row
    for column, text in enumerate(("TT", "HỌ TÊN KHÁCH HÀNG", "NGÀY SINH", "GIỚI TÍNH",
                                   "SỐ GTTT", "SĐT")):  # fmt: skip
        sheet.block((top, column, top + 1, column), text)
    sheet.block((top, 6, top, 7), "TÀI KHOẢN MỞ MỚI")
    sheet.block((top, 8, top + 1, 8), "ĐK MÃ QR")
    sheet.block((top + 1, 6, top + 1, 6), "SỐ TK")
    sheet.block((top + 1, 7, top + 1, 7), "NGÀY MỞ")
    sheet.skip(2)
    total = 0
    for village in VILLAGES:
        here = [p for p in people if p.village is village] + _newcomers(maker, village, 2)
        here += _alike(known, village, {p.cccd for p in people}) if village is VILLAGES[1] else []
        sheet.across(village.spoken.upper(), "section")
        sheet.skip()
        for number, person in enumerate(here, 1):
            sheet.line(_vietcombank_row(maker, number, person))
        sheet.line((None, f"Cộng: {len(here)}", *[None] * 7), "section")
        total += len(here)
    sheet.line((None, f"Tổng cộng: {total} khách hàng", *[None] * 7), "section")
    roles = ("GIAO DỊCH VIÊN", "TRƯỞNG PHÒNG GIAO DỊCH")
    _signature(sheet, "ngày 31 tháng 3 năm 2026", roles, ("Lê Thị Mẫu", "Phạm Văn Mẫu"))
    sheet.close()
    return path


def _alike(known: list[Person], village: Village, listed: set[str]) -> list[Person]:
    """Two people without number or phone, named and born like somebody of the register."""
    here = [p for p in known if p.village is village and p.works() and p.cccd not in listed]
    return [replace(person, cccd="", phone="", household="alike") for person in here[:2]]


def _vietcombank_row(maker: Maker, number: int, person: Person) -> tuple[Cell, ...]:
    born: Cell = person.born.strftime("%d-%m-%Y") if number % 7 else person.born
    if person.household == "alike":
        born = person.born.year
    opened = maker.day(date(2026, 3, 21), date(2026, 3, 28)).strftime("%d/%m/%Y")
    qr = "Có" if maker.random.random() < 0.25 else "Không"
    return (number, person.name.upper(), born, person.sex, person.cccd or None,
            person.phone or None, maker.account(), opened, qr)  # fmt: skip


# --- 05, 06 merchants ---

Merchant = tuple[str, Person, str, str | None, bool]


def _merchants(maker: Maker, people: list[Person]) -> list[Merchant]:
    """Name, owner, line, tax code and whether active; no owner twice."""
    owners = maker.random.sample([p for p in people if p.works() and p.age() >= 22], 131)
    owners.sort(key=lambda p: VILLAGES.index(p.village))
    closed = set(maker.random.sample(range(131), CLOSED_MERCHANTS))
    found: list[Merchant] = []
    for number, owner in enumerate(owners):
        line = maker.random.choice(GOODS)
        tax = maker.tax_code() if number % 5 else None
        found.append((f"{line.split(',')[0]} {owner.name.split()[-1]} {owner.name.split()[0]}",
                      owner, line, tax, number not in closed))  # fmt: skip
    return found


def merchant_list(path: Path, merchants: list[Merchant]) -> Path:
    """The register of household businesses."""
    sheet = Sheet(path, "Hộ kinh doanh", (6, 26, 24, 16, 14, 14, 18, 14, 16))
    sheet.across("DANH SÁCH HỘ KINH DOANH TRÊN ĐỊA BÀN XÃ HOẰNG MẪU")
    sheet.skip(2)
    heads = ("TT", "Tên hộ kinh doanh", "Chủ hộ kinh doanh", "CCCD chủ hộ", "Mã số thuế",
             "Điện thoại", "Ngành hàng", "Thôn", "Tình trạng")  # fmt: skip
    sheet.line(heads, "head")
    for number, (name, owner, line, tax, active) in enumerate(merchants, 1):
        state = "Đang hoạt động" if active else "Đã nghỉ kinh doanh"
        sheet.line((number, name, owner.name, owner.cccd, tax, owner.phone, line,
                    owner.village.name, state))  # fmt: skip
    sheet.put(1, f"Tổng số: {len(merchants)} hộ", "bold")
    sheet.close()
    return path


def qr_list(path: Path, maker: Maker, merchants: list[Merchant]) -> Path:
    """What the banks say about QR codes of the active merchants."""
    sheet = Sheet(path, "Mã QR", (6, 26, 24, 14, 16, 14, 13, 14, 14, 40))
    _letterhead(
        sheet,
        "DANH SÁCH HỘ KINH DOANH ĐƯỢC CẤP MÃ QR",
        "(Tổng hợp từ các ngân hàng đến ngày 31/10/2026)",
    )
    heads = ("TT", "Tên hộ kinh doanh", "Họ và tên chủ hộ kinh doanh", "Thôn", "Ngân hàng cấp mã",
             "Mã số thuế", "Ngày cấp mã", "Đã có mã QR", "Phát sinh giao dịch",
             "Nội dung mã QR")  # fmt: skip
    sheet.line(heads, "head")
    active = [merchant for merchant in merchants if merchant[4]]
    with_qr = set(maker.random.sample(range(ACTIVE_MERCHANTS), WITH_QR))
    spoilt = sorted(set(range(ACTIVE_MERCHANTS)) - with_qr)
    others, wrong = spoilt[1::3], spoilt[0::3] + spoilt[2::3]  # two of somebody else, three wrong
    for number, (name, owner, _, tax, _active) in enumerate(active):
        told = issued(maker, tax)
        whose = active[number - 1][1] if number in others else owner
        text = code(str(told[0]), whose.name, number)
        text = misread(text) if number in wrong else text
        sheet.line((number + 1, name, owner.name, owner.village.name, *told, text))
    sheet.put(1, f"Tổng cộng: {len(active)} hộ", "bold")
    sheet.skip()
    roles = ("NGƯỜI TỔNG HỢP", "TỔ TRƯỞNG")
    _signature(sheet, "ngày 31 tháng 10 năm 2026", roles, ("Nguyễn Thị Mẫu", "Trần Văn Mẫu"))
    sheet.close()
    return path


# --- 07 figures by village ---

# Indicator heading, what it is counted against, and the share of each village in 1/1000.
FIGURES = (
    ("Tài khoản VNeID mức 2", "adults", (956, 902, 874, 921)),
    ("Chữ ký số cá nhân", "adults", (412, 287, 301, 264)),
    ("Hồ sơ sức khỏe điện tử", "people", (981, 963, 955, 972)),
    ("Kỹ năng số cơ bản", "working", (786, 0, 731, 702)),
    ("Internet cáp quang", "households", (964, 917, 932, 909)),
    ("Điện thoại thông minh", "working", (985, 941, 958, 930)),
    ("Mã địa chỉ số", "houses", (1000, 1000, 0, 1000)),
)
# People and files the register does not count: heading, numerators and denominators by village.
OTHERS = (
    ("Chi trả an sinh xã hội qua tài khoản", (41, 33, 36, 25), (44, 39, 40, 31)),
    ("Lương hưu, BHXH không dùng tiền mặt", (28, 17, 21, 12), (30, 22, 25, 18)),
    ("Thanh toán dịch vụ công trực tuyến", (163, 118, 131, 97), (171, 140, 149, 122)),
)
SKILLS, ADDRESSES = "Kỹ năng số cơ bản", "Mã địa chỉ số"


def _share(heading: str, base: int, permille: int) -> int:
    """A numerator; skills of the second village miss 70 % by two, addresses of the third by 3."""
    if permille:
        return (base * permille + 500) // 1000
    return -(-base * 7 // 10) - 2 if heading == SKILLS else base - 3


def figures(path: Path, people: list[Person]) -> Path:
    """Numerators and denominators by village under a two-row header."""
    count = len(FIGURES) + len(OTHERS)
    sheet = Sheet(path, "Số liệu thôn", (6, 16, *[10] * (2 * count)))
    sheet.across("BIỂU TỔNG HỢP SỐ LIỆU CHUYỂN ĐỔI SỐ THEO THÔN")
    sheet.skip()
    sheet.across("Kỳ báo cáo: năm 2026", "middle")
    sheet.skip(2)
    top = sheet.row
    sheet.block((top, 0, top + 1, 0), "TT")
    sheet.block((top, 1, top + 1, 1), "Tên thôn")
    for place, heading in enumerate([*(f[0] for f in FIGURES), *(o[0] for o in OTHERS)]):
        left = 2 + 2 * place
        sheet.block((top, left, top, left + 1), heading)
        sheet.block((top + 1, left, top + 1, left), "Số đạt")
        sheet.block((top + 1, left + 1, top + 1, left + 1), "Tổng số")
    sheet.skip(2)
    for number, village in enumerate(VILLAGES):
        sheet.line((number + 1, village.spoken, *_village_figures(people, number)))
    sheet.close()
    return path


def _village_figures(people: list[Person], number: int) -> list[int]:
    counted = _counted(people, VILLAGES[number])
    cells: list[int] = []
    for heading, base, shares in FIGURES:
        cells += [_share(heading, counted[base], shares[number]), counted[base]]
    for _, given, due in OTHERS:
        cells += [given[number], due[number]]
    return cells


if __name__ == "__main__":
    for made in make_all(Path(sys.argv[1]) if len(sys.argv) > 1 else DEMO):
        sys.stdout.write(f"{made}\n")
