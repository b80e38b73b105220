"""issue, reprint, issued …: from the command line, by exit status and JSON."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader

from tests.cli.test_main_line import Office, villages

KIND = "bao-cao-chuyen-doi-so"


def issue(office: Office, out: Path, *more: object) -> dict:  # type: ignore[type-arg]
    words = ("issue", KIND, "--period", "2026", "--date", "24/11/2026", "--out", out)
    made = office(*words, *more, "--json", "-")
    assert made.status == 0, made.err
    return made.data  # type: ignore[no-any-return]


def test_a_report_is_issued_listed_and_printed_again_byte_for_byte(
    office: Office, tmp_path: Path
) -> None:
    villages(office, tmp_path)
    one, again = tmp_path / "one.pdf", tmp_path / "again.pdf"
    data = issue(office, one, "--docx", tmp_path / "one.docx")
    assert (data["number"], data["date"], data["state"]) == ("01/BC-UBND", "2026-11-24", "issued")
    assert (tmp_path / "one.docx").exists()
    office(
        "figures",
        "set",
        "--period",
        "2026",
        "--indicator",
        "DVC",
        "--numerator",
        5,
        "--denominator",
        9,
    )
    reply = office("reprint", data["id"], "--out", again, "--json", "-")
    assert reply.data["intact"]
    assert again.read_bytes() == one.read_bytes()
    text = PdfReader(again).pages[0].extract_text()
    assert "01/BC-UBND" in text
    assert data["check_code"] in text
    listed = office("issued", "list", "--year", 2026, "--json", "-").data["issued"]
    assert [line["number"] for line in listed] == ["01/BC-UBND"]
    assert office("issued", "list", "--year", 2020).out.strip() == "Chưa phát hành văn bản nào."


def test_code_and_file_are_verified(office: Office, tmp_path: Path) -> None:
    villages(office, tmp_path)
    out = tmp_path / "one.pdf"
    data = issue(office, out)
    by_code = office("issued", "verify", data["check_code"], "--json", "-").data
    assert (by_code["number"], by_code["same_bytes"]) == ("01/BC-UBND", False)
    assert office("issued", "verify", out, "--json", "-").data["same_bytes"]
    out.write_bytes(out.read_bytes() + b"\n")
    changed = office("issued", "verify", out, "--json", "-")
    assert (changed.status, changed.data["error"]["code"]) == (1, "file_not_issued")
    lost = office("issued", "verify", tmp_path / "no.pdf", "--json", "-")
    assert lost.data["error"]["code"] == "pdf_not_read"


def test_a_taken_number_is_refused_before_a_draft_is_made(office: Office, tmp_path: Path) -> None:
    villages(office, tmp_path)
    issue(office, tmp_path / "one.pdf", "--number", 45)
    words = ("issue", KIND, "--period", "2026", "--date", "2026-11-25", "--number", 45)
    refused = office(*words, "--out", tmp_path / "two.pdf", "--json", "-")
    assert (refused.status, refused.data["error"]["code"]) == (1, "number_taken")
    assert "46" in refused.data["error"]["advice"]
    assert not (tmp_path / "two.pdf").exists()
    assert issue(office, tmp_path / "two.pdf", "--replaces", 1)["number"] == "46/BC-UBND"
    states = [one["state"] for one in office("issued", "list", "--json", "-").data["issued"]]
    assert states == ["issued", "replaced"]


def test_the_ways_of_the_office_are_kept(office: Office) -> None:
    assert office("issued", "numbering", "--json", "-").data == {"numbering": "per_type"}
    assert office("issued", "numbering", "common", "--json", "-").data == {"numbering": "common"}
    assert office("issued", "numbering", "--json", "-").data == {"numbering": "common"}
    wrong = office("issued", "numbering", "none", "--json", "-")
    assert (wrong.status, wrong.data["error"]["code"]) == (1, "numbering_unknown")
    assert office("issued", "code", "off").status == 0
