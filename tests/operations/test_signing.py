"""Issued papers signed here or elsewhere: real certificates, a real token, real readers of PDF."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from digicommune.db.store import Store
from digicommune.documents.measuring.archive import archive_report
from digicommune.documents.measuring.checking import measured
from digicommune.domain.signing_keys import KeyFile, SignRequest, Token
from digicommune.errors import UserError
from digicommune.operations import (
    intake,
    issue_later,
    issuing,
    reports,
    signed_copies,
    signing,
    signing_ways,
)
from digicommune.operations.intake import IntakeRequest
from digicommune.operations.issue_later import WithdrawRequest
from digicommune.operations.issuing import IssueRequest
from tests.documents.certificates import EXPIRED, OFFICE, PASSWORD, PERSON, holder, write_root
from tests.operations.lists import village_list

DAY = date(2026, 4, 5)
PIN = "1234"
MODULES = (
    Path("/usr/lib/softhsm/libsofthsm2.so"),
    Path("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
)


@pytest.fixture
def office(store: Store, tmp_path: Path) -> Store:
    """One issued report, and signing turned on."""
    path = village_list(tmp_path / "thon.xlsx", "Duyên Hy", "Vệ Thôn")
    intake.take(store, path, IntakeRequest("villages"))
    issued(store)
    signing_ways.allow(store, on=True)
    return store


def issued(store: Store, kind: str = "bao-cao-chuyen-doi-so") -> int:
    draft = reports.make(store, reports.ReportRequest(kind, "2026-Q1")).document_id
    issuing.check_draft(store, draft)
    return issuing.issue(store, draft, IssueRequest(DAY)).paper.issue_id


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    """A folder with key files, images and the authority's root."""
    folder = tmp_path / "khoa"
    (folder / "goc").mkdir(parents=True)
    for name, who in (("person", PERSON), ("office", OFFICE), ("old", EXPIRED)):
        holder(who).write(folder / f"{name}.p12")
    write_root(folder / "goc")
    _image((480, 200), (0, 40, 200, 255)).save(folder / "hand.png")
    _image((472, 472), (220, 0, 0, 255)).save(folder / "seal.png", dpi=(300, 300))
    return folder


def _image(size: tuple[int, int], ink: tuple[int, int, int, int]) -> Image.Image:
    made = Image.new("RGBA", size, (0, 0, 0, 0))
    made.paste(ink, (size[0] // 4, size[1] // 4, size[0] * 3 // 4, size[1] * 3 // 4))
    return made


def person(keys: Path, **more: object) -> SignRequest:
    return SignRequest(issue_id=1, key=KeyFile(keys / "person.p12", PASSWORD), **more)  # type: ignore[arg-type]


def agency(keys: Path, **more: object) -> SignRequest:
    key = KeyFile(keys / "office.p12", PASSWORD)
    return SignRequest(issue_id=1, key=key, role="office", **more)  # type: ignore[arg-type]


def code_of(caught: pytest.ExceptionInfo[UserError]) -> str:
    return caught.value.code


def kept_file(store: Store, copy_id: int, folder: Path) -> Path:
    path = folder / f"{copy_id}.pdf"
    path.write_bytes(signed_copies.copy(store, copy_id).document.pdf)
    return path


def test_person_then_office_sign_behind_the_stored_bytes(
    office: Store, keys: Path, tmp_path: Path
) -> None:
    signing_ways.trust(office, str(keys / "goc"))
    stored = issuing.reprint(office, 1).document.pdf
    first = signing.sign(office, person(keys, image=keys / "hand.png"))
    both = signing.sign(office, agency(keys, image=keys / "seal.png"))
    for one in (first, both):
        assert one.document.pdf.startswith(stored)
        assert one.document.file_name.endswith("-da-ky.pdf")
        assert one.copy.base == "stored"
    signatures = both.copy.signatures
    assert [one.signer for one in signatures] == [PERSON, OFFICE]
    assert [one.field for one in signatures] == ["ChuKyNguoiCoThamQuyen", "ChuKyCoQuan"]
    assert all(one.sound and one.visible and one.chain == "trusted" for one in signatures)
    assert [one.after for one in signatures] == ["harmless", "nothing"]
    assert issuing.reprint(office, 1).document.pdf == stored
    assert [one.copy_id for one in signed_copies.copies(office, 1)] == [1, 2]
    found = signed_copies.recognise(office, kept_file(office, 2, tmp_path))
    assert (found.paper.issue_id, found.base) == (1, "stored")
    assert found.copy == both.copy
    assert measured(both.document.pdf).faults == ()
    assert archive_report(both.document.pdf).lacks == ()


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="poppler-utils is not installed")
def test_another_reader_agrees(office: Store, keys: Path, tmp_path: Path) -> None:
    signing.sign(office, person(keys, image=keys / "hand.png"))
    signing.sign(office, agency(keys))
    path = kept_file(office, 2, tmp_path)
    said = subprocess.run(
        ["pdfsig", str(path)], capture_output=True, text=True, check=False, cwd=tmp_path
    ).stdout
    assert said.count("Signature is Valid.") == 2
    assert PERSON in said
    assert "Total document signed" in said


def test_the_hand_stands_between_capacity_and_name_and_the_seal_over_its_left_third(
    office: Store, keys: Path
) -> None:
    signing.sign(office, person(keys, image=keys / "hand.png"))
    done = signing.sign(office, agency(keys, image=keys / "seal.png"))
    reader = PdfReader(BytesIO(done.document.pdf))
    boxes = {
        str(one.get_object()["/T"]): [float(edge) for edge in one.get_object()["/Rect"]]
        for page in reader.pages
        for one in page.get("/Annots", ())
    }
    hand, seal = boxes["ChuKyNguoiCoThamQuyen"], boxes["ChuKyCoQuan"]
    third = (hand[2] - hand[0]) / 3
    assert abs((seal[2] - hand[0]) - third) < 2  # points
    assert abs((seal[2] - seal[0]) * 25.4 / 72 - 40) < 1  # its real size: 472 dots of 300 an inch
    page = next(one for one in reader.pages if one.get("/Annots"))
    lines: dict[str, float] = {}

    def note(text: str, _cm: object, matrix: list[float], *_: object) -> None:
        lines.setdefault(text.strip(), matrix[5])

    page.extract_text(visitor_text=note)
    assert hand[3] <= lines["CHỦ TỊCH"] + 1


def test_an_office_that_turned_nothing_on_signs_nothing(office: Store, keys: Path) -> None:
    signing_ways.allow(office, on=False)
    with pytest.raises(UserError) as caught:
        signing.sign(office, person(keys))
    assert code_of(caught) == "signing_off"
    assert signed_copies.copies(office, 1) == ()


def test_a_paper_no_longer_in_force_is_not_signed(office: Store, keys: Path) -> None:
    issue_later.withdraw(office, 1, WithdrawRequest("nhầm số liệu", date(2026, 4, 6)))
    with pytest.raises(UserError) as caught:
        signing.sign(office, person(keys))
    assert code_of(caught) == "signing_not_in_force"


def test_the_agency_signs_after_a_person_unless_it_is_told_to(office: Store, keys: Path) -> None:
    with pytest.raises(UserError) as caught:
        signing.sign(office, agency(keys))
    assert code_of(caught) == "person_signs_first"
    alone = signing.sign(office, agency(keys, alone=True))
    assert [one.signer for one in alone.copy.signatures] == [OFFICE]


@pytest.mark.parametrize(
    ("file", "password", "code"),
    [
        ("person.p12", "sai", "key_password_wrong"),
        ("old.p12", PASSWORD, "certificate_expired"),
        ("hand.png", PASSWORD, "key_file_not_key"),
        ("nowhere.p12", PASSWORD, "key_file_not_read"),
    ],
)
def test_a_key_that_cannot_sign_is_told(
    office: Store, keys: Path, file: str, password: str, code: str
) -> None:
    request = SignRequest(issue_id=1, key=KeyFile(keys / file, password))
    with pytest.raises(UserError) as caught:
        signing.sign(office, request)
    assert code_of(caught) == code
    assert password not in repr(request)
    assert signed_copies.copies(office, 1) == ()


def test_images_are_those_the_decree_asks_for(office: Store, keys: Path) -> None:
    Image.new("RGB", (100, 40), (255, 255, 255)).save(keys / "white.png")
    Image.new("RGB", (100, 40), (255, 255, 255)).save(keys / "photo.jpg")
    _image((300, 300), (200, 0, 0, 255)).save(keys / "unsized.png")
    for name, code in (
        ("white.png", "signature_image_not_clear"),
        ("photo.jpg", "signature_image_not_png"),
        ("nowhere.png", "signature_image_not_read"),
    ):
        with pytest.raises(UserError) as caught:
            signing.sign(office, person(keys, image=keys / name))
        assert code_of(caught) == code
    with pytest.raises(UserError) as caught:
        signing.sign(office, agency(keys, image=keys / "unsized.png", alone=True))
    assert code_of(caught) == "seal_size_unknown"
    signing_ways.set_seal(office, 36)
    assert signing.sign(office, agency(keys, image=keys / "unsized.png", alone=True))


def test_no_secret_is_kept(office: Store, keys: Path) -> None:
    signing.sign(office, person(keys))
    with office.glance() as unit:
        story = repr(unit.journal.of("issued:1"))
    assert PASSWORD not in story
    assert PERSON in story


@pytest.fixture(scope="module")
def token(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A token of SoftHSM with the person's key on it."""
    module = next((one for one in MODULES if one.is_file()), None)
    if module is None or shutil.which("softhsm2-util") is None:
        pytest.skip("SoftHSM2 is not installed here")
    folder = tmp_path_factory.mktemp("token")
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder / 'tokens'}\n")
    before = os.environ.get("SOFTHSM2_CONF")
    os.environ["SOFTHSM2_CONF"] = str(folder / "softhsm2.conf")
    _fill_token(module, folder)
    yield module
    if before is None:
        del os.environ["SOFTHSM2_CONF"]
    else:
        os.environ["SOFTHSM2_CONF"] = before


def _fill_token(module: Path, folder: Path) -> None:
    import pkcs11
    from cryptography.hazmat.primitives import serialization
    from pkcs11.util.rsa import decode_rsa_private_key
    from pkcs11.util.x509 import decode_x509_certificate

    make = ["softhsm2-util", "--init-token", "--free", "--label", "UBND"]
    subprocess.run([*make, "--pin", PIN, "--so-pin", "5678"], check=True, capture_output=True)
    one = holder(PERSON)
    der = one.key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.TraditionalOpenSSL,
        serialization.NoEncryption(),
    )
    shown = one.certificate.public_bytes(serialization.Encoding.DER)
    marks = {
        pkcs11.Attribute.ID: b"1",
        pkcs11.Attribute.LABEL: "Khóa ký",
        pkcs11.Attribute.TOKEN: True,
    }
    library = pkcs11.lib(str(module))
    with library.get_token(token_label="UBND").open(user_pin=PIN, rw=True) as session:
        session.create_object({**decode_rsa_private_key(der), **marks})
        session.create_object({**decode_x509_certificate(shown), **marks})


def on_token(module: Path, pin: str = PIN, label: str = "", certificate: str = "") -> SignRequest:
    return SignRequest(issue_id=1, key=Token(module, pin, label, certificate))


def test_a_token_signs(office: Store, token: Path) -> None:
    done = signing.sign(office, on_token(token, label="UBND", certificate="Khóa ký"))
    assert [one.signer for one in done.copy.signatures] == [PERSON]
    assert done.copy.sound
    again = signing.sign(office, SignRequest(issue_id=issued(office), key=Token(token, PIN)))
    assert again.copy.sound


def test_what_a_token_refuses_is_told(office: Store, token: Path, tmp_path: Path) -> None:
    (tmp_path / "no.so").write_bytes(b"no library")
    for request, code in (
        (on_token(token, pin="9999"), "token_pin_wrong"),
        (on_token(token, label="Khác"), "token_missing"),
        (on_token(token, certificate="Khác"), "token_certificate_missing"),
        (on_token(tmp_path / "no.so"), "token_module_not_read"),
    ):
        with pytest.raises(UserError) as caught:
            signing.sign(office, request)
        assert code_of(caught) == code
    assert signed_copies.copies(office, 1) == ()


@pytest.fixture
def signed_file(office: Store, keys: Path, tmp_path: Path) -> Path:
    """A paper signed elsewhere: the office's register has no copy of it yet."""
    from digicommune.documents.signing.keys import opened
    from digicommune.documents.signing.making import signed

    stored = issuing.reprint(office, 1).document.pdf
    with opened(KeyFile(keys / "person.p12", PASSWORD)) as key:
        (tmp_path / "ve.pdf").write_bytes(signed(stored, "ChuKy1", key))
    return tmp_path / "ve.pdf"


def test_a_signed_file_comes_back_and_is_known_for_ever(office: Store, signed_file: Path) -> None:
    before = signed_copies.recognise(office, signed_file)
    assert (before.base, before.copy, before.paper.issue_id) == ("stored", None, 1)
    kept = signed_copies.attach(office, 1, signed_file)
    assert (kept.base, kept.origin) == ("stored", "attached")
    assert [one.chain for one in kept.signatures] == ["unchecked"]
    assert signed_copies.copy(office, kept.copy_id).document.pdf == signed_file.read_bytes()
    assert signed_copies.recognise(office, signed_file).copy == kept
    with pytest.raises(UserError) as caught:
        signed_copies.attach(office, 1, signed_file)
    assert code_of(caught) == "signed_copy_kept"


def test_what_is_no_signed_copy_of_the_paper_is_refused(
    office: Store, signed_file: Path, tmp_path: Path
) -> None:
    other = issued(office, "thong-bao")
    plain = tmp_path / "chua-ky.pdf"
    plain.write_bytes(issuing.reprint(office, 1).document.pdf)
    broken = tmp_path / "hong.pdf"
    content = bytearray(signed_file.read_bytes())
    content[len(content) // 3] ^= 1
    broken.write_bytes(bytes(content))
    text = tmp_path / "chu.pdf"
    text.write_bytes(b"khong phai PDF")
    for issue, path, codes in (
        (other, signed_file, {"signed_of_another_paper"}),
        (1, plain, {"signed_file_unsigned"}),
        (1, broken, {"signed_file_broken", "signed_file_unreadable"}),
        (1, text, {"signed_file_unreadable", "signed_file_unsigned"}),
        (1, tmp_path / "khong-co.pdf", {"pdf_not_read"}),
    ):
        with pytest.raises(UserError) as caught:
            signed_copies.attach(office, issue, path)
        assert code_of(caught) in codes
    assert signed_copies.copies(office, 1) == ()


def test_a_page_changed_behind_a_signature_breaks_it(
    office: Store, signed_file: Path, tmp_path: Path
) -> None:
    writer = PdfWriter(BytesIO(signed_file.read_bytes()), incremental=True)
    page = writer.pages[0]
    page.rotate(90)
    writer.write(tmp_path / "doi.pdf")
    assert (tmp_path / "doi.pdf").read_bytes().startswith(signed_file.read_bytes())
    found = signed_copies.recognise(office, tmp_path / "doi.pdf")
    assert found.base == "altered"
    assert [one.sound for one in found.signatures] == [False]
    with pytest.raises(UserError) as caught:
        signed_copies.attach(office, 1, tmp_path / "doi.pdf")
    assert code_of(caught) == "signed_file_broken"


def test_a_page_changed_before_it_was_signed_is_told_of(
    office: Store, keys: Path, tmp_path: Path
) -> None:
    from digicommune.documents.signing.keys import opened
    from digicommune.documents.signing.making import signed

    writer = PdfWriter(BytesIO(issuing.reprint(office, 1).document.pdf), incremental=True)
    writer.pages[0].rotate(90)
    changed = BytesIO()
    writer.write(changed)
    with opened(KeyFile(keys / "person.p12", PASSWORD)) as key:
        (tmp_path / "doi.pdf").write_bytes(signed(changed.getvalue(), "ChuKy1", key))
    kept = signed_copies.attach(office, 1, tmp_path / "doi.pdf")
    assert kept.base == "altered"
    assert kept.sound


def test_empty_fields_are_made_only_when_asked_for(office: Store) -> None:
    stored = issuing.reprint(office, 1).document.pdf
    assert not PdfReader(BytesIO(stored)).get_fields()
    made = signed_copies.with_fields(office, 1)
    assert made.pdf.startswith(stored)
    fields = PdfReader(BytesIO(made.pdf)).get_fields() or {}
    assert set(fields) == {"ChuKyNguoiCoThamQuyen", "ChuKyCoQuan"}
    assert issuing.reprint(office, 1).document.pdf == stored


def test_the_check_of_the_office_looks_after_signed_copies(
    office: Store, signed_file: Path
) -> None:
    signed_copies.attach(office, 1, signed_file)
    assert all(line.ok for line in office.check())
