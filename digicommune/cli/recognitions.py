"""Commands about the register of recognised villages: recognitions list, add, revoke."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from digicommune.cli.answers import Answer
from digicommune.cli.opened import opened
from digicommune.domain.recognition import STATE_WORDS
from digicommune.operations import figures, recognitions
from digicommune.operations.recognitions import Recognition, Revocation
from digicommune.settings import today

if TYPE_CHECKING:
    import argparse

    from digicommune.operations.recognitions import RecognitionLine, RegisterView


def show(arguments: argparse.Namespace) -> Answer:
    """The register today, with the risks of a period and how many villages stand at its end."""
    with opened(arguments) as store:
        view = recognitions.register(store, arguments.period, arguments.on)
        levels = recognitions.level_names(store)
    counted = view.counted
    head = f"{view.period.title}: {len(counted.recognised)}/{counted.of} thôn được công nhận"
    lines = [f"{head[:1].upper()}{head[1:]}"]
    for one in view.lines:
        kept = one.recognition
        decided = f"Quyết định số {kept.number} ngày {kept.dated:%d/%m/%Y}"
        level = levels.get(kept.level, kept.level)
        lines.append(
            f"{kept.recognition_id}. {one.village}: {decided} của {kept.authority} ({level})"
            f" – {STATE_WORDS[one.state]}"
        )
        lines += [f"  {each}" for each in (one.risk.clauses if one.risk else ())]
    return Answer(lines, _data(view))


def _data(view: RegisterView) -> dict[str, Any]:
    return {
        "period": view.period.code,
        "recognised": len(view.counted.recognised),
        "villages": view.counted.of,
        "unplaced": view.counted.unplaced,
        "recognitions": [_line(one) for one in view.lines],
    }


def _line(one: RecognitionLine) -> dict[str, Any]:
    kept = one.recognition
    return {
        "id": kept.recognition_id,
        "village": one.village,
        "set": kept.set_code,
        "set_sha256": kept.set_sha,
        "number": kept.number,
        "dated": kept.dated,
        "authority": kept.authority,
        "level": kept.level,
        "valid_until": kept.valid_until,
        "recheck_on": kept.recheck_on,
        "revoked": kept.revoked,
        "note": kept.note,
        "state": one.state,
        "risk": one.risk,
        "unjudged": one.unjudged,
    }


def add(arguments: argparse.Namespace) -> Answer:
    """Enters a decision."""
    with opened(arguments) as store:
        village = figures.village_of(store, arguments.village)
        new = Recognition(
            recognition_id=0,
            village_id=village.village_id,
            set_code=arguments.criteria_set,
            number=arguments.number,
            dated=arguments.date,
            authority=arguments.authority,
            level=arguments.level,
            valid_until=arguments.valid_until,
            recheck_on=arguments.recheck,
            note=arguments.note,
        )
        kept = recognitions.enter(store, new)
    said = f"Đã ghi vào sổ công nhận: {village.name}, quyết định số {kept.number}."
    return Answer([said], {"id": kept.recognition_id, "village": village.name})


def bodies(arguments: argparse.Namespace) -> Answer:
    """Who recognises on a day; with a pack file, from that day on."""
    since = arguments.since or today()
    with opened(arguments) as store:
        if arguments.file:
            recognitions.set_bodies(store, arguments.file, since)
        found = recognitions.bodies(store, since)
    lines = [
        f"{one.code} — {one.level}: {one.body}{'' if one.verified else ' (chưa đối chiếu)'}"
        for one in found
    ]
    return Answer(lines, {"bodies": found})


def revoke(arguments: argparse.Namespace) -> Answer:
    """Notes that a recognition was taken back."""
    by = Revocation(arguments.number, arguments.date, arguments.reason)
    with opened(arguments) as store:
        view = recognitions.register(store)
        one = next(
            (each for each in view.lines if each.recognition.recognition_id == arguments.id), None
        )
        asked = (
            one.recognition if one else Recognition(arguments.id, 0, "", "", arguments.date, "", "")
        )
        kept = recognitions.revoke(store, asked, by)
    said = f"Đã ghi thu hồi công nhận theo quyết định số {arguments.number}."
    return Answer([said], {"id": kept.recognition_id, "revoked": kept.revoked})
