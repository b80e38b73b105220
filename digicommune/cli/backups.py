"""Commands that keep the office safe: backup, restore."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from digicommune.cli.answers import USER_ERROR, Answer
from digicommune.cli.opened import opened
from digicommune.domain.numbers import vi_int
from digicommune.operations import backups

if TYPE_CHECKING:
    import argparse


def backup(arguments: argparse.Namespace) -> Answer:
    """A checked copy of the office file, made while it is in use."""
    with opened(arguments) as store:
        made = backups.back_up(store, arguments.file)
    size = vi_int(-(-made.size // 1024))
    said = f"Đã sao lưu và kiểm tra: {made.path} ({size} KB)"
    return Answer([said], {"file": str(made.path), "bytes": made.size})


def restore(arguments: argparse.Namespace) -> Answer:
    """A backup brought back as a new file, after what it holds was shown."""
    found = backups.restore(arguments.file, arguments.to, look_only=arguments.dry_run)
    lines = [f"Bản sao lưu của {found.commune.title}, tỉnh {found.commune.province}:"]
    lines += [f"{'✓' if one.ok else '✗'} {one.name}: {one.detail}" for one in found.checks]
    if found.upgraded:
        lines.append("Bản sao lưu thuộc phiên bản cũ; bản khôi phục đã được nâng cấp.")
    lines.append(_end(found, arguments))
    return Answer(lines, _data(found, arguments), 0 if found.sound else USER_ERROR)


def _end(found: backups.Restored, arguments: argparse.Namespace) -> str:
    if found.kept:
        return f"Đã khôi phục vào {arguments.to}"
    if found.sound:
        return "Chỉ xem trước, chưa ghi gì."
    return "Bản sao lưu có lỗi nên không khôi phục; hãy dùng bản sao lưu khác."


def _data(found: backups.Restored, arguments: argparse.Namespace) -> dict[str, Any]:
    return {
        "file": str(arguments.file),
        "to": str(arguments.to),
        "commune": found.commune.name,
        "ok": found.sound,
        "restored": found.kept,
        "upgraded": found.upgraded,
        "checks": [{"name": one.name, "ok": one.ok, "detail": one.detail} for one in found.checks],
    }
