"""Every kind of paper has its picture, and the checker finds nothing wrong with any of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from digicommune.cli.documents import documents_list
from digicommune.cli.run import run
from tests.documents.paper_pictures import DAY, PAPERS, PICTURES, made, picture, sample_office

# All pictures together stay small: they are fetched with every copy of the source.
LIMIT = 3_000_000


def test_no_kind_is_without_its_picture() -> None:
    import argparse

    kinds = {one.code for one in documents_list(argparse.Namespace()).data["documents"]}
    assert kinds
    assert kinds == {one.kind for one in PAPERS}
    names = [one.name for one in PAPERS]
    assert len(set(names)) == len(names)
    assert {path.stem for path in PICTURES.glob("*.png")} == set(names)


def test_pictures_are_small_and_of_a_page_or_two() -> None:
    from PIL import Image

    files = sorted(PICTURES.glob("*.png"))
    assert sum(path.stat().st_size for path in files) < LIMIT
    for path in files:
        with Image.open(path) as opened:
            assert opened.mode == "P"
            assert 500 < opened.width < 1700


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_every_paper_of_the_sample_office_is_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIGICOMMUNE_TODAY", DAY)
    papers = list(made(sample_office(tmp_path), tmp_path))
    assert len(papers) == len(PAPERS)
    assert {one.paper.name: one.faults for one in papers if one.faults} == {}
    assert picture(papers[0].pdf, tmp_path / "x.png") > 10_000


def test_the_command_lists_the_kinds(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["documents", "list"], lambda _db, _lang: 1) == 0
    listed = capsys.readouterr().out
    assert all(one.kind in listed for one in PAPERS)
