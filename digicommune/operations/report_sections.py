"""Offers the text of a report section by section, and keeps what an officer types over it.

Nothing typed is dropped in silence: each text has a version, the journal keeps the one before.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from digicommune.documents import campaign_kinds
from digicommune.documents.kinds import kind_of, sections_of, shipped_wording
from digicommune.documents.letter_page import STAMPS, stamp_of
from digicommune.domain.periods import parse_period
from digicommune.domain.report_sections import SectionOffer, SectionText
from digicommune.errors import UserError
from digicommune.operations import campaign_freezing
from digicommune.operations.campaign_freezing import PaperRequest, paper_of
from digicommune.operations.freezing import freeze, judged_for
from digicommune.operations.typed_sections import offers_of
from digicommune.sheets.plain_tables import replacing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.progress import Progress
    from digicommune.operations.reports import ReportRequest

    Request = ReportRequest | PaperRequest

LONGEST = 20_000  # letters of one section: five pages
# What stands at a fixed place of the page has no more room; a subject as Annex VI of the decree.
ROOM = {"subject": 500, "drafted": 30, "foot": 400}


def offered(
    store: Store, request: Request, _progress: Progress | None = None
) -> tuple[SectionOffer, ...]:
    """The sections of a paper in a period, as worded now, with what is typed; a list has none.

    Of a report of the office or, of a ``campaign_freezing.PaperRequest``, of a campaign's paper.
    """
    with store.glance() as unit:
        return _offered(unit, request)


def _offered(unit: Unit, request: Request) -> tuple[SectionOffer, ...]:
    period = parse_period(request.period)
    if isinstance(request, PaperRequest):
        frozen = campaign_freezing.freeze(unit, period, request)
        told = campaign_kinds.sections_of(frozen)
        return offers_of(unit, paper_of(request), period, told)
    kind = kind_of(request.kind)
    snapshot = freeze(unit, period, request, judged_for(unit, period, request.criteria_set))
    found = sections_of(kind.code, snapshot, shipped_wording(kind.code))
    return offers_of(unit, kind.code, period, found)


def save(store: Store, typed: SectionText) -> SectionText | None:
    """Keeps a text as typed; an empty one, or the generated one, gives the generated one back.

    Raises ``UserError`` ``section_too_long``, ``changed_meanwhile``.
    """
    text = "\n".join(line.rstrip() for line in typed.text.strip().splitlines())
    _refuse_wrong(typed.place.section, text)
    with store.unit() as unit:
        return _keep(unit, typed, "" if text == typed.made_from else text)


def _keep(unit: Unit, typed: SectionText, text: str) -> SectionText | None:
    place = typed.place
    known = unit.sections.of(place.kind, place.period).get(place.section)
    before = {"text": known.text} if known else None
    if not text and known is None:
        return None
    subject = f"section:{place.kind}:{place.period}:{place.section}"
    if not text:
        unit.sections.remove(typed)
        unit.journal.note("section", subject, before, None)
        return None
    kept = unit.sections.save(SectionText(place, text, typed.made_from, version=typed.version))
    unit.journal.note("section", subject, before, {"text": text})
    return kept


def save_file(store: Store, request: Request, path: Path) -> tuple[str, ...]:
    """Keeps the texts of a TOML file: ``tasks = "…"``; all of them or none. Tells which.

    Raises ``UserError`` ``sections_unreadable``, ``section_unknown``, ``section_too_long``.
    """
    texts = _read(path)
    with store.unit() as unit:
        known = {one.place.section: one for one in _offered(unit, request)}
        for section, text in texts.items():
            offer = known.get(section)
            if offer is None:
                raise _unknown(section, known)
            _refuse_wrong(section, text.strip())
            if text.strip() == offer.text:
                continue  # given back as it was: nobody looked at it anew
            version = offer.typed.version if offer.typed else 0
            typed = SectionText(offer.place, text, offer.generated, version=version)
            _keep(unit, typed, "" if text.strip() == offer.generated else text.strip())
    return tuple(texts)


def write_file(offers: Sequence[SectionOffer], path: Path) -> None:
    """The texts as a TOML file to be edited and given back, what the last period said beside."""
    with replacing(path) as part:
        part.write_text("\n".join(map(_as_toml, offers)), encoding="utf-8")


def _as_toml(offer: SectionOffer) -> str:
    """One section: what it is in a comment, its text as a string of many lines."""
    told = [f"# {offer.title}"]
    if offer.before and not offer.edited:
        told.append(f"# Kỳ trước ({offer.before_title}) đã viết:")
        told += [f"#   {line}" for line in offer.before.text.splitlines()]
    text = offer.text.replace("\\", "\\\\").replace('"', '\\"')
    return "\n".join((*told, f'{offer.place.section} = """', f'{text}"""', ""))


def _read(path: Path) -> dict[str, str]:
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UserError(
            "sections_unreadable",
            f"Không đọc được tệp lời văn {path}.",
            'Tệp phải là văn bản UTF-8, mỗi mục một dòng như: tasks = "…".',
            file=str(path),
        ) from error
    if not all(isinstance(one, str) for one in found.values()):
        raise UserError(
            "sections_unreadable",
            f"Không đọc được tệp lời văn {path}.",
            'Tệp phải là văn bản UTF-8, mỗi mục một dòng như: tasks = "…".',
            file=str(path),
        )
    return found


def _unknown(section: str, known: Mapping[str, object]) -> UserError:
    listed = ", ".join(known) or "không có mục nào"
    return UserError(
        "section_unknown",
        f"Văn bản này không có mục “{section}”.",
        f"Các mục ghi được: {listed}.",
        section=section,
        known=listed,
    )


def _refuse_wrong(section: str, text: str) -> None:
    if section in STAMPS and text and not stamp_of(section, text):
        known = ", ".join(STAMPS[section])
        raise UserError(
            "stamp_unknown",
            f"Không có dấu “{text[:40]}”.",
            f"Ghi một trong các dấu: {known}; để trống thì không đóng dấu.",
            stamp=text[:40],
            known=known,
        )
    most = ROOM.get(section, LONGEST)
    if len(text) > most:
        raise UserError(
            "section_too_long",
            f"Mục này dài {len(text)} ký tự, quá mức {most}.",
            "Rút gọn, hoặc đưa phần chi tiết vào phụ lục.",
            length=len(text),
            most=most,
        )
