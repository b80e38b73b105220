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
MOST_BYTES = 1_048_576  # a pack is a few pages of text


def read_pack[Value](path: Path, kind: type[Value]) -> Value:
    """The pack file as a ``kind``; unknown keys are refused, so that a slip of the pen is seen.

    Raises ``UserError`` ``bad_pack`` naming the file, the line where it is known, and the reason.
    """
    text = _text(path)
    raw = _tables(path, text)
    unknown = unknown_key(raw, kind)
    if unknown:
        reason = f"không có mục tên {unknown.rpartition('.')[2]}"
        raise bad_pack(path, reason, line_of(text, f"`$.{unknown}`"))
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        raise bad_pack(path, _in_vietnamese(str(error)), line_of(text, str(error))) from error


def _tables(path: Path, text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise bad_pack(path, "sai cú pháp TOML", _line_said(str(error), text)) from error
    except RecursionError as error:
        raise bad_pack(path, "lồng quá nhiều lớp", None) from error
    except ValueError as error:  # a number of more digits than Python reads
        raise bad_pack(path, "có số không đọc được", None) from error


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise bad_pack(path, f"tệp lớn hơn {MOST_BYTES // 1024} KB", None)
        return path.read_text(encoding="utf-8-sig")
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
    (re.compile(r"Expected `([^`]*)`, got `([^`]*)`"), r"cần kiểu <\1> nhưng gặp <\2>"),
    (re.compile(r"Invalid enum value (\S+)"), r"không có giá trị \1"),
    (re.compile(r" - at `\$\.?([^`]*)`"), r" (ở mục \1)"),
)
TYPES = {
    "str": "chữ trong ngoặc kép",
    "int": "số nguyên",
    "float": "số có dấu chấm",
    "bool": "true hoặc false",
    "date": "ngày kiểu 2026-01-31",
    "array": "danh sách trong [ ]",
    "object": "bảng",
    "null": "để trống",
}


def _in_vietnamese(message: str) -> str:
    for pattern, words in SAID:
        message = pattern.sub(words, message)
    return re.sub(r"<([^>]*)>", lambda found: _types(found[1]), message)


def _types(names: str) -> str:
    return " hoặc ".join(TYPES.get(one, one) for one in names.split(" | ") if one != "null")


def _line_said(message: str, text: str) -> int | None:
    found = re.search(r"line (\d+)", message)
    if found:
        return int(found[1])
    return len(text.splitlines()) if "end of document" in message else None


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
    """The line of the table or key a message's path (``$.criteria[2].threshold``) names.

    What is not written anywhere (a key that lacks) is told at the table it should stand in.
    """
    found = PATH.search(message)
    lines = text.splitlines()
    line, start, table = None, 0, ""
    for name, index in STEP.findall(found[1]) if found else ():
        if index:
            inner = f"{table}.{name}" if table else name
            place = _nth_table(lines, inner, int(index), start)
            place = _key(lines, name, start) if place is None else place
        else:
            place = _key(lines, name, start)
        if place is None:
            break
        table = f"{table}.{name}" if table else name
        start, line = place, place + 1
    return line or (1 if lines else None)


def _head(line: str) -> str:
    """ "criteria" of the line ``[[criteria]]``; empty of any other."""
    found = re.match(r"\s*\[\[\s*([\w.]+)\s*\]\]\s*(?:#.*)?$", line)
    return found[1] if found else ""


def _nth_table(lines: list[str], name: str, index: int, start: int) -> int | None:
    """The head of the nth table of a name, of an inner one within the table it belongs to."""
    heads = []
    for number in range(start + ("." in name), len(lines)):
        head = _head(lines[number])
        if head == name:
            heads.append(number)
        elif head and "." in name and not head.startswith(name.rpartition(".")[0] + "."):
            break
    return heads[index] if index < len(heads) else None


def _key(lines: list[str], name: str, start: int) -> int | None:
    for number in range(start, len(lines)):
        stripped = lines[number].strip()
        if number > start and stripped.startswith("[["):
            return None
        if re.match(rf"{re.escape(name)}\s*=", stripped) or stripped == f"[{name}]":
            return number
    return None
