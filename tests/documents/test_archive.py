"""Every printed file is fit for an archive: what PDF/A-2b asks of its structure, and its metadata.

veraPDF itself is not here (docs/pdfa.md says what it found and when); these hold what it asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from PIL import Image, ImageCms
from pypdf import PdfReader

from digicommune.charts.values import Bar, VillageBars
from digicommune.documents.description import (
    Chart,
    DocumentNumber,
    Metadata,
    Photo,
    SignatureBlock,
    Title,
    paragraph,
)
from digicommune.documents.docx import render_docx
from digicommune.documents.kinds import compose_document, shipped_wording
from digicommune.documents.pdf import render_pdf, render_pdf_many
from digicommune.documents.qr_stands import Stand, render_stands
from digicommune.settings import resources
from tests.documents.office_papers import decision, invitation, letter_about, minutes
from tests.documents.offices import office
from tests.documents.papers import SENTENCE, annex, letter, villages

DC = "{http://purl.org/dc/elements/1.1/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
PDFAID = "{http://www.aiim.org/pdfa/ns/id/}"
ND30 = "{urn:digicommune:nd30-2020:phu-luc-vi#}"
KIND = "bao-cao-chuyen-doi-so"
BLACK = ((True, False), (False, True))


def picture(mode: str, kind: str) -> bytes:
    out = BytesIO()
    drawn = Image.new("RGB", (60, 40), (200, 30, 30))
    grey = Image.new("I;16", (60, 40), 30_000)
    (grey if mode == "I;16" else drawn.convert(mode)).save(out, kind)
    return out.getvalue()


def stands() -> bytes:
    one = Stand(
        "Tạp hóa Hoa", "Agribank", "•••• 1234", "LE THI HOA", "Hổ Thôn", "Hoằng Châu", BLACK
    )
    return render_stands([one] * 5, "a6")


def printed(name: str) -> bytes:
    made: dict[str, Any] = {
        "report": lambda: render_pdf(
            compose_document(KIND, office(12), shipped_wording(KIND)),
        ),
        "decision": lambda: render_pdf(decision()),
        "minutes": lambda: render_pdf(minutes()),
        "urgent letter": lambda: render_pdf(letter_about("Hổ Thôn", "Thôn Vệ")),
        "annexes": lambda: render_pdf(letter(annexes=(annex(villages(120)),))),
        "chart": lambda: render_pdf(
            letter(
                Chart(
                    VillageBars("TKNH", (Bar("Hổ Thôn", Fraction(4, 5), "80%"),)), "Biểu 1. Tỷ lệ"
                )
            )
        ),
        "many": lambda: render_pdf_many([invitation("Ông A"), invitation("Bà B")], "Giấy mời"),
        "stands": stands,
        "strange letters": lambda: render_pdf(letter(paragraph("🙂 漢字 ☑ \u200b\uffff"))),
    }
    done: bytes = made[name]()
    return done


NAMES = (
    "report", "decision", "minutes", "urgent letter", "annexes", "chart", "many", "stands",
    "strange letters",
)  # fmt: skip


def objects(reader: PdfReader) -> Iterator[Any]:
    for number in range(1, int(str(reader.trailer["/Size"]))):
        yield reader.get_object(number)


def packet_of(data: bytes) -> ET.Element:
    catalog: Any = PdfReader(BytesIO(data)).root_object
    stream = catalog["/Metadata"]
    assert (stream["/Type"], stream["/Subtype"]) == ("/Metadata", "/XML")
    assert "/Filter" not in stream
    return ET.fromstring(stream.get_data().decode("utf-8"))  # noqa: S314 -- our own


def value(packet: ET.Element, name: str) -> str | None:
    """One property's text, its values joined."""
    found = packet.find(f".//{name}")
    return None if found is None else ", ".join(t for t in map(str.strip, found.itertext()) if t)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_says_that_it_is_for_the_archive_and_names_its_colours(name: str) -> None:
    data = printed(name)
    packet = packet_of(data)
    assert (value(packet, f"{PDFAID}part"), value(packet, f"{PDFAID}conformance")) == ("2", "B")
    reader = PdfReader(BytesIO(data))
    catalog: Any = reader.root_object
    (intent,) = catalog["/OutputIntents"]
    told = intent.get_object()
    assert (told["/S"], told["/DestOutputProfile"]["/N"]) == ("/GTS_PDFA1", 3)
    assert told["/DestOutputProfile"].get_data() == (resources() / "colour/srgb.icc").read_bytes()
    assert data.startswith(b"%PDF-1.7\n%")
    assert min(data[10:14]) > 127
    assert len(reader.trailer["/ID"]) == 2  # type: ignore[arg-type]
    assert not {"/OpenAction", "/AA", "/Names", "/AcroForm", "/OCProperties"} & catalog.keys()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_in_a_file_needs_another_or_shows_through(name: str) -> None:
    reader = PdfReader(BytesIO(printed(name)))
    assert not reader.is_encrypted
    fonts = 0
    for one in filter(lambda found: isinstance(found, dict), objects(reader)):
        assert not {"/SMask", "/Mask", "/ca", "/CA", "/BM", "/JS", "/EF", "/Annots"} & one.keys()
        assert one.get("/ColorSpace", "/DeviceGray") in ("/DeviceGray", "/DeviceRGB")
        assert "/LZWDecode" not in str(one.get("/Filter", ""))
        if one.get("/Type") == "/Font":
            fonts += 1
            assert "/FontFile2" in one["/FontDescriptor"]
            assert "/ToUnicode" in one
    assert fonts
    # Code 0 is the font's own sign for a letter it has no shape for.
    assert not any("\x00" in page.extract_text() for page in reader.pages)


@pytest.mark.parametrize("name", NAMES)
def test_every_stream_ends_on_a_line_of_its_own_and_is_as_long_as_it_says(name: str) -> None:
    data = printed(name)
    heads = list(re.finditer(rb"/Length (\d+)[^>]*>>\nstream\n", data))
    assert len(heads) == data.count(b"\nendstream\n") > 3
    for head in heads:
        assert data[head.end() + int(head[1]) :].startswith(b"\nendstream\nendobj\n")


def test_what_a_paper_says_of_itself_is_what_stands_on_it() -> None:
    paper = replace(
        decision(), metadata=Metadata("Ủy ban nhân dân xã Hoằng Châu", ("2026-Q1", "a & b"))
    )
    packet = packet_of(render_pdf(paper))
    subject = "Về việc công nhận Hổ Thôn đạt chuẩn thôn thông minh năm 2026"
    wanted = {
        f"{DC}title": f"QUYẾT ĐỊNH {subject}",
        f"{DC}creator": "Ủy ban nhân dân xã Hoằng Châu",
        f"{DC}description": subject,
        f"{DC}language": "vi-VN",
        f"{DC}type": "QUYẾT ĐỊNH",
        f"{DC}subject": "2026-Q1, a & b",
        f"{DC}identifier": "07/QĐ-UBND",
        f"{DC}date": "2026-11-09",
        f"{XMP}CreateDate": "2026-11-09",
        f"{ND30}TypeName": "QUYẾT ĐỊNH",
        f"{ND30}CodeNumber": "07",
        f"{ND30}CodeNotation": "QĐ-UBND",
        f"{ND30}IssuedDate": "09/11/2026",
        f"{ND30}OrganName": "Ủy ban nhân dân xã Hoằng Châu",
        f"{ND30}Subject": subject,
        f"{ND30}PageAmount": "1",
        f"{ND30}Position": "CHỦ TỊCH",
        f"{ND30}FullName": "Lê Văn Hoằng",
    }
    assert {name: value(packet, name) for name in wanted} == wanted
    described = {one.text for one in packet.iter("{http://www.aiim.org/pdfa/ns/property#}name")}
    assert described == {name.removeprefix(ND30) for name in wanted if name.startswith(ND30)}


def test_the_older_metadata_say_the_same() -> None:
    reader = PdfReader(BytesIO(render_pdf(decision())))
    packet = packet_of(render_pdf(decision()))
    assert reader.metadata is not None
    assert reader.metadata.title == value(packet, f"{DC}title")
    assert reader.metadata.author == value(packet, f"{DC}creator")
    assert reader.metadata.subject == value(packet, f"{DC}description")
    assert reader.metadata.creator == "DigiCommune"
    assert str(reader.metadata["/CreationDate"]) == "D:20261109"


def test_what_is_not_known_is_not_said() -> None:
    draft = replace(decision(), number=DocumentNumber("QĐ-UBND"), date=None, year=2026)
    data = render_pdf(replace(draft, signature=SignatureBlock(("TM. ỦY BAN NHÂN DÂN",))))
    packet = packet_of(data)
    unknown = (f"{DC}identifier", f"{DC}date", f"{XMP}CreateDate", f"{ND30}CodeNumber",
               f"{ND30}IssuedDate", f"{ND30}FullName")  # fmt: skip
    assert {name: value(packet, name) for name in unknown} == dict.fromkeys(unknown)
    assert value(packet, f"{ND30}CodeNotation") == "QĐ-UBND"
    assert b"CreationDate" not in data


def test_many_papers_in_one_file_say_no_number_of_one() -> None:
    packet = packet_of(printed("many"))
    assert value(packet, f"{DC}title") == value(packet, f"{ND30}Subject") == "Giấy mời"
    assert value(packet, f"{ND30}PageAmount") == "2"
    for name in ("CodeNumber", "CodeNotation", "IssuedDate", "FullName", "TypeName"):
        assert value(packet, f"{ND30}{name}") is None


def test_fields_keep_to_the_lengths_of_annex_vi() -> None:
    long = replace(
        decision(),
        title=Title("QUYẾT ĐỊNH" * 20, ("Về việc " * 100,)),
        number=DocumentNumber("QĐ-UBND" * 5, "123456789012"),
        date=date(2026, 1, 2),
        metadata=Metadata("Ủy ban nhân dân " * 20),
        signature=SignatureBlock(("CHỦ TỊCH " * 20,), "Lê Văn " * 20),
    )
    packet = packet_of(render_pdf(long))
    most = {"TypeName": 100, "OrganName": 200, "Subject": 500, "Position": 100, "FullName": 50}
    for name, limit in most.items():
        told = value(packet, f"{ND30}{name}")
        assert limit - 9 < len(told or "") <= limit, name
    # A number or symbol that was cut would be another paper's.
    assert value(packet, f"{ND30}CodeNumber") is value(packet, f"{ND30}CodeNotation") is None


def test_a_long_file_says_no_number_of_pages_that_has_four_digits() -> None:
    from digicommune.documents.press.facts import FileFacts
    from digicommune.documents.press.packet import packet

    facts = FileFacts("Phụ lục", "Ủy ban nhân dân xã", "vi-VN")
    assert b"<nd30:PageAmount>999<" in packet(facts, 999)
    assert b"PageAmount" not in packet(facts, 1_000)


@pytest.mark.parametrize(
    ("mode", "kind", "space"),
    [
        ("RGB", "JPEG", "/DeviceRGB"),
        ("L", "JPEG", "/DeviceGray"),
        ("CMYK", "JPEG", "/DeviceRGB"),
        ("RGBA", "PNG", "/DeviceRGB"),
        ("P", "PNG", "/DeviceRGB"),
        ("1", "PNG", "/DeviceRGB"),
        ("I;16", "PNG", "/DeviceRGB"),
    ],
)
def test_pictures_of_any_kind_are_printed_in_the_files_own_colours(
    mode: str, kind: str, space: str
) -> None:
    data = render_pdf(letter(Photo(picture(mode, kind), "Ảnh 1"), paragraph(SENTENCE)))
    drawn = [
        one
        for one in objects(PdfReader(BytesIO(data)))
        if isinstance(one, dict) and one.get("/Subtype") == "/Image"
    ]
    assert [one["/ColorSpace"] for one in drawn] == [space]
    assert not any("/SMask" in one or "/Mask" in one for one in drawn)


def test_a_picture_that_shows_through_is_printed_on_white() -> None:
    out = BytesIO()
    Image.new("RGBA", (4, 4), (200, 30, 30, 0)).save(out, "PNG")
    reader = PdfReader(BytesIO(render_pdf(letter(Photo(out.getvalue(), "Ảnh 1")))))
    (drawn,) = reader.pages[0].images
    assert drawn.image is not None
    assert drawn.image.getcolors() == [(16, (255, 255, 255))]


def test_a_letter_without_a_shape_is_a_box_on_paper_and_itself_in_word() -> None:
    paper = letter(paragraph("Đạt ☑ và 🙂 → 50 ₫"))
    text = PdfReader(BytesIO(render_pdf(paper))).pages[0].extract_text()
    assert "Đạt □ và □ → 50 ₫" in text
    assert "☑".encode() in _word_text(render_docx(paper))


def _word_text(data: bytes) -> bytes:
    from zipfile import ZipFile

    with ZipFile(BytesIO(data)) as opened:
        return opened.read("word/document.xml")


def test_the_colour_profile_is_srgb_of_a_version_pdf_1_7_knows() -> None:
    path = resources() / "colour" / "srgb.icc"
    data = path.read_bytes()
    assert (data[8:10], data[12:20], data[36:40]) == (b"\x04\x20", b"mntrRGB ", b"acsp")
    assert (path.parent / "LICENSE-srgb.txt").is_file()
    ours = ImageCms.ImageCmsProfile(BytesIO(data))
    same = ImageCms.buildTransform(ours, ImageCms.createProfile("sRGB"), "RGB", "RGB")
    drawn = Image.new("RGB", (1, 1), (12, 130, 250))
    assert ImageCms.applyTransform(drawn, same).getpixel((0, 0)) == (12, 130, 250)
