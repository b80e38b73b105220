"""Measures a PDF against Decree 30/2020, Annex I; it mends nothing and believes no table of it."""

from __future__ import annotations

from digicommune.documents.measuring.archive import archive_report
from digicommune.documents.measuring.bodies import body_faults
from digicommune.documents.measuring.endings import ending_faults
from digicommune.documents.measuring.heads import head_faults
from digicommune.documents.measuring.pdf_limits import PdfBroken
from digicommune.documents.measuring.pdf_pages import pages_of
from digicommune.documents.measuring.sheets import seen_of, sheet_faults
from digicommune.documents.measuring.totals import total_faults
from digicommune.domain.paper_faults import PaperFault, PaperReport
from digicommune.errors import UserError

# Every code a fault may have; a test plants faults and sees that none is unknown here.
CODES = (
    "addressees_end", "agency_missing", "agency_rule", "agency_size", "annex_heading",
    "annex_title", "bases_end", "bases_style", "body_size", "colour", "country_line",
    "country_size", "date_form", "date_line", "date_style", "district_in_head", "end_mark",
    "font_not_embedded", "heading_alone", "line_spacing", "margin_bottom", "margin_left",
    "margin_right", "margin_top", "motto_missing", "motto_place", "motto_rule", "motto_words",
    "number_form", "number_place", "number_size", "page_number_first", "page_number_missing",
    "page_number_place", "page_number_size", "page_number_wrong", "paper_size", "recipients_end",
    "recipients_file", "recipients_label", "recipients_level", "recipients_size", "signature_alone",
    "signature_space", "signer_title", "size_pair", "superior_in_head", "table_head", "title_case",
    "title_missing", "title_rule", "title_size", "total_sum", "typeface",
)  # fmt: skip


def measured(data: bytes, name: str = "") -> PaperReport:
    """What departs from the annex; raises ``UserError`` ``paper_not_measured``."""
    try:
        seen = seen_of(pages_of(data))
    except PdfBroken as error:
        raise _refused(name) from error
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:  # a file made to break
        raise _refused(name) from error
    faults: list[PaperFault] = [*sheet_faults(seen)]
    for one in seen:
        faults += head_faults(one)
    faults += body_faults(seen)
    faults += ending_faults(seen)
    faults += total_faults(seen)
    faults.sort(key=lambda fault: fault.page)
    return PaperReport(len(seen), len(CODES), tuple(faults), archive_report(data))


def _refused(name: str) -> UserError:
    return UserError(
        "paper_not_measured",
        f"Không đo được tệp {name or 'này'}: không phải PDF, có mật khẩu hoặc bị hỏng.",
        "Lưu lại văn bản thành PDF không khóa rồi kiểm tra lại.",
        file=name,
    )
