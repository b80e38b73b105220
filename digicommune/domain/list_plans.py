"""Settle once for a list what each column means and how it is read; it reads no rows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from digicommune.domain import row_kinds
from digicommune.domain.banks import BankDirectory
from digicommune.domain.column_meanings import PEOPLE
from digicommune.domain.columns import ReadCell, column_reader
from digicommune.domain.grids import column_letters
from digicommune.domain.headers import Header
from digicommune.domain.joined_fields import BIRTH_PARTS
from digicommune.domain.text import clean, fold

KINDS: Final = (
    "residents", "merchants", "bank-accounts", "merchant-qr", "villages", "village-figures",
)  # fmt: skip
PLACE_KINDS: Final = frozenset({"villages", "village-figures"})
_EVIDENCE: Final = frozenset(
    {"cccd", "cmnd", "cccd|cmnd", "ngay_sinh", "dien_thoai", "so_tai_khoan", "ma_so_thue"}
)
_OF_SHOPS: Final = frozenset({"nganh_hang", "ten_ho_kd", "ma_so_thue"})
_OF_CODES: Final = frozenset({"ma_qr", "ngay_cap_ma", "qr_text", "co_giao_dich", "loai_qr"})
_TITLES: Final = tuple(
    (re.compile(words), kind)
    for words, kind in (
        (r"\bqr\b.*\b(?:kinh doanh|tieu thuong|hkd)\b", "merchant-qr"),
        (r"\b(?:kinh doanh|tieu thuong|hkd)\b.*\bqr\b", "merchant-qr"),
        (r"\b(?:ho kinh doanh|tieu thuong|hkd|kinh doanh ca the)\b", "merchants"),
        (r"\bchua (?:co |mo |dang ky )*(?:tai khoan|tk)\b", "residents"),
        (r"\bmo (?:moi |the |so )*(?:tai khoan|tk|tktt)\b", "bank-accounts"),
        (r"\btai khoan ngan hang\b", "bank-accounts"),
    )
)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is asked of a reading, and what the officer has settled beforehand.

    ``mended`` gives, by Excel row and field key, the text to read instead of the cell.
    """

    kind: str
    banks: BankDirectory
    mended: Mapping[int, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do with each column, settled once for the whole list."""

    kind: str
    name: int
    names: tuple[tuple[int, str], ...]
    order: int | None
    readers: tuple[tuple[int, str, ReadCell], ...]
    shape: row_kinds.Shape
    ticked: bool
    columns: dict[int, str]
    banks: BankDirectory
    birth_parts: tuple[int, ...] = ()

    def column_of(self, key: str) -> str:
        """The letters of the column with this meaning, or nothing."""
        return next((column_letters(i) for i, k, _ in self.readers if key in k.split("|")), "")

    def columns_of(self, key: str) -> list[int]:
        """Every column a problem of this field may stand in ("ngay_sinh" of both genders)."""
        return [i for i, k, _ in self.readers if key == k or key in k.split(":")[0].split("|")]


def guess_kind(fields: set[str], title: str = "") -> str:
    """The kind of list these columns make, under this title."""
    bases = {key.split(":")[0] for key in fields}
    if not bases & {"ho_ten", "ho_dem", "ten_ho_kd", "chu_ho"}:
        figures = any(key.endswith(("tu_so", "mau_so")) for key in fields)
        return "village-figures" if figures else "villages"
    bank = bases & {"so_tai_khoan", "ngay_mo", "so_du"}
    if bases & _OF_SHOPS or ("trang_thai" in bases and not bank):
        return "merchant-qr" if bases & _OF_CODES else "merchants"
    told = _by_title(title)
    if "ngay_mo" not in bases and (bases & (_OF_CODES - {"ma_qr"}) or told == "merchant-qr"):
        return "merchant-qr"
    return "bank-accounts" if bank or bases & {"ngan_hang", "ma_qr"} else told


def _by_title(title: str) -> str:
    """The kind a list's title tells where its columns only tell of people."""
    folded = fold(title)
    return next((kind for words, kind in _TITLES if words.search(folded)), "residents")


def plan_of(header: Header, wishes: Wishes, title: str = "") -> Plan:
    """The plan for the list below a header, of the kind asked for or told by its columns."""
    columns = _columns_for(wishes.kind, header.columns)
    kind = guess_kind(set(columns.values()), title) if wishes.kind == "auto" else wishes.kind
    names = _name_columns(kind, columns)
    readers = tuple(
        (i, key, reader)
        for i, key in columns.items()
        if (reader := column_reader(key, wishes.banks))
    )
    order = next((i for i, key in columns.items() if key == "stt"), None)
    shape = row_kinds.Shape(
        name=names[0][0],
        order=order,
        evidence=tuple(i for i, k in columns.items() if k.split(":")[0] in _EVIDENCE),
        fields=tuple(columns),
        labels={i: frozenset(map(_as_cell, parts)) for i, parts in header.labels.items()},
        lists_places=kind in PLACE_KINDS,
    )
    ticked = "ma_qr" in columns.values()
    parts = tuple(i for i, key in columns.items() if key in BIRTH_PARTS)
    return Plan(
        kind, names[0][0], names, order, readers, shape, ticked, columns, wishes.banks, parts
    )


def fits(kind: str, header: Header) -> bool:
    """Whether this header can head a list of the kind asked for; people come before places."""
    people = bool({key.split(":")[0] for key in header.columns.values()} & PEOPLE)
    return people is (kind not in PLACE_KINDS)


def _as_cell(label: str) -> str:
    return fold(clean(label))


def _columns_for(kind: str, columns: dict[int, str]) -> dict[int, str]:
    """Columns as this kind of list means them: a market list's "chủ hộ" is its owner."""
    keys = set(columns.values())
    market = kind in ("merchants", "merchant-qr", "auto") and "ten_ho_kd" in keys
    if market and "ho_ten" not in keys:
        return {i: "ho_ten" if key == "chu_ho" else key for i, key in columns.items()}
    return dict(columns)


def _name_columns(kind: str, columns: dict[int, str]) -> tuple[tuple[int, str], ...]:
    """The columns of which one must be filled for a row to be a record."""
    wanted = ("thon",) if kind in PLACE_KINDS else ("ho_ten", "ten_ho_kd", "ho_dem", "ten")
    by_key = {key: i for i, key in columns.items()}
    found = tuple((by_key[key], key) for key in wanted if key in by_key)
    return found or tuple((i, key) for i, key in columns.items() if key != "stt")[:1] or ((0, ""),)
