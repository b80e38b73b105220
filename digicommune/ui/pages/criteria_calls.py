"""What the window of criteria asks of the office; it asks nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digicommune.domain.criteria import CriteriaSet, ManualAnswer
    from digicommune.domain.figures import TraceRow
    from digicommune.domain.gaps import GapPlace, GapTask
    from digicommune.domain.indicator_cards import IndicatorCards
    from digicommune.domain.proofs import Proof, ProofFile, ProofLine, ProofPlace, ProofWords
    from digicommune.domain.sheet import FigureSheet
    from digicommune.domain.what_if import Supposed
    from digicommune.operations.assess import Comparison, Matrix
    from digicommune.operations.criteria_packs import PackNews
    from digicommune.operations.criteria_story import StoryLine
    from digicommune.operations.gaps import GapSheet
    from digicommune.operations.proofs import ProofQuery
    from digicommune.operations.what_if import Answered, Footing
    from digicommune.ui.pages.people_calls import PeopleCalls


@dataclass(frozen=True, slots=True, kw_only=True)
class PackCalls:
    """The operations on sets as files and edits."""

    sets: Callable[[], tuple[CriteriaSet, ...]]
    look: Callable[[Path], PackNews]
    take_in: Callable[[Path], PackNews]
    save: Callable[[CriteriaSet, CriteriaSet | None], PackNews]
    export: Callable[[str, Path], Path]
    indicators: Callable[[str | None], IndicatorCards]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofCalls:
    """The operations on proofs."""

    read: Callable[[Path], ProofFile]
    add: Callable[[ProofPlace, ProofFile, ProofWords], Proof]
    listed: Callable[[ProofQuery], tuple[ProofLine, ...]]
    content: Callable[[int], bytes]
    save: Callable[[int, Path], Path]
    edit: Callable[[Proof, ProofWords], Proof]
    verify: Callable[[Proof], Proof]
    remove: Callable[[Proof, str], Proof]
    removed: Callable[[ProofPlace], tuple[Proof, ...]]
    put_back: Callable[[Proof], Proof]
    erase: Callable[[Proof, str], Proof]


@dataclass(frozen=True, slots=True, kw_only=True)
class GapCalls:
    """The operations on what is lacking."""

    sheet: Callable[[str, str], GapSheet]
    assign: Callable[[GapPlace, GapTask], GapTask]
    export: Callable[[str, str, Path], int]
    footing: Callable[[str, str, int], Footing]
    suppose: Callable[
        [Footing, Supposed], Answered
    ]  # exact and quick: asked on the window's thread
    figures: Callable[[str], FigureSheet]
    people: PeopleCalls


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaCalls:
    """What the page asks."""

    matrix: Callable[[str, str], Matrix]
    comparison: Callable[[str, str, str], Comparison]
    answer: Callable[[str, str, ManualAnswer], object]
    trace: Callable[[str, str, int | None, str | None], tuple[TraceRow, ...]]
    story: Callable[[str, str, int, str], tuple[StoryLine, ...]]
    carry: Callable[[str, str, str], int]
    group: Callable[[], str]
    choose_group: Callable[[str], str]
    packs: PackCalls
    proofs: ProofCalls
    gaps: GapCalls
