"""Signed papers by command: turned on, signed, told apart by verify, brought back, handed out."""

from __future__ import annotations

from pathlib import Path

from tests.cli.test_main_line import Office, villages
from tests.documents.certificates import OFFICE, PASSWORD, PERSON, holder


def test_a_paper_is_signed_kept_verified_and_handed_out(office: Office, tmp_path: Path) -> None:
    villages(office, tmp_path)
    plain, signed = tmp_path / "bc.pdf", tmp_path / "ky.pdf"
    made = office(
        "issue", "bao-cao-chuyen-doi-so", "--period", "2026-Q1", "--date", "2026-04-05",
        "--out", plain, "--json", "-",
    )  # fmt: skip
    number = made.data["id"]
    person = holder(PERSON).write(tmp_path / "person.p12")
    sign = ("issued", "sign", number, "--pkcs12", person, "--password", PASSWORD)
    off = office(*sign, "--out", signed, "--json", "-")
    assert (off.status, off.data["error"]["code"]) == (1, "signing_off")
    assert not signed.exists()
    assert office("issued", "signing", "on").status == 0
    done = office(*sign, "--out", signed, "--json", "-")
    assert done.status == 0, done.err
    assert [one["signer"] for one in done.data["signatures"]] == [PERSON]
    told = office("issued", "verify", signed, "--json", "-")
    assert (told.status, told.data["base"], told.data["sound"]) == (0, "stored", True)
    assert told.data["id"] == number
    same = office("issued", "verify", plain, "--json", "-")
    assert (same.data["base"], same.data["same_bytes"]) == ("same", True)
    seal = holder(OFFICE).write(tmp_path / "office.p12")
    both = office(
        "issued", "sign", number, "--as", "office", "--pkcs12", seal, "--password", PASSWORD,
        "--out", tmp_path / "hai.pdf", "--json", "-",
    )  # fmt: skip
    assert [one["signer"] for one in both.data["signatures"]] == [PERSON, OFFICE]
    listed = office("issued", "copies", number, "--json", "-").data["copies"]
    assert [one["copy_id"] for one in listed] == [1, 2]
    assert office("issued", "copy", "1", "--out", tmp_path / "lai.pdf").status == 0
    assert (tmp_path / "lai.pdf").read_bytes() == signed.read_bytes()
    assert office("reprint", number, "--out", tmp_path / "goc.pdf").status == 0
    assert (tmp_path / "goc.pdf").read_bytes() == plain.read_bytes()


def test_a_file_spoilt_after_signing_is_told_by_status_and_words(
    office: Office, tmp_path: Path
) -> None:
    villages(office, tmp_path)
    issue = ("issue", "thong-bao", "--period", "2026", "--out", tmp_path / "tb.pdf")
    assert office(*issue).status == 0
    assert office("issued", "signing", "on").status == 0
    person = holder(PERSON).write(tmp_path / "person.p12")
    signed = tmp_path / "ky.pdf"
    sign = ("issued", "sign", 1, "--pkcs12", person, "--password", PASSWORD, "--out", signed)
    assert office(*sign).status == 0
    content = bytearray(signed.read_bytes())
    at = content.rindex(b"/Contents")
    content[at + 200 : at + 202] = b"00" if content[at + 200 : at + 202] != b"00" else b"11"
    signed.write_bytes(bytes(content))
    found = office("issued", "verify", signed)
    assert found.status in {1, 3}
    assert "Traceback" not in found.out + found.err
    refused = office("issued", "attach", 1, signed, "--json", "-")
    assert refused.status == 1
    assert refused.data["error"]["code"] in {"signed_file_broken", "signed_file_unreadable"}


def test_a_part_of_an_electronic_paper_is_known_by_its_bytes(
    office: Office, tmp_path: Path
) -> None:
    villages(office, tmp_path)
    (tmp_path / "phan").mkdir()
    made = office(
        "issue", "bao-cao-chuyen-doi-so", "--period", "2026-Q1", "--electronic",
        "--out", tmp_path / "bc.pdf", "--annexes", tmp_path / "phan", "--json", "-",
    )  # fmt: skip
    assert made.status == 0, made.err
    parts = sorted((tmp_path / "phan").iterdir())
    assert len(parts) > 1
    for part in parts:
        told = office("issued", "verify", part, "--json", "-")
        assert (told.status, told.data["same_bytes"], told.data["id"]) == (0, True, made.data["id"])
