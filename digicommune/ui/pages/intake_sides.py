"""Rows and candidates as the side-by-side view takes them; it compares none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from digicommune.ui import words
from digicommune.ui.language import tr
from digicommune.ui.pages.intake_lines import shown_value
from digicommune.ui.views.side_by_side import Side, SideBySide, Wording

if TYPE_CHECKING:
    from digicommune.domain.rows import Value
    from digicommune.operations.intake import Candidate

ORDER = (
    "ho_ten", "ngay_sinh", "gioi_tinh", "cccd", "cmnd", "dien_thoai", "thon", "dia_chi", "chu_ho",
    "quan_he", "ho_so_ho", "tai_khoan", "ghi_chu",
)  # fmt: skip


def side_by_side() -> SideBySide:
    """The view for rows of people, with the words of lists."""
    return SideBySide(Wording(_heading, shown_value, ORDER))


def row_side(number: int, fields: Mapping[str, Value]) -> Side:
    """A row of a list; its birth and its account each in one line."""
    values = _of_the_person(fields)
    values["tai_khoan"] = " ".join(
        shown_value(key, fields.get(key)) for key in ("ngan_hang", "so_tai_khoan", "ngay_mo")
    ).strip()
    title = str(fields.get("ho_ten") or "")
    return Side(number, title, tr("Dòng {row} của tệp").format(row=number), values)


def candidate_sides(
    candidates: Iterable[Candidate], people: Mapping[int, Mapping[str, Value]]
) -> tuple[Side, ...]:
    """Candidates with what is known of them: ``people`` by id, values under the keys of lists.

    Below 0 an id is another row of the same list.
    """
    return tuple(_candidate(one, people.get(one.resident_id, {})) for one in candidates)


def _candidate(one: Candidate, fields: Mapping[str, Value]) -> Side:
    values = _of_the_person(fields)
    values.setdefault("ho_ten", one.name)
    if "tai_khoan" not in values:
        values["tai_khoan"] = row_side(0, fields).values["tai_khoan"]
    here = one.resident_id < 0
    where = tr("Dòng {row} của tệp này").format(row=-one.resident_id) if here else tr("Trong sổ")
    note = tr("{where} · giống {score}/100").format(where=where, score=one.score)
    return Side(one.resident_id, one.name, note, values)


def _of_the_person(fields: Mapping[str, Value]) -> dict[str, str]:
    values = {key: str(fields[key]) for key in ORDER if fields.get(key)}
    values["ngay_sinh"] = str(fields.get("ngay_sinh") or fields.get("nam_sinh") or "")
    return values


def _heading(key: str) -> str:
    return tr("Tài khoản") if key == "tai_khoan" else words.field_name(key)
