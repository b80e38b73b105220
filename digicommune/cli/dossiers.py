"""Commands about dossiers: dossiers list, show, fill; their papers for report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from digicommune.cli.answers import Answer
from digicommune.cli.opened import opened
from digicommune.cli.paper_files import write_files
from digicommune.domain.dossier import STATE_NAMES, STEP_NAMES, STEP_TYPES, Step, code_of
from digicommune.errors import UserError
from digicommune.operations import dossier_papers, dossiers, reports

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from digicommune.operations.dossiers import DossierLine, DossierView
    from digicommune.operations.office import Store


def dossier_kinds() -> tuple[reports.KindLine, ...]:
    """The papers of a dossier."""
    return tuple(reports.KindLine(one.code, one.title) for one in dossier_papers.kinds())


def dossier_paper(arguments: argparse.Namespace) -> Answer:
    """One paper of a village's dossier, all of them, or the summary of villages."""
    request = dossier_papers.PaperRequest(
        kind=arguments.kind,
        period=arguments.period,
        set_code=arguments.criteria_set,
        village=arguments.village,
        number=arguments.number,
        dated=arguments.date,
        signer=None if arguments.signer == "chairman" else arguments.signer,
    )
    with opened(arguments) as store:
        made = dossier_papers.make(store, request)
    said, files = write_files(made, arguments)
    data = {
        "kind": arguments.kind,
        "period": arguments.period,
        "village": arguments.village,
        "title": made.title,
        "document_id": made.document_id,
        **files,
    }
    return Answer(said, data)


def show_all(arguments: argparse.Namespace) -> Answer:
    """Every village's dossier: how far it is and what it lacks."""
    with opened(arguments) as store:
        found = dossiers.listed(store, arguments.criteria_set, arguments.period)
    lines = [f"{found.criteria_set.title}, {found.period.title}:"]
    for one in found.lines:
        head = f"{one.village.name}: {STATE_NAMES[one.state]}, {one.met}/{one.of} tiêu chí"
        lines.append(head)
        lines += [f"  {STEP_NAMES[each.step]}: {each.said}" for each in one.checks.missing]
    data = {
        "set": found.criteria_set.code,
        "period": found.period.code,
        "villages": [_line_data(one) for one in found.lines],
    }
    return Answer(lines, data)


def _line_data(one: DossierLine) -> dict[str, Any]:
    return {
        "village": one.village.name,
        "state": one.state,
        "met": one.met,
        "of": one.of,
        "passed": one.passed,
        "complete": one.checks.complete,
        "missing": one.checks.missing,
    }


def show(arguments: argparse.Namespace) -> Answer:
    """One dossier with all its steps."""
    with opened(arguments) as store:
        view = dossiers.load(store, _key(store, arguments))
    lines = [f"{view.village.name}, {view.period.title}: {STATE_NAMES[view.state]}"]
    for step in view.checks.steps:
        lines.append(f"{step.name}: {'đủ' if step.complete else 'còn thiếu'}")
        lines += [f"  {one.said}" for one in step.missing]
    return Answer(lines, _view_data(view))


def _view_data(view: DossierView) -> dict[str, Any]:
    return {
        "village": view.village.name,
        "set": view.criteria_set.code,
        "period": view.period.code,
        "state": view.state,
        "complete": view.checks.complete,
        "missing": view.checks.missing,
        "steps": {code: view.dossier.step(code) for code in STEP_TYPES},
        "kept": view.dossier.kept,
    }


def _key(store: Store, arguments: argparse.Namespace) -> dossiers.DossierKey:
    return dossiers.find_key(store, arguments.criteria_set, arguments.period, arguments.village)


def fill(arguments: argparse.Namespace) -> Answer:
    """Fills in a step from a JSON file, in the place of what stood there."""
    step = _read(arguments.file, arguments.step)
    with opened(arguments) as store:
        key = _key(store, arguments)
        version = dossiers.load(store, key).dossier.version(arguments.step)
        kept = dossiers.save(store, key, step, version)
    said = f"Đã ghi {STEP_NAMES[code_of(step)].lower()} của {arguments.village}."
    return Answer([said], {"step": arguments.step, "version": kept.version})


def _read(path: Path, code: str) -> Step:
    kind = next(kind for name, kind in STEP_TYPES.items() if name == code)
    try:
        raw: Any = msgspec.json.decode(path.read_bytes())
        unknown = sorted(set(raw) - set(kind.__slots__)) if isinstance(raw, dict) else []
        if unknown:
            raise _unreadable(path, f"không có mục {unknown[0]}")
        step: Step = msgspec.convert(raw, kind)
    except OSError as error:
        raise _unreadable(path, "không mở được tệp") from error
    except msgspec.ValidationError as error:
        place = re.search(r"`\$\.?([^`]*)`", str(error))
        where = place[1] if place and place[1] else "đầu tệp"
        raise _unreadable(path, f"giá trị ở {where} không đúng kiểu") from error
    except msgspec.DecodeError as error:
        raise _unreadable(path, "không phải JSON") from error
    return step


def _unreadable(path: Path, reason: str) -> UserError:
    return UserError(
        "dossier_file",
        f"Không đọc được tệp {path.name}: {reason}.",
        "Ghi tệp JSON theo mẫu của lệnh dossiers show --json rồi chạy lại.",
        file=path.name,
        reason=reason,
    )
