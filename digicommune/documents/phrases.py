"""Number, date and reference phrases of Decree 30/2020; blanks stay blank, nothing is invented."""

from __future__ import annotations

from datetime import date

from digicommune.documents.description import DocumentNumber

NBSP = "\u00a0"
# The registry clerk's signing tool puts number, day and month into these blanks: 12-15 mm after
# "Số:" at 13 pt, 8-10 mm for day and month at 14 pt (no-break spaces of a quarter em).
NUMBER_BLANK = NBSP * 12
DAY_BLANK = NBSP * 7


def padded_number(number: str) -> str:
    """Numbers below 10 get a leading 0 (Decree 30/2020, Annex I)."""
    text = number.strip()
    return f"0{text}" if len(text) == 1 and text.isdecimal() else text


def number_phrase(number: DocumentNumber) -> str:
    """ "Số: 45/BC-UBND", or a blank of 12-15 mm for the clerk."""
    if number.number and number.number.strip():
        return f"Số: {padded_number(number.number)}/{number.symbol}"
    return f"Số:{NUMBER_BLANK}/{number.symbol}"


def date_phrase(issued: date | None, year: int | None = None) -> str:
    """ "ngày 05 tháng 3 năm 2026": days below 10 and months 1 and 2 are padded, others are not.

    An unknown date leaves blanks of 8-10 mm; the year is printed where it is known.
    """
    if issued is None:
        shown = str(year) if year is not None else DAY_BLANK
        return f"ngày{DAY_BLANK}tháng{DAY_BLANK}năm {shown}"
    month = f"{issued.month:02d}" if issued.month < 3 else str(issued.month)
    return f"ngày {issued.day:02d} tháng {month} năm {issued.year}"


def about_phrase(subject: tuple[str, ...]) -> str:
    """ "V/v …" of a công văn; a subject that already says so keeps its own words."""
    text = " ".join(subject).strip()
    return text if text.casefold().startswith("v/v") else f"V/v {text}"


def code_phrase(code: str) -> str:
    """ "Mã kiểm tra: 7Q4M-XK2P-09TD" at the foot of an issued paper."""
    return f"Mã kiểm tra: {code}"


def annex_reference(kind: str, number: DocumentNumber, when: str, agency: str) -> str:
    """ "(Kèm theo Báo cáo số 45/BC-UBND ngày … của …)"; ``when`` comes from ``date_phrase``."""
    known = number_phrase(number).removeprefix("Số:").strip(" ")
    gap = "" if known.startswith(NBSP) else " "
    return f"(Kèm theo {kind} số{gap}{known} {when} của {agency})"


def roman(number: int) -> str:
    """Roman numeral of 1-39: annexes and sections have no more."""
    if not 1 <= number <= 39:
        raise ValueError(f"no roman numeral for {number}")
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (number // 10) + ones[number % 10]


def listed(items: tuple[str, ...]) -> tuple[str, ...]:
    """Items of a list as the decree writes them: each ends in ";", the last in "."."""
    bare = [item.strip().lstrip("-").strip().rstrip(".;, ") for item in items]
    return tuple(f"{item}{'.' if i == len(bare) else ';'}" for i, item in enumerate(bare, start=1))
