"""Join what a list writes in several columns: names, days of birth, figures; it reads no cell."""

from __future__ import annotations

from typing import Final

from digicommune.domain import dates
from digicommune.domain.meanings import indicator_of
from digicommune.domain.rows import Value

Fields = dict[str, Value]
# Day, month and year of birth in a column each, under one heading.
BIRTH_PARTS: Final = ("ngay_sinh:ngay", "ngay_sinh:thang", "ngay_sinh:nam")
_SIDES: Final = ("tu_so", "mau_so")


def join_names(fields: Fields) -> None:
    """Family names and given name in two columns, or under one heading over two."""
    if "ten" in fields or "ho_dem" in fields:
        family = fields.pop("ho_dem", fields.get("ho_ten", ""))
        parts = (family, fields.pop("dem", ""), fields.pop("ten", ""))
        fields["ho_ten"] = " ".join(str(part) for part in parts if part)


def join_birth(fields: Fields, warnings: list[str]) -> str | None:
    """The day of birth from its columns; what was written, where there is no such day."""
    written = "/".join(str(fields.pop(key)) for key in BIRTH_PARTS if key in fields)
    if not written:
        return None
    try:
        reading = dates.read_date(written)
    except dates.DateError:
        return written
    if reading.iso is not None:
        fields["ngay_sinh"] = reading.iso
    fields["nam_sinh"] = reading.year
    if reading.note is not None:
        warnings.append(reading.note)
    return None


def join_figure(fields: Fields) -> None:
    """A figure whose indicator stands in the row; one we do not know stays as it was written."""
    code = indicator_of(str(fields.get("chi_tieu", "")))
    if code:
        del fields["chi_tieu"]
        for side in _SIDES:
            if side in fields:
                fields[f"{code}:{side}"] = fields.pop(side)
