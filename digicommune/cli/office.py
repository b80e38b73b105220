"""Commands about the office itself: init, check, villages list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.cli.answers import USER_ERROR, Answer
from digicommune.cli.opened import opened
from digicommune.domain.numbers import vi_int
from digicommune.operations import office, registers
from digicommune.settings import default_database

if TYPE_CHECKING:
    import argparse


def init(arguments: argparse.Namespace) -> Answer:
    """Makes a new office file."""
    where = arguments.db or default_database()
    new = office.NewOffice(
        arguments.commune, arguments.province, arguments.chairman, tuple(arguments.pack)
    )
    store = office.create(where, new)
    commune = office.commune(store)
    store.close()
    data = {
        "db": where,
        "commune": commune.name,
        "kind": commune.kind,
        "province": commune.province,
    }
    return Answer([f"Đã lập dữ liệu của {commune.title}, tỉnh {commune.province}: {where}"], data)


def check(arguments: argparse.Namespace) -> Answer:
    """Examines the office file."""
    with opened(arguments) as store:
        lines = office.check(store)
    sound = all(one.ok for one in lines)
    words = [f"{'✓' if one.ok else '✗'} {one.name}: {one.detail}" for one in lines]
    words.append(
        "Tệp dữ liệu tốt."
        if sound
        else "Tệp dữ liệu có lỗi: dừng nhập liệu, khôi phục bản sao lưu."
    )
    data = {
        "ok": sound,
        "checks": [{"name": one.name, "ok": one.ok, "detail": one.detail} for one in lines],
    }
    return Answer(words, data, 0 if sound else USER_ERROR)


def villages_list(arguments: argparse.Namespace) -> Answer:
    """The villages with their population figures."""
    with opened(arguments) as store:
        found = registers.villages(store)
        bases = registers.base_names(store)
    data = [
        {
            "id": one.village.village_id,
            "name": one.village.name,
            "former_commune": one.village.former_commune,
            "start": one.village.start,
            "end": one.village.end,
            "population": one.population,
        }
        for one in found
    ]
    lines = []
    for one in found:
        figures = ", ".join(
            f"{bases.get(base, base)}: {vi_int(value)}" for base, value in one.population.items()
        )
        lines.append(f"{one.village.name} — {figures}" if figures else one.village.name)
    return Answer(lines or ["Chưa có thôn nào."], {"villages": data})
