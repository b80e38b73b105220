"""A printed file tells where it is signed: named places between the capacity lines and the name."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from digicommune.documents.description import Document
from digicommune.documents.pdf import render_pdf
from tests.documents.office_papers import minutes
from tests.documents.papers import SENTENCE, letter
from tests.documents.reading import MM, Page, pages


def places(content: bytes) -> dict[str, tuple[int, tuple[float, ...]]]:
    """The named places of a file: page and edges left, bottom, right, top in mm."""
    reader = PdfReader(BytesIO(content))
    found: dict[str, tuple[int, tuple[float, ...]]] = {}
    for name, one in reader.named_destinations.items():
        assert isinstance(one, Destination)
        edges = tuple(float(str(one[edge])) / MM for edge in ("/Left", "/Bottom", "/Right", "/Top"))
        page = reader.get_destination_page_number(one)
        assert page is not None
        found[name] = page, edges
    return found


def between(document: Document, capacity: str, name: str) -> tuple[Page, tuple[float, ...]]:
    """The last page of a paper with one signer, and the place it names."""
    content = render_pdf(document)
    (one,) = places(content).values()
    page = pages(content)[one[0]]
    assert page.line(capacity).baseline > page.line(name).baseline
    return page, one[1]


def test_the_place_lies_between_capacity_and_name_about_the_middle_of_both() -> None:
    page, (left, bottom, right, top) = between(letter(), "CHỦ TỊCH", "Lê Văn Hoằng")
    capacity, name = page.line("CHỦ TỊCH"), page.line("Lê Văn Hoằng")
    assert (left + right) / 2 == pytest.approx(name.middle, abs=0.3)
    assert (left + right) / 2 == pytest.approx(capacity.middle, abs=0.3)
    assert name.baseline + 3 < bottom < name.baseline + 6
    assert capacity.baseline - 2 < top < capacity.baseline
    assert 25 <= top - bottom <= 30


def test_it_is_on_the_page_where_the_signature_stands() -> None:
    from digicommune.documents.description import paragraph

    content = render_pdf(letter(*(paragraph(SENTENCE * 3) for _ in range(20))))
    ((page, _edges),) = places(content).values()
    assert page == len(pages(content)) - 1 > 0


def test_two_who_sign_side_by_side_have_a_place_each() -> None:
    found = places(render_pdf(minutes()))
    assert sorted(found) == ["/chu-ky-1", "/chu-ky-2"]
    (_, first), (_, second) = found["/chu-ky-1"], found["/chu-ky-2"]
    assert first[2] <= second[0]
    assert first[1] == pytest.approx(second[1], abs=0.1)


def test_a_paper_nobody_signs_names_no_place() -> None:
    content = render_pdf(letter(signature=None, recipients=()))
    assert not places(content)
    assert b"/Dests" not in content
