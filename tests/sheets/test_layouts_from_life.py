"""Lists laid out as branches, clerks and village heads do read as a careful person reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sheets.layouts import FOLDER, load, told, write
from tests.sheets.lists import read


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_a_layout_reads_as_a_careful_person_reads_it(path: Path, tmp_path: Path) -> None:
    layout = load(path)
    assert told(read(write(layout, tmp_path / "a.xlsx"), layout.kind)) == layout.reading


def test_there_are_layouts_of_every_kind() -> None:
    kinds = {load(path).reading[0].split(" |")[0] for path in FOLDER.glob("*.txt")}
    assert kinds == {
        "residents", "bank-accounts", "merchants", "merchant-qr", "villages", "village-figures",
    }  # fmt: skip
