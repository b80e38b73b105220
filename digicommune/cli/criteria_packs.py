"""Commands that take criteria sets in and out as files: import, export, group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.cli.answers import Answer
from digicommune.cli.opened import opened
from digicommune.operations import criteria_groups, criteria_packs, figures

if TYPE_CHECKING:
    import argparse

    from digicommune.operations.criteria_packs import PackNews


def import_pack(arguments: argparse.Namespace) -> Answer:
    """A pack file into the office, or with --dry-run only what it would change."""
    work = criteria_packs.look if arguments.dry_run else criteria_packs.import_pack
    with opened(arguments) as store:
        news = work(store, arguments.file)
    lines = [_first(news, dry=arguments.dry_run)]
    lines += [f"  {one}" for one in news.changes]
    lines += [f"! {one}" for one in news.warnings]
    if news.before is not None and not news.same:
        lines.append("Kết quả đánh giá đã lưu trước đây giữ nguyên theo nội dung cũ.")
    data = {
        "set": news.pack.code,
        "title": news.pack.title,
        "state": _state(news),
        "kept": not (arguments.dry_run or news.same),
        "criteria": len(news.pack.criteria),
        "changes": news.changes,
        "warnings": news.warnings,
    }
    return Answer(lines, data)


def _state(news: PackNews) -> str:
    if news.same:
        return "same"
    return "new" if news.before is None else "changed"


def _first(news: PackNews, *, dry: bool) -> str:
    named = f"{news.pack.code} — {news.pack.title}"
    if news.same:
        return f"Văn phòng đã có đúng bộ này, không đổi gì: {named}"
    if news.before is None:
        return f"{'Sẽ thêm' if dry else 'Đã thêm'} bộ tiêu chí: {named}"
    return f"{'Sẽ thay' if dry else 'Đã thay'} bộ tiêu chí {named}; những chỗ khác bộ cũ:"


def export(arguments: argparse.Namespace) -> Answer:
    """A set of the office as one pack file."""
    with opened(arguments) as store:
        path = criteria_packs.export(store, arguments.code, arguments.out)
    return Answer([f"Đã ghi bộ tiêu chí ra {path}"], {"file": str(path)})


def group(arguments: argparse.Namespace) -> Answer:
    """Shows, notes or takes out the group whose thresholds count."""
    with opened(arguments) as store:
        village = figures.village_of(store, arguments.village) if arguments.village else None
        number = village.village_id if village else None
        if arguments.group or arguments.clear:
            found = criteria_groups.choose(store, arguments.group or "", number)
        else:
            found = criteria_groups.chosen(store, number)
    where = village.name if village else "Toàn xã"
    said = f"nhóm {found}" if found else "không theo nhóm nào"
    return Answer([f"{where}: {said}."], {"village": arguments.village, "group": found})
