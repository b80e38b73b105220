"""The sentences a document is worded in, read from a pack; it knows no figure and no layout."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, fields
from datetime import date
from string import Formatter
from typing import TYPE_CHECKING

import msgspec

from digicommune.documents.letter_places import BRIEF, INVITATION, LETTER, NOTICE
from digicommune.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

# What may be set around the text of a paper that goes out.
MARKS = ("urgency", "circulation", "drafted", "foot")
# Every sentence a report is put together from, and the names it may fill in.
SENTENCES: dict[str, str] = {
    "opening": "commune period start end",
    "replaces": "replaced",
    "scope": "kind villages households residents",
    "campaign": "name start end banks sessions accounts people",
    "indicator": "name counts unit percent base",
    "count_only": "name count unit",
    "target_met": "target",
    "target_missed": "target short unit",
    "in_period": "count unit",
    "previous": "before percent",
    "before_period": "",
    "before_same": "",
    "before_year": "",
    "changed": "before change",
    "unchanged": "",
    "points_up": "points",
    "points_down": "points",
    "points_same": "",
    "points_slightly_up": "least",
    "points_slightly_down": "least",
    "units_more": "count unit",
    "units_less": "count unit",
    "units_same": "unit",
    "years_compared": "",
    "plan": "next",
    "teams": "kind teams members",
    "teams_rounds": "rounds households people",
    "teams_idle": "",
    "trainings": "trainings",
    "trainings_attended": "trainings attended",
    "papers": "count",
    "changes_note": "before",
    "accounts": "count",
    "missing": "villages",
    "no_data": "names",
    "no_data_many": "count",
    "caption": "name period",
    "caption_ends": "name period count",
    "criteria": "title passed villages rule",
    "criteria_open": "count",
    "rule_mandatory": "",
    "rule_optional": "optional",
    "rule_points": "points",
    "villages_met": "names",
    "villages_listed": "",
    "recognised": "count villages",
    "recognised_names": "names",
    "recognised_unplaced": "names",
    "at_risk": "village clauses",
    "village_short": "village met of reasons",
    "village_points": "village met of points needed reasons",
    "ratio_missed": "code name value threshold short unit",
    "count_missed": "code name value short unit",
    "parts_missed": "code name met of least short parts",
    "answer_missed": "code name",
    "no_figure": "code name",
    "no_figures": "names",
    "no_proof": "code name",
    "targets_met": "names",
    "targets_missed": "names",
    "annexes": "annexes",
    "open_rows": "count",
    "closing": "commune period",
    "indicators_note": "end",
    "unverified_note": "",
    "targets_note": "sources",
    "villages_note": "end",
    "villages_open_rows": "count",
    "commune_figure": "names kind",
    "criteria_note": "",
    "criteria_basis": "basis",
    "criteria_unverified": "",
    "criteria_expired": "end",
    "criteria_told": "criteria",
    "criterion": "code name requirement",
    "criterion_parts": "criterion parts",
    "criterion_points": "criterion points",
    "criteria_rule": "rule",
    "criteria_optional": "codes",
    "criteria_parts": "",
}
# What is filled in everywhere: of villages called "thôn", until a paper says otherwise.
PLACES = {"unit": "thôn", "Unit": "Thôn", "UNIT": "THÔN", "heads": "Trưởng các thôn"}
DEFAULTS = ("direction", "strengths", "difficulties", "tasks", "proposals")
HEADINGS = (
    *("direction", "results", "assessment", "strengths", "difficulties", "tasks", "proposals"),
    *("other_group", "smart_villages", "indicators_annex", "villages_annex", "criteria_annex"),
    *("made_by", "awareness", "digital_data", "security", "money", "causes"),
    *("steering", "teams", "campaigns", "tasks_next", "year_before", "papers_annex"),
)
# What sections are called where an officer chooses one to write.
SECTION_TITLES = (
    *("opening", "scope", "direction", "papers", "teams", "campaigns", "targets_met", "strengths"),
    *("targets_missed", "difficulties", "tasks", "proposals", "closing"),
    *("awareness", "digital_data", "security", "money", "causes"),
    *("subject", "addressees", "recipients", *MARKS),
)
_AROUND = ("recipients", *MARKS)  # of every paper that goes out

# Kinds of paper beside the report: sentences, headings, sections.
_OTHERS: dict[str, tuple[dict[str, str], tuple[str, ...], tuple[str, ...]]] = {
    "thong-bao": (NOTICE, (), ("subject", "opening", "content", "closing", *_AROUND)),
    "cong-van": (
        LETTER,
        ("owing_annex",),
        ("addressees", "subject", "deadline", "opening", "content", "closing", *_AROUND),
    ),
    "giay-moi-hop": (
        INVITATION,
        ("agenda", "chair", "time", "venue"),
        (
            *("subject", "guests", "agenda", "chair", "time", "venue", "preparation", "closing"),
            *_AROUND,
        ),
    ),
    "tom-tat-lanh-dao": (BRIEF, ("main", "changes", "late", "risks"), ()),
}


@dataclass(frozen=True, slots=True)
class Basis:
    """A căn cứ line and the days it is in force."""

    text: str
    valid_from: date | None = None
    valid_to: date | None = None
    verified: bool = False

    def holds(self, day: date) -> bool:
        """Whether it was in force on a day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Group:
    """Indicators told under one title of section II, in this order."""

    title: str
    indicators: tuple[str, ...]
    code: str = ""  # of the section it is told in; without one its place among the groups


@dataclass(frozen=True, slots=True)
class Wording:
    """All words of one kind of document; ``say`` fills a sentence."""

    code: str
    title: str
    kind: str
    named: str
    symbol: str
    subject: tuple[str, ...]
    headings: dict[str, str]
    sentences: dict[str, str]
    defaults: dict[str, str] = field(default_factory=dict)
    charts: tuple[str, ...] = ()
    village_columns: tuple[str, ...] = ()
    basis: tuple[Basis, ...] = ()
    group: tuple[Group, ...] = ()
    section_titles: dict[str, str] = field(default_factory=dict)
    subjects: dict[str, tuple[str, ...]] = field(default_factory=dict)  # by kind of period
    language: str = "vi"
    legal_basis: str = ""
    verified: bool = False
    valid_from: date | None = None
    valid_to: date | None = None
    # What every sentence may name beside its own: what villages are called in this commune.
    places: dict[str, str] = field(default_factory=lambda: dict(PLACES))

    def say(self, sentence: str, **words: object) -> str:
        """A sentence with its places filled; braces within the words stay what they are."""
        return self.sentences[sentence].format_map({**self.places, **words})

    def headed(self, name: str) -> str:
        """A heading that names what villages are called."""
        return self.headings[name].format_map(self.places)

    def otherwise(self, section: str, kind: str) -> str:
        """What a section says where the officer wrote nothing."""
        return self.defaults[section].format_map({**self.places, "kind": kind})


def load_wording(path: Path) -> Wording:
    """Reads and checks a wording pack.

    Raises ``UserError`` ``bad_pack`` naming the file, the line where it is known, and the reason:
    unreadable, not TOML, a key missing or unknown, a place ``{…}`` nothing can be put into.
    """
    wording = read_words(path, Wording)
    _check(path, _text(path), wording)
    return wording


def read_words[Words](path: Path, kind: type[Words]) -> Words:
    """A file of words as a ``kind``; raises ``UserError`` ``bad_pack`` like ``load_wording``."""
    text = _text(path)
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        raise _bad(path, "sai cú pháp TOML", int(found[1]) if found else None) from error
    unknown = sorted(raw.keys() - {one.name for one in fields(kind)})  # type: ignore[arg-type]
    if unknown:
        raise _bad(path, f"không có mục tên {unknown[0]}", _line(text, unknown[0]))
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        raise _bad(path, _in_vietnamese(str(error)), None) from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise _bad(path, "không mở được tệp", None) from error
    except UnicodeDecodeError as error:
        raise _bad(path, "tệp không phải văn bản UTF-8", None) from error


def _check(path: Path, text: str, wording: Wording) -> None:
    report = (SENTENCES, HEADINGS, SECTION_TITLES)
    sentences, headings, sections = _OTHERS.get(wording.code, report)
    for kept, needed in (
        (wording.sentences, sentences.keys()),
        (wording.defaults, () if wording.code in _OTHERS else DEFAULTS),
        (wording.headings, headings),
        (wording.section_titles, sections),
    ):
        for name in needed:
            if not kept.get(name, "").strip():
                raise _bad(path, f"thiếu câu {name}", None)
    places = [(name, sentence, sentences.get(name)) for name, sentence in wording.sentences.items()]
    places += [(name, sentence, "kind") for name, sentence in wording.defaults.items()]
    subjects = {"subject": wording.subject, **wording.subjects}
    places += [(key, line, "period next") for key, told in subjects.items() for line in told]
    places += [("tasks_next", wording.headings.get("tasks_next", ""), "next")]
    for name, sentence, allowed in places:
        wrong = "không có câu tên này" if allowed is None else _misplaced(sentence, allowed)
        if wrong:
            raise _bad(path, f"câu {name}: {wrong}", _line(text, name))


def _misplaced(sentence: str, allowed: str) -> str | None:
    try:
        places = [place for place in Formatter().parse(sentence) if place[1] is not None]
    except ValueError:
        return "dấu ngoặc nhọn không khớp"
    for _, name, form, conversion in places:
        if name not in {*allowed.split(), *PLACES} or form or conversion:
            return f"không điền được {{{name}}}"
    return None


def _line(text: str, key: str) -> int | None:
    lines = text.splitlines()
    found = (n for n, one in enumerate(lines, 1) if re.match(rf"\s*{re.escape(key)}\s*=", one))
    return next(found, None)


def _in_vietnamese(message: str) -> str:
    said = re.sub(r"Object missing required field `(\w+)`", r"thiếu mục \1", message)
    said = re.sub(r"Expected `([^`]*)`, got `([^`]*)`", r"cần kiểu \1 nhưng gặp \2", said)
    return re.sub(r" - at `\$\.?([^`]*)`", r" (ở mục \1)", said)


def _bad(path: Path, reason: str, line: int | None) -> UserError:
    where = f"{path.name}, dòng {line}" if line else path.name
    return UserError(
        "bad_pack",
        f"Gói lời văn {where} không dùng được: {reason}.",
        "Sửa tệp theo các câu có sẵn trong gói đi kèm chương trình rồi mở lại.",
        file=path.name,
        line=line or 0,
        reason=reason,
    )
