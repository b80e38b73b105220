"""What villages are called: by their own names, else as is usual in such a commune."""

from __future__ import annotations

import re

import pytest

from digicommune.documents.kinds import compose_document, shipped_wording
from digicommune.documents.village_units import shipped_units, unit_of
from digicommune.domain.snapshot import SnapshotDue, SnapshotOwing, SnapshotVillage
from tests.documents.offices import office
from tests.documents.test_letters import DUE
from tests.documents.test_report import text_of


@pytest.mark.parametrize(
    ("kind", "villages", "called"),
    [
        ("xã", (), "thôn"),
        ("phường", (), "tổ dân phố"),
        ("phường", ("Khu phố 1", "Khu phố 2"), "khu phố"),
        ("xã", ("Bản Nặm", "Bản Cắn", "Vệ Thôn"), "bản"),
        ("xã", ("Bản Nặm", "Duyên Hy"), "thôn"),  # half of them is no majority
        ("đặc khu", ("Duyên Hy",), "thôn"),
        ("xã", ("Tổ dân phố 1", "TỔ DÂN PHỐ 2"), "tổ dân phố"),
    ],
)
def test_villages_are_called_as_their_names_say(
    kind: str, villages: tuple[str, ...], called: str
) -> None:
    assert unit_of(kind, villages).name == called


def test_every_kind_is_worded() -> None:
    for one in shipped_units():
        assert one.heads.endswith(one.name)
        assert "{village}" in one.named


@pytest.mark.parametrize("kind", ["bao-cao-chuyen-doi-so", "thong-bao", "cong-van", "giay-moi-hop"])
def test_a_ward_s_papers_speak_of_its_quarters(kind: str) -> None:
    names = [f"Tổ dân phố {at}" for at in range(1, 11)]
    villages = tuple(SnapshotVillage(at, name, None, {}) for at, name in enumerate(names, start=1))
    owing = tuple(SnapshotOwing(one, ("Chữ ký số",), 1) for one in names)
    snapshot = office(
        kind=kind, campaigns=(), commune_kind="phường", villages=villages, verdicts=(),
        criteria=None, owing=SnapshotDue(DUE, False, owing, 10),
    )  # fmt: skip
    document = compose_document(kind, snapshot, shipped_wording(kind))
    told = " ".join((text_of(document), *document.addressees))
    assert re.search(r"(Tổ trưởng|Các|các|có) (các )?(\d+ )?tổ dân phố", told)
    assert not re.search(r"\b(thôn(?! thông minh)|Thôn)\b", told)
