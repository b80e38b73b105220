"""Who signs, by command: every form of Article 13, names kept by the office, forms of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Reply
from tests.cli.test_main_line import Office, villages

# Decree 30/2020, Art. 13 and Annex I, box 7a.
FORMS = {
    "chairman": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
    "vice_chairman": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
    "acting_chairman": ["TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"],
    "chairman_own": ["CHỦ TỊCH"],
    "vice_chairman_own": ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
    "office_head": ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"],
    "deputy_office_head": ["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"],
    "delegated": ["TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI"],
    "steering_board": ["TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"],
}


def letter(office: Office, out: Path, signer: str) -> Reply:
    return office(
        "report", "cong-van", "--period", "2026", "--signer", signer, "--out", out, "--json", "-"
    )


def lines(path: Path) -> list[str]:
    text = "\n".join(page.extract_text() for page in PdfReader(path).pages)
    return [line.strip() for line in text.splitlines()]


@pytest.mark.parametrize("role", FORMS)
def test_each_form_of_signing_is_printed_line_by_line(
    office: Office, tmp_path: Path, role: str
) -> None:
    villages(office, tmp_path)
    out = tmp_path / "cv.pdf"
    made = letter(office, out, role)
    assert made.status == 0, made.err
    assert " ".join(FORMS[role]) in " ".join(lines(out))
    assert office("paper", "check", out).status == 0


def test_a_name_once_kept_stands_under_all_forms_of_its_person(
    office: Office, tmp_path: Path
) -> None:
    villages(office, tmp_path)
    assert office("signers", "name", "pho_chu_tich", "Lê  Thị Mẫu ").status == 0
    for role in ("vice_chairman", "Phó Chủ tịch", "vice_chairman_own"):
        assert letter(office, tmp_path / "cv.pdf", role).status == 0
        assert "Lê Thị Mẫu" in lines(tmp_path / "cv.pdf")
    assert letter(office, tmp_path / "cv.pdf", "office_head").status == 0
    assert "Lê Thị Mẫu" not in lines(tmp_path / "cv.pdf")


def test_a_new_chairman_signs_what_is_made_from_now_on(office: Office, tmp_path: Path) -> None:
    villages(office, tmp_path)
    assert office("signers", "name", "chairman", "Phạm Văn Mẫu").status == 0
    assert letter(office, tmp_path / "cv.pdf", "steering_board").status == 0
    said = lines(tmp_path / "cv.pdf")
    name = said.index("Phạm Văn Mẫu")
    assert said[name - 1].startswith("CHỦ TỊCH UBND XÃ")
    assert said.index("TRƯỞNG BAN") < name - 1


def test_an_office_adds_its_second_vice_chairman(office: Office, tmp_path: Path) -> None:
    villages(office, tmp_path)
    new = (
        "signers", "add", "--title", "Phó Chủ tịch phụ trách văn hóa",
        "--capacity", "TM. Ủy ban nhân dân", "--capacity", "KT. Chủ tịch",
        "--capacity", "Phó Chủ tịch", "--name", "Đỗ Thị Mẫu", "--json", "-",
    )  # fmt: skip
    added = office(*new)
    role = added.data["signers"][-1]["role"]
    assert letter(office, tmp_path / "cv.pdf", role).status == 0
    assert {"KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Đỗ Thị Mẫu"} <= set(lines(tmp_path / "cv.pdf"))
    assert office(*new).data["error"]["code"] == "signer_known"
    assert office("signers", "name", role, "Đỗ Thị Thử").status == 0
    assert office("signers", "remove", role, "--json", "-").data["signers"][-1]["role"] != role
    assert letter(office, tmp_path / "cv.pdf", role).data["error"]["code"] == "signer_unknown"


def test_what_cannot_be_kept_is_said(office: Office) -> None:
    for words, code in (
        (("name", "nobody", "A"), "signer_unknown"),
        (("name", "chairman", "Lê " * 30), "signer_name_long"),
        (("remove", "chairman"), "signer_fixed"),
        (("add", "--title", " ", "--capacity", "KT. CHỦ TỊCH"), "signer_incomplete"),
        (("add", "--title", "Trưởng thôn", "--capacity", " "), "signer_incomplete"),
    ):
        refused = office("signers", *words, "--json", "-")
        assert (refused.status, refused.data["error"]["code"]) == (1, code)
