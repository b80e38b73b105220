"""The words of campaign papers, read from their pack; it knows no figure and no layout."""

from __future__ import annotations

from dataclasses import dataclass

from digicommune.documents.wording import read_words
from digicommune.settings import resources


@dataclass(frozen=True, slots=True)
class ReportWords:
    """The words of the closing report."""

    title: str
    kind: str
    named: str
    symbol: str
    subject: tuple[str, ...]
    opening: str
    open_rows: str
    locked: str
    work: str
    sessions: str
    no_sessions: str
    attendance: str
    results: str
    overall: str
    people: str
    several: str
    before: str
    coverage: str
    commune: str
    target: str
    codes: str
    days_caption: str
    undated: str
    banks_heading: str
    banks_note: str
    reasons: str
    reason: str
    refused_known: str
    villages_heading: str
    villages_caption: str
    assessment: str
    reached: str
    missed: str
    no_targets: str
    tasks: str
    tasks_default: str
    closing: str
    annex: str
    the_annex: str


@dataclass(frozen=True, slots=True)
class PlanWords:
    """The words of the plan."""

    title: str
    kind: str
    named: str
    symbol: str
    subject: tuple[str, ...]
    opening: str
    purpose: str
    purpose_lines: tuple[str, ...]
    who: str
    who_lines: tuple[str, ...]
    goals: str
    goal: str
    no_goal: str
    how: str
    money: str
    money_line: str
    organise: str
    organise_lines: tuple[str, ...]
    closing: str
    schedule: str
    needs: str
    needs_note: str


@dataclass(frozen=True, slots=True)
class LetterWords:
    """The words of an invitation."""

    title: str
    kind: str
    symbol: str
    subject: tuple[str, ...]
    invites: str
    purpose: str
    purpose_no_bank: str
    time: str
    time_line: str
    place: str
    contact: str
    bring: str
    bring_line: str
    private: str
    closing: str
    village: str
    house: str
    house_at: str


@dataclass(frozen=True, slots=True)
class CampaignWords:
    """All words of campaign papers."""

    code: str
    title: str
    language: str
    report: ReportWords
    plan: PlanWords
    letter: LetterWords
    columns: dict[str, str]
    message: dict[str, str]
    section_titles: dict[str, str]
    verified: bool = False


def shipped_words() -> CampaignWords:
    """The words that come with the program; raises ``UserError`` ``bad_pack``."""
    return read_words(resources() / "packs" / "wording" / "chien_dich.toml", CampaignWords)
