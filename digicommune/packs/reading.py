"""One TOML file into one typed value, or a sentence naming file, line and reason."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, get_args, get_type_hints

import msgspec

from digicommune.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

PATH = re.compile(r"`\$\.?([^`]*)`")
STEP = re.compile(r"(\w+)(?:\[(\d+)\])?")


def read_pack[Value](path: Path, kind: type[Value]) -> Value:
    """The pack file as a ``kind``; unknown keys are refused, so that a slip of the pen is seen.

    Raises ``UserError`` ``bad_pack`` naming the file, the line where it is known, and the reason.
    """
    text = _text(path)
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise bad_pack(path, "sai cú pháp TOML", _line_said(str(error))) from error
    unknown = unknown_key(raw, kind)
    if unknown:
        reason = f"không có mục tên {unknown.rpartition('.')[2]}"
        raise bad_pack(path, reason, line_of(text, f"`$.{unknown}`"))
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        raise bad_pack(path, _in_vietnamese(str(error)), line_of(text, str(error))) from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise bad_pack(path, "không mở được tệp", None) from error
    except UnicodeDecodeError as error:
        raise bad_pack(path, "tệp không phải văn bản UTF-8", None) from error


def bad_pack(path: Path, reason: str, line: int | None) -> UserError:
    """The error of a pack that cannot be used."""
    where = f"{path.name}, dòng {line}" if line else path.name
    return UserError(
        "bad_pack",
        f"Gói dữ liệu {where} không dùng được: {reason}.",
        "Sửa tệp theo hướng dẫn docs/packs.md rồi mở lại.",
        file=path.name,
        line=line or 0,
        reason=reason,
    )


SAID = (
    (re.compile(r"Object missing required field `(\w+)`"), r"thiếu mục \1"),
    (re.compile(r"Expected `([^`]*)`, got `([^`]*)`"), r"cần kiểu \1 nhưng gặp \2"),
    (re.compile(r"Invalid enum value (\S+)"), r"không có giá trị \1"),
    (re.compile(r" - at `\$\.?([^`]*)`"), r" (ở mục \1)"),
)


def _in_vietnamese(message: str) -> str:
    for pattern, words in SAID:
        message = pattern.sub(words, message)
    return message


def _line_said(message: str) -> int | None:
    found = re.search(r"line (\d+)", message)
    return int(found[1]) if found else None


def unknown_key(raw: object, kind: object) -> str | None:
    """The path of the first key ``kind`` has no field for: ``criteria[2].threshhold``."""
    if isinstance(raw, list):
        inner = get_args(kind)[0] if get_args(kind) else object
        paths = (_below(f"[{index}]", one, inner) for index, one in enumerate(raw))
        return next((path for path in paths if path), None)
    if not isinstance(raw, dict) or not is_dataclass(kind) or not isinstance(kind, type):
        return None
    hints = get_type_hints(kind)
    names = {one.name for one in fields(kind)}
    for key, value in raw.items():
        path = key if key not in names else _below(key, value, hints[key])
        if path:
            return path
    return None


def _below(step: str, raw: object, kind: object) -> str | None:
    path = unknown_key(raw, kind)
    if path is None:
        return None
    return f"{step}{path}" if path.startswith("[") else f"{step}.{path}"


def line_in(path: Path, place: str) -> int | None:
    """The line of a place (``criteria[2].threshold``) in a pack that could be read."""
    return line_of(_text(path), f"`$.{place}`")


def line_of(text: str, message: str) -> int | None:
    """The line of the table or key a message's path (``$.criteria[2].threshold``) names."""
    found = PATH.search(message)
    if not found:
        return None
    line = None
    lines = text.splitlines()
    start = 0
    for name, index in STEP.findall(found[1]):
        place = _nth_table(lines, name, int(index)) if index else _key(lines, name, start)
        if place is None:
            break
        start, line = place, place + 1
    return line


def _nth_table(lines: list[str], name: str, index: int) -> int | None:
    heads = [number for number, one in enumerate(lines) if one.strip() == f"[[{name}]]"]
    return heads[index] if index < len(heads) else None


def _key(lines: list[str], name: str, start: int) -> int | None:
    for number in range(start, len(lines)):
        stripped = lines[number].strip()
        if number > start and stripped.startswith("[["):
            return None
        if re.match(rf"{re.escape(name)}\s*=", stripped) or stripped == f"[{name}]":
            return number
    return None
