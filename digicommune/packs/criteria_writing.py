"""A criteria set as the TOML text of a pack file, which reads back equal; it writes no file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import MISSING, fields
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digicommune.domain.criteria import CriteriaSet

Value = str | int | bool | date | tuple[str, ...]
# What TOML 1.0 lets nobody write as it is in a string of one line.
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
HEAD = (
    "# Bộ tiêu chí xuất từ DigiCommune. Sửa bằng trình soạn văn bản bất kỳ, ghi lại dạng UTF-8;\n"
    "# ý nghĩa từng mục ở docs/packs.md. Ngưỡng và điểm là chữ trong ngoặc kép, như 69.98.\n"
)


def criteria_text(one: CriteriaSet) -> str:
    """The whole file."""
    lines = [HEAD, *_lines(one, but=("criteria", "passing"))]
    if not one.criteria:
        lines.append("criteria = []")
    passing = list(_lines(one.passing))
    if passing:
        lines += ["", "[passing]", *passing]
    for each in one.criteria:
        lines += ["", "[[criteria]]", *_lines(each, but=("by_group",))]
        for group in each.by_group:
            lines += ["", "[[criteria.by_group]]", *_lines(group)]
    return "\n".join(lines) + "\n"


def _lines(one: object, but: tuple[str, ...] = ()) -> Iterator[str]:
    """The keys of a value that say something; what is as it is without a key is left out."""
    for field in fields(one):  # type: ignore[arg-type]
        value = getattr(one, field.name)
        usual = field.default is not MISSING and value == field.default
        if field.name not in but and not usual:
            yield f"{field.name} = {_written(value)}"


def _written(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return f"[{', '.join(map(_written, value))}]"
    return str(value) if isinstance(value, int) else f'"{_ESCAPED.sub(_escape, value)}"'


def _escape(found: re.Match[str]) -> str:
    return _SHORT.get(found[0]) or f"\\u{ord(found[0]):04x}"
