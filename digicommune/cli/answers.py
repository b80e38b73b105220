"""Where an answer goes: text to the screen, JSON to a file or the screen."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from digicommune.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, USER_ERROR, WRONG_ARGUMENTS, SOME_ROWS_OPEN = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command has to say: lines for people, data for programs, and the exit status."""

    lines: Sequence[str]
    data: Any = field(default_factory=dict)
    status: int = DONE


def give(answer: Answer, json_to: str | None) -> int:
    """Writes an answer; with JSON to the screen nothing else is written there."""
    if json_to:
        write_json(answer.data, json_to)
    if json_to != "-":
        sys.stdout.write("".join(f"{line}\n" for line in answer.lines))
    return answer.status


def write_json(data: Any, json_to: str) -> None:
    """UTF-8 JSON into a file or, for "-", the screen; raises ``UserError`` ``json_not_written``."""
    encoded = msgspec.json.format(msgspec.json.encode(data), indent=1) + b"\n"
    if json_to == "-":
        sys.stdout.buffer.write(encoded)
        sys.stdout.buffer.flush()
        return
    try:
        Path(json_to).write_bytes(encoded)
    except OSError as error:
        raise UserError(
            "json_not_written",
            f"Không ghi được tệp JSON {json_to}.",
            "Kiểm tra thư mục có tồn tại và cho phép ghi rồi chạy lại.",
            file=json_to,
        ) from error


def error_data(error: UserError) -> dict[str, Any]:
    """An error as programs read it."""
    return {"error": {"code": error.code, "message": error.message, "advice": error.advice}}
