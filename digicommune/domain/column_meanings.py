"""Settle what the columns of a header mean beside each other; a column says one thing only."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from digicommune.domain.grids import is_empty
from digicommune.domain.header_labels import MISSING
from digicommune.domain.meanings import folded_label, heading, indicator_of, meaning
from digicommune.domain.person_facts import HELD, OF_EACH_PERSON
from digicommune.domain.text import clean

PEOPLE: Final = frozenset({"ho_ten", "ten_ho_kd", "chu_ho", "ho_dem"})
# What only lists of people hold: beside villages alone such columns say something else.
_OF_PEOPLE: Final = frozenset(
    {"cccd", "cmnd", "cccd|cmnd", "ngay_sinh", "nam_sinh", "gioi_tinh", "so_tai_khoan", "ngan_hang",
     "dien_thoai", "so_du", "so_tien", "ma_qr", "co_giao_dich", "ngay_mo", "quan_he"}
)  # fmt: skip
_OF_INDICATORS: Final = frozenset({"chi_tieu", "tu_so", "mau_so"})
_TELLING: Final = frozenset(
    {"cccd", "cmnd", "cccd|cmnd", "ngay_sinh", "so_tai_khoan", "ma_so_thue"}
)
_FULL_NAME = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){1,5}")
_LEAST_NAMES: Final = 0.8
Labels = Mapping[int, tuple[str, ...]]
Body = Sequence[Sequence[object]]


def columns_of(labels: Labels, known: Mapping[str, str], body: Body) -> dict[int, str]:
    """Column → field key; a known meaning wins, else the first column with a meaning keeps it.

    ``body`` is a sample of the rows below: it tells the names where no heading does.
    """
    told = _told(labels, known) if known else {}
    columns: dict[int, str] = {}
    for column, parts in labels.items():
        key = "" if column in told else _key_at(column, parts, labels, columns)
        if key and key not in columns.values() and key not in told.values():
            columns[column] = key
    for column, key in columns.items():
        if key == "ten_ho_kd" and _holds_counts([r[column] for r in body if column < len(r)]):
            columns[column] = "so_ho_kd"
    chosen = {column: key for column, key in told.items() if key}
    columns |= chosen
    free = {c: p for c, p in labels.items() if c not in told}
    settled = _settle(columns | _name_column(free, columns, body)) | chosen
    return dict(sorted((settled | _facts(free, settled)).items()))


def _facts(labels: Labels, columns: Mapping[int, str]) -> dict[int, str]:
    """In a list of people, the columns that tell what is known of each: "VNeID mức 2": x."""
    if "ho_ten" not in columns.values() or "ten_ho_kd" in columns.values():
        return {}
    found: dict[int, str] = {}
    for column, parts in labels.items():
        code = "" if MISSING.search(folded_label(parts[-1])) else indicator_of(parts[-1])
        key = f"{code}:{HELD}"
        if column not in columns and code in OF_EACH_PERSON and key not in found.values():
            found[column] = key
    return found


def _key_at(column: int, parts: tuple[str, ...], labels: Labels, columns: Mapping[int, str]) -> str:
    """What a heading means beside those before it."""
    key = meaning(parts)
    before = columns.get(column - 1, "")
    spread = before == key and labels.get(column - 1) == parts
    if key == "ngay_sinh" and key in columns.values() and not spread:
        return "nam_sinh"
    if key == "ho_ten" and spread:
        return "ten"
    if key == "ngay_cap_ma" and (before[:4] in ("cccd", "cmnd") or _says_of_cards(labels)):
        return "" if folded_label(parts[-1]) in ("ngay cap", "thoi gian cap") else key
    return key


def _says_of_cards(labels: Labels) -> bool:
    """Whether a heading tells where identity cards were issued: "ngày cấp" is then theirs."""
    return any("noi cap" in folded_label(parts[-1]) for parts in labels.values())


def _name_column(labels: Labels, columns: Mapping[int, str], body: Body) -> dict[int, str]:
    """The column of names under a heading that says nothing, in a list of people by its numbers."""
    fields = set(columns.values())
    if fields & (PEOPLE | {"ten"}) or not fields & _TELLING:
        return {}
    for column in labels:
        if column not in columns and _holds_names([r[column] for r in body if column < len(r)]):
            return {column: "ho_ten"}
    return {}


def _holds_names(cells: Sequence[object]) -> bool:
    """Whether most of these cells, and not the same again and again, read as full names."""
    texts = [clean(cell) for cell in cells if isinstance(cell, str) and not is_empty(cell)]
    names = [text for text in texts if _FULL_NAME.fullmatch(text)]
    return len(names) >= max(1, _LEAST_NAMES * len(texts)) and len(set(names)) * 2 > len(names)


def _holds_counts(cells: Sequence[object]) -> bool:
    """Whether these cells count, so that "hộ KD" above them means how many."""
    filled = [cell for cell in cells if not is_empty(cell)]
    return bool(filled) and all(str(cell).strip().replace(".", "").isdecimal() for cell in filled)


def _told(labels: Labels, known: Mapping[str, str]) -> dict[int, str]:
    """The columns whose heading is known; each field goes to the first that claims it."""
    told: dict[int, str] = {}
    for column, parts in labels.items():
        key = known.get(folded_label(heading(parts)))
        if key is not None:
            told[column] = "" if key in told.values() else key
    return told


def _out_of_place(found: set[str]) -> frozenset[str] | set[str]:
    """Fields that belong to another kind of list, or lack the column that would explain them."""
    dropped = set() if {"ho_dem", "ten"} <= found else {"dem"}
    if not {"chi_tieu", "thon"} <= found or found & PEOPLE:
        dropped |= _OF_INDICATORS
    if "thon" in found and not found & PEOPLE:
        return dropped | _OF_PEOPLE
    return dropped


def _settle(columns: dict[int, str]) -> dict[int, str]:
    """What single columns mean beside the others: family and given name, heads, households."""
    found = set(columns.values())
    dropped = _out_of_place(found)
    columns = {column: key for column, key in columns.items() if key not in dropped}
    renamed: dict[str, str] = {}
    if not found & {"ho_ten", "ho_dem"}:
        for candidate in ("chu_ho", "ten"):
            if candidate in found:
                renamed[candidate] = "ho_ten"
                break
    people = {"ho_ten", "ten_ho_kd", "chu_ho", "ten"}
    if not found & people and "ho_dem" in found:
        renamed["ho_dem"] = "so_ho"
    if not found & people and "ho_so_ho" in found:
        renamed["ho_so_ho"] = "so_ho"
    if not found & {"ngay_sinh:ngay", "ngay_sinh:thang"} and "ngay_sinh:nam" in found:
        renamed["ngay_sinh:nam"] = "ngay_sinh"
    if not found & {"ngay_sinh:thang", "ngay_sinh:nam"} and "ngay_sinh:ngay" in found:
        renamed["ngay_sinh:ngay"] = "ngay_sinh"
    if found & {"ho_ten", "ten_ho_kd"} and "so_ho" in found and "ho_so_ho" not in found:
        renamed["so_ho"] = "ho_so_ho"
    if found & PEOPLE:
        renamed["so_nha"] = "" if found & {"dia_chi", "que_quan"} else "dia_chi"
    renamed["que_quan"] = "" if "dia_chi" in found else "dia_chi"
    settled = {column: renamed.get(key, key) for column, key in columns.items()}
    return {column: key for column, key in settled.items() if key}
