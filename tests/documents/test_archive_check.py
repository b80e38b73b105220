"""What paper check says of a file for the archive: nothing of ours, and each planted lack."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from digicommune.documents.kinds import compose_document, shipped_wording
from digicommune.documents.measuring.archive import (
    CODES,
    _dictionaries,
    _numbers,
    archive_report,
)
from digicommune.documents.measuring.checking import measured
from digicommune.documents.measuring.pdf_limits import PdfBroken
from digicommune.documents.measuring.pdf_pages import opened
from digicommune.documents.pdf import render_pdf, render_pdf_many
from digicommune.domain.paper_faults import ArchiveReport
from tests.documents.office_papers import decision, invitation, letter_about, minutes
from tests.documents.offices import office
from tests.documents.test_archive import stands

KIND = "bao-cao-chuyen-doi-so"
Plant = Callable[[PdfWriter], object]


def name(text: str) -> NameObject:
    return NameObject(f"/{text}")


def dictionary(**told: PdfObject) -> DictionaryObject:
    return DictionaryObject({name(key): value for key, value in told.items()})


def note(writer: PdfWriter, kind: str, flags: int, **more: PdfObject) -> None:
    """An annotation on the first page."""
    rect = ArrayObject([NumberObject(edge) for edge in (10, 10, 90, 40)])
    facts = dictionary(
        Type=name("Annot"), Subtype=name(kind), Rect=rect, F=NumberObject(flags), **more
    )
    writer.pages[0][name("Annots")] = ArrayObject([facts])


def root(**told: PdfObject) -> Plant:
    return lambda writer: writer.root_object.update(dictionary(**told))


def state(writer: PdfWriter) -> DictionaryObject:
    """A graphics state of the first page, to be filled."""
    made = DictionaryObject()
    resources = writer.pages[0]["/Resources"]
    assert isinstance(resources, DictionaryObject)
    resources[name("ExtGState")] = dictionary(G0=made)
    return made


def fonts(writer: PdfWriter) -> list[DictionaryObject]:
    resources = writer.pages[0]["/Resources"]
    assert isinstance(resources, DictionaryObject)
    found = resources["/Font"]
    assert isinstance(found, DictionaryObject)
    return [one.get_object() for one in found.values()]


def unembedded(writer: PdfWriter) -> None:
    descriptor = fonts(writer)[0]["/FontDescriptor"].get_object()
    assert isinstance(descriptor, DictionaryObject)
    del descriptor["/FontFile2"]


def unlettered(writer: PdfWriter) -> None:
    del fonts(writer)[0]["/ToUnicode"]


def packed(writer: PdfWriter) -> None:
    stream = DecodedStreamObject()
    stream.set_data(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01")
    stream[name("Filter")] = name("LZWDecode")
    writer._add_object(stream)


def picture(writer: PdfWriter) -> None:
    stream = DecodedStreamObject()
    stream.set_data(b"\x00")
    stream.update(
        dictionary(Type=name("XObject"), Subtype=name("Image"), Interpolate=BooleanObject(True))
    )
    writer._add_object(stream)


def action(kind: str) -> Plant:
    return root(OpenAction=dictionary(S=name(kind), JS=TextStringObject("app.alert(1)")))


def see_through(writer: PdfWriter) -> None:
    del writer.root_object["/OutputIntents"]
    state(writer)[name("ca")] = FloatObject("0.5")


def looking(writer: PdfWriter, kind: str, flags: int) -> None:
    """An annotation with a look of its own."""
    stream = DecodedStreamObject()
    stream.set_data(b"")
    stream.update(dictionary(Type=name("XObject"), Subtype=name("Form")))
    note(writer, kind, flags, AP=dictionary(N=writer._add_object(stream)))


def rewritten(plant: Plant) -> bytes:
    """A decision with something planted; pypdf writes it anew."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(render_pdf(decision()))))
    plant(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def lacks(data: bytes) -> list[str]:
    return [one.code for one in archive_report(data).lacks]


PLANTED: list[tuple[Plant, list[str]]] = [
    (lambda writer: None, []),
    (action("JavaScript"), ["archive_actions"]),
    (action("Launch"), ["archive_actions"]),
    (root(OpenAction=dictionary(S=name("GoTo"))), []),
    (root(OpenAction=dictionary(S=name("Named"), N=name("Print"))), ["archive_actions"]),
    (root(OpenAction=dictionary(S=name("Named"), N=name("NextPage"))), []),
    (root(AA=dictionary()), ["archive_actions"]),
    (lambda writer: writer.add_attachment("a.txt", b"x"), ["archive_attached"]),
    (lambda writer: writer.root_object.pop("/OutputIntents"), ["archive_colours"]),
    (packed, ["archive_filters"]),
    (unembedded, ["archive_fonts"]),
    (unlettered, ["archive_letters"]),
    (root(AcroForm=dictionary(NeedAppearances=BooleanObject(True))), ["archive_forms"]),
    (root(AcroForm=dictionary(XFA=ArrayObject())), ["archive_forms"]),
    (lambda writer: writer.root_object.pop("/Metadata"), ["archive_claim", "archive_metadata"]),
    (lambda writer: note(writer, "Widget", 4), ["archive_notes"]),
    (lambda writer: looking(writer, "Widget", 4), []),
    (lambda writer: looking(writer, "Widget", 4 | 2), ["archive_notes"]),
    (lambda writer: looking(writer, "Stamp", 0), ["archive_notes"]),
    (lambda writer: note(writer, "Movie", 4), ["archive_notes"]),
    (lambda writer: note(writer, "Link", 4), []),
    (picture, ["archive_pictures"]),
    (see_through, ["archive_colours", "archive_transparency"]),
    (lambda writer: state(writer).update(dictionary(ca=FloatObject("0.5"))), []),
]


@pytest.mark.parametrize(("plant", "wanted"), PLANTED)
def test_a_planted_lack_is_told_and_is_no_fault_of_form(plant: Plant, wanted: list[str]) -> None:
    found = measured(rewritten(plant))
    assert [one.code for one in found.archive.lacks] == wanted
    assert {fault.code for fault in found.faults} <= {"font_not_embedded"}


def raw(old: bytes, new: bytes) -> bytes:
    """Our own bytes with something of the same length in another's place."""
    data = render_pdf(decision())
    assert old in data
    assert len(old) == len(new)
    return data.replace(old, new)


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (raw(b"%PDF-1.7\n%", b"%PDF-1.7\n "), "archive_header"),
        (raw(b"\n/ID \n", b"\n/DI \n"), "archive_identity"),
        (raw(b"\nendstream", b" endstream"), "archive_streams"),
        (raw(b"pdfaid:part", b"pdfaid:tarp"), "archive_claim"),
    ],
    ids=["header", "identity", "streams", "claim"],
)
def test_what_only_the_bytes_tell_is_told(data: bytes, wanted: str) -> None:
    assert lacks(data) == [wanted]


def test_a_table_that_leads_nowhere_is_told() -> None:
    data = render_pdf(decision())
    at = data.rindex(b"startxref\n") + 10
    found = archive_report(data[:at] + b"7\n%%EOF")
    assert (found.claims, [one.code for one in found.lacks]) == ("", ["archive_unread"])


HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


def test_a_table_of_more_objects_than_there_is_room_for_is_not_followed() -> None:
    """It speaks of two thousand million objects and holds one."""
    table = zlib.compress(b"\x01\x00\x0f")
    facts = (
        b"<< /Type /XRef /W [1 2 0] /Index [0 2000000000] /Size 2000000000 /Root 1 0 R"
        b" /Filter /FlateDecode /Length %d >>" % len(table)
    )
    catalog = b"1 0 obj\n<< /Type /Catalog >>\nendobj\n"
    data = HEAD + catalog + b"2 0 obj\n" + facts + b"\nstream\n" + table
    data += b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF" % (len(HEAD) + len(catalog))
    assert lacks(data) == ["archive_unread"]
    with pytest.raises(PdfBroken, match="objects"):
        _numbers(opened(data))


def test_endless_small_parts_are_not_followed() -> None:
    catalog = b"1 0 obj\n<< /Type /Catalog /Parts [%b] >>\nendobj\n" % (b"<<>>" * 300_001)
    table = b"xref\n0 2\n0000000000 65535 f \n%010d 00000 n \n" % len(HEAD)
    end = b"trailer\n<< /Root 1 0 R /Size 2 >>\nstartxref\n%d\n%%%%EOF"
    data = HEAD + catalog + table + end % (len(HEAD) + len(catalog))
    with pytest.raises(PdfBroken, match="dictionaries"):
        list(_dictionaries(opened(data)))


def test_every_code_is_known() -> None:
    told = {code for _, wanted in PLANTED for code in wanted}
    raised = {"archive_header", "archive_identity", "archive_streams", "archive_unread"}
    assert told | raised == set(CODES)


@pytest.mark.parametrize(
    "made",
    [
        lambda: render_pdf(compose_document(KIND, office(30), shipped_wording(KIND))),
        lambda: render_pdf(decision()),
        lambda: render_pdf(minutes("THƯ KÝ", "CHỦ TỌA", "ĐẠI DIỆN", "TRƯỞNG THÔN")),
        lambda: render_pdf(letter_about("Hổ Thôn", "Thôn Vệ")),
        lambda: render_pdf_many([invitation("Ông A"), invitation("Bà B")], "Giấy mời"),
        stands,
    ],
    ids=["report", "decision", "minutes", "letter", "many", "stands"],
)
def test_our_own_files_lack_nothing(made: Callable[[], bytes]) -> None:
    assert archive_report(made()) == ArchiveReport("2b", ())


@pytest.mark.parametrize(
    ("said", "claims"),
    [
        (b'<x pdfaid:part="1" pdfaid:conformance="A"/>', "1a"),
        (b"<pdfaid:conformance>U</pdfaid:conformance><pdfaid:part> 3 </pdfaid:part>", "3u"),
        ('<x pdfaid:part="2" pdfaid:conformance="B"/>'.encode("utf-16"), "2b"),
        (b"<pdfaid:part>4</pdfaid:part>", "4"),
    ],
)
def test_what_a_file_says_it_is_is_read_in_any_writing(said: bytes, claims: str) -> None:
    def plant(writer: PdfWriter) -> None:
        stream = DecodedStreamObject()
        stream.set_data(said)
        writer.root_object[name("Metadata")] = writer._add_object(stream)

    assert archive_report(rewritten(plant)).claims == claims
