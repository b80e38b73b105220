"""A file is believed by its bytes: pictures are reduced, hostile and foreign files refused."""

from __future__ import annotations

import hashlib
import io
import random
import struct
import zlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from digicommune.documents.proof_files import LONGEST_SIDE, MOST_BYTES, kept_of
from digicommune.errors import UserError

PDF = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"
PIXELS = "proof_picture_too_large"
ORIENTATION, TAKEN, EXIF, GPS = 0x0112, 36867, 34665, 34853


def photo(size: tuple[int, int] = (640, 480), mode: str = "RGB", kind: str = "JPEG") -> bytes:
    """A picture with its left half dark."""
    picture = Image.new(mode, size, "white")
    picture.paste("black", (0, 0, size[0] // 2, size[1]))
    written = io.BytesIO()
    picture.save(written, kind)
    return written.getvalue()


def from_a_phone(turned: int = 6) -> bytes:
    """A photo lying on its side, with the place and the day it was taken."""
    picture = Image.open(io.BytesIO(photo((3_000, 2_000))))
    exif = picture.getexif()
    exif[ORIENTATION] = turned
    exif[0x010F] = "Hãng máy mẫu"
    exif.get_ifd(EXIF)[TAKEN] = "2026:03:01 10:00:00"
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (19.0, 48.0, 0.0)
    written = io.BytesIO()
    picture.save(written, "JPEG", exif=exif)
    return written.getvalue()


def seen(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def test_a_photo_is_reduced_upright_and_tells_no_place() -> None:
    brought = from_a_phone()
    assert b"\x00\x02\x00\x05" in brought  # the place is in what was brought
    kept = kept_of("IMG_1.jpg", brought)
    picture = seen(kept.content)
    assert (picture.size, picture.format) == ((1_333, LONGEST_SIDE), "JPEG")
    assert dict(picture.getexif()) == {}
    # Turned a quarter: the dark left half is on top now.
    assert picture.convert("L").getpixel((600, 100)) == 0
    assert picture.convert("L").getpixel((600, 1_900)) == 255
    assert (kept.kind, kept.taken_on) == ("jpeg", date(2026, 3, 1))
    assert kept.original_sha256 == hashlib.sha256(brought).hexdigest()
    assert kept.sha256 == hashlib.sha256(kept.content).hexdigest()
    assert (kept.original_size, kept.media, kept.suffix) == (len(brought), "image/jpeg", ".jpg")


@pytest.mark.parametrize(
    ("size", "kept"),
    [
        ((4_000, 3_000), (2_000, 1_500)),
        ((1_600, 1_200), (1_600, 1_200)),
        ((8_000, 2_000), (2_000, 500)),
        ((1_080, 6_480), (800, 4_800)),  # a chat captured in one strip stays readable
        ((500, 4_000), (500, 4_000)),
        ((100, 9_000), (89, 8_000)),
    ],
)
def test_how_large_a_picture_is_kept(size: tuple[int, int], kept: tuple[int, int]) -> None:
    assert seen(kept_of("anh.png", photo(size, "L", "PNG")).content).size == kept


def test_the_same_photo_is_kept_the_same() -> None:
    assert kept_of("a.jpg", from_a_phone()) == kept_of("a.jpg", from_a_phone())


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "L", "1", "RGB", "I;16"])
def test_every_png_becomes_a_plain_picture(mode: str) -> None:
    kept = kept_of("scan.png", photo((400, 200), "L", "PNG") if mode == "I;16" else _png(mode))
    assert kept.kind == "png"
    assert seen(kept.content).size == (400, 200)
    assert seen(kept.content).mode in {"RGB", "L"}


def _png(mode: str) -> bytes:
    written = io.BytesIO()
    seen(photo((400, 200), "RGB", "PNG")).convert(mode).save(written, "PNG")
    return written.getvalue()


def test_what_is_see_through_lies_on_white() -> None:
    written = io.BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(written, "PNG")
    assert seen(kept_of("dau.png", written.getvalue()).content).getpixel((25, 25)) == (255,) * 3


def test_a_printers_cmyk_photo_is_taken() -> None:
    assert seen(kept_of("in.jpg", photo(mode="CMYK")).content).mode == "RGB"


def test_a_pdf_is_kept_as_it_is() -> None:
    kept = kept_of("QĐ 12.pdf", PDF)
    assert (kept.content, kept.kind, kept.sha256) == (PDF, "pdf", kept.original_sha256)


def test_the_name_does_not_matter() -> None:
    assert kept_of("quyet-dinh.pdf", photo()).kind == "jpeg"
    assert kept_of("anh.jpg", PDF).kind == "pdf"


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def bomb(wide: int, high: int) -> bytes:
    """A PNG of a few kilobytes that says it is enormous."""
    head = struct.pack(">IIBBBBB", wide, high, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1_000_000, 9)
    start = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head)
    return start + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("rong.jpg", b"", "proof_empty"),
        ("dai.pdf", b"%PDF-" + b"0" * MOST_BYTES, "proof_too_large"),
        ("bom.png", bomb(60_000, 60_000), "proof_picture_too_large"),
        ("bom.png", bomb(8_000, 8_000), "proof_picture_too_large"),
        ("cut.jpg", photo((1_500, 1_500))[:900], "proof_damaged"),
        ("cut.png", photo((500, 500), "RGB", "PNG")[:200], "proof_damaged"),
        ("fake.jpg", b"\xff\xd8\xff" + b"<script>" * 50, "proof_damaged"),
        ("cut.pdf", PDF.replace(b"%%EOF", b""), "proof_damaged"),
        ("khoa.pdf", PDF.replace(b"/Root", b"/Encrypt 5 0 R /Root"), "proof_locked"),
        ("chay.pdf", PDF.replace(b"/Root", b"/OpenAction << /S /JavaScript >> /Root"),
         "proof_unsafe"),
        ("kem.pdf", PDF.replace(b"/Root", b"/EmbeddedFile /Root"), "proof_unsafe"),
        ("lenh.pdf", PDF.replace(b"/Catalog", b"/Catalog /AA << /S /Launch >>"), "proof_unsafe"),
        ("a.heic", b"\x00\x00\x00\x18ftypheic" + b"\0" * 40, "proof_kind"),
        ("a.docx", b"PK\x03\x04" + b"\0" * 40, "proof_kind"),
        ("a.exe", b"MZ" + b"\0" * 40, "proof_kind"),
        ("a.svg", b"<?xml version='1.0'?><svg/>", "proof_kind"),
        ("a.tif", b"II*\x00" + b"\0" * 40, "proof_kind"),
        ("a.bin", random.Random(1).randbytes(500), "proof_kind"),
    ],
)  # fmt: skip
def test_what_is_no_fit_proof_is_refused_with_a_sentence(
    name: str, content: bytes, code: str
) -> None:
    with pytest.raises(UserError) as refused:
        kept_of(name, content)
    assert refused.value.code == code
    assert name in refused.value.message
    assert refused.value.advice


def packed(words: bytes, kind: bytes = b"/ObjStm") -> bytes:
    """A PDF that keeps some of its words in a packed stream."""
    body = zlib.compress(words)
    stream = b"4 0 obj << /Type %s /Filter /FlateDecode >> stream\n%s\nendstream endobj\n"
    return PDF.replace(b"trailer", stream % (kind, body) + b"trailer")


def test_commands_hidden_in_packed_objects_are_found() -> None:
    for hidden in (b"<< /S /JavaScript /JS (app.alert) >>", b"<< /S /J#61vaScript >>"):
        with pytest.raises(UserError) as refused:
            kept_of("an.pdf", packed(hidden))
        assert refused.value.code == "proof_unsafe"
    # Bytes of a picture say nothing, whatever letters they happen to hold.
    assert kept_of("anh.pdf", packed(b"/JS /Launch /Encrypt ", b"/XObject")).kind == "pdf"
    raw = b"5 0 obj << /Subtype /Image >> stream\n\x00/JS\x01/Encrypt\x02\nendstream endobj\n"
    assert kept_of("anh.pdf", PDF.replace(b"trailer", raw + b"trailer")).kind == "pdf"


def test_a_bomb_in_packed_objects_is_looked_at_and_not_blown_up() -> None:
    assert kept_of("nen.pdf", packed(b"0" * 60_000_000)).kind == "pdf"


@pytest.mark.parametrize(
    ("name", "fit"),
    [
        ("QĐ 12/QĐ-UBND.pdf", "QĐ 12-QĐ-UBND.pdf"),
        ("a\nb\t\u202egpj.exe", "a b gpj.exe"),
        ("..", "minh chứng"),
        ("x" * 300 + ".jpeg", "x" * 114 + ".jpeg"),
    ],
)
def test_a_name_is_fit_to_be_shown_and_saved(name: str, fit: str) -> None:
    assert kept_of(name, PDF).name == fit


def test_a_word_that_only_looks_like_a_command_is_no_command() -> None:
    assert kept_of("a.pdf", PDF.replace(b"/Type", b"/JSON (x) /LaunchDate (y) /Type")).kind == "pdf"


@given(st.data())
def test_a_spoilt_picture_is_kept_or_refused_and_never_falls(data: st.DataObject) -> None:
    whole = bytearray(photo((80, 60), "RGB", data.draw(st.sampled_from(("JPEG", "PNG")))))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(8, len(whole) - 1))] = data.draw(st.integers(0, 255))
    assert _outcome(bytes(whole)) in {"JPEG", "proof_damaged", "proof_kind", PIXELS}


def _outcome(content: bytes) -> str | None:
    try:
        return seen(kept_of("hong.jpg", content).content).format
    except UserError as refused:
        return refused.code
